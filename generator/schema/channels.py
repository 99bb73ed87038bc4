"""The ways to reach the partner: one class for each kind of channel."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.schema.base import (
    EmailAddress,
    Identifier,
    Model,
    PhoneNumber,
    Tag,
    Text,
    Topic,
    Url,
    complaint,
)


def _entry(value: Any) -> Any:
    return {"tag": value} if isinstance(value, str) else value


class AnswerLanguage(Model):
    """A language in which a channel answers, and when (R100)."""

    tag: Tag
    """The language, such as ko or zh-TW."""
    schedule: Identifier | None = None
    """When this language is answered; without it whenever the channel is."""
    severities: tuple[Identifier, ...] = ()
    """The severities answered in this language at these hours; none named means all."""


ChannelLanguage = Annotated[AnswerLanguage, BeforeValidator(_entry)]


class Base(Model):
    """What all channels have in common."""

    id: Identifier
    """The name by which plans, severities and duties refer to this channel."""
    name: Text | None = None
    """What customers read; without it the kind of channel."""
    schedule: Identifier | None = None
    """When people answer here: the id of a schedule (R013)."""
    topics: tuple[Topic, ...] = ("billing", "technical", "security", "sales")
    """What may be asked here."""
    languages: tuple[ChannelLanguage, ...] = ()
    """The languages answered here: tags, or tags with a schedule and severities of their own (R100)."""
    severities_allowed: tuple[Identifier, ...] = ()
    """The severities that may be reported here; none named means all."""
    plans: tuple[Identifier, ...] = ()
    """The plans that may use this channel; none named means all."""
    response_language_fallback: Tag | None = None
    """The language of the answer to a reader whose own is not answered here."""
    eligibility: Text | None = None
    """Who may use this channel, where that needs words."""
    note: Text | None = None
    """What else a customer should know."""


class Phone(Base):
    """A telephone number."""

    kind: Literal["phone"]
    """A telephone number."""
    number: PhoneNumber
    """The number with its country code: "+82 2-1234-5678"."""
    extension: str | None = Field(default=None, pattern=r"^[0-9]{1,8}$")
    """What to dial after the number."""
    toll: Literal["free", "local", "standard", "premium"] = "standard"
    """What the call costs the caller."""


class Email(Base):
    """An e-mail address."""

    kind: Literal["email"]
    """An e-mail address."""
    address: EmailAddress
    """The address."""


Parameter = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.\-\[\]]{1,64}$")]


class Prefill(Model):
    """What the portal calls the fields that the address of a new request may fill in."""

    subject: Parameter | None = None
    """The subject, such as tf_subject."""
    body: Parameter | None = None
    """The description, such as tf_description."""


class Portal(Base):
    """A support portal, where requests are filed at any hour."""

    kind: Literal["portal"]
    """A support portal."""
    url: Url
    """The page where a request begins."""
    prefill: Prefill | None = None
    """The names of the fields that an article may fill in; without it a request begins empty."""


class Chat(Base):
    """A chat on a website."""

    kind: Literal["chat"]
    """A chat on a website."""
    url: Url
    """The page where the chat begins."""


class Remote(Base):
    """A remote session on the customer's screen."""

    kind: Literal["remote"]
    """A remote session on the customer's screen."""
    url: Url
    """The page where the session begins."""


class Messenger(Base):
    """A messenger app."""

    kind: Literal["messenger"]
    """A messenger app."""
    app: Literal["kakaotalk", "line", "wechat", "telegram", "max", "whatsapp", "teams"]
    """Which app."""
    url: Url | None = None
    """The link that opens the conversation."""
    handle: str | None = Field(default=None, pattern=r"^[^<>\n]+$")
    """The account to look for in the app."""

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not (self.url or self.handle):
            raise complaint("no-contact", f"{self.id}: nobody can find this account", "give `url:` or `handle:`")
        return self


class Postal(Base):
    """A postal address."""

    kind: Literal["postal"]
    """A postal address."""
    address: Text
    """The address, line by line."""


Channel = Annotated[Phone | Email | Portal | Chat | Remote | Messenger | Postal, Field(discriminator="kind")]
