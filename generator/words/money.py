"""Words for prices, bills, renewals, late payment, training and privacy."""

from __future__ import annotations

from generator.words.marks import _

PRICE_UNIT = {
    "included": _("Included"),
    "per_user_month": _("per user and month"),
    "per_tenant_month": _("per organization and month"),
    "per_hour": _("per hour"),
    "per_incident": _("per request"),
    "per_year": _("per year"),
    "once": _("once"),
}
PRICES = {
    "per_user_month": _("{amount} per user and month"),
    "per_tenant_month": _("{amount} per organization and month"),
    "per_hour": _("{amount} per hour"),
    "per_incident": _("{amount} per request"),
    "per_year": _("{amount} per year"),
    "once": _("{amount} once"),
}
TAX = {
    "included": _("VAT included"),
    "excluded": _("VAT not included"),
    "none": _("no VAT"),
}
# The United States have no VAT.
SALES_TAX = {
    "included": _("sales tax included"),
    "excluded": _("sales tax not included"),
    "none": _("no sales tax"),
}
DELIVERY = {
    "email": _("by email"),
    "portal": _("in the portal"),
    "post": _("by post"),
    "e_invoice": _("as an electronic invoice"),
}
PAYMENT_METHOD = {
    "bank_transfer": _("Bank transfer"),
    "card": _("Card"),
    "direct_debit": _("Direct debit"),
    "check": _("Check"),
    "virtual_account": _("Virtual account"),
    "alipay": _("Alipay"),
    "wechat_pay": _("WeChat Pay"),
    "sbp": _("Faster Payments System (SBP)"),
}
END_OF_TERM = {
    "renew": _("It renews"),
    "cancel": _("It ends"),
    "extended_term": _("It moves to an extended term"),
}
END_OF_TERM_LINES = {
    "renew": _("If nobody decides, the subscription renews for the same term."),
    "cancel": _("If nobody decides, the subscription ends with its term, and access ends at once."),
    "extended_term": _("If nobody decides, the subscription goes on month by month at a higher price."),
}
ACTION = {
    "reminder": _("Payment reminder"),
    "due": _("Due date"),
    "notice": _("Late payment notice"),
    "warning": _("Last warning"),
    "read_only": _("Read-only access"),
    "suspension": _("Suspension"),
    "cancellation": _("Cancellation"),
    "termination": _("End of the contract"),
}
ACTION_LINES = {
    "reminder": _("We remind you of the invoice and its due date."),
    "due": _("The payment should reach us by the end of this day."),
    "notice": _("We tell you that the payment has not arrived, and how to pay."),
    "warning": _("We tell you on which day access will change if the invoice is still unpaid."),
    "read_only": _("Users can read their data, but not change it."),
    "suspension": _(
        "Users cannot sign in or open their files; administrators can still reach the data. The charges continue."
    ),
    "cancellation": _("The subscription ends, and access ends at once. It cannot be restored."),
    "termination": _("We end the contract, and with it all subscriptions bought under it."),
}
NOTICE = {
    "email": _("by email"),
    "phone": _("by phone"),
    "portal": _("in the portal"),
    "letter": _("by letter"),
    "messenger": _("by messenger"),
}
ACCESS = {
    "none": _("Access stays"),
    "warning": _("Access stays for now"),
    "read_only": _("Read only"),
    "suspended": _("Access suspended"),
    "cancelled": _("Access ended"),
}
ACCESS_LINES = {
    "none": _("Nothing changes for your users."),
    "warning": _("Nothing changes yet; a change is announced."),
    "read_only": _("Users can read their data, but not change it."),
    "suspended": _("Users cannot sign in or open their files."),
    "cancelled": _("Users have no access any more."),
}
COUNTS = {
    "calendar": _("Calendar days"),
    "business": _("Business days"),
}
COUNTS_LINES = {
    "calendar": _("Every day counts, weekends and holidays too."),
    "business": _("Only our business days count."),
}
TRAINING_FORMAT = {
    "video": _("Video"),
    "online": _("Online session"),
    "on_site": _("At your site"),
    "document": _("Document"),
    "workshop": _("Workshop"),
}
AUDIENCE = {
    "users": _("For users"),
    "administrators": _("For administrators"),
    "managers": _("For managers"),
    "everyone": _("For everyone"),
}
PASSED_DATA = {
    "company_name": _("The name of your company"),
    "tenant_id": _("The ID of your tenant"),
    "problem_description": _("The description of the problem"),
    "logs": _("Logs"),
    "screenshots": _("Screenshots"),
    "user_names": _("The names of the users affected"),
    "partner_contact": _("The name and contact details of our engineer"),
}
RECORDINGS = {
    "none": _("Nothing is recorded"),
    "calls": _("Calls are recorded"),
    "calls_and_remote": _("Calls and remote sessions are recorded"),
}
RECORDINGS_LINES = {
    "none": _("We record neither calls nor remote sessions."),
    "calls": _("We record calls, but not remote sessions."),
    "calls_and_remote": _("We record calls and remote sessions."),
}

LABELS = {
    "price_unit": PRICE_UNIT,
    "tax": TAX,
    "delivery": DELIVERY,
    "payment_method": PAYMENT_METHOD,
    "end_of_term": END_OF_TERM,
    "action": ACTION,
    "notice": NOTICE,
    "access": ACCESS,
    "counts": COUNTS,
    "training_format": TRAINING_FORMAT,
    "audience": AUDIENCE,
    "passed_data": PASSED_DATA,
    "recordings": RECORDINGS,
}
LINES = {
    "end_of_term": END_OF_TERM_LINES,
    "action": ACTION_LINES,
    "access": ACCESS_LINES,
    "counts": COUNTS_LINES,
    "recordings": RECORDINGS_LINES,
}
