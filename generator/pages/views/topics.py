"""Articles -> how other pages name them, alone and by topic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.model import Standing
from generator.pages.asked import Late
from generator.pages.markup import escape, marked
from generator.pages.reader import Reader
from generator.schema import GROUPS

OFTEN = ("conn-signin", "avail-health", "bill-read", "id-mfa")
"""What customers ask for most: the shipped articles that the home page names beside its search."""


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article as other pages name it."""

    id: str
    title: str
    description: str
    group: str
    path: PurePosixPath
    languages: tuple[str, str] = ("", "")
    """The languages of title and description, where they are not the page's."""
    standings: tuple[Standing, Standing] = ("translated", "translated")
    note: Callable[[str], None] = field(default=lambda _: None, compare=False)
    """Tells that a page names the article: "title", "description"."""

    @property
    def named(self) -> Markup:
        """The title, marked with its language if it is not the page's."""
        self.note("title")
        return marked(escape(self.title), self.languages[0], self.standings[0])

    @property
    def described(self) -> Markup:
        """The description, marked with its language if it is not the page's."""
        self.note("description")
        return marked(escape(self.description), self.languages[1], self.standings[1])


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of articles as other pages name it."""

    id: str
    title: str
    description: str
    path: PurePosixPath
    articles: tuple[ArticleLink, ...]


def view(reader: Reader, articles: tuple[ArticleLink, ...]) -> dict[str, object]:
    """What templates call these."""
    by_id = {article.id: article for article in articles}
    return {
        "article": by_id.get,
        "groups": Late(lambda: topics(reader, articles)),
        "often": [by_id[one] for one in OFTEN if one in by_id],
        "featured": [by_id[one] for one in reader.config.content.featured if one in by_id],
    }


def topics(reader: Reader, articles: tuple[ArticleLink, ...]) -> tuple[Topic, ...]:
    """The groups that have articles, in the order of the schema."""
    return tuple(
        Topic(
            group,
            reader.words.label("group", group),
            reader.words.explain("group", group),
            PurePosixPath(f"help/{group}/index.md"),
            found,
        )
        for group in GROUPS
        if (found := tuple(article for article in articles if article.group == group))
    )
