"""Every value that the schema lists -> its English words, and one sentence about it where one helps."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words import company, money, promise

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType({**company.LABELS, **promise.LABELS, **money.LABELS})
"""Kind -> value -> label."""
LINES: Mapping[str, Mapping[str, str]] = MappingProxyType({**company.LINES, **promise.LINES, **money.LINES})
"""Kind -> value -> explanation, for the kinds that have one."""
