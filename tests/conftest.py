"""What many tests share: the golden partners' sites, each built once, when a test first asks for it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator import pipeline

REPOSITORY = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 20)
STARTER = REPOSITORY / "templates" / "project"
GOLDEN = {
    "demo": REPOSITORY,
    "starter": STARTER,
    **{path.parent.name: path.parent for path in sorted((REPOSITORY / "tests" / "golden").glob("*/support.yml"))},
}
"""Projects that build with --strict on TODAY, by name."""


class GoldenSites(Mapping[str, Path]):
    """Name of a golden partner -> the folder of its site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.built: dict[str, Path | Exception] = {}

    def __getitem__(self, name: str) -> Path:
        if name not in self.built:
            self.built[name] = self._build(name)
        found = self.built[name]
        if isinstance(found, Exception):
            raise found
        return found

    def _build(self, name: str) -> Path | Exception:
        try:
            return built(GOLDEN[name], self.folder / name)
        except Exception as error:  # A site that cannot be built is tried once, however many tests want it.
            return error

    def __iter__(self) -> Iterator[str]:
        return iter(GOLDEN)

    def __len__(self) -> int:
        return len(GOLDEN)


def built(project: Path, out: Path, today: date = TODAY) -> Path:
    """Build a project with --strict."""
    pipeline.build(pipeline.compose(pipeline.read(project), today), project, out, strict=True)
    return out


@pytest.fixture(scope="session")
def golden_sites(tmp_path_factory: pytest.TempPathFactory) -> GoldenSites:
    return GoldenSites(tmp_path_factory.mktemp("golden"))


SKIPPED: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        SKIPPED.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """On CI a test that is skipped has failed: `make system` brings what tests need."""
    if SKIPPED and os.environ.get("CI") and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
