"""The texts that exist now + the PO file of yesterday -> the PO file of today, one changed line per changed word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

import polib
from rapidfuzz import fuzz, process

from generator.catalogs import po
from generator.catalogs.plurals import plurals_from, plurals_of
from generator.model import Message, Source

Key = tuple[str | None, str]
# How alike two texts must be, of 100, for one translation to be offered for the other.
NEAR = 75
NEAR_IN_SAME_FILE = 60


def template(messages: Iterable[Message]) -> str:
    """Write a POT file: every message, no translation."""
    return update(None, messages, "")


def update(po_text: str | None, messages: Iterable[Message], language: str) -> str:
    """Merge what a translator has done into the list of messages.

    Translations stay; a changed text takes over the nearest one as fuzzy and names its old self; what is
    no longer used becomes obsolete. Merging twice changes nothing.
    """
    old = po.parse(Source(PurePosixPath(f"{language or 'template'}.po"), po_text or ""))
    file = polib.POFile(wrapwidth=0, encoding="utf-8")
    file.header, file.metadata = old.header, _header(old.metadata, language)
    count = _forms(file.metadata.get("Plural-Forms", ""))
    entries = [_entry(group, count) for group in _grouped(messages)]
    file.extend(entries)
    file.extend(_left(entries, _known(old)))
    return f"{po.shown(str(file)).rstrip()}\n".removeprefix("#\n")


def _header(metadata: Mapping[str, str], language: str) -> dict[str, str]:
    """Keep a header as it is; add only what a reader of PO cannot do without."""
    needed = {
        "Project-Id-Version": "helpglot",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        needed["Plural-Forms"] = str(plurals_of(language))
    return {**needed, **metadata}


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
    return {(entry.msgctxt, entry.msgid): entry for entry in sorted(old, key=lambda entry: not entry.obsolete)}


def _left(entries: list[polib.POEntry], known: dict[Key, polib.POEntry]) -> list[polib.POEntry]:
    """Give every new entry what is known of it; return what nobody needs any more."""
    rest = dict(known)
    strangers = [entry for entry in entries if not _taken(entry, rest.pop((entry.msgctxt, entry.msgid), None))]
    offers = {key: entry for key, entry in rest.items() if any(po.forms(entry))}
    for entry in strangers:
        if key := _nearest(entry, offers):
            _take(entry, offers.pop(key), changed=True)
    for entry in offers.values():
        entry.obsolete = True
        entry.comment, entry.occurrences = "", []
        entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    return list(offers.values())


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
    """Drop what a review said of a text that has changed since: it was said of another text."""
    return "\n".join(line for line in comment.split("\n") if not line.startswith("provenance: reviewed"))


def _translate(entry: polib.POEntry, old: polib.POEntry) -> None:
    if not entry.msgid_plural:
        entry.msgstr = old.msgstr or max(old.msgstr_plural.items(), default=(0, ""))[1]
        return
    given = old.msgstr_plural or dict.fromkeys(entry.msgstr_plural, old.msgstr)
    entry.msgstr_plural = {form: given.get(form, "") for form in entry.msgstr_plural} | given


def _nearest(entry: polib.POEntry, offers: Mapping[Key, polib.POEntry]) -> Key | None:
    files = {name for name, _ in entry.occurrences}
    beside = {key: old.msgid for key, old in offers.items() if files & {name for name, _ in old.occurrences}}
    everywhere = {key: old.msgid for key, old in offers.items()}
    for choices, cutoff in ((beside, NEAR_IN_SAME_FILE), (everywhere, NEAR)):
        if found := process.extractOne(entry.msgid, choices, scorer=fuzz.ratio, score_cutoff=cutoff):
            return found[2]
    return None
