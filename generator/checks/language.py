"""Readers know in which language they will be answered, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks import _ask, who
from generator.checks._base import Check, fault
from generator.model import Draft
from generator.problems import Problem


def channels_name_their_languages(draft: Draft) -> Iterator[Problem]:
    """Each channel lists its languages, each with hours, and falls back on one of them."""
    for index, channel in _ask.intake(draft.config):
        tags = [entry.tag for entry in channel.languages]
        if not tags:
            message = f"{channel.id}: it is not said in which languages people answer here"
            yield fault(draft, ("channels", index), message, "list its `languages:`")
        elif channel.response_language_fallback not in (None, *tags):
            message = (
                f"{channel.response_language_fallback}: {channel.id} falls back on a language that it does not answer"
            )
            hint = f"name one of {', '.join(tags)}"
            yield fault(draft, ("channels", index, "response_language_fallback"), message, hint)
        for place, entry in enumerate(channel.languages):
            # Where nothing at all is said, R013 asks for it.
            if not (entry.schedule or channel.schedule) and any(other.schedule for other in channel.languages):
                message = f"{channel.id}: it is not said when {entry.tag} is answered"
                hint = "give the language or the channel a `schedule:`"
                yield fault(draft, ("channels", index, "languages", place), message, hint)


def every_language_is_answered(draft: Draft) -> Iterator[Problem]:
    """A reader of any language of the site is answered in it, or learns in which other one."""
    for index, tag in enumerate(draft.config.languages):
        if draft.config.channels and not who.answered(draft.config, tag):
            hint = "declare a `response_language_fallback:` on a channel, or take the language out"
            yield fault(
                draft, ("languages", index), f"{tag}: the site speaks this language, and nobody answers in it", hint
            )


CHECKS = (
    Check("R100", channels_name_their_languages),
    Check("R100", every_language_is_answered),
)
