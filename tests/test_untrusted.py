"""Words of strangers in support.yml, PO files and articles: they come out as text, or are refused with their line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
import yaml
from pydantic import BaseModel

from generator import engine, pipeline
from generator.model import Page
from generator.problems import SourceError
from generator.schema import SupportConfig, Text
from tests.conftest import STARTER, TODAY
from tests.engine_samples import parsed

STARTED = (STARTER / "support.yml").read_text("utf-8")
HONEST = "Plain honest words"
PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "half a script": "</title></p></main><script src=//e.example>",
    "image": '"><img src=x onerror=alert(1)>',
    "attribute": "' onmouseover='alert(1)\" onfocus=\"alert(1)",
    "javascript link": "[click](javascript:alert(1)) javascript:alert(1)",
    "link": "[y](http://e.example) <http://e.example> http://e.example/ [z]: http://e.example",
    "reference": "[y][z]\n\n[z]: http://e.example",
    "picture": "![p](http://e.example/p.png)",
    "template": "{{ 7*7 }} {% raw %} {# x #} {name} %(name)s ${7*7} {{ company }}",
    "emphasis": "A*B*C _d_ **e** ~~f~~ ^g^",
    "table": "a | b | c",
    "code": "`a` ``` ~~~ `` unclosed `",
    "block": "# not a heading\n\n- not a list\n\n> not a quote\n\n    not code\n\n---\n\n1. no",
    "comment": "<!-- -- ]]> <![CDATA[ <?php ?>",
    "entities": "&lt;b&gt; &amp;amp; &#60;script&#62; &nbsp",
    "attributes list": "words {: onclick=alert(1) #id .class } { .x }",
    "admonition": '!!! danger "x"\n    y\n\n=== "tab"\n    z\n\n--8<-- "support.yml"\n\n*[words]: abbreviation',
    "svg": "</text></svg><svg onload=alert(1)><style>*{display:none}</style>",
    "backslash": "\\<b> \\` \\[x\\](y) C:\\new\\table",
}
# A style sheet is named after its content, and has rules for what texts could make of their marks (engine/purge.py).
HASH = re.compile(r"\.[0-9a-f]{8}(?=\.css\Z)")
# What a page may not gain by words alone.
LIVE = {"a", "script", "img", "iframe", "object", "embed", "form", "style", "link", "meta", "base", "input", "svg", "b"}
LIVE |= {"em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "table", "td", "hr", "h1", "h2", "h3", "abbr"}


def holds_text(annotation: Any) -> bool:
    return annotation is Text or any(holds_text(one) for one in get_args(annotation))


def is_many(annotation: Any) -> bool:
    if get_origin(annotation) in (Union, UnionType):
        return any(is_many(one) for one in get_args(annotation))
    return get_origin(annotation) is tuple


def filled(model: BaseModel, data: dict[str, Any], words: str) -> dict[str, Any]:
    """The data of a model with `words` in every text that it has or could have."""
    result = dict(data)
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if holds_text(field.annotation):
            result[name] = [words] if is_many(field.annotation) else words
        elif isinstance(value, BaseModel):
            result[name] = filled(value, data.get(name) or {}, words)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            pairs = zip(value, data[name], strict=True)
            result[name] = [
                filled(one, inner if isinstance(inner, dict) else {"tag": inner}, words) for one, inner in pairs
            ]
    return result


def with_words(words: str) -> str:
    """The starter's support.yml with `words` wherever customers could read the partner's own."""
    data = yaml.safe_load(STARTED)
    data["provider"] = {"name": "Example Distribution"}
    for course in data["training"]:
        course["included"] = False
    whole = filled(SupportConfig.model_validate(data), data, words)
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)


def build(folder: Path, support: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "support.yml").write_text(support, "utf-8")
    draft = pipeline.compose(pipeline.read(folder), TODAY)
    # Past the check, which might refuse what the engine must withstand as well.
    engine.build(draft, folder / "site")
    return folder / "site"


def live(root: Element) -> Iterator[str]:
    """Everything on a page that does something: elements, links without what they carry, attributes that run."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield "comment"
            continue
        if element.tag in LIVE:
            yield element.tag
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                yield f"{element.tag} {name}"
            if name in ("href", "src", "action"):
                parts = urlsplit(value)
                yield f"{element.tag} {parts.scheme}:{parts.netloc}{HASH.sub('', parts.path)}"


def life(site: Path) -> dict[str, Counter[str]]:
    return {path.relative_to(site).as_posix(): Counter(live(parsed(path))) for path in sorted(site.rglob("*.html"))}


def plain(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("honest"), with_words(HONEST))


def test_the_project_of_this_test_fills_every_text_that_the_schema_knows() -> None:
    config = SupportConfig.model_validate(yaml.safe_load(with_words(HONEST)))

    texts = [text for _, text in config.texts()]
    assert {text.plain for text in texts} == {HONEST}
    assert len(texts) > 50


@pytest.mark.slow
@pytest.mark.parametrize("name", PAYLOADS)
def test_words_in_support_yml_come_out_as_words(name: str, honest: Path, tmp_path: Path) -> None:
    site = build(tmp_path, with_words(PAYLOADS[name]))

    before, after = life(honest), life(site)
    assert sorted(after) == sorted(before)
    assert {page: gained for page in after if (gained := after[page] - before[page])} == {}
    shown = {path.name: plain("".join(parsed(path / "index.html").itertext())) for path in shown_on(site)}
    assert [page for page, text in shown.items() if plain(PAYLOADS[name]) not in text] == []


def shown_on(site: Path) -> list[Path]:
    return [site / page for page in ("coverage", "plans", "escalation", "billing", "training", "contact")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("name: Microsoft 365", 'name: "<script>alert(1)</script>"', "markup-in-name"),
        ("name: Microsoft 365", 'name: "Microsoft\\n365"', "markup-in-name"),
        ("website: https://www.example.com/", "website: javascript:alert(1)", "wrong-link"),
        ("website: https://www.example.com/", "website: http://www.example.com/", "wrong-link"),
        ("website: https://www.example.com/", "website: 'https://e.example/\"><script>'", "wrong-link"),
        ("website: https://www.example.com/", "website: https://user:word@e.example/", "wrong-link"),
        ("address: support@example.com", "address: 'a@example.com?bcc=b@example.com'", "wrong-email"),
        ("address: support@example.com", "address: '\"><img>@example.com'", "wrong-email"),
        ('number: "+44 20 7946 0000"', 'number: "+44 20 <b>7946"', "wrong-phone"),
        ("id: m365", 'id: "m365 onload=x"', "wrong-id"),
        ('colour: "#0b566b"', 'colour: "red;}*{display:none"', "wrong-colour"),
        ("display_name: Example Cloud", 'display_name: "Example \\u202eduolC"', "control-character"),
        ("display_name: Example Cloud", 'display_name: "Example \\x07Cloud"', "control-character"),
        ("contact: mailto:security@example.com", "contact: data:text/html,x", "wrong-link"),
        ("  # logo: logo.svg", "  logo: ../../secret.svg\n  #", "asset-outside"),
        ("languages: [en]\n#", "languages: [../en]\n#", "unknown-language"),
    ],
)
def test_a_name_or_a_link_that_could_do_harm_is_refused_with_its_line(
    old: str, new: str, code: str, tmp_path: Path
) -> None:
    assert old in STARTED
    (tmp_path / "support.yml").write_text(STARTED.replace(old, new, 1), "utf-8")

    with pytest.raises(SourceError) as caught:
        pipeline.read(tmp_path)

    line = STARTED[: STARTED.index(old)].count("\n") + 1
    found = {(problem.code, problem.where.line) for problem in caught.value.problems}
    assert (code, line) in found
    assert {number for _, number in found} == {line}


@pytest.mark.parametrize("name", ["A*B Cloud", "Cloud_9_ [beta]", "R&D <Cloud>", "C\\Cloud", "Ümläut `Cloud`"])
def test_a_partner_with_an_unusual_name_passes_the_check(name: str, tmp_path: Path) -> None:
    support = STARTED.replace("display_name: Example Cloud", f"display_name: '{name}'")
    (tmp_path / "support.yml").write_text(support, "utf-8")

    assert pipeline.check(pipeline.compose(pipeline.read(tmp_path), TODAY)) == ()


def test_an_article_of_a_stranger_is_refused_before_it_is_built(tmp_path: Path) -> None:
    own_article(tmp_path, "\n\n".join(MARKUP))
    (tmp_path / "support.yml").write_text(with_words(HONEST), "utf-8")

    with pytest.raises(SourceError) as caught:
        pipeline.compose(pipeline.read(tmp_path), TODAY)

    assert {problem.where.path.as_posix() for problem in caught.value.problems} == {"kb/getting-help/help-who.md"}
    refused = {problem.where.line for problem in caught.value.problems if problem.code == "html-refused"}
    assert len(refused) >= 7 and 0 not in refused


@pytest.mark.slow
def test_an_article_of_a_stranger_brings_no_script_to_life(tmp_path: Path) -> None:
    (tmp_path / "support.yml").write_text(with_words(HONEST), "utf-8")
    draft = pipeline.compose(pipeline.read(tmp_path), TODAY)
    trees = [replace(tree, pages=tuple(map(hostile, tree.pages))) for tree in draft.trees]

    engine.build(replace(draft, trees=tuple(trees)), tmp_path / "site")

    assert len([*(tmp_path / "site").rglob("*.html")]) > 20
    assert harm(tmp_path / "site") == []


def own_article(project: Path, words: str) -> None:
    article = next(path for path in sorted((STARTER.parent.parent / "kb").rglob("*.md")) if path.stem == "help-who")
    place = project / "kb" / "getting-help" / "help-who.md"
    place.parent.mkdir(parents=True)
    place.write_text(f"{article.read_text('utf-8')}\n\n{words}", "utf-8")


def hostile(page: Page) -> Page:
    """The page as it would be if `compose` had let everything through."""
    # A link that runs a script would end the build.
    words = "\n\n".join(one for one in MARKUP if "javascript:" not in one and "data:" not in one)
    return replace(page, markdown=f"{page.markdown}\n\n{words}") if page.kind == "article" else page


MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    '<a href="data:text/html,x">x</a>',
    "<iframe src=//e.example></iframe>",
    "<style>*{display:none}</style>",
    '<p onclick="alert(1)" style="position:fixed">x</p>',
    "words {: onclick=alert(1) }",
    "<svg onload=alert(1)><script>x</script></svg>",
]


def harm(site: Path) -> list[tuple[str, str]]:
    """Where something runs that may not run, whatever the theme itself brings."""
    return [
        (path.relative_to(site).as_posix(), what)
        for path in sorted(site.rglob("*.html"))
        for what in harms(next(parsed(path).iter("main"), None))
    ]


def harms(main: Element | None) -> Iterator[str]:
    for element in main.iter() if main is not None else ():
        if element.tag in ("script", "iframe", "object", "embed", "style", "base", "meta"):
            yield str(element.tag)
        for name, value in element.attrib.items():
            if name.startswith("on") or re.match(r"\s*(?:javascript|data|vbscript):", value, re.I):
                yield f"{name}={value}"


HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ko\\n"\n\n'


@pytest.mark.slow
@pytest.mark.parametrize("domain", ["partner", "site"])
def test_a_translation_of_a_stranger_brings_nothing_to_life(domain: str, tmp_path: Path) -> None:
    said = {"partner": "Repairing code and macros that you wrote yourself", "site": "Ways to reach us"}[domain]
    folder = tmp_path / "locales" / "ko" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)> [y](javascript:alert(1)) {{ 7*7 }}"
    (folder / f"{domain}.po").write_text(f'{HEADER}msgid "{said}"\nmsgstr "{bad}"\n', "utf-8")
    support = STARTED.replace("languages: [en]\n#", "languages: [en, ko]\n#", 1)
    (tmp_path / "support.yml").write_text(support, "utf-8")

    draft = pipeline.compose(pipeline.read(tmp_path), TODAY)
    # The check may refuse it; what is built in spite of that must be harmless all the same.
    refused = [one for one in pipeline.check(draft) if f"{domain}.po" in str(one.where)]
    try:
        pipeline.build(draft, tmp_path, tmp_path / "site")
    except Exception as error:
        assert refused, error
    else:
        assert harm(tmp_path / "site") == []
