"""The fold: equal for any order of arrival, never an exception; corrections as agreed."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from minors_desk.domain import alter
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import HANDLERS, Case, fold, known_at
from minors_desk.domain.codec import decode, encode, plain
from minors_desk.domain.custody import Moved
from minors_desk.domain.entries import CASE_KINDS, STATION_KINDS, Entry, Gone, Unread, kind_of
from minors_desk.domain.folding import Finding
from tests.domain.samples import (
    CASE,
    ONE_OF_EACH,
    at,
    case_of,
    checked,
    encountered,
    entries,
    entry,
    ident,
    name,
)
from tests.domain.samples_custody import began, moved
from tests.domain.strategies import logs


def amended(minutes: float, target: int, body: Body, reason: str = "mistyped") -> Amended:
    return Amended(
        occurred_at=at(minutes), target=ident(target), replacement=plain(body), reason=reason
    )


def withdrawn(minutes: float, target: int) -> Withdrawn:
    return Withdrawn(occurred_at=at(minutes), target=ident(target), reason="wrong")


def rooms(case: Case) -> list[str]:
    return [span.room for span in case.spans]


@given(logs(), st.data())
@settings(max_examples=200)
def test_any_order_of_arrival_folds_equal(log: list[Entry], data: st.DataObject) -> None:
    assert fold(CASE, data.draw(st.permutations(log))) == fold(CASE, log)


@given(logs())
@settings(max_examples=200)
def test_every_entry_is_in_the_log_and_every_finding_is_about_one(log: list[Entry]) -> None:
    case = fold(CASE, log)
    in_order = sorted((line.entry for line in case.log), key=lambda one: one.ordinal)
    assert in_order == log
    known = {one.id for one in log}
    assert {one.entry_id for one in case.findings} <= known
    assert {one.entry_id for one in case.events} <= known
    assert case.expunged == sum(isinstance(one.body, Gone) for one in log)
    assert case.unread == sum(isinstance(one.body, Unread) for one in log)


@given(logs())
def test_what_is_stored_folds_as_what_was_written(log: list[Entry]) -> None:
    def stored(one: Entry) -> Entry:
        if not isinstance(one.body, Body) or isinstance(one.body, Amended):
            return one
        return replace(one, body=decode(encode(one.body)))

    assert fold(CASE, [stored(one) for one in log]) == fold(CASE, log)


def test_an_empty_log_folds() -> None:
    case = case_of()
    assert (case.encounter, case.log, case.findings, case.number) == (None, (), (), "")
    assert (case.custody, case.presence, case.legal_class) == (None, None, "non_offender")
    assert (case.open_handoff, case.accepted_handoff, case.handoff(1)) == (None, None, None)


def test_handlers_are_the_kinds_of_a_case_but_corrections() -> None:
    assert set(HANDLERS) == set(CASE_KINDS) - set(alter.KINDS)
    assert len(set(CASE_KINDS)) == len(CASE_KINDS)
    assert not set(CASE_KINDS) & set(STATION_KINDS)


def test_kinds_of_the_station_change_no_case() -> None:
    of_station = [one for one in ONE_OF_EACH if type(one) in STATION_KINDS]
    case = case_of(encountered(), *of_station)
    assert case.findings == ()
    assert len(case.log) == 1 + len(of_station)


def test_the_order_is_occurred_then_recorded_then_id() -> None:
    same = [
        entry(1, checked(5), recorded=at(9)),
        entry(2, checked(5), recorded=at(8)),
        entry(3, checked(4), recorded=at(9)),
        entry(5, checked(5), recorded=at(9)),
        entry(4, checked(5), recorded=at(9)),
        entry(6, Gone(), recorded=at(4.5)),
    ]
    order = [line.entry.ordinal for line in fold(CASE, same).log]
    assert order == [3, 6, 2, 1, 4, 5]


def test_what_is_of_a_later_version_is_shown_and_found() -> None:
    case = case_of(encountered(), Unread("drone_seen", 1), Unread("moved", 2))
    assert [kind_of(line.entry.body) for line in case.log] == ["encountered", "drone_seen", "moved"]
    assert [line.counts for line in case.log[1:]] == [None, None]
    assert case.findings == (Finding("later_version", ident(2)), Finding("later_version", ident(3)))


def test_what_was_expunged_is_counted_and_no_finding() -> None:
    case = case_of(encountered(), Gone())
    assert (case.expunged, case.findings) == (1, ())
    assert kind_of(case.log[1].entry.body) == "expunged"


def test_an_amendment_takes_its_targets_place() -> None:
    case = case_of(
        encountered(), began(1), moved(3, room="2"), moved(5, room="9"), amended(8, 3, moved(6))
    )
    assert rooms(case) == ["", "9", "2"]
    line = next(one for one in case.log if one.entry.id == ident(3))
    assert isinstance(line.counts, Moved)
    assert (line.counts.occurred_at, line.entry.body) == (at(6), moved(3, room="2"))
    assert line.altered_by is not None
    assert line.altered_by.id == ident(5)
    assert case.spans[2].entry_id == ident(3)
    assert case.findings == ()


def test_the_last_amendment_by_recorded_at_and_id_counts() -> None:
    log = entries([encountered(), began(1), moved(3, room="2")])
    late, early = amended(9, 3, moved(3, room="late")), amended(8, 3, moved(3, room="early"))
    twin = amended(7, 3, moved(3, room="twin"))
    told = [*log, entry(6, late), entry(7, early)]
    assert rooms(fold(CASE, told)) == ["", "late"]
    told = [*log, entry(6, late, recorded=at(20)), entry(7, twin, recorded=at(20))]
    assert rooms(fold(CASE, told)) == ["", "twin"]


def test_what_is_withdrawn_counts_no_longer_but_stays_in_the_log() -> None:
    case = case_of(encountered(), began(1), moved(3, room="2"), withdrawn(4, 3))
    assert rooms(case) == [""]
    line = next(one for one in case.log if one.entry.id == ident(3))
    assert line.counts is None
    assert line.altered_by is not None
    assert line.entry.body == moved(3, room="2")


def test_a_withdrawn_correction_corrects_nothing() -> None:
    start = (encountered(), began(1), moved(3, room="2"))
    assert rooms(case_of(*start, withdrawn(4, 3), withdrawn(5, 4))) == ["", "2"]
    assert rooms(case_of(*start, withdrawn(4, 3), withdrawn(5, 4), withdrawn(6, 5))) == [""]
    change = amended(4, 3, moved(3, room="7"))
    assert rooms(case_of(*start, change)) == ["", "7"]
    assert rooms(case_of(*start, change, withdrawn(5, 4))) == ["", "2"]
    assert rooms(case_of(*start, change, withdrawn(5, 4), withdrawn(6, 5))) == ["", "7"]


def test_a_withdrawal_holds_even_when_the_clock_was_set_back() -> None:
    log = entries([encountered(), began(1), moved(3, room="2"), withdrawn(4, 3)])
    undoing = entry(5, withdrawn(5, 4), recorded=at(-60))
    assert rooms(fold(CASE, [*log, undoing])) == ["", "2"]
    again = entry(6, withdrawn(6, 5), recorded=at(-120))
    assert rooms(fold(CASE, [*log, undoing, again])) == [""]


def test_withdrawals_in_a_ring_end() -> None:
    log = entries([encountered(), withdrawn(1, 2), withdrawn(2, 4), withdrawn(3, 3)])
    case = fold(CASE, log)
    assert case == fold(CASE, log[::-1])
    assert case.encounter is not None


def test_a_correction_of_what_is_not_here_waits_and_is_found() -> None:
    for waiting in (amended(4, 77, moved(3)), withdrawn(4, 77)):
        case = case_of(encountered(), began(1), waiting)
        assert case.findings == (Finding("amendment_waits", ident(3)),)
        arrived = [*entries([encountered(), began(1), waiting]), entry(77, moved(2, room="8"))]
        whole = fold(CASE, arrived)
        assert whole.findings == ()
        assert rooms(whole) == (["", "2"] if isinstance(waiting, Amended) else [""])


def test_a_correction_by_another_kind_is_found_and_changes_nothing() -> None:
    case = case_of(encountered(), began(1), moved(3, room="2"), amended(4, 3, checked(3)))
    assert rooms(case) == ["", "2"]
    assert case.findings == (Finding("amendment_of_another_kind", ident(4)),)


def test_a_correction_cannot_be_amended_only_withdrawn() -> None:
    case = case_of(
        encountered(),
        began(1),
        moved(3, room="2"),
        amended(4, 3, moved(3, room="7")),
        amended(5, 4, moved(3, room="8")),
    )
    assert rooms(case) == ["", "7"]
    assert case.findings == (Finding("amendment_of_another_kind", ident(5)),)


def test_a_replacement_that_cannot_be_read_is_found() -> None:
    later = Amended(
        occurred_at=at(4), target=ident(3), replacement={"kind": "moved", "v": 9}, reason="r"
    )
    case = case_of(encountered(), began(1), moved(3, room="2"), later)
    assert rooms(case) == ["", "2"]
    assert case.findings == (Finding("later_version", ident(4)),)


def test_a_correction_of_what_is_unread_or_gone_changes_nothing() -> None:
    for body in (Unread("of_later", 1), Gone()):
        case = case_of(encountered(), body, withdrawn(4, 2))
        assert case.log[1].altered_by is None


def test_an_amendment_cannot_take_the_number_away() -> None:
    case = case_of(encountered(number="AC-26-0412"), amended(1, 1, encountered(place="Depot")))
    assert case.number == "AC-26-0412"
    assert case.encounter is not None
    assert case.encounter.place == "Depot"


def test_a_second_encounter_is_found() -> None:
    case = case_of(encountered(number="A"), encountered(1, number="B"))
    assert (case.number, case.findings) == ("A", (Finding("encountered_twice", ident(2)),))


def test_what_was_known_at_an_instant() -> None:
    log = entries([encountered(), began(1), name(2, "Ana"), amended(30, 3, name(2, "Anna"))])
    assert fold(CASE, known_at(log, at(20))).names[0].value.as_said == "Ana"
    assert fold(CASE, known_at(log, at(40))).names[0].value.as_said == "Anna"
    assert known_at(log, log[1].recorded_at - timedelta(microseconds=1)) == (log[0],)


def test_late_is_what_gives_a_reason() -> None:
    case = case_of(encountered(), checked(1, late_because="told_later"), Gone())
    assert [line.is_late for line in case.log] == [False, True, False]
