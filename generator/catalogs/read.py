"""PO files -> the translations of one language that may be shown, and why the others may not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from generator.catalogs import parity, po
from generator.catalogs.plurals import Plurals, plurals_from, plurals_of
from generator.model import Source, Standing
from generator.problems import Location, Problem, SiteError, SourceError, faults

if TYPE_CHECKING:
    import polib

State = Literal["translated", "fuzzy", "missing"]
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One message with its translation, as a PO file has it; only a `translated` one is ever shown."""

    text: str
    forms: tuple[str, ...]
    state: State = "translated"
    where: Location | None = None
    plural: str = ""
    context: str | None = None
    machine: bool = False
    rule: Plurals | None = None
    reviewed: bool = False
    refused: str = ""
    """Why a translation that is there is not shown."""
    checked: tuple[str, ...] = ()
    """The checks whose warnings somebody has looked into."""
    unclear: str = ""
    """A note of provenance that says nothing which anybody knows."""

    @property
    def standing(self) -> Standing:
        """What readers get."""
        if self.state == "translated":
            return "machine" if self.machine else "reviewed" if self.reviewed else "translated"
        return "stale" if self.state == "fuzzy" else "refused" if self.refused else "missing"


@dataclass(frozen=True, slots=True)
class Catalog:
    """All translations of one language. What is missing, fuzzy or refused is None: the source is shown."""

    language: str
    entries: Mapping[Key, Entry] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, language: str, translations: Mapping[str, str]) -> Catalog:
        """Make a catalog of plain pairs, source and translation."""
        return cls(language, {(None, text): Entry(text, (translated,)) for text, translated in translations.items()})

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """The translation that may be shown."""
        entry = self.entries.get((context, msgid))
        return entry.forms[0] if entry and entry.state == "translated" else None

    def plural(self, singular: str, plural: str, n: int, context: str | None = None) -> str | None:
        """The translation for this number; the caller fills in the number itself."""
        entry = self.entries.get((context, singular))
        if not entry or entry.state != "translated" or entry.plural != plural:
            return None
        return entry.forms[(entry.rule or plurals_of(self.language)).form(n)]

    def state(self, msgid: str, context: str | None = None) -> State:
        """Whether a message is translated; one that was refused is missing."""
        entry = self.entries.get((context, msgid))
        return entry.state if entry else "missing"

    def standing(self, msgid: str, context: str | None = None, plural: str = "") -> Standing:
        """What readers get for a message; a plural that the file does not have is missing."""
        entry = self.entries.get((context, msgid))
        return entry.standing if entry and (not plural or entry.plural == plural) else "missing"

    def where(self, msgid: str, context: str | None = None) -> Location | None:
        """The line of a message, if a file has it."""
        entry = self.entries.get((context, msgid))
        return entry.where if entry else None

    def refused(self, msgid: str, context: str | None = None) -> str:
        """Why the translation of a message is not shown; "" for one that is, or that is not there."""
        entry = self.entries.get((context, msgid))
        return entry.refused if entry else ""

    def machine(self, msgid: str, context: str | None = None) -> bool:
        """True if an engine wrote the translation and nobody has reviewed it."""
        entry = self.entries.get((context, msgid))
        return bool(entry and entry.machine)


def read(language: str, *sources: Source) -> Catalog:
    """Lay PO files over each other, message by message, the later over the earlier.

    Raises SourceError with all syntax errors of all files.
    """
    entries: dict[Key, Entry] = {}
    problems: list[Problem] = []
    broken: list[Problem] = []
    for source in sources:
        try:
            file = po.parse(source)
        except SiteError as error:
            broken += error.problems
            continue
        rule = _rule(language, source, file, problems)
        problems += po.conflicts(source, file)
        for found in file:
            if not found.obsolete:
                _lay(entries, _entry(source, found, rule, problems))
    if broken:
        raise SourceError(*broken)
    return Catalog(language, entries, faults(problems))


def _lay(entries: dict[Key, Entry], entry: Entry) -> None:
    key = (entry.context, entry.text)
    below = entries.get(key)
    # A partner's unfinished translation must not hide the shipped one.
    if not below or below.state != "translated" or entry.state == "translated":
        entries[key] = entry


def _rule(language: str, source: Source, file: polib.POFile, problems: list[Problem]) -> Plurals:
    content = file.metadata.get("Content-Type", "").lower().replace(" ", "")
    if "charset=" in content and content.split("charset=")[1] not in {"utf-8", "utf8", "ascii", "us-ascii"}:
        problems.append(
            Problem("encoding", "the header names another encoding than UTF-8", source.at(1), "save the file as UTF-8")
        )
    header = file.metadata.get("Plural-Forms")
    if header is None:
        return plurals_of(language)
    try:
        return plurals_from(header)
    except ValueError:
        hint = f"for {language} it is: {plurals_of(language)}"
        problems.append(Problem("po-syntax", f"Plural-Forms: {header}: there is no such rule", source.at(1), hint))
        return plurals_of(language)


def _entry(source: Source, found: polib.POEntry, rule: Plurals, problems: list[Problem]) -> Entry:
    text, plural, forms = po.shown(found.msgid), po.shown(found.msgid_plural or ""), po.forms(found)
    where = source.at(found.linenum or 0)
    state: State = "fuzzy" if found.fuzzy else "translated"
    if not any(form.strip() for form in forms):
        state = "missing"
    refused = ""
    if state == "translated" and (faulty := list(_faults(text, plural, forms, rule, where))):
        problems += faulty
        state, refused = "missing", faulty[0].message
    context = None if found.msgctxt is None else po.shown(found.msgctxt)
    machine, reviewed = po.is_machine(found), po.is_reviewed(found)
    notes = po.checked(found), po.unclear(found)
    return Entry(text, forms, state, where, plural, context, machine, rule, reviewed, refused, *notes)


def _faults(text: str, plural: str, forms: tuple[str, ...], rule: Plurals, where: Location) -> Iterator[Problem]:
    if any("\ufffd" in form for form in forms) and "\ufffd" not in text + plural:
        yield Problem("encoding", "the translation has lost characters (�)", where, "save the file as UTF-8")
    if plural and (len(forms) != rule.count or not all(form.strip() for form in forms)):
        full = sum(bool(form.strip()) for form in forms)
        message = f"{full} of the language's {rule.count} plural forms stand here"
        yield Problem("plural-count", message, where, f"fill msgstr[0] to msgstr[{rule.count - 1}]")
        return
    for index, form in enumerate(forms):
        for difference in _least(text, plural, form, alone=not plural or rule.numbers(index) == 1):
            form_of = f"msgstr[{index}]: " if plural else ""
            yield Problem(difference.code, f"{form_of}{difference.message}", where, difference.hint)


def numberless(text: str) -> str:
    """A text without its number: what a plural form may say that stands for one number alone."""
    return " ".join(text.replace("{n}", "").split())


def _least(text: str, plural: str, form: str, *, alone: bool) -> tuple[parity.Difference, ...]:
    """Compare with the plural; a form for one number alone may leave it out: Arabic says "two days" in a word."""
    against = [plural] * bool(plural) + [text] * alone + [numberless(text)] * (alone and bool(plural))
    found = [tuple(parity.differences(source, form)) for source in against]
    return min(found, key=len)
