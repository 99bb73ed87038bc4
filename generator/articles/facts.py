"""Markdown with dotted names + facts -> Markdown: Jinja's own parser, and nothing that could be run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.articles.blocks import tokens
from generator.articles.lines import Lines
from generator.model import Source
from generator.problems import Problem, SourceError

Facts = Mapping[str, object]
INCLUDE = re.compile(r"^([ \t>]*)\{%-?\s*include\s+[\"']([^\"']+)[\"']\s*-?%\}[ \t]*$", re.M)
# A line of Jinja alone leaves no line behind; what stands between raw marks is left alone.
ALONE = re.compile(
    r"^[ \t]*(\{%-?\s*raw\s*-?%\})[ \t]*\n(.*?)^[ \t]*(\{%-?\s*endraw\s*-?%\})[ \t]*(?:\n|\Z)"
    r"|(\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\})"
    r"|^[ \t]*(\{%(?:(?!%\}).)*%\}|\{# (?:(?!#\}).)*#\})[ \t]*(?:\n|\Z)",
    re.S | re.M,
)
OPEN = re.compile(r"\{\{|\{%")
HOLE = "\ufdd0"
STAND_IN = "\ufdd1"
UNKNOWN = object()
# `{#` alone would swallow every heading's `{#id}`.
PARSER = Environment(
    comment_start_string="{# ",
    comment_end_string="#}",
    keep_trailing_newline=True,
    autoescape=False,
)


def fill(markdown: str, facts: Facts, includes: Mapping[str, str] | None = None) -> str:
    """Put facts and included passages in. What the partner did not give takes its line or list item with it."""
    markdown = markdown.replace(HOLE, "").replace(STAND_IN, "")
    if not OPEN.search(markdown) and "{# " not in markdown:
        return markdown
    included: list[str] = []

    def stand_in(match: re.Match[str]) -> str:
        included.append(_indented((includes or {}).get(match[2], ""), match[1]))
        return f"{STAND_IN}{len(included) - 1}{STAND_IN}"

    tight = ALONE.sub(lambda match: "".join(filter(None, match.groups())), INCLUDE.sub(stand_in, markdown))
    filled = "".join(_written(PARSER.parse(tight).body, facts))
    filled = _without_holes(filled) if HOLE in filled else filled
    return re.sub(f"{STAND_IN}(\\d+){STAND_IN}", lambda match: included[int(match[1])], filled)


def value_of(facts: Facts, name: str) -> object:
    """A fact by its dotted name; UNKNOWN for a name that nobody gives a value, None for a fact not given."""
    if name in facts:
        return facts[name]
    value: object = facts
    for step in name.split("."):
        if value is None:
            return None
        if not isinstance(value, Mapping) or step not in value:
            return UNKNOWN
        value = value[step]
    return value


def dotted(node: nodes.Node) -> str | None:
    """`contact.phone` for a dotted name, None for anything that does more."""
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=inner, attr=attr):
            return f"{before}.{attr}" if (before := dotted(inner)) else None
    return None


def _written(body: list[nodes.Node], facts: Facts) -> Iterator[str]:
    for node in body:
        match node:
            case nodes.Output(nodes=parts):
                yield from (_value(part, facts) for part in parts)
            case nodes.If():
                yield from _written(_branch(node, facts), facts)


def _value(node: nodes.Node, facts: Facts) -> str:
    if isinstance(node, nodes.TemplateData):
        return str(node.data)
    value = value_of(facts, dotted(node) or "")
    return HOLE if value in (None, "", UNKNOWN) or isinstance(value, bool | Mapping) else str(value)


def _branch(node: nodes.If, facts: Facts) -> list[nodes.Node]:
    if _holds(node.test, facts):
        return node.body
    return next((other.body for other in node.elif_ if _holds(other.test, facts)), node.else_)


def _holds(test: nodes.Node, facts: Facts) -> bool:
    if isinstance(test, nodes.Not):
        return not _holds(test.node, facts)
    value = value_of(facts, dotted(test) or "")
    return value is not UNKNOWN and bool(value)


def _indented(text: str, prefix: str) -> str:
    return "\n".join(f"{prefix}{line}" if line.strip() else line for line in text.rstrip("\n").split("\n"))


def _without_holes(text: str) -> str:
    """Drop each passage with a hole: a list item with all that belongs to it, a paragraph, a table cell's words."""
    lines = Lines(text)
    gone: set[int] = set()
    scanned, _ = tokens(text)
    for token in reversed(scanned):
        if token.map and token.type == "list_item_open" and HOLE in _first(lines, token.map):
            gone.update(range(*_trimmed(lines, token.map)))
        elif token.map and token.type == "paragraph_open" and _has_hole(lines, token.map):
            gone.update(range(*token.map))
    kept = [text[start : lines.spans[n + 1][0] if n + 1 < len(lines.spans) else None]
            for n, (start, _) in enumerate(lines.spans) if n not in gone]  # fmt: skip
    return "".join(kept).replace(HOLE, "")


def _first(lines: Lines, span: list[int]) -> str:
    return lines.text[slice(*lines.span(span[0]))]


def _has_hole(lines: Lines, span: list[int]) -> bool:
    return HOLE in lines.text[lines.span(span[0])[0] : lines.span(span[1] - 1)[1]]


def _trimmed(lines: Lines, span: list[int]) -> tuple[int, int]:
    """An item's lines without the blank ones after it, which belong to what follows."""
    first, last = span
    while last > first and not lines.text[slice(*lines.span(last - 1))].strip():
        last -= 1
    return first, last


def refuse(source: Source, error: TemplateSyntaxError) -> SourceError:
    """What to raise for an article whose Jinja does not parse."""
    return SourceError(Problem("template-syntax", str(error.message), source.at(error.lineno)))
