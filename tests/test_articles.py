"""Articles keep every character that nobody translated, and their shape when somebody did."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator import articles
from generator.articles import astray, lines, unlinked
from generator.articles.present import anchors, present
from generator.articles.splice import apply, written
from generator.engine.clean import harm
from generator.model import Message, Page, Source, Standing
from generator.problems import Location, SourceError

TORTURE = Source(PurePosixPath("kb/usage-how-to/torture.md"), (Path(__file__).parent / "torture.md").read_text("utf-8"))
FACTS = {"company": "Contoso", "partner": {"name": "Contoso"}, "contact": {"phone": "+82 2 123", "fax": None}}
INCLUDES = {"contact-card.md.j2": "Card {{ company }}\n\nof two paragraphs\n"}
EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.superfences",
    "pymdownx.details",
    "pymdownx.tasklist",
]
TABS = {"pymdownx.tabbed": {"alternate_style": True}}
HERE = PurePosixPath("help/billing/late.md")
HEAD = "---\nid: late\ntitle: Late\n---\n"


class Words(dict[str, str]):
    """The smallest catalog: pairs."""

    def get(self, msgid: str, context: str | None = None) -> str | None:  # type: ignore[override]
        return super().get(msgid)

    def standing(self, msgid: str, context: str | None = None) -> Standing:
        return "translated" if msgid in self else "missing"

    def where(self, msgid: str, context: str | None = None) -> Location | None:
        return None


NOTHING = Words()


def article(body: str, head: str = HEAD) -> Source:
    return Source(PurePosixPath("kb/billing/late.md"), head + body)


def html(markdown: str) -> str:
    body = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    # Jinja's own lines never reach the renderer.
    body = re.sub(r"^\{[%#].*[%#]\}$", "", body, flags=re.M)
    return str(Markdown(extensions=[*EXTENSIONS, "pymdownx.tabbed"], extension_configs=TABS).convert(body))


def everything(source: Source, change: str = "{}") -> Words:
    return Words({segment.text: change.format(segment.text) for segment in articles.segments(source)})


def forced(source: Source) -> str:
    """Write every passage anew, as if its translation were itself."""
    edits = [(one.start, one.end, written(one, one.text)) for one in articles.segments(source)]
    return apply(source.text, edits)


def without_soft_breaks(rendered: str) -> str:
    return re.sub(r"\s+", " ", rendered)


VARIANTS = {
    "as it is": TORTURE.text,
    "with a last line end": TORTURE.text + "\n",
    "with Windows line ends": TORTURE.text.replace("\n", "\r\n"),
    "with old Mac line ends": TORTURE.text.replace("\n", "\r"),
    "with a byte order mark": "\ufeff" + TORTURE.text,
    "with odd spaces": TORTURE.text.replace("words", "wo\u2028r\x0bd\x85s\x0c"),
    "with nothing": "",
}


@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS.keys())
def test_an_empty_catalog_changes_no_byte(text: str) -> None:
    source = replace(TORTURE, text=text)

    assert articles.splice(source, NOTHING) == text
    assert articles.splice(source, everything(source)) == text


BLOCK = st.sampled_from(
    [
        "Some words", "on a line  ", "# Head", "## Head {#x}", "- item", "  - nested", "    deep", "1. one", "> quote",
        "```", "~~~", "!!! note \"Title\"", "??? tip", '=== "Tab"', "| a | b |", "|---|---|", "| `x|y` | c \\| d |",
        "Term", ":   definition", "[^1]: note", "[ref]: http://x.y 'T'", "see [ref]", "{% if a.b %}", "{% endif %}",
        "{{ a.b }}", "{# NOTE: n #}", "{# open", "*[AB]: Abc", "<div>", "</div>", "<!-- c", "-->", "---", "===", "***",
        "- [ ] task", "\tTab", "中文", "한국어", "", "", "\x0b", "\u2028", "\0", "\\", "`", "**", "{: .x }",
    ]
)  # fmt: skip


@given(st.lists(BLOCK), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
@settings(max_examples=300, deadline=None)
def test_an_empty_catalog_changes_no_made_up_article(lines: list[str], eol: str, front: bool) -> None:
    text = (HEAD.replace("\n", eol) if front else "") + eol.join(lines)
    source = Source(PurePosixPath("kb/any.md"), text)

    assert articles.splice(source, NOTHING) == text


@given(st.text())
def test_any_text_at_all_can_be_scanned_and_stays(text: str) -> None:
    source = Source(PurePosixPath("kb/any.md"), text)

    assert articles.splice(source, NOTHING) == text


@given(st.lists(BLOCK), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=300, deadline=None)
def test_passages_lie_in_order_and_never_overlap(lines: list[str], eol: str) -> None:
    source = Source(PurePosixPath("kb/any.md"), HEAD + eol.join(lines))

    found = articles.segments(source)

    ends = [0, *(segment.end for segment in found)]
    assert all(before <= segment.start < segment.end for before, segment in zip(ends, found, strict=False))
    assert all(1 <= segment.line <= source.text.count("\n") + 1 for segment in found)


def test_a_text_written_back_unchanged_renders_the_same_page() -> None:
    again = forced(TORTURE)

    assert again != TORTURE.text
    assert without_soft_breaks(html(again)) == without_soft_breaks(html(TORTURE.text))


PARAGRAPHS = st.lists(
    st.sampled_from(
        ["Plain words.", "Two\nlines.", "Hard  \nbreak *here*.", "- item\n- more\n  lines", "1. one\n\n    para\n    b",
         "> quote\n> more", "## Head", "!!! note \"T\"\n    body\n    more", "| a | b |\n|---|---|\n| c | `d|e` |",
         "Term\n:   def\n    more", "```\ncode\n```", "See [ref].\n\n[ref]: http://x.y"]
    ),
    min_size=1,
)  # fmt: skip


@given(PARAGRAPHS)
@settings(max_examples=60, deadline=None)
def test_made_up_articles_written_back_unchanged_render_the_same(blocks: list[str]) -> None:
    source = article("\n\n".join(blocks) + "\n")

    assert without_soft_breaks(html(forced(source))) == without_soft_breaks(html(source.text))


def skeleton(rendered: str) -> list[str]:
    return [re.sub(r' (?:title|alt)="[^"]*"', "", tag) for tag in re.findall(r"<[^>]+>", rendered)]


def test_a_pseudo_translation_keeps_skeleton_links_and_ids() -> None:
    before, after = (present(TORTURE, catalog, "en") for catalog in (None, everything(TORTURE, "⟦{}⟧")))

    assert skeleton(html(after)) == skeleton(html(before))
    assert "⟦" in after


@given(PARAGRAPHS)
@settings(max_examples=60, deadline=None)
def test_a_pseudo_translation_keeps_the_skeleton_of_made_up_articles(blocks: list[str]) -> None:
    source = article("\n\n".join(blocks) + "\n")

    spliced = articles.splice(source, everything(source, "⟦{}⟧"))

    assert skeleton(re.sub(r' id="[^"]*"', "", html(spliced))) == skeleton(
        re.sub(r' id="[^"]*"', "", html(source.text))
    )


def test_no_passage_of_the_torture_file_is_missed() -> None:
    rest = articles.splice(TORTURE, Words({one.text: "0" for one in articles.segments(TORTURE)}))
    rest = re.sub(
        r"\A---.*?^---$|```.*?```|~~~.*?~~~|\{[%#{].*?[%#}]\}|<[^>]*>|\{[:#].*?\}", "", rest, flags=re.S | re.M
    )
    rest = re.sub(
        r"(?m)^(?: {4}|\t)(?:indented|a tab).*$|\*\[CSP\]|--8<-- .*|\[the guide\]: \S+|\[\^\w+\]|\[x\]", "", rest
    )

    assert re.findall(r"\b(?!note|tip|warning)[A-Za-z]{3,}", rest) == []


SEEN = {
    "a soft break is a blank": ("One\ntwo.", ["One two."]),
    "a hard break is a line break": ("One  \ntwo.", ["One\ntwo."]),
    "code alone is no text": ("`code`\n\n{{ a.b }}\n\nhttps://example.com/x\n\n:smile:", []),
    "numbers alone are no text": ("## 365\n\n100 %", []),
    "a fence is no text": ("```\nwords\n```\n\n    words", []),
    "a list marker and a task box stay outside": ("- [ ] Do\n- Did", ["Do", "Did"]),
    "a heading's attributes stay outside": ("## Head {#x .y}", ["Head"]),
    "a paragraph's attributes stay outside": ("Words\n{: .lead }", ["Words"]),
    "a shortcut link carries its label": ("See [Text].\n\n[text]: /x", ["See [Text][Text]."]),
    "a bracket that is no link stays": ("See [text].", ["See [text]."]),
    "a link's definition gives its title": ('[a]: /x "Words"', ["Words"]),
    "cells are parted at pipes outside code": ("|a|`b|c` d|\n|-|-|\n|e \\| f||", ["a", "`b|c` d", "e | f"]),
    "an admonition gives title and body": ('!!! note "Title"\n    Body', ["Title", "Body"]),
    "a tab gives title and body": ('=== "Tab"\n\n    Body', ["Tab", "Body"]),
    "a term and its definition": ("Term\n:   Words", ["Term", "Words"]),
    "an abbreviation": ("*[AB]: Words", ["Words"]),
    "Jinja's lines part paragraphs": ("One\n{% if a.b %}\ntwo\n{% endif %}", ["One", "two"]),
    "text between tags": ("<div markdown>\n\nWords\n\n</div>", ["Words"]),
    "terms that share a definition": ("One\nTwo\n:   Words", ["One", "Two", "Words"]),
    "a definition in a list": ("- One\n:   Words", ["One", "Words"]),
    "a note right below a text": ("One\n[^1]: Words", ["One", "Words"]),
    "a link's definition right below a text": ("One\n[a]: /x 'T'\nTwo", ["One", "Two"]),
    "two lines over a rule": ("One\ntwo\n---", ["One", "two"]),
    "a quotation in a list": ("- > One\n  > two", ["One two"]),
    "a footnote": ("[^1]: Words", ["Words"]),
    "a number sign at the start of a line is a heading": ("See\n#46 there\nand on", ["See", "46 there", "and on"]),
    "a fence deep in an item, right below its text": (
        "- One\n\n  two\n        ```\n        words\n        ```\n        three",
        ["One", "two", "three"],
    ),
    "a fence that never ends is text": ("One\n        ```\n        two", ["One ``` two"]),
    "a container's marks stay outside": ("::: note\nWords\n:::\n\n/// tip | T\nMore\n///", ["Words", "More"]),
    "a link whose label stands on the next line": ("See [Text]\n[to] it.\n\n[to]: /x", ["See [Text][to] it."]),
    "a label that is code is none": (
        "See [`a`] and [`b` c][to].\n\n[`a`]: /x\n[to]: /x",
        ["See [`a`] and [`b` c][to]."],
    ),
    "a link beside a bracket that is none": ("[One] [two]\n\n[one]: /x", ["[One][One] [two]"]),
}


@pytest.mark.parametrize(("body", "texts"), SEEN.values(), ids=SEEN.keys())
def test_a_translator_sees(body: str, texts: list[str]) -> None:
    assert [message.text for message in articles.messages(article(body))][1:] == texts


WRITTEN = {
    "a hard break keeps its blanks and its indent": ("- One  \n  two", "가\n나", "- 가  \n  나"),
    "a hard break that the source lacks": ("> One", "가\n나", "> 가  \n> 나"),
    "a soft break goes": ("One\ntwo", "하나", "하나"),
    "a pipe in a cell": ("|a|\n|-|", "x | y", "|x \\| y|\n|-|"),
    "a pipe in a cell's code": ("|a|\n|-|", "`x|y`", "|`x|y`|\n|-|"),
    "a line break in a cell": ("|a|\n|-|", "x\ny", "|x y|\n|-|"),
    "a quote in a title": ('!!! note "T"\n    0', 'a "b"', '!!! note "a &quot;b&quot;"\n    0'),
    "a line break in a heading": ("## A", "x\ny", "## x y"),
    "a number that would begin a list": ("One", "1. eins", "1\\. eins"),
    "a mark that would begin a list": ("One", "- eins", "\\- eins"),
    "a mark that would begin a heading": ("One", "#1 eins", "\\#1 eins"),
    "a mark that would begin a quotation": ("One", "> eins", "\\> eins"),
    "a second line that would underline": ("One", "eins\n---", "eins  \n\\---"),
    "a blank line": ("One", "eins\n\nzwei", "eins  \nzwei"),
    "a definition of a link": ("One", "[a]: //evil", "\\[a]: //evil"),
    "Windows line ends": ("One  \r\ntwo", "x\ny", "x  \r\ny"),
}


@pytest.mark.parametrize(("body", "translation", "expected"), WRITTEN.values(), ids=WRITTEN.keys())
def test_a_translation_is_written_so_that_it_stays_what_it_was(body: str, translation: str, expected: str) -> None:
    source = Source(PurePosixPath("kb/a.md"), body)

    first = articles.segments(source)[0]

    assert articles.splice(source, Words({first.text: translation})) == expected


def test_a_title_is_written_as_a_quoted_value() -> None:
    source = article("", "---\nid: late\ntitle: Late # not the title\n---\n")

    spliced = articles.splice(source, Words({"Late": 'Spät: "so"'}))

    assert spliced == '---\nid: late\ntitle: "Spät: \\"so\\"" # not the title\n---\n'


def test_messages_say_where_they_stand_and_what_their_names_mean() -> None:
    source = article("## How\n\n{# NOTE: be kind #}\nCall {{ contact.phone }}.\n")

    *_, last = articles.messages(source, {"contact.phone": "+82 2 123"})

    assert last == Message(
        "Call {{ contact.phone }}.",
        source.at(8),
        comments=("paragraph in “How” of “Late”", "be kind", "{{ contact.phone }}: +82 2 123"),
    )


def test_ids_come_from_the_source_in_every_language() -> None:
    source = article("## One thing\n\n## One thing\n\n## Own {#mine}\n\n## With class {: .x }\n")
    catalog = Words({"One thing": "한 가지", "Own": "자체", "With class": "수업"})

    pages = [articles.render(source, catalog, {}, language).markdown for language in ("en", "ko")]

    assert pages[0].startswith("# Late {: #late }\n\n## One thing {: #one-thing }\n")
    ids = [re.findall(r'<h\d[^>]* id="([^"]*)"', html(page)) for page in pages]
    assert ids[0] == ids[1] == ["late", "one-thing", "one-thing_1", "mine", "with-class"]


def test_every_heading_of_the_torture_file_has_an_id() -> None:
    assert anchors(TORTURE)[1:] == ("own-id", "a-heading-with-code-and-a-class", "365", "setext-heading")


def test_what_is_left_in_the_source_language_says_so() -> None:
    source = article('## One\n\n- item\n\n|a|\n|-|\n\n!!! note "T"\n    0\n')

    page = articles.render(source, Words({"One": "하나"}), {}, "ko")

    assert page.markdown == (
        '# <span lang="en" data-hg-passage="missing">Late</span> {: #late }\n\n## 하나 {: #one }\n\n'
        '- <span lang="en" data-hg-passage="missing">item</span>\n\n'
        '|<span lang="en" data-hg-passage="missing">a</span>|\n|-|\n\n'
        "!!! note \"<span lang='en' data-hg-passage='missing'>T</span>\"\n    0\n"
    )


def test_marks_of_language_add_spans_and_change_nothing_else() -> None:
    plain, marked = (html(present(TORTURE, catalog, "en")) for catalog in (None, NOTHING))

    mark = r"<span lang=[\"']en[\"'] data-hg-passage=[\"']missing[\"']>(.*?)</span>"
    # How many blanks a tab is depends on what stands before it.
    assert without_soft_breaks(re.sub(mark, r"\1", marked, flags=re.S)) == without_soft_breaks(plain)
    assert marked.count('lang="en"') > 40


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ({}, "en", "original"),
        ({}, "ko", "none"),
        ({"Late": "늦음"}, "ko", "partly"),
        ({"Late": "늦음", "Words": "말"}, "ko", "whole"),
        ({"Late": "Late", "Words": "Words"}, "ko", "whole"),
    ],
)
def test_a_page_knows_how_much_of_it_is_translated(words: dict[str, str], language: str, expected: str) -> None:
    assert articles.render(article("Words\n"), Words(words), {}, language).translation == expected


def test_a_page_stands_in_its_group_and_tells_its_origin() -> None:
    page = articles.render(article("Words\n"), NOTHING, {}, "en")

    assert (page.path, page.kind, page.origin) == (
        PurePosixPath("help/billing/late.md"),
        "article",
        article("").at(),
    )
    assert page.markdown == "# Late {: #late }\n\nWords\n"


def test_a_title_means_its_characters() -> None:
    source = article("", '---\nid: late\ntitle: "Is *this* <b>[it](x)</b>?"\n---\n')

    page = articles.render(source, NOTHING, {}, "en")

    assert page.title == "Is *this* <b>[it](x)</b>?"
    heading = html(page.markdown)
    assert "<em>" not in heading
    assert "<b>" not in heading
    assert "href" not in heading


FILLED = {
    "a fact": ("By {{ company }}.\n", "By Contoso.\n"),
    "a fact in a heading's section": ("On {{ contact.phone }}.\n", "On +82 2 123.\n"),
    "a passage with a missing fact goes": ("One\n\nFax: {{ contact.fax }}\n\nTwo\n", "One\n\n\nTwo\n"),
    "a list item with a missing fact goes, with its children": (
        "- One\n- Fax {{ contact.fax }}\n  - child\n- Two\n",
        "- One\n- Two\n",
    ),
    "a nested item goes alone": ("- One\n  - {{ contact.fax }}\n- Two\n", "- One\n- Two\n"),
    "a cell keeps its row": ("|a|b|\n|-|-|\n|{{ contact.fax }}|c|\n", "|a|b|\n|-|-|\n||c|\n"),
    "a condition that holds": ("{% if contact.phone %}\nCall\n{% endif %}\n", "Call\n"),
    "a condition that does not": ("{% if contact.fax %}\nFax\n{% else %}\nCall\n{% endif %}\n", "Call\n"),
    "a condition turned round": ("{% if not contact.fax %}\nCall\n{% endif %}\n", "Call\n"),
    "an unknown fact leaves no hole": ("One\n\nBy {{ compny }}\n", "One\n\n"),
    "an included passage": ('{% include "contact-card.md.j2" %}\n', "Card {{ company }}\n\nof two paragraphs\n"),
    "an included passage in a list": (
        '- One\n\n    {% include "contact-card.md.j2" %}\n',
        "- One\n\n    Card {{ company }}\n\n    of two paragraphs\n",
    ),
    "a passage of Jinja shown as it is": ("{% raw %}{{ x }}{% endraw %}\n", "{{ x }}\n"),
    "a condition inside a sentence": (
        "Call{% if contact.phone %} now{% endif %}\nor {% if contact.fax %}fax{% endif %}\nwrite.\n",
        "Call now\nor \nwrite.\n",
    ),
    "a note to the translator": ("{# NOTE: n #}\nWords\n", "Words\n"),
    "Windows line ends": ("One\r\n\r\n{{ company }}\r\n", "One\n\nContoso\n"),
    "a call does nothing": ("Words {{ company.upper() }}\n", ""),
    "a look inside does nothing": ("Words {{ company.__class__.__mro__ }}\n", ""),
}


@pytest.mark.parametrize(("body", "expected"), FILLED.values(), ids=FILLED.keys())
def test_facts_are_filled_in(body: str, expected: str) -> None:
    page = articles.render(article(body), NOTHING, FACTS, "en", includes=INCLUDES)

    assert page.markdown == f"# Late {{: #late }}\n\n{expected}"


def test_a_fact_is_not_read_as_jinja() -> None:
    page = articles.render(article("{{ company }}"), NOTHING, {"company": "{{ secret }}", "secret": "x"}, "en")

    assert page.markdown.endswith("{{ secret }}")


COMPLAINTS = {
    "an unknown fact": (
        "One\n\n{{ contact.phon }}\n",
        ("unknown-fact", 7, "contact.phon: there is no such fact", "did you mean `contact.phone`?"),
    ),
    "an unknown fact in a condition": (
        "{% if contact.phon %}\nx\n{% endif %}",
        ("unknown-fact", 5, "contact.phon: there is no such fact", "did you mean `contact.phone`?"),
    ),
    "an unknown passage": (
        '{% include "contact-crd.md.j2" %}',
        ("unknown-include", 5, "contact-crd.md.j2: there is no such passage", "did you mean `contact-card.md.j2`?"),
    ),
    "a fact in a heading": (
        "## {{ company }}",
        ("heading-jinja", 5, "no fact may stand in a heading", "move it into the text"),
    ),
    "a fact in code": (
        "Type `{{ company }}`",
        (
            "placeholder-in-code",
            5,
            "no fact may stand in code",
            "take it out of the code, or put {% raw %} and {% endraw %} around it to show it as it is",
        ),
    ),
    "a fact in a fence": (
        "```\n{{ company }}\n```",
        (
            "placeholder-in-code",
            5,
            "no fact may stand in code",
            "take it out of the code, or put {% raw %} and {% endraw %} around it to show it as it is",
        ),
    ),
    "a filter": (
        "{{ company|safe }}",
        (
            "article-jinja",
            5,
            "an article may name a fact and ask whether there is one, nothing more",
            "write {{ contact.phone }}, or {% if contact.phone %} … {% endif %}; the rest belongs into a template",
        ),
    ),
    "a loop": (
        "{% for a in b %}{% endfor %}",
        (
            "article-jinja",
            5,
            "an article may name a fact and ask whether there is one, nothing more",
            "write {{ contact.phone }}, or {% if contact.phone %} … {% endif %}; the rest belongs into a template",
        ),
    ),
    "words inside HTML": (
        "<div>Words</div>",
        (
            "html-text",
            5,
            "text inside HTML cannot be translated",
            "put an empty line between the tag and the text, and `markdown` into the tag",
        ),
    ),
    "a picture from elsewhere": (
        "![A](https://cdn.example/a.png)",
        (
            "picture-elsewhere",
            5,
            "https://cdn.example/a.png: a page loads nothing from another host",
            "put a copy beside the article; words can be translated, searched and read aloud, and need no picture",
        ),
    ),
    "a picture from elsewhere, in HTML": (
        "Text <img alt='A' src='//cdn.example/a.png'>",
        (
            "picture-elsewhere",
            5,
            "//cdn.example/a.png: a page loads nothing from another host",
            "put a copy beside the article; words can be translated, searched and read aloud, and need no picture",
        ),
    ),
    "a picture in HTML": (
        "Text <img alt='A' src='a.png'>",
        ("picture-html", 5, "a.png: a picture in HTML is not carried", "write `![what it shows](a.png)`"),
    ),
    "a picture that says nothing": (
        "![ ](a.png)",
        (
            "picture-silent",
            5,
            "a.png: nothing is read aloud",
            "say in the brackets what it shows: `![The order form](a.png)`",
        ),
    ),
    "a second title": (
        "# Head",
        ("second-title", 5, "the article has a second title", "the title stands in the front matter; begin with ##"),
    ),
    "Jinja that does not end": (
        "{{ company",
        ("template-syntax", 5, "unexpected end of template, expected 'end of print statement'.", ""),
    ),
}


@pytest.mark.parametrize(("body", "expected"), COMPLAINTS.values(), ids=COMPLAINTS.keys())
def test_an_author_is_told(body: str, expected: tuple[str, int, str, str]) -> None:
    found = articles.problems(article(body), FACTS, INCLUDES)

    assert [(one.code, one.where.line, one.message, one.hint) for one in found] == [expected]


PAGES = frozenset(
    map(
        PurePosixPath,
        ("contact.md", "service-levels.md", "help/billing/late.md", "help/billing/read.md", "help/help.md"),
    )
)
ABSENT = frozenset(map(PurePosixPath, ("service-levels.md", "help/billing/read.md")))


@pytest.mark.parametrize(
    ("body", "line", "told"),
    [
        ("[a](../../contact.md) and\n[b](../../contcat.md)", 6, "../../contcat.md"),
        ("- [a\n  b](raed.md#x)", 5, "raed.md#x"),
        ("| a | b |\n|---|---|\n| [`c`](raed.md) | d |", 7, "raed.md"),
        ("[a][l]\n\n[l]: <raed.md> 'T'", 7, "raed.md"),
        ("[a](../../../x/contact.md)", 5, "../../../x/contact.md"),
        ("[![p](p.png)](../raed.md)", 5, "../raed.md"),
    ],
)
def test_a_link_that_no_site_has_is_named_with_its_line(body: str, line: int, told: str) -> None:
    source = article(body)

    (found,) = astray(source, HERE, PAGES)

    assert (found.code, found.where.line, found.severity) == ("broken-link", line, "error")
    assert found.message == f"{told}: the site has no such page"
    assert lines(source)[told] == line


@pytest.mark.parametrize(
    "body",
    [
        "[a](../../contact.md#top) [b](read.md?x) [c](late.md)",
        "`[a](raed.md)`\n\n    [b](raed.md)\n\n~~~\n[c](raed.md)\n~~~\n\n<!-- [d](raed.md) -->",
        "[a](https://e.example/x.md) [b](#x) [c](p.png) \\[d](raed.md)",
        "[a]: unused words",
    ],
)
def test_a_link_that_some_site_has_or_that_is_none_is_left_alone(body: str) -> None:
    assert list(astray(article(body), HERE, PAGES)) == []


def test_a_related_article_that_nobody_wrote_is_named_with_its_line() -> None:
    source = article("", "---\nid: late\ntitle: Late\nrelated:\n  - read\n  - raed\n---\n")

    (found,) = astray(source, HERE, PAGES)

    assert (found.where.line, found.severity, found.hint) == (6, "warning", "did you mean `read`?")


def test_the_hint_names_the_page_as_the_author_would_link_to_it() -> None:
    hints = [found.hint for found in astray(article("[a](../../contcat.md) [b](../read.md)"), HERE, PAGES)]

    assert hints == ["did you mean `../../contact.md`?", "did you mean `read.md`?"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            'See [the *plan*](../../service-levels.md#a "T"), [us](../../contact.md).',
            "See the *plan*, [us](../../contact.md).",
        ),
        ("[a `]` b](read.md){ .md-button } c", "a `]` b c"),
        ("[a [b] c](<read.md>)", "a [b] c"),
        ("[![p](p.png)](read.md)", "![p](p.png)"),
        ("`[a](read.md)` [a](read.md)", "`[a](read.md)` a"),
        (
            "[a][l], [l], [l][] and [k]\n\n[l]: read.md\n[k]: ../../contact.md\n",
            "a, l, l and [k]\n\n[k]: ../../contact.md\n",
        ),
        ("~~~\n[a](read.md)\n~~~", "~~~\n[a](read.md)\n~~~"),
        ("- [ ] [a](read.md)", "- [ ] a"),
    ],
)
def test_a_link_to_a_page_that_this_site_lacks_becomes_its_text(body: str, expected: str) -> None:
    page = Page(HERE, "Late", body, TORTURE.at())

    assert unlinked(page, ABSENT) == expected
    assert unlinked(page, frozenset()) == body


@given(st.text(alphabet="[]()!`{}\\<>.md# \n", max_size=60))
def test_any_text_at_all_can_be_searched_for_links(text: str) -> None:
    assert unlinked(Page(HERE, "Late", text, TORTURE.at()), frozenset()) == text
    assert list(astray(article(text), HERE, PAGES)) == list(astray(article(text), HERE, PAGES))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("a\n<script>alert(1)</script>", [(6, "<script>")]),
        ("<img src=x onerror=alert(1)>", [(5, "onerror")]),
        ('<a href="java&#115;cript:x">a</a>', [(5, "javascript:x")]),
        ("<svg/onload=x>", [(5, "<svg>")]),
        ("Write <your name> here", [(5, "<your>")]),
        ("<IFRAME\nsrc=x>", [(5, "<IFRAME>")]),
        ("<iframe src=x", [(5, "<iframe>")]),
        ("a </form>", [(5, "</form>")]),
        ("<?php x ?>", [(5, "<?")]),
        ('<kbd title="x onload=1">A</kbd><br/> <bdi dir="ltr">1</bdi>', []),
        ("`<script>` \\<script> <https://e.example> <a@e.example> 1 < 2 <!-- <script> -->", []),
        ("```\n<script>\n```\n\n    <iframe>", []),
    ],
)
def test_html_that_readers_would_not_get_is_refused_with_its_line(body: str, told: list[tuple[int, str]]) -> None:
    found = [one for one in articles.problems(article(body), FACTS, harm=harm) if one.code == "html-refused"]

    assert [(one.where.line, one.message.split(": ")[0]) for one in found] == [
        (line, what.split(": ")[0]) for line, what in told
    ]
    assert {one.severity for one in found} <= {"error"}


def test_nothing_is_wrong_with_the_torture_file() -> None:
    assert articles.problems(TORTURE, FACTS, INCLUDES) == ()


def test_code_that_shows_jinja_may_stand_between_raw_marks() -> None:
    source = article("{% raw %}\n```\n{{ x }}\n```\n{% endraw %}\n\n`{% raw %}{{ y }}{% endraw %}`\n")

    assert articles.problems(source, FACTS) == ()
    assert articles.render(source, NOTHING, FACTS, "en").markdown.endswith("```\n{{ x }}\n```\n\n`{{ y }}`\n")


FRONTS = {
    "none": ("", [(1, "the article has no front matter")]),
    "no id": ("---\ntitle: T\n---\n", [(1, "id: the article needs one")]),
    "no title": ("---\nid: late\ntitle:\n---\n", [(3, "title: the article needs one")]),
    "neither": (
        "---\nreviewed: 2026-11-20\n---\n",
        [(1, "id: the article needs one"), (1, "title: the article needs one")],
    ),
    "a path for an id": ("---\nid: ../x\ntitle: T\n---\n", [(2, "id: use small letters, digits and hyphens")]),
    "a number for a title": ("---\nid: late\ntitle: 365\n---\n", [(3, "title: this is not text")]),
    "a fact in the title": (
        "---\nid: late\ntitle: By {{ company }}\n---\n",
        [(3, "title: no placeholder may stand here")],
    ),
    "a word for a date": ("---\nid: late\ntitle: T\nreviewed: soon\n---\n", [(4, "reviewed: this is not a date")]),
    "a word for a list": ("---\nid: late\ntitle: T\nsources: A\n---\n", [(4, "sources: this is not a list of texts")]),
    "a title for an id": (
        "---\nid: late\ntitle: T\nrelated: [A b]\n---\n",
        [(4, "related: this is not a list of article ids")],
    ),
    "a key twice": ("---\nid: late\ntitle: T\nid: later\n---\n", [(4, "id: it stands here twice")]),
    "no YAML": ("---\nid: 'late\n---\n", [(3, "found unexpected end of stream")]),
    "no mapping": ("---\nlate\n---\n", [(1, "the front matter names nothing")]),
}


@pytest.mark.parametrize(("head", "expected"), FRONTS.values(), ids=FRONTS.keys())
def test_front_matter_is_read_whole_or_not_at_all(head: str, expected: list[tuple[int, str]]) -> None:
    with pytest.raises(SourceError) as caught:
        articles.read(article("", head))

    assert [(one.where.line, one.message) for one in caught.value.problems] == expected


def test_a_misspelt_setting_is_named_with_what_was_meant() -> None:
    source = article("", "---\nid: late\ntitle: T\nreviwed: 2026-11-20\n---\n")

    (found,) = articles.problems(source, {})

    assert (found.code, found.severity, found.where.line, found.hint) == (
        "unknown-setting",
        "warning",
        4,
        "did you mean `reviewed`?",
    )


def test_an_article_that_links_would_miss_is_named() -> None:
    source = article("", "---\nid: later\ngroup: bills\ntitle: T\n---\n")

    assert [(one.where.line, one.severity, one.hint) for one in articles.problems(source, {})] == [
        (2, "warning", "write `id: late`, or rename the file"),
        (3, "warning", "write `group: billing`, or rename the folder"),
    ]


def test_the_original_can_be_laid_beside_its_translation() -> None:
    assert articles.originals(article("One\n\nTwo\n"), Words({"Two": "둘", "Late": "늦음"})) == ("Late", "Two")
