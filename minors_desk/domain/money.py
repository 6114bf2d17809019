"""Money as counted: whole coins and notes, currency by currency, never a fraction, never summed."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

import msgspec

from minors_desk.domain.bodies import Part

Currency = Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
"""A code of ISO 4217, e.g. ``USD``."""
Cents = Annotated[int, msgspec.Meta(ge=0, le=10**12)]
"""Hundredths of the currency; of one without hundredths its smallest unit (ISO 4217)."""
Pieces = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]


class CashAmount(Part, frozen=True, kw_only=True):
    """So many notes or coins of one denomination."""

    currency: Currency
    denomination_cents: Cents
    count: Pieces


def totals(amounts: Iterable[CashAmount]) -> dict[str, int]:
    """Cents by currency, the currencies in alphabetical order; nothing is converted."""
    summed: Counter[str] = Counter()
    for one in amounts:
        summed[one.currency] += one.denomination_cents * one.count
    return dict(sorted(summed.items()))
