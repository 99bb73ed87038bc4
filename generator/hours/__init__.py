"""Schedules, breaks, holidays, make-up days, exceptions -> open intervals: the only place that knows time."""

from generator.hours.clock import Interval, is_open, next_change, opening, table
from generator.hours.coverage import always, covers_always
from generator.hours.days import DayOff, MakeUpDay, days_off, known_through, make_up_days, regions
from generator.hours.deadline import deadline
from generator.hours.library import announces_moves, supported
from generator.hours.timeline import Closing, Timeline, timeline
from generator.hours.week import Day, day

__all__ = [
    "Closing",
    "Day",
    "DayOff",
    "Interval",
    "MakeUpDay",
    "Timeline",
    "always",
    "announces_moves",
    "covers_always",
    "day",
    "days_off",
    "deadline",
    "is_open",
    "known_through",
    "make_up_days",
    "next_change",
    "opening",
    "regions",
    "supported",
    "table",
    "timeline",
]
