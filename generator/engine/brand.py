"""A brand colour -> the theme's colours, legible on light and dark ground."""

from __future__ import annotations

from generator.colours import BLACK, TEXT, WHITE, legible, mix

LIGHT, DARK = WHITE, "#10171b"
BRIGHT = 7.5
"""The contrast of the brand on dark ground: what AA asks would look dull there."""
SHAPE = "#0b566b"
"""The colour of our own favicon, in whose place the brand's stands."""


def css(colour: str) -> str:
    """Give the theme's colour properties for one brand colour, as "#0b566b"; the reader's own choice comes last."""
    dark = _scheme(colour, DARK, WHITE, BRIGHT)
    return (
        f":root{{{_scheme(colour, LIGHT, BLACK, TEXT)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n"
    )


def icon(svg: bytes, colour: str) -> bytes:
    """Our own favicon in the brand's colour."""
    return svg.replace(SHAPE.encode(), colour.encode())


def _scheme(colour: str, ground: str, towards: str, enough: float) -> str:
    soft = mix(ground, colour, 0.1)
    text = legible(colour, soft, towards, enough)
    hover = mix(text, towards, 0.3)
    return f"--hg-brand:{text};--hg-brand-hover:{hover};--hg-on-brand:{ground};--hg-brand-soft:{soft}"
