"""Korean particles after a placeholder: both forms, since nobody knows what will stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

SINGLE = re.compile(r"\{[^{}]*\}\}?(은|는|이|가|을|를|과|와|으로|로|이나|나|이라|라)(?=[\s,.]|$)")


def _find(segment: Segment) -> Iterator[Fault]:
    for particle in SINGLE.findall(segment.translated):
        yield Fault(
            f"“{particle}” stands right after a placeholder", "write both forms, as 은(는) or (으)로, or turn it"
        )


CHECK = Check("particle", _find, "warning", languages=("ko",))
