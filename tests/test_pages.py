"""Templates and facts: what reaches a page is text, complete, and in the reader's language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator import files, pipeline
from generator.catalogs import Catalog
from generator.formats import Formats
from generator.languages import language
from generator.model import Source
from generator.pages.asked import settled
from generator.pages.markup import TAGS, anchor, escape, plain, quoted
from generator.pages.reader import Reader, slugs
from generator.pages.render import Renderer, _closed, environment
from generator.pages.views import days
from generator.problems import SourceError
from generator.schema import SupportConfig, Text
from generator.words import Words
from tests.conftest import STARTER

ROOT = Path(__file__).parents[1]
EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc", "footnotes", "abbr", "admonition"]
TODAY = date(2026, 11, 20)
NOTHING = Catalog("en")


def config(**settings: object) -> SupportConfig:
    return SupportConfig.model_validate(
        {
            "schema_version": 1,
            "company": {"legal_name": "Acme Ltd.", "display_name": "Acme", "csp_type": "direct_bill"},
            "languages": ["en"],
            "timezone": "Asia/Seoul",
            "clouds": ["global"],
            "regions": ["KR"],
            **settings,
        }
    )


def reader(settings: SupportConfig, tag: str = "en", site: Catalog = NOTHING, partner: Catalog = NOTHING) -> Reader:
    spoken = language(tag, "KR")
    return Reader(settings, spoken, Words(Formats(spoken, "KR"), site), site, partner, TODAY, slugs(settings))


def rendered(text: str, **includes: str) -> str:
    sources = {PurePosixPath("includes", name): Source(PurePosixPath(name), words) for name, words in includes.items()}
    return Renderer(environment(sources), sources, reader(config())).text(text, "", {})


def shown(text: str) -> str:
    """What a reader sees of some HTML."""
    return unescape(TAGS.sub("", text)).replace("\u2060", "")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), max_size=40))
def test_a_fact_comes_out_of_markdown_as_it_went_in(fact: str) -> None:
    fact = " ".join(fact.split())
    html = markdown.markdown(f"Say {escape(fact)} now", extensions=EXTENSIONS)

    assert " ".join(shown(html).split()) == " ".join(f"Say {fact} now".split())
    assert html.count("<") == 2


@pytest.mark.parametrize(
    "fact",
    [
        "1. one",
        "# one",
        "- one",
        "* one",
        "> one",
        ": one",
        "+ one",
        "=== one",
        "!!! note",
        "    code",
        "[^1]: x",
        "*[a]: b",
    ],
)
def test_a_fact_at_the_start_of_a_line_is_no_block(fact: str) -> None:
    html = markdown.markdown(str(escape(fact)), extensions=EXTENSIONS)

    assert html == f"<p>{html[3:-4]}</p>"
    assert shown(html) == fact.strip()


@pytest.mark.parametrize("fact", ["a|b", "a\\|b", "`a|b`"])
def test_a_fact_in_a_table_stays_in_its_cell(fact: str) -> None:
    html = markdown.markdown(f"| x | y |\n|---|---|\n| {escape(fact)} | z |", extensions=EXTENSIONS)

    assert re.findall(r"<td>(.*?)</td>", html)[1] == "z"
    assert shown(re.findall(r"<td>(.*?)</td>", html)[0]) == fact


def test_line_breaks_in_a_fact_are_kept() -> None:
    assert escape("1 Example Ave\nWashington") == Markup("1 Example Ave<br>Washington")


@pytest.mark.parametrize(
    "href", ['https://a.example/"onclick="x', "https://a.example/<b>", "mailto:a@b.example?subject=é"]
)
def test_an_address_cannot_leave_its_attribute(href: str) -> None:
    html = anchor(href, "x")

    assert re.fullmatch(r'<a href="[^"<>]*"(?: data-hg-paper="[^"<>?]*")?>x</a>', html)


@pytest.mark.parametrize(
    ("href", "words", "paper"),
    [
        ("mailto:head@a.example?subject=x", "Write to this level", 'data-hg-paper="head@a.example"'),
        ("mailto:o'hara@a.example", "Write to us", 'data-hg-paper="o&#39;hara@a.example"'),
        ("mailto:o'hara@a.example", "Write an email to o'hara@a.example", ""),
        ("https://a.example/?a=1&b=2", "https://a.example/?a=1&b=2", 'data-hg-paper=""'),
        ("https://a.example/", "The whole calendar", ""),
        ("tel:+82212345678", "02-1234-5678", ""),
    ],
)
def test_paper_shows_the_address_behind_a_link_once(href: str, words: str, paper: str) -> None:
    html = anchor(href, words)

    assert "".join(re.findall(r'data-hg-paper="[^"]*"', html)) == paper


def test_plain_gives_what_a_reader_sees() -> None:
    assert plain(Markup('<span lang="en">A &amp; **B**</span>')) == "A & B"


def test_markup_can_stand_between_quotes() -> None:
    assert quoted(Markup('<span lang="en">A "b" &amp; c</span>')) == "<span lang='en'>A &quot;b&quot; &amp; c</span>"


def test_a_promise_is_noted_only_when_something_is_said() -> None:
    settings = config()
    path = PurePosixPath("pages/index.md.j2")
    text = '{% promise "R001" %}said{% endpromise %}{% promise "R002" %} {% endpromise %}'
    sources = {path: Source(path, text), PurePosixPath("includes/topic.md.j2"): Source(path, "")}
    page = Renderer(environment(sources), sources, reader(settings)).pages()[0]

    assert page.promises == {"R001"}


def test_a_template_cannot_reach_out_of_its_sandbox() -> None:
    with pytest.raises(Exception, match=r"unsafe|not exist|undefined"):
        rendered("{{ ''.__class__.__mro__ }}")


def test_a_fault_in_a_template_names_its_line() -> None:
    path = PurePosixPath("pages/index.md.j2")
    sources = {path: Source(PurePosixPath("templates/pages/index.md.j2"), "one\n{% if %}\n")}

    with pytest.raises(SourceError) as caught:
        Renderer(environment(sources), sources, reader(config())).pages()

    assert str(caught.value.problems[0].where) == "templates/pages/index.md.j2:2"


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        (Text("hello"), "ko", ("안녕", "ko")),
        (Text("unknown"), "ko", ("unknown", "en")),
        (Text(by_language={"en": "hello", "ru": "привет"}), "ru", ("привет", "ru")),
        (Text(by_language={"en": "hello", "ru": "привет"}), "ko", ("안녕", "ko")),
        (Text(by_language={"ru": "привет"}), "ko", ("привет", "ru")),
    ],
)
def test_a_partners_text_comes_in_the_best_language_there_is(text: Text, tag: str, expected: tuple[str, str]) -> None:
    partner = Catalog.of("ko", {"hello": "안녕"})
    one = reader(config(languages=["en", "ko", "ru"]), tag, partner=partner)

    assert one.said(text) == expected


def test_a_text_of_ours_without_translation_is_marked_as_english() -> None:
    one = reader(config(languages=["en", "ko"]), "ko", site=Catalog.of("ko", {"Yes, {name}": "네, {name}"}))

    assert one.gettext("Yes, {name}", name="<b>") == "네, &#60;b&#62;"
    assert one.gettext("No") == '<span lang="en" data-hg-passage="missing">No</span>'


TEMPLATES = sorted((ROOT / "templates").glob("*/*.md.j2"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_heading_of_a_template_has_an_id_of_its_own(path: Path) -> None:
    headings = re.findall(r"^(##+ .*)$", path.read_text("utf-8"), re.MULTILINE)
    ids = [re.search(r"\{: #(.+) \}$", heading) for heading in headings]

    assert all(ids), headings
    assert len({found[1] for found in ids if found}) == len(ids)


@pytest.mark.parametrize(
    ("template", "title"),
    [
        ("# {{ _('Training') }} {: #news }\n\n## Today\n", "Training"),
        ("# News & <b>more</b>\n", "News & more"),
        ("{% set title = 'Said' %}\n# Written\n", "Said"),
        ("Nothing above it\n", "news"),
    ],
)
def test_a_page_of_ones_own_is_named_by_its_heading(template: str, title: str) -> None:
    sources = pipeline.read(STARTER)
    path = PurePosixPath("pages/news.md.j2")
    templates = {**sources.templates, path: Source(path, template)}

    (tree,) = pipeline.compose(replace(sources, templates=templates), TODAY).trees

    assert [page.title for page in tree.pages if page.path.stem == "news"] == [title]


@pytest.mark.parametrize("tag", ["ko", "ru", "zh-TW", "zh-CN"])
def test_the_sites_own_words_are_complete_and_sound(tag: str) -> None:
    sources = files.read(ROOT)
    wanted = {(message.context, message.text) for message in pipeline.site_messages(sources, files.modules())}
    catalog = pipeline._catalogs(sources, tag).site

    assert not catalog.problems
    assert not [text for context, text in wanted if catalog.state(text, context) != "translated"]


def test_the_po_files_say_what_the_templates_say() -> None:
    assert [path for path, _ in pipeline.translations(ROOT)] == []


WEEK = {"mon-fri": ["09:00-18:00"]}
SHORT = {"date": "2026-12-31", "hours": ["09:00-12:00"]}


@pytest.mark.parametrize(
    ("phone", "mail", "channels"), [([SHORT], [], "Phone"), ([SHORT], [SHORT], ""), ([], [SHORT], "Email")]
)
def test_a_day_with_other_hours_names_its_channels_unless_it_is_about_all(
    phone: list[object], mail: list[object], channels: str
) -> None:
    settings = config(
        schedules=[
            {"id": "desk", "weekly": WEEK, "exceptions": phone},
            {"id": "post", "weekly": WEEK, "exceptions": mail},
            {"id": "always", "always": True},
        ],
        channels=[
            {"id": "a", "kind": "phone", "number": "+82 2-1234-5678", "schedule": "desk"},
            {"id": "b", "kind": "email", "address": "help@example.com", "schedule": "post"},
            {"id": "c", "kind": "portal", "url": "https://portal.example.com/", "schedule": "always"},
        ],
    )

    found: Any = settled(days.view(reader(settings)))["other_hours"]

    assert [(day["date"], day["channels"]) for day in found] == [("Thursday, 31 December 2026", channels)]


@pytest.mark.parametrize(
    ("text", "language", "closed"),
    [
        ("已付款。 費用", "zh", "已付款。費用"),
        ("<b>有幫助嗎？</b> <span>是</span>", "zh", "<b>有幫助嗎？</b><span>是</span>"),
        ("回報： [MSRC](x)", "zh", "回報：[MSRC](x)"),
        ("第一行，\n第二行", "zh", "第一行，第二行"),
        ("お支払い済み。 料金", "ja", "お支払い済み。料金"),
        ("## 如何？ {: #how }", "zh", "## 如何？ {: #how }"),
        ("硬换行。  \n下一行", "zh", "硬换行。  \n下一行"),
        ("Azure 服务 中断", "zh", "Azure 服务 中断"),
        ("已付款。 費用", "ko", "已付款。 費用"),
    ],
)
def test_no_blank_stands_behind_a_full_width_stop(text: str, language: str, closed: str) -> None:
    assert _closed(text, language) == closed
