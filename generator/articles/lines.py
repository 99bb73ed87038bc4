"""A text -> where its lines stand in it: Markdown's lines, not Python's, which break at more characters."""

from __future__ import annotations

import re

EOL = re.compile(r"\r\n|\r|\n")
FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(.*?)^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.S | re.M)


def body(text: str) -> int:
    """Where an article's body begins, after its front matter."""
    front = FRONT.match(text)
    return front.end() if front else 0


class Lines:
    """Where each line of a body stands in the whole text; lines count from 0 here."""

    def __init__(self, text: str, start: int = 0) -> None:
        self.text, self.start = text, start
        self.offset = len(EOL.findall(text, 0, start))
        ends = [(match.start(), match.end()) for match in EOL.finditer(text, start)]
        starts = [start, *(end for _, end in ends)]
        self.spans = list(zip(starts, [*(stop for stop, _ in ends), len(text)], strict=True))

    def span(self, line: int) -> tuple[int, int]:
        """From where to where a line's characters go, without its end."""
        return self.spans[line]

    def number(self, line: int) -> int:
        """The line as an editor counts it."""
        return line + self.offset + 1

    def find(self, line: int, content: str, after: int = 0) -> tuple[int, int] | None:
        """Where `content` ends this line, or else where it first stands in it."""
        start, end = self.spans[line]
        start = max(start, after)
        shown = self.text[start:end].replace("\0", "\ufffd")
        content = content.strip(" \t")
        at = len(shown.rstrip(" \t")) - len(content)
        if at < 0 or not shown.startswith(content, at):
            at = shown.find(content)
        return None if at < 0 else (start + at, start + at + len(content))
