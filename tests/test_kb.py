"""The shipped articles: what every one of them holds, how it reads, and where it leads in every language."""

from __future__ import annotations

import posixpath
import re
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest

from generator import articles, engine, files, pipeline
from generator.articles import Article
from generator.articles.links import links
from generator.model import Draft, Page, Source, Tree
from generator.schema import GROUPS
from tests.conftest import REPOSITORY, TODAY

BY_GROUP = {
    "billing-subscription": (
        "bill-add",
        "bill-azure-spend",
        "bill-late",
        "bill-lifecycle",
        "bill-read",
        "bill-reduce",
        "bill-renew",
        "bill-selfservice",
        "bill-trial",
        "bill-who",
    ),
    "client-connectivity": ("conn-mail", "conn-outlook", "conn-signin", "conn-teams"),
    "client-desktop": ("desk-activate", "desk-crash"),
    "configuration": ("conf-guests", "conf-maildns", "conf-shared"),
    "getting-help": ("help-clouds", "help-contact", "help-microsoft", "help-severity", "help-who"),
    "performance": ("perf-azure", "perf-onedrive", "perf-slow"),
    "permissions-identity": ("id-leaver", "id-mfa", "id-partner", "id-password", "id-roles"),
    "provisioning-deployment": ("prov-domain", "prov-install", "prov-migrate", "prov-start", "prov-users"),
    "security": ("sec-baseline", "sec-compromised", "sec-phish"),
    "service-availability": ("avail-azure", "avail-credit", "avail-during", "avail-health"),
    "updates": ("upd-changes", "upd-office"),
    "usage-how-to": ("use-restore", "use-training"),
}
IDS = [name for names in BY_GROUP.values() for name in names]
SECTIONS = ["What you see", "What to do", "How to tell that it worked", "When to contact us"]
NOT_TECHNICAL = {"billing-subscription", "getting-help"}
LANGUAGES = ("ko", "en", "zh-TW", "zh-CN", "ru")
HARDEST = 9
"""The school year, as Flesch and Kincaid count it, that a reader may need."""


@cache
def sources() -> dict[str, Source]:
    return {path.stem: source for path, source in files.read(REPOSITORY).articles.items()}


def article(name: str) -> Article:
    return articles.read(sources()[name])


@cache
def draft() -> Draft:
    return pipeline.compose(pipeline.read(REPOSITORY), TODAY)


def tree(tag: str) -> Tree:
    return next(tree for tree in draft().trees if tree.language == tag)


def page(tag: str, name: str) -> Page:
    return next(page for page in tree(tag).pages if page.kind == "article" and page.path.stem == name)


def prose(source: Source) -> list[str]:
    """The passages of an article as a reader meets them, without marks and addresses; the front matter left out."""
    passages = (one.text for one in articles.segments(source) if one.kind not in ("title", "description"))
    shown = (re.sub(r"\]\([^)]*\)|\]\[[^\]]*\]|\{\{.*?\}\}|<[^>]*>", " ", text) for text in passages)
    return [" ".join(re.sub(r"[*`\[\]_]", "", text).split()) for text in shown]


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+(?:['’][a-z]+)?", text)


def syllables(word: str) -> int:
    """Count groups of vowels; an e at the end is silent, except after a consonant and l."""
    bare = re.sub(r"(?<![aeiouyl])e$|(?<=[aeiouy]l)e$|(?<![aeioutd])ed$", "", word.lower().replace("'", ""))
    return max(1, len(re.findall(r"[aeiouy]+", bare)))


def grade(passages: list[str]) -> float:
    """The Flesch-Kincaid grade level; a passage ends a sentence, whether or not it ends in a full stop."""
    sentences = [part for text in passages for part in re.split(r"(?<=[.!?:])\s+", text) if words(part)]
    every = [word for sentence in sentences for word in words(sentence)]
    return 0.39 * len(every) / len(sentences) + 11.8 * sum(map(syllables, every)) / len(every) - 15.59


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("table", 2), ("file", 1), ("opened", 2), ("blocked", 1), ("wanted", 2), ("security", 4), ("pay", 1)],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_hard_text_has_a_high_grade_and_an_easy_one_a_low_one() -> None:
    hard = "Notwithstanding prior communications, organizational administrators unconditionally acknowledge liability."

    assert grade([hard]) > 20 > HARDEST > 2 > grade(["The cat sat on the mat.", "It was red."])


def test_the_articles_are_those_that_were_promised() -> None:
    assert len(IDS) == 48
    assert sorted(sources()) == sorted(IDS)
    assert set(GROUPS) == set(BY_GROUP)


@pytest.mark.parametrize("name", IDS)
def test_an_article_has_nothing_to_mend(name: str) -> None:
    source = sources()[name]
    facts = {"partner": {"name": "Acme"}}

    assert articles.problems(source, facts, pipeline.INCLUDES, engine.harm) == ()


@pytest.mark.parametrize("name", IDS)
def test_an_article_lies_where_its_front_matter_says(name: str) -> None:
    found = article(name)

    assert found.source.path == PurePosixPath("kb", found.group, f"{found.id}.md")
    assert found.id == name in BY_GROUP[found.group]


@pytest.mark.parametrize("name", IDS)
def test_an_article_says_what_it_rests_on_and_when_it_was_read(name: str) -> None:
    found = article(name)

    assert found.title and found.description and found.sources
    assert len(set(found.sources)) == len(found.sources)
    assert date(2026, 1, 1) <= (found.valid_as_of or date.min) <= (found.reviewed or date.min)


@pytest.mark.parametrize("name", IDS)
def test_related_articles_are_others_that_are_there(name: str) -> None:
    related = article(name).related

    assert related and set(related) <= set(IDS) - {name}
    assert len(set(related)) == len(related)


@pytest.mark.parametrize("name", IDS)
def test_an_article_has_its_four_sections_in_their_order(name: str) -> None:
    assert re.findall(r"(?m)^## (.*)$", sources()[name].text) == SECTIONS


@pytest.mark.parametrize("name", IDS)
def test_an_article_is_neither_too_short_nor_too_long(name: str) -> None:
    assert 250 <= sum(len(text.split()) for text in prose(sources()[name])) <= 600


@pytest.mark.parametrize("name", IDS)
def test_an_article_is_easy_to_read(name: str) -> None:
    assert grade(prose(sources()[name])) <= HARDEST


def targets(found: Page) -> set[str]:
    return {link.target for link in links(found.markdown)}


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("name", IDS)
def test_an_article_leads_to_the_contact_page_and_a_technical_one_to_service_health(name: str, tag: str) -> None:
    found = page(tag, name)
    # What the page's end adds for every article is no merit of this one.
    own = found.markdown[: found.markdown.index('<div class="hg-helpful">')]
    led = {link.target.partition("#")[0] for link in links(own)}

    assert "../../contact.md" in led
    if article(name).group not in NOT_TECHNICAL and name != "avail-health":
        assert any(PurePosixPath(target).name == "avail-health.md" for target in led)


def ids(found: Page) -> set[str]:
    """Everything on a page that a link may name."""
    found_there = re.findall(r"\{:?[^{}\n]*#([\w-]+)|\bid=\"([^\"]+)\"", found.markdown)
    return {pinned or written for pinned, written in found_there}


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("name", IDS)
def test_every_link_of_an_article_leads_to_a_page_and_a_heading_that_are_there(name: str, tag: str) -> None:
    found = page(tag, name)
    pages = {str(one.path): one for one in tree(tag).pages}
    inside = [urlsplit(target) for target in sorted(targets(found)) if not re.match(r"[a-z]+:", target)]

    assert inside
    for target in inside:
        path = target.path or found.path.name
        goal = posixpath.normpath(posixpath.join(str(found.path.parent), path))
        assert goal in pages, target.geturl()
        assert not target.fragment or target.fragment in ids(pages[goal]), target.geturl()


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("name", IDS)
def test_an_article_is_the_same_page_in_every_language(name: str, tag: str) -> None:
    found, english = page(tag, name), page("en", name)

    assert (found.path, ids(found)) == (english.path, ids(english))
    assert sorted(targets(found)) == sorted(targets(english))
    assert not re.search(r"\{[{%]", found.markdown)


@pytest.mark.parametrize("tag", sorted(set(LANGUAGES) - {"en"}))
@pytest.mark.parametrize("name", IDS)
def test_every_passage_of_an_article_is_translated(name: str, tag: str) -> None:
    assert page(tag, name).translation == "whole"
