"""Waiting in a browser for a page that forbids text to become a script, as Playwright's own waiting would have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

STEP, MOST = 50, 10_000
"""Milliseconds between two questions, and before the answer is no."""


def until(tab: Page, question: str, arg: object = None) -> None:
    """Ask the page until it says yes; raises AssertionError where it never does."""
    for _ in range(MOST // STEP):
        if tab.evaluate(question, arg):
            return
        tab.wait_for_timeout(STEP)
    raise AssertionError(f"never so: {question}")
