"""The original beside each passage: the right one or none, in its own words, and nothing that could run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import polib
import pytest
import yaml

from generator import engine, pipeline
from generator.catalogs import Catalog, agreeing
from generator.engine import beside
from generator.engine.originals import Source, pair
from generator.engine.passages import Block, blocks
from generator.model import Draft, Original
from tests.conftest import REPOSITORY, STARTER, TODAY, GoldenSites
from tests.engine_samples import draft, page, pages, tree

LANGUAGES = {"ko": "", "ru": "ru/", "zh_TW": "zh-TW/", "zh_CN": "zh-CN/"}
"""The demo's PO folders, and where their pages stand."""
SIGNS = re.compile(r"[\W_]+")
MARKS = re.compile(r"\]\([^()\s]*\)|\]\[[^\]]*\]|</?[a-zA-Z][^<>]*>")
OWN = """\
---
id: mine
title: 우리 글
description: 우리 이야기
group: updates
---

## 처음 {#first}

먼저 **저희**에게 물어보세요.

- 하나
- 둘

!!! note "알림"
    {{ partner.name }}에서 알려 드립니다.

{% include "contact-card.md.j2" %}
"""
ENGLISH = {
    "우리 글": "Our article",
    "우리 이야기": "Our story",
    "처음": "First",
    "먼저 **저희**에게 물어보세요.": "Ask **us** first.",
    "하나": "One",
    "알림": "Notice",
    "{{ partner.name }}에서 알려 드립니다.": "{{ partner.name }} lets you know.",
}


def agree(_translated: str, _original: str) -> bool:
    return True


def flat(words: Any) -> str:
    if isinstance(words, str):
        return words
    named = isinstance(words, list) and words and isinstance(words[0], str) and re.fullmatch(r"[a-z]+|@\S+", words[0])
    return "".join(flat(one) for one in words[1 if named else 0 :])


def text_of(passage: Any) -> str:
    return (
        passage if isinstance(passage, str) else "".join(one if isinstance(one, str) else flat(one) for one in passage)
    )


def laid(ours: str, theirs: str) -> list[tuple[str, str]]:
    """What stands beside what: (translated, original)."""
    found = pair(ours, Source(theirs, "en"), agree)
    if not found:
        return []
    passages = json.loads(found.data)["passages"]
    return [(block.text, text_of(passages[number])) for block, number in numbered(found.html)]


def numbered(html: str) -> Iterator[tuple[Any, int]]:
    numbers = {m.end(1): int(m[2]) for m in re.finditer(r'(<\w+) data-hg-o="(\d+)"', html)}

    def within(block: Block) -> Iterator[tuple[Any, int]]:
        for inner in block.blocks:
            if inner.at in numbers and inner.passage:
                yield inner.passage, numbers[inner.at]
            yield from within(inner)

    yield from within(blocks(html))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("<h2 id=a>가</h2><p>나</p>", "<h2 id=a>A</h2><p>B</p>", [("가", "A"), ("나", "B")]),
        ('<h1 id="_1">가</h1>', '<h1 id="a">A</h1>', [("가", "A")]),
        (
            "<ul><li>가<ul><li>나</li></ul></li><li><p>다</p></li></ul>",
            "<ul><li>A<ul><li>B</li></ul></li><li><p>C</p></li></ul>",
            [("가", "A"), ("나", "B"), ("다", "C")],
        ),
        (
            "<table><caption>가</caption><tr><th>나</th><td>다</td></tr></table>",
            "<table><caption>A</caption><tr><th>B</th><td>C</td></tr></table>",
            [("가", "A"), ("나", "B"), ("다", "C")],
        ),
        ("<dl><dt>가</dt><dd>나</dd></dl>", "<dl><dt>A</dt><dd>B</dd></dl>", [("가", "A"), ("나", "B")]),
        (
            '<div class="admonition"><p class="admonition-title">가</p><p>나</p></div>',
            '<div class="admonition"><p class="admonition-title">A</p><p>B</p></div>',
            [("가", "A"), ("나", "B")],
        ),
        ("<details><summary>가</summary>나</details>", "<details><summary>A</summary>B</details>", [("가", "A")]),
        ('<p>가 <a href="x">나</a><br>다</p>', '<p>A <a href="y">B</a><br>C</p>', [("가 나 다", "A BC")]),
        ("<figure><svg><text>가</text></svg></figure><p>나</p>", "<figure><svg></svg></figure><p>B</p>", [("나", "B")]),
        ("<pre>x <b>가</b></pre><p>나</p>", "<pre>x</pre><p>B</p>", [("나", "B")]),
        # Already in the original, or nothing but numbers.
        ('<p><span lang="en">A</span></p><p>나</p>', "<p>A</p><p>B</p>", [("나", "B")]),
        ("<td>1 234,5</td><p>나</p>", "<td>1,234.5</td><p>B</p>", [("나", "B")]),
        # What only the translation says of itself.
        ('<ul><li class="hg-translation">가</li></ul><p>나</p>', "<p>B</p>", [("나", "B")]),
        # A void element, a comment, an entity, a tag left open.
        ("<p>가<img alt='>'> &amp; <!-- <p> --></p>", "<p>A &amp; </p>", [("가 &", "A &")]),
        ("<p>가<strong>나</p><p>다</p>", "<p>A</p><p>C</p>", [("가나", "A"), ("다", "C")]),
    ],
)
def test_what_stands_in_the_same_place_is_a_pair(ours: str, theirs: str, expected: list[tuple[str, str]]) -> None:
    assert laid(ours, theirs) == expected


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("<p>가</p><p>나</p>", "<p>A</p>"),
        ("<ul><li>가</li></ul>", "<ul><li>A</li><li>B</li></ul>"),
        ("<p>가</p>", "<dl><dt>A</dt></dl>"),
        ('<p id="a">가</p>', '<p id="b">A</p>'),
        ("<div>가<p>나</p>다</div>", "<div>A<p>B</p></div>"),
        ('<h2 id="a">가</h2><h2 id="b">나</h2>', '<h2 id="b">B</h2><h2 id="a">A</h2>'),
    ],
)
def test_what_has_another_shape_has_no_original(ours: str, theirs: str) -> None:
    assert laid(ours, theirs) == []


def test_what_is_amiss_in_one_section_is_not_in_the_next() -> None:
    ours = '<h1>가</h1><h2 id="a">나</h2><ul><li>다</li></ul><h2 id="b">라</h2><p>마</p>'
    theirs = '<h1>A</h1><h2 id="a">B</h2><ul><li>C</li><li>X</li></ul><h2 id="b">D</h2><p>E</p>'

    found = pair(ours, Source(theirs, "en"), agree)

    assert found and not found.complete
    assert laid(ours, theirs) == [("가", "A"), ("나", "B"), ("라", "D"), ("마", "E")]


def test_a_list_that_was_sorted_by_language_has_no_originals() -> None:
    catalog = Catalog.of("ko", {"**Apple** pie": "**사과** 파이", "[Bread](x.md)": "[빵](x.md)", "{n} pears": "{n} 배"})
    ours, theirs = "<li>빵</li><li>사과 파이</li>", "<li>Apple pie</li><li>Bread</li>"

    assert pair(ours, Source(theirs, "en"), agreeing([catalog])) is None
    assert pair(ours, Source("<li>Bread</li><li>Apple pie</li>", "en"), agreeing([catalog])) is not None


def test_a_text_that_no_catalog_knows_is_not_denied() -> None:
    agrees = agreeing([Catalog.of("ko", {"Bread": "빵", "Toast": "빵"})])

    assert [agrees(*pair) for pair in (("빵", "Toast"), ("빵", "Our bread"), ("떡", "Bread"))] == [True, True, True]
    assert agreeing([Catalog.of("ko", {"Bread": "빵", "Rice": "밥"})])("빵", "Rice") is False


def test_every_other_character_of_the_page_stays() -> None:
    ours = "<h1 id='x'>가</h1>\n<p class=\"a\" title='>'>나&nbsp;<BR/>&#126;</p>\n<ul>\n<li>다</li></ul>"

    found = pair(ours, Source("<h1>A</h1><p>B</p><ul><li>C</li></ul>", "en"), agree)

    assert found
    assert re.sub(r' data-hg-o="\d+"', "", found.html) == ours


def test_an_original_is_text_and_a_few_tags_whatever_stands_in_it() -> None:
    hostile = (
        '<p onclick="x()">A &lt;script&gt;alert(1)&lt;/script&gt; <a href="javascript:x()">B</a>'
        '<img src=x onerror="x()"><strong style="x">C</strong><span lang=\'"><b\'>D</span><span lang="ko">마</span>'
        "<script>x()</script><style>x</style><iframe src=x>E</iframe></p>"
    )

    data = Source(hostile, "en").data.decode()

    assert json.loads(data) == {
        "lang": "en",
        "dir": "ltr",
        "passages": [["A <script>alert(1)</script> ", ["b", "B"], ["strong", "C"], "D", ["@ko", "마"]]],
    }


def test_a_page_from_right_to_left_says_so() -> None:
    assert json.loads(Source("<p>سلام</p>", "ar").data)["dir"] == "rtl"


def test_an_author_cannot_number_a_passage(tmp_path: Path) -> None:
    theirs = Original("en", "# A {#a}\n\n<p>Text</p>\n\n<p>More</p>\n")
    mine = '# 가 {#a}\n\n<p data-hg-o="7">나</p>\n\n<p data-hg-o="0">More</p>\n'
    some = pages(page("help/billing/late.md", mine, kind="article", original=theirs))

    engine.build(draft(tree("ko", some)), tmp_path / "out")

    html = (tmp_path / "out/help/billing/late/index.html").read_text("utf-8")
    assert re.findall(r'data-hg-o="\d+"[^<]*', html) == ['data-hg-o="0" id="a">가', 'data-hg-o="1">나']


@pytest.mark.parametrize("lost", ["words", "original"])
def test_a_page_without_an_original_has_no_switch(tmp_path: Path, lost: str) -> None:
    original = Original("en", "# A page\n\nText.\n") if lost == "words" else None
    some = pages(page("help/billing/late.md", "# A page\n\nText.\n", kind="article", original=original))

    engine.build(draft(tree("en", some)), tmp_path / "out")

    assert "data-hg-o" not in (tmp_path / "out/help/billing/late/index.html").read_text("utf-8")
    assert not (tmp_path / "out/assets/originals").exists()


def test_a_page_that_lost_the_shape_of_its_original_is_told(tmp_path: Path) -> None:
    theirs = Original("en", "# A {#a}\n\n## B {#b}\n\nText\n\nMore\n")
    some = pages(page("help/billing/late.md", "# 가\n\n## 나 {#b}\n\n다\n", kind="article", original=theirs))

    site = engine.build(draft(tree("ko", some)), tmp_path / "out")

    told = [(one.code, one.severity, str(one.where)) for one in site.problems]
    assert told == [("original-shape", "warning", "templates/pages/help/billing/late.md.j2")]
    assert "data-hg-originals" in (tmp_path / "out/help/billing/late/index.html").read_text("utf-8")


# -- the demo --


def letters(text: str) -> str:
    return SIGNS.sub("", MARKS.sub("", text)).casefold()


@cache
def known(folder: str) -> dict[str, set[str]]:
    """Every translation of the demo that holds no fact, with what it may be the translation of."""
    found: dict[str, set[str]] = {}
    places = [REPOSITORY / "locales" / folder / "LC_MESSAGES" / f"{name}.po" for name in ("site", "kb", "partner")]
    for entry in (entry for place in places if place.exists() for entry in polib.pofile(str(place))):
        if entry.msgstr and not entry.obsolete and not entry.fuzzy and "{" not in entry.msgid:
            found.setdefault(letters(entry.msgstr), set()).add(letters(entry.msgid))
    return found


def article(html: str) -> str:
    return html[html.index("<article") : html.index("</article>")]


def switched(site: Path, folder: str) -> Iterator[tuple[Path, str, list[Any]]]:
    """Every page of one language: its file, its HTML, its originals."""
    others = {name.rstrip("/") for name in LANGUAGES.values()} | {"en"}
    for file in sorted((site / folder).rglob("index.html")):
        if not folder and file.relative_to(site).parts[0] in others:
            continue
        html = file.read_text("utf-8")
        address = re.search(r'data-hg-originals="([^"]*)"', html)
        assert address, f"{file}: no switch"
        data = json.loads((file.parent / address[1]).resolve().read_text("utf-8"))
        yield file, article(html), data["passages"]


@pytest.mark.parametrize("folder", LANGUAGES)
def test_every_translated_passage_of_the_demo_has_its_own_original(golden_sites: GoldenSites, folder: str) -> None:
    found, wrong, lone = 0, list[tuple[str, str]](), list[tuple[str, str]]()
    for file, html, passages in switched(golden_sites["demo"], LANGUAGES[folder]):
        beside = {run.text: text_of(passages[number]) for run, number in numbered(html)}
        for run in every(blocks(html)):
            if (wanted := known(folder).get(letters(run))) and run in beside:
                found += 1
                wrong += [(run, beside[run])] if letters(beside[run]) not in wanted else []
            elif wanted and letters(run) not in wanted:
                lone.append((str(file), run))

    assert wrong == []
    assert lone == []
    assert found > 1500


def every(block: Block) -> Iterator[str]:
    for inner in block.blocks:
        if inner.passage:
            yield inner.passage.text
        yield from every(inner)


def test_facts_of_an_original_are_written_as_its_language_writes_them(golden_sites: GoldenSites) -> None:
    said = {text_of(one) for _, _, passages in switched(golden_sites["demo"], "") for one in passages}

    assert any(one.startswith("Last warning Thursday, 10 December 2026: day 10 after the due date") for one in said)
    assert "Facts as of: 20 November 2026" in said
    assert "All hours are in Seoul time (UTC+9)." in said


def test_readers_meet_the_original_of_what_they_were_told(golden_sites: GoldenSites) -> None:
    site = golden_sites["demo"]
    told = {
        name: {text_of(one) for *_, found in switched(site, LANGUAGES[name]) for one in found} for name in ("ko", "ru")
    }

    sentence = (
        "This site is written in Russian, but nobody on our team answers in it. "
        "Write to us in Russian all the same: we answer in English."
    )
    assert sentence in told["ru"]
    assert sentence not in told["ko"]


def test_originals_cost_little(golden_sites: GoldenSites) -> None:
    sizes = [file.stat().st_size for file in (golden_sites["demo"] / "assets/originals").iterdir()]

    assert max(sizes) < 20_000
    assert sum(sizes) < 1_500_000


# -- partners who write in another language --


def project(root: Path, languages: list[str]) -> Path:
    data = yaml.safe_load((STARTER / "support.yml").read_text("utf-8"))
    data |= {"languages": languages, "source_language": "ko", "content": {"include_groups": ["updates"]}}
    data["company"] |= {"display_name": {"ko": "예시 클라우드", "en": "Example Cloud"}}
    (root / "support.yml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    (root / "kb/updates").mkdir(parents=True)
    (root / "kb/updates/mine.md").write_text(OWN, "utf-8")
    place = root / "locales/en/LC_MESSAGES"
    place.mkdir(parents=True)
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "en"}
    po.extend(polib.POEntry(msgid=text, msgstr=said) for text, said in ENGLISH.items())
    po.save(str(place / "partner.po"))
    return root


def originals_of(built: Draft, tag: str, path: str, out: Path) -> tuple[str, dict[str, Any], list[tuple[str, str]]]:
    engine.build(built, out)
    folder = "" if tag == built.trees[0].language else f"{tag}/"
    place = PurePosixPath(path)
    file = (
        out
        / folder
        / (place.with_suffix(".html") if place.name == "index.md" else place.with_suffix("") / "index.html")
    )
    html = file.read_text("utf-8")
    address = re.search(r'data-hg-originals="([^"]*)"', html)
    if not address:
        return html, {}, []
    data = json.loads((file.parent / address[1]).resolve().read_text("utf-8"))
    return html, data, [(run.text, text_of(data["passages"][number])) for run, number in numbered(article(html))]


def test_the_original_of_a_korean_article_is_korean(tmp_path: Path) -> None:
    built = pipeline.compose(pipeline.read(project(tmp_path, ["en", "ko"])), TODAY)

    html, data, found = originals_of(built, "en", "help/updates/mine.md", tmp_path / "out")

    assert (data["lang"], data["dir"]) == ("ko", "ltr")
    assert "Show the Korean original" in html
    # What follows is the reader's message, with the author's questions in it.
    assert found[:6] == [
        ("Our article", "우리 글"),
        ("First", "처음"),
        ("Ask us first.", "먼저 저희에게 물어보세요."),
        ("One", "하나"),
        ("Notice", "알림"),
        ("Example Cloud lets you know.", "예시 클라우드에서 알려 드립니다."),
    ]


def test_readers_of_the_source_meet_no_original_of_it(tmp_path: Path) -> None:
    built = pipeline.compose(pipeline.read(project(tmp_path, ["en", "ko"])), TODAY)

    assert originals_of(built, "ko", "help/updates/mine.md", tmp_path / "out")[1] == {}


def test_a_site_without_english_has_the_english_originals_all_the_same(tmp_path: Path) -> None:
    built = pipeline.compose(pipeline.read(project(tmp_path, ["ko"])), TODAY)

    html, data, found = originals_of(built, "ko", "contact.md", tmp_path / "out")

    assert (data["lang"], "영어 원문 보기" in html) == ("en", True)
    assert ("문의하기", "Contact us") in found
    assert not (tmp_path / "out/en").exists()


def test_what_a_korean_partner_says_in_support_yml_has_its_korean_original(tmp_path: Path) -> None:
    root = project(tmp_path, ["en", "ko"])
    settings = yaml.safe_load((root / "support.yml").read_text("utf-8"))
    settings["content"]["notes"] = [{"ko": "설에는 쉽니다.", "en": "We are closed at Seollal."}]
    (root / "support.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    built = pipeline.compose(pipeline.read(root), TODAY)

    html, data, found = originals_of(built, "en", "index.md", tmp_path / "out")

    assert found == [("We are closed at Seollal.", "설에는 쉽니다.")]
    assert data["lang"] == "en" and [["@ko", "설에는 쉽니다."]] in data["passages"]
    assert "Show the Korean original" in html


PARTED = """\
# A {#a}

<div class="x" markdown>

- One **two**

<div class="y" markdown>
Inner *text*
</div>

</div>

<p class="z">Three <b>four</b></p>

- Item

    <div markdown>
    Five
    </div>

<details><summary>Six</summary><p>Seven</p></details>
"""


@pytest.mark.parametrize(
    "more", ["", "\n```\n<p>Eight</p>\n```\n", "\nNine[^1]\n\n[^1]: Ten\n", "\n[x]\n\n[x]: https://a.example\n"]
)
def test_a_page_that_is_converted_in_parts_has_the_originals_of_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str
) -> None:
    def passages(name: str) -> list[Any]:
        theirs = Original("en", PARTED + more)
        ours = (PARTED + more).replace("# A", "# 가")
        some = pages(page("help/billing/late.md", ours, kind="article", original=theirs))
        site = engine.build(draft(tree("ko", some)), tmp_path / name)
        assert not [one for one in site.problems if one.code == "original-shape"]
        (file,) = (tmp_path / name / "assets/originals").iterdir()
        found: list[Any] = json.loads(file.read_text("utf-8"))["passages"]
        return found

    parts = passages("parts")
    monkeypatch.setattr(beside, "WHOLE", re.compile(""))

    assert parts == passages("whole")
    assert [text_of(one) for one in parts][:7] == ["A", "One two", "Inner text", "Three four", "Item", "Five", "Six"]
