"""The switch that shows the original: by mouse and keyboard, told and remembered, on paper, without a connection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import engine
from generator.model import Original
from generator.model import Page as Sample
from tests.engine_samples import draft, page, pages, tree
from tests.served import served
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium (make system)"),
]
SHAPE = """\
# {0} 1 {{#title}}

{0} 2 **{0} 3** [{0} 4](../../contact.md)

## {0} 5 {{#one}}

1. {0} 6

    - {0} 7
    - {0} 8

2. {0} 9

!!! note "{0} 10"
    {0} 11

| {0} 12 | {0} 13 |
|---|---|
| {0} 14 | {0} 15 |

??? note "{0} 16"
    {0} 17

{0} 18
:   {0} 19

"""
LONG = "".join(f"## {{0}} {n} {{{{#n{n}}}}}\n\n{{0}} {' '.join([f'{n}.'] * 60)}\n\n" for n in range(20, 40))
LATE = "/help/billing/late/"


def article(word: str) -> str:
    return (SHAPE + LONG).format(word)


def some(word: str) -> tuple[Sample, ...]:
    theirs = Original("en", article("Original text"))
    late = page("help/billing/late.md", article(word), "Late", kind="article", original=theirs)
    contact = page(
        "contact.md", f"# {word} {{#c}}\n\n{word}\n", "Contact", original=Original("en", "# Contact\n\nWrite to us\n")
    )
    return (late, contact)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("originals") / "out"
    trees = [tree("en"), tree("ko", pages(*some("번역"))), tree("ar", pages(*some("ترجمة")))]
    engine.build(draft(*trees), out)
    with served(out) as host:
        yield host


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
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    made = context.new_page()
    said: list[str] = []
    made.on("pageerror", lambda error: said.append(str(error)))
    yield made
    context.close()
    assert said == []


def shown(tab: Page, address: str, path: str = f"/ko{LATE}") -> None:
    tab.goto(address + path)
    tab.check("[data-hg-originals] input")
    tab.wait_for_selector(".hg-original")


def test_nothing_is_fetched_before_somebody_asks_and_once_then(tab: Page, address: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{address}/ko{LATE}", wait_until="networkidle")
    before = [url for url in asked if "originals" in url]

    for wanted in (True, False, True):
        tab.set_checked("[data-hg-originals] input", wanted)
        tab.wait_for_selector(".hg-original", state="attached" if wanted else "detached")

    assert before == []
    assert len([url for url in asked if "originals" in url]) == 1


def test_every_passage_is_followed_by_its_original_and_gets_its_page_back(tab: Page, address: str) -> None:
    tab.goto(f"{address}/ko{LATE}")
    before = tab.locator("article").inner_html()

    tab.check("[data-hg-originals] input")
    tab.wait_for_selector(".hg-original")
    pairs = tab.evaluate(
        """() => [...document.querySelectorAll("article .hg-pair")].map((pair) => [
             pair.firstElementChild.textContent.trim(), pair.querySelector(".hg-original > [lang]").textContent])"""
    )
    numbers = [[re.findall(r"\d+", one) for one in pair] for pair in pairs]
    tab.uncheck("[data-hg-originals] input")
    tab.wait_for_selector(".hg-original", state="detached")
    after = tab.locator("article").inner_html()

    assert len(pairs) == tab.locator("[data-hg-o]").count() == 17 + 2 * 20
    assert all(ours.startswith("번역") and theirs.startswith("Original text") for ours, theirs in pairs)
    assert [ours for ours, _ in numbers] == [theirs for _, theirs in numbers]
    assert strip(after) == strip(before)


def strip(html: str) -> str:
    # The switch says what it did; nothing else is another.
    return html.split("</div>", 1)[1]


def test_an_original_is_read_as_one_in_its_own_language(tab: Page, address: str) -> None:
    shown(tab, address)
    paragraph = tab.locator("article p[data-hg-o]").first

    assert paragraph.locator(".hg-original > [lang]").evaluate("one => [one.lang, one.dir]") == ["en", "ltr"]
    assert paragraph.locator(".hg-original__label").text_content() == "Original: "
    assert paragraph.locator(".hg-original strong").text_content() == "Original text 3"
    assert paragraph.locator(".hg-original a").count() == 0
    assert tab.get_by_role("heading", name="번역 5", exact=True).count() == 1
    assert tab.locator("th").first.evaluate("cell => cell.abbr") == "번역 12"


def test_the_switch_works_by_keyboard_and_tells_what_it_did(tab: Page, address: str) -> None:
    tab.goto(f"{address}/ko{LATE}")
    switch = tab.get_by_role("switch", name="Show the original")
    status = tab.locator("[data-hg-originals] [role=status]")
    told = []

    for _ in range(2):
        switch.press("Space")
        until(tab, "document.querySelector('[data-hg-originals] [role=status]').textContent")
        told.append(
            (switch.is_checked(), status.text_content(), switch.evaluate("one => one === document.activeElement"))
        )

    assert told == [
        (True, "The original is shown with each passage.", True),
        (False, "The original is hidden.", True),
    ]


def test_what_was_chosen_holds_on_the_next_page(tab: Page, address: str) -> None:
    shown(tab, address)

    tab.goto(f"{address}/ko/contact/")
    tab.wait_for_selector(".hg-original")
    first = tab.locator(".hg-original > [lang]").all_text_contents(), tab.get_by_role("switch").is_checked()
    silent = tab.locator("[data-hg-originals] [role=status]").text_content()
    tab.uncheck("[data-hg-originals] input")
    tab.goto(f"{address}/ko{LATE}", wait_until="networkidle")

    assert first == (["Contact", "Write to us"], True)
    assert silent == ""
    assert tab.locator(".hg-original").count() == 0


def test_who_comes_back_finds_what_was_chosen_last(tab: Page, address: str) -> None:
    shown(tab, address)
    tab.goto(f"{address}/ko/contact/")
    tab.wait_for_selector(".hg-original")
    tab.uncheck("[data-hg-originals] input")
    tab.go_back(wait_until="networkidle")

    # Browsers put a checkbox as it was left, after the scripts have run.
    assert not tab.get_by_role("switch").is_checked()
    assert tab.locator(".hg-original").count() == 0


@pytest.mark.parametrize("chosen", [True, False])
def test_a_page_that_a_browser_kept_whole_follows_what_was_chosen_since(tab: Page, address: str, chosen: bool) -> None:
    shown(tab, address)
    if chosen:
        tab.uncheck("[data-hg-originals] input")
    tab.evaluate("on => localStorage.setItem('helpglot.original', on ? 'on' : 'off')", chosen)

    tab.evaluate("() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }")
    tab.locator(".hg-original").first.wait_for(state="attached" if chosen else "detached")

    assert tab.get_by_role("switch").is_checked() is chosen


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (360, False)])
@pytest.mark.parametrize("language", ["ko", "ar"])
def test_an_original_stands_beside_where_there_is_room_else_under(
    tab: Page, address: str, language: str, width: int, beside: bool
) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    shown(tab, address, f"/{language}{LATE}")

    ours, theirs = (
        tab.locator(f"article p[data-hg-o] {name}").first.bounding_box() for name in (".hg-said", ".hg-original")
    )

    assert ours and theirs
    if beside:
        apart = theirs["x"] - ours["x"] if language == "ko" else ours["x"] - theirs["x"]
        assert apart > 200 and abs(theirs["y"] - ours["y"]) < 20
    else:
        assert theirs["y"] >= ours["y"] + ours["height"]
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("place", ["switch", "far below"])
def test_what_the_reader_looks_at_stays_where_it_is(tab: Page, address: str, place: str) -> None:
    tab.set_viewport_size({"width": 360, "height": 800})
    tab.goto(f"{address}/ko{LATE}")
    seen = "[data-hg-originals] input" if place == "switch" else "#n32"
    tab.evaluate("seen => document.querySelector(seen).scrollIntoView({block: 'start', behavior: 'instant'})", seen)
    top = "seen => document.querySelector(seen).getBoundingClientRect().top"
    before = tab.evaluate(top, seen)

    tab.evaluate("document.querySelector('[data-hg-originals] input').click()")
    tab.wait_for_selector(".hg-original", state="attached")
    tab.wait_for_timeout(100)
    there = tab.evaluate(top, seen)
    tab.evaluate("document.querySelector('[data-hg-originals] input').click()")
    tab.wait_for_selector(".hg-original", state="detached")
    tab.wait_for_timeout(100)

    assert abs(there - before) <= 2
    assert abs(tab.evaluate(top, seen) - before) <= 2


def test_without_a_connection_the_switch_goes_back_and_says_so(tab: Page, address: str) -> None:
    tab.goto(f"{address}/ko{LATE}")
    tab.route("**/originals/*", lambda route: route.abort())
    failed = "The original could not be loaded. Check your connection, then try again."
    status = tab.locator("[data-hg-originals] [role=status]")

    tab.locator("[data-hg-originals] input").click()
    until(tab, "document.querySelector('[data-hg-originals] [role=status]').textContent")
    box = status.bounding_box()
    first = (tab.get_by_role("switch").is_checked(), status.text_content(), box is not None and box["height"] > 10)
    tab.unroute("**/originals/*")
    tab.locator("[data-hg-originals] input").click()
    tab.wait_for_selector(".hg-original")

    assert first == (False, failed, True)


def test_paper_shows_the_originals_that_the_screen_shows(tab: Page, address: str) -> None:
    shown(tab, address)

    tab.emulate_media(media="print")

    assert tab.locator("article p[data-hg-o] .hg-original").first.is_visible()
    assert not tab.get_by_role("switch").is_visible()


def test_without_scripts_there_is_no_switch(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()

    tab.goto(f"{address}/ko{LATE}")

    assert not tab.locator("[data-hg-originals]").is_visible()
    context.close()
