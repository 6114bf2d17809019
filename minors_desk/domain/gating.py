"""The gates before a step: which rules ask for something first, and whether it was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain.applying import applies, in_force
from minors_desk.domain.case import Case
from minors_desk.domain.folding import Event
from minors_desk.domain.gates import Step
from minors_desk.domain.rules import Pack, Rule


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
        return self.opened_by is not None or (terms is not None and terms.answer == "allowed")


def gates(
    case: Case, packs: Iterable[Pack], step: Step, at: datetime, zone: str
) -> tuple[GateState, ...]:
    """Every gate of ours before that step, as of that instant (UTC), those shut first."""
    found = [
        state_of(case.events, rule, at)
        for pack in packs
        for rule in pack.rules
        if rule.gate is not None
        and rule.gate.before == step
        and rule.is_ours
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
