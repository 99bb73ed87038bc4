"""Tag ↔ PO folder ↔ Babel locale ↔ theme ↔ hreflang: computed, with a table for the exceptions only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# CLDR calls these by script; the web, PO folders and readers call them by region.
SCRIPTS = {"zh-TW": "zh_Hant_TW", "zh-HK": "zh_Hant_HK", "zh-CN": "zh_Hans_CN", "zh-SG": "zh_Hans_SG"}
# CLDR's own name for these is a whole phrase ("中文 (繁體，台灣)"); a switcher needs a word.
NAMES = {
    "zh-TW": "繁體中文",
    "zh-HK": "繁體中文（香港）",
    "zh-CN": "简体中文",
    "zh-Hant": "繁體中文",
    "zh-Hans": "简体中文",
    "en-XA": "Ēñĝļíšĥ",
}
PSEUDO = "en-XA"
"""The pseudo-language: it shows texts that were never extracted, formats as English, and is never published."""
# Material's own words for these; every other language goes by its first part.
THEMES = {"zh-TW": "zh-TW", "pt-BR": "pt-BR", PSEUDO: "en"}
# And for these it has words in another script than the language's usual one; elsewhere such words would be misread.
SCRIPT_THEMES = {("zh", "Hant"): "zh-Hant", ("sr", "Latn"): "sh"}


@dataclass(frozen=True, slots=True)
class Language:
    """One language of a site, under all the names that it goes by."""

    tag: str
    locale: Locale

    @property
    def folder(self) -> str:
        """The PO folder: zh-TW -> "zh_TW"."""
        return self.tag.replace("-", "_")

    @property
    def name(self) -> str:
        """What its speakers call it, as a switcher shows it."""
        name = NAMES.get(self.tag) or self.locale.get_display_name(self.locale) or self.tag
        return name[:1].upper() + name[1:]

    @property
    def theme(self) -> str:
        """The name under which the theme knows its words; "" where it may have words, but in another script."""
        if self.tag in THEMES:
            return THEMES[self.tag]
        name, script, _ = likely(self.locale)
        return name if script == _filled(name)[1] else SCRIPT_THEMES.get((name, script), "")

    @property
    def direction(self) -> str:
        """ "ltr" or "rtl"."""
        return str(self.locale.text_direction)

    @property
    def og(self) -> str:
        """Open Graph's form: language_TERRITORY where the tag has one."""
        return self.tag.replace("-", "_")

    def name_of(self, tag: str) -> str:
        """What readers of this language call another language: ko reads "영어"."""
        other = language(tag).locale
        short = self.locale.languages.get(tag.replace("-", "_"))
        by_script = self.locale.languages.get("_".join(filter(None, (other.language, other.script))))
        return str(short or by_script or self.locale.languages.get(other.language) or NAMES.get(tag, tag))

    def territory(self, code: str) -> str:
        """What readers of this language call a region: ("ko", "KR") -> "대한민국"."""
        return str(self.locale.territories.get(code, code))


@cache
def language(tag: str, region: str = "") -> Language:
    """Read a BCP 47 tag; `region` (ISO 3166) decides formats where the tag names none and CLDR knows the pair.

    Raises ValueError for a tag that CLDR does not know, and for one that has another name today (iw is he).
    """
    if tag in SCRIPTS or tag == PSEUDO:
        return Language(tag, Locale.parse(SCRIPTS.get(tag, "en_001")))
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise ValueError(f"{tag}: no such language") from error
    if str(locale.language) != tag.partition("-")[0].lower() or tag.lower() == "root":
        raise ValueError(f"{tag}: no such language")
    if not locale.territory and region:
        locale = _with_region(locale, region)
    return Language(tag, locale)


def _with_region(locale: Locale, region: str) -> Locale:
    try:
        found = Locale.parse("_".join(filter(None, (locale.language, locale.script, region))))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_001") if locale.language == "en" else locale
    # Babel answers zh_Hant_CN with the other script.
    return found if likely(found)[:2] == likely(locale)[:2] else locale


def canonical(tag: str) -> str:
    """Write a tag as BCP 47 does: EN-gb -> en-GB, ZH-hant -> zh-Hant."""
    first, *rest = tag.split("-")
    cased = (part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower() for part in rest)
    return "-".join((first.lower(), *cased))


def covers(offered: str, wanted: str) -> bool:
    """Whether who speaks `offered` is understood by who wants `wanted`: en serves en-GB; zh-TW does not serve zh-CN."""
    return offered == wanted or wanted.startswith(f"{offered}-") or offered.startswith(f"{wanted}-")


@cache
def serves(offered: str, wanted: str) -> bool:
    """Whether words written in `offered` may stand on a page in `wanted`: one language, one script.

    The first is the general form of the second, or CLDR's parent of it: ko serves ko-KR, es-419 serves es-MX, zh-TW
    (which is what zh-Hant means) serves zh-HK; sr does not serve sr-Latn, nor en-GB en, nor the pseudo-language anyone.
    """
    if offered == PSEUDO:
        return wanted == PSEUDO
    ours, theirs = language(offered), language(wanted)
    if likely(ours.locale)[:2] != likely(theirs.locale)[:2]:
        return False
    general = offered == wanted or wanted.startswith(f"{offered}-")
    return general or _is_usual(ours.locale) or str(ours.locale) in _parents(theirs.locale)


def likely(locale: Locale) -> tuple[str, str, str]:
    """Language, script and region, with what CLDR takes for granted filled in: ko -> ("ko", "Kore", "KR")."""
    return _filled(str(locale.language), locale.script or "", locale.territory or "")


def _filled(name: str, script: str = "", region: str = "") -> tuple[str, str, str]:
    known = get_global("likely_subtags")
    tried = (f"{name}_{script}", f"{name}_{region}", name)
    found = next((str(known[one]) for one in tried if one in known), f"{name}__").split("_")
    return name, script or found[1], region or found[2]


def _is_usual(locale: Locale) -> bool:
    """Whether a language is meant as in the region that CLDR takes for granted: ko, ko-KR, zh-TW, pt-BR."""
    found = likely(locale)
    return found in (_filled(found[0]), _filled(found[0], found[1]))


def _parents(locale: Locale) -> tuple[str, ...]:
    """From whom CLDR lets a locale inherit: es_MX -> ("es_419", "es")."""
    name = str(locale)
    parent = str(get_global("parent_exceptions").get(name) or name.rpartition("_")[0])
    return () if parent in ("", "root") else (parent, *_parents(Locale.parse(parent)))


@cache
def regions() -> frozenset[str]:
    """All ISO 3166 two-letter regions that CLDR knows."""
    return frozenset(str(code) for code in Locale("en").territories if len(str(code)) == 2 and str(code).isalpha())


@cache
def currencies() -> frozenset[str]:
    """All ISO 4217 codes that CLDR knows."""
    return frozenset(get_global("all_currencies"))
