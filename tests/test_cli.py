"""The command line as a person or a program meets it: words, shapes, exit codes, and the last good site."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.conftest import GOLDEN, STARTER
from tests.engine_samples import files

DAY = "2026-11-20"
STARTED = (STARTER / "support.yml").read_text("utf-8")
NO_FILE = """\
support.yml: error: there is no such file in this folder [no-support-file]
    `helpglot init DIR` makes one
1 error
"""
MISSPELT = """\
support.yml:{languages}:1: error: langauges: there is no such setting [unknown-setting]
    did you mean `languages`?
1 error
"""
SEVERAL = """\
support.yml:{csp_type}:13: error: company.csp_type: `direct` is not one of the choices [wrong-choice]
    did you mean `direct_bill`? Choose `direct_bill`, `indirect_reseller`, `indirect_provider`, \
`china_reseller`, `us_gov`
support.yml:{languages}:1: error: langauges: there is no such setting [unknown-setting]
    did you mean `languages`?
support.yml:{timezone}:11: error: Europe/Lodnon: there is no such time zone [unknown-timezone]
    did you mean `Europe/London`?
3 errors
"""
OUR_FAULTS = (
    ("csp_type: direct_bill", "csp_type: direct"),
    ("languages: [en]\n#", "langauges: [en]\n#"),
    ("timezone: Europe/London", "timezone: Europe/Lodnon"),
)
EMPTY = """\
support.yml: error: the file is empty [empty-file]
    write settings as `name: value`
1 error
"""
OPEN_LIST = """\
support.yml:1:12: error: this list is never closed, or a `,` is missing in it [yaml-syntax]
    close it with `]`
1 error
"""
RETIRED = """\
support.yml:{clouds}:18: error: germany: Microsoft Cloud Germany is retired and takes no customers [R083]
    customers in Germany use `global`; take this cloud out
1 error
"""
MARKUP = """\
support.yml:{m365}:11: error: services[0].name: a name cannot hold < or > [markup-in-name]
    write the name as plain words
1 error
"""
REFERENCE = """\
support.yml:{phone}:15: error: offic: there is no such schedule [unknown-reference]
    did you mean `office`?
1 error
"""
NO_SUCH_FOLDER = """\
Usage: helpglot check [OPTIONS]
Try 'helpglot check --help' for help.

Error: Invalid value for '-p' / '--project': Directory 'nowhere' does not exist.
"""
NO_SUCH_DATE = """\
Usage: helpglot check [OPTIONS]
Try 'helpglot check --help' for help.

Error: Invalid value for '--date': 'tomorrow' does not match the format '%Y-%m-%d'.
"""
NO_SUCH_SECOND = """\
Usage: helpglot check [OPTIONS]
Try 'helpglot check --help' for help.

Error: SOURCE_DATE_EPOCH: soon: this is not a number of seconds
"""
EXISTS = "error: .: there is a project here already [project-exists]\n    name another folder, or change this one\n"
NOT_OURS = """\
mine: error: mine: Helpglot did not make this folder [not-our-folder]
    name another folder, or empty this one yourself
1 error
"""


def line(said: str, beginning: str) -> int:
    """The number of the first line that begins so, blanks apart."""
    return next(number for number, one in enumerate(said.splitlines(), 1) if one.strip(" -").startswith(beginning))


LINES = {
    "csp_type": line(STARTED, "csp_type:"),
    "languages": line(STARTED, "languages: [en]"),
    "timezone": line(STARTED, "timezone:"),
    "clouds": line(STARTED, "clouds:"),
    "m365": line(STARTED, "name: Microsoft 365"),
    "phone": line(STARTED, "schedule: office"),
}


def changed(*changes: tuple[str, str]) -> str:
    """The starter's support.yml with other words in it."""
    said = STARTED
    for old, new in changes:
        assert old in said
        said = said.replace(old, new, 1)
    return said


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder with the starter's support.yml, which is also the place where we stand."""
    (tmp_path / "support.yml").write_text(STARTED, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, prog_name="helpglot")


def said(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (changed(OUR_FAULTS[1]), MISSPELT),
        (changed(*OUR_FAULTS), SEVERAL),
        ("", EMPTY),
        ("languages: [en\n", OPEN_LIST),
        (changed(("clouds: [global]", "clouds: [global, germany]")), RETIRED),
        (changed(("name: Microsoft 365", "name: <b>Microsoft 365")), MARKUP),
        (changed(("schedule: office\n    languages: [en]", "schedule: offic\n    languages: [en]")), REFERENCE),
    ],
    ids=["misspelt", "several", "empty", "open list", "retired", "markup", "reference"],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_bad_input_is_named_with_its_place_and_the_way_out(command: str, text: str, words: str, project: Path) -> None:
    (project / "support.yml").write_text(text, "utf-8")

    assert said(run(command)) == (1, "", words.format(**LINES))


@pytest.mark.parametrize("command", [("check",), ("build",), ("translate", "update")])
def test_a_folder_without_support_yml_is_shown_the_way(command: tuple[str, ...], project: Path) -> None:
    (project / "support.yml").unlink()

    assert said(run(*command)) == (1, "", NO_FILE)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("check", "-p", "nowhere"), NO_SUCH_FOLDER),
        (("check", "--date", "tomorrow"), NO_SUCH_DATE),
    ],
)
def test_wrong_usage_ends_with_2(words: tuple[str, ...], answer: str, project: Path) -> None:
    assert said(run(*words)) == (2, "", answer)


@pytest.mark.parametrize(
    "words",
    [("frobnicate",), ("build", "--strickt"), ("init",), ("check", "--format", "xml"), ("serve", "--port", "0")],
)
def test_an_unknown_word_ends_with_2_and_points_to_the_help(words: tuple[str, ...], project: Path) -> None:
    code, out, err = said(run(*words))

    assert (code, out) == (2, "")
    assert "--help' for help." in err


def test_a_wrong_source_date_epoch_ends_with_2(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")

    assert said(run("check")) == (2, "", NO_SUCH_SECOND)


def test_the_day_comes_from_the_option_then_from_source_date_epoch(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By then the calendar of public holidays ends, so that the day shows in what is said.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7289568000")

    assert "R013" in run("check", "--format", "github").stdout
    assert "R013" not in run("check", "--format", "github", "--date", DAY).stdout


def test_a_language_that_the_site_lacks_is_refused(project: Path) -> None:
    code, out, err = said(run("build", "--lang", "fr", "--date", DAY))

    assert (code, out) == (1, "")
    wrong = r"support\.yml:\d+:\d+: error: fr: the site does not have this language \[unknown-language\]\n"
    assert re.match(wrong, err)
    assert err.splitlines()[1] == "    it has: en"
    assert not (project / "site").exists()


def test_a_folder_that_holds_other_things_is_not_replaced(project: Path) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "letter.txt").write_text("dear", "utf-8")

    assert said(run("build", "--out", "mine", "--date", DAY)) == (1, "", NOT_OURS)
    assert files(project / "mine") == {"letter.txt": b"dear"}


@pytest.mark.slow
def test_a_build_that_fails_leaves_the_last_good_site_as_it_is(project: Path) -> None:
    assert said(run("build", "--date", DAY, "--strict"))[0] == 0
    before = files(project / "site")
    broken = [
        changed(OUR_FAULTS[1]),
        # Well written, but a mandatory promise is missing.
        re.sub(r"(?m)^sla:\n(?:  .*\n)*", "", STARTED),
    ]

    for text in broken:
        (project / "support.yml").write_text(text, "utf-8")

        assert run("build", "--date", DAY).exit_code == 1
        assert files(project / "site") == before
    assert sorted(path.name for path in project.iterdir()) == ["site", "support.yml"]


@pytest.mark.slow
def test_a_build_in_a_pipe_says_one_line_and_nothing_else(project: Path) -> None:
    code, out, err = said(run("build", "--date", DAY, "--strict"))

    assert (code, err) == (0, "")
    assert re.fullmatch(r"built \d+ pages in 1 languages?: site/index\.html\n", out)


def test_a_missing_promise_is_named_by_its_number_and_fails_the_check(project: Path) -> None:
    text = re.sub(r"(?m)^sla:\n(?:  .*\n)*", "", STARTED)
    (project / "support.yml").write_text(text, "utf-8")

    code, out, _ = said(run("check", "--date", DAY))

    assert code == 1
    assert re.search(r"(?m)^R011 +mandatory +FAILED ", out)
    assert re.search(r"(?m)^support\.yml\S*: error: .* \[R011\]\n    ", out)


def test_only_strict_fails_on_a_warning(project: Path) -> None:
    # A direct-bill partner without a support contract with Microsoft is warned.
    (project / "support.yml").write_text(changed(("routes: [asfp]", "routes: [partner-cloud-support]")), "utf-8")

    assert run("check", "--date", DAY).exit_code == 0
    assert run("check", "--date", DAY, "--strict").exit_code == 1


def test_strict_does_not_fail_on_a_recommendation(project: Path) -> None:
    text = re.sub(r"(?m)^training:\n(?:  .*\n)*", "", STARTED)
    (project / "support.yml").write_text(text, "utf-8")

    code, out, _ = said(run("check", "--date", DAY, "--strict"))

    assert code == 0
    assert "[R025]" in out


PROBLEM = {"code", "message", "path", "line", "column", "hint", "severity"}


def test_json_says_the_same_to_a_program(project: Path) -> None:
    (project / "support.yml").write_text(changed(*OUR_FAULTS), "utf-8")

    code, out, err = said(run("check", "--format", "json"))

    report = json.loads(out)
    assert (code, err, report["errors"], report["warnings"]) == (1, "", 3, 0)
    assert [set(problem) for problem in report["problems"]] == [PROBLEM] * 3
    assert report["problems"][1] == {
        "code": "unknown-setting",
        "message": "langauges: there is no such setting",
        "path": "support.yml",
        "line": LINES["languages"],
        "column": 1,
        "hint": "did you mean `languages`?",
        "severity": "error",
    }


def test_json_of_a_check_lists_every_requirement(project: Path) -> None:
    code, out, err = said(run("check", "--format", "json", "--date", DAY))

    report = json.loads(out)
    assert (code, err, report["errors"]) == (0, "", 0)
    assert all(set(rule) == {"id", "level", "state", "text", "sources"} for rule in report["requirements"])
    assert {rule["state"] for rule in report["requirements"]} == {"passed", "does not apply", "for information"}


def test_github_reads_annotations(project: Path) -> None:
    (project / "support.yml").write_text(changed(OUR_FAULTS[1]), "utf-8")

    expected = (
        f"::error file=support.yml,line={LINES['languages']},col=1,title=unknown-setting::"
        "langauges: there is no such setting%0Adid you mean `languages`?\n"
    )
    assert said(run("check", "--format", "github")) == (1, expected, "")


def test_a_check_that_finds_nothing_prints_no_annotations(project: Path) -> None:
    assert said(run("check", "--format", "github", "--date", DAY, "--strict")) == (0, "", "")


def test_a_check_of_translations_that_finds_nothing_says_so(project: Path) -> None:
    assert said(run("translate", "check")) == (0, "nothing to mend: no error, no warning\n", "")
    assert said(run("translate", "check", "--format", "github")) == (0, "", "")


def shape() -> dict[str, Any]:
    result = run("schema")
    assert said(result)[::2] == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def settings(whole: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every setting of every group: its name, and what the schema says of it."""
    for group, node in {"": whole, **whole["$defs"]}.items():
        for name, about in node.get("properties", {}).items():
            yield f"{group}.{name}", about


def test_the_schema_describes_every_setting() -> None:
    whole = shape()

    def described(about: Mapping[str, Any]) -> bool:
        target = whole["$defs"].get(about.get("$ref", "").removeprefix("#/$defs/"), {})
        return bool(about.get("description") or target.get("description"))

    assert [name for name, about in settings(whole) if not described(about)] == []


def test_every_reference_in_the_schema_leads_somewhere() -> None:
    whole = shape()

    def references(node: object) -> Iterator[str]:
        match node:
            case dict():
                if isinstance(target := node.get("$ref"), str):
                    yield target
                for inner in node.values():
                    yield from references(inner)
            case list():
                for inner in node:
                    yield from references(inner)

    assert whole["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(references(whole)) == {f"#/$defs/{name}" for name in whole["$defs"]}


def test_every_group_in_the_schema_is_closed_to_unknown_settings() -> None:
    whole = shape()

    groups = [node for node in (whole, *whole["$defs"].values()) if "properties" in node]
    assert all(node["additionalProperties"] is False for node in groups)


def test_the_starter_mentions_every_setting() -> None:
    names = {name.rpartition(".")[2] for name, _ in settings(shape())}

    assert sorted(name for name in names if not re.search(rf"\b{name}\b", STARTED)) == []


def test_init_makes_a_project_that_passes_the_check(tmp_path: Path) -> None:
    folder = tmp_path / "acme"

    code, out, err = said(run("init", str(folder)))

    assert (code, err) == (0, "")
    assert out == (
        f"wrote {folder}/README.md\nwrote {folder}/support.yml\n"
        f"next: change {folder}/support.yml, then run `helpglot build -p {folder}`\n"
    )
    assert files(folder) == files(STARTER)


@pytest.mark.parametrize("day", ["2026-01-01", "2026-06-30", "2026-11-20", "2027-02-28", "2027-12-31"])
def test_the_starter_passes_the_check_on_any_day(day: str) -> None:
    code, out, err = said(run("check", "-p", str(STARTER), "--strict", "--date", day))

    assert (code, err) == (0, "")
    assert "[R" not in out


def test_init_leaves_a_project_alone(project: Path) -> None:
    (project / "support.yml").write_text("mine", "utf-8")

    code, out, err = said(run("init", "."))

    assert (code, out) == (1, "")
    assert EXISTS in err
    assert files(project) == {"support.yml": b"mine"}


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in sorted(group.commands.items()):
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


COMMANDS = [((), main), *commands(main)]


@pytest.mark.parametrize("path", [path for path, one in COMMANDS if path != ("translate",)], ids=" ".join)
def test_the_help_of_every_command_has_an_example(path: tuple[str, ...]) -> None:
    code, out, err = said(run(*path, "--help"))

    assert (code, err) == (0, "")
    assert re.search(rf"(?m)^  Example:\n    helpglot {' '.join(path)}", out)


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _ in COMMANDS])
def test_every_option_is_explained(path: tuple[str, ...], command: click.Command) -> None:
    options = [one for one in command.params if isinstance(one, click.Option)]

    assert [one.name for one in options if not one.help] == []


@pytest.mark.parametrize(
    "program", [[sys.executable, "-m", "generator"], [str(Path(sys.executable).parent / "helpglot")]]
)
def test_both_names_of_the_program_start_it(program: list[str], tmp_path: Path) -> None:
    done = subprocess.run([*program, "--version"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"helpglot, version \d+\.\d+\.\d+\S*\n", done.stdout)


def test_a_pipe_that_cannot_speak_utf_8_still_gets_every_fault(tmp_path: Path) -> None:
    (tmp_path / "support.yml").write_text("한국어: 1\n", "utf-8")
    spoken = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}

    words = [sys.executable, "-m", "generator", "check"]
    done = subprocess.run(words, cwd=tmp_path, env=spoken, capture_output=True, check=False)

    assert done.returncode == 1
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert b"[unknown-setting]" in done.stderr


@pytest.mark.slow
def test_the_command_builds_a_golden_partner(tmp_path: Path) -> None:
    words = ["build", "-p", str(GOLDEN["us-government"]), "--out", str(tmp_path / "site"), "--date", DAY, "--strict"]

    code, out, err = said(run(*words))

    assert (code, err) == (0, "")
    assert f": {tmp_path}/site/index.html\n" in out
    assert (tmp_path / "site" / "404.html").is_file()
