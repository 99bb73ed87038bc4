"""Plain data -> inline SVG: the week's hours, the escalation path, the collections timeline.

Each drawing is one line of HTML, has a title and a description, takes its colours from the style sheet
(styles/60-figures.css) and lays out its texts by measure, so that a long word in any language stays inside.
"""

from generator.pages.figures.escalation import Path, Tier, escalation
from generator.pages.figures.timeline import Stage, Timeline, timeline
from generator.pages.figures.week import Axis, Stretch, Tick, WeekChart, WeekRow, week

__all__ = [
    "Axis",
    "Path",
    "Stage",
    "Stretch",
    "Tick",
    "Tier",
    "Timeline",
    "WeekChart",
    "WeekRow",
    "escalation",
    "timeline",
    "week",
]
