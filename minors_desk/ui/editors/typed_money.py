"""Reads a sum as it is typed, `20`, `0.25` or `1,204.50`, into the smallest unit of a currency."""

import re

from minors_desk.domain.money import digits

CURRENCIES = (
    ("USD", "US dollar"),
    ("CAD", "Canadian dollar"),
    ("MXN", "Mexican peso"),
    ("GTQ", "Guatemalan quetzal"),
    ("HNL", "Honduran lempira"),
    ("NIO", "Nicaraguan cordoba"),
    ("CRC", "Costa Rican colon"),
    ("PAB", "Panamanian balboa"),
    ("COP", "Colombian peso"),
    ("VES", "Venezuelan bolivar"),
    ("PEN", "Peruvian sol"),
    ("BRL", "Brazilian real"),
    ("HTG", "Haitian gourde"),
    ("DOP", "Dominican peso"),
    ("CUP", "Cuban peso"),
    ("EUR", "Euro"),
    ("GBP", "Pound sterling"),
    ("CNY", "Chinese yuan"),
    ("INR", "Indian rupee"),
    ("UAH", "Ukrainian hryvnia"),
)
"""Those met most; any other is typed by its code of three letters (ISO 4217)."""
_CODE = re.compile(r"[A-Za-z]{3}")
_SUM = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(?P<rest>\d+))?")


class NoMoney(ValueError):
    """The text is no sum of that currency; `str()` is a sentence for the person."""


def parse_currency(text: str) -> str:
    """The code of three letters at the beginning of the text. Raises NoMoney."""
    words = text.split()
    if not words or not _CODE.fullmatch(words[0]):
        raise NoMoney("Write the code of the currency in three letters, such as USD.")
    return words[0].upper()


def parse_money(text: str, currency: str) -> int:
    """The sum in cents, or whatever the smallest unit of that currency is. Raises NoMoney."""
    found = _SUM.fullmatch(text.strip())
    places = digits(currency)
    rest = "" if found is None else found["rest"] or ""
    if found is None or len(rest) > places:
        example = "20 or 0.25" if places == 2 else "20" if places == 0 else "20 or 0.250"
        raise NoMoney(f"Write a sum of {currency} such as {example}.")
    return int(found["whole"].replace(",", "") + rest.ljust(places, "0"))


def plain_sum(cents: int, currency: str) -> str:
    """The sum as it is typed, for a field."""
    places = digits(currency)
    whole, rest = divmod(cents, 10**places)
    return f"{whole}.{rest:0{places}d}" if places and rest else str(whole)
