"""An empty folder -> a partner's project: a commented support.yml that passes the check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator import files
from generator.problems import Location, Problem, SourceError

STARTER = Path("templates") / "project"


def write(folder: Path) -> Iterator[Path]:
    """Write the project's files and yield their paths; raises SourceError where a file stands in the way."""
    sources = sorted(path for path in (files.shipped() / STARTER).rglob("*") if path.is_file())
    if (folder / "support.yml").exists():
        where = Location(PurePosixPath("support.yml"))
        message = f"{folder}: there is a project here already"
        raise SourceError(Problem("project-exists", message, where, "name another folder, or change this one"))
    try:
        for source in sources:
            place = folder / source.relative_to(files.shipped() / STARTER)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(source.read_bytes())
            yield place
    except OSError as error:
        where = Location(PurePosixPath(folder.as_posix()))
        message = f"{folder}: the project cannot be written here: {error.strerror}"
        raise SourceError(Problem("cannot-write", message, where, "name a folder that you may write to")) from None
