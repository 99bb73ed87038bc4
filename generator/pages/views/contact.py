"""Channels -> what a reader needs to use them: the address, the link, who answers when in which language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.languages import covers
from generator.pages.asked import Late
from generator.pages.markup import anchor, escape
from generator.pages.reader import Reader
from generator.schema import Channel, Chat, Email, Messenger, Phone, Portal, Postal, Remote


@dataclass(frozen=True, slots=True)
class Answer:
    """A stretch of hours of one channel, with the languages and severities that it is for."""

    languages: str
    hours: tuple[str, ...]
    zone: str
    severities: str
    always: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """One channel as a customer meets it."""

    id: str
    kind: str
    title: str
    href: str
    address: str
    channel: Channel
    answers: tuple[Answer, ...]
    topics: str
    mine: bool
    """Whether it answers in the reader's language."""

    def link(self, words: object = "", css: str = "") -> Markup:
        """The link that opens the channel; a postal address is text."""
        return anchor(self.href, words or self.address, css) if self.href else Markup()

    def begin(self, reader: Reader) -> str:
        """What a link says that begins a message here."""
        if self.kind == "email":
            return reader.words._("Write an email to {address}", address=self.address)
        return self.address

    @property
    def reach(self) -> Markup:
        """The channel's link, or its address where it has none."""
        return self.link() or escape(self.address)


def answer_line(reader: Reader, answer: Answer) -> Markup:
    """Who is answered when: "Korean and English, severity A: day and night"."""
    hours = reader.words.formats.clauses(answer.hours)
    if not answer.languages or not hours:
        return escape(answer.languages or hours)
    if not answer.severities:
        return reader.gettext("{languages}: {hours}", languages=answer.languages, hours=hours)
    return reader.gettext(
        "{languages}, severity {severities}: {hours}",
        languages=answer.languages,
        severities=answer.severities,
        hours=hours,
    )


def contacts(reader: Reader) -> tuple[Contact, ...]:
    """All channels, those that answer in the reader's language first."""
    found = [_contact(reader, channel) for channel in reader.config.channels]
    return tuple(sorted(found, key=lambda contact: not contact.mine))


def _contact(reader: Reader, channel: Channel) -> Contact:
    title = reader.spoken(channel.name) if channel.name else _kind(reader, channel)
    href, address = _address(reader, channel)
    topics = labels(reader, "topic", channel.topics)
    mine = any(covers(entry.tag, reader.tag) for entry in channel.languages)
    return Contact(channel.id, channel.kind, title, href, address, channel, _answers(reader, channel), topics, mine)


def labels(reader: Reader, kind: str, values: Iterable[str]) -> Markup:
    """Labels side by side; each begins as a label does, so that no sentence has to hold them."""
    return Markup(" · ").join(escape(reader.words.label(kind, value)) for value in values)


def _kind(reader: Reader, channel: Channel) -> str:
    if isinstance(channel, Messenger):
        return reader.words.label("app", channel.app)
    return reader.words.label("channel_kind", channel.kind)


def _address(reader: Reader, channel: Channel) -> tuple[str, str]:
    match channel:
        case Phone():
            dial = f",{channel.extension}" if channel.extension else ""
            return f"tel:{channel.number}{dial}", reader.words.phone(channel.number, channel.extension or "")
        case Email():
            return f"mailto:{channel.address}", channel.address
        case Portal():
            return channel.url, reader.words._("Open a support request")
        case Chat():
            return channel.url, reader.words._("Start a chat")
        case Remote():
            return channel.url, reader.words._("Start a remote session")
        case Messenger():
            return channel.url or "", channel.handle or reader.words._("Send a message")
        case Postal():
            return "", reader.spoken(channel.address)


def _answers(reader: Reader, channel: Channel) -> tuple[Answer, ...]:
    entries = [(entry.schedule or channel.schedule, entry.severities, entry.tag) for entry in channel.languages]
    if not entries:
        entries = [(channel.schedule, (), "")]
    order = {key: index for index, key in reversed(list(enumerate(entry[:2] for entry in entries)))}
    entries.sort(key=lambda entry: order[entry[:2]])
    return tuple(
        _answer(reader, schedule, severities, [tag for *_, tag in group])
        for (schedule, severities), group in groupby(entries, key=lambda entry: entry[:2])
    )


def _answer(reader: Reader, schedule: str | None, severities: tuple[str, ...], tags: list[str]) -> Answer:
    found = reader.config.schedule(schedule)
    return Answer(
        languages=reader.languages_of(tag for tag in tags if tag),
        hours=reader.hours_of(schedule),
        zone=reader.zone(reader.config.zone(found)) if found else "",
        severities=reader.words.formats.items(severities),
        always=reader.always(schedule),
    )


def billing_contacts(reader: Reader) -> list[Contact]:
    """The channel for questions about bills: the one that is named, else all that take them."""
    billing, ways = reader.config.billing, contacts(reader)
    named = [contact for contact in ways if billing and billing.channel == contact.id]
    return named or [contact for contact in ways if "billing" in contact.channel.topics]


def _channel(reader: Reader, name: str) -> Contact:
    return _contact(reader, next(channel for channel in reader.config.channels if channel.id == name))


def view(reader: Reader) -> dict[str, object]:
    """What templates call these."""
    return {
        "contacts": Late(lambda: contacts(reader)),
        "answer_line": lambda answer: answer_line(reader, answer),
        "billing_contacts": Late(lambda: billing_contacts(reader)),
        "one_zone": len({reader.config.zone(one) for one in reader.config.schedules if not one.always}) <= 1,
        "silent_contacts": Late(lambda: [one for one in contacts(reader) if one.kind not in ("phone", "remote")]),
        "contact_languages": lambda contact: [entry.tag for entry in contact.channel.languages],
        "channel_title": lambda name: _channel(reader, name).title,
        "channel_link": lambda name: _channel_link(_channel(reader, name)),
    }


def _channel_link(contact: Contact) -> Markup:
    """A link that stands in a sentence: the number or address itself, else the name of the channel."""
    if contact.kind in ("phone", "email"):
        return contact.link()
    return contact.link(contact.title) or escape(f"{contact.title}: {contact.address}")
