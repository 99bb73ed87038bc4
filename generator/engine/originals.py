"""A translated page + the same page before translation -> which passage is the original of which."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from generator.engine.passages import Block, Run, Words, blocks
from generator.languages import language
from generator.model import Agrees

ATTRIBUTE = "data-hg-o"
"""Says on a block which of the page's original passages is its own."""
HEADING = re.compile(r"h[1-6]")
LETTER = re.compile(r"[^\W\d_]")
BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Paired:
    """A page whose blocks name their originals, and those, for a file of its own."""

    html: str
    data: bytes
    complete: bool
    """Whether every part of the page found its counterpart."""

    @property
    def name(self) -> str:
        """Where the originals stand: one file for all pages that have the same."""
        return f"assets/originals/{sha256(self.data).hexdigest()[:12]}.json"


class Source:
    """A page before translation, in the language `spoken`."""

    def __init__(self, html: str, spoken: str) -> None:
        self.root = blocks(html)
        holders = list(_holders(self.root))
        self.numbers = {id(block): number for number, block in enumerate(holders)}
        self.data = _data(holders, spoken)
        """The passages, as a reader's browser fetches them."""


def pair(html: str, original: Source, agrees: Agrees) -> Paired | None:
    """Lay a page beside its original; None where no passage differs.

    Both come from one template or article, and so have one skeleton. A part of the page that has another one than
    its original, or that holds a translation known to be another text's, is left without: better none than a wrong one.
    """
    found: list[tuple[Block, Block]] = []
    complete = _pairs(blocks(html), original.root, agrees, found)
    marks = [(block.at, original.numbers[id(source)]) for block, source in found if _differ(block, source)]
    if not marks:
        return None
    return Paired(_marked(html, marks), original.data, complete)


def _pairs(ours: Block, theirs: Block, agrees: Agrees, found: list[tuple[Block, Block]]) -> bool:
    """Find the pairs among what two blocks hold, section by section; say whether all was paired."""
    left, right = _sections(ours.blocks), _sections(theirs.blocks)
    if [names for names, _ in left] != [names for names, _ in right]:
        return False
    complete = True
    for (_, some), (_, others) in zip(left, right, strict=True):
        complete &= _section(some, others, agrees, found)
    return complete


def _section(some: list[Block], others: list[Block], agrees: Agrees, found: list[tuple[Block, Block]]) -> bool:
    if [one.kind for one in some] != [one.kind for one in others]:
        return False
    pairs = list(zip(some, others, strict=True))
    # What was sorted by language shows in one text that stands beside another's.
    if not all(agrees(one.text, other.text) for pair in pairs for one, other in zip(*map(_runs, pair), strict=True)):
        return False
    complete = True
    for one, other in pairs:
        found.append((one, other))
        complete &= _pairs(one, other, agrees, found)
    return complete


def _runs(block: Block) -> list[Run]:
    return block.runs


def _sections(some: list[Block]) -> list[tuple[str, list[Block]]]:
    """Part blocks before each heading that has a name: what is amiss in one part is not in the next."""
    parts: list[tuple[str, list[Block]]] = [("", [])]
    for block in some:
        if block.name and HEADING.fullmatch(block.tag):
            parts.append((block.name, []))
        parts[-1][1].append(block)
    return parts


def _holders(block: Block) -> Iterator[Block]:
    """Every block with a passage, in reading order."""
    if block.passage:
        yield block
    for inner in block.blocks:
        yield from _holders(inner)


def _differ(block: Block, source: Block) -> bool:
    """Whether a block says its original in other words: not if it is untranslated, or all numbers."""
    ours, theirs = block.passage, source.passage
    return bool(ours and theirs and ours.text != theirs.text and LETTER.search(theirs.text))


def _marked(html: str, marks: list[tuple[int, int]]) -> str:
    """Number the blocks, and leave every other character as it is."""
    parts, last = [], 0
    for at, number in marks:
        parts += [html[last:at], f' {ATTRIBUTE}="{number}"']
        last = at
    return "".join([*parts, html[last:]])


def _data(holders: list[Block], spoken: str) -> bytes:
    """Write the passages as text and a few tags by name: a reader's browser builds them, and parses no HTML."""
    passages = [_trimmed(_tidy(block.passage.words)) for block in holders if block.passage]
    data = {"lang": spoken, "dir": language(spoken).direction, "passages": passages}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _tidy(words: list[Words]) -> list[Words]:
    """Fold blanks as a browser does, and join texts that touch."""
    joined: list[Words] = []
    for one in words:
        if isinstance(one, list):
            joined.append([one[0], *_tidy(one[1:])])
        elif joined and isinstance(joined[-1], str):
            joined[-1] = BLANKS.sub(" ", joined[-1] + one)
        else:
            joined.append(BLANKS.sub(" ", one))
    return joined


def _trimmed(words: list[Words]) -> Words | list[Words]:
    """Take blanks off both ends; most passages are one text."""
    if words and isinstance(words[0], str):
        words[0] = words[0].lstrip()
    if words and isinstance(words[-1], str):
        words[-1] = words[-1].rstrip()
    kept = [word for word in words if word != ""]
    if len(kept) == 1 and kept[0][0] == "b" and isinstance(kept[0], list):
        # A passage that is one link has nothing to stand out from.
        return _trimmed(kept[0][1:])
    return kept[0] if len(kept) == 1 and isinstance(kept[0], str) else kept
