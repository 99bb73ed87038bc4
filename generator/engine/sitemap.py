"""Places -> sitemap.xml and robots.txt, for a site whose address is known."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.engine.places import Places

OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def files(places: Places) -> Iterator[tuple[str, str]]:
    """Yield what crawlers ask for: (path, text)."""
    if places.url is None:
        return
    yield "sitemap.xml", "".join((OPEN, *_entries(places), "</urlset>\n"))
    # Crawlers read robots.txt at the root of a host and nowhere else.
    if places.base == "/":
        yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {places.url}sitemap.xml\n"


def _entries(places: Places) -> Iterator[str]:
    for tree in places.draft.trees:
        for page in tree.pages:
            own = next(version for version in places.versions(page.path) if version.language == tree.language)
            if own.indexed:
                links = "".join(map(_link, places.hreflang(page.path)))
                yield f"<url><loc>{escape(f'{places.url}{own.address}')}</loc>{links}</url>\n"


def _link(pair: tuple[str, str]) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{escape(pair[0])}" href="{escape(pair[1])}"/>'
