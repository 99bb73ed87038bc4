"""The whole of support.yml, and what must agree inside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.schema.base import Model, Region, Tag, Text, TimeZone, complaint, raise_all, unique, unknown
from generator.schema.channels import Channel
from generator.schema.company import Company, Provider, Service, SupportModel
from generator.schema.money import Billing, Collections, Plan, Renewals
from generator.schema.promise import Escalation, Intake, OutOfHours, Scope, Severity, Sla
from generator.schema.site import Content, Site, StatusLinks
from generator.schema.time import Holidays, Schedule
from generator.schema.trust import Access, Feedback, Legal, Maintenance, Privacy, Security, Training


def _not_retired(value: Any) -> Any:
    if isinstance(value, str) and value.lower() in ("germany", "de", "microsoft_cloud_germany"):
        raise complaint(
            "R083",
            "germany: Microsoft Cloud Germany is retired and takes no customers",
            "customers in Germany use `global`; take this cloud out",
        )
    return value


Cloud = Annotated[Literal["global", "us_gov", "china_21vianet"], BeforeValidator(_not_retired)]


class SupportConfig(Model):
    """Everything that a partner promises its customers."""

    schema_version: Literal[1]
    """The version of this format."""
    company: Company
    """Who you are."""
    languages: tuple[Tag, ...] = Field(min_length=1)
    """The site's languages; the first stands at the root of the site (R010)."""
    source_language: Tag | None = None
    """The language of the plain texts in this file; without it the first of `languages`."""
    timezone: TimeZone
    """Your time zone, for all schedules that name none (R013)."""
    clouds: tuple[Cloud, ...] = Field(min_length=1)
    """The Microsoft clouds that you sell (R080 to R083)."""
    regions: tuple[Region, ...] = Field(min_length=1)
    """Where your customers are; the first decides how numbers and dates are written."""
    services: tuple[Service, ...] = ()
    """What customers buy from you."""
    provider: Provider | None = None
    """Your indirect provider (R006)."""
    support_model: tuple[SupportModel, ...] = ()
    """Who gives the support (R005)."""
    scope: Scope = Scope()
    """What is supported (R012)."""
    schedules: tuple[Schedule, ...] = ()
    """Your hours, each under a name."""
    holidays: Holidays = Holidays()
    """Which public holidays count."""
    channels: tuple[Channel, ...] = ()
    """The ways to reach you (R014)."""
    plans: tuple[Plan, ...] = ()
    """Levels of support and their prices (R015)."""
    severities: tuple[Severity, ...] = ()
    """How bad a problem can be, worst first (R011)."""
    sla: Sla | None = None
    """The service level agreement (R011)."""
    out_of_hours: OutOfHours | None = None
    """Help outside the hours (R011)."""
    intake: Intake = Intake()
    """What a request needs (R038)."""
    escalation: Escalation = Escalation()
    """How a problem climbs (R030 to R039)."""
    billing: Billing | None = None
    """How you bill (R050)."""
    renewals: Renewals | None = None
    """What happens at the end of a term (R054)."""
    collections: Collections = Collections()
    """What happens when a bill is not paid (R051)."""
    status_links: StatusLinks = StatusLinks()
    """Where the state of the services is shown (R070)."""
    maintenance: Maintenance | None = None
    """Planned work."""
    training: tuple[Training, ...] = ()
    """Trainings for customers (R025)."""
    access: Access = Access()
    """Your delegated access (R092)."""
    security: Security = Security()
    """Where security matters go (R091)."""
    privacy: Privacy = Privacy()
    """What happens to customers' data (R037)."""
    legal: Legal = Legal()
    """Contracts and rights (R060)."""
    feedback: Feedback = Feedback()
    """Complaints and opinions."""
    content: Content = Content()
    """Which articles the site carries."""
    site: Site = Site()
    """Where the site stands and how it looks."""

    @property
    def source(self) -> str:
        """The language of the plain texts."""
        return self.source_language or self.languages[0]

    def schedule(self, name: str | None) -> Schedule | None:
        """The schedule called `name`."""
        return next((schedule for schedule in self.schedules if schedule.id == name), None)

    def channel(self, name: str | None) -> Channel | None:
        """The channel called `name`."""
        return next((channel for channel in self.channels if channel.id == name), None)

    def zone(self, schedule: Schedule) -> str:
        """The time zone of a schedule."""
        return schedule.timezone or self.timezone

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], Text]]:
        """Every text for customers, with its place in the file."""
        yield from ((path, value) for path, value in _leaves(self, ()) if isinstance(value, Text))

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        raise_all(disagreements(self))
        return self


REFERENCES = {
    "schedule": "schedule",
    "channel": "channel",
    "severity": "severity",
    "channel_required": "channel",
    "complaint_channel": "channel",
    "who_to_talk_to": "channel",
    "severities_allowed": "severity",
    "severities": "severity",
    "plans": "plan",
    "channels": "channel",
    "included_services": "service",
}


# A setting of the same name that holds words for customers.
WORDS = {("training", "schedule")}

LISTS = {
    "schedule": "schedules",
    "channel": "channels",
    "plan": "plans",
    "severity": "severities",
    "service": "services",
}
"""The kinds of thing that have ids -> the lists that define them."""


def disagreements(config: SupportConfig | Mapping[str, Any]) -> list[dict[str, Any]]:
    """Say what does not agree inside a file, whether its values were accepted or stand as they were read."""
    known = {what: _ids(_inside(config, name)) for what, name in LISTS.items()}
    languages = [value for _, value in _leaves(_inside(config, "languages"), ())]
    found = [
        item for name in LISTS.values() for item in unique(_singular(name), name, _ids(_inside(config, name)) or [])
    ]
    found += [
        {
            "code": "duplicate-language",
            "message": f"{tag}: this language is there twice",
            "hint": "name it once",
            "loc": ["languages", index],
        }
        for index, tag in enumerate(languages)
        if tag in languages[:index]
    ]
    for path, what, name in _references(config):
        ids = known[what]
        if ids is not None and name not in ids:
            found.append(unknown(what, name, ids, list(path)))
    return found


def _singular(name: str) -> str:
    return name.removesuffix("s")


def _inside(config: object, name: str) -> object:
    return config.get(name, ()) if isinstance(config, Mapping) else getattr(config, name)


def _ids(entries: object) -> list[str] | None:
    """The ids of a list's entries; None where one cannot be made out, so that no reference can be called wrong."""
    if not isinstance(entries, list | tuple):
        return None
    ids = [entry.get("id") if isinstance(entry, Mapping) else getattr(entry, "id", None) for entry in entries]
    return [one for one in ids if isinstance(one, str)] if all(isinstance(one, str) for one in ids) else None


def _references(config: object) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield every place that names another thing by its id: its path, the kind of thing, the id."""
    for path, value in _leaves(config, ()):
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        if field in REFERENCES and (field,) != path[:1] and (path[0], field) not in WORDS and isinstance(value, str):
            yield path, REFERENCES[field], value


def _leaves(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Yield every single value with its place."""
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), (*path, name))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _leaves(item, (*path, name))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index))
    elif value is not None:
        yield path, value
