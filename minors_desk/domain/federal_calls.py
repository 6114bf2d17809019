"""Whether a federal agency may be called about a child: as the packs answer, and a supervisor.

Police do not refer a child to ORR: only departments and agencies of the federal government do
(45 CFR 410.1101(a)); what police can call is an agency of the federal government that does. Some
states forbid or bind what may be told to it, some allow it, most are silent: of these no program
can say that it is allowed, and the call is none of the calls.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from minors_desk.domain.case import Case
from minors_desk.domain.gates import About, Step, To
from minors_desk.domain.gating import GateState, gates
from minors_desk.domain.rules import Pack, Rule

WHO_REFERS = "45 CFR 410.1101(a)"
TOLD: frozenset[About] = frozenset({"identity", "location", "immigration_status", "whole_record"})
"""What a call that refers a child tells by itself."""
FEDERAL: frozenset[To] = frozenset({"federal_agency", "immigration_authority", "anyone"})
HELP: frozenset[Step] = frozenset({"immigration_hold", "status_question"})
"""Steps that a state closes to its police which limits what they do for immigration authorities."""
STEPS: tuple[Step, ...] = ("disclosure", *sorted(HELP))
Answer = Literal["not_said", "forbidden", "needs", "supervisor", "allowed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FederalCall:
    """What stands before a call to a federal agency; ``rules`` are the laws that say so.

    ``supervisor``: the law allows it and no supervisor has. ``needs``: the law here first wants
    something, an order of a court, say, or limits what police do for immigration authorities.
    """

    answer: Answer = "not_said"
    rules: tuple[Rule, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is one of the calls."""
        return self.answer == "allowed"


def federal_gates(
    case: Case, packs: Sequence[Pack], at: datetime, zone: str
) -> tuple[GateState, ...]:
    """The gates that bear on such a call, as of that instant (UTC)."""
    return tuple(one for step in STEPS for one in gates(case, packs, step, at, zone))


def federal_call(given: Iterable[GateState], *, allowed: bool) -> FederalCall:
    """What these gates answer; ``allowed``: a supervisor allowed the call.

    That no law may forbid sending immigration status is no answer to whether police here may
    refer a child: only the state's own law can allow it.
    """
    found: dict[str, list[Rule]] = {"forbidden": [], "needs": [], "allowed": []}
    for state in given:
        answer = _answer(state.rule)
        if answer:
            found[answer].append(state.rule)
    if found["forbidden"]:
        return FederalCall(answer="forbidden", rules=tuple(found["forbidden"]))
    if found["needs"]:
        return FederalCall(answer="needs", rules=tuple(found["needs"]))
    if found["allowed"]:
        answer_now: Answer = "allowed" if allowed else "supervisor"
        return FederalCall(answer=answer_now, rules=tuple(found["allowed"]))
    return FederalCall()


def _answer(rule: Rule) -> str:
    """Forbidden, needs or allowed; empty for what says nothing of such a call."""
    terms = rule.gate
    if terms is None or terms.answer is None:
        return ""
    local = "-" in rule.pack
    if terms.before in HELP:
        return "needs" if local and terms.answer in ("needs", "forbidden") else ""
    if terms.before != "disclosure" or TOLD.isdisjoint(terms.about) or FEDERAL.isdisjoint(terms.to):
        return ""
    only_ours = terms.answer == "needs" and set(terms.needs) <= {"supervisor"}
    if only_ours or terms.answer == "allowed":
        return "allowed" if local else ""
    return "" if terms.answer == "not_forbidden" else terms.answer
