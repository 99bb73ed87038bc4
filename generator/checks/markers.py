"""Each requirement that a page must state is stated there, in every language: one row each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.checks import _ask, _base
from generator.checks._base import Check
from generator.checks._texts import page
from generator.model import Draft, Tree
from generator.problems import Problem

WORK = "how-support-works"
SECURITY = "security-and-privacy"


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement, the pages of which one must state it, and when it must be stated at all."""

    number: str
    slugs: tuple[str, ...]
    applies: Callable[[Draft], bool] = _base.always
    follows: Callable[[Draft], bool] = _base.never
    """Whether it cannot be stated since a setting is absent that another check asks for."""


# The settings that a page is made from, where another check asks for one of them.
MADE_FROM: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "contact": (("channels",),),
    "report-a-problem": (("channels",),),
    "coverage": (("scope", "baseline"), ("services",)),
    "plans": (("plans",),),
    "escalation": (("escalation", "internal"), ("escalation", "microsoft", "routes")),
    "billing": (("billing",), ("collections", "stages"), ("renewals",)),
}

ROWS = (
    Row("R001", ("index",)),
    Row("R001", ("contact",)),
    Row("R002", (WORK,)),
    Row("R003", (WORK,)),
    Row("R006", (WORK, "escalation"), _ask.is_reseller),
    Row("R007", ("coverage", "contact", WORK), _ask.sells_third_party),
    Row("R010", (WORK,)),
    Row("R011", ("service-levels",), _ask.has_sla),
    Row("R012", ("coverage",)),
    Row("R013", ("contact",)),
    Row("R014", ("contact",)),
    Row("R015", ("plans",), _ask.has_plans),
    Row("R017", ("contact",)),
    Row("R018", ("service-levels",), _ask.has_severities),
    *(
        Row(number, ("coverage", WORK), follows=_ask.has_no_baseline)
        for number in ("R020", "R021", "R022", "R023", "R024")
    ),
    Row("R025", ("training",), _ask.has_training),
    Row("R026", ("escalation",)),
    Row("R030", ("escalation",)),
    Row("R032", ("escalation",), _ask.has_route),
    Row("R035", ("escalation",), _ask.quotes_microsoft),
    Row("R037", (SECURITY,)),
    Row("R038", ("report-a-problem",)),
    Row("R039", ("escalation",)),
    Row("R040", ("service-levels", "report-a-problem"), _ask.has_critical),
    Row("R050", ("billing", "contact")),
    Row("R051", ("billing",), _ask.has_stages),
    Row("R053", ("billing",), _ask.suspends),
    Row("R054", ("billing",), _ask.has_renewals),
    Row("R060", (SECURITY,)),
    Row("R070", ("status",)),
    Row("R071", ("billing", "plans")),
    Row("R072", ("contact",)),
    Row("R073", ("messages-from-microsoft",)),
    Row("R074", ("messages-from-microsoft",)),
    Row("R080", (WORK,), _ask.is_us_gov, lambda draft: "us_gov" not in draft.config.clouds),
    Row("R081", (WORK,), _ask.is_china),
    Row("R092", (SECURITY,)),
    Row("R094", ("report-a-problem", "contact"), _ask.verifies),
    Row("R100", ("contact",)),
)


def check_of(row: Row) -> Check:
    """Make the check that looks for the marker of `row`."""

    def stated(draft: Draft) -> Iterator[Problem]:
        missing = [tree for tree in draft.trees if not _states(tree, row)]
        if missing:
            yield _unstated(draft, row, missing)

    return Check(row.number, stated, "pages", row.applies, lambda draft: _follows(draft, row))


def _follows(draft: Draft, row: Row) -> bool:
    """Whether there is no page since the settings that make it are absent, as another check says."""
    if row.follows(draft):
        return True
    there = [page(tree, slug) for tree in draft.trees for slug in row.slugs]
    return bool(there) and not any(there) and all(_is_unmade(draft, slug) for slug in row.slugs)


def _is_unmade(draft: Draft, slug: str) -> bool:
    wanted = MADE_FROM.get(slug)
    return wanted is not None and not any(_value(draft, path) for path in wanted)


def _value(draft: Draft, path: tuple[str, ...]) -> object:
    value: object = draft.config
    for step in path:
        value = getattr(value, step, None)
    return value


def _states(tree: Tree, row: Row) -> bool:
    return any(found and row.number in found.promises for found in (page(tree, slug) for slug in row.slugs))


def _unstated(draft: Draft, row: Row, missing: list[Tree]) -> Problem:
    names = " or ".join(row.slugs)
    tags = ", ".join(tree.language for tree in missing)
    for tree in missing:
        if found := next(filter(None, (page(tree, slug) for slug in row.slugs)), None):
            hint = f'say it inside {{% promise "{row.number}" %}} … {{% endpromise %}}'
            return Problem("", f"{names}: the page does not say this in {tags}", found.origin, hint)
    index = [tree.language for tree in draft.trees].index(missing[0].language)
    hint = f"add templates/pages/{row.slugs[0]}.md.j2, or the settings that it is made from"
    return Problem("", f"{names}: there is no such page in {tags}", draft.locate(("languages", index)), hint)


CHECKS = tuple(check_of(row) for row in ROWS)
