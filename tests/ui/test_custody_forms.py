"""Locks, reliefs, drives and ends by their own keys: what each form answers, asks and refuses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body, SecondPerson
from minors_desk.domain.codec import read
from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.presence import Relieved, Secured, Unsecured
from minors_desk.domain.transport import TransportLeft
from minors_desk.services import cases
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.forms.transport_asks import Escorts, Odometer
from tests.ui.case_steps import (
    add,
    asked,
    case_of,
    child,
    fill,
    form,
    page_of,
    quiet,
    save,
    text_of,
    value_of,
)
from tests.ui.conftest import Opened


def left(at: Opened, **more: object) -> TransportLeft:
    """A drive to a hospital, now."""
    return TransportLeft(
        occurred_at=at.desk.clock(),
        purpose="hospital",
        to_place="St. Mary",
        escorts=(SecondPerson(name="J. Ames", badge="2210"),),
        **more,  # type: ignore[arg-type]
    )


def ended(at: Opened, reason: str = "left_without_leave") -> CustodyEnded:
    """Custody ended otherwise, now."""
    return CustodyEnded(
        occurred_at=at.desk.clock(),
        reason=reason,  # type: ignore[arg-type]
        detail="Ran through the sally port",
    )


def test_locking_in_the_same_place_names_the_law_and_letting_loose_ends_it(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "lock", case_id)
    fill(dialog, change="on", object="cuffed_hands")
    law = dialog.laws["object"]
    assert law.isHidden()
    fill(dialog, object="cuffed_to_object")
    assert not law.isHidden() and "US-JJ-01" in law.accessibleName()
    fill(dialog, change="off")
    assert law.isHidden() and dialog.asked["object"].isHidden()
    fill(dialog, change="on")
    dialog.submit()
    assert dialog.asked["reason"].error() == "Write why."
    fill(dialog, reason="Swung at the desk")
    save(qtbot, at_board, dialog)
    here = case_of(at_board, case_id).presence
    assert here is not None
    assert (here.secure, here.held_by, here.room) == (True, ("cuffed_to_object",), "report room")
    dialog = form(qtbot, at_board, "lock", case_id)
    fill(dialog, change="off")
    save(qtbot, at_board, dialog)
    here = case_of(at_board, case_id).presence
    assert here is not None and here.held_by == () and not here.secure


def test_a_lock_is_written_by_four_presses_and_its_reason(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, legal="accused_delinquent")
    view = page_of(qtbot, at_board, case_id)
    QTest.keyClick(view.log, Qt.Key.Key_L)
    dialog = asked(qtbot, at_board, AskedForm)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_1)
    assert value_of(dialog, "change") == "on"
    assert dialog.when.time.text().startswith("now ")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert value_of(dialog, "object") == "locked_room"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "Fingerprints")
    save(qtbot, at_board, dialog)
    body = case_of(at_board, case_id).log[-1].counts
    assert isinstance(body, Secured)
    assert (body.object, body.reason) == ("locked_room", "Fingerprints")


def test_a_relief_offers_who_is_at_the_desk_and_says_who_watched(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "relieve", case_id)
    assert text_of(dialog, "watched_by") == "D. Rivera · 4471"
    assert dialog.asked["watched_by"].control.accessibleDescription() == "until now: Ofc. Ames"
    fill(dialog)
    save(qtbot, at_board, dialog)
    case = case_of(at_board, case_id)
    assert isinstance(case.log[-1].counts, Relieved)
    assert case.presence is not None and case.presence.watched_by == "D. Rivera · 4471"


def test_the_same_key_asks_for_the_drive_and_then_for_the_arrival(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "transport", case_id)
    assert dialog.accessibleName() == "Left by transport"
    fill(dialog, purpose="hospital", to_place="St. Mary", vehicle="Unit 1204", secure="no")
    fill(dialog, odometer_tenths="48210.44", escorts="J. Ames, 2210\nT. Ode")
    dialog.submit()
    assert dialog.asked["odometer_tenths"].error().startswith("Write the reading as it stands")
    fill(dialog, odometer_tenths="48210.4")
    save(qtbot, at_board, dialog)
    drive = case_of(at_board, case_id).transport
    assert drive is not None and drive.odometer_left == 482104
    assert [(one.name, one.badge) for one in drive.escorts] == [("J. Ames", "2210"), ("T. Ode", "")]
    at_board.story.go_on(12)
    dialog = form(qtbot, at_board, "transport", case_id)
    assert dialog.accessibleName() == "Arrived"
    assert text_of(dialog, "place") == "St. Mary"
    assert text_of(dialog, "watched_by") == "J. Ames, T. Ode"
    fill(dialog, room="Emergency", secure="no", odometer_tenths="48213")
    save(qtbot, at_board, dialog)
    case = case_of(at_board, case_id)
    assert case.transport is None and case.transports[0].driven_tenths == 26
    assert case.presence is not None and case.presence.room == "Emergency"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("", ""), (", 12", "Begin each line with the name."), ("a\n" * 7, "Name at most 6.")],
)
def test_escorts_are_lines_of_name_and_badge(at_board: Opened, typed: str, wrong: str) -> None:
    ask = Escorts(name="escorts", label="Who")
    field = ask.field(at_board.session.case_actions.at_desk)
    field.set_text(typed)
    assert (ask.wrong(field) or "") == wrong


def test_escorts_and_odometer_show_what_they_read(at_board: Opened) -> None:
    desk = at_board.session.case_actions.at_desk
    people = (SecondPerson(name="J. Ames", badge="22", how="signed_on_paper"),)
    escorts, odometer = Escorts(name="a", label="A"), Odometer(name="b", label="B")
    lines, line = escorts.field(desk), odometer.field(desk)
    escorts.fill(lines, people)
    odometer.fill(line, 482104)
    assert escorts.read(lines) == people
    assert line.text() == "48210.4" and odometer.read(line) == 482104


def test_a_child_that_left_is_missing_until_it_is_found_or_back(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "end_custody", case_id)
    assert dialog.asked["authority"].isHidden()
    fill(dialog, reason="court_order")
    assert not dialog.asked["authority"].isHidden()
    fill(dialog, reason="left_without_leave", detail="Ran through the sally port")
    save(qtbot, at_board, dialog)
    assert case_of(at_board, case_id).missing
    again = form(qtbot, at_board, "end_custody", case_id)
    assert again.accessibleName() == "Need not be sought any more"
    again.reject()
    found = form(qtbot, at_board, "found_again", case_id)
    fill(found, where="At her aunt's, 2201 W Cermak")
    save(qtbot, at_board, found)
    case = case_of(at_board, case_id)
    assert not case.missing and case.absences[0].end is not None


def test_a_child_that_came_back_begins_a_second_custody(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, ended(at_board))
    at_board.story.go_on(10)
    dialog = form(qtbot, at_board, "begin_custody", case_id)
    assert dialog.accessibleName() == "Custody began again"
    assert value_of(dialog, "starts_from") == "returned"
    fill(dialog, room="Report room", secure="no")
    save(qtbot, at_board, dialog)
    case = case_of(at_board, case_id)
    assert len(case.episodes) == 2 and not case.missing
    assert case.custody is not None and case.custody.starts_from == "returned"


def test_a_child_that_was_never_ours_cannot_have_come_back(qtbot: QtBot, at_board: Opened) -> None:
    dialog = form(qtbot, at_board, "begin_custody", child(at_board, custody=False))
    with pytest.raises(KeyError):
        fill(dialog, starts_from="returned")
    dialog.reject()


def test_what_a_person_wrote_is_not_overwritten_by_what_is_offered(
    qtbot: QtBot, at_board: Opened
) -> None:
    dialog = form(qtbot, at_board, "begin_custody", child(at_board, custody=False))
    fill(dialog, place="Area North", starts_from="arrival")
    assert text_of(dialog, "place") == "Area North"
    dialog.reject()


def test_a_case_is_linked_by_the_number_of_the_other(qtbot: QtBot, at_board: Opened) -> None:
    case_id, other = child(at_board), child(at_board)
    own, number = case_of(at_board, case_id).number, case_of(at_board, other).number
    dialog = form(qtbot, at_board, "link", case_id)
    for typed, said in (("XX-1", "There is no such case"), (own, "not linked to itself")):
        fill(dialog, number=typed, why="same_child_another_night")
        dialog.submit()
        quiet(qtbot, at_board)
        assert said in dialog.notice.title() and text_of(dialog, "number") == typed
    fill(dialog, number=number)
    save(qtbot, at_board, dialog)
    page = cases.page(at_board.desk, case_id)
    assert [one.other for one in page.case.links] == [other]
    assert page.numbers == {other: number}


@pytest.mark.parametrize(
    ("kind", "act", "answers"),
    [
        (Moved, "move", {"room": "Cell 2", "secure": "yes", "secure_reason": "Ran"}),
        (Secured, "lock", {"change": "on", "object": "locked_room", "reason": "Ran"}),
        (TransportLeft, "transport", {"purpose": "court", "to_place": "Court", "secure": "no"}),
        (
            CustodyEnded,
            "end_custody",
            {"reason": "died", "detail": "At St. Mary"},
        ),
    ],
)
def test_an_entry_is_amended_by_the_form_of_its_kind(
    qtbot: QtBot, at_board: Opened, kind: type[Body], act: str, answers: dict[str, str]
) -> None:
    case_id = child(at_board, legal="accused_delinquent")
    dialog = form(qtbot, at_board, act, case_id)
    fill(dialog, **answers, **({"escorts": "J. Ames"} if kind is TransportLeft else {}))
    save(qtbot, at_board, dialog)
    line = case_of(at_board, case_id).log[-1]
    at_board.session.case_actions.amend(case_id, line.entry.id)
    again = asked(qtbot, at_board, AmendForm)
    again.reason.set_text("Read it again")
    found = again.answer()
    assert isinstance(found, Amended)
    assert read(found.replacement) == line.counts
    again.reject()


def test_amending_keeps_what_the_form_does_not_ask_and_empties_what_it_does(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board, custody=False)
    now = at_board.desk.clock()
    body = CustodyBegan(
        occurred_at=now,
        starts_from="arrival",
        place="Area Central",
        watched_by="Ofc. Ames",
        reason="Alone at night",
        responsible="Sgt. Cole",
        secure=True,
        secure_reason="No other room",
    )
    add(at_board, case_id, body)
    line = case_of(at_board, case_id).log[-1]
    at_board.session.case_actions.amend(case_id, line.entry.id)
    dialog = asked(qtbot, at_board, AmendForm)
    assert not dialog.laws["secure"].isHidden()
    fill(dialog, responsible="", secure="no")
    dialog.reason.set_text("Never locked")
    found = dialog.answer()
    assert isinstance(found, Amended)
    after = read(found.replacement)
    assert isinstance(after, CustodyBegan)
    assert (after.reason, after.responsible) == ("Alone at night", "")
    assert (after.secure, after.secure_reason) == (False, "")
    dialog.reject()


def test_letting_loose_of_one_thing_is_said(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, legal="accused_delinquent")
    now = at_board.desk.clock()
    both = ("locked_room", "cuffed_to_object")
    add(at_board, case_id, *(Secured(occurred_at=now, object=one, reason="Ran") for one in both))  # type: ignore[arg-type]
    dialog = form(qtbot, at_board, "lock", case_id)
    fill(dialog, change="off", off="cuffed_to_object")
    save(qtbot, at_board, dialog)
    case = case_of(at_board, case_id)
    assert isinstance(case.log[-1].counts, Unsecured)
    assert case.presence is not None and case.presence.held_by == ("locked_room",)
