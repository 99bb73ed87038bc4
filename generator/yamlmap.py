"""A YAML text -> plain values, and the place in the file where each of them stands."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import yaml
from yaml.composer import Composer, ComposerError
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner

from generator.model import Source
from generator.problems import Location, Problem, SourceError, faults

Loc = tuple[str | int, ...]

DEEPEST = 64
MOST = 100_000
TAG = "tag:yaml.org,2002:"
MERGE = "<<"
TOO_DEEP = "too deep"
# What YAML allows, less the three line breaks that no editor counts as lines.
UNREADABLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Words that are more than text. A sign or a leading zero makes a phone number or an id, 09:00 a time, no a country.
WORDS: Mapping[str, re.Pattern[str]] = {
    "null": re.compile(r"(?:~|null|Null|NULL)?\Z"),
    "bool": re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    "int": re.compile(r"(?:0|-?[1-9][0-9]{0,17})\Z"),
    "float": re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}(?:[eE][-+]?[0-9]{1,3})?\Z"),
    "timestamp": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z"),
}
READERS: Mapping[str, Callable[[str], object]] = {
    "null": lambda text: None,
    "bool": lambda text: text.lower() == "true",
    "int": int,
    "float": float,
    "timestamp": date.fromisoformat,
}
LINE_UP = "line up the settings of a group, and put a text with `:`, `,` or quotation marks in quotes as a whole"
# PyYAML's words -> ours; the first that occurs in what it says counts.
COMPLAINTS: tuple[tuple[str, str, str], ...] = (
    (r"found character '\t'", "a tab stands where only spaces can", "indent with spaces"),
    ("while scanning a quoted scalar", "this quotation mark is never closed", "put the same mark behind the text"),
    ("unknown escape character", "a backslash means something else in double quotes", "use single quotes instead"),
    ("escape sequence", "a backslash means something else in double quotes", "use single quotes instead"),
    ("cannot start any token", "a text cannot begin with this character", "put the text in quotes"),
    ("mapping values are not allowed", "there is a `:` too many, or the line stands too far in", LINE_UP),
    ("could not find expected ':'", "this line has no `:` behind the name of the setting", "write `name: value`"),
    ("expected ',' or ']'", "this list is never closed, or a `,` is missing in it", "close it with `]`"),
    ("expected ',' or '}'", "this group is never closed, or a `,` is missing in it", "close it with `}`"),
    ("undefined alias", "this `*name` stands for nothing above", "put `&name` before the value that it stands for"),
    ("duplicate anchor", "this `&name` has a value already", "give it another name"),
    ("undefined tag handle", "a text cannot begin with `!`", "put the text in quotes"),
    ("scanning a directive", "a text cannot begin with `%`", "put the text in quotes"),
    ("while scanning an alias", "a `*` at the beginning needs a name behind it", "put the text in quotes"),
    ("while scanning an anchor", "a `&` at the beginning needs a name behind it", "put the text in quotes"),
    ("block sequence entries are not allowed", "a list cannot begin on this line", "begin it on a line of its own"),
    ("block end", "this line does not fit those above", LINE_UP),
    ("document start", "this line does not fit those above", LINE_UP),
)
UNCLOSED = ("quoted scalar", "flow sequence", "flow mapping", "simple key")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, where its name stands, and how it is written."""

    value: Location
    key: Location
    written: str = ""


@dataclass(frozen=True, slots=True)
class YamlMap:
    """The values of a file, each with its place."""

    source: Source
    data: dict[str, object]
    places: Mapping[Loc, Place]

    def known(self, loc: Iterable[str | int]) -> Loc:
        """Keep the steps that the file has; others, such as the name of a kind, are skipped."""
        found: Loc = ()
        for step in loc:
            found = (*found, step) if (*found, step) in self.places else found
        return found

    def where(self, loc: Iterable[str | int]) -> Location:
        """Where the value stands, or the nearest thing around it that is in the file."""
        return self.places[self.known(loc)].value

    def key_where(self, loc: Iterable[str | int]) -> Location:
        """Where the name of the setting stands; an entry of a list has none and stands for itself."""
        return self.places[self.known(loc)].key

    def written(self, loc: Iterable[str | int]) -> str:
        """How a single value is written in the file: "1.10", where the number is 1.1."""
        return self.places[self.known(loc)].written


def load(source: Source) -> YamlMap:
    """Read settings; raises SourceError with every problem that can be told apart."""
    root, data, places = _whole(source, "write settings as `name: value`")
    if not isinstance(data, dict):
        where = _at(source, root.start_mark)
        raise SourceError(Problem("not-settings", "the file holds no settings", where, "write `name: value`"))
    return YamlMap(source, data, places)


def entries(source: Source) -> list[tuple[Location, str | list[tuple[Location, str]]]]:
    """Read a list of texts, or of lists of texts, each as it is written; raises SourceError with every problem."""
    hint = "write each entry as `- word` or `- [word, word]`"
    root, data, places = _whole(source, hint)
    if not isinstance(data, list):
        raise SourceError(Problem("not-a-list", "the file holds no list", _at(source, root.start_mark), hint))
    problems: list[Problem] = []

    def text(value: object, loc: Loc) -> str:
        if isinstance(value, dict | list):
            problems.append(Problem("not-a-list", "a word must stand here", places[loc].value, hint))
        return places[loc].written

    found: list[tuple[Location, str | list[tuple[Location, str]]]] = [
        (places[at,].value, [(places[at, n].value, text(each, (at, n))) for n, each in enumerate(entry)])
        if isinstance(entry, list)
        else (places[at,].value, text(entry, (at,)))
        for at, entry in enumerate(data)
    ]
    if problems:
        raise SourceError(*faults(problems))
    return found


def _whole(source: Source, hint: str) -> tuple[yaml.Node, object, Mapping[Loc, Place]]:
    text = source.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if strange := tuple(_unreadable(source, text)):
        raise SourceError(*strange)
    root = _compose(source, text)
    if root is None:
        raise SourceError(Problem("empty-file", "the file is empty", source.at(), hint))
    tree = _Tree(source)
    data = tree.grow(root, (), None)
    if tree.problems:
        raise SourceError(*faults(tree.problems))
    return root, data, tree.places


def _unreadable(source: Source, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if found := UNREADABLE.search(line):
            name = f"U+{ord(found.group()):04X}"
            where = source.at(number, found.start() + 1)
            yield Problem("yaml-character", f"the character {name} cannot stand here", where, "delete it")


class _Loader(Reader, Scanner, Parser, Composer, BaseResolver):
    """PyYAML's composer with a floor below which it does not dig, and without YAML 1.1's surprises."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        BaseResolver.__init__(self)
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ComposerError(None, None, TOO_DEEP, _next(self))
        node: yaml.Node | None = super().compose_node(parent, index)  # type: ignore[arg-type]  # stubs say int
        self.depth -= 1
        return node

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """Call a plain word "", since only here it may be more than text."""
        if kind is yaml.ScalarNode:
            return "" if implicit[0] else TAG + "str"
        return TAG + ("seq" if kind is yaml.SequenceNode else "map")


def _next(loader: _Loader) -> yaml.Mark:
    mark: yaml.Mark = loader.peek_event().start_mark  # type: ignore[no-untyped-call]  # stubs lack it
    return mark


def _compose(source: Source, text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        root = _first_document(loader)
        if not loader.check_event(yaml.StreamEndEvent):
            where = _at(source, _next(loader))
            hint = "keep one, without the line `---`"
            raise SourceError(Problem("yaml-documents", "a second document begins here", where, hint))
    except yaml.MarkedYAMLError as error:
        raise SourceError(_complaint(source, error)) from None
    return None if isinstance(root, yaml.ScalarNode) and not root.tag and not root.value else root


def _first_document(loader: _Loader) -> yaml.Node | None:
    loader.get_event()  # type: ignore[no-untyped-call]  # stubs lack it
    return None if loader.check_event(yaml.StreamEndEvent) else loader.compose_document()


def _complaint(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    said = f"{error.context or ''}: {error.problem or ''}".replace("\t", r"\t")
    opened = any(name in said for name in UNCLOSED) and "escape" not in said
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    where = _at(source, mark) if mark else source.at()
    if TOO_DEEP in said:
        return _too_deep(where)
    for words, message, hint in COMPLAINTS:
        if words in said:
            return Problem("yaml-syntax", message, where, hint)
    return Problem("yaml-syntax", "this cannot be read", where, "write `name: value`, and put a text in quotes")


def _too_deep(where: Location) -> Problem:
    return Problem("yaml-too-deep", f"more than {DEEPEST} groups lie within each other", where, "take some away")


def _at(source: Source, mark: yaml.Mark) -> Location:
    return source.at(mark.line + 1, mark.column + 1)


@dataclass(slots=True)
class _Tree:
    """Grows the values out of the nodes, and notes places and problems on the way."""

    source: Source
    places: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    above: set[int] = field(default_factory=set)
    grown: int = 0

    def grow(self, node: yaml.Node, loc: Loc, key: yaml.Node | None) -> object:
        """Make the value of `node`, which is called `key`."""
        self._count(node, 1)
        where = _at(self.source, node.start_mark)
        written = node.value if isinstance(node, yaml.ScalarNode) else ""
        self.places[loc] = Place(where, _at(self.source, key.start_mark) if key else where, written)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        return self._inside(node, loc)

    def _count(self, node: yaml.Node, more: int) -> None:
        """Refuse what a few lines of `*name` can swell to."""
        self.grown += more
        where = _at(self.source, node.start_mark)
        if self.grown > MOST:
            raise SourceError(Problem("yaml-too-large", f"there are more than {MOST} values", where, "use fewer `*`"))
        if len(self.above) > DEEPEST:
            raise SourceError(_too_deep(where))

    def _inside(self, node: yaml.Node, loc: Loc) -> object:
        if id(node) in self.above:
            self._refuse("yaml-alias", "this value would contain itself", node, "write the value out")
            return None
        self.above.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                self._only(node, "seq")
                return [self.grow(child, (*loc, index), None) for index, child in enumerate(node.value)]
            self._only(node, "map")
            return {key: self.grow(value, (*loc, key), name) for key, (name, value) in self._members(node).items()}
        finally:
            self.above.discard(id(node))

    def _members(self, node: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """What a group holds by name: its own settings first, then what `<<` adds."""
        own: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        added: list[yaml.Node] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                hint = "put it in quotes if it is a text with braces or brackets"
                self._refuse("yaml-key", "the name of a setting must be a word", key, hint)
            elif key.value == MERGE and key.style is None:
                added.extend(value.value if isinstance(value, yaml.SequenceNode) else [value])
            elif key.value in own:
                first = own[key.value][0].start_mark.line + 1
                message = f"{key.value}: this setting stands here a second time"
                self._refuse("duplicate-key", message, key, f"the first is in line {first}; keep one of them")
            else:
                own[key.value] = (key, value)
        return own | self._merged(added, own)

    def _merged(self, added: list[yaml.Node], own: Mapping[str, object]) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for node in added:
            self._count(node, 1 + len(node.value))
            if not isinstance(node, yaml.MappingNode):
                self._refuse("yaml-merge", "`<<` takes a group of settings", node, "write `<<: *name`")
            elif id(node) in self.above:
                self._refuse("yaml-alias", "this value would contain itself", node, "write the value out")
            else:
                self.above.add(id(node))
                more = self._members(node)
                self.above.discard(id(node))
                found |= {key: pair for key, pair in more.items() if key not in own and key not in found}
        return found

    def _scalar(self, node: yaml.ScalarNode) -> object:
        kind, text = str(node.tag).removeprefix(TAG), str(node.value)
        if kind == "str":
            return text
        if not kind:
            return next((_worth(word, text) for word, pattern in WORDS.items() if pattern.match(text)), text)
        if kind in WORDS and WORDS[kind].match(text):
            return _worth(kind, text)
        self._untag(node)
        return text

    def _only(self, node: yaml.Node, kind: str) -> None:
        if node.tag != TAG + kind:
            self._untag(node)

    def _untag(self, node: yaml.Node) -> None:
        self._refuse("yaml-tag", f"`{node.tag.replace(TAG, '!!')}` is not understood here", node, "take it away")

    def _refuse(self, code: str, message: str, node: yaml.Node, hint: str) -> None:
        self.problems.append(Problem(code, message, _at(self.source, node.start_mark), hint))


def _worth(kind: str, text: str) -> object:
    """The value of a word; what has the form but no value, such as 2026-02-30, stays text."""
    try:
        value = READERS[kind](text)
    except ValueError:
        return text
    return text if isinstance(value, float) and not math.isfinite(value) else value
