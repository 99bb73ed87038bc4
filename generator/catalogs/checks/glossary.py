"""The glossary: one English term, one word of the language, on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.catalogs.checks._base import Check, Fault, Segment

STEM = 4


@cache
def _term(english: str) -> re.Pattern[str]:
    word = re.sub(r"\s*\([^)]*\)", "", english).split(" / ")[0].strip()
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?:s|es)?(?![\w-])", re.I)


def _find(segment: Segment) -> Iterator[Fault]:
    said, says = segment.said, segment.says.lower().replace("ё", "е").replace(" ", "").replace("\u00a0", "")
    for english in sorted(segment.terms, key=len, reverse=True):
        if _term(english).search(said):
            said = _term(english).sub(" ", said)
            ways = [*segment.terms[english].split("|"), english]
            if not any(_holds(says, way, segment.base) for way in ways):
                hint = f"say {' or '.join(ways[:-1])}, or change the glossary"
                yield Fault(f"“{english}” is not said as the glossary says it", hint)


def _holds(says: str, term: str, base: str) -> bool:
    words = term.lower().replace("ё", "е").split()
    if base == "ru":
        return all(word[: max(3, min(STEM, len(word) - 2))] in says for word in words if len(word) > 2)
    return "".join(words) in says or all(word in says for word in words)


CHECK = Check("glossary", _find, "warning")
