"""Words for the company, its services, its channels and the twelve groups."""

from __future__ import annotations

from generator.words.marks import _

GROUP = {
    "billing-subscription": _("Billing and subscriptions"),
    "provisioning-deployment": _("Setup and deployment"),
    "configuration": _("Configuration"),
    "performance": _("Performance"),
    "service-availability": _("Service availability"),
    "client-connectivity": _("Connecting apps"),
    "client-desktop": _("Office on your computer"),
    "permissions-identity": _("Accounts and access"),
    "updates": _("Updates"),
    "usage-how-to": _("Using the products"),
    "security": _("Security"),
    "getting-help": _("Getting more help"),
}
GROUP_LINES = {
    "billing-subscription": _("Invoices, licenses, renewals, late payment"),
    "provisioning-deployment": _("New tenant, domain, users, moving data"),
    "configuration": _("Shared mailboxes, guests, mail records"),
    "performance": _("Slow apps, OneDrive sync, Azure resources"),
    "service-availability": _("Outages, status pages, service credits"),
    "client-connectivity": _("Outlook, sign-in, mail delivery, Teams"),
    "client-desktop": _("Activation, crashes, repair"),
    "permissions-identity": _("Passwords, MFA, roles, our access to your tenant"),
    "updates": _("When changes arrive and how to prepare"),
    "usage-how-to": _("Restore files, learn the tools"),
    "security": _("Compromised accounts, phishing, basics"),
    "getting-help": _("Severity, who supports what, China and US Government clouds"),
}
CSP_TYPE = {
    "direct_bill": _("Direct partner of Microsoft"),
    "indirect_reseller": _("Reseller with a provider"),
    "indirect_provider": _("Provider for resellers"),
    "china_reseller": _("Reseller of services operated by 21Vianet"),
    "us_gov": _("Partner for US Government customers"),
}
CSP_TYPE_LINES = {
    "direct_bill": _("We buy from Microsoft ourselves and raise problems with Microsoft ourselves."),
    "indirect_reseller": _("We buy from Microsoft through a provider, which raises problems with Microsoft for us."),
    "indirect_provider": _("We supply resellers and raise problems with Microsoft for them."),
    "china_reseller": _("We resell Microsoft services in China and raise problems with 21Vianet, which operates them."),
    "us_gov": _("We serve US Government bodies and raise problems with Microsoft for them."),
}
WHO = {
    "direct": _("Our own staff"),
    "outsourced": _("Another company, in our name"),
    "resold": _("Another company, in its own name"),
}
WHO_LINES = {
    "direct": _("Our own staff answer you."),
    "outsourced": _("{provider} answers you in our name."),
    "resold": _("{provider} answers you in its own name."),
}
SERVICE_KIND = {
    "m365": "Microsoft 365",
    "azure": "Azure",
    "dynamics365": "Dynamics 365",
    "business_central": "Dynamics 365 Business Central",
    "power_platform": "Power Platform",
    "software": _("Software licenses"),
    "third_party": _("Products of other publishers"),
}
SUPPORTED = {
    "full": _("Full support"),
    "billing_only": _("Billing only"),
    "vendor": _("Billing with us, technical help from the publisher"),
}
SUPPORTED_LINES = {
    "full": _("We answer questions about billing and about the product."),
    "billing_only": _("We answer questions about billing and the subscription, but not technical ones."),
    "vendor": _("We answer questions about billing and the subscription. The publisher answers technical ones."),
}
HANDLER = {
    "us": _("Our team"),
    "provider": _("Our provider"),
    "vendor": _("The publisher"),
    "microsoft_via_us": _("Microsoft, through us"),
    "not_covered": _("Not covered"),
}
HANDLER_LINES = {
    "us": _("We handle it ourselves."),
    "provider": _("You report it to us; our provider handles it."),
    "vendor": _("The publisher of the product handles it; you report it there."),
    "microsoft_via_us": _("You report it to us; we check it and raise it with Microsoft for you."),
    "not_covered": _("This is not part of our support."),
}
CLOUD = {
    "global": _("Microsoft public cloud"),
    "us_gov": _("Microsoft cloud for US Government"),
    "china_21vianet": _("Microsoft cloud in China, operated by 21Vianet"),
}
CLOUD_LINES = {
    "global": _("Microsoft operates it, worldwide."),
    "us_gov": _("It is open only to US Government bodies and has its own addresses and rules."),
    "china_21vianet": _("21Vianet operates it, apart from the public cloud, with its own addresses and rules."),
}
TOPIC = {
    "billing": _("Billing"),
    "technical": _("Technical problems"),
    "security": _("Security"),
    "sales": _("Buying and changing services"),
}
CHANNEL_KIND = {
    "phone": _("Phone"),
    "email": _("Email"),
    "portal": _("Support portal"),
    "chat": _("Chat"),
    "remote": _("Remote session"),
    "messenger": _("Messenger"),
    "postal": _("Postal address"),
}
APP = {
    "kakaotalk": _("KakaoTalk"),
    "line": _("LINE"),
    "wechat": _("WeChat"),
    "telegram": _("Telegram"),
    "max": _("MAX"),
    "whatsapp": _("WhatsApp"),
    "teams": _("Microsoft Teams"),
}
TOLL = {
    "free": _("Free of charge"),
    "local": _("Local rate"),
    "standard": _("Standard rate"),
    "premium": _("Premium rate"),
}
TOLL_LINES = {
    "free": _("The call costs you nothing inside the country."),
    "local": _("The call costs as much as a local call."),
    "standard": _("The call costs what your phone company charges for this number."),
    "premium": _("The call costs more than a normal call; ask your phone company for the price."),
}

LABELS = {
    "group": GROUP,
    "csp_type": CSP_TYPE,
    "who": WHO,
    "service_kind": SERVICE_KIND,
    "supported": SUPPORTED,
    "handler": HANDLER,
    "cloud": CLOUD,
    "topic": TOPIC,
    "channel_kind": CHANNEL_KIND,
    "app": APP,
    "toll": TOLL,
}
LINES = {
    "group": GROUP_LINES,
    "csp_type": CSP_TYPE_LINES,
    "who": WHO_LINES,
    "supported": SUPPORTED_LINES,
    "handler": HANDLER_LINES,
    "cloud": CLOUD_LINES,
    "toll": TOLL_LINES,
}
