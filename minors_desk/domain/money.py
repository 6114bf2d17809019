"""Money as counted: whole coins and notes, currency by currency, never a fraction, never summed."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

import msgspec

from minors_desk.domain.bodies import Part

Currency = Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
"""A code of ISO 4217, e.g. ``USD``."""
Cents = Annotated[int, msgspec.Meta(ge=0, le=10**12)]
"""The smallest unit of the currency: cents of a dollar, whole yen, fils of a dinar (ISO 4217)."""
WITHOUT_DECIMALS = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"}
    | {"PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"}
)
WITH_THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
"""Currencies whose smallest unit is not a hundredth (ISO 4217)."""
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


def digits(currency: str) -> int:
    """Decimal digits between the currency and its smallest unit."""
    if currency in WITHOUT_DECIMALS:
        return 0
    return 3 if currency in WITH_THREE_DECIMALS else 2
