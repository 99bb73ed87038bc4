"""Span of time + schedule + start -> the instant at which it has run out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from generator.hours import week
from generator.hours.clock import DAY, MINUTE, Interval, instant, stretches
from generator.hours.days import each_day
from generator.schema import Schedule, Span, SupportConfig, Target

REACH = 3660
"""Days after which business time that has not run out is taken never to."""


def deadline(config: SupportConfig, target: Target | Span, start: datetime) -> datetime | None:
    """When a promise made at `start` falls due, in UTC; None where its schedule does not open for so long.

    Business hours are open time. A business day ends with the hours of a day that has any, and the day of receipt
    does not count; what comes in while it is closed is received at the next opening. Minutes, hours and days run on
    the calendar, from the next opening where the target names a schedule.
    """
    start = start.astimezone(UTC)
    schedule = _schedule(config, target)
    if target.unit in ("business_hours", "business_days") and schedule:
        if target.unit == "business_hours":
            return _after_hours(stretches(config, schedule, start, REACH), start, target.value)
        return _after_days(config, schedule, start, target.value)
    begin = _received(config, schedule, start) if isinstance(target, Target) and target.schedule else start
    return _on_calendar(config, schedule, target, begin) if begin else None


def _schedule(config: SupportConfig, target: Target | Span) -> Schedule | None:
    """The schedule that the target names; business time without one runs in the first of all."""
    named = config.schedule(target.schedule) if isinstance(target, Target) else None
    first = config.schedules[0] if config.schedules and target.unit.startswith("business") else None
    return named or first


def _received(config: SupportConfig, schedule: Schedule | None, start: datetime) -> datetime | None:
    if schedule is None:
        return start
    return next((max(one.start, start) for one in stretches(config, schedule, start, REACH)), None)


def _on_calendar(config: SupportConfig, schedule: Schedule | None, target: Target | Span, begin: datetime) -> datetime:
    zone = ZoneInfo(config.zone(schedule) if schedule else config.timezone)
    if target.unit == "minutes":
        return begin + target.value * MINUTE
    if target.unit in ("hours", "business_hours"):
        return begin + timedelta(hours=target.value)
    local = begin.astimezone(zone)
    clock = local.hour * 60 + local.minute
    return instant(zone, local.date() + timedelta(days=target.value), clock) + timedelta(
        seconds=local.second, microseconds=local.microsecond
    )


def _after_hours(opened: Iterator[Interval], start: datetime, hours: int) -> datetime | None:
    left = timedelta(hours=hours)
    for one in opened:
        begin = max(one.start, start)
        if begin + left <= one.end:
            return begin + left
        left -= one.end - begin
    return None


def _after_days(config: SupportConfig, schedule: Schedule, start: datetime, days: int) -> datetime | None:
    zone = ZoneInfo(config.zone(schedule))
    today = start.astimezone(zone).date()
    ends = (
        instant(zone, on, opened[-1][1])
        for on in each_day(today - DAY, today + REACH * DAY)
        if (opened := week.minutes(config, schedule, on))
    )
    # The first day that ends after the start is the day of receipt.
    return next(islice((end for end in ends if end > start), days, None), None)
