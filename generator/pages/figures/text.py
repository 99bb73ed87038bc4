"""A text and a room -> the lines that fit into it, by an estimate of every script's widths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

NARROW = frozenset("ijlIftr.,:;'!|()[]/\\ ·’‘-")
ROOMY = frozenset("wшщжюфымЫМ+=<>−~")
BROAD = frozenset("mMW@%&—…ШЩЖЮФЉЊ№←→×±")
# A Russian line does not end with a preposition of one or two letters.
SHORT = re.compile(r"(?<![^ \N{NO-BREAK SPACE}«(])([А-Яа-яЁё]{1,2}) ")
JOINER = "\u200d"
BOLD = 1.07
# Unbalanced, these would turn the rest of a line around; and a line break splits their pairs.
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NEVER_FIRST = frozenset("、。，．：；！？）」』】》〉〕｝・ー～…—,.:;!?)]}%’”»ぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜")
NEVER_LAST = frozenset("（「『【《〈〔｛([{‘“«")


@dataclass(frozen=True, slots=True)
class Face:
    """How a text looks: its class, its size in units of the drawing, its weight."""

    css: str
    size: float
    bold: bool = False

    @property
    def leading(self) -> float:
        """The height of one line."""
        return round(self.size * 1.35)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one face, broken to fit a room."""

    lines: tuple[str, ...]
    face: Face

    @property
    def height(self) -> float:
        """The height of all lines; 0 for an empty text."""
        return len(self.lines) * self.face.leading

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((width(line, self.face) for line in self.lines), default=0)


def clean(text: str) -> str:
    """Keep what XML may carry, on one line."""
    kept = (" " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char for char in text if _carried(char))
    words = " ".join(word for word in "".join(kept).split(" ") if word)
    return SHORT.sub("\\1\N{NO-BREAK SPACE}", words)


def width(text: str, face: Face) -> float:
    """Estimate how wide a line will be, rather too wide than too narrow."""
    joined = zip(text, "\0" + text, strict=False)
    ems = sum(_advance(char) for char, before in joined if before != JOINER or unicodedata.category(char) != "So")
    return ems * face.size * (BOLD if face.bold else 1)


def whole(text: str, room: float, face: Face) -> bool:
    """Whether a text fits into lines of this width without a break inside a word."""
    return all(width(piece.rstrip(), face) <= room for piece in _pieces(clean(text)))


def fit(text: str, room: float, face: Face) -> Block:
    """Break a text into lines no wider than `room`; a word that is wider alone is broken inside."""
    lines: list[str] = []
    for piece in _pieces(clean(text)):
        if lines and width((lines[-1] + piece).rstrip(), face) <= room:
            lines[-1] += piece
        else:
            lines.extend(_cut(piece, room, face))
    return Block(tuple(line.strip() for line in lines if line.strip()), face)


def _carried(char: str) -> bool:
    return unicodedata.category(char) not in {"Cs", "Cn"} and char not in BIDI_CONTROLS


@cache
def _advance(char: str) -> float:
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf"}:
        return 0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return 1.35 if category == "So" else 1
    if char in NARROW:
        return 0.36
    if char in BROAD:
        return 0.93
    if char in ROOMY:
        return 0.8
    if category == "Lu":
        return 0.72
    # What we know nothing about may be as wide as it is high.
    return 0.58 if char <= "\u06ff" and category in {"Ll", "Nd", "Lo", "Po", "Pd"} else 1


def _square(char: str) -> bool:
    """Whether a line may break beside this letter: Han and kana, but not Hangul, which breaks at spaces."""
    return unicodedata.east_asian_width(char) in {"W", "F"} and not unicodedata.name(char, "").startswith("HANGUL")


def _clusters(text: str) -> Iterator[str]:
    """Letters with the marks that belong to them; pictures joined into one."""
    cluster = ""
    for char in text:
        if cluster and not _belongs(char, cluster[-1]):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _belongs(char: str, before: str) -> bool:
    category = unicodedata.category(char)
    return category in {"Mn", "Mc", "Me", "Cf"} or (before == JOINER and category == "So")


def _pieces(text: str) -> Iterator[str]:
    """What stays together on a line; spaces belong to the piece before them."""
    for word in re.findall(r"[^ ]+ *", text):
        piece = ""
        for cluster in _clusters(word):
            if piece and _may_break(piece[-1], cluster[0]):
                yield piece
                piece = ""
            piece += cluster
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after in NEVER_FIRST or after.isspace() or before.isspace() or before in NEVER_LAST:
        return False
    return _square(before) or _square(after) or before in "/-–"


def _cut(piece: str, room: float, face: Face) -> Iterator[str]:
    """The piece, or parts of it where it is too wide for a line of its own: rather no-break spaces than words."""
    words = re.findall("[^\N{NO-BREAK SPACE}]*\N{NO-BREAK SPACE}|[^\N{NO-BREAK SPACE}]+", piece)
    line = ""
    for part in words if all(width(word.rstrip(), face) <= room for word in words) else _clusters(piece):
        if line and width((line + part).rstrip(), face) > room:
            yield line
            line = ""
        line += part
    yield line
