"""Letters that only look right: Latin among Cyrillic, and Cyrillic among Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import CYRILLIC, Check, Fault, Segment

WORD = re.compile(f"[A-Za-z{CYRILLIC}]+")
LATIN, SLAVIC = re.compile("[A-Za-z]"), re.compile(f"[{CYRILLIC}]")


def _find(segment: Segment) -> Iterator[Fault]:
    for word in WORD.findall(segment.says):
        if LATIN.search(word) and SLAVIC.search(word):
            yield Fault(f"“{word}” mixes Latin and Cyrillic letters", "type the whole word in one script")
    if segment.base != "ru":
        return
    for letter in re.findall(r"(?<![A-Za-z.&/])[aceopxkyABEKMHOPCTX](?= [а-яё])", segment.says):
        if not re.search(rf"\b{letter}\b", segment.said):
            yield Fault(f"“{letter}” is a Latin letter between Russian words", "type it on the Russian keyboard")


CHECK = Check("mixed-script", _find)
