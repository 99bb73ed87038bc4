"""The disk: what is read from it, and a site that is whole at every instant."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from generator import files, swap
from generator.problems import Location, SourceError

FILES = ("index.html", "a/index.html", "b/c/index.html")
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs fork and signals")


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        put(folder / name, text.encode())


def put(path: Path, data: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def complaints(work: Callable[[], object]) -> list[str]:
    with pytest.raises(SourceError) as caught:
        work()
    assert all(problem.hint for problem in caught.value.problems)
    return [f"{p.where}: {p.message} [{p.code}]" for p in caught.value.problems]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Shipped data of our own, to know what is in it."""
    root = tmp_path / "shipped"
    put(root / "kb/billing/late.md", b"late")
    put(root / "kb/billing/early.md", b"early")
    put(root / "templates/pages/index.md.j2", b"index")
    put(root / "templates/includes/card.md.j2", b"card")
    put(root / "templates/theme/main.html.j2", b"theme")
    put(root / "locales/ko/LC_MESSAGES/site.po", b"shipped")
    put(root / "locales/ko/LC_MESSAGES/partner.po", b"the demo's")
    put(root / "locales/glossary.csv", b"a,b")
    put(root / "support.yml", b"a: demo")
    monkeypatch.setattr(files, "shipped", lambda: root)
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    put(tmp_path / "project/support.yml", b"a: 1")
    return tmp_path / "project"


def test_the_shipped_data_are_found() -> None:
    assert (files.shipped() / "kb").is_dir()
    assert (files.shipped() / "templates").is_dir()


def test_a_partner_s_files_lie_over_the_shipped_ones(data: Path, project: Path) -> None:
    put(project / "kb/billing/late.md", b"ours")
    put(project / "kb/own/new.md", b"new")
    put(project / "kb/own/.hidden.md")
    put(project / "kb/own/picture.png", b"\xff")
    put(project / "templates/pages/extra.md.j2", b"extra")

    sources = files.read(project)

    assert {str(path): (str(source.path), source.text) for path, source in sources.articles.items()} == {
        "billing/early.md": ("kb/billing/early.md", "early"),
        "billing/late.md": ("kb/billing/late.md", "ours"),
        "own/new.md": ("kb/own/new.md", "new"),
    }
    assert [str(path) for path in sources.templates] == [
        "includes/card.md.j2",
        "pages/extra.md.j2",
        "pages/index.md.j2",
    ]
    assert sources.support.text == "a: 1"
    assert sources.theme == data / "templates/theme"


def test_shipped_words_and_the_partner_s_stay_apart(data: Path, project: Path) -> None:
    put(project / "locales/ko/LC_MESSAGES/site.po", b"own")
    put(project / "locales/ko/LC_MESSAGES/partner.po", b"partner")

    catalogs = files.read(project).catalogs

    assert {str(path): (str(source.path), source.text) for path, source in catalogs.items()} == {
        "ko/LC_MESSAGES/site.po": ("locales/ko/LC_MESSAGES/site.po", "shipped"),
        "partner/ko/LC_MESSAGES/partner.po": ("locales/ko/LC_MESSAGES/partner.po", "partner"),
        "partner/ko/LC_MESSAGES/site.po": ("locales/ko/LC_MESSAGES/site.po", "own"),
    }


def test_the_demo_partner_s_words_are_no_one_else_s(data: Path, project: Path) -> None:
    assert [str(path) for path in files.read(project).catalogs] == ["ko/LC_MESSAGES/site.po"]


def test_the_checkout_is_its_own_project(data: Path) -> None:
    sources = files.read(data)

    assert [str(path) for path in sources.catalogs] == ["ko/LC_MESSAGES/site.po", "partner/ko/LC_MESSAGES/partner.po"]
    assert sources.support.text == "a: demo"


def test_marks_and_line_ends_of_other_systems_are_read(data: Path, project: Path) -> None:
    put(project / "kb/own/dos.md", b"\xef\xbb\xbfone\r\ntwo\rthree\n")

    assert files.read(project).articles[PurePosixPath("own/dos.md")].text == "one\ntwo\nthree\n"


def test_a_folder_without_support_yml_is_told_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        files.read(tmp_path)

    (problem,) = caught.value.problems
    assert (problem.code, problem.hint) == ("no-support-file", "`helpglot init DIR` makes one")
    assert problem.where == Location(PurePosixPath("support.yml"))


def test_every_file_that_cannot_be_read_is_told_at_once(data: Path, project: Path) -> None:
    put(project / "support.yml", b"a: 1\nb: caf\xe9\n")
    put(project / "kb/a.md", b"\xef\xbb\xbfone\r\ntwo \xff\n")
    put(project / "kb/utf16.md", "x".encode("utf-16"))

    assert complaints(lambda: files.read(project)) == [
        "kb/a.md:2:5: this line is not written in UTF-8 [not-utf-8]",
        "kb/utf16.md:1:1: this line is not written in UTF-8 [not-utf-8]",
        "support.yml:2:7: this line is not written in UTF-8 [not-utf-8]",
    ]


@POSIX
def test_a_link_out_of_the_project_is_not_followed(data: Path, project: Path, tmp_path: Path) -> None:
    put(tmp_path / "secret.md", b"secret")
    (project / "kb").mkdir()
    (project / "kb/a.md").symlink_to(tmp_path / "secret.md")

    assert complaints(lambda: files.read(project)) == ["kb/a.md: this leads out of the project [outside-project]"]


@POSIX
def test_shipped_files_may_be_links_as_some_installers_make_them(data: Path, project: Path, tmp_path: Path) -> None:
    put(tmp_path / "store/linked.md", b"linked")
    (data / "kb/linked.md").symlink_to(tmp_path / "store/linked.md")

    assert files.read(project).articles[PurePosixPath("linked.md")].text == "linked"


def test_a_look_of_the_projects_own_is_told_and_not_passed_over(project: Path) -> None:
    put(project / "templates/theme/styles/99-own.css", b"")

    with pytest.raises(SourceError) as caught:
        files.read(project)

    assert [(str(p.where), p.message, p.code, p.hint) for p in caught.value.problems] == [
        (
            "templates/theme",
            "the look is not laid over, only pages/ and includes/ are",
            "own-theme",
            "colour and logo stand in support.yml, below `site:`; take the folder away",
        )
    ]


def test_a_logo_is_read_from_the_project(project: Path) -> None:
    put(project / "img/logo.svg", b"<svg/>")

    assert files.assets(project, ["img/logo.svg"]) == {PurePosixPath("img/logo.svg"): b"<svg/>"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../outside.svg", "asset-outside"),
        ("img/../../outside.svg", "asset-outside"),
        ("/etc/hosts.svg", "asset-outside"),
        ("C:\\x.svg", "asset-outside"),
        ("C:/x.svg", "asset-outside"),
        ("", "asset-outside"),
        ("a\0.svg", "asset-outside"),
        ("link.svg", "asset-outside"),
        ("linked/outside.svg", "asset-outside"),
        ("support.yml", "asset-kind"),
        ("logo.html", "asset-kind"),
        ("nowhere.png", "asset-missing"),
        ("folder.png", "asset-missing"),
        ("large.png", "asset-too-large"),
    ],
)
def test_an_asset_is_a_picture_in_the_project(project: Path, tmp_path: Path, name: str, code: str) -> None:
    put(tmp_path / "outside.svg", b"secret")
    put(project / "large.png", b"x" * (2 * 1024 * 1024 + 1))
    (project / "folder.png").mkdir()
    if os.name != "nt":
        (project / "link.svg").symlink_to(tmp_path / "outside.svg")
        (project / "linked").symlink_to(tmp_path, target_is_directory=True)
    where = Location(PurePosixPath("support.yml"), 7, 9)

    (complaint,) = complaints(lambda: files.assets(project, {name: where}))

    assert complaint.startswith("support.yml:7:9: ")
    assert complaint.endswith(f"[{code}]")


def fill(folder: Path, version: str) -> None:
    for name in FILES:
        put(folder / name, version.encode())


def publish(site: Path, version: str, project: Path | None = None) -> None:
    with files.staging(site, project) as new:
        fill(new, version)
        files.swap(new, site)


def state(site: Path) -> str:
    """The version that stands there, "none", or "broken"."""
    if not site.exists():
        return "none"
    found = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
    versions = {(site / name).read_text() for name in FILES if name in found}
    return versions.pop() if len(versions) == 1 and found == {*FILES, swap.MARKER} else "broken"


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_exchange", lambda new, place: False)
    else:
        one, other = tmp_path / "one", tmp_path / "other"
        one.mkdir()
        other.mkdir()
        if not swap._exchange(one, other):
            pytest.skip("this disk cannot exchange folders")
    return str(request.param)


def test_a_site_replaces_the_one_before_and_leaves_nothing_beside_it(way: str, tmp_path: Path) -> None:
    site = tmp_path / "out" / "site"
    for version in ("1", "2", "3"):
        publish(site, version)

        assert state(site) == version
        assert listed(site.parent) == ["site"]


EVENTS = {
    "open",
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.scandir",
    "os.listdir",
    "shutil.rmtree",
    "ctypes.dlsym",
}


def killed_at(number: int, work: Callable[[], None]) -> bool:
    """Do `work` in a process that is killed when it touches the disk for the nth time; False if it never gets there."""
    pid = os.fork()
    if not pid:
        seen = itertools.count()

        def strike(event: str, details: object) -> None:
            if event in EVENTS and next(seen) == number:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(strike)
        try:
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


@POSIX
@pytest.mark.parametrize("before", ["none", "1", "1, moved away"])
def test_a_kill_at_any_moment_leaves_one_whole_site(way: str, before: str, tmp_path: Path) -> None:
    seen = set()
    for number in itertools.count():
        site = tmp_path / f"{number}" / "site"
        site.parent.mkdir()
        old = before.split(",")[0]
        if old != "none":
            publish(site, old)
        if "moved away" in before:
            site.rename(site.with_name(".site.old-999999999"))
        killed = killed_at(number, lambda site=site: publish(site, "2"))  # type: ignore[misc]
        at_once = state(site)
        files.recover(site)

        assert state(site) in {old, "2"}
        assert at_once == state(site) or (at_once == "none" and (way == "two renames" or "away" in before))
        assert listed(site.parent) == (["site"] if site.exists() else [])
        seen.add(state(site))
        if not killed:
            break
    assert number > 20
    assert seen == {old, "2"}
    assert state(site) == "2"


@POSIX
def test_a_kill_between_two_renames_is_put_right_by_the_next_build(way: str, tmp_path: Path) -> None:
    site = tmp_path / "out" / "site"
    publish(site, "1")
    site.rename(tmp_path / "out" / ".site.old-999999999")
    fill(tmp_path / "out" / ".site.new-999999999", "half")

    publish(site, "2")

    assert state(site) == "2"
    assert listed(site.parent) == ["site"]


@POSIX
def test_half_removed_sites_never_come_back(tmp_path: Path) -> None:
    put(tmp_path / ".site.gone-999999999/index.html")

    files.recover(tmp_path / "site")

    assert listed(tmp_path) == []


@POSIX
def test_only_what_dead_processes_left_is_removed(tmp_path: Path) -> None:
    with subprocess.Popen(["sleep", "60"]) as living:
        kept = f".site.new-{living.pid}"
        for name in (kept, ".site.new-999999999", ".other.new-999999999", ".site.new-mine"):
            (tmp_path / name).mkdir()
        files.recover(tmp_path / "site")
        living.kill()

    assert listed(tmp_path) == sorted([kept, ".other.new-999999999", ".site.new-mine"])


def test_two_builds_of_one_site_do_not_meet(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with files.staging(site) as new:
        fill(new, "1")

        (complaint,) = complaints(lambda: publish(site, "2"))
        files.recover(site)
        files.swap(new, site)

    assert complaint.endswith("another build is writing this site [build-running]")
    assert state(site) == "1"


def test_a_build_that_fails_leaves_the_site_as_it_was(way: str, tmp_path: Path) -> None:
    site = tmp_path / "out" / "site"
    publish(site, "1")

    with pytest.raises(ZeroDivisionError), files.staging(site) as new:
        fill(new, str(1 // 0))

    assert state(site) == "1"
    assert listed(site.parent) == ["site"]


def test_a_rename_that_fails_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(site, "1")
    monkeypatch.setattr(swap, "_exchange", lambda new, place: False)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if ".new-" in path.name and target.name == "site":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)

    assert complaints(lambda: publish(site, "2")) == [f"{site}: {site}: no space left on device [cannot-write]"]
    assert state(site) == "1"


@pytest.mark.parametrize(
    ("made", "out"),
    [
        (("project/support.yml",), "project"),
        (("project/support.yml",), "."),
        (("project/support.yml", "photos/me.jpg"), "photos"),
        (("project/support.yml", "project/kb/a.md"), "project/kb"),
        (("project/support.yml", "file"), "file"),
        (("project/support.yml", "pages/.helpglot", "pages/.git/HEAD"), "pages"),
    ],
)
def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path, made: tuple[str, ...], out: str) -> None:
    for name in made:
        put(tmp_path / name)

    (complaint,) = complaints(lambda: publish(tmp_path / out, "1", tmp_path / "project"))

    assert complaint.endswith("[not-our-folder]")
    assert {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()} == set(made)


def test_the_root_of_the_disk_and_the_home_folder_are_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    for out in (Path(tmp_path.anchor), tmp_path, tmp_path.parent):
        assert "[not-our-folder]" in complaints(lambda out=out: publish(out, "1"))[0]  # type: ignore[misc]


def test_an_empty_folder_and_an_earlier_site_are_replaced(way: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()

    publish(site, "1")
    publish(site, "2")

    assert state(site) == "2"


@POSIX
def test_a_link_to_the_site_stays_a_link(way: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)

    publish(tmp_path / "link", "1")
    publish(tmp_path / "link", "2")

    assert (tmp_path / "link").is_symlink()
    assert state(tmp_path / "real") == "2"


@POSIX
def test_a_folder_that_may_not_be_written_is_told_in_words(tmp_path: Path) -> None:
    (complaint,) = complaints(lambda: publish(put(tmp_path / "file") / "site", "1"))

    assert complaint.endswith("[cannot-write]")


def test_support_yml_can_be_read_where_an_article_cannot(data: Path, project: Path) -> None:
    put(project / "support.yml", b"a: 1\n")
    put(project / "kb/a.md", b"\xff\n")

    assert complaints(lambda: files.read(project)) == ["kb/a.md:1:1: this line is not written in UTF-8 [not-utf-8]"]
    found = files.support(project)
    assert found is not None and found.text == "a: 1\n"
