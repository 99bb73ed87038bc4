"""The texts of a page in the pseudo-language -> the words on it that no translator has ever seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args
from xml.etree.ElementTree import Element
from zoneinfo import available_timezones

from generator.catalogs.pseudo import PLAIN
from generator.formats import Formats, Measure
from generator.languages import PSEUDO, language
from generator.schema.time import DAYS

TOLD = (
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "alt",
    "title",
    "placeholder",
    "label",
)
HEAD = frozenset({"description", "og:title", "og:description", "og:site_name", "twitter:title", "application-name"})
SILENT = frozenset({"script", "style", "template", "code", "kbd", "pre", "samp"})
WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
# Whatever has been translated has none of these letters left.
LEFT = re.compile(f"[{PLAIN}]")
ADDRESS = re.compile(r"(?:https?://|mailto:)\S+|\S+@\S+|(?:[\w-]*\.)+[a-z]{2,}\b|[A-Z]{2,3}[$£]")


def unextracted(texts: Iterable[str], facts: Iterable[str]) -> list[str]:
    """The texts that are not in the pseudo-language and are no facts, in reading order."""
    known = sorted({fact for fact in facts if LEFT.search(fact)}, key=len, reverse=True)
    return [text for text in (" ".join(one.split()) for one in texts) if text and not _known(text, known)]


def texts(element: Element, tag: str = PSEUDO) -> Iterator[str]:
    """What is seen or heard of an element and all that it holds, but code and what is in another language."""
    foreign = element.tag != "html" and element.get("lang", tag) != tag
    if element.tag in SILENT or not isinstance(element.tag, str) or foreign:
        return
    yield from (element.get(name, "") for name in TOLD)
    if element.tag == "meta" and (element.get("name") or element.get("property")) in HEAD:
        yield element.get("content", "")
    yield element.text or ""
    for child in element:
        yield from texts(child, tag)
        yield child.tail or ""


def _known(text: str, known: list[str]) -> bool:
    bare = ADDRESS.sub(" ", text)
    for fact in known:
        if fact in bare:
            bare = re.sub(rf"(?<![A-Za-z]){re.escape(fact)}(?![A-Za-z])", " ", bare)
    return not any(LEFT.search(word) and word not in CLDR for word in WORD.findall(bare))


def _cldr() -> frozenset[str]:
    """The words of dates, hours, quantities, places, currencies, languages and lists, which CLDR writes."""
    formats = Formats(language(PSEUDO))
    locale = formats.locale
    days = [date(2026, month, day) for month in range(1, 13) for day in range(1, 8)]
    phrases = [
        *(write(day) for day in days for write in (formats.weekday_date, formats.short_date)),
        *(text for day in days for text in (formats.date_range(day, date(2027, 12, 31)), formats.month(day))),
        *(formats.weekday(day, full=full) for day in DAYS for full in (True, False)),
        *(formats.quantity(n, measure) for n in (1, 2) for measure in get_args(Measure)),
        formats.items("123"),
        formats.alternatives("123"),
        formats.utc_offset("Asia/Seoul", days[0]),
        *locale.languages.values(),
        *locale.territories.values(),
        *locale.currencies.values(),
        *map(formats.city, available_timezones()),
    ]
    return frozenset(word for phrase in phrases for word in WORD.findall(str(phrase)))


CLDR = _cldr()
