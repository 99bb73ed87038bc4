"""Markdown -> the block tokens of it, by line: markdown-it as a scanner that writes nothing back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

# What stands alone in a line and is no text: Jinja, snippets, abbreviations, block attributes, marks of containers.
STRUCTURE = re.compile(
    r"\{%.*|\{#[ -].*|-{1,}8<-{1,}.*|\*\[[^\]]+\]:.*|\{:[^}]*\}\s*|:{3,}(?:[ \t{\w].*)?|/{3,}(?:[ \t].*)?"
)
ENDS = {"{%": "%}", "{#": "#}"}
ADMONITION = re.compile(r"(!!!|\?\?\?\+?|===[!+]*)(?=[ \t]*[\w\"'])[^\n]*")
# What begins a block of its own also without a blank line before it.
BEGINS = re.compile(rf"{ADMONITION.pattern}|{STRUCTURE.pattern}|#{{1,6}}[ \t]|\[\^[^\]\s]+\]:|</?div\b")
DEFINITION = re.compile(r" {0,3}: {1,3}\S")
RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
PIPES = re.compile(r"\\.|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|(\|)")
INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "table"]}


@lru_cache(maxsize=4)
def tokens(text: str) -> tuple[list[Token], Mapping[str, Mapping[str, object]]]:
    """Scan blocks; give the tokens, with lines from 0, and the link definitions by label: only to be read."""
    env: dict[str, dict[str, Mapping[str, object]]] = {}
    return scanner().parse(text, env), env.get("references", {})


@cache
def scanner() -> MarkdownIt:
    """The one scanner: tables, definitions, footnotes, admonitions, tabs and our structural lines, no inline."""
    md = MarkdownIt("commonmark").use(deflist_plugin).use(footnote_plugin)
    md.block.ruler.before("fence", "admonition", _admonition, INTERRUPTS)
    md.block.ruler.before("fence", "structure", _structure, INTERRUPTS)
    md.block.ruler.before("deflist", "term", _term)
    md.block.ruler.before("fence", "rows", _table, INTERRUPTS)
    md.core.ruler.enableOnly(["normalize", "block"])
    return md


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _structure(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    text = _line(state, start)
    if state.is_code_block(start) or not STRUCTURE.fullmatch(text):
        return False
    closing = ENDS.get(text[:2])
    last = next((n for n in range(start, end) if closing in _line(state, n)), start) if closing else start
    if closing and not _line(state, last).rstrip().endswith(closing):
        return False
    if not silent:
        token = state.push("structure", "", 0)
        token.map, token.content = [start, last + 1], state.getLines(start, last + 1, state.blkIndent, False)
        state.line = last + 1
    return True


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    found = None if state.is_code_block(start) else ADMONITION.fullmatch(_line(state, start))
    if not found:
        return False
    if silent:
        return True
    state.push("admonition_open", "div", 1).map = [start, start + 1]
    indent, last, parent = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent = state.sCount[start] + 4
    state.lineMax = stop = _dedent(state, start + 1, end)
    state.parentType = "admonition"
    state.md.block.tokenize(state, start + 1, stop)
    state.blkIndent, state.lineMax, state.parentType, state.line = indent, last, parent, stop
    state.push("admonition_close", "div", -1)
    return True


def _dedent(state: StateBlock, line: int, end: int) -> int:
    """The first line that is not blank and stands further left than the block's text."""
    return next((n for n in range(line, end) if not state.isEmpty(n) and state.sCount[n] < state.blkIndent), end)


def _goes_on(state: StateBlock, line: int) -> bool:
    """True for a line that still belongs to a block without blank lines."""
    inside = not state.isEmpty(line) and state.sCount[line] >= state.blkIndent
    return inside and not BEGINS.match(_line(state, line))


def _term(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """One of several terms, each on its line, that share a definition."""
    block = takewhile(lambda line: _goes_on(state, line), range(start + 1, end))
    first = next((line for line in block if DEFINITION.match(_line(state, line))), start)
    if silent or first < start + 2 or state.is_code_block(start):
        return False
    state.push("dt_open", "dt", 1)
    token = state.push("inline", "", 0)
    token.map, token.content = [start, start + 1], _line(state, start).strip()
    state.push("dt_close", "dt", -1)
    state.line = start + 1
    return True


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """One token for each row: a pipe in code parts no cells here, as it parts none for Python-Markdown."""
    if state.is_code_block(start) or start + 1 >= end or state.sCount[start + 1] < state.blkIndent:
        return False
    head, rule = _line(state, start), _line(state, start + 1)
    if "|" not in head or "|" not in rule or not RULE.fullmatch(rule) or len(_bare(head)) != len(_bare(rule)):
        return False
    if silent:
        return True
    rows = takewhile(lambda line: _goes_on(state, line), range(start, end))
    for line in rows:
        if line != start + 1:
            state.push("row", "tr", 0).map = [line, line + 1]
        state.line = line + 1
    return True


def _bare(row: str) -> list[str]:
    row = row.strip()
    return cells(row.removeprefix("|").removesuffix("|") if not row.endswith("\\|") else row.removeprefix("|"))


def cells(row: str) -> list[str]:
    """Part a row at its pipes: not at an escaped one, not at one in code."""
    places = [match.start() for match in PIPES.finditer(row) if match[2]]
    return [row[begin:end] for begin, end in zip([0, *(at + 1 for at in places)], [*places, len(row)], strict=True)]
