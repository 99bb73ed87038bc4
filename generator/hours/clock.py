"""Days in a time zone -> open intervals in UTC; what is open when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from generator.hours import week
from generator.hours.days import each_day
from generator.schema import Schedule, SupportConfig

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
FAR = 400
"""Days after which a schedule that has not changed is taken never to change."""


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From and to, half-open, in UTC: two times of one zone cannot be compared across a change of its clocks."""

    start: datetime
    end: datetime


def opening(config: SupportConfig, schedule: Schedule, first: date, last: date) -> tuple[Interval, ...]:
    """The open intervals of all hours that start from `first` to `last`; what touches is one."""
    zone = ZoneInfo(config.zone(schedule))
    found = (
        Interval(instant(zone, on, start), instant(zone, on, end))
        for on in each_day(first, last)
        for start, end in week.minutes(config, schedule, on)
    )
    return united(interval for interval in found if interval.start < interval.end)


def is_open(config: SupportConfig, schedule: Schedule, at: datetime) -> bool:
    """Whether the schedule is open at an instant, `at` being aware."""
    today = _local(config, schedule, at)
    return any(one.start <= at < one.end for one in opening(config, schedule, today - DAY, today + DAY))


def next_change(config: SupportConfig, schedule: Schedule, at: datetime) -> datetime | None:
    """The first instant after `at` at which the schedule opens or closes; None where it never does."""
    for one in stretches(config, schedule, at, FAR):
        if one.start > at:
            return one.start
        if one.end - at < timedelta(days=FAR - 1):
            return one.end
        return None
    return None


def united(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Join intervals that touch or overlap, in order."""
    joined: list[Interval] = []
    for one in sorted(intervals):
        if joined and one.start <= joined[-1].end:
            joined[-1] = Interval(joined[-1].start, max(one.end, joined[-1].end))
        else:
            joined.append(one)
    return tuple(joined)


def stretches(config: SupportConfig, schedule: Schedule, at: datetime, reach: int) -> Iterator[Interval]:
    """Every open interval that ends after `at`, whole, from at most `reach` days."""
    today = _local(config, schedule, at)
    pending: Interval | None = None
    for number in range(-1, reach, 8):
        block = opening(config, schedule, _shifted(today, number), _shifted(today, min(number + 7, reach)))
        *whole, pending = united((*block, pending) if pending else block) or (None,)
        yield from (one for one in whole if one and one.end > at)
    if pending and pending.end > at:
        yield pending


def table(config: SupportConfig, schedule: Schedule, first: date, last: date) -> list[int]:
    """All that is open from `first` to `last`, for the client: minutes since 1970 in UTC, each less the one before.

    Opening and closing alternate: the running sum of the numbers is when it opens, closes, opens…; hours that began
    on the evening before `first` are in it.
    """
    begin = instant(ZoneInfo(config.zone(schedule)), first, 0)
    found = opening(config, schedule, first - DAY, last)
    times = [minute(at) for one in found if one.end > begin for at in (one.start, one.end)]
    return [later - earlier for earlier, later in pairwise([0, *times])]


def minute(at: datetime) -> int:
    """Whole minutes since 1970."""
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // MINUTE


def instant(zone: ZoneInfo, on: date, minutes: int) -> datetime:
    """When the clocks first show, or have passed, so many minutes after midnight.

    Of an hour that comes twice it is the first; an hour that is left out is the moment at which it is left out. So
    what is earlier on the clock is never later in time.
    """
    wall = datetime.combine(on, time()) + minutes * MINUTE
    late = wall.replace(tzinfo=zone).astimezone(UTC)
    if late.astimezone(zone).replace(tzinfo=None) == wall:
        return late
    early = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return _leap(zone, early, late)


def _leap(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    """Find the minute between two instants at which the zone's clocks jump."""
    before = early.astimezone(zone).utcoffset()
    low, high = 0, (late - early) // MINUTE
    while low + 1 < high:
        middle = (low + high) // 2
        same = (early + middle * MINUTE).astimezone(zone).utcoffset() == before
        low, high = (middle, high) if same else (low, middle)
    return early + high * MINUTE


def _local(config: SupportConfig, schedule: Schedule, at: datetime) -> date:
    return at.astimezone(ZoneInfo(config.zone(schedule))).date()


def _shifted(on: date, number: int) -> date:
    return on + timedelta(days=number)
