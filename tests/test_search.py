"""What search knows of a site: pages cut to sections, words for the same thing, and one file of texts per language."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from generator import engine, lexicon, pipeline
from generator.engine import search
from generator.engine.sections import Section, sections
from generator.languages import language
from generator.model import Coverage, Gap, Lexicon, Source
from generator.problems import Location, SourceError
from tests.conftest import REPOSITORY, STARTER, TODAY
from tests.engine_samples import draft, page, pages, tree

UNTRANSLATED = Coverage(1, gaps=(Gap("B", "missing", Location(PurePosixPath("kb/b.md"), 1), "en", "kb"),))
LANGUAGES = ("en", "ko", "ru", "zh-TW", "zh-CN")


def texts(site: Path, tag: str, charset: str = "utf-8") -> dict[str, dict[str, Any]]:
    """The texts of a language, page by page, with a name for each column."""
    file = next((site / "assets").glob(f"search.{tag}.*.json"))
    columns = json.loads(file.read_bytes().decode(charset))["pages"]
    names = ("address", "title", "language", "topic", "about", "keywords", "kind", "anchors", "sections")
    return {row[0]: dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)}


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<h1>Late</h1><p>One.</p><p>Two.</p>", [Section("", "Late", ("One.", "Two."))]),
        ('<p>One</p><h2 id="a">Head</h2><p>Two</p>', [Section("", "", ("One",)), Section("a", "Head", ("Two",))]),
        ("<ul><li>One<ul><li>Two</li></ul></li></ul>", [Section("", "", ("One", "Two"))]),
        ("<p>A <b>bold</b>\n word &amp; more<br>below</p>", [Section("", "", ("A bold word & more below",))]),
        ("<table><tr><th>Plan</th><td>Basic</td><td>100</td></tr></table>", [Section("", "", ("Plan", "Basic"))]),
        ("<p>Seen</p><script>no</script><svg><title>no</title></svg>", [Section("", "", ("Seen",))]),
        ("<p>Seen</p><div data-nosearch><p>no</p></div><p hidden>no</p>", [Section("", "", ("Seen",))]),
        (
            '<ul><li><a href="x/">Another page</a></li></ul><p>See <a href="x/">it</a></p>',
            [Section("", "", ("See it",))],
        ),
        (
            '<p><span lang="en">Not translated.</span></p><p>Ein <span lang="en">Tab</span></p>',
            [Section("", "", ("Ein Tab",))],
        ),
        ('<h2 id="a"><span lang="en">Head</span></h2>', [Section("a", "Head", (), "en")]),
        ("<p>Never closed<p>The next</div></p>", [Section("", "", ("Never closed", "The next"))]),
    ],
)
def test_a_page_is_cut_to_what_a_reader_would_search(html: str, found: list[Section]) -> None:
    assert list(sections(html, "de")) == found


def test_what_all_articles_share_belongs_to_none_of_them(tmp_path: Path) -> None:
    shared = "\n\n## Need help? {#help}\n\nCall us.\n"
    own = [page(f"help/a/{n}.md", f"# Title {n}\n\nOnly {n}.{shared}", f"Title {n}", kind="article") for n in range(6)]

    engine.build(draft(tree("en", pages(*own, page("call.md", "# Call\n\nCall us.\n", "Call")))), tmp_path / "out")
    found = texts(tmp_path / "out", "en")

    assert found["help/a/1/"]["sections"] == [["", "Only 1."]]
    assert found["call/"]["sections"] == [["", "Call us."]]


def test_a_language_has_its_own_texts_of_pages_that_are_in_it(tmp_path: Path) -> None:
    own = (page("contact.md", "# Call\n\nCall.\n", "Call"), page("b.md", "# B\n\nText.\n", "B", coverage=UNTRANSLATED))
    keywords = Lexicon((("bill", "invoice"),), ("how",), {"contact": ("phone number", "hours")})

    engine.build(draft(tree("en", pages(*own), lexicon=keywords), tree("ko")), tmp_path / "out")
    found = texts(tmp_path / "out", "en")
    raw = json.loads(next((tmp_path / "out" / "assets").glob("search.en.*.json")).read_bytes())

    assert set(found) == {"contact/", "help/billing/late/"}
    assert found["contact/"]["keywords"] == "phone number\nhours"
    assert (raw["synonyms"], raw["fillers"]) == ([["bill", "invoice"]], ["how"])
    assert set(texts(tmp_path / "out", "ko")) == {"ko/contact/", "ko/help/billing/late/"}


def test_an_alphabet_of_its_own_halves_the_bytes_of_its_letters(tmp_path: Path) -> None:
    text = "Учетная запись заблокирована: 계정 🔒 ¿qué? " * 3 + " ".join(chr(0x430 + n % 32) * 9 for n in range(300))

    engine.build(draft(tree("ru", pages(page("contact.md", f"# Вход\n\n{text}\n", "Вход")))), tmp_path / "out")
    said = (tmp_path / "out" / "contact" / "index.html").read_text("utf-8")
    found = texts(tmp_path / "out", "ru", "windows-1251")

    assert 'data-charset="windows-1251"' in said
    assert found["contact/"]["sections"] == [["", " ".join(text.split())]]


def test_texts_that_utf_8_serves_as_well_stay_in_it(tmp_path: Path) -> None:
    engine.build(draft(tree("ko")), tmp_path / "out")

    assert 'data-charset="utf-8"' in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_without_the_library_a_site_is_built_without_a_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.engine.parts.FINDER", ("vendor/none.js",))

    built = engine.build(draft(tree("en")), tmp_path / "out")

    assert search.LACKING in built.problems
    assert list((tmp_path / "out" / "assets").glob("search.*")) == []
    assert "hg-search" not in (tmp_path / "out" / "index.html").read_text("utf-8")


def lexicons(**files: str) -> dict[PurePosixPath, Source]:
    """Name files as Python can: ko_synonyms, partner_ko_synonyms."""
    named = {PurePosixPath(*name.split("_")).with_suffix(".yml"): text for name, text in files.items()}
    return {path: Source(PurePosixPath("locales") / path, text) for path, text in named.items()}


def test_a_partners_words_are_laid_over_the_shipped_ones() -> None:
    found = lexicon.lexicon(
        "en-GB",
        lexicons(
            en_synonyms="- [invoice, bill]\n- [phone, mobile]\n",
            partner_en_synonyms="- [Bill, remittance slip]\n- [K2, 365]\n",
            en_keywords="contact: [hours]\n",
            partner_en_keywords="contact: [hours, branch]\nour-own: [12]\n",
            en_fillers="- [how, what]\n- please\n",
        ),
        {"contact", "our-own"},
    )

    assert found.synonyms == (("invoice", "bill", "remittance slip"), ("phone", "mobile"), ("K2", "365"))
    assert found.keywords == {"contact": ("hours", "branch"), "our-own": ("12",)}
    assert found.fillers == ("how", "what", "please")


def test_a_language_without_words_of_its_own_has_none() -> None:
    assert lexicon.lexicon("fr", lexicons(en_synonyms="- [a, b]\n")) == Lexicon()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("ko_synonyms", "- [a]\n", "synonyms.yml:1:3: a group needs two words or more"),
        ("ko_synonyms", "- word\n", "synonyms.yml:1:3: a group needs two words or more"),
        ("ko_synonyms", "- [a, b]\n- [c, A]\n", "synonyms.yml:2:7: A: this word stands here a second time"),
        ("ko_synonyms", "- [a, {b: c}]\n", "synonyms.yml:1:7: a word must stand here"),
        ("ko_synonyms", "a: b\n", "synonyms.yml:1:1: the file holds no list"),
        ("ko_synonyms", "", "synonyms.yml: the file is empty"),
        ("ko_synonyms", "- [a, b\n", "synonyms.yml:1:3: this list is never closed, or a `,` is missing in it"),
        ("ko_fillers", '- ""\n', "fillers.yml:1:3: a word is missing here"),
        ("ko_keywords", "contakt: [a]\n", "keywords.yml:1:1: contakt: there is no such article or page"),
        ("ko_keywords", "contact: a\n", "keywords.yml:1:1: contact: phrases must stand here"),
        ("ko_keywords", "- a\n", "keywords.yml:1:1: the file holds no settings"),
    ],
)
def test_what_is_wrong_in_a_file_of_words_is_named_with_its_line(name: str, text: str, said: str) -> None:
    with pytest.raises(SourceError) as error:
        lexicon.lexicon("ko", lexicons(**{name: text}), {"contact"})

    assert str(error.value) == f"locales/ko/{said}"


def test_a_page_that_was_meant_is_guessed() -> None:
    with pytest.raises(SourceError) as error:
        lexicon.lexicon("ko", lexicons(ko_keywords="contakt: [a]\n"), {"contact"})

    assert error.value.problems[0].hint == "did you mean `contact`?"


def test_a_project_gives_keywords_to_its_own_pages_and_hears_of_those_that_are_nobodys(tmp_path: Path) -> None:
    for name, text in {
        "support.yml": (STARTER / "support.yml").read_text("utf-8"),
        "templates/pages/branches.md.j2": '{% set title = "Branches" %}\n# Branches\n',
        "locales/en/keywords.yml": "branches: [Busan]\nbill-reed: [bill]\nbill-read: [scan]\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(SourceError) as error:
        pipeline.compose(pipeline.read(tmp_path), TODAY)

    assert [str(problem.where) for problem in error.value.problems] == ["locales/en/keywords.yml:2:1"]
    assert error.value.problems[0].hint == "did you mean `bill-read`?"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_article_and_page_has_its_keywords(tag: str) -> None:
    place = REPOSITORY / "locales" / language(tag).folder / "keywords.yml"
    ids = {path.stem for path in (REPOSITORY / "kb").glob("*/*.md")}

    source = Source(PurePosixPath(place), place.read_text("utf-8"))
    found = lexicon.lexicon(tag, {PurePosixPath(place.parent.name, place.name): source})

    assert ids - set(found.keywords) == set()
