"""Who takes over from whom -> boxes with arrows, and the way back to the customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.pages.figures.drawing import QUIET, STRONG, Block, Direction, Frame, figure, fit, stack, whole

NARROW, BETWEEN = 328.0, 30.0
SHEETS = (720.0, 820.0)
"""Wider sheets show smaller letters. What fits on neither stands one below the other on a desk, too."""
PAD = 12.0
LANE = 22.0
"""Room beside the boxes of the narrow drawing for lines that pass by."""


@dataclass(frozen=True, slots=True)
class Tier:
    """Somebody who has the problem in hand; `when` is written on the arrow that leads here."""

    label: str
    role: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """The customer, our tiers, and those beyond us (a provider, Microsoft) in the order in which they take over.

    `branch` is the number of the tier (from 0) that hands over to those beyond; None means the last.
    `back` stands on the arrow from our first tier to the customer.
    """

    title: str
    description: str
    you: Tier
    tiers: tuple[Tier, ...]
    beyond: tuple[Tier, ...] = ()
    branch: int | None = None
    back: str = ""
    prefix: str = "path"
    direction: Direction = "ltr"
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A tier with its place; `y` is its upper edge."""

    tier: Tier
    css: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Half its height."""
        return self.y + self.height / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def end(self) -> float:
        """Its far edge."""
        return self.x + self.width


def escalation(path: Path) -> Markup:
    """Draw the path twice, across for a desk and down for a hand. Nothing where nobody takes over."""
    if not (path.tiers or path.beyond):
        return Markup("")
    sheet = next((width for width in SHEETS if _has_room(path, width)), None)
    wide = _across(path, sheet) if sheet else _down(path, "fig-wide", 480)
    return figure((wide, _down(path, "fig-narrow", NARROW)), path.caption)


def _has_room(path: Path, width: float) -> bool:
    """Whether columns of this drawing would break no word."""
    room = _column(path, width)
    tiers = (path.you, *path.tiers, *path.beyond)
    boxes = all(whole(text, room - 2 * PAD, STRONG) for tier in tiers for text in (tier.label, tier.role))
    return room > 100 and boxes and all(whole(tier.when, room - 2 * LANE, QUIET) for tier in tiers)


def _columns(path: Path) -> int:
    return max(1 + len(path.tiers), len(path.beyond))


def _column(path: Path, width: float) -> float:
    return (width - 2 - BETWEEN * (_columns(path) - 1)) / _columns(path)


def _chains(path: Path) -> tuple[list[tuple[Tier, str]], list[tuple[Tier, str]], int]:
    """The customer with our tiers; those beyond; the place in the first list where the second sets out."""
    ours = [(path.you, "f-box"), *((tier, "f-box-us") for tier in path.tiers)]
    branch = len(path.tiers) if path.branch is None else 1 + max(0, min(path.branch, len(path.tiers) - 1))
    return ours, [(tier, "f-box") for tier in path.beyond], branch if path.tiers else 0


# ---- across


def _across(path: Path, sheet: float) -> Markup:
    frame = Frame(sheet, path.direction)
    ours, beyond, branch = _chains(path)
    width = _column(path, sheet)
    back = fit(path.back if path.tiers else "", 2 * width + BETWEEN, QUIET)
    rail = back.height + 8 if back.lines else 0.0
    first = _row(ours, 0, width, rail + (8 if back.lines else 0))
    parts = [_boxes(frame, first), _links(frame, first), _hints(frame, first, 0)]
    if back.lines:
        parts.append(_home(frame, first, back, rail))
    second: list[Box] = []
    if beyond:
        second = _row(beyond, max(0, min(branch, _columns(path) - len(beyond))), width, _floor(first) + 34)
        parts += [_boxes(frame, second), _links(frame, second), _hints(frame, second, 16)]
        parts.append(_descend(frame, first[branch], second[0], _floor(first) + 16))
    return frame.svg("fig-wide", path.prefix, path.title, path.description, _floor([*first, *second]) + 2, parts)


def _row(tiers: Sequence[tuple[Tier, str]], column: int, width: float, y: float) -> list[Box]:
    """Boxes side by side, all as high as the highest, below the highest of their hints."""
    top = y + max(_hint(tier, width).height for tier, _ in tiers) + 6
    height = max(_height(tier, width) for tier, _ in tiers)
    return [
        Box(tier, css, 1 + (column + i) * (width + BETWEEN), top, width, height) for i, (tier, css) in enumerate(tiers)
    ]


def _hint(tier: Tier, width: float) -> Block:
    return fit(tier.when, width - 2 * LANE, QUIET)


def _hints(frame: Frame, boxes: Sequence[Box], indent: float) -> Markup:
    """When each of them takes over, above its box, clear of the lines that come down on it."""
    hints = [(box, _hint(box.tier, box.width)) for box in boxes]
    return Markup("").join(frame.words(hint, box.x + indent, box.y - 6 - hint.height) for box, hint in hints)


def _links(frame: Frame, boxes: Sequence[Box]) -> Markup:
    arrows = (frame.arrow("f-line", "f-head", (a.end, a.middle), (b.x, b.middle)) for a, b in pairwise(boxes))
    return Markup("").join(arrows)


def _descend(frame: Frame, above: Box, below: Box, turn: float) -> Markup:
    """From one row to the next: down, along, down."""
    out, into = above.x + above.width / 2, below.x + 8
    return frame.arrow("f-line", "f-head", (out, above.bottom), (out, turn), (into, turn), (into, below.y))


def _home(frame: Frame, boxes: Sequence[Box], label: Block, rail: float) -> Markup:
    """The way back, above everything else."""
    start, end = boxes[1].end - 10, boxes[0].end - 10
    way = ((start, boxes[1].y), (start, rail), (end, rail), (end, boxes[0].y))
    return frame.arrow("f-dash", "f-head-us", *way) + frame.words(label, boxes[0].x, 0)


# ---- down


def _down(path: Path, css: str, width: float) -> Markup:
    frame = Frame(width, path.direction)
    ours, beyond, branch = _chains(path)
    room = width - 2 * LANE
    back = fit(path.back, room / 2 - 8, QUIET)
    boxes: list[Box] = []
    parts: list[Markup] = []
    y = 1.0
    for i, (tier, look) in enumerate([*ours, *beyond]):
        if i:
            sideways = i == len(ours) and branch != i - 1
            hint = fit(tier.when, room / 2 - 30 if i == 1 else room - 30, QUIET)
            above, y = boxes[-1], y + max(hint.height, back.height if i == 1 else 0, 10) + 14
            parts.append(frame.words(hint, LANE + 30, (above.bottom + y - hint.height) / 2))
            if not sideways:
                parts.append(frame.arrow("f-line", "f-head", (LANE + 16, above.bottom), (LANE + 16, y)))
        boxes.append(Box(tier, look, LANE, y, room, _height(tier, room)))
        y = boxes[-1].bottom
    if beyond and branch != len(ours) - 1:
        parts.append(_pass_by(frame, boxes[branch], boxes[len(ours)]))
    if back.lines:
        parts.append(_up(frame, boxes[0], boxes[1], back))
    return frame.svg(css, path.prefix, path.title, path.description, y + 2, [_boxes(frame, boxes), *parts])


def _pass_by(frame: Frame, out: Box, into: Box) -> Markup:
    """Along the near side, past the tiers that have no part in it."""
    way = ((out.x, out.middle), (5.0, out.middle), (5.0, into.middle), (into.x, into.middle))
    return frame.arrow("f-line", "f-head", *way)


def _up(frame: Frame, you: Box, desk: Box, label: Block) -> Markup:
    """The way back, along the far side."""
    lane = you.end + LANE - 5
    way = ((desk.end, desk.middle), (lane, desk.middle), (lane, you.middle), (you.end, you.middle))
    middle = (you.bottom + desk.y - label.height) / 2
    return frame.arrow("f-dash", "f-head-us", *way) + frame.words(label, you.end, middle, "end")


# ---- both


def _texts(tier: Tier, width: float) -> tuple[Block, Block]:
    return fit(tier.label, width - 2 * PAD, STRONG), fit(tier.role, width - 2 * PAD, QUIET)


def _height(tier: Tier, width: float) -> float:
    return sum(block.height for block in _texts(tier, width)) + 2 * PAD - 4


def _boxes(frame: Frame, boxes: Sequence[Box]) -> Markup:
    drawn = Markup("")
    for box in boxes:
        drawn += frame.rect(box.css, box.x, box.y, box.width, box.height, 6)
        drawn += stack(frame, _texts(box.tier, box.width), box.x + PAD, box.y + PAD - 2)[0]
    return drawn


def _floor(boxes: Sequence[Box]) -> float:
    return max(box.bottom for box in boxes)
