"""Everyday words in a false sense: a charge is no battery, a vehicle no car, a signature no handwriting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

# What the source says, what would make the other sense right, and that sense in each language.
SENSES: tuple[tuple[str, str, dict[str, str], str], ...] = (
    (
        r"charg\w*|fee\w*",
        r"batter\w*|plug\w*|cable",
        {"ko": "충전", "ru": "заряд|заряж", "zh": "充[電电]"},
        "money is meant, not a battery",
    ),
    (
        r"driv(?:e|es|ing)",
        r"disk|hard drive|\w+ drive|drives? letter|USB",
        {"ko": "드라이브", "ru": "диск", "zh": "磁碟[機机]|[驅驱][動动]器"},
        "no disk is meant",
    ),
    (
        r"vehicles?",
        r"cars?|motor",
        {"ko": "차량|자동차", "ru": "автомобил|транспортн", "zh": "[車车][輛辆]|汽[車车]"},
        "channels are meant, not cars",
    ),
    (
        r"touch ?points?|touch-points?",
        r"screen|finger",
        {"ko": "터치", "ru": "сенсор|касани", "zh": "[觸触]控"},
        "contacts are meant, not fingers",
    ),
    (
        # Elsewhere it may well be a set of things.
        r"collections?(?=\W+(?:handling|polic|process|procedure|timeline|practice|agenc|notice|letter|of debt))|"
        r"(?:debts?|overdue|unpaid|payments?|invoices?|billing)\b[^.]{0,60}\bcollections?",
        r"set of|site collection|objects?|smart",
        {"ko": "컬렉션", "ru": "коллекци", "zh": "集合|珍藏"},
        "debts are meant",
    ),
    (
        r"signature cloud(?: support)?|signature support",
        r"digital",
        {"ko": "서명", "ru": "подпис[ьи]", "zh": "[簽签](?:章|名)"},
        "it is a programme's name: keep it",
    ),
    (
        r"articulat\w*",
        r"icons?",
        {"ko": "아이콘", "ru": "значк|икон", "zh": "[圖图][示标標]"},
        "to say clearly is meant",
    ),
    (r"advis[eo]rs?", r"admin\w*", {"ko": "관리자", "ru": "администратор", "zh": "管理[員员]"}, "an adviser is meant"),
    (
        r"tickets?",
        r"train|flight",
        {"ko": "표를|승차권", "ru": "билет", "zh": "車票|车票|門票|门票"},
        "a request is meant",
    ),
    (
        r"non-?payments?",
        r"intended",
        {"ko": "비결제|지불하지 않음", "ru": "не предназначен", "zh": "非付款|非支付"},
        "an unpaid invoice is meant",
    ),
)
COMPILED = tuple(
    (
        re.compile(rf"\b(?:{said})\b", re.I),
        re.compile(rf"\b(?:{unless})\b", re.I),
        {base: re.compile(wrong, re.I) for base, wrong in senses.items()},
        hint,
    )
    for said, unless, senses, hint in SENSES
)
DEMANDED = re.compile(r"\b(?:(?:is|are) required|required to|must|have to|has to|obliged to)\b", re.I)
DENIED = re.compile(r"\b(?:not|no|never|nor|without|cannot|only|unless|nobody|none|nothing|\w+n['’]t)\b", re.I)
WAIVES = {
    "ko": re.compile("(?:할|될) 필요(?:가|는) 없|하지 않아도 (?:됩|되)|의무(?:가|는) 없"),
    "ru": re.compile(r"\bне (?:требуется|обязан\w*|нужно|надо|должн\w*|должен)\b", re.I),
    "zh": re.compile("不需要|[無无]需|不必|[無无]須"),
}


def _find(segment: Segment) -> Iterator[Fault]:
    for said, unless, senses, hint in COMPILED:
        wrong = senses[segment.base].search(segment.says)
        if wrong and said.search(segment.said) and not unless.search(segment.said):
            yield Fault(f"“{wrong.group()}” is another sense of the English word", hint)
    waived = WAIVES[segment.base].search(segment.says)
    if waived and DEMANDED.search(segment.said) and not DENIED.search(segment.said):
        yield Fault(f"“{waived.group()}”: the English says that it is required", "turn the sentence round")


CHECK = Check("false-sense", _find, languages=("ko", "ru", "zh"))
