"""An article's links -> those that lead nowhere, each with its line; and the text of those that this site lacks."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from markdown_it.common.utils import normalizeReference

from generator.articles.front import related
from generator.articles.prose import line_of, prose
from generator.articles.splice import Edit, apply
from generator.model import Page, Source
from generator.problems import Problem

# Text between brackets, which may hold a picture or brackets of its own, but no empty line.
TEXT = r"(?<![\\!])\[((?:\\.|[^\[\]\\\n]|\n(?![ \t]*\n)|!?\[(?:\\.|[^\[\]\\\n])*\])+)\]"
TARGET = r"(<[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*)"
TITLE = r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?"
LOOK = r"(?:\{:?[^{}\n]*\})?"
INLINE = re.compile(rf"{TEXT}\(\s*{TARGET}{TITLE}\s*\){LOOK}")
LABELLED = re.compile(rf"{TEXT}(?:\[([^\[\]\n]*)\])?(?![(:\[]){LOOK}")
DEFINITION = re.compile(rf"^[ \t>]*\[([^\[\]\n^][^\[\]\n]*)\]:[ \t]*{TARGET}[^\n]*(?:\n|\Z)", re.M)
ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its target, and the characters of the whole of it and of its text."""

    target: str
    start: int
    end: int
    text: tuple[int, int]
    labelled: bool = False
    """True if its target stands elsewhere, in a definition."""


def links(text: str) -> tuple[Link, ...]:
    """Every link in Markdown outside code, in reading order; a definition is a link without a text."""
    shown = prose(text)
    found = [Link(text[slice(*one.span(2))].strip("<>"), *one.span(), one.span(1)) for one in INLINE.finditer(shown)]
    labels = {normalizeReference(text[slice(*one.span(1))]): one for one in DEFINITION.finditer(shown)}
    for one in labels.values():
        found.append(Link(text[slice(*one.span(2))].strip("<>"), *one.span(), (one.end(), one.end())))
    for one in LABELLED.finditer(shown) if labels else ():
        label = normalizeReference(text[slice(*one.span(2 if one[2] else 1))])
        if label in labels:
            target = text[slice(*labels[label].span(2))].strip("<>")
            found.append(Link(target, *one.span(), one.span(1), labelled=True))
    return tuple(sorted(found, key=lambda link: (link.start, -link.end)))


def defined(shown: str) -> Mapping[str, str]:
    """What labels stand for: `[form]: img/form.png`; of a text whose code is blanked."""
    return {normalizeReference(one[1]): one[2].strip("<>") for one in DEFINITION.finditer(shown)}


@lru_cache(maxsize=512)
def lines(source: Source) -> Mapping[str, int]:
    """The target of every link with the first line that names it, so that who finds it broken can say where."""
    places: dict[str, int] = {}
    for link in links(source.text):
        if not link.labelled:
            places.setdefault(link.target, line_of(source.text, link.start))
    return places


def astray(source: Source, here: PurePosixPath, pages: Collection[PurePosixPath]) -> Iterator[Problem]:
    """Yield a problem for every link to a page that no site has, and for every related article that nobody wrote."""
    for link in links(source.text):
        goal = _goal(link.target, here)
        if goal is not None and goal not in pages and not link.labelled:
            where = source.at(line_of(source.text, link.start))
            hint = _meant(goal, here, pages)
            yield Problem("broken-link", f"{link.target}: the site has no such page", where, hint)
    ids = {page.stem for page in pages if page.parts[0] == "help" and len(page.parts) == 3}
    for name, line in related(source):
        if name not in ids:
            near = get_close_matches(name, ids, 1)
            hint = f"did you mean `{near[0]}`?" if near else "take the id of another article, or take it out"
            message = f"related: there is no article {name}"
            yield Problem("unknown-article", message, source.at(line), hint, severity="warning")


def unlinked(page: Page, absent: Collection[PurePosixPath]) -> str:
    """Give the page's Markdown with the text alone of every link to a page that this site lacks."""
    gone = [link for link in links(page.markdown) if _goal(link.target, page.path) in absent] if absent else []
    return apply(page.markdown, _edits(page.markdown, gone))


def _edits(markdown: str, gone: list[Link]) -> Iterator[Edit]:
    last = 0
    for link in gone:
        if link.start >= last:
            yield link.start, link.end, markdown[slice(*link.text)]
            last = link.end


def _goal(target: str, here: PurePosixPath) -> PurePosixPath | None:
    """The page that a link means, from the root of its language; None for what is no page of ours."""
    path = unquote(re.split(r"[#?]", target, maxsplit=1)[0])
    if not path.endswith(".md") or ELSEWHERE.match(path):
        return None
    return PurePosixPath(posixpath.normpath(posixpath.join(str(here.parent), path)))


def _meant(goal: PurePosixPath, here: PurePosixPath, pages: Collection[PurePosixPath]) -> str:
    near = sorted(str(page) for page in pages if page.name == goal.name)[:1]
    near = near or get_close_matches(str(goal), map(str, pages), 1, 0.75)
    if near:
        return f"did you mean `{posixpath.relpath(near[0], str(here.parent))}`?"
    return "link to a Markdown file that is there, as `../../contact.md`"
