"""Bounds: “at least” is not “at most”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

LEAST = re.compile(
    r"\b(?:at least|no less than|not less than|no fewer than|minimum|or more|more than|longer than)\b", re.I
)
MOST = re.compile(r"\b(?:at most|up to|no more than|not more than|no longer than|maximum|or less|within)\b", re.I)
SAYS = {
    "ko": (re.compile("최소(?!화)|적어도"), re.compile("최대(?!한)")),
    "ru": (
        re.compile(r"\b(?:не менее|минимум|как минимум|не меньше)\b", re.I),
        re.compile(r"\b(?:не более|не больше)\b", re.I),
    ),
    "zh": (re.compile("至少|最少"), re.compile("最多|至多|不超[過过]")),
}


def _find(segment: Segment) -> Iterator[Fault]:
    least, most = (pattern.search(segment.says) for pattern in SAYS[segment.base])
    # “No more than” holds “more than”; what it says is the upper bound.
    above = LEAST.search(MOST.sub(" ", segment.said))
    below = MOST.search(segment.said)
    if least and below and not above:
        yield Fault(f"“{least.group()}”, where the source says how much at most", "turn the bound round")
    if most and above and not below:
        yield Fault(f"“{most.group()}”, where the source says how much at least", "turn the bound round")


CHECK = Check("bound-turned", _find, languages=tuple(SAYS))
