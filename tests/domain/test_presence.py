"""What holds the child and who watches it, in the same place: locks, cuffs, reliefs, minutes."""

import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.custody import secure_time, time_in_custody
from minors_desk.domain.presence import Watch, watches
from tests.domain.samples import at, case_of, encountered, handed_over, ident
from tests.domain.samples_custody import began, ended, moved, relieved, secured, unsecured
from tests.domain.test_custody import findings

START = (encountered(), began(1))
OF_LOCKS = ("secured", "unsecured", "cuffed_to_object", "uncuffed")


def locks(case: Case) -> list[tuple[str, float]]:
    """Events of locks and cuffs, with the minute of each."""
    return [
        (one.name, (one.at - at(0)).total_seconds() / 60)
        for one in case.events
        if one.name in OF_LOCKS
    ]


def codes(*bodies: Body) -> list[tuple[str, int]]:
    return findings(case_of(*START, *bodies))


def test_a_lock_changes_in_the_same_place() -> None:
    case = case_of(*START, moved(2), secured(5), unsecured(20))
    here, locked, after = case.spans[1:]
    assert case.findings == ()
    assert (locked.place, locked.room, locked.watched_by) == ("Area Central", "2", "Rivera")
    assert (locked.secure, locked.held_by, locked.secure_reason) == (
        True,
        ("locked_room",),
        "Ran for the door",
    )
    assert (after.secure, after.held_by, after.secure_reason) == (False, (), "")
    assert [one.start for one in (here, locked, after)] == [at(2), at(5), at(20)]
    assert (here.end, locked.end, after.end) == (at(5), at(20), None)
    assert locks(case) == [("secured", 5), ("unsecured", 20)]


def test_a_move_that_is_locked_is_a_locked_room() -> None:
    case = case_of(*START, moved(2, secure=True, secure_reason="Fought"), secured(3))
    assert case.spans[-1].held_by == ("locked_room",)
    assert case.spans[-1].secure_reason == "Fought"
    assert findings(case) == [("already_secured", 4)]


def test_cuffs_have_their_own_times() -> None:
    case = case_of(
        *START,
        secured(5, "cuffed_to_object"),
        secured(10),
        unsecured(30, "cuffed_to_object"),
        unsecured(50),
    )
    assert locks(case) == [
        ("secured", 5),
        ("cuffed_to_object", 5),
        ("uncuffed", 30),
        ("unsecured", 50),
    ]
    assert case.findings == ()
    total = secure_time(case.spans, at(60))
    cuffed = secure_time(case.spans, at(60), "cuffed_to_object")
    locked = secure_time(case.spans, at(60), "locked_room")
    assert (total.total, total.longest) == (45, 45)
    assert (cuffed.total, locked.total, locked.longest) == (25, 40, 40)
    assert case.spans[-2].secure_reason == "Ran for the door"


def test_hands_cuffed_to_nothing_are_not_secure_holding() -> None:
    case = case_of(*START, secured(5, "cuffed_hands"))
    assert (case.spans[-1].held_by, case.spans[-1].secure) == (("cuffed_hands",), False)
    assert locks(case) == []
    assert secure_time(case.spans, at(60)).total == 0
    assert secure_time(case.spans, at(60), "cuffed_hands").total == 55


def test_a_move_unties_what_it_does_not_tell() -> None:
    case = case_of(*START, secured(5, "cuffed_to_object"), moved(9))
    assert locks(case)[2:] == [("unsecured", 9), ("uncuffed", 9)]


@pytest.mark.parametrize(
    ("bodies", "found"),
    [
        ((secured(5), secured(6)), [("already_secured", 4)]),
        ((unsecured(5),), [("not_secured", 3)]),
        ((secured(5), unsecured(6, "cuffed_hands")), [("not_secured", 4)]),
        ((relieved(5, " "),), [("unwatched", 3)]),
        ((moved(5, watched_by="\t"),), [("unwatched", 3)]),
        ((moved(5, precision="day"),), [("gap", 3)]),
        ((secured(5, precision="unknown"),), [("gap", 3)]),
        ((moved(5, precision="about"),), []),
        ((ended(5), secured(6)), [("secured_outside_custody", 4)]),
        ((ended(5), unsecured(6)), [("unsecured_outside_custody", 4)]),
        ((ended(5), relieved(6)), [("relieved_outside_custody", 4)]),
    ],
)
def test_what_does_not_fit_is_found(bodies: tuple[Body, ...], found: list[tuple[str, int]]) -> None:
    assert codes(*bodies) == found


def test_every_relief_is_a_watch() -> None:
    case = case_of(*START, moved(2), relieved(30), moved(40, watched_by="Okafor"), *handed_over(60))
    assert case.findings == ()
    assert watches(case.spans) == (
        Watch(watched_by="Rivera", start=at(1), end=at(30)),
        Watch(watched_by="Okafor", start=at(30), end=at(60)),
    )
    assert case.spans[2].entry_id == ident(4)
    assert watches(()) == ()


def test_the_same_officer_in_another_episode_is_another_watch() -> None:
    case = case_of(*START, *handed_over(10), began(30, starts_from="returned"))
    told = [(one.start, one.end) for one in watches(case.spans)]
    assert told == [(at(1), at(10)), (at(30), None)]


def test_time_in_custody_has_no_pauses() -> None:
    case = case_of(*START, *handed_over(61), began(90, precision="day", starts_from="returned"))
    first, second = case.episodes
    assert time_in_custody(first, at(0)) == 0
    assert time_in_custody(first, at(31.9)) == 30
    assert time_in_custody(first, at(999)) == 60
    assert time_in_custody(second, at(999)) is None


def test_who_answers_for_the_child_and_by_what_right() -> None:
    body = began(1, responsible="Sgt. Kim, 88", authority="325 ILCS 5/5")
    (episode,) = case_of(encountered(), body).episodes
    assert (episode.responsible, episode.authority) == ("Sgt. Kim, 88", "325 ILCS 5/5")
