"""What may be told to whom: the answers of eleven places, and that no order or addition loosens."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.case import Case
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.disclosing import LOOSE, Question, Ruling, ruling, strictness
from minors_desk.domain.encounter import Encountered, LegalClass
from minors_desk.domain.gates import ABOUT, ANSWERS, NEEDS, TO, About, GateTerms, Step, To, Word
from minors_desk.domain.rule_waivers import RuleWaiver
from minors_desk.domain.rules import BINDS, Checked, Pack, Rule
from minors_desk.services import packs
from tests.domain.moments import at, ident
from tests.domain.samples import case_of

ZONE = "America/Chicago"
PIECES: tuple[About, ...] = (
    "birthplace",
    "address",
    "release_time",
    "immigration_status",
    "location",
    "youth_record",
)
WORD: dict[str, Word] = {
    "F": "forbidden",
    "N": "needs",
    "A": "allowed",
    "o": "not_forbidden",
    "-": "silent",
}
COMMON = {
    "child_protection": "------",
    "parent": "------",
    "police": "------",
    # 8 CFR 236.6: nothing of whom the immigration service has held here is made public.
    "public": "FFFFFF",
    # CNA Manual: identity, place and contact, nothing else.
    "consulate": "-FFF-F",
}
"""Federal law alone, of a child charged with nothing: rules.csv, rows US-UC-17 and US-CN-07."""
STATES: dict[str, dict[str, str]] = {
    # WIC 831 (a juvenile court's order for name, birth, status), Gov. Code 7284.6 (no release
    # date, no address), WIC 827.95(a) (no copy of the record of a child charged with nothing).
    "US-CA": {"immigration_authority": "NFFN-F", "police": "-----F"},
    # 5 ILCS 805/5 and 8 U.S.C. 1373: no law may forbid sending status; nothing of the rest.
    "US-IL": {"immigration_authority": "---o--"},
    # AG Directive: the child gets the request when its release is asked for.
    "US-NJ": {"immigration_authority": "--No--"},
    # RCW 10.93.160: place of birth, present location, release date, family.
    "US-WA": {"immigration_authority": "N-NoN-"},
    # C.R.S. 24-74-101 ff: personal identifying information only on what a judge issued.
    "US-CO": {"immigration_authority": "NN-NN-"},
    # Tex. Gov. Code 752.053(b); Fla. Stat. 908.104: status may be exchanged.
    "US-TX": {"immigration_authority": "---A--"},
    "US-FL": {"immigration_authority": "---A--"},
    # ORS 180.805 (address, school, relatives) and 181A.823 (judicial subpoena).
    "US-OR": {"immigration_authority": "NFNNNN"},
    # Fam. Ct. Act 381.3: a court's order for the record.
    "US-NY": {"immigration_authority": "---o-N"},
    # D.C. Code 24-211.07; (g) keeps 8 U.S.C. 1373.
    "US-DC": {"immigration_authority": "NNNoNN"},
}
CANADA = {
    # YCJA s.118: nobody; s.125(6)-(8) and 119(1)(n): child protection, for safety.
    "immigration_authority": "-----F",
    "child_protection": "-----N",
    "consulate": "-----F",
    "parent": "-----F",
    "police": "-----F",
    "public": "-----F",
}


def child(legal_class: LegalClass | None = None) -> Case:
    return case_of(
        Encountered(
            occurred_at=at(0),
            encounter_id=ident(900),
            place="bus station",
            legal_class=legal_class,
        ),
        CustodyBegan(
            occurred_at=at(1), starts_from="contact", place="station", watched_by="Rivera"
        ),
    )


NOBODY_ACCUSED = child("non_offender")
ACCUSED = child("accused_delinquent")


def shipped(place: str) -> tuple[Pack, ...]:
    return tuple(packs.shipped_pack(name) for name in packs.shipped(place))


def asked(
    case: Case, law: tuple[Pack, ...], about: tuple[About, ...], to: To, step: Step = "disclosure"
) -> Ruling:
    return ruling(case, law, Question(step=step, about=about, to=to), at(5), ZONE)


def answers(case: Case, place: str) -> dict[str, str]:
    letter = {word: letter for letter, word in WORD.items()}
    law = shipped(place)
    addressees: tuple[To, ...] = (
        "immigration_authority",
        "child_protection",
        "consulate",
        "parent",
        "police",
        "public",
    )
    return {
        to: "".join(letter[one.word] for one in asked(case, law, PIECES, to).answers)
        for to in addressees
    }


@pytest.mark.parametrize("place", STATES)
def test_a_state_answers_in_its_own_way(place: str) -> None:
    assert answers(NOBODY_ACCUSED, place) == COMMON | STATES[place]


@pytest.mark.parametrize("place", ["CA-ON", "CA-QC", "CA-BC", "CA-AB", "CA-MB"])
def test_canada_keeps_the_record_of_an_accused_young_person(place: str) -> None:
    assert answers(ACCUSED, place) == CANADA
    assert set("".join(answers(NOBODY_ACCUSED, place).values())) == {"-"}


def test_what_is_needed_and_who_says_so() -> None:
    birth = asked(NOBODY_ACCUSED, shipped("US-CA"), ("birthplace",), "immigration_authority")
    assert (birth.needs, [one.id for one in birth.answers[0].deciding]) == (
        ("judge_order",),
        ["US-CA-26"],
    )
    release = asked(NOBODY_ACCUSED, shipped("US-NJ"), ("release_time",), "immigration_authority")
    assert release.needs == ("copy_to_child",)
    unknown = asked(NOBODY_ACCUSED, shipped("US-TX"), ("address",), "immigration_authority")
    assert (unknown.word, unknown.needs, unknown.voices) == ("silent", ("supervisor",), ())


def test_federal_leave_stands_beside_a_state_that_forbids_and_undoes_nothing() -> None:
    told = asked(NOBODY_ACCUSED, shipped("US-CA"), ("immigration_status",), "immigration_authority")
    places = {one.rule.id: one.place for one in told.voices}
    assert (told.word, places) == ("needs", {"US-CA-26": "decides", "US-IS-01": "stricter"})


def test_the_special_rule_of_a_lawgiver_goes_before_its_general_one() -> None:
    federal = packs.shipped_pack("ca")
    only = replace(
        federal, rules=tuple(one for one in federal.rules if one.id in ("CA-F-11", "CA-F-37"))
    )
    told = asked(ACCUSED, (only,), ("youth_record",), "child_protection")
    places = {one.rule.id: one.place for one in told.voices}
    assert (told.word, places) == ("allowed", {"CA-F-37": "decides", "CA-F-11": "more_special"})
    # What the same Act wants first for an addressee named as well is not passed over by it.
    whole = asked(ACCUSED, (federal,), ("youth_record",), "child_protection")
    assert (whole.word, whole.needs) == ("needs", ("necessary_for_safety",))


def test_the_whole_record_is_told_with_the_strictest_of_its_parts() -> None:
    ca = asked(NOBODY_ACCUSED, shipped("US-CA"), ("whole_record",), "immigration_authority")
    assert ca.word == "forbidden"
    assert {"US-CA-24c", "US-CA-24d", "US-CA-29b"} <= {one.id for one in ca.answers[0].deciding}
    wa = asked(NOBODY_ACCUSED, shipped("US-WA"), ("whole_record",), "immigration_authority")
    assert (wa.word, wa.needs) == ("needs", ("judge_order", "supervisor"))


def test_the_steps_of_immigration_differ_too() -> None:
    def word(place: str, step: Step, to: To = "immigration_authority") -> str:
        return asked(NOBODY_ACCUSED, shipped(place), (), to, step).word

    interviews = {place: word(place, "federal_interview") for place in STATES}
    needing = {place for place, one in interviews.items() if one == "needs"}
    assert needing == {"US-CA", "US-NJ", "US-CO", "US-DC"}
    questions = {place: word(place, "status_question") for place in STATES}
    assert [one for one in questions if questions[one] == "allowed"] == ["US-TX"]
    assert {one for one in questions if questions[one] == "forbidden"} == {
        "US-CA",
        "US-IL",
        "US-NJ",
        "US-OR",
        "US-DC",
    }
    # 8 U.S.C. 1357(g): no police of any state holds a child for a civil violation by itself.
    assert {word(place, "immigration_hold") for place in STATES} == {"forbidden"}
    assert word("US-CA", "federal_interview", "federal_agency") == "silent"


def a_rule(number: int, pack: str, terms: GateTerms, binds: str = "police") -> Rule:
    return Rule(
        id=f"{pack}-{number}",
        pack=pack,
        is_law=True,
        title="T",
        citation="C",
        binds=binds,
        kind="gate",
        applies=(),
        starts=(),
        within=None,
        satisfied_by=(),
        ends_with=(),
        gate=terms,
        effective_from=date(2020, 1, 1),
        effective_until=None,
        checked=Checked(verified=True, source="S", on=None),
    )


def a_pack(name: str, *rules: Rule) -> Pack:
    return Pack(id=name, title=name, is_law=True, rules=rules, content_hash="0" * 64)


@st.composite
def terms(draw: st.DrawFn) -> GateTerms:
    answer = draw(st.sampled_from(ANSWERS))
    needs = st.lists(st.sampled_from(NEEDS), min_size=1, max_size=2, unique=True)
    return GateTerms(
        before="disclosure",
        answer=answer,
        needs=tuple(draw(needs)) if answer == "needs" else (),
        about=tuple(draw(st.lists(st.sampled_from(ABOUT), min_size=1, max_size=4, unique=True))),
        to=tuple(draw(st.lists(st.sampled_from(TO), min_size=1, max_size=4, unique=True))),
    )


@st.composite
def law(draw: st.DrawFn) -> tuple[Pack, ...]:
    found = []
    for name in ("us", "us-xx", "agency"):
        some = draw(st.lists(st.tuples(terms(), st.sampled_from(BINDS[:3])), max_size=4))
        found.append(
            a_pack(name, *(a_rule(n, name, one, binds) for n, (one, binds) in enumerate(some)))
        )
    return tuple(found)


QUESTION = st.builds(
    Question,
    step=st.just("disclosure"),
    about=st.lists(st.sampled_from(ABOUT), min_size=1, max_size=3).map(tuple),
    to=st.sampled_from(TO),
)


def told(packs_: tuple[Pack, ...], question: Question) -> Ruling:
    return ruling(NOBODY_ACCUSED, packs_, question, at(5), ZONE)


@given(law(), QUESTION, st.randoms(use_true_random=False))
def test_the_order_of_packs_and_rules_never_matters(
    given_: tuple[Pack, ...], question: Question, chance: Random
) -> None:
    mixed = [replace(one, rules=tuple(chance.sample(one.rules, len(one.rules)))) for one in given_]
    chance.shuffle(mixed)
    assert told(tuple(mixed), question) == told(given_, question)


@given(law(), QUESTION, terms(), st.sampled_from((0, 1, 2)))
def test_a_rule_that_forbids_more_never_loosens_an_answer(
    given_: tuple[Pack, ...], question: Question, more: GateTerms, place: int
) -> None:
    before = told(given_, question)
    forbids = a_rule(9, given_[place].id, replace(more, answer="forbidden", needs=()))
    wider = replace(given_[place], rules=(*given_[place].rules, forbids))
    after = told((*given_[:place], wider, *given_[place + 1 :]), question)
    for one, other in zip(before.answers, after.answers, strict=True):
        assert strictness(other.word) >= strictness(one.word)
    # It counts unless a rule of its own lawgiver names what is asked more exactly.
    of_it = {one.place for one in after.voices if one.rule.id == forbids.id}
    assert of_it <= {"decides", "more_special"}
    if of_it == {"decides"}:
        assert after.word == "forbidden"


@given(law(), QUESTION)
def test_each_answer_is_that_of_the_rules_that_decide_it(
    given_: tuple[Pack, ...], question: Question
) -> None:
    found = told(given_, question)
    assert {one.about for one in found.answers} == set(question.about)
    for answer in found.answers:
        deciding = [one for one in answer.voices if one.place == "decides"]
        assert bool(deciding) == (answer.word != "silent")
        assert {one.word for one in deciding} <= {answer.word}
        assert all(one.rule.is_ours for one in deciding)
        assert answer.word in (*LOOSE, "forbidden") or answer.needs


def test_what_the_agency_does_not_go_by_is_shown_and_decides_nothing() -> None:
    terms_ = GateTerms(before="disclosure", answer="forbidden", about=("address",), to=("anyone",))
    rule = a_rule(1, "us", terms_)
    waiver = RuleWaiver(
        entry_id=ident(1),
        rule=rule.id,
        since=at(0),
        until=at(0) + timedelta(days=1),
        reason="consent decree",
        authority="counsel",
        by="Osei",
    )
    pack = replace(a_pack("us", rule), waived={rule.id: (waiver,)})
    found = asked(NOBODY_ACCUSED, (pack,), ("address",), "police")
    (voice,) = found.voices
    assert (found.word, voice.place, voice.waiver) == ("silent", "waived", waiver)
    allows = a_rule(2, "us-xx", replace(terms_, answer="allowed"))
    both = (pack, a_pack("us-xx", allows))
    opened = asked(NOBODY_ACCUSED, both, ("address",), "police")
    assert (opened.word, opened.needs) == ("silent", ("supervisor",))
    assert {one.place for one in opened.voices} == {"waived", "heard"}


def test_the_whole_record_is_not_allowed_while_of_a_part_nothing_is_known() -> None:
    some = GateTerms(
        before="disclosure", answer="allowed", about=("whole_record", "identity"), to=("police",)
    )
    every = replace(some, about=("whole_record",))
    words = {}
    for name, terms_ in (("some", some), ("every", every)):
        law_ = (a_pack("us", a_rule(1, "us", terms_)),)
        words[name] = asked(NOBODY_ACCUSED, law_, ("whole_record",), "police").word
    assert words == {"some": "silent", "every": "allowed"}
