"""The values that travel: from what was read to what stands on the disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from generator.problems import Location, Problem

if TYPE_CHECKING:
    from generator.schema import SupportConfig

PageKind = Literal["page", "article", "topic"]
Translation = Literal["original", "whole", "partly", "none"]
GapState = Literal["missing", "stale", "refused", "machine"]
"""Why a passage cannot be relied on: no translation, one of an older source, one that the build refuses, raw output."""
PROMISES = frozenset({"contact", "plans", "service-levels", "billing", "escalation"})
"""The pages that state the promise."""
Standing = Literal[GapState, "reviewed", "translated"]
"""A message as its readers meet it; missing, stale and refused ones are shown in the original."""
Agrees = Callable[[str, str], bool]
"""Whether the second text can be the original of the first."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text file as it was read; `path` is what a person would call it ("kb/billing/late.md")."""

    path: PurePosixPath
    text: str

    def at(self, line: int = 0, column: int = 0) -> Location:
        """Name a place in this file."""
        return Location(self.path, line, column)


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a site is made of: the partner's files laid over the shipped ones, file by file."""

    support: Source
    templates: Mapping[PurePosixPath, Source]
    """Below templates/: "pages/contact.md.j2", "includes/channels.md.j2"."""
    articles: Mapping[PurePosixPath, Source]
    """Below kb/: "billing-subscription/bill-late.md"."""
    catalogs: Mapping[PurePosixPath, Source]
    """Below locales/, shipped and the partner's own apart: "ko/LC_MESSAGES/site.po"."""
    assets: Mapping[PurePosixPath, bytes]
    """Files of the partner that the site carries as they are: a logo, a favicon."""
    theme: Path
    """The folder laid over Material: templates/theme."""
    own: Mapping[PurePosixPath, Source | None] = field(default_factory=dict)
    """The articles that are the partner's own, each with the shipped one in whose place it stands."""
    lexicons: Mapping[PurePosixPath, Source] = field(default_factory=dict)
    """Words for search, below locales/, shipped and the partner's own apart: "ko/synonyms.yml"."""


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate, as its translator meets it; `comments` say what it is and what its fields stand for."""

    text: str
    where: Location
    plural: str = ""
    context: str | None = None
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A passage that is not in its reader's language, or that only an engine has put there."""

    text: str
    state: GapState
    where: Location
    """Its line in the PO file, or in its source where no PO file has it yet."""
    language: str
    """The language in which it was written."""
    domain: str
    """The catalog that should have it: "site", "kb", "partner"; "own" for the partner's own articles."""
    why: str = ""
    """Why the build refuses a translation."""


def gap(standing: Standing, text: str, where: Location, language: str, domain: str, why: str = "") -> Gap | None:
    """Tell what a passage lacks, if it lacks anything."""
    if standing == "reviewed" or standing == "translated":
        return None
    return Gap(text, standing, where, language, domain, why)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a page is in its reader's language, counted in passages, each text once."""

    segments: int = 0
    """What is written in another language, and so has to be translated."""
    native: int = 0
    """What was written in the reader's own language."""
    reviewed: int = 0
    gaps: tuple[Gap, ...] = ()

    @property
    def stale(self) -> int:
        """How many have a translation that their source has outrun; the source is shown."""
        return self._count("stale")

    @property
    def refused(self) -> int:
        """How many of the missing have a translation that the build refuses."""
        return self._count("refused")

    @property
    def missing(self) -> int:
        """How many have no translation that could be shown."""
        return self._count("missing") + self.refused

    @property
    def machine(self) -> int:
        """How many of the translated are an engine's, and read by nobody."""
        return self._count("machine")

    @property
    def translated(self) -> int:
        """How many are shown in the reader's language."""
        return self.segments - self.stale - self.missing

    @property
    def translation(self) -> Translation:
        """The sum of it, as search engines are told."""
        if not self.segments:
            return "original"
        if self.translated == self.segments:
            return "whole"
        return "partly" if self.translated or self.native else "none"

    def _count(self, state: GapState) -> int:
        return sum(gap.state == state for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Line:
    """Some words for a reader, and their language where it is not the page's."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader is told at the top of a page about its translation."""

    state: Line
    """In few words, beside the dates of an article."""
    title: Line | None = None
    """None where nothing has to be said: the page is whole."""
    lines: tuple[Line, ...] = ()
    original: Line | None = None
    """The words of a link to the same page in its original language."""
    source: str = ""
    """That language."""
    contact: Line | None = None
    """The words of a link to people who answer in the reader's language."""


@dataclass(frozen=True, slots=True)
class Original:
    """A page as it is before translation, for who wants to read both."""

    language: str
    """The language of all that is not marked with another."""
    markdown: str
    named: str = ""
    """The language that readers know it by, where that is another: to readers of English only a partner's words are."""


@dataclass(frozen=True, slots=True)
class Page:
    """One document of one language, as Markdown, with the source that a reader may edit."""

    path: PurePosixPath
    """Below the language's root: "contact.md", "help/billing-subscription/bill-late.md"."""
    title: str
    markdown: str
    origin: Location
    kind: PageKind = "page"
    description: str = ""
    coverage: Coverage = Coverage()
    notice: Notice | None = None
    promises: frozenset[str] = frozenset()
    """The requirements that this page states, by number ("R002")."""
    links: Mapping[str, int] = field(default_factory=dict, hash=False)
    """The targets of an article's links, as their author wrote them, each with its line."""
    related: tuple[NavItem, ...] = ()
    """Pages that stand beside this one, for who reads on."""
    original: Original | None = None
    """None where nothing on the page is a translation."""

    @property
    def translation(self) -> Translation:
        """How far the page is translated."""
        return self.coverage.translation

    @property
    def binds(self) -> bool:
        """Whether the page states what the partner promises: a word of it that is not sure misleads customers."""
        return self.kind == "page" and str(self.path.with_suffix("")) in PROMISES


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the navigation: a page, or a heading over several."""

    title: str
    path: PurePosixPath | None = None
    children: tuple[NavItem, ...] = ()
    language: str = ""
    """The language of the title, where it is not the tree's."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What search should know of a language, beyond what the pages say."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words for the same thing."""
    fillers: tuple[str, ...] = ()
    """Words of a question that say nothing about what is asked."""
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """What readers type who look for a page, by an article's id or a page's name."""


@dataclass(frozen=True, slots=True)
class Live:
    """What the pages of one language can tell of this very minute, once a browser asks its clock."""

    data: str
    """JSON for the browser: hours, channels, words."""
    name: str
    """What the bar that tells it is called."""
    standing: str
    """Usual hours, as plain text, where a browser cannot tell what holds now."""


@dataclass(frozen=True, slots=True)
class Tree:
    """All pages of one language, and the words that the theme needs for them."""

    language: str
    """BCP 47 tag: "zh-TW"."""
    site_name: str
    pages: tuple[Page, ...]
    nav: tuple[NavItem, ...]
    description: str = ""
    footer: str = ""
    """One line of plain text under every page."""
    bar: tuple[NavItem, ...] = ()
    """The few pages that the header of every page leads to."""
    foot: tuple[NavItem, ...] = ()
    """The pages that the end of every page leads to, by heading."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Interface words for the theme: {"skip": "…", "language": "…"}."""
    tags: Mapping[str, Line] = field(default_factory=dict)
    """What stands above a passage in another language or an engine's: by state and language ("stale.en", "machine")."""
    live: Live | None = None
    """Who answers now; None where no hours are known."""
    agrees: Agrees = lambda _translated, _original: True
    """Whether the second text can be the original of the first, as far as the catalogs know."""
    lexicon: Lexicon = Lexicon()


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole site in memory, the first language at its root."""

    config: SupportConfig
    trees: tuple[Tree, ...]
    today: date
    theme: Path
    assets: Mapping[PurePosixPath, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    locate: Callable[[tuple[str | int, ...]], Location] = lambda _: Location(PurePosixPath("support.yml"))
    """Where a setting stands in support.yml: ("channels", 0, "number")."""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A whole site on disk."""

    root: Path
    pages: int
    languages: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    """What the engine noticed and could do without."""
