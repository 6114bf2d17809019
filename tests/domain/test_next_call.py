"""The next call: the lawful order, who steps back, what is not known, and who is never rung."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.bodies import Body
from minors_desk.domain.calling import CallLine, callees
from minors_desk.domain.case import fold
from minors_desk.domain.contacts import Party
from minors_desk.domain.disclosures import FederalContactDecided
from minors_desk.domain.duties import DutyClock
from minors_desk.domain.federal_calls import federal_call, federal_rulings
from minors_desk.domain.gates import GateTerms
from minors_desk.domain.next_call import LAWFUL_ORDER, Known, NextCalls, next_calls
from minors_desk.domain.periods import Period
from minors_desk.domain.rules import Checked, Pack, Rule
from minors_desk.domain.values import Country
from minors_desk.services.packs import shipped_pack
from tests.domain.samples import ZONE, at, case_of, encountered, ident, reached, tried
from tests.domain.samples_custody import began, ended
from tests.domain.samples_protection import code
from tests.domain.samples_who import classed, fact
from tests.domain.strategies import logs
from tests.domain.test_calling import DCFS, MOTHER, NAMES, OWN, UNCLE, duty, phone, told

FEDERAL = CallLine(id="us-ice-lesc", jurisdiction="US", purpose="federal_agency", name="LESC")
MEXICO = CallLine(
    id="us-mx", jurisdiction="US", purpose="consulate", name="CIAM", number="1", for_country="MX"
)
OTIP = CallLine(
    id="us-hhs-otip",
    jurisdiction="US",
    purpose="trafficking_notice",
    name="OTIP",
    number="202",
    hours="Mon-Fri 09:00-17:00 ET",
)
LINES = (DCFS, OWN, FEDERAL, MEXICO, OTIP)
MOM = Party(name="Marta Pop", number="+502 5550 1234", person_id=MOTHER)
ACCUSED = classed(0)
"""Of a child that is accused, child protection hears only where a rule says so."""
LINE = Party(name="Illinois DCFS", number="800-252-2873", line_id=DCFS.id)


@pytest.mark.parametrize(
    ("packs", "answer"),
    [
        (("us", "us-tx"), "supervisor"),
        (("us", "us-fl"), "supervisor"),
        (("us", "us-ca"), "forbidden"),
        (("us", "us-il"), "needs"),
        (("us", "us-nj"), "needs"),
        (("us", "us-wa"), "needs"),
        (("us", "us-co"), "needs"),
        (("us", "us-ga"), "not_said"),
        (("ca", "ca-on"), "not_said"),
    ],
)
def test_what_the_shipped_packs_answer(packs: tuple[str, ...], answer: str) -> None:
    """California, Washington, New Jersey, Colorado and Illinois limit it, Texas and Florida push
    the other way (workflow, step 9); all others do not say.
    """
    given = [shipped_pack(one) for one in packs]
    rulings = federal_rulings(case_of(encountered(-2), began(-1)), given, at(2), ZONE)
    assert federal_call(rulings, allowed=False).answer == answer


def limit(*met_by: str, due: float, verified: bool = True) -> DutyClock:
    """A duty with a limit of the law that may be red."""
    clock = duty(*met_by, due=due)
    rule = replace(
        clock.rule,
        within=Period(exact=timedelta(hours=1)),
        checked=Checked(verified=verified, source="s", on=None),
    )
    return DutyClock(
        rule=rule,
        start=clock.start,
        start_known=True,
        start_entry=clock.start_entry,
        due=clock.due,
        met_at=None,
        met_by=None,
    )


def shut(
    answer: Any,
    *needs: Any,
    to: Any = "federal_agency",
    about: Any = "identity",
    before: Any = "disclosure",
    pack: str = "us-tx",
) -> Rule:
    """A gate before a disclosure, as the law answers; of another step it names nobody."""
    named = {"about": (about,), "to": (to,)} if before == "disclosure" else {}
    terms = GateTerms(before=before, answer=answer, needs=needs, **named)
    return replace(duty("x").rule, kind="gate", gate=terms, pack=pack)


def packs_of(gates: tuple[Rule, ...]) -> list[Pack]:
    """The packs of these rules, each rule by an id of its own."""
    named = [replace(one, id=f"G-{number}") for number, one in enumerate(gates)]
    return [
        Pack(
            id=pack,
            title=pack,
            is_law=True,
            rules=tuple(one for one in named if one.pack == pack),
            content_hash="",
        )
        for pack in dict.fromkeys(one.pack for one in named)
    ]


def supervisor(decision: Any, minutes: float = 1) -> FederalContactDecided:
    return FederalContactDecided(
        occurred_at=at(minutes),
        who="immigration_authority",
        agency="ERO juvenile coordinator",
        decision=decision,
        reason="Counsel was asked",
    )


def calls(
    *bodies: Body,
    clocks: tuple[DutyClock, ...] = (),
    now: float = 2,
    lines: tuple[CallLine, ...] = LINES,
    gates: tuple[Rule, ...] = (),
) -> NextCalls:
    """The calls of a child with us, as of that many minutes."""
    case = case_of(encountered(-2), began(-1), *bodies)
    known = Known(
        callees=callees(case, lines, clocks, NAMES),
        clocks=clocks,
        rulings=federal_rulings(case, packs_of(gates), at(now), ZONE),
    )
    return next_calls(case, known, at(now), ZONE)


def purposes(found: NextCalls) -> list[str]:
    return [one.purpose for one in found.calls]


def first_names(found: NextCalls) -> list[str]:
    assert found.first is not None
    return [one.callee.party.name for one in found.first.whom]


ALL_OWED = (
    duty("lawyer_consulted", due=20),
    duty("juvenile_authority_reached", due=20),
    duty("missing_child_check_done", due=20),
    duty("consulate_reached", due=20),
    duty("parent_reached", due=20),
    duty("child_protection_reached", due=None),
)


def test_the_lawful_order_stands_whatever_is_due_first() -> None:
    found = calls(clocks=ALL_OWED)
    assert purposes(found) == [
        "child_protection",
        "parent_or_relative",
        "consulate",
        "missing_child_check",
        "lawyer",
        "juvenile_authority",
    ]
    assert found.first is not None
    assert [one.rule.id for one in found.first.duties] == ["R-child_protection_reached"]
    assert first_names(found) == ["Illinois DCFS"]


def test_a_verified_limit_about_to_run_out_goes_before_all() -> None:
    late = limit("parent_reached", due=1)
    soon = limit("lawyer_consulted", due=16)
    clocks = (duty("child_protection_reached"), late, soon)
    assert purposes(calls(clocks=clocks)) == ["parent_or_relative", "lawyer", "child_protection"]
    clocks = (duty("child_protection_reached"), limit("lawyer_consulted", due=18))
    assert purposes(calls(clocks=clocks)) == ["child_protection", "lawyer"]


def test_a_limit_nobody_verified_does_not_push_ahead() -> None:
    clocks = (duty("child_protection_reached"), limit("lawyer_consulted", due=1, verified=False))
    assert purposes(calls(clocks=clocks))[0] == "child_protection"


def test_who_did_not_answer_steps_back_and_the_next_stands_in_front() -> None:
    clocks = (duty("child_protection_reached"), duty("parent_reached"))
    people = (told(), phone(MOTHER, MOM.number), told(UNCLE, role="aunt_uncle"), phone(UNCLE, "5"))
    found = calls(*people, tried(1, LINE), clocks=clocks)
    assert purposes(found) == ["parent_or_relative"]
    assert first_names(found) == ["Marta Pop", "Luis Pop"]
    (waits,) = [one for one in found.not_now if one.reason == "next_try"]
    assert (waits.callee.party.name, waits.until) == ("Illinois DCFS", at(16))
    planned = tried(1, MOM, purpose="parent_or_relative", next_try_at=at(40))
    found = calls(*people, tried(1, LINE), planned, clocks=clocks)
    assert first_names(found) == ["Luis Pop"]
    found = calls(*people, tried(1, LINE), planned, clocks=clocks, now=16)
    assert purposes(found) == ["child_protection", "parent_or_relative"]
    assert found.first is not None
    assert found.first.tries == 1


def test_after_tries_in_vain_another_line_then_the_supervisor() -> None:
    clocks = (duty("child_protection_reached"),)
    twice = (tried(1, LINE), tried(20, LINE))
    other = replace(DCFS, id="own-dcfs", set_at=None, name="DCFS night desk", number="7")
    found = calls(*twice, clocks=clocks, now=60, lines=(DCFS, other))
    assert found.first is not None
    assert (found.first.escalation, found.first.tries) == ("another_line", 2)
    assert first_names(found)[0] == "DCFS night desk"
    assert calls(*twice, clocks=clocks, now=60).first.escalation is None  # type: ignore[union-attr]
    found = calls(*twice, tried(40, LINE), clocks=clocks, now=90)
    assert found.first is not None
    assert found.first.escalation == "tell_supervisor"
    told_of = calls(*twice, tried(40, LINE, escalated_to="Sgt. Lee"), clocks=clocks, now=90)
    assert told_of.first is not None
    assert told_of.first.escalation is None
    sergeant = reached(50, Party(name="Sgt. Lee"), purpose="supervisor")
    told_of = calls(*twice, tried(40, LINE), sergeant, clocks=clocks, now=90)
    assert told_of.first is not None
    assert told_of.first.escalation is None


def test_a_duty_without_anybody_to_ring_is_a_call_all_the_same() -> None:
    clocks = (duty("consulate_reached"),)
    found = calls(ACCUSED, clocks=clocks)
    assert found.first is not None
    assert (found.first.whom, found.first.missing) == ((), "nobody_known")
    blank = replace(MEXICO, id="own-x", for_country="", number="")
    found = calls(ACCUSED, clocks=clocks, lines=(blank,))
    assert found.first is not None
    assert found.first.missing == "no_number"
    unsafe = (ACCUSED, told(safe_to_contact="no"), phone(MOTHER, MOM.number))
    found = calls(*unsafe, clocks=(duty("parent_reached"),))
    assert found.first is not None
    assert found.first.missing == "nobody_may_be_rung"
    assert [one.reason for one in found.not_now if one.callee.person] == ["do_not_contact"]


def test_a_line_of_another_country_is_not_offered() -> None:
    def of(*countries: str) -> NextCalls:
        bodies = [fact(0, "nationality", Country(code=one)) for one in countries]
        return calls(ACCUSED, *bodies, clocks=(duty("consulate_reached"),))

    assert of("GT").first.whom == ()  # type: ignore[union-attr]
    assert first_names(of("GT", "MX")) == ["CIAM"]


def test_a_closed_line_waits_until_it_opens() -> None:
    clocks = (duty("trafficking_notice_sent", due=None),)
    found = calls(clocks=clocks)
    assert not [one for one in found.calls if one.purpose == "trafficking_notice"]
    (closed,) = [one for one in found.not_now if one.reason == "closed"]
    assert closed.until is not None
    case = case_of(encountered(-2), began(-1))
    known = Known(callees=callees(case, LINES, clocks, NAMES), clocks=clocks)
    assert "trafficking_notice" in purposes(next_calls(case, known, closed.until, ZONE))


def test_a_notice_in_writing_is_asked_for_by_telephone_once() -> None:
    clocks = (duty("trafficking_notice_sent", due=None),)
    always = (replace(OTIP, hours="24/7"),)
    assert "trafficking_notice" in purposes(calls(clocks=clocks, lines=always))
    party = Party(name="OTIP", line_id="us-hhs-otip")
    found = calls(reached(1, party, purpose="trafficking_notice"), clocks=clocks, lines=always)
    assert "trafficking_notice" not in purposes(found)
    assert [one.reason for one in found.not_now] == ["already_reached"]


def test_what_is_usual_is_said_to_be_no_rule() -> None:
    people = (told(), phone(MOTHER, MOM.number))
    found = calls(*people)
    assert purposes(found) == ["child_protection", "parent_or_relative"]
    assert all(one.is_practice and not one.duties for one in found.calls)
    assert purposes(calls(*people, code(0, "accompanied", "relative"))) == ["parent_or_relative"]
    assert not calls(*people, reached(1, MOM, purpose="parent_or_relative")).calls
    assert not calls(*people, ended(1)).calls


def test_who_must_be_asked_about_first_and_a_wrong_number() -> None:
    clocks = (duty("parent_reached"),)
    people = (told(safe_to_contact="ask_first"), phone(MOTHER, MOM.number))
    assert calls(*people, clocks=clocks).not_now[0].reason == "ask_first"
    wrong = tried(1, MOM, purpose="parent_or_relative", outcome="wrong_number")
    found = calls(told(), phone(MOTHER, MOM.number), wrong, clocks=clocks, now=600)
    assert "wrong_number" in [one.reason for one in found.not_now]


def test_a_promise_that_was_not_kept_is_a_call() -> None:
    worker = Party(name="Illinois DCFS", line_id=DCFS.id)
    promise = reached(1, worker, promised="Worker Ruiz comes", promised_by=at(30))
    assert not calls(promise, now=29).calls
    found = calls(promise, now=30)
    assert found.first is not None
    assert found.first.promised is not None
    assert first_names(found) == ["Illinois DCFS"]


@pytest.mark.parametrize(
    ("gates", "allowed", "answer"),
    [
        ((), False, "not_said"),
        ((), True, "not_said"),
        ((shut("allowed"),), False, "supervisor"),
        ((shut("allowed"),), True, "allowed"),
        ((shut("allowed"), shut("forbidden")), True, "forbidden"),
        ((shut("needs", "judge_order"),), True, "needs"),
        ((shut("needs", "supervisor", to="immigration_authority"),), True, "allowed"),
        ((shut("allowed", to="consulate"),), True, "not_said"),
        ((shut("allowed", about="school"),), True, "not_said"),
        ((shut("allowed", pack="us"),), True, "not_said"),
        ((shut("forbidden", pack="us"),), True, "forbidden"),
        ((shut("allowed"), shut("forbidden", before="status_question")), True, "needs"),
        ((shut("allowed"), shut("forbidden", before="immigration_hold")), True, "needs"),
        (
            (shut("allowed"), shut("forbidden", before="immigration_hold", pack="us")),
            True,
            "allowed",
        ),
    ],
)
def test_a_federal_agency_only_where_law_and_supervisor_allow(
    gates: tuple[Rule, ...], allowed: bool, answer: str
) -> None:
    decided = supervisor("allowed" if allowed else "refused")
    found = calls(decided, gates=gates)
    assert found.federal.answer == answer
    assert ("federal_agency" in purposes(found)) is (answer == "allowed")
    assert ("federal" in [one.reason for one in found.not_now]) is (answer != "allowed")


OWED = st.lists(
    st.sampled_from(
        [
            *ALL_OWED,
            limit("child_protection_reached", due=5),
            limit("parent_reached", due=9),
            duty("trafficking_notice_sent", due=None),
            duty("federal_agency_reached"),
        ]
    ),
    unique_by=lambda one: (one.rule.id, one.due),
    max_size=6,
)


@given(log=logs(), owed=OWED, now=st.integers(0, 60))
def test_for_every_case_nobody_is_rung_who_must_not_be(log: Any, owed: Any, now: int) -> None:
    """And nothing that is owed is lost: it is a call, or somebody for it waits."""
    case = fold(ident(0), log)
    names = {one.person_id: "x" for one in case.people}
    clocks = tuple(owed)
    known = Known(callees=callees(case, LINES, clocks, names), clocks=clocks)
    found = next_calls(case, known, at(now), ZONE)
    rung = [one.callee for call in found.calls for one in call.whom]
    not_now = [one.callee for one in found.not_now]
    assert all(one.not_called is None for one in rung)
    assert all(one.person is None or one.person.safe_to_contact != "no" for one in rung)
    assert all(one.purpose != "federal_agency" for one in rung)
    barred = [
        one.callee.party for one in found.not_now if one.callee.not_called == "do_not_contact"
    ]
    assert not [one for one in rung if any(one.party.shares_number(each) for each in barred)]
    assert not [one for one in rung if one in not_now]
    pressing = [one for one in found.calls if one.presses]
    assert list(found.calls[: len(pressing)]) == pressing
    rest = [LAWFUL_ORDER.index(one.purpose) for one in found.calls if not one.presses]
    assert rest == sorted(rest)
    called = {one.purpose for one in found.calls}
    waiting = {one.callee.purpose for one in found.not_now}
    for clock in clocks:
        purpose = {
            "R-lawyer_consulted": "lawyer",
            "R-parent_reached": "parent_or_relative",
            "R-child_protection_reached": "child_protection",
            "R-consulate_reached": "consulate",
        }.get(clock.rule.id)
        assert purpose is None or purpose in called | waiting
