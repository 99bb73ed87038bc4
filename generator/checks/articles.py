"""The self-help articles that a requirement names say what it asks, wherever the site carries them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.checks import _ask
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
FIGURES = (
    ("R054", "bill-renew", "the extended term costs 3 % more, or 23 %, since May 2026", ("3", "23", "2026")),
    ("R055", "bill-reduce", "30 days for software, 24 hours or 14 days in the marketplace", ("30", "24", "14")),
    ("R092", "id-partner", "a request for access that nobody approves lapses after 90 days", ("90",)),
)
# What the claim for a service credit rests on, in the languages that we can read.
EVIDENCE = {
    "en": ("tenant", "incident", "domain"),
    "ko": ("테넌트", "인시던트", "도메인"),
    "ru": ("tenant|клиент", "инцидент", "домен"),
    "zh-TW": ("租用戶", "事件", "網域"),
    "zh-CN": ("租户", "事件", "域"),
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
            numbers = re.findall(r"\d+", plain(found.markdown))
            if missing := [figure for figure in figures if figure not in numbers]:
                message = f"{name}: the article lacks {', '.join(missing)} in {tree.language}"
                yield Problem("", message, found.origin, f"give the figures: {what}")

    return holds


def credit_needs_evidence(draft: Draft) -> Iterator[Problem]:
    """Who asks for a service credit learns which evidence it takes."""
    for tree, found in articles(draft, "avail-credit"):
        text = plain(found.markdown)
        # A passage that is not translated yet stands in English.
        words = zip(EVIDENCE.get(tree.language, ()), EVIDENCE["en"], strict=False)
        if not all(re.search(f"{own}|{english}", text, re.I) for own, english in words):
            message = f"avail-credit: the article does not name all evidence in {tree.language}"
            yield Problem("", message, found.origin, "name the tenant ID, the incident ID and mail from the domain")


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
        for number, name, what, figures in FIGURES
    ),
    Check("R057", credit_needs_evidence, "pages", has_article("avail-credit")),
    Check("R071", purchases_lead_here, "pages", has_article("bill-add", "bill-reduce"), _ask.has_no_channels),
)
