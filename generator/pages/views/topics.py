"""Articles -> how other pages name them, alone and by topic."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.pages.markup import escape, foreign
from generator.pages.reader import Reader
from generator.schema import GROUPS


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

    @property
    def named(self) -> Markup:
        """The title, marked with its language if it is not the page's."""
        return _marked(self.title, self.languages[0])

    @property
    def described(self) -> Markup:
        """The description, marked with its language if it is not the page's."""
        return _marked(self.description, self.languages[1])


def _marked(text: str, language: str) -> Markup:
    return foreign(escape(text), language) if language else escape(text)


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
        "groups": topics(reader, articles),
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
