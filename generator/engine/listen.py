"""What MkDocs says while it builds -> problems, each in the file that a person edits."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePosixPath
from threading import get_ident

from generator.engine.places import Places
from generator.problems import Location, Problem

SETTINGS = Location(PurePosixPath("mkdocs.yml"))
NAMED = re.compile(
    r"Doc file '(?P<source>[^']+)' contains an? (?P<kind>.*?)link '(?P<link>.*?)', (?P<rest>.*)", re.DOTALL
)
MEANT = re.compile(r"Did you mean '(?P<link>.*?)'\?")
# static-i18n looks for the home page in the navigation only; ours need not be there.
IDLE = ("Could not find a homepage for locale",)


class Ear(logging.Handler):
    """Keeps every warning in mind."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self.thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one warning."""
        # The preview's server warns from threads of its own, while we build.
        if record.thread == self.thread:
            self.heard.append(record.getMessage())


@contextmanager
def listening() -> Iterator[Ear]:
    """Collect the warnings of MkDocs and its plugins instead of printing them."""
    logger, ear = logging.getLogger("mkdocs"), Ear()
    before = logger.propagate, logger.level
    logger.addHandler(ear)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield ear
    finally:
        logger.removeHandler(ear)
        logger.propagate = before[0]
        logger.setLevel(before[1])


def problems(heard: list[str], places: Places) -> Iterator[Problem]:
    """Say what each warning means for the person who edits."""
    for message in heard:
        if not any(idle in message for idle in IDLE):
            yield _problem(message, places)


def _problem(message: str, places: Places) -> Problem:
    named = NAMED.match(message)
    if not named or named["source"] not in places.pages:
        return Problem("engine", message, SETTINGS, severity="warning")
    tree, page = places.pages[named["source"]]
    link, meant = named["link"], MEANT.search(message)
    where = replace(page.origin, line=page.links.get(link, page.origin.line))
    hint = f"did you mean `{meant['link'].removeprefix(tree.language + '/')}`?" if meant else ""
    if "no such anchor" in message or "does not contain an anchor" in message:
        return Problem("broken-anchor", f"{link}: no heading has this name", where, hint or "take the id of a heading")
    if named["kind"].startswith("absolute"):
        return Problem(
            "absolute-link",
            f"{link}: this link leaves out its language",
            where,
            hint or "link to the Markdown file, as `../contact.md`",
        )
    return Problem(
        "broken-link",
        f"{link}: the site has no such page",
        where,
        hint or "link to a Markdown file that is there, as `../contact.md`",
    )
