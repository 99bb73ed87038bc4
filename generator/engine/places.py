"""Where every page of a draft stands: its address, and the same page in other languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from generator.languages import PSEUDO
from generator.model import Draft, Page, Tree
from generator.schema import Text

MISSING = PurePosixPath("404.md")


@dataclass(frozen=True)
class Version:
    """One page in one language: what it is called there, and where it stands below the site's root."""

    language: str
    address: str
    indexed: bool


@dataclass(frozen=True)
class Places:
    """The addresses of a draft: the first language at the root, the others below their tags."""

    draft: Draft

    @property
    def root(self) -> str:
        """The language at the site's root."""
        return self.draft.trees[0].language

    @cached_property
    def url(self) -> str | None:
        """The site's public address, ending in a slash; None while nobody has said it."""
        url = self.draft.config.site.url
        return f"{url.rstrip('/')}/" if url else None

    @property
    def base(self) -> str:
        """The path at which the site stands on its host: "/" or "/support/"."""
        return urlsplit(self.url or "/").path

    @cached_property
    def trees(self) -> dict[str, Tree]:
        """The trees by language, in order."""
        return {tree.language: tree for tree in self.draft.trees}

    @cached_property
    def pages(self) -> dict[str, tuple[Tree, Page]]:
        """Every page under the name that the engine gives its source: "ko/contact.md"."""
        return {source(tree, page.path): (tree, page) for tree in self.draft.trees for page in tree.pages}

    def folder(self, tag: str) -> str:
        """Where a language stands below the site's root: "" or "ko/"."""
        return "" if tag == self.root else f"{tag}/"

    def file(self, tag: str, path: PurePosixPath) -> str:
        """The HTML file of a page: "ko/contact/index.html"."""
        if path == MISSING:
            return f"{self.folder(tag)}404.html"
        inner = path.with_suffix("")
        page = inner.with_name("index.html") if inner.name == "index" else inner / "index.html"
        return f"{self.folder(tag)}{page}"

    def address(self, tag: str, path: PurePosixPath) -> str:
        """Where a page stands below the site's root, quoted: "", "ko/", "ko/contact/"."""
        return quote(self.file(tag, path).removesuffix("index.html"))

    def absolute(self, address: str) -> str | None:
        """The public address of what stands at `address`."""
        return f"{self.url}{address}" if self.url is not None else None

    @cached_property
    def _versions(self) -> dict[PurePosixPath, tuple[Version, ...]]:
        found: dict[PurePosixPath, list[Version]] = {}
        for tree in self.draft.trees:
            for page in tree.pages:
                indexed = page.translation != "none" and page.path != MISSING and tree.language != PSEUDO
                version = Version(tree.language, self.address(tree.language, page.path), indexed)
                found.setdefault(page.path, []).append(version)
        return {path: tuple(versions) for path, versions in found.items()}

    def versions(self, path: PurePosixPath) -> tuple[Version, ...]:
        """The page in every language that has it."""
        return self._versions.get(path, ())

    def hreflang(self, path: PurePosixPath) -> tuple[tuple[str, str], ...]:
        """What search engines should know of a page's languages: (hreflang, public address)."""
        versions = [version for version in self.versions(path) if version.indexed]
        if self.url is None or len(versions) < 2:
            return ()
        pairs = [(version.language, f"{self.url}{version.address}") for version in versions]
        default = next((version for version in versions if version.language == self.root), None)
        return (*pairs, ("x-default", f"{self.url}{default.address}")) if default else tuple(pairs)


def said(places: Places, tree: Tree, text: Text) -> str:
    """A text of the partner, for the readers of one language."""
    return text.by_language.get(tree.language) or text.source(places.draft.config.source)


def source(tree: Tree, path: PurePosixPath) -> str:
    """The name that the engine gives a page's source; no two languages share one."""
    return f"{tree.language}/{path}"
