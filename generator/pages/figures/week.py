"""The hours of a week -> a chart with a row per day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.pages.figures.drawing import PLAIN, QUIET, STRONG, Block, Direction, Frame, figure, fit

Coverage = Literal["staffed", "limited"]
DAY = 1440
BAR = 18.0
GAP = 10.0
TICK_ROOM = 60.0
SPACED = 1.3
"""How much longer a line gets when a reader spaces out its letters and words (WCAG 1.4.12)."""
CLASSES: dict[Coverage, str] = {"limited": "f-band", "staffed": "f-bar"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Open from one minute of the day to another, 0 to 1440."""

    start: int
    end: int
    coverage: Coverage = "staffed"


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One day; a span past midnight comes split over two."""

    label: str
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """An hour worth a name, which the caller has formatted: (540, "9")."""

    minute: int
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The hours of one zone; `zone` says whose: "Seoul time (UTC+9)"."""

    ticks: tuple[Tick, ...]
    zone: str = ""


@dataclass(frozen=True, slots=True)
class WeekChart:
    """When somebody is there. The second axis, below, gives the same hours in the reader's zone."""

    title: str
    description: str
    rows: tuple[WeekRow, ...]
    axis: Axis
    second_axis: Axis | None = None
    staffed: str = ""
    limited: str = ""
    prefix: str = "week"
    direction: Direction = "ltr"
    caption: str = ""


def week(chart: WeekChart) -> Markup:
    """Draw the week twice, for a desk and for a hand. Nothing for no rows."""
    if not chart.rows:
        return Markup("")
    sizes = (("fig-wide", 640.0), ("fig-narrow", 328.0))
    return figure((_draw(chart, css, Frame(width, chart.direction)) for css, width in sizes), chart.caption)


@dataclass(frozen=True, slots=True)
class Plot:
    """The part of the drawing in which the hours run."""

    frame: Frame
    start: float
    end: float

    def at(self, minute: int) -> float:
        """Where a minute of the day stands."""
        return self.start + (self.end - self.start) * max(0, min(DAY, minute)) / DAY


def _draw(chart: WeekChart, css: str, frame: Frame) -> Markup:
    labels = [fit(row.label, frame.width * 0.28, PLAIN) for row in chart.rows]
    plot = Plot(frame, max(TICK_ROOM / 2, *(label.width + 10 for label in labels)), frame.width - TICK_ROOM / 2)
    above, top = _axis(plot, chart.axis, 0, below=False)
    days, bottom = _days(plot, chart, labels, top + 6)
    grid = (frame.line("f-grid", (plot.at(t.minute), top), (plot.at(t.minute), bottom)) for t in chart.axis.ticks)
    parts = [*grid, days, above]
    if chart.second_axis:
        under, bottom = _axis(plot, chart.second_axis, bottom + 4, below=True)
        parts.append(under)
    legend, bottom = _legend(plot, chart, bottom + 12)
    return frame.svg(css, chart.prefix, chart.title, chart.description, bottom + 2, [*parts, legend])


def _axis(plot: Plot, axis: Axis, y: float, *, below: bool) -> tuple[Markup, float]:
    """Tick labels with the zone's name on their outer side, and where they end."""
    ticks = tuple(_readable(plot, axis))
    zone = fit(axis.zone, (plot.frame.width - plot.start) / SPACED, QUIET if below else STRONG)
    height = max((block.height for _, block in ticks), default=0)
    tick_y, zone_y = (y, y + height + 2) if below else (y + zone.height + 2, y)
    drawn = Markup("").join(plot.frame.words(block, x, tick_y, "middle") for x, block in ticks)
    return drawn + plot.frame.words(zone, plot.start, zone_y), y + height + zone.height + 4


def _readable(plot: Plot, axis: Axis) -> Iterator[tuple[float, Block]]:
    """The ticks whose labels find room beside the one before."""
    free = -1.0
    for tick in sorted(axis.ticks, key=lambda t: t.minute):
        block, x = fit(tick.label, TICK_ROOM, QUIET), plot.at(tick.minute)
        if x - block.width / 2 > free:
            yield x, block
            free = x + block.width / 2 + 6


def _days(plot: Plot, chart: WeekChart, labels: list[Block], y: float) -> tuple[Markup, float]:
    drawn = Markup("")
    for row, label in zip(chart.rows, labels, strict=True):
        height = max(BAR, label.height)
        middle = y + height / 2
        drawn += plot.frame.words(label, 0, middle - label.height / 2)
        drawn += plot.frame.line("f-rule", (plot.start, middle), (plot.end, middle))
        drawn += Markup("").join(_bars(plot, row, middle - BAR / 2))
        y += height + GAP
    return drawn, y - GAP + 6


def _bars(plot: Plot, row: WeekRow, y: float) -> Iterator[Markup]:
    """Limited hours lie below staffed ones."""
    for coverage, css in CLASSES.items():
        for stretch in row.stretches:
            start, end = plot.at(stretch.start), plot.at(stretch.end)
            if stretch.coverage == coverage and end > start:
                yield plot.frame.rect(css, start, y, end - start, BAR, 2)


def _legend(plot: Plot, chart: WeekChart, y: float) -> tuple[Markup, float]:
    """What the bars mean, side by side as far as there is room, and whole with a reader's own spacing too."""
    shown = {stretch.coverage for row in chart.rows for stretch in row.stretches}
    words: dict[Coverage, str] = {"staffed": chart.staffed, "limited": chart.limited}
    drawn, x, deepest = Markup(""), 0.0, y
    for coverage, word in words.items():
        block = fit(word, (plot.frame.width - 30) / SPACED, PLAIN)
        if coverage not in shown or not block.lines:
            continue
        if x and x + 28 + block.width * SPACED > plot.frame.width:
            x, y = 0.0, deepest + 4
        drawn += plot.frame.rect(CLASSES[coverage], x + 1, y + 3, 18, 12, 2)
        drawn += plot.frame.words(block, x + 28, y)
        x, deepest = x + 28 + block.width * SPACED + 20, max(deepest, y + block.height)
    return drawn, deepest
