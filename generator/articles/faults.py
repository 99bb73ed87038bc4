"""An article + the facts there are -> everything that its author can mend."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes

from generator.articles import html, pictures
from generator.articles.blocks import tokens
from generator.articles.facts import INCLUDE, OPEN, PARSER, UNKNOWN, Facts, dotted, value_of
from generator.articles.front import examined
from generator.articles.lines import Lines, body
from generator.articles.segments import passages
from generator.articles.wording import CODE
from generator.model import Source
from generator.problems import Location, Problem, faults

RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.S)
MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|<[^<>]*>|&#?\w+;", re.S)


def problems(
    source: Source, facts: Facts, includes: Collection[str] = (), harm: html.Harm = lambda _: ""
) -> tuple[Problem, ...]:
    """Everything in an article that its author can mend: front matter, unknown facts, facts where none may stand."""
    found = list(examined(source)[1])
    found += _misplaced(source)
    found += _blocks(source)
    found += pictures.unseen(source)
    found += html.refused(source, harm)
    try:
        found += _checked(source, facts, includes)
    except TemplateSyntaxError as error:
        found.append(Problem("template-syntax", str(error.message), source.at(error.lineno)))
    return faults(found)


def _checked(source: Source, facts: Facts, includes: Collection[str]) -> Iterator[Problem]:
    text = source.text
    for match in INCLUDE.finditer(text):
        if match[2] not in includes:
            line = text.count("\n", 0, match.start()) + 1
            hint = _meant(match[2], list(includes))
            yield Problem("unknown-include", f"{match[2]}: there is no such passage", source.at(line), hint)
    # The line break stays, and so does the number of every line after it.
    tree = PARSER.parse(INCLUDE.sub("", text))
    yield from _nodes(tree.body, source, facts)


def _nodes(body: list[nodes.Node], source: Source, facts: Facts) -> Iterator[Problem]:
    for node in body:
        match node:
            case nodes.Output(nodes=parts):
                for part in parts:
                    if not isinstance(part, nodes.TemplateData):
                        yield from _named(part, source, facts)
            case nodes.If(test=test, body=then, elif_=others, else_=otherwise):
                yield from _named(test.node if isinstance(test, nodes.Not) else test, source, facts)
                yield from _nodes([*then, *others, *otherwise], source, facts)
            case _:
                yield _too_much(source.at(node.lineno))


def _named(node: nodes.Node, source: Source, facts: Facts) -> Iterator[Problem]:
    where = source.at(node.lineno)
    name = dotted(node)
    if name is None:
        yield _too_much(where)
    elif value_of(facts, name) is UNKNOWN:
        yield Problem("unknown-fact", f"{name}: there is no such fact", where, _meant(name, list(_names(facts))))


def _names(facts: Facts, before: str = "") -> Iterator[str]:
    for name, value in facts.items():
        if isinstance(value, Mapping):
            yield from _names(value, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def _meant(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"did you mean `{near[0]}`?" if near else f"known are: {', '.join(sorted(known)) or 'none'}"


def _too_much(where: Location) -> Problem:
    return Problem(
        code="article-jinja",
        message="an article may name a fact and ask whether there is one, nothing more",
        where=where,
        hint="write {{ contact.phone }}, or {% if contact.phone %} … {% endif %}; the rest belongs into a template",
    )


def _misplaced(source: Source) -> Iterator[Problem]:
    """A fact in a heading would give every partner other links."""
    for segment in passages(source.text):
        where = source.at(segment.line)
        if segment.kind == "heading" and OPEN.search(segment.text):
            yield Problem("heading-jinja", "no fact may stand in a heading", where, "move it into the text")
        if segment.kind == "heading" and segment.level == 1:
            hint = "the title stands in the front matter; begin with ##"
            yield Problem("second-title", "the article has a second title", where, hint, severity="warning")
        if any(OPEN.search(code[2]) for code in CODE.finditer(RAW.sub("", segment.text))):
            yield _in_code(where)


def _blocks(source: Source) -> Iterator[Problem]:
    """Facts in code would show their escapes; words inside HTML never reach a translator."""
    lines = Lines(source.text, body(source.text))
    raw = [match.span() for match in RAW.finditer(source.text)]
    for token in tokens(source.text[lines.start :])[0]:
        if not token.map:
            continue
        start = lines.span(token.map[0])[1]
        where = source.at(lines.number(token.map[0]))
        if token.type == "html_block" and any(char.isalpha() for char in MARKUP.sub("", token.content)):
            hint = "put an empty line between the tag and the text, and `markdown` into the tag"
            yield Problem("html-text", "text inside HTML cannot be translated", where, hint, severity="warning")
        shown = any(begin <= start < end for begin, end in raw)
        if token.type in ("fence", "code_block") and not shown and OPEN.search(RAW.sub("", token.content)):
            yield _in_code(where)


def _in_code(where: Location) -> Problem:
    hint = "take it out of the code, or put {% raw %} and {% endraw %} around it to show it as it is"
    return Problem("placeholder-in-code", "no fact may stand in code", where, hint)
