"""Belongings: one line for each thing, where it is, who has it, what does not add up; cash."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minors_desk.domain.admission import Refusal, check_case
from minors_desk.domain.alter import Withdrawn
from minors_desk.domain.belongings import (
    Belonging,
    CashCounted,
    PhoneDetails,
    PropertyTaken,
    bags,
    cash_totals,
    next_line,
    open_property,
)
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.codec import NotABody, plain, read
from minors_desk.domain.entries import Entry, NewEntry
from minors_desk.domain.money import digits, totals
from tests.domain.moments import CASE, at, ident
from tests.domain.samples import case_of, encountered
from tests.domain.samples_care import (
    carried,
    counted,
    disputed,
    dollars,
    phone_searched,
    returned,
    sealed,
    taken,
    thing,
)
from tests.domain.strategies_care import care_logs


def findings(*bodies: Body) -> list[str]:
    return [one.code for one in case_of(*bodies).findings]


def lines(case: Case) -> list[int]:
    return [one.line for one in open_property(case)]


def line(case: Case, number: int) -> Belonging:
    return next(one for one in case.belongings if one.line == number)


def bag_rows(case: Case) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(one.bag, one.seal, one.lines) for one in bags(case)]


@given(care_logs)
@settings(max_examples=200)
def test_nothing_listed_is_lost(log: list[Entry]) -> None:
    case = fold(CASE, log)
    counts = [one.counts for one in case.log]
    listed = {one.line for body in counts if isinstance(body, PropertyTaken) for one in body.lines}
    cash = {body.line for body in counts if isinstance(body, CashCounted)}
    assert [one.line for one in case.belongings] == sorted(listed | cash)
    assert next_line(case) > max((*listed, *cash), default=0)
    here = set(lines(case))
    assert here == {
        one.line
        for one in case.belongings
        if one.returned is None and one.category != "kept_by_child"
    }
    bagged = [number for one in bags(case) for number in one.lines]
    assert len(set(bagged)) == len(bagged)
    assert all(line(case, number).returned is None for number in bagged)
    assert all(bool(one.bag) == bool(one.seal) for one in case.belongings)


def test_a_thing_is_where_it_was_brought_last() -> None:
    case = case_of(taken(1, 1, 2, taken_from="left pocket"), carried(2, 2, to_person="Det. Cho"))
    first, second = case.belongings
    assert (first.place, first.holder, first.taken_from) == ("Locker 4", "", "left pocket")
    assert (second.place, second.holder, second.at) == ("Laboratory", "Det. Cho", at(1))
    assert [one.name for one in case.events] == ["property_taken"]
    assert case.findings == ()


def test_what_the_child_keeps_is_not_ours_to_return() -> None:
    case = case_of(taken(1, thing(1, "kept_by_child"), thing(2)))
    assert lines(case) == [2]


def test_everything_is_all_but_evidence_and_contraband() -> None:
    case = case_of(
        taken(1, thing(1), thing(2, "evidence"), thing(3, "contraband"), thing(4, "medicine")),
        counted(2, 5, dollars(100, 3)),
        returned(3, everything=True, to="parent", to_name="her mother"),
    )
    assert lines(case) == [2, 3]
    given_back = line(case, 5).returned
    assert given_back is not None
    assert (given_back.to, given_back.to_name, given_back.at) == ("parent", "her mother", at(3))
    assert [one.name for one in case.events][-1] == "property_returned"
    assert case.findings == ()


def test_what_does_not_add_up_is_found_and_nothing_else_is_lost() -> None:
    start = taken(1, 1, 2)
    assert findings(start, returned(2, 1), returned(3, 1, 2)) == ["property_returned_already"]
    assert findings(start, returned(2, 1), carried(3, 1)) == ["property_returned_already"]
    assert findings(start, returned(2, 9, 1)) == ["property_unknown"]
    assert findings(start, carried(2, bag="B")) == ["property_unknown"]
    assert findings(start, sealed(2, "B", 1, 9)) == ["property_unknown"]
    assert findings(start, returned(2, 1), sealed(3, "B", 1)) == ["property_returned_already"]
    assert findings(start, disputed(2, 9)) == ["property_disputed", "property_unknown"]
    assert findings(start, returned(2, 1, missing="one ring")) == ["property_missing"]
    case = case_of(start, returned(2, 1), returned(3, 1, 2, to="receiver"))
    assert [one.returned.to for one in case.belongings if one.returned] == ["child", "receiver"]


def test_a_bag_goes_with_what_is_in_it() -> None:
    case = case_of(taken(1, 1, 2, 3), sealed(2, "B", 1, 2), carried(3, bag="B"))
    assert [one.place for one in case.belongings] == ["Laboratory", "Laboratory", "Locker 4"]
    assert bag_rows(case) == [("B", "S1", (1, 2))]
    back = case_of(taken(1, 1, 2, 3), sealed(2, "B", 1, 2), returned(3, bag="B", seal_intact="yes"))
    assert (lines(back), bag_rows(back), back.findings) == ([3], [], ())


def test_all_lines_of_a_bag_are_the_bag() -> None:
    case = case_of(taken(1, 1, 2), sealed(2, "B", 1, 2), carried(3, 2, 1))
    assert bag_rows(case) == [("B", "S1", (1, 2))]
    assert case.findings == ()


def test_a_thing_taken_out_breaks_the_seal_and_is_in_the_bag_no_more() -> None:
    for out in (carried(3, 1), returned(3, 1), sealed(3, "C", 1, seal="S2")):
        case = case_of(taken(1, 1, 2), sealed(2, "B", 1, 2), out)
        assert [one.code for one in case.findings] == ["seal_broken"]
        assert ("B", "S1", (2,)) in bag_rows(case)
        assert line(case, 1).bag in ("", "C")


def test_a_broken_seal_is_found_once() -> None:
    start = (taken(1, 1, 2), sealed(2, "B", 1, 2))
    assert findings(*start, carried(3, bag="B", seal_intact="no")) == ["seal_broken"]
    assert findings(*start, returned(3, 1, seal_intact="no")) == ["seal_broken"]


def test_a_bag_sealed_again_holds_what_is_named_then() -> None:
    case = case_of(taken(1, 1, 2, 3), sealed(2, "B", 1, 2), sealed(3, "B", 2, 3, seal="S2"))
    assert bag_rows(case) == [("B", "S2", (2, 3))]
    assert (line(case, 1).bag, case.findings) == ("", ())


def test_a_bag_returned_is_not_returned_again() -> None:
    back = (taken(1, 1), sealed(2, "B", 1), returned(3, bag="B"))
    assert findings(*back, returned(4, bag="B")) == ["property_returned_already"]


def test_a_number_is_used_once() -> None:
    case = case_of(encountered(), taken(1, thing(1, description="Necklace")), taken(2, 1, 2))
    assert [one.code for one in case.findings] == ["property_line_used"]
    kept = line(case, 1).listed
    assert kept is not None
    assert (kept.description, lines(case)) == ("Necklace", [1, 2])
    with pytest.raises(Refusal) as refused:
        check_case(case, [NewEntry(id=ident(3), case_id=CASE, body=taken(2, 1, 2))])
    assert refused.value.code == "property_line_used"


def test_a_late_line_does_not_take_away_one_that_stands() -> None:
    case = case_of(encountered(), taken(5, 1), taken(2, 1))
    with pytest.raises(Refusal) as refused:
        check_case(case, [NewEntry(id=ident(3), case_id=CASE, body=taken(2, 1))])
    assert refused.value.code == "contradicts_an_entry"


def test_the_next_line_is_one_that_no_entry_ever_used() -> None:
    assert next_line(case_of()) == 1
    withdrawn = Withdrawn(occurred_at=at(3), target=ident(2), reason="not hers")
    case = case_of(taken(1, 1), taken(2, 7), withdrawn)
    assert (lines(case), next_line(case)) == ([1], 8)
    assert next_line(case_of(counted(1, 4, dollars(1, 1)))) == 5


def test_cash_is_summed_by_currency_only() -> None:
    case = case_of(
        counted(1, 1, dollars(2_000, 3), dollars(25, 2), dollars(10_000, 1, "GTQ")),
        counted(2, 2, dollars(500, 1)),
        returned(3, 2),
    )
    assert cash_totals(case) == {"GTQ": 10_000, "USD": 6_550}
    assert list(cash_totals(case)) == ["GTQ", "USD"]
    assert line(case, 1).category == "safekeeping"


def test_a_recount_takes_the_place_of_the_count() -> None:
    first = counted(1, 1, dollars(1_000, 2))
    same = counted(2, 1, dollars(2_000, 1))
    assert findings(first, same) == []
    other = counted(2, 1, dollars(1_000, 1))
    assert findings(first, other) == ["cash_differs"]
    assert cash_totals(case_of(first, other)) == {"USD": 1_000}
    assert len(case_of(first, other).belongings) == 1
    assert findings(taken(1, 1), same) == ["property_line_used"]
    assert findings(first, taken(2, 1)) == ["property_line_used"]


@given(st.lists(st.builds(dollars, st.integers(0, 10**12), st.integers(0, 10**6))))
def test_sums_are_exact(amounts: list) -> None:  # type: ignore[type-arg]
    exact = sum(one.denomination_cents * one.count for one in amounts)
    assert totals(amounts) == ({"USD": exact} if amounts else {})
    assert all(isinstance(cents, int) for cents in totals(amounts).values())


@pytest.mark.parametrize(("currency", "places"), [("USD", 2), ("JPY", 0), ("KWD", 3), ("ZZZ", 2)])
def test_digits_of_a_currency(currency: str, places: int) -> None:
    assert digits(currency) == places


def test_a_dispute_is_kept_in_the_childs_words() -> None:
    case = case_of(taken(1, 1, 2), disputed(2, 2))
    assert [(one.words, one.language, one.lines) for one in case.disputes] == [
        ("Tenía dos", "es", (2,))
    ]
    assert [one.is_disputed for one in case.belongings] == [False, True]
    whole = case_of(taken(1, 1, 2), disputed(2))
    assert [one.is_disputed for one in whole.belongings] == [True, True]
    assert findings(disputed(1)) == ["property_disputed"]


def test_a_child_that_does_not_agree_disputes_its_lines() -> None:
    case = case_of(taken(1, 1, child_agrees="no"), taken(2, 2, child_agrees="yes"))
    assert [one.is_disputed for one in case.belongings] == [True, False]
    assert [one.code for one in case.findings] == ["property_disputed"]


@pytest.mark.parametrize(
    ("asked", "without"),
    [
        ({}, True),
        ({"authority": "   "}, True),
        ({"consent": "refused"}, True),
        ({"consent": "not_asked"}, True),
        ({"consent": "yes"}, False),
        ({"authority": "warrant 26-4", "consent": "refused"}, False),
    ],
)
def test_a_phone_looked_into_without_authority_is_found(
    asked: dict[str, str], without: bool
) -> None:
    case = case_of(taken(1, 1), phone_searched(2, line=1, **asked))
    (search,) = case.phone_searches
    assert search.searched_without_authority == without
    assert [one.code for one in case.findings] == ["phone_searched_without_authority"] * without
    assert [one.name for one in case.events] == ["property_taken", "phone_searched"]


def test_a_phone_that_is_not_on_the_list() -> None:
    assert findings(phone_searched(1, line=4, consent="yes")) == ["property_unknown"]
    assert findings(phone_searched(1, consent="yes")) == []


@pytest.mark.parametrize(("consent", "found"), [("yes", 0), ("refused", 1), (None, 1)])
def test_numbers_are_noted_from_a_phone_with_consent(consent: str | None, found: int) -> None:
    phone = PhoneDetails(numbers_noted="555 0101", numbers_consent=consent)  # type: ignore[arg-type]
    codes = findings(taken(1, thing(1, phone=phone)))
    assert codes == ["phone_numbers_without_consent"] * found
    assert findings(taken(1, thing(1, phone=PhoneDetails(make="Moto")))) == []


@pytest.mark.parametrize(
    ("body", "change", "field"),
    [
        (taken(1, 1), {"lines": []}, "lines"),
        (taken(1, 1), {"lines": [plain(taken(1, 2))["lines"][0]] * 2}, "the entry"),
        (taken(1, thing(1)), {"lines": [{"line": 0}]}, "lines[0].line"),
        (carried(1, 1), {"lines": []}, "the entry"),
        (carried(1, 1), {"to_place": ""}, "to_place"),
        (returned(1, 1), {"lines": []}, "the entry"),
        (sealed(1, "B", 1), {"lines": []}, "lines"),
        (counted(1, 1, dollars(1, 1)), {"amounts": []}, "amounts"),
        (counted(1, 1, dollars(1, 1)), {"second_counter": None}, "second_counter"),
        (
            counted(1, 1, dollars(1, 1)),
            {"amounts": [{"currency": "usd", "denomination_cents": 1, "count": 1}]},
            "amounts[0].currency",
        ),
        (
            counted(1, 1, dollars(1, 1)),
            {"amounts": [{"currency": "USD", "denomination_cents": 0.5, "count": 1}]},
            "amounts[0].denomination_cents",
        ),
    ],
)
def test_an_entry_that_says_nothing_is_refused(
    body: Body, change: dict[str, object], field: str
) -> None:
    with pytest.raises(NotABody) as error:
        read(plain(body) | change)
    assert error.value.field == field


def test_a_value_has_a_currency() -> None:
    assert thing(1, value_cents=500, currency="USD").value_cents == 500
    for half in ({"value_cents": 500}, {"currency": "USD"}):
        with pytest.raises(ValueError, match="value_cents together with its currency"):
            thing(1, **half)
