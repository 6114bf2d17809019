"""What the rules make of a case at one instant, and where it differs from what was expected."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from minors_desk.domain.case import Case
from minors_desk.domain.duties import (
    Breach,
    DutyClock,
    DutyStatus,
    clocks,
    clocks_of_others,
    status,
)
from minors_desk.domain.gates import STEPS
from minors_desk.domain.gating import GateState, gates, wrongs
from minors_desk.domain.rules import Pack, Rule

Cited = tuple[tuple[str, str], ...]
"""Rules by their ids, each with its citation."""
Value = str | int | datetime | tuple[str, ...] | Cited | None
Row = Mapping[str, Value]
"""One thing that the rules give, by the names of its fields."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "duties": ("rule", "citation", "start", "due", "state", "tone"),
    "others": ("rule", "citation", "binds", "start", "due"),
    "gates": ("rule", "citation", "before", "state"),
    "breaches": ("rule", "citation", "at"),
    "calls": ("purpose", "whom", "why", "missing"),
    "not_called": ("whom", "purpose", "reason"),
    "federal": ("answer", "why"),
    "disclosures": ("about", "to", "answer", "why"),
}
"""What is said of each thing that is expected; nothing of it may be left out."""
MAY: Mapping[str, tuple[str, ...]] = {
    "duties": ("met_at", "target_at", "earlier_missed", "let_go"),
    "others": (),
    "gates": ("opened_at",),
    "breaches": (),
    "calls": ("next", "due", "presses", "tries", "escalation"),
    "not_called": ("until",),
    "federal": (),
    "disclosures": ("needs",),
}
"""What may be said of it too."""
_SAME: Mapping[str, tuple[str, ...]] = {
    "duties": ("rule", "start"),
    "others": ("rule", "start"),
    "gates": ("rule", "before"),
    "breaches": ("rule", "at"),
    "calls": ("purpose",),
    "not_called": ("whom", "purpose"),
    "federal": (),
    "disclosures": ("about", "to"),
}
"""By what one thing is known from another of its kind; of a federal call there is one answer."""
_NAMED: Mapping[str, tuple[str, ...]] = {
    "calls": ("purpose",),
    "not_called": ("whom",),
    "federal": ("answer",),
    "disclosures": ("about", "to"),
}
"""By what a difference names the thing; all others by their rule."""
ASKED = "disclosures"
"""What is given only where it is asked: no whole list, for anything can be asked."""
IN_ORDER = "calls"
"""What is given in an order that counts."""
How = Literal["not_given", "not_expected", "differs", "not_in_order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the rules give of a case at one instant."""

    duties: tuple[tuple[DutyClock, DutyStatus], ...]
    others: tuple[DutyClock, ...]
    gates: tuple[GateState, ...]
    breaches: tuple[Breach, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is not as expected; ``field`` and the values where both have the thing.

    ``what`` is its rule, or what else it is known by.
    """

    kind: str
    how: How
    what: str
    field: str = ""
    expected: Value = None
    given: Value = None


def look(case: Case, packs: Sequence[Pack], at: datetime, zone: str) -> Given:
    """All duties, those of others, gates and breaches as of that instant (UTC)."""
    return Given(
        duties=tuple((one, status(one, at)) for one in clocks(case, packs, zone)),
        others=clocks_of_others(case, packs, zone),
        gates=tuple(one for step in STEPS for one in gates(case, packs, step, at, zone)),
        breaches=wrongs(case, packs, zone),
    )


def rows(given: Given) -> dict[str, tuple[Row, ...]]:
    """The same as plain rows, each with what may be expected of it."""
    return {
        "duties": tuple(_duty(clock, state) for clock, state in given.duties),
        "others": tuple(_other(clock) for clock in given.others),
        "gates": tuple(_gate(gate) for gate in given.gates),
        "breaches": tuple(
            {"rule": one.rule.id, "citation": cited(one.rule), "at": one.at}
            for one in given.breaches
        ),
    }


def differences(
    expected: Mapping[str, Sequence[Row]], given: Mapping[str, Sequence[Row]]
) -> tuple[Difference, ...]:
    """Each thing expected and not given, given and not expected, or not as it was expected."""
    return tuple(
        one
        for kind, wanted in expected.items()
        for one in _of_kind(kind, wanted, given.get(kind, ()))
    )


def cited(rule: Rule) -> str:
    """What the rule rests on: its citation, or for a rule of the station that it is no law."""
    return rule.citation or rule.checked.source


def gate_state(gate: GateState) -> str:
    """``open`` or ``shut``, or the answer of the law where no entry opens it."""
    terms = gate.rule.gate
    if terms is not None and terms.answer is not None:
        return terms.answer
    return "open" if gate.is_open else "shut"


def _duty(clock: DutyClock, state: DutyStatus) -> Row:
    return {
        "rule": clock.rule.id,
        "citation": cited(clock.rule),
        "start": clock.start,
        "due": clock.due,
        "state": state.state,
        "tone": state.tone,
        "met_at": clock.met_at,
        "target_at": clock.target_at,
        "earlier_missed": clock.earlier_missed,
        "let_go": clock.let_go,
    }


def _other(clock: DutyClock) -> Row:
    return {
        "rule": clock.rule.id,
        "citation": cited(clock.rule),
        "binds": clock.rule.binds,
        "start": clock.start,
        "due": clock.due,
    }


def _gate(gate: GateState) -> Row:
    return {
        "rule": gate.rule.id,
        "citation": cited(gate.rule),
        "before": None if gate.rule.gate is None else gate.rule.gate.before,
        "state": gate_state(gate),
        "opened_at": gate.opened_at,
    }


def named(kind: str, row: Row) -> str:
    """What a difference calls the thing."""
    return " ".join(str(row[name]) for name in _NAMED.get(kind, ("rule",)))


def _of_kind(kind: str, expected: Iterable[Row], given: Iterable[Row]) -> Iterator[Difference]:
    left, pairs = list(given), list[tuple[Row, Row]]()
    for wanted in expected:
        found = next((one for one in left if _is_same(kind, wanted, one)), None)
        if found is None:
            yield Difference(kind=kind, how="not_given", what=named(kind, wanted))
            continue
        left.remove(found)
        pairs.append((wanted, found))
    for wanted, found in pairs:
        for name, value in wanted.items():
            if found[name] != value:
                yield Difference(
                    kind=kind,
                    how="differs",
                    what=named(kind, wanted),
                    field=name,
                    expected=value,
                    given=found[name],
                )
    if kind == IN_ORDER:
        yield from _out_of_order(kind, [found for _, found in pairs], given)
    for one in left:
        yield Difference(kind=kind, how="not_expected", what=named(kind, one))


def _out_of_order(kind: str, expected: Sequence[Row], given: Iterable[Row]) -> Iterator[Difference]:
    """The first that stands elsewhere, among those that are in both."""
    both = [one for one in given if one in expected]
    for wanted, found in zip(expected, both, strict=True):
        if wanted != found:
            yield Difference(kind=kind, how="not_in_order", what=named(kind, wanted))
            return


def _is_same(kind: str, one: Row, other: Row) -> bool:
    return all(one[name] == other[name] for name in _SAME[kind])
