"""A brand colour -> the theme's colours, legible on light and dark ground."""

from __future__ import annotations

LIGHT, DARK = "#ffffff", "#10171b"
# WCAG 2.2 AA asks 4.5 to 1 of text; a little more leaves room for tinted grounds.
ENOUGH = 5.0


def css(colour: str) -> str:
    """Give the theme's colour properties for one brand colour, as "#0b566b"."""
    ink = _ink(colour)
    return (
        f":root,[data-md-color-scheme]{{--md-primary-fg-color:{colour};--md-primary-fg-color--light:{colour};"
        f"--md-primary-fg-color--dark:{colour};--md-primary-bg-color:{ink};--md-primary-bg-color--light:{ink}}}\n"
        f":root,[data-md-color-scheme=default]{{{_scheme(colour, LIGHT, '#000000')}}}\n"
        f"@media screen{{[data-md-color-scheme=slate]{{{_scheme(colour, DARK, '#ffffff')}}}}}\n"
    )


def _scheme(colour: str, ground: str, towards: str) -> str:
    soft = _mix(ground, colour, 0.1)
    text = legible(colour, soft, towards)
    return (
        f"--hg-brand:{text};--hg-brand-hover:{_mix(text, towards, 0.3)};--hg-on-brand:{_ink(text)};"
        f"--hg-brand-soft:{soft};--md-typeset-a-color:{text};--md-accent-fg-color:{text};"
        f"--md-accent-fg-color--transparent:{text}1a;--md-accent-bg-color:{_ink(text)}"
    )


def _ink(ground: str) -> str:
    return "#ffffff" if contrast("#ffffff", ground) >= contrast("#000000", ground) else "#000000"


def legible(colour: str, ground: str, towards: str) -> str:
    """Mix `colour` towards black or white until it can be read on `ground`."""
    steps = (_mix(colour, towards, share / 20) for share in range(21))
    return next((mixed for mixed in steps if contrast(mixed, ground) >= ENOUGH), towards)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in _shares(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mix(colour: str, towards: str, share: float) -> str:
    mixed = (a + (b - a) * share for a, b in zip(_shares(colour), _shares(towards), strict=True))
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


def _shares(colour: str) -> list[float]:
    return [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
