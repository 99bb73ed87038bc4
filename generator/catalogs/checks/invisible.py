"""Characters that nobody sees: they break a search, or turn the direction of what follows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

# Persian, Hindi and others join letters by some of these; Arabic and Hebrew turn direction by the marks.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\u3164\uffa0]")
PLAIN = frozenset({"ko", "ru", "zh"})


def _find(segment: Segment) -> Iterator[Fault]:
    found = TURNING.findall(segment.translated)
    found += HIDDEN.findall(segment.translated) if segment.base in PLAIN else []
    for char in dict.fromkeys(found):
        if char not in segment.source:
            name = unicodedata.name(char, "control character")
            yield Fault(f"U+{ord(char):04X} ({name.lower()}) stands in it, which nobody sees", "type the text anew")


CHECK = Check("invisible", _find)
