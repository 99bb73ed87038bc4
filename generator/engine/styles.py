"""The theme's style sheets, ours and the brand's colours -> one file, named after what is in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from jinja2 import Environment
from jinja2.loaders import BaseLoader

from generator.engine import brand

MATERIAL = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def whole(environment: Environment, ours: Sequence[str], colour: str) -> bytes:
    """Join Material's style sheets, those of `ours` that the theme has, and the colours made from the brand's."""
    names = [name for pattern in (*MATERIAL, *ours) for name in _matching(environment, pattern)]
    texts = [_text(environment, name) for name in names]
    return SOURCE_MAP.sub("", "\n".join([*texts, brand.css(colour)])).encode()


def name(styles: bytes) -> str:
    """Where the style sheet stands: another name for other content, so that browsers may keep it for ever."""
    return f"assets/site.{hashlib.sha256(styles).hexdigest()[:8]}.css"


def _matching(environment: Environment, pattern: str) -> list[str]:
    shape = re.compile(re.escape(pattern).replace(r"\*", "[^/]*"))
    return [name for name in environment.list_templates() if shape.fullmatch(name)]


def _text(environment: Environment, name: str) -> str:
    loader = environment.loader
    return loader.get_source(environment, name)[0] if isinstance(loader, BaseLoader) else ""
