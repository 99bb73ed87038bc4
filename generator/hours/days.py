"""Public holidays with the partner's own days laid over -> days off and make-up working days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, get_args

from generator.hours import library
from generator.schema import Day, Holiday, Holidays, SupportConfig, Text

Coverage = Literal["closed", "limited", "normal"]
WEEK: tuple[Day, ...] = get_args(Day)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A date on which a region rests, named in every language of the site."""

    date: date
    region: str
    """The region that keeps it; "" for a day of the partner's own that holds everywhere."""
    names: Mapping[str, str]
    """Empty where the partner gave a day of its own no name."""
    substitute: bool = False
    """Whether it stands in for a holiday that falls on another date."""
    coverage: Coverage | None = None
    """What it does to every schedule; None leaves that to each schedule."""
    own: Text | None = None
    """The partner's own name for it; `names` holds its source words for every language in which it is not given."""


@dataclass(frozen=True, slots=True)
class MakeUpDay:
    """A date that is worked although it would be a weekend or a holiday."""

    date: date
    region: str
    """The region that works; "" for a day of the partner's own that holds everywhere."""
    works_as: Day
    """The weekday whose hours it follows."""
    own: Text | None = None
    stated: bool = True
    """Whether the partner says so; False where only the public calendar does."""
    explicit: bool = False
    """Whether the partner names the weekday that it follows."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """All days of one year that are not as usual."""

    off: Mapping[date, tuple[DayOff, ...]]
    worked: Mapping[date, MakeUpDay]


def days_off(config: SupportConfig, first: date, last: date) -> tuple[DayOff, ...]:
    """All days off from `first` to `last`, by date, then by region in the order of the configuration."""
    found = (off for number in range(first.year, last.year + 1) for off in calendar(config, number).off.values())
    return tuple(off for offs in found for off in offs if first <= off.date <= last)


def make_up_days(config: SupportConfig, first: date, last: date) -> tuple[MakeUpDay, ...]:
    """All make-up working days from `first` to `last`, by date."""
    found = (day for number in range(first.year, last.year + 1) for day in calendar(config, number).worked.values())
    return tuple(day for day in found if first <= day.date <= last)


def known_through(config: SupportConfig) -> date:
    """The last day up to which all days off and make-up days are known; the first of all days where none are.

    Regions whose governments move days off by announcement are known as far as the library has the moves, and for
    each following year for which the partner states a make-up day, or any day of that region, itself.
    """
    counted = regions(config)
    return min((_known(config, region) for region in counted), default=date.max)


def regions(config: SupportConfig) -> tuple[str, ...]:
    """The regions whose public holidays count."""
    return config.regions if config.holidays.regions is None else config.holidays.regions


def calendar(config: SupportConfig, number: int) -> Calendar:
    """Everything in one year that is not as usual."""
    return _calendar(config.holidays, regions(config), config.languages, config.source, number)


def _known(config: SupportConfig, region: str) -> date:
    last = library.last_year(region)
    if last is not None and not library.announces_moves(region):
        return date(last, 12, 31)
    own = {day.date.year for day in config.holidays.days if _states(day, region)}
    known = last or 0
    run = known + 1 if known + 1 in own else min((number for number in own if number > known), default=0)
    while run in own:
        known, run = run, run + 1
    return date(known, 12, 31) if known else date.min


def _states(day: Holiday, region: str) -> bool:
    return day.region == region or (day.region is None and day.working)


@lru_cache(maxsize=256)
def _calendar(rules: Holidays, counted: tuple[str, ...], tags: tuple[str, ...], source: str, number: int) -> Calendar:
    # The first region is where the partner works; another region's make-up Saturday opens no office here.
    off, worked = _public(rules, counted, tags, number)
    for entry in sorted((day for day in rules.days if day.date.year == number), key=lambda day: day.working):
        if entry.working:
            kept = tuple(day for day in off.get(entry.date, ()) if not _concerns(entry, day.region))
            off[entry.date] = kept
            if entry.region in (None, *counted[:1]):
                worked[entry.date] = _worked(entry, counted)
        else:
            off[entry.date] = tuple(_laid_over(entry, off.get(entry.date, ()), tags, source))
            worked.pop(entry.date, None)
    return Calendar(
        MappingProxyType({day: off[day] for day in sorted(off) if off[day]}),
        MappingProxyType({day: worked[day] for day in sorted(worked)}),
    )


def _public(
    rules: Holidays, counted: tuple[str, ...], tags: tuple[str, ...], number: int
) -> tuple[dict[date, tuple[DayOff, ...]], dict[date, MakeUpDay]]:
    off: dict[date, tuple[DayOff, ...]] = {}
    worked: dict[date, MakeUpDay] = {}
    for region in counted:
        place = rules.subdivision if region == counted[0] else None
        known = library.year(region, place, rules.bank, tags, number)
        for day, holiday in known.holidays.items():
            off[day] = (*off.get(day, ()), DayOff(day, region, holiday.names, holiday.substitute))
        if region == counted[0]:
            worked = {day: MakeUpDay(day, region, "mon", stated=False) for day in known.make_up}
    return off, worked


def _worked(entry: Holiday, counted: tuple[str, ...]) -> MakeUpDay:
    number = entry.date.weekday()
    rests = library.weekend(entry.region or (counted[0] if counted else ""))
    usual: Day = "mon" if number in rests else WEEK[number]
    return MakeUpDay(
        entry.date, entry.region or "", entry.works_as or usual, entry.name, explicit=entry.works_as is not None
    )


def _concerns(entry: Holiday, region: str) -> bool:
    return entry.region is None or entry.region == region


def _laid_over(entry: Holiday, there: tuple[DayOff, ...], tags: tuple[str, ...], source: str) -> Iterator[DayOff]:
    name = entry.name
    names = MappingProxyType({tag: name.by_language.get(tag) or name.source(source) for tag in tags} if name else {})
    new = DayOff(entry.date, entry.region or "", names, coverage=entry.coverage, own=name)
    for day in there:
        if not _concerns(entry, day.region):
            yield day
            continue
        changed = replace(day, names=names, own=name) if name else day
        yield replace(changed, coverage=entry.coverage or day.coverage)
    if not any(_concerns(entry, day.region) for day in there):
        yield new


def each_day(first: date, last: date) -> Iterator[date]:
    """All dates from `first` to `last`."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
