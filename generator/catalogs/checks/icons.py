"""Icons: `:material-phone:` stands as often as in the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.catalogs import parity
from generator.catalogs.checks._base import ICON, Check, Fault, Segment


def _find(segment: Segment) -> Iterator[Fault]:
    ours, theirs = (Counter(ICON.findall(parity.CODE.sub(" ", t))) for t in (segment.source, segment.translated))
    for icon in sorted((ours - theirs) | (theirs - ours)):
        what = "drops" if ours[icon] > theirs[icon] else "brings in"
        yield Fault(f"the translation {what} the icon `{icon}`", "keep icons as they stand in the source")


CHECK = Check("icon-changed", _find)
