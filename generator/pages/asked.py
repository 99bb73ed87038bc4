"""What a page asks of the catalogs while it is rendered: the texts that its readers will meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2.runtime import Context

from generator.model import Standing
from generator.words import Translator


@dataclass(frozen=True, slots=True)
class Asked:
    """One text, and the catalog that should know it."""

    domain: str
    text: str
    context: str | None = None
    plural: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """The texts that were asked for since the last page began, in order, each once."""

    found: dict[Asked, None] = field(default_factory=dict)

    def add(self, asked: Asked) -> None:
        """Note one text."""
        self.found.setdefault(asked)

    def drop(self, asked: Asked) -> None:
        """Forget a text: a name may stay as it is."""
        self.found.pop(asked, None)

    def taken(self) -> tuple[Asked, ...]:
        """Give what was noted, and begin anew."""
        found = tuple(self.found)
        self.found.clear()
        return found


@dataclass(frozen=True, slots=True)
class Late:
    """A value that templates name, made anew whenever one does: who asks for its texts is the page that shows them."""

    make: Callable[[], object]


def settled(names: Mapping[str, object]) -> dict[str, object]:
    """Make once what would be made late, where nobody asks which page shows it."""
    return {name: value.make() if isinstance(value, Late) else value for name, value in names.items()}


class Names(Context):
    """The names of a template, those that are made late among them."""

    def resolve_or_missing(self, key: str) -> object:
        """Look up a name as Jinja does."""
        value = super().resolve_or_missing(key)
        return value.make() if isinstance(value, Late) else value


@dataclass(frozen=True, slots=True)
class Noted:
    """A translator who notes what it is asked."""

    domain: str
    translator: Translator
    notes: Notes

    def get(self, msgid: str, context: str | None = None) -> str | None:
        """The translation, or None where there is none that may be shown."""
        self.notes.add(Asked(self.domain, msgid, context))
        return self.translator.get(msgid, context)

    def plural(self, singular: str, plural: str, n: int) -> str | None:
        """The translation for `n` things, or None where there is none that may be shown."""
        self.notes.add(Asked(self.domain, singular, None, plural))
        return self.translator.plural(singular, plural, n)

    def standing(self, msgid: str, context: str | None = None, plural: str = "") -> Standing:
        """What readers get for a message."""
        return self.translator.standing(msgid, context, plural)
