"""Characters: Traditional ones in zh-TW, Simplified ones in zh-CN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import HAN, Check, Fault, Segment

CHARSETS = {"zh-TW": ("big5", "Traditional"), "zh-CN": ("gb2312", "Simplified")}
ANY = re.compile(f"[{HAN}]")


def _find(segment: Segment) -> Iterator[Fault]:
    charset, name = CHARSETS[segment.language]
    wrong = [char for char in ANY.findall(segment.says) if not _encodes(char, charset) and char not in segment.source]
    if wrong:
        yield Fault(f"“{''.join(dict.fromkeys(wrong))}” is not {name} Chinese", f"write {name} characters")


def _encodes(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


CHECK = Check("wrong-characters", _find, languages=tuple(CHARSETS))
