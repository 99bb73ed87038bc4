"""PO ↔ Catalog: read and refuse, extract and merge."""

from generator.catalogs.agree import agreeing
from generator.catalogs.change import Change, change
from generator.catalogs.checks import check, terms_of
from generator.catalogs.count import Count, Tally, tally
from generator.catalogs.extract import messages
from generator.catalogs.merge import template, update
from generator.catalogs.pseudo import pseudo
from generator.catalogs.read import Catalog, Entry, State, read

__all__ = [
    "Catalog",
    "Change",
    "Count",
    "Entry",
    "State",
    "Tally",
    "agreeing",
    "change",
    "check",
    "messages",
    "pseudo",
    "read",
    "tally",
    "template",
    "terms_of",
    "update",
]
