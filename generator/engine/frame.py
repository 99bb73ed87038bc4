"""What stands around every page of one language: words, colours, logo, and the way to the other languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.engine import minute
from generator.engine.places import MISSING, Places, said
from generator.languages import language
from generator.model import Live, NavItem, Page, Tree


@dataclass(frozen=True, slots=True)
class Choice:
    """One language in the switcher, and where it leads."""

    tag: str
    name: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a page of the same language, or a heading over several."""

    title: str
    language: str
    """The language of the title, where it is not the page's."""
    path: PurePosixPath | None
    address: str
    ways: tuple[Way, ...]

    def leads_to(self, page: Page) -> bool:
        """Whether a page is the one meant, or lies below it as an article does below the self-help."""
        if self.path is None or self.path.name == "index.md":
            return self.path == page.path
        return page.path == self.path or self.path.with_suffix("") in page.path.parents


@dataclass(frozen=True, slots=True)
class Frame:
    """What the theme needs to know of the language being built."""

    tag: str
    direction: str
    words: Mapping[str, str]
    home: str
    name: tuple[str, str, str]
    """The site's name, parted around the company's."""
    bar: tuple[Way, ...]
    foot: tuple[Way, ...]
    stylesheet: str
    script: str
    hours: str
    """Where the hours of this language stand; "" where none are known."""
    live: Live | None
    colour: str
    logo: str | None
    logo_dark: str | None
    favicon: str | None
    policy: str
    """The Content-Security-Policy; empty in a preview, whose server writes a script of its own into every page."""


def frame(places: Places, tree: Tree, words: Mapping[str, str], joined: Sequence[str], policy: str) -> Frame:
    """Gather what surrounds the pages of one language; a picture that the project lacks is left out.

    `joined` names the site's style sheet and its script.
    """
    stylesheet, script = joined
    site, assets = places.draft.config.site, {str(path) for path in places.draft.assets}
    return Frame(
        tag=tree.language,
        direction=language(tree.language).direction,
        words=words,
        home=places.folder(tree.language),
        name=_parted(tree.site_name, said(places, tree, places.draft.config.company.display_name)),
        bar=ways(places, tree, tree.bar),
        foot=ways(places, tree, tree.foot),
        stylesheet=stylesheet,
        script=script,
        hours=minute.name(tree),
        live=tree.live,
        colour=site.colour,
        logo=site.logo if site.logo in assets else None,
        logo_dark=site.logo_dark if site.logo_dark in assets else None,
        favicon=site.favicon if site.favicon in assets else None,
        policy=policy,
    )


def ways(places: Places, tree: Tree, items: Iterable[NavItem]) -> tuple[Way, ...]:
    """Say where each entry of a navigation leads."""
    return tuple(
        Way(
            item.title,
            item.language,
            item.path,
            places.address(tree.language, item.path) or "./" if item.path else "",
            ways(places, tree, item.children),
        )
        for item in items
    )


def _parted(name: str, company: str) -> tuple[str, str, str]:
    """Part a site's name around the company's; where that is not in it, the whole name is the company's."""
    before, found, after = name.partition(company)
    return (before, found, after) if found else ("", name, "")


def choices(places: Places, tree: Tree, page: Page) -> tuple[Choice, ...]:
    """Lead to the same page in every language, or to a language's home where it lacks the page."""
    if len(places.trees) < 2:
        return ()
    versions = places.versions(page.path) if page.path != MISSING else ()
    there = {version.language: version.address for version in versions}
    return tuple(
        Choice(tag, language(tag).name, there.get(tag, places.folder(tag)), tag == tree.language)
        for tag in places.trees
    )
