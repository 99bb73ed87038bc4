"""PO ↔ Catalog: read and refuse, extract and merge."""

from generator.catalogs.extract import messages
from generator.catalogs.merge import template, update
from generator.catalogs.pseudo import pseudo
from generator.catalogs.read import Catalog, Entry, State, read

__all__ = ["Catalog", "Entry", "State", "messages", "pseudo", "read", "template", "update"]
