"""English text with {fields} -> the same text in a reader's language, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from string import Formatter
from typing import Protocol

from generator.formats import Formats

Field = str | int | float | Decimal


class Translator(Protocol):
    """Who knows translations: a catalog, or nobody."""

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """The translation, or None where there is none that may be shown."""

    def plural(self, singular: str, plural: str, n: int) -> str | None:
        """The translation for `n` things, or None where there is none that may be shown."""


class Untranslated:
    """The translator who knows nothing; everything stays English."""

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """Know nothing."""
        return None

    def plural(self, singular: str, plural: str, n: int) -> str | None:
        """Know nothing."""
        return None


@dataclass(frozen=True, slots=True)
class Speech:
    """Gettext for one reader, with named fields; a text without translation comes in the language `missing`."""

    formats: Formats
    translator: Translator
    missing: str = "en"

    def _(self, msgid: str, /, **fields: Field) -> str:
        """Translate a text and fill in its fields. Raises KeyError for a field that is not given."""
        return self._filled(self.translator.get(msgid), msgid, fields)

    def pgettext(self, context: str, msgid: str, /, **fields: Field) -> str:
        """Translate a text that means different things in different places."""
        return self._filled(self.translator.get(msgid, context), msgid, fields)

    def ngettext(self, one: str, many: str, n: int, /, **fields: Field) -> str:
        """Translate a text about `n` things; {n} is filled in by itself."""
        english = one if abs(n) == 1 else many
        return self._filled(self.translator.plural(one, many, n), english, {"n": n, **fields})

    def fill(self, text: str, /, **fields: Field) -> str:
        """Fill in the {fields} of a text that is in the reader's language already."""
        return self._fill(text, fields)

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
