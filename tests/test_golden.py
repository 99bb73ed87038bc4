"""Five partners, the starter, and what must stand on their sites."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest

from generator import pipeline
from tests.conftest import GOLDEN, TODAY, GoldenSites, built
from tests.engine_samples import files, parsed

pytestmark = pytest.mark.slow
NAMES = sorted(GOLDEN)
# Holds a span of hours together at the end of a line; no reader sees it.
JOINER = "\u2060"
HIDDEN = ("script", "style", "template")
# What a template that was not filled leaves behind.
UNFILLED = re.compile(r"\{\{|\}\}|\{%|%\}|\{[a-z_]+\}|\bundefined\b|\bNone\b|%\([a-z_]+\)s|\bNaN\b|Text\(|Decimal\(")
LANGUAGES = {
    "demo": {"": "ko", "en": "en", "zh-TW": "zh-TW", "zh-CN": "zh-CN", "ru": "ru"},
    "starter": {"": "en"},
    "ru-reseller": {"": "ru", "en": "en"},
    "tw-direct": {"": "zh-TW", "en": "en", "ko": "ko"},
    "cn-vianet": {"": "zh-CN", "en": "en"},
    "us-government": {"": "en"},
}
# A fact, and the page on which a customer must find it.
FACTS = [
    ("demo", "contact", "02-1234-5678"),
    ("demo", "contact", "09:00"),
    ("demo", "en/contact", "+82 2-1234-5678"),
    ("demo", "en/contact", "break 12:00–13:00"),
    ("demo", "en/plans", "₩3,000"),
    ("demo", "en/plans", "₩400,000"),
    ("demo", "ru/plans", "3 000 ₩"),
    ("demo", "en/service-levels", "2026.1"),
    ("demo", "zh-TW/coverage", "修正您自行撰寫的程式碼與巨集"),
    ("demo", "en/coverage", "Bada Soft"),
    ("demo", "en/escalation", "Advanced Support for Partners"),
    ("ru-reseller", "plans", "15 000,50 ₽"),
    ("ru-reseller", "en/plans", "15,000.50"),
    ("ru-reseller", "contact", "@severnoe_help"),
    ("ru-reseller", "contact", "Telegram"),
    ("ru-reseller", "contact", "8 (495) 123-45-67"),
    ("ru-reseller", "how-support-works", "Distrib Plus"),
    ("ru-reseller", "how-support-works", "Регистрирует в Microsoft запросы по Azure"),
    ("ru-reseller", "en/how-support-works", "Passes Microsoft's answers on to us"),
    ("ru-reseller", "how-support-works", "Горячая линия «Сигнал»"),
    ("ru-reseller", "en/how-support-works", "on behalf of"),
    ("ru-reseller", "en/escalation", "Distrib Plus"),
    ("ru-reseller", "en/billing", "business day 5 after the due date"),
    ("ru-reseller", "en/security-and-privacy", "180 days"),
    ("tw-direct", "contact", "2026年12月26日"),
    ("tw-direct", "contact", "2027年2月20日"),
    ("tw-direct", "contact", "公司年終休假"),
    ("tw-direct", "en/contact", "Company year-end leave"),
    ("tw-direct", "ko/contact", "회사 연말 휴무"),
    ("tw-direct", "en/contact", "Weekend days on which we work"),
    ("tw-direct", "en/contact", "PIN"),
    ("tw-direct", "en/contact", "Work begins only after you agree."),
    ("tw-direct", "en/contact", "extension 12"),
    ("tw-direct", "plans", "3,000"),
    ("tw-direct", "service-levels", "未達成時，下期服務費折抵 5%。"),
    ("tw-direct", "en/escalation", "Premier Support for Partners"),
    ("tw-direct", "en/escalation", "formerly Signature Cloud Support"),
    ("tw-direct", "billing", "電子統一發票"),
    ("cn-vianet", "en/billing", "60 days"),
    ("cn-vianet", "billing", "60 天"),
    ("cn-vianet", "en/escalation", "21Vianet"),
    ("cn-vianet", "escalation", "世纪互联"),
    ("cn-vianet", "en/contact", "day and night, every day of the year"),
    ("cn-vianet", "en/contact", "Sunday, 14 February 2027"),
    ("cn-vianet", "en/billing", "WeChat Pay"),
    ("us-government", "contact", "8:00 AM – 8:00 PM"),
    ("us-government", "contact", "8:00 AM – 1:00 PM"),
    ("us-government", "contact", "Day after Thanksgiving"),
    ("us-government", "contact", "(202) 555-0123"),
    ("us-government", "contact", "Washington, DC 20001"),
    ("us-government", "plans", "$4.25"),
    ("us-government", "security-and-privacy", "Microsoft Customer Agreement"),
    ("us-government", "how-support-works", "Agreement for US Government customers"),
    ("us-government", "billing", "We need your order number with every order."),
    ("us-government", "billing", "The contracting officer"),
    ("starter", "contact", "020 7946 0000"),
    ("starter", "plans", "£4.50"),
    ("starter", "contact", "09:00–17:30"),
]
# What would be false there.
FALSEHOODS = [
    ("cn-vianet", "en/billing", "Extended Service Term"),
    ("cn-vianet", "en/contact", "Outside these hours"),
    ("us-government", "contact", "08:00"),
    ("demo", "contact", "AM 9:00"),
    ("ru-reseller", "en/plans", "15000.5"),
    ("ru-reseller", "en/billing", "Extended Service Term (EST)"),
]


def text(element: Element) -> str:
    """What a person reads, white space made plain."""
    words: list[str] = []

    def walk(one: Element) -> None:
        if one.tag not in HIDDEN:
            words.append(one.text or "")
            for child in one:
                walk(child)
                words.append(child.tail or "")

    walk(element)
    return re.sub(r"\s+", " ", "".join(words).replace(JOINER, ""))


def page(site: Path, name: str) -> str:
    return text(next(parsed(site / name / "index.html").iter("main")))


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_every_golden_partner_builds_with_strict_and_without_a_word(name: str, golden_sites: GoldenSites) -> None:
    draft = pipeline.compose(pipeline.read(GOLDEN[name]), TODAY)

    assert not pipeline.stops(pipeline.check(draft), strict=True)
    assert (golden_sites[name] / "index.html").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_every_language_stands_at_its_place_and_says_so(name: str, golden_sites: GoldenSites) -> None:
    site = golden_sites[name]

    found = {place: parsed(site / place / "index.html").get("lang") for place in LANGUAGES[name]}

    assert found == LANGUAGES[name]
    others = set(LANGUAGES["demo"]) | set(LANGUAGES["tw-direct"])
    assert not [tag for tag in others - set(LANGUAGES[name]) if (site / tag).exists()]


@pytest.mark.parametrize(
    ("name", "place", "called"),
    [
        ("demo", "contact", "사업자등록번호 123-45-67890"),
        ("demo", "ru/contact", "Регистрационный номер предприятия 123-45-67890"),
        ("ru-reseller", "en/contact", "ИНН 7700000000"),
    ],
)
def test_a_registration_number_is_called_as_its_reader_calls_it(
    name: str, place: str, called: str, golden_sites: GoldenSites
) -> None:
    assert called in (golden_sites[name] / place / "index.html").read_text("utf-8")


@pytest.mark.parametrize(("name", "place", "fact"), FACTS)
def test_a_fact_stands_on_its_page(name: str, place: str, fact: str, golden_sites: GoldenSites) -> None:
    assert fact in page(golden_sites[name], place)


@pytest.mark.parametrize(("name", "place", "words"), FALSEHOODS)
def test_what_would_be_false_does_not_stand_there(name: str, place: str, words: str, golden_sites: GoldenSites) -> None:
    assert words not in page(golden_sites[name], place)


@pytest.mark.parametrize("name", NAMES)
def test_no_page_shows_what_should_have_been_filled_in(name: str, golden_sites: GoldenSites) -> None:
    site = golden_sites[name]

    found = {
        path.relative_to(site).as_posix(): hits
        for path in pages(site)
        if (hits := sorted(set(UNFILLED.findall(text(parsed(path))))))
    }

    assert found == {}


@pytest.mark.parametrize("name", NAMES)
def test_no_page_shows_the_marks_of_markdown(name: str, golden_sites: GoldenSites) -> None:
    site = golden_sites[name]

    found = [
        (path.relative_to(site).as_posix(), words)
        for path in pages(site)
        for block in parsed(path).iter("p")
        if re.search(r"(?m)\*\*|^\s*(?:[-*] |#+ |> |\|)|\]\(", words := "".join(block.itertext()))
    ]

    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_every_link_inside_a_site_leads_to_a_page_that_is_there(name: str, golden_sites: GoldenSites) -> None:
    site = golden_sites[name]
    base = parsed_base(site)

    broken = [
        (path.relative_to(site).as_posix(), link)
        for path in pages(site)
        for link in {anchor.get("href", "") for anchor in parsed(path).iter("a")}
        if not leads_somewhere(site, base, path, link)
    ]

    assert broken == []


def parsed_base(site: Path) -> str:
    """The address at which the site will stand."""
    found = re.search(r'<link rel="canonical" href="([^"]+)"', (site / "index.html").read_text("utf-8"))
    assert found
    return found[1]


def leads_somewhere(site: Path, base: str, path: Path, link: str) -> bool:
    here = urljoin(base, path.relative_to(site).as_posix())
    target = urlsplit(urljoin(here, link))
    if target.scheme not in ("http", "https") or not target.geturl().startswith(base):
        return True
    place = site / unquote(target.path.removeprefix(urlsplit(base).path))
    return place.is_file() or (place / "index.html").is_file()


def test_a_page_whose_facts_are_absent_is_not_built_and_nothing_links_to_it(tmp_path: Path) -> None:
    said = (GOLDEN["starter"] / "support.yml").read_text("utf-8")
    (tmp_path / "support.yml").write_text(without(said, "training"), "utf-8")

    site = built(tmp_path, tmp_path / "site")

    assert (site / "contact" / "index.html").is_file()
    assert not (site / "training").exists()
    linking = [path for path in pages(site) if re.search(r'href="(?:[^":]*/)?training/', path.read_text("utf-8"))]
    assert linking == []
    assert "/training/" not in (site / "sitemap.xml").read_text("utf-8")


def without(said: str, setting: str) -> str:
    """Take a whole setting out of support.yml."""
    return re.sub(rf"(?m)^{setting}:.*\n(?:(?:[ #].*)?\n)*", "", said)


def test_the_same_input_gives_the_same_bytes_in_another_folder(golden_sites: GoldenSites, tmp_path: Path) -> None:
    again = built(GOLDEN["ru-reseller"], tmp_path / "elsewhere" / "public")

    first, second = files(golden_sites["ru-reseller"]), files(again)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_nothing_sticks_to_the_end_of_a_list(name: str) -> None:
    draft = pipeline.compose(pipeline.read(GOLDEN[name]), TODAY)
    item = re.compile(r"\s*(?:[-*]|\d+\.) ")
    glued = [
        (tree.language, page.path.as_posix(), line)
        for tree in draft.trees
        for page in tree.pages
        for before, line in pairwise(page.markdown.split("\n"))
        if item.match(before) and line.strip() and not item.match(line) and not line.startswith((" ", "\t"))
    ]

    assert glued == []
