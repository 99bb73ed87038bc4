"""A translation is shown only if it says no more and no less than its source; a translator's work is never lost."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import catalogs
from generator.catalogs import parity
from generator.catalogs.plurals import plurals_from, plurals_of
from generator.model import Message, Source
from generator.problems import Location, SourceError

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
RUSSIAN = (
    '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && '
    '(n%100<10 || n%100>=20) ? 1 : 2);\\n"\n'
)


def po(body: str, name: str = "locales/ko/LC_MESSAGES/kb.po", header: str = HEADER) -> Source:
    return Source(PurePosixPath(name), f"{header}\n{body}")


def entry(msgid: str, msgstr: str, before: str = "") -> str:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    return f"{before}msgid {quoted(msgid)}\nmsgstr {quoted(msgstr)}\n"


def test_a_translation_is_found_by_its_source_and_context() -> None:
    source = po(entry("Open", "열기") + "\n" + entry("Open", "열림", 'msgctxt "state"\n'))

    catalog = catalogs.read("ko", source)

    assert (catalog.get("Open"), catalog.get("Open", "state"), catalog.get("Closed")) == ("열기", "열림", None)
    assert catalog.problems == ()


@pytest.mark.parametrize(
    ("body", "state"),
    [
        (entry("Open", "열기"), "translated"),
        (entry("Open", "열기", "#, fuzzy\n"), "fuzzy"),
        (entry("Open", ""), "missing"),
        (entry("Open", " "), "missing"),
        (entry("Other", "열기"), "missing"),
        ('#~ msgid "Open"\n#~ msgstr "열기"\n', "missing"),
        (entry("Open", "{열기}"), "missing"),
    ],
)
def test_only_what_is_translated_is_shown(body: str, state: str) -> None:
    catalog = catalogs.read("ko", po(body))

    assert catalog.state("Open") == state
    assert (catalog.get("Open") is not None) == (state == "translated")


@pytest.mark.parametrize(
    ("before", "machine"),
    [
        ("", False),
        ("# provenance: mt engine=x\n", True),
        ("# a note\n# provenance: mt\n", True),
        ("# provenance: mt engine=x\n# provenance: reviewed by=Kim on=2026-11-20\n", False),
        ("# provenance: reviewed by=Kim on=2026-11-20\n", False),
    ],
)
def test_raw_machine_text_is_known_as_such(before: str, machine: bool) -> None:
    assert catalogs.read("ko", po(entry("Open", "열기", before))).machine("Open") is machine


def test_a_later_file_lies_over_an_earlier_one_message_by_message() -> None:
    below = po(entry("One", "하나") + "\n" + entry("Two", "둘") + "\n" + entry("Three", "셋"))
    above = po(entry("One", "일") + "\n" + entry("Two", "이", "#, fuzzy\n") + "\n" + entry("Three", ""), "partner.po")

    catalog = catalogs.read("ko", below, above)

    assert [catalog.get(text) for text in ("One", "Two", "Three")] == ["일", "둘", "셋"]


KEPT = {
    "fields may change places": ("{a} of {b}", "{b}의 {a}"),
    "a dotted name": ("By {{ company }}.", "{{company}} 제공."),
    "links may change places": ("[a](x) and [b](y)", "[나](y) 및 [가](x)"),
    "a link's title may be translated": ('[a](x "Title")', '[가](x "제목")'),
    "a particle after an address": ("See https://example.com/a now", "https://example.com/a을 보세요"),
    "a full-width stop after an address": ("See https://example.com/a.", "請見 https://example.com/a。"),
    "an address in angle brackets": ("See <https://example.com>.", "<https://example.com> 참조."),
    "a percent sign": ("Save 20% of it", "20% 절약"),
    "quotes and stars": ('A *word* and "more"', "*단어*와 「더」"),
    "emphasis may go": ("A **word**", "단어"),
    "a lone sign": ("a < b", "b > a, a < b"),
}


@pytest.mark.parametrize(("msgid", "msgstr"), KEPT.values(), ids=KEPT.keys())
def test_a_faithful_translation_is_shown(msgid: str, msgstr: str) -> None:
    catalog = catalogs.read("ko", po(entry(msgid, msgstr)))

    assert (catalog.get(msgid), catalog.problems) == (msgstr, ())


REFUSED = {
    "a lost field": ("In {n} hours", "시간 안에", "placeholder-lost", "the translation drops `{n}`"),
    "a lost second field": ("{n} and {n}", "{n}", "placeholder-lost", "the translation drops `{n}`"),
    "a lost dotted name": ("By {{ a.b }}", "제공", "placeholder-lost", "the translation drops `{{a.b}}`"),
    "a new field": (
        "Hours",
        "{n} 시간",
        "placeholder-added",
        "the translation brings in `{n}`, which the source does not have",
    ),
    "a look inside": (
        "Hi",
        "{n.__class__}",
        "placeholder-added",
        "the translation brings in `{n.__class__}`, which the source does not have",
    ),
    "a lone brace": (
        "Hi",
        "안녕 {",
        "placeholder-added",
        "the translation brings in `{`, which the source does not have",
    ),
    "attributes": (
        "Hi",
        "안녕{: onclick=x }",
        "placeholder-added",
        "the translation brings in `{: onclick=x }`, which the source does not have",
    ),
    "new Jinja": (
        "Hi",
        "안녕 {{ secret }}",
        "jinja-added",
        "the translation brings in `{{secret}}`, which the source does not have",
    ),
    "a new Jinja statement": (
        "Hi",
        "{% include 'x' %}",
        "jinja-added",
        "the translation brings in `{%include 'x'%}`, which the source does not have",
    ),
    "another link": ("[a](x)", "[a](y)", "link-changed", "link: the translation loses `x` and brings in `y`"),
    "a lost link": ("[a](x)", "a", "link-changed", "link: the translation loses `x`"),
    "a new address": (
        "Hi",
        "안녕 https://evil.com",
        "link-changed",
        "link: the translation brings in `https://evil.com`",
    ),
    "an address without scheme": (
        "Hi",
        "[a]: //evil.com",
        "link-changed",
        "link: the translation brings in `//evil.com`, `[a]:`",
    ),
    "another label": ("[a][a]", "[b][b]", "link-changed", "link: the translation loses `a` and brings in `b`"),
    "a lost footnote": ("Words[^1]", "말", "link-changed", "link: the translation loses `^1`"),
    "other code": ("Type `dir`", "`ls` 입력", "code-changed", "code: the translation loses `dir` and brings in `ls`"),
    "a lost tag": ("<b>x</b>", "<b>x", "html-changed", "HTML: the translation loses `</b>`"),
    "an unclosed tag": ("Hi", "<script src=//x", "html-changed", "HTML: the translation brings in `<`"),
    "a hidden script": (
        "Hi",
        "java&#115;cript&colon;x",
        "html-changed",
        "script: the translation brings in `javascript:`",
    ),
    "lost characters": ("Hi", "안\ufffd", "encoding", "the translation has lost characters (\ufffd)"),
}


@pytest.mark.parametrize(("msgid", "msgstr", "code", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_an_unfaithful_translation_is_refused(msgid: str, msgstr: str, code: str, message: str) -> None:
    catalog = catalogs.read("ko", po(entry("x", "y") + "\n" + entry(msgid, msgstr)))

    assert catalog.get(msgid) is None
    assert (code, message) in [(one.code, one.message) for one in catalog.problems]
    assert {str(one.where) for one in catalog.problems} == {"locales/ko/LC_MESSAGES/kb.po:8"}


@given(st.text(), st.text())
@settings(deadline=None)
def test_differences_are_none_with_itself_and_found_both_ways(one: str, other: str) -> None:
    assert list(parity.differences(one, one)) == []
    assert bool(list(parity.differences(one, other))) == bool(list(parity.differences(other, one)))


DAYS = '\nmsgid "{n} day"\nmsgid_plural "{n} days"\n'


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "{n} дней"), (1, "{n} день"), (2, "{n} дня"), (5, "{n} дней"), (11, "{n} дней"), (21, "{n} день")],
)
@pytest.mark.parametrize("header", [HEADER, HEADER + RUSSIAN])
def test_russian_has_three_forms(n: int, expected: str, header: str) -> None:
    body = DAYS + 'msgstr[0] "{n} день"\nmsgstr[1] "{n} дня"\nmsgstr[2] "{n} дней"\n'

    assert catalogs.read("ru", po(body, header=header)).plural("{n} day", "{n} days", n) == expected


def test_a_plural_that_lacks_a_form_is_refused() -> None:
    catalog = catalogs.read("ru", po(DAYS + 'msgstr[0] "{n} день"\nmsgstr[1] "{n} дня"\n'))

    assert catalog.plural("{n} day", "{n} days", 1) is None
    assert [(one.code, one.message, one.hint) for one in catalog.problems] == [
        ("plural-count", "2 of the language's 3 plural forms stand here", "fill msgstr[0] to msgstr[2]")
    ]


@pytest.mark.parametrize(
    ("language", "forms", "shown"),
    [
        ("de", ("ein Tag", "{n} Tage"), True),
        ("de", ("ein Tag", "Tage"), False),
        ("ru", ("один день", "{n} дня", "{n} дней"), False),
        ("ko", ("하루",), False),
    ],
)
def test_only_a_form_for_one_number_may_leave_the_number_out(
    language: str, forms: tuple[str, ...], shown: bool
) -> None:
    lines = "".join(f'msgstr[{index}] "{form}"\n' for index, form in enumerate(forms))
    body = '\nmsgid "one day"\nmsgid_plural "{n} days"\n' + lines

    assert (catalogs.read(language, po(body)).plural("one day", "{n} days", 1) is not None) is shown


@pytest.mark.parametrize(
    ("language", "count"), [("ko", 1), ("zh-TW", 1), ("zh-CN", 1), ("ja", 1), ("ru", 3), ("de", 2), ("ar", 6)]
)
def test_every_language_has_gettexts_number_of_forms(language: str, count: int) -> None:
    assert plurals_of(language).count == count


@pytest.mark.parametrize(
    "header",
    [
        "nplurals=2; plural=__import__('os');",
        "nplurals=2; plural=n",
        "nplurals=0; plural=0;",
        "nplurals=2; plural=1/n;",
        "nplurals=99; plural=0;",
        f"nplurals=1; plural={'(' * 200}0{')' * 200};",
        "nonsense",
    ],
)
def test_a_rule_that_is_none_is_reported_and_the_languages_own_is_used(header: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        plurals_from(header)
    body = DAYS + 'msgstr[0] "{n} Tag"\nmsgstr[1] "{n} Tage"\n'

    catalog = catalogs.read("de", po(body, header=f'{HEADER}"Plural-Forms: {header}\\n"\n'))

    assert catalog.plural("{n} day", "{n} days", 2) == "{n} Tage"
    assert [one.code for one in catalog.problems] == ["po-syntax"]


BROKEN = {
    "a quote that does not end": ('msgid "a\nmsgstr "b"\n', [5]),
    "a quote inside": ('msgid "a"b"\nmsgstr "b"\n', [5]),
    "words": ('msgid "a"\nwords\nmsgstr "b"\nmore\n', [6, 8]),
    "no text to translate": ('msgstr "b"\nmsgstr "c"\n', [5]),
}


@pytest.mark.parametrize(("body", "lines"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_po_is_named_with_its_lines(body: str, lines: list[int]) -> None:
    with pytest.raises(SourceError) as caught:
        catalogs.read("ko", po(body))

    assert [(one.code, one.where.line) for one in caught.value.problems] == [("po-syntax", line) for line in lines]


def test_all_broken_files_are_named_at_once() -> None:
    with pytest.raises(SourceError) as caught:
        catalogs.read("ko", po("a", "site.po"), po("b", "kb.po"))

    assert [str(one.where.path) for one in caught.value.problems] == ["site.po", "kb.po"]


def test_another_encoding_is_reported() -> None:
    catalog = catalogs.read("ko", po("", header='msgid ""\nmsgstr "Content-Type: text/plain; charset=EUC-KR\\n"\n'))

    assert [(one.code, one.hint) for one in catalog.problems] == [("encoding", "save the file as UTF-8")]


def test_a_text_is_never_taken_for_the_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "# x").write_text(entry("Secret", "x"), encoding="utf-8")

    assert catalogs.read("ko", Source(PurePosixPath("ko.po"), "# x")).entries == {}


@pytest.mark.parametrize("text", ["", "\n", "\ufeff" + HEADER, HEADER.replace("\n", "\r\n")])
def test_a_file_without_messages_is_an_empty_catalog(text: str) -> None:
    catalog = catalogs.read("ko", Source(PurePosixPath("ko.po"), text))

    assert (catalog.entries, catalog.problems) == ({}, ())


# --- extraction


def found(template: str, **options: object) -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    path = PurePosixPath("pages/a.md.j2")
    messages = catalogs.messages({path: Source(path, template)}, **options)  # type: ignore[arg-type]
    return [(one.text, one.plural, one.context, one.comments) for one in messages]


EXTRACTED = {
    "a text": ('{{ _("Hello {name}", name=x) }}', ("Hello {name}", "", None, ())),
    "a plural": ('{{ ngettext("{n} day", "{n} days", n) }}', ("{n} day", "{n} days", None, ())),
    "a context": ('{{ pgettext("state", "Open") }}', ("Open", "", "state", ())),
    "a percent sign": ('{{ _("100% free") }}', ("100% free", "", None, ())),
    "a note": ('{# NOTE: a verb #}\n{{ _("Open") }}', ("Open", "", None, ("a verb",))),
}


@pytest.mark.parametrize(("template", "expected"), EXTRACTED.values(), ids=EXTRACTED.keys())
def test_templates_ask_for(template: str, expected: tuple[str, str, str | None, tuple[str, ...]]) -> None:
    assert found(template) == [expected]


def test_python_modules_ask_too() -> None:
    path = PurePosixPath("generator/words.py")
    text = '# NOTE: a verb\nx = _("Open")\ny = ngettext("{n} day", "{n} days", n)\nz = gettext(name)\n'

    messages = catalogs.messages({}, {path: Source(path, text)})

    assert messages == (
        Message("Open", Location(path, 2), comments=("a verb",)),
        Message("{n} day", Location(path, 3), plural="{n} days"),
    )


def test_a_tag_of_ones_own_is_known_by_its_extension() -> None:
    assert found('{% do _("Open") %}', extensions=("jinja2.ext.do",)) == [("Open", "", None, ())]


def test_a_template_that_does_not_parse_is_named_with_its_line() -> None:
    with pytest.raises(SourceError) as caught:
        found("\n{% if %}")

    assert [(one.code, str(one.where)) for one in caught.value.problems] == [("template-syntax", "pages/a.md.j2:2")]


def test_the_files_come_in_the_order_of_their_names() -> None:
    sources = {PurePosixPath(name): Source(PurePosixPath(name), f'{{{{ _("{name}") }}}}') for name in ("b", "a")}

    assert [one.text for one in catalogs.messages(sources)] == ["a", "b"]


# --- merging

A = PurePosixPath("kb/a.md")
B = PurePosixPath("kb/b.md")


def asked(text: str, path: PurePosixPath = A, **more: object) -> Message:
    return Message(text, Location(path, 3), **more)  # type: ignore[arg-type]


def test_a_new_file_holds_what_a_translator_needs() -> None:
    messages = [asked("Hello", comments=("a greeting",)), asked("{n} day", plural="{n} days"), asked("Hello", B)]

    assert catalogs.update(None, messages, "zh-TW") == (
        'msgid ""\n'
        'msgstr ""\n'
        '"Project-Id-Version: helpglot\\n"\n'
        '"Last-Translator: \\n"\n'
        '"Language-Team: none\\n"\n'
        '"Language: zh_TW\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=1; plural=0;\\n"\n'
        "\n"
        "#. a greeting\n"
        "#: kb/a.md kb/b.md\n"
        'msgid "Hello"\n'
        'msgstr ""\n'
        "\n"
        "#: kb/a.md\n"
        'msgid "{n} day"\n'
        'msgid_plural "{n} days"\n'
        'msgstr[0] ""\n'
    )


MERGED = {
    "a translation stays": (
        "# mine\n" + entry("Hello", "안녕"),
        [asked("Hello")],
        '# mine\n#: kb/a.md\nmsgid "Hello"\nmsgstr "안녕"\n',
    ),
    "a changed text takes the nearest translation as fuzzy": (
        "# provenance: mt engine=x\n" + entry("Call us in the morning.", "아침에"),
        [asked("Call us in the evening.")],
        "# provenance: mt engine=x\n#: kb/a.md\n#, fuzzy\n"
        '#| msgid "Call us in the morning."\nmsgid "Call us in the evening."\nmsgstr "아침에"\n',
    ),
    "a text of its own stays empty": (
        entry("Call us in the morning.", "아침에"),
        [asked("Write!")],
        '#: kb/a.md\nmsgid "Write!"\nmsgstr ""\n\n#~ msgid "Call us in the morning."\n#~ msgstr "아침에"\n',
    ),
    "what nobody translated goes": (entry("Hello", ""), [asked("Write!")], '#: kb/a.md\nmsgid "Write!"\nmsgstr ""\n'),
    "an obsolete translation comes back": (
        '#~ msgid "Hello"\n#~ msgstr "안녕"\n',
        [asked("Hello")],
        '#: kb/a.md\nmsgid "Hello"\nmsgstr "안녕"\n',
    ),
    "a false format goes": (
        "#, python-format\n" + entry("Save 20% of it", "20% 절약"),
        [asked("Save 20% of it")],
        '#: kb/a.md\nmsgid "Save 20% of it"\nmsgstr "20% 절약"\n',
    ),
    "a long text is not wrapped": (
        entry("word " * 40 + "end", "말"),
        [asked("word " * 40 + "end")],
        f'#: kb/a.md\nmsgid "{"word " * 40}end"\nmsgstr "말"\n',
    ),
    "a plural that was none": (
        entry("Day", "일"),
        [asked("Day", plural="Days")],
        '#: kb/a.md\n#, fuzzy\n#| msgid "Day"\nmsgid "Day"\nmsgid_plural "Days"\nmsgstr[0] "일"\n',
    ),
}


@pytest.mark.parametrize(("old", "messages", "expected"), MERGED.values(), ids=MERGED.keys())
def test_merging(old: str, messages: list[Message], expected: str) -> None:
    header = catalogs.update(None, [], "ko")

    merged = catalogs.update(f"{header}\n{old}", messages, "ko")

    assert merged == f"{header}\n{expected}"
    assert catalogs.update(merged, messages, "ko") == merged


def test_the_nearest_text_of_the_same_article_comes_first() -> None:
    old = (
        "#: kb/b.md\n"
        + entry("Call us in the morning!", "b")
        + "\n#: kb/a.md\n"
        + entry("Call us in the evening!", "a")
    )

    merged = catalogs.update(HEADER + "\n" + old, [asked("Call us in the mornings!")], "ko")

    assert 'msgid "Call us in the mornings!"\nmsgstr "a"' in merged


def test_a_header_is_kept_to_the_letter() -> None:
    header = (
        "# Korean for Helpglot\n#\n# by Kim\n"
        'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"POT-Creation-Date: 2020-01-01 00:00+0000\\n"\n'
        '"Last-Translator: Kim\\n"\n"Language-Team: Korean <ko@example.com>\\n"\n'
        '"Language: ko\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n"X-Own: yes\\n"\n'
    )

    assert catalogs.update(header, [], "ko") == header


TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1).filter(str.strip)


@given(st.dictionaries(TEXTS, TEXTS, max_size=6), st.lists(TEXTS, max_size=6))
@settings(deadline=None)
def test_merging_twice_changes_nothing_and_loses_nothing(known: dict[str, str], texts: list[str]) -> None:
    old = catalogs.update(None, [asked(text) for text in known], "ru")
    for text, translation in known.items():
        old = old if "\n" in text + translation else _filled(old, text, translation)
    messages = [asked(text) for text in texts]

    merged = catalogs.update(old, messages, "ru")

    assert catalogs.update(merged, messages, "ru") == merged
    assert {text for _, text in catalogs.read("ru", Source(A, merged)).entries} == set(texts)


def _filled(text: str, msgid: str, msgstr: str) -> str:
    def quoted(words: str) -> str:
        return words.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r").replace("\t", "\\t")

    return text.replace(f'msgid "{quoted(msgid)}"\nmsgstr ""', f'msgid "{quoted(msgid)}"\nmsgstr "{quoted(msgstr)}"')


def test_the_pseudo_language_marks_everything_and_breaks_nothing() -> None:
    texts = ["Hello {name}", "See [the guide](x.md) at `dir C:` <b>now</b>", "By {{ company.name }}, 100% free"]

    catalog = catalogs.pseudo("en-XA", [asked(text) for text in texts])

    for text in texts:
        shown = catalog.get(text) or ""
        assert shown.startswith("⟦")
        assert shown != text
        assert list(parity.differences(text, shown)) == []


@pytest.mark.parametrize(
    "added",
    ["{x}", "}", "`a`", "<b>", "&lt;script", "[a](b)", "https://e.example", "//e.example/x", "javas\u00adcript:x"],
)
def test_a_mark_is_seen_though_its_source_has_none(added: str) -> None:
    assert list(parity.differences("plain words", "plain words")) == []
    assert list(parity.differences("plain words", f"plain words {added}")) != []
    assert list(parity.differences(f"plain words {added}", "plain words")) != []


def test_a_review_does_not_outlive_the_text_that_was_reviewed() -> None:
    where = Source(PurePosixPath("kb/a.md"), "").at()
    first = catalogs.update(None, [Message("We answer within a day.", where)], "ko")
    translated = '"하루 안에 답변합니다."'.join(first.rsplit('""', 1))
    note = "# provenance: reviewed by=Kim on=2026-11-20\n# checked: length\n# keep this\n#: kb/a.md"
    done = translated.replace("#: kb/a.md", note)
    changed = catalogs.update(done, [Message("We answer within one day.", where)], "ko")

    assert "fuzzy" in changed
    assert "reviewed by" not in changed
    assert "checked:" not in changed
    assert "# keep this" in changed
