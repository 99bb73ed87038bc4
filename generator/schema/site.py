"""The site itself: address, colours, links to status pages, which articles."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from generator.schema.base import BrandColour, Date, Group, Identifier, Model, Name, Text, Url, complaint


class Site(Model):
    """Where the site stands and how it looks."""

    url: Url | None = None
    """The address of the site, as https://support.example.com/; needed for search engines."""
    colour: BrandColour = "#0b566b"
    """The brand colour, dark enough to be read on white; for dark pages a lighter one is made from it."""
    logo: str | None = Field(default=None, pattern=r"^[A-Za-z0-9._/-]+\.(svg|png|jpg|webp)$")
    """A picture file in the project, as logo.svg; on dark pages it stands on a white plate."""
    logo_dark: str | None = Field(default=None, pattern=r"^[A-Za-z0-9._/-]+\.(svg|png|jpg|webp)$")
    """The logo for dark pages, in place of the other on its plate."""
    favicon: str | None = Field(default=None, pattern=r"^[A-Za-z0-9._/-]+\.(svg|png|ico)$")
    """A small picture file in the project."""

    @model_validator(mode="after")
    def _is_seen_on_light_pages(self) -> Self:
        if self.logo_dark and not self.logo:
            raise complaint("no-logo", "logo_dark: light pages have no logo", "give `logo:` too")
        return self


class StatusLinks(Model):
    """Where the state of the services is shown; what is left out follows from the clouds (R070)."""

    own_status: Url | None = None
    """The partner's own status page."""
    m365: Url | None = None
    """The public status page of Microsoft 365."""
    admin_service_health: Url | None = None
    """Service health in the admin center."""
    azure_status: Url | None = None
    """The public status page of Azure."""
    azure_service_health: Url | None = None
    """Service Health in the Azure portal."""
    dynamics365: Url | None = None
    """Service health of Dynamics 365 and Power Platform."""


class Content(Model):
    """Which self-help articles the site carries, and who answers for them."""

    include_groups: tuple[Group, ...] = ()
    """Groups to carry; none named means all."""
    exclude_groups: tuple[Group, ...] = ()
    """Groups to leave out."""
    exclude: tuple[Identifier, ...] = ()
    """Ids of articles to leave out."""
    featured: tuple[Identifier, ...] = ()
    """Ids of articles for the home page."""
    owner: Name | None = None
    """Who answers for the texts."""
    last_reviewed: Date | None = None
    """When the partner last read its own texts."""
    valid_until: Date | None = None
    """When it will have to read them again."""
    notes: tuple[Text, ...] = ()
    """Notices for the home page, one text each."""
