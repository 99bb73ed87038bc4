"""Bold: every `**` of a translation turns to bold, as often as in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs import parity
from generator.catalogs.checks._base import Check, Fault, Segment

MARK = re.compile(r"(?<![\\*])\*\*(?!\*)")
BOLD = re.compile(r"(?<![\\*])\*\*(?![\s*])(?:[^*]|\*(?!\*))+?(?<![\s\\])\*\*(?!\*)")


def _find(segment: Segment) -> Iterator[Fault]:
    ours, theirs = (parity.CODE.sub(" ", text) for text in (segment.source, segment.translated))
    if MARK.search(BOLD.sub("", theirs)) and not MARK.search(BOLD.sub("", ours)):
        yield Fault(
            "`**` stands there as it is: it turns nothing bold", "close it, and leave no blank inside the stars"
        )
    elif (there := len(BOLD.findall(theirs))) != (here := len(BOLD.findall(ours))):
        yield Fault(f"{there} bold words or phrases, {here} in the source", "make bold what the source makes bold")


CHECK = Check("bold-broken", _find)
