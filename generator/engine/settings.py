"""mkdocs.yml + Draft -> the settings of MkDocs, and what they are for each language."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load
from mkdocs_static_i18n.config import I18nPluginLanguage  # type: ignore[import-untyped]  # it ships no types

from generator.engine.places import Places
from generator.engine.widgets import Widgets
from generator.languages import language
from generator.model import Draft, NavItem, Tree
from generator.problems import EngineError, Location, Problem

# Whoever listens to MkDocs hears this too.
LOG = logging.getLogger("mkdocs.config")
I18N = {
    "docs_structure": "folder",
    "fallback_to_default": False,
    "reconfigure_material": False,
    "reconfigure_search": False,
    # Replaced by the languages of the draft as soon as there is one.
    "languages": [{"locale": "en", "name": "English", "default": True}],
}
OURS = frozenset({"i18n", "helpglot", "search"})


def shipped(draft: Draft) -> Path:
    """The mkdocs.yml that stands beside the templates."""
    return draft.theme.parent.parent / "mkdocs.yml"


def load(path: Path, draft: Draft, docs: Path, out: Path) -> MkDocsConfig:
    """Read mkdocs.yml, with sources, theme and output of this draft in place of what it says."""
    config = MkDocsConfig(config_file_path=str(path))
    config.load_dict(_read(path) | {"docs_dir": str(docs), "site_dir": str(out), "strict": False})
    config.load_dict({"theme": _theme(config, draft), "plugins": _plugins(config)})
    failed, warned = config.validate()
    if failed:
        raise EngineError(*_complaints(path, failed))
    for key, message in warned:
        LOG.warning("%s: %s", key, message)
    return config


def languages(draft: Draft) -> list[I18nPluginLanguage]:
    """The languages as static-i18n wants them, the first at the root; its own check refuses tags such as "fil"."""
    return [_entry(tree, first=index == 0) for index, tree in enumerate(draft.trees)]


def of_language(places: Places, tree: Tree, words: Mapping[str, str], shared: Mapping[str, Any]) -> dict[str, object]:
    """Derive every setting that one language has for itself; `shared` is what mkdocs.yml says for all."""
    return {
        "site_name": tree.site_name,
        "site_description": tree.description,
        "site_url": places.url,
        "copyright": tree.footer,
        "nav": [entry for item in tree.nav for entry in _nav(item)],
        **markdown(shared, words),
    }


def markdown(shared: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    """What Markdown is in one language: what mkdocs.yml says, and our widgets."""
    return {
        "markdown_extensions": [*shared["markdown_extensions"], Widgets(words)],
        "mdx_configs": _extensions(shared["mdx_configs"] or {}, words),
    }


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        try:
            return yaml_load(file)
        except ConfigurationError as error:
            raise EngineError(Problem("mkdocs-settings", str(error), Location(PurePosixPath(path.name)))) from None


def _theme(config: MkDocsConfig, draft: Draft) -> dict[str, Any]:
    said = config.data["theme"]
    theme = {"name": said} if isinstance(said, str) else dict(said or {})
    return {"font": False, **theme, "name": "material", "custom_dir": str(draft.theme)}


def _plugins(config: MkDocsConfig) -> list[Any]:
    said: Iterable[Any] = config.data["plugins"] or ()
    return [
        {"i18n": I18N},
        *(plugin for plugin in said if not OURS & set([plugin] if isinstance(plugin, str) else plugin)),
    ]


def _complaints(path: Path, failed: Iterable[tuple[str, Exception]]) -> list[Problem]:
    where = Location(PurePosixPath(path.name))
    return [Problem("mkdocs-settings", f"{key}: {error}", where) for key, error in failed]


def _entry(tree: Tree, *, first: bool) -> I18nPluginLanguage:
    entry = I18nPluginLanguage()
    tag = tree.language
    link = "/" if first else f"/{tag}/"
    entry.load_dict({"locale": tag, "name": language(tag).name, "default": first, "build": True, "link": link})
    return entry


def _nav(item: NavItem) -> list[dict[str, object]]:
    """A heading over pages becomes a section whose first entry is the heading's own page."""
    own: list[dict[str, object]] = [{item.title: str(item.path)}] if item.path else []
    inner = [entry for child in item.children for entry in _nav(child)]
    return [{item.title: own + inner}] if inner else own


def _extensions(shared: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    return {
        **shared,
        "footnotes": {**shared.get("footnotes", {}), "BACKLINK_TITLE": words["back"].replace("{", "").replace("}", "")},
    }
