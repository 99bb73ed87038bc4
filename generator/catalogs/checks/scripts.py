"""Scripts: no Hangul in Chinese or Russian, no Han or kana in Korean, none of the three in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import CYRILLIC, HAN, HANGUL, KANA, Check, Fault, Segment

FOREIGN = {
    "ko": re.compile(f"[{HAN}{KANA}{CYRILLIC}]+"),
    "ru": re.compile(f"[{HAN}{KANA}{HANGUL}]+"),
    "zh": re.compile(f"[{KANA}{HANGUL}{CYRILLIC}]+"),
}


def _find(segment: Segment) -> Iterator[Fault]:
    for found in FOREIGN[segment.base].findall(segment.says):
        if found not in segment.source:
            yield Fault(f"“{found}” is of another language's script", "write it in the script of this language")


CHECK = Check("foreign-script", _find, languages=tuple(FOREIGN))
