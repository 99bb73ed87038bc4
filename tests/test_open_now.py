"""Who answers now: what a browser tells at an instant is what the model of hours knows of it, in every language."""

from __future__ import annotations

import gzip
import json
import random
from bisect import bisect
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import hours
from generator.formats import Formats
from generator.languages import language
from generator.pages import live
from generator.pages.moments import patterns
from generator.pages.views.contact import contacts
from generator.pages.views.plans import first_reply
from generator.schema import SupportConfig
from tests.conftest import REPOSITORY, TODAY, GoldenSites
from tests.served import served
from tests.test_hours import config, sites
from tests.test_pages import reader
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
LIVE = REPOSITORY / "templates" / "theme" / "scripts" / "live.js"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
needs_chromium = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium (make system)")
OFFICE = {"id": "office", "weekly": {"mon-fri": ["09:00-18:00"]}, "breaks": ["12:00-13:00"]}


def timeline(site: SupportConfig, today: date = TODAY, *ids: str) -> hours.Timeline:
    chosen = tuple(one for one in site.schedules if not ids or one.id in ids)
    found = hours.timeline(site, chosen, today)
    assert found
    return found


def instant(minute: int) -> datetime:
    return EPOCH + minute * MINUTE


def gaps(table: hours.Timeline) -> list[tuple[int, int, bool]]:
    """From, to and whether it is a break, of every closed stretch between two openings."""
    times = list(running(table))
    return [(times[n], times[n + 1], table.changes[n + 1] < 0) for n in range(1, len(times) - 1, 2)]


def running(table: hours.Timeline) -> Iterator[int]:
    at = 0
    for length in table.changes:
        at += abs(length)
        yield at


# --- the table ---


@settings(deadline=None, max_examples=30)
@given(sites(), st.lists(st.integers(0, 6 * 1440), min_size=5, max_size=10))
def test_a_timeline_knows_what_the_model_of_hours_knows(drawn: tuple[SupportConfig, date], minutes: list[int]) -> None:
    site, first = drawn
    table = timeline(site, first + timedelta(days=1))
    times = list(running(table))

    for at in (table.start + minute for minute in minutes):
        open_now = table.always or sum(one <= at for one in times) % 2 == 1
        later = next((one for one in times if one > at), table.end)
        assert open_now is hours.is_open(site, site.schedules[0], instant(at))
        if later < min(table.end, at + 300 * 1440):
            assert hours.next_change(site, site.schedules[0], instant(at)) == instant(later)


@settings(deadline=None, max_examples=50)
@given(sites())
def test_a_gap_is_a_break_if_only_breaks_make_it(drawn: tuple[SupportConfig, date]) -> None:
    site, first = drawn
    office = site.schedules[0]
    through = office.model_copy(update={"breaks": {}})

    for start, end, paused in gaps(timeline(site, first + timedelta(days=1)))[:12]:
        inside = range(start, end, max(1, (end - start) // 20))
        assert paused is all(hours.is_open(site, through, instant(at)) for at in inside)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (OFFICE, [("12:00", "13:00", True), ("18:00", "09:00", False)]),
        ({**OFFICE, "breaks": []}, [("18:00", "09:00", False)]),
        # A break at the edge of the hours only makes the day shorter.
        ({**OFFICE, "breaks": ["17:00-18:00"]}, [("17:00", "09:00", False)]),
        (
            {"id": "night", "weekly": {"mon-fri": ["22:00-06:00"]}, "breaks": ["02:00-02:30"]},
            [("02:00", "02:30", True), ("06:00", "22:00", False)],
        ),
    ],
)
def test_a_break_is_told_from_a_close(schedule: dict[str, Any], expected: list[tuple[str, str, bool]]) -> None:
    site = config(schedule)
    found = gaps(timeline(site))

    shown = [(clock(start), clock(end), paused) for start, end, paused in found if start >= minutes("2026-11-24")]
    assert shown[: len(expected)] == expected


def minutes(day: str, zone: str = "Asia/Seoul") -> int:
    return (datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone)) - EPOCH) // MINUTE


def clock(minute: int, zone: str = "Asia/Seoul") -> str:
    return instant(minute).astimezone(ZoneInfo(zone)).strftime("%H:%M")


def test_several_schedules_are_open_when_one_of_them_is() -> None:
    day = {"id": "day", "weekly": {"mon-sun": ["06:00-18:00"]}, "holidays": "normal"}
    night = {"id": "night", "weekly": {"mon-sun": ["18:00-06:00"]}, "holidays": "normal"}

    assert not timeline(config(day, night), TODAY, "day").always
    assert timeline(config(day, night)).always


def test_a_day_off_says_its_name_and_only_where_it_shuts_somebody_out() -> None:
    weekend = {"id": "weekend", "weekly": {"sat,sun": ["10:00-16:00"]}}
    site = config(OFFICE, weekend)
    christmas = minutes("2026-12-25")

    def named(*ids: str) -> list[str]:
        found = [one for one in timeline(site, TODAY, *ids).closings if one.start <= christmas < one.end]
        return [one.name.names["en"] for one in found if isinstance(one.name, hours.DayOff)]

    assert named("office") == ["Christmas Day"]
    assert named("weekend") == []


@pytest.mark.parametrize(
    ("regions", "rule", "expected"),
    [
        (["KR"], "closed", "2028-12-31"),
        # The public calendar of China ends with the days that its government has announced.
        (["CN"], "closed", "2026-12-31"),
        (["CN"], "normal", "2028-12-31"),
    ],
)
def test_a_timeline_ends_where_nobody_knows_the_days_off(regions: list[str], rule: str, expected: str) -> None:
    site = config({**OFFICE, "holidays": rule}, regions=regions)

    assert instant(timeline(site).end - 1).astimezone(ZoneInfo("Asia/Seoul")).date().isoformat() == expected


def test_where_not_even_today_is_known_there_is_no_timeline() -> None:
    site = config(OFFICE, regions=["CN"])

    assert hours.timeline(site, site.schedules, date(2027, 1, 1)) is None
    assert hours.timeline(site, (), TODAY) is None


# --- what a language is told ---

DESKS: list[dict[str, Any]] = [
    OFFICE,
    {"id": "late", "weekly": {"mon-fri": ["18:00-22:00"]}},
    {"id": "always", "always": True},
]


@pytest.mark.parametrize(
    ("tag", "languages", "fallback", "expected"),
    [
        ("ko", ["ko", "en"], None, ["office"]),
        ("ko", [{"tag": "ko", "schedule": "late"}, "en"], None, ["late"]),
        # Hours for one severity are not for a reader with any problem, unless there are no others.
        (
            "en",
            [{"tag": "en", "schedule": "late"}, {"tag": "en", "schedule": "always", "severities": ["A"]}],
            None,
            ["late"],
        ),
        ("en", [{"tag": "en", "schedule": "always", "severities": ["A"]}], None, ["always"]),
        ("ru", [{"tag": "ko", "schedule": "late"}, "en"], "en", ["office"]),
        ("ru", [{"tag": "ko", "schedule": "late"}, "en"], None, ["late", "office"]),
        ("zh-TW", [], None, ["office"]),
    ],
)
def test_a_channel_is_told_by_the_hours_of_the_language_in_which_a_reader_is_answered(
    tag: str, languages: list[Any], fallback: str | None, expected: list[str]
) -> None:
    channel: dict[str, Any] = {"id": "phone", "kind": "phone", "number": "+82 2-1234-5678", "schedule": "office"}
    channel |= {"languages": languages, "response_language_fallback": fallback}
    severities = [{"id": "A", "level": "critical", "first_response": {"value": 1, "unit": "hours"}}]
    site = config(*DESKS, channels=[channel], severities=severities)

    assert [one.id for one in live.schedules(reader(site, tag), site.channels[0])] == expected


def test_of_a_channel_whose_hours_are_not_all_known_nothing_is_told() -> None:
    languages = [{"tag": "ko", "schedule": "late"}, "en"]
    channel = {"id": "phone", "kind": "phone", "number": "+82 2-1234-5678", "languages": languages}
    site = config(*DESKS, channels=[channel])

    assert live.schedules(reader(site, "ru"), site.channels[0]) == ()
    assert live.live(reader(site, "ru")) is None
    assert live.live(reader(site, "ko")) is not None


def test_words_that_nobody_has_translated_say_their_language() -> None:
    channel = {"id": "phone", "kind": "phone", "number": "+82 2-1234-5678", "schedule": "office"}
    site = config(OFFICE, channels=[channel])
    told = live.live(reader(site, "ko"))

    assert told
    assert json.loads(told.data)["words"]["open"] == ["Open", "en"]
    assert "성탄절" in json.loads(told.data)["names"]


@pytest.mark.parametrize(
    ("allowed", "plans", "expected"),
    [
        ([], [], "1 business day"),
        (["A"], [], "1 hour"),
        # A plan of its own may take longer; one that does not have the channel does not count.
        ([], [{"channels": ["mail"]}], "3 business days"),
        ([], [{"channels": ["phone"]}, {"channels": []}], "3 business days"),
        (["A"], [{"channels": ["mail"]}], "1 hour"),
    ],
)
def test_mail_names_the_longest_first_response_that_it_can_have(
    allowed: list[str], plans: list[dict[str, Any]], expected: str
) -> None:
    slow = [{"severity": "B", "first_response": {"value": 3, "unit": "business_days"}}]
    site = config(
        OFFICE,
        channels=[
            {"id": "mail", "kind": "email", "address": "help@example.com", "severities_allowed": allowed},
            {"id": "phone", "kind": "phone", "number": "+82 2-1234-5678", "schedule": "office"},
        ],
        severities=[
            {"id": "A", "level": "critical", "first_response": {"value": 1, "unit": "hours"}},
            {"id": "B", "level": "minimal", "first_response": {"value": 1, "unit": "business_days"}},
        ],
        plans=[
            {"id": f"p{n}", "name": "P", "price": {"unit": "included"}, "targets": slow, **plan}
            for n, plan in enumerate(plans)
        ],
    )
    told = reader(site, "en")

    assert first_reply(told, contacts(told)[0]) == expected


# --- the same in a browser ---


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


PLACES: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("Asia/Seoul", OFFICE, {"regions": ["KR"]}),
    ("Europe/Berlin", OFFICE, {"regions": ["DE"]}),
    (
        "America/New_York",
        {"id": "night", "weekly": {"mon-sun": ["22:00-06:00"]}, "breaks": ["02:00-02:30"], "holidays": "limited"}
        | {"holiday_hours": ["10:00-12:00"]},
        {"regions": ["US"]},
    ),
    (
        "Asia/Shanghai",
        OFFICE,
        {
            "regions": ["CN"],
            # Make-up days of one's own make the calendar of a year known.
            "holidays": {"days": [{"date": "2027-02-20", "working": True}, {"date": "2028-02-19", "working": True}]},
        },
    ),
    ("Asia/Taipei", {**OFFICE, "weekly": {"mon-sat": ["08:30-12:00", "13:30-17:30"]}}, {"regions": ["JP"]}),
    ("Australia/Lord_Howe", {"id": "x", "weekly": {"mon-sun": ["00:00-24:00"]}, "breaks": ["01:45-02:15"]}, {}),
    ("Europe/Moscow", {"id": "always", "always": True, "exceptions": [{"date": "2027-05-09"}]}, {"regions": ["RU"]}),
    ("America/St_Johns", {"id": "always", "always": True}, {}),
)
READERS = ("Asia/Seoul", "America/Los_Angeles", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Kiritimati")


def sent(table: hours.Timeline) -> dict[str, Any]:
    return {
        "zone": "Asia/Seoul",
        "start": table.start,
        "end": table.end,
        "always": table.always,
        "changes": table.changes,
    }


class Known:
    """What the model of hours says of one place, asked once for all its days."""

    def __init__(self, zone: str, schedule: dict[str, Any], more: dict[str, Any]) -> None:
        self.zone = zone
        self.site = config(schedule, **{"timezone": zone, **more})
        self.table = timeline(self.site)
        first, last = TODAY - timedelta(days=3), date(2029, 1, 5)
        office = self.site.schedules[0]
        self.open = hours.opening(self.site, office, first, last)
        self.whole = hours.opening(self.site, office.model_copy(update={"breaks": {}}), first, last)
        self.edges = [edge for one in self.open for edge in (one.start, one.end)]

    def state(self, at: datetime) -> tuple[str, int | None]:
        """Open, break or closed, and until which minute; None where that is not before the end of the table."""
        if self.table.always:
            return "open", None
        number = bisect(self.edges, at)
        later = (self.edges[number] - EPOCH) // MINUTE if number < len(self.edges) else self.table.end
        until = later if later < self.table.end else None
        if number % 2:
            return "open", until
        paused = any(w.start <= at < w.end and self.edges[number] <= w.end for w in self.whole[self._near(at) :][:2])
        return "break" if paused and until else "closed", until

    def _near(self, at: datetime) -> int:
        return max(0, bisect([one.start for one in self.whole], at) - 1)


@pytest.fixture(scope="module")
def places() -> tuple[Known, ...]:
    return tuple(Known(*place) for place in PLACES)


@pytest.mark.browser
@pytest.mark.slow
@needs_chromium
@pytest.mark.parametrize("zone", READERS)
def test_a_browser_agrees_with_the_model_at_thousands_of_instants(
    browser: Browser, places: tuple[Known, ...], zone: str
) -> None:
    """Two years, eight places, five readers: more than 10,000 instants, the seconds around changes among them."""
    chance = random.Random(zone)
    page = browser.new_context(timezone_id=zone).new_page()
    page.set_content("<!doctype html><body></body>")
    page.add_script_tag(content=LIVE.read_text("utf-8"))
    wrong = []
    for known in places:
        start, end = known.table.start * 60, min(known.table.end, known.table.start + 2 * 365 * 1440) * 60
        edges = [int((edge - EPOCH).total_seconds()) for edge in chance.sample(known.edges, min(40, len(known.edges)))]
        asked = [chance.randrange(start, end) for _ in range(250)]
        asked += [edge + shift for edge in edges for shift in (-1, 0) if start <= edge + shift < end]
        told = page.evaluate(
            "([table, all]) => all.map((at) => helpglot.state(table, at * 1000))", [sent(known.table), asked]
        )
        for at, said in zip(asked, told, strict=True):
            if (said["state"], said["until"]) != (expected := known.state(EPOCH + timedelta(seconds=at))):
                wrong.append((known.zone, at, said, expected))
    page.context.close()

    assert wrong == []


@pytest.mark.browser
@pytest.mark.slow
@needs_chromium
def test_a_clock_outside_of_what_is_known_gives_nothing(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<!doctype html><body></body>")
    page.add_script_tag(content=LIVE.read_text("utf-8"))

    all_of_them = "[NaN, -1, 0, 4102444800000, undefined, Infinity]"
    told = page.evaluate(
        f"(table) => {all_of_them}.map((now) => helpglot.state(table, now))", sent(timeline(config(OFFICE)))
    )
    page.close()

    assert told == [None] * 6


# --- what the pages say ---

TONGUES = ("en-US", "ko", "ru", "zh-TW", "ar-EG", "fi", "vi", "fa")
DATES_PAGE = """<!doctype html><html lang="{tag}"><body data-hg-hours="hours.json">
<p data-hg-off></p><p data-hg-clock></p></body></html>"""
BADGE_PAGE = (
    '<!doctype html><html lang="en"><body data-hg-hours="hours.json"><p data-hg-state="phone"></p></body></html>'
)


@pytest.mark.browser
@pytest.mark.slow
@needs_chromium
@pytest.mark.parametrize("tag", TONGUES)
def test_a_browser_writes_dates_and_times_as_the_page_does(browser: Browser, tag: str) -> None:
    """A clock that is set to another minute each time says what the formats of the language say."""
    formats = Formats(language(tag))
    chance = random.Random(tag)
    first = datetime(2026, 11, 20, tzinfo=ZoneInfo("Asia/Seoul"))
    moments = [first + timedelta(minutes=chance.randrange(2 * 365 * 1440)) for _ in range(12)]
    moments += [first + timedelta(days=3, minutes=one) for one in (0, 5, 12 * 60, 23 * 60 + 59)]
    words = {"clock": "{moment}", "off": "{date}"}
    data = {
        **patterns(formats),
        "lang": tag,
        "words": words,
        "cities": {"Asia/Seoul": "x"},
        "zone": "Asia/Seoul",
        "hours": {"x": sent(timeline(config({"id": "x", "always": True})))},
        "channels": [],
        "names": [],
        "off": [[(day := (moment.date() + DAY).isoformat()), day, ""] for moment in sorted(moments)],
    }
    page = browser.new_context(timezone_id="Asia/Seoul").new_page()
    page.route("**/hours.json", lambda route: route.fulfill(json=data))
    page.route("**/page", lambda route: route.fulfill(body=DATES_PAGE.format(tag=tag), content_type="text/html"))
    page.clock.install(time=sorted(moments)[0])
    page.goto("http://site.test/page")
    page.add_script_tag(content=LIVE.read_text("utf-8"))
    until(page, "document.querySelector('[data-hg-clock]').textContent")
    said = []
    for moment in sorted(moments):
        page.clock.set_fixed_time(moment)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        said.append((page.inner_text("[data-hg-clock]"), page.inner_text("[data-hg-off]")))
    page.context.close()

    assert said == [
        (
            formats.moment(
                formats.weekday_date(moment.date(), year=False), formats.time(moment.hour * 60 + moment.minute)
            ),
            formats.weekday_date(moment.date() + DAY, year=False),
        )
        for moment in sorted(moments)
    ]


def hotline(*schedules: dict[str, Any], **more: Any) -> SupportConfig:
    """A partner whose phone answers in English, by the first of some schedules."""
    phone = {"id": "phone", "kind": "phone", "number": "+82 2-1234-5678", "schedule": schedules[0]["id"]}
    return config(*schedules, channels=[phone | {"languages": ["en"]}], **more)


LATE = hotline({"id": "late", "weekly": {"mon-fri": ["09:00-24:00"]}})
NIGHTLY = hotline({"id": "night", "weekly": {"mon-fri": ["22:00-06:00"]}})
WEEKDAYS = hotline({"id": "week", "weekly": {"mon-fri": ["00:00-24:00"]}})
BERLIN = hotline({**OFFICE, "timezone": "Europe/Berlin"}, regions=["DE"])


@pytest.mark.browser
@pytest.mark.slow
@needs_chromium
@pytest.mark.parametrize(
    ("site", "tag", "zone", "moment", "expected"),
    [
        (LATE, "en", "Asia/Seoul", "2026-11-23T22:00+09:00", "Open until 24:00"),
        (LATE, "en-US", "Asia/Seoul", "2026-11-23T22:00+09:00", "Open until midnight"),
        (LATE, "en", "America/New_York", "2026-11-23T22:00+09:00", "Open until 10:00 (24:00 in Seoul)"),
        (LATE, "en", "Asia/Kolkata", "2026-11-23T22:00+09:00", "Open until 20:30 (24:00 in Seoul)"),
        (NIGHTLY, "en", "Asia/Seoul", "2026-11-23T23:00+09:00", "Open until 06:00"),
        (NIGHTLY, "en", "Asia/Seoul", "2026-11-24T06:00+09:00", "Closed, opens 22:00"),
        (WEEKDAYS, "en", "Asia/Seoul", "2026-11-23T10:00+09:00", "Open, closes Friday, 24:00"),
        # Over Easter and a change of clocks: nine in the morning comes an hour sooner on Tuesday.
        (BERLIN, "en", "Asia/Seoul", "2027-03-25T17:30+01:00", "Open until 02:00 (18:00 in Berlin)"),
        (BERLIN, "en", "Asia/Seoul", "2027-03-24T18:00+01:00", "Closed, opens 17:00 (09:00 in Berlin)"),
        (BERLIN, "en", "Asia/Seoul", "2027-03-25T18:00+01:00", "Closed, opens Tuesday, 16:00 (09:00 in Berlin)"),
        (BERLIN, "en", "Europe/Berlin", "2026-12-24T20:00+01:00", "Closed, opens Monday, 09:00"),
        (BERLIN, "en", "Europe/Berlin", "2026-12-25T12:00+01:00", "Closed (Christmas Day), opens Monday, 09:00"),
        # The last evening that is known: when it ends can no longer be said for sure.
        (LATE, "en", "Asia/Seoul", "2028-12-29T22:00+09:00", "Open until 24:00"),
        (LATE, "en", "Asia/Seoul", "2028-12-31T22:00+09:00", "Closed"),
    ],
)
def test_a_badge_says_until_when_in_the_zone_of_its_reader(
    browser: Browser, site: SupportConfig, tag: str, zone: str, moment: str, expected: str
) -> None:
    told = live.live(reader(site, tag))
    assert told
    page = browser.new_context(timezone_id=zone).new_page()
    page.route("**/hours.json", lambda route: route.fulfill(body=told.data, content_type="application/json"))
    page.route("**/page", lambda route: route.fulfill(body=BADGE_PAGE, content_type="text/html"))
    page.clock.set_fixed_time(moment)
    page.goto("http://site.test/page")
    page.add_script_tag(content=LIVE.read_text("utf-8"))
    until(page, "document.body.dataset.hgTold !== undefined")
    said = page.inner_text("[data-hg-state]")
    page.context.close()

    assert said == expected


# The moment, who reads where, and what stands on the page: the badge of the phone, the bar, the answer of the contact
# page. Twelve at noon in Seoul is a break, 25 December a day off.
OPEN, PAUSE, NIGHT, OFF = "2026-11-20T14:10", "2026-11-20T12:20", "2026-11-20T20:40", "2026-12-25T10:00"
SEEN = [
    (
        OPEN,
        "ko",
        "Asia/Seoul",
        "상담 가능, 18:00까지",
        "전화 상담 가능, 18:00까지 02-1234-5678",
        "전화: 18:00까지 상담해 드립니다",
    ),
    (
        PAUSE,
        "ko",
        "Asia/Seoul",
        "휴게 시간, 13:00에 상담 재개",
        "전화 휴게 시간, 13:00에 상담 재개 지원 포털: 24시간 접수합니다 지원 요청 등록",
        "전화: 13:00부터 다시 상담해 드립니다",
    ),
    (
        NIGHT,
        "ko",
        "Asia/Seoul",
        "운영 시간 외, 월요일 09:00에 상담 재개",
        "전화 운영 시간 외, 월요일 09:00에 상담 재개 지원 포털: 24시간 접수합니다 지원 요청 등록",
        "전화: 월요일 09:00부터 다시 상담해 드립니다",
    ),
    (
        OFF,
        "ko",
        "Asia/Seoul",
        "휴무(성탄절), 월요일 09:00에 상담 재개",
        "전화 휴무(성탄절), 월요일 09:00에 상담 재개 지원 포털: 24시간 접수합니다 지원 요청 등록",
        "전화: 월요일 09:00부터 다시 상담해 드립니다",
    ),
    (
        OPEN,
        "en",
        "America/Los_Angeles",
        "Open until 01:00 (18:00 in Seoul)",
        "Phone Open until 01:00 (18:00 in Seoul) +82 2-1234-5678",
        "Phone: we answer until 01:00 (18:00 in Seoul)",
    ),
    (
        OFF,
        "en",
        "America/New_York",
        "Closed (Christmas Day), opens Sunday, 19:00 (Monday, 09:00 in Seoul)",
        "Phone Closed (Christmas Day), opens Sunday, 19:00 (Monday, 09:00 in Seoul) "
        "Support portal: takes requests day and night Open a support request",
        "Phone: we answer again from Sunday, 19:00 (Monday, 09:00 in Seoul)",
    ),
    (
        PAUSE,
        "zh-CN",
        "Asia/Shanghai",
        "休息时间，12:00（首尔时间 13:00）恢复服务",
        "电话 休息时间，12:00（首尔时间 13:00）恢复服务 支持门户：24 小时受理请求 提交支持请求",
        "电话：12:00（首尔时间 13:00）恢复服务",
    ),
    (
        NIGHT,
        "zh-TW",
        "Asia/Taipei",
        "非服務時間，星期一 08:00（首爾時間 09:00）恢復服務",
        "電話 非服務時間，星期一 08:00（首爾時間 09:00）恢復服務 支援入口網站：24 小時受理支援要求 提出支援要求",
        "電話：星期一 08:00（首爾時間 09:00）恢復服務",
    ),
    (
        OPEN,
        "ru",
        "Europe/Moscow",
        "Работаем до 12:00 (Сеул: 18:00)",
        "Телефон Работаем до 12:00 (Сеул: 18:00) +82 2-1234-5678",
        "Телефон: отвечаем до 12:00 (Сеул: 18:00)",
    ),
    (
        OFF,
        "ru",
        "Europe/Moscow",
        "Закрыто: Рождество. Начнем: понедельник, 03:00 (Сеул: 09:00)",
        "Телефон Закрыто: Рождество. Начнем: понедельник, 03:00 (Сеул: 09:00) "
        "Портал поддержки: запросы принимаются круглосуточно Создать запрос в службу поддержки",
        "Телефон снова отвечает: понедельник, 03:00 (Сеул: 09:00)",
    ),
]


@pytest.fixture(scope="module")
def demo(golden_sites: GoldenSites) -> Iterator[str]:
    with served(golden_sites["demo"]) as address:
        yield address


def tab(browser: Browser, zone: str, moment: str, **more: Any) -> Page:
    page = browser.new_context(timezone_id=zone, viewport={"width": 1280, "height": 900}, **more).new_page()
    page.clock.set_fixed_time(f"{moment}:00+09:00")
    return page


def folder(tag: str) -> str:
    return "/" if tag == "ko" else f"/{tag}/"


def told(page: Page, place: str) -> str:
    until(page, "place => document.querySelector(place)?.textContent.trim()", place)
    return " ".join(page.inner_text(place).split())


@pytest.mark.browser
@pytest.mark.slow
@needs_chromium
@pytest.mark.parametrize(
    ("moment", "tag", "zone", "badge", "bar", "answer"), SEEN, ids=[f"{moment}-{tag}" for moment, tag, *_ in SEEN]
)
def test_the_pages_say_who_answers_now(
    browser: Browser, demo: str, moment: str, tag: str, zone: str, badge: str, bar: str, answer: str
) -> None:
    page = tab(browser, zone, moment)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))

    page.goto(f"{demo}{folder(tag)}billing/")
    line = told(page, "[data-hg-bar] .hg-live")
    page.goto(f"{demo}{folder(tag)}contact/")
    card, phone = told(page, "[data-hg-answer] h2"), told(page, "[data-hg-state=phone]")
    page.context.close()

    assert (phone, line, card, wrong) == (badge, bar, answer, [])


@pytest.mark.browser
@pytest.mark.slow
@needs_chromium
@pytest.mark.parametrize(
    ("moment", "tag", "expected"),
    [
        (OPEN, "ko", ["phone", "kakaotalk", "portal", "email"]),
        (NIGHT, "ko", ["portal", "email", "phone", "kakaotalk"]),
        # KakaoTalk is answered in Korean only.
        (OPEN, "en", ["phone", "portal", "email", "kakaotalk"]),
    ],
)
def test_the_channels_stand_in_the_order_in_which_they_help_now(
    browser: Browser, demo: str, moment: str, tag: str, expected: list[str]
) -> None:
    page = tab(browser, "Asia/Seoul", moment)
    page.goto(f"{demo}{folder(tag)}contact/")
    told(page, "[data-hg-answer] h2")

    assert page.eval_on_selector_all("[data-hg-channel]", "all => all.map(one => one.dataset.hgChannel)") == expected
    page.context.close()


@pytest.mark.browser
@pytest.mark.slow
@needs_chromium
@pytest.mark.parametrize(
    ("moment", "scripts", "lost"),
    [
        (OPEN, False, False),
        (OPEN, True, True),
        ("2026-11-17T14:10", True, False),
        ("2029-01-02T14:10", True, False),
    ],
)
def test_no_badge_is_shown_rather_than_a_wrong_one(
    browser: Browser, demo: str, moment: str, scripts: bool, lost: bool
) -> None:
    """Without scripts, without the hours, before and after what is known, the usual hours stand as they do on paper."""
    page = tab(browser, "Asia/Seoul", moment, java_script_enabled=scripts)
    if lost:
        page.route("**/hours.*.json", lambda route: route.fulfill(status=404))
    for path in ("contact/", "billing/"):
        page.goto(f"{demo}/en/{path}", wait_until="networkidle")
        places = page.locator("[data-hg-state], [data-hg-answer], [data-hg-clock], [data-hg-bar] .hg-live")
        assert [text for text in places.all_inner_texts() if text.strip()] == []
    usual = page.locator("[data-hg-bar]").inner_text()
    page.context.close()

    assert usual.strip() == "Phone Mon–Fri 09:00–18:00, break 12:00–13:00, Seoul time (UTC+9)"


@pytest.mark.browser
@pytest.mark.slow
@needs_chromium
def test_a_badge_changes_at_its_minute_and_after_a_sleep(browser: Browser, demo: str) -> None:
    page = tab(browser, "Asia/Seoul", OPEN)
    page.clock.install(time="2026-11-20T17:59:30+09:00")
    page.goto(f"{demo}/en/")
    before = told(page, "[data-hg-state=phone]")
    page.clock.run_for(35_000)
    after = told(page, "[data-hg-state=phone]")
    page.clock.set_fixed_time("2026-11-23T10:00:00+09:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    awake = told(page, "[data-hg-state=phone]")
    page.context.close()

    assert [before, after, awake] == ["Open until 18:00", "Closed, opens Monday, 09:00", "Open until 12:00"]


@pytest.mark.browser
@pytest.mark.slow
@needs_chromium
def test_paper_shows_the_usual_hours_and_times_are_for_machines_too(browser: Browser, demo: str) -> None:
    page = tab(browser, "America/Los_Angeles", OPEN)
    page.goto(f"{demo}/en/billing/")
    told(page, "[data-hg-bar] .hg-live")
    times = page.eval_on_selector_all("[data-hg-bar] time", "all => all.map(one => one.dateTime)")
    page.emulate_media(media="print")
    live, usual = page.locator(".hg-live").first.is_visible(), page.locator(".hg-usual").is_visible()
    page.context.close()

    assert times == ["2026-11-20T09:00Z"]
    assert (live, usual) == (False, True)


@pytest.mark.slow
def test_the_hours_of_a_language_weigh_little(golden_sites: GoldenSites) -> None:
    found = list((golden_sites["demo"] / "assets").glob("hours.*.json"))

    assert len(found) == 5
    assert max(len(gzip.compress(path.read_bytes())) for path in found) < 3000
