"""Templates and Python modules -> the messages that they ask for, in reading order."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from tokenize import TokenError

from babel.messages.extract import extract as babel_messages
from babel.messages.extract import extract_python
from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

from generator.model import Message, Source
from generator.problems import Problem, SourceError

KEYWORDS: Mapping[str, object] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
TAGS = ("NOTE:",)


def messages(
    templates: Mapping[PurePosixPath, Source],
    modules: Mapping[PurePosixPath, Source] | None = None,
    *,
    extensions: tuple[str, ...] = (),
    syntax: Mapping[str, str] | None = None,
) -> tuple[Message, ...]:
    """All messages of templates, then of Python modules, file by file in the order of their names.

    `extensions` are dotted names of Jinja extensions, `syntax` holds Jinja's delimiters where they differ.
    """
    options = {"trimmed": "true", "silent": "false", "extensions": ",".join(extensions), **(syntax or {})}
    found = [message for path in sorted(templates) for message in _template(templates[path], options)]
    found += [message for path in sorted(modules or {}) for message in _module((modules or {})[path])]
    return tuple(found)


def _template(source: Source, options: Mapping[str, str]) -> Iterator[Message]:
    try:
        yield from _found(source, babel_extract, options)
    except TemplateSyntaxError as error:
        raise SourceError(Problem("template-syntax", str(error.message), source.at(error.lineno))) from None


def _module(source: Source) -> Iterator[Message]:
    try:
        yield from _found(source, extract_python, {"encoding": "utf-8"})
    except (SyntaxError, TokenError) as error:
        raise SourceError(Problem("python-syntax", str(error), source.at())) from None


def _found(source: Source, method: object, options: Mapping[str, str]) -> Iterator[Message]:
    text = io.BytesIO(source.text.encode())
    for line, ids, notes, context in babel_messages(method, text, KEYWORDS, TAGS, options):  # type: ignore[arg-type]  # a method of any kind
        singular, plural = ids if isinstance(ids, tuple) else (ids, "")
        if singular.strip():
            comments = tuple(note.removeprefix("NOTE:").strip() for note in notes)
            yield Message(singular, source.at(line), plural, context, comments)
