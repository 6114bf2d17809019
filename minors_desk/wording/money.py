"""Sums of money in words: always with the currency, never converted."""

from minors_desk.domain.money import digits


def money(currency: str, cents: int) -> str:
    """``USD 1,204.50`` for 120450 cents; yen have no decimals, dinars three."""
    places = digits(currency)
    whole, rest = divmod(cents, 10**places)
    return f"{currency} {whole:,}" + (f".{rest:0{places}d}" if places else "")
