"""Customers know whom to ask: the partner first, and who else answers for what."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks import _ask
from generator.checks._base import Check, fault
from generator.checks._texts import bare, page
from generator.model import Draft
from generator.problems import Problem
from generator.schema import Channel, Service, SupportConfig


def first_contact_has_a_name(draft: Draft) -> Iterator[Problem]:
    """Home and contact name the company."""
    name, source = draft.config.company.display_name, draft.config.source
    for tree in draft.trees:
        known = name.by_language.get(tree.language) or (name.source(source) if tree.language == source else "")
        for slug in ("index", "contact"):
            found = page(tree, slug)
            if found and "".join(filter(str.isalnum, known)) not in bare(found.markdown):
                message = f"{slug}: the page does not name {known} in {tree.language}"
                yield Problem("", message, found.origin, "name the company as the first point of contact")


def every_language_is_taken_in(draft: Draft) -> Iterator[Problem]:
    """A request in any language of the site finds an open channel."""
    for index, tag in enumerate(draft.config.languages):
        if draft.config.channels and not answered(draft.config, tag):
            hint = "add it to the `languages:` of a channel, or declare a `response_language_fallback:` there"
            yield fault(draft, ("languages", index), f"{tag}: no channel takes a request in this language", hint)


def answered(config: SupportConfig, tag: str) -> bool:
    """Whether some channel answers a language, or says in which other one it answers instead."""
    return any(
        tag in {entry.tag for entry in channel.languages} or channel.response_language_fallback
        for _, channel in _ask.intake(config)
    )


def every_service_is_taken_in(draft: Draft) -> Iterator[Problem]:
    """A question about anything that is sold finds an open channel."""
    config = draft.config
    for index, service in enumerate(config.services):
        topics = ["billing", "technical"] if service.supported == "full" else ["billing"]
        missing = [
            topic for topic in topics if not any(_takes(config, c, service, topic) for _, c in _ask.intake(config))
        ]
        if config.channels and missing:
            what = " and ".join(missing)
            hint = "give a channel these `topics:`, and do not tie it to plans without this service"
            yield fault(draft, ("services", index), f"{service.id}: no channel takes {what} questions about it", hint)


def _takes(config: SupportConfig, channel: Channel, service: Service, topic: str) -> bool:
    plans = [plan for plan in config.plans if plan.id in channel.plans]
    return topic in channel.topics and (
        not channel.plans or any(not plan.included_services or service.id in plan.included_services for plan in plans)
    )


def somebody_gives_support(draft: Draft) -> Iterator[Problem]:
    """It is said who gives the support, and a reseller's name is no secret."""
    if not draft.config.support_model:
        hint = "write `support_model: [{who: direct}]`"
        yield fault(draft, ("support_model",), "it is not said who gives the support", hint)
    for index, part in enumerate(draft.config.support_model):
        if part.who != "direct" and not part.provider_name:
            message = f"{part.who}: it is not said who gives this support"
            yield fault(draft, ("support_model", index), message, "give `provider_name:`")
        if part.who == "resold" and not part.customer_visible:
            message = f"{part.provider_name}: customers are helped under a name that they do not know"
            yield fault(draft, ("support_model", index, "customer_visible"), message, "set `customer_visible: true`")


def provider_has_duties(draft: Draft) -> Iterator[Problem]:
    """A reseller names its provider and what the provider does; only it can raise requests about Azure."""
    config = draft.config
    if not config.provider:
        hint = "give `provider:` with its name and duties"
        yield fault(draft, ("company", "csp_type"), "an indirect reseller has a provider, and none is named", hint)
    elif not config.provider.duties:
        message = f"{config.provider.name}: it is not said what this provider does"
        yield fault(draft, ("provider",), message, "list its `duties:`; what is not named is yours")
    routes = config.escalation.microsoft.routes
    if "via-provider" not in routes and any(service.kind == "azure" for service in config.services):
        message = "only the provider can raise requests about Azure, and no route leads through it"
        yield fault(draft, ("escalation", "microsoft", "routes"), message, "add `via-provider` to the routes")


def publishers_can_be_found(draft: Draft) -> Iterator[Problem]:
    """Whoever has a technical question about somebody else's product learns where to ask."""
    for index, service in enumerate(draft.config.services):
        if (service.kind == "third_party" or service.supported == "vendor") and not service.vendor_support:
            message = f"{service.id}: customers cannot find the publisher's support"
            yield fault(
                draft, ("services", index), message, "give `vendor_support:` with a link, an address or a number"
            )


CHECKS = (
    Check("R001", first_contact_has_a_name, "pages"),
    Check("R004", every_language_is_taken_in),
    Check("R004", every_service_is_taken_in),
    Check("R005", somebody_gives_support),
    Check("R006", provider_has_duties, applies=_ask.is_reseller),
    Check("R007", publishers_can_be_found, applies=_ask.sells_third_party),
)
