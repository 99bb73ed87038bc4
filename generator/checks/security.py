"""Security matters have an address, delegated access has a purpose, and callers are verified."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks import _ask
from generator.checks._base import Check, fault
from generator.model import Draft
from generator.problems import Problem


def security_has_a_contact(draft: Draft) -> Iterator[Problem]:
    """Customers know where to report a security matter."""
    config = draft.config
    named = config.security.contact or config.security.channel
    if not named and not any("security" in channel.topics for _, channel in _ask.intake(config)):
        hint = "give `security: contact:` or `security: channel:`, or a channel the topic `security`"
        yield fault(draft, ("security",), "there is no contact for security matters", hint)


def access_has_a_purpose(draft: Draft) -> Iterator[Problem]:
    """Whoever is asked for access learns what for, how long, and gives no more than needed."""
    access = draft.config.access
    if not access.purpose:
        yield fault(draft, ("access",), "it is not said what your access is for", "give `access: purpose:`")
    if not access.duration_days:
        yield fault(draft, ("access",), "it is not said how long your access lasts", "give `access: duration_days:`")
    for index, role in enumerate(access.gdap_roles):
        if role.casefold() in ("global administrator", "company administrator"):
            message = f"{role}: this role can do everything, and access should be no wider than needed"
            yield fault(draft, ("access", "gdap_roles", index), message, "ask for the roles that your work needs")


def callers_are_verified(draft: Draft) -> Iterator[Problem]:
    """Nobody gets work on an account by a phone call alone."""
    if not _ask.verifies(draft):
        hint = "set `intake: verification:` to callback, pin, email_reply or portal_sign_in"
        yield fault(draft, ("intake",), "callers are not verified before work on accounts", hint)


CHECKS = (
    Check("R091", security_has_a_contact),
    Check("R092", access_has_a_purpose, applies=lambda draft: bool(draft.config.access.gdap_roles)),
    Check("R094", callers_are_verified),
)
