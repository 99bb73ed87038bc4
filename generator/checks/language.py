"""Readers know in which language they will be answered, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks import _ask, who
from generator.checks._base import Check, fault
from generator.languages import language
from generator.model import Draft, Gap, GapState, Page, Tree
from generator.problems import Problem

ARTICLES = frozenset({"kb", "own"})
"""Articles wait for their translators, and so do their names on other pages."""
SAID: dict[GapState, tuple[str, str]] = {
    "missing": ("not translated yet", "translate it"),
    "stale": ("the original has changed since", "read the original again, mend the translation, and take `fuzzy` away"),
    "refused": ("the translation is refused", "mend it: what is not words stays as it is in the original"),
    "machine": (
        "machine translation that nobody has reviewed",
        "read it, mend it, and take the `provenance` line away",
    ),
}
LONGEST = 60


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
    """Nobody meets another language than the page's own; what states the promise is told text by text."""
    for index, tree in enumerate(draft.trees):
        told = {gap for page in filter(_told, tree.pages) for gap in page.coverage.gaps}
        partly = [lent for one in tree.pages if one.kind != "article" and (lent := _borrowed(one, told))]
        if partly:
            number = "1 page is" if len(partly) == 1 else f"{len(partly)} pages are"
            message = f"{tree.language}: {number} not whole in this language"
            hint = _way_to_translate(tree.language, set().union(*partly))
            yield fault(draft, ("languages", index), message, hint, "warning")


def the_promise_is_sure_in_every_language(draft: Draft) -> Iterator[Problem]:
    """What the partner promises is said in the reader's language, after the words of today, and not by a machine."""
    for tree in draft.trees:
        pages: dict[Gap, list[str]] = {}
        for page in filter(_told, tree.pages):
            for gap in page.coverage.gaps:
                pages.setdefault(gap, []).append(page.path.stem)
        yield from (_unsure(tree, gap, found) for gap, found in pages.items())


def _unsure(tree: Tree, gap: Gap, pages: list[str]) -> Problem:
    said, hint = SAID[gap.state]
    text = gap.text if len(gap.text) <= LONGEST else f"{gap.text[:LONGEST].rstrip()}…"
    message = f"{tree.language}: {said}, on {', '.join(pages)}: “{' '.join(text.split())}”"
    if gap.where.path.suffix != ".po" or not gap.where.line:
        file = (
            f"locales/{language(tree.language).folder}/LC_MESSAGES/{'site' if gap.domain == 'site' else 'partner'}.po"
        )
        hint = f"run `helpglot translate update`, then {hint} in {file}"
        hint += "; or write it by language where it stands" if gap.where.path.suffix in (".yml", ".yaml") else ""
    return Problem("", f"{message} ({gap.why})" if gap.why else message, gap.where, hint, "warning")


def _told(page: Page) -> bool:
    """Whether a page is told text by text: it states the promise, and somebody has begun to translate it."""
    return page.binds and page.translation in ("partly", "whole")


def _borrowed(page: Page, told: set[Gap]) -> set[str]:
    """The catalogs that lack passages of a page which nobody is told of, the names of articles apart."""
    left = (gap for gap in page.coverage.gaps if gap not in told)
    return {gap.domain for gap in left if gap.state != "machine" and gap.domain not in ARTICLES}


def _way_to_translate(tag: str, catalogs: set[str]) -> str:
    files = " and ".join(f"{name}.po" for name in sorted(catalogs, reverse=True))
    return f"translate locales/{language(tag).folder}/LC_MESSAGES/{files} (`helpglot translate update --add {tag}`)"


CHECKS = (
    Check("R100", channels_name_their_languages),
    Check("R100", every_language_is_answered),
    Check("R010", every_language_is_whole, "pages"),
    Check("R010", the_promise_is_sure_in_every_language, "pages"),
)
