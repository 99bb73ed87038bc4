"""The events of MkDocs, answered from a Draft: its pages in, a whole page around each, one language after the other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as Rendered

from generator.engine import (
    content,
    environment,
    headers,
    minute,
    parts,
    policy,
    search,
    settings,
    sitemap,
    states,
    words,
)
from generator.engine.beside import Originals
from generator.engine.frame import choices, frame, ways
from generator.engine.head import head
from generator.engine.places import MISSING, Places, source
from generator.model import Draft, Page
from generator.problems import Problem, SiteError


class Nothing(Config):  # type: ignore[no-untyped-call]  # MkDocs gives it no types
    """All settings are in support.yml."""


class Hooks(BasePlugin[Nothing]):  # type: ignore[no-untyped-call]  # MkDocs gives it no types
    """Builds what `compose` gives, in each language that it has."""

    def __init__(
        self, compose: Callable[[Path], Draft], progress: Callable[[str], None] | None = None, *, live: bool = False
    ) -> None:
        self.compose = compose
        self.progress = progress
        self.live = live
        self.problems: list[Problem] = []
        self.built: set[str] = set()

    # -- settings --

    @event_priority(0)
    def _languages(self, config: MkDocsConfig) -> None:
        """Compose once, and tell static-i18n which languages there are."""
        if "places" not in self.__dict__:
            self.places = Places(self._draft(config))
            self.shared = {key: config[key] for key in ("markdown_extensions", "mdx_configs", "extra_css")}
            self.environment = made = environment.environment(config.theme)
            config.theme.get_env = lambda: made  # type: ignore[method-assign]  # one for all languages
            config.theme.static_templates.discard("sitemap.xml")
            self.originals = Originals(self.places, made, self.shared, self.problems)
        config.plugins["i18n"].config.languages = settings.languages(self.places.draft)

    @event_priority(-200)
    def _settings(self, config: MkDocsConfig) -> None:
        """Derive the settings of the language whose turn it is."""
        tag = getattr(config.plugins["i18n"], "current_language")  # noqa: B009 - static-i18n has no types
        self.tree = self.places.trees[tag]
        said = words.words(self.tree, self.environment)
        self.frame = frame(self.places, self.tree, said, [name for name, _ in self._joined], self._policy)
        for key, value in settings.of_language(self.places, self.tree, said, self.shared).items():
            config[key] = value
        config.theme["language"] = words.theme_language(tag, self.environment)
        if self.progress:
            self.progress(tag)

    on_config = CombinedEvent(_languages, _settings)

    def _draft(self, config: MkDocsConfig) -> Draft:
        try:
            return self.compose(Path(config.config_file_path).parent)
        except SiteError as error:
            raise PluginError(str(error)) from error

    # -- sources --

    @event_priority(-200)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the draft's pages in place of what lies in docs_dir, after static-i18n has had its turn."""
        for file in [*files]:
            if self._unwanted(file, config):
                files.remove(file)
        for page in self.tree.pages:
            files.append(self._source(page, config))
        for path, data in self._assets.items():
            if path in files.src_uris:
                files.remove(files.src_uris[path])
            files.append(File.generated(config, path, content=data))
        # Pages of every language may link to these files, but they are written only once.
        shared = InclusionLevel.INCLUDED if self.tree.language == self.places.root else InclusionLevel.EXCLUDED
        for file in files:
            if not file.is_documentation_page():
                file.inclusion = shared
        return files

    def _unwanted(self, file: File, config: MkDocsConfig) -> bool:
        """Whatever is not of our theme: sources that the draft was composed from, Material's own client code."""
        joined = file.src_uri in map(str, self.shared["extra_css"]) or file.src_uri.startswith(parts.FOLDERS)
        return joined or not config.theme.custom_dir or file.src_dir != config.theme.custom_dir

    def _source(self, page: Page, config: MkDocsConfig) -> File:
        # MkDocs reads `Word: text` in the first lines as settings; an empty front matter of ours keeps them text.
        text = f"---\nhelpglot: true\n---\n{page.markdown}"
        name = source(self.tree, page.path)
        made = File.generated(config, name, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
        made.dest_uri = self.places.file(self.tree.language, page.path)
        made.url = self.places.address(self.tree.language, page.path) or "./"
        return made

    @property
    def _assets(self) -> dict[str, bytes]:
        own = {str(path): data for path, data in self.places.draft.assets.items()}
        icon = parts.icon(self.environment, self.places.draft.config.site.colour)
        return {**dict(self._joined), **icon, **minute.files(self.places.draft.trees), **own}

    @cached_property
    def _joined(self) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
        """The one style sheet and the one script of the site, each with its name."""
        own = [str(path) for path in self.shared["extra_css"]]
        texts = [page.markdown for _, page in self.places.pages.values()]
        styles = parts.styles(self.environment, own, self.places.draft.config.site.colour, texts)
        scripts = parts.scripts(self.environment)
        return (parts.name(styles, "css"), styles), (parts.name(scripts, "js"), scripts)

    @cached_property
    def _finder(self) -> tuple[str, bytes]:
        """The script that searches, with its name; it is the same for every language."""
        script = parts.finder(self.environment)
        if not script:
            self.problems.append(search.LACKING)
        return parts.name(script, "js", "search"), script

    @cached_property
    def _policy(self) -> str:
        return "" if self.live else policy.policy(self.environment)

    # -- navigation --

    @event_priority(0)
    def _before_i18n(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self.items = [*nav.items]

    @event_priority(-200)
    def _after_i18n(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Undo what static-i18n takes for language folders, such as a section named "It"."""
        nav.items = self.items
        home = files.src_uris.get(f"{self.tree.language}/index.md")
        nav.homepage = home.page if home else None
        for file in files.documentation_pages():
            if file.page and not file.page.title:
                file.page.title = self._page(file.page).title
        self.files = files
        return nav

    on_nav = CombinedEvent(_before_i18n, _after_i18n)

    # -- pages --

    @event_priority(49)
    def on_page_markdown(self, markdown: str, *, page: Rendered, config: MkDocsConfig, files: Files) -> str:
        """Give the page as it was composed; static-i18n has gone over its lines."""
        return self._page(page).markdown

    @event_priority(-200)
    def on_page_content(self, html: str, *, page: Rendered, config: MkDocsConfig, files: Files) -> Markup:
        """Let through what does no harm, and mark it as the HTML that it is."""
        ours = self._page(page)
        self.problems.extend(content.refused(html, ours))
        spoken = content.spoken(html)
        for entry in page.toc:
            content.mark(entry, spoken)
        laid = self.originals.lay(content.safe(html, ours), self.tree, ours)
        return Markup(states.tagged(laid, self.tree, ours))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Take the 404 page out of the pages: it becomes a file of its own."""
        missing = files.src_uris.get(source(self.tree, MISSING))
        self.missing = missing.page if missing else None
        if missing:
            files.remove(missing)
        html = {self._page(file.page).path: str(file.page.content) for file in files.documentation_pages() if file.page}
        self.text = search.text(self.places, self.tree, html)
        self.search = search.search(self.places, self.tree, self._finder[0], self.text) if self._finder[1] else None

    def on_page_context(self, context: Any, *, page: Rendered, config: MkDocsConfig, nav: Navigation) -> None:
        """Tell the theme what surrounds a page."""
        self._surround(context, self._page(page))
        context["top"], context["rest"] = states.parted(str(page.content))

    def _surround(self, context: Any, page: Page) -> None:
        context.update(
            site=self.frame,
            head=head(self.places, self.tree, page),
            choices=choices(self.places, self.tree, page),
            kind=page.kind,
            told=states.told(self.places, self.tree, page),
            beside=self.originals.beside(self.tree, page),
            search=self.search,
            ours=page,
            slug=page.path.stem if len(page.path.parts) == 1 else "",
            related=ways(self.places, self.tree, page.related),
        )

    def _page(self, page: Rendered) -> Page:
        return self.places.pages[page.file.src_uri][1]

    # -- files that are no pages --

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> None:
        """Fill the 404 page with the draft's own, its links leading from anywhere."""
        if template_name == "404.html" and self.missing is not None:
            self._surround(context, self._page(self.missing))
            context["base_url"] = self.places.base
            here = self.places.base + self.places.address(self.tree.language, MISSING)
            context["missing"] = content.from_anywhere(str(self.missing.content), here)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Write each language's own 404 page; MkDocs itself writes the one at the root."""
        if template_name != "404.html" or self.missing is None:
            return "" if template_name == "404.html" else output
        if self.tree.language == self.places.root:
            return output
        _write(Path(config.site_dir), f"{self.tree.language}/404.html", output)
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Once every language stands, write what is there once."""
        self.built.add(self.tree.language)
        for file in self.files.documentation_pages():
            content.forget(file)
        if self.search:
            (Path(config.site_dir) / self.text.place).write_bytes(self.text.data)
        if self.built == set(self.places.trees):
            self._once(Path(config.site_dir))

    def _once(self, site: Path) -> None:
        for path, data in self.originals.files.items():
            _write(site, path, data.decode())
        if self.search:
            _write(site, self._finder[0], self._finder[1].decode())
        for path, text in sitemap.files(self.places):
            _write(site, path, text)
        # Hosts read their files at the root and nowhere else.
        if self._policy and self.places.base == "/":
            there = [path.relative_to(site).as_posix() for path in (site / "assets").rglob("*")]
            for path, text in headers.files(self._policy, there):
                _write(site, path, text)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:
        """Watch everything that a page is made of; after a broken edit the last good pages stay."""

        def rebuild() -> None:
            # MkDocs has said why, and would answer no browser until the next good build.
            with suppress(Abort):
                builder()

        server.builder = rebuild
        project = Path(config.config_file_path).parent
        for name in ("support.yml", "templates", "locales", "kb"):
            if (project / name).exists():
                server.watch(str(project / name))


def _write(site: Path, path: str, text: str) -> None:
    place = site / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
