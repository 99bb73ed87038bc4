"""Plain `mkdocs build` in a checkout, and its maintained fork, give the pages that the engine gives."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator import engine, pipeline
from tests.engine_samples import files

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow
ENTRY = "[mkdocs.plugins]\nhelpglot = generator.plugin:HelpglotPlugin\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("engine") / "site"
    engine.build(pipeline.compose(pipeline.read(ROOT), date(2026, 7, 1)), out)
    return files(out)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which the plugin counts as installed, on the first of July 2026."""
    told = tmp_path / "path/helpglot_checkout-0.dist-info"
    told.mkdir(parents=True)
    (told / "entry_points.txt").write_text(ENTRY)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: helpglot-checkout\nVersion: 0\n")
    path = os.pathsep.join((str(ROOT), str(told.parent)))
    return {**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": "1782864000", "NO_MKDOCS_2_WARNING": "1"}


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_the_plain_tools_give_the_same_pages(
    tmp_path: Path, environment: dict[str, str], built: dict[str, bytes], tool: str
) -> None:
    command = [sys.executable, "-m", tool, "build", "--strict", "-q", "-f", str(ROOT / "mkdocs.yml")]

    done = subprocess.run(
        [*command, "-d", str(tmp_path / "site")], env=environment, capture_output=True, text=True, cwd=tmp_path
    )

    assert (done.returncode, done.stderr) == (0, "")
    made = files(tmp_path / "site")
    assert sorted(made) == sorted(built)
    assert [name for name in made if made[name] != built[name]] == []
