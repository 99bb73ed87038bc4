"""Numbers: every figure of the source stands in the translation, and no other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from generator.catalogs.checks._base import CYRILLIC, Check, Fault, Segment

NUMBER = re.compile(r"(?<![A-Za-z\d])\d+(?:[.,\u00a0\u202f]\d+)*(?![A-Za-z\d])")
AFTERNOON = re.compile(
    r"(?:오후|저녁|下午|晚上)\s?(\d{1,2})|\b(\d{1,2})(?=(?::\d\d)?\s?(?:pm|p\.m\.|вечера))(?::00)?\s?(?:pm|p\.m\.|вечера)?",
    re.I,
)
CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z]{1,2}\d+|\d+[A-Za-z]+(?![a-z])")
SPELLED: dict[str, tuple[str, ...]] = {
    "1": ("one", "first", "once", "single", "january", "jan", "a", "an", "each", "every", "same"),
    "2": ("two", "second", "twice", "both", "february", "feb", "pair", "half"),
    "3": ("three", "third", "march", "mar"),
    "4": ("four", "fourth", "april", "apr"),
    "5": ("five", "fifth", "may"),
    "6": ("six", "sixth", "june", "jun", "half"),
    "7": ("seven", "seventh", "july", "jul", "week"),
    "8": ("eight", "august", "aug"),
    "9": ("nine", "september", "sep", "sept"),
    "10": ("ten", "october", "oct", "tens"),
    "11": ("eleven", "november", "nov"),
    "12": ("twelve", "december", "dec", "noon", "dozen", "year"),
    "24": ("clock", "night"),
    "30": ("thirty", "half"),
    "60": ("sixty", "hour"),
    "365": ("year",),
}


def _pairs(listed: str) -> list[list[str]]:
    return [part.split(":") for part in listed.split("|")]


IN_WORDS = {
    "ko": "1:한 첫 하나 일|2:두 둘 이틀|3:세 셋|4:네 넷|5:다섯|6:여섯|7:일곱 일주 연중|8:여덟|9:아홉|10:열|24:종일",
    "ru": (
        "1:один одн перв единствен|2:два две двух двум втор оба обе|3:три трех трёх трем трём трет|4:четыр четвер|"
        "5:пять пяти пят|6:шест|7:семь семи седьм недел круглосуточно|8:восем восьм|9:девят|10:десят|24:круглосуточно"
    ),
    "zh": "1:一|2:二 两 兩|3:三|4:四|5:五|6:六|7:七 全天 全年|8:八|9:九|10:十|24:全天",
}
STEMS = {
    number: tuple(word for listed in IN_WORDS.values() for word in dict(_pairs(listed)).get(number, "").split())
    for number in SPELLED
}


def _find(segment: Segment) -> Iterator[Fault]:
    ours, theirs = _numbers(segment.said), _numbers(segment.says)
    if lost := [number for number in (ours - theirs).elements() if not _in_words(number, segment.says)]:
        yield Fault(f"the translation loses {_listed(lost)}", "keep every number of the source")
    if added := [number for number in (theirs - ours).elements() if not _in_words(number, segment.said)]:
        yield Fault(f"the translation brings in {_listed(added)}", "say no number that the source does not say")


def _numbers(text: str) -> Counter[str]:
    text = re.sub(r"(?<=[a-z]{3})(?=\d)", " ", text)
    text = AFTERNOON.sub(lambda found: f" {int(found[1] or found[2]) % 12 + 12} ", text)
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|(?<=\d):00\b|(?<!\d)0(?=\d(?!\d))", "", text)
    text = unicodedata.normalize("NFKC", CAPITAL.sub(" ", text))
    # Arabic, Persian and Indian figures say what ours say; their decimal sign and that of thousands are other ones.
    text = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)
    text = text.replace("٫", ".").replace("٬", ",")
    text = re.sub(r"(?<=\d)[ \u00a0\u202f,](?=\d{3}(?!\d))", "", text)
    return Counter(number.replace(",", ".") for number in NUMBER.findall(text))


def _in_words(number: str, text: str) -> bool:
    """Whether a number is written out in a text, in any language that is known here."""
    # The month of May has a capital.
    words = set(re.findall(r"[a-z]+", re.sub(r"\bmay\b", "", text).lower()))
    stems = (rf"(?<![{CYRILLIC}]){stem}" for stem in STEMS.get(number, ()))
    return not words.isdisjoint(SPELLED.get(number, ())) or any(re.search(stem, text.lower()) for stem in stems)


def _listed(numbers: list[str]) -> str:
    return ", ".join(f"`{number}`" for number in numbers)


CHECK = Check("number-changed", _find)
