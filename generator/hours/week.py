"""Schedule + date -> the hours of that day, and why they are what they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.hours import days as _days
from generator.hours.days import WEEK, DayOff, MakeUpDay
from generator.schema import DateException, Schedule, SupportConfig, Text, TimeRange
from generator.schema import Day as Weekday

WHOLE_DAY = 24 * 60
STRICTNESS = ("normal", "limited", "closed")
Why = Literal["usual", "holiday", "exception", "make-up"]
Minutes = tuple[int, int]
"""From and to in minutes since the day's midnight; past 1440 lies the next day."""


@dataclass(frozen=True, slots=True)
class Day:
    """The hours of one date, breaks cut out; a range that ends at or before its start ends on the next day."""

    date: date
    ranges: tuple[TimeRange, ...]
    why: Why = "usual"
    name: Text | DayOff | None = None
    """What to call a day that is not usual: the partner's words, or a day off with its names by language."""


def day(config: SupportConfig, schedule: Schedule, on: date) -> Day:
    """The hours of one date: an exception beats a make-up working day, which beats a holiday, which beats the week."""
    ranges, weekday, why, name = _rule(config, schedule, on)
    pieces = spans(ranges, breaks(schedule, weekday))
    shown = (TimeRange(start % WHOLE_DAY, _end(end)) for start, end in pieces)
    return Day(on, tuple(shown), why, name)


def spans(ranges: Iterable[TimeRange], pauses: Iterable[TimeRange]) -> tuple[Minutes, ...]:
    """Join what touches, then cut the pauses out.

    A pause is a stretch of the clock, and belongs to the day on which the hours began: a night shift's 02:00-03:00 is
    cut out of the night, not out of the morning before it.
    """
    cut = [
        (pause.start + shift, pause.start + shift + pause.length)
        for pause in pauses
        for shift in (-WHOLE_DAY, 0, WHOLE_DAY)
    ]
    pieces = merged((piece.start, piece.start + piece.length) for piece in ranges)
    for start, end in cut:
        pieces = [piece for old in pieces for piece in _without(old, start, end)]
    return tuple(pieces)


def merged(pieces: Iterable[Minutes]) -> list[Minutes]:
    """Join half-open stretches that touch or overlap, in order."""
    joined: list[Minutes] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def minutes(config: SupportConfig, schedule: Schedule, on: date) -> tuple[Minutes, ...]:
    """The open stretches that start with the hours of one date, in minutes since its midnight."""
    ranges, weekday, _, _ = _rule(config, schedule, on)
    return spans(ranges, breaks(schedule, weekday))


def works(schedule: Schedule, on: date) -> bool:
    """Whether a usual week has hours on the weekday of a date."""
    return bool(_usual(schedule, WEEK[on.weekday()]))


def breaks(schedule: Schedule, weekday: Weekday) -> tuple[TimeRange, ...]:
    """The pauses of one weekday."""
    return schedule.breaks.get(weekday, ())


def _end(minute: int) -> int:
    return minute if minute <= WHOLE_DAY else minute - WHOLE_DAY


def _without(piece: Minutes, start: int, end: int) -> list[Minutes]:
    rest = [(piece[0], min(piece[1], start)), (max(piece[0], end), piece[1])]
    return [(first, last) for first, last in rest if first < last]


Rule = tuple[tuple[TimeRange, ...], Weekday, Why, Text | DayOff | None]


def _rule(config: SupportConfig, schedule: Schedule, on: date) -> Rule:
    weekday = WEEK[on.weekday()]
    if exception := _exception(schedule, on):
        return exception.hours, weekday, "exception", exception.reason
    usual = _usual(schedule, weekday)
    if schedule.always:
        return usual, weekday, "usual", None
    year = _days.calendar(config, on.year)
    if (make_up := year.worked.get(on)) and not year.off.get(on):
        return _make_up(schedule, make_up, weekday)
    off = max(year.off.get(on, ()), key=lambda one: STRICTNESS.index(_coverage(schedule, one)), default=None)
    if off is None or _coverage(schedule, off) == "normal":
        return usual, weekday, "usual", None
    ranges = schedule.holiday_hours if _coverage(schedule, off) == "limited" else ()
    return ranges, weekday, "holiday", off


def _usual(schedule: Schedule, weekday: Weekday) -> tuple[TimeRange, ...]:
    return (TimeRange(0, WHOLE_DAY),) if schedule.always else schedule.weekly.get(weekday, ())


def _coverage(schedule: Schedule, off: DayOff) -> str:
    return off.coverage or schedule.holidays


def _make_up(schedule: Schedule, make_up: MakeUpDay, weekday: Weekday) -> Rule:
    # Who works through public holidays does not follow the public calendar's make-up days either.
    if not make_up.stated and schedule.holidays == "normal":
        return _usual(schedule, weekday), weekday, "usual", None
    # A team that never works on Mondays keeps its usual hours, unless the partner says otherwise.
    follows = make_up.works_as if make_up.explicit or schedule.weekly.get(make_up.works_as) else weekday
    return _usual(schedule, follows), follows, "make-up", make_up.own


def _exception(schedule: Schedule, on: date) -> DateException | None:
    """The exception for a date; of several the shortest, and of equals the last."""
    found = [one for one in schedule.exceptions if one.date <= on <= (one.until or one.date)]
    return min(reversed(found), key=lambda one: (one.until or one.date) - one.date, default=None)
