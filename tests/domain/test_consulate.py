"""Offer, notice, guardian and hold as the fold tells them; what no notice can say of a child."""

from typing import get_args

import msgspec
import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.consulate import ConsularNotice, NoticeTold
from minors_desk.domain.contacts import ReportSent
from tests.domain.samples import at, case_of, encountered, reached, tried
from tests.domain.samples_consulate import answered, held, national, notified, offered
from tests.domain.samples_custody import began
from tests.domain.samples_disclosing import asked


def findings(*told: Body) -> list[tuple[str, int]]:
    """Codes with the place of their entry, of a case that is met and held."""
    found = case_of(encountered(), began(1), *told).findings
    return [(one.code, one.entry_id.int & 0xFFFF) for one in found]


def test_what_goes_abroad_under_a_hold_is_found() -> None:
    told = asked(7, who="foreign_state", about=("identity",), answer="given", given=("identity",))
    hold = held(6, "disclosure_abroad")
    assert [code for code, _ in findings(hold, told)] == ["told_abroad_under_hold"]
    assert findings(hold, answered(6.5, "go_ahead", "disclosure_abroad"), told) == []
    assert findings(held(6), told) == []
    assert findings(hold, asked(7, who="foreign_state")) == []
    assert findings(hold, msgspec.structs.replace(told, who="court")) == []


UNDER_HOLD = "consulate_contacted_under_hold"


@pytest.mark.parametrize(
    "contact",
    [
        tried(7, purpose="consulate"),
        reached(7, purpose="consulate"),
        ReportSent(occurred_at=at(7), report="consular_notification", to="Them", method="fax"),
        notified(7, "CN", why="mandatory"),
    ],
)
def test_who_turns_to_a_consulate_under_a_hold_is_found_also_where_it_must_be_told(
    contact: Body,
) -> None:
    child = national(2, "CN")
    hold = held(6)
    assert [code for code, _ in findings(child, hold, contact)] == [UNDER_HOLD]
    assert [code for code, _ in findings(child, hold, answered(6.5, "keep_back"), contact)] == [
        UNDER_HOLD
    ]
    assert findings(child, hold, answered(6.5), contact) == []
    assert findings(child, contact, held(8)) == []
    assert findings(child, held(6, "disclosure_abroad"), contact) == []
    assert [code for code, _ in findings(child, hold, answered(6.2), held(6.5), contact)] == [
        UNDER_HOLD
    ]


def test_another_call_under_a_hold_is_none_of_it() -> None:
    assert findings(held(6), reached(7, purpose="child_protection")) == []


def test_an_answer_on_what_nobody_held_is_found() -> None:
    code = "counsel_answer_without_hold"
    assert [one for one, _ in findings(answered(7))] == [code]
    late = answered(7, "go_ahead", "consular_notice", "disclosure_abroad")
    assert [one for one, _ in findings(held(6), late)] == [code]


def test_an_offer_that_reached_nobody_is_found() -> None:
    deaf = offered(5, "MX", answer="not_understood")
    away = offered(6, "MX", answer="could_not_be_asked", answered_by=None)
    assert [code for code, _ in findings(deaf, away)] == [
        "consulate_not_understood",
        "consulate_not_asked",
    ]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"answer": None, "answered_by": None}, "answer"),
        ({"answer": "could_not_be_asked"}, "answered_by"),
        ({"said": "will_be_told", "answer": None}, "answered_by"),
        (
            {"answer": "could_not_be_asked", "answered_by": None, "answered_name": "Rosa"},
            "answered_by",
        ),
    ],
)
def test_an_offer_that_contradicts_itself(changed: dict[str, object], field: str) -> None:
    misfit = offered(5, "MX", **changed).misfit()
    assert misfit is not None and misfit[0] == field
    assert offered(5, "MX").misfit() is None
    assert offered(5, said="will_be_told", answer=None, answered_by=None).misfit() is None


def test_a_notice_can_tell_of_nothing_but_who_the_child_is_and_where_to_ask_for_it() -> None:
    assert set(get_args(NoticeTold)) == {
        "name",
        "birth_date",
        "birth_place",
        "passport",
        "held_since",
        "held_where",
        "contact",
    }
    own = {one.name for one in msgspec.structs.fields(ConsularNotice)}
    own -= {one.name for one in msgspec.structs.fields(Body)}
    assert own == {
        "country",
        "post",
        "why",
        "method",
        "number",
        "spoke_with",
        "reference",
        "told",
    }
