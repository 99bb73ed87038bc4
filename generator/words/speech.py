"""English text with {fields} -> the same text in a reader's language, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from string import Formatter
from typing import Protocol

from generator.formats import Formats
from generator.model import Standing

Field = str | int | float | Decimal


class Translator(Protocol):
    """Who knows translations: a catalog, or nobody."""

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """The translation, or None where there is none that may be shown."""

    def plural(self, singular: str, plural: str, n: int) -> str | None:
        """The translation for `n` things, or None where there is none that may be shown."""

    def standing(self, msgid: str, context: str | None = None, plural: str = "") -> Standing:
        """What readers get for a message."""


class Said(str):
    """Words that are not in their reader's language, or that nobody but an engine has put into it."""

    __slots__ = ("language", "standing")
    language: str
    """ "" where they are in the reader's language."""
    standing: Standing

    def __new__(cls, text: str, language: str, standing: Standing) -> Said:
        """Let words tell what they are."""
        made = super().__new__(cls, text)
        made.language, made.standing = language, standing
        return made


class Untranslated:
    """The translator who knows nothing; everything stays English."""

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """Know nothing."""
        return None

    def plural(self, singular: str, plural: str, n: int) -> str | None:
        """Know nothing."""
        return None

    def standing(self, msgid: str, context: str | None = None, plural: str = "") -> Standing:
        """Know nothing."""
        return "missing"


@dataclass(frozen=True, slots=True)
class Speech:
    """Gettext for one reader, with named fields; a text without translation comes in the language `missing`."""

    formats: Formats
    translator: Translator
    missing: str = "en"

    def _(self, msgid: str, /, **fields: Field) -> str:
        """Translate a text and fill in its fields. Raises KeyError for a field that is not given."""
        text = self._filled(self.translator.get(msgid), msgid, fields)
        return self._said(text, msgid)

    def pgettext(self, context: str, msgid: str, /, **fields: Field) -> str:
        """Translate a text that means different things in different places."""
        text = self._filled(self.translator.get(msgid, context), msgid, fields)
        return self._said(text, msgid, context)

    def ngettext(self, one: str, many: str, n: int, /, **fields: Field) -> str:
        """Translate a text about `n` things; {n} is filled in by itself."""
        english = one if abs(n) == 1 else many
        text = self._filled(self.translator.plural(one, many, n), english, {"n": n, **fields})
        return self._said(text, one, plural=many)

    def fill(self, text: str, /, **fields: Field) -> str:
        """Fill in the {fields} of a text that is in the reader's language already."""
        return self._fill(text, fields)

    def _said(self, text: str, msgid: str, context: str | None = None, plural: str = "") -> str:
        """Let a text tell where it is not what its reader should be able to expect."""
        standing = self.translator.standing(msgid, context, plural)
        if standing in ("translated", "reviewed") or self.formats.locale.language == self.missing:
            return text
        return Said(text, "" if standing == "machine" else self.missing, standing)

    def _filled(self, translated: str | None, english: str, fields: Mapping[str, Field]) -> str:
        if translated is not None:
            try:
                return self._fill(translated, fields)
            except (KeyError, ValueError):
                # A translation with fields of its own must not stop a page; checks name it.
                pass
        return self._fill(english, fields)

    def _fill(self, text: str, fields: Mapping[str, Field]) -> str:
        done: list[str] = []
        before = ""
        for literal, name, spec, conversion in Formatter().parse(text):
            tail = self.formats.settled(before, literal)
            before = "" if name is None else self._value(name, spec, conversion, fields)
            done += [self.formats.led(tail, before), before]
        return "".join(done)

    def _value(self, name: str, spec: str | None, conversion: str | None, fields: Mapping[str, Field]) -> str:
        if spec or conversion or not name.isidentifier():
            raise ValueError(f"{name}: a field is a plain name")
        value = fields[name]
        return value if isinstance(value, str) else self.formats.number(value)
