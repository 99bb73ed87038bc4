"""Markdown -> the same characters without its code: where links and tags are links and tags, and not shown as such."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.articles.blocks import tokens
from generator.articles.lines import Lines, body
from generator.articles.wording import CODE

COMMENT = re.compile(r"<!--.*?-->", re.S)
WRITTEN = re.compile(r"[^\r\n]")
BLANK = "\ufdd2"


@lru_cache(maxsize=16)
def prose(text: str) -> str:
    """Blank front matter, code and comments; every other character keeps its place."""
    lines = Lines(text, body(text))
    shown, last = [_blank(text[: lines.start])], lines.start
    for start, end, is_code in sorted(_spans(lines)):
        if start >= last:
            part = text[start:end]
            shown += [text[last:start], _blank(part) if is_code else CODE.sub(lambda code: _blank(code[0]), part)]
            last = end
    return COMMENT.sub(lambda comment: _blank(comment[0]), "".join([*shown, text[last:]]))


def line_of(text: str, at: int) -> int:
    """The line in which a character stands, as an editor counts it."""
    return len(re.findall(r"\r\n|\r|\n", text[:at])) + 1


def _spans(lines: Lines) -> list[tuple[int, int, bool]]:
    """From where to where each block goes whose text may hold code, and whether it is nothing else."""
    found = []
    for token in tokens(lines.text[lines.start :])[0]:
        if token.map and token.type in ("fence", "code_block", "inline", "row"):
            start, end = lines.span(token.map[0])[0], lines.span(max(token.map[1] - 1, token.map[0]))[1]
            found.append((start, end, token.type in ("fence", "code_block")))
    return found


def _blank(text: str) -> str:
    return WRITTEN.sub(BLANK, text)
