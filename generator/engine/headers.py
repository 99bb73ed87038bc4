"""The headers that pages are best sent with, in the files from which hosts of static sites read them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

FIXED: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{8,}\.\w+$")


def headers(policy: str) -> dict[str, str]:
    """Every header of a page; that no other site may frame it can be said in a header only."""
    return {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", **FIXED}


def files(policy: str, site: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what hosts look for at the root: (path, text); `site` names the files of the site."""
    kept = sorted(path for path in site if NAMED_BY_CONTENT.search(path))
    # Netlify, Cloudflare Pages and others.
    yield "_headers", _block("/*", headers(policy)) + "".join(_block(f"/{path}", KEPT) for path in kept)
    # Azure Static Web Apps.
    yield "staticwebapp.config.json", _azure(policy, kept)


def _block(path: str, lines: Mapping[str, str]) -> str:
    return "".join((f"{path}\n", *(f"  {name}: {value}\n" for name, value in lines.items())))


def _azure(policy: str, kept: Iterable[str]) -> str:
    said = {
        "globalHeaders": headers(policy),
        "routes": [{"route": f"/{path}", "headers": KEPT} for path in kept],
        "responseOverrides": {"404": {"rewrite": "/404.html"}},
    }
    return json.dumps(said, indent=2) + "\n"
