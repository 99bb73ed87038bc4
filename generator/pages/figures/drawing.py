"""Shapes in reading order -> SVG, mirrored for a right-to-left page, without one inline style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from generator.pages.figures.text import Block, Face, clean, fit, whole

Direction = Literal["ltr", "rtl"]
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

PLAIN = Face("", 13)
STRONG = Face("t-bold", 13, bold=True)
QUIET = Face("t-muted", 12)
HEAD = 4.0
"""Half the width of an arrow's head."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet of paper, measured from the side on which its readers start."""

    width: float
    direction: Direction = "ltr"

    def rect(self, css: str, x: float, y: float, width: float, height: float, radius: float = 0) -> Markup:
        """A rectangle whose starting corner is x, y."""
        left = self.width - x - width if self.direction == "rtl" else x
        size = f'x="{_n(left)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="{_n(radius)}"'
        return Markup('<rect class="{}" {}/>').format(css, Markup(size))

    def ring(self, css: str, x: float, y: float, radius: float) -> Markup:
        """A circle around x, y."""
        return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(css, self._x(x), _n(y), _n(radius))

    def half(self, css: str, x: float, y: float, radius: float) -> Markup:
        """The starting half of a disc around x, y."""
        sweep = int(self.direction == "rtl")
        arc = f"M{self._x(x)} {_n(y - radius)}a{_n(radius)} {_n(radius)} 0 0 {sweep} 0 {_n(2 * radius)}z"
        return Markup('<path class="{}" d="{}"/>').format(css, arc)

    def line(self, css: str, *points: Point) -> Markup:
        """A line through all points."""
        return Markup('<path class="{}" d="M{}"/>').format(css, self._through(points))

    def shape(self, css: str, *points: Point) -> Markup:
        """A closed shape."""
        return Markup('<path class="{}" d="M{}z"/>').format(css, self._through(points))

    def arrow(self, css: str, head: str, *points: Point) -> Markup:
        """A line with a head at its end; the last stretch runs along one axis."""
        (x0, y0), (x, y) = points[-2:]
        along = (_sign(x - x0), _sign(y - y0))
        foot = (x - 2 * HEAD * along[0], y - 2 * HEAD * along[1])
        side = (HEAD * along[1], HEAD * along[0])
        corners = ((foot[0] - side[0], foot[1] - side[1]), (foot[0] + side[0], foot[1] + side[1]), (x, y))
        return self.line(css, *points[:-1], foot) + self.shape(head, *corners)

    def words(self, block: Block, x: float, y: float, anchor: Anchor = "start") -> Markup:
        """A text whose first line begins below y."""
        face = block.face
        drop = face.size + (face.leading - face.size) / 2 - 2
        lines = (
            Markup('<text class="{}" x="{}" y="{}"{}>{}</text>').format(
                f"fig-text {face.css}".strip(), self._x(x), _n(y + drop + row * face.leading), _look(face, anchor), line
            )
            for row, line in enumerate(block.lines)
        )
        return Markup("").join(lines)

    def svg(
        self, css: str, prefix: str, title: str, description: str, height: float, parts: Iterable[Markup]
    ) -> Markup:
        """The whole drawing with its two texts for those who cannot see it."""
        return Markup(
            '<svg class="{css}" viewBox="0 0 {width} {height}" role="img" direction="{direction}" '
            'aria-labelledby="{id}-t" aria-describedby="{id}-d">'
            '<title id="{id}-t">{title}</title><desc id="{id}-d">{description}</desc>{body}</svg>'
        ).format(
            css=css,
            width=_n(self.width),
            height=_n(height),
            direction=self.direction,
            id=f"{clean(prefix).replace(' ', '-')}-{css.removeprefix('fig-')}",
            title=clean(title),
            description=clean(description),
            body=Markup("").join(parts),
        )

    def _x(self, x: float) -> str:
        return _n(self.width - x if self.direction == "rtl" else x)

    def _through(self, points: Iterable[Point]) -> Markup:
        return Markup("L".join(f"{self._x(x)} {_n(y)}" for x, y in points))


def figure(drawings: Iterable[Markup], caption: str) -> Markup:
    """Drawings of one thing, of which the style sheet shows the one that fits, and what stands below them."""
    below = Markup("<figcaption>{}</figcaption>").format(clean(caption)) if clean(caption) else Markup("")
    return Markup('<figure class="hg-figure">{}{}</figure>').format(Markup("").join(drawings), below)


def stack(frame: Frame, blocks: Iterable[Block], x: float, y: float) -> tuple[Markup, float]:
    """Texts one below the other, and where the next would begin."""
    drawn = Markup("")
    for block in blocks:
        drawn += frame.words(block, x, y)
        y += block.height
    return drawn, y


def _look(face: Face, anchor: Anchor) -> Markup:
    """Attributes, not CSS: the size that was measured is the size that is drawn."""
    weight = ' font-weight="700"' if face.bold else ""
    place = "" if anchor == "start" else f' text-anchor="{escape(anchor)}"'
    return Markup(f' font-size="{_n(face.size)}"{weight}{place}')


def _n(value: float) -> str:
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


__all__ = [
    "PLAIN",
    "QUIET",
    "STRONG",
    "Anchor",
    "Block",
    "Direction",
    "Face",
    "Frame",
    "figure",
    "fit",
    "stack",
    "whole",
]
