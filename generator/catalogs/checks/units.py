"""Units: what was promised in hours is not given in days, nor euros in roubles."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

NUMBER = r"(?<![\w.,:/])(\d+(?:[.,]\d+)?)"
# A word or two may stand between: 3 business days, 3 рабочих дня.
SAID = {
    "second": r"seconds?|secs?",
    "minute": r"minutes?|mins?",
    "hour": r"hours?|hrs?",
    "day": r"days?",
    "week": r"weeks?",
    "month": r"months?",
    "year": r"years?",
    "kilobyte": r"KB",
    "megabyte": r"MB",
    "gigabyte": r"GB",
    "terabyte": r"TB",
    "percent": r"%|percent",
    "euro": r"euros?|EUR|€",
    "dollar": r"dollars?|USD|\$",
    "rouble": r"roubles?|rubles?|RUB",
}
BYTES = {"kilobyte": "KB", "megabyte": "MB", "gigabyte": "GB", "terabyte": "TB"}
SAYS: dict[str, dict[str, str]] = {
    "ko": {
        "second": "초", "minute": "분", "hour": "시간", "day": "(?:영업)?일(?!정)", "week": "주(?:일|간)?(?!년)",
        "month": "개월|달", "year": "년", "percent": "%|퍼센트", "euro": "유로", "dollar": r"달러|\$", "rouble": "루블",
        **BYTES,
    },
    "ru": {
        "second": "сек", "minute": "мин", "hour": "час", "day": "дн|день|сут", "week": "недел", "month": "месяц|мес",
        "year": "год|лет", "kilobyte": "КБ|KB", "megabyte": "МБ|MB", "gigabyte": "ГБ|GB", "terabyte": "ТБ|TB",
        "percent": "%|процент", "euro": "евро|€", "dollar": r"доллар|\$", "rouble": "рубл|₽",
    },
    "zh": {
        "second": "秒", "minute": "分[鐘钟]", "hour": "[個个]?小[時时]", "day": "天|[個个]?工作[日天]",
        "week": "[週周]|[個个]?星期", "month": "[個个]月", "year": "年", "percent": "%", "euro": "[歐欧]元",
        "dollar": r"美元|\$", "rouble": "[盧卢]布", **BYTES,
    },
}  # fmt: skip
BETWEEN = {"ko": r"\s?", "ru": r"[\s\u00a0]?(?:рабоч\w+ |календарн\w+ |полн\w+ )?", "zh": r"\s?"}
RANGE = r"(?:\s?(?:to|and|or|–|-|—|~|до|и|或|到|至)\s?\d+(?:[.,]\d+)?)?"


def _compiled(units: dict[str, str], between: str) -> re.Pattern[str]:
    named = "|".join(f"(?P<{name}>{words})" for name, words in units.items())
    return re.compile(f"{NUMBER}{RANGE}{between}(?:{named})")


ENGLISH = re.compile(_compiled(SAID, r"[\s\u00a0-]?(?:\w+ ){0,2}?").pattern + r"(?!\w)", re.I)
OTHERS = {base: _compiled(units, BETWEEN[base]) for base, units in SAYS.items()}


def _find(segment: Segment) -> Iterator[Fault]:
    ours = _units(ENGLISH, segment.said)
    theirs = _units(OTHERS[segment.base], segment.says) if ours else {}
    for number in ours.keys() & theirs.keys():
        if wrong := theirs[number] - ours[number]:
            given, meant = ", ".join(sorted(wrong)), " or ".join(sorted(ours[number]))
            yield Fault(f"the source says “{number}” of {meant}, the translation of {given}", "keep the unit")


def _units(pattern: re.Pattern[str], text: str) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for match in pattern.finditer(unicodedata.normalize("NFKC", text)):
        found[match[1].replace(",", ".")].add(str(match.lastgroup))
    return found


CHECK = Check("unit-changed", _find, languages=tuple(SAYS))
