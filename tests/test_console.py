"""What a terminal, a program and a code host are shown; none of it obeys what strangers wrote."""

from __future__ import annotations

import io
import json
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import console
from generator.problems import Location, Problem, Severity


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def problem(
    message: str = "langauges: there is no such setting",
    hint: str = "did you mean `languages`?",
    path: str = "support.yml",
    severity: Severity = "error",
) -> Problem:
    return Problem("unknown-setting", message, Location(PurePosixPath(path), 3, 1), hint, severity)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(found: Problem, form: console.Format, stream: io.StringIO | None = None) -> str:
    out = stream or io.StringIO()
    console.report([found], form, out)
    return out.getvalue()


def test_text_is_a_line_to_click_on_and_a_hint_below() -> None:
    assert shown(problem(), "text") == (
        "support.yml:3:1: error: langauges: there is no such setting [unknown-setting]\n    did you mean `languages`?\n"
    )


def test_a_problem_without_a_hint_is_one_line() -> None:
    assert shown(problem(hint=""), "text").count("\n") == 1


def test_a_long_message_is_never_broken() -> None:
    for stream in (io.StringIO(), Terminal()):
        assert shown(problem("x" * 500, "y" * 500), "text", stream).count("\n") == 2


def test_a_terminal_gets_colours() -> None:
    assert "\x1b[" in shown(problem(), "text", Terminal())


def test_a_terminal_gets_no_colours_against_its_owner_s_will(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b[3" not in shown(problem(), "text", Terminal())


def test_json_says_all_and_counts() -> None:
    out = io.StringIO()
    console.report([problem(), problem("ё", severity="warning")], "json", out)

    first = {
        "code": "unknown-setting",
        "message": "langauges: there is no such setting",
        "path": "support.yml",
        "line": 3,
        "column": 1,
        "hint": "did you mean `languages`?",
        "severity": "error",
    }
    assert json.loads(out.getvalue()) == {
        "problems": [first, {**first, "message": "ё", "severity": "warning"}],
        "errors": 1,
        "warnings": 1,
    }


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            problem(),
            "::error file=support.yml,line=3,col=1,title=unknown-setting"
            "::langauges: there is no such setting%0Adid you mean `languages`?",
        ),
        (
            problem("100%\r\nsure\r::error::x", "", "a,b:c%.md", "warning"),
            "::warning file=a%2Cb%3Ac%25.md,line=3,col=1,title=unknown-setting::100%25%0Asure%0A::error::x",
        ),
        (
            Problem("whole", "no place in it", Location(PurePosixPath("a.md"))),
            "::error file=a.md,title=whole::no place in it",
        ),
    ],
)
def test_an_annotation_is_one_line_whatever_is_in_it(found: Problem, line: str) -> None:
    assert shown(found, "github") == f"{line}\n"


@pytest.mark.parametrize("form", ["text", "json", "github"])
@given(st.text(alphabet=st.sampled_from("a:[]%,\n\r\x00\x1b\x07\x7f\x9b\u202e\u2066\u2028\ud800é한"), max_size=20))
def test_what_strangers_write_moves_no_cursor_and_no_line(form: console.Format, text: str) -> None:
    output = shown(problem(text, text, f"x{text}"), form)

    assert not set(output) & set("\x00\x1b\x07\x7f\x9b\r\u202e\u2066\u2028\ud800")
    output.encode()
    if form == "github":
        assert output.count("\n") == 1
    if form == "text":
        assert all(line.startswith(("x", "    ")) for line in output.splitlines())


def test_markup_is_shown_as_it_is_written() -> None:
    assert "[red]a[/red] :smile:" in shown(problem("[red]a[/red] :smile:"), "text", Terminal())


def test_a_stream_that_lacks_letters_gets_their_numbers() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, "ascii", write_through=True)
    console.report([problem("한")], "text", stream)
    console.report([problem("한")], "github", stream)

    assert rb"error: \ud55c [" in raw.getvalue()
    assert rb"::\ud55c%0A" in raw.getvalue()


def test_a_table_lines_up_scripts_of_any_width_and_puts_numbers_to_the_right() -> None:
    table = console.table([("ko", "한국어", 7), ("en", "English\x1b[2J", 1234)], ("tag", "name", "messages"))

    assert table == (
        "tag  name            messages\n"
        "ko   한국어                 7\n"
        "en   English\\x1b[2J      1234\n"
    )  # fmt: skip


def test_a_table_without_rows_is_its_headers() -> None:
    assert console.table([], ("tag", "n")) == "tag  n\n"


def test_progress_is_silent_in_a_pipe() -> None:
    out = io.StringIO()
    with console.progress(out) as tell:
        tell("reading")

    assert out.getvalue() == ""


def test_progress_shows_on_a_terminal_what_is_being_done() -> None:
    out = Terminal()
    with console.progress(out) as tell:
        tell("reading [red]kb\x1b[2J")

    assert "\x1b[2J" not in out.getvalue()
    assert "\x1b[?25h" in out.getvalue()  # The cursor is back.
