"""A folder is an open set: one file adds one member."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from generator import registry


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    folder = tmp_path / "members_for_a_test"
    folder.mkdir()
    for name, text in {"__init__": "", "b": "CHECK = 'second'", "a": "CHECK = 'first'", "_shared": ""}.items():
        (folder / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield importlib.import_module(folder.name)
    for name in [name for name in sys.modules if name.startswith(folder.name)]:
        del sys.modules[name]


def test_every_module_adds_the_member_that_it_names_in_order(package: ModuleType) -> None:
    assert registry.members(package, "CHECK", str) == ("first", "second")


def test_a_module_that_does_not_say_what_it_is_is_our_mistake(package: ModuleType) -> None:
    with pytest.raises(TypeError, match=r"members_for_a_test\.a must end with OUTPUT = str"):
        registry.members(package, "OUTPUT", str)


def test_a_member_of_another_kind_is_our_mistake(package: ModuleType) -> None:
    with pytest.raises(TypeError, match="CHECK = int"):
        registry.members(package, "CHECK", int)
