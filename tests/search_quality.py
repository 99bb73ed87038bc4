"""How well the search finds: `python -m tests.search_quality [queries.yml]`, by the real page of the built demo.

Prints, for each language, how many questions have a wanted page in the first place and among the first five, what was
missed, what the file of texts weighs on the wire, how soon the search is ready, and how long an answer takes from the
key press. The clock runs with the processor slowed down four times. Fails where a figure is out of its bound.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import yaml

from generator import pipeline
from tests.conftest import REPOSITORY, TODAY
from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = "/usr/bin/chromium"
QUERIES = REPOSITORY / "tests" / "data" / "queries.yml"
FIRST, FIVE, HEAVIEST, READY, ANSWER = 0.95, 0.99, 60_000, 1000, 100
"""Shares, bytes, milliseconds."""
SLOWER = 4
FIND = """question => {
  const input = document.querySelector(".hg-find [role=combobox]");
  input.value = question;
  input.dispatchEvent(new InputEvent("input", {bubbles: true}));
  return [...document.querySelectorAll(".hg-find a.hg-hit:not(.hg-hit-deep)")].map(hit => new URL(hit.href).pathname);
}"""
ANSWERS = ".hg-find [role=listbox]:not([hidden]) [role=option]"
# From the click to the moment at which the list is there.
OPEN = """() => new Promise(resolve => {
  const start = performance.now();
  const watch = new MutationObserver(() => {
    if (document.querySelector(".hg-find [role=listbox]:not([hidden])")) resolve(performance.now() - start);
  });
  watch.observe(document.body, {subtree: true, childList: true, attributes: true});
  document.querySelector(".hg-search-open").click();
})"""
# From the key press to the frame in which the answer is seen.
PRESS = """() => new Promise(resolve => {
  const input = document.querySelector(".hg-find [role=combobox]");
  input.value = input.value.slice(0, -1);
  const start = performance.now();
  input.dispatchEvent(new InputEvent("input", {bubbles: true}));
  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
})"""


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured in one language."""

    tag: str
    asked: int
    first: int
    five: int
    missed: tuple[str, ...]
    weight: int = 0
    ready: float = 0
    answer: float = 0

    @property
    def within(self) -> bool:
        """Whether every figure is inside its bound."""
        found = self.first >= FIRST * self.asked and self.five >= FIVE * self.asked
        return found and self.weight <= HEAVIEST and self.ready <= READY and self.answer <= ANSWER


def name(address: str) -> str:
    """What a list of queries calls the page at an address: an article's id, or "page:contact"."""
    *above, last = address.strip("/").split("/")
    return last if "help" in above else f"page:{last}"


def quality(page: Page, tag: str, queries: list[Mapping[str, Any]]) -> Result:
    """Ask every question in the dialog that is open."""
    first, five, missed = 0, 0, []
    for query in queries:
        found = [name(address) for address in page.evaluate(FIND, query["q"])][:5]
        place = next((at for at, one in enumerate(found) if one in query["want"]), None)
        first += place == 0
        five += place is not None
        if place != 0:
            missed.append(f"{query['q']}: wanted {', '.join(query['want'])}; found {', '.join(found) or 'nothing'}")
    return Result(tag, len(queries), first, five, tuple(missed))


def opened(page: Page, address: str) -> None:
    """Open the search of a page and wait until it answers."""
    page.goto(address)
    page.keyboard.press("Control+k")
    page.locator(ANSWERS).first.wait_for()


def paced(page: Page, address: str, question: str) -> tuple[float, float]:
    """Milliseconds from opening until the search is ready, and from a key press to its answer, on a slow machine."""
    page.goto(address, wait_until="networkidle")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    ready = page.evaluate(OPEN)
    page.evaluate(FIND, question)
    answers = [page.evaluate(PRESS) for _ in range(min(5, len(question)))]
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return ready, median(answers)


def weight(site: Path, tag: str) -> int:
    """Bytes of a language's texts on the wire."""
    return len(gzip.compress(next((site / "assets").glob(f"search.{tag}.*.json")).read_bytes()))


def measured(site: Path, queries: Mapping[str, list[Mapping[str, Any]]]) -> Iterator[Result]:
    """Measure each language that there are questions in."""
    from playwright.sync_api import sync_playwright

    with served(site) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for tag, some in queries.items():
            page = browser.new_page()
            home = f"{address}/{tag}/contact/" if (site / tag).is_dir() else f"{address}/contact/"
            # One of three, since other work on the machine counts too.
            ready, answer = (
                median(each) for each in zip(*(paced(page, home, some[0]["q"]) for _ in range(3)), strict=True)
            )
            opened(page, home)
            found = quality(page, tag, some)
            page.close()
            yield replace(found, weight=weight(site, tag), ready=ready, answer=answer)
        browser.close()


def main(arguments: list[str]) -> int:
    """Build the demo, measure, print."""
    queries = yaml.safe_load(Path(arguments[0] if arguments else QUERIES).read_text("utf-8"))
    with TemporaryDirectory(prefix="helpglot-search-") as folder:
        site = Path(folder) / "site"
        pipeline.build(pipeline.compose(pipeline.read(REPOSITORY), TODAY), REPOSITORY, site)
        results = list(measured(site, queries))
    print(f"{'':8}{'asked':>7}{'hit@1':>8}{'hit@5':>8}{'gzip':>9}{'ready':>9}{'answer':>9}")
    for one in results:
        shares = f"{one.first / one.asked:8.1%}{one.five / one.asked:8.1%}"
        print(f"{one.tag:8}{one.asked:7}{shares}{one.weight:9,}{one.ready:6.0f} ms{one.answer:6.0f} ms")
    print(f"bounds: {FIRST:.0%}, {FIVE:.0%}, {HEAVIEST:,} bytes, {READY} ms, {ANSWER} ms, {SLOWER} times slowed down")
    for one in results:
        for missed in one.missed:
            print(f"{one.tag}: {missed}")
    return 0 if all(one.within for one in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
