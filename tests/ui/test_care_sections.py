"""The sections of care, screening, what was told and belongings, as they stand on the case page."""

from datetime import timedelta

import msgspec
from pytestqt.qtbot import QtBot

from minors_desk.domain.bodies import Body
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.case_view import CaseView
from tests.domain import samples_care as told
from tests.ui.case_steps import add, child, page_of
from tests.ui.conftest import START, Opened


def page_with(qtbot: QtBot, at: Opened, *bodies: Body) -> CaseView:
    case_id = child(at)
    add(at, case_id, *(msgspec.structs.replace(one, occurred_at=START) for one in bodies))
    return page_of(qtbot, at, case_id)


def section(view: CaseView, name: str) -> Section:
    found = [one for one in view.findChildren(Section) if one.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def words(of: Section) -> str:
    """All that it says, a line for each label."""
    return _lines(of.findChildren(Label))


def toned(of: Section, tone: str) -> str:
    return _lines([one for one in of.findChildren(Label) if one.property("tone") == tone])


def _lines(labels: list[Label]) -> str:
    """As they were given: a label binds the dot between two parts to what is before it."""
    return "\n".join(one.text() for one in labels).replace("\xa0", " ")


def test_care_by_kind_with_the_last_time_and_the_next_dose(qtbot: QtBot, at_board: Opened) -> None:
    due = START + timedelta(hours=5)
    view = page_with(
        qtbot,
        at_board,
        told.given(1, "food", "refused"),
        told.given(1, "water"),
        told.given(1, "water"),
        told.medicine(1, next_due_at=due),
    )
    shown = section(view, "Care")
    assert "refused by the child" in toned(shown, "amber")
    assert "2 times" in words(shown)
    assert "Salbutamol · two puffs · accepted" in words(shown)
    assert "next 08:12" in words(shown)


def test_urgent_signs_are_amber_and_answers_that_are_none_are_muted(
    qtbot: QtBot, at_board: Opened
) -> None:
    view = page_with(qtbot, at_board, told.SHEET)
    shown = section(view, "Medical screening")
    assert toned(shown, "amber").startswith("Trouble breathing · Dehydrated")
    assert {"Not asked", "Unknown"} <= set(toned(shown, "muted").split("\n"))
    assert "1. Knee, left · Scrape" in words(shown)
    assert "4 of 10" in words(shown)
    assert "Ambulance called" in words(shown)


def test_what_was_told_and_offered_and_searched(qtbot: QtBot, at_board: Opened) -> None:
    view = page_with(
        qtbot,
        at_board,
        told.told(1, "reason_held", understood="no"),
        told.call_offered(1, "parent", "not_possible"),
        told.searched(1, "strip"),
    )
    shown = section(view, "Told, offered, searched")
    amber = toned(shown, "amber")
    assert "not understood" in amber
    assert "not possible" in amber
    assert "Strip search · by K. Lee (same sex)" in amber


def test_each_thing_with_its_place_bag_and_dispute(qtbot: QtBot, at_board: Opened) -> None:
    view = page_with(
        qtbot,
        at_board,
        told.taken(1, 1, 2, told.thing(3, "kept_by_child")),
        told.counted(1, 4, told.dollars(2_000, 3)),
        told.sealed(1, "B-1", 1, 4),
        told.returned(1, 2, to="parent", to_name="Rosa"),
        told.disputed(1, 1),
        told.phone_searched(1),
    )
    shown = words(section(view, "Belongings"))
    for said in (
        "bag B-1 · Locker 4",
        "with the child",
        "Cash USD 60.00",
        "To a parent · Rosa · 03:12",
        "B-1 · seal S1 · lines 1, 4",
        "\u201cTenía dos\u201d · es · lines 1",
        "without authority or consent",
    ):
        assert said in shown


def test_what_was_never_told_has_no_section(qtbot: QtBot, at_board: Opened) -> None:
    view = page_with(qtbot, at_board)
    names = {one.accessibleName() for one in view.findChildren(Section)}
    assert not names & {"Care", "Medical screening", "Told, offered, searched", "Belongings"}
