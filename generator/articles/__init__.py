"""Markdown + catalog -> Page, segment by segment, in the author's own characters."""

from generator.articles.faults import problems
from generator.articles.front import Article, examined, read
from generator.articles.links import astray, lines, unlinked
from generator.articles.overlay import Either, Same, absent, fingerprint, homeless, outdated, twice, unknown
from generator.articles.pictures import beside as pictures
from generator.articles.ready import ready
from generator.articles.render import messages, originals, render
from generator.articles.segments import Segment, segments
from generator.articles.splice import Translations, splice

__all__ = [
    "Article",
    "Either",
    "Same",
    "Segment",
    "Translations",
    "absent",
    "astray",
    "examined",
    "fingerprint",
    "homeless",
    "lines",
    "messages",
    "originals",
    "outdated",
    "pictures",
    "problems",
    "read",
    "ready",
    "render",
    "segments",
    "splice",
    "twice",
    "unknown",
    "unlinked",
]
