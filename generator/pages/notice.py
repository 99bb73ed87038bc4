"""Coverage of a page -> what its reader is told about the translation, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Coverage, Line, Notice
from generator.pages.reader import Reader
from generator.words import Said


def notice(reader: Reader, coverage: Coverage) -> Notice | None:
    """Say how far a page is translated; nothing of a page that was written in the reader's language."""
    if not coverage.segments:
        return None
    title = _title(reader, coverage)
    sources = tuple(dict.fromkeys(gap.language for gap in coverage.gaps))
    if not title:
        return Notice(_state(reader, coverage))
    return Notice(
        state=_state(reader, coverage),
        title=title,
        lines=tuple(_lines(reader, coverage, sources)),
        original=_line(reader.words._("Read this page in {language}", language=_named(reader, sources[:1]))),
        source=sources[0],
        contact=_contact(reader),
    )


def tags(reader: Reader) -> dict[str, Line]:
    """What stands above a passage that is not as its reader may expect, by its state and the language it is in."""
    _ = reader.words._
    found = {"machine": _line(_("Machine translation, not reviewed yet"))}
    for tag in dict.fromkeys(("en", reader.config.source)):
        name = _named(reader, (tag,))
        found[f"missing.{tag}"] = _line(_("Original ({language}): not translated yet", language=name))
        found[f"stale.{tag}"] = _line(_("Original ({language}): changed since it was translated", language=name))
    return found


def _named(reader: Reader, tags: tuple[str, ...]) -> str:
    return reader.words.formats.language_names(tags)


def _line(words: str) -> Line:
    return Line(str(words), words.language if isinstance(words, Said) else "")


def _title(reader: Reader, coverage: Coverage) -> Line | None:
    _ = reader.words._
    if coverage.translation == "none":
        return _line(_("This page is not translated yet"))
    if coverage.missing or coverage.stale:
        return _line(_("Parts of this page are shown in the original"))
    if coverage.machine:
        return _line(_("Machine translation on this page has not been reviewed yet"))
    return None


def _lines(reader: Reader, coverage: Coverage, sources: tuple[str, ...]) -> Iterator[Line]:
    words, language = reader.words, _named(reader, sources)
    if coverage.translation == "none":
        yield _line(words._("Until then you see the original ({language}).", language=language))
        return
    if coverage.missing:
        yield _line(
            words.ngettext(
                "{n} passage is not translated yet; you see the original ({language}).",
                "{n} passages are not translated yet; you see the original ({language}).",
                coverage.missing,
                language=language,
            )
        )
    if coverage.stale:
        yield _line(
            words.ngettext(
                "{n} passage has changed in the original ({language}); you see the original until its translation is"
                " confirmed.",
                "{n} passages have changed in the original ({language}); you see the original until their translation"
                " is confirmed.",
                coverage.stale,
                language=language,
            )
        )
    if coverage.machine:
        yield _line(
            words.ngettext(
                "{n} passage was translated by a machine and not reviewed yet; it is marked.",
                "{n} passages were translated by a machine and not reviewed yet; they are marked.",
                coverage.machine,
            )
        )


def _contact(reader: Reader) -> Line | None:
    """Whoever cannot read the original may ask, where somebody answers in the reader's language."""
    if not (reader.has("contact") and reader.answered()):
        return None
    return _line(reader.words._("Contact us in {language}", language=_named(reader, (reader.tag,))))


def _state(reader: Reader, coverage: Coverage) -> Line:
    """How far a page is translated, in few words; "reviewed" is said only of what named people have read."""
    _, all_of_it = reader.words._, coverage.segments
    if coverage.translation == "none":
        return _line(_("Not translated yet"))
    if coverage.missing or coverage.stale:
        done, whole = coverage.translated, all_of_it
        return _line(_("Translated passages: {translated} of {all}", translated=done, all=whole))
    if coverage.machine == all_of_it:
        return _line(_("Machine translation, not reviewed yet"))
    if coverage.machine:
        return _line(_("Fully translated, in part by a machine and not reviewed yet"))
    if coverage.reviewed == all_of_it:
        return _line(_("Fully translated and reviewed by a person"))
    return _line(_("Fully translated"))
