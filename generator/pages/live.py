"""Channels and schedules -> all that a browser needs to tell one reader who answers at this very minute."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from generator import hours
from generator.languages import covers
from generator.model import Live
from generator.pages.moments import patterns
from generator.pages.reader import Reader
from generator.pages.views.contact import Contact, contacts
from generator.schema import Channel, Schedule, Text
from generator.schema.channels import AnswerLanguage
from generator.words.speech import Said

MANNERS = {"phone": "talk", "chat": "talk", "remote": "talk", "messenger": "talk", "portal": "desk", "email": "write"}
"""How a channel works: somebody is there or not; it takes requests at any hour; one writes and waits for the answer."""
Names = dict[tuple[str, str], int]


def live(reader: Reader) -> Live | None:
    """What the pages of one language can tell of this minute; None where no hours are known."""
    ways = contacts(reader)
    tables = _timelines(reader, ways)
    if not tables:
        return None
    names: Names = {}
    data = {
        **patterns(reader.words.formats),
        "lang": reader.tag,
        "words": {key: _word(text) for key, text in _words(reader).items()},
        "cities": {
            zone: _city(reader, zone)
            for zone in sorted({reader.config.timezone, *(zone for zone, _ in tables.values())})
        },
        "zone": reader.config.timezone,
        "hours": {key: _table(reader, zone, table, names) for key, (zone, table) in tables.items()},
        "channels": [_channel(reader, way) for way in ways],
        "off": [[day.first.isoformat(), day.last.isoformat(), _word(day.name)] for day in reader.days_off()],
        "names": [[text, tag] if tag else text for text, tag in names],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Live(data=text, name=str(reader.words._("Support at this moment")), standing=_standing(reader, ways))


def _timelines(reader: Reader, ways: Iterable[Contact]) -> dict[str, tuple[str, hours.Timeline]]:
    """Every set of schedules that some channel has for this reader, with the zone in which it is told."""
    found: dict[str, tuple[str, hours.Timeline]] = {}
    for way in ways:
        together = schedules(reader, way.channel)
        if together and (table := hours.timeline(reader.config, together, reader.today)):
            found[_key(together)] = reader.config.zone(together[0]), table
    return found


def schedules(reader: Reader, channel: Channel) -> tuple[Schedule, ...]:
    """The hours at which a channel answers this reader, who may have any problem; none where they are not known.

    They are those of the reader's language, else of the language in which such a reader is answered, else of all.
    """
    general = [entry for entry in _entries(reader, channel) if not entry.severities] or _entries(reader, channel)
    ids = dict.fromkeys([entry.schedule or channel.schedule for entry in general] or [channel.schedule])
    found = [reader.config.schedule(name) for name in ids]
    return () if None in found else tuple(one for one in found if one)


def _entries(reader: Reader, channel: Channel) -> list[AnswerLanguage]:
    for tag in (reader.tag, channel.response_language_fallback):
        if tag and (found := [entry for entry in channel.languages if covers(entry.tag, tag)]):
            return found
    return list(channel.languages)


def _key(together: tuple[Schedule, ...]) -> str:
    return "+".join(schedule.id for schedule in together)


def _channel(reader: Reader, way: Contact) -> Mapping[str, object]:
    channel = way.channel
    least = [severity.id for severity in reader.config.severities[-1:]]
    usual = not channel.severities_allowed or set(least) <= set(channel.severities_allowed)
    narrow = bool(channel.plans or channel.eligibility) or not usual
    understood = way.mine or not channel.languages
    return {
        "id": way.id,
        "title": _word(way.title),
        "href": way.href,
        # A messenger's button says only "Send a message"; beside other channels it needs its name.
        "label": _word(way.title if way.kind == "messenger" else way.address),
        "manner": MANNERS.get(way.kind, ""),
        "hours": _key(schedules(reader, channel)),
        "far": 0 if understood else 1 if channel.response_language_fallback else 2,
        "narrow": narrow or "technical" not in channel.topics,
    }


def _table(reader: Reader, zone: str, table: hours.Timeline, names: Names) -> Mapping[str, object]:
    found: dict[str, object] = {"zone": zone, "start": table.start, "end": table.end}
    if table.always:
        return found | {"always": True}
    off = [(one, _named(reader, one.name)) for one in table.closings]
    return found | {
        "changes": table.changes,
        "off": [[one.start, one.end, names.setdefault(name, len(names))] for one, name in off if name[0]],
    }


def _named(reader: Reader, name: Text | hours.DayOff) -> tuple[str, str]:
    """What a day is called, and the language of the name where it is not the reader's."""
    own = name if isinstance(name, Text) else name.own
    if own:
        text, tag = reader.said(own)
        return text, "" if tag == reader.tag else tag
    if isinstance(name, Text) or not name.names:
        return "", ""
    return (name.names[reader.tag], "") if reader.tag in name.names else next(iter(_foreign(name.names)))


def _foreign(names: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(((text, tag) for tag, text in names.items()), key=lambda pair: (pair[1] != "en", pair[1]))


def _city(reader: Reader, zone: str) -> str:
    formats = reader.words.formats
    return formats.city(zone) or formats.utc_offset(zone, reader.today)


def _word(text: str) -> str | list[str]:
    return [text, text.language] if isinstance(text, Said) and text.language else text


def _standing(reader: Reader, ways: Iterable[Contact]) -> str:
    """The usual hours of the first channel, where a browser cannot tell what holds now."""
    way = next((way for way in ways if way.answers and way.answers[0].hours), None)
    if way is None:
        return ""
    hours_there = reader.words.formats.clauses(way.answers[0].hours)
    zone = reader.zone() if reader.zone() not in hours_there and not way.answers[0].always else ""
    return reader.words.formats.clauses(filter(None, [f"{way.title} {hours_there}", zone]))


def _words(reader: Reader) -> dict[str, str]:
    """Every sentence that a browser may say; {time} is one of today's, {moment} may have its day."""
    _ = reader.words._
    time, moment, channel = "{time}", "{moment}", "{channel}"
    both = {"reader": "{reader}", "service": "{service}", "city": "{city}"}
    return {
        "open": _("Open"),
        "open.until": _("Open until {time}", time=time),
        "open.later": _("Open, closes {moment}", moment=moment),
        "open.always": _("Open day and night"),
        "break": _("On break"),
        "break.until": _("On break until {time}", time=time),
        "closed": _("Closed"),
        "closed.until": _("Closed, opens {moment}", moment=moment),
        "closed.day": _("Closed ({day})", day="{day}"),
        "closed.off": _("Closed ({day}), opens {moment}", day="{day}", moment=moment),
        "desk": _("Takes requests day and night"),
        "answers": _("We answer now"),
        "answers.until": _("We answer until {time}", time=time),
        "answers.again": _("We answer again from {moment}", moment=moment),
        "now": _("{channel}: we answer now", channel=channel),
        "now.until": _("{channel}: we answer until {time}", channel=channel, time=time),
        "now.always": _("{channel}: we answer day and night", channel=channel),
        "later": _("{channel}: we answer again from {moment}", channel=channel, moment=moment),
        "none": _("{channel}: nobody answers now", channel=channel),
        "takes": _("{channel}: takes requests day and night", channel=channel),
        "write": _("{channel}: you can write at any hour", channel=channel),
        "both": _("{reader} ({service} in {city})", **both),
        "clock": _("{moment} in {city}", moment=moment, city="{city}"),
        "clock.both": _("{reader} your time ({service} in {city})", **both),
        "off": _("Next day off: {date}, {name}", date="{date}", name="{name}"),
    }
