"""Names: products and programmes are called what their maker calls them, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

NAMES = re.compile(
    r"(?<![\w-])(Signature Cloud Support|Partner Cloud Support|Premier Support|Advanced Support for Partners|"
    r"Microsoft 365|Office 365|Dynamics 365|Microsoft Azure|Microsoft Entra|Microsoft|Azure|Power BI|Power Platform|"
    r"Power Automate|OneDrive|OneNote|SharePoint|Outlook|Teams|Exchange Online|Windows|Entra|Intune|Copilot|Excel|"
    r"PowerPoint|21Vianet|Xbox|Skype|LinkedIn|GitHub|TeamViewer)(?![\w-])"
)

# What a company calls itself in its own language.
OWN = {"21Vianet": ("世纪互联", "世紀互聯")}


def _find(segment: Segment) -> Iterator[Fault]:
    for name in dict.fromkeys(NAMES.findall(segment.said)):
        shown = segment.translated.replace("\u00a0", " ").lower()
        if name.lower() not in shown and not any(own in shown for own in OWN.get(name, ())):
            yield Fault(f"the name “{name}” is gone or translated", f"write {name}, as everywhere")


CHECK = Check("name-translated", _find)
