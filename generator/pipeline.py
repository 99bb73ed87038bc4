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
from generator.pages.render import ArticleLink, Renderer, environment
from generator.problems import Problem, SiteError, SourceError, errors, faults
from generator.schema import GROUPS, SupportConfig
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


def compose(sources: Sources, today: date) -> Draft:
    """Make the whole site in memory; raises SourceError with everything that stands in the way."""
    document = yamlmap.load(sources.support)
    settings = config.read(sources.support)
    found: list[Problem] = []
    kept = _articles(sources, settings, found)
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
    facts = {"partner": {"name": settings.company.display_name}}
    for source in sources.articles.values():
        found += articles.problems(source, facts, INCLUDES, engine.harm)
        article = articles.examined(source)[0]
        if article is None:
            continue
        found += articles.astray(source, _place(article), everywhere)
        wanted = not settings.content.include_groups or article.group in settings.content.include_groups
        if wanted and article.id not in settings.content.exclude:
            kept.append(article)
    return tuple(kept)


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
    jinja: object,
    today: date,
) -> Tree:
    spoken = language(tag, settings.regions[0])
    words = Words(Formats(spoken, settings.regions[0]), known.site)
    reader = Reader(settings, spoken, words, known.site, known.partner, today, slugs(settings))
    links = tuple(_link(article, known.kb, tag) for article in kept)
    renderer = Renderer(jinja, sources.templates, reader, links)  # type: ignore[arg-type]
    pages = (*renderer.pages(), *renderer.topics())
    includes = {name: renderer.include(name, HELP) for name in INCLUDES}
    here = {page.path for page in pages} | {link.path for link in links}
    absent = _everywhere(sources) - here
    helps = tuple(_article(article, known.kb, renderer, links, tag, includes, absent) for article in kept)
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


def _link(article: articles.Article, catalog: Catalog, tag: str) -> ArticleLink:
    path = _place(article)
    texts = (article.title, article.description)
    found = [text if tag == "en" else catalog.get(text) for text in texts]
    said = [text if translated is None else translated for text, translated in zip(texts, found, strict=True)]
    languages = tuple("en" if translated is None else "" for translated in found)
    return ArticleLink(article.id, said[0], said[1], article.group, path, (languages[0], languages[1]))


def _article(
    article: articles.Article,
    catalog: Catalog,
    renderer: Renderer,
    links: tuple[ArticleLink, ...],
    tag: str,
    includes: Mapping[str, str],
    absent: frozenset[PurePosixPath],
) -> Page:
    facts = {"partner": renderer.context["partner"]}
    page = articles.render(article.source, catalog, facts, tag, includes=includes)
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


def site_messages(sources: Sources, modules: Mapping[PurePosixPath, Source]) -> tuple[Message, ...]:
    """Every text that templates and our own modules ask for."""
    return catalogs.messages(
        sources.templates,
        modules,
        extensions=("generator.pages.promise.PromiseExtension",),
    )


def kb_messages(sources: Sources) -> tuple[Message, ...]:
    """Every text of the articles."""
    return tuple(message for source in sources.articles.values() for message in articles.messages(source))


def partner_messages(sources: Sources) -> Iterator[Message]:
    """Every text of the partner that some site language still lacks, with its place in support.yml."""
    settings, document = config.read(sources.support), yamlmap.load(sources.support)
    for path, text in settings.texts():
        if text.plain or any(tag not in text.by_language for tag in settings.languages):
            yield Message(text.source(settings.source), document.where(path))
