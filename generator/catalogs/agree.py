"""Catalogs of one language -> whether one passage of a page can be the translation of another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from generator.catalogs.read import Catalog
from generator.model import Agrees

TARGET = re.compile(r"\]\([^()\s]*\)|\]\[[^\]]*\]|</?[a-zA-Z][^<>]*>")
SIGNS = re.compile(r"[\W_]+")


def agreeing(catalogs: Iterable[Catalog]) -> Agrees:
    """Make the test: it denies only what the catalogs know to be a translation of something else."""
    originals: dict[str, set[str]] = {}
    for catalog in catalogs:
        for entry in catalog.entries.values():
            if entry.state == "translated" and not entry.plural and "{" not in entry.text:
                originals.setdefault(_letters(entry.forms[0]), set()).add(_letters(entry.text))
    known = frozenset(text for texts in originals.values() for text in texts)

    def agrees(translated: str, original: str) -> bool:
        wanted = originals.get(_letters(translated))
        found = _letters(original)
        return wanted is None or found in wanted or found not in known

    return agrees


def _letters(text: str) -> str:
    """What remains of a text without its marks, whether it is Markdown or what a reader sees."""
    return SIGNS.sub("", unescape(TARGET.sub("", text))).casefold()
