"""The wheel alone is enough: it carries articles, templates and translations."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import hatch_build

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it where Python looks first."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "installed")
    return folder / "installed"


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-m", "generator", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_wheel_begins_and_builds_a_project(installed: Path, tmp_path: Path) -> None:
    begun = run(installed, tmp_path, "init", "acme")
    built = run(installed, tmp_path, "build", "-p", "acme", "--date", "2026-11-20")

    assert begun.returncode == 0, begun.stderr
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "acme" / "site" / "help" / "billing-subscription" / "bill-late" / "index.html").is_file()


@pytest.mark.slow
def test_the_wheel_carries_what_a_site_is_made_of(installed: Path) -> None:
    data = installed / "generator" / "data"

    assert {path.name for path in data.iterdir()} == {"kb", "locales", "templates", "mkdocs.yml", "support.yml"}
    assert (data / "locales" / "ko" / "LC_MESSAGES" / "site.po").is_file()
    assert hatch_build.checksum((data / hatch_build.PLACE).read_bytes()) == hatch_build.READY


def test_what_npm_sends_is_held_to_its_checksum() -> None:
    with pytest.raises(ValueError, match=f"^{hatch_build.PACKAGE}: this is sha512-.*, not {hatch_build.TARBALL[:9]}"):
        hatch_build.held(b"something else", hatch_build.TARBALL)


def test_a_library_that_somebody_changed_is_fetched_anew(tmp_path: Path) -> None:
    place = tmp_path / hatch_build.PLACE
    place.parent.mkdir(parents=True)
    place.write_bytes((ROOT / hatch_build.PLACE).read_bytes())
    kept = hatch_build.there(tmp_path)

    place.write_bytes(b"//" + place.read_bytes())

    assert kept
    assert not hatch_build.there(tmp_path)
