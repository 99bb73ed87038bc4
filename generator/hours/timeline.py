"""Schedules -> every minute at which they open, pause and close, as far as that is known: open-now for a browser."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from generator.hours import week
from generator.hours.clock import DAY, Interval, instant, minute, opening, united
from generator.hours.coverage import covers_always
from generator.hours.days import DayOff, each_day, known_through
from generator.schema import Schedule, SupportConfig, Text

YEARS = 2
"""A timeline ends with the second year after this one: a site that nobody builds anew for so long says nothing."""


@dataclass(frozen=True, slots=True)
class Closing:
    """A day on which nobody is there although it is usually worked, from its midnight to the next."""

    start: int
    end: int
    name: Text | DayOff


@dataclass(frozen=True, slots=True)
class Timeline:
    """When at least one of several schedules is open; all times are minutes since 1970 in UTC."""

    start: int
    """Nothing is known before."""
    end: int
    """Nothing is known from here on."""
    changes: tuple[int, ...]
    """The first opening, then how long it stays open, closed, open…; a negative length is that of a break."""
    always: bool
    """Whether it is never closed, holidays and all; there are no changes then."""
    closings: tuple[Closing, ...] = ()


def timeline(config: SupportConfig, schedules: tuple[Schedule, ...], today: date) -> Timeline | None:
    """The timeline of schedules from the day before `today`; None where it is not known whether today is worked."""
    if not schedules:
        return None
    first, last = today - DAY, min(_known(config, schedule, today) for schedule in schedules)
    if last < today:
        return None
    zones = [ZoneInfo(config.zone(schedule)) for schedule in schedules]
    start = max(minute(instant(zone, first, 0)) for zone in zones)
    end = min(minute(instant(zone, last + DAY, 0)) for zone in zones)
    if covers_always(config, schedules):
        return Timeline(start, end, (), always=True)
    changes = tuple(_changes(config, schedules, first, last, start))
    return Timeline(start, end, changes, always=False, closings=tuple(_closings(config, schedules, first, last)))


def _known(config: SupportConfig, schedule: Schedule, today: date) -> date:
    last = date(today.year + YEARS, 12, 31)
    # Who works through holidays has nothing to learn from a calendar that ends.
    return last if schedule.always or schedule.holidays == "normal" else min(last, known_through(config))


def _changes(
    config: SupportConfig, schedules: tuple[Schedule, ...], first: date, last: date, start: int
) -> Iterator[int]:
    found = _open(config, schedules, first, last)
    # What lies between two openings is a break if nothing would be shut there without the breaks.
    without = tuple(one.model_copy(update={"breaks": {}}) if one.breaks else one for one in schedules)
    whole = found if without == schedules else _open(config, without, first, last)
    starts = [one.start for one in whole]
    since, closed = 0, None
    for one in found:
        if minute(one.end) <= start:
            continue
        gap, since = minute(one.start) - since, minute(one.end)
        around = whole[bisect(starts, closed) - 1] if closed else None
        yield -gap if around and one.start <= around.end else gap
        yield minute(one.end) - minute(one.start)
        closed = one.end


def _open(config: SupportConfig, schedules: tuple[Schedule, ...], first: date, last: date) -> tuple[Interval, ...]:
    """What is open in any of the schedules, with the night before the first day."""
    return united(one for schedule in schedules for one in opening(config, schedule, first - DAY, last))


def _closings(config: SupportConfig, schedules: tuple[Schedule, ...], first: date, last: date) -> Iterator[Closing]:
    for on in each_day(first, last):
        name = _reason(config, schedules, on)
        if name:
            zone = ZoneInfo(config.zone(schedules[0]))
            yield Closing(minute(instant(zone, on, 0)), minute(instant(zone, on + DAY, 0)), name)


def _reason(config: SupportConfig, schedules: tuple[Schedule, ...], on: date) -> Text | DayOff | None:
    """Why nobody works on a date, where a usual week would have somebody there."""
    days = [week.day(config, schedule, on) for schedule in schedules]
    if any(day.ranges for day in days):
        return None
    usual = (week.works(schedule, on) for schedule in schedules)
    return next((day.name for day, works in zip(days, usual, strict=True) if works and day.name), None)
