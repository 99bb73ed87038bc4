"""A folder of modules -> its members: what each module says it is."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def members(package: ModuleType, constant: str, kind: type[T]) -> tuple[T, ...]:
    """Collect the value named `constant` from every module in the folder of `package`, in the order of file names.

    A module whose name begins with an underscore is no member. TypeError for one that does not say what it is.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple(_member(f"{package.__name__}.{name}", constant, kind) for name in names if not name.startswith("_"))


def _member(module: str, constant: str, kind: type[T]) -> T:
    value = getattr(import_module(module), constant, None)
    if isinstance(value, kind):
        return value
    raise TypeError(f"{module} must end with {constant} = {kind.__name__}(…)")
