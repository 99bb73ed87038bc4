"""How a language writes times and dates -> patterns by which a browser writes them exactly so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.formats import Formats
from generator.schema.time import DAYS

YEAR = 2026
"""Any year will do: patterns hold no year."""
MONDAY = 20
"""A day from which to try the seven weekdays; all have two figures, none of them twice."""


def patterns(formats: Formats) -> dict[str, object]:
    """Everything that a browser needs to write a moment: {H} and {h} are hours of 24 and of 12, doubled with a zero."""
    months = [_dates(formats, month) for month in range(1, 13)]
    return {
        "digits": "".join(formats.number(n) for n in range(10)),
        "times": [_time(formats, 9), _time(formats, 13)],
        "midnight": formats.time(24 * 60),
        "weekdays": [formats.weekday(day, full=True) for day in DAYS],
        "dated": months[0][1],
        "dates": [pattern for pattern, _ in months],
        "moment": formats.moment("{date}", "{time}"),
    }


def _time(formats: Formats, hour: int) -> str:
    """The pattern of the times of one half of the day."""
    text = formats.time(hour * 60 + 45).replace(_figures(formats, "45"), "{mm}", 1)
    name = "h" if formats.twelve_hours else "H"
    number = hour % 12 if formats.twelve_hours else hour
    for figures, field in ((f"{number:02}", name * 2), (str(number), name)):
        if _figures(formats, figures) in text:
            # Of an hour with two figures nobody can see whether a smaller one gets a zero.
            padded = field * 2 if field == "H" and _pads(formats) else field
            return text.replace(_figures(formats, figures), f"{{{padded}}}", 1)
    return text


def _pads(formats: Formats) -> bool:
    return _figures(formats, "09") in formats.time(9 * 60 + 45)


def _dates(formats: Formats, month: int) -> tuple[str, list[str]]:
    """The pattern of the dates of a month, and what stands in it for each weekday, from Monday."""
    days = sorted((date(YEAR, month, MONDAY + number) for number in range(7)), key=date.weekday)
    small = formats.weekday_date(date(YEAR, month, 5), year=False)
    field = "{dd}" if _figures(formats, "05") in small else "{d}"
    texts = [formats.weekday_date(day, year=False).replace(_figures(formats, str(day.day)), field, 1) for day in days]
    head = _agreement(texts)
    tail = _agreement([text[head:][::-1] for text in texts])
    names = [text[head : len(text) - tail] for text in texts]
    return f"{texts[0][:head]}{{weekday}}{texts[0][len(texts[0]) - tail :]}", names


def _agreement(texts: Sequence[str]) -> int:
    """How many letters all texts have in common from their start."""
    pairs = enumerate(zip(*texts, strict=False))
    return next((number for number, letters in pairs if len(set(letters)) > 1), min(map(len, texts)))


def _figures(formats: Formats, text: str) -> str:
    return "".join(formats.number(int(figure)) for figure in text)
