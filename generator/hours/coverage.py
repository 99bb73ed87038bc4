"""Schedules -> whether somebody is there day and night, every day of the year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from generator.hours.clock import DAY, opening, united
from generator.schema import Schedule, SupportConfig

TRIED = (2026, 2027, 2028)
"""Three years in which each holiday meets several weekdays, one of them a leap year; the partner's own are added."""
SENSIBLE = range(1970, 2200)
WEEK_MINUTES = 7 * 24 * 60


def always(config: SupportConfig, schedule: Schedule) -> bool:
    """Whether the schedule is never closed: no holiday, break, exception or make-up day shuts it."""
    return covers_always(config, (schedule,))


def covers_always(config: SupportConfig, schedules: Iterable[Schedule]) -> bool:
    """Whether at every instant at least one of several schedules is open."""
    together = tuple(schedules)
    if any(schedule.always and not schedule.exceptions for schedule in together):
        return True
    if sum(map(_weekly_minutes, together)) < WEEK_MINUTES:
        return False
    return all(_covers(config, together, year) for year in _years(config, together))


def _weekly_minutes(schedule: Schedule) -> int:
    return (
        WEEK_MINUTES
        if schedule.always
        else sum(piece.length for pieces in schedule.weekly.values() for piece in pieces)
    )


def _covers(config: SupportConfig, schedules: tuple[Schedule, ...], year: int) -> bool:
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = (one for schedule in schedules for one in opening(config, schedule, first - 3 * DAY, last + 3 * DAY))
    begin, end = (datetime.combine(on, time(), UTC) for on in (first - DAY, last + DAY))
    return any(one.start <= begin and one.end >= end for one in united(found))


def _years(config: SupportConfig, schedules: tuple[Schedule, ...]) -> tuple[int, ...]:
    own = {day.date.year for day in config.holidays.days}
    own |= {
        on.year for schedule in schedules for one in schedule.exceptions for on in (one.date, one.until or one.date)
    }
    return tuple(sorted({*TRIED, *(year for year in own if year in SENSIBLE)}))
