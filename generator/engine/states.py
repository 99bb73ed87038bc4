"""The HTML of a page -> the same with a tag above each passage that is not as its reader may expect, and its notice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.engine.places import MISSING, Places
from generator.model import Line, Notice, Page, Tree

CONTACT = "contact.md"
BLOCK = re.compile(r'<(p|li|dd|dt|td|th|h[1-6])\b(?![^>]*\bclass="[^"]*\b(?:admonition-title|hg-passage-tag)\b)[^>]*>')
WITHIN = re.compile(r"\s*(?:<(?:a|b|em|i|strong)\b[^>]*>\s*)*")
MARKED = re.compile(r"<span\b(?=[^>]*\bdata-hg-passage=[\"'](missing|stale|machine)[\"'])([^>]*)>")
SPOKEN = re.compile(r"\blang=[\"']([^\"']+)[\"']")
HOLDER = re.compile(r"\s*<(?:p|ul|ol|dl|div|table|blockquote|pre|h[1-6]|section|details|figure)\b")
TITLE = re.compile(r'<h1\b.*?</h1>(?:\s*<ul class="hg-meta">.*?</ul>)?', re.S)
HEADING = re.compile(r"h[2-6]")


@dataclass(frozen=True, slots=True)
class Told:
    """A page's notice, and where its links lead; "" for one that the page does not have."""

    notice: Notice
    original: str
    contact: str


def told(places: Places, tree: Tree, page: Page) -> Told | None:
    """What stands at the top of a page that is not whole."""
    if not page.notice or not page.notice.title or page.path == MISSING:
        return None
    versions = {version.language: version.address for version in places.versions(page.path)}
    versions.pop(tree.language, None)
    there = {str(other.path): other.path for other in tree.pages}
    contact = places.address(tree.language, there[CONTACT]) if CONTACT in there and page.notice.contact else ""
    original = versions.get(page.notice.source)
    return Told(page.notice, "" if original is None else original or "./", contact)


def parted(html: str) -> tuple[Markup, Markup]:
    """Part a page below its title and its dates: where what must be said before reading stands."""
    title = TITLE.search(html)
    at = title.end() if title else 0
    return Markup(html[:at]), Markup(html[at:])


def tagged(html: str, tree: Tree, page: Page) -> str:
    """Put a tag above each passage that is not as its reader may expect; passages that follow each other share one.

    A page of which nothing is translated says so once, at its top.
    """
    if "data-hg-passage=" not in html or not tree.tags:
        return html
    parts, last = [], 0
    for at, tag in _tags(html, tree, nothing=page.translation == "none"):
        parts += [html[last:at], tag]
        last = at
    return "".join([*parts, html[last:]])


def _tags(html: str, tree: Tree, *, nothing: bool) -> Iterator[tuple[int, str]]:
    before = ""
    for block in BLOCK.finditer(html):
        inner = WITHIN.match(html, block.end())
        found = MARKED.match(html, inner.end() if inner else block.end())
        if not found and HOLDER.match(html, block.end()):
            continue
        heading = HEADING.fullmatch(block[1]) is not None
        key = _key(found) if found and block[1] != "h1" else ""
        if key and (key != before or heading) and key in tree.tags and not (nothing and key != "machine"):
            yield (block.start() if heading else block.end()), _written(tree.tags[key], "p" if heading else "span")
        before = key


def _key(found: re.Match[str]) -> str:
    spoken = SPOKEN.search(found[2])
    return f"{found[1]}.{spoken[1]}" if spoken else found[1]


def _written(tag: Line, element: str) -> str:
    language = f' lang="{escape(tag.language)}"' if tag.language else ""
    return f'<{element} class="hg-passage-tag" data-nosearch{language}>{escape(tag.text)}</{element}>'
