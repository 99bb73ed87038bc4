"""Which pages a site has, in which order, and which facts each needs to be built at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.schema import SupportConfig


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the site, and whether this partner has what it needs."""

    slug: str
    needs: Callable[[SupportConfig], bool] = lambda _: True
    menu: str = "support"
    """The part of the navigation it stands in; "" keeps it out."""


OUTLINE = (
    Entry("index", menu="top"),
    Entry("contact", lambda config: bool(config.channels), menu="top"),
    Entry("report-a-problem", lambda config: bool(config.channels)),
    Entry("how-support-works"),
    Entry("coverage", lambda config: bool(config.scope.baseline or config.services)),
    Entry("plans", lambda config: bool(config.plans)),
    Entry("service-levels", lambda config: bool(config.severities)),
    Entry("escalation", lambda config: bool(config.escalation.internal or config.escalation.microsoft.routes)),
    Entry("billing", lambda config: bool(config.billing or config.collections.stages or config.renewals), menu="top"),
    Entry("status", menu="top"),
    Entry("messages-from-microsoft", menu="know"),
    Entry("training", lambda config: bool(config.training), menu="know"),
    Entry("security-and-privacy", menu="know"),
    Entry("accessibility", menu="know"),
    Entry("glossary", menu="know"),
    Entry("help", menu="help"),
    Entry("404", menu=""),
)


def outline(config: SupportConfig) -> tuple[Entry, ...]:
    """The pages that this partner's facts allow."""
    return tuple(entry for entry in OUTLINE if entry.needs(config))
