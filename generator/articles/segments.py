"""An article's Markdown -> the passages that a translator sees, each with its place in the original characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import yaml
from markdown_it.token import Token

from generator.articles.blocks import cells, tokens
from generator.articles.front import composed
from generator.articles.lines import EOL, FRONT, Lines
from generator.articles.wording import has_words, labelled, outside_code, plain
from generator.model import Source

Kind = Literal[
    "title", "description", "heading", "paragraph", "list item", "quote", "table cell", "term", "definition",
    "footnote", "admonition title", "tab title", "abbreviation", "link title",
]  # fmt: skip
INLINE_KINDS: Mapping[str, Kind] = {
    "heading_open": "heading",
    "dt_open": "term",
    "dd_open": "definition",
    "list_item_open": "list item",
    "blockquote_open": "quote",
    "footnote_reference_open": "footnote",
    "admonition_open": "paragraph",
}

BOX = re.compile(r"\[[ xX]\][ \t]+")
ATTRIBUTES = re.compile(r"[ \t]+\{:?[ \t]*[#.A-Za-z][^{}\n]*\}$")
# In these Python-Markdown takes a list of attributes at the end of the line for the block's own.
ATTRIBUTED = frozenset({"heading", "term", "definition", "list item"})
QUOTED = re.compile(r"[\"'](.*)[\"']\s*$")
LINK_TITLE = re.compile(r"\]:\s*(?:<[^<>\n]*>|\S+)\s+([\"'(])(.*)[\"')]\s*$", re.S)
ABBREVIATION = re.compile(r"\s*\*\[[^\]]+\]:[ \t]*(.*?)\s*$", re.S)
NOTE = re.compile(r"\{#-?\s*NOTE:\s*(.*?)\s*-?#\}", re.S)
NO_TEXT = re.compile(r"\{:[^{}]*\}|\[[^\]^][^\]]*\]:[ \t]*\S+(?:[ \t]+[\"'(].*[\"')])?")
LISTED = re.compile(r"(?:[-+*]|\d+[.)])[ \t]+$")
UNDERLINE = re.compile(r"[ \t>]*(?:-+|=+)[ \t]*")
DEFINED = re.compile(r":[ ]{1,3}(?=\S)")
MARKER = re.compile(r":[ ]{1,3}(?=\S)|(?:[-+*]|\d+\.)[ \t]+(?=\S)|\[\^[^\]\s]+\]:[ \t]*(?=\S)|#{1,6}(?=[^#\s])")
FENCE = re.compile(r"(`{3,}|~{3,})[^`]*")
ROW = re.compile(r"[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]+(?=\|))?\|?")
MARKS = re.compile(r"[^\s>]")


@dataclass(frozen=True, slots=True)
class Segment:
    """One passage: what the translator sees, and the characters that a translation takes the place of."""

    text: str
    kind: Kind
    start: int
    end: int
    line: int
    """From 1."""
    prefix: str = ""
    """What a further line of it begins with: blanks and quote marks."""
    section: str = ""
    note: str = ""
    level: int = 0
    """Of a heading."""
    attributes: int = 0
    """Where a heading's attribute list ends; `end` where it has none."""

    @property
    def has_words(self) -> bool:
        """True if there is something to translate."""
        return has_words(self.text)


def segments(source: Source) -> tuple[Segment, ...]:
    """Everything in an article that is translated, in reading order."""
    return tuple(segment for segment in passages(source.text) if segment.has_words)


@lru_cache(maxsize=512)
def passages(text: str) -> tuple[Segment, ...]:
    """All passages, also those without a word: a heading `## 365` needs its id too."""
    front = FRONT.match(text)
    head = tuple(_front(front[1], front.start(1))) if front else ()
    lines = Lines(text, front.end() if front else 0)
    scanned, references = tokens(text[lines.start :])
    found = [*_inline(scanned, lines, references), *_titles(lines, references)]
    return head + tuple(_sections(sorted(found, key=lambda segment: segment.start), _notes(scanned, lines)))


def _front(text: str, start: int) -> Iterator[Segment]:
    """Title and description, at their places in the front matter."""
    try:
        root, _ = composed(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value:
        if key.value in ("title", "description") and value.tag == "tag:yaml.org,2002:str" and value.value.strip():
            begin, end = value.start_mark.index, value.end_mark.index
            end = begin + len(text[begin:end].rstrip())
            line = 2 + len(EOL.findall(text, 0, begin))
            yield Segment(plain(value.value.strip()), key.value, start + begin, start + end, line)


def _inline(scanned: list[Token], lines: Lines, references: Mapping[str, object]) -> Iterator[Segment]:
    holders: list[Token] = []
    for before, token in pairwise([Token("", "", 0), *scanned]):
        match token.type, token.nesting:
            case "row", _:
                yield from _row(token, lines, references)
            case "inline", _ if token.content.strip():
                yield from _block(token, before, holders, lines, references)
            case "admonition_open", _:
                holders.append(token)
                yield from _admonition(token, lines, references)
            case "structure", _:
                yield from _abbreviation(token, lines)
            case kind, 1 if kind != "paragraph_open":
                holders.append(token)
            case kind, -1 if kind != "paragraph_close" and holders:
                holders.pop()


def _block(
    token: Token, before: Token, holders: list[Token], lines: Lines, references: Mapping[str, object]
) -> Iterator[Segment]:
    """The passages of one block of text: one, unless a line in it begins something of its own."""
    assert token.map is not None
    spans = _places(token, lines)
    heading = before.type == "heading_open"
    # Python-Markdown knows no heading of two lines; put on one line it would become one.
    kind: Kind = "paragraph" if heading and len(spans) > 1 else "heading" if heading else _kind(holders)
    level = int(before.tag[1]) if kind == "heading" else 0
    for first, group in _groups(lines, spans, token.map[0], apart=heading or _underlined(lines, token.map[1])):
        start, end = group[0][0], group[-1][1]
        if (box := BOX.match(lines.text, start, end)) and LISTED.search(lines.text, lines.span(first)[0], start):
            start = box.end()
        attributes = end
        if kind in ATTRIBUTED and (found := ATTRIBUTES.search(lines.text, start, end)):
            end = found.start()
        group[0] = (start, group[0][1])
        group[-1] = (group[-1][0], end)
        text = labelled(_text(lines, group, first), references)
        prefix = _prefix(lines, group, first)
        yield Segment(text, kind, start, end, lines.number(first), prefix, level=level, attributes=attributes)


def _underlined(lines: Lines, line: int) -> bool:
    """True if what follows takes the lines before it one by one: an underline, or a definition."""
    following = [lines.text[slice(*span)] for span in lines.spans[line : line + 2]]
    if following and UNDERLINE.fullmatch(following[0]):
        return True
    return next((DEFINED.match(text.lstrip(" ")) is not None for text in following if text.strip()), False)


def _places(token: Token, lines: Lines) -> list[tuple[int, int]]:
    """Where each line of a block's text stands; none if one cannot be found."""
    assert token.map is not None
    contents = list(enumerate(token.content.split("\n"), token.map[0]))
    found = [lines.find(line, content) for line, content in contents if line < len(lines.spans)]
    places = [place for place in found if place is not None]
    return places if len(places) == len(contents) else []


def _groups(
    lines: Lines, spans: list[tuple[int, int]], first: int, *, apart: bool
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Part a block before each line that Python-Markdown reads as a beginning, and leave its marker out."""
    groups: list[tuple[int, list[tuple[int, int]]]] = []
    apart = apart or any(DEFINED.match(lines.text, *span) for span in spans)
    code, headed = _fenced(lines, spans), False
    for line, (start, end) in enumerate(spans, first):
        if line - first in code or (len(spans) > 1 and NO_TEXT.fullmatch(lines.text, start, end)):
            continue
        marker = MARKER.match(lines.text, start, end)
        if marker or apart or headed or not groups or groups[-1][0] + len(groups[-1][1]) != line:
            groups.append((line, []))
        groups[-1][1].append((marker.end() if marker else start, end))
        headed = marker is not None and marker[0].startswith("#")
    return iter(groups)


def _fenced(lines: Lines, spans: list[tuple[int, int]]) -> set[int]:
    """The lines of a block, from 0, that are code: Python-Markdown takes a fence also where it is indented deep."""
    found: set[int] = set()
    opened, mark = 0, ""
    for number, (start, end) in enumerate(spans):
        fence = FENCE.fullmatch(lines.text, start, end)
        if mark and fence and fence[0].strip() == mark:
            found.update(range(opened, number + 1))
            mark = ""
        elif fence and not mark:
            opened, mark = number, fence[1]
    return found


def _kind(holders: list[Token]) -> Kind:
    """What a passage is, by the innermost block that says so."""
    return next((INLINE_KINDS[holder.type] for holder in reversed(holders) if holder.type in INLINE_KINDS), "paragraph")


def _text(lines: Lines, spans: list[tuple[int, int]], first: int) -> str:
    """Join soft breaks with a blank, hard ones with a line break."""
    parts = []
    for n, (start, end) in enumerate(spans):
        hard = lines.text[end : lines.span(first + n)[1]].startswith("  ") and n + 1 < len(spans)
        parts.append(lines.text[start:end] + ("\n" if hard else " "))
    return plain("".join(parts)[:-1])


def _prefix(lines: Lines, spans: list[tuple[int, int]], first: int) -> str:
    if len(spans) > 1:
        return lines.text[lines.span(first + 1)[0] : spans[1][0]]
    before = lines.text[lines.span(first)[0] : spans[0][0]]
    return MARKS.sub(" ", before)


def _row(token: Token, lines: Lines, references: Mapping[str, object]) -> Iterator[Segment]:
    """The cells of one row."""
    assert token.map is not None
    start, end = lines.span(token.map[0])
    before = ROW.match(lines.text, start, end)
    at = before.end() if before else start
    for inner in cells(lines.text[at:end]):
        if inner.strip():
            begin = at + len(inner) - len(inner.lstrip())
            text = outside_code(plain(inner.strip()), lambda part: part.replace("\\|", "|"))
            stop = begin + len(inner.strip())
            yield Segment(labelled(text, references), "table cell", begin, stop, lines.number(token.map[0]))
        at += len(inner) + 1


def _admonition(token: Token, lines: Lines, references: Mapping[str, object]) -> Iterator[Segment]:
    assert token.map is not None
    start, end = lines.span(token.map[0])
    if (found := QUOTED.search(lines.text, start, end)) and found[1].strip():
        marker = lines.text[start:end].lstrip(" \t>")
        kind: Kind = "tab title" if marker.startswith("===") else "admonition title"
        text = labelled(plain(found[1]).replace("&quot;", '"'), references)
        yield Segment(text, kind, found.start(1), found.end(1), lines.number(token.map[0]))


def _abbreviation(token: Token, lines: Lines) -> Iterator[Segment]:
    assert token.map is not None
    start, end = lines.span(token.map[0])
    if (found := ABBREVIATION.match(lines.text, start, end)) and found[1]:
        number = lines.number(token.map[0])
        yield Segment(plain(found[1]), "abbreviation", found.start(1), found.end(1), number)


def _titles(lines: Lines, references: Mapping[str, Mapping[str, object]]) -> Iterator[Segment]:
    """The titles of link definitions."""
    for reference in references.values():
        span = reference.get("map")
        if not isinstance(span, list) or not reference.get("title"):
            continue
        start, end = lines.span(span[0])[0], lines.span(span[1] - 1)[1]
        if (found := LINK_TITLE.search(lines.text, start, end)) and "\n" not in found[2] and "\r" not in found[2]:
            text = plain(found[2]).replace("&quot;", '"')
            yield Segment(text, "link title", found.start(2), found.end(2), lines.number(span[0]))


def _notes(scanned: list[Token], lines: Lines) -> list[tuple[int, str]]:
    """The author's notes to the translator, each with its line."""
    found = [(token.map, NOTE.search(token.content)) for token in scanned if token.type == "structure"]
    return [(lines.number(span[0]), " ".join(note[1].split())) for span, note in found if note and span]


def _sections(found: list[Segment], notes: list[tuple[int, str]]) -> Iterator[Segment]:
    """Tell every passage under which heading it stands, and what its author said about it."""
    section = ""
    waiting = list(notes)
    for segment in found:
        note = ""
        while waiting and waiting[0][0] < segment.line:
            note = waiting.pop(0)[1]
        section = segment.text if segment.kind == "heading" else section
        yield replace(segment, section="" if segment.kind == "heading" else section, note=note)
