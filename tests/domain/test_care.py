"""Care, medicine, screening, rights and searches: what stands, what rules see, what is found."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minors_desk.domain.answers import LastTime
from minors_desk.domain.bodies import Body
from minors_desk.domain.care import CARE_EVENTS, last_care, medicines
from minors_desk.domain.case import Case, fold
from minors_desk.domain.codec import NotABody, decode, encode, read
from minors_desk.domain.entries import Entry
from minors_desk.domain.events import EVENTS
from minors_desk.domain.screening import Signs, injuries, rechecks, urgent_signs
from tests.domain import samples_care as told
from tests.domain.moments import CASE, at, ident
from tests.domain.samples import case_of, encountered
from tests.domain.samples_care import SHEET, medicine, screened
from tests.domain.strategies_care import care_logs


def events(*bodies: Body) -> list[str]:
    return [one.name for one in case_of(*bodies).events]


def findings(*bodies: Body) -> list[str]:
    return [one.code for one in case_of(*bodies).findings]


@given(care_logs, st.data())
@settings(max_examples=150)
def test_any_order_of_arrival_folds_equal(log: list[Entry], data: st.DataObject) -> None:
    assert fold(CASE, data.draw(st.permutations(log))) == fold(CASE, log)


@given(care_logs)
@settings(max_examples=150)
def test_every_event_may_be_named_by_a_rule_and_every_finding_is_about_an_entry(
    log: list[Entry],
) -> None:
    case = fold(CASE, log)
    assert {one.name for one in case.events} <= EVENTS
    assert {one.entry_id for one in case.findings} <= {one.id for one in log}


@pytest.mark.parametrize("body", told.ONE_OF_EACH_OF_CARE, ids=lambda one: type(one).__name__)
def test_stored_and_read_back(body: Body) -> None:
    assert decode(encode(body)) == body


def test_what_is_refused_was_offered_but_not_given() -> None:
    assert events(told.given(1, "food", "refused")) == ["food_offered"]
    assert events(told.given(1, "water", "offered")) == ["water_offered"]
    assert events(told.given(1, "rest", "accepted")) == ["rest_offered", "rest_given"]
    assert len(CARE_EVENTS) == 24


def test_the_last_care_of_a_kind() -> None:
    case = case_of(told.given(1), told.given(5, answer="refused"), told.given(9, "water"))
    food = last_care(case, "food")
    assert food is not None
    assert (food.at, food.answer) == (at(5), "refused")
    assert last_care(case, "toilet") is None


def times(case: Case) -> list[tuple[str, int, datetime | None, datetime | None]]:
    return [(row.name, len(row.doses), row.last_at, row.next_due_at) for row in medicines(case)]


def test_a_medicine_has_its_last_and_its_next_dose() -> None:
    first = medicine(10, last_dose_at=at(-200), next_due_at=at(250))
    assert times(case_of(first)) == [("Salbutamol", 1, at(10), at(250))]
    assert events(first) == ["medicine_given"]


def test_a_dose_not_taken_stays_due_as_it_was() -> None:
    first = medicine(10, next_due_at=at(250))
    refused = medicine(250, answer="refused")
    assert times(case_of(first, refused)) == [("Salbutamol", 2, at(10), at(250))]
    put_off = medicine(250, answer="refused", next_due_at=at(280))
    assert times(case_of(first, put_off)) == [("Salbutamol", 2, at(10), at(280))]
    assert medicines(case_of(first, refused))[0].latest.answer == "refused"
    assert events(refused) == []


def test_a_dose_taken_without_a_next_one_owes_nothing() -> None:
    case = case_of(medicine(10, next_due_at=at(250)), medicine(250))
    assert times(case) == [("Salbutamol", 2, at(250), None)]


def test_a_dose_from_before_us_is_known_by_what_was_told() -> None:
    refused = medicine(10, answer="refused", last_dose_at=at(-90))
    assert times(case_of(refused)) == [("Salbutamol", 1, at(-90), None)]
    assert times(case_of(medicine(10, answer="refused"))) == [("Salbutamol", 1, None, None)]


def test_medicines_are_told_apart_by_name() -> None:
    case = case_of(medicine(1), medicine(2, "insulin"), medicine(3, " SALBUTAMOL "))
    assert [(row.name, len(row.doses)) for row in medicines(case)] == [
        ("Salbutamol", 2),
        ("insulin", 1),
    ]


def test_a_screening_keeps_its_sheet() -> None:
    case = case_of(encountered(), SHEET)
    (screening,) = case.screenings
    assert (screening.at, screening.sheet, screening.entry_id) == (at(22), SHEET, ident(2))
    assert urgent_signs(SHEET) == ("breathing", "dehydration")
    assert [one.part for one in injuries(SHEET)] == ["knee"]
    assert [one.what for one in case.care] == ["water"]
    assert events(SHEET) == [
        "medically_screened",
        "urgent_sign_seen",
        "water_offered",
        "water_given",
    ]
    assert findings(SHEET) == []


@pytest.mark.parametrize(
    ("urgent", "decision", "found"),
    [
        (("bleeding",), "fit_to_stay", ["urgent_sign_without_ambulance"]),
        (("bleeding",), "clinic", ["urgent_sign_without_ambulance"]),
        (("bleeding",), "hospital", []),
        (("bleeding",), "ems_called", []),
        ((), "fit_to_stay", []),
        ("unknown", "fit_to_stay", []),
        (None, "fit_to_stay", []),
    ],
)
def test_an_urgent_sign_calls_for_an_ambulance(
    urgent: object, decision: str, found: list[str]
) -> None:
    body = screened(1, decision, Signs(urgent=urgent))  # type: ignore[arg-type]
    assert findings(body) == found
    assert ("urgent_sign_seen" in events(body)) == isinstance(urgent, tuple) * bool(urgent)


def test_what_is_seen_and_what_nobody_can_tell_are_three_things() -> None:
    seen = [screened(1, signs=Signs(injuries=one)) for one in ((), "refused", None)]  # type: ignore[arg-type]
    assert [injuries(one) for one in seen] == [(), (), ()]
    assert len({encode(one) for one in seen}) == 3


def test_a_recheck_is_owed_until_the_next_screening() -> None:
    first, second = screened(1, recheck_at=at(60)), screened(70, recheck_at=at(130))
    assert [(one.due, one.done_at) for one in rechecks(case_of(first))] == [(at(60), None)]
    owed = rechecks(case_of(first, second))
    assert [(one.due, one.done_at, one.done_by) for one in owed] == [
        (at(60), at(70), ident(2)),
        (at(130), None, None),
    ]
    assert rechecks(case_of(screened(1))) == ()
    assert rechecks(case_of(screened(1), screened(2, recheck_at=at(9)))) != ()


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [
        ("signs", {"pain": 11}, "signs.pain"),
        ("signs", {"pain": "rather"}, "signs.pain"),
        ("signs", {"urgent": ["hungry"]}, "signs.urgent[0]"),
        ("health", {"last_dose": {}}, "health.last_dose"),
        ("wellbeing", {"last_meal": {"at": "0001-01-01T00:00:00Z"}}, "wellbeing.last_meal.at"),
        ("outcome", {"decision": "unknown"}, "outcome.decision"),
    ],
)
def test_a_wrong_answer_is_named_by_its_field(field: str, value: object, where: str) -> None:
    raw = {
        "kind": "medically_screened",
        "occurred_at": "2026-11-24T09:00:00Z",
        "outcome": {"decision": "fit_to_stay"},
    }
    with pytest.raises(NotABody) as error:
        read(raw | {field: value})
    assert error.value.field == where


def test_a_last_time_says_something() -> None:
    with pytest.raises(ValueError, match="an instant or words"):
        LastTime()


@pytest.mark.parametrize(
    ("what", "seen"),
    [
        (("reason_held",), ["reason_told"]),
        (("rights",), ["rights_told"]),
        (("reason_held", "rights", "lawyer"), ["reason_told", "rights_told", "lawyer_told"]),
        (("where_going", "who_will_come", "may_call"), ["calls_told"]),
        (("how_long",), ["length_told"]),
        (("consulate",), ["consulate_told"]),
    ],
)
def test_what_was_told_meets_what_it_is(what: tuple[str, ...], seen: list[str]) -> None:
    body = told.told(1, *what, understood="yes")
    assert events(body) == seen
    assert findings(body) == []
    assert case_of(body).told[0].what == what


def test_what_was_not_understood_is_found() -> None:
    assert findings(told.told(1, "rights", understood="no")) == ["told_but_not_understood"]
    assert findings(told.told(1, "rights", understood="not_clear")) == []


def test_nothing_told_is_no_entry() -> None:
    raw = {"kind": "rights_told", "occurred_at": "2026-11-24T09:00:00Z", "what": []}
    with pytest.raises(NotABody) as error:
        read(raw)
    assert error.value.field == "what"


@pytest.mark.parametrize(
    ("to", "answer", "seen", "found"),
    [
        ("parent", "made", ["call_offered", "parent_call_offered"], []),
        ("parent", "no_answer", ["call_offered", "parent_call_offered"], []),
        ("parent", "refused", ["call_offered", "parent_call_offered"], []),
        (
            "lawyer",
            "made",
            ["call_offered", "lawyer_call_offered", "lawyer_consulted"],
            [],
        ),
        ("lawyer", "no_answer", ["call_offered", "lawyer_call_offered"], []),
        ("relative", "refused", ["call_offered", "relative_call_offered"], []),
        ("consulate", "made", ["call_offered"], []),
        ("parent", "not_possible", [], ["call_not_possible"]),
    ],
)
def test_a_call_counts_as_offered_unless_it_was_not_possible(
    to: str, answer: str, seen: list[str], found: list[str]
) -> None:
    body = told.call_offered(1, to, answer)
    assert (events(body), findings(body)) == (seen, found)
    assert case_of(body).call_offers[0].answer == answer


@pytest.mark.parametrize(
    ("extent", "same_sex", "found"),
    [
        ("pat_down", "yes", []),
        ("pat_down", "not_known", []),
        ("outer_clothing", "no", ["searched_not_by_same_sex"]),
        ("bag", "no", []),
        ("strip", "yes", ["strip_search"]),
        ("strip", "no", ["strip_search", "searched_not_by_same_sex"]),
    ],
)
def test_a_search_that_a_supervisor_must_see(extent: str, same_sex: str, found: list[str]) -> None:
    body = told.searched(1, extent, same_sex)
    assert findings(body) == found
    assert events(body) == ["searched", "strip_searched"][: 1 + (extent == "strip")]
    assert case_of(body).searches[0].told == body
