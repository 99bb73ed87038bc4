"""Yesterday's PO file + today's -> what a translator finds new in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

import polib

from generator.catalogs import po
from generator.model import Source


@dataclass(frozen=True, slots=True)
class Change:
    """What an update did to one file, and what is left to do in it; each a number of texts."""

    added: int
    changed: int
    removed: int
    missing: int
    fuzzy: int


def change(old: str | None, new: str) -> Change:
    """Count the texts that are new, those whose source changed, those that nobody needs any more, and the work left."""
    before, after = _active(old or ""), _active(new)
    fresh = [entry for key, entry in after.items() if key not in before]
    changed = sum(entry.fuzzy for entry in fresh)
    return Change(
        added=len(fresh) - changed,
        changed=changed,
        removed=max(0, len(before.keys() - after.keys()) - changed),
        missing=sum(not any(po.forms(entry)) for entry in after.values()),
        fuzzy=sum(entry.fuzzy for entry in after.values()),
    )


def _active(text: str) -> dict[tuple[str | None, str], polib.POEntry]:
    file = po.parse(Source(PurePosixPath("any.po"), text))
    return {(entry.msgctxt, entry.msgid): entry for entry in file if not entry.obsolete}
