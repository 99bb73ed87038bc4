"""What readers are told of a translation: counted once, and the same in notices, tags, search engines and status."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

import polib
import pytest
import yaml

from generator import engine, files, pipeline
from generator.console import as_text
from generator.engine.places import Places
from generator.engine.states import parted, tagged, told
from generator.formats import Formats
from generator.languages import language
from generator.model import Coverage, Draft, Gap, Line, Notice, Page, Source, Sources, Standing, Tree, gap
from generator.pages.asked import Asked, Noted, Notes
from generator.pages.notice import notice
from generator.pages.reader import Reader
from generator.problems import Location
from generator.schema import Site, SupportConfig
from generator.words import Words
from tests.conftest import REPOSITORY, STARTER, TODAY
from tests.engine_samples import attribute, parsed, text

ARTICLES = "updates"
"""The shipped group that these projects carry."""
CHANGES, OFFICE = (PurePosixPath(f"help/updates/upd-{name}.md") for name in ("changes", "office"))
HERE = Location(PurePosixPath("locales/ko/LC_MESSAGES/kb.po"), 7)
MACHINE = "provenance: mt engine=any"
PERSON = "provenance: reviewed by=Kim Minji on=2026-11-20"
MINE = """\
---
id: mine
title: Mine
description: About it
group: updates
---

## Before

Ask us first.

- One
- Two
"""


def project(root: Path, **settings: object) -> Path:
    data = yaml.safe_load((STARTER / "support.yml").read_text("utf-8"))
    data |= {"languages": ["en", "ko"], "source_language": "en", "content": {"include_groups": [ARTICLES]}}
    data["site"] = {"url": "https://help.example.com/"}
    text = yaml.safe_dump({**data, **settings}, allow_unicode=True, sort_keys=False)
    (root / "support.yml").write_text(text, "utf-8")
    return root


def composed(root: Path, edit: Callable[[Sources], Sources] = lambda sources: sources) -> Draft:
    return pipeline.compose(edit(pipeline.read(root)), TODAY)


def page(draft: Draft, path: PurePosixPath | str, tag: str = "ko") -> Page:
    tree = next(tree for tree in draft.trees if tree.language == tag)
    return next(page for page in tree.pages if page.path == PurePosixPath(path))


def with_po(tag: str, domain: str, change: Callable[[polib.POEntry], object]) -> Callable[[Sources], Sources]:
    """Change every entry of a shipped PO file, in memory."""
    place = PurePosixPath(language(tag).folder, "LC_MESSAGES", f"{domain}.po")

    def edit(sources: Sources) -> Sources:
        source = sources.catalogs[place]
        po = polib.pofile(source.text, wrapwidth=0)
        for entry in po:
            change(entry)
        changed = replace(source, text=str(po))
        return replace(sources, catalogs={**sources.catalogs, place: changed})

    return edit


def put(entry: polib.POEntry, state: str) -> None:
    match state:
        case "missing":
            entry.msgstr = ""
        case "stale":
            entry.flags.append("fuzzy")
        case "refused":
            entry.msgstr += " {nobody}"
        case "machine":
            entry.tcomment = MACHINE
        case "reviewed":
            entry.tcomment = PERSON


def of(entry: polib.POEntry, name: str) -> bool:
    return any(place.endswith(name) for place, _ in entry.occurrences)


@pytest.fixture(scope="module")
def demo() -> Sources:
    """The demo partner in two languages, with few articles."""
    return changed(
        pipeline.read(REPOSITORY),
        lambda settings: settings.update(
            languages=["en", "ko"], source_language="en", content={"include_groups": [ARTICLES]}
        ),
    )


def changed(sources: Sources, change: Callable[[dict[str, Any]], object]) -> Sources:
    settings = yaml.safe_load(sources.support.text)
    change(settings)
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    return replace(sources, support=replace(sources.support, text=text))


@pytest.mark.parametrize(
    ("standings", "translation", "counts"),
    [
        ([], "original", (0, 0, 0, 0)),
        (["translated", "reviewed"], "whole", (2, 0, 0, 0)),
        (["translated", "machine"], "whole", (2, 0, 0, 1)),
        (["translated", "stale", "refused", "missing"], "partly", (1, 1, 2, 0)),
        (["stale", "missing"], "none", (0, 1, 1, 0)),
    ],
)
def test_coverage_is_counted_from_what_is_lacking(
    standings: list[Standing], translation: str, counts: tuple[int, ...]
) -> None:
    gaps = (gap(one, str(n), HERE, "en", "kb") for n, one in enumerate(standings))
    found = Coverage(len(standings), gaps=tuple(filter(None, gaps)))

    assert found.translation == translation
    assert (found.translated, found.stale, found.missing, found.machine) == counts


def test_a_page_with_words_of_its_own_language_is_never_untranslated() -> None:
    assert Coverage(1, native=3, gaps=(Gap("a", "missing", HERE, "ko", "partner"),)).translation == "partly"


@pytest.mark.slow
def test_articles_count_as_status_does(tmp_path: Path) -> None:
    root = project(tmp_path, languages=["en", "ko", "ru"])
    (root / "kb" / "updates").mkdir(parents=True)
    (root / "kb" / "updates" / "mine.md").write_text(MINE, "utf-8")
    states = {"Mine": "stale", "About it": "machine", "Before": "reviewed", "Ask us first.": "refused", "One": ""}

    def say(entry: polib.POEntry) -> None:
        entry.msgstr = "말"
        put(entry, states.get(entry.msgid, "missing"))

    write(root, "ko", say)
    draft, counted = composed(root), pipeline.status(root)

    rows = 0
    for tag in ("ko", "ru"):
        for one in (page for tree in draft.trees if tree.language == tag for page in tree.pages):
            if one.kind == "article":
                row, own = counted[tag].pages[one.origin.path], one.coverage
                numbers = (own.segments, own.translated, own.stale, own.missing, own.machine, own.reviewed)
                assert numbers == (row.segments, row.translated, row.fuzzy, row.missing, row.machine, row.reviewed)
                rows += 1
    assert rows == 6
    mine = page(draft, "help/updates/mine.md").coverage
    assert (mine.segments, mine.translated, mine.stale, mine.missing, mine.refused, mine.machine, mine.reviewed) == (
        (6, 3, 1, 2, 1, 1, 1)
    )


def write(root: Path, tag: str, change: Callable[[polib.POEntry], object]) -> None:
    """Run `translate update`, and change the partner's PO file of a language."""
    for path, new in pipeline.translations(root):
        files.write(path, new)
    place = root / "locales" / language(tag).folder / "LC_MESSAGES" / "partner.po"
    po = polib.pofile(str(place), wrapwidth=0)
    for entry in po:
        change(entry)
    po.save(str(place))
    for path, new in pipeline.translations(root):
        files.write(path, new)


def test_a_page_of_a_template_counts_the_texts_that_stand_on_it(tmp_path: Path) -> None:
    stale = with_po("ko", "site", lambda entry: put(entry, {"Contact us": "stale"}.get(entry.msgid, "")))
    draft = composed(project(tmp_path), stale)

    gaps = {str(one.path): one.coverage.gaps for one in draft.trees[1].pages if one.coverage.gaps}

    assert {"contact.md", "404.md", "help/updates/index.md"} <= set(gaps) and "glossary.md" not in gaps
    ours = {gap for found in gaps.values() for gap in found if gap.domain == "site"}
    assert [(gap.text, gap.state, gap.language, gap.where.path.name) for gap in ours] == [
        ("Contact us", "stale", "en", "site.po")
    ]
    assert "Example Cloud" not in {gap.text for found in gaps.values() for gap in found}
    assert {one.translation for one in draft.trees[0].pages} == {"original"}


def test_a_name_that_no_language_translates_is_no_gap(demo: Sources) -> None:
    routed = changed(demo, lambda settings: settings["escalation"]["microsoft"].update(routes=["unified"]))
    found = page(pipeline.compose(routed, TODAY), "escalation.md")

    assert "Microsoft Unified" in found.markdown and found.translation == "whole"


UNSURE = {
    "Contact us": "machine",
    "Ways to reach us": "stale",
    "Help yourself first": "missing",
    "All hours are in {zone}.": "refused",
}
TOLD = """\
locales/ko/LC_MESSAGES/site.po:{refused}: {severity}: ko: the translation is refused, on contact: “All hours \
are in {zone}.” (the translation brings in `{nobody}`, which the source does not have) [R010]
    mend it: what is not words stays as it is in the original (Partner Center, Customer support, 2018)
locales/ko/LC_MESSAGES/site.po:{machine}: {severity}: ko: machine translation that nobody has reviewed, on contact: \
“Contact us” [R010]
    read it, mend it, and take the `provenance` line away (Partner Center, Customer support, 2018)
locales/ko/LC_MESSAGES/site.po:{missing}: {severity}: ko: not translated yet, on contact: “Help yourself first” [R010]
    translate it (Partner Center, Customer support, 2018)
locales/ko/LC_MESSAGES/site.po:{stale}: {severity}: ko: the original has changed since, on contact: \
“Ways to reach us” [R010]
    read the original again, mend the translation, and take `fuzzy` away (Partner Center, Customer support, 2018)
"""


def test_a_promise_that_is_not_sure_is_told_once_to_the_letter(demo: Sources) -> None:
    sources = with_po("ko", "site", lambda entry: put(entry, UNSURE.get(entry.msgid, "")))(demo)
    draft = pipeline.compose(sources, TODAY)
    entries = polib.pofile(sources.catalogs[PurePosixPath("ko/LC_MESSAGES/site.po")].text)
    at = {UNSURE[entry.msgid]: entry.linenum for entry in entries if entry.msgid in UNSURE}

    for strict, severity in ((False, "warning"), (True, "error")):
        found = pipeline.check(draft, strict=strict)
        expected = TOLD.format(severity=severity, zone="{zone}", nobody="{nobody}", **at)
        assert sorted(as_text(found).splitlines()) == sorted(expected.splitlines())
        assert len(pipeline.stops(found, strict=strict)) == 4 * strict


def test_a_text_of_the_partner_that_no_file_has_yet_is_told_where_it_was_written(demo: Sources) -> None:
    sources = changed(demo, lambda settings: settings["escalation"]["internal"][0].update(role="Any engineer"))
    line = sources.support.text.split("\n").index("    role: Any engineer") + 1

    (problem,) = pipeline.check(pipeline.compose(sources, TODAY))
    assert as_text((problem,)) == (
        f"support.yml:{line}:11: warning: ko: not translated yet, on escalation: “Any engineer” [R010]\n"
        "    run `helpglot translate update`, then translate it in locales/ko/LC_MESSAGES/partner.po;"
        " or write it by language where it stands (Partner Center, Customer support, 2018)\n"
    )


def test_a_language_that_nobody_has_begun_is_told_in_one_line(tmp_path: Path) -> None:
    draft = composed(project(tmp_path, languages=["en", "ja"]))
    found = [problem for problem in pipeline.check(draft) if problem.code == "R010"]

    assert len(found) == 1 and "ja: " in found[0].message and "pages are not whole" in found[0].message
    assert {one.translation for one in draft.trees[1].pages} == {"none"}
    assert not any(version.indexed for one in draft.trees[1].pages for version in Places(draft).versions(one.path)[1:])


def test_every_claim_of_a_built_page_is_the_same_truth(demo: Sources, tmp_path: Path) -> None:
    states = ["stale", "missing", "machine", "machine", "translated"]

    def change(entry: polib.POEntry) -> None:
        if of(entry, "upd-office.md"):
            put(entry, "missing")
        elif of(entry, "upd-changes.md") and entry.msgid not in ("What you see", "What to do", "When to contact us"):
            put(entry, states[sum(map(ord, entry.msgid)) % 5])

    site = with_po("ko", "site", lambda entry: put(entry, {"Ways to reach us": "stale"}.get(entry.msgid, "")))
    draft = pipeline.compose(site(with_po("ko", "kb", change)(demo)), TODAY)
    draft = replace(draft, config=draft.config.model_copy(update={"site": Site(url="https://help.example.com/")}))
    engine.build(draft, tmp_path)

    built = {tag: tmp_path / ("" if tag == "en" else tag) for tag in ("en", "ko")}
    partly, none = (parsed(built["ko"] / path.with_suffix("") / "index.html") for path in (CHANGES, OFFICE))
    sitemap = (tmp_path / "sitemap.xml").read_text("utf-8")
    found = page(draft, CHANGES).coverage
    assert (page(draft, CHANGES).translation, page(draft, OFFICE).translation) == ("partly", "none")

    assert attribute(partly, "meta", "content", name="robots") == []
    assert attribute(partly, "link", "href", rel="canonical") == [
        "https://help.example.com/ko/help/updates/upd-changes/"
    ]
    assert set(attribute(partly, "link", "hreflang", rel="alternate")) == {"en", "ko", "x-default"}
    assert attribute(none, "meta", "content", name="robots") == ["noindex"]
    assert (
        attribute(none, "link", "href", rel="canonical") == attribute(none, "link", "hreflang", rel="alternate") == []
    )
    assert "ko/help/updates/upd-changes/" in sitemap and "ko/help/updates/upd-office/" not in sitemap

    (box,) = boxes(partly)
    said = " ".join("".join(box.itertext()).split())
    assert f"아직 번역하지 않은 문단이 {found.missing}개" in said and f"바뀐 문단이 {found.stale}개" in said
    assert f"기계가 번역하고 아직 검토하지 않은 문단이 {found.machine}개" in said
    assert f"번역된 문단: {found.segments}개 중 {found.translated}개" in text(partly, "ul")
    assert [link.get("href") for link in box.iter("a")] == [
        "../../../../help/updates/upd-changes/",
        "../../../contact/",
    ]
    (empty,) = boxes(none)
    assert "이 페이지는 아직 번역되지 않았습니다" in "".join(empty.itertext()) and "번역 전" in text(none, "ul")

    assert found.stale and found.missing and found.machine
    tags = [one.text for one in partly.iter() if one.get("class") == "hg-passage-tag"]
    assert set(tags) == {"원문(영어): 번역 전", "원문(영어): 번역한 뒤 원문이 바뀜", "기계 번역, 검토 전"}
    assert not [one for one in none.iter() if one.get("class") == "hg-passage-tag"]
    marked = [
        one for root in (partly, none) for one in root.iter() if one.get("data-hg-passage") in ("stale", "missing")
    ]
    assert marked and all(one.get("lang") == "en" for one in marked)

    contact = parsed(built["ko"] / "contact" / "index.html")
    assert len(boxes(contact)) == 1 and "원문(영어): 번역한 뒤 원문이 바뀜" in text(contact, "p")
    assert not boxes(parsed(built["ko"] / "glossary" / "index.html")) and not boxes(
        parsed(built["en"] / "contact" / "index.html")
    )


def boxes(root: Element) -> list[Element]:
    return [one for one in root.iter("section") if one.get("class") == "hg-notice"]


@pytest.mark.slow
def test_one_changed_word_is_told_until_a_translator_confirms(tmp_path: Path) -> None:
    root = project(tmp_path, languages=["en", "ko", "ru"], site={})
    article = root / "kb" / "updates" / "mine.md"
    article.parent.mkdir(parents=True)
    article.write_text(MINE, "utf-8")
    for tag in ("ko", "ru"):
        write(root, tag, lambda entry: setattr(entry, "msgstr", f"<{entry.msgid}>".translate({60: "말", 62: "."})))
    whole = page(composed(root), "help/updates/mine.md")
    places = {tag: root / "locales" / tag / "LC_MESSAGES" / "partner.po" for tag in ("ko", "ru")}
    before = {tag: place.read_text("utf-8") for tag, place in places.items()}

    article.write_text(MINE.replace("Ask us first.", "Ask us soon."), "utf-8")
    for path, new in pipeline.translations(root):
        files.write(path, new)
    stale = page(composed(root), "help/updates/mine.md")

    for tag, place in places.items():
        diff = unified_diff(before[tag].splitlines(), place.read_text("utf-8").splitlines(), lineterm="", n=0)
        assert sorted(line for line in list(diff)[2:] if line[0] in "+-") == [
            "+#, fuzzy",
            '+#| msgid "Ask us first."',
            '+msgid "Ask us soon."',
            '-msgid "Ask us first."',
        ]
    assert whole.translation == "whole" and whole.notice == Notice(Line("전체 번역됨"))
    assert (stale.coverage.stale, stale.translation) == (1, "partly")
    assert '<span lang="en" data-hg-passage="stale">Ask us soon.</span>' in stale.markdown
    assert stale.notice and stale.notice.lines == (
        Line("번역한 뒤 원문(영어)이 바뀐 문단이 1개 있습니다. 번역을 확인할 때까지 원문을 보여 드립니다."),
    )

    places["ko"].write_text(re.sub(r"#, fuzzy\n#\| .*\n", "", places["ko"].read_text("utf-8")), "utf-8")
    assert page(composed(root), "help/updates/mine.md").notice == whole.notice
    assert page(composed(root), "help/updates/mine.md", "ru").translation == "partly"


class Told:
    """A translator who repeats what it is told."""

    def get(self, msgid: str, context: str | None = None) -> str | None:
        return msgid

    def plural(self, singular: str, plural: str, n: int) -> str | None:
        return singular if n == 1 else plural

    def standing(self, msgid: str, context: str | None = None, plural: str = "") -> Standing:
        return "translated"


def reader(tag: str = "ko") -> Reader:
    company = {"legal_name": "Acme Ltd.", "display_name": "Acme", "csp_type": "direct_bill"}
    settings = SupportConfig.model_validate(
        {
            "schema_version": 1,
            "company": company,
            "languages": ["en", "ko"],
            "timezone": "Asia/Seoul",
            "clouds": ["global"],
            "regions": ["KR"],
        }
    )
    words = Words(Formats(language("en"), "KR"), Told())
    return Reader(settings, language(tag), words, Told(), Told(), TODAY)


@pytest.mark.parametrize(
    ("standings", "state", "title", "lines"),
    [
        ("t t", "Fully translated", "", []),
        ("r t", "Fully translated", "", []),
        ("r r", "Fully translated and reviewed by a person", "", []),
        (
            "m m",
            "Machine translation, not reviewed yet",
            "Machine translation on this page has not been reviewed yet",
            ["2 passages were translated by a machine and not reviewed yet; they are marked."],
        ),
        (
            "m t",
            "Fully translated, in part by a machine and not reviewed yet",
            "Machine translation on this page has not been reviewed yet",
            ["1 passage was translated by a machine and not reviewed yet; it is marked."],
        ),
        (
            "t x f s",
            "Translated passages: 1 of 4",
            "Parts of this page are shown in the original",
            [
                "2 passages are not translated yet; you see the original (English).",
                "1 passage has changed in the original (English); you see the original until its translation is"
                " confirmed.",
            ],
        ),
        (
            "x s",
            "Not translated yet",
            "This page is not translated yet",
            ["Until then you see the original (English)."],
        ),
    ],
)
def test_a_notice_says_no_more_than_is_known(standings: str, state: str, title: str, lines: list[str]) -> None:
    names: dict[str, Standing] = {"x": "missing", "f": "refused", "s": "stale", "m": "machine"}
    gaps = tuple(
        lack
        for n, sign in enumerate(standings.split())
        if (lack := gap(names.get(sign, "translated"), str(n), HERE, "en", "kb"))
    )
    coverage = Coverage(len(standings.split()), reviewed=standings.count("r"), gaps=gaps)

    said = notice(reader(), coverage)
    assert said and (said.state, said.title, [line.text for line in said.lines]) == (
        Line(state),
        Line(title) if title else None,
        lines,
    )


def test_a_page_of_the_readers_own_language_has_no_notice() -> None:
    assert notice(reader("en"), Coverage(native=7)) is None


def test_a_notice_that_is_not_translated_says_in_which_language_it_is(demo: Sources) -> None:
    nothing = changed(demo, lambda settings: settings.update(languages=["en", "ja"]))
    said = page(pipeline.compose(nothing, TODAY), CHANGES, "ja").notice

    assert said and said.title == Line("This page is not translated yet", "en")


TAGS = {"missing.en": Line("<new>"), "stale.en": Line("old", "en"), "machine": Line("raw")}
NEW, OLD = (f'<span class="hg-passage-tag" data-nosearch{more}>' for more in ("", ' lang="en"'))
M, S, R = (
    f"<span{more}>"
    for more in (
        ' lang="en" data-hg-passage="missing"',
        ' lang="en" data-hg-passage="stale"',
        ' data-hg-passage="machine"',
    )
)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p>", "<p>a</p>"),
        (f"<p>{M}a</span></p>", f"<p>{NEW}&lt;new&gt;</span>{M}a</span></p>"),
        (f"<p>{S}a</span></p>", f"<p>{OLD}old</span>{S}a</span></p>"),
        (f"<p>{M}a</span></p><p>{M}b</span></p>", f"<p>{NEW}&lt;new&gt;</span>{M}a</span></p><p>{M}b</span></p>"),
        (
            f"<ul><li>\n<p><strong>{M}a</span></strong></p></li><li>b</li><li>{M}c</span></li></ul>",
            f"<ul><li>\n<p>{NEW}&lt;new&gt;</span><strong>{M}a</span></strong></p></li><li>b</li>"
            f"<li>{NEW}&lt;new&gt;</span>{M}c</span></li></ul>",
        ),
        (
            f'<p>{R}a</span></p><h2 id="x">{R}b</span></h2>',
            f'<p><span class="hg-passage-tag" data-nosearch>raw</span>{R}a</span></p>'
            f'<p class="hg-passage-tag" data-nosearch>raw</p><h2 id="x">{R}b</span></h2>',
        ),
        (f"<h1>{M}a</span></h1>", f"<h1>{M}a</span></h1>"),
        (f'<p class="admonition-title">{M}a</span></p>', f'<p class="admonition-title">{M}a</span></p>'),
        (f"<p>words {M}a</span></p>", f"<p>words {M}a</span></p>"),
    ],
)
def test_a_tag_stands_above_the_first_of_several_passages(html: str, expected: str) -> None:
    coverage = Coverage(2, gaps=(Gap("a", "missing", HERE, "en", "kb"),))
    made = Page(PurePosixPath("help/x/y.md"), "Y", "", HERE, coverage=coverage)

    assert tagged(html, Tree("ko", "Acme", (made,), (), tags=TAGS), made) == expected


def test_a_page_is_parted_below_its_title_and_its_dates() -> None:
    top = '<h1 id="a">A</h1>\n<ul class="hg-meta"><li>today</li></ul>'

    assert parted(f"{top}\n<p>b</p>") == (top, "\n<p>b</p>")
    assert parted("<p>b</p>") == ("", "<p>b</p>")


def test_what_is_asked_for_is_noted_once_and_in_order() -> None:
    notes = Notes()
    noted = Noted("site", Told(), notes)
    noted.get("b"), noted.get("a"), noted.get("b"), noted.plural("one", "many", 2)

    assert notes.taken() == (Asked("site", "b"), Asked("site", "a"), Asked("site", "one", None, "many"))
    assert notes.taken() == ()


def test_the_original_is_linked_where_the_site_has_its_language(demo: Sources) -> None:
    place = PurePosixPath("updates/mine.md")
    own = Source(PurePosixPath("kb") / place, MINE.replace("Ask us first.", "먼저 물어보세요."))
    korean = changed(demo, lambda settings: settings.update(languages=["ko", "ru"], source_language="ko"))
    stale = with_po("ru", "kb", lambda entry: put(entry, "stale"))
    sources = replace(korean, articles={**korean.articles, place: own}, own={**korean.own, place: None})
    draft = pipeline.compose(stale(sources), TODAY)
    mine, shipped = page(draft, "help/updates/mine.md", "ru"), page(draft, CHANGES, "ru")

    assert (mine.translation, page(draft, mine.path).translation) == ("none", "original")
    assert '<span lang="ko" data-hg-passage="missing">먼저 물어보세요.</span>' in mine.markdown
    said = told(Places(draft), draft.trees[1], mine)
    assert said and (said.notice.source, said.original) == ("ko", "help/updates/mine/")
    # Nobody can read the English original of what is shipped: this site has no English.
    said = told(Places(draft), draft.trees[1], shipped)
    assert said and (said.notice.source, said.original) == ("en", "")
    assert [line.text for line in said.notice.lines] == ["Пока перевода нет, показан оригинал (английский)."]
