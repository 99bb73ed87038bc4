"""The site claims nothing that is not so: no grace period, no bill that stops, no Microsoft that never helps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks._base import Check
from generator.checks._phrases import Phrase, is_past
from generator.checks._texts import Words, read
from generator.checks.names import spotted
from generator.model import Draft
from generator.problems import Problem

GRACE = Phrase(
    r"grace[ -]periods?|(?:periods?|days?|weeks?|months?) of grace|grace days?|유예\s?기간"
    r"|льготн\w+\s+(?:(?!период)[\w-]+\s+)?период\w*|寬限期間?|宽限期间?|寬限|宽限",
    before=(
        r"(?:\b(?:no|without)\s+(?:[\w-]+\s+){0,3}"
        r"|(?:\bnot|n['’]t)\s+(?:have|get|give|grant|offer|include|provide|be)?\s*(?:you\s+)?(?:an?|any|the)?\s*(?:[\w-]+\s+)?"
        r"|\b(?:former(?:ly)?|previous(?:ly)?|old|earlier|ended|abolished|removed|withdrew|withdrawn|dropped)"
        r"\s+(?:[\w-]+\s+){0,4}"
        r"|(?:이전|예전|과거|종전)\S{0,3}\s+(?:\S+\s+){0,3}"
        r"|\bбез\s+(?:\w+\s+){0,2}|\b(?:прежн|бывш|ранее|раньше|отмен|нет)\w*\s+(?:\w+\s+){0,3}"
        r"|\bне\s+(?:предоставля|действу|предусм|существу|име|да)\w*\s+(?:\w+\s+){0,2}"
        r"|(?:沒有|没有|無|无|不再|取消|不提供|不存在|不設|不设|以前|先前|過去|过去|原(?![因則则])|舊|旧|從前|从前|曾"
        r"|廢止|废止|結束了|结束了|終止了|终止了)[^，。；,;]{0,8})$"
    ),
    after=(
        r"^(?:[^.;]{0,30}\b(?:ended|no longer|(?:was|were|has been|have been) (?:abolished|removed|withdrawn)"
        r"|has gone|have gone|does not exist|do not exist|is gone|are gone)\b"
        r"|\S{0,3}\s*(?:\S+\s+){0,3}?(?:없|종료되었|종료됐|종료했|폐지되었|폐지됐|끝났|사라졌|제공하지|제공되지|주어지지"
        r"|두지 않|적용되지|존재하지)"
        r"|\s*(?:\w+\s+){0,3}(?:нет\b|больше не\b|не (?:предоставля|действу|предусм|существу|да)\w*|отмен[её]н|отменил"
        r"|закончил|завершил|прекрат)"
        r"|[^，。；]{0,10}(?:已(?:於|于)?[^，。；]{0,12}(?:結束|结束|取消|終止|终止|廢止|废止)|不再|不存在|已不))"
    ),
    but=r"(?:\b(?:when|once|after|if|as soon as|когда|после|если)\b[^,;]{0,24}|[當当待若][^，。；]{0,10})$",
)
STOPS = Phrase(
    r"\bbilling (?:also |then )?(?:stops|ends|is (?:stopped|paused|suspended)|will (?:stop|end|be (?:stopped|paused)))"
    r"|\b(?:stops?|pauses?|ends?) (?:the |your )?(?:billing|charges)"
    r"|\b(?:charges|fees) (?:stop|end|are (?:stopped|paused))\b"
    r"|\b(?:not|no longer) (?:be )?(?:billed|charged)\b|\bno (?:charges|fees|bills) while\b"
    r"|(?:청구|과금|요금)(?:가|이|도|는|은)?\s?(?:자동으로 |함께 |즉시 )?(?:중지|중단|정지|종료)(?!되지|하지)"
    r"|(?:청구|과금)(?:가|이|도)?\s?멈(?:춥|추(?!지))|(?:청구|과금|부과|발생)(?:되|하)지\s?않"
    r"|(?:выставление сч[её]тов|начислени[ея](?: платы)?|списани[ея](?: средств)?|тарификация)\s+(?:(?!не\b)\w+\s+)?"
    r"(?:прекраща|прекрат|приостан|останавлива|останов)\w*|плата (?:\w+ )?не (?:взимается|начисляется)"
    r"|счета (?:\w+ )?не выставляются"
    r"|(?:停止|暫停|暂停|中止)(?:計費|计费|收費|收费|扣款|開立帳單|出账)"
    r"|(?:計費|计费|收費|收费|扣款)(?:也|將|将|會|会|便|就|隨之|随之|即)*(?:停止|暫停|暂停|中止)"
    r"|(?:不會|不会|不再)(?:再|被|向您)?(?:計費|计费|收費|收费|扣款)",
    before=(
        r"(?:(?:\bnot|n['’]t|\bnever|\bneither|\bwithout)\s+(?:[\w-]+\s+){0,2}"
        r"|(?:不會|不会|不|未|沒有|没有|並非|并非)(?:因此|隨之|随之|自動|自动)?|\bне\s+)$"
    ),
)
SUSPENDED = re.compile(r"suspen|read.only|정지|중지|приостан|блокир|暫停|停用|暂停|停權|停权", re.I)
CANCELLED = re.compile(r"cancel|해지|취소|отмен|取消", re.I)
NEVER_HELPS = Phrase(
    r"microsoft (?:(?:will|can|does|do)(?:n['’]t| not| never)|cannot|never|won['’]t) (?:be able to )?"
    r"(?:helps?|supports?|assists?|answers?)\b"
    r"|microsoft(?:는|가|에서는?)?\s+(?:\S+\s+){0,3}(?:절대|결코|전혀)\s+(?:\S+\s+){0,2}?(?:지원|도움|도와|응답)"
    r"|microsoft\s+(?:\w+\s+)?(?:никогда|ни в ч[её]м|не)\s+(?:вам\s+)?(?:не\s+)?(?:помо|поддерж|отвеча|консультир)\w*"
    r"|microsoft\s?(?:絕不|绝不|永遠不會|永远不会|不會|不会|無法|无法|概不)(?:向您|為您|为您|對您|对您)?(?:提供)?(?:任何)?"
    r"(?:協助|协助|支援|支持|幫助|帮助)"
)
BOUGHT = re.compile(
    r"bought|buy|purchas|through us|from us|with us|구매|구입|통해|купл|покупа|приобр|через нас|у нас"
    r"|購買|购买|透過|通过|向我們|向我们",
    re.I,
)
OUR_CONTACT = Phrase(
    r"\b(?:our|support|partner['’]s)\s+(?:\w+\s+)?(?:contacts?|number|address)\b[^.]{0,60}?"
    r"\b(?:appears?|shown|shows?|displayed|visible|found|find|listed|see)\b[^.]{0,60}?"
    r"(?:admin cent(?:er|re)|azure portal|microsoft(?:['’]s)? portals?)"
    r"|\b(?:find|see|shows?|displays?|lists?)\b[^.]{0,20}\b(?:our|your partner['’]s)\s+(?:\w+\s+)?contacts?\b[^.]{0,30}"
    r"(?:admin cent(?:er|re)|azure portal|microsoft(?:['’]s)? portals?)"
    r"|(?:admin cent(?:er|re)|azure portal|microsoft(?:['’]s)? portals?) (?:shows?|displays?|lists?)"
    r" our\b[^.]{0,20}contacts?"
    r"|(?:저희|당사)\S*\s(?:\S+\s)?연락처[^.]{0,30}(?:관리 센터|Azure Portal|Microsoft 포털)"
    r"[^.]{0,20}(?:표시|나타|보입)"
    r"|(?:관리 센터|Azure Portal|Microsoft 포털)[^.]{0,20}"
    r"(?:저희|당사)\S*\s(?:\S+\s)?연락처[^.]{0,10}(?:표시|나타|보입)"
    r"|наш\w*\s+контакт\w*[^.]{0,40}(?:отобража|показан|виден|видны|указан)\w*[^.]{0,30}"
    r"(?:центр\w* администрирования|портал\w* (?:azure|microsoft))"
    r"|(?:центр\w* администрирования|портал\w* (?:azure|microsoft))[^.]{0,40}наш\w*\s+контакт\w*"
    r"|(?:系統管理中心|管理中心|Azure 入口網站|Azure 门户)[^。]{0,12}"
    r"(?:顯示|显示|看到|找到|列出)[^。]{0,6}我[們们]的(?:聯絡|联系)"
    r"|我[們们]的(?:聯絡|联系)\S{0,6}(?:會|会)?(?:顯示|显示|出現|出现)在[^。]{0,16}(?:管理中心|入口網站|门户)"
)
NEGATED = re.compile(r"\bnot\b|n['’]t\b|\bnever\b|않|없|\bне\b|不|沒有|没有", re.I)


def no_grace_period(draft: Draft) -> Iterator[Problem]:
    """Nothing free follows a term since May 2026; a text may say so, or speak of the time before."""
    for words in read(draft):
        for hit in GRACE.hits(words.text):
            if not is_past(words.text, draft.today):
                hint = "say what happens instead: it renews, ends, or goes on in a paid extended term"
                yield spotted(words, hit, "there is none since 4 May 2026", hint)


def billing_goes_on(draft: Draft) -> Iterator[Problem]:
    """No text says that a suspended subscription costs nothing."""
    for words in read(draft):
        if _is_about_suspension(words):
            for hit in STOPS.hits(words.text):
                hint = "say that the term goes on and is billed to its end"
                yield spotted(words, hit, "a suspended subscription goes on costing money", hint)


def _is_about_suspension(words: Words) -> bool:
    if CANCELLED.search(words.text):
        return False
    if words.page is None:
        return words.setting == "collections" or bool(SUSPENDED.search(words.text))
    is_billing = words.page.stem == "billing" or "billing-subscription" in words.page.parts
    return is_billing and bool(SUSPENDED.search(words.text))


def microsoft_helps_its_own_customers(draft: Draft) -> Iterator[Problem]:
    """What is said of Microsoft's help is said of subscriptions bought through the partner."""
    for words in read(draft):
        if not BOUGHT.search(words.text):
            for hit in NEVER_HELPS.hits(words.text):
                hint = "limit it to subscriptions bought through you: Microsoft helps with what it sold itself"
                yield spotted(words, hit, "this says more than is true", hint)


def no_contact_in_microsoft_portals(draft: Draft) -> Iterator[Problem]:
    """Nobody is sent to look for the partner's contact where Microsoft no longer shows it."""
    for words in read(draft):
        for hit in OUR_CONTACT.hits(words.text):
            if not NEGATED.search(hit):
                hint = "take it out, and link to the contact page of this site"
                yield spotted(words, hit, "Microsoft's portals do not show a partner's contact", hint)


CHECKS = (
    Check("R003", microsoft_helps_its_own_customers, "pages"),
    Check("R008", no_contact_in_microsoft_portals, "pages"),
    Check("R053", billing_goes_on, "pages"),
    Check("R054", no_grace_period, "pages"),
)
