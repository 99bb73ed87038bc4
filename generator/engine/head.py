"""Page -> what its <head> says to search engines and to sites that show a preview."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.engine.places import Places, said
from generator.languages import language
from generator.model import Page, Tree
from generator.schema import Channel, Email, Phone

# The pages on which people look for the company itself.
INTRODUCE = frozenset({"index.md", "contact.md"})


@dataclass(frozen=True, slots=True)
class Head:
    """The facts of one page's <head>."""

    title: str
    headline: str
    description: str
    indexed: bool
    canonical: str | None
    hreflang: tuple[tuple[str, str], ...]
    locale: str
    data: Markup | None
    """JSON-LD, safe inside a script element."""


def head(places: Places, tree: Tree, page: Page) -> Head:
    """Say what one page is about, in its own language."""
    own = next(version for version in places.versions(page.path) if version.language == tree.language)
    return Head(
        title=_title(places, tree, page),
        headline=page.title,
        description=page.description or tree.description,
        indexed=own.indexed,
        canonical=places.absolute(own.address) if own.indexed else None,
        hreflang=places.hreflang(page.path) if own.indexed else (),
        locale=language(tree.language).og,
        data=script(_organization(places, tree)) if str(page.path) in INTRODUCE else None,
    )


def _title(places: Places, tree: Tree, page: Page) -> str:
    """Name page and site; the home page says "support" itself, and needs the company alone."""
    company = said(places, tree, places.draft.config.company.display_name)
    own = company if str(page.path) == "index.md" and company in tree.site_name else tree.site_name
    return page.title if own in page.title else f"{page.title} – {own}"


def script(data: object) -> Markup:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _organization(places: Places, tree: Tree) -> dict[str, object]:
    config = places.draft.config
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": tree.site_name,
        "legalName": said(places, tree, config.company.legal_name),
    }
    if url := config.company.website or places.url:
        found["url"] = url
    if config.site.logo and places.url:
        found["logo"] = places.absolute(config.site.logo)
    if points := [point for channel in config.channels for point in _point(channel)]:
        found["contactPoint"] = points
    return found


def _point(channel: Channel) -> Iterator[dict[str, object]]:
    match channel:
        case Phone():
            reach: dict[str, object] = {"telephone": channel.number}
            if channel.toll == "free":
                reach["contactOption"] = "TollFree"
        case Email():
            reach = {"email": channel.address}
        case _:
            return
    spoken = [entry.tag for entry in channel.languages]
    yield {
        "@type": "ContactPoint",
        "contactType": "customer support",
        **reach,
        **({"availableLanguage": spoken} if spoken else {}),
    }
