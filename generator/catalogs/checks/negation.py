"""Negation: what the source forbids is not allowed, and what it demands is not waived."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import Check, Fault, Segment

FORBIDS = re.compile(
    r"\b(?:must not|may not|do not|don't|never|cannot|can't|is not|are not|does not|will not|without|unless|unpaid)\b",
    re.I,
)
NO = {
    "ko": re.compile(
        "않|못|없|아니|마세요|마십시오|말아|말고|말 |말,|안 |금지|불가|거부|아닌|아닙|아닐|모르|모른|급한|꼭|어렵|"
        "다릅|다른|무관|대신|미결제|미납|미완|미사용|미지원|(?<!지)불[가-힣]|비활성|비공개|여부|꺼|끄|끊|빼고|제외"
    ),
    "ru": re.compile(
        r"\b(?:не|ни|нет|без|нельзя|никогда|ничего|никто|никак\w*|невозможно|нет[а-я]*|не[а-я]{3,}|запрещ\w*|вместо|кроме|отключ\w*|исключ\w*|отказ\w*)\b",
        re.I,
    ),
    "zh": re.compile(
        "[不沒没無无未非勿別别否免拒]|禁止|停止|而是|避免|失效|[緊紧]急|[斷断][開开]|中[斷断]|[關关][閉闭]"
    ),
}
WAIVED = {
    "ko": re.compile("(?:필요|의무)(?:가|는|도)? ?(?:없|하지 않)|하지 않아도"),
    "ru": re.compile(r"\bне (?:требуется|обязан\w*|нужно|надо|должн\w*)\b", re.I),
    "zh": re.compile("不需要|[無无]需|不必|不用|[無无]須"),
}
DENIED = {
    "ko": re.compile("지 (?:않|마[시세])|수 없"),
    "ru": re.compile(r"\bне\s+(?!только|позднее|позже|более|менее|раньше|ранее|больше|меньше|хуже|реже)\w+"),
    "zh": re.compile("不(?:是|要|能|会|會|得|可|允|提供|接受|收)|[無无]法"),
}
# English has many ways to say no: a plain "not" in the translation is no surprise after one of these.
NEGATIVE = re.compile(
    r"\b(?:\w*n['’]t|not|no|never|none|nothing|nobody|neither|nor|without|cannot|only|unless|until|before|except|else|other|"
    r"instead|rather|than|too|less|few|little|hardly|un\w+|in(?:correct|complete|valid|active|secure)\w*|im\w+|dis\w+|mis\w+|"
    r"\w+less|fail\w*|stop\w*|block\w*|lost|los[es]\w*|lack\w*|miss\w*|wrong\w*|late|overdue|down|out|away|off|"
    r"refus\w+|reject\w*|den[yi]\w*|avoid\w*|prevent\w*|keep|kept|still|yet|gone|end\w*|free|alone|even|if|whether|"
    r"anything|anyone|any|all|every|empty|leave|left|safe|outside|beyond|bad|hard|difficult|closed?|forg\w+|spam|junk|"
    r"expired?|old|same|always|also|remain\w*|exempt|nowhere|far|strange\w*|stuck|unlicensed|offline|slow\w*|ignor\w*|"
    r"break\w*|broken|lock\w*|cut|wait\w*|fault|crash\w*|problems?|odd\w*|bounc\w*)\b",
    re.I,
)
DEMANDS = re.compile(r"\b(?:must|required?|requires|has to|have to|shall|needs?|obliged|should)\b", re.I)
FREE = re.compile(
    r"\b(?:\w*n['’]t|not|no|never|without|cannot|nothing|only|free|unless|nobody|none|no one|un\w+|any|whether)\b", re.I
)


def _find(segment: Segment) -> Iterator[Fault]:
    if FORBIDS.search(segment.said) and not NO[segment.base].search(segment.says):
        yield Fault("the source says “not”, the translation does not", "see whether it says the opposite")
    denied = DENIED[segment.base].search(segment.says)
    if denied and not NEGATIVE.search(segment.said):
        yield Fault(f"“{denied.group()}”, but the source denies nothing", "see whether it says the opposite")
    waived = WAIVED[segment.base].search(segment.says)
    if waived and DEMANDS.search(segment.said) and not FREE.search(segment.said):
        yield Fault(f"“{waived.group()}” where the source demands something", "say that it is required")


CHECK = Check("negation", _find, "warning", languages=tuple(NO))
