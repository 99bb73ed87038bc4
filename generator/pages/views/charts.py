"""Hours, tiers and stages -> the drawings of a page, with their words."""

from __future__ import annotations

from markupsafe import Markup

from generator.pages import figures
from generator.pages.figures import Axis, Path, Stretch, Tick, Tier, Timeline, WeekChart, WeekRow
from generator.pages.markup import plain
from generator.pages.reader import Reader
from generator.pages.views.collections import STATES, steps
from generator.schema import Schedule
from generator.schema.time import DAYS, TimeRange


def week(reader: Reader) -> Markup:
    """The hours in which people answer; hours for some severities only are drawn lighter."""
    staffed, limited = _schedules(reader)
    if not staffed and not limited:
        return Markup()
    _, formats = reader.words._, reader.words.formats
    zone = reader.zone()
    return figures.week(
        WeekChart(
            title=_("Our hours in a usual week"),
            description=_("The same hours stand in words on this page. Public holidays are not shown."),
            rows=tuple(WeekRow(formats.weekday(day), _stretches(day, staffed, limited)) for day in DAYS),
            axis=Axis(tuple(Tick(hour * 60, str(hour)) for hour in (0, 6, 9, 12, 15, 18, 24)), zone),
            staffed=_("People answer"),
            limited=_("People answer the most urgent problems only"),
            direction="rtl" if reader.language.direction == "rtl" else "ltr",
        )
    )


def _schedules(reader: Reader) -> tuple[list[Schedule], list[Schedule]]:
    entries = [
        (entry.schedule or channel.schedule, bool(entry.severities))
        for channel in reader.config.channels
        for entry in channel.languages
    ] or [(channel.schedule, False) for channel in reader.config.channels]
    staffed = dict.fromkeys(name for name, some in entries if name and not some)
    limited = dict.fromkeys(name for name, some in entries if name and some and name not in staffed)
    found = {schedule.id: schedule for schedule in reader.config.schedules}
    here = [
        [found[name] for name in names if reader.config.zone(found[name]) == reader.config.timezone]
        for names in (staffed, limited)
    ]
    return here[0], here[1]


def _stretches(day: str, staffed: list[Schedule], limited: list[Schedule]) -> tuple[Stretch, ...]:
    open_minutes = _open(day, staffed)
    rest = _open(day, limited) - open_minutes
    return tuple(
        sorted(
            [Stretch(start, end, "staffed") for start, end in _runs(open_minutes)]
            + [Stretch(start, end, "limited") for start, end in _runs(rest)],
            key=lambda stretch: stretch.start,
        )
    )


def _open(day: str, schedules: list[Schedule]) -> set[int]:
    return {minute for schedule in schedules for minute in _minutes(day, schedule)}


def _minutes(day: str, schedule: Schedule) -> set[int]:
    if schedule.always:
        return set(range(1440))
    before = DAYS[DAYS.index(day) - 1]
    opened = _covered(schedule.weekly.get(day, ()), schedule.weekly.get(before, ()))  # type: ignore[call-overload]
    paused = _covered(schedule.breaks.get(day, ()), schedule.breaks.get(before, ()))  # type: ignore[call-overload]
    return opened - paused


def _covered(today: tuple[TimeRange, ...], yesterday: tuple[TimeRange, ...]) -> set[int]:
    here = {minute for span in today for minute in range(span.start, min(span.start + span.length, 1440))}
    return here | {m for span in yesterday for m in range(0, max(span.start + span.length - 1440, 0))}


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
        beyond.append(Tier("21Vianet", _("Operates the service")))
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
