"""Words that stand there as in the source: forgotten, unless they are names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import HOLE, Check, Fault, Segment

WORD = re.compile(r"[A-Za-z]{3,}")


def _find(segment: Segment) -> Iterator[Fault]:
    if segment.source.strip() != segment.translated.strip() or (HOLE in segment.said and not WORD.search(segment.said)):
        return
    # Names begin with capitals; a sentence has at least one small word, or is a lone lower-case word.
    if any(word.islower() for word in WORD.findall(segment.said)):
        yield Fault("the translation is the source, word for word", "translate it, or leave msgstr empty until you do")


CHECK = Check("unchanged", _find, "warning", languages=("ko", "ru", "zh", "ja", "ar", "uk", "th", "el", "he"))
