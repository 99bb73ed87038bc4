"""What a template may ask: the partner's facts in the words of one reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from markupsafe import Markup

from generator import hours
from generator.languages import Language, covers, serves
from generator.model import Standing
from generator.pages.asked import Asked, Notes
from generator.pages.markup import escape, marked
from generator.pages.outline import outline
from generator.schema import SupportConfig, Text
from generator.schema.time import DAYS
from generator.words import Said, Translator, Words


@dataclass(frozen=True, slots=True)
class Reader:
    """One language's view of one partner; every method returns text for Markdown, or plain text to be escaped."""

    config: SupportConfig
    language: Language
    words: Words
    catalog: Translator
    partner: Translator
    today: date
    slugs: frozenset[str] = field(default_factory=frozenset)
    notes: Notes = field(default_factory=Notes)
    """What the catalogs were asked for, where they note it."""

    @property
    def tag(self) -> str:
        """The reader's language."""
        return self.language.tag

    def gettext(self, msgid: str, /, **fields: object) -> Markup:
        """Translate a text of ours; `{name}` stands for a fact, escaped."""
        standing = self.catalog.standing(msgid)
        return self._ours(self.catalog.get(msgid), msgid, standing, fields)

    def pgettext(self, context: str, msgid: str, /, **fields: object) -> Markup:
        """Translate a homonym."""
        standing = self.catalog.standing(msgid, context)
        return self._ours(self.catalog.get(msgid, context), msgid, standing, fields)

    def ngettext(self, one: str, many: str, n: int, /, **fields: object) -> Markup:
        """Translate a text with a number; `{n}` is that number, formatted."""
        fields = {"n": self.words.formats.number(n), **fields}
        standing = self.catalog.standing(one, None, many)
        return self._ours(self.catalog.plural(one, many, n), one if n == 1 else many, standing, fields)

    def _ours(self, found: str | None, msgid: str, standing: Standing, fields: dict[str, object]) -> Markup:
        facts = {name: str(escape(value)) for name, value in fields.items()}
        if found is not None:
            try:
                return marked(Markup(self.words.fill(found, **facts)), "", standing)
            except (KeyError, ValueError):
                # A translation with fields of its own must not stop a page; checks name it.
                pass
        text = Markup(self.words.fill(msgid, **facts))
        # What a page itself refuses is as good as missing.
        lacking: Standing = "missing" if found is not None else standing
        return text if self.language.locale.language == "en" else marked(text, "en", lacking)

    def text(self, text: Text | None) -> Markup:
        """A text of the partner, in the reader's language where there is one, else marked with its own."""
        return Markup() if text is None else escape(self.spoken(text))

    def spoken(self, text: Text) -> str:
        """The words of a partner's text for this reader, which tell where they are not as they should be."""
        words, language = self.said(text)
        if self._native(text):
            return words
        standing = self.partner.standing(text.source(self.config.source))
        return Said(words, "" if language == self.tag else language, standing)

    def _native(self, text: Text) -> bool:
        """Whether the partner itself gives a text in the reader's language."""
        return bool(self._given(text) or (text.plain and serves(self.config.source, self.tag)))

    def _given(self, text: Text) -> str:
        """The language in which the partner gives a text to this reader, the very own one first; "" for none."""
        tags = sorted(text.by_language, key=lambda tag: tag != self.tag)
        return next((tag for tag in tags if serves(tag, self.tag) or serves(self.tag, tag)), "")

    def said(self, text: Text) -> tuple[str, str]:
        """The words of a partner's text for this reader, and the language that they are in."""
        source = self.config.source
        if self._native(text):
            own = self._given(text)
            return (text.by_language[own] if own else text.plain), self.tag
        original = text.source(source)
        if (translated := self.partner.get(original)) is not None:
            return translated, self.tag
        if text.plain:
            return original, source
        language = source if source in text.by_language else next(iter(text.by_language))
        return text.by_language[language], language

    @property
    def name(self) -> str:
        """The name under which customers know the partner; a name is never marked as foreign."""
        return self.named(self.config.company.display_name)

    def named(self, text: Text) -> str:
        """The words of a name, without the language that they are in: Latin letters serve all but their own script."""
        if self.tag not in text.by_language and "en" in text.by_language:
            return text.by_language["en"]
        found = self.said(text)[0]
        self.notes.drop(Asked("partner", text.source(self.config.source)))
        return found

    def order(self, text: str) -> str:
        """The words by which a text is sorted."""
        return text

    def has(self, slug: str) -> bool:
        """Whether this partner's site has the page."""
        return slug in self.slugs

    def zone(self, timezone: str | None = None) -> str:
        """The name of a zone, with its offset today: "Seoul time (UTC+9)"."""
        return self.words.zone(timezone or self.config.timezone, self.today)

    def hours_of(self, schedule: str | None) -> tuple[str, ...]:
        """The lines of a schedule's weekly hours."""
        found = self.config.schedule(schedule)
        if found is None:
            return ()
        elsewhere = self.config.zone(found) != self.config.timezone and not found.always
        zone = (self.zone(self.config.zone(found)),) if elsewhere else ()
        return (*self.words.schedule(found), *self.words.breaks(found), *zone)

    def always(self, schedule: str | None) -> bool:
        """Whether a schedule covers every hour of the year."""
        found = self.config.schedule(schedule)
        return found is not None and hours.always(self.config, found)

    def days_off(self) -> tuple[DayOff, ...]:
        """Days off from today to the end of next year, merged where they follow each other under one name."""
        last = date(self.today.year + 1, 12, 31)
        found = (
            day
            for day in hours.days_off(self.config, self.today, last)
            if day.coverage != "normal" and self._would_work(day.date)
        )
        days = [DayOff(day.date, day.date, self._day_name(day), (day.region,) if day.region else ()) for day in found]
        return tuple(_merged(_shared(days)))

    def _would_work(self, day: date) -> bool:
        """Whether some hours fall on this weekday in a usual week: a holiday on a day off is no news."""
        return any(DAYS[day.weekday()] in schedule.weekly for schedule in self.config.schedules)

    def _day_name(self, day: hours.DayOff) -> str:
        if day.own:
            return self.spoken(day.own)
        if name := day.names.get(self.tag):
            return name
        # The name of a holiday is no text to translate: it is marked, and the page is whole.
        language, name = next(((tag, day.names[tag]) for tag in ("en", *day.names) if tag in day.names), ("", ""))
        return name if serves(language or self.tag, self.tag) else Said(name, language, "translated")

    def make_up_days(self) -> tuple[date, ...]:
        """Days worked although they are weekends or holidays, to the end of next year."""
        found = hours.make_up_days(self.config, self.today, date(self.today.year + 1, 12, 31))
        return tuple(dict.fromkeys(day.date for day in found))

    def example_due(self) -> date:
        """The due date of the example bill: the last day of the month after today."""
        first = (self.today.replace(day=1) + timedelta(days=32)).replace(day=1)
        return first - timedelta(days=1)

    def answered(self, tag: str | None = None) -> bool:
        """Whether some channel answers in a language; without one, in the reader's."""
        return any(
            covers(entry.tag, tag or self.tag) for channel in self.config.channels for entry in channel.languages
        )

    def fallbacks(self) -> tuple[str, ...]:
        """The languages in which a reader is answered whose own is not."""
        tags = [channel.response_language_fallback for channel in self.config.channels]
        return tuple(dict.fromkeys(tag for tag in tags if tag))

    def languages_of(self, channel_languages: Iterable[str]) -> str:
        """Names of languages as a list: "Korean and English"."""
        return self.words.formats.language_names(tuple(dict.fromkeys(channel_languages)))


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days off under one name, first to last."""

    first: date
    last: date
    name: str
    regions: tuple[str, ...]


def _shared(days: Iterable[DayOff]) -> Iterator[DayOff]:
    """Tell a day once that several regions keep under one name."""
    kept: dict[tuple[date, str], DayOff] = {}
    for day in days:
        before = kept.get((day.first, day.name))
        kept[(day.first, day.name)] = replace(day, regions=before.regions + day.regions) if before else day
    yield from kept.values()


def _merged(days: Iterable[DayOff]) -> list[DayOff]:
    merged: list[DayOff] = []
    for day in days:
        before = merged[-1] if merged else None
        if before and before.name == day.name and before.regions == day.regions and (day.first - before.last).days == 1:
            merged[-1] = DayOff(before.first, day.last, day.name, day.regions)
        else:
            merged.append(day)
    return merged


def slugs(config: SupportConfig) -> frozenset[str]:
    """The pages that this partner's facts allow, by name."""
    return frozenset(entry.slug for entry in outline(config))
