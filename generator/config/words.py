"""pydantic's complaints -> ours: what stands where, what is expected there, and the way out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType
from rapidfuzz import fuzz, process

from generator.config.shape import Shape, follow, homes
from generator.config.terms import BOUNDS, EXPECTED, GROUP, TEXT, WAYS, listed, short, spoken, yaml_of
from generator.problems import Location, Problem
from generator.yamlmap import Loc, YamlMap

FEW = 8
SURE, LIKELY = 85, 65
LISTED = "`helpglot schema` lists what may stand here"
KNOWN = frozenset(get_args(ErrorType))
CUT = re.compile(r"\A:?\s*#\S")
CUT_OFF = "put it in quotes: # begins a comment"


@dataclass(frozen=True, slots=True)
class Fault:
    """One complaint of pydantic's, with its place in the schema and in the file."""

    error: ErrorDetails
    shape: Shape
    document: YamlMap

    @property
    def kind(self) -> str:
        """pydantic's name for what is wrong."""
        return self.error["type"]

    @property
    def given(self) -> Any:
        """What stands in the file."""
        return self.error["input"]

    @property
    def context(self) -> Mapping[str, Any]:
        """What pydantic adds."""
        return self.error.get("ctx") or {}

    @property
    def name(self) -> str:
        """The setting as a person would say it: `channels[0].number`."""
        return spoken(self.shape.path) or "this file"

    @property
    def expected(self) -> str:
        """What pydantic wants here; "" where it is not a matter of kind."""
        return next((name for start, name in EXPECTED.items() if self.kind.startswith(start)), "")

    def where(self) -> Location:
        """The place of the value, or of its name."""
        return self.document.key_where(self.shape.path) if self.shape.is_key else self._value(self.shape.path)

    def _value(self, path: Loc) -> Location:
        known = self.document.known(path)
        if known == path:
            inside = self.document.places[known]
            return inside.key if isinstance(self.given, dict) else inside.value
        return _same(self.document, known, self.given) or self.document.key_where(known)


def problems(errors: Sequence[ErrorDetails], shape: Shape, document: YamlMap) -> Iterator[Problem]:
    """Say in our own words what pydantic found; one fault makes one problem."""
    found = [Fault(error, follow(shape, error["loc"]), document) for error in errors if not _is_echo(error)]
    kept = _without_misspelt(_one_form_each(found), shape)
    for fault in kept:
        yield from _problems_of(fault, shape)


def _is_echo(error: ErrorDetails) -> bool:
    """Whether a list is only called too short since entries of it were refused."""
    given, least = error["input"], (error.get("ctx") or {}).get("min_length", 0)
    return error["type"] == "too_short" and isinstance(given, list | tuple | dict) and 0 < least <= len(given)


def told(entries: Iterable[Mapping[str, Any]], document: YamlMap, known: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Say what the schema complains of in values that were not accepted; a place of which more is `known` is left."""
    places = {problem.where for problem in known}
    for entry in entries:
        where = document.where(entry["loc"])
        if where not in places:
            message = _about(tuple(entry["loc"]), str(entry["message"]))
            yield Problem(str(entry["code"]), message, where, str(entry["hint"]))


def _problems_of(fault: Fault, whole: Shape) -> Iterator[Problem]:
    found = _complaints_of(fault, whole)
    if fault.given is None and fault.expected != GROUP and _is_cut_off(fault):
        found = (replace(problem, hint=CUT_OFF) for problem in found)
    yield from found


def _is_cut_off(fault: Fault) -> bool:
    """Whether something stands where the value is missing, after a mark that makes it a comment: `colour: #aabbcc`."""
    where = fault.where()
    lines = fault.document.source.text.split("\n")
    line = lines[where.line - 1] if 0 < where.line <= len(lines) else ""
    return bool(fault.document.known(fault.shape.path) == fault.shape.path and CUT.search(line[where.column - 1 :]))


def _complaints_of(fault: Fault, whole: Shape) -> Iterator[Problem]:
    if fault.kind not in KNOWN:
        yield from _custom(fault)
    elif fault.kind == "extra_forbidden":
        yield _unknown(fault, whole)
    elif fault.kind in ("missing", "missing_argument", "union_tag_not_found"):
        yield _missing(fault)
    elif fault.kind in ("literal_error", "enum", "union_tag_invalid"):
        yield _choice(fault)
    elif fault.kind in BOUNDS:
        yield _bound(fault)
    elif fault.kind in ("value_error", "assertion_error"):
        said = short(str(fault.context.get("error", "")), 200) or "this cannot stand here"
        yield Problem("wrong-value", f"{fault.name}: {said}", fault.where(), fault.shape.about)
    elif fault.expected:
        yield _type(fault)
    else:
        message = f"{fault.name}: `{_given(fault)}` does not have the form that is needed"
        yield Problem("wrong-format", message, fault.where(), fault.shape.about or LISTED)


def _custom(fault: Fault) -> Iterator[Problem]:
    """The schema's own words; `more` carries further complaints of the same kind."""
    plain = fault.error["msg"].replace("{{", "{").replace("}}", "}")
    if not isinstance(fault.given, str):  # Python's own spelling of it says nothing to a person.
        plain = plain.replace(f"{fault.given}: ", f"{_given(fault)}: ", 1)
    for entry in ({"code": fault.kind, "message": plain, **fault.context}, *fault.context.get("more", ())):
        path = (*fault.shape.path, *entry.get("loc", ()))
        where = fault.document.where(path) if entry.get("loc") else fault.where()
        yield Problem(str(entry["code"]), _about(path, str(entry["message"])), where, str(entry.get("hint", "")))


def _about(path: Loc, message: str) -> str:
    """Say what a message is about, unless it says so itself."""
    return message if ": " in message or not path else f"{spoken(path)}: {message}"


def _unknown(fault: Fault, whole: Shape) -> Problem:
    where = fault.document.key_where(fault.shape.path)
    hint = _instead(fault, whole)
    return Problem("unknown-setting", f"{fault.name}: there is no such setting", where, hint)


def _instead(fault: Fault, whole: Shape) -> str:
    name = str(fault.shape.path[-1])
    group = _around(fault, whole)
    near, score = _near(name, group.names)
    if score >= SURE:
        return f"did you mean `{near}`?"
    if len(places := list(homes(whole, name))) == 1:
        return f"it belongs under `{spoken(places[0])}`" if places[0] else "it belongs at the left margin"
    if near:
        return f"did you mean `{near}`?"
    return f"settings here are {listed(group.names)}" if 0 < len(group.names) <= FEW else LISTED


def _around(fault: Fault, whole: Shape) -> Shape:
    return follow(whole, fault.error["loc"][:-1])


def _near(word: str, known: Iterable[str]) -> tuple[str, float]:
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, processor=_folded, score_cutoff=LIKELY)
    return (found[0], found[1]) if found else ("", 0.0)


def _folded(word: str) -> str:
    return word.lower().replace("-", "_").replace(" ", "_")


def _missing(fault: Fault) -> Problem:
    path, about = fault.shape.path, fault.shape.about
    if fault.kind == "union_tag_not_found":
        path = (*path, _kind_of_kind(fault))
        about = f"it is one of {listed(fault.shape.choices)}"
    where = fault.document.key_where(path[:-1])
    return Problem("missing-setting", f"{spoken(path)}: this setting is missing", where, about or LISTED)


def _choice(fault: Fault) -> Problem:
    path, given = fault.shape.path, fault.given
    if fault.kind == "union_tag_invalid":
        path = (*path, _kind_of_kind(fault))
        given = given.get(path[-1]) if isinstance(given, dict) else fault.context.get("tag")
    choices = fault.shape.choices or tuple(re.findall(r"'([^']*)'", str(fault.context.get("expected", ""))))
    where = fault.document.key_where(path) if fault.shape.is_key else fault.document.where(path)
    message = f"{spoken(path)}: {_not_chosen(given, choices)}"
    return Problem("wrong-choice", message, where, _way_to_choose(given, choices))


def _kind_of_kind(fault: Fault) -> str:
    """The setting that decides which others there are."""
    return str(fault.context.get("discriminator", "kind")).strip("'")


def _not_chosen(given: object, choices: Sequence[object]) -> str:
    if given is None or isinstance(given, list | dict):
        return f"one word is expected here, {_found(given)}"
    found = "cannot stand here" if len(choices) == 1 else "is not one of the choices"
    return f"`{short(yaml_of(given))}` {found}"


def _way_to_choose(given: object, choices: Sequence[object]) -> str:
    words = [yaml_of(choice) for choice in choices]
    if len(words) == 1:
        return f"only `{words[0]}` can stand here"
    near, _ = _near(given, words) if isinstance(given, str) else ("", 0.0)
    ways = f"choose {listed(words)}" if words else LISTED
    return f"did you mean `{near}`? {ways[:1].upper()}{ways[1:]}" if near else ways


def _bound(fault: Fault) -> Problem:
    bound = BOUNDS[fault.kind].format_map(_Blank(fault.context))
    if fault.kind in ("too_short", "string_too_short") and not fault.given:
        message = "this list is empty" if fault.kind == "too_short" else "this text is empty"
        return Problem("out-of-range", f"{fault.name}: {message}", fault.where(), fault.shape.about or "fill it in")
    given = f"there are {len(fault.given)}" if isinstance(fault.given, list) else f"not `{_given(fault)}`"
    message = f"{fault.name}: {_single(bound)} can stand here, {given}"
    return Problem("out-of-range", message, fault.where(), fault.shape.about)


def _single(bound: str) -> str:
    return re.sub(r"^(at (?:least|most) 1) (entrie|character|digit)s", _one, bound)


def _one(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2].replace('entrie', 'entry')}"


class _Blank(dict[str, Any]):
    """A name without a value shows as "…"."""

    def __missing__(self, key: str) -> str:
        return "…"


def _type(fault: Fault) -> Problem:
    given, expected = fault.given, fault.expected
    if expected == "a date" and isinstance(given, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", given):
        return Problem("wrong-format", f"{fault.name}: there is no day `{given}`", fault.where(), WAYS["a date"])
    found = f"not `{_given(fault)}`" if not isinstance(given, list | dict) and given is not None else _found(given)
    message = f"{fault.name}: {expected} is expected here, {found}"
    return Problem("wrong-type", message, fault.where(), _way_to_write(fault))


def _found(given: object) -> str:
    match given:
        case None:
            return "and there is nothing"
        case list() | tuple():
            return "not a list"
        case dict():
            return "not a group of settings"
    return "not this"


def _way_to_write(fault: Fault) -> str:
    if fault.expected == TEXT and isinstance(fault.given, bool | int | float | date):
        return f'put it in quotes: "{_given(fault)}"'
    if fault.expected == GROUP and 0 < len(fault.shape.names) <= FEW:
        return f"settings here are {listed(fault.shape.names)}"
    return WAYS.get(fault.expected) or fault.shape.about or LISTED


def _given(fault: Fault) -> str:
    """The value as it stands in the file, since 1.10 would come back as 1.1."""
    path = fault.shape.path
    written = fault.document.written(path) if fault.document.known(path) == path else ""
    return short(written if written and not isinstance(fault.given, str) else yaml_of(fault.given))


def _same(document: YamlMap, above: Loc, given: object) -> Location | None:
    """Find a value that the schema moved: "mon-fri" holds what is complained about as "mon"."""
    if not isinstance(given, str):
        return None
    inside = (place for loc, place in document.places.items() if loc[: len(above)] == above and place.written == given)
    return next((place.value for place in inside), None)


def _one_form_each(found: Sequence[Fault]) -> list[Fault]:
    """Where several forms were tried, keep the one that the file comes closest to."""
    kept: list[Fault] = []
    tried: dict[Loc, dict[str, list[Fault]]] = {}
    for fault in found:
        if fault.shape.tried:
            place, form = fault.shape.tried[0]
            tried.setdefault(place, {}).setdefault(form, []).append(fault)
        else:
            kept.append(fault)
    return kept + [fault for place, forms in tried.items() for fault in _closest(place, forms)]


def _closest(place: Loc, forms: Mapping[str, list[Fault]]) -> list[Fault]:
    """The form with the fewest faults inside; a form of another kind altogether comes last."""

    def distance(faults: list[Fault]) -> tuple[bool, int]:
        return any(fault.shape.path == place and fault.expected for fault in faults), len(faults)

    return min(forms.values(), key=distance)


def _without_misspelt(found: Sequence[Fault], whole: Shape) -> list[Fault]:
    """Leave out a missing setting that stands in the file under a misspelt name."""
    extra = [fault for fault in found if fault.kind == "extra_forbidden"]
    meant = {(*fault.shape.path[:-1], _meant(fault, whole)) for fault in extra}
    return [fault for fault in found if fault.kind != "missing" or fault.shape.path not in meant]


def _meant(fault: Fault, whole: Shape) -> str:
    return _near(str(fault.shape.path[-1]), _around(fault, whole).names)[0]
