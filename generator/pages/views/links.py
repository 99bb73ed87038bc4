"""Clouds and services -> the pages on which Microsoft shows the state of its services (R070)."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.asked import Late
from generator.pages.markup import anchor
from generator.pages.reader import Reader

# Cloud -> kind of page -> address.
ADMIN = {
    "global": {
        "m365": "https://admin.cloud.microsoft/",
        "azure": "https://portal.azure.com/",
        "dynamics365": "https://admin.powerplatform.microsoft.com/",
    },
    "us_gov": {
        "m365": "https://portal.office365.us/",
        "azure": "https://portal.azure.us/",
        "dynamics365": "https://gcc.admin.powerplatform.microsoft.us/",
    },
    "china_21vianet": {
        "m365": "https://portal.partner.microsoftonline.cn/",
        "azure": "https://portal.azure.cn/",
        "dynamics365": "https://admin.powerplatform.partner.microsoftonline.cn/",
    },
}
STATUS = {
    "global": {"m365": "https://status.cloud.microsoft/", "azure": "https://azure.status.microsoft/"},
    "us_gov": {"azure": "https://azure.status.microsoft/"},
    "china_21vianet": {"azure": "https://status.azure.cn/"},
}
FAMILIES = {
    "m365": "m365",
    "azure": "azure",
    "dynamics365": "dynamics365",
    "business_central": "dynamics365",
    "power_platform": "dynamics365",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A page somewhere else, and what it is good for."""

    url: str
    title: str
    explanation: str = ""

    def link(self) -> Markup:
        """The link, under its title."""
        return anchor(self.url, self.title)


def _families(reader: Reader) -> tuple[str, ...]:
    sold = [FAMILIES[service.kind] for service in reader.config.services if service.kind in FAMILIES]
    return tuple(dict.fromkeys(sold))


def admin_links(reader: Reader) -> tuple[Entry, ...]:
    """Where customers' administrators sign in, for each cloud and service sold."""
    _ = reader.words._
    titles = {
        "m365": _("Microsoft 365 admin center"),
        "azure": _("Azure portal"),
        "dynamics365": _("Power Platform admin center"),
    }
    return tuple(
        Entry(ADMIN[cloud][family], _titled(reader, titles[family], cloud))
        for cloud in reader.config.clouds
        for family in _families(reader)
    )


def status_links(reader: Reader) -> tuple[Entry, ...]:
    """Where anybody sees whether a service is down: the partner's own page first."""
    _, given = reader.words._, reader.config.status_links
    known = {
        "m365": (_("Microsoft 365 status"), _("For everybody, without signing in.")),
        "azure": (_("Azure status"), _("For everybody, without signing in.")),
    }
    mine = (
        (
            given.own_status,
            _("Our own status page"),
            _("What we know ourselves, for all services that you have from us."),
        ),
        (
            given.admin_service_health,
            _("Service health in the admin center"),
            _("Incidents of your own services. Administrators sign in."),
        ),
        (
            given.azure_service_health,
            _("Azure Service Health"),
            _("Incidents of your own Azure resources. Administrators sign in."),
        ),
        (given.dynamics365, _("Status of Dynamics 365"), _("Incidents of your own services. Administrators sign in.")),
    )
    own = [Entry(url, title, explanation) for url, title, explanation in mine if url]
    overruled = {"m365": given.m365, "azure": given.azure_status}
    public = [
        Entry(overruled[family] or STATUS[cloud][family], _titled(reader, known[family][0], cloud), known[family][1])
        for cloud in reader.config.clouds
        for family in _families(reader)
        if family in STATUS[cloud]
    ]
    return tuple(own[:1] + public + own[1:]) if given.own_status else tuple(public + own)


def _titled(reader: Reader, title: str, cloud: str) -> str:
    """Say which cloud a link is for, where the partner sells several."""
    if len(reader.config.clouds) == 1:
        return title
    return reader.words._("{page}: {cloud}", page=title, cloud=reader.words.label("cloud", cloud))


def view(reader: Reader) -> dict[str, object]:
    """What templates call these."""
    return {"admin_links": Late(lambda: admin_links(reader)), "status_links": Late(lambda: status_links(reader))}
