"""The whole site that comes out: addresses, languages, heads, what must never be there."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pytest

from generator import engine
from generator.engine.head import head
from generator.engine.places import Places
from generator.model import Coverage, Gap, NavItem
from generator.problems import EngineError, Location
from tests.engine_samples import (
    URL,
    all_text,
    attribute,
    draft,
    files,
    links,
    page,
    pages,
    parsed,
    text,
    tree,
)

UNTRANSLATED = Coverage(1, gaps=(Gap("Late", "missing", Location(PurePosixPath("kb/late.md"), 3), "en", "kb"),))
LANGUAGES = ("en", "ko", "ru", "zh-TW", "zh-CN", "ar", "fil", "pt-BR")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "out"
    engine.build(draft(*map(tree, LANGUAGES)), out, strict=True)
    return out


def test_the_first_language_stands_at_the_root_and_the_others_below_their_tags(site: Path) -> None:
    pages_of = {"404.html", "contact/index.html", "help/billing/late/index.html", "index.html"}

    expected = pages_of | {f"{tag}/{name}" for tag in LANGUAGES[1:] for name in pages_of}
    assert {name for name in files(site) if name.endswith(".html")} == expected


def test_any_language_may_be_first_and_english_need_not_be_there(tmp_path: Path) -> None:
    built = engine.build(draft(tree("zh-TW"), tree("ko")), tmp_path / "out", strict=True)

    assert built.languages == ("zh-TW", "ko")
    assert parsed(tmp_path / "out/index.html").get("lang") == "zh-TW"


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("name", ["index.html", "contact/index.html", "help/billing/late/index.html", "404.html"])
def test_a_page_is_sound_html_in_its_own_language(site: Path, tag: str, name: str) -> None:
    root = parsed(site / ("" if tag == "en" else tag) / name)

    assert root.get("lang") == tag
    assert root.get("dir") == ("rtl" if tag == "ar" else "ltr")
    assert "Acme" in text(root, "title")


def test_hreflang_is_absolute_complete_and_the_same_in_page_and_sitemap(site: Path) -> None:
    expected = [(tag, f"{URL}contact/" if tag == "en" else f"{URL}{tag}/contact/") for tag in LANGUAGES]
    expected.append(("x-default", f"{URL}contact/"))
    links_of = parsed(site / "ko/contact/index.html").iter("link")
    in_page = [(link.get("hreflang"), link.get("href")) for link in links_of if link.get("rel") == "alternate"]
    entry = next(url for url in ElementTree.parse(site / "sitemap.xml").getroot() if url[0].text == f"{URL}ko/contact/")

    assert in_page == expected
    assert [(link.get("hreflang"), link.get("href")) for link in entry[1:]] == expected


def test_a_page_is_canonical_to_itself(site: Path) -> None:
    assert attribute(parsed(site / "ko/contact/index.html"), "link", "href", rel="canonical") == [f"{URL}ko/contact/"]


def test_without_an_address_nothing_pretends_to_know_it(tmp_path: Path) -> None:
    engine.build(draft(url=None), tmp_path / "out", strict=True)

    html = all_text(tmp_path / "out")
    assert not {"sitemap.xml", "robots.txt"} & files(tmp_path / "out").keys()
    assert not [word for word in ("canonical", 'rel="alternate"', "og:url", "None") if word in html]


def test_an_untranslated_page_is_kept_from_search_engines(tmp_path: Path) -> None:
    late = page("help/billing/late.md", kind="article", coverage=UNTRANSLATED)
    engine.build(draft(tree("en"), tree("ko", pages(late)), tree("ru")), tmp_path, strict=True)
    root = parsed(tmp_path / "ko/help/billing/late/index.html")

    assert attribute(root, "meta", "content", name="robots") == ["noindex"]
    assert attribute(root, "link", "href", rel="canonical") == []
    assert "/ko/help/" not in (tmp_path / "sitemap.xml").read_text()
    assert "/ko/help/" not in "".join(
        attribute(parsed(tmp_path / "ru/help/billing/late/index.html"), "link", "href", rel="alternate")
    )


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_a_404_that_works_from_any_depth(site: Path, tag: str) -> None:
    folder = "" if tag == "en" else f"{tag}/"
    root = parsed(site / folder / "404.html")
    hrefs = attribute(root, "a", "href")

    assert f"/{folder}contact/#contact" in hrefs
    assert "https://example.com/" in hrefs
    assert not [href for href in hrefs if not href.startswith(("/", "#", "https://"))]
    assert set(attribute(root, "a", "hreflang", **{"aria-current": "true"})) == {tag}
    assert attribute(root, "meta", "content", name="robots") == ["noindex"]


def test_a_404_below_a_path_leads_below_that_path(tmp_path: Path) -> None:
    engine.build(draft(url="https://example.com/support"), tmp_path, strict=True)
    hrefs = attribute(parsed(tmp_path / "ko/404.html"), "a", "href")

    assert "/support/ko/contact/#contact" in hrefs
    assert "/support/" in hrefs
    assert "robots.txt" not in files(tmp_path)


def test_the_switcher_leads_to_the_same_page_or_else_home(tmp_path: Path) -> None:
    without = tuple(each for each in pages() if each.path.name != "late.md")
    engine.build(draft(tree("en"), tree("ko"), tree("ru", without)), tmp_path, strict=True)
    root = parsed(tmp_path / "ko/help/billing/late/index.html")
    switch = {link.get("hreflang"): link.get("href") for link in root.iter("a") if link.get("hreflang")}

    assert switch == {"en": "../../../../help/billing/late/", "ko": "./", "ru": "../../../../ru/"}


def test_a_site_of_one_language_has_no_switcher(tmp_path: Path) -> None:
    engine.build(draft(tree("ru")), tmp_path, strict=True)

    assert "hreflang" not in all_text(tmp_path)


def test_nothing_is_fetched_from_anywhere_else(site: Path) -> None:
    away = [link for link in links(all_text(site)) if "//" in link and not link.startswith(URL)]

    assert set(away) == {"https://example.com/"}
    assert not [script for script in site.rglob("*.js") if "http" in script.read_text()]
    assert not [
        style for style in site.rglob("*.css") if "@import" in style.read_text() or "url(http" in style.read_text()
    ]


def test_every_link_and_file_in_the_built_pages_is_there(site: Path) -> None:
    for file in site.rglob("*.html"):
        for link in links(file.read_text(encoding="utf-8")):
            path = link.partition("#")[0]
            if "//" in path or not path:
                continue
            target = site / path.lstrip("/") if path.startswith("/") else file.parent / path
            assert (target / "index.html" if path.endswith("/") else target).is_file(), f"{file}: {link}"


def test_the_title_of_a_home_page_is_made_alike_in_every_language(site: Path) -> None:
    assert [text(parsed(site / name), "title") for name in ("index.html", "ko/index.html")] == [
        "Home – Acme",
        "Home – Acme",
    ]


@pytest.mark.parametrize(
    ("site_name", "path", "title", "expected"),
    [
        ("{0}: поддержка", "index.md", "Поддержка: Azure", "Поддержка: Azure – {0}"),
        ("{0} Support", "contact.md", "Contact us", "Contact us – {0} Support"),
        ("{0} Support", "index.md", "{0} Support", "{0} Support"),
        ("{0} Support", "index.md", "Welcome to {0}", "Welcome to {0}"),
        ("Help desk", "index.md", "Support", "Support – Help desk"),
    ],
)
def test_a_title_names_the_company_once(site_name: str, path: str, title: str, expected: str) -> None:
    named = draft(tree("en", pages(page(path, title="x"))))
    company = named.config.company.display_name.source(named.config.source)
    there = replace(named.trees[0], site_name=site_name.format(company))
    shown = page(path, title=title.format(company))

    found = head(Places(replace(named, trees=(replace(there, pages=(shown,)),))), there, shown)

    assert found.title == expected.format(company)


HOSTILE = """<script>alert(1)</script>"'&<b>{{ 7*7 }}"""


def test_names_titles_and_footers_are_text_whatever_they_hold(tmp_path: Path) -> None:
    hostile = pages(page("contact.md", title=HOSTILE, description=HOSTILE), page("more/index.md", title=HOSTILE))
    nav = (NavItem(HOSTILE, PurePosixPath("contact.md")), NavItem(HOSTILE, None, (NavItem(HOSTILE, hostile[-1].path),)))
    words = dict.fromkeys(engine.WORDS, HOSTILE)
    one = tree("en", hostile, site_name=HOSTILE, description=HOSTILE, footer=HOSTILE, nav=nav, words=words)
    engine.build(draft(one, replace(one, language="ko")), tmp_path, strict=True)

    for file in tmp_path.rglob("*.html"):
        root = parsed(file)
        scripts = ["".join(script.itertext()) for script in root.iter("script")]
        assert not [
            script for script in scripts if "alert" in script and "LD" not in script and "@context" not in script
        ]
        assert not list(root.iter("b"))
        assert HOSTILE in text(root, "title")
        assert HOSTILE in text(root, "footer")


def test_the_company_is_introduced_as_data_that_cannot_end_its_element(site: Path) -> None:
    root = parsed(site / "ko/contact/index.html")
    data = json.loads(
        next("".join(s.itertext()) for s in root.iter("script") if s.get("type") == "application/ld+json")
    )

    assert data["@type"] == "Organization"
    assert data["legalName"] == "Acme & </script> <b>Co</b>"
    assert data["contactPoint"][0]["telephone"].startswith("+82")
    assert data["contactPoint"][0]["contactOption"] == "TollFree"


def test_a_page_is_described_to_those_who_show_previews(tmp_path: Path) -> None:
    engine.build(draft(tree("zh-TW", pages(page("contact.md", title="T", description="D")))), tmp_path, strict=True)
    root = parsed(tmp_path / "contact/index.html")
    said = {meta.get("property") or meta.get("name"): meta.get("content") for meta in root.iter("meta")}

    assert {key: said[key] for key in ("description", "og:title", "og:locale", "og:site_name", "og:url")} == {
        "description": "D",
        "og:title": "T",
        "og:locale": "zh_TW",
        "og:site_name": "Acme zh-TW",
        "og:url": f"{URL}contact/",
    }


@pytest.mark.parametrize("first", ["Note: this is text", "---\na: b\n---\n", "a: b\nc: d", "---"])
def test_the_first_lines_of_a_page_are_text_even_when_they_look_like_settings(tmp_path: Path, first: str) -> None:
    engine.build(draft(tree("en", pages(page("contact.md", f"{first}\n\nThe rest.\n")))), tmp_path, strict=True)

    shown = text(parsed(tmp_path / "contact/index.html"), "article")
    assert "The rest." in shown
    assert ":" not in first or first.strip("- \n").split("\n")[0] in shown


TABLE = "| a | b |\n|:-:|--:|\n| 1 | 2 |\n"


@pytest.mark.parametrize("kind", ["page", "article"])
def test_alignment_is_a_class_since_style_attributes_are_blocked(tmp_path: Path, kind: str) -> None:
    engine.build(draft(tree("en", pages(page("contact.md", TABLE, kind=kind)))), tmp_path, strict=True)
    root = parsed(tmp_path / "contact/index.html")

    assert attribute(root, "td", "class") == ["hg-center", "hg-right"]
    assert "style=" not in all_text(tmp_path)


NOTES = '!!! note\n    One\n\n??? warning\n    Two\n\n!!! note "Mine"\n    Three\n\n    ```\n    !!! note\n    ```\n'


def test_notes_without_a_title_are_named_in_the_language_of_the_page(tmp_path: Path) -> None:
    words = {"admonition.note": "참고", "admonition.warning": "주의 <&>"}
    korean = tree("ko", pages(page("contact.md", NOTES, kind="article")), words=words)
    engine.build(draft(korean, tree("en", pages(page("contact.md", NOTES)))), tmp_path, strict=True)
    root, english = parsed(tmp_path / "contact/index.html"), parsed(tmp_path / "en/contact/index.html")

    titles = [p.text for p in root.iter("p") if p.get("class") == "admonition-title"]
    assert titles == ["참고", "Mine"]
    assert text(root, "summary").endswith("주의 <&>")
    assert "!!! note" in text(root, "code")
    assert text(english, "summary").endswith("Warning")


def test_bold_next_to_hangul_and_han_is_bold(tmp_path: Path) -> None:
    markdown = "**청구(필수)**를 **帳單（必填）**之後"
    engine.build(draft(tree("ko", pages(page("contact.md", markdown)))), tmp_path, strict=True)

    assert text(parsed(tmp_path / "contact/index.html"), "strong") == "청구(필수)帳單（必填）"


@pytest.mark.parametrize("title", ["It", "En", "Ko"])
def test_a_section_may_be_called_like_a_language(tmp_path: Path, title: str) -> None:
    nav = (
        NavItem("Home", PurePosixPath("index.md")),
        NavItem(title, None, (NavItem("L", PurePosixPath("help/billing/late.md")),) * 2),
    )
    engine.build(draft(tree("it", nav=nav), tree("en", nav=nav), tree("ko", nav=nav)), tmp_path, strict=True)

    for folder in ("", "ko/"):
        path = parsed(tmp_path / folder / "help/billing/late/index.html").find(".//nav[@class='hg-path']")
        assert path is not None
        assert " ".join("".join(path.itertext()).split()) in ("Home", f"Home {title}")


def test_the_header_marks_the_page_and_the_page_above_it(tmp_path: Path) -> None:
    bar = (NavItem("Help", PurePosixPath("help.md")), NavItem("Contact", PurePosixPath("contact.md")))
    own = pages(page("help.md"))
    engine.build(draft(tree("en", own, bar=bar), tree("ko", own, bar=bar)), tmp_path, strict=True)

    def marked(name: str) -> set[tuple[str, str]]:
        links = [a for nav in parsed(tmp_path / name).iter("nav") for a in nav.iter("a")]
        return {(a.text or "", a.get("aria-current", "")) for a in links if not a.get("hreflang")} & {
            (title, how) for title in ("Help", "Contact") for how in ("page", "true")
        }

    assert marked("ko/contact/index.html") == {("Contact", "page")}
    assert marked("ko/help/index.html") == {("Help", "page")}
    assert marked("help/billing/late/index.html") == {("Help", "true")}
    assert marked("index.html") == set()


def test_a_page_does_not_grow_with_the_pages_of_the_site(tmp_path: Path) -> None:
    many = tuple(page(f"help/t{n}/a{m}.md") for n in range(9) for m in range(9))
    nav = tuple(
        NavItem(f"T{n}", None, tuple(NavItem("A", PurePosixPath(f"help/t{n}/a{m}.md")) for m in range(9)))
        for n in range(9)
    )
    engine.build(draft(tree("en", pages(*many), nav=nav)), tmp_path, strict=True)

    assert len(links((tmp_path / "help/t3/a4/index.html").read_text(encoding="utf-8"))) < 12


BROKEN = {
    "[a](nope.md)": ("broken-link", "nope.md: the site has no such page"),
    "[a](nope.png)": ("broken-link", "nope.png: the site has no such page"),
    "[a](contact)": ("broken-link", "contact: the site has no such page"),
    "[a](../../../x.md)": ("broken-link", "../../../x.md: the site has no such page"),
    "[a](/contact/)": ("absolute-link", "/contact/: this link leaves out its language"),
    "[a](contact.md#nope)": ("broken-anchor", "contact.md#nope: no heading has this name"),
    "[a](#nope)": ("broken-anchor", "#nope: no heading has this name"),
    "![a](nope.svg)": ("broken-link", "nope.svg: the site has no such page"),
}


@pytest.mark.parametrize("markdown", BROKEN)
def test_a_broken_link_is_told_once_at_the_file_that_a_person_edits(tmp_path: Path, markdown: str) -> None:
    broken = pages(page("index.md", markdown))

    with pytest.raises(EngineError) as caught:
        engine.build(draft(tree("en", broken), tree("ko", broken)), tmp_path)

    assert [(p.code, p.message, str(p.where)) for p in caught.value.problems] == [
        (*BROKEN[markdown], "templates/pages/index.md.j2")
    ]


def test_the_faults_of_all_languages_are_told_at_once(tmp_path: Path) -> None:
    trees = [tree(tag, pages(page("index.md", f"[a]({tag}.md)"))) for tag in ("en", "ko", "ru")]

    with pytest.raises(EngineError) as caught:
        engine.build(draft(*trees), tmp_path)

    assert [problem.message.partition(":")[0] for problem in caught.value.problems] == ["en.md", "ko.md", "ru.md"]


def test_a_build_after_a_failed_one_starts_afresh(tmp_path: Path) -> None:
    (tmp_path / "left.html").write_text("over")
    with pytest.raises(EngineError):
        engine.build(draft(tree("en", pages(page("index.md", "[a](no.md)"))), tree("ko")), tmp_path)
    (tmp_path / "left.html").write_text("over")

    engine.build(draft(), tmp_path, strict=True)

    assert not (tmp_path / "left.html").exists()


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#x09;script:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("form", ["[a]({})", '<a href="{}">a</a>', "<p><a href='{}'>a</a></p>", "![a]({})"])
@pytest.mark.parametrize("kind", ["page", "article"])
def test_a_link_that_runs_something_is_refused(tmp_path: Path, link: str, form: str, kind: str) -> None:
    with pytest.raises(EngineError) as caught:
        engine.build(draft(tree("en", pages(page("index.md", form.format(link), kind=kind)))), tmp_path)

    assert "link-scheme" in {problem.code for problem in caught.value.problems}


def test_two_pages_may_not_share_an_address(tmp_path: Path) -> None:
    twice = pages(page("contact/index.md"))

    with pytest.raises(EngineError) as caught:
        engine.build(draft(tree("en", twice)), tmp_path)

    assert [problem.code for problem in caught.value.problems] == ["same-address"]


def test_files_of_the_partner_are_carried_and_may_be_linked_from_every_language(tmp_path: Path) -> None:
    assets = {PurePosixPath("img/logo.svg"): b"<svg/>", PurePosixPath("paper.pdf"): b"%PDF"}
    own = pages(page("help/x.md", "![logo](../img/logo.svg) [paper](../paper.pdf)"))
    engine.build(draft(tree("en", own), tree("ko", own), assets=assets, logo="img/logo.svg"), tmp_path, strict=True)
    root = parsed(tmp_path / "ko/help/x/index.html")

    assert files(tmp_path)["img/logo.svg"] == b"<svg/>"
    assert "ko/img/logo.svg" not in files(tmp_path)
    assert set(attribute(root, "img", "src")) == {"../../../img/logo.svg"}
    assert "../../../paper.pdf" in attribute(root, "a", "href")


def test_one_language_alone_stands_at_the_root_without_a_switcher(tmp_path: Path) -> None:
    built = engine.build(draft(*map(tree, LANGUAGES)), tmp_path, only="zh-CN")

    assert built.languages == ("zh-CN",)
    assert parsed(tmp_path / "contact/index.html").get("lang") == "zh-CN"
    assert not (tmp_path / "en").exists()


def test_a_language_that_the_site_lacks_is_named_with_those_it_has(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        engine.build(draft(), tmp_path, only="fr")

    assert (caught.value.problems[0].message, caught.value.problems[0].hint) == (
        "fr: the site does not have this language",
        "it has: en, ko",
    )


def test_the_same_draft_gives_the_same_bytes(tmp_path: Path, site: Path) -> None:
    engine.build(draft(*map(tree, LANGUAGES)), tmp_path)

    assert files(tmp_path) == files(site)


def test_nothing_is_written_or_said_outside_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    room, rest = tmp_path / "tmp", tmp_path / "here"
    room.mkdir()
    rest.mkdir()
    monkeypatch.chdir(rest)
    monkeypatch.setattr("tempfile.tempdir", str(room))

    engine.build(draft(), tmp_path / "out")

    assert not list(rest.iterdir())
    assert not list(room.iterdir())
    assert capfd.readouterr() == ("", "")


def test_progress_names_each_language_as_its_turn_comes(tmp_path: Path) -> None:
    heard: list[str] = []

    engine.build(draft(*map(tree, LANGUAGES)), tmp_path, progress=heard.append)

    assert tuple(heard) == LANGUAGES


def test_settings_of_ones_own_are_obeyed_and_their_faults_told(tmp_path: Path) -> None:
    own = tmp_path / "mkdocs.yml"
    own.write_text("site_name: X\nuse_directory_urls: true\nmarkdown_extensions: [abbr]\n")
    engine.build(draft(tree("en", pages(page("contact.md", NOTES)))), tmp_path / "out", mkdocs_yml=own)
    assert "!!! note" in text(parsed(tmp_path / "out/contact/index.html"), "article")
    own.write_text("site_name: X\nsite_nmae: Y\n")
    heard = engine.build(draft(), tmp_path / "out", mkdocs_yml=own).problems
    assert [(problem.severity, "site_nmae" in problem.message) for problem in heard] == [("warning", True)]
    own.write_text("site_name: X\nmarkdown_extensions: [nope]\n")

    with pytest.raises(EngineError) as caught:
        engine.build(draft(), tmp_path / "out", mkdocs_yml=own)

    assert str(caught.value.problems[0].where) == "mkdocs.yml"


def test_a_fault_in_the_theme_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text('{% extends "base.html" %}\n{% block oops\n')
    (tmp_path / "mkdocs.yml").write_text("site_name: X\n")

    with pytest.raises(EngineError) as caught:
        engine.build(replace(draft(), theme=tmp_path), tmp_path / "out", mkdocs_yml=tmp_path / "mkdocs.yml")

    assert str(caught.value.problems[0].where) == "templates/theme/main.html:2"


def test_no_language_is_built_for_a_page_of_another() -> None:
    places = Places(draft(tree("en"), tree("zh-TW")))

    assert places.address("zh-TW", PurePosixPath("help/index.md")) == "zh-TW/help/"
    assert places.address("en", PurePosixPath("도움/늦음.md")) == "%EB%8F%84%EC%9B%80/%EB%8A%A6%EC%9D%8C/"


def test_the_banner_of_the_theme_stays_away() -> None:
    assert os.environ["NO_MKDOCS_2_WARNING"]
