"""Money that a customer may be asked for."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.schema.base import Amount, Currency, Date, Model, complaint


class Price(Model):
    """What something costs, to whom the tax goes, and since when (R015)."""

    unit: Literal["included", "per_user_month", "per_tenant_month", "per_hour", "per_incident", "per_year", "once"]
    """What one pays for; `included` costs nothing on top of the subscriptions."""
    amount: Amount | None = Field(default=None, ge=0, max_digits=15, decimal_places=4)
    """How much, in `currency`."""
    currency: Currency | None = None
    """ISO 4217 code."""
    tax: Literal["included", "excluded", "none"] | None = None
    """Whether the amount holds VAT or the like; `none` where no tax is due."""
    minimum: Amount | None = Field(default=None, ge=0, max_digits=15, decimal_places=4)
    """The least that is charged, in `currency`."""
    valid_from: Date | None = None
    """The first day of this price."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.unit == "included" and self.amount:
            raise complaint(
                "included-or-priced",
                "a price that is included has no amount",
                "take `amount:` out, or name another unit",
            )
        if self.unit != "included" and self.amount is None:
            raise complaint(
                "no-amount", "it is not said how much this costs", "give `amount:`, or `unit: included` (R015)"
            )
        return self
