"""support.yml as partners get it wrong: every fault at once, in plain words, with its place and the way out."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Literal, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, field_validator, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_core.core_schema import ErrorType

from generator import config, yamlmap
from generator.config.shape import shape_of
from generator.config.words import problems
from generator.model import Source
from generator.problems import Problem, SourceError, faults
from generator.yamlmap import YamlMap

JARGON = re.compile(
    r"input should|field required|extra inputs|not permitted|pydantic|value_error|value error|assertion failed|"
    r"\bvalid (?:string|integer|number|list|tuple|dictionary|boolean|date|time|decimal)|validat|union_|"
    r"_error|_type|_parsing|extra_forbidden|unable to|\bdict\b|\bstr\b|instance of|(?-i:None\b|True\b|False\b)",
    re.IGNORECASE,
)
GOOD = """\
schema_version: 1
company: {legal_name: "Hanul Cloud Co., Ltd.", display_name: Hanul, csp_type: indirect_reseller}
languages: [ko, en]
timezone: Asia/Seoul
clouds: [global]
regions: [KR]
services:
  - {id: azure, name: Azure, kind: azure}
schedules:
  - id: office
    weekly: {mon-fri: ["09:00-18:00"]}
    exceptions: [{date: 2026-12-31, hours: ["09:00-12:00"]}]
channels:
  - {id: tel, kind: phone, number: "+82 2-1234-5678", schedule: office, languages: [ko, {tag: en, schedule: office}]}
  - {id: mail, kind: email, address: help@example.com, topics: [billing]}
plans:
  - {id: basic, name: {ko: 기본, en: Basic}, price: {unit: per_user_month, amount: 1000, currency: KRW, tax: included}}
severities:
  - {id: A, level: critical, first_response: {value: 1, unit: hours}}
sla: {kind: target, effective: 2026-01-01}
"""


class Kind(Enum):
    OLD = "old"
    NEW = "new"


class Small(BaseModel):
    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    size: int = Field(default=1, ge=1, le=9)
    """How large it is."""
    ratio: float = 1
    on: bool = True


class Cat(Small):
    kind: Literal["cat"]
    lives: int


class Dog(Small):
    kind: Literal["dog"]
    bark: str


def _even(value: int) -> int:
    if value % 2:
        raise ValueError("odd things do not fit")
    return value


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    name: str = Field(min_length=1, max_length=5)
    """What it is called."""
    small: Small = Small()
    many: tuple[Small, ...] = Field(default=(), max_length=2)
    some: list[str] = Field(default=["x"], min_length=1)
    pets: list[Annotated[Cat | Dog, Field(discriminator="kind")]] = []
    day: date | None = None
    at: time | None = None
    money: Decimal | None = Field(default=None, max_digits=4, decimal_places=2)
    colour: Literal["red", "green", "blue"] = "red"
    old: Kind = Kind.NEW
    never: Literal[False] = False
    week: dict[Literal["mon", "tue"], int] = {}
    words: str | dict[str, str] = ""
    either: Small | list[str] = Small()
    code: str = Field(default="", pattern="^[a-z]*$")
    """A word in small letters, as abc."""
    even: Annotated[int, AfterValidator(_even)] = 0
    always: bool = Field(default=False, alias="24x7")
    span: timedelta | None = None
    link: HttpUrl | None = None
    custom: str = ""

    @field_validator("custom")
    @classmethod
    def _custom(cls, value: str) -> str:
        if value:
            raise PydanticCustomError("wrong-thing", "{{x}}: not a thing", {"hint": "give another"})
        return value

    @model_validator(mode="after")
    def _whole(self) -> Model:
        if self.name == "many":
            more = [{"code": "second", "message": "two", "hint": "h2", "loc": ["small", "size"]}]
            raise PydanticCustomError("first", "one", {"hint": "h1", "loc": ["some", 1], "more": more})
        return self


def document(text: str) -> YamlMap:
    return yamlmap.load(Source(PurePosixPath("support.yml"), text))


def line(problem: Problem) -> str:
    return f"{problem.where.line}:{problem.where.column}: {problem.message} [{problem.code}] {problem.hint}"


def complaints(text: str) -> list[str]:
    with pytest.raises(SourceError) as caught:
        config.validate(Model, document(text))
    return [line(problem) for problem in caught.value.problems]


def test_good_settings_are_read() -> None:
    found = config.read(Source(PurePosixPath("support.yml"), GOOD))

    assert found.languages == ("ko", "en")
    assert found.company.csp_type == "indirect_reseller"


def test_a_misspelt_setting_is_one_fault_with_the_name_that_was_meant() -> None:
    with pytest.raises(SourceError) as caught:
        config.read(Source(PurePosixPath("support.yml"), GOOD.replace("languages: [ko, en]", "langauges: [ko, en]")))

    (problem,) = caught.value.problems
    assert f"{problem.where}: {problem.severity}: {problem.message} [{problem.code}]" == (
        "support.yml:3:1: error: langauges: there is no such setting [unknown-setting]"
    )
    assert problem.hint == "did you mean `languages`?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nmae: x", "1:1: nmae: there is no such setting [unknown-setting] did you mean `name`?"),
        ("Name: x", "1:1: Name: there is no such setting [unknown-setting] did you mean `name`?"),
        ("{}", "1:1: name: this setting is missing [missing-setting] What it is called."),
        (
            "name: x\nsmall: {size: 1, qqq: 2}",
            "2:18: small.qqq: there is no such setting [unknown-setting] settings here are `size`, `ratio`, `on`",
        ),
        (
            "name: x\nqqq: 2",
            "2:1: qqq: there is no such setting [unknown-setting] `helpglot schema` lists what may stand here",
        ),
        (
            "name: x\nratio: 2",
            "2:1: ratio: there is no such setting [unknown-setting] it belongs under `small`",
        ),
        (
            "name: x\nmany:\n  - {size: 1}\n  - {siez: 1}",
            "4:6: many[1].siez: there is no such setting [unknown-setting] did you mean `size`?",
        ),
        (
            "name: x\npets:\n  - kind: cat\n    livs: 9",
            "4:5: pets[0].livs: there is no such setting [unknown-setting] did you mean `lives`?",
        ),
        ("name: x\n24x8: true", "2:1: 24x8: there is no such setting [unknown-setting] did you mean `24x7`?"),
        (
            "name: x\nalways: true",
            "2:1: always: there is no such setting [unknown-setting] `helpglot schema` lists what may stand here",
        ),
        ("name: x\npets:\n  - kind: dog", "3:5: pets[0].bark: this setting is missing [missing-setting] "
         "`helpglot schema` lists what may stand here"),
        ("name: x\npets:\n  - bark: dog", "3:5: pets[0].kind: this setting is missing [missing-setting] "
         "it is one of `cat`, `dog`"),
        ("name: x\npets:\n  - kind: dgo", "3:11: pets[0].kind: `dgo` is not one of the choices [wrong-choice] "
         "did you mean `dog`? Choose `cat`, `dog`"),
        ("name: x\npets:\n  - kind: [x]", "3:11: pets[0].kind: one word is expected here, not a list [wrong-choice] "
         "choose `cat`, `dog`"),
        ("name: 1.50", '1:7: name: a text is expected here, not `1.50` [wrong-type] put it in quotes: "1.50"'),
        ("name: true", '1:7: name: a text is expected here, not `true` [wrong-type] put it in quotes: "true"'),
        ("name: 2026-01-31",
         '1:7: name: a text is expected here, not `2026-01-31` [wrong-type] put it in quotes: "2026-01-31"'),
        ("name:", "1:6: name: a text is expected here, and there is nothing [wrong-type] What it is called."),
        ("name: [a]", "1:7: name: a text is expected here, not a list [wrong-type] What it is called."),
        ("name: ''", "1:7: name: this text is empty [out-of-range] What it is called."),
        ("name: abcdefg",
         "1:7: name: at most 5 characters can stand here, not `abcdefg` [out-of-range] What it is called."),
        ("name: x\nsmall: 5", "2:8: small: a group of settings is expected here, not `5` [wrong-type] "
         "settings here are `size`, `ratio`, `on`"),
        ("name: x\nsmall:", "2:7: small: a group of settings is expected here, and there is nothing [wrong-type] "
         "settings here are `size`, `ratio`, `on`"),
        ("name: x\nmany: {size: 1}", "2:1: many: a list is expected here, not a group of settings [wrong-type] "
         "write each entry on a line of its own, after `- `"),
        ("name: x\nmany: [{}, {}, {}]", "2:7: many: at most 2 entries can stand here, there are 3 [out-of-range] "),
        ("name: x\nsome: []", "2:7: some: this list is empty [out-of-range] fill it in"),
        ("name: x\nsmall: {size: 10}",
         "2:15: small.size: at most 9 can stand here, not `10` [out-of-range] How large it is."),
        ("name: x\nsmall: {size: big}", "2:15: small.size: a whole number is expected here, not `big` [wrong-type] "
         "write digits only, without a unit"),
        ("name: x\nsmall: {size: 1.5}", "2:15: small.size: a whole number is expected here, not `1.5` [wrong-type] "
         "write digits only, without a unit"),
        ('name: x\nmoney: "1,000"', "2:8: money: a number is expected here, not `1,000` [wrong-type] "
         "write digits only, with a point before decimals"),
        ("name: x\nmoney: 1.234",
         "2:8: money: at most 2 digits behind the point can stand here, not `1.234` [out-of-range] "),
        ("name: x\nsmall: {on: maybe}", "2:13: small.on: `true` or `false` is expected here, not `maybe` [wrong-type] "
         "`helpglot schema` lists what may stand here"),
        ("name: x\nday: 2026-02-30", "2:6: day: there is no day `2026-02-30` [wrong-format] write it as 2026-01-31"),
        ("name: x\nday: soon", "2:6: day: a date is expected here, not `soon` [wrong-type] write it as 2026-01-31"),
        ("name: x\nat: noon", '2:5: at: a time is expected here, not `noon` [wrong-type] write it as "09:00"'),
        ("name: x\nat: 25:00", '2:5: at: a time is expected here, not `25:00` [wrong-type] write it as "09:00"'),
        ("name: x\ncolour: gren", "2:9: colour: `gren` is not one of the choices [wrong-choice] "
         "did you mean `green`? Choose `red`, `green`, `blue`"),
        ("name: x\ncolour: 5",
         "2:9: colour: `5` is not one of the choices [wrong-choice] choose `red`, `green`, `blue`"),
        ("name: x\nold: ancient", "2:6: old: `ancient` is not one of the choices [wrong-choice] choose `old`, `new`"),
        ("name: x\nnever: true", "2:8: never: `true` cannot stand here [wrong-choice] only `false` can stand here"),
        ("name: x\nweek: {mon: 1, wen: 2}",
         "2:16: week.wen: `wen` is not one of the choices [wrong-choice] choose `mon`, `tue`"),
        ("name: x\nweek: {mon: x}", "2:13: week.mon: a whole number is expected here, not `x` [wrong-type] "
         "write digits only, without a unit"),
        ("name: x\nwords: {ko: 1}",
         '2:13: words.ko: a text is expected here, not `1` [wrong-type] put it in quotes: "1"'),
        ("name: x\neither: {sze: 1}",
         "2:10: either.sze: there is no such setting [unknown-setting] did you mean `size`?"),
        ("name: x\neither: [1]",
         '2:10: either[0]: a text is expected here, not `1` [wrong-type] put it in quotes: "1"'),
        ("name: x\ncode: A1", "2:7: code: `A1` does not have the form that is needed [wrong-format] "
         "A word in small letters, as abc."),
        ("name: x\neven: 3", "2:7: even: odd things do not fit [wrong-value] "),
        ("name: x\nspan: long", "2:7: span: a length of time is expected here, not `long` [wrong-type] "
         "`helpglot schema` lists what may stand here"),
        ("name: x\nlink: here", "2:7: link: a link is expected here, not `here` [wrong-type] "
         "write it as https://example.com/"),
        ("name: x\ncustom: y", "2:9: {x}: not a thing [wrong-thing] give another"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_plain_words(text: str, said: str) -> None:
    assert complaints(text) == [said]


def test_every_fault_is_told_at_once_in_reading_order() -> None:
    assert [said.split(": ")[0] for said in complaints("nam: 1\nsmall: {size: x, on: z}\nday: z\nmany: 1\n")] == [
        "1:1",
        "2:15",
        "2:22",
        "3:6",
        "4:7",
    ]


def test_one_complaint_of_the_schema_may_carry_several() -> None:
    assert complaints("name: many\nsmall: {size: 2}\nsome: [a, b]\n") == [
        "2:15: small.size: two [second] h2",
        "3:11: some[1]: one [first] h1",
    ]


def test_hours_that_the_schema_moved_are_found_again() -> None:
    with pytest.raises(SourceError) as caught:
        config.read(Source(PurePosixPath("support.yml"), GOOD.replace("09:00-18:00", "9-18")))

    assert [(str(p.where), p.code) for p in caught.value.problems] == [("support.yml:11:24", "wrong-hours")]


@pytest.mark.parametrize("kind", get_args(ErrorType))
@pytest.mark.parametrize("given", [None, 1, "x", [], {}])
def test_no_complaint_of_pydantic_s_reaches_a_person_in_its_words(kind: str, given: object) -> None:
    error: ErrorDetails = {"type": kind, "loc": ("name",), "msg": "Input should be valid", "input": given}

    found = list(problems([error], shape_of(Model), document("name: x")))

    assert len(found) == 1
    sane(found[0])


def sane(problem: Problem) -> None:
    assert problem.where.line >= 1
    assert re.fullmatch(r"[a-z][a-z0-9-]+|R\d{3}", problem.code)
    assert problem.message
    assert "\n" not in problem.message + problem.hint
    assert not JARGON.search(re.sub(r"`[^`]*`|\S*[._]\S*", "", f"{problem.message} {problem.hint}"))


JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 7, 10**20, 1.5, "", " ", "x", "no", "<b>x</b>", "{{ 7*7 }}", "{hint}", "a" * 5000),
    *("2026-02-30", date(2026, 1, 31), "09:00", "https://", "mailto:x", "+1", "ko", "mon-fri", "\u202e"),
    *([], [None], [[]], ["x"], [{}], {}, {"x": "y"}, {"id": "x"}, {"kind": "phone"}, {"ko": None}, {"ko": 1}),
)


def nodes(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in inside:
        yield (*path, key)
        yield from nodes(child, (*path, key))


def mutated(data: Any, path: tuple[str | int, ...], how: Any) -> Any:
    """A copy with one thing deleted, renamed, doubled or replaced."""
    changed = copy.deepcopy(data)
    parent = changed
    for step in path[:-1]:
        parent = parent[step]
    last: Any = path[-1]
    if how == "delete":
        del parent[last]
    elif how == "double" and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[last]))
    elif how in ("rename", "double") and isinstance(parent, dict):
        parent[f"{last}x"] = parent[last] if how == "double" else parent.pop(last)
    else:
        parent[last] = copy.deepcopy(how)
    return changed


def read_or_refuse(text: str) -> None:
    source = Source(PurePosixPath("support.yml"), text)
    try:
        config.read(source)
    except SourceError as error:
        found = error.problems
        assert found
        assert found == faults(found)
        for problem in found:
            sane(problem)
            assert problem.where.line <= text.count("\n") + 1


PROJECTS = [yaml.safe_load(text) for text in (GOOD, (Path(__file__).parent.parent / "support.yml").read_text("utf-8"))]
MUTATIONS = st.one_of(st.sampled_from(["delete", "rename", "double"]), st.sampled_from(JUNK))


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False), st.lists(MUTATIONS, min_size=1, max_size=4))
def test_settings_changed_in_any_way_are_read_or_refused_in_our_words(chance: random.Random, ways: list[Any]) -> None:
    data = chance.choice(PROJECTS)
    for way in ways:
        if paths := list(nodes(data)):
            data = mutated(data, chance.choice(paths), way)

    read_or_refuse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@settings(deadline=None, max_examples=100)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 12), st.text(alphabet=st.characters(), max_size=6))
def test_a_text_edited_anywhere_is_read_or_refused_in_our_words(start: int, removed: int, added: str) -> None:
    source = Source(PurePosixPath("support.yml"), GOOD[:start] + added + GOOD[start + removed :])
    try:
        config.read(source)
    except SourceError as error:
        assert error.problems


CHANGED = [
    # A shape fault hides no reference to what nobody defined, and is not told twice where they meet.
    (
        [("mail, kind: email", "mail, kind: emial"), ("schedule: office, languages", "schedule: ofice, languages")],
        [
            "support.yml:14:65: ofice: there is no such schedule [unknown-reference] did you mean `office`?",
            "support.yml:15:22: channels[1].kind: `emial` is not one of the choices [wrong-choice] did you mean "
            "`email`? Choose `phone`, `email`, `portal`, `chat`, `remote`, `messenger`, `postal`",
        ],
    ),
    # Where an id cannot be made out, nothing that names it can be called wrong.
    (
        [("  - id: office", "  - ident: office")],
        [
            "support.yml:10:5: schedules[0].id: this setting is missing [missing-setting] The name by which channels, "
            "severities and plans refer to these hours.",
            "support.yml:10:5: schedules[0].ident: there is no such setting [unknown-setting] `helpglot schema` lists "
            "what may stand here",
        ],
    ),
    # A wrong day hides no wrong hours, of its own or of another day.
    (
        [('{mon-fri: ["09:00-18:00"]}', '{mon-fry: ["9-18"], sat: "25:00-26:00", sun: ["09:00-10:00"]}')],
        [
            "support.yml:11:5: mon-fry: there is no such day [wrong-day] days are mon, tue, wed, thu, fri, sat, sun, "
            "or mon-fri",
            'support.yml:11:24: 9-18: these are not hours [wrong-hours] write them as "09:00-18:00"',
            "support.yml:11:38: 25:00-26:00: a day runs from 00:00 to 24:00 [wrong-hours] write hours such as "
            '"09:00-18:00"',
        ],
    ),
    (
        [("regions: [KR]", "regions: [XX]")],
        ["support.yml:6:11: XX: there is no such region [unknown-region] two letters, such as KR or TW"],
    ),
    (
        [("sla: {", "site:\n  colour: #aabbcc\nsla: {")],
        [
            "support.yml:21:10: site.colour: a text is expected here, and there is nothing [wrong-type] "
            "put it in quotes: # begins a comment"
        ],
    ),
    (
        [("sla: {", "site:\n  colour: # ours\nsla: {")],
        [
            "support.yml:21:10: site.colour: a text is expected here, and there is nothing [wrong-type] "
            "The brand colour, dark enough to be read on white; for dark pages a lighter one is made from it."
        ],
    ),
    (
        [("sla: {", 'site: {colour: "#FFCC00"}\nsla: {')],
        [
            "support.yml:20:16: site.colour: #FFCC00 on white has a contrast of 1.5 to 1, and text needs 4.5 to 1 "
            "[low-contrast] "
            'take "#8f7200", the nearest that can be read; for dark pages a lighter one is made from it'
        ],
    ),
    (
        [("sla: {", "site: {logo_dark: dark.svg}\nsla: {")],
        ["support.yml:20:1: logo_dark: light pages have no logo [no-logo] give `logo:` too"],
    ),
    (
        [('["09:00-18:00"]}\n', '["09:00-13:00", "12:00-18:00"], sat: ["09:00-12:00", "12:00-13:00"]}\n')],
        ["support.yml:11:13: mon: 09:00-13:00 and 12:00-18:00 overlap [wrong-hours] write them as one range"],
    ),
    (
        [('["09:00-18:00"]}\n', '["22:00-06:00", "00:00-07:00", "23:00-24:00"]}\n')],
        ["support.yml:11:13: mon: 22:00-06:00 and 23:00-24:00 overlap [wrong-hours] write them as one range"],
    ),
    (
        [('hours: ["09:00-12:00"]', 'hours: ["09:00-12:00", "11:00-13:00"]')],
        ["support.yml:12:44: 2026-12-31: 09:00-12:00 and 11:00-13:00 overlap [wrong-hours] write them as one range"],
    ),
    (
        [('["09:00-18:00"]}\n', '["09:00-18:00"]}\n    breaks: {mon-wed: "12:00-13:00", sat: "12:00-13:00"}\n')],
        [
            "support.yml:12:13: sat: the break 12:00-13:00 lies outside the hours [wrong-hours] "
            "mend the break or the hours, or take it out"
        ],
    ),
    ([('["09:00-18:00"]}\n', '["09:00-18:00"]}\n    breaks: ["12:00-13:00"]\n')], []),
    # A night's break lies in the night that began the evening before.
    ([('["09:00-18:00"]}\n', '["22:00-06:00"]}\n    breaks: {mon: "02:00-03:00"}\n')], []),
    # Work on a Saturday has its break too: 2026-12-26 is one.
    (
        [
            ('["09:00-18:00"]}\n', '["09:00-18:00"]}\n    breaks: {sat: "10:00-10:30"}\n'),
            ("date: 2026-12-31", "date: 2026-12-26"),
        ],
        [],
    ),
    (
        [("sla: {", "renewals: {notice_days: 9, end_of_term_default: renew, reminder_days: [30, -5]}\nsla: {")],
        [
            "support.yml:20:76: renewals.reminder_days[1]: at least 0 can stand here, not `-5` [out-of-range] "
            "Days before the end on which the partner reminds."
        ],
    ),
]


@pytest.mark.parametrize(("changes", "said"), CHANGED)
def test_a_fault_hides_no_other_and_makes_none(changes: list[tuple[str, str]], said: list[str]) -> None:
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    found: tuple[Problem, ...] = ()
    try:
        config.read(Source(PurePosixPath("support.yml"), text))
    except SourceError as error:
        found = error.problems

    assert [f"{p.where}: {p.message} [{p.code}] {p.hint}" for p in found] == said
