"""What the national clouds ask of a partner is kept: US Government, 21Vianet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import hours
from generator.checks import _ask
from generator.checks._base import Check, fault
from generator.model import Draft
from generator.problems import Problem
from generator.schema import Span

DAYS = re.compile(r"(\d+)(?:[-\s\u00a0]?(?:calendar |календарн\w+ )?(?:days?|дн\w+|день|일|天|日))")
ALWAYS = re.compile(r"24\s*[x×/хX*]\s*(?:7|365)|24시간|круглосуточно|全天候|around the clock", re.I)
VIANET = {
    "critical": Span(value=1, unit="hours"),
    "moderate": Span(value=1, unit="business_days"),
    "minimal": Span(value=3, unit="business_days"),
}


def us_gov_is_set_up(draft: Draft) -> Iterator[Problem]:
    """The US Government cloud has its agreement, its kind of partner, and customers in the United States only."""
    config = draft.config
    if "us_gov" not in config.clouds:
        yield fault(draft, ("clouds",), "a partner for the US Government does not sell its cloud", "add `us_gov`")
    if not config.legal.us_gov_agreement_url:
        hint = "give `legal: us_gov_agreement_url:`"
        yield fault(draft, ("legal",), "the agreement for US Government customers is not linked", hint)
    if "US" not in config.regions:
        hint = "add `US` to the regions, or take the cloud out"
        yield fault(draft, ("regions",), "only partners in the United States sell the US Government cloud", hint)


def china_answers_always(draft: Draft) -> Iterator[Problem]:
    """All channels together leave no hour of the year without an answer, and the way up leads to 21Vianet."""
    config = draft.config
    if "china_21vianet" not in config.clouds:
        yield fault(draft, ("clouds",), "a reseller in China does not sell 21Vianet's cloud", "add `china_21vianet`")
    plans = {plan.id for plan in config.plans}
    for_all = (
        channel
        for _, channel in _ask.intake(config)
        if "technical" in channel.topics and (not channel.plans or plans <= set(channel.plans))
    )
    people = _ask.schedules_of(config, for_all)
    if not hours.covers_always(config, people):
        message = "support must answer day and night, holidays too, and the channels leave hours without an answer"
        yield fault(draft, ("channels",), message, "give a channel a schedule with `always: true`")
    if "vianet21" not in config.escalation.microsoft.routes:
        message = "problems climb to 21Vianet, and no route leads there"
        yield fault(draft, ("escalation", "microsoft", "routes"), message, "add `vianet21` to the routes")


def china_keeps_data_sixty_days(draft: Draft) -> Iterator[Problem]:
    """What is said of the data agrees with 21Vianet's rule."""
    source = draft.config.source
    for index, stage in enumerate(draft.config.collections.stages):
        words = stage.data.source(source) if stage.data else ""
        numbers = DAYS.findall(words)
        if _ask.is_only_china(draft) and numbers and "60" not in numbers:
            message = f"21Vianet deletes the data of a suspended subscription after 60 days, not {numbers[-1]}"
            yield fault(draft, ("collections", "stages", index, "data"), message, "say 60 days")


def vianet_is_quoted_rightly(draft: Draft) -> Iterator[Problem]:
    """Response times quoted for 21Vianet are its own."""
    levels = {severity.id: severity.level for severity in draft.config.severities}
    for index, target in enumerate(draft.config.escalation.microsoft.targets if _ask.is_only_china(draft) else ()):
        usual = VIANET.get(levels.get(target.severity, ""))
        if usual and target.first_response != usual:
            message = f"{target.severity}: 21Vianet answers within {_ask.in_words(usual)}"
            path = ("escalation", "microsoft", "targets", index)
            yield fault(draft, path, message, "quote that, or take the target out")


def passed_on_duty_is_kept(draft: Draft) -> Iterator[Problem]:
    """A contract that asks for support around the clock finds channels that give it."""
    config = draft.config
    duty = config.legal.contract_support_duty
    people = _ask.schedules_of(config, (channel for _, channel in _ask.intake(config)))
    if duty and ALWAYS.search(duty.source(config.source)) and not hours.covers_always(config, people):
        message = "a contract asks for support around the clock, and the channels leave hours without an answer"
        hint = "give a channel a schedule with `always: true`"
        yield fault(draft, ("legal", "contract_support_duty"), message, hint)


CHECKS = (
    Check("R080", us_gov_is_set_up, applies=_ask.is_us_gov),
    Check("R081", china_answers_always, applies=_ask.is_china),
    Check("R082", china_keeps_data_sixty_days, applies=_ask.is_china),
    Check("R082", vianet_is_quoted_rightly, applies=_ask.is_china),
    Check("R084", passed_on_duty_is_kept, applies=lambda draft: draft.config.legal.contract_support_duty is not None),
)
