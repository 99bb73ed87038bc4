"""Every promised response names the clock that it runs on, and somebody is there while it runs."""

from __future__ import annotations

from collections.abc import Iterator

from generator import hours
from generator.checks import _ask
from generator.checks._base import Check, fault
from generator.model import Draft
from generator.problems import Problem
from generator.schema import Channel, Schedule, Severity, SupportConfig, Target

Path = tuple[str | int, ...]
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
        at_any_hour = target.unit in ("minutes", "hours") and not target.schedule
        if at_any_hour and not hours.covers_always(config, _people(config, severity)):
            said = _ask.in_words(target)
            message = f"{severity.id}: {said} is promised at any hour, but nobody answers at all hours"
            yield fault(draft, path, message, "give `schedule:` with the hours in which this holds")


def targets_lie_in_staffed_hours(draft: Draft) -> Iterator[Problem]:
    """While the clock of a target runs, some channel that takes the severity is answered."""
    config = draft.config
    for path, target, severity in _responses(config):
        schedule = config.schedule(target.schedule)
        if schedule:
            people = _people(config, severity)
            if people and not _ask.lies_in(draft, schedule, people):
                message = f"{severity.id}: the clock runs on `{schedule.id}`, when no channel for it is answered"
                hint = "name the hours of a channel that takes this severity, or lengthen the channel's"
                yield fault(draft, path, message, hint)


def _people(config: SupportConfig, severity: Severity) -> tuple[Schedule, ...]:
    """The hours at which somebody answers a request of this severity, out of hours too."""
    channels = (*_open_to(config, severity), *_ask.open_out_of_hours(config, severity.id))
    return _ask.schedules_of(config, channels, (severity.id,))


def _open_to(config: SupportConfig, severity: Severity) -> tuple[Channel, ...]:
    if required := config.channel(severity.channel_required):
        return (required,)
    return tuple(
        channel
        for _, channel in _ask.intake(config)
        if not channel.severities_allowed or severity.id in channel.severities_allowed
    )


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
