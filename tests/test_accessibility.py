"""No page breaks a rule of WCAG 2.2 AA that axe-core knows, in light or dark, on a phone or a desk."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.accessibility import every, kinds, violations
from tests.conftest import GoldenSites
from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium (make system)"),
]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SCREENS = ((360, 740), (1280, 800))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(golden_sites: GoldenSites) -> Iterator[str]:
    with served(golden_sites["demo"]) as at:
        yield at


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> list[Page]:
    """A tab for each way of looking at a page."""
    return [
        browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
        for scheme, (width, height) in product(SCHEMES, SCREENS)
    ]


@pytest.mark.parametrize("folder", ["", "en/", "ru/", "zh-TW/", "zh-CN/"])
def test_no_page_breaks_a_rule(folder: str, golden_sites: GoldenSites, address: str, tabs: list[Page]) -> None:
    """Every page of one language, one page of each kind in the others, each in one of four ways by turns."""
    site = golden_sites["demo"]
    pages = every(site, folder) if folder == "en/" else kinds(site, folder)
    found = []
    for page, tab in zip(pages, cycle(tabs), strict=False):
        tab.goto(address + page)
        found += [f"{page} {tab.viewport_size}: {fault}" for fault in violations(tab)]

    assert len(pages) >= 19
    assert found == []


def test_a_page_that_breaks_a_rule_is_found(browser: Browser) -> None:
    tab = browser.new_page()

    tab.set_content("<html lang=en><title>T</title><main><img src=x><p style='color:#aaa'>Pale</p></main>")

    assert [fault.split(":")[0] for fault in violations(tab)] == ["color-contrast", "image-alt"]
