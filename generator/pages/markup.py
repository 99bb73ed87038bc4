"""A fact -> Markup that neither Markdown nor HTML can mistake for anything but text."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

from markupsafe import Markup

from generator.model import Standing
from generator.words import Said

# Python-Markdown and HTML both leave a numeric entity alone, in text, headings, attributes and raw HTML.
ALWAYS = re.compile(r"[\\`*_{}\[\]<>&|\"'^~=$]")
AT_START = re.compile(r"\A(?:[#+\-:!.]|\d+(?=[.)]))")
# Hours stay on one line: "09:00–18:00" is one word to a reader.
HOURS = re.compile(r"(?<=\d\d)([–~])(?=\d\d?:\d\d)")
TAGS = re.compile(r"<[^>]*>")
TAG = re.compile(r"(<[^>]*>)")


def entity(character: str) -> str:
    """Write characters as numeric entities."""
    return "".join(f"&#{ord(one)};" for one in character)


def escape(value: object) -> Markup:
    """Escape a fact for Markdown and HTML; Markup passes as it is, nothing becomes nothing."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return Markup()
    text = ALWAYS.sub(lambda found: entity(found.group()), str(value))
    text = HOURS.sub(r"&#8288;\1&#8288;", AT_START.sub(_disarm, text.strip()))
    escaped = Markup(re.sub(r"\s*\n\s*", "<br>", text))
    return marked(escaped, value.language, value.standing) if isinstance(value, Said) else escaped


def _disarm(found: re.Match[str]) -> str:
    # "1." at the start of a line is a list; "1&#46;" is not.
    text = found.group()
    return entity(text) if not text[0].isdigit() else entity(text[0]) + text[1:]


def foreign(text: Markup, language: str) -> Markup:
    """Mark text that is not in the language of its page."""
    return Markup(f'<span lang="{language}">{text}</span>') if text else text


def marked(text: Markup, language: str, standing: Standing) -> Markup:
    """Mark text with the language that it is in, where it is not the page's, and with what its translation lacks."""
    if not text or standing in ("translated", "reviewed"):
        return foreign(text, language) if language else text
    spoken = f' lang="{language}"' if language else ""
    return Markup(f'<span{spoken} data-hg-passage="{"missing" if standing == "refused" else standing}">{text}</span>')


def plain(text: object) -> str:
    """What a reader sees of some markup, for titles and descriptions."""
    return unescape(TAGS.sub("", str(text))).replace("**", "").strip()


def quoted(text: Markup) -> Markup:
    """Write markup so that it can stand between double quotes, as the title of a note."""
    parts = TAG.split(text)
    return Markup("".join(part.replace('"', "'" if TAG.fullmatch(part) else "&quot;") for part in parts))


def anchor(href: str, words: object, css: str = "") -> Markup:
    """Make a link in HTML to somewhere outside the site."""
    attributes = f' class="{css}"' if css else ""
    # No asterisk: it could begin emphasis where Markdown reads an attribute as text.
    safe = quote(href, safe=":/?#@!$&()+,;=%~.-_[]'").replace("&", "&amp;").replace("'", "&#39;")
    return Markup(f'<a href="{safe}"{attributes}{_on_paper(safe, plain(words))}>{escape(words)}</a>')


def _on_paper(href: str, words: str) -> str:
    """Say what paper shows behind a link: the mail address that its words lack, nothing where they are the address."""
    if not href.startswith("mailto:"):
        return ' data-hg-paper=""' if unescape(href) in words else ""
    address = href.removeprefix("mailto:").partition("?")[0]
    return "" if unescape(address) in words else f' data-hg-paper="{address}"'
