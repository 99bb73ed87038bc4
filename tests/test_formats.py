"""formats: the same value in seven languages, letter by letter."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats import Formats, Measure, WeekLine
from generator.languages import language
from generator.schema.base import Day
from generator.schema.time import DAYS, TimeRange

FRIDAY = datetime.date(2026, 11, 20)
OFFICE = TimeRange(9 * 60, 18 * 60)
READERS = {
    "ko": Formats(language("ko", "KR"), "KR"),
    "ru": Formats(language("ru", "KR"), "RU"),
    "zh-TW": Formats(language("zh-TW"), "TW"),
    "zh-CN": Formats(language("zh-CN"), "CN"),
    "en": Formats(language("en", "KR")),
    "en-US": Formats(language("en", "US"), "US"),
    "ja": Formats(language("ja", "JP"), "JP"),
    "ar": Formats(language("ar", "AE"), "AE"),
}
TAGS = "ar bg bn cs da de el en-AU en-CA en-GB en-IN en-NZ en-PH en-XA es et fa fi fr he hi hu id it ja ko lt lv ms nb"
TAGS += " nl pl pt-BR pt-PT ro ru sk sl sr sv sw th tr uk ur vi zh-CN zh-HK zh-SG zh-TW kk uz hy ka az mn my km lo ne"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ko", "2026년 11월 20일"),
        ("ru", "20\u00a0ноября 2026\u00a0г."),
        ("zh-TW", "2026年11月20日"),
        ("zh-CN", "2026年11月20日"),
        ("en", "20 November 2026"),
        ("en-US", "November 20, 2026"),
        ("ja", "2026年11月20日"),
        ("ar", "20 نوفمبر 2026"),
    ],
)
def test_a_date_is_written_in_full(tag: str, expected: str) -> None:
    assert READERS[tag].date(FRIDAY) == expected


@pytest.mark.parametrize(
    ("tag", "with_year", "without"),
    [
        ("ko", "2026년 11월 20일(금)", "11월 20일(금)"),
        ("ru", "пятница, 20\u00a0ноября 2026\u00a0г.", "пятница, 20\u00a0ноября"),
        ("zh-TW", "2026年11月20日(五)", "11月20日(五)"),
        ("zh-CN", "2026年11月20日星期五", "11月20日星期五"),
        ("en", "Friday, 20 November 2026", "Friday, 20 November"),
        ("en-US", "Friday, November 20, 2026", "Friday, November 20"),
        ("ja", "2026年11月20日(金)", "11月20日(金)"),
        ("ar", "الجمعة، 20 نوفمبر 2026", "الجمعة، 20 نوفمبر"),
    ],
)
def test_a_weekday_stands_where_readers_expect_it(tag: str, with_year: str, without: str) -> None:
    assert READERS[tag].weekday_date(FRIDAY) == with_year
    assert READERS[tag].weekday_date(FRIDAY, year=False) == without


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ko", "2027년 2월 8일~9일"),
        ("ru", "8–9\u00a0февр. 2027\u00a0г."),
        ("zh-TW", "2027年2月8日至9日"),
        ("en", "8–9 Feb 2027"),
        ("ja", "2027年2月8日～9日"),
    ],
)
def test_a_span_of_days_names_its_month_once(tag: str, expected: str) -> None:
    assert READERS[tag].date_range(datetime.date(2027, 2, 8), datetime.date(2027, 2, 9)) == expected


def test_a_span_of_one_day_is_a_date() -> None:
    assert READERS["en"].date_range(FRIDAY, FRIDAY) == "20 November 2026"


@pytest.mark.parametrize(
    ("tag", "month", "short"),
    [
        ("ko", "2026년 11월", "11월 20일"),
        ("ru", "ноябрь 2026\u00a0г.", "20\u00a0ноября"),
        ("zh-TW", "2026年11月", "11月20日"),
        ("en", "November 2026", "20 November"),
        ("en-US", "November 2026", "November 20"),
    ],
)
def test_a_month_and_a_day_stand_alone(tag: str, month: str, short: str) -> None:
    assert READERS[tag].month(FRIDAY) == month
    assert READERS[tag].short_date(FRIDAY) == short


@pytest.mark.parametrize(
    ("tag", "office", "until_midnight", "night"),
    [
        ("ko", "09:00~18:00", "00:00~24:00", "22:00~06:00"),
        ("ru", "09:00–18:00", "00:00–24:00", "22:00–06:00"),
        ("zh-TW", "09:00–18:00", "00:00–24:00", "22:00–06:00"),
        ("zh-CN", "09:00–18:00", "00:00–24:00", "22:00–06:00"),
        ("en", "09:00–18:00", "00:00–24:00", "22:00–06:00"),
        ("en-US", "9:00\u00a0AM – 6:00\u00a0PM", "12:00\u00a0AM – midnight", "10:00\u00a0PM – 6:00\u00a0AM"),
        ("ja", "9:00～18:00", "0:00～24:00", "22:00～6:00"),
        ("ar", "\u206609:00–18:00\u2069", "\u206600:00–24:00\u2069", "\u206622:00–06:00\u2069"),
    ],
)
def test_hours_run_on_the_clock_of_the_reader(tag: str, office: str, until_midnight: str, night: str) -> None:
    formats = READERS[tag]

    assert formats.time_range(OFFICE) == office
    assert formats.time_range(TimeRange(0, 1440)) == until_midnight
    assert formats.time_range(TimeRange(22 * 60, 6 * 60)) == night


@pytest.mark.parametrize(
    ("tag", "won", "rouble", "taiwan", "dollar", "yuan", "yen"),
    [
        ("ko", "₩3,000", "₽99.50", "NT$300", "US$5", "CN¥5", "JP¥5"),
        ("ru", "3\u00a0000\u00a0₩", "99,50\u00a0₽", "300\u00a0NT$", "5\u00a0US$", "5\u00a0CN¥", "5\u00a0¥"),
        ("zh-TW", "₩3,000", "₽99.50", "NT$300", "US$5", "CN¥5", "¥5"),
        ("zh-CN", "₩3,000", "₽99.50", "NT$300", "US$5", "¥5", "JP¥5"),
        ("en", "₩3,000", "₽99.50", "NT$300", "US$5", "CN¥5", "JP¥5"),
        ("en-US", "₩3,000", "₽99.50", "NT$300", "$5", "CN¥5", "¥5"),
        ("ja", "₩3,000", "₽99.50", "NT$300", "$5", "元5", "¥5"),
    ],
)
def test_money_carries_a_sign_that_leaves_no_doubt(
    tag: str, won: str, rouble: str, taiwan: str, dollar: str, yuan: str, yen: str
) -> None:
    amounts = [("3000", "KRW"), ("99.5", "RUB"), ("300", "TWD"), ("5", "USD"), ("5", "CNY"), ("5", "JPY")]

    assert [READERS[tag].money(Decimal(amount), code) for amount, code in amounts] == [
        won,
        rouble,
        taiwan,
        dollar,
        yuan,
        yen,
    ]


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        ("0.0125", "USD", "US$0.0125"),
        ("3000.00", "KRW", "₩3,000"),
        ("1.5", "KRW", "₩1.5"),
        ("1E+3", "EUR", "€1,000"),
        ("12.30", "EUR", "€12.30"),
        ("0", "EUR", "€0"),
        ("123456789012345.6789", "USD", "US$123,456,789,012,345.6789"),
        ("5", "CHF", "CHF\u00a05"),
        ("5", "", "5"),
    ],
)
def test_money_is_never_rounded(amount: str, currency: str, expected: str) -> None:
    assert READERS["en"].money(Decimal(amount), currency) == expected


def test_a_bare_dollar_is_only_that_of_a_reader_at_home() -> None:
    assert Formats(language("en", "AU"), "AU").money(5, "AUD") == "$5"
    assert Formats(language("en", "AU"), "KR").money(5, "AUD") == "A$5"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ko", ("1분", "2시간", "5일", "3개월")),
        ("ru", ("1\u00a0минута", "2\u00a0часа", "5\u00a0дней", "3\u00a0месяца")),
        ("zh-TW", ("1 分鐘", "2 小時", "5 天", "3 個月")),
        ("zh-CN", ("1 分钟", "2 小时", "5 天", "3 个月")),
        ("en", ("1 minute", "2 hours", "5 days", "3 months")),
        ("ja", ("1 分", "2 時間", "5 日", "3 か月")),
        ("ar", ("دقيقة", "ساعتان", "5 أيام", "3 أشهر")),
    ],
)
def test_a_quantity_is_a_whole_phrase(tag: str, expected: tuple[str, ...]) -> None:
    measures: list[tuple[int, Measure]] = [(1, "minute"), (2, "hour"), (5, "day"), (3, "month")]

    assert tuple(READERS[tag].quantity(n, measure) for n, measure in measures) == expected


@pytest.mark.parametrize(
    ("tag", "number", "percent"),
    [
        ("ko", "1,234,567.25", "99.95%"),
        ("ru", "1\u00a0234\u00a0567,25", "99,95\u00a0%"),
        ("en", "1,234,567.25", "99.95%"),
    ],
)
def test_numbers_keep_all_their_digits(tag: str, number: str, percent: str) -> None:
    assert READERS[tag].number(1234567.25) == number
    assert READERS[tag].percent(99.95) == percent


@pytest.mark.parametrize(
    ("tag", "region", "number", "expected"),
    [
        ("ko", "KR", "+82212345678", "02-1234-5678"),
        ("ko", "KR", "+8215881234", "1588-1234"),
        ("ko", "KR", "+74951234567", "+7 495 123-45-67"),
        ("ko", "TW", "+82212345678", "+82 2-1234-5678"),
        ("ko", "", "+82212345678", "+82 2-1234-5678"),
        ("en", "KR", "+82212345678", "+82 2-1234-5678"),
        ("zh-TW", "KR", "+82212345678", "+82 2-1234-5678"),
        ("zh-TW", "TW", "+886223456789", "02 2345 6789"),
        ("ru", "RU", "+74951234567", "8 (495) 123-45-67"),
        ("en", "US", "+12065550100", "(206) 555-0100"),
    ],
)
def test_a_number_is_written_as_its_reader_dials_it(tag: str, region: str, number: str, expected: str) -> None:
    assert Formats(language(tag, region), region).phone(number) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("mon tue wed thu fri", "Mon–Fri"),
        ("mon tue wed fri", "Mon–Wed, Fri"),
        ("sun sat", "Sat, Sun"),
        ("sun mon tue wed thu", "Sun–Thu"),
        ("wed", "Wed"),
        ("mon tue wed thu fri sat sun", "Mon–Sun"),
        ("", ""),
    ],
)
def test_days_that_follow_each_other_are_a_span(days: str, expected: str) -> None:
    assert READERS["en"].weekdays([day for day in DAYS if day in days.split()]) == expected


@pytest.mark.parametrize(
    ("tag", "expected"), [("ko", "월~금"), ("ru", "пн–пт"), ("zh-TW", "週一至週五"), ("zh-CN", "周一至周五")]
)
def test_a_span_of_days_has_the_dash_of_its_language(tag: str, expected: str) -> None:
    assert READERS[tag].weekdays(DAYS[:5]) == expected


def test_days_with_equal_hours_share_a_line() -> None:
    weekly: dict[Day, tuple[TimeRange, ...]] = {day: (TimeRange(780, 1080), TimeRange(540, 720)) for day in DAYS[:5]}

    assert READERS["en"].week({**weekly, "sat": (TimeRange(600, 780),), "sun": ()}) == (
        WeekLine("Mon–Fri", "09:00–12:00, 13:00–18:00"),
        WeekLine("Sat", "10:00–13:00"),
    )


def test_a_week_without_an_end_says_so() -> None:
    line = READERS["en"].week({day: (TimeRange(0, 1440),) for day in DAYS})[0]

    assert line.every_day
    assert line.all_day


@pytest.mark.parametrize(
    ("zone", "day", "expected"),
    [
        ("Asia/Seoul", FRIDAY, "UTC+9"),
        ("Asia/Kolkata", FRIDAY, "UTC+5:30"),
        ("America/New_York", datetime.date(2026, 7, 1), "UTC−4"),
        ("America/St_Johns", FRIDAY, "UTC−3:30"),
        ("Europe/London", FRIDAY, "UTC"),
        ("Europe/London", datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC), "UTC+1"),
    ],
)
def test_an_offset_is_that_of_the_day(zone: str, day: datetime.date, expected: str) -> None:
    assert READERS["en"].utc_offset(zone, day) == expected


@pytest.mark.parametrize(
    ("tag", "zone", "expected"),
    [
        ("en", "Asia/Seoul", "Seoul"),
        ("ko", "Asia/Seoul", "서울"),
        ("zh-TW", "Asia/Seoul", "首爾"),
        ("ru", "Asia/Seoul", "Сеул"),
        ("en", "America/New_York", "New York"),
        ("ko", "Asia/Ho_Chi_Minh", "사이공"),
        ("en", "America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("en", "UTC", ""),
        ("en", "Etc/GMT+3", ""),
    ],
)
def test_a_time_zone_is_known_by_its_city(tag: str, zone: str, expected: str) -> None:
    assert READERS[tag].city(zone) == expected


@pytest.mark.parametrize(
    ("tag", "items", "alternatives", "listing"),
    [
        ("ko", "A, B, C", "A, B 또는 C", "A, B, C"),
        ("ru", "A, B и C", "A, B или C", "A, B, C"),
        ("zh-TW", "A、B 和 C", "A、B 或 C", "A、B、C"),
        ("en", "A, B and C", "A, B or C", "A, B, C"),
        ("en-US", "A, B, and C", "A, B, or C", "A, B, C"),
    ],
)
def test_a_list_is_joined_as_its_language_joins(tag: str, items: str, alternatives: str, listing: str) -> None:
    formats = READERS[tag]

    assert formats.items("ABC") == items
    assert formats.alternatives("ABC") == alternatives
    assert formats.listing("ABC") == listing


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ko", "영어, 중국어(번체), 중국어(간체)"),
        ("ru", "английский, китайский (традиционный) и китайский (упрощенный)"),
        ("zh-TW", "英文、繁體中文和簡體中文"),
        ("en", "English, Traditional Chinese and Simplified Chinese"),
    ],
)
def test_languages_are_named_for_the_reader(tag: str, expected: str) -> None:
    assert READERS[tag].language_names(["en", "zh-TW", "zh-CN"]) == expected


def test_regions_and_currencies_are_named_for_the_reader() -> None:
    assert READERS["en"].region_names(["KR", "TW"]) == "South Korea and Taiwan"
    assert READERS["ko"].currency_name("USD") == "미국 달러"


@pytest.mark.parametrize(
    ("word", "particle", "expected"),
    [
        ("한울클라우드", "은(는)", "한울클라우드는"),
        ("한빛", "은(는)", "한빛은"),
        ("한빛", "(으)로", "한빛으로"),
        ("서울", "(으)로", "서울로"),
        ("Microsoft 365", "이(가)", "Microsoft 365가"),
        ("30", "을(를)", "30을"),
        ("(주)한울", "은(는)", "(주)한울은"),
        ("Hanul Cloud", "은(는)", "Hanul Cloud은(는)"),
        ("", "은(는)", ""),
    ],
)
def test_a_korean_particle_follows_the_last_sound_where_it_is_known(word: str, particle: str, expected: str) -> None:
    assert READERS["ko"].particle(word, particle) == expected


def test_other_languages_have_no_particles() -> None:
    assert READERS["en"].particle("한빛", "은(는)") == "한빛"
    assert READERS["en"].settled("한빛", "은(는)") == "은(는)"


@pytest.mark.parametrize(
    ("word", "tail", "expected"),
    [
        ("한빛", "은(는) 쉽니다", "은 쉽니다"),
        ("한빛", " 은(는)", " 은(는)"),
        ("Hanul", "은(는) 쉽니다", "은(는) 쉽니다"),
        ("3", "이(가) 남음", "이 남음"),
        ("한빛", "은 쉽니다", "은 쉽니다"),
        ("", "은(는)", "은(는)"),
    ],
)
def test_a_dual_particle_is_settled_by_the_word_before_it(word: str, tail: str, expected: str) -> None:
    assert READERS["ko"].settled(word, tail) == expected


@pytest.mark.parametrize("tag", TAGS.split())
def test_every_language_can_write_every_value(tag: str) -> None:
    formats = Formats(language(tag))
    measures: tuple[Measure, ...] = ("minute", "hour", "day", "week", "month", "year")
    texts = [
        *(formats.quantity(n, measure) for n in (0, 1, 2, 5, 21, 100) for measure in measures),
        formats.weekday_date(FRIDAY),
        formats.weekday_date(FRIDAY, year=False),
        formats.month(FRIDAY),
        formats.date_range(FRIDAY, datetime.date(2027, 1, 2)),
        formats.money(Decimal("1234.5"), "KRW"),
        formats.percent(5),
        formats.week({"mon": (OFFICE,), "tue": (OFFICE,), "wed": (OFFICE,)})[0].days,
        formats.times([OFFICE, TimeRange(0, 1440)]),
        formats.items("ABC"),
        formats.alternatives("AB"),
        formats.currency_name("KRW"),
        formats.city("Asia/Seoul"),
    ]

    assert all(texts)
    assert not {"\u2009", "\u202f"} & set("".join(texts))
    assert "2026" in figures(formats.weekday_date(FRIDAY))
    assert "2026" not in figures(formats.weekday_date(FRIDAY, year=False))


def figures(text: str) -> str:
    """The same text with the digits of everybody."""
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)


@pytest.mark.parametrize(
    ("tag", "region", "expected"),
    [
        ("ar", "EG", ("١٬٢٣٤٫٥", "٩٩٫٩٪\u061c", "٢٠ نوفمبر ٢٠٢٦", "\u2066٠٩:٠٠–٢٤:٠٠\u2069", "١١ يومًا")),
        ("ar-EG", "KR", ("١٬٢٣٤٫٥", "٩٩٫٩٪\u061c", "٢٠ نوفمبر ٢٠٢٦", "\u2066٠٩:٠٠–٢٤:٠٠\u2069", "١١ يومًا")),
        ("ar", "AE", ("1,234.5", "99.9\u200e%\u200e", "20 نوفمبر 2026", "\u206609:00–24:00\u2069", "11 يومًا")),
        ("fa", "IR", ("۱٬۲۳۴٫۵", "۹۹٫۹٪", "۲۰ نوامبر ۲۰۲۶", "\u2066۹:۰۰–۲۴:۰۰\u2069", "۱۱ روز")),
        ("ja", "JP", ("1,234.5", "99.9%", "2026年11月20日", "9:00～24:00", "11 日")),
        ("th", "TH", ("1,234.5", "99.9%", "20 พฤศจิกายน ค.ศ. 2026", "09:00\u00a0น.–24:00\u00a0น.", "11 วัน")),
    ],
)
def test_figures_are_those_that_the_language_uses_there(tag: str, region: str, expected: tuple[str, ...]) -> None:
    formats = Formats(language(tag, region), region)
    written = (
        formats.number(Decimal("1234.5")),
        formats.percent(Decimal("99.9")),
        formats.date(FRIDAY),
        formats.time_range(TimeRange(540, 1440)),
        formats.quantity(11, "day"),
    )

    assert written == expected


@pytest.mark.parametrize(
    ("tag", "region", "name"),
    [
        ("sr-Latn", "RS", "sr_Latn_RS"),
        ("sr", "RS", "sr_Cyrl_RS"),
        ("zh-Hant", "TW", "zh_Hant_TW"),
        ("zh-Hant", "CN", "zh_Hant"),
        ("ar", "EG", "ar_EG"),
        ("ar", "KR", "ar"),
        ("en", "KR", "en_001"),
    ],
)
def test_a_region_never_changes_the_script(tag: str, region: str, name: str) -> None:
    assert str(language(tag, region).locale) == name


@given(st.sets(st.sampled_from(DAYS)))
def test_no_day_is_lost_or_invented_by_a_span(days: set[Day]) -> None:
    names = [READERS["en"].weekday(day) for day in DAYS]
    spread: list[str] = []
    for part in READERS["en"].weekdays(days).split(", "):
        first, _, last = part.partition("–")
        start, length = (
            (names.index(first), (names.index(last or first) - names.index(first)) % 7 + 1) if first else (0, 0)
        )
        spread += [names[(start + step) % 7] for step in range(length)]

    assert sorted(spread) == sorted(READERS["en"].weekday(day) for day in days)


@given(st.decimals(min_value=0, max_value=10**11, places=4))
def test_money_says_the_amount_exactly(amount: Decimal) -> None:
    written = READERS["en"].money(amount, "USD").removeprefix("US$").replace(",", "")

    assert Decimal(written) == amount


@pytest.mark.parametrize("tag", ["en", "ko", "ru", "zh-TW", "zh-CN"])
def test_every_time_zone_has_a_name_that_people_use(tag: str) -> None:
    formats = Formats(language(tag))

    named = {zone: formats.city(zone) for zone in available_timezones()}

    assert not {zone: name for zone, name in named.items() if re.search(r"[/_]|nknown", name)}
    assert all(name for zone, name in named.items() if zone.startswith(("Asia/", "Europe/", "America/")))


@pytest.mark.parametrize(
    ("word", "tail", "expected"),
    [
        ("4 мая 2026 г.", ". Дальше", " Дальше"),
        ("Hanul Co., Ltd.", ".", ""),
        ("4 мая", ".", "."),
        ("и т. д.", "...", "..."),
    ],
)
def test_a_sentence_does_not_end_in_two_full_stops(word: str, tail: str, expected: str) -> None:
    assert Formats(language("ru")).settled(word, tail) == expected


@pytest.mark.parametrize(("words", "expected"), [(["B", "C"], "B 和 C"), (["韓文", "英文"], "韓文和英文")])
def test_a_chinese_list_parts_its_and_from_latin_letters(words: list[str], expected: str) -> None:
    assert Formats(language("zh-TW")).items(words) == expected
