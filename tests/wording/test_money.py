"""Sums of money are told with their currency and its own decimals."""

import pytest

from minors_desk.wording.money import money


@pytest.mark.parametrize(
    ("currency", "cents", "words"),
    [
        ("USD", 120_450, "USD 1,204.50"),
        ("USD", 5, "USD 0.05"),
        ("GTQ", 0, "GTQ 0.00"),
        ("JPY", 1_500, "JPY 1,500"),
        ("KWD", 1_005, "KWD 1.005"),
    ],
)
def test_money(currency: str, cents: int, words: str) -> None:
    assert money(currency, cents) == words
