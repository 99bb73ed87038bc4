"""A spliced article gets ids that every language shares, and passages in the source's language say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown import Markdown
from markdown.extensions.toc import TocExtension, slugify_unicode

from generator.articles.segments import Segment, passages
from generator.articles.splice import QUOTED, Edit, Translations, apply, newline, written
from generator.model import Source, Standing

UNMARKED = frozenset({"title", "description", "abbreviation", "link title"})
ID = re.compile(r"#[^\s}]+")


def present(source: Source, catalog: Translations | None, source_language: str) -> str:
    """Splice, pin ids and mark what is left in the source's language; without a catalog only pin ids.

    The ids come from the source, so that a deep link outlives the change of language.
    """
    return apply(source.text, _edits(source, catalog, source_language))


def anchors(source: Source) -> tuple[str, ...]:
    """The ids of the title and of every heading, in order, as the site's own renderer makes them."""
    title = next((segment.text for segment in passages(source.text) if segment.kind == "title"), "")
    headings = [segment for segment in passages(source.text) if segment.kind == "heading"]
    lines = [f"# {' '.join(title.split())}"]
    lines += [f"{'#' * heading.level} {source.text[heading.start : heading.attributes]}" for heading in headings]
    return _ids("\n\n".join(lines))


@lru_cache(maxsize=512)
def _ids(headings: str) -> tuple[str, ...]:
    markdown = Markdown(extensions=["attr_list", TocExtension(slugify=slugify_unicode)])
    found = re.findall(r'<h[1-6][^>]* id="([^"]*)"', markdown.convert(headings))
    return tuple(found)


def marked(text: str, language: str, quote: str = '"', standing: Standing = "missing") -> str:
    """Say in which language a passage is, where it is not the page's, and what its translation lacks."""
    spoken = f" lang={quote}{language}{quote}" if language else ""
    state = "missing" if standing == "refused" else standing
    return f"<span{spoken} data-hg-passage={quote}{state}{quote}>{text}</span>"


def _edits(source: Source, catalog: Translations | None, source_language: str) -> Iterator[Edit]:
    ids = iter(anchors(source)[1:])
    for segment in passages(source.text):
        yield from _words(source, segment, catalog, source_language)
        if segment.kind == "heading" and (pin := next(ids, "")):
            yield from _pinned(source.text, segment, pin)


def _words(source: Source, segment: Segment, catalog: Translations | None, source_language: str) -> Iterator[Edit]:
    if catalog is None or not segment.has_words:
        return
    start, end = segment.start, segment.end
    text, standing = catalog.get(segment.text), catalog.standing(segment.text)
    said = source.text[start:end]
    if text is not None and text != segment.text:
        said = written(segment, text, newline(source.text))
    if segment.kind not in UNMARKED and (text is None or standing == "machine"):
        quote = "'" if segment.kind in QUOTED else '"'
        said = marked(said, "" if text else source_language, quote, standing)
    if said != source.text[start:end]:
        yield start, end, said


def _pinned(text: str, heading: Segment, pin: str) -> Iterator[Edit]:
    attributes = text[heading.end : heading.attributes]
    if not attributes:
        yield heading.end, heading.end, f" {{: #{pin} }}"
    elif not ID.search(attributes):
        yield heading.end, heading.attributes, re.sub(r"\s*\}$", f" #{pin} }}", attributes)
