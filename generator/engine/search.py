"""What the pages of one language say -> the file that the search in a reader's browser reads."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.engine.places import MISSING, Places
from generator.engine.sections import Section, sections
from generator.model import Page, Tree
from generator.problems import Location, Problem
from generator.schema import Email

HOME = PurePosixPath("index.md")
LONG = 40
"""Characters that make a passage more than a name or a short answer."""
FEW = 3
SHARE = 0.1
"""A passage of articles that stands in more of them than this, and than a FEW, belongs to their frame."""
CLOSING = frozenset({"how-to-tell-that-it-worked", "when-to-contact-us"})
"""The sections that close an article, by anchor: they tell who has read it, not who looks for it."""


CHARSETS = ("windows-1251", "windows-1253", "windows-1255", "windows-1256", "iso-8859-11")
"""Encodings that write Cyrillic, Greek, Hebrew, Arabic and Thai in half the bytes, by names that browsers know too."""
WORTH = 0.9
"""UTF-8 is left only for a file that has to travel a tenth less for it."""
LACKING = Problem(
    "no-search",
    "MiniSearch is not there, so that the site has no search",
    Location(PurePosixPath("templates/theme/vendor/minisearch.js")),
    "install Helpglot anew: its build brings it",
    "warning",
)


@dataclass(frozen=True, slots=True)
class Text:
    """The file that the search of one language reads; another name for other content."""

    place: str
    charset: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Search:
    """What the theme needs to know to offer a search; addresses stand below the site's root."""

    script: str
    text: str
    charset: str
    help: str
    """Where the topics stand, for readers without scripts; "" if there are none."""
    contact: str
    mail: str
    """The partner's mail address, for a question that no page answers; "" if there is none."""


def search(places: Places, tree: Tree, script: str, text: Text) -> Search:
    """Say where the search of one language finds what it needs, and where it sends a reader whom it cannot help."""
    here = {page.path for page in tree.pages}
    ways = {
        slug: places.address(tree.language, path) if (path := PurePosixPath(f"{slug}.md")) in here else ""
        for slug in ("help", "contact")
    }
    mails = [channel.address for channel in places.draft.config.channels if isinstance(channel, Email)]
    return Search(script, text.place, text.charset, ways["help"], ways["contact"], str(mails[0]) if mails else "")


def text(places: Places, tree: Tree, html: Mapping[PurePosixPath, str]) -> Text:
    """Write what a language's pages say, by page and section, with what customers call things.

    The home page says nothing that another page does not say at length; a page without a translation is no answer
    in this language.
    """
    wanted = [page for page in tree.pages if page.path not in (HOME, MISSING) and page.translation != "none"]
    read = {page.path: _asked(page, sections(html[page.path], tree.language)) for page in wanted if page.path in html}
    articles = [read[page.path] for page in wanted if page.kind == "article" and page.path in read]
    frame, told = _frame(articles), _told(articles)
    titles = {page.path: page.title for page in tree.pages}
    entries = [
        _entry(places, tree, page, titles, tuple(_own(read[page.path], told if page.kind == "page" else frame)))
        for page in wanted
        if page.path in read
    ]
    data = {
        # By column: like beside like is lighter on the wire.
        "pages": [list(column) for column in zip(*entries, strict=True)],
        "synonyms": tree.lexicon.synonyms,
        "fillers": tree.lexicon.fillers,
    }
    charset, written = _smallest(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    name = f"assets/search.{tree.language}.{hashlib.sha256(written).hexdigest()[:8]}.json"
    return Text(name, charset, written)


def _smallest(text: str) -> tuple[str, bytes]:
    """Write JSON in the encoding in which it is lightest on the wire."""
    plain = text.encode()
    weights = {charset: (len(gzip.compress(data)), data) for charset in CHARSETS for data in [_encoded(text, charset)]}
    best = min(weights, key=lambda charset: weights[charset][0])
    return (best, weights[best][1]) if weights[best][0] < len(gzip.compress(plain)) * WORTH else ("utf-8", plain)


def _encoded(text: str, charset: str) -> bytes:
    """Write what an encoding lacks as JSON writes it: \\u4e00."""
    return text.encode(charset, "json")


def _escaped(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error("json", _escaped)


def _asked(page: Page, read: tuple[Section, ...]) -> tuple[Section, ...]:
    """Leave out what nobody searches an article for."""
    return tuple(one for one in read if one.anchor not in CLOSING) if page.kind == "article" else read


def _frame(pages: Iterable[tuple[Section, ...]]) -> frozenset[str]:
    """What articles share, passages and headings: the ways to reach the partner, "Related articles"."""
    each = [{text for section in page for text in (section.heading, *section.passages)} for page in pages]
    counted = Counter(text for page in each for text in page)
    return frozenset(text for text, times in counted.items() if times > max(FEW, len(each) * SHARE))


def _told(articles: Iterable[tuple[Section, ...]]) -> frozenset[str]:
    """The long passages of articles; a page that says one of them too need not be found by it."""
    return frozenset(text for page in articles for section in page for text in section.passages if len(text) >= LONG)


def _own(read: Iterable[Section], others: frozenset[str]) -> Iterator[Section]:
    """Keep what only this page says; a shared heading that is left with nothing below it goes too."""
    for section in read:
        kept = tuple(one for one in section.passages if one not in others)
        if kept or (section.anchor and section.heading not in others):
            yield replace(section, passages=kept)


def _entry(
    places: Places, tree: Tree, page: Page, titles: Mapping[PurePosixPath, str], own: tuple[Section, ...]
) -> list[object]:
    """One page: address, title, its language, topic, description, keywords, kind, anchors, [[heading, text], …]."""
    top = own[0] if own and not own[0].anchor else Section("", "", ())
    language = top.language if top.heading else ""
    above = titles.get(page.path.parent / "index.md", "") if page.kind == "article" else ""
    address = places.address(tree.language, page.path)
    keywords = "\n".join(tree.lexicon.keywords.get(page.path.stem, ()))
    kept = [one for one in own if page.kind != "topic"]
    anchors, lines = [one.anchor for one in kept], [_line(one) for one in kept]
    return [address, page.title, language, above, page.description, keywords, page.kind, anchors, lines]


def _line(section: Section) -> list[str]:
    heading = section.heading if section.anchor else ""
    line = [heading, "\n".join(section.passages)]
    return [*line, section.language] if section.language and heading else line
