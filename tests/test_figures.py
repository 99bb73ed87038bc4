"""The drawings: well-formed, inside their paper, nothing upon another, nothing believed of a label."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.pages.figures import (
    Axis,
    Path,
    Stage,
    Stretch,
    Tick,
    Tier,
    Timeline,
    WeekChart,
    WeekRow,
    escalation,
    timeline,
    week,
)
from generator.pages.figures.drawing import Direction
from generator.pages.figures.text import Face, clean, fit, whole, width
from generator.pages.figures.timeline import Access

Draw = Callable[[str, Direction], Markup]
SLACK = 0.3
"""Coordinates are written with one decimal."""

LONG = {
    "short": "Служба поддержки",
    "shorter": "付款",
    "en": "Notification of the suspension of all subscriptions and of every administrator responsible for them",
    "de": "Rechtsschutzversicherungsgesellschaften und Donaudampfschifffahrtsgesellschaftskapitänsmütze",
    "ru": "Предупреждение о приостановке обслуживания высококвалифицированными специалистами-администраторами",
    "ko": "결제기한경과안내및서비스이용정지예고메일발송과책임자통화를함께진행하는날 다시 한번",
    "ja": "お支払い期限を過ぎたご契約について、サービスの停止を予告するメールをお送りする日（最終）",
    "zh-TW": "逾期未付款之訂閱服務即將停用的最後通知，以及向負責付款的聯絡人致電確認（含假日）",
    "ar": "إشعار أخير قبل إيقاف جميع الاشتراكات والاتصال بالمسؤول عن الدفع في الشركة",
    "th": "แจ้งเตือนครั้งสุดท้ายก่อนระงับการใช้งานบริการทั้งหมดของบริษัท",
    "hi": "सभी सदस्यताओं के निलंबन से पहले अंतिम सूचना और भुगतान के लिए ज़िम्मेदार व्यक्ति को फ़ोन",
    "emoji": "👨‍👩‍👧‍👦🇰🇷 ☎️ 24×7 " * 6,
}


def a_week(label: str, direction: Direction = "ltr") -> Markup:
    open_ = (Stretch(0, 1440, "limited"), Stretch(540, 720), Stretch(780, 1080))
    rows = (WeekRow(label, open_), WeekRow("Sat", (Stretch(0, 600, "limited"),)), WeekRow("Sun"))
    axis = Axis((*(Tick(h * 60, str(h)) for h in (0, 6, 9, 12, 18, 24)), Tick(1200, label)), label)
    return week(WeekChart(label, label, rows, axis, axis, label, label, direction=direction, caption=label))


def a_path(label: str, direction: Direction = "ltr", *, tiers: int = 3, branch: int | None = None) -> Markup:
    ours = tuple(Tier(label, label, label) for _ in range(tiers))
    beyond = (Tier("Baram", "provider", label), Tier(label, "we talk to them"))
    return escalation(Path(label, label, Tier(label, label), ours, beyond, branch, label, direction=direction))


def a_timeline(label: str, direction: Direction = "ltr") -> Markup:
    stages = tuple(Stage(label, f"day {i}", label, access, label) for i, access in enumerate(get_args(Access)))
    return timeline(Timeline(label, label, stages, direction=direction, caption=label))


DRAWINGS = pytest.mark.parametrize("draw", [a_week, a_path, a_timeline])
DIRECTIONS = pytest.mark.parametrize("direction", ["ltr", "rtl"])
ANY_TEXT = st.text(max_size=60) | st.sampled_from(sorted(LONG.values())) | st.text("WMШ한語 -", max_size=90)


@dataclass(frozen=True)
class Spot:
    """The place that a text takes."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, left: float, top: float, right: float, bottom: float) -> bool:
        across = min(self.right, right) - max(self.left, left)
        return across > SLACK and min(self.bottom, bottom) - max(self.top, top) > SLACK


def drawings(html: Markup) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(html).iter("svg"))


def size(svg: ElementTree.Element) -> tuple[float, float]:
    _, _, wide, high = map(float, svg.attrib["viewBox"].split())
    return wide, high


def spots(svg: ElementTree.Element) -> Iterator[Spot]:
    for text in svg.iter("text"):
        face = Face("", float(text.attrib["font-size"]), bold="font-weight" in text.attrib)
        wide, x, y = width(text.text or "", face), float(text.attrib["x"]), float(text.attrib["y"])
        before = {"start": 0.0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "start")]
        left = x - (wide - before if svg.attrib["direction"] == "rtl" else before)
        yield Spot(text.text or "", left, y - face.size * 0.8, left + wide, y + face.size * 0.2)


def strokes(svg: ElementTree.Element) -> Iterator[tuple[float, float, float, float]]:
    """The straight parts of lines that lead somewhere; lines of a grid may pass below a text."""
    for path in svg.iter("path"):
        if path.attrib["class"] in {"f-line", "f-dash"}:
            points = [(float(x), float(y)) for x, y in re.findall(r"([-\d.]+) ([-\d.]+)", path.attrib["d"])]
            for (ax, ay), (bx, by) in pairwise(points):
                yield min(ax, bx) - 1, min(ay, by) - 1, max(ax, bx) + 1, max(ay, by) + 1


def faults(html: Markup) -> list[str]:
    found = []
    for svg in drawings(html):
        wide, high = size(svg)
        places = list(spots(svg))
        found += [f"outside: {s}" for s in places if s.left < -SLACK or s.right > wide + SLACK]
        found += [f"outside: {s}" for s in places if s.top < -SLACK or s.bottom > high + SLACK]
        found += [f"{a} on {b}" for a, b in combinations(places, 2) if a.meets(b.left, b.top, b.right, b.bottom)]
        found += [f"a line through {s}" for s in places for stroke in strokes(svg) if s.meets(*stroke)]
        found += [f"outside: {stroke}" for stroke in strokes(svg) if stroke[0] < -1 or stroke[2] > wide + 1]
    return found


@DRAWINGS
@DIRECTIONS
@pytest.mark.parametrize("language", LONG)
def test_long_labels_stay_inside_and_apart(draw: Draw, direction: Direction, language: str) -> None:
    assert faults(draw(LONG[language], direction)) == []


@DRAWINGS
@DIRECTIONS
@settings(max_examples=30, deadline=None)
@given(label=ANY_TEXT)
def test_any_label_is_drawn_on_one_line_of_well_formed_html(draw: Draw, direction: Direction, label: str) -> None:
    html = draw(label, direction)

    assert faults(html) == []
    assert len(html.splitlines()) == 1


@pytest.mark.parametrize("draw", [a_path, a_timeline])
@pytest.mark.parametrize(("label", "across"), [("Служба", True), (LONG["de"], False)])
def test_a_desk_sees_it_across_unless_a_word_would_break(draw: Draw, label: str, *, across: bool) -> None:
    wide, high = size(drawings(draw(label, "ltr"))[0])

    assert (wide > high) is across


@DIRECTIONS
@settings(max_examples=20, deadline=None)
@given(label=ANY_TEXT, tiers=st.integers(0, 7), branch=st.none() | st.integers(-2, 9))
def test_any_number_of_tiers_finds_its_place(direction: Direction, label: str, tiers: int, branch: int | None) -> None:
    assert faults(a_path(label, direction, tiers=tiers, branch=branch)) == []


@DRAWINGS
def test_a_label_is_never_markup(draw: Draw) -> None:
    label = "<script>alert(1)</script>\"'&amp;{title}"

    html = draw(label, "ltr")

    assert "<script" not in html
    assert {svg.findtext("title") for svg in drawings(html)} == {label}
    assert {element.tag for element in ElementTree.fromstring(html).iter()} <= {
        *("figure", "svg", "title", "desc", "text", "path", "rect", "circle", "figcaption")
    }


@DRAWINGS
def test_a_drawing_has_two_names_of_its_own_and_no_inline_style(draw: Draw) -> None:
    html = draw("Hours", "ltr")

    ids = re.findall(r' id="([^"]+)"', html)
    named = re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 4
    assert sorted(named) == sorted(ids)
    assert html.count('role="img"') == 2
    assert "style=" not in html
    assert not re.search(r"#[0-9a-f]{3,6}\b|fill=|stroke=", html)


@DRAWINGS
def test_a_right_to_left_drawing_is_the_mirror_of_the_other(draw: Draw) -> None:
    for there, back in zip(drawings(draw("Hours", "ltr")), drawings(draw("Hours", "rtl")), strict=True):
        wide = size(there)[0]
        starts = [wide - float(text.attrib["x"]) for text in there.iter("text")]

        assert [float(text.attrib["x"]) for text in back.iter("text")] == pytest.approx(starts)
        assert back.attrib["direction"] == "rtl"


@pytest.mark.parametrize(
    "html",
    [
        week(WeekChart("t", "d", (), Axis(()))),
        escalation(Path("t", "d", Tier("You"), ())),
        timeline(Timeline("t", "d", ())),
    ],
    ids=["week", "path", "timeline"],
)
def test_nothing_to_show_is_no_drawing(html: Markup) -> None:
    assert html == ""


def test_hours_stand_where_the_clock_says() -> None:
    html = week(WeekChart("t", "d", (WeekRow("Mon", (Stretch(360, 720), Stretch(-9, 2000, "limited"))),), Axis(())))

    wide, _ = drawings(html)
    bars = {rect.attrib["class"]: rect.attrib for rect in wide.iter("rect")}
    start, full = float(bars["f-band"]["x"]), float(bars["f-band"]["width"])
    assert float(bars["f-bar"]["x"]) == pytest.approx(start + full / 4, abs=0.1)
    assert float(bars["f-bar"]["width"]) == pytest.approx(full / 4, abs=0.1)


def test_the_legend_names_only_what_is_drawn() -> None:
    rows = (WeekRow("Mon", (Stretch(540, 1080),)),)

    html = week(WeekChart("t", "d", rows, Axis(()), staffed="Phone", limited="Portal"))

    assert "Phone" in html
    assert "Portal" not in html


def test_each_state_of_access_has_a_shape_of_its_own_and_is_named_once_in_a_row() -> None:
    stages = [Stage("a", "", "", access, access.upper()) for access in get_args(Access) for _ in range(2)]

    shapes = {stage.access: re.sub(r'[\d.]+|f-\w+|class="[^"]*"', "", _marks(stage)) for stage in stages}
    html = timeline(Timeline("t", "d", tuple(stages)))

    assert len(set(shapes.values())) >= 4
    assert _marks(Stage("a", "", "", "stopped")) != _marks(Stage("a", "", "", "ended"))
    assert [html.count(f">{access.upper()}<") for access in get_args(Access)] == [2] * 5


def _marks(stage: Stage) -> str:
    svg = drawings(timeline(Timeline("t", "d", (stage,))))[0]
    return "".join(f"{e.tag}{e.attrib}" for e in svg if e.tag in {"path", "rect", "circle"})


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two three", 50, ("one two", "three")),
        ("서비스 이용 정지", 50, ("서비스", "이용", "정지")),
        ("서비스이용정지안내", 50, ("서비스", "이용정", "지안내")),
        ("付款期限，最後", 56, ("付款期", "限，最後")),
        ("停用（全部）", 40, ("停用", "（全", "部）")),
        ("Microsoft\u00a0365 now", 120, ("Microsoft\u00a0365", "now")),
        ("use Microsoft\u00a0365", 120, ("use", "Microsoft\u00a0365")),
        ("Напоминание об оплате", 140, ("Напоминание", "об\u00a0оплате")),
        ("и в срок до конца", 75, ("и\u00a0в\u00a0срок", "до\u00a0конца")),
        ("Microsoft\u00a0365", 80, ("Microsoft", "365")),
        ("a\u0000b\u2028c\u202ed\ud800", 200, ("a b cd",)),
        ("", 50, ()),
    ],
)
def test_a_text_breaks_where_its_readers_would_break_it(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert fit(text, room, Face("", 13)).lines == lines


@given(text=st.text(max_size=80), room=st.integers(60, 400))
def test_breaking_loses_nothing_and_keeps_the_room(text: str, room: int) -> None:
    face = Face("", 13, bold=True)

    block = fit(text, room, face)

    assert "".join("".join(block.lines).split()) == "".join(clean(text).split())
    assert block.width <= room
    assert not whole(text, room, face) or all(width(line, face) <= room for line in block.lines)


THEME = pathlib.Path(__file__).parents[1] / "templates/theme/styles"
STYLES = "".join(path.read_text(encoding="utf-8") for path in sorted(THEME.glob("*.css")))


def test_a_right_to_left_page_needs_no_other_rules() -> None:
    physical = r"(?<![\w-])(?:margin|padding|border|inset)-(?:left|right)|text-align: (?:left|right)|float:"

    assert re.findall(physical, STYLES) == []


@DRAWINGS
def test_every_class_of_a_drawing_is_known_to_the_style_sheet(draw: Draw) -> None:
    used = {css for found in re.findall(r'class="([^"]+)"', draw("Hours", "ltr")) for css in found.split()}

    # A strong text differs by its weight alone, which it carries with it.
    assert [css for css in sorted(used - {"t-bold"}) if not re.search(rf"\.{css}(?![\w-])", STYLES)] == []
