"""Hours as a partner writes them: named schedules, breaks, holidays, exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError, core_schema

from generator.schema.base import Date, Day, Identifier, Model, Region, Text, TimeZone, complaint, raise_all

DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class TimeRange:
    """Part of a day, "09:00-18:00", in minutes since midnight; an end at or before the start is on the next day."""

    __slots__ = ("end", "start")
    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"TimeRange is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TimeRange) and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"{self.start // 60:02}:{self.start % 60:02}-{self.end // 60:02}:{self.end % 60:02}"

    def __deepcopy__(self, memo: object) -> Self:
        return self

    @property
    def length(self) -> int:
        """Minutes from start to end; a range past midnight runs into the next day."""
        return self.end - self.start if self.end > self.start else self.end + 1440 - self.start

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._read, serialization=core_schema.plain_serializer_function_ser_schema(repr)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": r"^\d{1,2}:\d{2}\s*[-–~]\s*\d{1,2}:\d{2}$",
            "description": "From and to in 24-hour time; an end before the start is on the next day.",
            "examples": ["09:00-18:00", "22:00-06:00"],
        }

    @classmethod
    def _read(cls, value: Any) -> TimeRange:
        if isinstance(value, TimeRange):
            return value
        if not isinstance(value, str):
            raise complaint("wrong-type", "hours are expected here", 'write them as "09:00-18:00"')
        found = re.fullmatch(r"\s*(\d{1,2}):(\d{2})\s*[-–~]\s*(\d{1,2}):(\d{2})\s*", value)
        if not found:
            raise complaint("wrong-hours", f"{value}: these are not hours", 'write them as "09:00-18:00"')
        h1, m1, h2, m2 = map(int, found.groups())
        if max(m1, m2) > 59 or h1 * 60 + m1 >= 1440 or h2 * 60 + m2 > 1440:
            raise complaint(
                "wrong-hours", f"{value}: a day runs from 00:00 to 24:00", 'write hours such as "09:00-18:00"'
            )
        if h1 * 60 + m1 == h2 * 60 + m2:
            raise complaint("wrong-hours", f"{value}: these hours are empty", "for day and night write `always: true`")
        return cls(h1 * 60 + m1, h2 * 60 + m2)


def _days(value: Any) -> Any:
    """Spread "mon-fri" and "sat,sun" over single days; a list without days holds for every day."""
    if isinstance(value, (str, list)):
        value = {"mon-sun": value}
    if not isinstance(value, dict):
        return value
    spread: dict[str, Any] = {}
    wrong: list[dict[str, Any]] = []
    for key, ranges in value.items():
        try:
            for day in _spread(str(key)):
                if day in spread:
                    raise complaint("duplicate-day", f"{key}: {day} is there twice", "name each day once")
                spread[day] = [ranges] if isinstance(ranges, str) else ranges
        except PydanticCustomError as error:
            wrong.append(_entry(error, []))
    # Who must mend a day should hear of the hours as well.
    raise_all(wrong and wrong + [entry for key, ranges in value.items() for entry in _wrong_hours(key, ranges)])
    return spread


def _entry(error: PydanticCustomError, loc: list[str | int]) -> dict[str, Any]:
    said = error.message().replace("{{", "{").replace("}}", "}")
    return {"code": error.type, "message": said, "hint": (error.context or {}).get("hint", ""), "loc": loc}


def _wrong_hours(key: str, ranges: Any) -> Iterator[dict[str, Any]]:
    listed = ranges if isinstance(ranges, list) else [ranges]
    for index, one in enumerate(listed):
        try:
            TimeRange._read(one)
        except PydanticCustomError as error:
            yield _entry(error, [key, index] if listed is ranges else [key])


def _spread(key: str) -> list[str]:
    days: list[str] = []
    for part in key.lower().split(","):
        first, _, last = part.strip().partition("-")
        if first not in DAYS or (last and last not in DAYS):
            raise complaint(
                "wrong-day", f"{key}: there is no such day", "days are mon, tue, wed, thu, fri, sat, sun, or mon-fri"
            )
        start, end = DAYS.index(first), DAYS.index(last or first)
        days += [DAYS[number % 7] for number in range(start, end + 1 if end >= start else end + 8)]
    return days


WEEK_SCHEMA = WithJsonSchema(
    {
        "type": "object",
        "description": "Hours by day or span of days (mon, mon-fri, sat,sun).",
        "additionalProperties": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        "examples": [{"mon-fri": ["09:00-18:00"]}],
    }
)
Week = Annotated[dict[Day, tuple[TimeRange, ...]], BeforeValidator(_days), WEEK_SCHEMA]


class DateException(Model):
    """One date on which a schedule is not as usual."""

    date: Date
    """The day, as 2026-12-31."""
    until: Date | None = None
    """The last day, where the exception lasts for several."""
    hours: tuple[TimeRange, ...] = ()
    """The hours of that day; none means closed. A half-day is one range."""
    reason: Text | None = None
    """Why, in words for customers."""


class Schedule(Model):
    """Named hours in one time zone."""

    id: Identifier
    """The name by which channels, severities and plans refer to these hours."""
    name: Text | None = None
    """What customers read for these hours; without it the hours themselves stand."""
    timezone: TimeZone | None = None
    """IANA time zone; without it that of the file (R013)."""
    always: bool = False
    """Day and night, every day of the year; takes no weekly hours and knows no holidays."""
    weekly: Week = Field(default_factory=dict)
    """Opening hours by day: `mon-fri: ["09:00-18:00"]`; a range may run past midnight."""
    breaks: Week = Field(default_factory=dict)
    """Pauses inside the opening hours, by day or for all days: `["12:00-13:00"]`."""
    holidays: Literal["closed", "limited", "normal"] = "closed"
    """What a public holiday does: closed, the hours of `holiday_hours`, or nothing."""
    holiday_hours: tuple[TimeRange, ...] = ()
    """Hours on public holidays, for `holidays: limited`."""
    exceptions: tuple[DateException, ...] = ()
    """Single dates with other hours: half-days, inventory, company days."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if self.always and (self.weekly or self.breaks):
            raise complaint(
                "always-or-weekly", f"{self.id}: open always, and yet with weekly hours", "keep one of them"
            )
        if not self.always and not self.weekly:
            raise complaint("no-hours", f"{self.id}: this schedule has no hours", "give `weekly:` or `always: true`")
        if self.holidays == "limited" and not self.holiday_hours:
            raise complaint(
                "no-hours",
                f"{self.id}: holidays are limited, but to nothing",
                "give `holiday_hours:`, or `holidays: closed`",
            )
        raise_all([*_overlaps(self), *_idle_breaks(self)])
        return self


def _overlaps(schedule: Schedule) -> Iterator[dict[str, Any]]:
    """Complain about ranges of one day that lie over each other; a span of days is told once."""
    said = set()
    for loc, name, ranges in _days_of(schedule):
        for before, after in pairwise(sorted(ranges, key=lambda one: one.start)):
            if after.start < before.start + before.length and (*loc, before, after) not in said:
                said.add((*loc, before, after))
                message = f"{name}: {before} and {after} overlap"
                yield {"code": "wrong-hours", "message": message, "hint": "write them as one range", "loc": list(loc)}


def _days_of(schedule: Schedule) -> Iterator[tuple[tuple[str | int, ...], str, tuple[TimeRange, ...]]]:
    """Yield everything that holds for one day: its place, what to call it, its ranges."""
    yield from ((("weekly",), day, ranges) for day, ranges in schedule.weekly.items())
    yield from ((("breaks",), day, ranges) for day, ranges in schedule.breaks.items())
    yield ("holiday_hours",), schedule.id, schedule.holiday_hours
    for index, one in enumerate(schedule.exceptions):
        yield ("exceptions", index, "hours"), str(one.date), one.hours


def _idle_breaks(schedule: Schedule) -> Iterator[dict[str, Any]]:
    """Complain about breaks of a day that fall into none of its hours; those for all days are meant for some."""
    if len(schedule.breaks) == len(DAYS) and len(set(schedule.breaks.values())) == 1:
        return
    for day, pauses in schedule.breaks.items():
        special = (one.hours for one in schedule.exceptions if one.date.weekday() == DAYS.index(day) or one.until)
        ranges = [*schedule.weekly.get(day, ()), *schedule.holiday_hours, *(piece for one in special for piece in one)]
        for pause in pauses:
            if not any(_meet(pause, piece) for piece in ranges):
                message = f"{day}: the break {pause} lies outside the hours"
                hint = "mend the break or the hours, or take it out"
                yield {"code": "wrong-hours", "message": message, "hint": hint, "loc": ["breaks"]}


def _meet(pause: TimeRange, piece: TimeRange) -> bool:
    """Whether a pause falls into a range, before midnight or after."""
    starts = (pause.start + shift for shift in (-1440, 0, 1440))
    return any(start < piece.start + piece.length and piece.start < start + pause.length for start in starts)


class Holiday(Model):
    """A day that the calendar of the region lacks, changes, or works."""

    date: Date
    """The day, as 2027-02-07."""
    name: Text | None = None
    """What the day is called; needed for a day off that the calendar does not know."""
    region: Region | None = None
    """The region that keeps it; without it all."""
    coverage: Literal["closed", "limited", "normal"] | None = None
    """What the day does to every schedule, where that differs from the schedule's own rule."""
    working: bool = False
    """A make-up working day (補班, 调休): worked although it is a weekend or a holiday."""
    works_as: Day | None = None
    """The weekday whose hours a make-up working day follows; without it Monday's."""


class Holidays(Model):
    """Which public holidays count."""

    regions: tuple[Region, ...] | None = None
    """Regions whose public holidays count; without it those of `regions`."""
    subdivision: str | None = None
    """A state or province of the first region, by its ISO 3166-2 part ("CA")."""
    bank: bool = False
    """Count the days on which only banks close, where the calendar tells them apart."""
    days: tuple[Holiday, ...] = ()
    """Days of your own, changes, and make-up working days."""
    calendar_url: str | None = None
    """Where customers find the whole calendar."""
