"""PO text ↔ polib's entries, with every syntax error at its line: the only place that knows polib's reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polib

from generator.model import Source
from generator.problems import Problem, SourceError

LINE = re.compile(r'\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*"\s*')
# polib breaks lines where str.splitlines does; a translator's editor breaks them at \n alone.
HIDDEN = {ord(char): chr(0xF0000 + ord(char)) for char in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
SHOWN = {ord(hidden): chr(char) for char, hidden in HIDDEN.items()}
ANY_SHOWN, ANY_HIDDEN = (re.compile(f"[{''.join(map(chr, table))}]") for table in (HIDDEN, SHOWN))
REVIEWED = re.compile(r"provenance:\s+reviewed\s+by=\S.*\son=\d{4}-\d{2}-\d{2}")
MERGE = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
# polib opens a text that happens to be the name of a file. No file has a name this long.
NOT_A_PATH = "\n" + " " * 70_000


# What gettext's tools write where nobody has said anything yet.
UNSET = frozenset(
    {
        "YEAR-MO-DA HO:MI+ZONE",
        "FULL NAME <EMAIL@ADDRESS>",
        "LANGUAGE <LL@li.org>",
        "PACKAGE VERSION",
        "text/plain; charset=CHARSET",
        "ENCODING",
        "nplurals=INTEGER; plural=EXPRESSION;",
    }
)


class File(polib.POFile):
    """A PO file whose header keeps its order."""

    def ordered_metadata(self) -> list[tuple[str, str]]:
        """The lines of the header, as they came."""
        return list(self.metadata.items())


def parse(source: Source) -> polib.POFile:
    """Read a PO file, or raise a SourceError that names every line that is not PO."""
    text = source.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if broken := [(number, line) for number, line in enumerate(text.split("\n"), 1) if not _is_po(line)]:
        raise SourceError(*(_fault(source, number, line) for number, line in broken))
    try:
        return polib.pofile(hidden(text) + NOT_A_PATH, wrapwidth=0)
    except (OSError, ValueError, LookupError) as error:
        found = re.search(r"\(?line (\d+)\)?", str(error))
        raise SourceError(_fault(source, int(found[1]) if found else 0)) from None


def shown(text: str) -> str:
    """Give back the characters that `parse` hid from polib."""
    return text.translate(SHOWN) if ANY_HIDDEN.search(text) else text


def hidden(text: str) -> str:
    """Hide from polib the characters at which it would break a line."""
    return text.translate(HIDDEN) if ANY_SHOWN.search(text) else text


def forms(entry: polib.POEntry) -> tuple[str, ...]:
    """The translation's plural forms in order; one for a message without plural."""
    if entry.msgid_plural:
        return tuple(shown(text) for _, text in sorted(entry.msgstr_plural.items()))
    return (shown(entry.msgstr),)


def conflicts(source: Source, file: polib.POFile) -> Iterator[Problem]:
    """Yield a problem for every text that a file translates twice, and not the same."""
    first: dict[tuple[str | None, str], polib.POEntry] = {}
    for entry in file:
        if entry.obsolete or entry.fuzzy or not any(forms(entry)):
            continue
        known = first.setdefault((entry.msgctxt, entry.msgid), entry)
        if forms(known) != forms(entry):
            message = f"the text is translated already, and not the same, in line {known.linenum}"
            yield Problem("po-duplicate", message, source.at(entry.linenum or 0), "keep one of the two entries")


def is_machine(entry: polib.POEntry) -> bool:
    """True for an engine's raw output: its comment says so, and no later one says who reviewed it."""
    return _provenance(entry).split()[1:2] == ["mt"]


def is_reviewed(entry: polib.POEntry) -> bool:
    """True where the last word of provenance names a person and a day."""
    return REVIEWED.fullmatch(_provenance(entry)) is not None


def unclear(entry: polib.POEntry) -> str:
    """The last word of provenance, where it names neither an engine nor who reviewed the text and when."""
    return "" if is_machine(entry) or is_reviewed(entry) else _provenance(entry)


def _provenance(entry: polib.POEntry) -> str:
    return (_notes(entry, "provenance:") or [""])[-1]


def checked(entry: polib.POEntry) -> tuple[str, ...]:
    """The warnings that a translator has looked into and that may rest: `# checked: negation, length`."""
    notes = _notes(entry, "checked:")
    return tuple(code for note in notes for code in note.removeprefix("checked:").replace(",", " ").split())


def _notes(entry: polib.POEntry, kind: str) -> list[str]:
    return [line.strip() for line in entry.tcomment.split("\n") if line.strip().startswith(kind)]


def _is_po(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#") or LINE.fullmatch(line) is not None


def _fault(source: Source, line: int, text: str = "") -> Problem:
    hint = 'a text stands between double quotes, after msgid or msgstr; a quote inside is written \\"'
    if text.startswith(MERGE):
        hint = "two branches meet here: keep the entries of one side, or of both where they differ"
    return Problem("po-syntax", "this line is not PO", source.at(line), hint)
