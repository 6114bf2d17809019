"""Requests, detainers and federal access in the fold; what a reviewer and the officer are told."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain import codec, fact_table, roles
from minors_desk.domain.alter import Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.codec import NotABody
from minors_desk.domain.disclosing_values import AnswerThen
from minors_desk.domain.disclosing_wrongs import without_rule
from minors_desk.domain.disclosures import StatusAsked
from minors_desk.domain.entries import CASE_KINDS
from minors_desk.domain.findings import review_findings
from minors_desk.domain.gates import ABOUT, NEEDS, About, Needs
from minors_desk.domain.gating import wrongs
from minors_desk.domain.reminders import reminders
from minors_desk.services import packs
from tests.domain.moments import CASE, at, ident
from tests.domain.samples import case_of, encountered, entry
from tests.domain.samples_custody import began
from tests.domain.samples_disclosing import (
    DAY,
    ONE_OF_EACH_OF_DISCLOSING,
    access,
    asked,
    detainer,
    reply,
)

ZONE = "America/Chicago"


def told(*bodies: Body) -> Case:
    """Entries 3, 4, ... of a child in custody."""
    return case_of(encountered(), began(1), *bodies)


def against(place: str, *bodies: Body) -> set[tuple[int, str]]:
    """Which entry went against which rule of that place."""
    law = tuple(packs.shipped_pack(name) for name in packs.shipped(place))
    numbers = {ident(number): number for number in range(20)}
    return {(numbers[one.entry_id], one.rule.id) for one in wrongs(told(*bodies), law, ZONE)}


@pytest.mark.parametrize(
    ("body", "changed", "field"),
    [
        (asked(1), {"answer": "given"}, "given"),
        (asked(1), {"given": ["address"]}, "given"),
        (asked(1), {"given_words": "x"}, "given_words"),
        (asked(1), {"answer": "put_off"}, "until"),
        (asked(1), {"until": "2026-11-25T09:00:00Z"}, "until"),
        (asked(1), {"answer": "put_off", "until": "2026-11-24T09:01:00Z"}, "until"),
        (asked(1), {"authority_number": "7"}, "authority"),
        (asked(1), {"supervisor": "Osei"}, "supervisor"),
        (asked(1), {"court": "Juvenile court", "met": ["supervisor"]}, "court"),
        (asked(1), {"about": []}, "about"),
        (asked(1), {"who": "anyone"}, "who"),
        (detainer(1), {"asks": ["interview"], "until": "2026-11-25T09:00:00Z"}, "until"),
        (detainer(1), {"until": "2026-11-24T09:00:00Z"}, "until"),
        (detainer(1), {"copy_given_at": "2026-11-24T09:00:00Z"}, "copy_given_at"),
        (access(1), {"allowed": ["record"]}, "allowed"),
        (access(1), {"asks": ["building"], "lawyer": "present"}, "asks"),
        (access(1), {"authority_number": "7"}, "authority"),
    ],
)
def test_what_cannot_be_so_is_refused(body: Body, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(NotABody) as error:
        codec.read(codec.plain(body) | changed)
    assert error.value.field == field


def test_each_is_kept_and_a_detainer_gathers_its_answers() -> None:
    bodies = ONE_OF_EACH_OF_DISCLOSING
    answer = reply(72, 6, copy_given_at=at(71))
    case = told(*(answer if one.occurred_at == at(72) else one for one in bodies))
    found = case.disclosing
    assert [len(one) for one in (found.requests, found.federal_contacts, found.accesses)] == [1] * 3
    assert [one.told.asked_by for one in found.status_questions] == ["Det. Cho"]
    (kept,) = found.detainers
    assert (kept.is_answered, kept.copy_given_at) == (True, at(70))
    assert [one.told for one in kept.answers] == [answer]
    events = [(one.name, one.at) for one in case.events if one.name.startswith("detainer")]
    copied = ("detainer_copy_given", at(70)), ("detainer_copy_given", at(71))
    assert events == [("detainer_received", at(63)), *copied]
    assert case.findings == ()


def test_an_answer_to_no_detainer_of_the_case_is_found() -> None:
    case = told(reply(10, 99))
    assert [(one.code, one.entry_id) for one in case.findings] == [("detainer_not_told", ident(3))]
    assert case.disclosing.is_empty


def test_a_detainer_waits_until_somebody_decides() -> None:
    def waiting(*bodies: Body) -> list[tuple[str, UUID]]:
        return [(one.code, one.entry_id) for one in reminders(told(*bodies))]

    came = detainer(10, number="9")
    assert waiting(came) == [("detainer", ident(3))]
    (reminder,) = reminders(told(came))
    assert (reminder.due, dict(reminder.params)) == (at(10), {"whose": "ICE 9"})
    assert waiting(came, reply(12, 3, answer="to_counsel")) == [("detainer", ident(3))]
    assert waiting(came, reply(12, 3, answer="to_counsel"), reply(14, 3)) == []


def test_an_answer_put_off_is_owed_until_the_same_asker_has_one() -> None:
    later = asked(10, answer="put_off", until=at(90), agency="ICE")
    assert [(one.code, one.due) for one in reminders(told(later))] == [("answer_put_off", at(90))]
    assert reminders(told(later, asked(50, agency="ICE"))) == ()
    assert len(reminders(told(later, asked(50, agency="CBP")))) == 1


def test_what_was_told_against_the_law_of_the_place_is_found() -> None:
    gave = asked(10, answer="given", given=("address",))
    assert against("US-CA", gave) == {(3, "US-CA-24d")}
    assert against("US-CO", gave) == {(3, "US-CO-02a")}
    assert against("US-TX", gave) == set()
    assert against("US-CA", asked(10)) == set()


def test_what_a_rule_needs_is_looked_for_in_what_was_met() -> None:
    def gave(**changed: object) -> Body:
        return asked(10, answer="given", given=("birthplace",), **changed)

    assert against("US-WA", gave()) == {(3, "US-WA-07")}
    assert against("US-WA", gave(met=("supervisor",), supervisor="Osei")) == {(3, "US-WA-07")}
    order = {"met": ("judge_order",), "court": "Superior court", "order_dated": DAY}
    assert against("US-WA", gave(**order)) == set()


def test_a_hold_a_notice_and_an_interview_are_judged_too() -> None:
    came = detainer(10)
    assert against("US-IL", came, reply(12, 3)) == set()
    held = against("US-IL", came, reply(12, 3, answer="held"))
    assert held == {(4, "US-IL-11a"), (4, "US-UC-15a")}
    notice = reply(12, 3, answer="notice_given")
    assert against("US-NJ", came, notice) == {(4, "US-NJ-02b")}
    # The copy that the child had by then is what the rule needs, whoever notes it.
    assert against("US-NJ", detainer(10, copy_given_at=at(11)), notice) == set()
    assert against("US-NJ", came, reply(12, 3, answer="notice_given", copy_given_at=at(13))) == {
        (4, "US-NJ-02b")
    }
    let_in = access(10, allowed=("child",))
    assert against("US-CA", let_in) == {(3, "US-CA-25a")}
    assert against("US-CA", access(10, allowed=("child",), consent_form="signed")) == set()
    assert against("US-CA", access(10, allowed=("building",))) == set()
    question = StatusAsked(occurred_at=at(10), asked_by="Det. Cho", noted="no")
    assert against("US-IL", question) == {(3, "US-IL-11b")}
    assert against("US-TX", question) == set()


def test_where_no_rule_was_known_a_supervisor_is_looked_for() -> None:
    def found(*bodies: Body, place: str = "US-TX") -> list[str]:
        law = tuple(packs.shipped_pack(name) for name in packs.shipped(place))
        return [one.code for one in without_rule(told(*bodies), law, ZONE)]

    gave = {"answer": "given", "given": ("address",)}
    assert found(asked(10, **gave)) == ["told_without_rule"]
    # What the entry says that the law said is what was shown: a reviewer judges by the packs.
    kept = (AnswerThen(about="address", word="allowed"),)
    assert found(asked(10, **gave, law=kept)) == ["told_without_rule"]
    assert found(asked(10, **gave, met=("supervisor",), supervisor="Osei")) == []
    assert found(asked(10)) == []
    # Where a rule is known, its breach is the finding.
    assert found(asked(10, **gave), place="US-CA") == []
    assert found(access(10, allowed=("child",))) == ["let_in_without_rule"]
    assert found(access(10, allowed=("building",))) == []
    assert found(access(10, allowed=("child",), met=("supervisor",))) == []
    held = detainer(10), reply(12, 3, answer="held")
    assert found(*held, place="CA-ON") == ["held_without_rule"]
    assert found(*held) == []


def test_what_was_forbidden_is_told_as_forbidden() -> None:
    law = tuple(packs.shipped_pack(name) for name in packs.shipped("US-CA"))
    case = told(asked(10, answer="given", given=("address", "birthplace")))
    codes = {
        one.rule.id: one.code
        for one in review_findings(case, (), wrongs(case, law, ZONE), at(20), ())
        if one.rule is not None
    }
    assert codes == {"US-CA-24d": "forbidden", "US-CA-26": "gate_shut"}


def test_no_entry_and_no_fact_holds_an_immigration_status() -> None:
    """Nobody may write it down: a rule can allow the question, not a field for the answer."""
    assert "immigration_status" not in fact_table.FACTS
    assert not [one for one in fact_table.FACTS if "status" in one or "immigra" in one]
    fields = {
        (str(kind.__struct_config__.tag), name)
        for kind in CASE_KINDS
        for name in kind.__struct_fields__
    }
    assert not [one for one in fields if "status" in one[1] or "immigra" in one[1]]
    assert {name for kind, name in fields if kind == "status_asked"} <= {
        *("occurred_at", "v", "precision", "done_by", "late_because"),
        *("asked_by", "authority", "noted", "note"),
    }


def test_only_a_supervisor_decides_that_we_turn_to_a_federal_agency() -> None:
    holding = {role for role in roles.MAY if roles.may(frozenset({role}), roles.DECIDE_FEDERAL)}
    assert holding == {"supervisor"}


@given(
    st.lists(st.sampled_from(ABOUT), min_size=1, max_size=3, unique=True).map(tuple),
    st.lists(st.sampled_from(NEEDS), max_size=3, unique=True).map(tuple),
    st.sampled_from(["US-CA", "US-OR", "US-DC", "US-TX"]),
)
def test_a_withdrawn_telling_is_no_finding_and_more_met_is_never_worse(
    given_: tuple[About, ...], met: tuple[Needs, ...], place: str
) -> None:
    gave = asked(10, about=given_, answer="given", given=given_)
    first = against(place, gave)
    assert against(place, asked(10, about=given_, answer="given", given=given_, met=met)) <= first
    entries = [
        entry(1, encountered()),
        entry(2, began(1)),
        entry(3, gave),
        entry(4, Withdrawn(occurred_at=at(20), target=ident(3), reason="another child")),
    ]
    law = tuple(packs.shipped_pack(name) for name in packs.shipped(place))
    assert wrongs(fold(CASE, entries), law, ZONE) == ()
