"""Pages link to where the requirements send customers: agreements, admin centers, status pages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.checks import _ask
from generator.checks._base import Check
from generator.checks._texts import page
from generator.model import Draft
from generator.problems import Problem

HOSTS = {
    "global": r"https://[\w.-]*\b(?:cloud\.microsoft|(?:microsoft|azure|microsoftonline|office)\.com)(?![\w.])",
    "us_gov": r"https://[\w.-]+\.us(?![\w.])",
    "china_21vianet": r"https://[\w.-]+\.cn(?![\w.])",
}


def every_cloud_has_links(draft: Draft) -> Iterator[Problem]:
    """The status page links to the places of each cloud that is sold."""
    for tree in draft.trees:
        if found := page(tree, "status"):
            for cloud in draft.config.clouds:
                if not re.search(HOSTS[cloud], html.unescape(found.markdown)):
                    message = f"status: the page has no link for the cloud {cloud} in {tree.language}"
                    hint = "link to its service health and admin center; give `status_links:` where yours differ"
                    yield Problem("", message, found.origin, hint)


def customer_agreement_is_linked(draft: Draft) -> Iterator[Problem]:
    """The legal part links to the Microsoft Customer Agreement."""
    yield from _is_linked(draft, "the Microsoft Customer Agreement", str(draft.config.legal.mca_url))


def government_agreement_is_linked(draft: Draft) -> Iterator[Problem]:
    """The legal part, or the one that says how support works, links to the agreement for US Government customers."""
    url = draft.config.legal.us_gov_agreement_url
    if url:
        yield from _is_linked(draft, "the agreement for US Government", url, "how-support-works")


def _is_linked(draft: Draft, what: str, url: str, *others: str) -> Iterator[Problem]:
    """Complain about the legal part where neither it nor one of the `others` has the link."""
    whole = re.compile(re.escape(url) + r"(?![\w/?#%&=-])")
    for tree in draft.trees:
        found = page(tree, "security-and-privacy")
        places = filter(None, (found, *(page(tree, slug) for slug in others)))
        if found and not any(whole.search(html.unescape(place.markdown)) for place in places):
            message = f"security-and-privacy: the page does not link to {what} in {tree.language}"
            yield Problem("", message, found.origin, f"link to {url}")


CHECKS = (
    Check("R060", customer_agreement_is_linked, "pages"),
    Check("R070", every_cloud_has_links, "pages"),
    Check("R080", government_agreement_is_linked, "pages", _ask.is_us_gov),
)
