"""One article + one language's catalog + the partner's facts -> Page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from jinja2 import TemplateSyntaxError

from generator.articles.facts import Facts, fill, refuse
from generator.articles.front import Article, read
from generator.articles.lines import EOL, body
from generator.articles.present import anchors, marked, present
from generator.articles.segments import Segment, segments
from generator.articles.splice import Translations
from generator.model import Coverage, Message, Page, Source, gap

# In a title every character is meant as itself.
SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~^=#$]|:(?=[\w+-]+:)")
PLACEHOLDER = re.compile(r"\{\{-?\s*([\w.]+)\s*-?\}\}")


def messages(source: Source, examples: Mapping[str, str] | None = None) -> Iterator[Message]:
    """What a translator sees of an article; `examples` says what each dotted name may stand for."""
    title = next((segment.text for segment in segments(source) if segment.kind == "title"), "")
    for segment in segments(source):
        yield Message(segment.text, source.at(segment.line), comments=tuple(_comments(segment, title, examples or {})))


def originals(source: Source, catalog: Translations) -> tuple[str, ...]:
    """The source of every translated passage, in reading order: what a reader may lay beside the page."""
    return tuple(segment.text for segment in segments(source) if catalog.get(segment.text) is not None)


def render(
    source: Source,
    catalog: Translations,
    facts: Facts,
    language: str,
    source_language: str = "en",
    *,
    includes: Mapping[str, str] | None = None,
    domain: str = "kb",
) -> Page:
    """Make the page: splice, pin and mark, then fill in the facts, which arrive formatted and escaped.

    Raises SourceError if the article itself cannot be used; `problems` tells all there is to mend.
    """
    article = read(source)
    used = None if language == source_language else catalog
    presented = present(source, used, source_language)
    try:
        filled = fill(EOL.sub("\n", presented[body(presented) :]).lstrip("\n"), facts, includes)
    except TemplateSyntaxError as error:
        raise refuse(source, error) from None
    return Page(
        path=PurePosixPath("help", article.group, f"{article.id}.md"),
        title=_said(article.title, used),
        markdown=f"{_headline(article, used, source_language)}\n\n{filled}",
        origin=source.at(),
        kind="article",
        description=_said(article.description, used),
        coverage=coverage(source, used, source_language, domain),
    )


def _said(text: str, catalog: Translations | None) -> str:
    found = catalog.get(text) if catalog and text else None
    return " ".join((text if found is None else found).split("\n"))


def _headline(article: Article, catalog: Translations | None, source_language: str) -> str:
    text = SPECIAL.sub(lambda char: f"&#{ord(char[0])};", _said(article.title, catalog))
    if catalog and catalog.get(article.title) is None:
        text = marked(text, source_language, standing=catalog.standing(article.title))
    pin = next(iter(anchors(article.source)), "")
    return f"# {text} {{: #{pin} }}" if pin else f"# {text}"


def coverage(source: Source, catalog: Translations | None, language: str, domain: str = "kb") -> Coverage:
    """Count how far an article written in `language` is translated; without a catalog it needs no translation."""
    first = {segment.text: segment.line for segment in reversed(segments(source))}
    if catalog is None:
        return Coverage(native=len(first))
    found = [(text, source.at(line), catalog.standing(text)) for text, line in reversed(first.items())]
    gaps = (gap(standing, text, catalog.where(text) or line, language, domain) for text, line, standing in found)
    return Coverage(
        segments=len(found),
        reviewed=sum(standing == "reviewed" for *_, standing in found),
        gaps=tuple(filter(None, gaps)),
    )


def _comments(segment: Segment, title: str, examples: Mapping[str, str]) -> Iterator[str]:
    places = [segment.kind, segment.section and f"in “{segment.section}”", title and f"of “{title}”"]
    yield " ".join(place for place in places[: 1 if segment.kind == "title" else 3] if place)
    if segment.note:
        yield segment.note
    for name in dict.fromkeys(PLACEHOLDER.findall(segment.text)):
        if name in examples:
            yield f"{{{{ {name} }}}}: {examples[name]}"
