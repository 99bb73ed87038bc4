"""What our engine costs beside the stock tools: `python -m tests.bench [pages per language]`.

Both build the same composed pages, turn and turn about, each time in a process of its own: MkDocs, Material and
static-i18n from plain folders, and our engine from memory. The clock runs from the first import of the engine to the
last file written. Stock builds no search index here, since ours builds none; `--search` lets it.

`python -m tests.bench --merge [changed]` shows what it costs to merge that many changed texts, else 1,500, into the
shipped Korean catalogs; `python -m tests.bench --splice` what it costs to find and write back 20,000 segments.
"""

from __future__ import annotations

import json
import pickle
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from statistics import median
from tempfile import TemporaryDirectory

from generator.model import Page, Source, Tree
from generator.problems import Location

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
STOCK = """
site_name: Bench
docs_dir: docs
theme: {{name: material, custom_dir: theme, font: false}}
extra: {{generator: false}}
plugins:
{search}
  - i18n:
      docs_structure: folder
      languages:
{languages}
markdown_extensions:
  [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, toc, pymdownx.details, pymdownx.superfences,
   pymdownx.tabbed: {{alternate_style: true}}]
"""
# Without this file stock stops at zh-CN.
CHINESE = '{% import "partials/languages/zh.html" as zh %}{% macro t(key) %}{{ zh.t(key) }}{% endmacro %}'


def main(arguments: list[str]) -> None:
    """Build by turns, then show the medians and their ratios."""
    trees = composed(int(next((one for one in arguments if one.isdigit()), "0")))
    with TemporaryDirectory(prefix="helpglot-bench-") as name:
        room = Path(name)
        (room / "trees").write_bytes(pickle.dumps(trees))
        write_stock(room, trees, search="--search" in arguments)
        runs = [(kind, run(kind, room)) for _ in range(ROUNDS) for kind in ("stock", "ours")]
    pages = sum(len(tree.pages) for tree in trees)
    print(f"{pages} pages in {len(trees)} languages, {ROUNDS} rounds, medians")
    for what, unit in (("cpu", "s"), ("wall", "s"), ("memory", "MB"), ("process", "MB")):
        stock, ours = (median(cost[what] for kind, cost in runs if kind == each) for each in ("stock", "ours"))
        print(f"{what:8}{stock:9.2f} {unit:3}{ours:9.2f} {unit:3}{ours / stock:7.2f} x stock")


def composed(wanted: int) -> tuple[Tree, ...]:
    """The demo's pages; with a number, that many in each language, made of copies."""
    from generator import pipeline

    draft = pipeline.compose(pipeline.read(ROOT), date(2026, 7, 1))
    return tuple(replace(tree, pages=_enough(tree.pages, wanted)) for tree in draft.trees)


def _enough(pages: tuple[Page, ...], wanted: int) -> tuple[Page, ...]:
    articles = [page for page in pages if page.kind == "article"]
    more = range(max(0, wanted - len(pages)))
    copies = [
        replace(page, path=page.path.with_stem(f"{page.path.stem}-{number}"), origin=Location(page.path, number))
        for number in more
        for page in [articles[number % len(articles)]]
    ]
    return (*pages[: wanted or None], *copies)


def write_stock(room: Path, trees: tuple[Tree, ...], *, search: bool) -> None:
    """Lay out a project as people write it by hand."""
    for tree in trees:
        for page in tree.pages:
            place = room / "docs" / tree.language / page.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(page.markdown, encoding="utf-8")
    words = room / "theme/partials/languages/zh-CN.html"
    words.parent.mkdir(parents=True)
    words.write_text(CHINESE)
    entries = [
        f"        - {{locale: {tree.language}, name: {tree.language}, default: {json.dumps(tree is trees[0])}}}"
        for tree in trees
    ]
    settings = STOCK.format(languages="\n".join(entries), search="  - search" if search else "")
    (room / "mkdocs.yml").write_text(settings)


def run(kind: str, room: Path) -> dict[str, float]:
    """Build once in a process of its own, and read what it cost."""
    command = [sys.executable, "-m", "tests.bench", f"--{kind}", str(room)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def measured(work: Callable[[], None]) -> None:
    """Do the work and print what it cost: CPU and wall seconds, the memory it took, and the most the process ever had.

    Our process holds the configuration and every composed page before the engine starts; stock's holds nothing.
    """
    at_first, before, start = _memory(), resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    wall, most = time.perf_counter() - start, _memory()
    print(json.dumps({"cpu": cpu, "wall": wall, "memory": most - at_first, "process": most}))


def _memory() -> float:
    # Linux lets a process inherit `ru_maxrss` from the one that started it; the high water mark is its own.
    status = Path("/proc/self/status")
    if status.exists():
        mark = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(mark.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def stock(room: Path) -> None:
    """Build as `mkdocs build -q` does."""
    import logging

    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    build(load_config(str(room / "mkdocs.yml"), site_dir=str(room / "stock")))


def ours(room: Path) -> Callable[[], None]:
    """Prepare the draft, which is not the engine's work; give what is."""
    from generator import config
    from generator.model import Draft

    support = ROOT / "support.yml"
    settings = config.read(Source(PurePosixPath(support.name), support.read_text(encoding="utf-8")))
    # Made by our own process a moment ago.
    trees = pickle.loads((room / "trees").read_bytes())

    def work() -> None:
        from generator import engine

        engine.build(Draft(settings, trees, date(2026, 7, 1), ROOT / "templates/theme"), room / "ours")

    return work


def merge(wanted: int) -> None:
    """Change texts and merge them into yesterday's catalogs."""
    from generator import catalogs, files, pipeline

    sources = files.read(ROOT)
    messages = (*pipeline.kb_messages(sources), *pipeline.site_messages(sources, files.modules()))
    yesterday = catalogs.update(None, messages, "ko").replace('msgstr ""', 'msgstr "말"').replace("말", "", 1)
    texts = list(dict.fromkeys(one.text for one in messages if " " in one.text and not one.plural))[:wanted]
    changed = {text: f"{text} anew" for text in texts}
    today = [replace(one, text=changed.get(one.text, one.text)) for one in messages]
    start = time.process_time()
    merged = catalogs.update(yesterday, today, "ko")
    spent = time.process_time() - start
    known = len({(one.context, one.text) for one in messages})
    print(f"{len(texts)} changed of {known}, {merged.count('#, fuzzy')} found again: {spent:.2f} s of CPU")


def splice(wanted: int) -> None:
    """Find the segments of copies of the shipped articles, and write another text for each."""
    from generator import articles, catalogs, files

    sources = list(files.read(ROOT).articles.values())
    start, found, number = time.process_time(), 0, 0
    while found < wanted:
        source = replace(sources[number % len(sources)], text=f"{sources[number % len(sources)].text}\n\n{number}\n")
        texts = {segment.text: f"{segment.text}." for segment in articles.segments(source)}
        articles.splice(source, catalogs.Catalog.of("ko", texts))
        found, number = found + len(texts), number + 1
    print(f"{found} segments in {number} articles: {time.process_time() - start:.2f} s of CPU")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--merge", *rest]:
            merge(int(rest[0]) if rest else 1500)
        case ["--splice"]:
            splice(20_000)
        case ["--stock", folder]:
            measured(lambda: stock(Path(folder)))
        case ["--ours", folder]:
            measured(ours(Path(folder)))
        case arguments:
            main(arguments)
