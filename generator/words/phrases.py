"""Spans, targets, prices, days and schedules -> phrases for one reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.formats import Measure, WeekLine
from generator.schema.price import Price
from generator.schema.promise import Span, Target
from generator.schema.time import DAYS, Schedule
from generator.words import money, promise
from generator.words.labels import LABELS, LINES
from generator.words.marks import Msgid
from generator.words.speech import Field, Said, Speech

MEASURES: dict[str, Measure] = {"minutes": "minute", "hours": "hour", "days": "day"}
DAY = {str(day): day for day in DAYS}
Clock = Literal["", "24x7", "hours"]


@dataclass(frozen=True, slots=True)
class Words(Speech):
    """All that our own voice says to one reader."""

    def label(self, kind: str, value: str, **fields: Field) -> str:
        """Name a value of the schema in few words. Raises KeyError for what the schema does not list."""
        if kind == "day":
            return self.formats.weekday(DAY[value], full=True)
        text = LABELS[kind][value]
        return self._(text, **fields) if isinstance(text, Msgid) else self.fill(text, **fields)

    def explain(self, kind: str, value: str, **fields: Field) -> str:
        """Say what a value means, in a sentence or two."""
        return self._(LINES[kind][value], **fields)

    def examples(self, level: str) -> tuple[str, ...]:
        """Give examples of a severity."""
        return tuple(self._(example) for example in promise.EXAMPLES[level])

    def customer_duty(self) -> str:
        """Say what a critical problem asks of the customer (R040)."""
        return self._(promise.CUSTOMER_DUTY)

    # Time

    def span(self, span: Span) -> str:
        """Write a length of time: "30 minutes", "4 business hours"."""
        match span.unit:
            case "business_hours":
                return self.ngettext("{n} business hour", "{n} business hours", span.value)
            case "business_days":
                return self.ngettext("{n} business day", "{n} business days", span.value)
        return self.formats.quantity(span.value, MEASURES[span.unit])

    def clock(self, target: Span, clock: Clock) -> str:
        """Say when the clock of a target runs; nothing where the span says it already."""
        if target.unit in ("business_hours", "business_days"):
            return ""
        return {"": "", "24x7": self._("24 × 7"), "hours": self._("in business hours")}[clock]

    def target(self, target: Target, clock: Clock = "") -> str:
        """Write a target with its clock: "1 hour, 24 × 7", "4 business hours"."""
        match self.clock(target, clock) and clock:
            case "24x7":
                return self._("{span}, 24 × 7", span=self.span(target))
            case "hours":
                return self._("{span}, in business hours", span=self.span(target))
        return self.span(target)

    def stage_day(self, offset: int, counts: str = "calendar") -> str:
        """Say when a step comes: "7 days before the due date", "day 15 after the due date"."""
        if offset == 0:
            return self._("on the due date")
        if counts == "business":
            return self._business_stage_day(offset)
        if offset < 0:
            return self.ngettext("{n} day before the due date", "{n} days before the due date", -offset)
        return self._("day {n} after the due date", n=offset)

    def _business_stage_day(self, offset: int) -> str:
        if offset < 0:
            return self.ngettext(
                "{n} business day before the due date", "{n} business days before the due date", -offset
            )
        return self._("business day {n} after the due date", n=offset)

    # Hours

    def schedule(self, schedule: Schedule) -> tuple[str, ...]:
        """Write opening hours line by line: "Mon–Fri 09:00–18:00"."""
        if schedule.always:
            return (self._("day and night, every day of the year"),)
        return tuple(self._line(line) for line in self.formats.week(schedule.weekly))

    def _line(self, line: WeekLine) -> str:
        match line.every_day, line.all_day:
            case True, True:
                return self._("every day, day and night")
            case True, False:
                return self._("every day {hours}", hours=line.hours)
            case False, True:
                return self._("{days}, day and night", days=line.days)
        return f"{line.days} {line.hours}"

    def breaks(self, schedule: Schedule) -> tuple[str, ...]:
        """Write the breaks: "break 12:00–13:00", with their days where not every open day has them."""
        open_days = {day for day, ranges in schedule.weekly.items() if ranges}
        breaks = {day: ranges for day, ranges in schedule.breaks.items() if day in open_days and ranges}
        lines = self.formats.week(breaks)
        if len(lines) == 1 and set(breaks) == open_days:
            return (self._("break {hours}", hours=lines[0].hours),)
        return tuple(self._("{days}: break {hours}", days=line.days, hours=line.hours) for line in lines)

    def zone(self, tz: str, at: date) -> str:
        """Name a time zone: "Seoul time (UTC+9)"; without the offset where the clocks change."""
        year = at.year
        if self.formats.utc_offset(tz, date(year, 1, 1)) != self.formats.utc_offset(tz, date(year, 7, 1)):
            return self._("{city} time", city=self.formats.city(tz))
        offset = self.formats.utc_offset(tz, at)
        city = self.formats.city(tz)
        return self._("{city} time ({offset})", city=city, offset=offset) if city else offset

    # Money

    def price(self, price: Price) -> str:
        """Write a price: "₩3,000 per user and month, VAT not included"."""
        if price.unit == "included":
            return self.label("price_unit", "included")
        whole = self._(money.PRICES[price.unit], amount=self.amount(price))
        return self.formats.clauses([whole, *filter(None, [self.tax(price)])])

    def amount(self, price: Price) -> str:
        """Write the amount alone: "₩3,000"; "Included" where it costs nothing extra."""
        if price.unit == "included" or price.amount is None:
            return self.label("price_unit", "included")
        return self.formats.money(price.amount, price.currency or "")

    def per(self, price: Price) -> str:
        """Say for what one pays the amount: "per user and month"."""
        return "" if price.unit == "included" else self.label("price_unit", price.unit)

    def tax(self, price: Price) -> str:
        """Say whether the amount holds tax: "VAT not included"."""
        if price.tax is None or price.unit == "included":
            return ""
        return self._((money.SALES_TAX if self.formats.region == "US" else money.TAX)[price.tax])

    def minimum(self, price: Price) -> str:
        """Say what is charged at least."""
        if price.minimum is None:
            return ""
        return self._("at least {amount}", amount=self.formats.money(price.minimum, price.currency or ""))

    # Ways

    def notices(self, notices: Iterable[str]) -> str:
        """Say how the customer hears of a step: "by email and by phone"."""
        labels = [self.label("notice", notice) for notice in notices]
        whole = self.formats.items(labels)
        # Only where all of them come in one other language, the whole does.
        alike = {(label.language, label.standing) if isinstance(label, Said) else None for label in labels}
        odd = alike.pop() if len(alike) == 1 else None
        return Said(whole, *odd) if odd else whole

    def phone(self, number: str, extension: str | None = None) -> str:
        """Write a telephone number with its extension."""
        written = self.formats.phone(number)
        return self._("{number}, extension {extension}", number=written, extension=extension) if extension else written
