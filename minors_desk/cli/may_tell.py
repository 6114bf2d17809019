"""The command that says what may be told to whom about a child, and by which rule."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from minors_desk.cli.desks import reading_desk
from minors_desk.cli.explaining import instant
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain import lawful
from minors_desk.domain.case import Case
from minors_desk.domain.disclosing import AnswerOn
from minors_desk.domain.gates import ABOUT, TO, To
from minors_desk.domain.lawful import Lawful
from minors_desk.domain.rules import Pack
from minors_desk.errors import BadInput
from minors_desk.services import cases
from minors_desk.wording.codes import word
from minors_desk.wording.disclosing import answer_words, voice_words, wanted_words, whole_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

Code = TypeVar("Code", bound=str)


def told(call: Call) -> Answer:
    """The answer on each piece that is asked, as of now, and every rule that speaks of it."""
    about = [_one_of(one, ABOUT, "--about") for one in call.args.about]
    to: To = _one_of(call.args.to, TO, "--to")
    with reading_desk(call) as (desk, case_id):
        case, now = cases.read(desk, case_id), desk.now()
        wanted = lawful.of_information(about, to)
        found = lawful.answered(case, desk.packs, wanted, now, desk.zone)
        document = {
            "case": str(case.id),
            "number": case.number,
            "at": instant(now),
            "to": to,
            "answer": lawful.whole(found),
            "pieces": answers_document(found),
        }
        whom = word("told_to", to)
        lines = [
            f"{case.number}: to {whom}, as of {day_and_time(now, desk.zone)}",
            whole_words(found),
            *answers_lines(found),
        ]
        return Answer(document, lines, notes=desk.warnings)


def _one_of(value: str, codes: Sequence[Code], option: str) -> Code:
    found = next((one for one in codes if one == value.strip().lower()), None)
    if found is None:
        raise BadInput(
            f"{option} does not know {value}", f"One of: {', '.join(codes)}.", field=option
        )
    return found


def answers_lines(found: Sequence[Lawful]) -> list[str]:
    """Each thing that is asked with its answer; below, the rules that speak of it."""
    lines = []
    for one in found:
        answer = one.answer
        lines.append(f"  {joined(wanted_words(one.wanted), _answer(answer))}")
        lines += [f"    {joined(voice.rule.title, voice_words(voice))}" for voice in answer.voices]
    return lines


def _answer(answer: AnswerOn) -> str:
    return answer_words(answer.word, answer.needs)


def answers_document(found: Sequence[Lawful]) -> list[dict[str, Any]]:
    """The same for ``--json``."""
    return [
        {
            "asked": one.wanted.code,
            "step": one.step if one.wanted.question is not None else None,
            "answer": one.answer.word,
            "needs": list(one.answer.needs),
            "rules": [
                {
                    "rule": voice.rule.id,
                    "answer": voice.word,
                    "citation": voice.rule.citation,
                    "verified": voice.rule.checked.verified,
                    "place": voice.place,
                }
                for voice in one.answer.voices
            ],
        }
        for one in found
    ]


def asked_in(
    case: Case, packs: Sequence[Pack], zone: str
) -> list[tuple[datetime, str, tuple[Lawful, ...]]]:
    """Everything that was asked of us in a case, with what the law answered when it was."""
    known = case.disclosing
    wanted = [
        (one.at, word("asker", one.told.who), lawful.of_information(one.told.about, one.told.who))
        for one in known.requests
    ]
    wanted += [
        (one.at, f"Detainer: {one.told.agency}", lawful.of_detainer(one.told.asks))
        for one in known.detainers
    ]
    wanted += [
        (one.at, f"Access: {one.told.agency}", lawful.of_access(one.told.asks, one.told.who))
        for one in known.accesses
    ]
    return [
        (at, who, lawful.answered(case, packs, some, at, zone))
        for at, who, some in sorted(wanted, key=lambda one: one[0])
    ]
