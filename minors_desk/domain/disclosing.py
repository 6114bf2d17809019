"""What may be told to whom, and which steps may be taken: the answer of the law, and who gives it.

Within the pack of one lawgiver a rule that names this addressee and this information goes before
one that names anyone or the whole record. Between lawgivers the strictest counts: what federal law
allows does not undo what the state or the station forbids. Where no rule speaks nothing is known,
which wants a supervisor; and a rule that the agency waived opens nothing by itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Literal

from minors_desk.domain.applying import applies, in_force
from minors_desk.domain.case import Case
from minors_desk.domain.gates import (
    ABOUT,
    NEEDS,
    WORDS,
    About,
    GateTerms,
    Needs,
    Step,
    To,
    Word,
)
from minors_desk.domain.rule_waivers import RuleWaiver
from minors_desk.domain.rules import Pack, Rule

Place = Literal["decides", "heard", "more_special", "stricter", "waived", "binds_others"]
"""What a rule comes to: ``decides``; ``heard``: not weighed yet; ``more_special`` or ``stricter``:
another goes before it; ``waived`` by the agency; ``binds_others``: shown, but not of police."""
OF_IMMIGRATION: frozenset[Step] = frozenset({"immigration_hold", "federal_interview"})
"""Steps of which the rules speak only where an immigration authority is behind them."""
_WIDER: Mapping[To, To] = {"immigration_authority": "federal_agency", "consulate": "foreign_state"}
"""Each addressee is one of these too, of which a rule may speak in their place."""
LOOSE: frozenset[Word] = frozenset({"not_forbidden", "allowed"})
"""Answers that ask for nothing."""
UNKNOWN: tuple[Needs, ...] = ("supervisor",)
"""What is needed where no rule is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the law is asked: may this step be taken.

    ``about`` and ``to`` are those of a disclosure; of other steps ``to`` says who is behind it.
    """

    step: Step
    about: tuple[About, ...] = ()
    to: To | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A rule that speaks of what is asked, how exactly it names it, and what it comes to."""

    rule: Rule
    terms: GateTerms
    rank: int
    place: Place
    waiver: RuleWaiver | None = None

    @property
    def word(self) -> Word:
        """What this rule alone would answer."""
        return self.terms.answer or "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOn:
    """The answer on one piece of information; ``about`` is None where the step is no disclosure."""

    about: About | None
    word: Word
    needs: tuple[Needs, ...]
    voices: tuple[Voice, ...]

    @property
    def deciding(self) -> tuple[Rule, ...]:
        """The rules by which the answer is what it is; empty where no rule is known."""
        return tuple(one.rule for one in self.voices if one.place == "decides")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The answer of the law on a step as of an instant (UTC): piece by piece, and as a whole."""

    question: Question
    at: datetime
    answers: tuple[AnswerOn, ...]

    @property
    def word(self) -> Word:
        """The whole: the strictest of its pieces."""
        return _strictest(one.word for one in self.answers)

    @property
    def needs(self) -> tuple[Needs, ...]:
        """All that its pieces need, each once."""
        return _joined(one.needs for one in self.answers)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every rule that speaks, once: as it decides where it does."""
        found: dict[str, Voice] = {}
        for one in (voice for answer in self.answers for voice in answer.voices):
            if one.rule.id not in found or one.place == "decides":
                found[one.rule.id] = one
        return tuple(sorted(found.values(), key=_shown_order))

    def on(self, about: About | None) -> AnswerOn:
        """The answer on that piece; raises StopIteration when it was not asked."""
        return next(one for one in self.answers if one.about == about)


def ruling(
    case: Case, packs: Iterable[Pack], question: Question, at: datetime, zone: str
) -> Ruling:
    """What the law in force at that instant (UTC) answers for this child."""
    step, to = question.step, question.to
    spoken = tuple(_speaking(case, packs, step, at, zone))
    if step == "disclosure":
        addressee: To = "anyone" if to is None else to
        answers = tuple(_on_piece(spoken, one, addressee) for one in dict.fromkeys(question.about))
    elif step in OF_IMMIGRATION and to not in (None, "immigration_authority"):
        answers = (_answer(None, ()),)
    else:
        answers = (_answer(None, spoken),)
    return Ruling(question=question, at=at, answers=answers)


def strictness(word: Word) -> int:
    """The place of an answer from the loosest, nought, to the strictest."""
    return WORDS.index(word)


def _speaking(
    case: Case, packs: Iterable[Pack], step: Step, at: datetime, zone: str
) -> Iterator[Voice]:
    """Every rule on that step which applies to the case and is in force."""
    for pack in packs:
        for rule in pack.rules:
            terms = rule.gate
            if terms is None or terms.before != step or terms.answer is None:
                continue
            if in_force(rule, at, zone) and applies(case, rule, zone):
                waiver = pack.waiver_of(rule.id, at)
                yield Voice(rule=rule, terms=terms, rank=0, place="heard", waiver=waiver)


def _on_piece(spoken: Sequence[Voice], about: About, to: To) -> AnswerOn:
    """The answer on one piece; the whole record is answered with all that is in it."""
    own = _answer(about, tuple(_about(spoken, about, to)))
    if about != "whole_record":
        return own
    parts = [_answer(part, tuple(_about(spoken, part, to))) for part in ABOUT if part != about]
    shut = [one for one in parts if one.word in ("needs", "forbidden")]
    if not shut and own.word in LOOSE and any(one.word == "silent" for one in parts):
        return _unknown(own)
    every = (own, *shut)
    word = _strictest(one.word for one in every)
    voices = {one.rule.id: one for one in own.voices}
    for part in shut:
        voices |= {one.rule.id: one for one in part.voices if one.place == "decides"}
    return AnswerOn(
        about=about,
        word=word,
        needs=_joined(one.needs for one in every),
        voices=_placed(voices.values(), word),
    )


def _unknown(answer: AnswerOn) -> AnswerOn:
    """The same as one on which nothing is known: who speaks of it is heard, and decides nothing."""
    voices = (
        replace(one, place="heard") if one.place == "decides" else one for one in answer.voices
    )
    return replace(
        answer, word="silent", needs=UNKNOWN, voices=tuple(sorted(voices, key=_shown_order))
    )


def _placed(voices: Iterable[Voice], word: Word) -> tuple[Voice, ...]:
    """The rules of several answers, of which only the strictest decide the whole."""
    placed = (
        replace(one, place="stricter") if one.place == "decides" and one.word != word else one
        for one in voices
    )
    return tuple(sorted(placed, key=_shown_order))


def _about(spoken: Iterable[Voice], about: About, to: To) -> Iterator[Voice]:
    """Those that speak of that piece to that addressee, each with how exactly it names them.

    A rule that names nothing but the whole record speaks of every piece of it; one that lists the
    whole record beside pieces means just these.
    """
    for one in spoken:
        named = about in one.terms.about
        if not named and one.terms.about != ("whole_record",):
            continue
        if to in one.terms.to:
            rank = 2
        elif _WIDER.get(to) in one.terms.to:
            rank = 1
        elif "anyone" in one.terms.to:
            rank = 0
        else:
            continue
        yield replace(one, rank=rank + (1 if named else 0))


def _answer(about: About | None, voices: Sequence[Voice]) -> AnswerOn:
    """What these rules come to: the most special of each lawgiver, of all these the strictest."""
    placed = [_outside(one) for one in voices]
    heard = sorted((one for one in placed if one.place == "heard"), key=lambda one: one.rule.pack)
    rest = [one for one in placed if one.place != "heard"]
    special = list[Voice]()
    for _pack, group in groupby(heard, key=lambda one: one.rule.pack):
        of_one = tuple(group)
        top = max(one.rank for one in of_one)
        special += [one for one in of_one if one.rank == top]
        rest += [replace(one, place="more_special") for one in of_one if one.rank < top]
    if not special:
        return AnswerOn(
            about=about, word="silent", needs=UNKNOWN, voices=tuple(sorted(rest, key=_shown_order))
        )
    word = _strictest(one.word for one in special)
    decided = [replace(one, place="decides" if one.word == word else "stricter") for one in special]
    needs = _joined(one.terms.needs for one in decided if one.place == "decides")
    found = AnswerOn(
        about=about,
        word=word,
        needs=needs,
        voices=tuple(sorted((*decided, *rest), key=_shown_order)),
    )
    waived = any(one.place == "waived" and one.word not in LOOSE for one in rest)
    return _unknown(found) if waived and word in LOOSE else found


def _outside(voice: Voice) -> Voice:
    """A rule that does not count here: of others, or one that the agency does not go by."""
    if not voice.rule.is_ours:
        return replace(voice, place="binds_others")
    return voice if voice.waiver is None else replace(voice, place="waived")


def _shown_order(voice: Voice) -> tuple[bool, int, str]:
    """What decides first, then the strictest, in an order that no pack's place changes."""
    return voice.place != "decides", -strictness(voice.word), voice.rule.id


def _strictest(words: Iterable[Word]) -> Word:
    return max(words, key=strictness, default="silent")


def _joined(needs: Iterable[tuple[Needs, ...]]) -> tuple[Needs, ...]:
    """Each once, in the order in which packs list them."""
    wanted = {one for some in needs for one in some}
    return tuple(one for one in NEEDS if one in wanted)
