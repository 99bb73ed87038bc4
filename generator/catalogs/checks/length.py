"""Length: a translation far shorter or longer than its source has lost or gained something."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

SHORTEST = 40
LEAST, MOST = {"zh": 0.25}, 2.2


def _find(segment: Segment) -> Iterator[Fault]:
    ours, theirs = _width(segment.said), _width(segment.says)
    if ours >= SHORTEST and not LEAST.get(segment.base, 0.35) <= theirs / ours <= MOST:
        far = "short" if theirs < ours else "long"
        yield Fault(f"the translation is very {far} for its source", "see whether a sentence is lost or doubled")


def _width(text: str) -> int:
    """Columns on a terminal: a Han character says about as much as two letters."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in re.sub(r"\s+", " ", text))


CHECK = Check("length", _find, "warning")
