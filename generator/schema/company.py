"""Who the partner is, what it sells, and who supports which part."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.schema.base import (
    EmailAddress,
    Group,
    Identifier,
    Link,
    Model,
    Name,
    PhoneNumber,
    Tag,
    Text,
    Url,
    complaint,
)


class Registration(Model):
    """A number under which an authority knows the company."""

    kind: Text
    """What the number is called: 사업자등록번호, ИНН, ОГРН, 統一編號, 统一社会信用代码; also by language."""
    value: Name
    """The number."""


class Company(Model):
    """The partner: the first point of contact for everything bought from it (R001)."""

    legal_name: Text
    """The registered name, as contracts have it."""
    display_name: Text
    """The name that customers know."""
    csp_type: Literal["direct_bill", "indirect_reseller", "indirect_provider", "china_reseller", "us_gov"]
    """The place in Microsoft's programme; decides who may raise requests with Microsoft (R006, R033)."""
    registration_ids: tuple[Registration, ...] = ()
    """Registration and tax numbers shown to customers."""
    address: Text | None = None
    """The postal address, as one text."""
    website: Url | None = None
    """The company's own site."""
    partner_id: Name | None = None
    """The Microsoft partner id; not shown to customers."""
    designations: tuple[Name, ...] = ()
    """Designations held today, such as "Support Services" (R043)."""


class Provider(Model):
    """The indirect provider behind a reseller (R006)."""

    name: Name
    """The provider's name."""
    url: Url | None = None
    """The provider's site."""
    duties: tuple[Text, ...] = ()
    """What the provider does in support, one text each; what is not named is the reseller's."""


class VendorSupport(Model):
    """Where a publisher answers technical questions about its own product (R007)."""

    name: Name
    """The publisher."""
    url: Url | None = None
    """Its support page."""
    email: EmailAddress | None = None
    """Its support address."""
    phone: PhoneNumber | None = None
    """Its support number."""

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.url or self.email or self.phone):
            raise complaint(
                "no-contact",
                f"{self.name}: there is no way to reach the publisher",
                "give `url:`, `email:` or `phone:`",
            )
        return self


Handler = Literal["us", "provider", "vendor", "microsoft_via_us", "not_covered"]


class Service(Model):
    """Something that customers buy from the partner."""

    id: Identifier
    """The name by which plans refer to it."""
    name: Name
    """The product's name; never translated."""
    vendor: Name = "Microsoft"
    """Who makes it."""
    kind: Literal["m365", "azure", "dynamics365", "business_central", "power_platform", "software", "third_party"]
    """The family it belongs to; decides status links, escalation and cancellation rules."""
    supported: Literal["full", "billing_only", "vendor"] = "full"
    """full: everything here; billing_only: only billing; vendor: billing here, the rest with the publisher."""
    handled_by: dict[Group, Handler] = Field(default_factory=dict)
    """Who handles a category, where it differs from what `supported` says."""
    vendor_support: VendorSupport | None = None
    """The publisher's own support; needed for third-party products (R007)."""
    note: Text | None = None
    """What else a customer should know."""

    def handler(self, group: Group) -> Handler:
        """Who handles `group` for this service."""
        if group in self.handled_by:
            return self.handled_by[group]
        if self.supported == "full" or group in ("billing-subscription", "getting-help"):
            return "us"
        return "vendor" if self.supported == "vendor" else "not_covered"


class SupportModel(Model):
    """One part of the support, and who gives it (R005)."""

    who: Literal["direct", "outsourced", "resold"]
    """direct: own staff; outsourced: another company in your name; resold: another company in its own name."""
    provider_name: Name | None = None
    """The other company, for outsourced and resold support."""
    scope: tuple[Group, ...] = ()
    """The categories that this part takes; none named means all."""
    languages: tuple[Tag, ...] = ()
    """The languages in which this part answers; none named means all."""
    customer_visible: bool = True
    """Whether customers meet the other company by name when they ask for help."""
    url: Link | None = None
    """Where the other company is found."""

    @model_validator(mode="after")
    def _names_the_other(self) -> Self:
        if self.who != "direct" and not self.provider_name:
            raise complaint(
                "no-provider-name", f"{self.who}: it is not said who gives this support", "give `provider_name:` (R005)"
            )
        return self
