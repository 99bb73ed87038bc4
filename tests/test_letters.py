"""Below every article: a message that has been begun, with the article and what its author asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import parse_qs, urlsplit

import html5lib  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import articles
from generator.model import Source
from generator.pages.reader import Reader
from generator.pages.views import letters
from generator.pages.views.contact import Contact, contacts
from generator.pages.views.letters import LONGEST, Letter, Subject, address, fitting, opinion, request
from generator.schema import SupportConfig
from tests.conftest import GoldenSites
from tests.test_pages import config, reader

MAIL = {"id": "mail", "kind": "email", "address": "help@example.com"}
PORTAL = {
    "id": "portal", "kind": "portal", "url": "https://portal.example.com/new?form=7#top",
    "prefill": {"subject": "tf_subject", "body": "tf_description"},
}  # fmt: skip
PHONE = {"id": "phone", "kind": "phone", "number": "+82 2-1234-5678"}
ABOUT = Subject("conn-mail", "Mail & more?", "client-connectivity", "help/client-connectivity/conn-mail/")


def settings(*channels: object, **more: object) -> SupportConfig:
    return config(channels=list(channels), site={"url": "https://help.example.com/"}, **more)


def way(channel: Mapping[str, object]) -> Contact:
    return contacts(reader(settings(channel)))[0]


def said(href: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(href).query).items()}


def test_a_request_names_the_page_and_asks_for_what_its_author_lists() -> None:
    about = replace(ABOUT, ready=("Device", "Time"), as_of=date(2026, 11, 2))

    letter = request(reader(settings(MAIL)), about)

    assert letter.subject == "[conn-mail] Mail & more?"
    assert letter.text == (
        "https://help.example.com/help/client-connectivity/conn-mail/\nLanguage: English\n"
        "Facts as of: 2 November 2026\n\nDevice:\nTime:"
    )


def test_the_address_of_another_language_leads_to_its_folder() -> None:
    own: Reader = reader(settings(MAIL, languages=["en", "ko"]), "ko")

    assert "https://help.example.com/ko/help/client-connectivity/conn-mail/" in request(own, ABOUT).lines


def test_a_site_without_an_address_leaves_the_line_out() -> None:
    assert request(reader(config(channels=[MAIL])), ABOUT).lines == ("Language: English", "")


@pytest.mark.parametrize(
    ("helped", "first"), [(True, "This article helped me."), (False, "This article did not help me.")]
)
def test_an_opinion_says_whether_it_helped(helped: bool, first: str) -> None:
    assert opinion(reader(settings(MAIL)), ABOUT, helped=helped).lines[0] == first


def test_a_mail_begins_with_the_letter() -> None:
    href = address(way(MAIL), Letter("A & B?", ("one + two", "three")))

    assert href == "mailto:help@example.com?subject=A%20%26%20B%3F&body=one%20%2B%20two%0D%0Athree"


def test_a_portal_takes_the_letter_under_its_own_names_beside_what_its_address_says() -> None:
    href = address(way(PORTAL), Letter("S", ("one",)))

    assert href == "https://portal.example.com/new?form=7&tf_subject=S&tf_description=one#top"


@pytest.mark.parametrize("channel", [PHONE, {**PORTAL, "prefill": None}, {**PORTAL, "prefill": {}}])
def test_a_channel_that_takes_no_letter_has_no_address_for_one(channel: dict[str, object]) -> None:
    own = settings(channel)

    assert address(way(channel), Letter("S", ("one",))) == ""
    assert letters.opinions(reader(own), ABOUT) is None
    assert letters.asking(reader(own), ABOUT) == []


@given(st.lists(st.text(max_size=200), max_size=30), st.text(max_size=60))
def test_what_does_not_fit_is_left_out_by_whole_lines(lines: list[str], subject: str) -> None:
    lines = [" ".join(line.split()) for line in lines]

    href = address(way(MAIL), Letter(subject, tuple(lines)))

    body = said(href).get("body", "").split("\r\n")
    assert len(href) <= LONGEST
    assert "\n".join(lines).strip("\n").startswith("\n".join(body).strip("\n"))


def test_the_channels_that_take_the_topic_are_offered() -> None:
    own = reader(settings({**MAIL, "topics": ["billing"]}, {**PORTAL, "topics": ["technical"]}))

    found = {group: [one.id for one in fitting(own, Subject("a", "A", group, "a/"))]
             for group in ("billing-subscription", "client-connectivity", "security")}  # fmt: skip

    assert found == {
        "billing-subscription": ["mail"],
        "client-connectivity": ["portal"],
        "security": ["mail", "portal"],
    }


ARTICLE = """---
title: T
---
# T

## What to do

- Not this

## When to contact us

Have ready:

- The **version** of `Outlook`
- What [the page](../x/y.md) of {{ partner.name }} says.

{% include "contact-card.md.j2" %}

[Contact us](../../contact.md)
"""


def test_what_to_have_ready_is_the_list_before_the_way_to_the_partner() -> None:
    source = Source(PurePosixPath("kb/a/b.md"), ARTICLE)

    assert articles.ready(source, None, {"partner": {"name": "Acme"}}) == (
        "The version of Outlook",
        "What the page of Acme says",
    )


def test_an_article_that_leads_to_nobody_asks_for_nothing() -> None:
    source = Source(PurePosixPath("kb/a/b.md"), "---\ntitle: T\n---\n# T\n\n- One\n")

    assert articles.ready(source, None, {}) == ()


@pytest.mark.parametrize("tag", ["", "en/", "ru/", "zh-TW/", "zh-CN/"])
def test_every_article_of_the_demo_asks_and_can_be_answered(tag: str, golden_sites: GoldenSites) -> None:
    for path in sorted((golden_sites["demo"] / tag / "help").glob("*/*/index.html")):
        page = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        begun = [link.get("href") for link in page.iterfind(".//p[@class='hg-begin']/a")]
        assert len(begun) >= 3, path
        assert all(f"[{path.parent.name}]" in said(href)["subject"] for href in begun), path
        assert all(len(href) <= LONGEST for href in begun), path
