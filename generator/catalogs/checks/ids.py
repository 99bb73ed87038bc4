"""Identifiers: an error code or an incident's number is what somebody searches for, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

ID = re.compile(r"(?<![A-Za-z0-9_-])(?:0x[0-9A-Fa-f]{2,}|(?!Q[1-4]\b)[A-Z]{1,8}-?\d+[A-Za-z0-9]*)(?![A-Za-z0-9])")


def _find(segment: Segment) -> Iterator[Fault]:
    # How often one is named is the translator's matter.
    ours, theirs = (set(ID.findall(text)) for text in (segment.said, segment.says))
    for lost in sorted(ours - theirs):
        yield Fault(f"the translation loses “{lost}”", "keep codes and numbers of incidents letter by letter")
    for added in sorted(theirs - ours):
        yield Fault(f"the translation brings in “{added}”", "name no code that the source does not name")


CHECK = Check("identifier-changed", _find)
