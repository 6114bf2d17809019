"""The gates before a step: which rules ask for something first, and whether it was done."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain.applying import applies, in_force
from minors_desk.domain.case import Case
from minors_desk.domain.disclosing_wrongs import told_wrong
from minors_desk.domain.duties import Breach, breaches
from minors_desk.domain.folding import Event
from minors_desk.domain.gates import Step
from minors_desk.domain.rules import Pack, Rule

TAKEN: Mapping[Step, tuple[str, ...]] = {
    "handoff": ("handed_over",),
    "private_release": ("handed_over",),
    "questioning": ("questioning_began",),
    "secure_holding": ("secured",),
    "search": ("searched", "strip_searched"),
}
"""The events that tell that a step was taken, of the steps whose gates entries open."""
_OPEN = frozenset({"allowed", "not_forbidden"})
PRIVATE = frozenset({"parent", "private_person"})
"""Receivers that are no agency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateState:
    """A gate of a case at an instant. ``opened_by``: the entry that tells what it asks for.

    A gate that no entry opens, because the law itself is the answer, has none.
    """

    rule: Rule
    opened_by: UUID | None
    opened_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether the step may be taken as far as this rule goes."""
        terms = self.rule.gate
        return self.opened_by is not None or (terms is not None and terms.answer in _OPEN)


def gates(
    case: Case, packs: Iterable[Pack], step: Step, at: datetime, zone: str
) -> tuple[GateState, ...]:
    """Every gate of ours before that step, as of that instant (UTC), those shut first."""
    found = [
        state_of(case.events, rule, at)
        for pack in packs
        for rule in pack.by_use.our_gates
        if rule.gate is not None
        and rule.gate.before == step
        and in_force(rule, at, zone)
        and applies(case, rule, zone)
    ]
    return tuple(sorted(found, key=lambda one: one.is_open))


def state_of(events: Sequence[Event], rule: Rule, at: datetime) -> GateState:
    """How that gate stands after those events, as of that instant (UTC)."""
    opener = next((one for one in events if one.name in rule.satisfied_by and one.at <= at), None)
    return GateState(
        rule=rule,
        opened_by=None if opener is None else opener.entry_id,
        opened_at=None if opener is None else opener.at,
    )


def passed_shut(case: Case, packs: Iterable[Pack], zone: str) -> tuple[Breach, ...]:
    """Every step that was taken although no entry before it tells what a gate of ours asks for.

    It is taken all the same, for what happened is recorded (CONTRACT 2.5); a reviewer sees it.
    """
    happened = {event.name for event in case.events}
    return tuple(
        Breach(
            rule=rule,
            entry_id=step.entry_id,
            at=step.at,
            waiver=pack.waiver_of(rule.id, step.at),
        )
        for pack in packs
        for rule in pack.by_use.our_gates
        if rule.gate is not None
        if not happened.isdisjoint(TAKEN.get(rule.gate.before, ()))
        for step in _shut(case, rule, rule.gate.before)
        if in_force(rule, step.at, zone) and applies(case, rule, zone)
    )


def wrongs(case: Case, packs: Iterable[Pack], zone: str) -> tuple[Breach, ...]:
    """All that went against a rule of ours: what is forbidden, and steps through a shut gate.

    Steps of which the law itself is the answer are among them: what was told, held or let in.
    """
    given = tuple(packs)
    return (
        *breaches(case, given, zone),
        *passed_shut(case, given, zone),
        *told_wrong(case, given, zone),
    )


def _shut(case: Case, rule: Rule, before: Step) -> Iterator[Event]:
    if before == "private_release" and not _to_a_private_person(case):
        return
    for event in case.events:
        if event.name in rule.satisfied_by:
            return
        if event.name in TAKEN[before]:
            yield event


def _to_a_private_person(case: Case) -> bool:
    accepted = case.accepted_handoff
    return accepted is not None and accepted.to in PRIVATE
