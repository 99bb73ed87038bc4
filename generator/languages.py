"""Tag ↔ PO folder ↔ Babel locale ↔ theme ↔ hreflang: computed, with a table for the exceptions only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# CLDR calls these by script; the web, PO folders and readers call them by region.
SCRIPTS = {"zh-TW": "zh_Hant_TW", "zh-HK": "zh_Hant_HK", "zh-CN": "zh_Hans_CN", "zh-SG": "zh_Hans_SG"}
# CLDR's own name for these is a whole phrase ("中文 (繁體，台灣)"); a switcher needs a word.
NAMES = {"zh-TW": "繁體中文", "zh-HK": "繁體中文（香港）", "zh-CN": "简体中文", "en-XA": "Ēñĝļíšĥ"}
# The pseudo-language formats as English.
PSEUDO = {"en-XA": "en_001"}
# Material's own words for these; every other language goes by its first part.
THEMES = {"zh-TW": "zh-TW", "zh-HK": "zh-Hant", "zh-CN": "zh", "pt-BR": "pt-BR", "en-XA": "en"}


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
        """The name under which the theme knows its words."""
        return THEMES.get(self.tag, self.locale.language)

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

    Raises ValueError for a tag that CLDR does not know.
    """
    if tag in SCRIPTS or tag in PSEUDO:
        return Language(tag, Locale.parse(SCRIPTS.get(tag) or PSEUDO[tag]))
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise ValueError(f"{tag}: no such language") from error
    if not locale.territory and region:
        locale = _with_region(locale, region)
    return Language(tag, locale)


def _with_region(locale: Locale, region: str) -> Locale:
    try:
        return Locale.parse(f"{locale.language}_{region}")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_001") if locale.language == "en" else locale


def canonical(tag: str) -> str:
    """Write a tag as BCP 47 does: EN-gb -> en-GB, ZH-hant -> zh-Hant."""
    first, *rest = tag.split("-")
    cased = (part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower() for part in rest)
    return "-".join((first.lower(), *cased))


def covers(offered: str, wanted: str) -> bool:
    """Whether words in `offered` serve a reader of `wanted`: en serves en-GB; zh-TW does not serve zh-CN."""
    return offered == wanted or wanted.startswith(f"{offered}-") or offered.startswith(f"{wanted}-")


@cache
def regions() -> frozenset[str]:
    """All ISO 3166 two-letter regions that CLDR knows."""
    return frozenset(str(code) for code in Locale("en").territories if len(str(code)) == 2 and str(code).isalpha())


@cache
def currencies() -> frozenset[str]:
    """All ISO 4217 codes that CLDR knows."""
    return frozenset(get_global("all_currencies"))
