"""An article + a channel -> a message to the partner that has been begun: its subject, its first words, its address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from generator.pages.reader import Reader
from generator.pages.views.contact import Contact, contacts
from generator.schema import Email, Portal
from generator.schema.base import Topic
from generator.schema.channels import Prefill

LONGEST = 2000
"""The longest address, in characters, that every browser hands to every mail program."""
MAIL = Prefill(subject="subject", body="body")
TOPICS: dict[str, Topic] = {"billing-subscription": "billing", "security": "security"}


@dataclass(frozen=True, slots=True)
class Subject:
    """The page that a message is about."""

    id: str
    title: str
    group: str
    path: str
    """Below its language's root: "help/security/sec-phish/"."""
    as_of: date | None = None
    ready: tuple[str, ...] = ()
    """What its author asks for."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it has been begun; `lines` is what stands in it."""

    subject: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """What stands in it, as its writer sees it."""
        return "\n".join(self.lines)


def request(reader: Reader, about: Subject) -> Letter:
    """Ask for help: one line for each thing to have ready, and which page was read."""
    return Letter(_subject(about), (*_page(reader, about), "", *(_blank(reader, item) for item in about.ready)))


def opinion(reader: Reader, about: Subject, *, helped: bool) -> Letter:
    """Say whether a page helped."""
    _ = reader.words._
    if helped:
        return Letter(_subject(about), (_("This article helped me."), "", *_page(reader, about)))
    said = (_("This article did not help me."), _blank(reader, _("What was missing or wrong")))
    return Letter(_subject(about), (*said, "", *_page(reader, about)))


def address(contact: Contact, letter: Letter) -> str:
    """Where a click begins the letter; "" for a channel that takes none. What does not fit is left to its writer."""
    match contact.channel:
        case Email(address=to):
            return _fitting(f"mailto:{to}", MAIL, letter)
        case Portal(url=url, prefill=Prefill() as names) if names.subject or names.body:
            return _fitting(url, names, letter)
    return ""


def fitting(reader: Reader, about: Subject) -> tuple[Contact, ...]:
    """The channels that take questions on the page's topic, or all where none says so."""
    topic = TOPICS.get(about.group, "technical")
    ways = contacts(reader)
    return tuple(way for way in ways if topic in way.channel.topics) or ways


def _fitting(start: str, names: Prefill, letter: Letter) -> str:
    """Write the address with as many whole lines as it can hold."""
    bodies = accumulate(letter.lines, "{}\n{}".format)
    whole = [_address(start, names, letter.subject, body) for body in ("", *bodies)]
    return [one for one in whole if len(one) <= LONGEST][-1]


def _address(start: str, names: Prefill, subject: str, body: str) -> str:
    parts = urlsplit(start)
    said = {name: text for name, text in ((names.subject, subject), (names.body, body)) if name and text}
    # Mail programs want CRLF between lines, and a plus sign is no blank to them.
    asked = urlencode({name: text.replace("\n", "\r\n") for name, text in said.items()}, quote_via=quote, safe="")
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, asked)))))


def _subject(about: Subject) -> str:
    return f"[{about.id}] {about.title}"


def _blank(reader: Reader, item: str) -> str:
    """A line to be filled in."""
    return reader.words._("{item}:", item=item)


def _page(reader: Reader, about: Subject) -> Iterable[str]:
    _ = reader.words._
    formats = reader.words.formats
    if reader.config.site.url:
        first = reader.config.languages[0] == reader.tag
        yield f"{reader.config.site.url.rstrip('/')}/{'' if first else f'{reader.tag}/'}{about.path}"
    yield _("Language: {language}", language=formats.language_name(reader.tag))
    if about.as_of:
        yield _("Facts as of: {date}", date=formats.date(about.as_of))


def asking(reader: Reader, about: Subject) -> list[tuple[Contact, str]]:
    """The channels that take the topic and a letter that has been begun, each with the address that begins it."""
    letter = request(reader, about)
    return [(way, found) for way in fitting(reader, about) if (found := address(way, letter))]


def opinions(reader: Reader, about: Subject) -> tuple[str, str] | None:
    """Where "yes" and "no" lead, by mail where there is any; None where no channel takes a letter."""
    letters = [opinion(reader, about, helped=helped) for helped in (True, False)]
    for way in sorted(contacts(reader), key=lambda way: way.kind != "email"):
        yes, no = (address(way, letter) for letter in letters)
        if yes and no:
            return yes, no
    return None


def view(reader: Reader) -> dict[str, object]:
    """What templates call these."""
    return {
        "asking": lambda about: asking(reader, about),
        "letter": lambda about: request(reader, about),
        "opinions": lambda about: opinions(reader, about),
    }
