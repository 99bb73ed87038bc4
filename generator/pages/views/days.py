"""Holidays and exceptions -> the days on which hours are not as usual."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pages.asked import Late
from generator.pages.reader import Reader


def view(reader: Reader) -> dict[str, object]:
    """What templates call these."""
    return {
        "days_off": Late(reader.days_off),
        "next_day_off": Late(lambda: next(iter(reader.days_off()), None)),
        "region_count": Late(lambda: len({region for day in reader.days_off() for region in day.regions})),
        "holidays_close": all(schedule.holidays == "closed" or schedule.always for schedule in reader.config.schedules),
        "make_up_days": reader.make_up_days(),
        "other_hours": Late(lambda: _exceptions(reader)),
    }


def _exceptions(reader: Reader) -> list[Mapping[str, object]]:
    formats = reader.words.formats
    found = {
        (one.date, one.until or one.date, one.hours): {
            "date": formats.weekday_date(one.date)
            if one.until in (None, one.date)
            else formats.date_range(one.date, one.until),
            "hours": formats.times(one.hours) if one.hours else reader.words._("closed"),
            "reason": reader.text(one.reason),
        }
        for schedule in reader.config.schedules
        for one in schedule.exceptions
        if (one.until or one.date) >= reader.today
    }
    return [found[key] for key in sorted(found, key=lambda key: key[:2])]
