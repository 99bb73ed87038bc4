"""Articles + those of them that are the partner's own -> what one overlay makes of another: twice, changed, astray."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath

from generator.articles.front import examined, place
from generator.articles.splice import Translations
from generator.model import Source, Standing
from generator.problems import Location, Problem

Own = Mapping[PurePosixPath, Source | None]
"""The partner's own articles, each with the shipped one in whose place it stands."""


@dataclass(frozen=True, slots=True)
class Either:
    """Two catalogs as one: what the first does not know, the second may."""

    first: Translations
    second: Translations

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """The translation that may be shown, or None."""
        found = self.first.get(msgid, context)
        return self.second.get(msgid, context) if found is None else found

    def standing(self, msgid: str, context: str | None = None) -> Standing:
        """What readers get for a passage."""
        return self._knowing(msgid, context).standing(msgid, context)

    def where(self, msgid: str, context: str | None = None) -> Location | None:
        """The line in a PO file that should translate a passage."""
        return self._knowing(msgid, context).where(msgid, context)

    def _knowing(self, msgid: str, context: str | None) -> Translations:
        """The catalog whose word holds: the first that translates a passage, else the first that has it at all."""
        both = (self.first, self.second)
        says = next((one for one in both if one.get(msgid, context) is not None), None)
        return says or next((one for one in both if one.where(msgid, context)), self.first)


class Same:
    """The translator of a variant, such as en-GB: what nobody says otherwise is said as it is written."""

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """The text itself."""
        return msgid

    def standing(self, msgid: str, context: str | None = None) -> Standing:
        """Nothing is lacking."""
        return "translated"

    def where(self, msgid: str, context: str | None = None) -> Location | None:
        """Nowhere."""
        return None


def fingerprint(source: Source) -> str:
    """Tell one wording of an article from every other, in twelve hexadecimal digits."""
    return hashlib.sha256(source.text.encode()).hexdigest()[:12]


def twice(sources: Mapping[PurePosixPath, Source], own: Own) -> Iterator[Problem]:
    """Yield a problem for every article whose id another one has; of two, the partner's own is to be mended."""
    first: dict[str, Source] = {}
    for path in sorted(sources, key=lambda path: (path in own, path)):
        article = examined(sources[path])[0]
        if article is None:
            continue
        if first.setdefault(article.id, article.source) is not article.source:
            other = place(first[article.id], "id")
            message = f"{article.id}: the article {other} has this id too"
            hint = f"give yours another id; or, to have it in place of the other, save it as {other.path}"
            yield Problem("duplicate-article", message, place(article.source, "id"), hint)


def outdated(sources: Mapping[PurePosixPath, Source], own: Own) -> Iterator[Problem]:
    """Yield a warning for every article of the partner's that does not rest on what is shipped today."""
    for path, shipped in own.items():
        source = sources[path]
        article = examined(source)[0]
        if article is None:
            continue
        if shipped is None:
            if article.based_on:
                yield _alone(source)
            continue
        now = fingerprint(shipped)
        if not article.based_on:
            message = "based_on: it is not said which text of the shipped article this one replaces"
            yield _warning("article-based-on", message, source.at(1), f'write `based_on: "{now}"`, the hash of now')
        elif article.based_on != now:
            message = "based_on: the shipped article has changed since"
            hint = f'read it again, take over what holds for you too, and write `based_on: "{now}"`'
            yield _warning("article-changed", message, place(source, "based_on"), hint)


def _alone(source: Source) -> Problem:
    message = f"based_on: no article is shipped as {source.path}"
    hint = "save yours under the path of the article that it replaces, or take the line out"
    return _warning("article-based-on", message, place(source, "based_on"), hint)


def homeless(sources: Iterable[Source], groups: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for every article of a group that has no topic page: no menu would lead to it."""
    for source in sources:
        article = examined(source)[0]
        if article and article.group not in groups:
            near = get_close_matches(article.group, sorted(groups), 1)
            hint = f"did you mean `{near[0]}`?" if near else f"the groups are {', '.join(groups)}"
            message = f"{article.group}: there is no such group, and so no menu leads to the article"
            yield _warning("unknown-group", message, place(source, "group"), hint)


def unknown(name: str, ids: Collection[str], where: Location) -> Problem:
    """The warning that a setting names an article which nobody wrote."""
    near = get_close_matches(name, sorted(ids), 1)
    hint = f"did you mean `{near[0]}`?" if near else "take the id of an article, or take it out"
    return _warning("unknown-article", f"{name}: there is no such article", where, hint)


def absent(name: str, where: Location) -> Problem:
    """The warning that the home page should name an article which the site does not carry."""
    hint = "carry it, or take it out of `featured`"
    return _warning("absent-article", f"{name}: `content` leaves this article out", where, hint)


def _warning(code: str, message: str, where: Location, hint: str) -> Problem:
    return Problem(code, message, where, hint, severity="warning")
