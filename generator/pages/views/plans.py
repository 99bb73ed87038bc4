"""Plans, services and severities -> the cells of the tables that compare them."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from generator.pages.asked import Late
from generator.pages.markup import anchor, escape
from generator.pages.reader import Reader
from generator.pages.views.contact import Contact, contacts
from generator.schema import GROUPS, Plan, Price, Severity, Target
from generator.schema.company import VendorSupport


def view(reader: Reader) -> dict[str, object]:
    """What templates call these."""
    config, words = reader.config, reader.words
    handlers = [service.handler(group) for group in GROUPS for service in config.services]
    return {
        "main_services": [s.name for s in config.services if s.supported == "full"][:3],
        "included_plans": [plan.id for plan in config.plans if plan.price.unit == "included"],
        "coverage_groups": GROUPS,
        "handlers_used": tuple(dict.fromkeys(handlers)),
        "handler": lambda service, group: service.handler(group),
        "vendor_services": [s for s in config.services if s.vendor_support],
        "vendor_contact": lambda support: vendor_contact(reader, support),
        "any_minimum": any(plan.price.minimum for plan in config.plans),
        "any_schedule": any(plan.schedule for plan in config.plans),
        "any_hours": any(plan.included_hours or plan.overage for plan in config.plans),
        "any_update": any(severity.update_interval for severity in config.severities),
        "any_restore": any(severity.restore_target for severity in config.severities),
        "price": lambda price: price_cell(reader, price),
        "minimum": lambda price: minimum(reader, price),
        "price_dates": price_date(reader),
        "plan_names": lambda ids: words.formats.items([reader.named(p.name) for p in config.plans if p.id in ids]),
        "plan_channels": lambda plan: plan_channels(reader, plan, contacts(reader)),
        "plan_services": lambda plan: plan_services(reader, plan),
        "target_cell": lambda plan, severity: target_cell(reader, plan, severity),
        "clocks": Late(lambda: clocks(reader)),
        "severity_name": lambda severity: severity_name(reader, severity),
        "first_reply": lambda contact: first_reply(reader, contact),
        "first_response": lambda severity: first_response(reader, severity),
        "fastest": Late(lambda: first_response(reader, config.severities[0]) if config.severities else ""),
    }


def price_cell(reader: Reader, price: Price) -> Markup:
    """A price in two lines: how much, and for what."""
    if price.unit == "included":
        return escape(reader.words.price(price))
    lines = [f"**{escape(reader.words.amount(price))}**"]
    return Markup(
        "<br>".join(lines + [str(escape(part)) for part in (reader.words.per(price), reader.words.tax(price)) if part])
    )


def minimum(reader: Reader, price: Price) -> str:
    """The least that is charged."""
    if price.minimum is None:
        return ""
    return reader.words.formats.money(
        price.minimum, price.currency or (reader.config.billing.currency if reader.config.billing else "")
    )


def price_date(reader: Reader) -> date | None:
    """The day since when all prices hold: the latest of theirs."""
    return max((plan.price.valid_from for plan in reader.config.plans if plan.price.valid_from), default=None)


def plan_channels(reader: Reader, plan: Plan, ways: tuple[Contact, ...]) -> Markup:
    """The channels that a plan opens."""
    open_to_it = [
        contact.title
        for contact in ways
        if (not plan.channels or contact.id in plan.channels)
        and (not contact.channel.plans or plan.id in contact.channel.plans)
    ]
    return Markup(" · ").join(map(escape, dict.fromkeys(open_to_it)))


def plan_services(reader: Reader, plan: Plan) -> str:
    """The services that a plan covers."""
    if not plan.included_services:
        return reader.words._("All")
    names = {service.id: service.name for service in reader.config.services}
    return reader.words.formats.listing([names[one] for one in plan.included_services])


def target_of(plan: Plan | None, severity: Severity) -> Target:
    """The first response of a severity in a plan."""
    own = [target.first_response for target in (plan.targets if plan else ()) if target.severity == severity.id]
    return own[0] if own else severity.first_response


def target_cell(reader: Reader, plan: Plan | None, severity: Severity) -> Markup:
    """A target in two lines: how long, and by which clock."""
    target = target_of(plan, severity)
    clock = reader.words.clock(target, "24x7" if reader.always(target.schedule) else "hours")
    span = escape(reader.words.span(target))
    return Markup(f"**{span}**<br>{escape(clock)}") if clock else Markup(f"**{span}**")


def clocks(reader: Reader) -> list[Markup]:
    """The hours behind every clock that the targets name, with their zone (R018)."""
    targets = [
        target_of(plan, severity) for plan in reader.config.plans or (None,) for severity in reader.config.severities
    ]
    ids = dict.fromkeys(target.schedule for target in targets if target.schedule)
    return [_clock(reader, name) for name in ids if not reader.always(name)]


def _clock(reader: Reader, name: str) -> Markup:
    schedule = reader.config.schedule(name)
    lines = reader.words.formats.clauses(reader.hours_of(name))
    zone = reader.zone(reader.config.zone(schedule)) if schedule else ""
    return reader.gettext("Business hours: {hours}, {zone}", hours=lines, zone=zone)


def severity_name(reader: Reader, severity: Severity) -> Markup:
    """A severity by its id and its word: "A · Critical"."""
    word = reader.text(severity.name) or escape(reader.words.label("level", severity.level))
    return Markup("{} · {}").format(escape(severity.id), word)


def first_response(reader: Reader, severity: Severity) -> str:
    """The first response to a severity over all plans: "1 hour, 24 × 7", or "30 minutes to 4 hours, depending …"."""
    targets = sorted({target_of(plan, severity) for plan in reader.config.plans or (None,)}, key=_minutes)
    if len(targets) == 1:
        return reader.words.target(targets[0], "24x7" if reader.always(targets[0].schedule) else "hours")
    first, last = reader.words.span(targets[0]), reader.words.span(targets[-1])
    if first == last:
        return first
    return reader.words._("{shortest} to {longest}, depending on your plan", shortest=first, longest=last)


def _minutes(target: Target) -> int:
    return (
        target.value
        * {"minutes": 1, "hours": 60, "business_hours": 180, "days": 1440, "business_days": 2000}[target.unit]
    )


def first_reply(reader: Reader, contact: Contact) -> str:
    """How long the first response takes at most, over all plans and severities for which a channel is there."""
    channel = contact.channel
    plans = [
        plan
        for plan in reader.config.plans
        if (not plan.channels or channel.id in plan.channels) and (not channel.plans or plan.id in channel.plans)
    ]
    targets = [
        target_of(plan, severity)
        for plan in plans or (None,)
        for severity in reader.config.severities
        if not channel.severities_allowed or severity.id in channel.severities_allowed
    ]
    return reader.words.span(max(targets, key=_minutes)) if targets else ""


def vendor_contact(reader: Reader, support: VendorSupport) -> Markup:
    """The ways to reach a publisher."""
    ways = [anchor(support.url, support.url)] if support.url else []
    ways += [anchor(f"mailto:{support.email}", support.email)] if support.email else []
    ways += [anchor(f"tel:{support.phone}", reader.words.phone(support.phone, ""))] if support.phone else []
    return Markup(reader.words.formats.listing(ways))
