"""What the law answers to a request as it came: to each thing that is asked of us, one answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from minors_desk.domain.case import Case
from minors_desk.domain.detainers import DetainerWish
from minors_desk.domain.disclosing import UNKNOWN, AnswerOn, Question, ruling, strictness
from minors_desk.domain.disclosing_values import AnswerThen
from minors_desk.domain.federal_access import Access
from minors_desk.domain.gates import About, Needs, Step, To, Word
from minors_desk.domain.rules import Pack

Codes = Literal["told_piece", "detainer_wish", "access_asked"]
"""The list of words that a thing asked for is named by."""
_WISHES: dict[DetainerWish, Question] = {
    "hold": Question(step="immigration_hold", to="immigration_authority"),
    "notify_of_release": Question(
        step="disclosure", about=("release_time",), to="immigration_authority"
    ),
    "interview": Question(step="federal_interview", to="immigration_authority"),
}
"""No rule of a pack speaks of giving a child over to an immigration authority."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One thing that is asked of us, and the question that it is to the law; None: to no rule."""

    codes: Codes
    code: str
    question: Question | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lawful:
    """One thing asked of us with the answer of the law."""

    wanted: Wanted
    step: Step
    answer: AnswerOn


def of_information(about: Iterable[About], to: To) -> tuple[Wanted, ...]:
    """Each piece that somebody asks to be told."""
    return tuple(
        Wanted(
            codes="told_piece",
            code=one,
            question=Question(step="disclosure", about=(one,), to=to),
        )
        for one in dict.fromkeys(about)
    )


def of_detainer(asks: Iterable[DetainerWish]) -> tuple[Wanted, ...]:
    """Each thing that a detainer asks for."""
    return tuple(
        Wanted(codes="detainer_wish", code=one, question=_WISHES.get(one))
        for one in dict.fromkeys(asks)
    )


def of_access(asks: Iterable[Access], who: To) -> tuple[Wanted, ...]:
    """Each thing that a federal officer asks access to; no rule speaks of the building."""
    questions: dict[Access, Question] = {
        "child": Question(step="federal_interview", to=who),
        "record": Question(step="disclosure", about=("whole_record",), to=who),
    }
    return tuple(
        Wanted(codes="access_asked", code=one, question=questions.get(one))
        for one in dict.fromkeys(asks)
    )


def answered(
    case: Case, packs: Sequence[Pack], wanted: Iterable[Wanted], at: datetime, zone: str
) -> tuple[Lawful, ...]:
    """The answer of the law in force at that instant (UTC) to each of these."""
    found = []
    for one in wanted:
        if one.question is None:
            answer = AnswerOn(about=None, word="silent", needs=UNKNOWN, voices=())
            found.append(Lawful(wanted=one, step="disclosure", answer=answer))
        else:
            (answer,) = ruling(case, packs, one.question, at, zone).answers
            found.append(Lawful(wanted=one, step=one.question.step, answer=answer))
    return tuple(found)


def whole(found: Iterable[Lawful]) -> Word:
    """The strictest of these answers."""
    return max((one.answer.word for one in found), key=strictness, default="silent")


def all_needs(found: Iterable[Lawful]) -> tuple[Needs, ...]:
    """All that they need, each once, in the order in which they were asked."""
    return tuple(dict.fromkeys(need for one in found for need in one.answer.needs))


def then(found: Iterable[Lawful]) -> tuple[AnswerThen, ...]:
    """The answers as an entry keeps them; what no rule can speak of is not among them."""
    return tuple(
        AnswerThen(
            about=one.answer.about,
            step=one.step,
            word=one.answer.word,
            needs=one.answer.needs,
            rules=tuple(rule.id for rule in one.answer.deciding),
        )
        for one in found
        if one.wanted.question is not None
    )
