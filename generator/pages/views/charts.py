"""Hours, tiers and stages -> the drawings of a page, with their words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from markupsafe import Markup

from generator.pages import figures
from generator.pages.figures import Axis, Path, Stretch, Tick, Tier, Timeline, WeekChart, WeekRow
from generator.pages.markup import plain
from generator.pages.reader import Reader
from generator.pages.views.collections import STATES, steps
from generator.schema import Day, Schedule
from generator.schema.time import DAYS, TimeRange

DAY = 1440


def week(reader: Reader) -> Markup:
    """The hours in which people answer; hours for some severities only are drawn lighter."""
    staffed, limited = _schedules(reader)
    if not staffed and not limited:
        return Markup()
    _, formats = reader.words._, reader.words.formats
    zone = reader.zone()
    opened, urgent = _open(reader, staffed), _open(reader, limited)
    return figures.week(
        WeekChart(
            title=_("Our hours in a usual week"),
            description=_("The same hours stand in words on this page. Public holidays are not shown."),
            rows=tuple(
                WeekRow(formats.weekday(day), _stretches(number * DAY, opened, urgent))
                for number, day in enumerate(DAYS)
            ),
            axis=Axis(tuple(Tick(hour * 60, str(hour)) for hour in (0, 6, 9, 12, 15, 18, 24)), zone),
            staffed=_("People answer"),
            limited=_("People answer the most urgent problems only"),
            direction="rtl" if reader.language.direction == "rtl" else "ltr",
        )
    )


def _schedules(reader: Reader) -> tuple[list[Schedule], list[Schedule]]:
    """The schedules that are drawn: for every severity, and for some only."""
    entries = [
        (entry.schedule or channel.schedule, bool(entry.severities))
        for channel in reader.config.channels
        for entry in channel.languages
    ] + [(channel.schedule, False) for channel in reader.config.channels if not channel.languages]
    staffed = dict.fromkeys(name for name, some in entries if name and not some)
    limited = dict.fromkeys(name for name, some in entries if name and some and name not in staffed)
    found = {schedule.id: schedule for schedule in reader.config.schedules}
    return [found[name] for name in staffed], [found[name] for name in limited]


def _stretches(midnight: int, opened: set[int], urgent: set[int]) -> tuple[Stretch, ...]:
    """One day of the week, from its first minute on."""
    day = set(range(midnight, midnight + DAY))
    runs = [Stretch(start - midnight, end - midnight, "staffed") for start, end in _runs(opened & day)]
    runs += [Stretch(start - midnight, end - midnight, "limited") for start, end in _runs((urgent - opened) & day)]
    return tuple(sorted(runs, key=lambda stretch: stretch.start))


def _open(reader: Reader, schedules: list[Schedule]) -> set[int]:
    """The minutes of a usual week, in the partner's zone, in which any of the schedules is open."""
    return {minute for schedule in schedules for minute in _week(reader, schedule)}


def _week(reader: Reader, schedule: Schedule) -> set[int]:
    """The open minutes of a usual week, moved from the schedule's zone to the partner's as they differ today."""
    if schedule.always:
        return set(range(7 * DAY))
    shift = _offset_of(reader, reader.config.timezone) - _offset_of(reader, reader.config.zone(schedule))
    opened = _covered(schedule.weekly) - _covered(schedule.breaks)
    return {(minute + shift) % (7 * DAY) for minute in opened}


def _covered(week: Mapping[Day, tuple[TimeRange, ...]]) -> set[int]:
    starts = [(DAYS.index(day) * DAY + span.start, span.length) for day, spans in week.items() for span in spans]
    return {minute % (7 * DAY) for start, length in starts for minute in range(start, start + length)}


def _offset_of(reader: Reader, zone: str) -> int:
    noon = datetime(reader.today.year, reader.today.month, reader.today.day, 12, tzinfo=ZoneInfo(zone))
    return round((noon.utcoffset() or timedelta()).total_seconds() / 60)


def _runs(minutes: set[int]) -> list[tuple[int, int]]:
    starts = sorted(minute for minute in minutes if minute - 1 not in minutes)
    ends = sorted(minute + 1 for minute in minutes if minute + 1 not in minutes)
    return list(zip(starts, ends, strict=True))


def escalation(reader: Reader) -> Markup:
    """The way of a problem: you, our levels, whoever stands behind us, and back."""
    _, words, config = reader.words._, reader.words, reader.config
    routes = [route for route in config.escalation.microsoft.routes if route != "none"]
    beyond = []
    if config.provider and "via-provider" in routes:
        beyond.append(Tier(config.provider.name, _("Provider")))
    if "vianet21" in routes:
        beyond.append(Tier(_("21Vianet"), _("Operates the service")))
    elif routes:
        beyond.append(Tier("Microsoft", _("Makes the product")))
    tiers = tuple(
        Tier(tier.tier, plain(reader.text(tier.role)), words.span(tier.after) if tier.after else "")
        for tier in config.escalation.internal
    )
    return figures.escalation(
        Path(
            title=_("How a problem climbs"),
            description=_("The same steps stand in words on this page."),
            you=Tier(_("You"), _("Open a request")),
            tiers=tiers or (Tier(reader.name, _("Our support")),),
            beyond=tuple(beyond),
            back=_("We come back to you"),
            direction="rtl" if reader.language.direction == "rtl" else "ltr",
        )
    )


def timeline(reader: Reader) -> Markup:
    """What happens on which day when a bill is not paid."""
    _, formats = reader.words._, reader.words.formats
    dated = reader.config.collections.counts == "calendar"
    return figures.timeline(
        Timeline(
            title=_("What happens when an invoice is not paid"),
            description=_("The steps in order, not to scale. The same steps stand in words below."),
            stages=tuple(
                figures.Stage(
                    formats.short_date(step.day) if dated else "",
                    _offset(stage.day_offset),
                    plain(step.title),
                    STATES[stage.access],
                    step.access_label,
                )
                for step, stage in zip(steps(reader), reader.config.collections.stages, strict=True)
            ),
            direction="rtl" if reader.language.direction == "rtl" else "ltr",
        )
    )


def _offset(days: int) -> str:
    return f"+{days}" if days > 0 else str(days).replace("-", "−")


def view(reader: Reader) -> dict[str, object]:
    """What templates call these."""
    return {
        "week_figure": lambda: week(reader),
        "escalation_figure": lambda: escalation(reader),
        "timeline_figure": lambda: timeline(reader),
    }
