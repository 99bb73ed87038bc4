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


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate, as its translator meets it; `comments` say what it is and what its fields stand for."""

    text: str
    where: Location
    plural: str = ""
    context: str | None = None
    comments: tuple[str, ...] = ()


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
    translation: Translation = "original"
    promises: frozenset[str] = frozenset()
    """The requirements that this page states, by number ("R002")."""
    links: Mapping[str, int] = field(default_factory=dict, hash=False)
    """The targets of an article's links, as their author wrote them, each with its line."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the navigation: a page, or a heading over several."""

    title: str
    path: PurePosixPath | None = None
    children: tuple[NavItem, ...] = ()


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
    words: Mapping[str, str] = field(default_factory=dict)
    """Interface words for the theme: {"skip": "…", "language": "…"}."""


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
