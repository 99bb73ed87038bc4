"""The HTML of a page -> what it says, section by section, as a reader who searches would read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """
        address article blockquote caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
        header hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul
        """,
    )
)
HEADINGS = frozenset({"h2", "h3", "h4"})
SILENT = frozenset({"button", "nav", "script", "select", "style", "svg", "template", "textarea"})
VOID = frozenset({"br", "col", "hr", "img", "input", "wbr", "source", "area", "embed", "link", "meta", "track"})
APART = "data-nosearch"
"""The attribute of an element that stands on many pages and says nothing about any of them."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the passages below it; the first section of a page has no anchor."""

    anchor: str
    heading: str
    passages: tuple[str, ...]
    language: str = ""
    """The language of the heading, where it is not the page's."""


def sections(html: str, tag: str) -> tuple[Section, ...]:
    """Cut a page in `tag` into its sections, whose first heading is the page's own (h1).

    A passage in another language is left out, and so is one that is nothing but a link: it speaks of another page.
    """
    reader = _Reader(tag)
    reader.feed(html)
    reader.close()
    return tuple(reader.finished())


@dataclass(slots=True)
class _Draft:
    anchor: str = ""
    heading: str = ""
    language: str = ""
    passages: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is not closed yet."""

    name: str
    language: str
    anchor: str = ""
    silent: bool = False
    link: bool = False


class _Reader(HTMLParser):
    def __init__(self, tag: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tag = tag
        self.open: list[_Open] = [_Open("", tag)]
        self.drafts = [_Draft()]
        self.text: list[str] = []
        # The languages of the passage, and whether each piece of it belongs to a link.
        self.languages: set[str] = set()
        self.links: set[bool] = set()

    def finished(self) -> Iterator[Section]:
        self._end()
        for draft in self.drafts:
            if draft.heading or draft.passages:
                yield Section(draft.anchor, draft.heading, tuple(draft.passages), draft.language)

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        if name in BLOCKS:
            self._end()
        if name == "br":
            self.text.append(" ")
        if name in VOID:
            return
        found = dict(attributes)
        outer = self.open[-1]
        silent = outer.silent or name in SILENT or APART in found or "hidden" in found
        link = outer.link or (name == "a" and "href" in found)
        self.open.append(_Open(name, found.get("lang") or outer.language, found.get("id") or "", silent, link))

    def handle_endtag(self, name: str) -> None:
        depth = next((at for at in range(len(self.open) - 1, 0, -1) if self.open[at].name == name), 0)
        if not depth:
            return
        closed = self.open[depth]
        if name in HEADINGS or name == "h1":
            self._headed(closed)
        elif name in BLOCKS:
            self._end(cell=name == "td")
        del self.open[depth:]

    def handle_data(self, data: str) -> None:
        outer = self.open[-1]
        if outer.silent:
            return
        self.text.append(data)
        if any(letter.isalnum() for letter in data):
            self.languages.add(outer.language)
            self.links.add(outer.link)

    def _headed(self, heading: _Open) -> None:
        words, language = self._taken()[:2]
        if heading.name != "h1" and words:
            self.drafts.append(_Draft(heading.anchor))
        if words:
            self.drafts[-1].heading, self.drafts[-1].language = words, language

    def _end(self, *, cell: bool = False) -> None:
        words, language, link = self._taken()
        # A number in a table is looked up there; nobody searches for it.
        number = cell and any(letter.isdecimal() for letter in words)
        if words and not language and not link and not number:
            self.drafts[-1].passages.append(words)

    def _taken(self) -> tuple[str, str, bool]:
        """Give the passage that ends here, its language if that is wholly another, and whether it is only a link."""
        words = " ".join("".join(self.text).replace("\u2060", "").split())
        foreign = "" if self.tag in self.languages or not self.languages else min(self.languages)
        link = self.links == {True}
        self.text, self.languages, self.links = [], set(), set()
        return words, foreign, link
