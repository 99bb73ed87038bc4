"""A place in support.yml -> what the schema says about it: the names, the choices, the words of the manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from generator.yamlmap import Loc

# pydantic's core schema is a tree of plain dictionaries; these keys lead to the one thing inside.
WRAPPERS = ("schema", "lax_schema", "python_schema")
GROUPS = ("model-fields", "typed-dict")
LISTS = ("list", "set", "frozenset", "generator")
KEY = "[key]"

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the schema says about one place."""

    definitions: Mapping[str, Schema]
    schema: Schema
    path: Loc = ()
    """The steps that a person wrote, without the names that pydantic adds."""
    about: str = ""
    """The description of the setting."""
    tried: tuple[tuple[Loc, str], ...] = ()
    """The forms that pydantic tried on the way, and where."""
    is_key: bool = False
    """Whether it is the name that is meant, not the value."""

    @property
    def names(self) -> tuple[str, ...]:
        """The settings that may stand here."""
        return tuple(_written(name, field) for name, field in self._fields().items())

    @property
    def choices(self) -> tuple[object, ...]:
        """The values that may stand here, where they are counted."""
        if self.schema["type"] == "literal":
            return tuple(self.schema["expected"])
        if self.schema["type"] == "enum":
            return tuple(member.value for member in self.schema["members"])
        return tuple(self.schema["choices"]) if self.schema["type"] == "tagged-union" else ()

    def about_setting(self, name: str) -> str:
        """The description of a setting inside this group."""
        inside = self.step(name)
        return inside.about if inside else ""

    def step(self, step: str | int) -> Shape | None:
        """Go one step further; None where the schema knows no such step."""
        match self.schema["type"]:
            case "tagged-union":
                chosen = self.schema["choices"].get(step)
                return self._at(chosen) if isinstance(chosen, Mapping) else None
            case "union":
                return self._alternative(str(step))
            case "dict":
                return self._at(self.schema.get("values_schema"), step)
            case "tuple" if isinstance(step, int) and self.schema["items_schema"]:
                items = self.schema["items_schema"]
                return self._at(items[min(step, len(items) - 1)], step)
            case kind if kind in LISTS:
                return self._at(self.schema.get("items_schema"), step)
        found = next(((n, f) for n, f in self._fields().items() if _written(n, f) == step), None)
        return replace(self._at(found[1]["schema"], step), about=_about(found[1])) if found else None

    def name_of_entry(self, name: str | int) -> Shape:
        """What the schema says about the names of the entries here."""
        return replace(self._at(self.schema.get("keys_schema"), name), is_key=True)

    def _at(self, schema: Schema | None, *steps: str | int) -> Shape:
        bare = _bare(schema or {"type": "any"}, self.definitions)
        return replace(self, schema=bare, path=(*self.path, *steps))

    def _fields(self) -> Mapping[str, Any]:
        return self.schema.get("fields", {}) if self.schema["type"] in GROUPS else {}

    def _alternative(self, label: str) -> Shape:
        """Take the form called `label`; a name that tells nothing leaves the first."""
        choices = [choice[0] if isinstance(choice, tuple) else choice for choice in self.schema["choices"]]
        shapes = [self._at(choice) for choice in choices]
        named = (shape for shape, choice in zip(shapes, choices, strict=True) if _label(choice, shape) == label)
        chosen = next(named, None) or next((s for s in shapes if label.startswith(s.schema["type"])), shapes[0])
        return replace(chosen, tried=(*self.tried, (self.path, label)))


def shape_of(model: type[BaseModel]) -> Shape:
    """The whole of what `model` says."""
    schema: Any = model.__pydantic_core_schema__
    definitions = {entry["ref"]: entry for entry in schema.get("definitions", ())}
    return Shape(definitions, _bare(schema, definitions))


def follow(shape: Shape, loc: Loc) -> Shape:
    """Walk along pydantic's steps as far as the schema goes, then straight on."""
    for number, step in enumerate(loc):
        if shape.schema["type"] == "dict" and loc[number + 1 :] == (KEY,):
            return shape.name_of_entry(step)
        further = shape.step(step)
        if further is None:
            rest = tuple(part for part in loc[number:] if part != KEY)
            return replace(shape, path=(*shape.path, *rest), schema={"type": "any"}, about="")
        shape = further
    return shape


def homes(shape: Shape, name: str) -> Iterator[Loc]:
    """All groups, lists apart, in which a setting called `name` may stand."""
    for known in shape.names:
        inside = shape.step(known)
        if known == name:
            yield shape.path
        elif inside and len(shape.path) < 8:
            yield from homes(inside, name)


def _bare(schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Take off what only wraps: defaults, functions, None, references."""
    while True:
        kind = schema["type"]
        if kind == "definition-ref":
            schema = definitions.get(schema["schema_ref"], {"type": "any"})
        elif kind == "chain":
            schema = schema["steps"][0]
        elif kind in GROUPS or (inner := next((schema[key] for key in WRAPPERS if key in schema), None)) is None:
            return schema
        else:
            schema = inner


def _written(name: str, field: Schema) -> str:
    alias = field.get("validation_alias")
    return alias if isinstance(alias, str) else name


def _about(field: Schema) -> str:
    updates = (field.get("metadata") or {}).get("pydantic_js_updates") or {}
    return str(updates.get("description", ""))


def _label(choice: Schema, shape: Shape) -> str:
    return choice["cls"].__name__ if "cls" in choice else str(shape.schema["type"])
