"""What stands around every page of one language: words, colours, logo, and the way to the other languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.engine.places import MISSING, Places
from generator.languages import language
from generator.model import Page, Tree


@dataclass(frozen=True, slots=True)
class Choice:
    """One language in the switcher, and where it leads."""

    tag: str
    name: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What the theme needs to know of the language being built."""

    tag: str
    direction: str
    words: Mapping[str, str]
    home: str
    stylesheet: str
    script: str
    colour: str
    logo: str | None
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
        stylesheet=stylesheet,
        script=script,
        colour=site.colour,
        logo=site.logo if site.logo in assets else None,
        favicon=site.favicon if site.favicon in assets else None,
        policy=policy,
    )


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
