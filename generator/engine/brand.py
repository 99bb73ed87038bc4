"""A brand colour -> the theme's colours, legible on light and dark ground."""

from __future__ import annotations

from generator.colours import BLACK, WHITE, bright, legible, mix

LIGHT, DARK = WHITE, "#10171b"
SOFT = 0.1
"""How much of the brand is in the ground of what is chosen."""
BRIGHT = 7.5
"""The contrast of the brand on dark ground: what AA asks would look dull there."""
SHAPE = "#0b566b"
"""The colour of our own favicon, in whose place the brand's stands."""


def css(colour: str) -> str:
    """Give the theme's colour properties for one brand colour, as "#0b566b"; the reader's own choice comes last."""
    soft = mix(DARK, colour, SOFT)
    dark = _scheme(bright(colour, soft, BRIGHT), soft, DARK, WHITE)
    tint = mix(LIGHT, colour, SOFT)
    light = _scheme(legible(colour, tint, BLACK), tint, LIGHT, BLACK)
    return (
        f":root{{{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n"
    )


def icon(svg: str, colour: str) -> str:
    """Our own favicon in the brand's colour."""
    return svg.replace(SHAPE, colour)


def _scheme(brand: str, soft: str, ground: str, towards: str) -> str:
    hover = mix(brand, towards, 0.3)
    return f"--hg-brand:{brand};--hg-brand-hover:{hover};--hg-on-brand:{ground};--hg-brand-soft:{soft}"
