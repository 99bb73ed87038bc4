"""Checks of translations, one kind of mistake in each file: what a customer must never read."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache

from generator import registry
from generator.catalogs.checks._base import Check, Fault, Segment
from generator.catalogs.read import Entry, numberless, read
from generator.model import Source
from generator.problems import Location, Problem, faults

__all__ = ["Check", "Fault", "Segment", "check", "checks", "of_segment", "terms_of"]

EOL = re.compile(r"\r\n|\r|\n")
KEYWORD = re.compile(r"\s*(msgid|msgstr(?:\[\d\])?)(?=[\s\"])")
ORIGINS = "write `provenance: reviewed by=NAME on=2026-11-20` or `provenance: mt engine=NAME`"
FORM = re.compile(r"msgstr\[(\d)\]: ")


@cache
def checks() -> tuple[Check, ...]:
    """Every check in this folder, in the order of file names."""
    return registry.members(sys.modules[__name__], "CHECK", Check)


def of_segment(segment: Segment) -> Iterator[tuple[Check, Fault]]:
    """Hold one translation against every check that knows its language."""
    for one in checks():
        if one.knows(segment):
            for fault in one.find(segment):
                yield one, fault


def check(language: str, source: Source, terms: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """Name every mistake of one PO file at the line of its msgstr; what is fuzzy is shown to no one, and waits.

    Raises SourceError for a file that is not PO, ValueError for a language that nobody knows.
    """
    catalog, lines = read(language, source), EOL.split(source.text)
    found = [replace(problem, where=_said_at(lines, problem.where, _form(problem))) for problem in catalog.problems]
    for entry in catalog.entries.values():
        if entry.text and entry.where and entry.state != "fuzzy":
            found += _of_entry(entry, entry.where, language, lines, terms or {})
    return faults(found)


def terms_of(texts: Iterable[str], language: str) -> dict[str, str]:
    """Read glossaries (en, then one column for each language); a later one goes before an earlier one."""
    terms: dict[str, str] = {}
    for text in texts:
        for row in csv.DictReader(text.removeprefix("\ufeff").splitlines()):
            if row.get("en") and row.get(language):
                terms[row["en"]] = row[language]
    return terms


def _of_entry(
    entry: Entry, start: Location, language: str, lines: list[str], terms: Mapping[str, str]
) -> Iterator[Problem]:
    rested: set[str] = set()
    for index, form in enumerate(entry.forms):
        if not form.strip():
            continue
        where = _said_at(lines, start, index)
        for one, fault in of_segment(Segment(_against(entry, index, form), form, language, terms)):
            if one.severity == "warning" and one.code in entry.checked:
                rested.add(one.code)
            else:
                yield Problem(one.code, fault.message, where, fault.hint, one.severity)
    for code in dict.fromkeys(entry.checked):
        if code not in rested:
            message, hint = _idle(code)
            yield Problem("checked", message, _said_at(lines, start), hint, "warning")
    if entry.unclear:
        message, hint = f"`# {entry.unclear}`: this says neither who reviewed the text nor what made it", ORIGINS
        yield Problem("provenance", message, _said_at(lines, start), hint, "warning")


def _idle(code: str) -> tuple[str, str]:
    """What is wrong with a note that lets no warning rest."""
    known = {one.code: one.severity for one in checks()}
    if code not in known:
        meant = get_close_matches(code, known, 1)
        hint = f"did you mean `{meant[0]}`?" if meant else "take it away"
        return f"`# checked: {code}`: there is no such check", hint
    if known[code] == "error":
        return f"`# checked: {code}`: an error cannot rest", "mend the translation, take the note away"
    return f"`# checked: {code}`: nothing is told of this translation any more", "take the note away"


def _against(entry: Entry, index: int, form: str) -> str:
    """The text that a form translates: the singular where it serves one number alone, which it may leave out."""
    if not entry.plural:
        return entry.text
    if entry.rule is None or entry.rule.numbers(index) != 1:
        return entry.plural
    return entry.text if "{n}" in form else numberless(entry.text)


def _said_at(lines: list[str], where: Location, index: int = 0) -> Location:
    """Go from the first line of an entry to that of its translation."""
    if not where.line:
        return where
    asked = False
    for number, line in enumerate(lines[where.line - 1 :], where.line):
        keyword = KEYWORD.match(line)
        if keyword and keyword[1] in ("msgstr", f"msgstr[{index}]"):
            return replace(where, line=number)
        if asked and keyword and keyword[1] == "msgid":
            break
        asked = asked or (keyword is not None and keyword[1] == "msgid")
    return where


def _form(problem: Problem) -> int:
    """The plural form that a problem of a whole entry is about."""
    found = FORM.match(problem.message)
    return int(found[1]) if found else 0
