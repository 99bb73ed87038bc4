"""The words around a page: what the theme shows that no page says, by language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jinja2 import Environment, TemplateNotFound

from generator.languages import language
from generator.model import Tree

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "skip": "Skip to the content",
        "header": "Header",
        "menu": "Menu",
        "nav": "Pages",
        "path": "You are here",
        "toc": "On this page",
        "related": "Related articles",
        "footer": "Footer",
        "language": "Language",
        "dark": "Switch to dark colors",
        "light": "Switch to light colors",
        "back": "Back to the text",
        "search.open": "Search",
        "search.label": "Search the self-help",
        "search.close": "Close",
        "search.results": "Search results",
        "search.loading": "The search is loading.",
        "search.count": "Pages found: {count}",
        "search.instead": "Also searched for: {words}",
        "search.none": "Nothing found for “{query}”.",
        "search.advice": "Check the spelling, or try other or fewer words.",
        "search.topics": "Browse the self-help by topic",
        "search.mail": "Ask us by email",
        "search.subject": "Question: {query}",
        "search.failed": "The search could not be loaded.",
        "search.again": "Try again",
        "search.recent": "Your last searches",
        "search.forget": "Clear your last searches",
        "search.suggested": "Often searched",
        "search.suggested.password": "forgot password",
        "search.suggested.invoice": "where is my invoice",
        "search.suggested.phone": "new phone",
        "search.suggested.outage": "is there an outage",
        "search.suggested.contact": "phone number",
        "search.ask": "Not found what you need?",
        "search.contact": "Contact us",
        "search.move": "Move",
        "search.go": "Open",
        "search.slash": "The / key opens the search",
        "original.show": "Show the original",
        "original.label": "Original:",
        "original.shown": "The original is shown with each passage.",
        "original.hidden": "The original is hidden.",
        "original.failed": "The original could not be loaded. Check your connection, then try again.",
        "admonition.note": "Note",
        "admonition.abstract": "Summary",
        "admonition.info": "Info",
        "admonition.tip": "Tip",
        "admonition.success": "Success",
        "admonition.question": "Question",
        "admonition.warning": "Warning",
        "admonition.failure": "Failure",
        "admonition.danger": "Danger",
        "admonition.bug": "Known fault",
        "admonition.example": "Example",
        "admonition.quote": "Quote",
    }
)
"""Every word that `Tree.words` may give, in English; what it leaves out comes from Material, then from here."""

# Where Material has a word of its own in some sixty languages.
MATERIAL = {
    "header": "header",
    "nav": "nav",
    "toc": "toc",
    "language": "select.language",
}


def words(tree: Tree, environment: Environment) -> dict[str, str]:
    """Every word of WORDS for one language: the tree's own, else Material's, else English."""
    return {**WORDS, **_material(tree.language, environment), **tree.words}


def theme_language(tag: str, environment: Environment) -> str:
    """The name under which Material has words for `tag`; "en" where it has none."""
    name = language(tag).theme
    return name if _template(name) in environment.list_templates() else "en"


def _material(tag: str, environment: Environment) -> dict[str, str]:
    if language(tag).theme == "en":
        return {}
    try:
        known = environment.get_template(_template(language(tag).theme)).module
    except TemplateNotFound:
        return {}
    found = {ours: str(known.t(theirs)) for ours, theirs in MATERIAL.items()}  # type: ignore[attr-defined]  # a macro
    return {key: word for key, word in found.items() if word and word != "None"}


def _template(name: str) -> str:
    return f"partials/languages/{name}.html"
