"""Material's style sheet -> the rules that the site can use: a page loads what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

# What may hold a brace that opens no block is passed over whole.
TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)|/\*.*?\*/|[{}]""", re.DOTALL)
COMMA = re.compile(r",(?![^(\[]*[)\]])")
GROUPS = ("@media", "@supports", "@layer", "@container")
CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
# A rule for what a page lacks is alive; a rule for what one of several classes has may be.
EITHER = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
ATTRIBUTE = re.compile(r"\[(data-md-[\w-]+)")
PROPERTY = re.compile(r"""(?<=[{;])(--[\w-]+):(?:[^;}"']|"[^"]*"|'[^']*')*;?""")
USE = re.compile(r"var\(\s*(--[\w-]+)")
EMPTY = re.compile(r"(?<=[};])[^{};]+\{\}|\A[^{};]+\{\}")
# Classes that Markdown makes, and what a text must hold for it to make one of them.
MADE = {
    "tabbed": ("=== ",),
    "footnote": ("[^",),
    "highlight": ("```", "~~~", "#!"),
    "linenos": ("```", "~~~", "#!"),
    "task-list": ("[ ]", "[x]", "[X]"),
    "keys": ("++",),
    "critic": ("{++", "{--", "{~~", "{==", "{>>"),
}
# Only the theme itself can name these.
THEME = re.compile(r"md-|(?:no-)?js\Z|focus-visible\Z|mermaid\Z|arithmatex\Z|giscus\Z")
# Signs before notes, and the arrow of what unfolds: our own sheet draws neither, or its own. No script sorts tables.
REPLACED = re.compile(r"(?:admonition-title|summary)::?(?:before|after)|\[role=columnheader")


def used(theme: str, texts: Iterable[str]) -> Callable[[str], bool]:
    """Say of a selector whether it can meet anything in pages made from these templates and Markdown `texts`."""
    named = set(re.findall(r"[\w-]+", theme))
    absent = {family for family, marks in MADE.items()}
    for text in texts:
        absent = {family for family in absent if not any(mark in text for mark in MADE[family])}
    lacking = tuple(absent)

    def alive(selector: str) -> bool:
        bare = EITHER.sub("", selector)
        return (
            all(name in named for name in CLASS.findall(bare) if THEME.match(name))
            and not any(name.startswith(lacking) for name in CLASS.findall(bare))
            and all(name in named for name in ATTRIBUTE.findall(bare))
            and not REPLACED.search(bare)
        )

    return alive


def purge(css: str, alive: Callable[[str], bool]) -> str:
    """Keep the rules of which some selector is alive, each with its living selectors."""
    return "".join(_kept(prelude.strip(), block, alive) for prelude, block in _rules(css))


def unread(css: str, others: str) -> str:
    """Leave out every custom property that neither this sheet nor the `others` read, and what is empty then."""
    fewer = EMPTY.sub("", PROPERTY.sub(partial(_if_read, {*USE.findall(css), *USE.findall(others)}), css))
    return css if fewer == css else unread(fewer, others)


def _if_read(read: set[str], found: re.Match[str]) -> str:
    return found[0] if found[1] in read else ""


def _kept(prelude: str, block: str, alive: Callable[[str], bool]) -> str:
    if prelude.startswith(GROUPS):
        inner = purge(block, alive)
        return f"{prelude}{{{inner}}}" if inner else ""
    if prelude.startswith("@"):
        return f"{prelude}{{{block}}}"
    selectors = [selector for selector in COMMA.split(prelude) if alive(selector)]
    return f"{','.join(selectors)}{{{block}}}" if selectors else ""


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Part a sheet into its outermost blocks; what ends in a semicolon before one, such as @charset, is left out."""
    depth = start = brace = 0
    for token in TOKEN.finditer(css):
        if token[0] == "{":
            brace = brace if depth else token.start()
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start:brace].rpartition(";")[2], css[brace + 1 : token.start()]
                start = token.end()
