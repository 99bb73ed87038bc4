"""An article -> what it asks its reader to have ready: the list under the heading that leads to the partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.facts import Facts, fill
from generator.articles.segments import segments
from generator.articles.splice import Translations
from generator.model import Source

LEADS_TO_US = re.compile(r"contact-card\.md\.j2|\]\([^()\s]*\bcontact\.md\b")
LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
MARKS = re.compile(r"\*\*|__|`|<[^<>]*>")


def ready(source: Source, catalog: Translations | None, facts: Facts) -> tuple[str, ...]:
    """Say in plain words, translated where they are, what an author lists before the way to the partner."""
    return tuple(filter(None, (_plain(text, facts) for text in _listed(source, catalog))))


def _listed(source: Source, catalog: Translations | None) -> Iterator[str]:
    places = [found.start() for found in LEADS_TO_US.finditer(source.text)]
    before = [segment for segment in segments(source) if places and segment.start < places[-1]]
    for segment in before:
        if segment.kind == "list item" and segment.section == before[-1].section:
            said = catalog.get(segment.text) if catalog else None
            yield segment.text if said is None else said


def _plain(text: str, facts: Facts) -> str:
    words = MARKS.sub("", LINK.sub(r"\1", fill(text, facts)))
    return " ".join(words.split()).rstrip(".。:：;；")
