"""What must be true before a step is taken: terms of gates as packs give them, and their state."""

from dataclasses import dataclass
from typing import Literal, get_args

Step = Literal[
    "handoff",
    "private_release",
    "questioning",
    "secure_holding",
    "search",
    "disclosure",
    "immigration_hold",
    "status_question",
    "federal_interview",
]
"""``private_release``: to a person who is no agency. ``immigration_hold``: keeping a child longer
because an immigration authority asks for it. ``status_question``: asking for immigration status.
"""
Answer = Literal["forbidden", "needs", "allowed", "not_forbidden"]
"""``not_forbidden``: a law that only says that it, or others, may not forbid it; none asks for it.
"""
Needs = Literal[
    "judge_order",
    "judicial_warrant",
    "supervisor",
    "consent_form",
    "written_request",
    "necessary_for_safety",
    "advice_given",
    "copy_to_child",
]
"""``advice_given``: the child was told that it may refuse. ``copy_to_child``: of the request."""
About = Literal[
    "identity",
    "birth_date",
    "birthplace",
    "nationality",
    "immigration_status",
    "address",
    "location",
    "release_time",
    "family",
    "school",
    "health",
    "criminal_history",
    "youth_record",
    "whole_record",
]
To = Literal[
    "anyone",
    "immigration_authority",
    "federal_agency",
    "consulate",
    "foreign_state",
    "public",
    "court",
    "child_protection",
    "school",
    "prosecutor",
    "parent",
    "lawyer",
    "police",
]
Word = Literal["not_forbidden", "allowed", "silent", "needs", "forbidden"]
"""The whole answer of the law, from the loosest to the strictest. ``silent``: no rule is known.
What is only not forbidden stands where nothing else speaks; any other answer goes before it."""
STEPS: tuple[Step, ...] = get_args(Step)
ANSWERS: tuple[Answer, ...] = get_args(Answer)
NEEDS: tuple[Needs, ...] = get_args(Needs)
ABOUT: tuple[About, ...] = get_args(About)
TO: tuple[To, ...] = get_args(To)
WORDS: tuple[Word, ...] = get_args(Word)
OPENED_BY_EVENTS: frozenset[Step] = frozenset(
    {"handoff", "private_release", "questioning", "secure_holding", "search"}
)
"""Steps whose gates entries of the case open; of the others the law itself is the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateTerms:
    """Before which step, and the answer of the law where no entry can open the gate.

    ``about`` and ``to``: which information, to whom; both only for a disclosure.
    """

    before: Step
    answer: Answer | None = None
    needs: tuple[Needs, ...] = ()
    about: tuple[About, ...] = ()
    to: tuple[To, ...] = ()
