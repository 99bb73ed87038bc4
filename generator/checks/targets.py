"""Every promised response names the clock that it runs on, and somebody is there while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator import hours
from generator.checks import _ask
from generator.checks._base import Check, fault
from generator.model import Draft
from generator.problems import Problem
from generator.schema import Channel, Schedule, Severity, SupportConfig, Target

Path = tuple[str | int, ...]
SEEN = timedelta(days=366)
BUSINESS = ("business_hours", "business_days")


def clocks_are_named(draft: Draft) -> Iterator[Problem]:
    """Business time says in which schedule it runs."""
    for path, target in _all_targets(draft.config):
        if target.unit in BUSINESS and not target.schedule:
            hint = "give `schedule:` with the id of one of your schedules"
            yield fault(draft, path, f"{_ask.in_words(target)}: it is not said whose business hours these are", hint)


def calendar_time_is_staffed(draft: Draft) -> Iterator[Problem]:
    """A target of minutes or hours without a schedule holds at night, so somebody is there at night."""
    config = draft.config
    for path, target, severity in _responses(config):
        if target.unit in ("minutes", "hours") and not target.schedule:
            people = _ask.schedules_of(config, _open_to(config, severity))
            if not _out_of_hours(config, severity) and not hours.covers_always(config, people):
                said = _ask.in_words(target)
                message = f"{severity.id}: {said} is promised at any hour, but nobody answers at all hours"
                yield fault(draft, path, message, "give `schedule:` with the hours in which this holds")


def targets_lie_in_staffed_hours(draft: Draft) -> Iterator[Problem]:
    """While the clock of a target runs, some channel that takes the severity is answered."""
    config = draft.config
    for path, target, severity in _responses(config):
        schedule = config.schedule(target.schedule)
        if schedule and not _out_of_hours(config, severity):
            people = _ask.schedules_of(config, _open_to(config, severity))
            if people and not _lies_in(draft, schedule, people):
                message = f"{severity.id}: the clock runs on `{schedule.id}`, when no channel for it is answered"
                hint = "name the hours of a channel that takes this severity, or lengthen the channel's"
                yield fault(draft, path, message, hint)


def _lies_in(draft: Draft, schedule: Schedule, people: tuple[Schedule, ...]) -> bool:
    if schedule in people or hours.covers_always(draft.config, people):
        return True
    first, last = draft.today, draft.today + SEEN
    spans = sorted(
        (span.start, span.end)
        for one in people
        for span in hours.opening(draft.config, one, first - timedelta(days=2), last + timedelta(days=2))
    )
    for wanted in hours.opening(draft.config, schedule, first, last):
        reached = wanted.start
        for start, end in spans:
            if start <= reached < end:
                reached = end
        if reached < wanted.end:
            return False
    return True


def _open_to(config: SupportConfig, severity: Severity) -> tuple[Channel, ...]:
    if required := config.channel(severity.channel_required):
        return (required,)
    return tuple(
        channel
        for _, channel in _ask.intake(config)
        if not channel.severities_allowed or severity.id in channel.severities_allowed
    )


def _out_of_hours(config: SupportConfig, severity: Severity) -> bool:
    out = config.out_of_hours
    return bool(out and out.available and (not out.severities or severity.id in out.severities))


def _responses(config: SupportConfig) -> Iterator[tuple[Path, Target, Severity]]:
    for index, severity in enumerate(config.severities):
        yield ("severities", index, "first_response"), severity.first_response, severity
    by_id = {severity.id: severity for severity in config.severities}
    for number, plan in enumerate(config.plans):
        for place, target in enumerate(plan.targets):
            if target.severity in by_id:
                path = ("plans", number, "targets", place, "first_response")
                yield path, target.first_response, by_id[target.severity]


def _all_targets(config: SupportConfig) -> Iterator[tuple[Path, Target]]:
    yield from ((path, target) for path, target, _ in _responses(config))
    found: list[tuple[Path, Target | None]] = [
        (("escalation", "microsoft", "report_interval"), config.escalation.microsoft.report_interval),
        (("feedback", "response"), config.feedback.response),
    ]
    for index, severity in enumerate(config.severities):
        found.append((("severities", index, "update_interval"), severity.update_interval))
        found.append((("severities", index, "restore_target"), severity.restore_target))
    for index, tier in enumerate(config.escalation.internal):
        found.append((("escalation", "internal", index, "after"), tier.after))
    yield from ((path, target) for path, target in found if target)


CHECKS = (
    Check("R018", clocks_are_named),
    Check("R018", calendar_time_is_staffed),
    Check("R018", targets_lie_in_staffed_hours),
)
