"""HTML -> its tree of blocks, with the words that stand in each: what a page and its original have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

INLINE = frozenset(
    re.findall(
        r"\w+",
        """
        a abbr b bdi bdo br cite code data del dfn em i img input ins kbd mark q rp rt ruby s samp small span strong
        sub sup time u var wbr
        """,
    )
)
KEPT = {tag: tag for tag in ("b", "code", "em", "i", "kbd", "mark", "strong", "sub", "sup")} | {"a": "b"}
"""What stays of a passage's markup, and as what; a link leads from the translation already, and would be met twice."""
VOID = frozenset({"br", "col", "hr", "img", "input", "wbr"})
OPAQUE = frozenset({"button", "form", "math", "pre", "script", "select", "style", "svg", "template", "textarea"})
"""What holds no passage of text, or no text that was translated."""
HOLDERS = frozenset(
    re.findall(r"\w+", "blockquote caption dd div dt figcaption h1 h2 h3 h4 h5 h6 label li p section summary td th")
)
TOKEN = re.compile(
    r"""<(?P<end>/)?(?P<tag>[a-zA-Z][^\s/>]*)(?P<given>(?:[^>"']|"[^"]*"|'[^']*')*)>|<!--.*?-->""", re.DOTALL
)
GIVEN = re.compile(r"""(?<![^\s"'])(id|class|lang)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
ADDED = frozenset({"hg-passage-tag", "hg-translation"})
"""What only a translation says of itself: how far a passage is translated."""

Words = str | list["Words"]
"""A text; or the name of a tag, or "@" and a language, with all that stands in it."""


@dataclass
class Run:
    """Words that stand in a block without a block between them."""

    words: list[Words] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """What a reader sees, blanks folded."""
        return " ".join(_text(self.words).replace("\u2060", "").split())


@dataclass
class Block:
    """An element that begins on a line of its own, and what it holds."""

    tag: str
    name: str = ""
    """Its id: the same in every language; none for the page's title."""
    at: int = 0
    """Where its attributes begin: characters from the start of the page."""
    inner: list[Block | Run] = field(default_factory=list)

    @cached_property
    def runs(self) -> list[Run]:
        """The words that stand directly in it, without those that are only blanks."""
        return [one for one in self.inner if isinstance(one, Run) and one.text]

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks directly in it; a list from which everything is left out is none."""
        found = [one for one in self.inner if isinstance(one, Block)]
        return [one for one in found if one.tag != "ul" or one.blocks or one.runs]

    @property
    def kind(self) -> tuple[str, str, int]:
        """What has to be the same in its original."""
        return self.tag, self.name, len(self.runs)

    @cached_property
    def passage(self) -> Run | None:
        """The words that may have their original beside them: those of a block that holds text, and only once."""
        runs = self.runs
        return runs[0] if self.tag in HOLDERS and len(runs) == 1 else None


def blocks(html: str) -> Block:
    """Read a page's HTML into blocks, under a root without a tag."""
    reader = _Reader()
    last, until = 0, 0
    for token in TOKEN.finditer(html):
        if token.start() < until:
            continue
        reader.say(unescape(html[last : token.start()]))
        last, tag = token.end(), (token["tag"] or "").lower()
        if token["end"]:
            reader.end(tag)
        elif tag:
            until = last = reader.begin(tag, token, html)
    reader.say(unescape(html[last:]))
    return reader.root


def _text(words: Words) -> str:
    if isinstance(words, str):
        return words
    # In every list but the whole the first says what it is.
    return "".join(one if isinstance(one, str) else "\n" if one == ["br"] else _text(one[1:]) for one in words)


def _after(tag: str, html: str, start: int) -> int:
    """Where an element ends that began before `start`; others of its name may lie in it."""
    depth = 1
    for found in re.finditer(rf"<(/?){tag}\b[^>]*>", html[start:], re.IGNORECASE):
        depth += -1 if found[1] else 0 if found[0].endswith("/>") else 1
        if not depth:
            return start + found.end()
    return len(html)


class _Reader:
    def __init__(self) -> None:
        self.root = Block("")
        self.open: list[Block] = [self.root]
        self.inside: list[tuple[str, list[Words]]] = []
        """The inline elements that are open, with what stands in each."""

    def say(self, text: str) -> None:
        """Add words."""
        if text:
            self._here().append(text)

    def begin(self, tag: str, token: re.Match[str], html: str) -> int:
        """Begin an element; give the place from which to read on."""
        given = {name.lower(): unescape(one or other) for name, one, other in GIVEN.findall(token["given"])}
        if tag in OPAQUE or (tag not in VOID and ADDED & set(given.get("class", "").split())):
            return token.end() if token[0].endswith("/>") else _after(tag, html, token.end())
        if tag in VOID:
            self._void(tag)
        elif tag in INLINE:
            self._inline(tag, given.get("lang", ""))
        else:
            # A page has one title, and its name may be made of its words.
            self._block(Block(tag, "" if tag == "h1" else given.get("id", ""), token.end("tag")))
        return token.end()

    def end(self, tag: str) -> None:
        """End an element, and what has been left open in it."""
        if tag in INLINE:
            if any(name == tag for name, _ in self.inside):
                while self.inside.pop()[0] != tag:
                    pass
        elif any(block.tag == tag for block in self.open):
            self.inside = []
            while self.open.pop().tag != tag:
                pass

    def _void(self, tag: str) -> None:
        if tag == "br":
            self._here().append(["br"])
        elif tag in ("hr", "col"):
            self.inside = []
            self.open[-1].inner.append(Block(tag))

    def _inline(self, tag: str, language: str) -> None:
        here = self._here()
        name = f"@{language}" if LANGUAGE.fullmatch(language) else KEPT.get(tag, "")
        inner: list[Words] = [name] if name else here
        if name:
            here.append(inner)
        self.inside.append((tag, inner))

    def _block(self, block: Block) -> None:
        # A block in a link or a span ends the words before it; what follows is words of the link no more.
        self.inside = []
        self.open[-1].inner.append(block)
        self.open.append(block)

    def _here(self) -> list[Words]:
        """Where the next words go."""
        if self.inside:
            return self.inside[-1][1]
        inner = self.open[-1].inner
        last = inner[-1] if inner else None
        if isinstance(last, Run):
            return last.words
        run = Run()
        inner.append(run)
        return run.words
