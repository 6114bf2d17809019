"""Whether a federal agency may be called about a child: as the packs answer, and a supervisor.

Police do not refer a child to ORR: only departments and agencies of the federal government do
(45 CFR 410.1101(a)); what police can call is an agency of the federal government that does. Some
states forbid or bind what may be told to it, some allow it, most are silent: of these no program
can say that it is allowed, and the call is none of the calls.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from minors_desk.domain.gates import About, To
from minors_desk.domain.gating import GateState
from minors_desk.domain.rules import Rule

WHO_REFERS = "45 CFR 410.1101(a)"
TOLD: frozenset[About] = frozenset({"identity", "location", "immigration_status", "whole_record"})
"""What a call that refers a child tells by itself."""
FEDERAL: frozenset[To] = frozenset({"federal_agency", "immigration_authority", "anyone"})
Answer = Literal["not_said", "forbidden", "needs", "supervisor", "allowed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FederalCall:
    """What stands before a call to a federal agency; ``rules`` are the laws that say so.

    ``supervisor``: the law allows it and no supervisor has. ``needs``: an order of a court, say.
    """

    answer: Answer = "not_said"
    rules: tuple[Rule, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is one of the calls."""
        return self.answer == "allowed"


def federal_call(gates: Iterable[GateState], *, allowed: bool) -> FederalCall:
    """What the gates before a disclosure answer; ``allowed``: a supervisor allowed the call."""
    found: dict[str, list[Rule]] = {"forbidden": [], "needs": [], "allowed": []}
    for state in gates:
        terms = state.rule.gate
        if terms is None or terms.before != "disclosure" or terms.answer is None:
            continue
        if not TOLD.isdisjoint(terms.about) and not FEDERAL.isdisjoint(terms.to):
            opened = terms.answer == "needs" and set(terms.needs) <= {"supervisor"}
            found["allowed" if opened else terms.answer].append(state.rule)
    if found["forbidden"]:
        return FederalCall(answer="forbidden", rules=tuple(found["forbidden"]))
    if found["needs"]:
        return FederalCall(answer="needs", rules=tuple(found["needs"]))
    if found["allowed"]:
        answer: Answer = "allowed" if allowed else "supervisor"
        return FederalCall(answer=answer, rules=tuple(found["allowed"]))
    return FederalCall()
