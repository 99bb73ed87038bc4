"""The pages as a reader sees them: nothing too wide, nothing over another, the answer first, room for a finger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import GoldenSites
from tests.served import served
from tests.test_engine_browser import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium (make system)"),
]
LANGUAGES = {"ko": "", "en": "en/", "ru": "ru/", "zh-TW": "zh-TW/", "zh-CN": "zh-CN/"}
# A page zoomed to 400 percent on a laptop, a telephone, a laptop.
WIDTHS = [320, 360, 1280]
SCREEN = 780
"""The height of a telephone's screen, in px: what stands above is seen at once."""
# A page of every type -> what a reader came for, which must be in sight before anybody scrolls.
ANSWERS = {
    "": ".hg-search input",
    "contact/": ".hg-answer:not([hidden]) .hg-btn",
    "billing/": ".hg-lead",
    "service-levels/": ".hg-levels thead",
    "plans/": ".hg-levels thead",
    "escalation/": ".hg-lead",
    "status/": "article a[href^=https]",
    "report-a-problem/": "article h1 ~ *",
    "coverage/": "article h1 ~ *",
    "accessibility/": "article h1 ~ *",
    "glossary/": "article dt, article li",
    "help/": "article h2 a",
    "help/billing-subscription/": ".hg-cards a",
    "help/billing-subscription/bill-late/": "article > h2",
    "help/client-connectivity/conn-outlook/": "article > h2",
    "404.html": "article li a",
}
FAULTS = Path(__file__).with_name("visual.js").read_text(encoding="utf-8")


def faults(tab: Page, answer: str) -> list[str]:
    """What is wrong with a page as it stands."""
    return list(tab.evaluate(FAULTS, [answer, SCREEN]))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(golden_sites: GoldenSites) -> Iterator[str]:
    with served(golden_sites["demo"]) as there:
        yield there


def opened(browser: Browser, width: int, **more: Any) -> Page:
    """A tab on a Friday afternoon in Seoul, when the partner answers."""
    tab = browser.new_context(viewport={"width": width, "height": SCREEN}, **more).new_page()
    tab.clock.set_fixed_time("2026-11-20T05:10:00Z")
    return tab


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_every_type_of_page_can_be_read_and_gives_its_answer_first(browser: Browser, address: str, folder: str) -> None:
    tab = opened(browser, 360)
    found = {}
    for path, answer in ANSWERS.items():
        tab.set_viewport_size({"width": 360, "height": SCREEN})
        tab.goto(f"{address}/{folder}{path}")
        tab.wait_for_selector(answer, timeout=10_000)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": SCREEN})
            found[path, width] = faults(tab, answer)
    tab.context.close()

    assert {where: wrong for where, wrong in found.items() if wrong} == {}


WRONG = {
    '<p style="width: 120vw">Too wide</p>': "scrolls sideways",
    '<p>One</p><p style="margin-top: -2.2em">Over it</p>': "one over the other",
    '<p style="width: 3em; overflow: hidden; white-space: nowrap">Much longer than that</p>': "cut off",
    '<button style="height: 30px">Press</button>': "too low for a finger",
    '<nav><a href="/" style="display: inline-block; line-height: 1">Home</a></nav>': "too low to be hit",
    '<p style="font-family: serif">Other</p>': "letters of another language",
    '<p style="margin-top: 110vh">': "the answer is out of sight",
}


@pytest.mark.parametrize(("html", "wrong"), WRONG.items(), ids=WRONG.values())
def test_what_a_reader_would_trip_over_is_seen(browser: Browser, html: str, wrong: str) -> None:
    tab = opened(browser, WIDTHS[0])
    tab.set_content(f'<!doctype html><html lang="en"><body>{html}<h1>Answer</h1>')
    said = faults(tab, "h1")
    tab.context.close()

    assert [one.partition(":")[0] for one in said if one.startswith(wrong)] == [wrong]


@pytest.mark.parametrize("path", ["", "contact/", "help/client-connectivity/conn-outlook/"])
def test_the_menu_on_a_phone_opens_in_the_flow_of_the_page(browser: Browser, address: str, path: str) -> None:
    tab = opened(browser, 360, java_script_enabled=False)
    tab.goto(f"{address}/{path}")
    before = tab.locator("main").bounding_box()
    tab.click(".hg-pop-menu summary")
    after, drawer = tab.locator("main").bounding_box(), tab.locator(".hg-drawer").bounding_box()
    tab.context.close()

    assert before and after and drawer
    assert after["y"] >= drawer["y"] + drawer["height"] > before["y"]


def test_the_contact_card_stands_beside_the_search_where_there_is_room(browser: Browser, address: str) -> None:
    tops = {}
    for width in (360, 1280):
        tab = opened(browser, width)
        tab.goto(f"{address}/en/")
        search, card = tab.locator(".hg-search").bounding_box(), tab.locator(".hg-hero > .hg-card").bounding_box()
        tab.context.close()
        assert search and card
        tops[width] = (card["y"] > search["y"] + search["height"], card["x"] > search["x"] + search["width"])

    assert tops == {360: (True, False), 1280: (False, True)}


def test_without_scripts_a_page_is_as_sound(browser: Browser, address: str) -> None:
    # Without the page's own scripts; the ones that look at it still run.
    tab = opened(browser, 360)
    tab.route("**/*.js", lambda route: route.abort())
    found = {}
    for path, answer in {**ANSWERS, "contact/": ".hg-lead"}.items():
        tab.goto(f"{address}/ru/{path}")
        found[path] = faults(tab, answer)
    tab.context.close()

    assert {path: wrong for path, wrong in found.items() if wrong} == {}


# What stands on which ground, in the colours that the reader's system forces on every page: each as [selector, part].
DRAWN = [[".hg-figure text", ""], [".hg-state", "::before"], [".hg-steps li", "::before"], ["a.hg-hit mark", ""]]
CONTRASTS = """(drawn) => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const linear = (one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = numbers(colour).map((one) => linear(one / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (one) => {
    const colour = one ? getComputedStyle(one).backgroundColor : "rgb(255, 255, 255)";
    return numbers(colour)[3] === 0 ? ground(one.parentElement) : colour;
  };
  const found = {};
  for (const [where, part] of drawn)
    for (const one of document.querySelectorAll(where)) {
      const style = getComputedStyle(one, part);
      const pair = [light(one instanceof SVGElement ? style.fill : style.color), light(ground(one))];
      found[where] = Math.min(found[where] ?? 21, (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05));
    }
  return found;
}"""


def edges(tab: Page, chosen: str, other: str, edge: str) -> list[str]:
    """The colours of one edge: of what is chosen, and of another."""
    return [tab.locator(one).first.evaluate(f"(one) => getComputedStyle(one).{edge}") for one in (chosen, other)]


@pytest.mark.parametrize(("ground", "chosen"), [("dark", "dark"), ("dark", "light"), ("light", "dark")])
def test_in_the_colours_of_the_readers_system_all_is_read_and_what_is_chosen_stands_out(
    browser: Browser, address: str, ground: str, chosen: str
) -> None:
    tab = opened(browser, 1280, forced_colors="active", color_scheme=ground)
    tab.add_init_script(f"localStorage.setItem('helpglot.scheme', '{chosen}')")
    found: dict[str, float] = {}
    for path in ("billing", "escalation"):
        tab.goto(f"{address}/en/{path}/?q=invoice")
        tab.wait_for_selector("a.hg-hit mark")
        found |= tab.evaluate(CONTRASTS, DRAWN)
    hits = edges(tab, ".hg-hit[aria-selected=true]", "a.hg-hit[aria-selected=false]", "borderInlineStartColor")
    tab.goto(f"{address}/en/billing/")
    ways = edges(tab, ".hg-nav [aria-current]", ".hg-nav a:not([aria-current])", "borderBlockEndColor")
    tab.context.close()

    assert set(found) == {where for where, _ in DRAWN}
    assert {where: ratio for where, ratio in found.items() if ratio < 4.5} == {}
    assert hits[0] != hits[1]
    assert ways[0] != ways[1]


def test_paper_holds_what_a_reader_would_open_or_follow(browser: Browser, address: str) -> None:
    tab = opened(browser, 700)
    tab.emulate_media(media="print")
    tab.goto(f"{address}/en/help/billing-subscription/bill-late/")
    letter = tab.locator(".hg-letter p").first.bounding_box()
    tab.goto(f"{address}/en/escalation/")
    behind = tab.locator("main a[href^=mailto]").evaluate_all(
        """(all) => all.map((one) => [one.textContent, getComputedStyle(one, "::after").content])"""
    )
    tab.goto(f"{address}/en/coverage/")
    twice = tab.locator("main a[href^=https]", has_text="https:").evaluate_all(
        """(all) => all.map((one) => getComputedStyle(one, "::after").content)"""
    )
    tab.goto(f"{address}/en/contact/")
    rows = tab.locator(".hg-facts :is(dt, dd)").evaluate_all(
        """(all) => {
          const breaks = ({ breakInside, breakAfter }) => `${breakInside} ${breakAfter}`;
          return [...new Set(all.map((one) => breaks(getComputedStyle(one))))];
        }"""
    )
    foot = tab.locator(".hg-footer").bounding_box()
    tab.context.close()

    assert letter and letter["height"] > 20
    assert ["Write to this level", '" (head-of-support@hanulcloud.example)"'] in behind
    assert ["complaints@hanulcloud.example", "none"] in behind
    assert set(twice) == {"none"}
    # Rows that may not part from each other would part anywhere.
    assert rows == ["avoid auto"]
    # A foot of a line or two does not come to stand on a page of its own.
    assert foot and foot["height"] < 60


@pytest.mark.parametrize("folder", ["ru/", "zh-TW/"])
def test_letters_twice_as_large_fit_the_narrowest_window(browser: Browser, address: str, folder: str) -> None:
    large = ["--no-sandbox", "--disable-gpu", "--blink-settings=defaultFontSize=32"]
    other = browser.browser_type.launch(executable_path=str(CHROMIUM), args=large)
    tab = opened(other, 320)
    wide = {}
    for path in ("", "contact/", "plans/", "billing/", "security-and-privacy/", "report-a-problem/"):
        tab.goto(f"{address}/{folder}{path}")
        wide[path] = tab.evaluate("document.documentElement.scrollWidth")
    tab.click(".hg-search-open")
    field = tab.locator(".hg-find [role=combobox]").bounding_box()
    other.close()

    assert {path: width for path, width in wide.items() if width > 320} == {}
    assert field and field["width"] > 200


SPACED = "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
OUTSIDE = """() => [...document.querySelectorAll(".hg-figure svg text")]
  .map((text) => [text.textContent, text.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.left < 0 || box.right > innerWidth)).map(([text]) => text)"""


@pytest.mark.parametrize("folder", ["en/", "ru/"])
def test_words_of_a_drawing_stay_whole_with_a_readers_own_spacing(browser: Browser, address: str, folder: str) -> None:
    tab = opened(browser, 320)
    cut = []
    for path in ("contact/", "service-levels/", "escalation/", "billing/"):
        tab.goto(f"{address}/{folder}{path}")
        tab.evaluate(
            "(text) => { const own = new CSSStyleSheet(); own.replaceSync(text);"
            " document.adoptedStyleSheets = [own]; }",
            SPACED,
        )
        cut += tab.evaluate(OUTSIDE)
    tab.context.close()

    assert cut == []


def test_what_is_folded_away_has_its_name_in_the_middle(browser: Browser, address: str) -> None:
    tab = opened(browser, 360)
    tab.goto(f"{address}/en/help/billing-subscription/bill-late/")
    box, name = tab.locator(".hg-letter").bounding_box(), tab.locator(".hg-letter summary").bounding_box()
    room = tab.locator(".hg-letter summary").evaluate("(one) => getComputedStyle(one).paddingBlock")
    tab.context.close()

    assert box and name
    assert abs((name["y"] - box["y"]) - (box["y"] + box["height"] - name["y"] - name["height"])) < 1
    assert room == "8px"
