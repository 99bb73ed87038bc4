"""An article -> the pictures that it shows: those beside it, which the site carries, and those that nobody sees."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from markdown_it.common.utils import normalizeReference

from generator.articles.links import defined
from generator.articles.prose import line_of, prose
from generator.model import Source
from generator.problems import Location, Problem

MARKDOWN = re.compile(r"!\[([^\[\]]*)\](?:\(\s*(?:<([^<>\n]+)>|([^\s()<>]+))|\[([^\[\]\n]*)\])?")
HTML = re.compile(r"<img\b[^<>]*?\bsrc\s*=\s*[\"']?([^\s\"'<>]+)", re.I)
HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.I)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#]", re.I)


def beside(source: Source, path: PurePosixPath) -> Mapping[str, Location]:
    """The files that an article at `path` below kb/ shows, each below kb/ too, with the line that names it."""
    found: dict[str, Location] = {}
    for _, target, where in _shown(source):
        if not ELSEWHERE.match(target):
            name = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
            found.setdefault(posixpath.normpath(f"{path.parent}/{name}"), where)
    return found


def unseen(source: Source) -> Iterator[Problem]:
    """Pictures that a reader would miss: of another host, which the policy forbids, in HTML, or without words."""
    for words, target, where in _shown(source):
        if HOST.match(target):
            yield _strange(target, where)
        elif not words.strip():
            hint = f"say in the brackets what it shows: `![The order form]({target})`"
            yield Problem("picture-silent", f"{target}: nothing is read aloud", where, hint, "warning")
    for one in HTML.finditer(prose(source.text)):
        if HOST.match(one[1]):
            yield _strange(one[1], _where(source, one))
        elif not ELSEWHERE.match(one[1]):
            hint = f"write `![what it shows]({one[1]})`"
            yield Problem("picture-html", f"{one[1]}: a picture in HTML is not carried", _where(source, one), hint)


def _shown(source: Source) -> Iterator[tuple[str, str, Location]]:
    """What stands in the brackets, the target, and the line of every picture in Markdown."""
    text = prose(source.text)
    named = defined(text)
    for one in MARKDOWN.finditer(text):
        if target := one[2] or one[3] or named.get(normalizeReference(one[4] or one[1]), ""):
            yield one[1], target, _where(source, one)


def _strange(target: str, where: Location) -> Problem:
    hint = "put a copy beside the article; words can be translated, searched and read aloud, and need no picture"
    return Problem("picture-elsewhere", f"{target}: a page loads nothing from another host", where, hint)


def _where(source: Source, found: re.Match[str]) -> Location:
    return source.at(line_of(source.text, found.start()))
