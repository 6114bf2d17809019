"""The tables of the belongings paper: each taking, thing, count, bag, move, return and dispute."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from minors_desk.domain.answers import Answer
from minors_desk.domain.belongings import (
    BagSealed,
    Belonging,
    CashCounted,
    PropertyLine,
    PropertyTaken,
)
from minors_desk.domain.bodies import Body, SecondPerson
from minors_desk.domain.money import CashAmount, totals
from minors_desk.domain.property_moves import PropertyDisputed, PropertyMoved, PropertyReturned
from minors_desk.papers.boxes import Absent
from minors_desk.papers.case_view import CaseView, short_time
from minors_desk.papers.child_boxes import spoken
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.money import money
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

B = TypeVar("B", bound=Body)
Cell = CellSource[CaseView, Any]


@dataclass(frozen=True, slots=True)
class Entered(Generic[B]):
    """An entry of one kind that counts; `at` in UTC."""

    entry_id: UUID
    at: datetime
    told: B


@dataclass(frozen=True, slots=True)
class Thing:
    """One line as it was listed, and how it stands: None where its number was another's before."""

    entry_id: UUID
    at: datetime
    listed: PropertyLine
    stands: Belonging | None


def entered(view: CaseView, *kinds: type[B]) -> tuple[Entered[B], ...]:
    """Every entry of these kinds that counts, in order."""
    return tuple(
        Entered(line.entry.id, line.counts.occurred_at, line.counts)
        for line in view.case.log
        if isinstance(line.counts, kinds)
    )


def answer_cell(answer: Answer | None) -> str | Absent:
    """Yes or no in words; one of the four answers that are none; empty where nobody asked."""
    if answer is None:
        return ""
    if answer == "yes" or answer == "no":
        return word("answer", answer)
    return Absent(answer)


def second(person: SecondPerson | None) -> str:
    """A second person with badge, and how it vouched."""
    if person is None:
        return ""
    name = f"{person.name}, {person.badge}" if person.badge else person.name
    return f"{name} ({word('how_second', person.how)})"


def _at(kind: str, weight: int = 6, label: str = "When") -> Cell:
    return CellSource(
        label, f"{kind}.occurred_at", lambda view, one: view.when(one.at, one.entry_id), weight
    )


def _by(kind: str, label: str = "By", weight: int = 6) -> Cell:
    return CellSource(
        label, f"{kind}.done_by.name", lambda view, one: view.who(one.entry_id), weight
    )


def _told(
    kind: str, name: str, label: str, weight: int = 0, *, needed: bool = False, wide: bool = False
) -> Cell:
    """A text of the entry as it was written."""
    return CellSource(
        label, f"{kind}.{name}", lambda _, one: getattr(one.told, name), weight, needed, wide
    )


def _due(view: CaseView, one: Entered[PropertyTaken]) -> str:
    due = one.told.disposition_due_at
    return "" if due is None else day_and_time(due, view.zone)


TAKINGS: TableSource[CaseView, Entered[PropertyTaken]] = TableSource(
    "takings",
    lambda view: entered(view, PropertyTaken),
    {
        "at": _at("property_taken"),
        "owner": CellSource(
            "Owner", "property_taken.owner", lambda _, one: one.told.owner or "The child", 5
        ),
        "from": _told("property_taken", "taken_from", "Taken from", 6, needed=True),
        "place": _told("property_taken", "place", "Place", 5),
        "by": _by("property_taken", "Taken by"),
        "witness": CellSource(
            "Witness", "property_taken.witness.name", lambda _, one: second(one.told.witness), 6
        ),
        "lines": CellSource(
            "Lines",
            "property_taken.lines.line",
            lambda _, one: numbers(each.line for each in one.told.lines),
        ),
        "storage": _told("property_taken", "storage", "Stored at"),
        "agrees": CellSource(
            "Child agrees",
            "property_taken.child_agrees",
            lambda _, one: answer_cell(one.told.child_agrees),
            is_needed=True,
        ),
        "due": CellSource("Dispose by", "property_taken.disposition_due_at", _due),
    },
)


def numbers(lines: Any) -> str:
    """``1, 3, 4``."""
    return ", ".join(map(str, lines))


def _things(view: CaseView) -> Iterator[Thing]:
    """Every line that was listed, also one whose number had been used: nothing is left out."""
    standing = {one.line: one for one in view.case.belongings}
    for taken in entered(view, PropertyTaken):
        for listed in taken.told.lines:
            now = standing.get(listed.line)
            ours = now is not None and now.entry_id == taken.entry_id
            yield Thing(taken.entry_id, taken.at, listed, now if ours else None)


def _value(_: CaseView, one: Thing) -> str:
    listed = one.listed
    if listed.value_cents is None or listed.currency is None:
        return ""
    return money(listed.currency, listed.value_cents)


def whereabouts(view: CaseView, one: Belonging | None) -> str:
    """Where a thing is by the last entry: who has it, or in which bag and place it lies."""
    if one is None:
        return "Number used before: see the other line of it"
    gone = one.returned
    if gone is not None:
        to = joined(word("returned_to", gone.to), gone.to_name)
        return f"{to}\n{short_time(gone.at, view.zone)}"
    if one.category == "kept_by_child":
        return "With the child"
    bag = f"Bag {one.bag}, seal {one.seal}" if one.bag else ""
    return "\n".join(part for part in (bag, joined(one.place, one.holder)) if part)


def _keepsake(_: CaseView, one: Thing) -> str:
    kept = one.listed.keepsake
    return "" if kept is None else word("keepsake", kept)


def _disputed(_: CaseView, one: Thing) -> str:
    return "By the child" if one.stands is not None and one.stands.is_disputed else ""


def _listed(name: str, label: str, weight: int = 0) -> Cell:
    return CellSource(
        label,
        f"property_taken.lines.{name}",
        lambda _, one: str(getattr(one.listed, name)),
        weight,
    )


def _line(one: Thing) -> tuple[datetime, str]:
    """Lines stand in the order of their entries, and of their numbers in each."""
    return one.at, f"{one.entry_id}.{one.listed.line:05}"


_NO: CellSource[CaseView, Thing] = CellSource(
    "No.", "property_taken.lines.line", lambda _, one: str(one.listed.line), 2
)
THINGS: TableSource[CaseView, Thing] = TableSource(
    "things",
    _things,
    {
        "no": _NO,
        "quantity": _listed("quantity", "Qty", 2),
        "what": _listed("description", "Description", 7),
        "marks": _listed("marks", "Marks, serial no.", 4),
        "condition": _listed("condition", "Condition", 4),
        "value": CellSource("Value", "property_taken.lines.value_cents", _value, 4),
        "category": CellSource(
            "Kept as",
            "property_taken.lines.category",
            lambda _, one: word("property_category", one.listed.category),
            4,
        ),
        "now": CellSource(
            "Sealed bag, place, or to whom it went",
            "property_taken.storage",
            lambda view, one: whereabouts(view, one.stands),
            8,
            is_needed=True,
        ),
        "keepsake": CellSource("Keepsake", "property_taken.lines.keepsake", _keepsake),
        "evidence": _listed("evidence_number", "Evidence no."),
        "disputed": CellSource("Disputed", "property_disputed.lines", _disputed),
    },
    _line,
)


def _pieces(amounts: tuple[CashAmount, ...]) -> str:
    """``3 x USD 20.00``, each denomination on a line of its own."""
    return "\n".join(
        f"{one.count} x {money(one.currency, one.denomination_cents)}" for one in amounts
    )


def _counts(view: CaseView) -> tuple[Entered[CashCounted], ...]:
    return entered(view, CashCounted)


def _recount(view: CaseView, one: Entered[CashCounted]) -> str:
    """Which of several counts of a line stands."""
    of_line = [each for each in _counts(view) if each.told.line == one.told.line]
    if len(of_line) < 2:
        return ""
    return "The last count" if of_line[-1] == one else "Counted again since"


CASH: TableSource[CaseView, Entered[CashCounted]] = TableSource(
    "cash",
    _counts,
    {
        "no": CellSource("No.", "cash_counted.line", lambda _, one: str(one.told.line), 2),
        "at": _at("cash_counted"),
        "pieces": CellSource(
            "Notes and coins",
            "cash_counted.amounts",
            lambda _, one: _pieces(one.told.amounts),
            6,
            strong=True,
        ),
        "sum": CellSource(
            "Sum",
            "cash_counted.amounts",
            lambda _, one: "\n".join(money(*each) for each in totals(one.told.amounts).items()),
            5,
        ),
        "by": _by("cash_counted", "Counted by"),
        "second": CellSource(
            "And by",
            "cash_counted.second_counter.name",
            lambda _, one: second(one.told.second_counter),
            6,
        ),
        "from": _told("cash_counted", "taken_from", "Taken from"),
        "storage": _told("cash_counted", "storage", "Stored at"),
        "recount": CellSource("Recount", "cash_counted.line", _recount),
        "note": _told("cash_counted", "note", "Note", wide=True),
    },
)
BAGS: TableSource[CaseView, Entered[BagSealed]] = TableSource(
    "bags",
    lambda view: entered(view, BagSealed),
    {
        "at": _at("bag_sealed"),
        "bag": _told("bag_sealed", "bag", "Bag", 4, needed=True),
        "seal": _told("bag_sealed", "seal", "Seal", 4, needed=True),
        "lines": CellSource(
            "Lines in it", "bag_sealed.lines", lambda _, one: numbers(one.told.lines), 6
        ),
        "by": _by("bag_sealed", "Sealed by"),
        "witness": CellSource(
            "Witness", "bag_sealed.witness.name", lambda _, one: second(one.told.witness), 6
        ),
    },
)
_Chain = Entered[PropertyMoved] | Entered[PropertyReturned]


def _of_what(_: CaseView, one: _Chain) -> str:
    told = one.told
    if isinstance(told, PropertyReturned) and told.everything:
        return "All but evidence and contraband"
    bag = f"bag {told.bag}" if told.bag else ""
    lines = f"lines {numbers(told.lines)}" if told.lines else ""
    words = joined(lines, bag)
    return words[:1].upper() + words[1:]


def _to(_: CaseView, one: _Chain) -> str:
    told = one.told
    if isinstance(told, PropertyMoved):
        return joined(told.to_place, told.to_person)
    return joined(word("returned_to", told.to), told.to_name)


def _purpose(_: CaseView, one: _Chain) -> str:
    return one.told.purpose if isinstance(one.told, PropertyMoved) else "Given out"


def _seal(_: CaseView, one: _Chain) -> str:
    intact = one.told.seal_intact
    return "" if intact is None else word("seal_intact", intact)


def _of_move(name: str) -> Callable[[CaseView, _Chain], str]:
    return lambda _, one: str(getattr(one.told, name, ""))


CHAIN: TableSource[CaseView, Any] = TableSource(
    "chain",
    lambda view: entered(view, PropertyMoved, PropertyReturned),
    {
        "at": _at("property_moved"),
        "what": CellSource("What", "property_moved.lines", _of_what, 5),
        "from": CellSource("From", "property_moved.from_place", _of_move("from_place"), 4),
        "to": CellSource("To whom, where", "property_returned.to", _to, 6, True),
        "purpose": CellSource("What for", "property_moved.purpose", _purpose, 4),
        "seal": CellSource("Seal", "property_moved.seal_intact", _seal, 3),
        "by": _by("property_moved", "Released by"),
        "missing": CellSource(
            "Missing", "property_returned.missing", _of_move("missing"), wide=True
        ),
    },
)
DISPUTES: TableSource[CaseView, Entered[PropertyDisputed]] = TableSource(
    "disputes",
    lambda view: entered(view, PropertyDisputed),
    {
        "at": _at("property_disputed"),
        "lines": CellSource(
            "Lines",
            "property_disputed.lines",
            lambda _, one: numbers(one.told.lines) or "All",
            3,
        ),
        "words": _told("property_disputed", "words", "In the child's own words", 12, needed=True),
        "language": CellSource(
            "Language",
            "property_disputed.language",
            lambda _, one: spoken(one.told.language),
            4,
        ),
        "interpreter": _told("property_disputed", "interpreter", "Interpreter", 4),
        "by": _by("property_disputed", "Written by"),
    },
)
