"""Plans, prices, bills, renewals, and what happens when a bill is not paid."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import Amount, Currency, Identifier, Model, Text
from generator.schema.price import Price
from generator.schema.promise import Target


class PlanTarget(Model):
    """A response target that holds in one plan."""

    severity: Identifier
    """The severity it is for."""
    first_response: Target
    """How soon a qualified person answers."""


class Plan(Model):
    """A level of support that customers have or can buy."""

    id: Identifier
    """The name by which channels refer to it."""
    name: Text
    """What customers call it."""
    summary: Text | None = None
    """For whom it is, in a sentence."""
    price: Price
    """What it costs; `unit: included` where it costs nothing extra (R015, R016)."""
    included_services: tuple[Identifier, ...] = ()
    """The services that it covers; none named means all."""
    channels: tuple[Identifier, ...] = ()
    """The channels that it opens; none named means all that are open to everybody."""
    schedule: Identifier | None = None
    """When the plan's support works."""
    targets: tuple[PlanTarget, ...] = ()
    """First responses that differ from those of the severities."""
    included_hours: Amount | None = Field(default=None, gt=0)
    """Hours of work that the price holds each month."""
    overage: Price | None = None
    """What work beyond that costs."""


class Billing(Model):
    """How the partner bills (R050)."""

    currency: Currency
    """The currency of the bills."""
    payment_terms_days: int = Field(ge=0, le=365)
    """Days from the date of the bill to the day by which it is paid."""
    invoice_day: int | None = Field(default=None, ge=1, le=31)
    """The day of the month on which bills go out."""
    delivery: tuple[Literal["email", "portal", "post", "e_invoice"], ...] = ()
    """How a bill arrives."""
    tax_document: Text | None = None
    """The tax document that comes with it: 세금계산서, счет-фактура, 統一發票, 增值税发票."""
    methods: tuple[
        Literal["bank_transfer", "card", "direct_debit", "check", "virtual_account", "alipay", "wechat_pay", "sbp"], ...
    ] = ()
    """How customers can pay."""
    dispute_window_days: int | None = Field(default=None, ge=1, le=365)
    """Days in which a bill can be disputed."""
    channel: Identifier | None = None
    """The channel for questions about bills; without it those with the topic billing."""
    po_required: bool = False
    """Whether an order number must stand on every order."""
    notes: tuple[Text, ...] = ()
    """What else a customer should know, one text each."""


class Renewals(Model):
    """What happens when a subscription's term ends (R054)."""

    notice_days: int = Field(ge=0, le=365)
    """Days before the end by which the customer's decision is needed."""
    end_of_term_default: Literal["renew", "cancel", "extended_term"]
    """What happens if nobody decides."""
    who_decides: Text | None = None
    """Whose decision counts on the customer's side."""
    reminder_days: tuple[Annotated[int, Field(ge=0, le=365)], ...] = ()
    """Days before the end on which the partner reminds."""


class Stage(Model):
    """One step when a bill is late."""

    day_offset: int = Field(ge=-60, le=730)
    """Days after the due date; before it with a minus."""
    action: Literal["reminder", "due", "notice", "warning", "read_only", "suspension", "cancellation", "termination"]
    """What the partner does."""
    title: Text | None = None
    """What customers read for the step; without it our own words for the action."""
    notice: tuple[Literal["email", "phone", "portal", "letter", "messenger"], ...] = ()
    """How the customer hears of it."""
    access: Literal["none", "warning", "read_only", "suspended", "cancelled"] = "none"
    """What it does to access; `none` leaves all as it is, `warning` announces a change."""
    reversible: bool = True
    """Whether payment undoes it."""
    fee: Price | None = None
    """What the step costs."""
    data: Text | None = None
    """What becomes of the data; needed at the last step (R051)."""
    note: Text | None = None
    """What else a customer should know."""


class Collections(Model):
    """The way from a due date to the loss of access (R051)."""

    stages: tuple[Stage, ...] = ()
    """The steps in order of their day."""
    counts: Literal["calendar", "business"] = "calendar"
    """Whether days are counted on the calendar or as business days of `schedule`."""
    schedule: Identifier | None = None
    """The schedule whose working days count, for `counts: business`."""
    restore: Text | None = None
    """How and how soon access comes back after payment."""
    who_to_talk_to: Identifier | None = None
    """The channel for those who cannot pay in time."""
