"""Whether every researched row of the law is in a pack: as a rule, or outside with the reason."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from minors_desk.domain.rules import Outside, Pack, Rule

COLUMNS = ("id", "jurisdiction", "binds", "deadline", "status", "checked", "citation")
Status = Literal["verified", "recalled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the research, kept apart from the packs so that these are held against it.

    ``deadline``: a period, ``without delay``, ``prohibited`` or ``none``. ``checked``: the day on
    which its source was read; None where that day was not noted.
    """

    id: str
    jurisdiction: str
    binds: str
    deadline: str
    status: Status
    checked: date | None
    citation: str

    @property
    def is_verified(self) -> bool:
        """Whether its source was read, on a day that is known."""
        return self.status == "verified" and self.checked is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where a row stands in the packs: as which rules, and what of it is outside."""

    row: Row
    rules: tuple[Rule, ...]
    outside: tuple[Outside, ...]

    @property
    def nowhere(self) -> bool:
        """Whether no pack knows it."""
        return not self.rules and not self.outside

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its rules, each once; ``outside`` last when some or all of it is."""
        kinds = dict.fromkeys(one.kind for one in self.rules)
        return (*kinds, "outside") if self.outside else tuple(kinds)

    @property
    def contradicts(self) -> bool:
        """Whether the row is a rule and outside as a whole: only a part may be, by its letter."""
        return bool(self.rules) and any(one.id == self.row.id for one in self.outside)


def read_rows(text: str) -> tuple[Row, ...]:
    """The rows of that CSV; raises ValueError when it is not the file that is shipped."""
    table = csv.DictReader(text.splitlines())
    if tuple(table.fieldnames or ()) != COLUMNS:
        raise ValueError("the rows of the research have other columns")
    return tuple(_row(one) for one in table)


def _row(raw: dict[str, str]) -> Row:
    status: Status = "verified" if raw["status"] == "verified" else "recalled"
    return Row(
        id=raw["id"],
        jurisdiction=raw["jurisdiction"],
        binds=raw["binds"],
        deadline=raw["deadline"],
        status=status,
        checked=date.fromisoformat(raw["checked"]) if raw["checked"] else None,
        citation=raw["citation"],
    )


def row_of(rule_id: str) -> str:
    """The id of the row: without the letter that tells apart what one row asks for."""
    has_letter = rule_id[-1:].islower() and rule_id[-2:-1].isdigit()
    return rule_id[:-1] if has_letter else rule_id


def placings(rows: Iterable[Row], packs: Iterable[Pack]) -> tuple[Placing, ...]:
    """Where each row stands in these packs, in the order of the rows; the station's are no law."""
    law = [one for one in packs if one.is_law]
    rules: dict[str, list[Rule]] = {}
    outside: dict[str, list[Outside]] = {}
    for pack in law:
        for rule in pack.rules:
            rules.setdefault(row_of(rule.id), []).append(rule)
        for left_out in pack.outside:
            outside.setdefault(row_of(left_out.id), []).append(left_out)
    return tuple(
        Placing(
            row=row,
            rules=tuple(rules.get(row.id, ())),
            outside=tuple(outside.get(row.id, ())),
        )
        for row in rows
    )


def strangers(rows: Iterable[Row], packs: Iterable[Pack]) -> tuple[str, ...]:
    """Ids of law in the packs that are of no row: nobody researched them."""
    known = {one.id for one in rows}
    found = (one.id for pack in packs if pack.is_law for one in pack.all_rows)
    return tuple(one for one in found if row_of(one) not in known)
