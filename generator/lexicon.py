"""synonyms.yml, keywords.yml, fillers.yml -> what search knows of a language, the partner's words with the shipped."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath

from generator import yamlmap
from generator.languages import language, serves
from generator.model import Lexicon, Source
from generator.problems import Location, Problem, SourceError, faults

SYNONYMS, KEYWORDS, FILLERS = "synonyms.yml", "keywords.yml", "fillers.yml"
OWN = PurePosixPath("partner")
"""Where the partner's files stand beside the shipped ones."""
Group = list[tuple[Location, str]]


def lexicon(tag: str, sources: Mapping[PurePosixPath, Source], pages: Collection[str] = ()) -> Lexicon:
    """Read what there is for a language; raises SourceError with everything that is wrong in it.

    `pages` are the ids of articles and the names of pages that keywords may be given to.
    """
    problems: list[Problem] = []
    groups = [group for source in _layers(tag, SYNONYMS, sources) for group in _groups(source, problems)]
    fillers = [word for source in _layers(tag, FILLERS, sources) for word in _words(source, problems)]
    keywords: dict[str, list[str]] = {}
    for source in _layers(tag, KEYWORDS, sources):
        for page, phrases in _keywords(source, pages, problems):
            keywords.setdefault(page, []).extend(phrases)
    if problems:
        raise SourceError(*faults(problems))
    return Lexicon(
        synonyms=tuple(map(tuple, _joined(groups))),
        fillers=tuple(dict.fromkeys(fillers)),
        keywords={page: tuple(dict.fromkeys(phrases)) for page, phrases in keywords.items()},
    )


def _layers(tag: str, name: str, sources: Mapping[PurePosixPath, Source]) -> tuple[Source | None, Source | None]:
    """The shipped file and the partner's; en-GB is served by what there is for en, zh-HK by what there is for zh-TW."""
    there = sorted({path.parts[-2] for path in sources if len(path.parts) > 1})
    folders = dict.fromkeys((language(tag).folder, *(folder for folder in there if _serves(folder, tag))))

    def of(top: PurePosixPath) -> Source | None:
        places = (top / folder / name for folder in folders)
        return next((sources[place] for place in places if place in sources), None)

    return of(PurePosixPath()), of(OWN)


def _serves(folder: str, tag: str) -> bool:
    try:
        return serves(folder.replace("_", "-"), tag)
    except ValueError:  # A folder that is no language.
        return False


def _groups(source: Source | None, problems: list[Problem]) -> Iterator[list[str]]:
    """Read groups of words, each word in one of them only."""
    known: dict[str, Location] = {}
    for where, entry in _entries(source, problems):
        words = entry if isinstance(entry, list) else [(where, entry)]
        if len(words) < 2:
            hint = "write the words for one thing in one line: `- [invoice, bill]`"
            problems.append(Problem("synonyms", "a group needs two words or more", where, hint))
        problems += _twice(words, known)
        yield [" ".join(word.split()) for _, word in words]


def _twice(words: Group, known: dict[str, Location]) -> Iterator[Problem]:
    for where, word in words:
        first = known.setdefault(word.casefold(), where)
        if first != where:
            hint = f"the first is in line {first.line}; keep one of them"
            yield Problem("synonyms", f"{word}: this word stands here a second time", where, hint)


def _keywords(
    source: Source | None, pages: Collection[str], problems: list[Problem]
) -> Iterator[tuple[str, list[str]]]:
    """Read phrases by the page that they should lead to."""
    if source is None:
        return
    try:
        document = yamlmap.load(source)
    except SourceError as error:
        problems += error.problems
        return
    for page, phrases in document.data.items():
        where = document.key_where((page,))
        if pages and page not in pages:
            near = get_close_matches(page, list(pages), 1)
            hint = f"did you mean `{near[0]}`?" if near else "name an article by its id, a page by its name"
            problems.append(Problem("keywords", f"{page}: there is no such article or page", where, hint))
        if isinstance(phrases, list) and all(isinstance(one, str | int | float) for one in phrases):
            yield page, [" ".join(document.written((page, at)).split()) for at in range(len(phrases))]
        else:
            hint = f"write `{page}: [phrase, phrase]`"
            problems.append(Problem("keywords", f"{page}: phrases must stand here", where, hint))


def _words(source: Source | None, problems: list[Problem]) -> Iterator[str]:
    for where, entry in _entries(source, problems):
        yield from [entry] if isinstance(entry, str) else [word for _, word in entry]
        if not entry:
            problems.append(Problem("fillers", "a word is missing here", where, "take the line away"))


def _entries(source: Source | None, problems: list[Problem]) -> list[tuple[Location, str | Group]]:
    if source is None:
        return []
    try:
        return yamlmap.entries(source)
    except SourceError as error:
        problems += error.problems
        return []


def _joined(groups: list[list[str]]) -> list[list[str]]:
    """Join groups that share a word: a partner adds to a shipped group by naming one word of it."""
    found: list[list[str]] = []
    for group in groups:
        words = {word.casefold() for word in group}
        home = next((each for each in found if words & {word.casefold() for word in each}), None)
        if home is None:
            found.append(group)
        else:
            known = {word.casefold() for word in home}
            home += [word for word in group if word.casefold() not in known]
    return found
