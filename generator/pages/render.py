"""Templates + Reader -> Pages: one sandboxed environment, one context for each language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.model import Coverage, Page, Source
from generator.pages.asked import Asked, Late, Names
from generator.pages.context import context
from generator.pages.markup import escape, plain
from generator.pages.outline import OUTLINE
from generator.pages.promise import PromiseExtension
from generator.pages.reader import Reader
from generator.pages.views.topics import ArticleLink, Topic, topics
from generator.problems import Location, Problem, SourceError

HEADLINE = re.compile(r"^# +(.+?)(?: +\{:.*\})?$", re.M)
HAN_BREAK = re.compile(r"(?<=[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e])\n(?=[\u4e00-\u9fff])")
HAN_STOP = re.compile(r"(?<=[、。！，：；？])((?:</\w+>)*) (?=\S)(?!{:)")


Environment = ImmutableSandboxedEnvironment
"""What all languages share: it can read the templates, and nothing else."""


def environment(templates: Mapping[PurePosixPath, Source]) -> Environment:
    """Make the environment that all languages share; includes are named by their file alone."""
    texts = {str(path): source.text for path, source in templates.items()}
    texts |= {path.name: source.text for path, source in templates.items() if path.parts[0] == "includes"}
    made = Environment(
        loader=DictLoader(texts),
        extensions=[PromiseExtension],
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.context_class = Names
    return made


class Renderer:
    """Renders everything for one reader; holds the context, changes nothing."""

    def __init__(
        self,
        jinja: Environment,
        templates: Mapping[PurePosixPath, Source],
        reader: Reader,
        articles: Sequence[ArticleLink] = (),
        cover: Callable[[tuple[Asked, ...]], Coverage] = lambda _: Coverage(),
    ) -> None:
        self.jinja = jinja
        self.templates = templates
        self.reader = reader
        self.articles = tuple(articles)
        self.cover = cover
        self.context = context(reader, self.articles)

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
        return tuple(
            self._page(one.path, template, {"topic": Late(partial(self._topic, one.id))}, "../../", kind="topic")
            for one in self.groups
        )

    def _topic(self, group: str) -> Topic:
        return topics(self.reader, tuple(one for one in self.articles if one.group == group))[0]

    @property
    def groups(self) -> tuple[Topic, ...]:
        """The groups that have articles."""
        return topics(self.reader, self.articles)

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
        self.reader.notes.taken()
        module, text = self._module(template, {**values, "promises": promises}, root)
        source = self.templates[template]
        return Page(
            path=path,
            title=plain(getattr(module, "title", "") or _headline(text) or path.stem),
            description=plain(getattr(module, "description", "")),
            markdown=_tidy(text),
            origin=source.at(),
            kind=kind,
            coverage=self.cover(self.reader.notes.taken()),
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
        return module, _closed(str(module), self.reader.language.locale.language)

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


def _headline(text: str) -> str:
    """The heading of a page whose template names no title."""
    found = HEADLINE.search(text)
    return found[1] if found else ""


def _tidy(text: str) -> str:
    """Fold runs of empty lines, which conditions leave behind."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.strip().split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines) + "\n"


def _closed(text: str, language: str) -> str:
    """Chinese and Japanese set no blank where a line ends or behind a full-width stop."""
    return HAN_STOP.sub(r"\1", HAN_BREAK.sub("", text)) if language in ("zh", "ja") else text


def _places(reader: Reader, root: str) -> dict[str, object]:
    return {"root": Markup(root), "page": lambda slug: Markup(f"{root}{slug}.md")}
