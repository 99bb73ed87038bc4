"""The words of the schema: texts, names, links, codes, each with the complaint it makes when it is not what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import phonenumbers
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from rapidfuzz import process

from generator import colours, languages, tags

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Group = Literal[
    "billing-subscription",
    "provisioning-deployment",
    "configuration",
    "performance",
    "service-availability",
    "client-connectivity",
    "client-desktop",
    "permissions-identity",
    "updates",
    "usage-how-to",
    "security",
    "getting-help",
]
GROUPS: tuple[Group, ...] = get_args(Group)
"""The groups of articles, which are the categories of support as well."""
Topic = Literal["billing", "technical", "security", "sales"]
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def complaint(code: str, message: str, hint: str = "", **more: Any) -> PydanticCustomError:
    """Make the error that config reports under `code`; braces in the words are literal."""
    quoted = message.replace("{", "{{").replace("}", "}}")
    return PydanticCustomError(code, quoted, {"hint": hint, **more})


class Model(BaseModel):
    """Frozen, and closed to settings that nobody defined."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True, hide_input_in_errors=True
    )


class Text:
    """Words for customers: in the partner's source language, or given by language in support.yml."""

    __slots__ = ("by_language", "plain")

    def __init__(self, plain: str = "", by_language: Mapping[str, str] | None = None) -> None:
        object.__setattr__(self, "plain", plain)
        object.__setattr__(self, "by_language", MappingProxyType(dict(by_language or {})))

    plain: str
    by_language: Mapping[str, str]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Text is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.plain, dict(self.by_language)) == (
            other.plain,
            dict(other.by_language),
        )

    def __hash__(self) -> int:
        return hash((self.plain, tuple(sorted(self.by_language.items()))))

    def __repr__(self) -> str:
        return f"Text({self.plain or dict(self.by_language)!r})"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def source(self, source_language: str) -> str:
        """The words to translate from: the plain text, else the source language's, else the first given."""
        return self.plain or self.by_language.get(source_language) or next(iter(self.by_language.values()), "")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda text: text.plain or dict(text.by_language)
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        words = {"type": "string", "minLength": 1}
        return {
            "anyOf": [words, {"type": "object", "additionalProperties": words, "minProperties": 1}],
            "description": "Plain words in source_language, or a map from language tag to words.",
        }

    @classmethod
    def _read(cls, value: Any) -> Text:
        match value:
            case Text():
                return value
            case str() if value.strip():
                return cls(_clean(value))
            case dict() if value:
                return cls(by_language={_tag(tag): _words(tag, words) for tag, words in value.items()})
            case str() | dict():
                raise complaint("empty-text", "there are no words here", "write the text, or take the setting out")
        raise complaint(
            "wrong-type",
            "words are expected here",
            "write the text in your source language, or one line per language such as `ko: …`",
        )


def _words(tag: str, words: Any) -> str:
    if isinstance(words, str) and words.strip():
        return _clean(words)
    raise complaint("empty-text", f"{tag}: there are no words for this language", "write them, or take the line out")


def _clean(text: str) -> str:
    if found := CONTROL.search(text):
        raise complaint(
            "control-character",
            f"an invisible control character (U+{ord(found.group()):04X}) stands in this text",
            "delete it; it usually comes from copying out of another program",
        )
    return text.strip()


def _name(value: str) -> str:
    if "<" in value or ">" in value:
        raise complaint("markup-in-name", "a name cannot hold < or >", "write the name as plain words")
    if "\n" in value:
        raise complaint("markup-in-name", "a name stands on one line", "take the line break out")
    if not value:
        raise complaint("empty-text", "there are no words here", "write the name, or take the setting out")
    return _clean(value)


def _near(value: str, known: Any, listed: str) -> str:
    found = process.extractOne(value, list(known), score_cutoff=70)
    return f"did you mean `{found[0]}`?" if found else listed


def _tag(value: str) -> str:
    tag = languages.canonical(str(value))
    if tag == languages.PSEUDO:
        hint = "take it out; `helpglot build --pseudo` and `helpglot serve --pseudo` show it"
        raise complaint("pseudo-language", f"{value}: this language is for tests, and is never published", hint)
    try:
        languages.language(tag)
    except ValueError:
        near = tags.guess(str(value))
        hint = f"did you mean `{near}`?" if near else "use a tag such as ko, ru, zh-TW, zh-CN or en"
        raise complaint("unknown-language", f"{value}: there is no such language", hint) from None
    return tag


def _region(value: str) -> str:
    if value in languages.regions() and value != "UK":
        return value
    meant = {"UK": "GB"}.get(value.upper(), value.upper())
    hint = f"did you mean `{meant}`?" if meant in languages.regions() else "two letters, such as KR or TW"
    raise complaint("unknown-region", f"{value}: there is no such region", hint)


def _currency(value: str) -> str:
    if value in languages.currencies():
        return value
    hint = _near(value.upper(), languages.currencies(), "three letters, such as KRW, TWD, CNY, RUB or USD")
    raise complaint("unknown-currency", f"{value}: there is no such currency", hint)


def _zone(value: str) -> str:
    if value in available_timezones():
        ZoneInfo(value)
        return value
    hint = _near(value, available_timezones(), "a name such as Asia/Seoul or Europe/Moscow")
    raise complaint("unknown-timezone", f"{value}: there is no such time zone", hint)


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme == "https" and bool(parts.hostname) and "." in (parts.hostname or "") and not parts.username
        _ = parts.port
    except ValueError:
        good = False
    if not good or re.search(r"[\s<>\"'`\\{}|^]", value):
        raise complaint("wrong-link", f"{value}: this is not a link that customers can open", "start it with https://")
    return value


def _email(value: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9.!#$%&'*+/=?^_~-]+@(?:[\w](?:[\w-]*[\w])?\.)+[\w-]{2,}", value):
        return value
    raise complaint("wrong-email", f"{value}: this is not an e-mail address", "write it as name@example.com")


def _link(value: str) -> str:
    return value if value.startswith("mailto:") and _email(value[7:]) else _url(value)


def _phone(value: str) -> str:
    hint = "write it with its country code, such as +82 2-1234-5678"
    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        raise complaint("wrong-phone", f"{value}: this is not a phone number that works from abroad", hint) from None
    if not phonenumbers.is_possible_number(number):
        raise complaint("wrong-phone", f"{value}: this phone number is too short or too long for its country", hint)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _identifier(value: str) -> str:
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,63}", value):
        return value
    raise complaint(
        "wrong-id", f"{value}: an id is a short word", "use letters, digits, - and _, beginning with a letter"
    )


def _colour(value: str) -> str:
    if re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        return value.lower()
    raise complaint("wrong-colour", f"{value}: this is not a colour", 'write it as "#0b566b", in quotes')


def _brand(value: str) -> str:
    """A colour in which links can be read and on which a button's word can."""
    colour = _colour(value)
    if (found := colours.contrast(colour, colours.WHITE)) < colours.TEXT:
        nearest = colours.legible(colour, colours.WHITE, colours.BLACK)
        raise complaint(
            "low-contrast",
            f"{value} on white has a contrast of {int(found * 10) / 10} to 1, and text needs {colours.TEXT} to 1",
            f'take "{nearest}", the nearest that can be read; for dark pages a lighter one is made from it',
        )
    return colour


def _decimal(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, float) else value


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _string(pattern: str = "", example: str = "") -> WithJsonSchema:
    schema: dict[str, Any] = {"type": "string"}
    return WithJsonSchema(
        {**schema, **({"pattern": pattern} if pattern else {}), **({"examples": [example]} if example else {})}
    )


def _checked(check: Callable[[str], str], shape: WithJsonSchema) -> Any:
    return (AfterValidator(check), shape)


Name = Annotated[str, AfterValidator(_name), _string(r"^[^<>\n]+$")]
Tag = Annotated[str, AfterValidator(_tag), _string(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "ko")]
Region = Annotated[str, AfterValidator(_region), _string("^[A-Z]{2}$", "KR")]
Currency = Annotated[str, AfterValidator(_currency), _string("^[A-Z]{3}$", "KRW")]
TimeZone = Annotated[str, AfterValidator(_zone), _string(example="Asia/Seoul")]
Url = Annotated[str, AfterValidator(_url), _string("^https://", "https://example.com/")]
Link = Annotated[str, AfterValidator(_link), _string("^(https://|mailto:)", "mailto:help@example.com")]
BrandColour = Annotated[str, AfterValidator(_brand), _string("^#[0-9a-fA-F]{6}$", "#0b566b")]
EmailAddress = Annotated[str, AfterValidator(_email), _string("@", "help@example.com")]
PhoneNumber = Annotated[str, AfterValidator(_phone), _string(r"^\+", "+82 2-1234-5678")]
Identifier = Annotated[str, AfterValidator(_identifier), _string("^[A-Za-z][A-Za-z0-9_-]*$", "office")]
Colour = Annotated[str, AfterValidator(_colour), _string("^#[0-9a-fA-F]{6}$", "#0b566b")]
Amount = Annotated[Decimal, BeforeValidator(_decimal)]
Date = date


def unique(kind: str, setting: str, ids: list[str]) -> list[dict[str, Any]]:
    """Complain about every id that stands twice in the list `setting`."""
    return [
        {
            "code": "duplicate-id",
            "message": f"{name}: this {kind} is there twice",
            "hint": "give each its own id",
            "loc": [setting, index, "id"],
        }
        for index, name in enumerate(ids)
        if name in ids[:index]
    ]


PLURALS = {"severity": "severities"}


def unknown(what: str, name: str, known: list[str], loc: list[str | int]) -> dict[str, Any]:
    """Complain about a reference to something that nobody defined."""
    listed = f"defined are: {', '.join(known)}" if known else f"define it under `{PLURALS.get(what, f'{what}s')}`"
    return {
        "code": "unknown-reference",
        "message": f"{name}: there is no such {what}",
        "hint": _near(name, known, listed),
        "loc": loc,
    }


def raise_all(found: list[dict[str, Any]]) -> None:
    """Raise one error that carries every complaint in `found`."""
    if found:
        first = found[0]
        raise complaint(first["code"], first["message"], first["hint"], loc=first["loc"], more=found[1:])
