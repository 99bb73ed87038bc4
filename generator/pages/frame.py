"""What stands around the pages of one language: navigation, name, footer, the theme's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
    numbers = [f"{reader.named(one.kind)} {one.value}" for one in reader.config.company.registration_ids]
    return " · ".join([reader.named(reader.config.company.legal_name), *numbers])


def theme_words(reader: Reader) -> Mapping[str, str]:
    """The interface's words, for the theme."""
    _, pgettext = reader.words._, reader.words.pgettext
    # What only a script knows is filled in by the script.
    return {
        "skip": _("Skip to the content"),
        "header": _("Header"),
        "menu": _("Menu"),
        "nav": _("Pages"),
        "path": _("You are here"),
        "toc": _("On this page"),
        "related": _("Related articles"),
        "footer": _("Footer"),
        "language": _("Language"),
        "dark": _("Switch to dark colors"),
        "light": _("Switch to light colors"),
        "back": _("Back to the text"),
        "search.open": pgettext("button", "Search"),
        "search.label": _("Search the self-help"),
        "search.close": _("Close"),
        "search.results": _("Search results"),
        "search.loading": _("The search is loading."),
        "search.count": _("Pages found: {count}", count="{count}"),
        "search.instead": _("Also searched for: {words}", words="{words}"),
        "search.none": _("Nothing found for “{query}”.", query="{query}"),
        "search.advice": _("Check the spelling, or try other or fewer words."),
        "search.topics": _("Browse the self-help by topic"),
        "search.mail": _("Ask us by email"),
        "search.subject": _("Question: {query}", query="{query}"),
        "search.failed": _("The search could not be loaded."),
        "search.again": _("Try again"),
        "search.recent": _("Your last searches"),
        "search.forget": _("Clear your last searches"),
        "search.suggested": _("Often searched"),
        "search.suggested.password": _("forgot password"),
        "search.suggested.invoice": _("where is my invoice"),
        "search.suggested.phone": _("new phone"),
        "search.suggested.outage": _("is there an outage"),
        "search.suggested.contact": _("phone number"),
        "search.ask": _("Not found what you need?"),
        "search.contact": _("Contact us"),
        "search.move": pgettext("button", "Move"),
        "search.go": pgettext("button", "Open"),
        "search.slash": _("The / key opens the search"),
        **dict(_originals(reader)),
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


def bar(reader: Reader) -> tuple[NavItem, ...]:
    """The header's few pages, those that the partner has, under short names."""
    _ = reader.words._
    named = {
        "help": _("Self-help"),
        "service-levels": _("Service levels"),
        "billing": _("Billing"),
        "status": _("Service status"),
        "contact": _("Contact us"),
    }
    return tuple(NavItem(title, PurePosixPath(f"{slug}.md")) for slug, title in named.items() if reader.has(slug))


def foot(reader: Reader, pages: Sequence[Page]) -> tuple[NavItem, ...]:
    """Every page that is no article, under three headings."""
    _ = reader.words._
    by_menu = _by_menu(pages)
    groups = (
        NavItem(_("Help"), children=(*by_menu.get("help", ()), *by_menu.get("top", ())[1:])),
        NavItem(_("How we support you"), children=tuple(by_menu.get("support", ()))),
        NavItem(_("Good to know"), children=tuple(by_menu.get("know", ()))),
    )
    return tuple(group for group in groups if group.children)


def _originals(reader: Reader) -> Iterator[tuple[str, str]]:
    """What is said of the originals, for each language that there may be one in."""
    _ = reader.words._
    for tag in dict.fromkeys(("en", reader.config.source)):
        name = reader.words.formats.language_name(tag)
        yield f"original.show.{tag}", _("Show the {language} original", language=name)
        yield f"original.label.{tag}", _("{language} original:", language=name)
        yield f"original.shown.{tag}", _("The {language} original is shown with each passage.", language=name)
        yield f"original.hidden.{tag}", _("The {language} original is hidden.", language=name)
        yield (
            f"original.failed.{tag}",
            _("The {language} original could not be loaded. Check your connection, then try again.", language=name),
        )


def nav(reader: Reader, pages: Sequence[Page], topics: Sequence[Topic]) -> tuple[NavItem, ...]:
    """The navigation: what is asked for most first, then the promise, then the rest, then self-help by topic."""
    _ = reader.words._
    by_menu = _by_menu(pages)
    top = by_menu.get("top", [])
    return (
        *(replace(item, title=_("Home")) for item in top[:1]),
        *top[1:],
        NavItem(_("How we support you"), children=tuple(by_menu.get("support", ()))),
        NavItem(_("Good to know"), children=tuple(by_menu.get("know", ()))),
        NavItem(_("Self-help"), children=(*by_menu.get("help", ()), *(_topic(topic) for topic in topics))),
    )


def _by_menu(pages: Sequence[Page]) -> dict[str, list[NavItem]]:
    menus = {entry.slug: entry.menu for entry in OUTLINE}
    found: dict[str, list[NavItem]] = {}
    for page in pages:
        if page.kind == "page" and (menu := menus.get(page.path.stem, "know")):
            found.setdefault(menu, []).append(NavItem(page.title, page.path))
    return found


def _topic(topic: Topic) -> NavItem:
    articles = tuple(NavItem(article.title, article.path) for article in topic.articles)
    return NavItem(topic.title, children=(NavItem(topic.title, topic.path), *articles))
