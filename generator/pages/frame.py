"""What stands around the pages of one language: navigation, name, footer, the theme's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from generator.model import NavItem, Page
from generator.pages.outline import OUTLINE
from generator.pages.reader import Reader
from generator.pages.views.topics import Topic


def site_name(reader: Reader) -> str:
    """The name of the site, as its title bar has it."""
    return reader.words._("{company} Support", company=reader.name)


def footer(reader: Reader) -> str:
    """One line under every page: who speaks, with the numbers by which an authority knows them."""
    numbers = [f"{one.kind} {one.value}" for one in reader.config.company.registration_ids]
    return " · ".join([reader.named(reader.config.company.legal_name), *numbers])


def theme_words(reader: Reader) -> Mapping[str, str]:
    """The interface's words, for the theme."""
    _ = reader.words._
    return {
        "skip": _("Skip to the content"),
        "header": _("Header"),
        "menu": _("Menu"),
        "nav": _("Pages"),
        "path": _("You are here"),
        "toc": _("On this page"),
        "language": _("Language"),
        "dark": _("Switch to dark colors"),
        "light": _("Switch to light colors"),
        "back": _("Back to the text"),
        "admonition.note": _("Note"),
        "admonition.abstract": _("Summary"),
        "admonition.info": _("Info"),
        "admonition.tip": _("Tip"),
        "admonition.success": _("Success"),
        "admonition.question": _("Question"),
        "admonition.warning": _("Warning"),
        "admonition.failure": _("Failure"),
        "admonition.danger": _("Danger"),
        "admonition.bug": _("Known fault"),
        "admonition.example": _("Example"),
        "admonition.quote": _("Quote"),
    }


def nav(reader: Reader, pages: Sequence[Page], topics: Sequence[Topic]) -> tuple[NavItem, ...]:
    """The navigation: what is asked for most first, then the promise, then the rest, then self-help by topic."""
    _ = reader.words._
    titles = {page.path: page.title for page in pages} | {PurePosixPath("index.md"): _("Home")}
    menus = {entry.slug: entry.menu for entry in OUTLINE}
    by_menu: dict[str, list[NavItem]] = {}
    for page in pages:
        if page.kind == "page" and (menu := menus.get(page.path.stem, "know")):
            by_menu.setdefault(menu, []).append(NavItem(titles[page.path], page.path))
    return (
        *by_menu.get("top", ()),
        NavItem(_("How we support you"), children=tuple(by_menu.get("support", ()))),
        NavItem(_("Good to know"), children=tuple(by_menu.get("know", ()))),
        NavItem(_("Self-help"), children=(*by_menu.get("help", ()), *(_topic(topic) for topic in topics))),
    )


def _topic(topic: Topic) -> NavItem:
    articles = tuple(NavItem(article.title, article.path) for article in topic.articles)
    return NavItem(topic.title, children=(NavItem(topic.title, topic.path), *articles))
