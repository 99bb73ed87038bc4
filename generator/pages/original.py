"""What a reader is told, in the words that it was translated from: the same facts, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from generator import hours
from generator.formats import Formats
from generator.languages import language
from generator.model import Standing
from generator.pages.reader import DayOff, Reader
from generator.schema import Text
from generator.words import Said, Words

Value = TypeVar("Value")
OURS = "en"
"""The language of all that is shipped."""


class Verbatim:
    """The translator who repeats what it is told."""

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """Say the text itself."""
        return msgid

    def plural(self, singular: str, plural: str, n: int) -> str | None:
        """Say the form for `n` in English."""
        return singular if abs(n) == 1 else plural

    def standing(self, msgid: str, context: str | None = None, plural: str = "") -> Standing:
        """Nothing is lacking."""
        return "translated"


@dataclass(frozen=True, slots=True)
class Original(Reader):
    """A reader's own pages before translation: what is shipped in English, a partner's text in the partner's language.

    `language` stays the reader's, since it decides what is said to them at all.
    """

    reader: Reader = field(kw_only=True)
    known: dict[object, Any] = field(default_factory=dict, kw_only=True)
    """What was said already: every article asks for the same ways to reach the partner."""

    def spoken(self, text: Text) -> str:
        """The words of a partner's text before translation, marked where they are not English."""
        words, language = self.said(text)
        return words if language == OURS else Said(words, language, "missing")

    def said(self, text: Text) -> tuple[str, str]:
        """The words of a partner's text before translation, and the language that they are in."""
        source = self.config.source
        written = source if text.plain or source in text.by_language else next(iter(text.by_language), source)
        return text.source(source), written

    def named(self, text: Text) -> str:
        """The words of a name: in English where the partner gives them."""
        return text.by_language.get(OURS) or self.said(text)[0]

    def zone(self, timezone: str | None = None) -> str:
        """The name of a zone, with its offset today."""
        return self._once(("zone", timezone), lambda: Reader.zone(self, timezone))

    def hours_of(self, schedule: str | None) -> tuple[str, ...]:
        """The lines of a schedule's weekly hours."""
        return self._once(("hours", schedule), lambda: Reader.hours_of(self, schedule))

    def languages_of(self, channel_languages: Iterable[str]) -> str:
        """Names of languages as a list."""
        tags = tuple(channel_languages)
        return self._once(("languages", tags), lambda: Reader.languages_of(self, tags))

    def _once(self, key: tuple[str, object], say: Callable[[], Value]) -> Value:
        if key not in self.known:
            self.known[key] = say()
        found: Value = self.known[key]
        return found

    def order(self, text: str) -> str:
        """Sort as the reader's page does, so that passages stay side by side."""
        return self.reader.catalog.get(text) or text

    def days_off(self) -> tuple[DayOff, ...]:
        """The reader's days off; where one name covers several days there, all their names."""
        last = date(self.today.year + 1, 12, 31)
        found = hours.days_off(self.config, self.today, last)
        return tuple(replace(day, name=self._names(day, found)) for day in self.reader.days_off())

    def _names(self, off: DayOff, found: tuple[hours.DayOff, ...]) -> str:
        days = [day for day in found if off.first <= day.date <= off.last]
        own = [day for day in days if not off.regions or not day.region or day.region in off.regions]
        return self.words.formats.items(tuple(dict.fromkeys(map(self._day_name, own))))

    def _day_name(self, day: hours.DayOff) -> str:
        if day.own:
            return self.said(day.own)[0]
        return day.names.get(OURS) or next(iter(day.names.values()), "")


def original(reader: Reader) -> Original:
    """The same reader, told everything in the words that are translated for them."""
    region = reader.config.regions[0]
    told = Verbatim()
    words = Words(Formats(language(OURS, region), region), told)
    return Original(reader.config, reader.language, words, told, told, reader.today, reader.slugs, reader=reader)
