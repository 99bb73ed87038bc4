"""Bills, renewals and the way from a due date to the loss of access hold together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks import _ask
from generator.checks._base import Check, fault
from generator.model import Draft
from generator.problems import Problem

HARDER = ("none", "warning", "read_only", "suspended", "cancelled")


def bills_are_explained(draft: Draft) -> Iterator[Problem]:
    """Customers know how they are billed."""
    if not draft.config.billing:
        hint = "write `billing:` with `currency:` and `payment_terms_days:`"
        yield fault(draft, ("billing",), "it is not said how you bill", hint)


def a_channel_takes_bills(draft: Draft) -> Iterator[Problem]:
    """The channel for bills is open for them."""
    config = draft.config
    if not any("billing" in channel.topics for _, channel in _ask.intake(config)):
        hint = "add `billing` to the `topics:` of a channel"
        yield fault(draft, ("channels",), "no channel takes questions about bills", hint)
    named = config.channel(config.billing.channel) if config.billing else None
    if named and "billing" not in named.topics:
        hint = "add `billing` to its `topics:`, or name another channel"
        yield fault(draft, ("billing", "channel"), f"{named.id}: this channel takes no questions about bills", hint)


def collections_are_published(draft: Draft) -> Iterator[Problem]:
    """There is a policy, and it says when access is affected and what becomes of the data."""
    stages = draft.config.collections.stages
    path = ("collections", "stages")
    if not stages:
        hint = "list the steps under `collections: stages:`, each with `day_offset:` and `action:`"
        yield fault(draft, path, "it is not said what happens when a bill is not paid", hint)
        return
    if not any(stage.access in _ask.BLOCKED for stage in stages):
        hint = "set `access:` to read_only, suspended or cancelled where it begins"
        yield fault(draft, path, "no step says when access is affected", hint)
    if not stages[-1].data:
        yield fault(
            draft, (*path, len(stages) - 1), "the last step does not say what becomes of the data", "give `data:`"
        )


def stages_are_in_order(draft: Draft) -> Iterator[Problem]:
    """Each step comes later than the one before, and never gives access back."""
    for index, (before, after) in enumerate(pairwise(draft.config.collections.stages), 1):
        path = ("collections", "stages", index)
        if after.day_offset <= before.day_offset:
            message = f"day {after.day_offset} stands after day {before.day_offset}"
            yield fault(draft, (*path, "day_offset"), message, "list the steps by their day, one step for each day")
        if HARDER.index(after.access) < HARDER.index(before.access):
            message = f"{after.access}: access is less affected than at the step before ({before.access})"
            yield fault(draft, (*path, "access"), message, "repeat the step before where nothing changes")


def cancelled_is_final(draft: Draft) -> Iterator[Problem]:
    """No payment brings a cancelled subscription back."""
    for index, stage in enumerate(draft.config.collections.stages):
        if stage.access == "cancelled" and stage.reversible:
            message = "payment does not bring a cancelled subscription back"
            yield fault(draft, ("collections", "stages", index), message, "set `reversible: false`")


def end_of_term_is_settled(draft: Draft) -> Iterator[Problem]:
    """Customers know what happens at the end of a term if nobody decides."""
    if not draft.config.renewals:
        hint = "write `renewals:` with `notice_days:` and `end_of_term_default:`"
        yield fault(draft, ("renewals",), "it is not said what happens when a term ends", hint)


CHECKS = (
    Check("R050", bills_are_explained),
    Check("R050", a_channel_takes_bills, follows=_ask.has_no_channels),
    Check("R051", collections_are_published),
    Check("R051", stages_are_in_order),
    Check("R054", end_of_term_is_settled),
    Check("R056", cancelled_is_final, applies=_ask.has_stages),
)
