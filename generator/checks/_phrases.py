"""A phrase that no page should hold, with the company in which it may stand: "formerly X", "no X", "X ended"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

WINDOW = 48
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS_RU = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|мая|май|мае|июн|июл|авг|сен|окт|ноя|дек)\w*"
DATES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?"),
    re.compile(r"(?P<y>\d{4})\s?[년年]\s?(?P<m>\d{1,2})\s?[월月](?:\s?(?P<d>\d{1,2})\s?[일日])?"),
    re.compile(rf"(?:(?P<d>\d{{1,2}})\s+)?\b(?P<m>{MONTH})\.?\s+(?P<y>\d{{4}})", re.I),
    re.compile(rf"\b(?P<m>{MONTH})\.?\s+(?P<d>\d{{1,2}}),\s*(?P<y>\d{{4}})", re.I),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
)
UNTIL = re.compile(
    r"\b(?:until|till|before|up to|prior to|до|раньше)\b|까지|이전|전에|截至|之前|以前|為止|为止|直到", re.I
)
FORMER = (
    r"(?:\b(?:formerly|previously|once|earlier|was|were|called|known as|until\b.{0,20}:?|old name:?|older name:?"
    r"|ex|renamed from|instead of|not)\s*"
    r"|이전\S{0,5}|예전\S{0,5}|과거\S{0,5}|종전\S{0,5}|\(구\.?|옛\S{0,2}"
    r"|\b(?:ранее|прежде|раньше|прежн\w+|бывш\w+|старо\w+|до недавнего времени)\b"
    r"|原(?![因則则])|前身|以前|先前|舊|旧|曾|之前|過去|过去|前稱|前称)"
    r"(?:\s*(?:name[ds]?|이름|명칭|название|назывался|называлась|名|稱|称|為|为|名為|名为|叫|是|称为|稱為))*"
    r"(?:\s*(?:the|as|an|a))?[\s:：,，(（\[«“\"'„「『]*$"
)
NOW = (
    r"^[\s)）»”\"'」』]*(?:[(（,，\-–—]\s*)?"
    r"(?:(?:is|are) now\b|(?<=[(（,，\-–—])\s?now\b|(?<=[(（,，\-–—]\s)now\b|has been renamed|was renamed|is called"
    r"|became|→|現|现|현재|현\b|теперь|сейчас|已更名|已改名|更名|改名|переименован|이\(가\) 변경|에서 변경|의 새 이름"
    r"|의 이전)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern, and what may stand right before or after it to make it harmless."""

    pattern: str
    before: str = ""
    after: str = ""
    but: str = ""
    """What, standing before, takes `after` its force: "when the grace period has ended"."""

    def hits(self, sentence: str) -> Iterator[str]:
        """Yield every place where the phrase stands for itself."""
        for found in re.finditer(self.pattern, sentence, re.I):
            left = sentence[max(0, found.start() - WINDOW) : found.start()]
            right = sentence[found.end() : found.end() + WINDOW]
            if not (_says(self.before, left) or (_says(self.after, right) and not _says(self.but, left))):
                yield found.group()


def _says(pattern: str, text: str) -> bool:
    return bool(pattern and re.search(pattern, text, re.I))


def is_past(sentence: str, today: date) -> bool:
    """Whether the sentence speaks of a time that is over: "until 4 May 2026"."""
    days = list(_days(sentence))
    return bool(days and UNTIL.search(sentence)) and max(days) <= today


def _days(sentence: str) -> Iterator[date]:
    for pattern in DATES:
        for found in pattern.finditer(sentence):
            try:
                yield date(int(found["y"]), _month(found["m"]), int(found["d"] or 1))
            except ValueError:
                continue


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    names = MONTHS if word[:1].isascii() else MONTHS_RU
    key = word.lower()[:3]
    return names.index(key) + 1 if key in names else 5
