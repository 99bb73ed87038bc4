"""How to reach support, when, and at what price is said, and said in full."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import hours
from generator.checks import _ask
from generator.checks._base import Check, fault
from generator.model import Draft
from generator.problems import Problem
from generator.schema import Channel, Postal, Price


def sla_stands_in_for_a_phone(draft: Draft) -> Iterator[Problem]:
    """Without a phone that always answers: an agreement with hours, severities, targets and a way out of hours."""
    config = draft.config
    why = "no phone answers day and night, and "
    if not config.sla:
        yield fault(draft, ("sla",), f"{why}there is no service level agreement", "write `sla:` with `kind: target`")
    if not config.severities:
        hint = "list `severities:` with a `first_response:` each"
        yield fault(draft, ("severities",), f"{why}it is not said how fast problems are answered", hint)
    if not config.schedules:
        hint = "list them under `schedules:`, each with an `id:`"
        yield fault(draft, ("schedules",), f"{why}it is not said when people answer", hint)
    if not config.out_of_hours:
        hint = "write `out_of_hours:` with `available: true` or `false`"
        yield fault(draft, ("out_of_hours",), f"{why}it is not said what there is out of hours", hint)


def help_out_of_hours_can_be_had(draft: Draft) -> Iterator[Problem]:
    """Whoever is promised help out of hours learns how to get it."""
    out = draft.config.out_of_hours
    if out and out.available and not (out.channel or out.how):
        message = "there is help out of hours, but not how to get it"
        yield fault(draft, ("out_of_hours",), message, "name its `channel:`, or say `how:`")
    named = draft.config.channel(out.channel) if out and out.available and not out.how else None
    if out and named and not _reaches_beyond(draft, named, out.severities):
        message = f"{named.id}: there is help out of hours by this channel, and nobody answers it then either"
        hint = "name a channel with longer hours, or say `how:`"
        yield fault(draft, ("out_of_hours", "channel"), message, hint)


def _reaches_beyond(draft: Draft, named: Channel, severities: tuple[str, ...]) -> bool:
    """Whether a channel is answered when others, or its own hours for everybody, are over."""
    config = draft.config
    people = _ask.schedules_of(config, (named,), severities)
    # Where no hours are known, R013 asks for them.
    if not people or hours.covers_always(config, people):
        return not isinstance(named, Postal) or bool(people)
    others = [channel for _, channel in _ask.intake(config) if channel != named]
    usual = tuple(one for one in _ask.schedules_of(config, others) if not hours.always(config, one))
    usual = usual or (() if others else _ask.schedules_of(config, (named,)))
    return not all(_ask.lies_in(draft, one, usual) for one in people)


def channels_have_hours(draft: Draft) -> Iterator[Problem]:
    """Every channel says when people answer."""
    for index, channel in enumerate(draft.config.channels):
        by_language = channel.languages and all(entry.schedule for entry in channel.languages)
        if not (isinstance(channel, Postal) or channel.schedule or by_language):
            message = f"{channel.id}: it is not said when people answer here"
            yield fault(draft, ("channels", index), message, "give `schedule:` with the id of one of your schedules")


def holidays_are_named(draft: Draft) -> Iterator[Problem]:
    """Where holidays close something, it is known which."""
    days = draft.config.holidays
    if _keeps_holidays(draft) and days.regions == () and not days.days and not days.calendar_url:
        hint = "name `holidays: regions:`, list `holidays: days:`, or give `holidays: calendar_url:`"
        yield fault(draft, ("holidays",), "holidays close your schedules, but there are none", hint)


def holidays_are_known_through_next_year(draft: Draft) -> Iterator[Problem]:
    """The table of holidays and make-up working days reaches far enough."""
    last, need = hours.known_through(draft.config), date(draft.today.year + 1, 12, 31)
    if _keeps_holidays(draft) and last < need:
        message = f"holidays are known through {last}, and should be through {need}"
        hint = "list the missing days under `holidays: days:`, make-up working days with `working: true`"
        yield fault(draft, ("holidays",), message, hint, "warning")


def _keeps_holidays(draft: Draft) -> bool:
    return any(not schedule.always and schedule.holidays != "normal" for schedule in draft.config.schedules)


def support_can_be_reached(draft: Draft) -> Iterator[Problem]:
    """There is a way to reach support that is quicker than a letter."""
    if not any(_ask.intake(draft.config)):
        hint = "list a phone, an e-mail address, a portal, a chat or a messenger under `channels:`"
        yield fault(draft, ("channels",), "there is no way to open a request", hint)


def prices_are_whole(draft: Draft) -> Iterator[Problem]:
    """Every price says how much, in which currency, and what becomes of the tax."""
    if not draft.config.plans:
        hint = "list at least one under `plans:`; `price: {unit: included}` where it costs nothing extra"
        yield fault(draft, ("plans",), "it is not said what support costs", hint)
    for path, price in _prices(draft):
        if price.unit == "included":
            continue
        lacking = [f"`{name}:`" for name in ("currency", "tax") if getattr(price, name) is None]
        if lacking:
            message = (
                f"the price says neither {' nor '.join(lacking)}"
                if len(lacking) > 1
                else f"the price says no {lacking[0]}"
            )
            yield fault(draft, path, message, f"add {' and '.join(lacking)}; tax is included, excluded or none")


def _prices(draft: Draft) -> Iterator[tuple[tuple[str | int, ...], Price]]:
    config = draft.config
    for index, plan in enumerate(config.plans):
        yield ("plans", index, "price"), plan.price
        if plan.overage:
            yield ("plans", index, "overage"), plan.overage
    for number, stage in enumerate(config.collections.stages):
        if stage.fee:
            yield ("collections", "stages", number, "fee"), stage.fee
    if config.out_of_hours and config.out_of_hours.price:
        yield ("out_of_hours", "price"), config.out_of_hours.price


CHECKS = (
    Check("R011", sla_stands_in_for_a_phone, applies=_ask.no_phone_always),
    Check("R011", help_out_of_hours_can_be_had, applies=_ask.no_phone_always),
    Check("R013", channels_have_hours),
    Check("R013", holidays_are_named),
    Check("R013", holidays_are_known_through_next_year),
    Check("R014", support_can_be_reached),
    Check("R015", prices_are_whole),
)
