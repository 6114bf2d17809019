"""What was told, held or let in against a rule, or without what a rule needs: for a reviewer.

It is recorded all the same (CONTRACT 2.5).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.detainers import Detainer, Reaction
from minors_desk.domain.disclosing import Question, Voice, ruling
from minors_desk.domain.duties import Breach
from minors_desk.domain.folding import Finding
from minors_desk.domain.gates import Needs, Step
from minors_desk.domain.rules import Pack

WITHOUT_RULE: Mapping[Step, str] = {
    "disclosure": "told_without_rule",
    "immigration_hold": "held_without_rule",
    "federal_interview": "let_in_without_rule",
}
"""What a reviewer is told where no rule is known of such a step; a question is not taken then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A step that was taken, and what was met of what it may need; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    question: Question
    met: frozenset[Needs]


def done(case: Case) -> Iterator[Done]:
    """Every step of the case of which the law itself is the answer."""
    for request in case.disclosing.requests:
        if request.told.given:
            asked = Question(step="disclosure", about=request.told.given, to=request.told.who)
            met = frozenset(request.told.met)
            yield Done(entry_id=request.entry_id, at=request.at, question=asked, met=met)
    for detainer in case.disclosing.detainers:
        for answer in detainer.answers:
            question = _of_detainer(answer)
            if question is not None:
                met = _met(detainer, answer)
                yield Done(entry_id=answer.entry_id, at=answer.at, question=question, met=met)
    yield from _accesses(case)
    for status in case.disclosing.status_questions:
        asked = Question(step="status_question")
        yield Done(entry_id=status.entry_id, at=status.at, question=asked, met=frozenset())


def told_wrong(case: Case, packs: Iterable[Pack], zone: str) -> tuple[Breach, ...]:
    """Every rule of ours that such a step went against: that forbids it, or needs what was not met.

    One that the agency does not go by is told too, as waived.
    """
    given = tuple(packs)
    found = dict[tuple[UUID, str], Breach]()
    for one in done(case):
        heard = ruling(case, given, one.question, one.at, zone)
        for answer in heard.answers:
            for voice in answer.voices:
                if _is_wrong(voice, one.met):
                    found[one.entry_id, voice.rule.id] = Breach(
                        rule=voice.rule, entry_id=one.entry_id, at=one.at, waiver=voice.waiver
                    )
    return tuple(found.values())


def without_rule(case: Case, packs: Iterable[Pack], zone: str) -> tuple[Finding, ...]:
    """What was told, held or let in though no rule is known, and no supervisor is named for it."""
    given = tuple(packs)

    return tuple(
        Finding(WITHOUT_RULE[one.question.step], one.entry_id)
        for one in done(case)
        if one.question.step in WITHOUT_RULE and "supervisor" not in one.met
        if any(
            each.word == "silent"
            for each in ruling(case, given, one.question, one.at, zone).answers
        )
    )


def _is_wrong(voice: Voice, met: frozenset[Needs]) -> bool:
    """A rule that a more special one sets aside was not gone against."""
    if voice.place not in ("decides", "stricter", "waived") or not voice.rule.is_ours:
        return False
    if voice.word == "forbidden":
        return True
    return voice.word == "needs" and not met.issuperset(voice.terms.needs)


def _of_detainer(answer: Reaction) -> Question | None:
    if answer.told.answer == "held":
        return Question(step="immigration_hold", to="immigration_authority")
    if answer.told.answer == "notice_given":
        return Question(step="disclosure", about=("release_time",), to="immigration_authority")
    return None


def _met(detainer: Detainer, answer: Reaction) -> frozenset[Needs]:
    """What is said to be met, and a copy that the child had by then."""
    met: Sequence[Needs] = answer.told.met
    copied = detainer.copy_given_at
    if copied is not None and copied <= answer.at:
        return frozenset((*met, "copy_to_child"))
    return frozenset(met)


def _accesses(case: Case) -> Iterator[Done]:
    for access in case.disclosing.accesses:
        told = access.told
        signed: tuple[Needs, ...] = ("consent_form",) if told.consent_form == "signed" else ()
        met: frozenset[Needs] = frozenset((*told.met, *signed))
        if "child" in told.allowed:
            question = Question(step="federal_interview", to=told.who)
            yield Done(entry_id=access.entry_id, at=access.at, question=question, met=met)
        if "record" in told.allowed:
            question = Question(step="disclosure", about=("whole_record",), to=told.who)
            yield Done(entry_id=access.entry_id, at=access.at, question=question, met=met)
