"""What a site says + its catalogs -> how much of it is translated, by language and by page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.catalogs.parity import FIELD, JINJA
from generator.catalogs.read import Catalog, Entry
from generator.model import Message

WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


@dataclass(frozen=True, slots=True)
class Count:
    """How far a translation is; `machine` and `reviewed` are parts of `translated`."""

    segments: int = 0
    translated: int = 0
    fuzzy: int = 0
    missing: int = 0
    machine: int = 0
    reviewed: int = 0
    words_left: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """One language: the whole of it, and each file that holds a text of it."""

    whole: Count
    pages: dict[PurePosixPath, Count]


def tally(parts: Iterable[tuple[Iterable[Message], Catalog]]) -> Tally:
    """Count each text once, and once more on every page where it stands."""
    whole: list[Count] = []
    pages: defaultdict[PurePosixPath, list[Count]] = defaultdict(list)
    for messages, catalog in parts:
        for message, places in _grouped(messages):
            one = _of(message, catalog.entries.get((message.context, message.text)))
            whole.append(one)
            for place in places:
                pages[place].append(one)
    return Tally(_sum(whole), {path: _sum(counts) for path, counts in sorted(pages.items())})


def _grouped(messages: Iterable[Message]) -> list[tuple[Message, set[PurePosixPath]]]:
    found: dict[tuple[str | None, str], tuple[Message, set[PurePosixPath]]] = {}
    for message in messages:
        kept, places = found.setdefault((message.context, message.text), (message, set()))
        places.add(message.where.path)
        if message.plural and not kept.plural:
            found[message.context, message.text] = (message, places)
    return list(found.values())


def _of(message: Message, entry: Entry | None) -> Count:
    state = entry.state if entry else "missing"
    # A plural that the file does not have is never shown.
    if entry and message.plural and entry.plural != message.plural:
        state = "missing"
    done = state == "translated"
    return Count(
        segments=1,
        translated=int(done),
        fuzzy=int(state == "fuzzy"),
        missing=int(state == "missing"),
        machine=int(done and bool(entry and entry.machine)),
        reviewed=int(done and bool(entry and entry.reviewed)),
        words_left=0 if done else _words(message.text),
    )


def _words(text: str) -> int:
    return len(WORD.findall(FIELD.sub(" ", JINJA.sub(" ", text))))


def _sum(counts: list[Count]) -> Count:
    return Count(*(sum(getattr(count, name) for count in counts) for name in Count.__slots__))
