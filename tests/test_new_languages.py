"""A language is added by data alone: tags, fallbacks, PO files; Japanese, Arabic and what strangers will try."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator import config, console
from generator.languages import language, serves
from generator.model import Source
from generator.problems import SourceError
from generator.tags import guess
from tests.conftest import STARTER

SUPPORT = PurePosixPath("support.yml")
STARTED = (STARTER / "support.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("offered", "wanted"),
    [
        ("ko", "ko-KR"),
        ("ko-KR", "ko"),
        ("en", "en-GB"),
        ("es", "es-419"),
        ("es-419", "es-MX"),
        ("pt-BR", "pt-PT"),
        ("ar", "ar-AE"),
        ("zh-TW", "zh-HK"),
        ("zh-TW", "zh-Hant"),
        ("zh-CN", "zh"),
        ("zh-CN", "zh-SG"),
    ],
)
def test_words_serve_readers_of_the_same_language_and_script(offered: str, wanted: str) -> None:
    assert serves(offered, wanted)


@pytest.mark.parametrize(
    ("offered", "wanted"),
    [
        ("zh-TW", "zh-CN"),
        ("zh-CN", "zh-HK"),
        ("sr", "sr-Latn"),
        ("sr-Latn", "sr"),
        ("en-GB", "en-AU"),
        ("ar-AE", "ar-EG"),
        ("uz-Cyrl", "uz"),
        ("en-XA", "en"),
        ("ko", "ja"),
    ],
)
def test_words_do_not_serve_who_could_not_or_should_not_read_them(offered: str, wanted: str) -> None:
    assert not serves(offered, wanted)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kr", "ko"),
        ("jp", "ja"),
        ("cn", "zh-CN"),
        ("tw", "zh-TW"),
        ("hk", "zh-HK"),
        ("gr", "el"),
        ("zh_TW", "zh-TW"),
        ("iw", "he"),
        ("tl", "fil"),
        ("sh", "sr-Latn"),
        ("zh-yue", "yue"),
        ("en-KR", "en"),
        ("Korean", "ko"),
        ("koren", "ko"),
        ("xx", ""),
        ("tlh", ""),
        ("und", ""),
        ("root", ""),
        ("", ""),
        ("../en", ""),
    ],
)
def test_a_tag_that_does_not_exist_leads_to_the_one_that_was_meant(written: str, meant: str) -> None:
    assert guess(written) == meant


NEVER = "this language is for tests, and is never published [pseudo-language]"
SHOWN = "take it out; `helpglot build --pseudo` and `helpglot serve --pseudo` show it"


@pytest.mark.parametrize(
    ("tag", "message", "hint"),
    [
        ("kr", "there is no such language [unknown-language]", "did you mean `ko`?"),
        ("zh_TW", "there is no such language [unknown-language]", "did you mean `zh-TW`?"),
        ("tlh", "there is no such language [unknown-language]", "use a tag such as ko, ru, zh-TW, zh-CN or en"),
        ("en-XA", NEVER, SHOWN),
        ("EN-xa", NEVER, SHOWN),
    ],
)
def test_a_language_that_no_site_can_speak_is_refused_with_the_way_out(tag: str, message: str, hint: str) -> None:
    with pytest.raises(SourceError) as caught:
        config.read(Source(SUPPORT, STARTED.replace("languages: [en]\n", f"languages: [en, {tag}]\n", 1)))

    assert console.as_text(caught.value.problems) == f"support.yml:30:17: error: {tag}: {message}\n    {hint}\n"


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("zh-Hant", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-SG", "zh"),
        ("sr", "sr"),
        ("sr-Latn", "sh"),
        ("uz-Cyrl", ""),
        ("pt-PT", "pt"),
        ("ar-EG", "ar"),
        ("fil", "fil"),
    ],
)
def test_the_theme_never_lends_words_in_another_script(tag: str, words: str) -> None:
    assert language(tag).theme == words
