"""What is promised: scope, severities and targets, service level, intake, escalation."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.schema.base import Date, Group, Identifier, Link, Model, Name, Tag, Text
from generator.schema.price import Price

Unit = Literal["minutes", "hours", "days", "business_hours", "business_days"]


class Span(Model):
    """A length of time, on the calendar or in business time."""

    value: int = Field(ge=1, le=10_000)
    """How many."""
    unit: Unit
    """minutes, hours and days run on the calendar; business_hours and business_days in a schedule (R018)."""


class Target(Span):
    """A span with the clock that it runs on."""

    schedule: Identifier | None = None
    """The schedule in which business time runs, or in which the target holds at all (R018)."""


class Scope(Model):
    """What is supported, and what is not (R012)."""

    baseline: tuple[Group, ...] = ()
    """The categories that every customer is helped with (R020 to R024)."""
    baseline_notes: tuple[Text, ...] = ()
    """More that is included, one text each."""
    out: tuple[Text, ...] = ()
    """What is not included, one text each."""
    out_groups: tuple[Group, ...] = ()
    """Categories that are not included."""


class Severity(Model):
    """How bad a problem is, and how fast it is answered."""

    id: Identifier
    """A, B, C."""
    level: Literal["critical", "moderate", "minimal", "low"]
    """The word for it; decides our own definition and examples."""
    name: Text | None = None
    """What customers read; without it the level's word."""
    definition: Text | None = None
    """When a problem has this severity; without it our own words."""
    examples: tuple[Text, ...] = ()
    """Examples, one text each; without them our own."""
    customer_duty: Text | None = None
    """What the customer must do meanwhile; without it, at level critical, our own words (R040)."""
    reachable_always: bool | None = None
    """Whether somebody on the customer's side must be reachable around the clock; without it only at level critical."""
    first_response: Target
    """How soon a qualified person answers (R011, R018)."""
    update_interval: Target | None = None
    """How often the customer hears of progress."""
    restore_target: Target | None = None
    """When work should go on again, if that is promised."""
    channel_required: Identifier | None = None
    """The channel by which it must be reported for the target to hold."""


class Sla(Model):
    """The service level agreement; needed where no phone answers day and night (R011)."""

    kind: Literal["target", "guarantee"]
    """target: what is aimed at; guarantee: what is owed."""
    measured_from: Literal["receipt", "confirmation", "assignment"] = "receipt"
    """When the clock starts."""
    measured_to: Literal["qualified_answer", "automatic_reply"] = "qualified_answer"
    """What counts as the first response."""
    pauses: tuple[
        Literal["waiting_for_customer", "waiting_for_microsoft", "outside_hours", "planned_maintenance"], ...
    ] = ()
    """When the clock stands still."""
    exclusions: tuple[Text, ...] = ()
    """What the agreement does not cover, one text each."""
    credits: Text | None = None
    """What the customer gets when a guarantee is missed."""
    effective: Date | None = None
    """The first day of this version."""
    version: Name | None = None
    """The version's name or number."""
    change_notice_days: int | None = Field(default=None, ge=0, le=365)
    """Days between the announcement of a change and its first day."""


class OutOfHours(Model):
    """Help outside the hours (R011)."""

    available: bool
    """Whether there is any."""
    channel: Identifier | None = None
    """The way to get it."""
    severities: tuple[Identifier, ...] = ()
    """The severities for which it exists; none named means all."""
    languages: tuple[Tag, ...] = ()
    """The languages in which it exists; none named means those of the channel."""
    how: Text | None = None
    """How it works, in words."""
    price: Price | None = None
    """What it costs; nothing said means nothing extra."""
    approval: Literal["none", "customer_consent", "contract"] = "none"
    """What must be agreed before work begins."""


ChecklistItem = Literal[
    "company",
    "contact",
    "language_timezone",
    "tenant",
    "product",
    "title",
    "description",
    "impact",
    "start_time",
    "affected",
    "error_text",
    "steps_done",
    "recent_changes",
    "attachments",
    "diagnostic_consent",
]


class Intake(Model):
    """What a support request needs (R038)."""

    who_may_call: Literal["anyone", "authorised_contacts"] = "anyone"
    """Who may open a request."""
    max_contacts: int | None = Field(default=None, ge=1, le=1000)
    """How many authorised contacts a customer may name."""
    verification: Literal["none", "callback", "pin", "email_reply", "portal_sign_in"] = "none"
    """How a caller is recognised before account work (R094)."""
    verification_note: Text | None = None
    """How that works, in words."""
    checklist: tuple[ChecklistItem, ...] = ()
    """What to have ready; leave it out for the whole list (R038)."""
    attachments: Text | None = None
    """What may be attached, and how."""
    one_problem_per_request: bool = True
    """Whether each problem needs a request of its own."""
    remote_tool: Name | None = None
    """The program for remote sessions."""


class InternalTier(Model):
    """One step of escalation inside the partner (R039)."""

    tier: Name
    """Its short name: L1, L2."""
    role: Text
    """Who works there."""
    after: Target | None = None
    """When a request climbs here, counted from its opening; the first tier has none."""
    channel: Identifier | None = None
    """The way to reach this tier, where customers may use it themselves."""
    contact: Link | None = None
    """A mail link or page for this tier, where customers may use it themselves."""
    complaints: bool = False
    """Whether complaints go here."""


Route = Literal[
    "asfp",
    "psfp",
    "unified",
    "partner-cloud-support",
    "partner-on-premises-support",
    "via-provider",
    "vianet21",
    "none",
]


class MicrosoftTarget(Model):
    """Microsoft's own response, shown as Microsoft's and never as the partner's promise (R035)."""

    severity: Identifier
    """The severity it is for."""
    first_response: Span
    """How soon Microsoft answers the partner."""


class MicrosoftEscalation(Model):
    """How a problem climbs to Microsoft (R030 to R037)."""

    customer_can_open: Literal[False] = False
    """Always false: customers cannot open requests with Microsoft for these subscriptions (R002)."""
    routes: tuple[Route, ...] = ()
    """The technical routes that the partner has (R032); the commercial one is open to every partner."""
    targets: tuple[MicrosoftTarget, ...] = ()
    """Microsoft's response, where the partner quotes it."""
    who_reports_back: Literal["us", "provider"] = "us"
    """Who tells the customer what came of it (R039)."""
    report_interval: Target | None = None
    """How often the customer hears of a request that is with Microsoft (R039)."""


class Escalation(Model):
    """How a problem climbs."""

    internal: tuple[InternalTier, ...] = ()
    """The tiers, first to last (R039)."""
    microsoft: MicrosoftEscalation = MicrosoftEscalation()
    """The way to Microsoft."""
