"""The self-help articles that a requirement names say what it asks, wherever the site carries them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.checks._base import Check
from generator.checks._texts import articles, plain
from generator.model import Draft
from generator.problems import Problem

HEALTH = "avail-health"
TECHNICAL = (
    "provisioning-deployment",
    "configuration",
    "performance",
    "service-availability",
    "client-connectivity",
    "client-desktop",
    "permissions-identity",
    "updates",
)
# The figures that an article must hold, whatever the words around them.
FIGURES: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "R054": (("bill-renew", "the extended term costs 3 % more, or 23 %, since May 2026", ("3", "23", "2026")),),
    "R055": (
        (
            "bill-reduce",
            "7 days for licences, 30 days for software, 24 hours or 14 days in the marketplace",
            ("30", "24", "14"),
        ),
    ),
}


def health_comes_first(draft: Draft) -> Iterator[Problem]:
    """Every technical article sends its reader to service health."""
    if any(articles(draft, HEALTH)):
        for tree, found in articles(draft):
            if (
                found.path.parent.name in TECHNICAL
                and found.path.stem != HEALTH
                and f"{HEALTH}.md" not in found.markdown
            ):
                message = f"{found.path.stem}: the article does not link to service health in {tree.language}"
                yield Problem(
                    "", message, found.origin, f"link to ../service-availability/{HEALTH}.md at the first step"
                )


def holds_figures(name: str, what: str, figures: tuple[str, ...]) -> Callable[[Draft], Iterator[Problem]]:
    """Make the check that the article `name` holds these figures in every language."""

    def holds(draft: Draft) -> Iterator[Problem]:
        for tree, found in articles(draft, name):
            numbers = set(re.findall(r"\d+", plain(found.markdown)))
            if missing := [figure for figure in figures if figure not in numbers]:
                message = f"{name}: the article lacks {', '.join(missing)} in {tree.language}"
                yield Problem("", message, found.origin, f"say that {what}" if name == "bill-renew" else f"name {what}")

    return holds


def purchases_lead_here(draft: Draft) -> Iterator[Problem]:
    """Who wants to buy more or to cancel is sent to the partner."""
    for tree, found in articles(draft, "bill-add", "bill-reduce"):
        if "contact.md" not in found.markdown:
            message = f"{found.path.stem}: the article does not lead to the contact page in {tree.language}"
            yield Problem("", message, found.origin, "link to ../../contact.md")


def has_article(*names: str) -> Callable[[Draft], bool]:
    """Apply where the site carries one of these articles."""
    return lambda draft: any(articles(draft, *names))


CHECKS = (
    Check("R026", health_comes_first, "pages", has_article(HEALTH)),
    *(
        Check(number, holds_figures(name, what, figures), "pages", has_article(name))
        for number, rows in FIGURES.items()
        for name, what, figures in rows
    ),
    Check("R071", purchases_lead_here, "pages", has_article("bill-add", "bill-reduce")),
)
