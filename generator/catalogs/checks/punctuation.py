"""Punctuation: full-width marks between Han characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import HAN, Check, Fault, Segment

WRONG = re.compile(rf"[{HAN}]\s?[,;:?!](?=\s?[{HAN}])|[{HAN}]\.(?=\s?[{HAN}]|$)|[{HAN}][,;?!]$")


def _find(segment: Segment) -> Iterator[Fault]:
    if found := WRONG.search(segment.says):
        yield Fault(f"“{found.group()}”: a half-width mark after a Han character", "use ，。；：？！")


CHECK = Check("half-width", _find, "warning", languages=("zh",))
