"""Punctuation: full-width marks between Han characters, none in Korean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import HAN, Check, Fault, Segment

WRONG = re.compile(rf"[{HAN}]\s?[,;:?!](?=\s?[{HAN}])|[{HAN}]\.(?=\s?[{HAN}]|$)|[{HAN}][,;?!]$")


FULL = re.compile("[가-힣][。，、；：？！]")


def _find(segment: Segment) -> Iterator[Fault]:
    if segment.base == "ko":
        if found := FULL.search(segment.says):
            yield Fault(f"“{found.group()}”: a full-width mark in Korean", "use . , ; : ? !")
        return
    if found := WRONG.search(segment.says):
        yield Fault(f"“{found.group()}”: a half-width mark after a Han character", "use ，。；：？！")


CHECK = Check("half-width", _find, "warning", languages=("zh", "ko"))
