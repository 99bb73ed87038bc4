"""Identifiers: an error code or an incident's number is what somebody searches for, letter by letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

ID = re.compile(r"(?<![\w-])(?:0x[0-9A-Fa-f]{2,}|[A-Z]{2,}[A-Za-z]*-?\d{2,}[A-Za-z0-9]*)(?![A-Za-z0-9])")


def _find(segment: Segment) -> Iterator[Fault]:
    ours, theirs = (Counter(ID.findall(text)) for text in (segment.said, segment.says))
    for lost in sorted((ours - theirs).keys()):
        yield Fault(f"the translation loses “{lost}”", "keep codes and numbers of incidents letter by letter")
    for added in sorted((theirs - ours).keys()):
        yield Fault(f"the translation brings in “{added}”", "name no code that the source does not name")


CHECK = Check("identifier-changed", _find)
