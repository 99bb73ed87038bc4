"""The pages of a draft before translation: converted once, and laid beside their translations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment
from markdown import Markdown

from generator.engine import content, settings, words
from generator.engine.originals import Paired, Source, pair
from generator.engine.places import Places
from generator.model import Page, Tree
from generator.problems import Problem

# A part of a page that is converted by itself: it begins and ends on lines of its own, and holds no other.
PART = re.compile(
    r"^<div\b[^\n]* markdown>\n(?:(?!</?div\b)[^\n]*\n)*</div>$|^<(p|div|details)\b(?![^\n>]* markdown)[^\n]*</\1> *$",
    re.MULTILINE,
)
HOLE = re.compile(r'<div id="hg-part-(\d+)"></div>')
# Footnotes, link targets and abbreviations are known in the whole page.
WHOLE = re.compile(r"^ {0,3}(?:\*?\[[^\]\n]+\]:|<div id=\"hg-part-)", re.MULTILINE)
SAID = ("show", "label", "shown", "hidden", "failed")
"""The words of the switch."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the theme needs for the switch of one page."""

    address: str
    words: Mapping[str, str]


@dataclass
class Originals:
    """Every original that some page has asked for; one that many pages share is read once, and written once."""

    places: Places
    environment: Environment
    shared: Mapping[str, Any]
    """What mkdocs.yml says of Markdown."""
    problems: list[Problem]
    """Where to tell of a page that is not laid out as its original."""
    files: dict[str, bytes] = field(default_factory=dict)
    """What the site has to carry, by place."""
    _found: dict[tuple[str, str], Source] = field(default_factory=dict)
    _html_of: dict[tuple[int, str, str], str] = field(default_factory=dict)
    _markdown: dict[str, Markdown] = field(default_factory=dict)
    _pages: dict[tuple[str, PurePosixPath], str] = field(default_factory=dict)

    def lay(self, html: str, tree: Tree, page: Page) -> str:
        """Number the passages of a page that have an original; without one it stays as it is."""
        if page.original is None:
            return html
        paired = pair(html, self._source(page), tree.agrees)
        if paired is None:
            return html
        self._keep(paired, tree, page)
        return paired.html

    def beside(self, tree: Tree, page: Page) -> Beside | None:
        """The switch of a page that has one."""
        address = self._pages.get((tree.language, page.path))
        if address is None or page.original is None:
            return None
        said = words.words(tree, self.environment)
        spoken = page.original.named or page.original.language
        own = {name: said.get(f"original.{name}.{spoken}", said[f"original.{name}"]) for name in SAID}
        return Beside(address, own)

    def _keep(self, paired: Paired, tree: Tree, page: Page) -> None:
        self.files[paired.name] = paired.data
        self._pages[tree.language, page.path] = paired.name
        if not paired.complete:
            message = (
                f"{tree.language}: a part of the page has another shape than before translation, and is shown alone"
            )
            hint = "let only facts decide what stands on the page, never the words of a language"
            self.problems.append(Problem("original-shape", message, page.origin, hint, severity="warning"))

    def _source(self, page: Page) -> Source:
        assert page.original is not None
        key = page.original.language, page.original.markdown
        if key not in self._found:
            html = self._html(page.original.markdown, page, self._converter(page.original.language))
            self._found[key] = Source(html, page.original.language)
        return self._found[key]

    def _html(self, markdown: str, page: Page, converter: Markdown) -> str:
        """Convert a page; what only some readers are told stands mostly in parts, and the rest is converted once."""
        parts: list[str] = []
        if not WHOLE.search(markdown):
            main = self._converted(PART.sub(lambda found: _stand_in(parts, found[0]), markdown), page, converter)
            if all(main.count(_hole(number)) == 1 for number in range(len(parts))):
                inner = [self._part(part, page, converter) for part in parts]
                return HOLE.sub(lambda found: inner[int(found[1])], main)
        return self._converted(markdown, page, converter)

    def _part(self, part: str, page: Page, converter: Markdown) -> str:
        # HTML that holds no Markdown stays as it is.
        raw = " markdown>" not in part.partition("\n")[0]
        return content.safe(part, page) if raw else self._converted(part, page, converter)

    def _converted(self, markdown: str, page: Page, converter: Markdown) -> str:
        key = id(converter), page.kind, markdown
        if key not in self._html_of:
            self._html_of[key] = content.safe(converter.reset().convert(markdown), page)
        return self._html_of[key]

    def _converter(self, spoken: str) -> Markdown:
        if spoken not in self._markdown:
            tree = self.places.trees.get(spoken)
            said = words.words(tree, self.environment) if tree else words.WORDS
            made = settings.markdown(self.shared, said)
            self._markdown[spoken] = Markdown(
                extensions=made["markdown_extensions"], extension_configs=made["mdx_configs"]
            )
        return self._markdown[spoken]


def _stand_in(parts: list[str], part: str) -> str:
    parts.append(part)
    return _hole(len(parts) - 1)


def _hole(number: int) -> str:
    return f'<div id="hg-part-{number}"></div>'
