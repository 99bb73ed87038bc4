"""The HTML that MkDocs made of a page: let through what does no harm, mark it as HTML, let it go once written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urljoin

from markupsafe import Markup
from mkdocs.structure.files import File
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.engine import clean
from generator.model import Page
from generator.problems import Problem

HEADING = re.compile(r"""<h[1-6]\b[^>]*?\sid="([^"]*)"[^>]*>\s*<span\b[^>]*?\slang=["']([A-Za-z0-9-]+)["'][^>]*>""")
RELATIVE = re.compile(r'(<[a-zA-Z][^>]*?\s(?:href|src)=")([^"#][^"]*)"')


def safe(content: str, page: Page) -> Markup:
    """Keep of an article what its readers may meet; our own templates are trusted."""
    return Markup(clean.article(content) if page.kind == "article" else content)


def refused(content: str, page: Page) -> Iterator[Problem]:
    """Yield a problem for every link that would run something, or lead where readers may not be sent."""
    for target in clean.refused(content):
        where = replace(page.origin, line=page.links.get(target, page.origin.line))
        yield Problem("link-scheme", f"{target}: a link may not lead there", where, "use https, mailto or tel")


def from_anywhere(content: str, here: str) -> Markup:
    """Make every link of a page that stands at `here` lead from any place of the site."""
    return Markup(RELATIVE.sub(lambda found: f'{found[1]}{urljoin(here, found[2])}"', content))


def spoken(content: str) -> dict[str, str]:
    """The language of every heading that is not in its page's, by the heading's id."""
    return dict(HEADING.findall(content))


def mark(entry: AnchorLink, languages: Mapping[str, str]) -> None:
    """Say that a heading's name in the table of contents is HTML already: Markdown has escaped it."""
    title = Markup(entry.title)
    tag = languages.get(entry.id)
    entry.title = Markup('<span lang="{}">{}</span>').format(tag, title) if tag else title
    for child in entry.children:
        mark(child, languages)


def forget(file: File) -> None:
    """Let go of a page that is written: static-i18n builds the next language from within this one."""
    file.content_string = ""
    if file.page:
        file.page.markdown = file.page.content = file.page.present_anchor_ids = file.page.links_to_anchors = None
        file.page.toc = TableOfContents([])
