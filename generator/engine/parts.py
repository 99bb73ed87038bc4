"""The theme's parts -> one style sheet and one script for the whole site, each named after what is in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from jinja2 import Environment
from jinja2.loaders import BaseLoader

from generator.engine import brand

MATERIAL = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
# Joined by name: a part that must come before others begins with a number.
STYLES, SCRIPTS = "styles/*.css", "scripts/*.js"
FOLDERS = ("styles/", "scripts/")
"""Where the parts lie; nothing in these folders reaches the site by itself."""
# A string is kept as it is, a comment goes, and white space becomes one space.
CSS = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/|\s+""", re.DOTALL)
NEAR = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')| ?([{};,]) ?""")
HEADING = re.compile(r"\A\s*/\*.*?\*/\s*", re.DOTALL)


def styles(environment: Environment, own: Sequence[str], colour: str) -> bytes:
    """Join Material's style sheets, ours, those of `own` that the theme has, and the colours made from the brand's."""
    texts = [_text(environment, name) for pattern in (*MATERIAL, STYLES, *own) for name in _names(environment, pattern)]
    return _tight("\n".join([*texts, brand.css(colour)])).encode()


def scripts(environment: Environment) -> bytes:
    """Join the theme's scripts; each is a function of its own, and the comment at its head stays at home."""
    texts = [HEADING.sub("", _text(environment, name)) for name in _names(environment, SCRIPTS)]
    return "".join(f"{text.strip()}\n;\n" for text in texts).encode()


def name(data: bytes, kind: str) -> str:
    """Where a file stands: another name for other content, so that browsers may keep it for ever."""
    return f"assets/site.{hashlib.sha256(data).hexdigest()[:8]}.{kind}"


def _tight(css: str) -> str:
    """Leave out of a style sheet what no browser reads."""
    bare = CSS.sub(lambda found: found[1] or (" " if found[0].isspace() else ""), css)
    return NEAR.sub(lambda found: found[1] or found[2], bare).replace(";}", "}").strip()


def _names(environment: Environment, pattern: str) -> list[str]:
    shape = re.compile(re.escape(pattern).replace(r"\*", "[^/]*"))
    return [name for name in environment.list_templates() if shape.fullmatch(name)]


def _text(environment: Environment, name: str) -> str:
    loader = environment.loader
    return loader.get_source(environment, name)[0] if isinstance(loader, BaseLoader) else ""
