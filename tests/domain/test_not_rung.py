"""Who is not rung: held for counsel, of a refugee, feared, or at a telephone that is barred."""

import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.consulate import CounselAnswered, CounselHold
from minors_desk.domain.values import Country, Danger
from tests.domain.samples import at
from tests.domain.samples_who import fact
from tests.domain.test_calling import MOTHER, UNCLE, duty, phone, told
from tests.domain.test_next_call import calls, shut, supervisor


def test_what_a_supervisor_allowed_is_taken_back_by_the_next_decision() -> None:
    decided = supervisor("allowed", 0), supervisor("refused", 1)
    assert calls(decided[0], gates=(shut("allowed"),)).federal.answer == "allowed"
    assert calls(*decided, gates=(shut("allowed"),)).federal.answer == "supervisor"


def test_a_consulate_is_not_rung_while_the_notice_is_held_for_counsel() -> None:
    """The duty stays owed: a hold stops no clock."""
    owed = (duty("consulate_reached"),)
    mexican = fact(0, "nationality", Country(code="MX"))
    held = CounselHold(occurred_at=at(1), what=("consular_notice",), counsel="A. Stein")
    answer = CounselAnswered(
        occurred_at=at(2), what=("consular_notice",), counsel="A. Stein", answer="go_ahead"
    )

    def rung(*bodies: Body) -> tuple[str, ...]:
        found = calls(mexican, *bodies, clocks=owed, now=3)
        (call,) = (one for one in found.calls if one.purpose == "consulate")
        return tuple(one.callee.party.name for one in call.whom)

    assert rung() == ("CIAM",)
    assert rung(held) == ()
    not_now = calls(mexican, held, clocks=owed, now=3).not_now
    assert "held_for_counsel" in [one.reason for one in not_now]
    assert rung(held, answer) == ("CIAM",)


@pytest.mark.parametrize("refugee", ["XXB", "XXC"])
def test_the_consulate_of_a_refugee_is_not_rung_before_counsel_says_so(refugee: str) -> None:
    owed = (duty("consulate_reached"),)
    of_both = (
        fact(0, "nationality", Country(code="MX")),
        fact(0, "nationality", Country(code=refugee)),
    )
    held = CounselHold(occurred_at=at(1), what=("consular_notice",), counsel="A. Stein")
    answer = CounselAnswered(
        occurred_at=at(2), what=("consular_notice",), counsel="A. Stein", answer="go_ahead"
    )
    found = calls(*of_both, clocks=owed, now=3)
    assert "counsel_first" in [one.reason for one in found.not_now]
    assert not [one for call in found.calls if call.purpose == "consulate" for one in call.whom]
    after = calls(*of_both, held, answer, clocks=owed, now=3)
    (call,) = (one for one in after.calls if one.purpose == "consulate")
    assert [one.callee.party.name for one in call.whom] == ["CIAM"]


def parents_rung(*bodies: Body) -> set[str]:
    told_of = (told(), told(UNCLE, role="aunt_uncle"), phone(MOTHER, "1"), phone(UNCLE, "2"))
    found = calls(*told_of, *bodies, clocks=(duty("parent_reached"), duty("parent_tried")))
    return {
        one.callee.party.name
        for call in found.calls
        if call.purpose == "parent_or_relative"
        for one in call.whom
    }


def test_whom_the_child_fears_is_not_rung_before_somebody_is_asked() -> None:
    assert parents_rung() == {"Marta Pop", "Luis Pop"}
    feared = fact(1, "danger_feared", Danger(words="she hits me", person_id=MOTHER))
    assert parents_rung(feared) == {"Luis Pop"}
    # Who is meant is not known: all of whom nobody said that they are safe.
    in_words = fact(1, "danger_feared", Danger(words="somebody at home hits me"))
    assert parents_rung(in_words) == set()
    safe = told(UNCLE, role="aunt_uncle", safe_to_contact="yes")
    assert parents_rung(in_words, safe) == {"Luis Pop"}


def test_a_telephone_that_rings_for_somebody_not_to_contact_is_not_rung() -> None:
    unsafe = told(UNCLE, role="aunt_uncle", safe_to_contact="no")
    assert parents_rung(unsafe) == {"Marta Pop"}
    assert parents_rung(unsafe, phone(MOTHER, "+1 713 555 0142"), phone(UNCLE, "713 555 0142")) == {
        "Marta Pop"
    }
    found = calls(
        told(),
        unsafe,
        phone(MOTHER, "+1 713 555 0142"),
        phone(UNCLE, "713 555 0142"),
        clocks=(duty("parent_reached"),),
    )
    reasons = {one.callee.party.name: one.reason for one in found.not_now}
    assert (reasons["Marta Pop"], reasons["Luis Pop"]) == ("number_barred", "do_not_contact")
