"""An article's front matter -> Article, or every complaint about it at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import lru_cache

import yaml

from generator.articles.lines import EOL, FRONT
from generator.model import Source
from generator.problems import Location, Problem, SourceError, errors

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
HASH = re.compile(r"[0-9a-f]{12}")
FIELDS = ("id", "title", "description", "reviewed", "valid_as_of", "sources", "related", "group", "based_on")


@dataclass(frozen=True, slots=True)
class Article:
    """What an article says about itself."""

    source: Source
    id: str
    group: str
    title: str
    description: str = ""
    reviewed: date | None = None
    valid_as_of: date | None = None
    sources: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    based_on: str = ""
    """The fingerprint of the shipped article that this one replaces."""


def read(source: Source) -> Article:
    """Read the front matter. Raises SourceError with everything that is wrong in it."""
    article, problems = examined(source)
    if article is None:
        raise SourceError(*errors(problems))
    return article


@lru_cache(maxsize=4096)
def examined(source: Source) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read the front matter; give the article unless an error stands in its way, and all problems."""
    values, where, problems = _values(source)
    if values is None:
        return None, tuple(problems)
    problems += _complaints(source, values, where)
    if errors(problems):
        return None, tuple(problems)
    return _article(source, values), tuple(problems)


def _article(source: Source, values: dict[str, object]) -> Article:
    return Article(
        source=source,
        id=str(values["id"]),
        group=str(values.get("group") or source.path.parent.name),
        title=str(values["title"]).strip(),
        description=str(values.get("description") or "").strip(),
        reviewed=_date(values.get("reviewed")),
        valid_as_of=_date(values.get("valid_as_of")),
        sources=_texts(values.get("sources")),
        related=_texts(values.get("related")),
        based_on=str(values.get("based_on") or ""),
    )


def place(source: Source, name: str) -> Location:
    """Where a setting of the front matter stands; the first line, if it stands nowhere."""
    return source.at(_values(source)[1].get(name, 1))


def related(source: Source) -> tuple[tuple[str, int], ...]:
    """The ids of the related articles, each with its line."""
    found = FRONT.match(source.text)
    try:
        root = composed(found[1])[0] if found else None
    except (yaml.YAMLError, ValueError, RecursionError):
        return ()
    entries = root.value if isinstance(root, yaml.MappingNode) else ()
    lists = (value for key, value in entries if key.value == "related")
    named = (item for items in lists if isinstance(items, yaml.SequenceNode) for item in items.value)
    return tuple((str(item.value), item.start_mark.line + 2) for item in named)


@lru_cache(maxsize=8)
def composed(text: str) -> tuple[yaml.Node | None, object]:
    """Read YAML once, as nodes with their places and as values."""
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
        return root, None if root is None else loader.construct_document(root)
    finally:
        loader.dispose()


def _values(source: Source) -> tuple[dict[str, object] | None, dict[str, int], list[Problem]]:
    found = FRONT.match(source.text)
    if not found:
        hint = "begin the file with ---, id: …, title: …, --- on lines of their own"
        return None, {}, [Problem("front-matter", "the article has no front matter", source.at(1), hint)]
    try:
        root, values = composed(found[1])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 0)
        told = getattr(error, "problem", None) or "this is not YAML"
        return None, {}, [Problem("yaml-syntax", str(told), source.at(line, column))]
    if not isinstance(values, dict) or not isinstance(root, yaml.MappingNode):
        return None, {}, [Problem("front-matter", "the front matter names nothing", source.at(1), "write `id: …`")]
    where = {str(key.value): key.start_mark.line + 2 for key, _ in root.value}
    # A hash of digits alone is text all the same, and its first zero counts.
    texts = {key.value: value.value for key, value in root.value if key.value == "based_on"}
    return {str(key): value for key, value in (values | texts).items()}, where, list(_twice(source, root))


def _twice(source: Source, root: yaml.MappingNode) -> Iterator[Problem]:
    seen: set[str] = set()
    for key, _ in root.value:
        name = str(key.value)
        if name in seen:
            yield Problem("front-matter", f"{name}: it stands here twice", source.at(key.start_mark.line + 2))
        seen.add(name)


def _complaints(source: Source, values: dict[str, object], where: dict[str, int]) -> Iterator[Problem]:
    for name in ("id", "title"):
        if values.get(name) in (None, ""):
            at = source.at(where.get(name, 1))
            yield Problem("front-matter", f"{name}: the article needs one", at, f"write `{name}: …`")
    for name, value in values.items():
        at = source.at(where.get(name, 1))
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"an article has {', '.join(FIELDS)}"
            message = f"{name}: there is no such setting"
            yield Problem("unknown-setting", message, at, hint, severity="warning")
        elif value not in (None, "") and (wanted := _wanted(name, value)):
            yield Problem("front-matter", f"{name}: {wanted[0]}", at, wanted[1])
    yield from _elsewhere(source, values, where)
    folder = source.path.parent.name
    if not values.get("group") and not SLUG.fullmatch(folder):
        yield Problem("front-matter", "group: the article needs one", source.at(1), "write `group: …`")


def _elsewhere(source: Source, values: dict[str, object], where: dict[str, int]) -> Iterator[Problem]:
    """The page's address is made of group and id; authors link to the file."""
    for name, here in (("id", source.path.stem), ("group", source.path.parent.name)):
        if values.get(name) and values[name] != here:
            message = f"{name}: it is not the {'file' if name == 'id' else 'folder'}'s name, by which others link here"
            hint = f"write `{name}: {here}`, or rename the {'file' if name == 'id' else 'folder'}"
            yield Problem("front-matter", message, source.at(where.get(name, 1)), hint, severity="warning")


def _wanted(name: str, value: object) -> tuple[str, str] | None:
    """What is wrong with a value, and what to write instead."""
    match name:
        case "id" | "group" if not (isinstance(value, str) and SLUG.fullmatch(value)):
            return "use small letters, digits and hyphens", "for example `bill-late`"
        case "title" | "description" if not isinstance(value, str):
            return "this is not text", f'put it in quotes: {name}: "…"'
        case "title" | "description" if re.search(r"\{[{%#]", str(value)):
            return "no placeholder may stand here", "say it without the fact, or move it into the text"
        case "title" if EOL.search(str(value).strip()):
            return "a title is one line", "take the line break out"
        case "reviewed" | "valid_as_of" if not isinstance(value, date):
            return "this is not a date", "write it as 2026-11-20"
        case "based_on" if not (isinstance(value, str) and HASH.fullmatch(value)):
            return "this is no hash of twelve digits", "`helpglot check` prints it for an article without one"
        case "sources" if not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            return "this is not a list of texts", "write one per line, each after a hyphen"
        case "related" if not (isinstance(value, list) and all(SLUG.fullmatch(str(one)) for one in value)):
            return "this is not a list of article ids", "for example `related: [bill-late, bill-read]`"
    return None


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
