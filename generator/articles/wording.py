"""A passage's characters -> what a translator sees of them: words, plain blanks, links that carry their label."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markdown_it.common.utils import normalizeReference

ODD_SPACE = re.compile(r"[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
NOT_WORDS = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{[:#.][^{}]*\}|</?[A-Za-z!][^<>]*>|\bhttps?://\S+|:[a-z0-9_+-]+:|\[\^[^\]]+\]"
    r"|\]\([^()\s]*\)|&#?\w+;",
    re.S,
)
SHORTCUT = re.compile(r"(?<![\]\\!])\[([^\[\]\n^][^\[\]]*)\](?:\[\]| \[([^\[\]]+)\]|(?![\[(:]))")


def has_words(text: str) -> bool:
    """True if there is something to translate: a letter outside code, placeholders, links and HTML."""
    return any(char.isalpha() for char in NOT_WORDS.sub(" ", CODE.sub(" ", text)))


def plain(text: str) -> str:
    """Make a blank of every character that only some tools take for the end of a line."""
    return ODD_SPACE.sub(" ", text)


def labelled(text: str, references: Mapping[str, object]) -> str:
    """Give a shortcut link its label, so that its target outlives the translation of its text.

    A blank between text and label goes: for Python-Markdown it is not there.
    """
    if not references or "[" not in text:
        return text
    parts, last = [], 0
    for found in SHORTCUT.finditer(CODE.sub(lambda code: "\ufdd2" * len(code[0]), text)):
        said, label = (text[slice(*found.span(group))] if found[group] else "" for group in (1, 2))
        # Python-Markdown knows no label with code in it.
        if known := next(
            (one for one in (label, said) if "`" not in one and normalizeReference(one) in references), ""
        ):
            parts += [text[last : found.start()], f"[{said}][{known}]", f" [{label}]" * (label not in ("", known))]
            last = found.end()
    return "".join([*parts, text[last:]])


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Change a text everywhere but in its code."""
    parts, last = [], 0
    for code in CODE.finditer(text):
        parts += [change(text[last : code.start()]), code[0]]
        last = code.end()
    return "".join([*parts, change(text[last:])])
