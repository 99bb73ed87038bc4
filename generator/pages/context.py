"""Reader -> the names that every template knows."""

from __future__ import annotations

from typing import Any, get_args

from markupsafe import Markup

from generator.pages.markup import anchor, escape, plain, quoted
from generator.pages.reader import Reader
from generator.pages.views import charts, collections, contact, days, letters, links, plans, topics
from generator.pages.views.topics import ArticleLink
from generator.schema.promise import ChecklistItem


def context(reader: Reader, articles: tuple[ArticleLink, ...]) -> dict[str, Any]:
    """Everything that a template may name."""
    return {
        "_": reader.gettext,
        "ngettext": reader.ngettext,
        "pgettext": reader.pgettext,
        "config": reader.config,
        "r": reader,
        "w": reader.words,
        "f": reader.words.formats,
        "t": reader.text,
        "has": reader.has,
        "plain": plain,
        "quoted": quoted,
        "none": None,
        "partner": {"name": escape(reader.name)},
        "external": anchor,
        "vianet": reader.config.clouds == ("china_21vianet",),
        "checklist": reader.config.intake.checklist or get_args(ChecklistItem),
        "routes": [route for route in reader.config.escalation.microsoft.routes if route != "none"],
        "pair": lambda term, text: reader.gettext("**{term}**: {text}", term=term, text=text),
        "span": lambda days: _span(reader, days),
        "spans": lambda values: [_span(reader, days) for days in values],
        "sorted_terms": lambda terms: _sorted_terms(reader, terms),
        "listed": lambda kind, values: contact.labels(reader, kind, values),
        "group_names": lambda groups: contact.labels(reader, "group", groups),
        **contact.view(reader),
        **days.view(reader),
        **topics.view(reader, articles),
        **letters.view(reader),
        **links.view(reader),
        **plans.view(reader),
        **collections.view(reader),
        **charts.view(reader),
    }


def _span(reader: Reader, days: int) -> str:
    """Days as people say them: whole years as years."""
    years, rest = divmod(days, 365)
    quantity = reader.words.formats.quantity
    return quantity(years, "year") if years and not rest else quantity(days, "day")


def _sorted_terms(reader: Reader, terms: list[tuple[Markup, Markup]]) -> list[tuple[Markup, Markup]]:
    """A glossary in the order of the reader's alphabet; Chinese and Japanese have none, and keep ours."""
    if reader.language.locale.language in ("zh", "ja"):
        return terms
    return sorted(terms, key=lambda term: plain(reader.order(term[0])).casefold())
