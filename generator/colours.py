"""Colours and their contrast, as WCAG 2.2 reckons it."""

from __future__ import annotations

from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls

WHITE, BLACK = "#ffffff", "#000000"
CALM = 0.7
TEXT = 4.5
"""What AA asks of text against its ground, to 1."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours such as "#0b566b", 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, towards: str, share: float) -> str:
    """Take a share of another colour, 0 to 1, into one."""
    return _hex(a + (b - a) * share for a, b in zip(_shares(colour), _shares(towards), strict=True))


def legible(colour: str, ground: str, towards: str, enough: float = TEXT) -> str:
    """The nearest colour on the way to black or white that stands out from `ground` as much as is asked."""
    steps = (mix(colour, towards, share / 100) for share in range(101))
    return next((mixed for mixed in steps if contrast(mixed, ground) >= enough), towards)


def bright(colour: str, ground: str, enough: float = TEXT) -> str:
    """The colour as light as `ground`, a dark one, asks; of the same hue, and less loud."""
    hue, light, full = rgb_to_hls(*_shares(colour))
    steps = (_hex(hls_to_rgb(hue, light + (1 - light) * share / 100, full * CALM)) for share in range(101))
    return next((made for made in steps if contrast(made, ground) >= enough), WHITE)


def _luminance(colour: str) -> float:
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in _shares(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _hex(shares: Iterable[float]) -> str:
    return "#" + "".join(f"{round(share * 255):02x}" for share in shares)


def _shares(colour: str) -> list[float]:
    return [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
