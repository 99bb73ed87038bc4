"""The parts of the engine that need no site: colours, cleaning, JSON in a page."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.colours import BLACK, WHITE, contrast, legible
from generator.engine import brand, clean
from generator.engine.head import script

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def properties(colour: str, scheme: str) -> dict[str, str]:
    rule = brand.css(colour).partition(f"{scheme}{{")[2].partition("}")[0]
    return {name: value for name, _, value in (entry.partition(":") for entry in rule.split(";"))}


SCHEMES = [(":root", brand.LIGHT), (":root[data-theme=dark]", brand.DARK), ("[data-theme=light])", brand.DARK)]


@given(COLOURS)
@pytest.mark.parametrize(("scheme", "ground"), SCHEMES)
def test_any_brand_colour_becomes_legible_on_light_and_on_dark(scheme: str, ground: str, colour: str) -> None:
    made = properties(colour, scheme)

    assert contrast(made["--hg-brand"], ground) >= 4.5
    assert contrast(made["--hg-brand"], made["--hg-brand-soft"]) >= 4.5
    assert contrast(made["--hg-brand-hover"], ground) >= 4.5
    assert contrast(made["--hg-on-brand"], made["--hg-brand"]) >= 4.5
    assert contrast(made["--hg-on-brand"], made["--hg-brand-hover"]) >= 4.5


@given(COLOURS)
def test_the_colour_that_is_named_in_place_of_a_pale_one_passes(colour: str) -> None:
    nearest = legible(colour, WHITE, BLACK)

    assert contrast(nearest, WHITE) >= 4.5
    assert contrast(colour, WHITE) < 4.5 or nearest == colour


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48)])
def test_contrast_is_reckoned_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("<script>alert(1)</script>ok", "ok"),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<p style="position:fixed">a</p>', "<p>a</p>"),
        ('<iframe src="https://example.com/"></iframe>', ""),
        ('<form action="https://example.com/"><p>a</p></form>', "<p>a</p>"),
        ('<div class="md-overlay own">a</div>', '<div class="own">a</div>'),
        ('<div class="md-header">a</div>', "<div>a</div>"),
        ('<p id="__drawer">a</p>', "<p>a</p>"),
        ('<label for="__drawer">a</label>', "<label>a</label>"),
        ('<input type="password" name="pin">', '<input type="checkbox" name="pin">'),
        ("<svg><script>x</script></svg>", ""),
        ("<!-- a -->b", "b"),
    ],
)
def test_an_article_can_do_no_harm(given_: str, kept: str) -> None:
    assert clean.article(given_) == kept


@pytest.mark.parametrize(
    "widget",
    [
        '<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div>',
        '<details class="tip" open=""><summary>Tip</summary><p>a</p></details>',
        '<input checked="checked" id="__tabbed_1_1" name="__tabbed_1" type="radio"><label for="__tabbed_1_1">A</label>',
        '<p><sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>',
        '<table><thead><tr><th class="hg-right">a</th></tr></thead></table>',
        "<dl><dt>a</dt><dd>b</dd></dl>",
        '<h2 id="steps">Steps</h2>',
        '<p><span lang="en" dir="ltr">English</span> <abbr title="Service level">SLA</abbr></p>',
        '<p><bdi dir="ltr">+966 11 234 5678</bdi></p>',
        '<a class="md-button md-button--primary" href="mailto:a@example.com?subject=x">Write</a>',
        '<a href="tel:+82212345678">call</a>',
        '<div class="highlight"><pre><code>Get-Item <span class="nv">$x</span></code></pre></div>',
        '<time datetime="2026-07-01">1 July</time>',
        '<img src="../a.png" alt="a" width="1" height="1" loading="lazy">',
    ],
)
def test_the_widgets_of_an_article_stay_as_they_are(widget: str) -> None:
    assert clean.article(widget) == widget


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.com/?a=javascript:x">a</a>',
        '<a href="mailto:a@example.com">a</a>',
        '<a href="../x/#javascript:x">a</a>',
        '<p title="href=javascript:x">a</p>',
        "<p>href=&quot;javascript:x&quot;</p>",
        '<p>href="javascript:x"</p>',
        '<a href="#fn:1">a</a>',
    ],
)
def test_links_that_lead_to_pages_are_not_refused(html: str) -> None:
    assert list(clean.refused(html)) == []


@given(
    st.recursive(st.none() | st.text() | st.integers(), lambda some: st.lists(some) | st.dictionaries(st.text(), some))
)
def test_data_in_a_page_says_the_same_and_cannot_end_its_element(data: object) -> None:
    written = script(data)

    assert json.loads(written) == data
    assert not set("<>&\u2028\u2029") & set(written)
