"""The live preview: edits show up, one rebuild for each, and a broken one takes nothing away."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from generator import engine
from generator.model import Draft
from generator.problems import EngineError, Location, Problem, SiteError, SourceError
from tests.engine_samples import draft, page, pages, tree

pytestmark = pytest.mark.slow


@dataclass
class Project:
    """A project of one file, whose text is the contact page; "broken" is a text that cannot be composed."""

    file: Path
    port: int
    builds: list[str] = field(default_factory=list)
    reports: list[SiteError] = field(default_factory=list)

    def compose(self) -> Draft:
        text = self.file.read_text()
        self.builds.append(text)
        if text == "broken":
            raise SourceError(Problem("broken", "broken", Location(PurePosixPath("support.yml"))))
        return draft(tree("en", pages(page("contact.md", text))), url=None)

    def get(self, path: str) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return str(answer.read().decode())

    def shows(self, word: str) -> bool:
        return until(lambda: word in self.get("/contact/"))


def until(done: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            if done():
                return True
        except (URLError, ConnectionError):
            pass
        time.sleep(0.05)
    return False


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    servers: list[LiveReloadServer] = []
    loop = LiveReloadServer._build_loop

    def noted(server: LiveReloadServer) -> None:
        servers.append(server)
        loop(server)  # type: ignore[no-untyped-call]  # MkDocs gives it no types

    monkeypatch.setattr(LiveReloadServer, "_build_loop", noted)
    (tmp_path / "watched").mkdir()
    made = Project(tmp_path / "watched/contact.md", port)
    made.file.write_text("First.")
    yield made
    for server in servers:
        server.shutdown(wait=True)


def start(project: Project) -> threading.Thread:
    thread = threading.Thread(
        target=engine.serve,
        args=(project.compose, [project.file.parent, Path("/nowhere")], ("127.0.0.1", project.port)),
        kwargs={"report": project.reports.append},
        daemon=True,
    )
    thread.start()
    return thread


def test_an_edit_shows_up_after_one_rebuild(project: Project) -> None:
    start(project)
    assert project.shows("First.")

    project.file.write_text("Second.")

    assert project.shows("Second.")
    time.sleep(2)
    assert project.builds == ["First.", "Second."]


def test_whoever_asks_while_an_edit_is_built_gets_the_new_page(project: Project) -> None:
    start(project)
    assert project.shows("First.")

    project.file.write_text("Second.")
    answers: list[str] = []
    while len(answers) < 1000 and not any("Second." in answer for answer in answers):
        try:
            answers.append(project.get("/contact/"))
        except HTTPError as error:
            answers.append(str(error))
        time.sleep(0.01)

    assert "Second." in answers[-1]
    assert [answer for answer in answers[:-1] if "First." not in answer] == []


def test_a_broken_edit_is_reported_and_the_last_good_pages_stay(project: Project) -> None:
    start(project)
    assert project.shows("First.")

    for bad in ("broken", "[a](nope.md)"):
        project.file.write_text(bad)
        assert until(lambda: bool(project.reports))
        assert project.reports.pop().problems
        assert "First." in project.get("/contact/")
    project.file.write_text("Mended.")

    assert project.shows("Mended.")


def test_a_project_that_is_broken_from_the_start_is_shown_once_it_is_mended(project: Project) -> None:
    project.file.write_text("broken")
    start(project)
    assert until(lambda: "See the terminal" in project.get("/"))

    project.file.write_text("Mended.")

    assert project.shows("Mended.")


def test_what_is_not_there_is_answered_by_the_sites_own_404(project: Project) -> None:
    start(project)
    assert project.shows("First.")

    with pytest.raises(HTTPError) as caught:
        project.get("/nope/")

    with caught.value as answer:
        assert answer.code == 404
        assert "Gone" in answer.read().decode()


def test_a_broken_edit_does_not_stop_plain_mkdocs_serve(project: Project) -> None:
    hooks = engine.Hooks(lambda _: project.compose())
    settings = MkDocsConfig(config_file_path=str(project.file))
    broken = iter([Abort("broken"), None])

    def builder() -> None:
        if error := next(broken):
            raise error

    server = LiveReloadServer(builder, "127.0.0.1", project.port, str(project.file.parent))
    hooks.on_serve(server, config=settings, builder=builder)
    server.builder()
    server.builder()
    server.server_close()

    assert next(broken, "rebuilt twice") == "rebuilt twice"


def test_a_taken_address_is_told(project: Project) -> None:
    with socket.socket() as taken, pytest.raises(EngineError) as caught:
        taken.bind(("127.0.0.1", project.port))
        taken.listen()
        engine.serve(project.compose, [], ("127.0.0.1", project.port))

    assert str(caught.value.problems[0].where) == f"127.0.0.1:{project.port}"
