"""The rules for a reseller's support, each held against a draft: what passes, what fails, and what does not apply."""

from __future__ import annotations

import sys
from functools import cache
from importlib.resources import files

import yaml

from generator import registry
from generator.checks._base import Check, Requirement, Result, Stage, signed
from generator.model import Draft
from generator.problems import Problem, faults

__all__ = ["Check", "Requirement", "Result", "checks", "is_advice", "problems", "requirements", "run"]


@cache
def requirements() -> tuple[Requirement, ...]:
    """All rules in the order of their numbers, those that nothing can check included."""
    data = yaml.safe_load((files(__name__) / "requirements.yml").read_text("utf-8"))
    return tuple(
        Requirement(rule["id"], rule["level"], rule["text"], tuple(data["sources"][name] for name in rule["sources"]))
        for rule in data["requirements"]
    )


@cache
def checks() -> tuple[Check, ...]:
    """Every check of every module in this folder."""
    listed = registry.members(sys.modules[__name__], "CHECKS", tuple)
    return tuple(check for found in listed for check in found)


def run(draft: Draft, stage: Stage | None = None) -> tuple[Result, ...]:
    """Hold every requirement against the draft; with `stage` only what needs the config, or only the pages."""
    chosen = [check for check in checks() if stage in (None, check.stage)]
    return tuple(_result(rule, [c for c in chosen if c.number == rule.id], draft) for rule in requirements())


def problems(draft: Draft, stage: Stage | None = None) -> tuple[Problem, ...]:
    """Everything that fails, in reading order."""
    return faults(problem for result in run(draft, stage) for problem in result.problems)


def is_advice(problem: Problem) -> bool:
    """Whether this is only a recommendation, which no strictness turns into a failure."""
    return any(rule.id == problem.code and rule.level in ("recommended", "permitted") for rule in requirements())


def _result(rule: Requirement, chosen: list[Check], draft: Draft) -> Result:
    held = [check for check in chosen if check.applies(draft)]
    follow = [check for check in held if check.follows(draft)]
    told = (check for check in held if check not in follow)
    found = faults(signed(problem, rule) for check in told for problem in check.find(draft))
    return Result(rule, found, applies=bool(held), checked=bool(chosen), follows=bool(follow))
