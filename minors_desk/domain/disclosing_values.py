"""What entries on telling, detainers and federal access share: authority shown, law, what was met.

The answer of the law is kept as it stood before the officer's eyes; a reviewer judges by the packs.
"""

from typing import Annotated, Literal

import msgspec

from minors_desk.domain.bodies import Body, Line, Needed, Part
from minors_desk.domain.gates import About, Needs, Step, Word
from minors_desk.domain.values import PartialDate

Asker = Literal[
    "immigration_authority",
    "federal_agency",
    "consulate",
    "foreign_state",
    "child_protection",
    "police",
    "prosecutor",
    "court",
    "lawyer",
    "school",
    "parent",
    "public",
]
"""Who asks: each addressee that a rule may name, but for *anyone*."""
Authority = Literal[
    "none",
    "administrative_warrant",
    "judicial_warrant",
    "court_order",
    "subpoena",
    "consent",
    "statute",
    "other",
]
"""``administrative_warrant``: signed by an officer of the agency itself, by no judge."""
BY_A_JUDGE = frozenset({"judge_order", "judicial_warrant"})
Some = Annotated[tuple[About, ...], msgspec.Meta(min_length=1)]


class AnswerThen(Part, frozen=True, kw_only=True):
    """What the rules said as they stood: of one piece of information, or of a step.

    ``rules`` are the ids of those that decided; none where no rule was known.
    """

    about: About | None = None
    step: Step = "disclosure"
    word: Word
    needs: tuple[Needs, ...] = ()
    rules: tuple[Needed, ...] = ()


class Answered(Body, frozen=True, kw_only=True):
    """What was done where the law has an answer: the answer then, and which of its needs were met.

    ``supervisor`` said yes; ``court``, ``order_number`` and ``order_dated`` are of what a judge
    issued.
    """

    law: tuple[AnswerThen, ...] = ()
    met: tuple[Needs, ...] = ()
    supervisor: Line = ""
    court: Line = ""
    order_number: Line = ""
    order_dated: PartialDate | None = None

    def misfit(self) -> tuple[str, str] | None:
        """A supervisor or an order that is told of and not among what was met."""
        if self.supervisor and "supervisor" not in self.met:
            return "supervisor", "nothing: a supervisor is not among what was met"
        of_judge = self.court or self.order_number or self.order_dated
        if of_judge and BY_A_JUDGE.isdisjoint(self.met):
            return "court", "nothing: no order or warrant of a judge is among what was met"
        return None
