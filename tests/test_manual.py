"""The manual, the README and the product say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator import checks
from generator.cli import main
from generator.problems import SourceError
from generator.schema import SupportConfig
from tests.conftest import REPOSITORY

README = REPOSITORY / "README.md"
MANUAL = sorted((REPOSITORY / "docs").glob("*.md"))
PAGES = [README, REPOSITORY / "CHANGELOG.md", REPOSITORY / "templates" / "project" / "README.md", *MANUAL]
MAKEFILE = (REPOSITORY / "Makefile").read_text("utf-8")


def blocks(path: Path, kind: str) -> list[str]:
    """The code blocks of a kind on a page, wherever they are indented."""
    found = re.findall(r"(?ms)^( *)```(\w*)\n(.*?)^\1```$", path.read_text("utf-8"))
    return [re.sub(rf"(?m)^{indent}", "", code) for indent, name, code in found if name == kind]


def recipe(target: str) -> list[str]:
    """The commands of a target, with the names of the Makefile filled in."""
    known = dict(re.findall(r"(?m)^(\w+) [:?]?= (.*)$", MAKEFILE))
    found = re.search(rf"(?m)^{re.escape(target)}:.*\n((?:\t.*\n)+)", MAKEFILE)
    assert found, target
    text = found[1]
    while "$(" in text:
        text = re.sub(r"\$\((\w+)\)", lambda name: known[name[1]], text)
    return [line.strip().replace(" --quiet --disable-pip-version-check", "") for line in text.splitlines()]


def spoken_on_windows(command: str) -> str:
    return command.replace(".venv/bin/", ".venv\\Scripts\\").replace("python3 ", "python ")


@pytest.mark.parametrize(
    ("number", "targets"),
    [(0, ["$(VENV)/bin/python", "$(VENV)/.installed", "site"]), (1, ["$(VENV)/.tested", "test"])],
)
def test_the_plain_commands_of_the_readme_are_those_behind_make(number: int, targets: list[str]) -> None:
    behind = [spoken_on_windows(one) for target in targets for one in recipe(target) if not one.startswith("touch")]

    assert blocks(README, "bat")[number].splitlines() == behind


def test_the_readme_names_targets_that_make_knows() -> None:
    named = {
        target
        for pair in re.findall(r"\bmake ([\w-]+)$|`make ([\w-]+)`", README.read_text("utf-8"), re.M)
        for target in pair
    }
    known = re.search(r"^\.PHONY: (.*)$", (REPOSITORY / "Makefile").read_text("utf-8"), re.M)

    assert known
    assert {"site", "test", "system"} <= named - {""} <= set(known[1].split())


def helpglots() -> list[tuple[str, str]]:
    """Every command line of ours in the manual, with its page."""
    lines = [(path, line) for path in PAGES for code in blocks(path, "sh") for line in code.splitlines()]
    lines += [(path, code) for path in PAGES for code in re.findall(r"`(helpglot [^`]+)`", path.read_text("utf-8"))]
    return sorted(
        {(path.name, line.split(" #")[0].split(" > ")[0].strip()) for path, line in lines if "helpglot" in line}
    )


@pytest.mark.parametrize(("page", "line"), helpglots())
def test_every_command_in_the_manual_is_one_that_the_program_knows(page: str, line: str, tmp_path: Path) -> None:
    words = [word for word in line.split()[1:] if word not in ("-p", "acme", "DIR")]
    command: click.Command = main
    while isinstance(command, click.Group) and words:
        assert words[0] in command.commands, f"{page}: {line}"
        command = command.commands[words.pop(0)]
    known = {option for one in command.params for option in one.opts}

    assert {word for word in words if word.startswith("-")} <= known


def test_the_manual_explains_every_command_and_option() -> None:
    text = (REPOSITORY / "docs" / "commands.md").read_text("utf-8")

    commands = [one for group in (main, main.commands["translate"]) for one in group_of(group).values()]
    options = {option for one in commands for each in one.params for option in each.opts if option.startswith("-")}
    assert sorted(option for option in options if f"`{option}" not in text) == []
    assert sorted(one for one in group_of(main) if f"`helpglot {one}" not in text) == []


def group_of(command: click.Command) -> Mapping[str, click.Command]:
    assert isinstance(command, click.Group)
    return command.commands


def test_the_manual_lists_every_requirement_as_it_is_checked() -> None:
    text = (REPOSITORY / "docs" / "checks.md").read_text("utf-8")
    checked = {check.number for check in checks.checks()}

    expected = [
        f"| {rule.id} | {rule.level} | {rule.text} | {'yes' if rule.id in checked else 'no'} |"
        for rule in checks.requirements()
    ]
    assert re.findall(r"(?m)^\| R\d.*$", text) == expected


def test_the_manual_names_every_section_of_support_yml() -> None:
    text = (REPOSITORY / "docs" / "support-yml.md").read_text("utf-8")
    table = "".join(re.findall(r"(?m)^\| `.*$", text))

    assert set(re.findall(r"`(\w+)`", table)) == set(SupportConfig.model_fields)


DEMO: dict[str, Any] = yaml.safe_load((REPOSITORY / "support.yml").read_text("utf-8"))
KNOWN = set(SupportConfig.model_fields)


def known(code: object) -> bool:
    """Whether a piece of YAML is from support.yml."""
    return isinstance(code, dict) and set(code) <= KNOWN


def examples() -> list[tuple[str, str]]:
    return [(path.name, code) for path in MANUAL for code in blocks(path, "yaml") if known(yaml.safe_load(code))]


@pytest.mark.parametrize(("page", "code"), examples())
def test_an_example_of_support_yml_uses_settings_that_exist(page: str, code: str) -> None:
    fitting = dict(DEMO)
    given = yaml.safe_load(code)
    fitting |= given
    if "schedules" in given:
        fitting["schedules"] = [*given["schedules"], {"id": "desk", "always": True}]
    if "channels" in given:
        fitting["channels"] = [*given["channels"], *(one for one in DEMO["channels"] if one["id"] != "portal")]
    if "severities" in given:
        fitting["severities"] = [*given["severities"], *(one for one in DEMO["severities"] if one["id"] == "C")]

    try:
        SupportConfig.model_validate(fitting)
    except (SourceError, ValueError) as error:
        pytest.fail(f"{page}: {error}")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_between_the_pages_of_the_manual_leads_somewhere(path: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]+`", "", path.read_text("utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)

    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_the_layout_in_the_readme_is_the_one_on_the_disk() -> None:
    layout = next(code for code in blocks(README, "") if "support.yml" in code)

    assert [name for name in re.findall(r"(?m)^(\S+)", layout) if not (REPOSITORY / name).exists()] == []
