"""A customer's way through the demo by keyboard alone, from search to contact, under the site's own policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

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
ARTICLE = "help/client-connectivity/conn-outlook/"
LISTEN = """
window.stopped = [];
document.addEventListener("securitypolicyviolation", one => stopped.push(`${one.violatedDirective} ${one.blockedURI}`));
"""
FOCUS = """
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  const shown = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
  const name = (one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 40);
  return {name: `${one.tagName} ${name}`, shown, ring};
}
"""


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


@pytest.fixture(params=[360, 1280])
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 760}, reduced_motion="reduce")
    context.add_init_script(LISTEN)
    made = context.new_page()
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    yield made
    context.close()
    assert said == []


def stopped(tab: Page) -> list[str]:
    """What the policy has stopped on the page that is shown."""
    return list(tab.evaluate("stopped"))


def reach(tab: Page, goal: str, most: int = 60) -> None:
    """Press Tab until the focus is on what `goal` names."""
    for _ in range(most):
        tab.keyboard.press("Tab")
        if tab.evaluate("goal => document.activeElement.matches(goal)", goal):
            return
    raise AssertionError(f"Tab does not lead to {goal}")


def test_from_search_to_contact_without_a_mouse(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    tab.keyboard.press("/")
    tab.keyboard.type("아웃룩이 연결되지 않아요")
    tab.wait_for_selector("#hg-hits [role=option] mark")
    tab.keyboard.press("ArrowDown")
    assert stopped(tab) == []
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: url.split("#")[0] == f"{address}/{ARTICLE}")

    tab.wait_for_selector("[data-hg-originals]:not([hidden])")
    tab.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    reach(tab, "[data-hg-originals] input")
    tab.keyboard.press("Space")
    tab.wait_for_selector(".hg-original")
    assert stopped(tab) == []

    reach(tab, "a[href$='contact/']", 120)
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert tab.url.split("#")[0] == f"{address}/contact/"
    tab.wait_for_selector("[data-hg-state]:not([hidden])", state="attached")
    assert stopped(tab) == []


def test_another_language_and_the_dark_without_a_mouse(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{ARTICLE}")
    tab.wait_for_selector(".hg-scheme:not([hidden])")
    reach(tab, ".hg-scheme")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"

    wide = tab.locator(".hg-pop-lang summary").is_visible()
    tab.evaluate("document.activeElement.blur()")
    reach(tab, ".hg-pop-lang summary" if wide else ".hg-pop-menu summary")
    tab.keyboard.press("Enter")
    reach(tab, "a[hreflang=ru]")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")

    assert tab.url == f"{address}/ru/{ARTICLE}"
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
    assert stopped(tab) == []


@pytest.mark.parametrize("page", ["", "contact/", "service-levels/", ARTICLE])
def test_every_stop_of_the_tab_key_is_in_sight_and_ringed(tab: Page, address: str, page: str) -> None:
    tab.goto(f"{address}/en/{page}", wait_until="networkidle")
    stops = []
    for _ in range(150):
        tab.keyboard.press("Tab")
        if (stop := tab.evaluate(FOCUS)) is None:
            break
        stops.append(stop)

    assert len(stops) > 20
    assert stops[0]["name"].startswith("A Skip")
    assert [stop["name"] for stop in stops if not (stop["shown"] and stop["ring"])] == []


def test_what_the_policy_stops_is_noticed(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    tab.add_init_script(LISTEN)
    tab.goto(f"{address}/en/")

    tab.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.owned = 1'}))")
    tab.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.example/a.png'}))")
    tab.wait_for_timeout(300)

    assert tab.evaluate("window.owned") is None
    assert set(stopped(tab)) == {"script-src-elem inline", "img-src https://elsewhere.example/a.png"}
    tab.close()
