"""The mark by which extraction finds a text in a table: it is translated later, for the reader who asks."""

from __future__ import annotations


class Msgid(str):
    """A text to be translated; a plain text among such is a name, which no language translates."""

    __slots__ = ()


def _(msgid: str) -> str:
    """Leave `msgid` as it is."""
    return Msgid(msgid)
