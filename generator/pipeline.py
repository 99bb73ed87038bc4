"""The story: compose, check, build; update the translations. The one room that introduces the others to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from generator import articles, catalogs, checks, config, engine, files, yamlmap
from generator.catalogs import Catalog
from generator.formats import Formats
from generator.languages import language
from generator.model import BuiltSite, Draft, Message, Page, Source, Sources, Tree
from generator.pages import frame
from generator.pages.outline import OUTLINE
from generator.pages.reader import Reader, slugs
from generator.pages.render import Environment, Renderer, environment
from generator.pages.views.topics import ArticleLink
from generator.problems import Problem, SiteError, SourceError, errors, faults
from generator.schema import GROUPS, Content, SupportConfig
from generator.words import Words

INCLUDES = ("contact-card.md.j2", "collections-timeline.md.j2", "severities.md.j2", "checklist.md.j2")
"""What an article may include."""
HELP = "../../"
"""The way from an article to the root of its language."""


@dataclass(frozen=True, slots=True)
class Catalogs:
    """All that is translated into one language."""

    site: Catalog
    kb: Catalog
    partner: Catalog

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is refused in any of them; only a warning, since the source is shown in its place."""
        found = (*self.site.problems, *self.kb.problems, *self.partner.problems)
        return tuple(replace(problem, severity="warning") for problem in found)


@dataclass(frozen=True, slots=True)
class Speech:
    """How articles are said in one language: the shipped ones from English, the partner's from its own."""

    tag: str
    partner: str
    """The language in which the partner writes."""
    known: Catalogs
    own: frozenset[PurePosixPath]
    """The partner's own articles."""

    def source(self, article: articles.Article) -> str:
        """The language in which an article is written."""
        return self.partner if article.source.path in self.own else "en"

    def catalog(self, article: articles.Article) -> articles.Translations:
        """Where an article's translations stand; what it keeps of a shipped one keeps its translation."""
        own = article.source.path in self.own
        return articles.Either(self.known.partner, self.known.kb) if own else self.known.kb


def compose(sources: Sources, today: date) -> Draft:
    """Make the whole site in memory; raises SourceError with everything that stands in the way."""
    document = yamlmap.load(sources.support)
    settings = config.read(sources.support)
    found: list[Problem] = []
    kept = _articles(sources, settings, found)
    found += _unknown(sources, settings, document)
    if errors(found):
        raise SourceError(*faults(found))
    jinja = environment(sources.templates)
    trees = []
    for tag in settings.languages:
        known = _catalogs(sources, tag)
        found += known.problems
        trees.append(_tree(sources, settings, known, tag, kept, jinja, today))
    return Draft(
        config=settings,
        trees=tuple(trees),
        today=today,
        theme=sources.theme,
        assets=sources.assets,
        problems=faults(found),
        locate=document.where,
    )


def _articles(sources: Sources, settings: SupportConfig, found: list[Problem]) -> tuple[articles.Article, ...]:
    """Read the articles that the partner carries, in the order of their groups."""
    kept = []
    everywhere = _everywhere(sources)
    found += [*articles.twice(sources.articles, sources.own), *articles.outdated(sources.articles, sources.own)]
    found += articles.homeless(_own(sources), GROUPS)
    facts = {"partner": {"name": settings.company.display_name}}
    for source in sources.articles.values():
        found += articles.problems(source, facts, INCLUDES, engine.harm)
        article = articles.examined(source)[0]
        if article is None:
            continue
        found += articles.astray(source, _place(article), everywhere)
        if _wanted(article, settings.content):
            kept.append(article)
    return tuple(kept)


def _wanted(article: articles.Article, content: Content) -> bool:
    """Whether the partner carries an article."""
    left_out = article.id in content.exclude or article.group in content.exclude_groups
    return not left_out and (not content.include_groups or article.group in content.include_groups)


def _unknown(sources: Sources, settings: SupportConfig, document: yamlmap.YamlMap) -> Iterator[Problem]:
    """Warn of every setting that names an article which nobody wrote."""
    # An article with a broken front matter is told of by itself.
    ids = {path.stem for path in sources.articles}
    ids |= {article.id for source in sources.articles.values() if (article := articles.examined(source)[0])}
    for setting in ("exclude", "featured"):
        for index, name in enumerate(getattr(settings.content, setting)):
            if name not in ids:
                yield articles.unknown(name, ids, document.where(("content", setting, index)))


def _everywhere(sources: Sources) -> frozenset[PurePosixPath]:
    """Every page that a site may have: what is not among them is a slip of the pen."""
    named = (articles.examined(source)[0] for source in sources.articles.values())
    helps = {_place(article) for article in named if article}
    # The address that an article with a broken front matter would have had.
    helps |= {PurePosixPath("help", *source.path.parts[-2:]) for source in sources.articles.values()}
    topics = {PurePosixPath("help", group, "index.md") for group in GROUPS}
    return frozenset({PurePosixPath(f"{entry.slug}.md") for entry in OUTLINE} | topics | helps)


def _place(article: articles.Article) -> PurePosixPath:
    return PurePosixPath("help", article.group, f"{article.id}.md")


def _catalogs(sources: Sources, tag: str) -> Catalogs:
    def of(domain: str) -> Catalog:
        folder = PurePosixPath(language(tag).folder) / "LC_MESSAGES" / f"{domain}.po"
        places = (folder, PurePosixPath("partner") / folder)
        return catalogs.read(tag, *(sources.catalogs[place] for place in places if place in sources.catalogs))

    return Catalogs(of("site"), of("kb"), of("partner"))


def _tree(
    sources: Sources,
    settings: SupportConfig,
    known: Catalogs,
    tag: str,
    kept: tuple[articles.Article, ...],
    jinja: Environment,
    today: date,
) -> Tree:
    spoken = language(tag, settings.regions[0])
    words = Words(Formats(spoken, settings.regions[0]), known.site)
    reader = Reader(settings, spoken, words, known.site, known.partner, today, slugs(settings))
    speech = Speech(tag, settings.source, known, frozenset(source.path for source in _own(sources)))
    links = tuple(_link(article, speech) for article in kept)
    renderer = Renderer(jinja, sources.templates, reader, links)
    pages = (*renderer.pages(), *renderer.topics())
    includes = {name: renderer.include(name, HELP) for name in INCLUDES}
    here = {page.path for page in pages} | {link.path for link in links}
    absent = _everywhere(sources) - here
    helps = tuple(_article(article, speech, renderer, links, includes, absent) for article in kept)
    topics = renderer.context["groups"]
    return Tree(
        language=tag,
        site_name=frame.site_name(reader),
        pages=(*pages, *helps),
        nav=frame.nav(reader, pages, topics),
        description=pages[0].description,
        footer=frame.footer(reader),
        words=frame.theme_words(reader),
    )


def _link(article: articles.Article, speech: Speech) -> ArticleLink:
    path = _place(article)
    texts = (article.title, article.description)
    original, catalog = speech.source(article), speech.catalog(article)
    found = [text if speech.tag == original else catalog.get(text) for text in texts]
    said = [text if translated is None else translated for text, translated in zip(texts, found, strict=True)]
    languages = tuple(original if translated is None else "" for translated in found)
    return ArticleLink(article.id, said[0], said[1], article.group, path, (languages[0], languages[1]))


def _article(
    article: articles.Article,
    speech: Speech,
    renderer: Renderer,
    links: tuple[ArticleLink, ...],
    includes: Mapping[str, str],
    absent: frozenset[PurePosixPath],
) -> Page:
    facts = {"partner": renderer.context["partner"]}
    catalog, original = speech.catalog(article), speech.source(article)
    page = articles.render(article.source, catalog, facts, speech.tag, original, includes=includes)
    by_id = {link.id: link for link in links}
    end = renderer.include(
        "article-end.md.j2",
        HELP,
        related=[by_id[one] for one in article.related if one in by_id],
        reviewed=article.reviewed,
        valid_as_of=article.valid_as_of,
    )
    whole = replace(page, markdown=f"{page.markdown.rstrip()}\n\n{end}", links=articles.lines(article.source))
    return replace(whole, markdown=articles.unlinked(whole, absent))


def check(draft: Draft) -> tuple[Problem, ...]:
    """Hold the draft against every promise; what was wrong with its sources comes along."""
    found = [problem for result in checks.run(draft) for problem in result.problems]
    return faults([*draft.problems, *found])


def stops(problems: tuple[Problem, ...], *, strict: bool) -> tuple[Problem, ...]:
    """The problems that keep a site from being built: errors, and under `strict` warnings but recommendations."""
    return tuple(p for p in problems if p.severity == "error" or (strict and not checks.is_advice(p)))


def build(
    draft: Draft,
    project: Path,
    out: Path,
    *,
    only: str | None = None,
    strict: bool = False,
    progress: Callable[[str], None] | None = None,
) -> BuiltSite:
    """Build beside the old site and swap it in whole; raises SiteError and leaves the old site alone."""
    found = check(draft)
    if stops(found, strict=strict):
        raise SiteError(*found)
    own = project / "mkdocs.yml"
    with files.staging(out, project) as new:
        site = engine.build(
            draft, new, only=only, strict=strict, progress=progress, mkdocs_yml=own if own.is_file() else None
        )
        files.swap(new, out)
    return replace(site, root=out, problems=faults([*found, *site.problems]))


def read(project: Path) -> Sources:
    """Read everything that a project is made of, the pictures that its support.yml names included."""
    try:
        sources = files.read(project)
    except SourceError as error:
        raise SourceError(*faults([*error.problems, *_support_faults(project)])) from None
    document, settings = yamlmap.load(sources.support), config.read(sources.support)
    named = {"logo": settings.site.logo, "favicon": settings.site.favicon}
    pictures = {name: document.where(("site", key)) for key, name in named.items() if name}
    return replace(sources, assets=files.assets(project, pictures))


def _support_faults(project: Path) -> tuple[Problem, ...]:
    """What is wrong in support.yml, where another file keeps a project from being read."""
    support = files.support(project)
    try:
        _ = support and config.read(support)
    except SourceError as error:
        return error.problems
    return ()


def translations(project: Path, added: tuple[str, ...] = ()) -> Iterator[tuple[Path, str]]:
    """Yield every PO file that templates, articles and support.yml have changed, with its new text.

    In a partner's project only partner.po is kept: the shipped texts are translated where they are shipped.
    """
    sources = files.read(project)
    settings = config.read(sources.support)
    domains: dict[str, tuple[Message, ...]] = {"partner": tuple(partner_messages(sources))}
    if files.shipped().resolve() == project.resolve():
        domains |= {"site": site_messages(sources, files.modules()), "kb": kb_messages(sources)}
    for tag in dict.fromkeys((*settings.languages, *added)):
        for domain, messages in domains.items():
            path = project / "locales" / language(tag).folder / "LC_MESSAGES" / f"{domain}.po"
            if messages and tag != (settings.source if domain == "partner" else "en"):
                old = files.text(path)
                new = catalogs.update(old, messages, tag)
                if new != old:
                    yield path, new


def status(project: Path) -> dict[str, catalogs.Tally]:
    """Count, for every language of the site, what is translated of all that the site says today."""
    sources = files.read(project)
    settings = config.read(sources.support)
    site, kb = site_messages(sources, files.modules()), kb_messages(sources)
    found = {}
    for tag in settings.languages:
        known = _catalogs(sources, tag)
        own = () if tag == settings.source else tuple(_own_messages(sources, tag))
        parts = [(own, known.partner)] if tag == "en" else [(site, known.site), (kb, known.kb), (own, known.partner)]
        if tag != "en" or own:
            found[tag] = catalogs.tally(parts)
    return found


def translation_problems(project: Path) -> tuple[Problem, ...]:
    """Name every mistake in the PO files of a project; the shipped ones are checked where they are shipped."""
    sources = files.read(project)
    at_home = files.shipped().resolve() == project.resolve()
    texts = [files.text(base / "locales" / "glossary.csv") for base in dict.fromkeys((files.shipped(), project))]
    found: list[Problem] = []
    for place, source in sources.catalogs.items():
        if at_home or place.parts[0] == "partner":
            found += _mistakes(source, [text for text in texts if text])
    return faults(found)


def _mistakes(source: Source, glossaries: list[str]) -> tuple[Problem, ...]:
    tag = source.path.parts[1].replace("_", "-")
    try:
        return catalogs.check(tag, source, catalogs.terms_of(glossaries, tag))
    except SourceError as error:
        return error.problems
    except ValueError:
        hint = "name it as gettext does: ko, zh_TW"
        return (Problem("unknown-language", f"{tag}: no such language", source.at(), hint),)


def _own_messages(sources: Sources, tag: str) -> Iterator[Message]:
    """Every text of the partner that support.yml does not itself give in a language."""
    settings, document = config.read(sources.support), yamlmap.load(sources.support)
    for path, text in settings.texts():
        if tag not in text.by_language:
            yield Message(text.source(settings.source), document.where(path))


def site_messages(sources: Sources, modules: Mapping[PurePosixPath, Source]) -> tuple[Message, ...]:
    """Every text that templates and our own modules ask for."""
    return catalogs.messages(
        sources.templates,
        modules,
        extensions=("generator.pages.promise.PromiseExtension",),
    )


def kb_messages(sources: Sources) -> tuple[Message, ...]:
    """Every text of the shipped articles."""
    shipped = (source for path, source in sources.articles.items() if path not in sources.own)
    return tuple(message for source in shipped for message in articles.messages(source))


def _own(sources: Sources) -> tuple[Source, ...]:
    return tuple(sources.articles[path] for path in sources.own)


def partner_messages(sources: Sources) -> Iterator[Message]:
    """Every text of the partner that some site language still lacks, with its place; those of its articles last."""
    settings, document = config.read(sources.support), yamlmap.load(sources.support)
    for path, text in settings.texts():
        if text.plain or any(tag not in text.by_language for tag in settings.languages):
            yield Message(text.source(settings.source), document.where(path))
    # What an article keeps of the one that it replaces is translated where that one is.
    shipped = (source for source in sources.own.values() if source and settings.source == "en")
    known = {message.text for source in shipped for message in articles.messages(source)}
    for source in _own(sources):
        yield from (message for message in articles.messages(source) if message.text not in known)
