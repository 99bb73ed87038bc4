"""The entry point of MkDocs: plain `mkdocs build` and `mkdocs serve` give the pages that `helpglot build` gives."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator import engine, pipeline
from generator.model import Draft
from generator.problems import faults


class HelpglotPlugin(engine.Hooks):  # type: ignore[no-untyped-call]  # MkDocs gives its base no types
    """Composes the project in which mkdocs.yml lies."""

    def __init__(self) -> None:
        super().__init__(_compose, live=_serving())

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish a language; stop where a page would do harm."""
        super().on_post_build(config=config)
        if self.problems:
            raise PluginError("\n".join(f"{problem.where}: {problem.message}" for problem in faults(self.problems)))


def _serving() -> bool:
    """Whether MkDocs shows the pages itself. Its event for this would keep one draft for all builds."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"


def _compose(project: Path) -> Draft:
    return pipeline.compose(pipeline.read(project), _today())


def _today() -> date:
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()
