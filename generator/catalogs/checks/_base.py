"""What a check of translations is: one translated text in, its faults out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.catalogs import parity
from generator.problems import Severity

HOLE = "\ufffc"
"""Stands in prose where a placeholder or a piece of code was."""
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
CYRILLIC = "\u0400-\u04ff"
ICON = re.compile(r":[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+:")
LABEL = re.compile(r"\](?:\(\s*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)[^)]*\)|\[[^\]]*\])|\[\^[^\]\s]+\]")


def prose(text: str) -> str:
    """The words alone: code, placeholders, tags, addresses and link targets are a hole."""
    text = parity.CODE.sub(HOLE, parity.JINJA.sub(HOLE, text))
    text = LABEL.sub("]", parity.FIELD.sub(HOLE, text))
    for pattern in (parity.AUTOLINK, parity.ADDRESS, ICON):
        text = pattern.sub(HOLE, text)
    return parity.TAG.sub("", text)


@dataclass(frozen=True)
class Segment:
    """One form of one translation beside its source; `terms` are the glossary's words of this language."""

    source: str
    translated: str
    language: str
    terms: Mapping[str, str] = field(default_factory=dict, hash=False)

    @cached_property
    def said(self) -> str:
        """The source's words."""
        return prose(self.source)

    @cached_property
    def says(self) -> str:
        """The translation's words."""
        return prose(self.translated)

    @property
    def base(self) -> str:
        """The language without its region."""
        return self.language.split("-", maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one translation, and how to mend it."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Check:
    """A promise to find one kind of mistake: `find` yields each, and never raises."""

    code: str
    find: Callable[[Segment], Iterator[Fault]]
    severity: Severity = "error"
    languages: tuple[str, ...] = ()
    """The languages that it knows, by tag or by the first part of it; none means all."""

    def knows(self, segment: Segment) -> bool:
        """Whether it has something to say of this language."""
        return not self.languages or segment.language in self.languages or segment.base in self.languages
