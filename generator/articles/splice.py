"""Passages + translations -> the same Markdown with other words: every other character stays where it was."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from generator.articles.segments import Segment, segments
from generator.articles.wording import outside_code
from generator.model import Source, Standing
from generator.problems import Location

Edit = tuple[int, int, str]
"""Characters from, to, and what takes their place."""
# What would begin another block at the start of a line.
BLOCK = re.compile(
    r"(?:#|>|[-+*](?=\s|$)|:(?=\s|$)|\d+(?=[.)](?:\s|$))|`{3}|~{3}|!!!|\?\?\?|=+\s*$|-+\s*$|===|\||\[[^\]]+\]:|\*\[|-+8<|\{[:%#])"
)
ONE_LINE = frozenset({"heading", "table cell", "admonition title", "tab title", "abbreviation", "link title", "term"})
QUOTED = frozenset({"admonition title", "tab title", "link title"})


class Translations(Protocol):
    """What an article asks of a catalog."""

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """The translation that may be shown, or None."""

    def standing(self, msgid: str, context: str | None = None) -> Standing:
        """What readers get for a passage."""

    def where(self, msgid: str, context: str | None = None) -> Location | None:
        """The line in a PO file that should translate a passage."""


def splice(source: Source, catalog: Translations) -> str:
    """Put translations in the place of what they translate. An empty catalog changes nothing."""
    return apply(source.text, translated(source, catalog))


def translated(source: Source, catalog: Translations) -> Iterator[Edit]:
    """One edit for each passage that the catalog knows in other words."""
    for segment in segments(source):
        text = catalog.get(segment.text)
        if text is not None and text != segment.text:
            yield segment.start, segment.end, written(segment, text, newline(source.text))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Carry out edits that do not overlap, in one pass."""
    parts, last = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[last:start], new]
        last = end
    return "".join([*parts, text[last:]])


def newline(text: str) -> str:
    """The way in which this file ends its lines."""
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"


def written(segment: Segment, text: str, eol: str = "\n") -> str:
    """Write a translation as the place of its passage demands, so that the page keeps its shape."""
    if segment.kind in ("title", "description"):
        return json.dumps(" ".join(text.split("\n")), ensure_ascii=False)
    lines = [line.strip(" \t") for line in re.split(r"[\r\n]+", text) if line.strip()]
    if segment.kind in ONE_LINE:
        return WRITERS.get(segment.kind, str)(" ".join(lines))
    first = segment.text[:1]
    guarded = [line if BLOCK.match(line) and line[:1] == first else _guarded(line) for line in lines]
    return f"  {eol}{segment.prefix}".join(guarded)


def _guarded(line: str) -> str:
    """Keep a line of text from beginning a block."""
    if not (found := BLOCK.match(line)):
        return line
    number = re.match(r"\d+", line)
    return f"{line[: number.end()]}\\{line[number.end() :]}" if number and found else f"\\{line}"


def _cell(text: str) -> str:
    # Inside code a pipe parts nothing, and its backslash would show.
    return outside_code(text, lambda part: re.sub(r"(?<!\\)\|", r"\\|", part))


def _quoted(text: str) -> str:
    return text.replace('"', "&quot;")


WRITERS: dict[str, Callable[[str], str]] = {"table cell": _cell, **dict.fromkeys(QUOTED, _quoted)}
