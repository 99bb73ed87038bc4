"""What happens on which day -> a line in time with what it does to access."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from generator.pages.figures.drawing import (
    PLAIN,
    QUIET,
    STRONG,
    Block,
    Direction,
    Face,
    Frame,
    figure,
    fit,
    stack,
    whole,
)

Access = Literal["ok", "warning", "readonly", "stopped", "ended"]
CLASSES: dict[Access, str] = {"ok": "ok", "warning": "wait", "readonly": "read", "stopped": "stop", "ended": "end"}
RADIUS = 7.0
GUTTER = 8.0
SHEETS = (720.0, 820.0)
"""Wider sheets show smaller letters. What fits on neither stands one below the other on a desk, too."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One day: its date, its distance from the due date, what happens, what access is like from then on.

    `access_label` is drawn once for stages in a row that share it.
    """

    date: str
    day: str
    title: str
    access: Access
    access_label: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Stages in the order of their days; the distances drawn are not to scale."""

    title: str
    description: str
    stages: tuple[Stage, ...]
    prefix: str = "timeline"
    direction: Direction = "ltr"
    caption: str = ""


def timeline(line: Timeline) -> Markup:
    """Draw the stages twice, across for a desk and down for a hand. Nothing for no stages."""
    if not line.stages:
        return Markup("")
    sheet = next((width for width in SHEETS if _has_room(line, width)), None)
    wide = _across(line, sheet) if sheet else _down(line, "fig-wide", 480)
    return figure((wide, _down(line, "fig-narrow", 328)), line.caption)


def _has_room(line: Timeline, width: float) -> bool:
    """Whether columns of this drawing would break no word."""
    room = width / len(line.stages) - GUTTER
    texts = (text for s in line.stages for text in (s.date, s.day, s.title, s.access_label))
    return room > 60 and all(whole(text, room, STRONG) for text in texts)


def _runs(stages: tuple[Stage, ...]) -> Iterator[tuple[int, int, Stage]]:
    """Stages in a row with the same access: the first, how many, one of them."""
    first = 0
    for _, group in groupby(stages, key=lambda stage: (stage.access, stage.access_label)):
        run = tuple(group)
        yield first, len(run), run[0]
        first += len(run)


def _across(line: Timeline, width: float) -> Markup:
    frame = Frame(width, line.direction)
    column = frame.width / len(line.stages)
    labels = [
        (first * column, fit(stage.access_label, count * column - GUTTER, _tone(stage)))
        for first, count, stage in _runs(line.stages)
    ]
    top = max(block.height for _, block in labels)
    axis = top + RADIUS + 8
    parts = [frame.words(block, x, top - block.height) for x, block in labels]
    parts.extend(_track(frame, line.stages, [(RADIUS + 2 + i * column, axis) for i in range(len(line.stages))]))
    bottom = axis
    for i, stage in enumerate(line.stages):
        words, end = stack(frame, _words(stage, column - GUTTER), i * column, axis + RADIUS + 8)
        parts.append(words)
        bottom = max(bottom, end)
    return frame.svg("fig-wide", line.prefix, line.title, line.description, bottom + 4, parts)


def _down(line: Timeline, css: str, width: float) -> Markup:
    frame = Frame(width, line.direction)
    named = {first for first, _, _ in _runs(line.stages)}
    indent, y = 2 * RADIUS + 16, 2.0
    spots: list[tuple[float, float]] = []
    texts: list[Markup] = []
    for i, stage in enumerate(line.stages):
        blocks = _words(stage, width - indent)
        access = (fit(stage.access_label, width - indent, _tone(stage)),) if i in named else ()
        spots.append((RADIUS + 2, y + RADIUS + 3))
        words, y = stack(frame, (*blocks, *access), indent, y)
        texts.append(words)
        y = max(y, spots[-1][1] + RADIUS) + 14
    parts = [*_track(frame, line.stages, spots), *texts]
    return frame.svg(css, line.prefix, line.title, line.description, y - 10, parts)


def _words(stage: Stage, room: float) -> tuple[Block, Block, Block]:
    title = Face("t-stop", 13, bold=True) if stage.access == "stopped" else PLAIN
    return fit(stage.date, room, STRONG), fit(stage.day, room, QUIET), fit(stage.title, room, title)


def _tone(stage: Stage) -> Face:
    return Face(f"t-{CLASSES[stage.access]}", 13, bold=True)


def _track(frame: Frame, stages: tuple[Stage, ...], spots: list[tuple[float, float]]) -> Iterator[Markup]:
    """Each stretch of the line in the state with which it begins, then the stages upon it."""
    for stage, here, there in zip(stages, spots, spots[1:], strict=False):
        yield frame.line(f"f-track f-{CLASSES[stage.access]}", here, there)
    for stage, (x, y) in zip(stages, spots, strict=True):
        yield _mark(frame, stage.access, x, y)


def _mark(frame: Frame, access: Access, x: float, y: float) -> Markup:
    """A shape for each state, so that nobody needs its colour: ring, half ring, diamond, square, end of the line."""
    tone, r = CLASSES[access], RADIUS
    match access:
        case "ok":
            return frame.ring(f"f-dot f-{tone}", x, y, r)
        case "warning":
            return frame.ring(f"f-dot f-{tone}", x, y, r) + frame.half(f"f-fill-{tone}", x, y, r)
        case "readonly":
            return frame.shape(f"f-dot f-{tone}", (x, y - r), (x + r, y), (x, y + r), (x - r, y))
        case "stopped":
            return frame.rect(f"f-fill-{tone}", x - r, y - r, 2 * r, 2 * r, 2)
        case "ended":
            return frame.rect(f"f-dot f-{tone}", x - r + 1, y - r + 1, 2 * r - 2, 2 * r - 2, 2)
