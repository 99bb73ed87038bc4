"""The words of a draft, as readers meet them: the partner's own texts by place, the pages without their markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from generator.model import Draft, Page, Tree
from generator.problems import Location
from generator.schema import Model, Text

# Comments, tags, link targets and addresses are no words; markup characters stand between words.
UNREAD = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|(?<=\])\([^()\s]*\)|\bhttps?://\S+|\{[:.#][^{}\n]*\}", re.S)
TAGS = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|(?<=\])\([^()\s]*\)", re.S)
MARKUP = re.compile(r"[*_`\\\u00ad\u200b\u2060]")
BREAK = re.compile(r"(?:(?<=[.!?])\s+(?=[^\W\d_a-zа-яё])|(?<=[。！？])|\n\s*(?:\n|[-*|#>]|\d+\.\s))")
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in one language, and what a person edits to change it."""

    text: str
    where: Location
    language: str
    page: PurePosixPath | None = None
    """The page on which it stands; None for a text of support.yml."""
    setting: str = ""
    """The top-level setting that holds it."""


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield the place, the language ("" for the source language) and the words of every text below `value`."""
    match value:
        case Text():
            yield from [(path, "", value.plain)] if value.plain else []
            yield from ((((*path, tag)), tag, words) for tag, words in value.by_language.items())
        case str():
            yield path, "", value
        case Model():
            for name in type(value).model_fields:
                yield from texts(getattr(value, name), (*path, name))
        case tuple():
            for index, item in enumerate(value):
                yield from texts(item, (*path, index))


def plain(markdown: str) -> str:
    """What a reader sees of a page: no tags, no targets, no marks; a blank is a blank."""
    text = html.unescape(UNREAD.sub(" ", markdown))
    return MARKUP.sub("", text).replace("\u00a0", " ").replace("\u202f", " ")


def bare(markdown: str) -> str:
    """Letters and digits alone: whatever a name is made of, it can be found again on a page."""
    return "".join(filter(str.isalnum, html.unescape(TAGS.sub(" ", markdown))))


@lru_cache(maxsize=4096)
def sentences(markdown: str) -> tuple[str, ...]:
    """Cut at full stops, cells and paragraphs; a line break inside a paragraph is a blank."""
    parts = (part for cell in re.split(r"\s\|\s", plain(markdown)) for part in BREAK.split(cell))
    return tuple(filter(None, (" ".join(part.split()) for part in parts)))


def written(draft: Draft) -> Iterator[Words]:
    """The partner's own texts, sentence by sentence."""
    source = draft.config.source
    for path, tag, words in texts(draft.config):
        for sentence in sentences(words):
            yield Words(sentence, draft.locate(path), tag or source, setting=str(path[0]))


def composed(draft: Draft) -> Iterator[Words]:
    """The sentences of all pages, less those that come from the partner's own texts, which are mended there."""
    own = {words.text for words in written(draft)}
    for tree in draft.trees:
        for page in tree.pages:
            for sentence in sentences(page.markdown):
                if sentence not in own:
                    yield Words(sentence, page.origin, tree.language, page.path)


def read(draft: Draft) -> Iterator[Words]:
    """Everything that customers read."""
    yield from written(draft)
    yield from composed(draft)


def page(tree: Tree, slug: str) -> Page | None:
    """The page of a language by its slug."""
    return next((page for page in tree.pages if page.path == PurePosixPath(f"{slug}.md")), None)


def articles(draft: Draft, *names: str) -> Iterator[tuple[Tree, Page]]:
    """The articles with these ids, in every language; without names all."""
    for tree in draft.trees:
        for found in tree.pages:
            if found.kind == "article" and (not names or found.path.stem in names):
                yield tree, found
