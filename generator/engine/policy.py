"""What a browser may load and run on the site, as a Content-Security-Policy: nothing but the site's own."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode

from jinja2 import Environment

INLINE = re.compile(r"<script>(.*?)</script>", re.S)
RUNS_FIRST = "partials/scheme.html"
"""The one script that stands in the pages themselves: it chooses dark or light before anything is drawn."""


def policy(environment: Environment) -> str:
    """Allow the site's own files, and the script that stands in every page, by what it says.

    Scripts are counted in the theme, never in a page: one that came in by a text is not allowed because it is there.
    """
    there = RUNS_FIRST in environment.list_templates()
    rendered = environment.get_template(RUNS_FIRST).render() if there else ""
    scripts = " ".join(("script-src 'self'", *map(_by_content, INLINE.findall(rendered))))
    return "; ".join(
        (
            "default-src 'none'",
            "base-uri 'none'",
            "connect-src 'self'",
            "form-action 'self'",
            # Material keeps its icons in its style sheet.
            "img-src 'self' data:",
            "manifest-src 'self'",
            scripts,
            "style-src 'self'",
        )
    )


def _by_content(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
