"""Collections -> dated steps, what each does to access, and the day on which access first changes (R051)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from generator.pages.asked import Late
from generator.pages.figures.timeline import Access
from generator.pages.markup import escape
from generator.pages.reader import Reader
from generator.schema import Stage

RULES_FROM = date(2026, 5, 4)
"""Since this day a term ends without free time (R054)."""

# What a stage does to access -> how drawings and lists show it.
STATES: dict[str, Access] = {
    "none": "ok",
    "warning": "warning",
    "read_only": "readonly",
    "suspended": "stopped",
    "cancelled": "ended",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One stage as a customer reads it."""

    day: date
    when: str
    day_label: str
    title: Markup
    explanation: str
    notices: str
    state: Access
    access_label: str
    data: Markup
    note: Markup
    fee: str


def steps(reader: Reader) -> tuple[Step, ...]:
    """The stages, dated for the example bill."""
    return tuple(_step(reader, stage) for stage in reader.config.collections.stages)


def _step(reader: Reader, stage: Stage) -> Step:
    words = reader.words
    day = reader.example_due() + timedelta(days=stage.day_offset)
    label = words.stage_day(stage.day_offset, reader.config.collections.counts)
    dated = reader.config.collections.counts == "calendar"
    return Step(
        day=day,
        when=words._("{date}: {day}", date=words.formats.weekday_date(day), day=label) if dated else label,
        day_label=label,
        title=reader.text(stage.title) if stage.title else escape(words.label("action", stage.action)),
        explanation=words.explain("action", stage.action),
        notices=words.notices(stage.notice) if stage.notice else "",
        state=STATES[stage.access],
        access_label=words.label("access", stage.access),
        data=reader.text(stage.data),
        note=reader.text(stage.note),
        fee=words.price(stage.fee) if stage.fee else "",
    )


def first_loss(reader: Reader) -> str:
    """The day on which access first changes: "day 15 after the due date"; "" where it never does."""
    losing = [stage for stage in reader.config.collections.stages if stage.access not in ("none", "warning")]
    return reader.words.stage_day(losing[0].day_offset, reader.config.collections.counts) if losing else ""


def view(reader: Reader) -> dict[str, object]:
    """What templates call these."""
    return {
        "stages": Late(lambda: steps(reader)),
        "example_due": reader.example_due(),
        "first_loss": Late(lambda: first_loss(reader)),
        "suspends": any(stage.access == "suspended" for stage in reader.config.collections.stages),
        "rules_from": RULES_FROM,
    }
