"""msgid and msgstr -> what one has and the other lacks: placeholders, links, code, HTML."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# Without one of these a text has no mark at all.
MARKED = re.compile(r"[{}\[\]`<>&:@]|//")
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
JINJA_OPEN = re.compile(r"\{[{%#]|[}%#]\}")
FIELD = re.compile(r"\{[^{}]*\}")
CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
TARGET = re.compile(r"\]\(\s*(<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)")
LABEL = re.compile(r"\]\[([^\]]*)\]|\[(\^[^\]\s]+)\]")
DEFINITION = re.compile(r"^[ \t>]*(\[[^\]]+\]:)", re.M)
AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^\s<>@]+@[^\s<>@]+)>")
# ASCII only: a particle or a full-width stop after an address is not part of it.
ADDRESS = re.compile(r"(?:(?:https?|ftp)://|mailto:|tel:|//(?=\w))[!#-&(-;=?-Z\\^_a-~]+", re.I)
MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.S)
TAG_OPEN = re.compile(r"<(?=[A-Za-z/!?])")
SCRIPT = re.compile(r"(?:java|vb)script:|<script", re.I)
SPACE = re.compile(r"[\s\x00-\x20\xad\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a translation does more, or less, than its source."""

    code: str
    message: str
    hint: str


def differences(source: str, translated: str) -> Iterator[Difference]:
    """Name every mark of `source` that `translated` loses, and every one that it brings in."""
    if not MARKED.search(source) and not MARKED.search(translated):
        return
    yield from _placeholders(source, translated)
    for code, what, find in MARKS:
        ours, theirs = find(source), find(translated)
        if ours != theirs:
            yield Difference(code, _told(what, ours - theirs, theirs - ours), "keep it as it stands in the source")


def fields(text: str) -> Counter[str]:
    """Everything in braces, as often as it stands there; blanks inside do not count."""
    rest = JINJA.sub(" ", text)
    found = [SPACE.sub(" ", match) for match in JINJA.findall(text)] + FIELD.findall(rest)
    loose = re.findall(r"[{}]", FIELD.sub("", rest))
    return Counter(re.sub(r"^(\{[{%])[-+]?\s*|\s*[-+]?([%}]\})$", r"\1\2", field) for field in found) + Counter(loose)


def _placeholders(source: str, translated: str) -> Iterator[Difference]:
    ours, theirs = fields(source), fields(translated)
    if lost := ours - theirs:
        yield Difference(
            "placeholder-lost",
            f"the translation drops {_listed(lost)}",
            "keep everything in braces as it is; only move it",
        )
    if added := theirs - ours:
        jinja = any(JINJA_OPEN.search(field) for field in added) or _opens(translated) > _opens(source)
        yield Difference(
            "jinja-added" if jinja else "placeholder-added",
            f"the translation brings in {_listed(added)}, which the source does not have",
            "take it out: the page fills only what its source asks for",
        )


def _opens(text: str) -> int:
    return len(JINJA_OPEN.findall(text))


def _links(text: str) -> Counter[str]:
    rest = CODE.sub(" ", JINJA.sub(" x ", text))
    targets = [target.strip("<>") for target in TARGET.findall(rest)]
    labels = [one or other for one, other in LABEL.findall(rest)]
    addresses = [address.rstrip(".,;:!?)*_") for address in ADDRESS.findall(rest)]
    return Counter(
        targets + labels + DEFINITION.findall(rest) + AUTOLINK.findall(rest) + addresses + MAIL.findall(rest)
    )


def _code(text: str) -> Counter[str]:
    return Counter(SPACE.sub(" ", code.strip()) for _, code in CODE.findall(text))


def _html(text: str) -> Counter[str]:
    rest = AUTOLINK.sub(" ", CODE.sub(" ", text))
    # A tag that never ends still opens one for a browser.
    unclosed = TAG_OPEN.findall(TAG.sub(" ", rest))
    return Counter([*(SPACE.sub(" ", tag) for tag in TAG.findall(rest)), *unclosed])


def _scripts(text: str) -> Counter[str]:
    for _ in range(3):
        text = html.unescape(text)
    return Counter(found.lower() for found in SCRIPT.findall(SPACE.sub("", text)))


MARKS: tuple[tuple[str, str, Callable[[str], Counter[str]]], ...] = (
    ("link-changed", "link", _links),
    ("code-changed", "code", _code),
    ("html-changed", "HTML", _html),
    ("html-changed", "script", _scripts),
)


def _told(what: str, lost: Counter[str], added: Counter[str]) -> str:
    parts = [f"loses {_listed(lost)}"] * bool(lost) + [f"brings in {_listed(added)}"] * bool(added)
    return f"{what}: the translation {' and '.join(parts)}"


def _listed(marks: Counter[str]) -> str:
    return ", ".join(f"`{mark}`" for mark in sorted(marks.elements()))
