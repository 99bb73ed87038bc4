"""What axe-core finds wrong with a page as it stands in a browser, by the rules of WCAG 2.2 AA."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from generator.pages.outline import OUTLINE

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
RUN = """
async rules => (await axe.run({runOnly: rules, resultTypes: ["violations"]})).violations
    .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}`))
"""


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(tab: Page) -> list[str]:
    """Every element that breaks a rule: "image-alt: <img …>"."""
    tab.evaluate(_axe())
    return list(tab.evaluate(RUN, list(RULES)))


def every(site: Path, folder: str = "") -> tuple[str, ...]:
    """The address of every page of the language that stands in `folder` ("" or "ko/"), below the site's root."""
    others = {path.parent.name for path in site.glob("*/404.html")} if not folder else set()
    root = site / folder
    found = (path.relative_to(site) for path in root.rglob("*.html"))
    return tuple(sorted(_address(path) for path in found if path.parts[0] not in others))


def kinds(site: Path, folder: str = "") -> tuple[str, ...]:
    """One page of each kind: those of the outline, a topic, an article with a figure and one with steps, the 404."""
    pages = every(site, folder)
    own = {f"/{folder}", *(f"/{folder}{entry.slug}/" for entry in OUTLINE), f"/{folder}404.html"}
    topics = [page for page in pages if page.startswith(f"/{folder}help/") and page.count("/") == 3 + bool(folder)]
    articles = [page for page in pages if page.endswith(("/bill-late/", "/conn-outlook/"))]
    return tuple(page for page in pages if page in {*own, *topics[:1], *articles})


def _address(path: Path) -> str:
    return "/" + path.as_posix().removesuffix("index.html")
