"""Quotation marks: «» in Russian, 「」 in Traditional, “” in Simplified Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

WRONG = {
    "ru": (re.compile('["“”][^"“”„«»]*[А-Яа-яё][^"“”„«»]*["“”]'), "write « and »"),
    "zh-TW": (re.compile('["“][^"“”「」]*[\u4e00-\u9fff][^"“”「」]*["”]'), "write 「 and 」"),
    "zh-CN": (re.compile('["「『][^"“”「」]*[\u4e00-\u9fff][^"“”「」]*["」』]'), "write “ and ”"),
}


def _find(segment: Segment) -> Iterator[Fault]:
    pattern, hint = WRONG[segment.language if segment.language in WRONG else segment.base]
    if found := pattern.search(segment.says):
        yield Fault(f"{found.group()}: the quotation marks are another language's", hint)


CHECK = Check("quotation-marks", _find, "warning", languages=tuple(WRONG))
