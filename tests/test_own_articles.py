"""A partner's own articles: laid over the shipped ones, in its own language, held against what is shipped."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
import yaml

from generator import articles, files, pipeline
from generator.model import Draft, Source
from generator.problems import Problem, SourceError
from tests.conftest import REPOSITORY, STARTER, TODAY

LATE = "billing-subscription/bill-late"
NOW = articles.fingerprint(Source(PurePosixPath("kb/x.md"), (REPOSITORY / "kb" / f"{LATE}.md").read_text("utf-8")))
MINE = "---\nid: {id}\ntitle: {title}\n{more}---\n\n## 처음\n\n{body}\n"


def project(root: Path, **settings: object) -> Path:
    data = {**yaml.safe_load((STARTER / "support.yml").read_text("utf-8")), **settings}
    (root / "support.yml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return root


def put(root: Path, path: str, *, more: str = "", title: str = "우리 글", body: str = "안녕하세요.") -> None:
    place = root / "kb" / f"{path}.md"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(MINE.format(id=place.stem, title=title, more=more, body=body), "utf-8")


def composed(root: Path) -> Draft:
    return pipeline.compose(pipeline.read(root), TODAY)


def told(problems: tuple[Problem, ...], *codes: str) -> list[tuple[str, str, str, str]]:
    return [(p.code, p.severity, str(p.where), p.hint) for p in problems if not codes or p.code in codes]


@pytest.mark.parametrize(
    ("setting", "names", "hint"),
    [
        ("exclude", ["bill-lat"], "did you mean `bill-late`?"),
        ("exclude", ["bill-read", "xyzzy"], "take the id of an article, or take it out"),
        ("featured", ["id-pasword"], "did you mean `id-password`?"),
    ],
)
def test_a_setting_that_names_an_article_nobody_wrote_is_told_at_its_line(
    tmp_path: Path, setting: str, names: list[str], hint: str
) -> None:
    draft = composed(project(tmp_path, content={setting: names}))

    lines = (tmp_path / "support.yml").read_text("utf-8").splitlines()
    at = f"support.yml:{lines.index(f'  - {names[-1]}') + 1}:5"
    assert told(draft.problems, "unknown-article") == [("unknown-article", "warning", at, hint)]


@pytest.mark.parametrize(
    "content",
    [{"exclude": ["bill-late"]}, {"exclude_groups": ["billing-subscription"]}, {"include_groups": ["security"]}],
)
def test_an_article_that_is_featured_and_left_out_is_told_at_its_line(
    tmp_path: Path, content: dict[str, list[str]]
) -> None:
    draft = composed(project(tmp_path, content={**content, "featured": ["sec-phish", "bill-late"]}))

    lines = (tmp_path / "support.yml").read_text("utf-8").splitlines()
    at = f"support.yml:{lines.index('  - sec-phish') + 2}:5"
    assert [(p.severity, str(p.where), p.message, p.hint) for p in draft.problems if p.code == "absent-article"] == [
        ("warning", at, "bill-late: `content` leaves this article out", "carry it, or take it out of `featured`")
    ]


def test_an_own_article_may_be_left_out_again(tmp_path: Path) -> None:
    put(project(tmp_path, content={"exclude": ["mine", "bill-late"]}), "security/mine")
    draft = composed(tmp_path)

    ids = {page.path.stem for page in draft.trees[0].pages if page.kind == "article"}
    assert "mine" not in ids and "bill-late" not in ids and "bill-read" in ids
    assert told(draft.problems) == []


@pytest.mark.parametrize("folder", ["security", "billing-subscription/archive"])
def test_one_id_belongs_to_one_article_and_both_places_are_named(tmp_path: Path, folder: str) -> None:
    put(project(tmp_path), f"{folder}/bill-late", more="group: security\n")

    with pytest.raises(SourceError) as caught:
        composed(tmp_path)
    (problem,) = [one for one in caught.value.problems if one.severity == "error"]
    assert (problem.code, str(problem.where)) == ("duplicate-article", f"kb/{folder}/bill-late.md:2")
    assert problem.message == f"bill-late: the article kb/{LATE}.md:2 has this id too"
    assert f"save it as kb/{LATE}.md" in problem.hint


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ("article-based-on", "warning", f"kb/{LATE}.md:1", f'write `based_on: "{NOW}"`, the hash of now')),
        (
            "based_on: 012345678901\n",
            (
                "article-changed",
                "warning",
                f"kb/{LATE}.md:4",
                f'read it again, take over what holds for you too, and write `based_on: "{NOW}"`',
            ),
        ),
        (f'based_on: "{NOW}"\n', None),
        (f"based_on: {NOW}\n", None),
    ],
)
def test_an_override_says_which_text_it_replaces(
    tmp_path: Path, more: str, expected: tuple[str, str, str, str] | None
) -> None:
    put(project(tmp_path), LATE, more=more)
    draft = composed(tmp_path)

    (page,) = [one for one in draft.trees[0].pages if one.path == PurePosixPath(f"help/{LATE}.md")]
    assert "안녕하세요" in page.markdown
    assert told(draft.problems) == ([expected] if expected else [])


def test_a_copy_to_the_letter_is_no_article_of_its_own(tmp_path: Path) -> None:
    place = project(tmp_path) / "kb" / f"{LATE}.md"
    place.parent.mkdir(parents=True)
    place.write_bytes((REPOSITORY / "kb" / f"{LATE}.md").read_bytes())

    assert files.read(tmp_path).own == {}
    assert told(composed(tmp_path).problems) == []


def test_what_replaces_nothing_is_based_on_nothing(tmp_path: Path) -> None:
    put(project(tmp_path), "security/bill-later", more=f"based_on: {NOW}\n")

    (problem,) = composed(tmp_path).problems
    assert (problem.code, str(problem.where)) == ("article-based-on", "kb/security/bill-later.md:4")


@pytest.mark.parametrize("value", ["abc", "0123456789AB", "[a]", "{a: b}", "0123456789abc"])
def test_a_hash_that_is_none_is_refused(value: str) -> None:
    source = Source(PurePosixPath("kb/security/a.md"), f"---\nid: a\ntitle: A\nbased_on: {value}\n---\n")

    article, (problem,) = articles.examined(source)
    assert article is None and (problem.code, problem.where.line) == ("front-matter", 4)


def test_own_articles_are_written_in_the_partner_s_language_and_translated_in_partner_po(tmp_path: Path) -> None:
    root = project(tmp_path, languages=["ko", "en"], source_language="ko")
    put(root, "security/mine", body="문을 [닫으세요](sec-phish.md).")
    written = {path.relative_to(tmp_path).as_posix(): text for path, text in pipeline.translations(tmp_path)}

    (name,) = written
    assert name == "locales/en/LC_MESSAGES/partner.po"
    assert 'msgid "우리 글"' in written[name] and 'msgid "문을 [닫으세요](sec-phish.md)."' in written[name]
    assert "What you see" not in written[name]

    said = written[name].replace('msgid "우리 글"\nmsgstr ""', 'msgid "우리 글"\nmsgstr "Our own"')
    said = said.replace('(sec-phish.md)."\nmsgstr ""', '(sec-phish.md)."\nmsgstr "Please [close](sec-phish.md) it."')
    files.write(tmp_path / name, said)
    draft = composed(tmp_path)
    pages = {tree.language: next(p for p in tree.pages if p.path.stem == "mine") for tree in draft.trees}

    assert (pages["ko"].title, pages["en"].title) == ("우리 글", "Our own")
    assert (pages["ko"].translation, pages["en"].translation) == ("original", "partly")
    assert "문을 [닫으세요]" in pages["ko"].markdown and "Please [close]" in pages["en"].markdown
    topic = next(p for p in draft.trees[1].pages if p.path == PurePosixPath("help/security/index.md"))
    assert "Our own" in topic.markdown and list(pipeline.translations(tmp_path)) == []


def test_what_an_english_override_keeps_is_translated_where_it_was(tmp_path: Path) -> None:
    text = (REPOSITORY / "kb" / f"{LATE}.md").read_text("utf-8")
    place = project(tmp_path, languages=["en", "ko"], source_language="en") / "kb" / f"{LATE}.md"
    place.parent.mkdir(parents=True)
    place.write_text(text.replace("reviewed:", f'based_on: "{NOW}"\nreviewed:', 1) + "\nPay us in cash.\n", "utf-8")

    page = next(p for p in composed(tmp_path).trees[1].pages if p.path == PurePosixPath(f"help/{LATE}.md"))
    texts = dict(pipeline.translations(tmp_path))

    assert page.translation == "partly" and "What you see" not in page.markdown
    (po,) = texts.values()
    assert "Pay us in cash." in po and "What you see" not in po


def test_an_article_to_which_no_menu_leads_is_told(tmp_path: Path) -> None:
    put(project(tmp_path), "securty/mine")

    (problem,) = composed(tmp_path).problems
    assert (problem.code, str(problem.where), problem.hint) == (
        "unknown-group",
        "kb/securty/mine.md:1",
        "did you mean `security`?",
    )


def test_a_picture_beside_an_article_is_carried_and_its_words_are_translated(tmp_path: Path) -> None:
    body = "![양식](img/form%20a.png)\n\n`![x](no.png)` ![주석][all]\n\n[all]: ../all.webp#x"
    put(project(tmp_path, languages=["ko", "en"]), "security/mine", body=body)
    for name in ("security/img/form a.png", "all.webp"):
        (tmp_path / "kb" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "kb" / name).write_bytes(name.encode())
    po = tmp_path / "locales/en/LC_MESSAGES/partner.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "![양식](img/form%20a.png)"\nmsgstr "![The form](img/form%20a.png)"\n', "utf-8")

    out = tmp_path / "out"
    pipeline.build(composed(tmp_path), tmp_path, out)

    assert (out / "help/security/img/form a.png").read_bytes() == b"security/img/form a.png"
    assert (out / "help/all.webp").read_bytes() == b"all.webp"
    assert len(list(out.rglob("form a.png"))) == 1
    pages = {tag: (out / tag / "help/security/mine/index.html").read_text("utf-8") for tag in ("", "en")}
    assert '<img alt="양식" src="../img/form%20a.png">' in pages[""]
    assert '<img alt="The form" src="../../../../help/security/img/form%20a.png">' in pages["en"]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("form.png", ("asset-missing", "kb/security/form.png: there is no such file in the project")),
        ("../../form.png", ("asset-outside", "kb/../form.png: a picture must lie in the project")),
        ("form.gif", ("asset-kind", "kb/security/form.gif: this kind of file is no picture")),
    ],
)
def test_a_picture_that_cannot_be_carried_is_told_at_its_line(
    tmp_path: Path, target: str, told: tuple[str, str]
) -> None:
    put(project(tmp_path), "security/mine", body=f"글.\n\n![양식]({target})")

    with pytest.raises(SourceError) as caught:
        pipeline.read(tmp_path)

    assert [(p.code, p.message, str(p.where)) for p in caught.value.problems] == [(*told, "kb/security/mine.md:10")]


def test_the_words_of_a_template_of_ones_own_are_translated_in_the_project(tmp_path: Path) -> None:
    page = '{% set title = _("Our news") %}\n# {{ title }}\n\n{{ _("Contact us") }}, {{ _("or wait.") }}\n'
    own = project(tmp_path, languages=["en", "ko"]) / "templates/pages/news.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text(page, "utf-8")

    written = {path.relative_to(tmp_path).as_posix(): text for path, text in pipeline.translations(tmp_path)}
    po = tmp_path / "locales/ko/LC_MESSAGES/site.po"
    po.parent.mkdir(parents=True)
    texts = written["locales/ko/LC_MESSAGES/site.po"]
    po.write_text(texts.replace('"Our news"\nmsgstr ""', '"Our news"\nmsgstr "우리 소식"'), "utf-8")
    pages = {tree.language: {str(page.path): page for page in tree.pages} for tree in composed(tmp_path).trees}

    assert [line for line in texts.splitlines() if line.startswith("msgid")][1:] == [
        'msgid "Our news"',
        'msgid "or wait."',
    ]
    assert "locales/ko/LC_MESSAGES/kb.po" not in written
    assert pages["ko"]["news.md"].title == "우리 소식"
    assert [gap.text for gap in pages["ko"]["news.md"].coverage.gaps if gap.domain == "site"] == ["or wait."]
