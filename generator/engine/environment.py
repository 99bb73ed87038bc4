"""One Jinja environment for all languages: every template compiled once, text escaped, the theme listed once."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from mkdocs.theme import Theme
from mkdocs.utils import normalize_url


class Folders(FileSystemLoader):
    """The theme's folders, listed once, without Material's ten thousand icons."""

    @cached_property
    def _names(self) -> list[str]:
        found: set[str] = set()
        for top in map(Path, self.searchpath):
            for folder, inner, names in os.walk(top):
                inner[:] = [name for name in inner if not name.startswith(".")]
                place = Path(folder).relative_to(top)
                found.update((place / name).as_posix() for name in names)
        return sorted(found)

    def list_templates(self) -> list[str]:
        """Name every file of the theme, icons apart."""
        return self._names


class Compiled(BytecodeCache):
    """Templates compiled in this process; a changed template has another checksum, so it is compiled anew."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Recall what was compiled from the same text."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        if bucket.code is not None:
            self._known[bucket.key, bucket.checksum] = bucket.code


COMPILED = Compiled()


@pass_context
def url(context: Context, value: str) -> str:
    """Lead from the page being rendered to a place below the site's root; from a 404 by the whole path."""
    page, base = context["page"], context["base_url"]
    if value in ("", ".", "./"):
        return str(base) if page is None else normalize_url("./", page=page, base=base)
    return normalize_url(value, page=page, base=base)


def environment(theme: Theme) -> Environment:
    """Make the environment in which every language is rendered."""
    made = theme.get_env()
    made.loader = Folders(theme.dirs)
    made.bytecode_cache = COMPILED
    # Material leaves this off and prints names and titles as they are; what is HTML says so by being Markup.
    made.autoescape = True
    made.trim_blocks = made.lstrip_blocks = True
    made.filters["url"] = url
    return made
