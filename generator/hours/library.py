"""The holidays library -> the public holidays and make-up working days of one region and year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType

import holidays

from generator.hours.names import own_name, word_key

BETWEEN = " / "
"""What stands between two holidays that fall on one date."""

MOVED = re.compile(r"Выходной(?: день)? \(перенесен[оа]? с (\d{1,2})\.(0[1-9]|1[0-2])\.(\d{4})\)")
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PublicHoliday:
    """One public holiday, named in every language that was asked for."""

    date: date
    names: Mapping[str, str]
    substitute: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """What the library knows of one region and year."""

    holidays: Mapping[date, PublicHoliday]
    make_up: frozenset[date]


@cache
def supported(region: str, subdivision: str | None = None) -> bool:
    """Whether the library knows the region and, where one is given, its subdivision."""
    try:
        known = holidays.country_holidays(region)
    except NotImplementedError:
        return False
    return subdivision is None or subdivision in (*known.subdivisions, *known.subdivisions_aliases)


@cache
def last_year(region: str) -> int | None:
    """The last year of which the library is sure; None for a region that it does not know.

    Where a government moves days off from year to year, that is the last year whose moves the library has.
    """
    if not supported(region):
        return None
    known = holidays.country_holidays(region)
    if not known.has_substituted_holidays:
        return int(known.end_year)
    moved: dict[int, object] = getattr(known, "special_public_holidays", {})
    return max(moved, default=None)


@cache
def announces_moves(region: str) -> bool:
    """Whether the government of the region moves days off from year to year, by announcement."""
    return supported(region) and bool(holidays.country_holidays(region).has_substituted_holidays)


@cache
def weekend(region: str) -> frozenset[int]:
    """The weekdays on which the region rests, Monday being 0."""
    return frozenset(holidays.country_holidays(region).weekend) if supported(region) else frozenset((5, 6))


@lru_cache(maxsize=256)
def year(region: str, subdivision: str | None, bank: bool, tags: tuple[str, ...], number: int) -> Year:
    """Read one year; empty for a region that the library does not know."""
    if not supported(region):
        return Year(MappingProxyType({}), frozenset())
    place = subdivision if subdivision and supported(region, subdivision) else None
    english = _read(region, place, bank, _english(region), number)
    usual = _read(region, place, bank, _english(region), number, observed=False)
    spoken = {tag: _read(region, place, bank, found, number) for tag in tags if (found := _spoken(region, tag))}
    named = {
        day: PublicHoliday(
            day,
            MappingProxyType(_names(region, day, tags, english, spoken)),
            substitute=day not in usual or all(map(_stands_in, english.get_list(day))),
        )
        for day in sorted(english)
        if day.year == number
    }
    worked = {day for day in english.weekend_workdays if day.year == number}
    return Year(MappingProxyType(named), frozenset(worked))


def _read(
    region: str, place: str | None, bank: bool, tag: str | None, number: int, *, observed: bool = True
) -> holidays.HolidayBase:
    kinds = holidays.country_holidays(region).supported_categories
    wanted = [kind for kind in ("public", "bank") if kind in kinds and (bank or kind == "public")]
    return holidays.country_holidays(
        region, subdiv=place, years=number, language=tag, observed=observed, categories=wanted or None
    )


def _stands_in(english: str) -> bool:
    return english.startswith(("Day off (substituted", "Alternative holiday", "Substitute ")) or "(observed" in english


def _names(
    region: str,
    day: date,
    tags: tuple[str, ...],
    english: holidays.HolidayBase,
    spoken: Mapping[str, holidays.HolidayBase],
) -> dict[str, str]:
    """The names of one day in every language that has one for it, and in English, or whatever the library has."""
    original = _english(region) or holidays.country_holidays(region).default_language or "en"
    found = {tag: _name(region, day, tag, english, spoken.get(tag)) for tag in tags}
    named = {tag: name for tag, name in found.items() if name}
    return named | ({} if "en" in named else {original.partition("_")[0]: BETWEEN.join(english.get_list(day))})


def _name(region: str, day: date, tag: str, english: holidays.HolidayBase, spoken: holidays.HolidayBase | None) -> str:
    """What readers of a language call a day; "" where nobody knows."""
    own = [own_name(region, name, tag) for name in english.get_list(day)]
    names = spoken.get_list(day) if spoken is not None and None in own else [name for name in own if name]
    if spoken is None and None in own:
        return ""
    return BETWEEN.join(_russian(name, day) for name in names) if word_key(tag) == "ru" else BETWEEN.join(names)


def _russian(name: str, day: date) -> str:
    """Write a name as the rest of a Russian page is written: no ё, and a date in words."""
    plain = name.replace("ё", "е").replace("Ё", "Е")
    if not (moved := MOVED.fullmatch(plain)):
        return plain
    number, month, of = map(int, moved.groups())
    return f"Выходной день (перенесен с {number} {MONTHS[month - 1]})" if of == day.year else "Выходной день"


@cache
def _english(region: str) -> str | None:
    known = holidays.country_holidays(region)
    tags = sorted(known.supported_languages, key=lambda tag: (tag != known.default_language, tag != "en_US", tag))
    return next((tag for tag in tags if tag.startswith("en")), None)


@cache
def _spoken(region: str, tag: str) -> str | None:
    """The library's own tag for a language of the site, where it speaks it."""
    known = holidays.country_holidays(region)
    if tag.startswith("en"):
        return None
    tags = sorted(known.supported_languages, key=lambda name: (name != tag.replace("-", "_"), name))
    key = word_key(tag)
    return next((name for name in tags if _key(name) == key), None)


def _key(name: str) -> str | None:
    try:
        return word_key(name.replace("_", "-"))
    except ValueError:
        return None
