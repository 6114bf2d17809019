"""A line of a round sheet or call log as it stands on paper, and the entry that it becomes."""

from typing import Literal

from minors_desk.domain.bodies import Instant, Line, Needed, Part, SecondPerson
from minors_desk.domain.care import Condition, WelfareChecked
from minors_desk.domain.contacts import ContactTried, Outcome, Party, Purpose

Exactly = Literal["minute", "about"]


class RoundLine(Part, frozen=True, kw_only=True):
    """A look at the child: when, how it was, by whom. ``by`` empty: whoever enters it."""

    at: Instant
    precision: Exactly = "minute"
    condition: Condition
    note: Line = ""
    by: Line = ""


class CallLine(Part, frozen=True, kw_only=True):
    """A try to reach somebody: when, whom, at which number, what it came to, by whom."""

    at: Instant
    precision: Exactly = "minute"
    whom: Needed
    purpose: Purpose
    number: Line = ""
    outcome: Outcome
    said: Line = ""
    by: Line = ""


def entry_of(line: RoundLine | CallLine) -> WelfareChecked | ContactTried:
    """The entry: with the paper's time, late because the system was down, signed on paper."""
    by = SecondPerson(name=line.by, how="signed_on_paper") if line.by.strip() else None
    if isinstance(line, RoundLine):
        return WelfareChecked(
            occurred_at=line.at,
            precision=line.precision,
            done_by=by,
            late_because="system_was_down",
            condition=line.condition,
            note=line.note,
        )
    return ContactTried(
        occurred_at=line.at,
        precision=line.precision,
        done_by=by,
        late_because="system_was_down",
        party=Party(name=line.whom, number=line.number),
        purpose=line.purpose,
        method="telephone",
        outcome=line.outcome,
        said=line.said,
    )
