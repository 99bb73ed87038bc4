"""A language is added by data alone: tags, fallbacks, PO files; Japanese, Arabic and what strangers will try."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import polib
import pytest
from click.testing import CliRunner

from generator import catalogs, config, console, files, pipeline
from generator.catalogs.checks.names import NAMES
from generator.cli import main
from generator.languages import language, serves
from generator.lexicon import lexicon
from generator.model import Source
from generator.problems import SourceError
from generator.tags import guess
from tests.conftest import STARTER, TODAY
from tests.engine_samples import parsed, text
from tests.served import served
from tests.speakers import WORDS, fill
from tests.test_engine_browser import CHROMIUM
from tests.test_pseudo import facts
from tests.unextracted import texts, unextracted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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
        ("en-GB", "en"),
        ("en-GB", "en-AU"),
        ("es-419", "es"),
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


# Japanese and Arabic, from support.yml and PO files alone.

ADDED = ("ja", "ar")
PRODUCTS = re.findall(r"[A-Z][\w ]+", NAMES.pattern)


def speaking(folder: Path, *tags: str, more: str = "") -> Path:
    """The starter in other languages, with the articles of one group."""
    said = re.sub(r"(?m)^languages: .*$", f"languages: [{', '.join(tags)}]{more}", STARTED)
    said = re.sub(r"(?m)^  featured: .*$", "  featured: []\n  include_groups: [security]", said)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "support.yml").write_text(said, "utf-8")
    return folder


def run(*words: str | Path) -> str:
    result = CliRunner().invoke(main, [*map(str, words)])
    assert result.exit_code == 0, result.output
    return result.stdout


def po(folder: Path, name: str, domain: str) -> Path:
    return folder / "locales" / name / "LC_MESSAGES" / f"{domain}.po"


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A partner's project whose Japanese and Arabic were begun by the command, and translated by a program."""
    folder = speaking(tmp_path_factory.mktemp("added"), "en")
    run("translate", "update", "-p", folder, "--add", "ja", "--add", "ar")
    for tag in ADDED:
        for file in sorted((folder / "locales" / tag / "LC_MESSAGES").glob("*.po")):
            fill(file, tag)
    return speaking(folder, "en", *ADDED)


@pytest.fixture(scope="module")
def site(added: Path) -> Path:
    run("build", "-p", added, "--strict", "--date", "2026-11-20")
    return added / "site"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tag", "plurals"),
    [
        ("ja", "nplurals=1; plural=0;"),
        (
            "ar",
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
            "n%100>=0 && n%100<=2 ? 4 : 5);",
        ),
    ],
)
def test_a_language_that_is_not_shipped_begins_with_every_text_of_the_site(added: Path, tag: str, plurals: str) -> None:
    files = {path.stem: polib.pofile(str(path)) for path in (added / "locales" / tag / "LC_MESSAGES").glob("*.po")}

    assert sorted(files) == ["kb", "partner", "site"]
    assert {file.metadata["Plural-Forms"] for file in files.values()} == {plurals}
    assert {file.metadata["Language"] for file in files.values()} == {tag}
    assert {len(entry.msgstr_plural) for entry in files["site"] if entry.msgid_plural} == {int(plurals[9])}
    assert len(files["kb"]) > 1000
    assert set(WORDS[tag]) <= {entry.msgid for entry in files["site"]}


@pytest.mark.slow
def test_what_is_shipped_is_not_asked_of_a_partner_again(tmp_path: Path) -> None:
    folder = speaking(tmp_path, "en", "ko", "zh-HK", "en-GB", "fr")

    run("translate", "update", "-p", folder)

    found = {path.relative_to(folder / "locales").as_posix() for path in folder.rglob("*.po")}
    assert found == {
        "ko/LC_MESSAGES/partner.po",
        "zh_HK/LC_MESSAGES/partner.po",
        "fr/LC_MESSAGES/partner.po",
        "fr/LC_MESSAGES/site.po",
        "fr/LC_MESSAGES/kb.po",
    }


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("jp", "jp: no such language; did you mean ja?"),
        ("", "name a language by its tag, such as ja"),
        ("tlh", "tlh: no such language"),
        ("en-XA", "en-XA: it has no files; `helpglot serve --pseudo` shows it"),
    ],
)
def test_no_files_are_begun_for_what_is_no_language(tmp_path: Path, tag: str, told: str) -> None:
    result = CliRunner().invoke(main, ["translate", "update", "-p", str(speaking(tmp_path, "en")), "--add", tag])

    assert result.exit_code == 2
    assert result.stderr.endswith(f"Error: Invalid value for '--add': {told}\n")
    assert not (tmp_path / "locales").exists()


@pytest.mark.slow
def test_no_check_cries_wolf_over_a_language_without_rules_of_its_own(added: Path) -> None:
    assert pipeline.translation_problems(added) == ()


def plural(tag: str, folder: Path, n: int) -> str | None:
    path = po(folder, tag, "site")
    catalog = catalogs.read(tag, Source(PurePosixPath("site.po"), path.read_text("utf-8")))
    return catalog.plural("{n} business day", "{n} business days", n)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("n", "arabic"),
    [
        (0, "{n} يوم عمل"),
        (1, "يوم عمل واحد"),
        (2, "يوما عمل"),
        (3, "{n} أيام عمل"),
        (10, "{n} أيام عمل"),
        (11, "{n} يوم من العمل"),
        (99, "{n} يوم من العمل"),
        (100, "{n} يوم عمل كامل"),
        (102, "{n} يوم عمل كامل"),
        (103, "{n} أيام عمل"),
    ],
)
def test_a_number_takes_the_form_that_its_language_has_for_it(added: Path, n: int, arabic: str) -> None:
    assert (plural("ar", added, n), plural("ja", added, n)) == (arabic, "{n} 営業日")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tag", "direction", "name"), [("", "ltr", "English"), ("ja", "ltr", "日本語"), ("ar", "rtl", "العربية")]
)
def test_a_page_says_its_language_and_leads_to_the_others(site: Path, tag: str, direction: str, name: str) -> None:
    page = parsed(site / tag / "contact" / "index.html")
    base = "https://support.example.com/"

    switch = {link.get("hreflang"): "".join(link.itertext()) for link in page.iter("a") if link.get("hreflang")}
    heads = {link.get("hreflang"): link.get("href") for link in page.iter("link") if link.get("hreflang")}

    assert (page.get("lang"), page.get("dir")) == (tag or "en", direction)
    assert switch == {"en": "English", "ja": "日本語", "ar": "العربية"}
    assert heads == {
        "en": f"{base}contact/",
        "ja": f"{base}ja/contact/",
        "ar": f"{base}ar/contact/",
        "x-default": f"{base}contact/",
    }
    assert f"<loc>{base}{tag and tag + '/'}contact/</loc>" in (site / "sitemap.xml").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "fact"),
    [
        ("ja/contact", "2026年12月25日(金)"),
        ("ja/contact", "月～金"),
        ("ja/plans", "£4.50"),
        ("ja/plans", "30 分"),
        ("ja/plans", "1 営業日"),
        ("ja/plans", "プランと料金"),
        ("ar/contact", "الجمعة، 25 ديسمبر 2026"),
        ("ar/plans", "UK£"),
        ("ar/plans", "30 دقيقة"),
        ("ar/plans", "يوم عمل واحد"),
        ("ar/404.html", "هذه الصفحة غير موجودة"),
        ("ja/404.html", "このページはありません"),
    ],
)
def test_a_fact_stands_as_readers_of_the_language_write_it(site: Path, page: str, fact: str) -> None:
    place = site / page
    words = text(parsed(place if place.suffix else place / "index.html"), "body")

    assert fact in words.replace("\u2060", "")


@pytest.mark.slow
@pytest.mark.parametrize("tag", ADDED)
def test_nothing_on_any_page_stayed_english_unmarked(site: Path, added: Path, tag: str) -> None:
    sources = pipeline.read(added)
    known = facts(sources, pipeline.compose(sources, TODAY))

    found = {
        path.relative_to(site).as_posix(): words
        for path in sorted((site / tag).rglob("*.html"))
        if (words := unextracted(texts(parsed(path), tag), [*known, *PRODUCTS]))
    }

    assert found == {}


@pytest.mark.slow
@pytest.mark.parametrize("tag", ADDED)
def test_the_holidays_of_a_region_say_whose_name_they_bear(site: Path, tag: str) -> None:
    page = parsed(site / tag / "contact" / "index.html")

    assert "Christmas Day" in ["".join(span.itertext()) for span in page.iter("span") if span.get("lang") == "en"]


@pytest.mark.slow
@pytest.mark.parametrize(("tag", "word"), [("ja", "お問い合わせ"), ("ar", "اتصل بنا")])
def test_each_language_brings_its_own_words_to_the_search(site: Path, tag: str, word: str) -> None:
    (file,) = (site / "assets").glob(f"search.{tag}.*.json")

    # The file is in whatever encoding of the web is the shortest for the language.
    assert any(word.encode(charset, "ignore") in file.read_bytes() for charset in ("utf-8", "windows-1256"))


@pytest.mark.slow
def test_a_region_is_served_by_the_words_of_its_language_and_has_its_own_figures(added: Path, tmp_path: Path) -> None:
    folder = speaking(tmp_path, "ar-EG")
    for domain in ("site", "kb", "partner"):
        place = po(folder, "ar", domain)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(po(added, "ar", domain).read_text("utf-8"), "utf-8")

    draft = pipeline.compose(pipeline.read(folder), TODAY)
    contact = next(page for page in draft.trees[0].pages if page.path.stem == "contact")

    assert "اتصل بنا" in contact.title
    assert "٢٥ ديسمبر ٢٠٢٦" in contact.markdown
    assert {page.translation for page in draft.trees[0].pages} == {"whole"}


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as host:
        yield host


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium (make system)"),
]
SIDEWAYS = """() => {
  const over = document.documentElement.scrollWidth - window.innerWidth;
  const tables = [...document.querySelectorAll("main table")].filter((one) => {
    const box = one.getBoundingClientRect();
    return getComputedStyle(one).direction !== document.dir || box.width === 0;
  });
  return [Math.max(over, 0), tables.length];
}"""


class TestInABrowser:
    pytestmark = IN_BROWSER

    @pytest.mark.parametrize("tag", ADDED)
    @pytest.mark.parametrize("width", [360, 1280])
    def test_no_page_scrolls_sideways(self, tab: Page, address: str, site: Path, tag: str, width: int) -> None:
        tab.set_viewport_size({"width": width, "height": 800})
        found = {}
        for path in sorted((site / tag).rglob("*.html")):
            tab.goto(f"{address}/{path.relative_to(site).as_posix().removesuffix('index.html')}")
            found[path.relative_to(site).as_posix()] = tab.evaluate(SIDEWAYS)

        assert len(found) > 15
        assert {path: over for path, over in found.items() if over != [0, 0]} == {}

    @pytest.mark.parametrize(("tag", "name", "other"), [("ja", "日本語", "ar"), ("ar", "العربية", "ja")])
    def test_the_switcher_leads_to_the_same_page(
        self, tab: Page, address: str, tag: str, name: str, other: str
    ) -> None:
        tab.goto(f"{address}/{tag}/plans/")

        tab.click(f"header summary:has-text('{name}')")
        tab.click(f"header a[hreflang={other}]:visible")

        assert tab.url == f"{address}/{other}/plans/"

    @pytest.mark.parametrize(("tag", "starts"), [("ja", "left"), ("ar", "right")])
    def test_a_page_begins_on_the_side_where_its_readers_begin(
        self, tab: Page, address: str, tag: str, starts: str
    ) -> None:
        tab.goto(f"{address}/{tag}/plans/")

        sides = {
            part: _side(tab, part)
            for part in ("header .hg-brand", "main h1", "main table th:first-child", "main table tr td:last-child")
        }

        far = {"left": "right", "right": "left"}[starts]
        assert sides.pop("main table tr td:last-child") == far
        assert set(sides.values()) == {starts}

    @pytest.mark.parametrize("tag", ADDED)
    def test_the_menu_of_a_phone_opens_with_every_language(self, tab: Page, address: str, tag: str) -> None:
        tab.set_viewport_size({"width": 360, "height": 740})
        tab.goto(f"{address}/{tag}/contact/")

        tab.click("header .hg-pop-menu summary")

        assert tab.is_visible(".hg-drawer a[hreflang=ar]")
        assert tab.evaluate(SIDEWAYS)[0] == 0

    @pytest.mark.parametrize(
        ("tag", "query", "found"),
        [
            ("ja", "料金", "plans"),
            ("ja", "お問い合わせ", "contact"),
            ("ar", "الأسعار", "plans"),
            ("ar", "اتصل", "contact"),
        ],
    )
    def test_a_reader_finds_a_page_by_words_of_the_language(
        self, tab: Page, address: str, tag: str, query: str, found: str
    ) -> None:
        tab.goto(f"{address}/{tag}/")

        tab.click(".hg-search-open")
        tab.fill("[role=combobox]", query)

        tab.wait_for_selector(f".hg-hit[href='{address}/{tag}/{found}/']", timeout=10_000)


def _side(tab: Page, part: str) -> str:
    """On which half of its parent an element begins."""
    middle = "(one) => { const b = one.getBoundingClientRect(); return [b.left, b.right]; }"
    left, right = tab.locator(part).first.evaluate(middle)
    host = tab.locator(part).first.locator("xpath=ancestor::*[self::header or self::main or self::table][1]")
    start, end = host.evaluate(middle)
    return "left" if left - start < end - right else "right"


@pytest.mark.parametrize(
    ("tag", "word"), [("zh-HK", "發票"), ("ko-KR", "청구서"), ("zh-SG", "发票"), ("en-GB", "invoice")]
)
def test_a_variant_is_searched_with_the_words_of_its_general_form(tag: str, word: str) -> None:
    known = lexicon(tag, files.read(STARTER).lexicons)

    assert [group for group in known.synonyms if any(word in one for one in group)]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("يُحذف بعد ٣٠ يومًا.", []),
        ("يُحذف بعد 30 يومًا.", []),
        ("يُحذف بعد ٣١ يومًا.", ["number-changed", "number-changed"]),
        ("يُحذف بعد أيام.", ["number-changed"]),
    ],
)
def test_a_number_in_the_figures_of_the_language_is_the_same_number(said: str, codes: list[str]) -> None:
    text = f'msgid "It is deleted after 30 days."\nmsgstr "{said}"\n'

    assert [one.code for one in catalogs.check("ar", Source(PurePosixPath("site.po"), text))] == codes


# What strangers will try.

TRIED = ("pt-BR", "he", "th", "sr-Latn", "fil", "zh-HK", "es-419", "en-GB", "de", "ko-KR", "yue")


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = speaking(tmp_path_factory.mktemp("tried"), "en", *TRIED)
    run("build", "-p", folder, "--date", "2026-11-20")
    return folder / "site"


@pytest.mark.slow
@pytest.mark.parametrize("tag", TRIED)
def test_a_language_that_nobody_has_tried_stands_at_its_place(tried: Path, tag: str) -> None:
    page = parsed(tried / tag / "contact" / "index.html")

    assert (page.get("lang"), page.get("dir")) == (tag, "rtl" if tag == "he" else "ltr")
    assert (tried / tag / "404.html").is_file()
    assert [a for a in page.iter("a") if a.get("hreflang") == tag and "".join(a.itertext()) == language(tag).name]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tag", "title"), [("zh-HK", "聯絡我們"), ("ko-KR", "문의하기"), ("en-GB", "Contact us"), ("de", "Contact us")]
)
def test_a_variant_has_the_words_of_its_general_form(tried: Path, tag: str, title: str) -> None:
    page = parsed(tried / tag / "contact" / "index.html")

    (heading,) = page.iter("h1")
    assert title in "".join(heading.itertext())
    assert [one.get("lang") for one in heading.iter("span") if one.get("lang")] == ["en"] * (tag == "de")


@pytest.mark.slow
def test_only_pages_that_say_something_in_a_language_are_told_to_search_engines(tried: Path) -> None:
    sitemap = (tried / "sitemap.xml").read_text("utf-8")

    told = {tag for tag in TRIED if f"/{tag}/help/security/sec-phish/</loc>" in sitemap}

    assert told == {"zh-HK", "ko-KR", "en-GB"}


@pytest.mark.slow
def test_a_variant_says_otherwise_what_it_wants_to_and_is_whole(tmp_path: Path) -> None:
    folder = speaking(tmp_path, "en", "en-GB")
    run("translate", "update", "-p", folder, "--add", "en-GB")
    for domain, words in {"kb": "Report phishing and release good mail", "site": "Contact us"}.items():
        file = polib.pofile(str(po(folder, "en_GB", domain)), wrapwidth=0)
        next(entry for entry in file if entry.msgid == words).msgstr = f"{words}, please"
        file.save()

    draft = pipeline.compose(pipeline.read(folder), TODAY)

    titles = [{page.path.stem: page.title for page in tree.pages} for tree in draft.trees]
    assert [title["contact"] for title in titles] == ["Contact us", "Contact us, please"]
    assert titles[1]["sec-phish"] == "Report phishing and release good mail, please"
    assert {page.translation for page in draft.trees[1].pages} == {"original", "whole"}
    assert pipeline.check(draft) == ()
