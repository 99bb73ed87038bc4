"""Messages -> a pseudo-language, in which a text that was never extracted stands out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.catalogs.parity import ADDRESS, AUTOLINK, CODE, FIELD, JINJA, LABEL, TAG, TARGET
from generator.catalogs.plurals import plurals_of
from generator.catalogs.read import Catalog, Entry
from generator.model import Message

PLAIN = "aceghijklnorstuwyzACEGHIJKLNORSTUWYZ"
MARKED = "āçēĝĥīĵķļñōŗšţūŵŷžĀÇĒĜĤĪĴĶĻÑŌŖŠŢŪŴŶŽ"
ACCENTS = str.maketrans(PLAIN, MARKED)
ENTITY = re.compile(r"&#?\w+;|:[a-z0-9]+(?:-[a-z0-9]+)*:|\\.")
KEPT = re.compile(
    "|".join(
        f"(?:{pattern.pattern})"
        for pattern in (JINJA, FIELD, re.compile(r"`[^`]+`"), TARGET, LABEL, AUTOLINK, TAG, ADDRESS, ENTITY)
    ),
    re.S | re.I,
)


def pseudo(language: str, messages: Iterable[Message]) -> Catalog:
    """Translate everything into accented English in brackets, 40 % longer, with every mark kept."""
    count = plurals_of(language).count
    entries = {
        (message.context, message.text): Entry(
            message.text,
            (accented(message.text), *[accented(message.plural)] * (count - 1))
            if message.plural
            else (accented(message.text),),
            where=message.where,
            plural=message.plural,
            context=message.context,
        )
        for message in messages
    }
    return Catalog(language, entries)


def accented(text: str) -> str:
    """One text in the pseudo-language; code, links, HTML and everything in braces stay."""
    held = (CODE.search(text) and _around(CODE, text)) or _around(KEPT, text)
    return f"⟦{held}{' ·' * (len(text) // 5)}⟧"


def _around(kept: re.Pattern[str], text: str) -> str:
    parts, last = [], 0
    for match in kept.finditer(text):
        between = text[last : match.start()]
        parts += [between.translate(ACCENTS) if kept is KEPT else _around(KEPT, between), match[0]]
        last = match.end()
    rest = text[last:]
    return "".join([*parts, rest.translate(ACCENTS) if kept is KEPT else _around(KEPT, rest)])
