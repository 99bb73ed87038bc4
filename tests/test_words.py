"""words: every value of the schema has words, and every phrase reads as a person would say it."""

from __future__ import annotations

import io
import re
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter
from types import UnionType

import pytest
from babel.messages.extract import extract
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

import generator.words
from generator.formats import Formats
from generator.languages import language
from generator.model import Standing
from generator.schema import Price, Schedule, Span, SupportConfig, Target
from generator.words import Untranslated, Words
from generator.words.labels import LABELS, LINES
from generator.words.promise import CUSTOMER_DUTY, EXAMPLES

ENGLISH = Words(Formats(language("en", "KR"), "KR"), Untranslated())
FRIDAY = date(2026, 11, 20)
# A kind is called as its field is, but for these.
KINDS = {
    "Company.csp_type": "csp_type",
    "Service.kind": "service_kind",
    "Stage.notice": "notice",
    "Sla.kind": "sla_kind",
    "Sla.pauses": "pause",
    "Phone.kind": "channel_kind",
    "Email.kind": "channel_kind",
    "Portal.kind": "channel_kind",
    "Chat.kind": "channel_kind",
    "Remote.kind": "channel_kind",
    "Messenger.kind": "channel_kind",
    "Postal.kind": "channel_kind",
    "Service.handled_by": "group handler",
    "SupportModel.scope": "group",
    "Scope.baseline": "group",
    "Scope.out_groups": "group",
    "Content.include_groups": "group",
    "Content.exclude_groups": "group",
    "SupportConfig.clouds": "cloud",
    "Schedule.weekly": "day",
    "Schedule.breaks": "day",
    "Holiday.coverage": "holidays",
    "Holiday.works_as": "day",
    "Price.unit": "price_unit",
    "Billing.methods": "payment_method",
    "Renewals.end_of_term_default": "end_of_term",
    "MicrosoftEscalation.routes": "route",
    "MicrosoftEscalation.who_reports_back": "reports_back",
    "Training.format": "training_format",
    "Privacy.data_passed_to_microsoft": "passed_data",
}
KINDS |= {f"{name}.topics": "topic" for name in ("Phone", "Email", "Portal", "Chat", "Remote", "Messenger", "Postal")}


class Dictionary:
    """A translator made of a table; plurals under their singular."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def get(self, msgid: str, context: str | None = None) -> str | None:
        return self.texts.get(f"{context}|{msgid}" if context else msgid)

    def plural(self, singular: str, plural: str, n: int) -> str | None:
        return self.texts.get(singular)

    def standing(self, msgid: str, context: str | None = None, plural: str = "") -> Standing:
        return "missing" if self.get(msgid, context) is None else "translated"


def korean(**texts: str) -> Words:
    return Words(
        Formats(language("ko", "KR"), "KR"), Dictionary({key.replace("__", " "): v for key, v in texts.items()})
    )


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    if model not in seen:
        seen.add(model)
        for field in model.model_fields.values():
            for part in parts(field.annotation):
                if isinstance(part, type) and issubclass(part, BaseModel):
                    models(part, seen)
    return seen


def parts(annotation: object) -> Iterator[object]:
    yield annotation
    if isinstance(annotation, UnionType) or typing.get_origin(annotation) not in (None, typing.Literal):
        for argument in typing.get_args(annotation):
            yield from parts(argument)


def listed() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every list of words that the schema allows, under the names of its class and field."""
    for model in sorted(models(SupportConfig, set()), key=lambda found: found.__name__):
        for name, field in model.model_fields.items():
            for part in parts(field.annotation):
                if typing.get_origin(part) is typing.Literal:
                    values = tuple(value for value in typing.get_args(part) if isinstance(value, str))
                    if values:
                        yield f"{model.__name__}.{name}", values


@pytest.mark.parametrize(("field", "values"), list(listed()), ids=lambda value: value if isinstance(value, str) else "")
def test_every_value_that_the_schema_lists_has_a_label(field: str, values: tuple[str, ...]) -> None:
    kinds = KINDS.get(field, field.partition(".")[2]).split()

    assert any(all(named(kind, value) for value in values) for kind in kinds)


def named(kind: str, value: str) -> bool:
    return bool(ENGLISH.label(kind, value)) if kind == "day" else value in LABELS[kind]


def test_no_label_is_there_for_a_value_that_the_schema_does_not_list() -> None:
    known = {value for _, values in listed() for value in values}

    assert {value for values in LABELS.values() for value in values} <= known


def test_an_explained_kind_explains_all_its_values() -> None:
    assert {kind: set(lines) for kind, lines in LINES.items()} == {kind: set(LABELS[kind]) for kind in LINES}


def test_every_severity_has_examples() -> None:
    assert set(EXAMPLES) == set(LABELS["level"])
    assert all(ENGLISH.examples(level) for level in EXAMPLES)


def test_a_sentence_ends_and_a_label_does_not() -> None:
    sentences = [line for kind, lines in LINES.items() if kind != "group" for line in lines.values()]
    labels = [label for values in LABELS.values() for label in values.values()]

    assert not [line for line in [*sentences, CUSTOMER_DUTY] if not line.endswith(".")]
    assert not [label for label in labels if label.endswith((".", "!", ":"))]


def test_customers_meet_no_words_of_the_programme() -> None:
    told = " ".join([*(text for table in (LABELS, LINES) for values in table.values() for text in values.values())])

    assert not re.findall(r"\b(?:CSP|GDAP|Partner Center|seats?|grace period|Azure AD|Office 365|GUID)\b", told)


def test_a_suspension_never_says_that_billing_stops() -> None:
    assert "charges continue" in LINES["action"]["suspension"]


def extracted() -> set[str]:
    found: set[str] = set()
    for file in sorted(Path(generator.words.__file__).parent.glob("*.py")):
        keywords: typing.Any = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
        for _, messages, _, _ in extract("python", io.BytesIO(file.read_bytes()), keywords=keywords):
            found |= {messages} if isinstance(messages, str) else set(messages)
    return found


def test_every_text_is_found_by_extraction_but_the_names_of_products() -> None:
    texts = {text for table in (LABELS, LINES) for values in table.values() for text in values.values()}

    assert texts - extracted() == {
        "Microsoft 365",
        "Azure",
        "Dynamics 365",
        "Dynamics 365 Business Central",
        "Power Platform",
        "Advanced Support for Partners (ASfP)",
        "Premier Support for Partners (PSfP)",
        "Microsoft Unified",
        "Partner Cloud Support",
        "Partner On-premises Support",
    }


def test_every_field_of_a_text_is_a_plain_name() -> None:
    fields = {name for text in extracted() for _, name, _, _ in Formatter().parse(text) if name is not None}

    assert fields == {"amount", "city", "days", "extension", "hours", "n", "number", "offset", "provider", "span"}


def test_a_label_is_translated_and_filled() -> None:
    words = korean(
        Phone="전화", **{"{provider} answers you in our name.": "{provider}이(가) 저희 이름으로 답변합니다."}
    )

    assert words.label("channel_kind", "phone") == "전화"
    assert words.label("channel_kind", "email") == "Email"
    assert words.explain("who", "outsourced", provider="한빛") == "한빛이 저희 이름으로 답변합니다."
    assert words.label("day", "mon") == "월요일"


@pytest.mark.parametrize(("kind", "value"), [("nothing", "us"), ("handler", "nobody"), ("day", "someday")])
def test_a_label_that_does_not_exist_is_our_bug(kind: str, value: str) -> None:
    with pytest.raises(KeyError):
        ENGLISH.label(kind, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{company}은(는) {days}일", "한빛은 1,000일"),
        ("{days}을(를) {company}와(과)", "1,000을 한빛과"),
        ("{company} 은(는)", "한빛 은(는)"),
        ("{{company}}은(는)", "{company}은(는)"),
        ("{company}{{은(는)", "한빛{은(는)"),
        ("100% 무료", "100% 무료"),
    ],
)
def test_fields_are_filled_and_particles_settled(text: str, expected: str) -> None:
    assert korean().fill(text, company="한빛", days=1000) == expected


def test_what_a_field_holds_is_never_filled_again() -> None:
    assert ENGLISH._("{name}", name="{secret}", secret="x") == "{secret}"


@pytest.mark.parametrize("text", ["{name.__class__}", "{name[0]}", "{name!r}", "{name:>99}", "{}", "{0}", "{", "{x}"])
def test_a_translation_that_reaches_too_far_is_not_shown(text: str) -> None:
    assert korean(**{"Hello {name}": text})._("Hello {name}", name="Kim") == "Hello Kim"


def test_a_field_that_nobody_gives_is_our_bug() -> None:
    with pytest.raises(KeyError):
        ENGLISH._("Hello {name}")


@given(st.text(), st.text())
def test_no_translation_stops_a_page(translation: str, name: str) -> None:
    words = korean(**{"Hello {name}": translation})

    assert isinstance(words._("Hello {name}", name=name), str)


def test_a_text_with_two_meanings_is_told_apart_by_its_place() -> None:
    words = korean(**{"month|May": "5월"})

    assert words.pgettext("month", "May") == "5월"
    assert words.pgettext("verb", "May") == "May"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1, "minutes", "1 minute"),
        (30, "minutes", "30 minutes"),
        (2, "days", "2 days"),
        (1, "business_hours", "1 business hour"),
        (4, "business_hours", "4 business hours"),
        (1, "business_days", "1 business day"),
        (1000, "business_days", "1,000 business days"),
    ],
)
def test_a_span_is_counted(value: int, unit: str, expected: str) -> None:
    assert ENGLISH.span(Span.model_validate({"value": value, "unit": unit})) == expected


@pytest.mark.parametrize(
    ("unit", "clock", "cell", "whole"),
    [
        ("hours", "24x7", "24 × 7", "4 hours, 24 × 7"),
        ("hours", "hours", "in business hours", "4 hours, in business hours"),
        ("hours", "", "", "4 hours"),
        ("business_hours", "hours", "", "4 business hours"),
        ("business_hours", "24x7", "", "4 business hours"),
    ],
)
def test_a_target_says_on_which_clock_it_runs(
    unit: str, clock: typing.Literal["", "24x7", "hours"], cell: str, whole: str
) -> None:
    target = Target.model_validate({"value": 4, "unit": unit})

    assert ENGLISH.clock(target, clock) == cell
    assert ENGLISH.target(target, clock) == whole


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        ({"unit": "included"}, "Included"),
        (
            {"unit": "per_user_month", "amount": "3000", "currency": "KRW", "tax": "excluded"},
            "₩3,000 per user and month, VAT not included",
        ),
        ({"unit": "per_hour", "amount": "99.5", "currency": "EUR", "tax": "included"}, "€99.50 per hour, VAT included"),
        ({"unit": "per_incident", "amount": "5", "currency": "USD", "tax": "none"}, "US$5 per request, no VAT"),
        ({"unit": "once", "amount": "0", "currency": "KRW"}, "₩0 once"),
        ({"unit": "per_year", "amount": "5"}, "5 per year"),
        ({"unit": "per_tenant_month", "amount": "5", "currency": "TWD"}, "NT$5 per organization and month"),
    ],
)
def test_a_price_says_what_for_and_whether_with_tax(price: dict[str, str], expected: str) -> None:
    assert ENGLISH.price(Price.model_validate(price)) == expected


def test_a_price_can_be_taken_apart() -> None:
    price = Price.model_validate(
        {"unit": "per_hour", "amount": "99.5", "currency": "EUR", "tax": "excluded", "minimum": "20"}
    )
    free = Price.model_validate({"unit": "included"})

    assert [ENGLISH.amount(price), ENGLISH.per(price), ENGLISH.tax(price), ENGLISH.minimum(price)] == [
        "€99.50",
        "per hour",
        "VAT not included",
        "at least €20",
    ]
    assert [ENGLISH.amount(free), ENGLISH.per(free), ENGLISH.tax(free), ENGLISH.minimum(free)] == [
        "Included",
        "",
        "",
        "",
    ]


def test_the_united_states_have_no_vat() -> None:
    words = Words(Formats(language("en", "US"), "US"), Untranslated())
    price = Price(unit="per_hour", amount=Decimal(150), currency="USD", tax="excluded")

    assert words.price(price) == "$150 per hour, sales tax not included"


@pytest.mark.parametrize(
    ("offset", "counts", "expected"),
    [
        (-7, "calendar", "7 days before the due date"),
        (-1, "calendar", "1 day before the due date"),
        (0, "calendar", "on the due date"),
        (0, "business", "on the due date"),
        (15, "calendar", "day 15 after the due date"),
        (-2, "business", "2 business days before the due date"),
        (3, "business", "business day 3 after the due date"),
    ],
)
def test_a_step_has_its_day(offset: int, counts: str, expected: str) -> None:
    assert ENGLISH.stage_day(offset, counts) == expected


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ({"always": True}, ("day and night, every day of the year",)),
        ({"weekly": {"mon-fri": "09:00-18:00", "sat": "10:00-13:00"}}, ("Mon–Fri 09:00–18:00", "Sat 10:00–13:00")),
        ({"weekly": "09:00-18:00"}, ("every day 09:00–18:00",)),
        ({"weekly": "00:00-24:00"}, ("every day, day and night",)),
        ({"weekly": {"mon-fri": "00:00-24:00"}}, ("Mon–Fri, day and night",)),
        ({"weekly": {"mon,wed": ["13:00-18:00", "09:00-12:00"]}}, ("Mon, Wed 09:00–12:00, 13:00–18:00",)),
    ],
)
def test_a_schedule_reads_line_by_line(schedule: dict[str, object], expected: tuple[str, ...]) -> None:
    assert ENGLISH.schedule(Schedule.model_validate({"id": "office", **schedule})) == expected


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        ({}, ()),
        ("12:00-13:00", ("break 12:00–13:00",)),
        ({"mon-fri": "12:00-13:00"}, ("break 12:00–13:00",)),
        ({"fri": "12:00-14:00"}, ("Fri: break 12:00–14:00",)),
        ({"mon-thu": "12:00-13:00", "fri": "12:00-14:00"}, ("Mon–Thu: break 12:00–13:00", "Fri: break 12:00–14:00")),
    ],
)
def test_a_break_is_named_apart_from_the_hours(breaks: object, expected: tuple[str, ...]) -> None:
    schedule = Schedule.model_validate({"id": "office", "weekly": {"mon-fri": "09:00-18:00"}, "breaks": breaks})

    assert ENGLISH.breaks(schedule) == expected


def test_a_time_zone_is_named_by_its_city_and_offset() -> None:
    assert ENGLISH.zone("Asia/Seoul", FRIDAY) == "Seoul time (UTC+9)"
    assert ENGLISH.zone("UTC", FRIDAY) == "UTC"


def test_ways_of_notice_are_a_list() -> None:
    assert ENGLISH.notices(("email", "phone")) == "by email and by phone"
    assert ENGLISH.notices(()) == ""


def test_a_telephone_number_carries_its_extension() -> None:
    assert ENGLISH.phone("+82212345678") == "+82 2-1234-5678"
    assert ENGLISH.phone("+82212345678", "12") == "+82 2-1234-5678, extension 12"


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ("云桥科技", "由云桥科技提供支持"),
        ("Hanul Cloud", "由 Hanul Cloud 提供支持"),
        ("云桥 Cloud", "由云桥 Cloud 提供支持"),
    ],
)
def test_chinese_parts_han_from_latin_letters_only(company: str, expected: str) -> None:
    words = Words(Formats(language("zh-CN")), Untranslated())

    assert words.fill("由 {company} 提供支持", company=company) == expected
