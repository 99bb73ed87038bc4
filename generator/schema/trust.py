"""Security, privacy, access, law, training, maintenance, feedback."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.schema.base import Date, EmailAddress, Identifier, Link, Model, Name, Tag, Text, Url, complaint
from generator.schema.promise import Target


class Maintenance(Model):
    """Planned work on what the partner runs itself."""

    windows: tuple[Text, ...] = ()
    """When planned work happens, in words."""
    schedule: Identifier | None = None
    """When planned work happens, as the id of a schedule."""
    notice_days: int | None = Field(default=None, ge=0, le=365)
    """Days of notice before planned work."""
    calendar_url: Url | None = None
    """Where planned work is announced."""
    change_freeze: Text | None = None
    """When nothing is changed."""


class Training(Model):
    """One training that customers can take (R025)."""

    title: Text
    """Its name."""
    audience: Literal["users", "administrators", "managers", "everyone"] = "everyone"
    """For whom it is."""
    format: Literal["video", "online", "on_site", "document", "workshop"] = "online"
    """How it is given."""
    languages: tuple[Tag, ...] = ()
    """In which languages."""
    included: bool | None = None
    """Whether it costs nothing extra; without it, so it is where no price stands."""
    price: Text | None = None
    """What it costs, in words, where it is not included."""
    url: Link | None = None
    """Where to find it or sign up."""
    schedule: Text | None = None
    """When it is given."""

    @model_validator(mode="after")
    def _is_included_or_priced(self) -> Self:
        if self.included and self.price:
            message = "a training that is included has no price"
            raise complaint("included-or-priced", message, "take `price:` out, or write `included: false`")
        return self

    @property
    def free(self) -> bool:
        """Whether it costs nothing extra."""
        return self.included if self.included is not None else self.price is None


class Access(Model):
    """Delegated access of the partner to the customer's services (R092)."""

    gdap_roles: tuple[Name, ...] = ()
    """The roles asked for, by Microsoft's names."""
    duration_days: int | None = Field(default=None, ge=1, le=730)
    """How long the access lasts."""
    auto_extend: bool | None = None
    """Whether it is extended by six months each time."""
    purpose: Text | None = None
    """What it is for."""
    review_contact: Link | None = None
    """Where to ask about it."""


class Security(Model):
    """Where security matters go (R091, R042)."""

    contact: Link | None = None
    """A mail link or page for security reports."""
    channel: Identifier | None = None
    """The channel for security incidents."""
    pgp: Url | None = None
    """The key for encrypted mail."""
    always_open: bool = False
    """Whether security reports are answered day and night."""
    msrc: bool = True
    """Whether to say that flaws in Microsoft's products go to Microsoft's security response center."""


PassedData = Literal[
    "company_name", "tenant_id", "problem_description", "logs", "screenshots", "user_names", "partner_contact"
]


class Privacy(Model):
    """What happens to customers' data in support (R037)."""

    policy_url: Url | None = None
    """The privacy policy."""
    controller: Text | None = None
    """Who answers for the data."""
    dpo: Link | None = None
    """The data protection officer's address."""
    data_passed_to_microsoft: tuple[PassedData, ...] = ()
    """What may be passed to Microsoft in a request."""
    recordings: Literal["none", "calls", "calls_and_remote"] | None = None
    """What is recorded; `none` promises that nothing is."""
    retention_days: int | None = Field(default=None, ge=1, le=36_500)
    """Days for which requests are kept."""
    remote_access_consent: bool | None = None
    """Whether a remote session starts only after the customer agrees."""
    note: Text | None = None
    """What else a customer should know."""


class Legal(Model):
    """Contracts and rights (R060)."""

    mca_url: Url = "https://www.microsoft.com/licensing/docs/customeragreement"
    """The Microsoft Customer Agreement."""
    terms_url: Url | None = None
    """The partner's own terms."""
    contract_support_duty: Text | None = None
    """A duty of support that a contract passes on, such as 24x365 (R084)."""
    us_gov_agreement_url: Url | None = None
    """The agreement for US Government customers (R080)."""
    governing_law: Text | None = None
    """The law that holds."""
    consumer_rights_note: Text | None = None
    """Rights that no contract takes away."""
    accessibility_contact: Link | None = None
    """Where to report a barrier on this site."""
    effective_date: Date | None = None
    """The first day of these terms."""


class Feedback(Model):
    """Complaints and opinions."""

    survey_url: Url | None = None
    """A survey."""
    complaint_email: EmailAddress | None = None
    """Where complaints go."""
    complaint_channel: Identifier | None = None
    """The channel for complaints."""
    response: Target | None = None
    """How soon a complaint is answered."""
    ombudsman: Text | None = None
    """Who decides when nobody agrees."""
    ombudsman_url: Url | None = None
    """Where to find them."""
