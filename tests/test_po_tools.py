"""PO files that translators' tools take as they are and give back unharmed: gettext's own, and translate-toolkit."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath

import polib
import pytest

from generator import catalogs
from generator.model import Message, Source
from generator.problems import Location, SourceError
from tests.conftest import REPOSITORY

TOOLKIT = Path(sys.executable).parent
PLACE = PurePosixPath("kb/a b/c.md")
LONG = "We answer within {hours} and say what happens next, in words that everybody understands, day and night, always."
MESSAGES = (
    Message("One", Location(PLACE, 3), comments=("title", "a “quoted” note")),
    Message("One", Location(PLACE, 4), context="verb"),
    Message("{n} day", Location(PLACE, 5), plural="{n} days"),
    Message("A line\nand another.", Location(PLACE, 6)),
    Message('Say "yes" \\ or\tno.', Location(PLACE, 7)),
    Message(LONG, Location(PurePosixPath("kb/d.md"), 1)),
    *(Message("Everywhere", Location(PurePosixPath(f"kb/group-{number}/long-name.md"), 1)) for number in range(9)),
    Message("Changed today", Location(PLACE, 8)),
    Message("Not yet", Location(PLACE, 9)),
)
SAID = {
    "One": "Один",
    "A line\nand another.": "Строка\nи еще одна.",
    'Say "yes" \\ or\tno.': 'Скажите "да" \\ или\tнет.',
    LONG: "Мы ответим: {hours}. " + "И скажем, что будет дальше, понятными словами. " * 3,
    "Everywhere": "Везде",
    "Changed yesterday": "Изменено вчера",
    "Gone": "Ушло",
}


def worked_on() -> str:
    """A file in which everything stands that a translator's file may hold, as an update leaves it."""
    yesterday = [*MESSAGES[:-2], *(Message(text, Location(PLACE)) for text in ("Changed yesterday", "Gone"))]
    file = polib.pofile(catalogs.update(None, yesterday, "ru", begun=date(2026, 11, 20)), wrapwidth=0)
    for entry in file:
        entry.msgstr = "" if entry.msgid_plural else SAID.get(entry.msgid, "")
        if entry.msgid_plural:
            entry.msgstr_plural = {0: "{n} день", 1: "{n} дня", 2: "{n} дней"}
        if entry.msgid == LONG:
            entry.tcomment = "Mind the stop.\nprovenance: reviewed by=Anna Ivanova on=2026-11-20"
    return updated(str(file))


def updated(text: str) -> str:
    return catalogs.update(text, MESSAGES, "ru")


def ran(*command: object) -> str:
    """Run a tool; give what it says beside its output."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True, timeout=60)
    return done.stderr


@pytest.mark.parametrize("path", sorted((REPOSITORY / "locales").rglob("*.po")), ids=lambda path: str(path.parts[-3:]))
def test_msgfmt_takes_what_is_shipped_without_a_word(path: Path) -> None:
    assert ran("msgfmt", "--check", "-o", "/dev/null", path) == ""


def test_msgfmt_takes_what_a_translator_is_halfway_through(tmp_path: Path) -> None:
    (tmp_path / "ru.po").write_text(worked_on(), "utf-8")

    assert ran("msgfmt", "--check", "-o", tmp_path / "ru.mo", tmp_path / "ru.po") == ""


def gettext(*command: str) -> Callable[[Path], object]:
    return lambda folder: ran(*command, "-o", folder / "back.po", folder / "ru.po")


def merged(folder: Path) -> None:
    ran("msgfilter", "--keep-header", "-i", folder / "ru.po", "-o", folder / "ru.pot", "sed", "-e", "d")
    ran("msgmerge", "-q", "--previous", "-o", folder / "back.po", folder / "ru.po", folder / "ru.pot")


def pot2po(folder: Path) -> None:
    ran("msgfilter", "--keep-header", "-i", folder / "ru.po", "-o", folder / "ru.pot", "sed", "-e", "d")
    ran(TOOLKIT / "pot2po", "--progress=none", "-t", folder / "ru.po", folder / "ru.pot", folder / "back.po")


def xliff(folder: Path) -> None:
    ran(TOOLKIT / "po2xliff", "--progress=none", folder / "ru.po", folder / "ru.xlf")
    ran(TOOLKIT / "xliff2po", "--progress=none", folder / "ru.xlf", folder / "back.po")


def rewritten(change: Callable[[str], str]) -> Callable[[Path], object]:
    """What an editor makes of a file's characters without a look at its meaning."""
    return lambda folder: (folder / "back.po").write_bytes(change((folder / "ru.po").read_text("utf-8")).encode())


ADDED = ('"X-Generator:', '"Report-Msgid-Bugs-To:', '"POT-Creation-Date:')
TOOLS = {
    "msgcat, which wraps": gettext("msgcat"),
    "msgcat, which does not": gettext("msgcat", "--no-wrap"),
    "msgattrib, which sorts": gettext("msgattrib", "--sort-output"),
    "msgmerge": merged,
    "msgconv": gettext("msgconv", "-t", "UTF-8"),
    "polib": lambda folder: polib.pofile(str(folder / "ru.po")).save(str(folder / "back.po")),
    "pot2po": pot2po,
    "an editor of Windows": rewritten(lambda text: "\ufeff" + text.replace("\n", "\r\n")),
    "an editor that marks the header": rewritten(lambda text: "#, fuzzy\n" + text),
    "an editor that names every line": rewritten(lambda text: text.replace("c.md", "c.md:7")),
    "an editor that keeps what was before the obsolete": rewritten(
        lambda text: text.replace('#~ msgid "Gone"', '#~| msgid "Went"\n#~ msgid "Gone"')
    ),
}


@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS.keys())
def test_what_a_tool_gives_back_is_the_same_after_an_update(tool: Callable[[Path], object], tmp_path: Path) -> None:
    (tmp_path / "ru.po").write_text(before := worked_on(), "utf-8")

    tool(tmp_path)

    back = (tmp_path / "back.po").read_bytes().decode()
    # Lines that a tool adds to the header are the tool's own, and stay.
    after = [line for line in updated(back).split("\n") if not line.startswith(ADDED)]
    assert after == before.split("\n")


def test_what_passes_through_xliff_keeps_every_translation(tmp_path: Path) -> None:
    (tmp_path / "ru.po").write_text(before := worked_on(), "utf-8")

    xliff(tmp_path)

    after = updated((tmp_path / "back.po").read_text("utf-8"))
    first, second = (catalogs.read("ru", Source(PLACE, text)) for text in (before, after))
    # The toolkit's XLIFF has no place for a context.
    kept = [key for key in first.entries if key[0] is None]
    assert len(kept) > 6
    assert [second.entries[key].forms for key in kept] == [first.entries[key].forms for key in kept]
    assert "provenance: reviewed by=Anna Ivanova on=2026-11-20" in after


def test_pofilter_finds_no_broken_file(tmp_path: Path) -> None:
    (tmp_path / "ru.po").write_text(worked_on(), "utf-8")

    tests = [part for name in ("nplurals", "validchars", "escapes", "variables") for part in ("-t", name)]
    ran(TOOLKIT / "pofilter", "--progress=none", *tests, tmp_path / "ru.po", tmp_path / "found.po")

    assert not (tmp_path / "found.po").exists()


HEADERS = {
    "of Poedit": '"X-Generator: Poedit 3.4.2\\n"\n"X-Poedit-Basepath: .\\n"\n',
    "of Weblate": '"X-Generator: Weblate 5.5\\n"\n"Report-Msgid-Bugs-To: \\n"\n',
    "of Crowdin": '"X-Crowdin-Project: helpglot\\n"\n"X-Crowdin-Language: ru\\n"\n"X-Crowdin-File: /site.pot\\n"\n',
    "of nobody": "",
}


@pytest.mark.parametrize("lines", HEADERS.values(), ids=HEADERS.keys())
def test_a_tools_header_stays_in_its_order(lines: str) -> None:
    head, _, rest = worked_on().partition("\n\n")
    own = f'msgid ""\nmsgstr ""\n{lines}' + "\n".join(reversed(head.split("\n")[2:]))

    assert updated(f"{own}\n\n{rest}") == f"{own}\n\n{rest}"


def test_what_a_template_leaves_open_is_filled_in() -> None:
    header = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: PACKAGE VERSION\\n"\n"POT-Creation-Date: 2020-01-01 00:00+0000\\n"\n'
        '"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"\n'
        '"Language-Team: LANGUAGE <LL@li.org>\\n"\n"Language: \\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=CHARSET\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n'
    )

    filled = catalogs.update(header, [], "ko", begun=date(2026, 11, 20))

    assert polib.pofile(filled).metadata == {
        "Project-Id-Version": "helpglot",
        "POT-Creation-Date": "2020-01-01 00:00+0000",
        "PO-Revision-Date": "2026-11-20 00:00+0000",
        "Last-Translator": "",
        "Language-Team": "none",
        "Language": "ko",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    assert catalogs.update(filled, [], "ko", begun=date(2027, 1, 1)) == filled


def two(first: str, second: str, flag: str = "") -> str:
    return f'msgid ""\nmsgstr ""\n\nmsgid "One"\nmsgstr "{first}"\n\n{flag}msgid "One"\nmsgstr "{second}"\n'


def test_a_text_with_two_translations_stops_an_update_and_fails_the_check() -> None:
    source = Source(PurePosixPath("locales/ko/LC_MESSAGES/kb.po"), two("하나", "일"))

    with pytest.raises(SourceError) as caught:
        catalogs.update(source.text, MESSAGES[:1], "ko", path=source.path)

    for found, line in ((caught.value.problems, 7), (catalogs.check("ko", source), 8)):
        assert [(one.code, str(one.where), one.severity) for one in found] == [
            ("po-duplicate", f"locales/ko/LC_MESSAGES/kb.po:{line}", "error")
        ]
        assert found[0].message == "the text is translated already, and not the same, in line 4"


@pytest.mark.parametrize(
    "text",
    [two("하나", "하나"), two("하나", ""), two("", "하나"), two("하나", "일", "#, fuzzy\n")],
    ids=["the same twice", "an empty one after", "an empty one before", "an unsure one"],
)
def test_of_two_entries_the_one_that_readers_see_is_kept(text: str) -> None:
    assert catalogs.update(text, MESSAGES[:1], "ko").endswith('msgid "One"\nmsgstr "하나"\n')


def test_what_a_merge_of_branches_leaves_is_named_as_such() -> None:
    text = '<<<<<<< ours\nmsgid "One"\nmsgstr "a"\n=======\nmsgid "One"\nmsgstr "b"\n>>>>>>> theirs\n'

    with pytest.raises(SourceError) as caught:
        catalogs.update(text, MESSAGES[:1], "ko")

    assert [(one.where.line, one.hint.split(":")[0]) for one in caught.value.problems] == [
        (line, "two branches meet here") for line in (1, 4, 7)
    ]
