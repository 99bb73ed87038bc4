"""YAML as people write it: words stay words, and every value knows its place."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import yamlmap
from generator.model import Source
from generator.problems import Location, SourceError
from generator.yamlmap import Loc, YamlMap


def load(text: str) -> YamlMap:
    return yamlmap.load(Source(PurePosixPath("support.yml"), text))


def complaints(text: str) -> list[str]:
    with pytest.raises(SourceError) as caught:
        load(text)
    return [f"{p.where}: {p.message} [{p.code}]" for p in caught.value.problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("yes", "yes"),
        ("true", True),
        ("False", False),
        ("09:00", "09:00"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("12", 12),
        ("-5", -5),
        ("0", 0),
        ("1.50", 1.5),
        ("1e3", "1e3"),
        ("1.0e999", "1.0e999"),
        (".inf", ".inf"),
        ("+82255550100", "+82255550100"),
        ("0212345678", "0212345678"),
        ("123-45-67890", "123-45-67890"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("9" * 30, "9" * 30),
        ("2026-01-31", date(2026, 1, 31)),
        ("2026-02-30", "2026-02-30"),
        ("2026-01-31T09:00:00Z", "2026-01-31T09:00:00Z"),
        ("~", None),
        ("null", None),
        ("", None),
        ('"12"', "12"),
        ("'true'", "true"),
        ("!!str 12", "12"),
        ("!!int 12", 12),
        ("=", "="),
        ("it's", "it's"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        ("[a, 1]", ["a", 1]),
        ("{}", {}),
    ],
)
def test_a_word_means_what_its_writer_meant(written: str, value: object) -> None:
    assert load(f"a: {written}").data == {"a": value}


def test_the_name_of_a_setting_is_always_text() -> None:
    assert load("1: a\non: b\n2026-01-01: c\ntrue: d\n~: e\n").data == {
        "1": "a",
        "on": "b",
        "2026-01-01": "c",
        "true": "d",
        "~": "e",
    }


@pytest.mark.parametrize("text", ["\ufeffa: 1\nb: 2", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2", "---\na: 1\nb: 2\n...\n"])
def test_marks_and_line_ends_of_other_systems_are_read(text: str) -> None:
    assert load(text).data == {"a": 1, "b": 2}


def test_anchors_and_merges_are_followed_and_own_settings_win() -> None:
    document = load("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\nz: [*x]\nw: {<<: [*x, {a: 9, c: 4}]}\n")

    assert document.data["y"] == {"a": 1, "b": 3}
    assert document.data["z"] == [{"a": 1, "b": 2}]
    assert document.data["w"] == {"a": 1, "b": 2, "c": 4}
    assert document.where(("y", "a")) == Location(PurePosixPath("support.yml"), 1, 11)


PLACES = """\
company:
  name: Hanul
channels:
  - kind: phone
    number: 12
  - {kind: email, address: 1.10}
empty:
"""


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        ((), "1:1", "1:1"),
        (("company",), "2:3", "1:1"),
        (("company", "name"), "2:9", "2:3"),
        (("company", "missing"), "2:3", "1:1"),
        (("channels", 0), "4:5", "4:5"),
        (("channels", 0, "number"), "5:13", "5:5"),
        (("channels", 0, "phone", "number"), "5:13", "5:5"),
        (("channels", 1, "email", "address"), "6:28", "6:19"),
        (("channels", 7, "email"), "4:3", "3:1"),
        (("function-after[check()]", "empty"), "7:7", "7:1"),
    ],
)
def test_a_value_knows_its_place_and_that_of_its_name(loc: Loc, value: str, key: str) -> None:
    document = load(PLACES)

    assert str(document.where(loc)) == f"support.yml:{value}"
    assert str(document.key_where(loc)) == f"support.yml:{key}"


def test_a_number_is_remembered_as_it_is_written() -> None:
    assert load(PLACES).written(("channels", 1, "address")) == "1.10"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", ["support.yml: the file is empty [empty-file]"]),
        ("# nothing yet\n", ["support.yml: the file is empty [empty-file]"]),
        ("---\n", ["support.yml: the file is empty [empty-file]"]),
        ("- a\n", ["support.yml:1:1: the file holds no settings [not-settings]"]),
        ("words\n", ["support.yml:1:1: the file holds no settings [not-settings]"]),
        ("a: 1\n---\nb: 2\n", ["support.yml:2:1: a second document begins here [yaml-documents]"]),
        (
            "a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n",
            [
                "support.yml:2:11: c: this setting stands here a second time [duplicate-key]",
                "support.yml:3:1: a: this setting stands here a second time [duplicate-key]",
                "support.yml:4:1: a: this setting stands here a second time [duplicate-key]",
            ],
        ),
        ("a:\n\t- b\n", ["support.yml:2:1: a tab stands where only spaces can [yaml-syntax]"]),
        ("a: b: c\n", ["support.yml:1:5: there is a `:` too many, or the line stands too far in [yaml-syntax]"]),
        ("a: 1\nb: 'x\n", ["support.yml:2:4: this quotation mark is never closed [yaml-syntax]"]),
        ("a: [1\nb: 2\n", ["support.yml:1:4: this list is never closed, or a `,` is missing in it [yaml-syntax]"]),
        ("a: {b: 1\n", ["support.yml:1:4: this group is never closed, or a `,` is missing in it [yaml-syntax]"]),
        ('a: "C:\\qq"\n', ["support.yml:1:8: a backslash means something else in double quotes [yaml-syntax]"]),
        ("a: @b\n", ["support.yml:1:4: a text cannot begin with this character [yaml-syntax]"]),
        ("a: *b\n", ["support.yml:1:4: this `*name` stands for nothing above [yaml-syntax]"]),
        ("  a: 1\n b: 2\n", ["support.yml:2:2: this line does not fit those above [yaml-syntax]"]),
        ("a: 1\nwords\n", ["support.yml:2:1: this line has no `:` behind the name of the setting [yaml-syntax]"]),
        ("a: &a [*a]\n", ["support.yml:1:4: this value would contain itself [yaml-alias]"]),
        ("a: &a {<<: *a}\n", ["support.yml:1:4: this value would contain itself [yaml-alias]"]),
        ("<<: 1\n", ["support.yml:1:5: `<<` takes a group of settings [yaml-merge]"]),
        ("a: {{name}}\n", ["support.yml:1:5: the name of a setting must be a word [yaml-key]"]),
        (
            "a: !secret x\nb: !!python/object/apply:os.system [ls]\n",
            [
                "support.yml:1:4: `!secret` is not understood here [yaml-tag]",
                "support.yml:2:4: `!!python/object/apply:os.system` is not understood here [yaml-tag]",
            ],
        ),
        (
            "a: \x00\nb: \x1b[31m\nc: \u2028",
            [
                "support.yml:1:4: the character U+0000 cannot stand here [yaml-character]",
                "support.yml:2:4: the character U+001B cannot stand here [yaml-character]",
                "support.yml:3:4: the character U+2028 cannot stand here [yaml-character]",
            ],
        ),
        ("a: " + "[" * 500, ["support.yml:1:67: more than 64 groups lie within each other [yaml-too-deep]"]),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, complaint: list[str]) -> None:
    assert complaints(text) == complaint


def bomb(member: str, first: str) -> str:
    lines = [f"a0: &a0 {first}"]
    lines += [f"a{number}: &a{number} " + member.replace("@", f"*a{number - 1}") for number in range(1, 40)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [bomb("[@, @, @]", "[x, x]"), bomb("{<<: [@, @, @]}", "{x: 1}"), bomb("{b: @, c: @, d: @}", "{x: 1}")],
    ids=["lists", "merges", "groups"],
)
def test_a_few_lines_cannot_swell_to_a_million_values(text: str) -> None:
    assert "more than 100000 values [yaml-too-large]" in complaints(text)[0]


@pytest.mark.parametrize("member", ["{<<: @}", "{b: @}", "[@]"])
def test_names_that_lead_to_names_do_not_lead_endlessly_deep(member: str) -> None:
    lines = [f"a{n}: &a{n} " + member.replace("@", f"*a{n - 1}") for n in range(1, 400)]

    assert "[yaml-too-deep]" in complaints("\n".join(["a0: &a0 {x: 1}", *lines]))[0]


@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@`,? \n\t\r0<~\\=.\ufeff\x00é한"), max_size=40))
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        document = load(text)
    except SourceError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.where.line <= len(lines) + 1
            assert "expected" not in problem.message
    else:
        assert all(place.value.line and place.key.line for place in document.places.values())
