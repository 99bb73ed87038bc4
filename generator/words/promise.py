"""Words for severities, service levels, requests, hours and escalation."""

from __future__ import annotations

from generator.words.marks import _

LEVEL = {
    "critical": _("Critical"),
    "moderate": _("Moderate"),
    "minimal": _("Minimal"),
    "low": _("Low"),
}
LEVEL_LINES = {
    "critical": _("Work has stopped for the whole company or a whole site, or data is at risk."),
    "moderate": _("Work goes on with limits, or several people are affected."),
    "minimal": _("One person is affected, or the problem is a nuisance."),
    "low": _("Nothing is broken: a question, a wish or a change to be planned."),
}
EXAMPLES = {
    "critical": (
        _("Nobody in the company can sign in."),
        _("Mail has stopped for everybody."),
        _("An administrator account has been taken over."),
    ),
    "moderate": (
        _("Mail arrives late in one department."),
        _("An important app is so slow that work suffers."),
        _("Several people cannot join meetings."),
    ),
    "minimal": (
        _("One person's Outlook keeps asking for the password."),
        _("A new phone has to be set up for sign-in."),
        _("A shared mailbox does not show up."),
    ),
    "low": (
        _("How do I restore an older version of a file?"),
        _("Which license do we need?"),
        _("Please plan a change for next month."),
    ),
}
CUSTOMER_DUTY = _(
    "Someone on your side must be reachable at any hour while we work on it."
    " If nobody can be reached, the work may have to wait."
)
UNIT = {
    "minutes": _("minutes"),
    "hours": _("hours"),
    "days": _("days"),
    "business_hours": _("business hours"),
    "business_days": _("business days"),
}
SLA_KIND = {
    "target": _("Targets"),
    "guarantee": _("Guaranteed times"),
}
SLA_KIND_LINES = {
    "target": _("These times are targets: what we aim for, not what we guarantee."),
    "guarantee": _("We guarantee these times."),
}
MEASURED_FROM = {
    "receipt": _("When your request reaches us"),
    "confirmation": _("When we confirm your request"),
    "assignment": _("When an engineer takes your request"),
}
MEASURED_FROM_LINES = {
    "receipt": _("The clock starts when your request reaches us."),
    "confirmation": _("The clock starts when we confirm your request."),
    "assignment": _("The clock starts when an engineer takes your request."),
}
MEASURED_TO = {
    "qualified_answer": _("An answer from a qualified person"),
    "automatic_reply": _("An automatic reply"),
}
MEASURED_TO_LINES = {
    "qualified_answer": _("The first response is an answer from a qualified person, not an automatic reply."),
    "automatic_reply": _("The first response can be an automatic reply; a person answers later."),
}
PAUSE = {
    "waiting_for_customer": _("While we wait for you"),
    "waiting_for_microsoft": _("While we wait for Microsoft"),
    "outside_hours": _("Outside support hours"),
    "planned_maintenance": _("During planned maintenance"),
}
PAUSE_LINES = {
    "waiting_for_customer": _("The clock stops while we wait for information or a decision from you."),
    "waiting_for_microsoft": _("The clock stops while the request is with Microsoft."),
    "outside_hours": _("The clock stops outside support hours."),
    "planned_maintenance": _("The clock stops during maintenance that we announced."),
}
APPROVAL = {
    "none": _("No approval needed"),
    "customer_consent": _("Your consent"),
    "contract": _("Part of the contract"),
}
APPROVAL_LINES = {
    "none": _("Work begins without further agreement."),
    "customer_consent": _("Work begins only after you agree."),
    "contract": _("This help exists only where your contract with us includes it."),
}
WHO_MAY_CALL = {
    "anyone": _("Anyone in your company"),
    "authorised_contacts": _("Authorized contacts"),
}
WHO_MAY_CALL_LINES = {
    "anyone": _("Anyone in your company can open a request."),
    "authorised_contacts": _("Only the contacts that your company has named can open a request."),
}
VERIFICATION = {
    "none": _("No check"),
    "callback": _("Call back"),
    "pin": _("PIN"),
    "email_reply": _("Reply by email"),
    "portal_sign_in": _("Sign-in to the portal"),
}
VERIFICATION_LINES = {
    "none": _("We do not ask for proof of who you are."),
    "callback": _("Before we change an account, we call you back on the number that we have on record."),
    "pin": _("Before we change an account, we ask for the PIN that we agreed with you."),
    "email_reply": _("Before we change an account, we write to the address on record and wait for the reply."),
    "portal_sign_in": _("Before we change an account, we ask you to sign in to our portal."),
}
CHECKLIST = {
    "company": _("The name of your company"),
    "contact": _("Your name, phone number and email address"),
    "language_timezone": _("Your language and time zone"),
    "tenant": _("The domain or ID of your tenant"),
    "product": _("The product and the subscription"),
    "title": _("The problem in one line"),
    "description": _("What happens, and what should happen"),
    "impact": _("What the problem keeps you from doing"),
    "start_time": _("When it began"),
    "affected": _("Who is affected"),
    "error_text": _("The exact error message"),
    "steps_done": _("What you have tried"),
    "recent_changes": _("What has changed recently"),
    "attachments": _("Screenshots and files"),
    "diagnostic_consent": _("Your consent to the collection of diagnostic data"),
}
CHECKLIST_LINES = {
    "company": _("It tells us which contract holds."),
    "contact": _("We need a way to reach you while we work on the problem."),
    "language_timezone": _("We choose the people and the time of our answer by them."),
    "tenant": _("It tells us where to look. Administrators find it in the admin center."),
    "product": _("Use the name on your invoice or in the admin center."),
    "title": _("A short title brings the request to the right person."),
    "description": _("Tell us what you did, what you saw and what you expected."),
    "impact": _("The severity follows from it: say which work cannot go on."),
    "start_time": _("Give the date, the time and the time zone, and say when it happened last."),
    "affected": _("Say how many people, at which sites or in which countries."),
    "error_text": _("Copy the whole text with its codes and IDs."),
    "steps_done": _("Nobody then has to do it twice."),
    "recent_changes": _("New devices, settings, updates or licenses matter, even if they seem unrelated."),
    "attachments": _("Hide passwords and personal data that the problem does not need."),
    "diagnostic_consent": _("Without it, logs that show the cause may be closed to us and to Microsoft."),
}
ROUTE = {
    "asfp": "Advanced Support for Partners (ASfP)",
    "psfp": "Premier Support for Partners (PSfP)",
    "unified": "Microsoft Unified",
    "partner-cloud-support": "Partner Cloud Support",
    "partner-on-premises-support": "Partner On-premises Support",
    "via-provider": _("Through our provider"),
    "vianet21": _("21Vianet"),
    "none": _("No technical route of our own"),
}
ROUTE_LINES = {
    "asfp": _("Our paid support contract with Microsoft for cloud services."),
    "psfp": _("Our paid support contract with Microsoft for all its products."),
    "unified": _("Our paid support contract with Microsoft, formerly Premier Support."),
    "partner-cloud-support": _(
        "Microsoft's support for cloud services that comes with our partnership; formerly Signature Cloud Support."
    ),
    "partner-on-premises-support": _(
        "Microsoft's support for recent on-premises versions that comes with our partnership;"
        " formerly Microsoft Product Support."
    ),
    "via-provider": _("Our provider raises technical problems with Microsoft."),
    "vianet21": _("21Vianet, which operates Microsoft services in China, takes what we cannot reasonably solve."),
    "none": _("We can raise billing questions with Microsoft, but not technical problems."),
}
REPORTS_BACK = {
    "us": _("We report back"),
    "provider": _("Our provider reports back"),
}
REPORTS_BACK_LINES = {
    "us": _("We tell you what Microsoft found and when the matter is closed."),
    "provider": _("Our provider tells you what Microsoft found and when the matter is closed."),
}
HOLIDAYS = {
    "closed": _("Closed on public holidays"),
    "limited": _("Other hours on public holidays"),
    "normal": _("Open on public holidays"),
}
HOLIDAYS_LINES = {
    "closed": _("We are closed on public holidays."),
    "limited": _("We keep other hours on public holidays."),
    "normal": _("Our hours are the same on public holidays."),
}

LABELS = {
    "level": LEVEL,
    "unit": UNIT,
    "sla_kind": SLA_KIND,
    "measured_from": MEASURED_FROM,
    "measured_to": MEASURED_TO,
    "pause": PAUSE,
    "approval": APPROVAL,
    "who_may_call": WHO_MAY_CALL,
    "verification": VERIFICATION,
    "checklist": CHECKLIST,
    "route": ROUTE,
    "reports_back": REPORTS_BACK,
    "holidays": HOLIDAYS,
}
LINES = {
    "level": LEVEL_LINES,
    "sla_kind": SLA_KIND_LINES,
    "measured_from": MEASURED_FROM_LINES,
    "measured_to": MEASURED_TO_LINES,
    "pause": PAUSE_LINES,
    "approval": APPROVAL_LINES,
    "who_may_call": WHO_MAY_CALL_LINES,
    "verification": VERIFICATION_LINES,
    "checklist": CHECKLIST_LINES,
    "route": ROUTE_LINES,
    "reports_back": REPORTS_BACK_LINES,
    "holidays": HOLIDAYS_LINES,
}
