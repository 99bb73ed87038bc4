"""A live preview: what `compose` gives, rebuilt and reloaded after every edit, never half a site."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from traceback import print_exc
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from generator.engine.build import build
from generator.model import Draft
from generator.problems import EngineError, Location, Problem, SiteError

WAITING = (
    "<!doctype html><html lang=en><title>Helpglot</title><p>The site cannot be built yet. See the terminal.</p></body>"
)


def serve(
    compose: Callable[[], Draft],
    watch: Sequence[Path],
    address: tuple[str, int] = ("127.0.0.1", 8000),
    *,
    report: Callable[[SiteError], None] | None = None,
    ready: Callable[[str], None] | None = None,
    mkdocs_yml: Path | None = None,
) -> None:
    """Show the site at `address` until interrupted; a broken edit is told to `report`, and the last good pages stay.

    `ready` hears the address once the server answers.
    """
    with TemporaryDirectory(prefix="helpglot-") as room:
        preview = _Preview(compose, Path(room), report or _print, mkdocs_yml)
        server = LiveReloadServer(preview.rebuild, *address, root=str(preview.first()), mount_path=preview.mount)
        server.error_handler = preview.missing
        for path in filter(Path.exists, watch):
            server.watch(str(path))
        if ready:
            ready(server.url)
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs gives it no types
        except KeyboardInterrupt:
            pass
        except OSError as error:
            where = Location(PurePosixPath("{}:{}".format(*address)))
            raise EngineError(
                Problem("address", f"cannot listen there: {error.strerror}", where, "take another port")
            ) from error
        finally:
            server.shutdown()


class _Preview:
    """The last good site, in a room of its own."""

    def __init__(
        self, compose: Callable[[], Draft], room: Path, report: Callable[[SiteError], None], mkdocs_yml: Path | None
    ) -> None:
        self.compose, self.room, self.report, self.mkdocs_yml = compose, room, report, mkdocs_yml
        self.shown = room / "shown"
        self.mount = "/"

    def first(self) -> Path:
        """Build for the first time; where that fails, wait for an edit."""
        made = self._build()
        if not made:
            made = Path(mkdtemp(dir=self.room))
            (made / "index.html").write_text(WAITING, encoding="utf-8")
        self._show(made)
        return self.shown

    def rebuild(self) -> None:
        """Build anew, and change over when the whole site is there."""
        try:
            made = self._build()
        except Exception:
            # A bug of ours: MkDocs' server would answer nobody until the next good build.
            print_exc()
            return
        if made:
            self._show(made)

    def missing(self, code: int) -> bytes | None:
        """The site's own page for what is not there."""
        page = self.shown / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def _show(self, made: Path) -> None:
        """Put a site in the one place of all: a request that waits for a build looked up its file before."""
        old = self.room / "old"
        if self.shown.exists():
            self.shown.rename(old)
        made.rename(self.shown)
        rmtree(old, ignore_errors=True)

    def _build(self) -> Path | None:
        out = Path(mkdtemp(dir=self.room))
        try:
            draft = self.compose()
            self.mount = urlsplit(draft.config.site.url or "/").path or "/"
            build(draft, out, mkdocs_yml=self.mkdocs_yml, live=True)
        except SiteError as error:
            self.report(error)
            rmtree(out, ignore_errors=True)
            return None
        return out


def _print(error: SiteError) -> None:
    for problem in error.problems:
        print(f"{problem.where}: {problem.severity}: {problem.message} [{problem.code}]", file=sys.stderr)
