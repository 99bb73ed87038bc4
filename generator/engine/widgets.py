"""A Markdown extension: titles of notes in the reader's language, table alignment as classes instead of styles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

ALIGNED = re.compile(r"text-align: (left|center|right);")


class Widgets(Extension):
    """Finish the widgets of one language, with its words."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self.titles = {
            key.removeprefix("admonition."): word for key, word in words.items() if key.startswith("admonition.")
        }

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Take part before the tree becomes text."""
        md.treeprocessors.register(_Finish(md, self.titles), "helpglot_widgets", 3)


class _Finish(Treeprocessor):
    def __init__(self, md: Markdown, titles: Mapping[str, str]) -> None:
        super().__init__(md)
        self.titles = titles

    def run(self, root: Element) -> None:
        for element in root.iter():
            match element.tag:
                case "td" | "th":
                    _align(element)
                case "div" | "details":
                    self._name(element)

    def _name(self, widget: Element) -> None:
        """Put the reader's word in place of a title that only repeats the kind of widget."""
        kinds = [kind for kind in widget.get("class", "").split() if kind in self.titles]
        title = widget[0] if kinds and len(widget) else None
        named = title is not None and (title.tag == "summary" or title.get("class") == "admonition-title")
        if title is not None and named and title.text == kinds[0].capitalize() and not len(title):
            title.text = self.titles[kinds[0]]


def _align(cell: Element) -> None:
    # A strict Content-Security-Policy drops style attributes, and so does the cleaning of articles.
    if side := ALIGNED.fullmatch(cell.get("style", "")):
        del cell.attrib["style"]
        cell.set("class", " ".join(filter(None, (cell.get("class"), f"hg-{side[1]}"))))
