"""Words that stand there as in the source: forgotten, unless they are names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import HOLE, Check, Fault, Segment

WORD = re.compile(r"[A-Za-z]{2,}")
# Small words that no product's name has; two words in a row, so that a letter or a unit is no sentence.
LEFT = re.compile(
    r"(?<![\w.@/-])(?:[A-Za-z]+ (?:us|you|your|we|our|the|is|are|was|this|that|it|not|will|can|must|if|when)|"
    r"(?:[Tt]he|[Yy]our?|[Ww]e|[Oo]ur|[Ii]s|[Aa]re|[Tt]his|[Ii]t|[Ii]f|[Ww]hen|[Pp]lease) [a-z]+)(?![\w@/-])"
)
QUOTED = re.compile(r"[“«「\"‘『][^”»」\"’』]*[”»」\"’』]|\*+[^*]+\*+|[(（][^()（）]*[)）]")


def _find(segment: Segment) -> Iterator[Fault]:
    if segment.source.strip() != segment.translated.strip() or (HOLE in segment.said and not WORD.search(segment.said)):
        if segment.source.strip() != segment.translated.strip():
            yield from _left(segment)
        return
    # Names begin with capitals; a sentence has at least one small word, or is a lone lower-case word.
    if any(word.islower() for word in WORD.findall(segment.said)):
        yield Fault("the translation is the source, word for word", "translate it, or leave msgstr empty until you do")


def _left(segment: Segment) -> Iterator[Fault]:
    """Words of the source in the middle of a translation; what is quoted is shown so on purpose."""
    found = LEFT.search(QUOTED.sub(" ", segment.says))
    if found and found.group() in segment.said:
        yield Fault(f"“{found.group()}” is left as it was", "translate it")


CHECK = Check("unchanged", _find, "warning", languages=("ko", "ru", "zh", "ja", "ar", "uk", "th", "el", "he"))
