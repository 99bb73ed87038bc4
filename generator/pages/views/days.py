"""Holidays and exceptions -> the days on which hours are not as usual."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.pages.asked import Late
from generator.pages.reader import Reader
from generator.pages.views.contact import contacts
from generator.schema import Channel, Text
from generator.schema.time import Schedule, TimeRange


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
    """The days with hours of their own, each with the channels that it is about, unless it is about all."""
    found: dict[tuple[date, date, tuple[TimeRange, ...]], list[tuple[Schedule, Text | None]]] = {}
    for schedule in reader.config.schedules:
        for one in schedule.exceptions:
            if (one.until or one.date) >= reader.today:
                found.setdefault((one.date, one.until or one.date, one.hours), []).append((schedule, one.reason))
    return [_exception(reader, *key, found[key]) for key in sorted(found, key=lambda key: key[:2])]


def _exception(
    reader: Reader,
    first: date,
    last: date,
    hours: tuple[TimeRange, ...],
    about: list[tuple[Schedule, Text | None]],
) -> Mapping[str, object]:
    formats = reader.words.formats
    return {
        "date": formats.weekday_date(first) if first == last else formats.date_range(first, last),
        "hours": formats.times(hours) if hours else reader.words._("closed"),
        "reason": reader.text(next((reason for _, reason in about if reason), None)),
        "channels": formats.items(_channels(reader, {schedule.id for schedule, _ in about})),
    }


def _channels(reader: Reader, schedules: set[str]) -> list[str]:
    """The channels that keep these schedules; none if all do that keep any with hours."""
    kept = {schedule.id for schedule in reader.config.schedules if not schedule.always}
    ways = {way.title: _schedules(way.channel) & kept for way in contacts(reader)}
    chosen = [title for title, own in ways.items() if own & schedules]
    return [] if len(chosen) == sum(map(bool, ways.values())) else chosen


def _schedules(channel: Channel) -> set[str]:
    return {one for one in (channel.schedule, *(entry.schedule for entry in channel.languages)) if one}
