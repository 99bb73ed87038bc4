"""What is supported and what is not is said, and the baseline holds what every reseller owes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks import _ask
from generator.checks._base import Check, fault
from generator.model import Draft
from generator.problems import Problem

BASELINE = {
    "R020": ("billing-subscription",),
    "R021": ("provisioning-deployment", "configuration"),
    "R022": (
        "performance",
        "service-availability",
        "client-connectivity",
        "client-desktop",
        "permissions-identity",
    ),
    "R023": ("updates",),
    "R024": ("usage-how-to",),
}


def both_sides_are_said(draft: Draft) -> Iterator[Problem]:
    """The scope lists what is in and what is out, and nothing is both."""
    scope = draft.config.scope
    if not scope.baseline:
        hint = "list the categories that every customer is helped with under `scope: baseline:`"
        yield fault(draft, ("scope", "baseline"), "it is not said what is supported", hint)
    if not scope.out and not scope.out_groups:
        hint = "list it under `scope: out:` in words, or under `scope: out_groups:` by category"
        yield fault(draft, ("scope",), "it is not said what is not supported", hint)
    for index, group in enumerate(scope.out_groups):
        if group in scope.baseline:
            message = f"{group}: this is supported and not supported at once"
            yield fault(draft, ("scope", "out_groups", index), message, "keep it in one of the two lists")


def baseline_of(groups: tuple[str, ...]) -> Callable[[Draft], Iterator[Problem]]:
    """Make the check that these categories belong to the baseline."""

    def is_held(draft: Draft) -> Iterator[Problem]:
        for group in groups:
            if group not in draft.config.scope.baseline:
                message = f"{group}: the baseline lacks this category"
                yield fault(draft, ("scope", "baseline"), message, "add it to `baseline:`")

    return is_held


def training_is_settled(draft: Draft) -> Iterator[Problem]:
    """There is training, or the file says that there is none."""
    if "training" not in draft.config.model_fields_set:
        hint = "list your trainings under `training:`, or write `training: []`"
        yield fault(draft, ("training",), "it is not said whether there is training", hint)


CHECKS = (
    Check("R012", both_sides_are_said),
    *(Check(number, baseline_of(groups), follows=_ask.has_no_baseline) for number, groups in BASELINE.items()),
    Check("R025", training_is_settled),
)
