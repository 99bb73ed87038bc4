"""The way up is known: inside the partner, to Microsoft, and back to the customer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.checks import _ask
from generator.checks._base import Check, fault
from generator.model import Draft
from generator.problems import Problem
from generator.schema.promise import ChecklistItem

ROUTES = ("escalation", "microsoft", "routes")
# What Microsoft itself asks for; recent changes are our own advice.
NEEDED = tuple(item for item in get_args(ChecklistItem) if item != "recent_changes")
MICROSOFT = {"critical": 2 * 60, "moderate": 4 * 60, "minimal": 8 * 60}
MINUTES = {"minutes": 1, "hours": 60, "days": 24 * 60}


def routes_are_named(draft: Draft) -> Iterator[Problem]:
    """The routes to Microsoft are listed, or it is said that there is none."""
    routes = draft.config.escalation.microsoft.routes
    if not routes:
        hint = (
            "list them under `escalation: microsoft: routes:`, or write `[none]` there; "
            "the way for billing and subscriptions is always shown"
        )
        yield fault(draft, ROUTES, "it is not said how technical problems get to Microsoft", hint)
    if "none" in routes and len(routes) > 1:
        yield fault(draft, ROUTES, "there is a route to Microsoft and none at once", "take `none` out")


def direct_partners_have_a_contract(draft: Draft) -> Iterator[Problem]:
    """Whom Microsoft bills directly has paid support."""
    if not set(draft.config.escalation.microsoft.routes) & set(_ask.PAID):
        hint = "add `asfp`, `psfp` or `unified` to the routes"
        yield fault(
            draft, ROUTES, "a direct-bill partner needs paid support from Microsoft, and no route names it", hint
        )


def dynamics_has_a_route(draft: Draft) -> Iterator[Problem]:
    """Microsoft takes requests about Dynamics 365 from those with paid support only."""
    allowed = {*_ask.PAID, "via-provider", *(("vianet21",) if _ask.is_china(draft) else ())}
    if not set(draft.config.escalation.microsoft.routes) & allowed:
        hint = "add `asfp`, `psfp`, `unified` or `via-provider` to the routes"
        yield fault(draft, ROUTES, "Dynamics 365 is sold, and no route takes its problems to Microsoft", hint)


def microsoft_is_quoted_rightly(draft: Draft) -> Iterator[Problem]:
    """Microsoft's response times are those that it gives every partner, unless a contract says otherwise."""
    config = draft.config
    levels = {severity.id: severity.level for severity in config.severities}
    if not set(config.escalation.microsoft.routes) & set(_ask.PAID):
        for index, target in enumerate(config.escalation.microsoft.targets):
            span, usual = target.first_response, MICROSOFT.get(levels.get(target.severity, ""))
            if usual and span.value * MINUTES.get(span.unit, 0) != usual:
                said = _ask.in_words(span)
                message = f"{target.severity}: Microsoft answers a partner within {usual // 60} hours, not {said}"
                hint = "quote that, or name the contract (asfp, psfp or unified) that promises yours among the routes"
                path = ("escalation", "microsoft", "targets", index)
                yield fault(draft, path, message, hint)


def passed_data_is_named(draft: Draft) -> Iterator[Problem]:
    """Customers know what of theirs Microsoft may see."""
    if not draft.config.privacy.data_passed_to_microsoft:
        hint = "list it under `privacy: data_passed_to_microsoft:`"
        yield fault(draft, ("privacy",), "it is not said which data may be passed to Microsoft", hint)


def checklist_is_whole(draft: Draft) -> Iterator[Problem]:
    """The list of what to have ready lacks nothing that Microsoft will ask for."""
    listed = draft.config.intake.checklist
    missing = [item for item in NEEDED if item not in listed]
    if listed and missing:
        hint = "add it, or take `checklist:` out for the whole list"
        yield fault(draft, ("intake", "checklist"), f"the checklist lacks {', '.join(missing)}", hint)


def loop_is_closed(draft: Draft) -> Iterator[Problem]:
    """It is said who comes back to the customer, and how often."""
    config = draft.config
    if not config.escalation.internal:
        hint = "list at least one under `escalation: internal:`, with its `tier:` and `role:`"
        yield fault(draft, ("escalation", "internal"), "it is not said who works on a problem", hint)
    if config.escalation.microsoft.who_reports_back == "provider" and not config.provider:
        path = ("escalation", "microsoft", "who_reports_back")
        yield fault(draft, path, "the provider reports back, and there is none", "write `us`, or give `provider:`")
    if not config.escalation.microsoft.report_interval:
        message = "it is not said how often customers hear of a request that is with Microsoft"
        yield fault(draft, ("escalation", "microsoft"), message, "give `escalation: microsoft: report_interval:`")


CHECKS = (
    Check("R032", routes_are_named),
    Check("R033", direct_partners_have_a_contract, applies=_ask.is_direct),
    Check("R034", dynamics_has_a_route, applies=_ask.sells_dynamics),
    Check(
        "R035",
        microsoft_is_quoted_rightly,
        applies=lambda draft: _ask.quotes_microsoft(draft) and not _ask.is_only_china(draft),
    ),
    Check("R037", passed_data_is_named),
    Check("R038", checklist_is_whole),
    Check("R039", loop_is_closed),
)
