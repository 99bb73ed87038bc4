"""A finished folder -> the site: at every instant one whole site is on the disk, whatever is killed when."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath

from generator.problems import Location, Problem, SourceError

MARKER = ".helpglot"
MARK = "Helpglot made this folder, and its next build replaces it.\n"
AT_FDCWD, RENAME_EXCHANGE = -100, 2
# The system or the file system knows no exchange.
NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTTY, errno.EPERM}
NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}


@contextmanager
def staging(site: Path, project: Path | None = None) -> Iterator[Path]:
    """Lend a fresh folder beside the site, to be filled and handed to `swap`; what is left of it is removed.

    Until then no other process can build the same site. Raises SourceError where `site` must not be replaced.
    """
    place = site.resolve()
    with ExitStack() as held:
        with _writing(site):
            _may_replace(place, site, project)
            place.parent.mkdir(parents=True, exist_ok=True)
            if not held.enter_context(_alone(place)):
                hint = "wait until it is done, or build into another folder"
                raise _refusal("build-running", f"{site}: another build is writing this site", site, hint)
            _mend(place)
            new = _beside(place, "new")
            new.mkdir()
        try:
            yield new
        finally:
            _remove(new)


def swap(new: Path, site: Path) -> None:
    """Put `new`, from `staging`, in the place of `site`, and remove what stood there."""
    place = site.resolve()
    with _writing(site):
        (new / MARKER).write_text(MARK, encoding="utf-8", newline="\n")
        _flush(new)
        if not place.exists():
            new.rename(place)
        elif _exchange(new, place):
            _settle(place.parent)
            _remove(new)
        else:
            _two_renames(new, place)
        _settle(place.parent)


def recover(site: Path) -> None:
    """Put right what a kill left behind; does nothing while another process builds the site."""
    place = site.resolve()
    if not place.parent.is_dir():
        return
    with _writing(site), _alone(place) as alone:
        if alone:
            _mend(place)


def _two_renames(new: Path, place: Path) -> None:
    old = _beside(place, "old")
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise
    _settle(place.parent)
    _remove(old)


def _exchange(new: Path, place: Path) -> bool:
    """Swap two folders in one step; False where the system or the disk cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        return False
    if rename(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(place), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(place))


def _mend(place: Path) -> None:
    """Bring back an old site that a kill left moved away, then clear away what dead builds left."""
    old = sorted(_left(place, "old"), key=lambda path: path.stat().st_mtime)
    if old and not place.exists():
        old.pop().rename(place)
        _settle(place.parent)
    for path in [*old, *_left(place, "new"), *_left(place, "gone")]:
        if not _alive(int(path.name.rpartition("-")[2])):
            _remove(path)


def _left(place: Path, kind: str) -> list[Path]:
    pattern = re.compile(rf"\.{re.escape(place.name)}\.{kind}-[0-9]+")
    return [path for path in sorted(place.parent.iterdir()) if pattern.fullmatch(path.name) and path.is_dir()]


def _beside(place: Path, kind: str) -> Path:
    return place.with_name(f".{place.name}.{kind}-{os.getpid()}")


def _remove(folder: Path) -> None:
    """Remove a folder under a name that says so, since half a site must never be taken for a whole one."""
    if not folder.exists():
        return
    gone = folder.with_name(re.sub(r"\.(?:new|old)-(?=[0-9]+$)", ".gone-", folder.name))
    shutil.rmtree(gone, ignore_errors=True) if gone != folder else None
    # What cannot be removed now goes with a later build.
    with suppress(OSError):
        folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)


def _alive(pid: int) -> bool:
    if pid == os.getpid() or os.name == "nt":  # There a signal would end it; the lock must do.
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def _alone(place: Path) -> Iterator[bool]:
    """Hold the lock of a site, in a file beside it that goes when the lock does; False if another has it."""
    path = place.with_name(f".{place.name}.lock")
    handle = _locked(path)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            with suppress(OSError):
                path.unlink()
            os.close(handle)
            with suppress(OSError):
                path.unlink() if os.name == "nt" else None


def _locked(path: Path) -> int | None:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        try:
            _lock(handle)
            # The one that held the lock before may have removed the file in between.
            if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except BlockingIOError:
            os.close(handle)
            return None
        except FileNotFoundError:
            pass
        os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from None
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise


def _may_replace(place: Path, site: Path, project: Path | None) -> None:
    kept = {Path.home().resolve(), Path(place.anchor), *((project.resolve(),) if project else ())}
    if any(place == folder or place in folder.parents for folder in kept):
        hint = "name a folder for the site alone, such as site"
        raise _refusal("not-our-folder", f"{site}: the site would replace other things there", site, hint)
    hint = "name another folder, or empty this one yourself"
    if place.exists() and not place.is_dir():
        raise _refusal("not-our-folder", f"{site}: this is a file", site, "name another folder")
    if place.is_dir() and (place / ".git").exists():
        raise _refusal("not-our-folder", f"{site}: this folder holds a git repository", site, "name another folder")
    if place.is_dir() and not (place / MARKER).is_file() and any(place.iterdir()):
        raise _refusal("not-our-folder", f"{site}: Helpglot did not make this folder", site, hint)


def _flush(folder: Path) -> None:
    """Have the system write every file down before the name changes hands."""
    for path, _, names in os.walk(folder):
        for name in names:
            _sync(Path(path, name))
        _settle(Path(path))


def _settle(folder: Path) -> None:
    if os.name != "nt":
        _sync(folder)


def _sync(path: Path) -> None:
    # Some file systems refuse; then there is nothing to wait for.
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _writing(site: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what = error.strerror or type(error).__name__
        hint = "choose a folder that you may write to, and see that there is room"
        if error.errno in (errno.EXDEV, errno.EBUSY):
            hint = "this folder is a disk of its own; name a folder inside it"
        raise _refusal("cannot-write", f"{site}: {what.lower()}", site, hint) from error


def _refusal(code: str, message: str, site: Path, hint: str) -> SourceError:
    return SourceError(Problem(code, message, Location(PurePosixPath(site.as_posix())), hint))
