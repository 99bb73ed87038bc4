"""Values -> words: numbers, money, telephone numbers, dates, hours, lists as readers of one language write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

import phonenumbers
import tossi  # type: ignore[import-untyped]  # it comes without types
from babel import Locale, dates, lists, numbers
from babel.core import get_global

from generator.languages import Language
from generator.schema.base import Day
from generator.schema.time import DAYS, TimeRange

Measure = Literal["minute", "hour", "day", "week", "month", "year"]
NBSP = "\u00a0"
# CLDR's thin and narrow spaces: nobody can type them, so no search on the page finds what they part.
SPACES = str.maketrans({"\u2009": " ", "\u202f": NBSP, "\uffe6": "₩", "\uffe5": "¥"})
# Here a number and the word after it stay on one line.
TIGHT = frozenset({"be", "bg", "cs", "fr", "pl", "ru", "sk", "uk"})
TWELVE_HOURS = frozenset({"US", "CA", "AU", "NZ", "PH", "IN"})
# The weekday follows the date in brackets, by one letter.
BRACKETS = frozenset({"ko", "ja", "zh_Hant_TW"})
# CLDR writes three letters for these outside their country, and a bare $ inside; the sign leaves no doubt anywhere.
SIGNS = {"TWD": "NT$", "RUB": "₽", "UAH": "₴", "KZT": "₸", "TRY": "₺", "THB": "฿"}
# CLDR's names of the two ways to write Chinese break a list of languages, or say Mandarin.
CHINESE = {
    ("ko", "zh-TW"): "중국어(번체)",
    ("ko", "zh-CN"): "중국어(간체)",
    ("ru", "zh-TW"): "китайский (традиционный)",
    ("ru", "zh-CN"): "китайский (упрощенный)",
}
# The zero of every system of digits that CLDR makes the usual one of some language.
ZEROS = {
    "adlm": 0x1E950,
    "arab": 0x660,
    "arabext": 0x6F0,
    "beng": 0x9E6,
    "cakm": 0x11136,
    "deva": 0x966,
    "hmnp": 0x1E140,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x7C0,
    "olck": 0x1C50,
    "tibt": 0xF20,
}
DASHES = "–—~～〜至-"
MIDNIGHT = 24 * 60
HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
LATIN_HAN = re.compile(r"(?<=[A-Za-z0-9])(?=[和或])|(?<=[和或])(?=[A-Za-z0-9])")
DUAL = ("은(는)", "는(은)", "이(가)", "가(이)", "을(를)", "를(을)", "와(과)", "과(와)", "(으)로", "(이)나", "(이)라")


@dataclass(frozen=True, slots=True)
class WeekLine:
    """Days with the same hours."""

    days: str
    """ "Mon–Fri"."""
    hours: str
    """ "09:00–12:00, 13:00–18:00"."""
    every_day: bool = False
    """Whether these are all seven days."""
    all_day: bool = False
    """Whether the hours run from midnight to midnight."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How one language writes values, for a reader in `region`; no region means one who may be anywhere."""

    language: Language
    region: str = ""

    @property
    def locale(self) -> Locale:
        """The rules of CLDR in use."""
        return self.language.locale

    @property
    def twelve_hours(self) -> bool:
        """Whether readers expect AM and PM."""
        return self.locale.language == "en" and self.locale.territory in TWELVE_HOURS

    # Numbers and money

    def number(self, n: int | float | Decimal) -> str:
        """Write a number: 1,234.5."""
        text = numbers.format_decimal(
            _exact(n), locale=self.locale, decimal_quantization=False, numbering_system="default"
        )
        return self._digits(_plain(text))

    def percent(self, n: int | float | Decimal) -> str:
        """Write hundredths: 99.9 -> "99.9%"."""
        text = numbers.format_percent(
            _exact(n) / 100, locale=self.locale, decimal_quantization=False, numbering_system="default"
        )
        symbols = self.locale.number_symbols.get(self.locale.default_numbering_system, {})
        return self._digits(_plain(text).replace("%", symbols.get("percentSign", "%")))

    def money(self, amount: int | Decimal, currency: str) -> str:
        """Write an amount with a sign that leaves no doubt, without decimals where it is whole; nothing is rounded."""
        if not currency:
            return self.number(amount)
        pattern = re.sub(r"0\.0+", "0" + _decimals(_exact(amount), currency), self._money_pattern)
        text = numbers.format_currency(
            _exact(amount),
            currency,
            pattern,
            locale=self.locale,
            currency_digits=False,
            decimal_quantization=False,
            numbering_system="default",
        )
        usual = numbers.get_currency_symbol(currency, locale=self.locale)
        sign = self._sign(currency, usual)
        return self._digits(_plain(re.sub(r"(?<=[A-Za-z])(?=\d)", NBSP, text.replace(usual, sign, 1))))

    @property
    def _money_pattern(self) -> str:
        return str(self.locale.currency_formats["standard"].pattern)

    def _sign(self, currency: str, usual: str) -> str:
        at_home = self.region in ("", self.locale.territory)
        if usual == "$" and currency != "TWD" and not at_home:
            return numbers.get_currency_symbol(currency, locale="en_001")
        return SIGNS.get(currency, usual)

    def currency_name(self, code: str) -> str:
        """Name a currency: "South Korean won"."""
        return numbers.get_currency_name(code, locale=self.locale)

    def quantity(self, n: int | Decimal, measure: Measure) -> str:
        """Write a whole phrase: "5 days", "5 дней"."""
        units = self.locale._data["unit_patterns"][f"duration-{measure}"]
        form = self.locale.plural_form(n)
        # CLDR inherits from long to short and from every form to `other`; Babel does not.
        wanted = [units.get(length, {}).get(key) for key in (form, "other") for length in ("long", "short", "narrow")]
        pattern = next(found for found in wanted if found)
        text = self._tight(_plain(str(pattern).format(self.number(n))))
        # CLDR has both "4 小時" and "30天"; a page has one way.
        return re.sub(r"(?<=\d)(?=[\u4e00-\u9fff])", " ", text) if self.locale.language == "zh" else text

    # Telephones

    def phone(self, e164: str) -> str:
        """Write a number as people dial it at home: "02-1234-5678"; for all others it is "+82 2-1234-5678".

        At home is who reads the language of the number's region, on a site for that region.
        """
        number = phonenumbers.parse(e164, None)
        here = phonenumbers.region_code_for_number(number) == self.region == self.locale.territory
        style = phonenumbers.PhoneNumberFormat.NATIONAL if here else phonenumbers.PhoneNumberFormat.INTERNATIONAL
        return self._ltr(phonenumbers.format_number(number, style))

    def _ltr(self, text: str) -> str:
        """Keep numbers in their order among letters that run the other way."""
        return f"\u2066{text}\u2069" if self.locale.text_direction == "rtl" else text

    # Dates

    def date(self, day: datetime.date) -> str:
        """Write a date in full: "20 November 2026"."""
        return self._written(day, self._long)

    def short_date(self, day: datetime.date) -> str:
        """Write a date without its year: "20 November"."""
        return self._written(day, self._yearless)

    def month(self, day: datetime.date) -> str:
        """Write the month of a date: "November 2026"."""
        return self._written(day, str(self.locale.datetime_skeletons["yMMMM"].pattern))

    def day_of_month(self, day: int) -> str:
        """Write the day of a month, whichever month: "1", "1일", "1日"."""
        return self._written(datetime.date(2000, 1, day), str(self.locale.datetime_skeletons["d"].pattern))

    def weekday_date(self, day: datetime.date, *, year: bool = True) -> str:
        """Write a date with its weekday: "Friday, 20 November 2026"."""
        pattern = self._long if year else self._yearless
        if str(self.locale) in BRACKETS or self.locale.language in BRACKETS:
            return f"{self._written(day, pattern)}({self._narrow(day)})"
        full = str(self.locale.date_formats["full"].pattern)
        if self._long not in full:
            return self._written(day, full if year else "EEEE, " + pattern)
        return self._written(day, full.replace(self._long, pattern))

    def date_range(self, first: datetime.date, last: datetime.date) -> str:
        """Write a span of days; a single day is written as a date."""
        if first == last:
            return self.date(first)
        text = dates.format_interval(first, last, "yMMMd", locale=self.locale)
        return self._tight(self._digits(_plain(text)))

    @property
    def _long(self) -> str:
        return str(self.locale.date_formats["long"].pattern)

    @property
    def _yearless(self) -> str:
        skeletons = self.locale.datetime_skeletons
        return str((skeletons.get("MMMMd") or skeletons["MMMd"]).pattern)

    def _written(self, day: datetime.date, pattern: str) -> str:
        return self._tight(self._digits(_plain(dates.format_date(day, pattern, locale=self.locale))))

    def _narrow(self, day: datetime.date) -> str:
        return str(dates.get_day_names("narrow", locale=self.locale)[day.weekday()])

    # Hours

    def time(self, minutes: int) -> str:
        """Write a time of day, given in minutes since midnight; the end of a day is 24:00, or "midnight"."""
        if minutes == MIDNIGHT:
            return self._end_of_day
        pattern = str(self.locale.datetime_skeletons["hm" if self.twelve_hours else "Hm"].pattern)
        text = dates.format_time(datetime.time(minutes // 60, minutes % 60), pattern, locale=self.locale)
        return self._digits(_plain(text).replace(" ", NBSP))

    @property
    def _end_of_day(self) -> str:
        periods = self.locale.day_periods["format"]["wide"]
        if self.twelve_hours:
            return str(periods.get("midnight", "12:00 AM"))
        # What CLDR writes after the figures stands here too: th "24:00 น.".
        return re.sub(rf"^{self._digits('0')}+", self._digits("24"), self.time(0))

    def moment(self, day: str, time: str) -> str:
        """Write a day with a time, both written already: "Monday, 09:00"."""
        pattern = str(self.locale.datetime_formats["medium"])
        return _plain(pattern).replace("'", "").replace("{1}", day).replace("{0}", time)

    def time_range(self, span: TimeRange) -> str:
        """Write hours: "09:00–18:00"."""
        dash = " – " if self.twelve_hours else self._dash("Hm", "m")
        return self._ltr(f"{self.time(span.start)}{dash}{self.time(span.end)}")

    def times(self, ranges: Iterable[TimeRange]) -> str:
        """Write the hours of a day: "09:00–12:00, 13:00–18:00"."""
        return self.listing([self.time_range(span) for span in sorted(ranges, key=lambda span: span.start)])

    def weekday(self, day: Day, *, full: bool = False) -> str:
        """Name a weekday: "Mon", in full "Monday"."""
        width: Literal["wide", "abbreviated"] = "wide" if full else "abbreviated"
        return str(dates.get_day_names(width, "stand-alone", self.locale)[DAYS.index(day)])

    def weekdays(self, days: Iterable[Day]) -> str:
        """Name several: "Mon–Fri", "Mon, Wed"; a run of three or more is a span, and may go over Sunday."""
        return self.listing([part for run in _runs(set(days)) for part in self._run(run)])

    def _run(self, run: Sequence[Day]) -> list[str]:
        names = [self.weekday(day) for day in run]
        return names if len(run) < 3 else [names[0] + self._dash("MMMd", "d") + names[-1]]

    def week(self, weekly: Mapping[Day, Sequence[TimeRange]]) -> tuple[WeekLine, ...]:
        """Write opening hours line by line, days with the same hours together, closed days left out."""
        same: dict[tuple[TimeRange, ...], list[Day]] = {}
        for day in DAYS:
            if ranges := tuple(sorted(weekly.get(day, ()), key=lambda span: span.start)):
                same.setdefault(ranges, []).append(day)
        return tuple(
            WeekLine(self.weekdays(days), self.times(ranges), len(days) == 7, ranges == (TimeRange(0, MIDNIGHT),))
            for ranges, days in same.items()
        )

    def _dash(self, skeleton: str, difference: str) -> str:
        pattern = self.locale.interval_formats.get(skeleton, {}).get(difference, ["–"])[0]
        found = re.search(rf"[{DASHES}]", _plain(str(pattern)).strip()[-1:])
        return found.group() if found else "–"

    # Places, languages, lists

    def utc_offset(self, tz: str, at: datetime.date) -> str:
        """Say how far a time zone is from UTC on a day: "UTC+9"."""
        noon = datetime.datetime(at.year, at.month, at.day, 12, tzinfo=ZoneInfo(tz))
        moment = at.astimezone(ZoneInfo(tz)) if isinstance(at, datetime.datetime) and at.tzinfo else noon
        minutes = round((moment.utcoffset() or datetime.timedelta()).total_seconds() / 60)
        hours, rest = divmod(abs(minutes), 60)
        sign = "+" if minutes > 0 else "−"
        return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"

    def city(self, tz: str) -> str:
        """Name the city of a time zone: "Seoul"; nothing for zones that lie in none."""
        if "/" not in tz or tz.startswith("Etc/"):
            return ""
        # CLDR keeps the first name of a zone (Asia/Saigon), the zone table its latest (Asia/Ho_Chi_Minh).
        aliases = get_global("zone_aliases")
        latest = aliases.get(tz, tz)
        names = [tz, latest, *sorted(old for old, new in aliases.items() if new == latest)]
        known = [self.locale.time_zones.get(name, {}).get("city") for name in names]
        return str(next(filter(None, known), latest.rpartition("/")[2].replace("_", " ")))

    def language_name(self, tag: str) -> str:
        """Name a language: "Korean"."""
        return CHINESE.get((self.locale.language, tag)) or self.language.name_of(tag)

    def language_names(self, tags: Iterable[str]) -> str:
        """Name several languages: "Korean and English"."""
        return self.items([self.language_name(tag) for tag in tags])

    def region_name(self, code: str) -> str:
        """Name a region: "South Korea"."""
        return self.language.territory(code)

    def region_names(self, codes: Iterable[str]) -> str:
        """Name several regions."""
        return self.items([self.region_name(code) for code in codes])

    def items(self, words: Iterable[str]) -> str:
        """Join words of which all hold: "A, B and C"."""
        return self._joined(words, "standard")

    def alternatives(self, words: Iterable[str]) -> str:
        """Join words of which one holds: "A, B or C"."""
        return self._joined(words, "or")

    def _joined(self, words: Iterable[str], style: Literal["standard", "or"]) -> str:
        if self.locale.language == "ko" and style == "standard":
            # CLDR's "A, B 및 C" is how a statute lists; people write commas.
            return self.listing(words)
        text = _plain(lists.format_list(list(words), style, self.locale))
        # Chinese parts its own "and" and "or" from Latin letters and digits: "A 和 B".
        return LATIN_HAN.sub(" ", text) if self.locale.language == "zh" else text

    def listing(self, words: Iterable[str]) -> str:
        """Join words with the comma of the language and nothing else: "A, B, C"."""
        pattern = str(self.locale.list_patterns["standard"]["start"])
        comma = pattern.replace("{0}", "").replace("{1}", "")
        return comma.join(words)

    # Korean

    def particle(self, word: str, particle: str) -> str:
        """Put the right Korean particle after a word; one that stands in doubt stays "은(는)". Others get the word."""
        return str(tossi.postfix(word, particle)) if self.locale.language == "ko" and word else word

    def clauses(self, words: Iterable[str]) -> str:
        """Join parts of a sentence that are no list: "Mon–Fri 09:00–18:00, break 12:00–13:00"."""
        return "，".join(words) if self.locale.language == "zh" else self.listing(words)

    def settled(self, word: str, tail: str) -> str:
        """Fit what follows a word to it: ("한울", "은(는) 쉽니다") -> "은 쉽니다", ("2026 г.", ".") -> ""."""
        if word.endswith(".") and tail.startswith(".") and not tail.startswith(".."):
            return tail[1:]
        if self.locale.language == "zh" and HAN.match(word[-1:]) and tail[:1] == " " and HAN.match(tail[1:2]):
            return tail[1:]
        dual = next((form for form in DUAL if tail.startswith(form)), "")
        if not dual or self.locale.language != "ko" or not word:
            return tail
        return str(tossi.pick(word, dual)) + tail[len(dual) :]

    def led(self, head: str, word: str) -> str:
        """Fit what stands before a word to it: Chinese parts Han from Latin letters, but not from Han."""
        if self.locale.language == "zh" and HAN.match(word[:1]) and head[-1:] == " " and HAN.match(head[-2:-1]):
            return head[:-1]
        return head

    def _digits(self, text: str) -> str:
        """Write figures as CLDR says that the language does: ar-EG "٢٠٢٦", ar-AE "2026"."""
        zero = ZEROS.get(self.locale.default_numbering_system)
        return text.translate({ord("0") + n: zero + n for n in range(10)}) if zero else text

    def _tight(self, text: str) -> str:
        return re.sub(r"(?<=\d) ", NBSP, text) if self.locale.language in TIGHT else text


def _plain(text: str) -> str:
    return text.translate(SPACES)


def _exact(n: int | float | Decimal) -> Decimal:
    return n if isinstance(n, Decimal) else Decimal(str(n))


def _decimals(amount: Decimal, currency: str) -> str:
    exponent = amount.normalize().as_tuple().exponent
    needed = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "." + "0" * max(needed, numbers.get_currency_precision(currency)) if needed else ""


def _runs(days: set[Day]) -> list[list[Day]]:
    """Cut days into unbroken runs, in the order of the week, Sunday and Monday joined."""
    if len(days) == 7:
        return [list(DAYS)]
    starts = [index for index, day in enumerate(DAYS) if day in days and DAYS[index - 1] not in days]
    return [_run_from(start, days) for start in starts]


def _run_from(start: int, days: set[Day]) -> list[Day]:
    run = [DAYS[(start + step) % 7] for step in range(7)]
    return run[: next((index for index, day in enumerate(run) if day not in days), 7)]
