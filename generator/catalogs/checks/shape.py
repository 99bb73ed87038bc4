"""Shape: rendered, a translation has its source's skeleton; no mark of Markdown stands there as it is."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from markdown import Markdown

from generator.catalogs import parity
from generator.catalogs.checks._base import ICON, Check, Fault, Segment

# Without one of these a line is a line of words.
MARKED = re.compile(r"[*_`\[\]<>&\\|~]|^[ \t]*(?:[-+#:=!?]|\d+[.)])|^(?: {4}|\t)", re.M)
TAG = re.compile(r"<([a-z][a-z0-9]*)\b[^>]*>")
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.S)
LITERAL = {
    "`": re.compile(r"`+"),
    "*": re.compile(r"(?<!\*)\*(?!\*)"),
    "_": re.compile(r"_+"),
    "](": re.compile(r"\][(\[]"),
    "&…;": re.compile(r"&#?\w+;"),
    "\\": re.compile(r"\\"),
}
# Another check counts what is bold; a line break in a translation is its translator's.
FREE = frozenset({"p", "strong", "br"})


def _find(segment: Segment) -> Iterator[Fault]:
    if not MARKED.search(segment.translated):
        return
    (ours, said), (theirs, says) = _rendered(segment.source), _rendered(segment.translated)
    if added := theirs - ours:
        hint = "begin with a word, and mark up what the source marks up"
        yield Fault(f"rendered, the translation has {_listed(added)}, which the source has not", hint)
    elif lost := ours - theirs:
        yield Fault(f"rendered, the translation lacks {_listed(lost)}", "mark up what the source marks up")
    if literal := [mark for mark, found in LITERAL.items() if len(found.findall(says)) > len(found.findall(said))]:
        marks = ", ".join(f"“{mark}”" for mark in literal)
        yield Fault(f"{marks} would stand on the page as it is", "close every mark, or take it out")


@cache
def _markdown() -> Markdown:
    """The site's blocks; one for all, since making one costs more than using it."""
    return Markdown(extensions=["admonition", "def_list", "fenced_code", "tables"])


@lru_cache(maxsize=4096)
def _rendered(text: str) -> tuple[Counter[str], str]:
    """The tags that a text turns to, and the words without them."""
    for pattern in (parity.JINJA, parity.FIELD, ICON):
        text = pattern.sub("X", text)
    labels = {label for label, _ in parity.LABEL.findall(parity.CODE.sub(" ", text)) if label}
    lines = "  \n".join(text.split("\n")) + "".join(f"\n\n[{label}]: /x" for label in sorted(labels))
    try:
        shown = _markdown().reset().convert(lines)
    except RecursionError:
        return Counter(), ""
    words = html.unescape(re.sub(r"<[^>]*>", " ", CODE.sub(" ", shown)))
    return Counter(tag for tag in TAG.findall(shown) if tag not in FREE), words


def _listed(tags: Counter[str]) -> str:
    return ", ".join(f"<{tag}>" for tag in sorted(tags))


CHECK = Check("shape-changed", _find)
