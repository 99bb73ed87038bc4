"""Readers know in which language they will be answered, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks import _ask, who
from generator.checks._base import Check, fault
from generator.checks._texts import bare
from generator.languages import language
from generator.model import Draft, Page
from generator.problems import Problem

FOREIGN = re.compile(r"""<span lang=["'][^"']*["']>(.*?)</span>""", re.S)


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


def every_language_is_whole(draft: Draft) -> Iterator[Problem]:
    """Nobody meets another language than the page's own; articles wait for their translators."""
    for index, tree in enumerate(draft.trees):
        articles = [one for one in tree.pages if one.kind == "article"]
        named = {bare(words) for one in articles for words in (one.title, one.description)}
        partly = [one for one in tree.pages if one.kind != "article" and _borrows(one, named)]
        if partly:
            number = "1 page is" if len(partly) == 1 else f"{len(partly)} pages are"
            message = f"{tree.language}: {number} not whole in this language"
            yield fault(draft, ("languages", index), message, _way_to_translate(draft, tree.language), "warning")


def _borrows(page: Page, named: set[str]) -> bool:
    """Whether a page holds passages of another language, the names of articles apart."""
    return any(bare(words) not in named for words in FOREIGN.findall(page.markdown))


def _way_to_translate(draft: Draft, tag: str) -> str:
    of = {"site.po": tag != "en", "partner.po": tag != draft.config.source}
    files = " and ".join(name for name, needed in of.items() if needed) or "partner.po"
    return f"translate locales/{language(tag).folder}/LC_MESSAGES/{files} (`helpglot translate update --add {tag}`)"


CHECKS = (
    Check("R100", channels_name_their_languages),
    Check("R100", every_language_is_answered),
    Check("R010", every_language_is_whole, "pages"),
)
