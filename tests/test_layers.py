"""The floors of the package: imports run downhill, go in no circle, and each stranger lives in its room."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "generator"

# Lowest first. Rooms on one floor do not know each other; what a floor holds may import anything below it.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("problems",),
    ("languages", "colours"),
    ("tags",),
    ("schema",),
    ("model",),
    ("yamlmap",),
    ("hours",),
    ("formats",),
    ("words",),
    ("console",),
    ("registry",),
    # The files' own cellar: how a finished folder takes the place of a site.
    ("swap",),
    ("config", "catalogs", "pages", "articles", "files", "engine", "checks", "lexicon", "outputs"),
    ("pipeline",),
    ("scaffold",),
    ("cli", "plugin"),
    ("__main__",),
)

# A stranger, and the rooms that may know it.
ROOMS: dict[str, frozenset[str]] = {
    "babel": frozenset({"languages", "tags", "formats", "catalogs"}),
    "click": frozenset({"cli", "console", "plugin"}),
    "holidays": frozenset({"hours"}),
    "jinja2": frozenset({"pages", "articles", "catalogs", "engine"}),
    "markdown": frozenset({"articles", "catalogs", "engine"}),
    "markdown_it": frozenset({"articles"}),
    "markupsafe": frozenset({"pages", "engine"}),
    "mdit_py_plugins": frozenset({"articles"}),
    "mkdocs": frozenset({"engine", "plugin"}),
    "mkdocs_static_i18n": frozenset({"engine"}),
    "nh3": frozenset({"engine"}),
    "phonenumbers": frozenset({"schema", "formats"}),
    "polib": frozenset({"catalogs"}),
    "pydantic": frozenset({"schema", "config"}),
    "pydantic_core": frozenset({"schema", "config"}),
    "rapidfuzz": frozenset({"tags", "schema", "config", "catalogs"}),
    "rich": frozenset({"console"}),
    "tossi": frozenset({"formats"}),
    "yaml": frozenset({"yamlmap", "articles", "checks"}),
}

# Who reads or writes the disk; `checks` reads the list of requirements that lies in its own folder.
DOORS = frozenset({"files", "swap", "engine", "scaffold", "checks"})
DISK = frozenset(
    {"open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rglob", "iterdir"}
)
CLOCK = frozenset({"today", "now", "utcnow"})

FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}


def name_of(path: Path) -> str:
    """The module in a file: generator/pages/render.py is generator.pages.render."""
    steps = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(steps[:-1] if steps[-1] == "__init__" else steps)


def room_of(module: str) -> str:
    """The room in which a module lies: generator.pages.render lies in pages."""
    return module.split(".")[1] if "." in module else ""


@cache
def modules() -> dict[str, ast.Module]:
    paths = sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.relative_to(PACKAGE).parts)
    return {name_of(path): ast.parse(path.read_text("utf-8"), str(path)) for path in paths}


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in a file, inside functions and for types only included."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module=str(module), level=0):
                yield from (meant(module, alias.name) for alias in node.names)


def meant(module: str, name: str) -> str:
    """What `from module import name` fetches: the module of that name, or else something in `module`."""
    return f"{module}.{name}" if f"{module}.{name}" in modules() else module


def own(name: str) -> list[str]:
    return [one for one in imports(modules()[name]) if one in modules() and one != name]


def climbs(here: str, there: str) -> bool:
    """Whether an import from room to room does not run downhill."""
    return here != there and FLOOR_OF[there] >= FLOOR_OF[here]


@pytest.mark.parametrize(
    ("here", "there", "wrong"),
    [
        ("cli", "problems", False),
        ("pages", "pages", False),
        ("pages", "words", False),
        ("pages", "articles", True),
        ("files", "swap", False),
        ("problems", "model", True),
        ("engine", "pipeline", True),
    ],
)
def test_the_rule_itself_knows_up_from_down(here: str, there: str, wrong: bool) -> None:
    assert climbs(here, there) is wrong


def test_every_room_has_its_floor() -> None:
    assert {room_of(name) for name in modules() if name != "generator"} <= set(FLOOR_OF)


def test_no_import_climbs() -> None:
    climbing = [
        f"{name} imports {other}"
        for name in modules()
        for other in own(name)
        if room_of(other) and climbs(room_of(name), room_of(other))
    ]

    assert climbing == []


def test_no_imports_go_in_a_circle() -> None:
    graph = {name: set(own(name)) for name in modules()}

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_a_stranger_is_met_in_its_own_room_only() -> None:
    outside = [
        f"{name} imports {other}"
        for name, tree in modules().items()
        for other in imports(tree)
        if (top := other.split(".")[0]) not in sys.stdlib_module_names
        and top != "generator"
        and room_of(name) not in ROOMS.get(top, frozenset())
    ]

    assert outside == []


def test_every_stranger_that_has_a_room_lives_there() -> None:
    known = {other.split(".")[0] for tree in modules().values() for other in imports(tree)}

    assert set(ROOMS) <= known


def test_imports_are_absolute() -> None:
    relative = [
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


def calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=str(attribute))):
                yield attribute
            case ast.Call(func=ast.Name(id=str(function))):
                yield function


def test_the_disk_is_touched_at_its_doors_only() -> None:
    inside = [
        f"{name} calls {call}"
        for name, tree in modules().items()
        for call in calls(tree)
        if call in DISK and room_of(name) not in DOORS
    ]

    assert inside == []


def test_the_clock_is_read_at_the_border_only() -> None:
    readers = {room_of(name) for name, tree in modules().items() for call in calls(tree) if call in CLOCK}

    assert readers <= {"cli", "plugin"}
