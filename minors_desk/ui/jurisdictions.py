"""The jurisdictions one may choose at first start, with the zones their clocks keep."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO

from minors_desk import assets

CODE = re.compile(r"(US|CA)-[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A state, district, territory or province: code such as `US-IL`, name, zones of tzdata."""

    code: str
    name: str
    zones: tuple[str, ...]


@lru_cache(maxsize=1)
def all_jurisdictions() -> tuple[Jurisdiction, ...]:
    """All of them, the United States first, by code. Read from `resources/lists`."""
    rows = csv.DictReader(StringIO(assets.read_text("lists", "jurisdictions.csv")))
    return tuple(Jurisdiction(r["code"], r["name"], tuple(r["zones"].split())) for r in rows)


def zones_of(code: str) -> tuple[str, ...]:
    """The zones of a jurisdiction; of a code that is not listed, all that are."""
    for one in all_jurisdictions():
        if one.code == code:
            return one.zones
    every = (zone for one in all_jurisdictions() for zone in one.zones)
    return tuple(sorted(set(every)))
