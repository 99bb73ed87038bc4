"""A site without every page: links of shipped articles give way, slips in one's own are told with their line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import engine, pipeline
from generator.model import Draft
from generator.problems import EngineError, SourceError
from tests.conftest import STARTER, TODAY

OWN = "---\nid: mine\ntitle: Mine\nrelated: [{related}]\n---\n\n## First\n\n{body}\n"
CARRIED = {"include_groups": ["billing-subscription", "service-availability"], "exclude": ["avail-health", "bill-read"]}


def composed(project: Path, *, body: str = "", related: str = "", **settings: object) -> Draft:
    data = yaml.safe_load((STARTER / "support.yml").read_text("utf-8"))
    whole = {name: value for name, value in {**data, **settings}.items() if value is not None}
    (project / "support.yml").write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), "utf-8")
    if body or related:
        place = project / "kb/billing-subscription/mine.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(OWN.format(body=body, related=related), "utf-8")
    return pipeline.compose(pipeline.read(project), TODAY)


def test_an_article_left_out_is_linked_from_nowhere_and_breaks_nothing(tmp_path: Path) -> None:
    draft = composed(tmp_path, body="See [health](../service-availability/avail-health.md).", content=CARRIED)

    engine.build(draft, tmp_path / "site")

    pages = {page.path.as_posix(): page.markdown for page in draft.trees[0].pages if page.kind == "article"}
    assert pages["help/billing-subscription/mine.md"].count("See health.") == 1
    assert len(pages) > 10 and not any(name.startswith("help/security") for name in pages)
    assert [name for name, text in pages.items() if re.search(r"(avail-health|bill-read)\.md", text)] == []
    assert draft.problems == ()


def test_a_page_that_the_facts_do_not_allow_is_linked_from_no_article(tmp_path: Path) -> None:
    plans = [{"id": "std", "name": "Standard", "price": {"unit": "included"}}]
    phone = {
        "id": "phone",
        "kind": "phone",
        "number": "+1 212-555-0100",
        "schedule": "office",
        "languages": [{"tag": "en"}],
    }
    absent = ("severities", "sla", "collections", "maintenance", "out_of_hours", "security", "escalation")
    bare: dict[str, Any] = dict.fromkeys(absent)
    draft = composed(tmp_path, **bare, plans=plans, channels=[phone], languages=["en"])

    paths = {page.path.as_posix() for page in draft.trees[0].pages}
    assert "service-levels.md" not in paths and "contact.md" in paths
    engine.build(draft, tmp_path / "site")
    assert [
        page.path for page in draft.trees[0].pages if page.kind == "article" and "service-levels.md" in page.markdown
    ] == []
    assert any("contact.md" in page.markdown for page in draft.trees[0].pages if page.kind == "article")


def test_a_slip_in_one_s_own_article_is_told_with_its_line_before_anything_is_built(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        composed(tmp_path, body="a\n\n[late](bill-lat.md) and <script>x</script>")

    told = [(problem.code, str(problem.where), problem.hint) for problem in caught.value.problems]
    assert ("broken-link", "kb/billing-subscription/mine.md:11", "did you mean `bill-late.md`?") in told
    assert [code for code, where, _ in told if where.endswith("mine.md:11")] == ["broken-link", "html-refused"]
    assert {where for _, where, _ in told} == {"kb/billing-subscription/mine.md:11"}


def test_what_only_the_engine_can_tell_has_its_line_as_well(tmp_path: Path) -> None:
    draft = composed(tmp_path, body="[late](bill-late.md#nowhere)\n\n[us](/contact/)\n\n[x](javascript:alert)")

    with pytest.raises(EngineError) as caught:
        engine.build(draft, tmp_path / "site")

    assert {(problem.code, problem.where.line) for problem in caught.value.problems} == {
        ("broken-anchor", 9),
        ("absolute-link", 11),
        ("link-scheme", 13),
    }


def test_a_related_article_that_nobody_wrote_is_a_warning_and_one_left_out_is_none(tmp_path: Path) -> None:
    draft = composed(tmp_path, related="bill-read, bill-latte", content=CARRIED)

    (problem,) = draft.problems
    assert (problem.code, str(problem.where)) == ("unknown-article", "kb/billing-subscription/mine.md:4")
    assert problem.hint == "did you mean `bill-late`?"
    assert problem.severity == "warning"


def test_a_group_left_out_is_carried_nowhere(tmp_path: Path) -> None:
    draft = composed(tmp_path, content={"exclude_groups": ["security"]})

    helps = [page.path.as_posix() for page in draft.trees[0].pages if page.path.parts[0] == "help"]
    assert helps and not any(path.startswith("help/security") for path in helps)
    engine.build(draft, tmp_path / "site")
