"""What stands there twice: two words of the source said as one, “settings and settings”; a sentence pasted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import HAN, Check, Fault, Segment

TWICE = {
    "ko": re.compile(
        r"(?<![가-힣])([가-힣]{2,}(?: [가-힣]{2,})?)(?:와|과|나|,| 및| 또는) \1(?=[을를은는이가의에로]?(?![가-힣]))"
    ),
    "ru": re.compile(r"(?<!\w)([а-яё]{4,})(?:,| и| или) \1(?!\w)", re.I),
    "zh": re.compile(rf"(?<![{HAN}])([{HAN}]{{2,6}})(?:和|與|与|及|或|以及|、)\1(?![{HAN}])"),
}
SENTENCE = re.compile(r"[^.!?。！？\n]{8,}[.!?。！？]")
ENGLISH = re.compile(r"\b(\w+)(?:,| and| or) \1\b", re.I)


def _find(segment: Segment) -> Iterator[Fault]:
    found = TWICE[segment.base].search(segment.says) if segment.base in TWICE else None
    if found and not ENGLISH.search(segment.said):
        yield Fault(f"“{found.group()}” says the same twice", "find a word for each of the two")
    if (again := _again(segment.says)) and not _again(segment.said):
        yield Fault(f"“{again}” stands there twice", "take one away")


def _again(text: str) -> str:
    """The first sentence that a text says twice."""
    sentences = [sentence.strip() for sentence in SENTENCE.findall(text)]
    return next((one for number, one in enumerate(sentences) if one in sentences[:number]), "")


CHECK = Check("said-twice", _find, "warning")
