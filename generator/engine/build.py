"""Draft -> a whole site in a folder, or every reason why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs import utils
from mkdocs.commands.build import build as run
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.engine import settings
from generator.engine.hooks import Hooks
from generator.engine.listen import listening, problems
from generator.engine.places import Places
from generator.languages import PSEUDO
from generator.model import BuiltSite, Draft
from generator.problems import EngineError, Location, Problem, errors, faults


def build(
    draft: Draft,
    out: Path,
    *,
    only: str | None = None,
    strict: bool = False,
    progress: Callable[[str], None] | None = None,
    mkdocs_yml: Path | None = None,
    live: bool = False,
) -> BuiltSite:
    """Write the site into `out`, in place of what lies there; `only` builds one language, at the root.

    Raises EngineError with every problem when a link is broken, or, if `strict`, when there is any problem at all.
    `progress` hears the tag of each language as its turn comes; `live` is for a server that adds to the pages.
    """
    if only is not None:
        draft = _alone(draft, only)
    hooks = Hooks(lambda _: draft, progress, live=live)
    with TemporaryDirectory(prefix="helpglot-") as nowhere, listening() as ear:
        config = settings.load(mkdocs_yml or settings.shipped(draft), draft, Path(nowhere), out)
        config.plugins["helpglot"] = hooks
        _run(config)
    places = Places(draft)
    found = faults([*_twice(places), *hooks.problems, *problems(ear.heard, places)])
    if errors(found) or (strict and found):
        raise EngineError(*found)
    pages = sum(len(tree.pages) for tree in draft.trees)
    return BuiltSite(out, pages, tuple(tree.language for tree in draft.trees), found)


def _twice(places: Places) -> Iterator[Problem]:
    """Yield every page that another one of its language has taken the place of."""
    taken: dict[str, Location] = {}
    for tree, page in places.pages.values():
        file = places.file(tree.language, page.path).lower()
        if file in taken:
            other = taken[file]
            yield Problem("same-address", f"{other}: that page has the same address", page.origin, "rename one of them")
        taken[file] = page.origin


def _alone(draft: Draft, tag: str) -> Draft:
    trees = tuple(tree for tree in draft.trees if tree.language == tag)
    if not trees:
        known = {tree.language.lower(): tree.language for tree in draft.trees}
        near = get_close_matches(tag.lower(), known, 1)
        hint = f"did you mean `{known[near[0]]}`?" if near else f"it has: {', '.join(known.values())}"
        hint = "add `--pseudo`" if tag == PSEUDO else hint
        where = draft.locate(("languages",))
        raise EngineError(Problem("unknown-language", f"{tag}: the site does not have this language", where, hint))
    return replace(draft, trees=trees)


def _run(config: MkDocsConfig) -> None:
    # static-i18n puts this aside while it builds further languages, and leaves it aside when one of them fails.
    cleaning = utils.clean_directory
    try:
        run(config)
    except TemplateSyntaxError as error:
        where = Location(PurePosixPath("templates/theme") / (error.name or ""), error.lineno)
        raise EngineError(Problem("theme", f"the theme cannot be read: {error.message}", where)) from error
    except TemplateError as error:
        where = Location(PurePosixPath("templates/theme"))
        raise EngineError(Problem("theme", f"the theme cannot be used: {error}", where)) from error
    except MkDocsException as error:
        raise EngineError(Problem("engine", str(error), Location(PurePosixPath("mkdocs.yml")))) from error
    finally:
        utils.clean_directory = cleaning
