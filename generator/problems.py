"""What is wrong, where, and how to mend it: the one value that every room reports with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file that a person edits; line and column count from 1, 0 means the whole file."""

    path: PurePosixPath
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        steps = [str(self.path)] + [str(number) for number in (self.line, self.column) if number]
        return ":".join(steps)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault that the person at the keyboard can mend, with the way out as `hint`."""

    code: str
    message: str
    where: Location
    hint: str = ""
    severity: Severity = "error"


class SiteError(Exception):
    """Work cannot go on; carries every problem found so far."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(f"{p.where}: {p.message}" for p in problems))
        self.problems = problems


class SourceError(SiteError):
    """What a person wrote cannot be used as it stands."""


class EngineError(SiteError):
    """The pages could not be turned into a site."""


def faults(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put problems in reading order, each but once: three languages may trip on one line."""
    return tuple(sorted(set(problems), key=lambda p: (p.where, p.code, p.message)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep the problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "error")
