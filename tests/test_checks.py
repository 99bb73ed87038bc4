"""Every requirement passes on a good site, and fails, to the letter, on one that breaks it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import checks
from generator.checks import _phrases, _texts, claims, markers, names
from generator.console import as_text
from generator.model import Coverage, Draft, Gap, Page, Tree
from generator.pages.markup import escape
from generator.problems import Location
from generator.schema import SupportConfig

TODAY = date(2026, 11, 20)
GONE = object()
GOOD: dict[str, Any] = {
    "schema_version": 1,
    "company": {"legal_name": "Hanul Cloud Co., Ltd.", "display_name": "Hanul Cloud", "csp_type": "direct_bill"},
    "languages": ["en", "ko"],
    "timezone": "Asia/Seoul",
    "clouds": ["global"],
    "regions": ["KR"],
    "services": [
        {"id": "m365", "name": "Microsoft 365", "kind": "m365"},
        {
            "id": "backup",
            "name": "Skyvault",
            "vendor": "Skyvault",
            "kind": "third_party",
            "supported": "vendor",
            "vendor_support": {"name": "Skyvault", "url": "https://skyvault.example.com/help"},
        },
    ],
    "support_model": [{"who": "direct"}],
    "scope": {
        "baseline": [
            "billing-subscription",
            "provisioning-deployment",
            "configuration",
            "performance",
            "service-availability",
            "client-connectivity",
            "client-desktop",
            "permissions-identity",
            "updates",
            "usage-how-to",
        ],
        "out": ["Programs of your own"],
    },
    "schedules": [
        {"id": "office", "weekly": {"mon-fri": ["09:00-18:00"]}},
        {"id": "day", "weekly": {"mon-sun": ["08:00-20:00"]}, "holidays": "normal"},
        {"id": "night", "weekly": {"mon-sun": ["20:00-08:00"]}, "holidays": "normal"},
        {"id": "allday", "always": True},
    ],
    "channels": [
        {
            "id": "phone",
            "kind": "phone",
            "number": "+82 2-1234-5678",
            "schedule": "office",
            "languages": ["ko", "en"],
        },
        {
            "id": "mail",
            "kind": "email",
            "address": "help@hanul.example.com",
            "schedule": "office",
            "languages": ["ko"],
            "response_language_fallback": "ko",
        },
    ],
    "plans": [
        {"id": "basic", "name": "Basic", "price": {"unit": "included"}},
        {
            "id": "plus",
            "name": "Plus",
            "price": {"unit": "per_user_month", "amount": 3000, "currency": "KRW", "tax": "excluded"},
        },
    ],
    "severities": [
        {"id": "A", "level": "critical", "first_response": {"value": 1, "unit": "hours", "schedule": "office"}},
        {"id": "C", "level": "minimal", "first_response": {"value": 1, "unit": "business_days", "schedule": "office"}},
    ],
    "sla": {"kind": "target"},
    "out_of_hours": {"available": False},
    "intake": {"verification": "callback"},
    "escalation": {
        "internal": [{"tier": "L1", "role": "Service desk"}],
        "microsoft": {
            "routes": ["asfp"],
            "report_interval": {"value": 1, "unit": "business_days", "schedule": "office"},
        },
    },
    "billing": {"currency": "KRW", "payment_terms_days": 30},
    "renewals": {"notice_days": 45, "end_of_term_default": "renew"},
    "collections": {
        "stages": [
            {"day_offset": 0, "action": "due"},
            {"day_offset": 15, "action": "suspension", "access": "suspended"},
            {
                "day_offset": 45,
                "action": "cancellation",
                "access": "cancelled",
                "reversible": False,
                "data": "Deleted after 60 days.",
            },
        ]
    },
    "training": [],
    "access": {"gdap_roles": ["Helpdesk Administrator"], "purpose": "To help you.", "duration_days": 365},
    "privacy": {"data_passed_to_microsoft": ["tenant_id"]},
}
US_GOV: dict[str, Any] = {
    "company.csp_type": "us_gov",
    "clouds": ["us_gov"],
    "regions": ["US"],
    "legal.us_gov_agreement_url": "https://example.com/us-gov",
}
CHINA: dict[str, Any] = {
    "company.csp_type": "china_reseller",
    "clouds": ["china_21vianet"],
    "escalation.microsoft.routes": ["vianet21"],
    "channels.0.schedule": "allday",
}
RESELLER: dict[str, Any] = {
    "company.csp_type": "indirect_reseller",
    "provider": {"name": "Distributor", "duties": ["Azure requests"]},
    "escalation.microsoft.routes": ["via-provider"],
}
LINKS = (
    "[a](https://admin.cloud.microsoft/) [b](https://portal.azure.us/) [c](https://portal.azure.cn/) "
    "[d](https://www.microsoft.com/licensing/docs/customeragreement) [e](https://example.com/us-gov)"
)


def config(changes: Mapping[str, Any]) -> SupportConfig:
    data = copy.deepcopy(GOOD)
    for path, value in changes.items():
        steps = [int(step) if step.isdigit() else step for step in path.split(".")]
        node: Any = data
        for step in steps[:-1]:
            node = node.setdefault(step, {}) if isinstance(step, str) else node[step]
        if value is GONE:
            node.pop(steps[-1], None) if isinstance(node, dict) else node.pop(steps[-1])
        elif steps[-1] == "+":
            node.append(value)
        else:
            node[steps[-1]] = copy.deepcopy(value)
    return SupportConfig.model_validate(data)


def locate(path: tuple[str | int, ...]) -> Location:
    return Location(PurePosixPath("support.yml", *map(str, path)))


def marked(slug: str) -> frozenset[str]:
    return frozenset(row.number for row in markers.ROWS if slug in row.slugs)


def pages() -> tuple[Page, ...]:
    slugs = dict.fromkeys(slug for row in markers.ROWS for slug in row.slugs)
    return tuple(
        Page(
            PurePosixPath(f"{slug}.md"),
            slug,
            f"# {slug}\n\nCall **Hanul Cloud** first. {LINKS}\n",
            Location(PurePosixPath(f"templates/pages/{slug}.md.j2")),
            promises=marked(slug),
        )
        for slug in slugs
    )


def draft(changes: Mapping[str, Any] | None = None, today: date = TODAY) -> Draft:
    made = config(changes or {})
    trees = tuple(Tree(tag, "Hanul Cloud", pages(), ()) for tag in made.languages)
    return Draft(made, trees, today, Path("theme"), locate=locate)


def edited(made: Draft, edit: Callable[[Page], Page | None], language: str = "") -> Draft:
    def tree(old: Tree) -> Tree:
        if language not in ("", old.language):
            return old
        return replace(old, pages=tuple(new for page in old.pages if (new := edit(page))))

    return replace(made, trees=tuple(tree(old) for old in made.trees))


def saying(text: str, slug: str = "billing", language: str = "en", made: Draft | None = None) -> Draft:
    def add(page: Page) -> Page:
        return replace(page, markdown=f"{page.markdown}\n{text}\n") if page.path.stem == slug else page

    return edited(made or draft(), add, language)


def lacking(page: Page, domain: str) -> Page:
    gap = Gap("Word", "missing", Location(PurePosixPath("locales/ko/LC_MESSAGES/site.po"), 7), "en", domain)
    return replace(page, coverage=Coverage(2, gaps=(gap,)))


def with_articles(*found: tuple[str, str]) -> Draft:
    made = draft()
    new = tuple(
        Page(PurePosixPath(f"help/{path}.md"), path, text, Location(PurePosixPath(f"kb/{path}.md")), kind="article")
        for path, text in found
    )
    return replace(made, trees=tuple(replace(tree, pages=tree.pages + new) for tree in made.trees))


@pytest.mark.parametrize("changes", [{}, US_GOV, CHINA, RESELLER], ids=["direct", "us_gov", "china", "reseller"])
def test_a_good_site_passes_everything(changes: Mapping[str, Any]) -> None:
    assert as_text(checks.problems(draft(changes))) == ""


CASES: dict[str, dict[str, Any]] = {
    "R004 1": {"languages": ["en", "ko", "ru"], "channels.1.response_language_fallback": GONE},
    "R004 2": {
        "services.+": {"id": "azure", "name": "Azure", "kind": "azure"},
        "channels.0.plans": ["basic"],
        "channels.1.plans": ["basic"],
        "plans.0.included_services": ["m365"],
    },
    "R004 3": {"channels.0.topics": ["billing"], "channels.1.topics": ["billing"]},
    "R005 1": {"support_model": []},
    "R005 2": {"support_model": [{"who": "resold", "provider_name": "Desk", "customer_visible": False}]},
    "R006 1": {**RESELLER, "provider": None},
    "R006 2": {**RESELLER, "provider.duties": []},
    "R006 3": {
        **RESELLER,
        "escalation.microsoft.routes": ["asfp"],
        "services.+": {"id": "azure", "name": "Azure", "kind": "azure"},
    },
    "R007 1": {"services.1.vendor_support": GONE},
    "R011 1": {"sla": GONE, "severities": [], "out_of_hours": GONE},
    "R011 2": {"out_of_hours": {"available": True}},
    "R012 1": {"scope.out": []},
    "R012 2": {"scope.out_groups": ["updates"]},
    "R020-R024 1": {"scope.baseline": []},
    "R013 1": {"channels.0.schedule": GONE},
    "R013 2": {"holidays": {"regions": []}},
    "R013 3": {"regions": ["TW"]},
    "R014 1": {"channels": [{"id": "post", "kind": "postal", "address": "1 Main Street"}]},
    "R014 2": {"channels": []},
    "R015 1": {"plans": []},
    "R015 2": {"plans.1.price.currency": GONE, "plans.1.price.tax": GONE},
    "R015 3": {
        "plans.1.overage": {"unit": "per_hour", "amount": 1, "currency": "KRW"},
        "collections.stages.1.fee": {"unit": "once", "amount": 1, "tax": "none"},
        "out_of_hours": {"available": True, "how": "Call", "price": {"unit": "per_hour", "amount": 9}},
    },
    "R018 1": {"severities.1.first_response.schedule": GONE},
    "R018 2": {"severities.0.first_response.schedule": GONE},
    "R018 3": {"severities.0.first_response.schedule": "allday"},
    "R018 4": {
        "plans.1.targets": [{"severity": "A", "first_response": {"value": 1, "unit": "business_hours"}}],
        "feedback": {"response": {"value": 2, "unit": "business_days"}},
        "severities.0.update_interval": {"value": 4, "unit": "business_hours"},
        "severities.0.restore_target": {"value": 4, "unit": "business_hours"},
        "escalation.internal.+": {"tier": "L2", "role": "Experts", "after": {"value": 2, "unit": "business_hours"}},
        "escalation.microsoft.report_interval": {"value": 1, "unit": "business_days"},
    },
    "R018 5": {"severities.0.channel_required": "mail", "channels.1.schedule": "night"},
    "R025 1": {"training": GONE},
    "R032 1": {"escalation.microsoft.routes": [], "company.csp_type": "indirect_provider"},
    "R032 2": {"escalation.microsoft.routes": ["asfp", "none"]},
    "R033 1": {"escalation.microsoft.routes": ["partner-cloud-support"]},
    "R034 1": {
        "services.+": {"id": "bc", "name": "Business Central", "kind": "business_central"},
        "company.csp_type": "indirect_provider",
        "escalation.microsoft.routes": ["partner-cloud-support"],
    },
    "R035 1": {
        "company.csp_type": "indirect_provider",
        "escalation.microsoft.routes": ["partner-cloud-support"],
        "escalation.microsoft.targets": [
            {"severity": "A", "first_response": {"value": 1, "unit": "hours"}},
            {"severity": "C", "first_response": {"value": 480, "unit": "minutes"}},
        ],
    },
    "R035 2": {
        "company.csp_type": "indirect_provider",
        "escalation.microsoft.routes": ["partner-cloud-support"],
        "escalation.microsoft.targets": [{"severity": "C", "first_response": {"value": 1, "unit": "business_days"}}],
    },
    "R037 1": {"privacy.data_passed_to_microsoft": []},
    "R038 1": {"intake.checklist": ["company", "contact", "tenant", "title"]},
    "R039 1": {
        "escalation.internal": [],
        "escalation.microsoft.who_reports_back": "provider",
        "escalation.microsoft.report_interval": GONE,
    },
    "R050 1": {"billing": GONE, "channels.0.topics": ["technical", "security"], "channels.1.topics": ["technical"]},
    "R050 2": {"billing.channel": "mail", "channels.1.topics": ["technical"]},
    "R051 1": {"collections": {"stages": []}},
    "R051 2": {"collections": {"stages": [{"day_offset": 0, "action": "due"}]}},
    "R051 3": {
        "collections.stages.0.day_offset": 15,
        "collections.stages.0.access": "cancelled",
        "collections.stages.0.reversible": False,
    },
    "R056 1": {"collections.stages.2.reversible": True},
    "R054 1": {"renewals": GONE},
    "R080 1": {**US_GOV, "legal.us_gov_agreement_url": GONE, "regions": ["KR"]},
    "R080 2": {**US_GOV, "clouds": ["global"]},
    "R081 1": {**CHINA, "channels.0.schedule": "day"},
    "R081 2": {**CHINA, "escalation.microsoft.routes": ["none"], "clouds": ["global"]},
    "R082 1": {
        **CHINA,
        "collections.stages.2.data": "Deleted after 90 days.",
        "escalation.microsoft.targets": [
            {"severity": "A", "first_response": {"value": 2, "unit": "hours"}},
            {"severity": "C", "first_response": {"value": 3, "unit": "business_days"}},
        ],
    },
    "R084 1": {"legal.contract_support_duty": "Support 24x365 by contract"},
    "R091 1": {"channels.0.topics": ["technical", "billing"], "channels.1.topics": ["technical", "billing"]},
    "R092 1": {"access": {"gdap_roles": ["Global Administrator"]}},
    "R094 1": {"intake": {}},
    "R100 1": {"channels.0.languages": [], "channels.1.languages": [], "channels.1.response_language_fallback": GONE},
    "R100 2": {"channels.1.response_language_fallback": "ru"},
    "R100 3": {"channels.0.schedule": GONE},
    "R032 3": {
        "company.designations": ["Gold Cloud Platform"],
        "services.0.note": "A Gold competency and Signature Cloud Support",
    },
}

GOLDEN = Path(__file__).parent / "golden" / "checks.txt"


def golden() -> dict[str, str]:
    parts = GOLDEN.read_text("utf-8").split("## ")[1:]
    return {name: text.strip("\n") + "\n" for name, text in (part.split("\n", 1) for part in parts)}


@pytest.mark.parametrize("name", CASES)
def test_a_broken_promise_is_told_to_the_letter(name: str) -> None:
    assert as_text(checks.problems(draft(CASES[name]))) == golden()[name]


def test_every_golden_message_has_its_case() -> None:
    assert list(golden()) == list(CASES)


@pytest.mark.parametrize("row", markers.ROWS, ids=lambda row: f"{row.number}-{row.slugs[0]}")
def test_a_page_that_loses_its_promise_is_told(row: markers.Row) -> None:
    quoted = {"escalation.microsoft.targets": [{"severity": "A", "first_response": {"value": 2, "unit": "hours"}}]}
    special: dict[str, dict[str, Any]] = {
        "R006": RESELLER,
        "R025": {"training": [{"title": "Start"}]},
        "R035": quoted,
        "R080": US_GOV,
        "R081": CHINA,
    }
    changes = special.get(row.number, {})
    made = edited(draft(changes), lambda page: replace(page, promises=page.promises - {row.number}), "ko")
    rows = [other for other in markers.ROWS if other.number == row.number]

    assert [(p.code, p.message) for p in checks.problems(made)] == sorted(
        (other.number, f"{' or '.join(other.slugs)}: the page does not say this in ko") for other in rows
    )


def test_a_missing_page_is_told_at_its_language() -> None:
    made = edited(draft(), lambda page: None if page.path.stem == "messages-from-microsoft" else page, "ko")

    assert as_text(checks.problems(made)) == (
        "support.yml/languages/1: warning: messages-from-microsoft: there is no such page in ko [R073]\n"
        "    add templates/pages/messages-from-microsoft.md.j2, or the settings that it is made from"
        " (Partner Center, Customer support, 2023-09)\n"
        "support.yml/languages/1: warning: messages-from-microsoft: there is no such page in ko [R074]\n"
        "    add templates/pages/messages-from-microsoft.md.j2, or the settings that it is made from"
        " (Microsoft compliance, Breach notification)\n"
    )


PAGES = {
    "index": ("Hanul Cloud", "R001", "index: the page does not name Hanul Cloud in en"),
    "contact": ("Hanul Cloud", "R001", "contact: the page does not name Hanul Cloud in en"),
    "status": ("https://admin.cloud", "R070", "status: the page has no link for the cloud global in en"),
    "security-and-privacy": (
        "docs/customeragreement",
        "R060",
        "security-and-privacy: the page does not link to the Microsoft Customer Agreement in en",
    ),
}


@pytest.mark.parametrize("slug", PAGES)
def test_a_page_that_loses_a_name_or_a_link_is_told(slug: str) -> None:
    words, code, message = PAGES[slug]

    def lose(page: Page) -> Page:
        text = page.markdown.replace(words, "x").replace("www.microsoft.com", "www.example.com")
        return replace(page, markdown=text) if page.path.stem == slug else page

    found = [(p.code, p.message) for p in checks.problems(edited(draft(), lose, "en"))]

    assert (code, message) in found


@pytest.mark.parametrize(("cloud", "host"), [(US_GOV, "azure.us"), (CHINA, "azure.cn")], ids=["us", "cn"])
def test_a_national_cloud_needs_links_of_its_own(cloud: dict[str, Any], host: str) -> None:
    made = edited(draft(cloud), lambda page: replace(page, markdown=page.markdown.replace(host, "azure.com")))

    assert [p.code for p in checks.problems(made)] == ["R070", "R070"]


def test_the_agreement_for_the_government_is_linked() -> None:
    made = edited(draft(US_GOV), lambda page: replace(page, markdown=page.markdown.replace("us-gov", "")))

    assert {(p.code, p.message) for p in checks.problems(made)} == {
        ("R080", f"security-and-privacy: the page does not link to the agreement for US Government in {tag}")
        for tag in ("en", "ko")
    }


ARTICLES = (
    ("performance/perf-slow", "Restart.", "R026", "perf-slow: the article does not link to service health in en"),
    ("billing-subscription/bill-renew", "3 % or 23 %", "R054", "bill-renew: the article lacks 2026 in en"),
    (
        "billing-subscription/bill-reduce",
        "30 days [c](../../contact.md)",
        "R055",
        "bill-reduce: the article lacks 24, 14 in en",
    ),
    ("permissions-identity/id-partner", "[h](avail-health.md)", "R092", "id-partner: the article lacks 90 in en"),
    ("billing-subscription/bill-add", "Buy.", "R071", "bill-add: the article does not lead to the contact page in en"),
    (
        "service-availability/avail-credit",
        "tenant [h](avail-health.md)",
        "R057",
        "avail-credit: the article does not name all evidence in en",
    ),
)


@pytest.mark.parametrize(("path", "text", "code", "message"), ARTICLES, ids=lambda value: str(value)[:12])
def test_an_article_that_lacks_its_point_is_told(path: str, text: str, code: str, message: str) -> None:
    made = with_articles(("service-availability/avail-health", "# Health"), (path, text))

    found = [(p.code, p.message, str(p.where)) for p in checks.problems(made)]

    assert found == [(code, message, f"kb/{path}.md"), (code, message.replace("in en", "in ko"), f"kb/{path}.md")]


def test_a_number_alone_is_no_article() -> None:
    assert not any(r.applies for r in checks.run(draft()) if r.requirement.id in ("R055", "R057"))


WRONG = {
    "R054": (
        "You have a 30-day grace period.",
        "There is a **grace period** of 30 days",
        "A grace-period follows",
        "When the grace period has ended, access stops.",
        "If you have not paid, the grace period starts.",
        "There will be a grace period until 1 May 2027.",
        "구독이 끝나면 30일의 유예 기간이 있습니다.",
        "유예기간이 종료되면 이용이 중단됩니다.",
        "После окончания срока действует льготный период 30 дней.",
        "Вам дается льготный 30-дневный период.",
        "到期後有 30 天的寬限期。",
        "到期后有30天的宽限期。",
        "原因是宽限期已过30天",
        "You get 30 days of grace.",
        "The grace period is not short.",
    ),
    "R070": (
        "Sign in to Azure AD.",
        "Open Azure Active Directory now",
        "Open the Office 365 admin center.",
        "Office 365 관리 센터에서 엽니다",
        "Откройте Центр администрирования Office 365.",
        "開啟 Office 365 系統管理中心",
        "打开 Office 365 管理中心",
        "Azure&nbsp;AD",
        "原因：Azure AD 同步",
        "We moved it to Azure AD",
        "사용자를 Azure AD로 이전합니다",
    ),
    "R032": (
        "Signature Cloud Support",
        "서명 클라우드 지원",
        "Поддержка облака подписи",
        "簽章 Cloud Support",
        "a Gold competency",
        "gold/silver competencies",
        "골드/실버 역량",
        "Microsoft Gold Partner",
        "Microsoft Product Support incidents",
    ),
    "R053": (
        "While it is suspended, billing stops.",
        "Suspension stops billing.",
        "You are not billed while suspended.",
        "일시 중지되는 동안 청구가 중지됩니다.",
        "정지된 동안 요금이 청구되지 않습니다.",
        "На время приостановки выставление счетов прекращается.",
        "Пока подписка приостановлена, плата не взимается.",
        "停用期間停止計費。",
        "停用期間不會計費。",
        "暂停期间不会收费。",
        "暂停后计费停止。",
    ),
    "R003": (
        "Microsoft will never help you.",
        "Microsoft does not help you with anything",
        "Microsoft는 고객을 절대 지원하지 않습니다.",
        "Microsoft вам никогда не поможет.",
        "Microsoft никогда не поможет",
        "Microsoft 絕不提供支援。",
        "Microsoft 不会向您提供任何支持。",
    ),
    "R008": (
        "Our contact details appear in the Microsoft 365 admin center.",
        "You find our contact details in the admin center.",
        "The Azure portal shows our contact.",
        "Microsoft 365 관리 센터에 저희 연락처가 표시됩니다.",
        "Наши контактные данные указаны в Центре администрирования.",
        "系統管理中心會顯示我們的聯絡資訊。",
        "我们的联系方式会显示在 Azure 门户中。",
    ),
    "R083": ("Microsoft Cloud Germany", "We offer Azure Germany.", "Microsoft 클라우드 독일"),
}
RIGHT = {
    "R054": (
        "There is no grace period.",
        "There is no longer a grace period.",
        "The former free grace period ended on 4 May 2026.",
        "Until 4 May 2026 there was a grace period of 30 days.",
        "We do not offer a grace period.",
        "The grace period ended on 4 May 2026.",
        "The grace period no longer exists.",
        "without any grace period",
        "유예 기간이 없습니다.",
        "이전의 무료 유예 기간은 2026년 5월 4일에 종료되었습니다.",
        "2026년 5월 4일까지는 유예 기간이 있었습니다.",
        "무료 유예 기간은 더 이상 제공되지 않습니다.",
        "Льготного периода нет.",
        "Льготный период больше не действует.",
        "Прежний бесплатный льготный период отменен 4 мая 2026 г.",
        "без льготного периода",
        "До 4 мая 2026 г. действовал льготный период.",
        "沒有寬限期。",
        "原有的免費寬限期已於2026年5月4日結束。",
        "不再提供寬限期。",
        "没有宽限期",
        "以前的免费宽限期已于2026年5月4日结束。",
        "2026年5月4日之前有宽限期。",
        "宽限期已取消",
    ),
    "R070": (
        "Microsoft Entra ID (formerly Azure AD)",
        "Microsoft Entra ID (formerly **Azure AD**)",
        "Microsoft Entra ID(이전 Azure AD)",
        "Microsoft Entra ID(이전 이름: Azure AD)",
        "Microsoft Entra ID (ранее Azure AD)",
        "Microsoft Entra ID（原 Azure AD）",
        "Microsoft Entra ID（前身為 Azure AD）",
        "Microsoft Entra ID (was Azure AD)",
        "Azure AD is now Microsoft Entra ID.",
        "Azure AD(현 Microsoft Entra ID)",
        "Azure AD B2C",
        "Azure AD（現為 Microsoft Entra ID）",
        "Microsoft Entra ID（旧称 Azure AD）",
        "Azure AD (now Microsoft Entra ID)",
        "Microsoft Entra ID, previously known as Azure Active Directory",
        "[x](https://example.com/azure ad)",
        "Microsoft Entra ID（以前稱為 Azure Active Directory）",
    ),
    "R032": (
        "Partner Cloud Support (formerly Signature Cloud Support)",
        "Partner Cloud Support(이전 Signature Cloud Support)",
        "Partner Cloud Support (ранее Signature Cloud Support)",
        "Our Gold plan",
        "gold partner plan",
        "Partner Cloud Support（原 Signature Cloud Support）",
        "Partner Cloud Support (called Signature Cloud Support until 23 June 2025)",
    ),
    "R053": (
        "Suspension does not stop billing.",
        "Billing goes on while suspended.",
        "If you cancel, billing stops.",
        "정지되어도 청구는 중지되지 않습니다.",
        "На время приостановки выставление счетов не прекращается.",
        "停用期間不會停止計費。",
        "暂停不会停止计费。",
        "停用後仍會計費。",
        "Charges do not stop while it is suspended.",
        "청구가 멈추지 않습니다. 정지",
    ),
    "R003": (
        "Microsoft does not answer requests about subscriptions bought from us.",
        "Microsoft helps with what it sold.",
        "Microsoft 不會為透過我們購買的訂閱提供支援。",
    ),
    "R008": (
        "Our contact details do not appear in the Microsoft 365 admin center.",
        "Open the admin center, then contact us.",
        "Contact us if the admin center shows an error.",
    ),
    "R083": ("Microsoft Cloud Germany is retired.", "We are in Germany."),
}


def said(text: str) -> set[str]:
    return {problem.code for problem in checks.problems(saying(text))}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in WRONG.items() for text in texts])
def test_a_wrong_sentence_is_found(code: str, text: str) -> None:
    assert said(text) == {code}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in RIGHT.items() for text in texts])
def test_a_right_sentence_is_left_alone(code: str, text: str) -> None:
    assert code not in said(text)


def test_a_wrong_sentence_is_told_to_the_letter() -> None:
    made = saying("구독에는 유예 기간이 있습니다.", language="ko")

    assert as_text(checks.problems(made)) == (
        "templates/pages/billing.md.j2: warning: “유예 기간” (ko, billing): there is none since 4 May 2026 [R054]\n"
        "    say what happens instead: it renews, ends, or goes on in a paid extended term"
        " (Partner Center, Extended service terms, 2026-01)\n"
    )


def test_a_text_of_the_partner_is_told_where_it_is_mended() -> None:
    changes = {"collections.stages.1.note": {"en": "There is a grace period.", "ko": "유예 기간이 있습니다."}}
    made = saying("There is a grace period.", made=draft(changes))

    assert [(str(p.where), p.message) for p in checks.problems(made)] == [
        ("support.yml/collections/stages/1/note/en", "“grace period” (en): there is none since 4 May 2026"),
        ("support.yml/collections/stages/1/note/ko", "“유예 기간” (ko): there is none since 4 May 2026"),
    ]


def test_a_stage_that_suspends_does_not_stop_the_bill() -> None:
    found = checks.problems(draft({"collections.stages.1.note": "From here on billing stops."}))

    assert [(p.code, p.message) for p in found] == [
        ("R053", "“billing stops” (en): a suspended subscription goes on costing money")
    ]


def test_a_date_that_lies_ahead_is_no_excuse() -> None:
    made = saying("Until 4 May 2026 there was a grace period.")

    assert not checks.problems(made)
    assert [p.code for p in checks.problems(replace(made, today=date(2026, 5, 3)))] == ["R054"]


@pytest.mark.parametrize("text", ["<b>Azure</b> AD", "Azure\nAD", "Azure\u00a0**AD**", "Azure&nbsp;AD"])
def test_markup_hides_no_name(text: str) -> None:
    assert said(text) == {"R070"}


def test_targets_and_comments_are_not_read() -> None:
    assert said("[x](https://example.com/azure-ad) <!-- Azure AD --> https://example.com/?q=Azure%20AD") == set()


def test_a_phone_day_and_night_needs_no_agreement() -> None:
    changes = {"channels.0.schedule": "allday", "sla": None, "out_of_hours": None}

    assert not checks.problems(draft(changes))


def test_a_phone_that_only_some_may_call_is_no_phone_for_all() -> None:
    changes = {"channels.0.schedule": "allday", "channels.0.plans": ["plus"], "sla": None, "out_of_hours": None}

    assert [p.code for p in checks.problems(draft(changes))] == ["R011", "R011"]


def test_two_schedules_together_answer_day_and_night() -> None:
    made = draft({**CHINA, "channels.0.schedule": "day", "channels.1.schedule": "night"})

    assert not [p for p in checks.problems(made) if p.code == "R081"]


def test_every_requirement_has_a_number_a_level_and_a_source() -> None:
    rules = checks.requirements()

    assert len({rule.id for rule in rules}) == len(rules) == 66
    assert all(
        rule.text and rule.sources and rule.level in ("mandatory", "recommended", "permitted", "fact") for rule in rules
    )
    assert [rule.id for rule in rules] == sorted(rule.id for rule in rules)


def test_every_check_looks_after_a_requirement() -> None:
    known = {rule.id for rule in checks.requirements()}

    assert {check.number for check in checks.checks()} <= known


def test_only_what_nothing_can_check_is_for_information() -> None:
    unchecked = [result.requirement.id for result in checks.run(draft()) if not result.checked]

    assert unchecked == ["R016", "R027", "R031", "R036", "R041", "R042", "R043", "R052", "R058", "R059", "R090", "R093"]


def test_levels_decide_how_bad_it_is() -> None:
    severity = {rule.id: rule.severity for rule in checks.requirements()}

    assert (severity["R011"], severity["R033"], severity["R051"], severity["R054"]) == (
        "error",
        "warning",
        "warning",
        "warning",
    )


def test_advice_is_told_from_a_fault() -> None:
    found = checks.problems(draft({"renewals": None, "training": GONE}))

    assert [(p.code, checks.is_advice(p)) for p in found] == [("R054", False), ("R025", True)]


def test_a_requirement_about_nothing_does_not_apply() -> None:
    results = {result.requirement.id: result for result in checks.run(draft())}

    assert [results[name].applies for name in ("R080", "R081", "R006", "R011")] == [False, False, False, True]
    assert all(result.passed for result in results.values())


def test_the_config_can_be_checked_before_the_pages() -> None:
    made = replace(draft({"sla": None}), trees=())

    assert [p.code for p in checks.problems(made, "config")] == ["R011"]


MUST = ("schema_version", "company", "languages", "timezone", "clouds", "regions")


@pytest.mark.parametrize("check", checks.checks(), ids=lambda check: f"{check.number}-{check.find.__name__}")
def test_a_check_yields_problems_and_never_raises(check: checks.Check) -> None:
    least = SupportConfig.model_validate({key: value for key, value in GOOD.items() if key in MUST})
    for changes in ({}, US_GOV, CHINA, RESELLER):
        made = draft(changes)
        empty = replace(made, trees=tuple(replace(tree, pages=()) for tree in made.trees))
        for one in (made, empty, replace(made, config=least, trees=())):
            for problem in check.find(one):
                assert problem.message and problem.hint
                assert not problem.code


@given(st.text())
def test_no_text_upsets_a_check(text: str) -> None:
    for sentence in _texts.sentences(text):
        for phrase in (claims.GRACE, claims.STOPS, claims.NEVER_HELPS, claims.OUR_CONTACT, names.GERMANY):
            assert all(hit in sentence for hit in phrase.hits(sentence))
        assert _phrases.is_past(sentence, TODAY) in (True, False)


def codes(made: Draft) -> list[str]:
    return [problem.code for problem in checks.problems(made)]


NO_SLA: dict[str, Any] = {"sla": None, "out_of_hours": None}
BY_DAY = {"tag": "en", "schedule": "day"}
BY_NIGHT = {"tag": "ko", "schedule": "night"}
PHONES: list[tuple[str, list[Any], bool]] = [
    ("allday", [{"tag": "en", "schedule": "office"}], False),
    ("allday", [{"tag": "en", "schedule": "office"}, "ko"], True),
    ("office", [BY_DAY, BY_NIGHT], True),
    ("office", ["en", {"tag": "en", "schedule": "allday", "severities": ["A"]}], False),
    ("office", ["en", {"tag": "en", "schedule": "allday", "severities": ["A", "C"]}], True),
    ("allday", [], True),
]


@pytest.mark.parametrize(("schedule", "languages", "always"), PHONES)
def test_a_phone_is_answered_when_its_languages_are(schedule: str, languages: list[Any], always: bool) -> None:
    made = draft({**NO_SLA, "channels.0.schedule": schedule, "channels.0.languages": languages})

    assert ("R011" not in codes(made)) is always


@pytest.mark.parametrize(("schedule", "languages", "always"), PHONES)
def test_support_for_21vianet_is_there_when_its_languages_are(
    schedule: str, languages: list[Any], always: bool
) -> None:
    made = draft({**CHINA, "channels.0.schedule": schedule, "channels.0.languages": languages})

    assert ("R081" not in codes(made)) is always


def test_a_target_may_run_on_the_hours_of_one_language() -> None:
    for_a = {"tag": "en", "schedule": "day", "severities": ["A"]}
    mail = {"channels.1.schedule": "night", "channels.1.languages": ["ko", for_a], "channels.0.schedule": "night"}

    for severity, right in ((0, True), (1, False)):
        made = draft({**mail, f"severities.{severity}.first_response.schedule": "day"})
        wrong = [str(p.where) for p in checks.problems(made) if p.code == "R018"]
        assert (f"support.yml/severities/{severity}/first_response" not in wrong) is right


# The hours of phone and mail, what is said of help out of hours, and the complaints.
OUT_OF_HOURS: list[tuple[str, str, dict[str, Any], list[str]]] = [
    ("office", "office", {"channel": "phone"}, ["R011"]),
    ("day", "office", {"channel": "phone"}, []),
    ("office", "night", {"channel": "mail"}, []),
    ("night", "office", {"channel": "mail"}, []),
    ("office", "day", {"channel": "phone"}, ["R011"]),
    ("office", "office", {"channel": "phone", "how": "Press 9 after the tone."}, []),
    ("office", "allday", {"channel": "mail"}, []),
    ("office", "allday", {"channel": "phone"}, []),
]


@pytest.mark.parametrize(("phone", "mail", "out", "expected"), OUT_OF_HOURS)
def test_help_out_of_hours_comes_by_a_channel_that_is_open_then(
    phone: str, mail: str, out: dict[str, Any], expected: list[str]
) -> None:
    made = draft(
        {
            "channels.0.schedule": phone,
            "channels.1.schedule": mail,
            "out_of_hours": {"available": True, **out},
            "severities.0.first_response.schedule": phone,
            "severities.1.first_response.schedule": phone,
        }
    )

    assert codes(made) == expected


def test_the_only_channel_is_no_help_out_of_its_own_hours() -> None:
    made = draft({"channels.1": GONE, "out_of_hours": {"available": True, "channel": "phone"}})

    assert [(p.code, p.message, str(p.where)) for p in checks.problems(made)] == [
        (
            "R011",
            "phone: there is help out of hours by this channel, and nobody answers it then either",
            "support.yml/out_of_hours/channel",
        )
    ]


@pytest.mark.parametrize(
    ("out", "expected"),
    [
        ({"channel": "mail"}, ["R018"]),
        ({"how": "Hope."}, ["R018"]),
        ({"channel": "night"}, []),
        ({"channel": "night", "severities": ["C"]}, ["R018"]),
    ],
)
def test_a_target_at_any_hour_needs_somebody_who_answers_then(out: dict[str, Any], expected: list[str]) -> None:
    emergency = {
        "id": "night",
        "kind": "phone",
        "number": "+82 2-1234-5679",
        "schedule": "allday",
        "languages": ["ko"],
        "plans": ["plus"],
        "severities_allowed": ["A"],
    }
    changes: dict[str, Any] = {
        "severities.0.first_response.schedule": GONE,
        "severities.0.channel_required": "phone",
        "channels.+": emergency,
        "out_of_hours": {"available": True, **out},
    }

    assert [code for code in codes(draft(changes)) if code == "R018"] == expected


def test_the_agreement_for_the_government_may_be_linked_where_support_is_explained() -> None:
    def lose(page: Page) -> Page:
        text = page.markdown.replace("us-gov)", "us-gov-2)")
        return page if page.path.stem == "how-support-works" else replace(page, markdown=text)

    assert codes(edited(draft(US_GOV), lose)) == []


NAMES = (
    "A_B *Cloud* \\ Co",
    "http://cloud.example",
    "하늘\u00a0클라우드",
    "C&A &amp; Sons",
    "1. [Hub](x) {: .y }",
    "***",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_characters_is_found_on_the_page(name: str) -> None:
    def naming(text: str) -> Callable[[Page], Page]:
        return lambda page: replace(page, markdown=page.markdown.replace("Hanul Cloud", text))

    made = draft({"company.display_name": name})

    assert codes(edited(made, naming(str(escape(name))))) == []
    assert name == "***" or set(codes(edited(made, naming("Somebody else")))) == {"R001"}


def test_a_language_that_is_not_translated_is_told() -> None:
    made = edited(draft(), lambda page: lacking(page, "site") if page.path.stem == "status" else page, "ko")

    assert as_text(checks.problems(made)) == (
        "support.yml/languages/1: warning: ko: 1 page is not whole in this language [R010]\n"
        "    translate locales/ko/LC_MESSAGES/site.po (`helpglot translate update --add ko`)"
        " (Partner Center, Customer support, 2018)\n"
    )


def test_articles_and_their_names_need_no_translation() -> None:
    made = with_articles(("updates/upd-fail", "Wait. [h](../service-availability/avail-health.md)"))

    assert (
        codes(edited(made, lambda page: lacking(page, "kb") if page.path.stem in ("index", "upd-fail") else page)) == []
    )


def test_one_gap_makes_one_complaint() -> None:
    least = SupportConfig.model_validate({key: value for key, value in GOOD.items() if key in MUST})
    few = ("index", "how-support-works", "status", "messages-from-microsoft", "security-and-privacy")
    made = edited(draft(), lambda page: page if page.path.stem in few else None)

    results = checks.run(replace(made, config=least))
    messages = [problem.message for result in results for problem in result.problems]

    assert not [message for message in messages if "there is no such page" in message or "baseline lacks" in message]
    assert "it is not said what is supported" in messages
    assert "there is no way to open a request" in messages
    # What is not told again has not passed.
    told = {result.requirement.id: result for result in results}
    assert all(not told[number].passed for number in ("R013", "R020", "R022", "R024", "R026", "R038", "R050"))
