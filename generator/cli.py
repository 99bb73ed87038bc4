"""The command line: words from a person -> one call to the pipeline -> words for that person."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import click

from generator import __version__, checks, console, engine, files, pipeline, scaffold, tags
from generator.catalogs import Change, Count, Tally, change
from generator.checks import Result
from generator.languages import PSEUDO, canonical, language
from generator.model import Draft
from generator.problems import Problem, SiteError, errors
from generator.schema import SupportConfig

Format = console.Format
FORMATS = click.Choice(["text", "json", "github"])


def _today(given: datetime | None) -> date:
    """Today, unless told otherwise: --date, then SOURCE_DATE_EPOCH, then the clock."""
    if given:
        return given.date()
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise click.UsageError(f"SOURCE_DATE_EPOCH: {epoch}: this is not a number of seconds") from None
    return date.today()


project_option = click.option(
    "-p",
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder that holds support.yml.  [default: this folder]",
)
date_option = click.option(
    "--date", "today", type=click.DateTime(["%Y-%m-%d"]), help="Take this day for today, as 2026-11-20."
)
format_option = click.option("--format", "form", type=FORMATS, default="text", show_default=True, help="How to report.")
strict_option = click.option(
    "--strict", is_flag=True, help="Fail on a warning too, unless it is only a recommendation."
)


def reported(command: Callable[..., None]) -> Callable[..., None]:
    """Show the problems that stop a command, and end with 1."""

    @functools.wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            command(*args, **options)
        except SiteError as error:
            form = cast(Format, options.get("form", "text"))
            console.report(error.problems, form, sys.stdout if form != "text" else sys.stderr)
            if form == "text":
                _count(error.problems)
            sys.exit(1)

    return run


def _count(problems: tuple[Problem, ...]) -> None:
    wrong = len(errors(problems))
    words = [
        f"{n} {word}{'s' if n != 1 else ''}" for n, word in ((wrong, "error"), (len(problems) - wrong, "warning")) if n
    ]
    if words:
        console.say(", ".join(words), sys.stderr)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="helpglot")
def main() -> None:
    """One support.yml becomes a support site in every language your customers read.

    \b
    Example:
      helpglot init acme        make a project with a commented support.yml
      helpglot check -p acme    hold it against every promise
      helpglot build -p acme    build the site to acme/site
      helpglot serve -p acme    see it while you write
    """


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@reported
def init(folder: Path) -> None:
    """Make a project in FOLDER: a commented support.yml that passes the check.

    \b
    Example:
      helpglot init acme
    """
    for path in scaffold.write(folder):
        console.say(f"wrote {path}")
    console.say(f"next: change {folder / 'support.yml'}, then run `helpglot build -p {folder}`")


@main.command()
@project_option
@date_option
@format_option
@strict_option
@reported
def check(project: Path, today: datetime | None, form: Format, strict: bool) -> None:
    """Hold support.yml and its pages against every requirement.

    \b
    Example:
      helpglot check -p acme --format github
    """
    draft = _draft(project, _today(today))
    results = checks.run(draft)
    found = pipeline.check(draft, strict=strict)
    if form == "text":
        click.echo(console.table(_rows(results), ("rule", "level", "", "what it asks")))
    if form == "json":
        click.echo(json.dumps(_report(results, found), ensure_ascii=False, indent=2))
    else:
        console.report(found, form)
    if form == "text":
        _count(found)
    if pipeline.stops(found, strict=strict):
        sys.exit(1)


def _rows(results: tuple[Result, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.requirement.id, one.requirement.level, _state(one), one.requirement.text) for one in results]


def _state(result: Result) -> str:
    if not result.checked:
        return "for information"
    if not result.applies:
        return "does not apply"
    return "passed" if result.passed else "FAILED" if result.requirement.severity == "error" else "warning"


def _report(results: tuple[Result, ...], found: tuple[Problem, ...]) -> dict[str, object]:
    rules = [
        {
            "id": one.requirement.id,
            "level": one.requirement.level,
            "state": _state(one).lower(),
            "text": one.requirement.text,
            "sources": list(one.requirement.sources),
        }
        for one in results
    ]
    return {"requirements": rules, **json.loads(console.as_json(found))}


pseudo_option = click.option(
    "--pseudo", is_flag=True, help="Add en-XA, Ēñĝļíšĥ in ⟦brackets⟧: what is plain there no translator ever sees."
)


@main.command()
@project_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes.  [default: site in the project; with --pseudo: site-pseudo]",
)
@click.option("--lang", metavar="TAG", help="Build only this language, as zh-TW.")
@pseudo_option
@date_option
@format_option
@strict_option
@reported
def build(
    project: Path, out: Path | None, lang: str | None, pseudo: bool, today: datetime | None, form: Format, strict: bool
) -> None:
    """Build the site; the last good one stays until the new one is whole.

    \b
    Example:
      helpglot build -p acme --out public --strict
      helpglot build -p acme --pseudo --lang en-XA    find texts that cannot be translated
    """
    out = out or project / ("site-pseudo" if pseudo else "site")
    with console.progress() as step:
        step("composing the pages")
        draft = _draft(project, _today(today), pseudo=pseudo)
        site = pipeline.build(
            draft, project, out, only=lang, strict=strict, progress=lambda tag: step(f"building {tag}")
        )
    console.report(site.problems, form, sys.stdout if form != "text" else sys.stderr)
    if form == "text":
        _count(site.problems)
        console.say(f"built {site.pages} pages in {_languages(len(site.languages))}: {out / 'index.html'}")


def _languages(count: int) -> str:
    return f"{count} language{'s' if count != 1 else ''}"


@main.command()
@project_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@pseudo_option
@date_option
@reported
def serve(project: Path, port: int, host: str, pseudo: bool, today: datetime | None) -> None:
    """Show the site while you write; every edit of a source shows up.

    \b
    Example:
      helpglot serve -p acme --port 8001
      helpglot serve -p acme --pseudo    and look at /en-XA/
    """
    files.read(project)  # A project that is not there is no edit to wait for.
    own = project / "mkdocs.yml"
    watched = [project / "support.yml"]
    watched += [base / name for base in {project, files.shipped()} for name in ("kb", "locales", "templates")]
    engine.serve(
        lambda: _draft(project, _today(today), pseudo=pseudo),
        watched,
        (host, port),
        report=lambda error: console.report(error.problems, "text", sys.stderr),
        ready=lambda url: console.say(f"look at {url}; stop with Ctrl+C"),
        mkdocs_yml=own if own.is_file() else None,
    )


@main.command()
def schema() -> None:
    """Print the JSON Schema of support.yml, for editors to complete and explain it.

    \b
    Example:
      helpglot schema > support.schema.json
      and in support.yml, first line:  # yaml-language-server: $schema=support.schema.json
    """
    shape = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SupportConfig.model_json_schema()}
    click.echo(json.dumps(shape, ensure_ascii=False, indent=2))


@main.group()
def translate() -> None:
    """Keep the PO files in step with what the site says."""


def _tags(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Tags as the site writes them; zh_TW, as a folder is called, is one too."""
    return tuple(_tag(one) for one in given)


def _tag(written: str) -> str:
    if not written.strip():
        raise click.BadParameter("name a language by its tag, such as ja")
    try:
        tag = language(canonical(written.replace("_", "-"))).tag
        if tag == PSEUDO:
            raise click.BadParameter(f"{tag}: it has no files; `helpglot serve --pseudo` shows it")
        return tag
    except ValueError:
        meant = tags.guess(written)
        hint = f"; did you mean {meant}?" if meant else ""
        raise click.BadParameter(f"{written}: no such language{hint}") from None


@translate.command()
@project_option
@click.option("--add", "added", multiple=True, metavar="TAG", callback=_tags, help="Begin this language too.")
@format_option
@reported
def update(project: Path, added: tuple[str, ...], form: Format) -> None:
    """Write new and changed texts into the PO files; nothing that a translator wrote is lost.

    \b
    Example:
      helpglot translate update --add ja
    """
    done: dict[str, Change] = {}
    # All or nothing: what one file is wrong in must not leave the others half done.
    for path, text in list(pipeline.translations(project, added, _today(None))):
        done[path.relative_to(project).as_posix()] = change(files.text(path), text)
        files.write(path, text)
    if form == "json":
        listed = [{"path": path, **asdict(one)} for path, one in done.items()]
        click.echo(json.dumps({"files": listed}, ensure_ascii=False, indent=2))
    for name, one in done.items() if form != "json" else ():
        words = f"{one.added} new, {one.changed} changed, {one.removed} removed"
        left = f"{one.missing} to translate, {one.fuzzy} to confirm"
        if form == "github":
            click.echo(console.notice("translate update", f"{words}; {left}", name))
        else:
            console.say(f"wrote {project / name}: {words}; now {left}")
    if form == "text" and not done:
        console.say("nothing to write: the PO files hold what the site says")


@translate.command()
@project_option
@click.option("--pages", is_flag=True, help="Show every page too.")
@format_option
@reported
def status(project: Path, pages: bool, form: Format) -> None:
    """Say how much of the site is translated, by language and by page.

    \b
    Example:
      helpglot translate status -p acme --pages
    """
    found = pipeline.status(project)
    match form:
        case "json":
            languages = {
                tag: asdict(one.whole) | {"pages": {str(path): asdict(count) for path, count in one.pages.items()}}
                for tag, one in found.items()
            }
            click.echo(json.dumps({"languages": languages}, ensure_ascii=False, indent=2))
        case "github":
            click.echo("".join(f"{line}\n" for line in _notices(found, pages=pages)), nl=False)
        case "text":
            names = tuple(name.replace("_", " ") for name in Count.__slots__)
            if pages:
                rows = [(tag, str(path), *_row(each)) for tag, one in found.items() for path, each in one.pages.items()]
                click.echo(console.table(rows, ("language", "page", *names)))
            totals = [(tag, *_row(one.whole)) for tag, one in found.items()]
            click.echo(console.table(totals, ("language", *names)), nl=False)


def _notices(found: Mapping[str, Tally], *, pages: bool) -> Iterator[str]:
    """One annotation for each language, and where pages are asked for, one for each page with work left."""
    for tag, one in found.items():
        yield console.notice(f"{tag}: translation", _counted(one.whole))
        for path, each in one.pages.items() if pages else ():
            if each.translated < each.segments:
                yield console.notice(f"{tag}: translation", _counted(each), str(path))


def _counted(count: Count) -> str:
    values = ((name.replace("_", " "), value) for name, value in asdict(count).items() if name != "segments")
    return f"{count.segments} segments: {', '.join(f'{value} {name}' for name, value in values)}"


def _row(count: Count) -> tuple[int, ...]:
    return tuple(asdict(count).values())


@translate.command("check")
@project_option
@format_option
@reported
def check_translations(project: Path, form: Format) -> None:
    """Find mistakes in the PO files: what is lost, turned round, or not the language it should be.

    \b
    Example:
      helpglot translate check -p acme --format github
    """
    found = pipeline.translation_problems(project)
    console.report(found, form)
    if form == "text":
        _count(found)
        if not found:
            click.echo("nothing to mend: no error, no warning")
    if errors(found):
        sys.exit(1)


def _draft(project: Path, today: date, *, pseudo: bool = False) -> Draft:
    sources = pipeline.read(project)
    return pipeline.compose(sources, today, pipeline.pseudo(sources) if pseudo else None)
