"""What pages can tell of this very minute -> one file for each language, named after what is in it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.engine import parts
from generator.model import Tree


def name(tree: Tree) -> str:
    """Where the hours of a language stand; nowhere where none are known."""
    return parts.name(tree.live.data.encode(), "json", f"hours.{tree.language}") if tree.live else ""


def files(trees: Iterable[Tree]) -> dict[str, bytes]:
    """The file of each language."""
    return {name(tree): tree.live.data.encode() for tree in trees if tree.live}
