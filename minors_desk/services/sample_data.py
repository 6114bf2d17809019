"""What invented cases are drawn from: shares and names condensed from published figures."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from typing import TypeVar

from minors_desk import assets

T = TypeVar("T")
Shares = tuple[tuple[T, ...], tuple[int, ...]]
"""What there is, and how often each comes."""


@dataclass(frozen=True, slots=True)
class NamePart:
    """A given name or surname, and how it is written at home where that is not in Latin."""

    latin: str
    own_script: str


@dataclass(frozen=True, slots=True)
class SampleData:
    """``languages`` and ``names`` by country; a language is (ISO 639-3, which names go with it)."""

    shares: dict[str, Shares[str]]
    languages: dict[str, Shares[tuple[str, str]]]
    names: dict[tuple[str, str], tuple[NamePart, ...]]


@lru_cache(maxsize=1)
def sample_data() -> SampleData:
    """All of it, read once."""
    shares: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in _rows("shares.csv"):
        shares[row["of"]].append((row["code"], int(row["share"])))
    languages: dict[str, list[tuple[tuple[str, str], int]]] = defaultdict(list)
    for row in _rows("languages.csv"):
        spoken = ((row["language"], row["names"]), int(row["share"]))
        languages[row["country"]].append(spoken)
    names: dict[tuple[str, str], list[NamePart]] = defaultdict(list)
    for row in _rows("names.csv"):
        names[row["names"], row["kind"]].append(NamePart(row["latin"], row["own_script"]))
    return SampleData(
        shares={of: _apart(told) for of, told in shares.items()},
        languages={of: _apart(told) for of, told in languages.items()},
        names={which: tuple(told) for which, told in names.items()},
    )


def _apart(told: list[tuple[T, int]]) -> Shares[T]:
    return tuple(one for one, _ in told), tuple(share for _, share in told)


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(assets.read_text("sample", name))))
