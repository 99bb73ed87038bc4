"""The HTML of a page -> HTML that does no harm: known widgets only in articles, known link schemes everywhere."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import nh3

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
TAGS = frozenset(
    re.findall(
        r"\w+",
        """
        a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
        h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q rp rt ruby s samp section small span strong
        sub summary sup table tbody td tfoot th thead time tr u ul var wbr
        """,
    )
)
ATTRIBUTES = {
    "*": {"class", "dir", "hidden", "id", "lang", "title", "translate"},
    "a": {"href", "hreflang", "role"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "input": {"checked", "disabled", "name", "type"},
    "label": {"for"},
    "ol": {"reversed", "start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# Tabs and task lists; any other field has no business in an article.
FIELDS = frozenset({"checkbox", "radio"})
# The theme's own parts: an article that took their names could cover the page or work its switches.
OURS = re.compile(r"(?:md-(?!button)|__(?!tabbed_))")
TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
LINK = re.compile(
    r"""\s(?:href|src|srcset|action|formaction|xlink:href|poster|cite|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
EVENT = re.compile(r"""(?:[\s"'/])(on[a-z]+)\s*=(?=(?:[^"']|"[^"]*"|'[^']*')*>?\Z)""", re.IGNORECASE)
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def article(content: str) -> str:
    """Keep what an article may show: text, pictures, and the theme's widgets."""
    return nh3.clean(
        content,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_attribute,
        generic_attribute_prefixes={"aria-", "data-"},
        link_rel=None,
        url_schemes=set(SCHEMES),
    )


def harm(tag: str) -> str:
    """Say why a tag in an article would not reach its readers as it is written; "" if it will."""
    name = NAME.match(tag)
    if not name or name[1].lower() not in TAGS:
        return f"{name[0]}>: an article may not hold this tag" if name else f"{tag}: an article may not hold this tag"
    if event := EVENT.search(tag):
        return f"{event[1]}: an article may not run a script"
    return next((f"{target}: a link may not lead there" for target in refused(tag)), "")


def refused(content: str) -> Iterator[str]:
    """Yield every link target whose scheme is not one that readers may be sent to."""
    for tag in TAG.finditer(content):
        for link in LINK.finditer(tag[0]):
            target = html.unescape(next(value for value in (*link.groups(), "") if value is not None))
            # Browsers skip white space and control characters before and inside a scheme.
            bare = re.sub(r"[\x00-\x20\x7f]", "", target)
            if (scheme := SCHEME.match(bare)) and scheme[1].lower() not in SCHEMES:
                yield target


def _attribute(tag: str, name: str, value: str) -> str | None:
    # Which original belongs to which passage is said by us, after the cleaning.
    if name == "data-hg-o":
        return None
    if name == "class":
        kept = [word for word in value.split() if not OURS.match(word)]
        return " ".join(kept) or None
    if name in ("id", "for", "name") and OURS.match(value):
        return None
    if tag == "input" and name == "type" and value not in FIELDS:
        return "checkbox"
    return value
