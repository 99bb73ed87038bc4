"""Markdown + catalog -> Page, segment by segment, in the author's own characters."""

from generator.articles.faults import problems
from generator.articles.front import Article, read
from generator.articles.render import messages, originals, render
from generator.articles.segments import Segment, segments
from generator.articles.splice import splice

__all__ = ["Article", "Segment", "messages", "originals", "problems", "read", "render", "segments", "splice"]
