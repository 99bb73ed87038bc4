"""The texts that exist now + the PO file of yesterday -> the PO file of today, one changed line per changed word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePosixPath

import polib
from rapidfuzz import fuzz, process

from generator.catalogs import po
from generator.catalogs.plurals import plurals_from, plurals_of
from generator.model import Message, Source
from generator.problems import SourceError

Key = tuple[str | None, str]
# How alike two texts must be, of 100, for one translation to be offered for the other.
NEAR = 75
NEAR_IN_SAME_FILE = 60


def template(messages: Iterable[Message]) -> str:
    """Write a POT file: every message, no translation."""
    return update(None, messages, "")


def update(
    po_text: str | None,
    messages: Iterable[Message],
    language: str,
    *,
    begun: date | None = None,
    path: PurePosixPath | None = None,
) -> str:
    """Merge what a translator has done into the list of messages.

    Translations stay; a changed text takes over the nearest one as fuzzy and names its old self; what is
    no longer used becomes obsolete. Merging twice changes nothing. A header without a date gets that of `begun`.
    Raises SourceError, with lines of `path`, for what is not PO, and for a text that has two translations.
    """
    source = Source(path or PurePosixPath(f"{language or 'template'}.po"), po_text or "")
    old = po.parse(source)
    if conflicts := tuple(po.conflicts(source, old)):
        raise SourceError(*conflicts)
    file = po.File(wrapwidth=0, encoding="utf-8")
    file.header, file.metadata = old.header, _header(old.metadata, language, begun)
    count = _forms(file.metadata.get("Plural-Forms", ""))
    entries = [_entry(group, count) for group in _grouped(messages)]
    file.extend(entries)
    file.extend(sorted(_left(entries, _known(old)), key=lambda entry: (entry.msgid, entry.msgctxt or "")))
    return f"{po.shown(str(file)).rstrip()}\n".removeprefix("#\n")


def _header(metadata: Mapping[str, str], language: str, begun: date | None) -> dict[str, str]:
    """Keep a header as it is, in its order; add only what tools cannot do without, each in its usual place."""
    given = {name: value for name, value in metadata.items() if value not in po.UNSET and (value or name != "Language")}
    needed = {
        "Project-Id-Version": "helpglot",
        "PO-Revision-Date": f"{begun} 00:00+0000" if begun else "",
        # Nobody is named who has not been there; gettext asks for the lines all the same.
        "Last-Translator": "",
        "Language-Team": "none",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": str(plurals_of(language)) if language else "",
    }
    if not language:
        needed = {name: value for name, value in needed.items() if value or name == "Language"}
    names, at = list(given), 0
    for name in needed:
        if name not in given and (needed[name] or name != "PO-Revision-Date"):
            names.insert(at, name)
        at = names.index(name) + 1 if name in names else at
    return {name: given.get(name, needed.get(name, "")) for name in names}


def _forms(header: str) -> int:
    try:
        return plurals_from(header).count
    except ValueError:
        return 2


def _grouped(messages: Iterable[Message]) -> list[list[Message]]:
    groups: dict[Key, list[Message]] = {}
    for message in messages:
        groups.setdefault((message.context, message.text), []).append(message)
    return list(groups.values())


def _entry(group: list[Message], count: int) -> polib.POEntry:
    first = group[0]
    plural = next((message.plural for message in group if message.plural), "")
    comments = dict.fromkeys(line for message in group for line in message.comments)
    files = dict.fromkeys(str(message.where.path) for message in group)
    return polib.POEntry(
        msgid=po.hidden(first.text),
        msgid_plural=po.hidden(plural),
        msgctxt=None if first.context is None else po.hidden(first.context),
        msgstr_plural=dict.fromkeys(range(count), "") if plural else {},
        comment="\n".join(" ".join(line.split()) for line in comments),
        # A blank in a file's name would make two names of it.
        occurrences=[(name.replace(" ", "%20"), "") for name in files],
    )


def _known(old: polib.POFile) -> dict[Key, polib.POEntry]:
    return {(entry.msgctxt, entry.msgid): entry for entry in sorted(old, key=_worth)}


def _worth(entry: polib.POEntry) -> int:
    """Which of two entries for one text is kept: the one that readers see."""
    return 0 if entry.obsolete else 1 if not any(po.forms(entry)) else 2 if entry.fuzzy else 3


def _left(entries: list[polib.POEntry], known: dict[Key, polib.POEntry]) -> list[polib.POEntry]:
    """Give every new entry what is known of it; return what nobody needs any more."""
    rest = dict(known)
    strangers = [entry for entry in entries if not _taken(entry, rest.pop((entry.msgctxt, entry.msgid), None))]
    offers = _Offers({key: entry for key, entry in rest.items() if any(po.forms(entry))})
    for entry in strangers:
        if near := offers.take(entry):
            _take(entry, near, changed=True)
    for entry in offers.entries.values():
        entry.obsolete = True
        entry.comment, entry.occurrences = "", []
        entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    return list(offers.entries.values())


def _taken(entry: polib.POEntry, old: polib.POEntry | None) -> bool:
    if old is None:
        return False
    _take(entry, old, changed=bool(entry.msgid_plural) != bool(old.msgid_plural) and any(po.forms(old)))
    return True


def _take(entry: polib.POEntry, old: polib.POEntry, *, changed: bool) -> None:
    entry.tcomment = old.tcomment
    entry.flags = [flag for flag in old.flags if not flag.endswith("-format")]
    entry.previous_msgctxt, entry.previous_msgid = old.previous_msgctxt, old.previous_msgid
    entry.previous_msgid_plural = old.previous_msgid_plural
    _translate(entry, old)
    if changed:
        entry.flags = list(dict.fromkeys(["fuzzy", *entry.flags]))
        entry.tcomment = _unreviewed(old.tcomment)
        entry.previous_msgid, entry.previous_msgid_plural = old.msgid, old.msgid_plural or None
        entry.previous_msgctxt = old.msgctxt


def _unreviewed(comment: str) -> str:
    """Drop what a reader said of a text that has changed since: it was said of another text."""
    said = ("provenance: reviewed", "checked:")
    return "\n".join(line for line in comment.split("\n") if not line.startswith(said))


def _translate(entry: polib.POEntry, old: polib.POEntry) -> None:
    if not entry.msgid_plural:
        entry.msgstr = old.msgstr or max(old.msgstr_plural.items(), default=(0, ""))[1]
        return
    given = old.msgstr_plural or dict.fromkeys(entry.msgstr_plural, old.msgstr)
    entry.msgstr_plural = {form: given.get(form, "") for form in entry.msgstr_plural} | given


class _Offers:
    """Translations that nobody has claimed, by key and by the files in which their texts stood."""

    def __init__(self, entries: Mapping[Key, polib.POEntry]) -> None:
        self.entries = dict(entries)
        self.texts = {key: entry.msgid for key, entry in self.entries.items()}
        self.by_file: defaultdict[str, dict[Key, str]] = defaultdict(dict)
        for key, entry in self.entries.items():
            for name, _ in entry.occurrences:
                self.by_file[name][key] = entry.msgid

    def take(self, wanted: polib.POEntry) -> polib.POEntry | None:
        """Give away the one that is nearest to a text: before all others, one of the same file."""
        beside: dict[Key, str] = {}
        for name, _ in wanted.occurrences:
            beside |= self.by_file.get(name, {})
        for choices, cutoff in ((beside, NEAR_IN_SAME_FILE), (self.texts, NEAR)):
            if found := process.extractOne(wanted.msgid, choices, scorer=fuzz.ratio, score_cutoff=cutoff):
                return self._given(found[2])
        return None

    def _given(self, key: Key) -> polib.POEntry:
        entry = self.entries.pop(key)
        del self.texts[key]
        for name, _ in entry.occurrences:
            del self.by_file[name][key]
        return entry
