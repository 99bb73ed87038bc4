"""The story: compose, check, build; update the translations. The one room that introduces the others to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

from generator import articles, catalogs, checks, config, engine, files, lexicon, yamlmap
from generator.catalogs import Catalog
from generator.formats import Formats
from generator.languages import PSEUDO, language, serves
from generator.model import (
    BuiltSite,
    Coverage,
    Draft,
    Gap,
    Lexicon,
    Message,
    NavItem,
    Original,
    Page,
    Source,
    Sources,
    Standing,
    Tree,
    gap,
)
from generator.pages import frame, live
from generator.pages.asked import Asked, Noted, Notes, settled
from generator.pages.notice import notice, tags
from generator.pages.original import original
from generator.pages.outline import OUTLINE
from generator.pages.reader import Reader, slugs
from generator.pages.render import Environment, Renderer, environment
from generator.pages.views.letters import Subject
from generator.pages.views.topics import ArticleLink
from generator.problems import Location, Problem, SiteError, SourceError, errors, faults
from generator.schema import GROUPS, Content, SupportConfig
from generator.words import Words

INCLUDES = ("contact-card.md.j2", "collections-timeline.md.j2", "severities.md.j2", "checklist.md.j2")
"""What an article may include."""
OURS = "en"
"""The language of all that is shipped."""
TRANSLATED = "R010"
"""The requirement that every language of the site says all that is promised."""
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
    notes: Notes = field(default_factory=Notes)
    """Where it is noted which articles a page names."""

    def source(self, article: articles.Article) -> str:
        """The language in which an article is written; English is the reader's own language in en-GB too."""
        written = self.partner if article.source.path in self.own else "en"
        known = self.known.partner if article.source.path in self.own else self.known.kb
        otherwise = any(entry.state == "translated" for entry in known.entries.values())
        return self.tag if serves(written, self.tag) and not otherwise else written

    def catalog(self, article: articles.Article) -> articles.Translations:
        """Where an article's translations stand; what it keeps of a shipped one keeps its translation."""
        domain = self.domain(article)
        known = self._of(domain)
        return articles.Either(known, articles.Same()) if serves(self.written(domain), self.tag) else known

    def domain(self, article: articles.Article) -> str:
        """The catalog that should know an article."""
        return "own" if article.source.path in self.own else "kb"

    def written(self, domain: str) -> str:
        """The language in which the texts of a catalog are written."""
        return self.partner if domain in ("partner", "own") else "en"

    def standing(self, asked: Asked) -> Standing:
        """What readers get for a text of a page."""
        if asked.domain == "site":
            return self.known.site.standing(asked.text, asked.context, asked.plural)
        return self._of(asked.domain).standing(asked.text, asked.context)

    def where(self, asked: Asked) -> Location | None:
        """The line in a PO file that should translate a text of a page."""
        return (self.known.site if asked.domain == "site" else self._of(asked.domain)).where(asked.text, asked.context)

    def refused(self, asked: Asked) -> str:
        """Why the translation of a text is not shown."""
        known = self.known.site if asked.domain == "site" else self.known.partner
        return known.refused(asked.text, asked.context) or self.known.kb.refused(asked.text, asked.context)

    def _of(self, domain: str) -> articles.Translations:
        either = articles.Either(self.known.partner, self.known.kb)
        return either if domain == "own" else self.known.partner if domain == "partner" else self.known.kb


@dataclass(frozen=True)
class Origins:
    """Where the texts of a site were written."""

    sources: Sources

    def where(self, asked: Asked, tag: str) -> Location:
        """The place of a text in its source; for a text of our own modules the PO file that should have it."""
        path = f"locales/{language(tag).folder}/LC_MESSAGES/{'site' if asked.domain == 'site' else 'partner'}.po"
        return self._places.get(asked.text, Location(PurePosixPath(path)))

    @cached_property
    def _places(self) -> dict[str, Location]:
        """Only a text that no PO file has is looked for."""
        extensions = ("generator.pages.promise.PromiseExtension",)
        ours = catalogs.messages(self.sources.templates, extensions=extensions)
        found = (*partner_messages(self.sources), *kb_messages(self.sources), *ours)
        return {message.text: message.where for message in reversed(found)}


def compose(sources: Sources, today: date, pseudo: Catalogs | None = None) -> Draft:
    """Make the whole site in memory; raises SourceError with everything that stands in the way.

    With what `pseudo` gives, the pseudo-language comes after the site's own.
    """
    document = yamlmap.load(sources.support)
    settings = config.read(sources.support)
    found: list[Problem] = []
    kept = _articles(sources, settings, found)
    found += _unknown(sources, settings, document)
    lexicons = _lexicons(sources, settings, found)
    if errors(found):
        raise SourceError(*faults(found))
    jinja, origins = environment(sources.templates), Origins(sources)
    trees = []
    for tag in settings.languages:
        known = _catalogs(sources, tag)
        found += known.problems
        made = _tree(sources, settings, known, tag, kept, jinja, today, origins)
        made = replace(made, lexicon=lexicons[tag])
        trees.append(_beside(made, sources, settings, known, kept, jinja, today))
    if pseudo:
        trees.append(_tree(sources, settings, pseudo, PSEUDO, kept, jinja, today, origins))
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


def _lexicons(sources: Sources, settings: SupportConfig, found: list[Problem]) -> dict[str, Lexicon]:
    """Read what search should know of each language."""
    own = {path.name.removesuffix(".md.j2") for path in sources.templates if path.parts[0] == "pages"}
    pages = own | {page.stem for page in _everywhere(sources)}
    lexicons = {}
    for tag in settings.languages:
        try:
            lexicons[tag] = lexicon.lexicon(tag, sources.lexicons, pages)
        except SourceError as error:
            found += error.problems
    return lexicons


def _wanted(article: articles.Article, content: Content) -> bool:
    """Whether the partner carries an article."""
    left_out = article.id in content.exclude or article.group in content.exclude_groups
    return not left_out and (not content.include_groups or article.group in content.include_groups)


def _unknown(sources: Sources, settings: SupportConfig, document: yamlmap.YamlMap) -> Iterator[Problem]:
    """Warn of every setting that names an article which nobody wrote, or features one that is left out."""
    # An article with a broken front matter is told of by itself.
    read = [article for source in sources.articles.values() if (article := articles.examined(source)[0])]
    ids = {path.stem for path in sources.articles} | {article.id for article in read}
    absent = {article.id for article in read if not _wanted(article, settings.content)}
    for setting in ("exclude", "featured"):
        for index, name in enumerate(getattr(settings.content, setting)):
            where = document.where(("content", setting, index))
            if name not in ids:
                yield articles.unknown(name, ids, where)
            elif setting == "featured" and name in absent:
                yield articles.absent(name, where)


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
    """What is translated for the readers of a language, the words of its general form below its own."""
    folders = _folders(sources, tag)

    def of(domain: str) -> Catalog:
        named = [PurePosixPath(folder, "LC_MESSAGES", f"{domain}.po") for folder in folders]
        places = [place for name in named for place in (name, PurePosixPath("partner") / name)]
        return catalogs.read(tag, *(sources.catalogs[place] for place in places if place in sources.catalogs))

    return Catalogs(of("site"), of("kb"), of("partner"))


def _folders(sources: Sources, tag: str) -> list[str]:
    """The PO folders whose words a reader of `tag` may meet, the nearest last: es, es_419, es_MX."""
    there = {path.parts[-3] for path in sources.catalogs if len(path.parts) > 2}
    # What is written in English is not said otherwise by a variant of it.
    found = [folder for folder in there if (folder == tag if tag == "en" else _serves(folder, tag))]
    return sorted(found, key=lambda folder: (folder == language(tag).folder, len(folder), folder))


def _serves(folder: str, tag: str) -> bool:
    try:
        return serves(folder.replace("_", "-"), tag)
    except ValueError:  # `translate check` names a folder that is no language.
        return False


def pseudo(sources: Sources) -> Catalogs:
    """Translate everything into the pseudo-language, in which a text that was never extracted stands out."""
    kinds = (site_messages(sources, files.modules()), kb_messages(sources), _own_article_messages(sources))
    return Catalogs(*(catalogs.pseudo(PSEUDO, messages) for messages in kinds))


def _tree(
    sources: Sources,
    settings: SupportConfig,
    known: Catalogs,
    tag: str,
    kept: tuple[articles.Article, ...],
    jinja: Environment,
    today: date,
    origins: Origins,
) -> Tree:
    reader = _reader(settings, known, tag, today)
    speech = Speech(tag, settings.source, known, frozenset(source.path for source in _own(sources)), reader.notes)
    links = tuple(_link(article, speech) for article in kept)
    renderer = Renderer(jinja, sources.templates, reader, links, partial(_coverage, speech, origins))
    pages = tuple(
        replace(page, notice=notice(reader, page.coverage)) for page in (*renderer.pages(), *renderer.topics())
    )
    includes = {name: renderer.include(name, HELP) for name in INCLUDES}
    here = {page.path for page in pages} | {link.path for link in links}
    absent = _everywhere(sources) - here
    helps = tuple(_article(article, speech, renderer, links, includes, absent) for article in kept)
    topics = renderer.groups
    return Tree(
        language=tag,
        site_name=frame.site_name(reader),
        pages=(*pages, *helps),
        nav=frame.nav(reader, pages, topics),
        description=pages[0].description,
        footer=frame.footer(reader),
        bar=frame.bar(reader),
        foot=frame.foot(reader, pages),
        words=frame.theme_words(reader),
        tags=tags(reader),
        live=live.live(reader),
    )


def _reader(settings: SupportConfig, known: Catalogs, tag: str, today: date) -> Reader:
    spoken = language(tag, settings.regions[0])
    notes = Notes()
    site, partner = Noted("site", known.site, notes), Noted("partner", known.partner, notes)
    words = Words(Formats(spoken, settings.regions[0]), site)
    return Reader(settings, spoken, words, site, partner, today, slugs(settings), notes)


def _beside(
    tree: Tree,
    sources: Sources,
    settings: SupportConfig,
    known: Catalogs,
    kept: tuple[articles.Article, ...],
    jinja: Environment,
    today: date,
) -> Tree:
    """Give each page what it was translated from: the same page, for the same reader, before translation."""
    if {tree.language, settings.source} == {OURS}:
        return tree
    tag = tree.language
    reader = _reader(settings, known, tag, today)
    untranslated = Catalogs(Catalog(tag), Catalog(tag), Catalog(tag))
    speech = Speech(OURS, settings.source, untranslated, frozenset(source.path for source in _own(sources)))
    links = tuple(_link(article, speech) for article in kept)
    renderer = Renderer(jinja, sources.templates, original(reader), links)
    renderer.context = settled(renderer.context)
    absent = _everywhere(sources) - {page.path for page in tree.pages}
    includes = {name: renderer.include(name, HELP) for name in INCLUDES}
    named = settings.source if serves(OURS, tag) else OURS
    found = {page.path: Original(OURS, page.markdown, named) for page in (*renderer.pages(), *renderer.topics())}
    for article in kept:
        if speech.source(article) == OURS:
            page = _article(article, speech, renderer, links, includes, absent)
            found[page.path] = Original(OURS, page.markdown, named)
    found |= _theirs(tree, sources, reader, replace(speech, known=known), kept, jinja, absent)
    return replace(
        tree,
        pages=tuple(replace(page, original=_other(page, found.get(page.path))) for page in tree.pages),
        agrees=catalogs.agreeing((known.site, known.kb, known.partner)),
    )


def _theirs(
    tree: Tree,
    sources: Sources,
    reader: Reader,
    speech: Speech,
    kept: tuple[articles.Article, ...],
    jinja: Environment,
    absent: frozenset[PurePosixPath],
) -> dict[PurePosixPath, Original]:
    """The originals of articles that the partner wrote in another language than English; what is ours in them stays."""
    theirs = [article for article in kept if speech.source(article) not in (OURS, tree.language)]
    if not theirs:
        return {}
    links = tuple(_link(article, replace(speech, tag=tree.language)) for article in kept)
    renderer = Renderer(jinja, sources.templates, reader, links)
    includes = {name: renderer.include(name, HELP) for name in INCLUDES}
    renderer.context["partner"] = {"name": original(reader).text(reader.config.company.display_name)}
    pages = (_article(one, replace(speech, tag=speech.partner), renderer, links, includes, absent) for one in theirs)
    return {page.path: Original(speech.partner, page.markdown) for page in pages}


def _other(page: Page, original: Original | None) -> Original | None:
    """An original that says something else than the page itself, for a page that has one."""
    return original if original and original.markdown != page.markdown else None


def _coverage(speech: Speech, origins: Origins, asked: Iterable[Asked]) -> Coverage:
    """Count how far the texts of one page are translated."""
    native, found = 0, list[tuple[Asked, Standing]]()
    for one in asked:
        standing = speech.standing(one)
        # What an English site says to readers of en-GB in no other words needs no translation.
        if standing == "missing" and serves(speech.written(one.domain), speech.tag):
            native += 1
        else:
            found.append((one, standing))
    return Coverage(
        segments=len(found),
        native=native,
        reviewed=sum(standing == "reviewed" for _, standing in found),
        gaps=tuple(filter(None, (_gap(one, standing, speech, origins) for one, standing in found))),
    )


def _gap(asked: Asked, standing: Standing, speech: Speech, origins: Origins) -> Gap | None:
    if standing in ("reviewed", "translated"):
        return None
    where = speech.where(asked) or origins.where(asked, speech.tag)
    why = speech.refused(asked) if standing == "refused" else ""
    return gap(standing, asked.text, where, speech.written(asked.domain), asked.domain, why)


def _link(article: articles.Article, speech: Speech) -> ArticleLink:
    path = _place(article)
    texts = (article.title, article.description)
    original, catalog = speech.source(article), speech.catalog(article)
    found = [text if speech.tag == original else catalog.get(text) for text in texts]
    said = [text if translated is None else translated for text, translated in zip(texts, found, strict=True)]
    native = speech.tag == original
    languages = tuple(original if translated is None else "" for translated in found)
    standings = tuple("translated" if native else catalog.standing(text) for text in texts)
    asked = dict(zip(("title", "description"), (Asked(speech.domain(article), text) for text in texts), strict=True))
    return ArticleLink(
        article.id,
        said[0],
        said[1],
        article.group,
        path,
        (languages[0], languages[1]),
        (standings[0], standings[1]),
        lambda name: speech.notes.add(asked[name]),
    )


def _article(
    article: articles.Article,
    speech: Speech,
    renderer: Renderer,
    links: tuple[ArticleLink, ...],
    includes: Mapping[str, str],
    absent: frozenset[PurePosixPath],
) -> Page:
    partner = {"partner": renderer.context["partner"]}
    catalog, original = speech.catalog(article), speech.source(article)
    page = articles.render(
        article.source, catalog, partner, speech.tag, original, includes=includes, domain=speech.domain(article)
    )
    page = replace(page, notice=notice(renderer.reader, page.coverage))
    by_id = {link.id: link for link in links}
    facts = {"reviewed": article.reviewed, "valid_as_of": article.valid_as_of}
    start = renderer.include("article-start.md.j2", HELP, **facts, translation=page.notice and page.notice.state)
    about = Subject(
        id=article.id,
        title=page.title,
        group=article.group,
        path=f"{page.path.with_suffix('')}/",
        as_of=article.valid_as_of or article.reviewed,
        ready=articles.ready(article.source, None if speech.tag == original else catalog, partner),
    )
    end = renderer.include("article-end.md.j2", HELP, about=about, **facts)
    headline, _, body = page.markdown.partition("\n\n")
    whole = replace(
        page,
        markdown=f"{headline}\n\n{start}\n\n{body.rstrip()}\n\n{end}",
        links=articles.lines(article.source),
        related=tuple(_nav_item(by_id[one]) for one in article.related if one in by_id),
    )
    return replace(whole, markdown=articles.unlinked(whole, absent))


def _nav_item(link: ArticleLink) -> NavItem:
    return NavItem(link.title, link.path, language=link.languages[0])


def check(draft: Draft, *, strict: bool = False) -> tuple[Problem, ...]:
    """Hold the draft against every promise; what was wrong with its sources comes along.

    Under `strict` a text that customers do not get in their language is an error.
    """
    published = replace(draft, trees=tuple(tree for tree in draft.trees if tree.language != PSEUDO))
    found = [problem for result in checks.run(published) for problem in result.problems]
    held = (replace(one, severity="error") if strict and one.code == TRANSLATED else one for one in found)
    return faults([*_elsewhere(draft), *held])


def _elsewhere(draft: Draft) -> Iterator[Problem]:
    """What was wrong with the sources; a translation refused on a page that states the promise is told with that."""
    binding = [page for tree in draft.trees for page in tree.pages if page.binds and page.translation == "partly"]
    told = {gap.where for page in binding for gap in page.coverage.gaps if gap.state == "refused"}
    return (problem for problem in draft.problems if problem.where not in told)


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
    found = check(draft, strict=strict)
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
    """Read everything that a project is made of, with the pictures that support.yml and its own articles name."""
    try:
        sources = files.read(project)
    except SourceError as error:
        raise SourceError(*faults([*error.problems, *_support_faults(project)])) from None
    document, settings = yamlmap.load(sources.support), config.read(sources.support)
    named = {key: getattr(settings.site, key) for key in ("logo", "logo_dark", "favicon")}
    pictures = {name: document.where(("site", key)) for key, name in named.items() if name}
    shown = {
        f"kb/{name}": where
        for path in sources.own
        for name, where in articles.pictures(sources.articles[path], path).items()
    }
    found = files.assets(project, shown | pictures)
    # An article stands below help/ on the site, and so does what lies beside it.
    beside = {PurePosixPath("help", path.relative_to("kb")): found[path] for path in map(PurePosixPath, shown)}
    return replace(sources, assets=beside | {PurePosixPath(name): found[PurePosixPath(name)] for name in pictures})


def _support_faults(project: Path) -> tuple[Problem, ...]:
    """What is wrong in support.yml, where another file keeps a project from being read."""
    support = files.support(project)
    try:
        _ = support and config.read(support)
    except SourceError as error:
        return error.problems
    return ()


def translations(project: Path, added: tuple[str, ...] = (), today: date | None = None) -> Iterator[tuple[Path, str]]:
    """Yield every PO file that templates, articles and support.yml have changed, with its new text.

    A file that has no date yet gets today's; one that has keeps it.

    A partner's project keeps partner.po, and for a language that is not shipped site.po and kb.po too: what is shipped
    is translated where it is shipped, and site.po holds what only templates of the project say. A variant whose general
    form is there (ko-KR, en-GB) gets files if it is added.
    """
    sources = files.read(project)
    settings = config.read(sources.support)
    domains = {
        "partner": tuple(partner_messages(sources)),
        "site": site_messages(sources, files.modules()),
        "kb": kb_messages(sources),
    }
    at_home = files.shipped().resolve() == project.resolve()
    for tag in dict.fromkeys((*settings.languages, *added)):
        for domain, messages in domains.items():
            path = project / "locales" / language(tag).folder / "LC_MESSAGES" / f"{domain}.po"
            source = settings.source if domain == "partner" else "en"
            wanted = tag in added or path.is_file() or not serves(source, tag)
            exactly = tag in added or path.is_file()
            if domain != "partner" and not at_home and _is_shipped(sources, tag, exactly=exactly):
                messages = tuple(_not_shipped(sources, tag, messages)) if domain == "site" else ()
            if messages and tag != source and wanted:
                old = files.text(path)
                place = PurePosixPath(path.relative_to(project).as_posix())
                new = catalogs.update(old, messages, tag, begun=today, path=place)
                if new != old:
                    yield path, new


def _is_shipped(sources: Sources, tag: str, *, exactly: bool) -> bool:
    """Whether the shipped texts are translated for readers of a language, or `exactly` into it."""
    folders = {path.parts[0] for path in sources.catalogs if path.name == "site.po" and path.parts[0] != "partner"}
    return language(tag).folder in folders if exactly else any(_serves(folder, tag) for folder in folders)


def _not_shipped(sources: Sources, tag: str, messages: Iterable[Message]) -> Iterator[Message]:
    """What no shipped site.po has that serves a language: the words of a template of the project's own."""
    places = [PurePosixPath(folder, "LC_MESSAGES", "site.po") for folder in _folders(sources, tag)]
    shipped = catalogs.read(tag, *(sources.catalogs[place] for place in places if place in sources.catalogs))
    return (message for message in messages if (message.context, message.text) not in shipped.entries)


def status(project: Path) -> dict[str, catalogs.Tally]:
    """Count, for every language of the site, what is translated of all that the site says today."""
    sources = files.read(project)
    settings = config.read(sources.support)
    site, kb = site_messages(sources, files.modules()), kb_messages(sources)
    theirs = tuple(message for source in _own(sources) for message in articles.messages(source))
    found = {}
    for tag in settings.languages:
        known = _catalogs(sources, tag)
        own = () if serves(settings.source, tag) else tuple(_own_messages(sources, tag))
        english = serves("en", tag) and not known.kb.entries
        written = () if serves(settings.source, tag) and not known.partner.entries else theirs
        parts = [(own, known.partner), (written, _either(known))]
        if not english or own or written:
            found[tag] = catalogs.tally(parts if english else [(site, known.site), (kb, known.kb), *parts])
    return found


def _either(known: Catalogs) -> Catalog:
    """What the partner's own articles are translated with; see `articles.Either`."""
    kb, partner = known.kb.entries, known.partner.entries
    shown = {key: entry for key, entry in partner.items() if key not in kb or entry.state == "translated"}
    lacking = {key: entry for key, entry in partner.items() if key in kb and kb[key].state != "translated"}
    return Catalog(known.kb.language, {**kb, **lacking, **shown})


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
    yield from _own_article_messages(sources)


def _own_article_messages(sources: Sources) -> Iterator[Message]:
    """Every text of the partner's own articles."""
    settings = config.read(sources.support)
    # What an article keeps of the one that it replaces is translated where that one is.
    shipped = (source for source in sources.own.values() if source and settings.source == "en")
    known = {message.text for source in shipped for message in articles.messages(source)}
    for source in _own(sources):
        yield from (message for message in articles.messages(source) if message.text not in known)
