"""Partners who do not write English: their own texts are the original, and ours are translated for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import polib
import pytest
import yaml
from click.testing import CliRunner

from generator import pipeline
from generator.cli import main
from tests.conftest import STARTER, TODAY
from tests.engine_samples import parsed

KOREAN = {
    "Example Cloud Ltd": "주식회사 예시클라우드",
    "Example Cloud": "예시클라우드",
    "1 Example Street, London, United Kingdom": "서울특별시 중구 예시로 1",
    "Repairing code and macros that you wrote yourself": "고객이 직접 만든 코드와 매크로 수정",
    "Repairing your own network equipment and internet line": "사내 네트워크 장비와 인터넷 회선 수리",
    "Standard": "기본",
    "Premium": "프리미엄",
    "Support engineer": "지원 엔지니어",
    "Product specialist": "제품 전문가",
    "Head of support": "지원 책임자",
    "VAT invoice": "세금계산서",
    "The subscription ends. Data is kept for about 90 days and then deleted; after that it cannot be restored.": (
        "구독이 끝납니다. 데이터는 약 90일 동안 보관된 뒤 삭제되며, 그 뒤에는 복구할 수 없습니다."
    ),
    "First steps in Microsoft 365": "Microsoft 365 첫걸음",
    "Used only to work on your requests.": "요청을 처리하는 데에만 사용합니다.",
}
# What the partner's translator has done so far: the article's second sentence has not been reached.
ENGLISH = {
    "주식회사 예시클라우드": "Example Cloud Co., Ltd.",
    "예시클라우드": "Example Cloud",
    "서울특별시 중구 예시로 1": "1 Yesi-ro, Jung-gu, Seoul",
    "고객이 직접 만든 코드와 매크로 수정": "Repairing code and macros that you wrote yourself",
    "기본": "Standard",
    "프리미엄": "Premium",
    "사내 VPN 연결": "Connect to the office VPN",
    "사내 VPN에 연결하는 방법입니다.": "How to connect to the office VPN.",
    "연결하는 방법": "How to connect",
    "VPN 앱을 엽니다.": "Open the VPN app.",
}
ARTICLE = """---
id: our-vpn
title: 사내 VPN 연결
description: 사내 VPN에 연결하는 방법입니다.
group: security
reviewed: 2026-11-20
---

## 연결하는 방법

1. VPN 앱을 엽니다.
2. 회사 계정으로 로그인합니다.
"""


def said(value: Any) -> Any:
    """The starter's own words in Korean."""
    if isinstance(value, dict):
        return {key: said(one) for key, one in value.items()}
    if isinstance(value, list):
        return [said(one) for one in value]
    return KOREAN.get(value, value) if isinstance(value, str) else value


def project(folder: Path, languages: list[str]) -> Path:
    """A Korean partner, whose support.yml and article hold no English."""
    settings = said(yaml.safe_load((STARTER / "support.yml").read_text("utf-8")))
    settings |= {"languages": languages, "regions": ["KR"], "timezone": "Asia/Seoul", "source_language": "ko"}
    settings["holidays"] = {"regions": ["KR"]}
    settings["content"] = {"include_groups": ["security"]}
    for channel in settings["channels"]:
        channel["languages"], channel["response_language_fallback"] = ["ko"], "ko"
    settings["out_of_hours"] = {"available": False}
    (folder / "kb" / "security").mkdir(parents=True)
    (folder / "kb" / "security" / "our-vpn.md").write_text(ARTICLE, "utf-8")
    (folder / "support.yml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def run(*words: str | Path) -> str:
    result = CliRunner().invoke(main, [*map(str, words)])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Korean at the root, English begun, Russian not yet."""
    folder = project(tmp_path_factory.mktemp("korean"), ["ko", "en", "ru"])
    run("translate", "update", "-p", folder)
    file = polib.pofile(str(folder / "locales" / "en" / "LC_MESSAGES" / "partner.po"), wrapwidth=0)
    for entry in file:
        entry.msgstr = ENGLISH.get(entry.msgid, "")
    file.save()
    run("build", "-p", folder, "--date", "2026-11-20")
    return folder


@pytest.fixture(scope="module")
def without_english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Korean site for Korean and Russian readers."""
    folder = project(tmp_path_factory.mktemp("without"), ["ko", "ru"])
    run("build", "-p", folder, "--date", "2026-11-20")
    return folder / "site"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in Traditional Chinese only."""
    folder = project(tmp_path_factory.mktemp("alone"), ["zh-TW"])
    run("build", "-p", folder, "--date", "2026-11-20")
    return folder / "site"


def marked(root: Element, language: str) -> list[str]:
    """What a page says in another language, and says so."""
    return ["".join(one.itertext()) for one in root.iter() if one.get("lang") == language and one.tag in ("span", "p")]


def main_part(path: Path) -> Element:
    return next(parsed(path).iter("main"))


def runs(element: Element, inherited: str) -> Iterator[tuple[str, str]]:
    """Every run of text with the language that it is said to be in."""
    tag = element.get("lang", inherited)
    # A figure is one picture to a screen reader, and the page says beside it what it shows; a title holds no marks.
    if element.tag in ("script", "style", "template", "title") or element.tag.endswith("svg"):
        return
    yield tag, element.text or ""
    for child in element:
        yield from runs(child, tag)
        yield tag, child.tail or ""


pytestmark = pytest.mark.slow
HANGUL = re.compile("[\uac00-\ud7a3]")
# What is called so in every language is in none: the company, its address, its plans.
CALLED = re.compile("주식회사|예시클라우드|예시로 1|기본|프리미엄")


def test_a_korean_partner_s_texts_wait_for_english_and_russian(korean: Path) -> None:
    found = {path.relative_to(korean / "locales").as_posix() for path in korean.rglob("*.po")}

    assert found == {"en/LC_MESSAGES/partner.po", "ru/LC_MESSAGES/partner.po"}
    texts = {entry.msgid for entry in polib.pofile(str(korean / "locales" / "ru" / "LC_MESSAGES" / "partner.po"))}
    assert set(ENGLISH) | set(KOREAN.values()) | {"회사 계정으로 로그인합니다."} <= texts


def test_what_the_partner_s_translator_has_done_stands_on_the_english_pages(korean: Path) -> None:
    article = main_part(korean / "site" / "en" / "help" / "security" / "our-vpn" / "index.html")
    words = " ".join(article.itertext())

    assert "Connect to the office VPN" in words
    assert "Open the VPN app." in words


@pytest.mark.parametrize("tag", ["en", "ru"])
def test_korean_on_a_page_in_another_language_says_that_it_is_korean(korean: Path, tag: str) -> None:
    unmarked = {
        path.relative_to(korean).as_posix(): text
        for path in sorted((korean / "site" / tag).rglob("*.html"))
        for language, text in runs(parsed(path), tag)
        if language != "ko" and HANGUL.search(CALLED.sub("", text))
    }

    assert unmarked == {}


def test_the_original_of_an_article_is_the_partner_s(korean: Path) -> None:
    site = korean / "site"
    article = main_part(site / "en" / "help" / "security" / "our-vpn" / "index.html")

    assert any("회사 계정으로 로그인합니다." in text for text in marked(article, "ko"))
    assert marked(main_part(site / "help" / "security" / "our-vpn" / "index.html"), "en") == []
    ways = {"".join(a.itertext()): a.get("href") for a in article.iter("a")}
    assert ways["Read this page in Korean"] == "../../../../help/security/our-vpn/"


def test_ours_is_english_and_theirs_is_korean_where_neither_is_translated(tmp_path: Path) -> None:
    draft = pipeline.compose(pipeline.read(project(tmp_path, ["ko", "fr"])), TODAY)
    french = {page.path.stem: page for page in draft.trees[1].pages}

    languages = {name: {gap.language for gap in page.coverage.gaps} for name, page in french.items()}

    assert languages["our-vpn"] >= {"ko"}
    assert languages["sec-phish"] == {"en"}
    assert languages["escalation"] == {"en", "ko"}
    assert {page.translation for page in draft.trees[0].pages} <= {"original", "whole"}


def test_search_engines_are_told_that_the_root_is_korean(korean: Path) -> None:
    page = parsed(korean / "site" / "ru" / "contact" / "index.html")

    heads = {link.get("hreflang"): link.get("href") for link in page.iter("link") if link.get("hreflang")}

    assert heads["x-default"] == heads["ko"] == "https://support.example.com/contact/"
    assert heads["en"] == "https://support.example.com/en/contact/"


def test_an_article_of_which_nothing_is_translated_is_not_offered_in_that_language(korean: Path) -> None:
    sitemap = (korean / "site" / "sitemap.xml").read_text("utf-8")
    russian = parsed(korean / "site" / "ru" / "help" / "security" / "our-vpn" / "index.html")

    assert "https://support.example.com/help/security/our-vpn/" in sitemap
    assert "https://support.example.com/en/help/security/our-vpn/" in sitemap
    assert "https://support.example.com/ru/help/security/our-vpn/" not in sitemap
    assert [meta.get("content") for meta in russian.iter("meta") if meta.get("name") == "robots"] == ["noindex"]


def test_a_site_without_english_has_none(without_english: Path) -> None:
    assert not (without_english / "en").exists()
    assert "/en/" not in (without_english / "sitemap.xml").read_text("utf-8")
    for path in (without_english / "index.html", without_english / "404.html", without_english / "ru" / "404.html"):
        page = parsed(path)
        assert page.get("lang") == ("ru" if path.parent.name == "ru" else "ko")
        assert {a.get("hreflang") for a in page.iter("a") if a.get("hreflang")} == {"ko", "ru"}


@pytest.mark.parametrize("place", ["contact", "ru/contact", "ru/help/security/sec-phish"])
def test_no_link_of_a_site_without_english_leads_to_english(without_english: Path, place: str) -> None:
    page = parsed(without_english / place / "index.html")

    assert [a.get("href") for a in page.iter("a") if re.search(r"(?:^|/)en/", a.get("href") or "")] == []
    assert {link.get("hreflang") for link in page.iter("link") if link.get("hreflang")} == {"ko", "ru", "x-default"}


def test_a_site_in_one_language_has_nothing_to_switch(alone: Path) -> None:
    page = parsed(alone / "contact" / "index.html")

    assert page.get("lang") == "zh-TW"
    assert [a for a in page.iter("a") if a.get("hreflang")] == []
    assert [link for link in page.iter("link") if link.get("hreflang")] == []
    assert sorted(path.name for path in alone.iterdir() if path.name in ("en", "ko", "zh-TW")) == []


def test_the_korean_of_a_chinese_site_says_that_it_is_korean(alone: Path) -> None:
    found = [
        text
        for path in sorted(alone.rglob("index.html"))
        for language, text in runs(parsed(path), "zh-TW")
        if language != "ko" and HANGUL.search(CALLED.sub("", text))
    ]

    assert found == []
