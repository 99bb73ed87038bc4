"""The theme's parts become one style sheet and one script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator import engine
from generator.colours import contrast
from generator.engine import parts
from tests.engine_samples import draft

COLOUR = "#0b566b"


def of(files: dict[str, str]) -> Environment:
    return Environment(loader=DictLoader(files), autoescape=True)


def test_styles_are_joined_in_the_order_of_their_names_ours_after_material_and_the_partners_last() -> None:
    files = {
        "styles/90-late.css": "a{order:3}",
        "styles/10-early.css": "a{order:2}",
        "assets/stylesheets/main.1a2b.min.css": "a{order:1}",
        "assets/own.css": "a{order:4}",
        "assets/other.css": "a{order:5}",
    }

    joined = parts.styles(of(files), ["assets/own.css"], COLOUR).decode()

    assert joined.startswith("@layer material{a{order:1}}a{order:2}a{order:3}a{order:4}:root{")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a  ,\n b { color : red ; }", "a,b{color : red}"),
        ("a{color:red}/* why */b{color:red}", "a{color:red}b{color:red}"),
        ("a::before{content:'/* no  comment */ ; } '}", "a::before{content:'/* no  comment */ ; } '}"),
        ('a::before{content:"\\"  ; }"}', 'a::before{content:"\\"  ; }"}'),
        ("a{inline-size:calc(1px  +  2px)}", "a{inline-size:calc(1px + 2px)}"),
        ("a :is(b, c)  .d{top:0}", "a :is(b,c) .d{top:0}"),
    ],
)
def test_a_style_sheet_loses_only_what_no_browser_reads(written: str, kept: str) -> None:
    joined = parts.styles(of({"styles/one.css": written}), [], COLOUR).decode()

    assert joined.startswith(f"{kept}:root{{")


def test_the_favicon_of_the_theme_takes_the_colour_of_the_brand(tmp_path: Path) -> None:
    engine.build(draft(colour="#7a1f3d"), tmp_path, strict=True)
    icon = (tmp_path / "assets/favicon.svg").read_text(encoding="utf-8")

    assert ("#7a1f3d" in icon, COLOUR in icon) == (True, False)


def test_scripts_are_joined_by_name() -> None:
    joined = parts.scripts(of({"scripts/b.js": "(() => 2)()", "scripts/a.js": "(() => 1)();\n"}))

    assert joined == b"(() => 1)();\n;\n(() => 2)()\n;\n"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/* What it\n   does. */\nf();\n", "f();"),
        ("if (a) {\n  // Why.\n  f();\n}\n", "if (a) {\nf();\n}"),
        ("f();\n\n\ng();", "f();\ng();"),
        ("f('// no comment');\n", "f('// no comment');"),
        ("f(); // beside\n", "f(); // beside"),
        ("f(`a\n  // no comment\n`);\n", "f(`a\n  // no comment\n`);"),
        ("f('a\\\n  // no comment');\n", "f('a\\\n  // no comment');"),
        ("  /* one */ f();\n", "/* one */ f();"),
    ],
)
def test_a_script_loses_only_what_no_browser_runs(written: str, kept: str) -> None:
    assert parts.scripts(of({"scripts/a.js": written})).decode() == f"{kept}\n;\n"


def test_the_site_holds_one_style_sheet_and_one_script_and_every_page_names_them(tmp_path: Path) -> None:
    engine.build(draft(), tmp_path, strict=True)

    (style,), (script,) = tmp_path.rglob("site.*.css"), tmp_path.rglob("site.*.js")
    pages = [file.read_text(encoding="utf-8") for file in tmp_path.rglob("*.html")]

    assert pages
    assert all(style.name in page and script.name in page for page in pages)


MARKDOWN = ["# Plain\n", "!!! note\n    Text\n"]


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".md-search{top:0}", ""),
        (".md-skip,.md-search .md-skip{top:0}", ".md-skip{top:0}"),
        (".md-typeset:not(.md-search) a{top:0}", ".md-typeset:not(.md-search) a{top:0}"),
        (".md-typeset :is(.md-search,p){top:0}", ".md-typeset :is(.md-search,p){top:0}"),
        ("@media print{.md-search{top:0}}", ""),
        ("@media print{.md-search{top:0}p{top:0}}", "@media print{p{top:0}}"),
        (".made-by-an-extension{top:0}", ".made-by-an-extension{top:0}"),
        (".md-typeset .admonition{top:0}", ".md-typeset .admonition{top:0}"),
        (".md-typeset .footnote{top:0}", ""),
        ("[data-md-toggle=search]~p{top:0}", ""),
        ("p:after{content:'.md-search{}';top:0}", "p:after{content:'.md-search{}';top:0}"),
        (
            ":root{--md-used:1;--md-unread:url('data:;a{b}')}p{top:var(--md-used)}",
            ":root{--md-used:1}p{top:var(--md-used)}",
        ),
        (":root{--md-a:var(--md-b);--md-b:1}p{top:0}", "p{top:0}"),
        ("p{margin:.8rem -1.2rem}", "p{margin:1rem -1.5rem}"),
        ('@charset "UTF-8";p{top:0}', "p{top:0}"),
    ],
)
def test_of_material_a_page_loads_what_it_can_use(sheet: str, kept: str) -> None:
    theme = {"main.html": '{% extends "base.html" %}', "base.html": '<a class="md-skip"><p class="md-typeset">'}
    unreached = {"partials/search.html": '<p class="md-search">', "assets/stylesheets/main.1a.min.css": sheet}

    joined = parts.styles(of(theme | unreached), [], COLOUR, MARKDOWN).decode()

    assert joined.startswith(f"@layer material{{{kept}}}:root{{--hg-brand" if kept else ":root{--hg-brand")


@pytest.mark.parametrize("mark", ["[^1]", "text[^note] and more"])
def test_what_only_one_text_needs_is_kept(mark: str) -> None:
    sheets = {"assets/stylesheets/main.1a.min.css": ".md-typeset .footnote{top:0}", "main.html": "md-typeset"}

    assert b".footnote{top:0}" in parts.styles(of(sheets), [], COLOUR, [*MARKDOWN, mark])


TOKENS = (Path(__file__).parents[1] / "templates/theme/styles/10-tokens.css").read_text(encoding="utf-8")
SCHEMES = {
    "light": ":root {",
    "dark as the system asks": ":root:not([data-theme=light]) {",
    "dark as the reader chose": ":root[data-theme=dark] {",
}
ON = {
    **dict.fromkeys(("muted", "ok", "wait", "off", "stop"), ("bg", "surface")),
    "text": ("bg", "surface", "wait-soft", "stop-soft"),
    "wait": ("bg", "surface", "wait-soft"),
    "stop": ("bg", "surface", "stop-soft"),
}


def tokens(scheme: str) -> dict[str, str]:
    block = TOKENS.partition(SCHEMES[scheme])[2].partition("}")[0]
    return {name: value.ljust(7, value[-1]) for name, value in re.findall(r"--hg-([\w-]+): (#[0-9a-f]{3,6});", block)}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_has_a_contrast_of_4_5_and_edges_of_3_on_every_ground(scheme: str) -> None:
    of_scheme = tokens(scheme)
    texts = [(text, ground, 4.5) for text, grounds in ON.items() for ground in grounds]
    pairs = [*texts, ("edge", "bg", 3.0), ("edge", "surface", 3.0)]

    weak = [(one, ground) for one, ground, ratio in pairs if contrast(of_scheme[one], of_scheme[ground]) < ratio]

    assert weak == []


def test_dark_is_the_same_whoever_asks_for_it() -> None:
    _, system, reader = (tokens(scheme) for scheme in SCHEMES)

    assert system == reader
    # On light ground a logo stands without a plate.
    assert tokens("light").keys() == reader.keys() - {"plate"}
