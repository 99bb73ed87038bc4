"""Raw HTML in an article -> a problem for each tag that would vanish, or that could do harm."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.articles.prose import line_of, prose
from generator.model import Source
from generator.problems import Problem

Harm = Callable[[str], str]
"""Says what is wrong with one tag, or nothing."""
TAG = re.compile(r"""(?<!\\)</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>?|<\?|<!(?=[a-zA-Z\[])""")


def refused(source: Source, harm: Harm) -> Iterator[Problem]:
    """Yield a problem for every tag that readers would not get as it was written."""
    opened: set[str] = set()
    for tag in TAG.finditer(prose(source.text)):
        written = source.text[slice(*tag.span())]
        name = tag[1].lower() if tag[1] else ""
        if written.startswith("</") and name in opened:
            continue
        opened.add(name)
        if message := harm(written):
            hint = "write it in Markdown, or in backticks if readers should see it"
            yield Problem("html-refused", message, source.at(line_of(source.text, tag.start())), hint)
