"""What customers call things, per language: data of one shape, each group with a way into the shipped pages."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

import pytest
import yaml

from generator import pipeline
from generator.languages import language
from tests.conftest import REPOSITORY, TODAY

LANGUAGES = ("en", "ko", "ru", "zh-TW", "zh-CN")
FEWEST = 40


def groups(tag: str) -> list[list[str]]:
    place = REPOSITORY / "locales" / language(tag).folder / "synonyms.yml"
    found: list[list[str]] = yaml.safe_load(place.read_text("utf-8"))
    return found


@cache
def shown(tag: str) -> str:
    """All that a site says in a language."""
    draft = pipeline.compose(pipeline.read(REPOSITORY), TODAY)
    tree = next(tree for tree in draft.trees if tree.language == tag)
    return "\n".join(f"{page.title}\n{page.markdown}" for page in tree.pages).casefold()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_synonyms_are_groups_of_two_words_or_more(tag: str) -> None:
    found = groups(tag)

    assert len(found) >= FEWEST
    assert [one for one in found if not isinstance(one, list) or len(one) < 2] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_synonym_is_text_without_odd_blanks_in_composed_characters(tag: str) -> None:
    words = [word for group in groups(tag) for word in group]

    assert [word for word in words if not isinstance(word, str) or not word or " ".join(word.split()) != word] == []
    assert [word for word in words if unicodedata.normalize("NFC", word) != word] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_word_stands_in_one_group_and_once(tag: str) -> None:
    counted = Counter(word.casefold() for group in groups(tag) for word in group)

    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_first_word_of_a_group_is_one_that_the_site_uses(tag: str) -> None:
    assert [group[0] for group in groups(tag) if group[0].casefold() not in shown(tag)] == []
