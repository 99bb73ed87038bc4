"""Questions about a draft's config that several checks ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from generator import hours
from generator.model import Draft
from generator.schema import Channel, Phone, Postal, Remote, Schedule, Span, SupportConfig

PAID = ("asfp", "psfp", "unified")
BLOCKED = ("read_only", "suspended", "cancelled")
SEEN = timedelta(days=366)


def is_reseller(draft: Draft) -> bool:
    """Somebody else stands between the partner and Microsoft."""
    return draft.config.company.csp_type == "indirect_reseller"


def is_direct(draft: Draft) -> bool:
    """Microsoft bills the partner directly."""
    return draft.config.company.csp_type == "direct_bill"


def is_us_gov(draft: Draft) -> bool:
    """The partner serves the US Government."""
    return "us_gov" in draft.config.clouds or draft.config.company.csp_type == "us_gov"


def is_china(draft: Draft) -> bool:
    """The partner sells what 21Vianet operates."""
    return "china_21vianet" in draft.config.clouds or draft.config.company.csp_type == "china_reseller"


def is_only_china(draft: Draft) -> bool:
    """The partner sells nothing but what 21Vianet operates."""
    return draft.config.clouds == ("china_21vianet",)


def sells_third_party(draft: Draft) -> bool:
    """Some product is not Microsoft's, or its publisher answers for it."""
    return any(service.kind == "third_party" or service.supported == "vendor" for service in draft.config.services)


def sells_dynamics(draft: Draft) -> bool:
    """Dynamics 365 is sold, and its technical problems come here."""
    return any(
        service.kind in ("dynamics365", "business_central") and service.supported == "full"
        for service in draft.config.services
    )


def has_no_channels(draft: Draft) -> bool:
    """The file says nothing of channels, for which R014 asks."""
    return "channels" not in draft.config.model_fields_set


def has_no_baseline(draft: Draft) -> bool:
    """The file says nothing of a baseline, for which R012 asks."""
    return "baseline" not in draft.config.scope.model_fields_set


def has_sla(draft: Draft) -> bool:
    """There is a service level agreement, so there is a page for it."""
    return draft.config.sla is not None


def has_plans(draft: Draft) -> bool:
    """There are plans, so there is a page for them."""
    return bool(draft.config.plans)


def has_severities(draft: Draft) -> bool:
    """Response targets are promised."""
    return bool(draft.config.severities)


def has_critical(draft: Draft) -> bool:
    """There is a highest severity that says somebody must be reachable."""
    return any(
        severity.level == "critical" and severity.reachable_always is not False for severity in draft.config.severities
    )


def has_training(draft: Draft) -> bool:
    """Trainings are offered."""
    return bool(draft.config.training)


def has_route(draft: Draft) -> bool:
    """Some technical route leads to Microsoft."""
    return any(route != "none" for route in draft.config.escalation.microsoft.routes)


def quotes_microsoft(draft: Draft) -> bool:
    """Microsoft's own response times are shown."""
    return bool(draft.config.escalation.microsoft.targets)


def has_stages(draft: Draft) -> bool:
    """A collections timeline is published."""
    return bool(draft.config.collections.stages)


def suspends(draft: Draft) -> bool:
    """Some stage of the collections timeline takes access away for a time."""
    return any(stage.access in ("read_only", "suspended") for stage in draft.config.collections.stages)


def has_renewals(draft: Draft) -> bool:
    """What happens at the end of a term is known."""
    return draft.config.renewals is not None


def verifies(draft: Draft) -> bool:
    """Callers are verified."""
    return draft.config.intake.verification != "none"


def no_phone_always(draft: Draft) -> bool:
    """No telephone answers everybody day and night."""
    config = draft.config
    phones = [channel for channel in config.channels if isinstance(channel, Phone) and _is_for_all(config, channel)]
    return not hours.covers_always(config, schedules_of(config, phones))


def _is_for_all(config: SupportConfig, channel: Channel) -> bool:
    severities = {severity.id for severity in config.severities}
    return (
        not channel.plans
        and "technical" in channel.topics
        and (not channel.severities_allowed or severities <= set(channel.severities_allowed))
    )


def intake(config: SupportConfig) -> Iterator[tuple[int, Channel]]:
    """The channels by which a request can come in, each with its place."""
    for index, channel in enumerate(config.channels):
        if not isinstance(channel, Postal | Remote):
            yield index, channel


def in_words(span: Span) -> str:
    """A length of time for a message: "1 business day"."""
    words = span.unit.replace("_", " ")
    return f"{span.value} {words.removesuffix('s') if span.value == 1 else words}"


def schedules_of(
    config: SupportConfig, channels: Iterable[Channel], severities: Iterable[str] | None = None
) -> tuple[Schedule, ...]:
    """The hours at which any of these channels answers about all of `severities`; without them about every one.

    A language's own hours stand in place of its channel's.
    """
    wanted = {one.id for one in config.severities} if severities is None else set(severities)
    names = [name for channel in channels for name in _answered(channel, wanted)]
    found = (config.schedule(name) for name in dict.fromkeys(names))
    return tuple(schedule for schedule in found if schedule)


def _answered(channel: Channel, severities: set[str]) -> list[str | None]:
    if not channel.languages:
        return [channel.schedule]
    return [
        entry.schedule or channel.schedule
        for entry in channel.languages
        if not entry.severities or severities <= set(entry.severities)
    ]


def open_out_of_hours(config: SupportConfig, severity: str) -> tuple[Channel, ...]:
    """The channel that is named for help out of hours with a severity, if there is such help."""
    out = config.out_of_hours
    channel = config.channel(out.channel) if out and out.available else None
    if not (out and channel) or (out.severities and severity not in out.severities):
        return ()
    return (channel,) if severity in (channel.severities_allowed or (severity,)) else ()


def lies_in(draft: Draft, schedule: Schedule, people: tuple[Schedule, ...]) -> bool:
    """Whether at every instant of the year to come at which `schedule` is open one of `people` is open too."""
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
