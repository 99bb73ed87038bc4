"""Names that Microsoft has given up do not stand on the site, unless as the former name of what they are today."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks._base import Check, fault
from generator.checks._phrases import FORMER, NOW, Phrase
from generator.checks._texts import Words, read
from generator.model import Draft
from generator.problems import Problem

METALS = r"(?:gold|silver|골드|실버|золот\w*|серебр\w*|金級|銀級|金级|银级|金牌|銀牌|银牌)"
PROGRAMMES = (
    (
        r"signature cloud support|서명 클라우드 지원|시그니처 클라우드 지원|поддержк\w+ облака подписи"
        r"|簽章\s?(?:cloud support|雲端支援)|签名云支持",
        "Partner Cloud Support",
    ),
    (
        r"microsoft product support(?: incidents?)?|microsoft 제품 지원 인시던트"
        r"|инцидент\w* поддержки продуктов microsoft"
        r"|microsoft 產品支援(?:事件)?|microsoft 产品支持(?:事件)?",
        "Partner On-premises Support",
    ),
    (
        rf"{METALS}(?:\s?(?:/|,|and|or|or a|및|и|или|和|與|与|或|、)\s?{METALS})?\s?(?:level |수준 |уровня )?"
        r"(?:competenc(?:y|ies)|역량|компетенци\w*|能力|專長认证|職能)"
        rf"|компетенци\w* (?:уровня )?{METALS}"
        r"|microsoft (?:certified )?(?:gold|silver)(?: certified)? partner",
        "Solutions Partner designation",
    ),
    (
        r"microsoft partner network|microsoft 파트너 네트워크|партн[её]рск\w+ сет\w+ microsoft",
        "Microsoft AI Cloud Partner Program",
    ),
)
PRODUCTS = (
    (r"(?<![\w-])azure (?:ad|active directory)(?![a-z0-9-])(?! b2c)(?! connect)", "Microsoft Entra ID"),
    (r"(?<![\w-])azure (?:ad|active directory) connect(?![a-z])", "Microsoft Entra Connect"),
    (
        r"(?:office|o) ?365 (?:admin(?:istration)? (?:cent(?:er|re)|portal)|관리 센터|系統管理中心|管理中心)"
        r"|центр\w* администрирования office 365",
        "Microsoft 365 admin center",
    ),
    (r"\bazure security center(?![a-z])", "Microsoft Defender for Cloud"),
    (r"\bwindows azure(?![a-z])(?! pack)", "Azure"),
)
RETIRED = (
    r"retired|closed|ended|shut down|no longer|discontinued|종료|폐쇄|закрыт|больше не|прекращ"
    r"|停用|停止|終止|终止|關閉|关闭|已淘汰|不再|退役"
)
GERMANY = Phrase(
    r"microsoft cloud (?:germany|deutschland)|azure (?:germany|deutschland)|office 365 (?:germany|deutschland)"
    r"|microsoft 클라우드 독일|독일 클라우드|microsoft cloud германия|microsoft 雲端德國|德國雲端|德国云"
)
METAL_NAMES = re.compile(rf"\b{METALS}\b", re.I)


def programmes_have_new_names(draft: Draft) -> Iterator[Problem]:
    """Escalation routes and levels of Microsoft's programme go by their names of today."""
    yield from _old_names(draft, PROGRAMMES)
    for index, name in enumerate(draft.config.company.designations):
        if METAL_NAMES.search(name) and not any(re.search(pattern, name, re.I) for pattern, _ in PROGRAMMES):
            hint = "name a Solutions Partner designation that you hold, or take it out"
            yield fault(draft, ("company", "designations", index), f"{name}: gold and silver levels are gone", hint)


def products_have_new_names(draft: Draft) -> Iterator[Problem]:
    """Customers find the places where they sign in under the names that they see there."""
    yield from _old_names(draft, PRODUCTS)


def _old_names(draft: Draft, names: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    phrases = [(Phrase(pattern, FORMER, NOW), new) for pattern, new in names]
    for words in read(draft):
        for phrase, new in phrases:
            for old in phrase.hits(words.text):
                yield spotted(words, old, f"the name today is {new}", f"write {new}, or “{new} (formerly {old})”")


def germany_is_not_offered(draft: Draft) -> Iterator[Problem]:
    """The German cloud is spoken of only as retired."""
    for words in read(draft):
        if not re.search(RETIRED, words.text, re.I):
            for hit in GERMANY.hits(words.text):
                yield spotted(words, hit, "this cloud is retired", "take it out, or say that it is retired")


def spotted(words: Words, hit: str, message: str, hint: str) -> Problem:
    """Complain about something that stands in a text, with the language, and the page where it is one."""
    place = f"{words.language}, {words.page.with_suffix('')}" if words.page else words.language
    return Problem("", f"“{hit}” ({place}): {message}", words.where, hint)


CHECKS = (
    Check("R032", programmes_have_new_names, "pages"),
    Check("R070", products_have_new_names, "pages"),
    Check("R083", germany_is_not_offered, "pages"),
)
