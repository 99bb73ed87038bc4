"""The built pages in a real browser: nothing on the console, nothing from outside, every switch works."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

import pytest

from generator import engine
from tests.engine_samples import draft, page, pages, tree

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium (make system)"),
]
ARTICLE = '# Late\n\n## Steps\n\n!!! note\n    One\n\n=== "A"\n    Tab one\n\n=== "B"\n    Tab two\n'


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("browser") / "out"
    own = pages(page("help/billing/late.md", ARTICLE, "Late", kind="article"))
    engine.build(draft(tree("en", own), tree("ko", own), tree("ar", own)), out)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["/", "/ko/contact/", "/ar/help/billing/late/", "/ko/404.html"])
def test_a_page_loads_without_a_word_on_the_console_and_without_strangers(tab: Page, address: str, path: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))

    tab.goto(address + path, wait_until="networkidle")

    assert said == []
    assert {url for url in asked if not url.startswith(address)} == set()
    assert len(asked) <= 4


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_never_scrolls_sideways(tab: Page, address: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})

    tab.goto(f"{address}/ar/help/billing/late/")

    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_menu_works_by_keyboard_on_a_phone(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.goto(f"{address}/")
    menu = tab.locator(".hg-pop-menu summary")

    menu.press("Enter")
    opened = tab.locator(".hg-drawer").is_visible()
    tab.keyboard.press("Escape")

    assert opened
    assert not tab.locator(".hg-drawer").is_visible()
    assert menu.evaluate("menu => menu === document.activeElement")


def test_the_menu_opens_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    tab = context.new_page()
    tab.goto(f"{address}/")

    tab.click(".hg-pop-menu summary")
    tab.click(".hg-drawer a[hreflang=ko]")

    assert tab.url == f"{address}/ko/"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_reader_overrules_the_system_on_this_page_and_the_next(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme)
    tab = context.new_page()
    grounds = {"light": "rgb(255, 255, 255)", "dark": "rgb(16, 23, 27)"}
    other = "light" if scheme == "dark" else "dark"
    ground = "getComputedStyle(document.body).backgroundColor"
    tab.goto(f"{address}/")
    before = tab.evaluate(ground)

    tab.click(".hg-scheme")
    tab.goto(f"{address}/ko/contact/")

    assert (before, tab.evaluate(ground)) == (grounds[scheme], grounds[other])
    context.close()


@pytest.fixture(scope="module")
def logos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Pages with a logo alone, and with one for dark pages too."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="28"><path d="M0 0h60v28H0z"/></svg>'
    assets = {PurePosixPath(name): svg for name in ("day.svg", "night.svg")}
    found = {}
    for name, own in {"one": {}, "two": {"logo_dark": "night.svg"}}.items():
        out = tmp_path_factory.mktemp("logos") / name
        engine.build(draft(tree("en"), assets=assets, logo="day.svg", **own), out)
        found[name] = (out / "index.html").as_uri()
    return found


@pytest.mark.parametrize(
    ("kind", "scheme", "seen"),
    [
        ("one", "light", [("day.svg", "rgba(0, 0, 0, 0)")]),
        ("one", "dark", [("day.svg", "rgb(255, 255, 255)")]),
        ("two", "light", [("day.svg", "rgba(0, 0, 0, 0)")]),
        ("two", "dark", [("night.svg", "rgba(0, 0, 0, 0)")]),
    ],
)
def test_a_logo_is_seen_on_light_and_on_dark_ground(
    browser: Browser, logos: dict[str, str], kind: str, scheme: Literal["light", "dark"], seen: list[tuple[str, str]]
) -> None:
    context = browser.new_context(color_scheme=scheme)
    tab = context.new_page()
    tab.goto(logos[kind])

    found = [
        (str(picture.get_attribute("src")), picture.evaluate("it => getComputedStyle(it).backgroundColor"))
        for picture in tab.locator(".hg-brand img").all()
        if picture.is_visible()
    ]
    context.close()

    assert found == seen


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_the_system_decides_on_dark_and_light(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/")

    assert not tab.locator(".hg-scheme").is_visible()
    assert tab.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == (
        "rgb(255, 255, 255)" if scheme == "light" else "rgb(16, 23, 27)"
    )
    context.close()


def test_the_languages_open_and_lead_to_the_same_page(tab: Page, address: str) -> None:
    tab.goto(f"{address}/contact/")

    tab.locator(".hg-pop-lang summary").press("Enter")
    tab.click(".hg-pop-lang a[hreflang=ko]")

    assert tab.url == f"{address}/ko/contact/"


@pytest.mark.parametrize("scripts", [True, False])
def test_tabs_turn_with_and_without_scripts(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    tab = context.new_page()
    tab.goto(f"{address}/help/billing/late/")

    tab.click(".tabbed-labels label >> nth=1", timeout=5000)

    assert tab.is_visible("text=Tab two")
    assert not tab.is_visible("text=Tab one")
    context.close()


@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_chosen_tab_has_a_line_and_the_keyboard_is_seen(
    browser: Browser, address: str, colours: Literal["none", "active"]
) -> None:
    context = browser.new_context(forced_colors=colours)
    tab = context.new_page()
    tab.goto(f"{address}/help/billing/late/")

    tab.focus(".tabbed-set > input >> nth=0")
    tab.keyboard.press("ArrowRight")
    lines = tab.locator(".tabbed-labels label").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).borderBottomColor)"
    )
    ring = tab.locator(".tabbed-labels").first.evaluate("(one) => getComputedStyle(one).outlineStyle")
    context.close()

    assert lines[0] != lines[1]
    assert ring == "solid"
