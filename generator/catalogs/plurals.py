"""A language or a Plural-Forms header -> which form a number takes."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from babel.messages.plurals import get_plural

from generator.languages import language

HEADER = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+);?\s*")
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Plurals:
    """How many forms a language has, and the rule that picks one."""

    count: int
    expression: str
    pick: Callable[[int], int] = field(compare=False, repr=False)

    def form(self, n: int) -> int:
        """The form of `n`, always one that exists."""
        index = self.pick(abs(n))
        return index if 0 <= index < self.count else self.count - 1

    def numbers(self, form: int) -> int:
        """How many of the first numbers take this form: 1 for the English singular."""
        return sum(self.form(n) == form for n in range(201))

    def __str__(self) -> str:
        return f"nplurals={self.count}; plural={self.expression};"


@cache
def plurals_of(tag: str) -> Plurals:
    """gettext's own forms for a language: Russian three, Korean one."""
    known = get_plural(language(tag).locale)
    return Plurals(known.num_plurals, known.plural_expr, gettext.c2py(known.plural_expr))


@cache
def plurals_from(header: str) -> Plurals:
    """Read a Plural-Forms header. Raises ValueError for anything but a count and a rule."""
    found = HEADER.fullmatch(header)
    if not found or len(header) > LONGEST or not 1 <= int(found[1]) <= 6:
        raise ValueError(header)
    rule = gettext.c2py(found[2].strip())
    for n in (*range(201), 1000, 1_000_000):
        if not 0 <= _tried(rule, n) < int(found[1]):
            raise ValueError(header)
    return Plurals(int(found[1]), found[2].strip(), rule)


def _tried(rule: Callable[[int], int], n: int) -> int:
    try:
        return rule(n)
    except (ArithmeticError, RecursionError) as error:
        raise ValueError(n) from error
