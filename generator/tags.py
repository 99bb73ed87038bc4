"""A tag that does not exist -> the one that was probably meant."""

from __future__ import annotations

from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process, utils

from generator.languages import PSEUDO, SCRIPTS, canonical, language, regions

NEAR = 85
# An old name of Akan; whoever writes it means the region.
REGIONS = frozenset({"tw"})


def guess(written: str) -> str:
    """The tag that somebody may have meant: kr -> ko, zh_TW -> zh-TW, iw -> he, Korean -> ko; "" for no idea."""
    tag = canonical(written.strip().replace("_", "-"))
    first, _, rest = tag.partition("-")
    alias = "" if first in REGIONS else str(get_global("language_aliases").get(first) or "").replace("_", "-")
    meant = (tag, alias, rest, first, _spoken_in(tag), _named(written))
    return next((one for one in meant if one and one not in (written, PSEUDO) and _exists(one)), "")


def _spoken_in(code: str) -> str:
    """The language of a region, for who wrote its code instead: jp -> ja, tw -> zh-TW."""
    home = get_global("likely_subtags").get(f"und_{code.upper()}") if code.upper() in regions() else None
    if not home:
        return ""
    name, script, region = str(home).split("_")
    usual = get_global("likely_subtags").get(name) == home and f"{name}-{region}" not in SCRIPTS
    return name if usual else f"{name}-{region}" if _exists(f"{name}-{region}") else f"{name}-{script}"


def _named(name: str) -> str:
    """The language of an English name, nearly spelled: Koren -> ko."""
    if len(name) < 4:
        return ""
    names = {str(code): str(known) for code, known in Locale("en").languages.items()}
    found = process.extractOne(
        name, names, scorer=fuzz.token_sort_ratio, processor=utils.default_process, score_cutoff=NEAR
    )
    return found[2].replace("_", "-") if found else ""


def _exists(tag: str) -> bool:
    try:
        language(tag)
    except ValueError:
        return False
    return True
