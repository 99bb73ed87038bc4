"""What a check is, what it may say, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.model import Draft
from generator.problems import Problem, Severity

Level = Literal["mandatory", "recommended", "permitted", "fact"]
Stage = Literal["config", "pages"]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One rule for a reseller's support, with the pages where it was read."""

    id: str
    level: Level
    text: str
    sources: tuple[str, ...]

    @property
    def severity(self) -> Severity:
        """How bad it is when this fails."""
        # R033 binds the partner toward Microsoft: no customer is told anything wrong.
        return "error" if self.level == "mandatory" and self.id != "R033" else "warning"


def always(draft: Draft) -> bool:
    """Apply to every site."""
    return True


def never(draft: Draft) -> bool:
    """Hold for no site."""
    return False


@dataclass(frozen=True, slots=True)
class Check:
    """A promise to look after one requirement: `find` yields every way in which a draft fails it, and never raises."""

    number: str
    find: Callable[[Draft], Iterator[Problem]]
    stage: Stage = "config"
    applies: Callable[[Draft], bool] = always
    follows: Callable[[Draft], bool] = never
    """Whether it fails because something is absent that another check asks for: one gap makes one complaint."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one requirement."""

    requirement: Requirement
    problems: tuple[Problem, ...] = ()
    applies: bool = True
    """False where the site has nothing that the requirement is about."""
    checked: bool = True
    """False where the requirement is for information: nothing can be checked."""
    follows: bool = False
    """True where it fails for a reason that another requirement tells."""

    @property
    def passed(self) -> bool:
        """Nothing is wrong, as far as it applies."""
        return not self.problems and not self.follows


def fault(draft: Draft, path: tuple[str | int, ...], message: str, hint: str, severity: Severity = "error") -> Problem:
    """Complain about a setting; number, source and the requirement's own severity come with the requirement."""
    return Problem("", message, draft.locate(path), hint, severity)


def signed(problem: Problem, requirement: Requirement) -> Problem:
    """Give a check's complaint its number, its source, and the severity of its requirement."""
    return replace(
        problem,
        code=requirement.id,
        hint=f"{problem.hint} ({requirement.sources[0]})",
        severity=problem.severity if requirement.severity == "error" else "warning",
    )
