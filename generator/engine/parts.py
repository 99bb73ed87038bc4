"""The theme's parts -> one style sheet and one script for the whole site, each named after what is in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from jinja2 import Environment
from jinja2.loaders import BaseLoader

from generator.engine import brand
from generator.engine.purge import purge, unread, used

MATERIAL = "assets/stylesheets/main.*.min.css"
# Joined by name: a part that must come before others begins with a number.
STYLES, SCRIPTS = "styles/*.css", "scripts/*.js"
FINDER = ("vendor/minisearch.js", "search/*.js")
"""What runs once a reader searches, and is not loaded before."""
FOLDERS = ("styles/", "scripts/", "search/", "vendor/")
"""Where the parts lie; nothing in these folders reaches the site by itself."""
FAVICON = "assets/favicon.svg"
PAGES = ("main.html", "404.html")
REFERENCE = re.compile(r"""{%-?\s*(?:include|extends|import|from)\s+["']([^"']+)""")
# A string is kept as it is, a comment goes, and white space becomes one space.
CSS = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/|\s+""", re.DOTALL)
NEAR = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')| ?([{};,]) ?""")
REM = re.compile(r"(?<![\w#.-])(-?(?:\d+\.?\d*|\.\d+))rem\b")
# In a script only comments that have their lines to themselves can be told from text without reading it all.
REMARK = re.compile(r"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)$\n?|^[ \t]+|^\n", re.MULTILINE)


def styles(environment: Environment, own: Sequence[str], colour: str, texts: Iterable[str] = ()) -> bytes:
    """Join Material's style sheet, ours, those of `own` that the theme has, and the colours made from the brand's.

    Of Material's, only what pages made from the Markdown `texts` can use; as a layer, whatever comes after it wins.
    """
    sheets = [_text(environment, name) for pattern in (STYLES, *own) for name in _names(environment, pattern)]
    ours = "\n".join([*sheets, brand.css(colour)])
    alive = used(_named(environment), texts)
    theirs = "".join(purge(_rem(_text(environment, name)), alive) for name in _names(environment, MATERIAL))
    layer = f"@layer material{{{unread(theirs, ours)}}}" if theirs else ""
    return _tight(layer + ours).encode()


def icon(environment: Environment, colour: str) -> dict[str, bytes]:
    """The theme's own favicon, in the brand's colour, under its name; nothing where the theme has none."""
    found = _names(environment, FAVICON)
    return {name: brand.icon(_text(environment, name), colour).encode() for name in found}


def scripts(environment: Environment) -> bytes:
    """Join the theme's scripts; each is a function of its own, and its comments stay at home."""
    texts = [_bare(_text(environment, name)) for name in _names(environment, SCRIPTS)]
    return "".join(f"{text.strip()}\n;\n" for text in texts).encode()


def finder(environment: Environment) -> bytes:
    """Join what searches; empty where the library is not there, which the build of Helpglot brings."""
    names = [name for pattern in FINDER for name in _names(environment, pattern)]
    return b"" if FINDER[0] not in names else "".join(f"{_text(environment, name)}\n;\n" for name in names).encode()


def name(data: bytes, kind: str, what: str = "site") -> str:
    """Where a file stands: another name for other content, so that browsers may keep it for ever."""
    return f"assets/{what}.{hashlib.sha256(data).hexdigest()[:8]}.{kind}"


def _named(environment: Environment) -> str:
    """Everything in which the theme can name a class: the templates that its pages reach, and its scripts."""
    reached: dict[str, str] = {}
    names = [*PAGES, *(name for pattern in (SCRIPTS, *FINDER) for name in _names(environment, pattern))]
    while names:
        if (name := names.pop()) not in reached and name in environment.list_templates():
            reached[name] = _text(environment, name)
            names += REFERENCE.findall(reached[name])
    return "\n".join(reached.values())


def _rem(css: str) -> str:
    """Material counts in rem of 20 px and grows them with the screen; here a rem is what the reader has set."""
    return REM.sub(lambda found: f"{float(found[1]) * 1.25:g}rem", css)


def _tight(css: str) -> str:
    """Leave out of a style sheet what no browser reads."""
    bare = CSS.sub(lambda found: found[1] or (" " if found[0].isspace() else ""), css)
    return NEAR.sub(lambda found: found[1] or found[2], bare).replace(";}", "}").strip()


def _bare(script: str) -> str:
    """Leave out of a script comments and what stands before its lines, unless a text goes over several lines."""
    over = any(line.count("`") % 2 or line.endswith("\\") for line in script.splitlines())
    return script if over else REMARK.sub("", script)


def _names(environment: Environment, pattern: str) -> list[str]:
    shape = re.compile(re.escape(pattern).replace(r"\*", "[^/]*"))
    return [name for name in environment.list_templates() if shape.fullmatch(name)]


def _text(environment: Environment, name: str) -> str:
    loader = environment.loader
    return loader.get_source(environment, name)[0] if isinstance(loader, BaseLoader) else ""
