from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator import hours
from generator.hours.clock import united
from generator.schema import Span, SupportConfig, Target, TimeRange

ZONES = ("America/New_York", "Europe/Berlin", "Asia/Seoul", "Europe/Moscow", "Australia/Lord_Howe", "Africa/Cairo")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTE = timedelta(minutes=1)
OFFICE = {"id": "office", "weekly": {"mon-fri": ["09:00-18:00"]}}
SITE = ("ko", "en", "ru", "zh-TW", "zh-CN")


def config(*schedules: dict[str, Any], **more: Any) -> SupportConfig:
    return SupportConfig.model_validate(
        {
            "schema_version": 1,
            "company": {"legal_name": "Hana", "display_name": "Hana", "csp_type": "indirect_reseller"},
            "languages": list(SITE),
            "timezone": "Asia/Seoul",
            "clouds": ["global"],
            "regions": ["KR"],
            "schedules": list(schedules) or [OFFICE],
            **more,
        }
    )


def shown(site: SupportConfig, on: str) -> tuple[str, str]:
    day = hours.day(site, site.schedules[0], date.fromisoformat(on))
    return ", ".join(map(repr, day.ranges)), day.why


def at(text: str, zone: str = "Asia/Seoul") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def local(found: Sequence[hours.Interval], zone: str) -> list[tuple[str, str]]:
    return [
        tuple(x.astimezone(ZoneInfo(zone)).strftime("%m-%d %H:%M%z") for x in (i.start, i.end))  # type: ignore[misc]
        for i in found
    ]


# --- facts ---


@pytest.mark.parametrize(
    ("regions", "on", "off", "substitute"),
    [
        (["KR"], "2027-02-07", True, False),
        (["KR"], "2027-02-09", True, True),
        (["KR"], "2027-02-10", False, False),
        (["RU"], "2027-02-22", True, True),
        (["RU"], "2026-12-31", True, True),
        (["RU"], "2027-11-05", True, True),
        (["RU"], "2027-02-23", True, False),
        (["US"], "2027-07-05", True, True),
        (["US"], "2027-12-24", True, True),
        (["US"], "2027-12-31", True, True),
        (["US"], "2027-07-04", True, False),
        (["US"], "2027-07-06", False, False),
        (["CN"], "2026-10-07", True, True),
        (["TW"], "2027-02-10", True, True),
        (["JP"], "2027-03-22", True, True),
        (["KR", "RU"], "2027-02-22", True, True),
    ],
)
def test_public_holidays_and_their_substitutes_are_known(
    regions: list[str], on: str, off: bool, substitute: bool
) -> None:
    day = date.fromisoformat(on)

    found = hours.days_off(config(regions=regions), day, day)

    assert [one.substitute for one in found] == ([substitute] if off else [])


@pytest.mark.parametrize(
    ("region", "on", "ranges"),
    [
        ("RU", "2027-02-20", "09:00-18:00"),
        ("RU", "2027-02-13", ""),
        ("CN", "2026-10-10", "09:00-18:00"),
        ("CN", "2026-09-20", "09:00-18:00"),
        ("CN", "2026-10-11", ""),
        ("TW", "2025-02-08", "09:00-18:00"),
    ],
)
def test_make_up_days_of_the_public_calendar_are_worked(region: str, on: str, ranges: str) -> None:
    assert shown(config(regions=[region]), on) == (ranges, "make-up" if ranges else "usual")


def test_only_the_first_region_s_public_make_up_days_open_an_office() -> None:
    assert shown(config(regions=["KR", "CN"]), "2026-10-10") == ("", "usual")
    assert shown(config(regions=["CN", "KR"]), "2026-10-10") == ("09:00-18:00", "make-up")


@pytest.mark.parametrize(
    ("region", "expected"), [("KR", "make-up"), (None, "make-up"), ("TW", "usual"), ("JP", "usual")]
)
def test_a_make_up_day_of_another_region_opens_no_office_here(region: str | None, expected: str) -> None:
    days = [{"date": "2027-03-06", "working": True, "region": region}]

    assert shown(config(regions=["KR", "TW"], holidays={"days": days}), "2027-03-06")[1] == expected


@pytest.mark.parametrize(
    ("region", "expected"), [("KR", "holiday"), ("RU", "holiday"), ("JP", "holiday"), (None, "make-up")]
)
def test_working_cancels_the_holiday_of_its_region_only(region: str | None, expected: str) -> None:
    days = [{"date": "2027-01-01", "working": True, "region": region}]

    assert shown(config(regions=["KR", "RU"], holidays={"days": days}), "2027-01-01")[1] == expected


def test_an_endless_exception_is_weighed_in_no_time() -> None:
    endless = [{"date": "2027-01-01", "until": "9999-12-31", "hours": ["00:00-24:00"]}]
    site = config({"id": "x", "always": True, "exceptions": endless})

    assert hours.always(site, site.schedules[0])


def test_a_year_beyond_the_calendar_has_no_holidays() -> None:
    site = config()

    assert hours.days_off(site, date(2101, 1, 1), date(2102, 12, 31)) == ()
    assert shown(site, "2101-03-01") == ("09:00-18:00", "usual")


def test_who_works_through_public_holidays_does_not_follow_public_make_up_days() -> None:
    assert shown(config({**OFFICE, "holidays": "normal"}, regions=["CN"]), "2026-10-10") == ("", "usual")


@pytest.mark.parametrize(
    ("entry", "on", "expected"),
    [
        ({"date": "2027-01-30", "working": True}, "2027-01-30", ("09:00-17:00", "make-up")),
        ({"date": "2027-01-30", "working": True, "works_as": "fri"}, "2027-01-30", ("10:00-15:00", "make-up")),
        ({"date": "2027-01-30", "working": True, "works_as": "sun"}, "2027-01-30", ("", "make-up")),
        ({"date": "2027-02-10", "working": True}, "2027-02-10", ("09:00-18:00", "make-up")),
        ({"date": "2027-02-10", "working": True, "region": "KR"}, "2027-02-10", ("", "holiday")),
        ({"date": "2027-02-12", "name": "ours"}, "2027-02-12", ("", "holiday")),
        ({"date": "2027-02-10", "coverage": "normal"}, "2027-02-10", ("09:00-18:00", "usual")),
        ({"date": "2027-02-10", "coverage": "limited"}, "2027-02-10", ("10:00-12:00", "holiday")),
    ],
)
def test_the_partner_s_own_days_are_laid_over_the_calendar(
    entry: dict[str, Any], on: str, expected: tuple[str, str]
) -> None:
    office = {
        "id": "office",
        "weekly": {"mon": "09:00-17:00", "tue-thu": "09:00-18:00", "fri": "10:00-15:00"},
        "holiday_hours": ["10:00-12:00"],
    }
    site = config(office, regions=["TW"], timezone="Asia/Taipei", holidays={"days": [entry]})

    assert shown(site, on) == expected


def test_a_team_that_never_works_on_mondays_keeps_its_saturday_on_a_make_up_day() -> None:
    weekend = {"id": "weekend", "weekly": {"sat": "10:00-16:00"}}

    assert shown(config(weekend, regions=["CN"]), "2026-10-10") == ("10:00-16:00", "make-up")


def test_a_region_that_works_on_saturdays_keeps_saturday_s_hours_on_a_cancelled_holiday() -> None:
    office = {"id": "office", "weekly": {"mon-fri": "09:00-18:00", "sat": "09:00-13:00"}}
    site = config(office, regions=["HK"], holidays={"days": [{"date": "2026-12-26", "working": True}]})

    assert shown(site, "2026-12-26") == ("09:00-13:00", "make-up")


@pytest.mark.parametrize(("rule", "ranges"), [("closed", ""), ("limited", "10:00-14:00"), ("normal", "09:00-18:00")])
def test_a_holiday_does_what_the_schedule_says(rule: str, ranges: str) -> None:
    site = config({**OFFICE, "holidays": rule, "holiday_hours": ["10:00-14:00"]})

    assert shown(site, "2027-02-09") == (ranges, "usual" if rule == "normal" else "holiday")


def test_of_two_days_off_on_one_date_the_stricter_counts() -> None:
    days = [{"date": "2027-01-01", "region": "RU", "coverage": "normal"}]

    assert shown(config(regions=["KR", "RU"], holidays={"days": days}), "2027-01-01")[1] == "holiday"


def test_a_closed_day_of_one_s_own_beats_a_public_make_up_day() -> None:
    days = [{"date": "2026-10-10", "coverage": "closed", "name": "rest"}]

    assert shown(config(regions=["CN"], holidays={"days": days}), "2026-10-10") == ("", "holiday")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-12-24", ("09:00-12:00, 13:00-15:00", "exception")),
        ("2026-12-25", ("", "exception")),
        ("2026-12-28", ("", "exception")),
        ("2026-12-31", ("", "exception")),
        ("2027-01-04", ("09:00-12:00, 13:00-18:00", "usual")),
        ("2026-12-29", ("10:00-12:00", "exception")),
        ("2027-02-09", ("09:00-12:00", "exception")),
    ],
)
def test_exceptions_last_until_their_end_and_keep_the_break(on: str, expected: tuple[str, str]) -> None:
    exceptions = [
        {"date": "2026-12-24", "hours": ["09:00-15:00"], "reason": "half-day"},
        {"date": "2026-12-25", "until": "2026-12-31"},
        {"date": "2026-12-29", "hours": ["10:00-12:00"]},
        {"date": "2027-02-09", "hours": ["09:00-12:30"]},
    ]

    assert shown(config({**OFFICE, "breaks": ["12:00-13:00"], "exceptions": exceptions}), on) == expected


def test_a_break_after_midnight_is_cut_out_of_the_night() -> None:
    night = {"id": "night", "weekly": {"fri": "22:00-06:00"}, "breaks": {"fri": "02:00-03:00"}}
    site = config(night)

    assert shown(site, "2026-11-20")[0] == "22:00-02:00, 03:00-06:00"
    assert local(hours.opening(site, site.schedules[0], date(2026, 11, 20), date(2026, 11, 21)), "Asia/Seoul") == [
        ("11-20 22:00+0900", "11-21 02:00+0900"),
        ("11-21 03:00+0900", "11-21 06:00+0900"),
    ]


@pytest.mark.parametrize(
    ("zone", "on", "length"),
    [
        ("America/New_York", "2027-03-13", 7),
        ("America/New_York", "2026-10-31", 9),
        ("Europe/Berlin", "2027-03-27", 7),
        ("Europe/Berlin", "2026-10-24", 9),
        ("Asia/Seoul", "2027-03-27", 8),
        ("Europe/Moscow", "2026-10-24", 8),
    ],
)
def test_a_night_shift_is_as_long_as_the_night_when_clocks_change(zone: str, on: str, length: int) -> None:
    site = config({"id": "night", "weekly": {"mon-sun": "22:00-06:00"}, "holidays": "normal"}, timezone=zone)
    day = date.fromisoformat(on)

    (night,) = hours.opening(site, site.schedules[0], day, day)

    assert night.end - night.start == timedelta(hours=length)


@pytest.mark.parametrize(
    ("range_", "on", "expected"),
    [
        ("02:30-05:00", date(2027, 3, 14), ("03-14 03:00-0400", "03-14 05:00-0400")),
        ("02:10-02:50", date(2027, 3, 14), None),
        ("01:30-05:00", date(2026, 11, 1), ("11-01 01:30-0400", "11-01 05:00-0500")),
        ("00:00-01:30", date(2026, 11, 1), ("11-01 00:00-0400", "11-01 01:30-0400")),
    ],
)
def test_a_left_out_hour_is_a_moment_and_a_repeated_one_counts_first(
    range_: str, on: date, expected: tuple[str, str] | None
) -> None:
    zone = "America/New_York"
    site = config({"id": "x", "weekly": [range_], "holidays": "normal"}, timezone=zone)

    found = hours.opening(site, site.schedules[0], on, on)

    assert local(found, zone) == ([expected] if expected else [])


def test_a_holiday_closes_the_night_that_starts_on_it_and_not_the_one_that_ends_on_it() -> None:
    site = config({"id": "night", "weekly": ["22:00-06:00"]})
    night = site.schedules[0]

    assert hours.is_open(site, night, at("2026-12-25T05:00"))
    assert not hours.is_open(site, night, at("2026-12-25T23:00"))
    assert not hours.is_open(site, night, at("2026-12-26T05:00"))


@pytest.mark.parametrize(("clock_", "expected"), [("08:59", False), ("09:00", True), ("17:59", True), ("18:00", False)])
def test_hours_begin_with_their_first_minute_and_end_before_their_last(clock_: str, expected: bool) -> None:
    site = config()

    assert hours.is_open(site, site.schedules[0], at(f"2027-02-05T{clock_}")) is expected


def test_a_business_day_of_a_night_shift_is_the_night() -> None:
    site = config({"id": "night", "weekly": ["22:00-06:00"], "holidays": "normal"})
    day = Target.model_validate({"value": 1, "unit": "business_days"})

    assert hours.deadline(site, day, at("2027-03-03T02:00")) == at("2027-03-04T06:00")
    assert hours.deadline(site, day, at("2027-03-03T06:00")) == at("2027-03-05T06:00")


def test_next_change_finds_the_opening_after_a_long_holiday() -> None:
    site = config()
    office = site.schedules[0]

    assert hours.next_change(site, office, at("2027-02-05T18:00")) == at("2027-02-10T09:00")
    assert hours.next_change(site, office, at("2027-02-05T17:59")) == at("2027-02-05T18:00")


def test_what_is_always_open_or_never_open_does_not_change() -> None:
    shut = {"id": "shut", "weekly": {"mon": []}}
    site = config({"id": "all", "always": True}, shut)

    assert [hours.next_change(site, one, at("2027-02-05T18:00")) for one in site.schedules] == [None, None]


@pytest.mark.parametrize(
    ("schedule", "holidays", "expected"),
    [
        ({"always": True}, {}, True),
        ({"always": True, "exceptions": [{"date": "2027-02-07"}]}, {}, False),
        ({"weekly": ["00:00-24:00"], "holidays": "normal"}, {}, True),
        ({"weekly": ["00:00-24:00"]}, {}, False),
        ({"weekly": ["00:00-24:00"]}, {"regions": []}, True),
        ({"weekly": ["08:00-20:00", "20:00-08:00"], "holidays": "normal"}, {}, True),
        ({"weekly": ["00:00-24:00"], "holidays": "limited", "holiday_hours": ["00:00-24:00"]}, {}, True),
        ({"weekly": ["00:00-24:00"], "breaks": ["12:00-12:10"], "holidays": "normal"}, {}, False),
        ({"weekly": {"mon-sat": "00:00-24:00", "sun": "00:00-23:59"}, "holidays": "normal"}, {}, False),
        ({"weekly": ["00:00-24:00"], "holidays": "normal", "exceptions": [{"date": "2031-05-05"}]}, {}, False),
        (
            {"weekly": ["00:00-24:00"], "holidays": "normal"},
            {"days": [{"date": "2031-05-05", "coverage": "closed"}]},
            False,
        ),
    ],
)
def test_always_means_every_minute_of_every_day(
    schedule: dict[str, Any], holidays: dict[str, Any], expected: bool
) -> None:
    site = config({"id": "x", **schedule}, holidays=holidays)

    assert hours.always(site, site.schedules[0]) is expected


@pytest.mark.parametrize(("rule", "expected"), [("normal", True), ("closed", False)])
def test_two_shifts_cover_day_and_night_together(rule: str, expected: bool) -> None:
    day = {"id": "day", "weekly": ["08:00-20:00"], "holidays": "normal"}
    night = {"id": "night", "weekly": ["20:00-08:00"], "holidays": rule}
    site = config(day, night, timezone="America/New_York", regions=["US"])

    assert hours.covers_always(site, site.schedules) is expected
    assert not any(hours.always(site, one) for one in site.schedules)
    assert not hours.covers_always(site, ())


# --- names, and how far they are known ---


@pytest.mark.parametrize(
    ("region", "on", "names"),
    [
        ("KR", "2027-02-07", ("설날", "Korean New Year", "Соллаль (корейский Новый год)", "韓國春節", "韩国春节")),
        (
            "KR",
            "2027-02-09",
            ("설날 대체 공휴일", "Korean New Year (substitute holiday)", None, "韓國春節（補假）", None),
        ),
        ("CN", "2026-10-07", (None, "Day off (in place of 2026-10-10)", None, None, "休息日（与 2026-10-10 对调）")),
        ("KR", "2028-10-03", ("추석 / 개천절", "Chuseok / National Foundation Day", None, None, None)),
        ("KR", "2027-03-01", ("삼일절", "Independence Movement Day", "День движения за независимость", None, None)),
        ("RU", "2027-06-12", ("러시아의 날", "Russia Day", "День России", "俄羅斯日", "俄罗斯日")),
        ("RU", "2027-02-22", ("대체 휴무일(2027-02-20 대신)", "Day off (in place of 2027-02-20)", None, None, None)),
        ("RU", "2027-02-22", (None, None, "Выходной день (перенесен с 20 февраля)", None, None)),
        ("RU", "2027-12-31", (None, None, "Выходной день (перенесен с 3 января)", None, None)),
        ("TW", "2026-09-25", ("중추절", "Mid-Autumn Festival", "Праздник середины осени", "中秋節", "中秋节")),
        ("US", "2026-11-26", ("추수감사절", "Thanksgiving Day", "День благодарения", "感恩節", "感恩节")),
        ("US", "2027-07-05", ("독립 기념일 대체 공휴일", "Independence Day (observed)", None, None, None)),
        ("AU", "2026-04-25", ("", "ANZAC Day", "", "", "")),
        ("DE", "2026-10-03", ("", "German Unity Day", "", "", "")),
    ],
)
def test_a_holiday_has_a_name_in_each_language_of_the_site(region: str, on: str, names: tuple[str | None, ...]) -> None:
    day = date.fromisoformat(on)

    (off,) = hours.days_off(config(regions=[region]), day, day)

    assert set(off.names) <= set(SITE)
    found = [off.names.get(tag, "") for tag in SITE]
    assert [None if wanted is None else name for name, wanted in zip(found, names, strict=True)] == list(names)


def test_russian_names_are_written_without_yo_and_without_numeric_dates() -> None:
    regions = ["RU", "BY", "KR", "TW", "CN", "US", "DE", "JP"]

    found = hours.days_off(config(regions=regions), date(2024, 1, 1), date(2027, 12, 31))

    assert len(found) > 300
    assert {name for off in found for name in [off.names.get("ru", "")] if re.search(r"[ёЁ]|\d\.\d", name)} == set()


def test_our_own_five_regions_leave_no_name_in_english() -> None:
    site = config(regions=["KR", "TW", "CN", "RU", "US"])

    found = hours.days_off(site, date(2024, 1, 1), date(2032, 12, 31))

    assert len(found) > 600
    assert {(o.region, o.names["en"]) for o in found if set(o.names) != set(SITE)} == set()
    assert {(o.region, t, n) for o in found for t, n in o.names.items() if t != "en" and n == o.names["en"]} == set()
    assert {(o.region, o.names["en"]) for o in found for n in o.names.values() if not n} == set()


@pytest.mark.parametrize(
    ("tag", "region", "names"),
    [
        ("de", "DE", {"de": "Tag der Deutschen Einheit", "en": "German Unity Day"}),
        ("fr", "DE", {"en": "German Unity Day"}),
    ],
)
def test_the_library_s_own_languages_are_used_where_it_has_them(tag: str, region: str, names: dict[str, str]) -> None:
    (off,) = hours.days_off(config(languages=[tag], regions=[region]), date(2026, 10, 3), date(2026, 10, 3))

    assert off.names == names


def test_a_partner_s_name_replaces_the_calendar_s_and_keeps_what_it_is() -> None:
    own = {"date": "2027-02-09", "name": {"ko": "쉬는 날", "en": "Rest day"}}

    (off,) = hours.days_off(config(holidays={"days": [own]}), date(2027, 2, 9), date(2027, 2, 9))

    assert (off.names["ko"], off.names["en"], off.names["ru"]) == ("쉬는 날", "Rest day", "쉬는 날")
    assert off.substitute and off.region == "KR" and off.own is not None


def test_a_subdivision_adds_its_days_to_the_first_region_only() -> None:
    day = date(2027, 3, 31)
    site = config(regions=["US", "KR"], holidays={"subdivision": "CA"})

    assert [off.region for off in hours.days_off(site, day, day)] == ["US"]
    assert hours.days_off(config(regions=["US"]), day, day) == ()


def test_bank_holidays_count_only_when_asked() -> None:
    day = date(2026, 12, 31)

    assert hours.days_off(config(regions=["JP"]), day, day) == ()
    assert len(hours.days_off(config(regions=["JP"], holidays={"bank": True}), day, day)) == 1


@pytest.mark.parametrize(
    ("regions", "days", "through"),
    [
        (["US"], [], date(2100, 12, 31)),
        (["CN"], [], date(2026, 12, 31)),
        (["CN"], [{"date": "2027-02-20", "working": True}], date(2027, 12, 31)),
        (["CN"], [{"date": "2028-02-19", "working": True}], date(2028, 12, 31)),
        (["TW"], [{"date": f"{y}-03-06", "working": True} for y in (2026, 2027, 2029)], date(2027, 12, 31)),
        (["KR", "CN"], [{"date": "2027-02-20", "region": "KR", "working": True}], date(2026, 12, 31)),
        (["RU"], [], date(2027, 12, 31)),
        (["AQ", "EA"], [], date.min),
    ],
)
def test_the_calendar_is_known_as_far_as_make_up_days_are(
    regions: list[str], days: list[dict[str, Any]], through: date
) -> None:
    assert hours.known_through(config(regions=regions, holidays={"days": days})) == through


def test_make_up_days_say_which_weekday_they_follow() -> None:
    days = [{"date": "2026-11-28", "working": True, "works_as": "thu", "name": "補班"}]
    site = config(regions=["CN"], holidays={"days": days})

    found = hours.make_up_days(site, date(2026, 10, 1), date(2026, 12, 31))

    assert [(one.date, one.works_as, one.stated) for one in found] == [
        (date(2026, 10, 10), "mon", False),
        (date(2026, 11, 28), "thu", True),
    ]


# --- deadlines ---


@pytest.mark.parametrize(
    ("span", "start", "due"),
    [
        ("4 business_hours", "2027-02-05T16:00", "2027-02-10T11:00"),
        ("2 business_hours", "2027-02-05T16:00", "2027-02-05T18:00"),
        ("1 business_hours", "2027-02-06T03:00", "2027-02-10T10:00"),
        ("1 business_days", "2027-02-04T10:00", "2027-02-05T18:00"),
        ("1 business_days", "2027-02-05T10:00", "2027-02-10T18:00"),
        ("1 business_days", "2027-02-04T20:00", "2027-02-10T18:00"),
        ("30 minutes", "2027-02-05T17:50", "2027-02-05T18:20"),
        ("2 days", "2027-02-05T17:50", "2027-02-07T17:50"),
        ("1 hours office", "2027-02-05T20:00", "2027-02-10T10:00"),
    ],
)
def test_a_deadline_runs_on_its_own_clock(span: str, start: str, due: str) -> None:
    value, unit, *schedule = span.split()
    target = Target.model_validate({"value": int(value), "unit": unit, "schedule": schedule[0] if schedule else None})

    assert hours.deadline(config(), target, at(start)) == at(due)


def test_a_calendar_day_keeps_the_clock_when_the_clocks_change() -> None:
    site = config(timezone="Europe/Berlin", regions=["DE"])

    due = hours.deadline(site, Span(value=1, unit="days"), at("2027-03-27T10:00", "Europe/Berlin"))

    assert due == at("2027-03-28T10:00", "Europe/Berlin")


@pytest.mark.parametrize("unit", ["business_hours", "business_days"])
def test_a_schedule_that_never_opens_has_no_deadline(unit: str) -> None:
    shut = config({"id": "shut", "weekly": {"mon": []}})

    due = hours.deadline(shut, Target.model_validate({"value": 1, "unit": unit}), at("2027-02-05T10:00"))

    assert due is None


def test_business_time_without_any_schedule_runs_on_the_calendar() -> None:
    site = config().model_copy(update={"schedules": ()})

    due = hours.deadline(site, Span.model_validate({"value": 2, "unit": "business_days"}), at("2027-02-05T10:00"))

    assert due == at("2027-02-07T10:00")


# --- laws, against a slow model that knows the clock and nothing else ---


@cache
def walked(name: str, first: date, last: date) -> list[tuple[datetime, datetime]]:
    """Walk real time minute by minute and read the wall clock, which never runs back."""
    zone, highest, found = ZoneInfo(name), datetime.min, []
    now = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=1)
    while now < datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=3):
        highest = max(highest, now.astimezone(zone).replace(tzinfo=None))
        found.append((now, highest))
        now += MINUTE
    return found


class SlowModel:
    """Asks for each minute whether the clock stands inside the hours of its day or of the day before."""

    def __init__(self, site: SupportConfig, first: date, last: date) -> None:
        self.site, self.schedule = site, site.schedules[0]
        self.open = {
            now: any(
                first <= day <= last and self.covers(day, wall)
                for day in (wall.date(), wall.date() - timedelta(days=1))
            )
            for now, wall in walked(site.zone(self.schedule), first, last)
        }

    def covers(self, day: date, wall: datetime) -> bool:
        ranges, weekday = self.rule(day)
        minute = int((wall - datetime(day.year, day.month, day.day)) / MINUTE)
        resting = any(self.inside(p, wall.hour * 60 + wall.minute) for p in self.schedule.breaks.get(weekday, ()))  # type: ignore[call-overload]
        return not resting and any(r.start <= minute < r.start + r.length for r in ranges)

    @staticmethod
    def inside(pause: TimeRange, minute: int) -> bool:
        if pause.start < pause.end:
            return pause.start <= minute < pause.end
        return minute >= pause.start or minute < pause.end

    def rule(self, day: date) -> tuple[tuple[TimeRange, ...], str]:
        """Decides a day again, from plain lists: the laws use no region, so the partner's days are all."""
        name = WEEKDAYS[day.weekday()]
        week: Any = self.schedule.weekly
        covering = [e for e in self.schedule.exceptions if e.date <= day <= (e.until or e.date)]
        if covering:
            return covering[-1].hours, name
        own = [one for one in self.site.holidays.days if one.date == day]
        if any(one.working for one in own):
            follow = own[-1].works_as or ("mon" if day.weekday() > 4 else name)
            follow = follow if own[-1].works_as or week.get(follow) else name
            return week.get(follow, ()), follow
        coverage = (own[-1].coverage or self.schedule.holidays) if own else "normal"
        usual = {"normal": week.get(name, ()), "limited": self.schedule.holiday_hours, "closed": ()}
        return usual[coverage], name

    def intervals(self) -> list[tuple[datetime, datetime]]:
        found: list[tuple[datetime, datetime]] = []
        for now, open_ in self.open.items():
            if open_ and found and found[-1][1] == now:
                found[-1] = (found[-1][0], now + MINUTE)
            elif open_:
                found.append((now, now + MINUTE))
        return found


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def ranges(draw: st.DrawFn, most: int = 3) -> list[str]:
    pairs = draw(st.lists(st.tuples(st.integers(0, 95), st.integers(0, 96)), max_size=most))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(pair for pair in pairs if pair[0] != pair[1]):
        if not apart or apart[-1][0] < apart[-1][1] <= start:
            apart.append((start, end))
    return [f"{clock(a * 15)}-{clock(b * 15)}" for a, b in apart]


FIRST_DAYS = {
    "America/New_York": (date(2026, 10, 30), date(2027, 3, 12)),
    "Europe/Berlin": (date(2026, 10, 23), date(2027, 3, 26)),
    "Australia/Lord_Howe": (date(2027, 4, 2), date(2026, 10, 2)),
    "Africa/Cairo": (date(2026, 10, 28), date(2027, 4, 28)),
    "Asia/Seoul": (date(2027, 2, 5), date(2026, 12, 30)),
    "Europe/Moscow": (date(2027, 2, 19), date(2026, 10, 24)),
}


@st.composite
def sites(draw: st.DrawFn) -> tuple[SupportConfig, date]:
    zone = draw(st.sampled_from(ZONES))
    first = draw(st.sampled_from(FIRST_DAYS[zone]))
    days = st.integers(0, 4).map(lambda number: first + timedelta(days=number))
    week = st.dictionaries(st.sampled_from(WEEKDAYS), ranges(), min_size=1)
    own = st.fixed_dictionaries(
        {"date": days, "name": st.just("ours")},
        optional={
            "coverage": st.sampled_from(["closed", "limited", "normal"]),
            "working": st.booleans(),
            "works_as": st.sampled_from(WEEKDAYS),
        },
    )
    exception = st.fixed_dictionaries({"date": days, "hours": ranges(2)})
    schedule: dict[str, Any] = {
        "id": "x",
        "weekly": draw(week),
        "breaks": draw(st.dictionaries(st.sampled_from(WEEKDAYS), ranges(2))),
        "holidays": draw(st.sampled_from(["closed", "limited", "normal"])),
        "holiday_hours": draw(ranges(2)) or ["10:00-11:00"],
        "exceptions": draw(st.lists(exception, max_size=2)),
    }
    holidays = {"regions": [], "days": draw(st.lists(own, max_size=2, unique_by=lambda one: one["date"]))}
    try:
        return config(schedule, timezone=zone, holidays=holidays), first
    except ValidationError:  # A day's break lies outside its hours; one for all days may.
        every = {"mon-sun": next(filter(None, schedule["breaks"].values()))}
        return config({**schedule, "breaks": every}, timezone=zone, holidays=holidays), first


SLOW = settings(max_examples=50, deadline=None)


@SLOW
@given(sites())
def test_opening_is_what_counting_minutes_gives(drawn: tuple[SupportConfig, date]) -> None:
    site, first = drawn
    last = first + timedelta(days=3)

    found = hours.opening(site, site.schedules[0], first, last)

    assert [(one.start, one.end) for one in found] == SlowModel(site, first, last).intervals()


@settings(deadline=None)
@given(sites(), st.integers(0, 4))
def test_openings_of_neighbouring_spans_join_to_the_opening_of_both(
    drawn: tuple[SupportConfig, date], cut: int
) -> None:
    site, first = drawn
    office, middle, last = site.schedules[0], first + timedelta(days=cut), first + timedelta(days=5)

    halves = (
        *hours.opening(site, office, first, middle),
        *hours.opening(site, office, middle + timedelta(days=1), last),
    )

    assert united(halves) == hours.opening(site, office, first, last)


@settings(deadline=None)
@given(sites(), st.integers(0, 4 * 1440))
def test_is_open_next_change_and_opening_agree(drawn: tuple[SupportConfig, date], minute: int) -> None:
    site, first = drawn
    office = site.schedules[0]
    now = datetime(first.year, first.month, first.day, tzinfo=UTC) + minute * MINUTE
    found = hours.opening(site, office, first - timedelta(days=3), first + timedelta(days=30))
    inside = [one for one in found if one.start <= now < one.end]
    later = [edge for one in found for edge in (one.start, one.end) if edge > now]

    assert hours.is_open(site, office, now) is bool(inside)
    if later:
        assert hours.next_change(site, office, now) == min(later)


@settings(deadline=None)
@given(sites())
def test_every_open_minute_lies_in_the_ranges_of_its_day(drawn: tuple[SupportConfig, date]) -> None:
    site, first = drawn
    office = site.schedules[0]
    zone = ZoneInfo(site.zone(office))

    for one in hours.opening(site, office, first, first):
        day = hours.day(site, office, first)
        ends = {(r.start, (r.start + r.length) % 1440) for r in day.ranges}
        edges = {edge for pair in ends for edge in pair}
        begin, end = (x.astimezone(zone) for x in (one.start, one.end))
        assert first <= begin.date() <= first + timedelta(days=1)
        plain = zone.utcoffset(begin) == zone.utcoffset(end) == zone.utcoffset(begin - timedelta(days=2))
        if plain and zone.utcoffset(end + timedelta(days=2)) == zone.utcoffset(end):
            assert {begin.hour * 60 + begin.minute, end.hour * 60 + end.minute} <= edges


@SLOW
@given(sites(), st.integers(1, 12), st.integers(0, 2 * 1440))
def test_a_deadline_in_business_hours_is_what_counting_minutes_gives(
    drawn: tuple[SupportConfig, date], value: int, minute: int
) -> None:
    site, first = drawn
    last = first + timedelta(days=4)
    model = SlowModel(site, first - timedelta(days=2), last)
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) + minute * MINUTE
    edge = datetime(last.year, last.month, last.day, tzinfo=UTC) - timedelta(days=1)
    counted = [now for now, open_ in model.open.items() if open_ and start <= now < edge]

    due = hours.deadline(site, Target(value=value, unit="business_hours", schedule="x"), start)

    if len(counted) < value * 60:
        assert due is None or due > edge
    else:
        assert due == counted[value * 60 - 1] + MINUTE


@settings(deadline=None)
@given(sites())
def test_the_client_s_table_runs_to_the_same_instants(drawn: tuple[SupportConfig, date]) -> None:
    site, first = drawn
    office, last = site.schedules[0], first + timedelta(days=5)

    steps = hours.table(site, office, first, last)

    sums = [sum(steps[: number + 1]) for number in range(len(steps))]
    edges = [datetime(1970, 1, 1, tzinfo=UTC) + number * MINUTE for number in sums]
    assert all(step > 0 for step in steps)
    for hour in range(0, 5 * 24):
        now = datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(site.timezone)).astimezone(UTC)
        now += timedelta(hours=hour, minutes=7)
        assert (sum(edge <= now for edge in edges) % 2 == 1) is hours.is_open(site, office, now)


def test_two_years_of_an_office_are_a_small_table() -> None:
    site = config({**OFFICE, "breaks": ["12:00-13:00"]})

    steps = hours.table(site, site.schedules[0], date(2026, 11, 20), date(2028, 11, 19))

    assert len(steps) > 1500
    assert len(",".join(map(str, steps))) < 9000


@pytest.mark.parametrize("region", ["KR", "TW", "CN", "RU", "US", "DE", "IL", "NZ", "AQ"])
def test_each_day_of_two_years_agrees_with_its_days_off(region: str) -> None:
    site = config(regions=[region])
    first, last = date(2026, 11, 20), date(2028, 11, 19)
    off = {one.date for one in hours.days_off(site, first, last)}
    worked = {one.date for one in hours.make_up_days(site, first, last)}

    for number in range((last - first).days + 1):
        on = first + timedelta(days=number)
        day = hours.day(site, site.schedules[0], on)
        assert (day.why == "holiday") is (on in off)
        assert bool(day.ranges) is (on in worked or (on not in off and on.weekday() < 5))
