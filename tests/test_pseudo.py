"""The pseudo-language: built and served, never published; on no page does a text stand that was never extracted."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner

from generator import hours, pipeline
from generator.cli import main
from generator.languages import PSEUDO
from generator.model import Draft, Sources
from tests.conftest import GOLDEN, STARTER, TODAY
from tests.engine_samples import parsed
from tests.test_engine_browser import CHROMIUM, Quiet
from tests.unextracted import HEAD, SILENT, TOLD, texts, unextracted
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Names that are the same in every language, and stand in no support.yml.
NAMES = (
    "Microsoft Security Response Center (MSRC)",
    "Advanced Support for Partners (ASfP)",
    "Premier Support for Partners (PSfP)",
    "Signature Cloud Support",
    "Microsoft Unified",
    "Partner Cloud Support",
    "Microsoft",
    "21Vianet",
)
# The other two are walked in a browser, and built beside their own languages.
LIMITED = [name for name in GOLDEN if name not in ("demo", "starter")]


def project(source: Path, folder: Path, *, articles: bool = False) -> Path:
    """A copy of a partner's support.yml, with a few articles only unless more are wanted."""
    settings = yaml.safe_load((source / "support.yml").read_text("utf-8"))
    if not articles:
        settings["content"] = {**settings.get("content", {}), "include_groups": ["security"], "featured": []}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "support.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return folder


def leaves(value: Any) -> Iterator[str]:
    """Every text of support.yml."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str):
        yield from value.split("\n")


def facts(sources: Sources, draft: Draft) -> list[str]:
    """What stands on a page as the partner, a calendar or a product's maker says it."""
    days = hours.days_off(draft.config, TODAY, TODAY.replace(year=TODAY.year + 1, month=12, day=31))
    holidays = {name for day in days for name in day.names.values()}
    return [*NAMES, *holidays, *leaves(yaml.safe_load(sources.support.text))]


def composed(folder: Path) -> tuple[Draft, list[str]]:
    """A draft with the pseudo-language, and the facts in it."""
    sources = pipeline.read(folder)
    draft = pipeline.compose(sources, TODAY, pipeline.pseudo(sources))
    return draft, facts(sources, draft)


@pytest.mark.slow
@pytest.mark.parametrize("name", LIMITED)
def test_no_page_holds_a_text_that_was_never_extracted(name: str, tmp_path: Path) -> None:
    draft, known = composed(project(GOLDEN[name], tmp_path / "project"))
    pipeline.build(draft, tmp_path / "project", tmp_path / "site", only=PSEUDO)

    found = {
        path.relative_to(tmp_path / "site").as_posix(): words
        for path in sorted((tmp_path / "site").rglob("*.html"))
        if (words := unextracted(texts(parsed(path)), known))
    }

    assert found == {}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The starter with the pseudo-language beside its own."""
    folder = project(STARTER, tmp_path_factory.mktemp("pseudo"))
    result = CliRunner().invoke(main, ["build", "-p", str(folder), "--pseudo", "--date", "2026-11-20"])
    assert result.exit_code == 0, result.output
    return folder, result.stdout


@pytest.mark.slow
def test_it_is_built_beside_the_site_that_is_published(built: tuple[Path, str]) -> None:
    folder, told = built

    assert (folder / "site-pseudo" / PSEUDO / "contact" / "index.html").is_file()
    assert not (folder / "site").exists()
    assert told.endswith(f"in 2 languages: {folder / 'site-pseudo' / 'index.html'}\n")


@pytest.mark.slow
def test_no_search_engine_hears_of_it(built: tuple[Path, str]) -> None:
    site = built[0] / "site-pseudo"
    contact = parsed(site / PSEUDO / "contact" / "index.html")
    heads = [parsed(path) for path in site.rglob("*.html")]

    assert PSEUDO not in (site / "sitemap.xml").read_text("utf-8")
    assert [meta.get("content") for meta in contact.iter("meta") if meta.get("name") == "robots"] == ["noindex"]
    assert [link for head in heads for link in head.iter("link") if link.get("hreflang") == PSEUDO] == []


@pytest.mark.slow
def test_the_site_without_it_does_not_change_by_a_word(built: tuple[Path, str], tmp_path: Path) -> None:
    out = tmp_path / "plain"
    CliRunner().invoke(main, ["build", "-p", str(built[0]), "--out", str(out), "--date", "2026-11-20"])

    assert (out / "contact" / "index.html").is_file()
    assert not (out / PSEUDO).exists()
    assert [path for path in out.rglob("*.html") if "⟦" in path.read_text("utf-8")] == []


def test_one_language_of_a_site_that_lacks_it_says_how_to_get_it(tmp_path: Path) -> None:
    folder = project(STARTER, tmp_path)

    result = CliRunner().invoke(main, ["build", "-p", str(folder), "--lang", PSEUDO, "--date", "2026-11-20"])

    assert result.exit_code == 1
    assert re.sub(r":\d+:\d+", "", result.stderr) == (
        "support.yml: error: en-XA: the site does not have this language [unknown-language]\n"
        "    add `--pseudo`\n1 error\n"
    )


WALK = """([told, silent, head]) => {
  const found = [];
  const foreign = (one) => {
    const named = one.closest("[lang]");
    return named && named !== document.documentElement && named.lang !== "en-XA";
  };
  for (const one of document.querySelectorAll("*")) {
    if (one.closest(silent.join(",")) || foreign(one)) continue;
    for (const name of told) if (one.hasAttribute(name)) found.push(one.getAttribute(name));
    if (one.tagName === "META" && head.includes(one.name || one.getAttribute("property"))) found.push(one.content);
    for (const node of one.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str], list[str]]]:
    """The demo partner, whole, in the pseudo-language alone: its address, its pages, its facts."""
    folder = tmp_path_factory.mktemp("pseudo-demo")
    draft, known = composed(project(GOLDEN["demo"], folder / "project", articles=True))
    out = folder / "site"
    pipeline.build(draft, folder / "project", out, only=PSEUDO)
    pages = sorted(path.relative_to(out).as_posix().removesuffix("index.html") for path in out.rglob("*.html"))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", pages, known
        server.shutdown()


@pytest.fixture
def phone() -> Iterator[Page]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page(viewport={"width": 360, "height": 740})
        browser.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium (make system)")
def test_every_page_is_translated_as_a_browser_shows_it_and_none_overflows_a_phone(
    phone: Page, demo: tuple[str, list[str], list[str]]
) -> None:
    address, pages, known = demo
    left, wide = {}, {}

    for path in pages:
        phone.goto(f"{address}/{path}", wait_until="load")
        if words := unextracted(phone.evaluate(WALK, [list(TOLD), sorted(SILENT), sorted(HEAD)]), known):
            left[path] = words
        if (width := phone.evaluate("document.documentElement.scrollWidth")) > 360:
            wide[path] = width

    assert len(pages) > 70
    assert (left, wide) == ({}, {})


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium (make system)")
@pytest.mark.parametrize("query", ["şēçūŗ", "404404"])
def test_the_search_says_nothing_that_was_never_extracted(
    phone: Page, demo: tuple[str, list[str], list[str]], query: str
) -> None:
    address, _, known = demo
    phone.goto(f"{address}/coverage/")
    phone.keyboard.press("/")
    phone.fill("[role=combobox]", query)
    until(phone, "document.querySelector('dialog [role=status]')?.textContent.trim()")

    assert unextracted(phone.evaluate(WALK, [list(TOLD), sorted(SILENT), sorted(HEAD)]), known) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
