"""Whether a federal agency may be called about a child: as the packs answer, and a supervisor.

Police do not refer a child to ORR: only departments and agencies of the federal government do
(45 CFR 410.1101(a)); what police can call is an agency of the federal government that does. Some
states forbid or bind what may be told to it, some allow it, most are silent: of these no program
can say that it is allowed, and the call is none of the calls.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from minors_desk.domain.case import Case
from minors_desk.domain.disclosing import Question, Ruling, Voice, ruling
from minors_desk.domain.gates import About, Step, To
from minors_desk.domain.rules import Pack, Rule

WHO_REFERS = "45 CFR 410.1101(a)"
TOLD: tuple[About, ...] = ("identity", "location", "immigration_status", "whole_record")
"""What a call that refers a child tells by itself."""
FEDERAL: tuple[To, ...] = ("federal_agency", "immigration_authority")
HELP: tuple[Step, ...] = ("immigration_hold", "status_question")
"""Steps that a state closes to its police which limits what they do for immigration authorities."""
QUESTIONS = (
    *(Question(step="disclosure", about=TOLD, to=to) for to in FEDERAL),
    *(Question(step=step, to="immigration_authority") for step in HELP),
)
"""What the law is asked about such a call."""
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


def federal_rulings(
    case: Case, packs: Sequence[Pack], at: datetime, zone: str
) -> tuple[Ruling, ...]:
    """What the law answers that bears on such a call, as of that instant (UTC)."""
    return tuple(ruling(case, packs, one, at, zone) for one in QUESTIONS)


def federal_call(given: Iterable[Ruling], *, allowed: bool) -> FederalCall:
    """What these rulings come to; ``allowed``: a supervisor allowed the call.

    That no law may forbid sending immigration status is no answer to whether police here may
    refer a child: only the state's own law can allow it.
    """
    found: dict[str, list[Rule]] = {"forbidden": [], "needs": [], "allowed": []}
    for voice in _voices(given):
        answer = _answer(voice)
        if answer:
            found[answer].append(voice.rule)
    if found["forbidden"]:
        return FederalCall(answer="forbidden", rules=tuple(found["forbidden"]))
    if found["needs"]:
        return FederalCall(answer="needs", rules=tuple(found["needs"]))
    if found["allowed"]:
        answer_now: Answer = "allowed" if allowed else "supervisor"
        return FederalCall(answer=answer_now, rules=tuple(found["allowed"]))
    return FederalCall()


def _voices(given: Iterable[Ruling]) -> Iterator[Voice]:
    """Every rule of ours that speaks, once, whatever goes before it.

    A call tells it all at once, to an agency that others stand behind: so here a general rule
    counts beside a more special one, and a waiver changes nothing.
    """
    seen: set[str] = set()
    for voice in (one for each in given for answer in each.answers for one in answer.voices):
        if voice.place != "binds_others" and voice.rule.id not in seen:
            seen.add(voice.rule.id)
            yield voice


def _answer(voice: Voice) -> str:
    """Forbidden, needs or allowed; empty for what says nothing of such a call."""
    terms, word, local = voice.terms, voice.word, "-" in voice.rule.pack
    if terms.before in HELP:
        return "needs" if local and word in ("needs", "forbidden") else ""
    if not set(TOLD) & set(terms.about):
        return ""
    only_ours = word == "needs" and set(terms.needs) <= {"supervisor"}
    if only_ours or word == "allowed":
        return "allowed" if local else ""
    return word if word in ("needs", "forbidden") else ""
