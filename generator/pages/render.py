"""Templates + Reader -> Pages: one sandboxed environment, one context for each language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any, get_args

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.model import Page, Source
from generator.pages.markup import anchor, escape, foreign, plain
from generator.pages.outline import OUTLINE
from generator.pages.promise import PromiseExtension
from generator.pages.reader import Reader
from generator.pages.views import charts, collections, links, plans
from generator.pages.views.contact import Contact, answer_line, contacts, labels
from generator.problems import Location, Problem, SourceError
from generator.schema import GROUPS
from generator.schema.promise import ChecklistItem

HAN_BREAK = re.compile(r"(?<=[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e])\n(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article as other pages name it."""

    id: str
    title: str
    description: str
    group: str
    path: PurePosixPath
    languages: tuple[str, str] = ("", "")
    """The languages of title and description, where they are not the page's."""

    @property
    def named(self) -> Markup:
        """The title, marked with its language if it is not the page's."""
        return _marked(self.title, self.languages[0])

    @property
    def described(self) -> Markup:
        """The description, marked with its language if it is not the page's."""
        return _marked(self.description, self.languages[1])


def _marked(text: str, language: str) -> Markup:
    return foreign(escape(text), language) if language else escape(text)


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of articles as other pages name it."""

    id: str
    title: str
    description: str
    path: PurePosixPath
    articles: tuple[ArticleLink, ...]


def environment(templates: Mapping[PurePosixPath, Source]) -> ImmutableSandboxedEnvironment:
    """Make the environment that all languages share; includes are named by their file alone."""
    texts = {str(path): source.text for path, source in templates.items()}
    texts |= {path.name: source.text for path, source in templates.items() if path.parts[0] == "includes"}
    return ImmutableSandboxedEnvironment(
        loader=DictLoader(texts),
        extensions=[PromiseExtension],
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


class Renderer:
    """Renders everything for one reader; holds the context, changes nothing."""

    def __init__(
        self,
        jinja: ImmutableSandboxedEnvironment,
        templates: Mapping[PurePosixPath, Source],
        reader: Reader,
        articles: Sequence[ArticleLink] = (),
    ) -> None:
        self.jinja = jinja
        self.templates = templates
        self.reader = reader
        self.articles = tuple(articles)
        self.context = _context(reader, self.articles)

    def pages(self) -> tuple[Page, ...]:
        """Every page that the partner's facts allow, and its own besides."""
        own = [path for path in self.templates if path.parts[0] == "pages"]
        known = {entry.slug: index for index, entry in enumerate(OUTLINE)}
        named = [(path.name.removesuffix(".md.j2"), path) for path in own]
        chosen = [(slug, path) for slug, path in named if slug in self.reader.slugs or slug not in known]
        chosen.sort(key=lambda pair: (known.get(pair[0], len(known)), pair[0]))
        return tuple(self._page(PurePosixPath(f"{slug}.md"), path, {}, "") for slug, path in chosen)

    def topics(self) -> tuple[Page, ...]:
        """One page for each group that has articles."""
        template = PurePosixPath("includes/topic.md.j2")
        groups: tuple[Topic, ...] = self.context["groups"]
        return tuple(self._page(one.path, template, {"topic": one}, "../../", kind="topic") for one in groups)

    def include(self, name: str, root: str = "", **values: object) -> str:
        """Render one include, for a page that stands `root` above."""
        return self._module(PurePosixPath("includes") / name, values, root)[1]

    def text(self, template: str, root: str, values: Mapping[str, object]) -> str:
        """Render a text that holds facts and includes, such as an article."""
        promises: set[str] = set()
        context = {**self.context, **values, "promises": promises, **_places(self.reader, root)}
        return self.jinja.from_string(template).render(context)

    def _page(
        self, path: PurePosixPath, template: PurePosixPath, values: Mapping[str, object], root: str, kind: Any = "page"
    ) -> Page:
        promises: set[str] = set()
        module, text = self._module(template, {**values, "promises": promises}, root)
        source = self.templates[template]
        return Page(
            path=path,
            title=plain(getattr(module, "title", path.stem)),
            description=plain(getattr(module, "description", "")),
            markdown=_tidy(text, self.reader.language.locale.language),
            origin=source.at(),
            kind=kind,
            translation=_state(self.reader, text),
            promises=frozenset(promises),
        )

    def _module(self, template: PurePosixPath, values: Mapping[str, object], root: str) -> tuple[Any, str]:
        source = self.templates[template]
        context = {**self.context, "promises": set(), **values, **_places(self.reader, root)}
        try:
            module = self.jinja.get_template(str(template)).make_module(context)
        except TemplateSyntaxError as error:
            where = self._source(error.name, source).at(error.lineno)
            raise SourceError(Problem("template", str(error.message), where)) from None
        except Exception as error:
            # Templates may be the partner's: whatever goes wrong while one runs is told with its line.
            if not (place := self._place(error)):
                raise
            raise SourceError(Problem("template", _what(error), place)) from error
        return module, str(module)

    def _source(self, name: str | None, otherwise: Source) -> Source:
        """The file that Jinja calls `name`."""
        places = (PurePosixPath(name or ""), PurePosixPath("includes", name or ""))
        return next((self.templates[place] for place in places if place in self.templates), otherwise)

    def _place(self, error: BaseException) -> Location | None:
        """The innermost line of a template that an exception came through."""
        found, trace = None, error.__traceback__
        while trace:
            template = trace.tb_frame.f_globals.get("__jinja_template__")
            if template is not None:
                source = self._source(template.name, next(iter(self.templates.values())))
                found = source.at(template.get_corresponding_lineno(trace.tb_lineno))
            trace = trace.tb_next
        return found


def _what(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"{error}: there is no such template"
    return str(error) if isinstance(error, TemplateError) else f"{error} ({type(error).__name__})"


def _tidy(text: str, language: str) -> str:
    """Fold runs of empty lines, which conditions leave behind; Chinese needs no blank where a line ends."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.strip().split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    whole = "\n".join(lines) + "\n"
    return HAN_BREAK.sub("", whole) if language in ("zh", "ja") else whole


def _state(reader: Reader, text: str) -> Any:
    if reader.language.locale.language == "en" and reader.config.source == reader.tag:
        return "original"
    return "partly" if '<span lang="' in text else "whole"


def _places(reader: Reader, root: str) -> dict[str, object]:
    return {"root": Markup(root), "page": lambda slug: Markup(f"{root}{slug}.md")}


@cache
def checklist() -> tuple[str, ...]:
    """The whole list of what to have ready (R038)."""
    return get_args(ChecklistItem)


def _context(reader: Reader, articles: tuple[ArticleLink, ...]) -> dict[str, Any]:
    ways = contacts(reader)
    by_id = {article.id: article for article in articles}
    context: dict[str, Any] = {
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
        "none": None,
        "partner": {"name": escape(reader.name)},
        "external": lambda href, words: anchor(href, words),
        "vianet": reader.config.clouds == ("china_21vianet",),
        "checklist": reader.config.intake.checklist or checklist(),
        "routes": [route for route in reader.config.escalation.microsoft.routes if route != "none"],
        "pair": lambda term, text: reader.gettext("**{term}**: {text}", term=term, text=text),
        "span": lambda days: _span(reader, days),
        "spans": lambda values: [_span(reader, days) for days in values],
        "sorted_terms": lambda terms: _sorted_terms(reader, terms),
        "listed": lambda kind, values: labels(reader, kind, values),
        "group_names": lambda groups: labels(reader, "group", groups),
        "article": by_id.get,
        "groups": _topics(reader, articles),
        "featured": [by_id[one] for one in reader.config.content.featured if one in by_id],
        **_contact_context(reader, ways),
        **_days(reader),
    }
    return context | links.view(reader) | plans.view(reader, ways) | collections.view(reader) | charts.view(reader)


def _span(reader: Reader, days: int) -> str:
    """Days as people say them: whole years as years."""
    years, rest = divmod(days, 365)
    return (
        reader.words.formats.quantity(years, "year")
        if years and not rest
        else reader.words.formats.quantity(days, "day")
    )


def _sorted_terms(reader: Reader, terms: list[tuple[Markup, Markup]]) -> list[tuple[Markup, Markup]]:
    """A glossary in the order of the reader's alphabet; Chinese and Japanese have none, and keep ours."""
    if reader.language.locale.language in ("zh", "ja"):
        return terms
    return sorted(terms, key=lambda term: plain(term[0]).casefold())


def _contact_context(reader: Reader, ways: tuple[Contact, ...]) -> dict[str, Any]:
    by_id = {contact.id: contact for contact in ways}
    billing = reader.config.billing
    named = [contact for contact in ways if billing and billing.channel == contact.id]
    return {
        "contacts": ways,
        "answer_line": lambda answer: answer_line(reader, answer),
        "billing_contacts": named or [contact for contact in ways if "billing" in contact.channel.topics],
        "one_zone": len({reader.config.zone(one) for one in reader.config.schedules if not one.always}) <= 1,
        "silent_contacts": [contact for contact in ways if contact.kind not in ("phone", "remote")],
        "contact_languages": lambda contact: [entry.tag for entry in contact.channel.languages],
        "channel_title": lambda name: by_id[name].title,
        "channel_link": lambda name: _channel_link(by_id[name]),
    }


def _channel_link(contact: Contact) -> Markup:
    """A link that stands in a sentence: the number or address itself, else the name of the channel."""
    if contact.kind in ("phone", "email"):
        return contact.link()
    return contact.link(contact.title) or escape(f"{contact.title}: {contact.address}")


def _days(reader: Reader) -> dict[str, Any]:
    off = reader.days_off()
    return {
        "days_off": off,
        "next_day_off": off[0] if off else None,
        "region_count": len({region for day in off for region in day.regions}),
        "holidays_close": all(schedule.holidays == "closed" or schedule.always for schedule in reader.config.schedules),
        "make_up_days": reader.make_up_days(),
        "other_hours": _exceptions(reader),
    }


def _exceptions(reader: Reader) -> list[Mapping[str, object]]:
    formats = reader.words.formats
    found = {
        (one.date, one.until or one.date, one.hours): {
            "date": formats.weekday_date(one.date)
            if one.until in (None, one.date)
            else formats.date_range(one.date, one.until),
            "hours": formats.times(one.hours) if one.hours else reader.words._("closed"),
            "reason": reader.text(one.reason),
        }
        for schedule in reader.config.schedules
        for one in schedule.exceptions
        if (one.until or one.date) >= reader.today
    }
    return [found[key] for key in sorted(found, key=lambda key: key[:2])]


def _topics(reader: Reader, articles: tuple[ArticleLink, ...]) -> tuple[Topic, ...]:
    return tuple(
        Topic(
            group,
            reader.words.label("group", group),
            reader.words.explain("group", group),
            PurePosixPath(f"help/{group}/index.md"),
            found,
        )
        for group in GROUPS
        if (found := tuple(article for article in articles if article.group == group))
    )
