"""Small drafts for the tests of the engine, and readers for what it built."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]  # it ships no types

from generator.model import Draft, NavItem, Page, Tree
from generator.problems import Location
from generator.schema import Company, Phone, Site, SupportConfig, Text

THEME = Path(__file__).parent.parent / "templates" / "theme"
URL = "https://support.example.com/"


def config(languages: Sequence[str], **site: Any) -> SupportConfig:
    company = Company(legal_name=Text("Acme & </script> <b>Co</b>"), display_name=Text("Acme"), csp_type="direct_bill")
    return SupportConfig(
        schema_version=1,
        company=company,
        languages=tuple(languages),
        timezone="Asia/Seoul",
        clouds=("global",),
        regions=("KR",),
        channels=(Phone(id="phone", kind="phone", number="+82 2-2345-6789", toll="free"),),
        site=Site(**{"url": URL, **site}),
    )


def page(path: str, markdown: str = "# A page\n\nText.\n", title: str = "A page", **more: Any) -> Page:
    origin = Location(PurePosixPath("templates/pages") / f"{path}.j2")
    return Page(PurePosixPath(path), title, markdown, origin, **more)


def pages(*more: Page) -> tuple[Page, ...]:
    """A home page, a contact page, an article, a 404, then `more`; one that has the path of these replaces it."""
    usual = (
        page("index.md", "# Home {#home}\n\n[Contact](contact.md)\n", "Home"),
        page("contact.md", "# Contact {#contact}\n\n[Home](index.md)\n", "Contact"),
        page("help/billing/late.md", "# Late\n\n[Contact](../../contact.md)\n", "Late", kind="article"),
        page("404.md", "# Gone\n\n[Contact](contact.md#contact) [Out](https://example.com/)\n", "Gone"),
    )
    return tuple({each.path: each for each in (*usual, *more)}.values())


def tree(tag: str, some: tuple[Page, ...] | None = None, **more: Any) -> Tree:
    own = pages() if some is None else some
    nav = tuple(NavItem(each.title, each.path) for each in own if each.path.name != "404.md")
    return Tree(**{"language": tag, "site_name": f"Acme {tag}", "pages": own, "nav": nav, **more})


def draft(*trees: Tree, assets: Mapping[PurePosixPath, bytes] | None = None, **site: Any) -> Draft:
    trees = trees or (tree("en"), tree("ko"))
    languages = [each.language for each in trees]
    return Draft(config(languages, **site), trees, date(2026, 7, 1), THEME, assets or {})


def parsed(file: Path) -> Element:
    """Read a page as a browser does; any mistake in its HTML raises."""
    text = file.read_text(encoding="utf-8")
    # html5lib predates two things that HTML allows today.
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)  # type: ignore[no-any-return]  # no types


def attribute(root: Element, tag: str, wanted: str, /, **where: str) -> list[str]:
    return [
        element.get(wanted, "")
        for element in root.iter(tag)
        if wanted in element.attrib and all(element.get(key) == value for key, value in where.items())
    ]


def text(root: Element, tag: str) -> str:
    return "".join("".join(element.itertext()) for element in root.iter(tag))


def all_text(site: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html")))


def files(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def links(html: str) -> list[str]:
    return re.findall(r'\s(?:href|src)="([^"]*)"', html)
