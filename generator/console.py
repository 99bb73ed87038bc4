"""Problems, tables and progress -> what a terminal, a program or a code host shows of them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from generator.problems import Problem, errors

Format = Literal["text", "json", "github"]

COLOURS = {"error": "bold red", "warning": "bold yellow"}
INDENT = "    "
# Whatever could move the cursor, change colours, or turn the direction of what follows.
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def report(problems: Sequence[Problem], form: Format = "text", stream: TextIO | None = None) -> None:
    """Write the problems in one of three forms; to standard output unless told otherwise."""
    out = stream or sys.stdout
    match form:
        case "json":
            out.write(as_json(problems) + "\n")
        case "github":
            for line in as_github(problems):
                _print(out, Text(line))
        case "text":
            for problem in problems:
                _print(out, _text(problem))


def say(message: str, stream: TextIO | None = None, *, style: str = "") -> None:
    """Write one line for people."""
    _print(stream or sys.stdout, Text(safe(message), style=style))


def safe(text: str) -> str:
    """Make text harmless on a terminal: what is no printable character shows as its escape."""
    return UNSAFE.sub(lambda found: _escape(found.group()), text)


def as_text(problems: Iterable[Problem]) -> str:
    """What `report` writes where there are no colours."""
    return "".join(f"{_text(problem).plain}\n" for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """The problems for a program, in ASCII: {"problems": […], "errors": n, "warnings": n}."""
    wrong = len(errors(problems))
    listed = [_fields(problem) for problem in problems]
    return json.dumps({"problems": listed, "errors": wrong, "warnings": len(problems) - wrong}, indent=2)


def as_github(problems: Iterable[Problem]) -> Iterator[str]:
    """The problems as annotations of GitHub's workflows."""
    for problem in problems:
        where = problem.where
        place = {"file": str(where.path), "line": where.line, "col": where.column, "title": problem.code}
        listed = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value)
        words = "\n".join(filter(None, (problem.message, problem.hint)))
        yield f"::{problem.severity} {listed}::{_data(words)}"


def notice(title: str, words: str, path: str = "") -> str:
    """Say something that is no fault as an annotation of GitHub's workflows, in one line."""
    place = f"file={_property(path)}," if path else ""
    return f"::notice {place}title={_property(title)}::{_data(words)}"


def table(rows: Iterable[Sequence[object]], headers: Sequence[str]) -> str:
    """Lay out rows under headers, by the widths that a terminal gives to each script; numbers to the right."""
    cells = [[safe(str(cell)) for cell in row] for row in rows]
    lines = [[safe(header) for header in headers], *cells]
    widths = [max(cell_len(line[column]) for line in lines) for column in range(len(headers))]
    right = [bool(cells) and all(_is_number(row[column]) for row in cells) for column in range(len(headers))]
    return "".join("  ".join(map(_pad, line, widths, right)).rstrip() + "\n" for line in lines)


@contextmanager
def progress(stream: TextIO | None = None) -> Iterator[Callable[[str], None]]:
    """Show what is being done, by calling the function that this yields; nothing at all in a pipe."""
    out = stream or sys.stderr
    console = Console(file=out)
    if not console.is_terminal or console.is_dumb_terminal:
        yield lambda doing: None
        return
    with console.status("") as status:
        yield lambda doing: status.update(Text(safe(doing)))


def _print(out: TextIO, text: Text) -> None:
    # rich obeys NO_COLOR and finds out for itself whether this is a terminal.
    console = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=True)
    encoding = getattr(out, "encoding", None) or "utf-8"
    if console.is_terminal and encoding.lower().startswith("utf"):
        console.print(text)
    else:
        out.write(text.plain.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _text(problem: Problem) -> Text:
    first = Text(safe(f"{problem.where}: "))
    first.append(problem.severity, COLOURS[problem.severity])
    first.append(f": {_one_line(problem.message)} ").append(f"[{safe(problem.code)}]", "dim")
    for line in problem.hint.splitlines():
        first.append(f"\n{INDENT}{safe(line.strip())}", "cyan")
    return first


def _one_line(message: str) -> str:
    return safe(" ".join(message.splitlines()))


def _fields(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "message": problem.message,
        "path": str(problem.where.path),
        "line": problem.where.line,
        "column": problem.where.column,
        "hint": problem.hint,
        "severity": problem.severity,
    }


def _escape(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


def _data(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(safe(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[-+]?[\d.,]+ ?%?|-|", cell) is not None


def _pad(cell: str, width: int, right: bool) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if right else cell + space
