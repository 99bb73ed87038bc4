"""The disk -> Sources: a partner's files laid over the shipped ones; and the way back, through `swap`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.model import Source, Sources
from generator.problems import Location, Problem, SourceError, faults
from generator.swap import recover, staging, swap

__all__ = ["assets", "read", "recover", "shipped", "staging", "support", "swap"]

SUPPORT = PurePosixPath("support.yml")
OWN = PurePosixPath("partner")
THEME = PurePosixPath("templates/theme")
ENDINGS = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico"}
LARGEST_ASSET = 2 * 1024 * 1024
LARGEST_TEXT = 8 * 1024 * 1024
Layer = dict[PurePosixPath, Source]
"""The files of one folder, by their path in it."""


def shipped() -> Path:
    """The folder that holds kb/, locales/ and templates/, in a checkout as in an installation."""
    package = Path(__file__).resolve().parent
    data = package / "data"
    return data if (data / "templates").is_dir() else package.parent


def read(project: Path) -> Sources:
    """Read everything that a site is made of, but for assets; raises SourceError with all that cannot be read."""
    if not (project / SUPPORT).is_file():
        message = f"there is no such file in {'this folder' if project == Path() else project}"
        raise SourceError(Problem("no-support-file", message, Location(SUPPORT), "`helpglot init DIR` makes one"))
    problems = [*_own_theme(project)]
    support = _text(project, SUPPORT, problems)
    templates = _laid_over(*_layers(project, "templates", ".j2", problems))
    theirs, ours = _layers(project, "kb", ".md", problems)
    catalogs = _catalogs(project, problems)
    lexicons = _lexicons(project, problems)
    if problems or not support:
        raise SourceError(*faults(problems))
    templates = {path: source for path, source in templates.items() if path.parts[0] != "theme"}
    articles = _laid_over(theirs, ours)
    # A copy to the letter is no article of its own: every shipped translation holds for it.
    own = {path: ours.get(path) for path, source in theirs.items() if source != ours.get(path)}
    return Sources(support, templates, articles, catalogs, {}, shipped() / "templates" / "theme", own, lexicons)


def _own_theme(project: Path) -> Iterator[Problem]:
    """A look of the project's own would be passed over in silence."""
    if project.resolve() != shipped() and (project / THEME).is_dir():
        hint = "colour and logo stand in support.yml, below `site:`; take the folder away"
        yield Problem("own-theme", "the look is not laid over, only pages/ and includes/ are", Location(THEME), hint)


def support(project: Path) -> Source | None:
    """Read support.yml alone, for its own faults where other files cannot be read; None where it cannot be read."""
    return _text(project, SUPPORT, [])


def assets(project: Path, names: Mapping[str, Location] | Iterable[str]) -> dict[PurePosixPath, bytes]:
    """Read pictures that a project names, by their place in it; raises SourceError for all it refuses."""
    named = names if isinstance(names, Mapping) else dict.fromkeys(names, Location(SUPPORT))
    refused = {name: why for name in named if (why := _refused(project, name))}
    if refused:
        raise SourceError(*faults(Problem(*why[:2], named[name], why[2]) for name, why in refused.items()))
    return {PurePosixPath(name): (project / name).read_bytes() for name in sorted(named)}


def _refused(project: Path, name: str) -> tuple[str, str, str] | None:
    """Say why a file may not be carried: code, message, hint."""
    path = PurePosixPath(name)
    if not name or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        return "asset-outside", f"{name}: a picture must lie in the project", "copy it there, and name it from there"
    if path.suffix.lower() not in ENDINGS:
        return "asset-kind", f"{name}: this kind of file is no picture", f"use {', '.join(sorted(ENDINGS))}"
    place = project / name
    if not _inside(place, project):
        return "asset-outside", f"{name}: this leads out of the project", "copy the picture into the project"
    if not place.is_file():
        return "asset-missing", f"{name}: there is no such file in the project", "put it there, under this name"
    if place.stat().st_size > LARGEST_ASSET:
        return "asset-too-large", f"{name}: this picture is larger than 2 MiB", "make it smaller; customers wait for it"
    if not os.access(place, os.R_OK):
        return "cannot-read", f"{name}: this file cannot be read", "see who may read it"
    return None


def _layers(project: Path, top: str, ending: str, problems: list[Problem]) -> tuple[Layer, Layer]:
    """Read the partner's folder, and the shipped one of the same name that lies under it."""
    ours, theirs = shipped(), project.resolve()
    layers = (
        {path.relative_to(top): source for path, source in _texts(base, top, ending, problems)}
        for base in dict.fromkeys((ours, theirs))
    )
    below, *above = layers
    return (above[0] if above else {}), below


def _laid_over(above: Layer, below: Layer) -> Layer:
    """Lay one folder over another, file by file."""
    return dict(sorted((below | above).items()))


def _catalogs(project: Path, problems: list[Problem]) -> dict[PurePosixPath, Source]:
    """Read PO files: the shipped under their own names, the partner's below "partner"."""
    ours, theirs = shipped(), project.resolve()
    found: dict[PurePosixPath, Source] = {}
    for base in dict.fromkeys((ours, theirs)):
        for path, source in _texts(base, "locales", ".po", problems):
            below = path.relative_to("locales")
            if path.name == "partner.po" and base != theirs:
                continue  # The demo partner's words are no one else's.
            found[OWN / below if path.name == "partner.po" or base != ours else below] = source
    return dict(sorted(found.items()))


def _lexicons(project: Path, problems: list[Problem]) -> dict[PurePosixPath, Source]:
    """Read the words for search: the shipped under their own names, the partner's below "partner"."""
    theirs, ours = _layers(project, "locales", ".yml", problems)
    return dict(sorted((ours | {OWN / path: source for path, source in theirs.items()}).items()))


def _texts(base: Path, top: str, ending: str, problems: list[Problem]) -> Iterator[tuple[PurePosixPath, Source]]:
    for path in sorted(_walk(base, top, problems)):
        source = _text(base, path, problems) if path.suffix == ending else None
        if source:
            yield path, source


def _walk(base: Path, top: str, problems: list[Problem]) -> Iterator[PurePosixPath]:
    """All files below a folder but hidden ones, by their path from `base`."""

    def unreadable(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            problems.append(_cannot_read(PurePosixPath(top), error))

    for folder, folders, names in os.walk(base / top, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if not name.startswith("."):
                yield PurePosixPath(Path(folder, name).relative_to(base).as_posix())


def _text(base: Path, path: PurePosixPath, problems: list[Problem]) -> Source | None:
    """Read one file; what is wrong with it goes to `problems`."""
    place = base / path
    # An installer may have made the shipped files links into its own store.
    if base != shipped() and not _inside(place, base):
        hint = "put the file itself here"
        problems.append(Problem("outside-project", "this leads out of the project", Location(path), hint))
        return None
    try:
        if not place.is_file():
            return None
        if place.stat().st_size > LARGEST_TEXT:
            problems.append(Problem("too-large", "this file is larger than 8 MiB", Location(path), "split it"))
            return None
        data = place.read_bytes()
    except OSError as error:
        problems.append(_cannot_read(path, error))
        return None
    return _decoded(path, data, problems)


def _decoded(path: PurePosixPath, data: bytes, problems: list[Problem]) -> Source | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        lines = re.split(r"\r\n|\r|\n", error.object[: error.start].decode())
        where = Location(path, len(lines), len(lines[-1]) + 1)
        problems.append(Problem("not-utf-8", "this line is not written in UTF-8", where, "save the file as UTF-8"))
        return None
    return Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def _cannot_read(path: PurePosixPath, error: OSError) -> Problem:
    what = (error.strerror or type(error).__name__).lower()
    return Problem("cannot-read", f"this cannot be read: {what}", Location(path), "see who may read it")


def _inside(place: Path, base: Path) -> bool:
    try:
        return place.resolve().is_relative_to(base.resolve())
    except (OSError, RuntimeError):
        return False


def modules() -> dict[PurePosixPath, Source]:
    """Read our own Python modules, for the texts that they ask for; `engine` keeps words of its own."""
    package = Path(__file__).resolve().parent
    paths = (path for path in sorted(package.rglob("*.py")) if path.relative_to(package).parts[0] != "engine")
    named = {PurePosixPath("generator", path.relative_to(package).as_posix()): path for path in paths}
    return {name: Source(name, path.read_text("utf-8")) for name, path in named.items()}


def text(path: Path) -> str | None:
    """Read a text file that may not be there yet."""
    return path.read_text("utf-8") if path.is_file() else None


def write(path: Path, content: str) -> None:
    """Write a text file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_text(content, encoding="utf-8", newline="\n")
    new.replace(path)
