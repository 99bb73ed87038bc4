"""What browsers are told to load and run, and the files that tell hosts to say it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator import engine
from generator.engine import headers
from generator.engine.policy import RUNS_FIRST, policy
from tests.conftest import GoldenSites
from tests.engine_samples import draft, page, pages, tree

EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def test_the_script_of_the_theme_is_allowed_by_what_it_says() -> None:
    made = Environment(loader=DictLoader({RUNS_FIRST: "<script></script>"}))

    assert policy(made) == (
        "default-src 'none'; base-uri 'none'; connect-src 'self'; form-action 'self'; img-src 'self' data:; "
        f"manifest-src 'self'; script-src 'self' {EMPTY}; style-src 'self'"
    )


def test_every_page_says_the_policy_before_it_loads_anything(golden_sites: GoldenSites) -> None:
    for path in golden_sites["demo"].rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        said = text.index('http-equiv="Content-Security-Policy"')
        assert said < min(text.index("<link"), text.index("<script")), path


def test_a_script_in_a_page_is_not_allowed_because_it_is_there(tmp_path: Path) -> None:
    own = pages(page("evil.md", "# Evil\n\n<script>alert(1)</script>\n"))

    engine.build(draft(tree("en", own)), tmp_path / "out")
    engine.build(draft(tree("en")), tmp_path / "plain")

    assert _policy(tmp_path / "out") == _policy(tmp_path / "plain")


def _policy(site: Path) -> str:
    return (site / "_headers").read_text(encoding="utf-8").splitlines()[1]


def test_what_is_named_by_its_content_may_be_kept_for_ever() -> None:
    site = ["assets/site.0123abcd.css", "assets/logo.svg", "assets/search.ko.0123456789abcdef.json"]

    found = dict(headers.files("default-src 'none'", site))

    assert found["_headers"] == (
        "/*\n"
        "  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        "/assets/search.ko.0123456789abcdef.json\n"
        "  Cache-Control: public, max-age=31536000, immutable\n"
        "/assets/site.0123abcd.css\n"
        "  Cache-Control: public, max-age=31536000, immutable\n"
    )
    azure = json.loads(found["staticwebapp.config.json"])
    assert [route["route"] for route in azure["routes"]] == [
        "/assets/search.ko.0123456789abcdef.json",
        "/assets/site.0123abcd.css",
    ]
    assert azure["globalHeaders"]["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("url", "there"), [("https://help.example.com/", True), ("https://example.com/support/", False), (None, True)]
)
def test_hosts_read_their_files_at_the_root_only(tmp_path: Path, url: str | None, there: bool) -> None:
    engine.build(draft(tree("en"), url=url), tmp_path / "out")

    assert (tmp_path / "out" / "_headers").exists() is there
    assert (tmp_path / "out" / "staticwebapp.config.json").exists() is there


def test_a_preview_says_no_policy_since_its_server_adds_a_script(tmp_path: Path) -> None:
    engine.build(draft(tree("en")), tmp_path / "out", live=True)

    assert "Content-Security-Policy" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "out" / "_headers").exists()
