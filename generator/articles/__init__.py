"""Markdown + catalog -> Page, segment by segment, in the author's own characters."""

from generator.articles.faults import problems
from generator.articles.front import Article, examined, read
from generator.articles.links import astray, lines, unlinked
from generator.articles.render import messages, originals, render
from generator.articles.segments import Segment, segments
from generator.articles.splice import splice

__all__ = [
    "Article",
    "Segment",
    "astray",
    "examined",
    "lines",
    "messages",
    "originals",
    "problems",
    "read",
    "render",
    "segments",
    "splice",
    "unlinked",
]
