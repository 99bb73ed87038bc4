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
from generator.checks import _phrases, _texts, claims, markers
from generator.console import as_text
from generator.model import Draft, Page, Tree
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
            del node[steps[-1]]
        elif steps[-1] == "+":
            node.append(value)
        elif isinstance(node, list) and steps[-1] == len(node):
            node.append(value)
        else:
            node[steps[-1]] = value
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
