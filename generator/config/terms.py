"""The names that pydantic has for what is wrong -> the names that people have for what is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.yamlmap import Loc

LONGEST = 60
TEXT, NUMBER, LIST, GROUP = "a text", "a number", "a list", "a group of settings"
# The first part of pydantic's type of error -> what it wants there.
EXPECTED: Mapping[str, str] = {
    "string_type": TEXT,
    "string_sub_type": TEXT,
    "string_unicode": TEXT,
    "bytes_": TEXT,
    "bool_": "`true` or `false`",
    "int_": "a whole number",
    "float_": NUMBER,
    "finite_number": NUMBER,
    "decimal_type": NUMBER,
    "decimal_parsing": NUMBER,
    "complex_": NUMBER,
    "list_": LIST,
    "tuple_": LIST,
    "set_": LIST,
    "frozen_set_": LIST,
    "iterable_": LIST,
    "iteration_error": LIST,
    "dict_": GROUP,
    "mapping_": GROUP,
    "model_": GROUP,
    "dataclass_": GROUP,
    "arguments_type": GROUP,
    "date_type": "a date",
    "date_parsing": "a date",
    "date_from_": "a date",
    "datetime_": "a date with a time",
    "timezone_": "a date with a time and its zone",
    "time_type": "a time",
    "time_parsing": "a time",
    "time_delta_": "a length of time",
    "url_": "a link",
    "uuid_": "a UUID",
    "none_required": "nothing",
}
BOUNDS: Mapping[str, str] = {
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "multiple_of": "a multiple of {multiple_of}",
    "too_short": "at least {min_length} entries",
    "too_long": "at most {max_length} entries",
    "string_too_short": "at least {min_length} characters",
    "string_too_long": "at most {max_length} characters",
    "bytes_too_short": "at least {min_length} characters",
    "bytes_too_long": "at most {max_length} characters",
    "decimal_max_digits": "at most {max_digits} digits",
    "decimal_max_places": "at most {decimal_places} digits behind the point",
    "decimal_whole_digits": "at most {whole_digits} digits before the point",
    "date_past": "a date in the past",
    "date_future": "a date in the future",
    "datetime_past": "a date in the past",
    "datetime_future": "a date in the future",
    "url_too_long": "a link of at most {max_length} characters",
}
WAYS: Mapping[str, str] = {
    "a whole number": "write digits only, without a unit",
    NUMBER: "write digits only, with a point before decimals",
    "a date": "write it as 2026-01-31",
    "a date with a time": "write it as 2026-01-31T09:00",
    "a date with a time and its zone": "write it as 2026-01-31T09:00+09:00",
    "a time": 'write it as "09:00"',
    "a link": "write it as https://example.com/",
    LIST: "write each entry on a line of its own, after `- `",
}


def spoken(path: Loc) -> str:
    """Write steps the way people do: `channels[0].number`."""
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return short(steps.removeprefix("."))


def yaml_of(value: object) -> str:
    """Write a value as YAML has it, on one line."""
    match value:
        case bool():
            return str(value).lower()
        case None:
            return "null"
        case list() | dict():
            return "…"
    return str(value)


def listed(values: Iterable[object]) -> str:
    """Name several things."""
    return ", ".join(f"`{yaml_of(value)}`" for value in values)


def short(text: str, longest: int = LONGEST) -> str:
    """Keep to one line that fits into a message."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
