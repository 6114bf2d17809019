"""The handoff on one screen: proposed, checked, signed for exactly these terms, accepted."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.handoff import terms_digest
from minors_desk.services import drafts
from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit import pad as pads
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.print_view import PrintView
from tests.ui.case_steps import (
    asked,
    case_of,
    check,
    child,
    draw,
    fill,
    hand_over,
    page_of,
    propose,
    quiet,
    save,
    sign_both,
    text_of,
)
from tests.ui.conftest import Opened


def opened_for(qtbot: QtBot, at: Opened, **how: str) -> HandoffDialog:
    case_id = child(at, **how)  # type: ignore[arg-type]
    at.window.show()
    at.session.case_actions.hand_over(case_id)
    return asked(qtbot, at, HandoffDialog)


def missing(dialog: HandoffDialog) -> tuple[str, ...]:
    attempt = dialog.attempt()
    assert attempt is not None
    return attempt.missing()


def test_pads_are_closed_until_the_receiver_is_checked(qtbot: QtBot, at_board: Opened) -> None:
    dialog = opened_for(qtbot, at_board)
    officer = dialog.terms.pads["officer"]
    assert not officer.surface.isEnabled() and not dialog.action.isEnabled()
    assert dialog.lacking.isVisible()
    dialog.receiver.submit()
    assert dialog.receiver.agency.error() == "Write the agency."
    propose(qtbot, at_board, dialog)
    assert not officer.surface.isEnabled() and officer.state() == pads.WAITING
    check(qtbot, at_board, dialog)
    attempt = dialog.attempt()
    assert attempt is not None
    assert officer.surface.isEnabled()
    assert officer.binding().hex() == terms_digest(attempt)
    dialog.reject()


def test_the_terms_are_said_in_words(qtbot: QtBot, at_board: Opened) -> None:
    dialog = opened_for(qtbot, at_board, name="Ana Caal")
    propose(qtbot, at_board, dialog)
    check(qtbot, at_board, dialog)
    said = " ".join(
        label.text() for label in dialog.terms.findChildren(type(dialog.terms._waiting))
    )
    for words in ("Ana Caal", "D. Rivera", "M. Ruiz", "DCFS", "325 ILCS 5/5", "DCFS card 1182"):
        assert words in said
    dialog.reject()


def test_each_drawing_is_an_entry_bound_to_the_terms(qtbot: QtBot, at_board: Opened) -> None:
    dialog = opened_for(qtbot, at_board)
    propose(qtbot, at_board, dialog)
    check(qtbot, at_board, dialog)
    draw(dialog.terms.pads["receiver"])
    strokes = dialog.terms.pads["receiver"].strokes()
    dialog.terms.buttons["receiver"].click()
    quiet(qtbot, at_board)
    attempt = case_of(at_board, dialog.case_id()).open_handoff
    assert attempt is not None
    signature = attempt.signature("receiver")
    assert signature is not None and signature.strokes == strokes
    assert signature.name == "M. Ruiz" and signature.digest == terms_digest(attempt)
    assert missing(dialog) == ("officer_has_not_signed",)
    assert not dialog.action.isEnabled()
    assert not dialog.terms.pads["receiver"].surface.isEnabled()
    dialog.reject()


def test_a_changed_value_takes_both_signatures_away_and_says_why(
    qtbot: QtBot, at_board: Opened
) -> None:
    dialog = opened_for(qtbot, at_board)
    propose(qtbot, at_board, dialog)
    check(qtbot, at_board, dialog)
    sign_both(qtbot, at_board, dialog)
    assert dialog.action.isEnabled()
    dialog.receiver.reopen()
    dialog.receiver.person.set_text("N. Other")
    for pad in dialog.terms.pads.values():
        assert pad.strokes() == () and pad.state() == pads.CHANGED
        assert not pad.surface.isEnabled()
    assert "no signature holds" in dialog.notice.title()
    assert not dialog.action.isEnabled()
    dialog.receiver.action.click()
    quiet(qtbot, at_board)
    attempt = dialog.attempt()
    assert attempt is not None and attempt.number == 2 and attempt.signatures == ()
    first = case_of(at_board, dialog.case_id()).handoff(1)
    assert first is not None and first.state == "overtaken" and len(first.signatures) == 2
    dialog.reject()


def test_proposing_the_same_again_voids_nothing(qtbot: QtBot, at_board: Opened) -> None:
    dialog = opened_for(qtbot, at_board)
    propose(qtbot, at_board, dialog)
    check(qtbot, at_board, dialog)
    sign_both(qtbot, at_board, dialog)
    dialog.receiver.reopen()
    dialog.receiver.action.click()
    quiet(qtbot, at_board)
    assert missing(dialog) == () and dialog.action.isEnabled()
    assert len(case_of(at_board, dialog.case_id()).handoffs) == 1
    dialog.reject()


def test_who_does_not_match_cannot_sign(qtbot: QtBot, at_board: Opened) -> None:
    dialog = opened_for(qtbot, at_board)
    propose(qtbot, at_board, dialog)
    check(qtbot, at_board, dialog, "does_not_match")
    assert "receiver_does_not_match" in missing(dialog)
    assert not dialog.terms.pads["receiver"].surface.isEnabled()
    assert not dialog.action.isEnabled()
    dialog.reject()


def test_accepting_ends_our_custody_and_offers_the_receipt(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    page_of(qtbot, at_board, case_id)
    dialog = hand_over(qtbot, at_board, case_id)
    case = case_of(at_board, case_id)
    assert case.custody is None and case.accepted_handoff is not None
    assert dialog.notice.title() == "Handed over at 03:12: custody is the receiver's."
    assert at_board.session.case.main_buttons["print_receipt"].isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    asked(qtbot, at_board, PrintView).reject()
    assert drafts.kept(at_board.desk, case_id, HandoffDialog.form) is None


def test_an_attempt_goes_on_where_it_was_left(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    at_board.session.case_actions.hand_over(case_id)
    dialog = asked(qtbot, at_board, HandoffDialog)
    propose(qtbot, at_board, dialog)
    check(qtbot, at_board, dialog)
    draw(dialog.terms.pads["officer"])
    dialog.terms.buttons["officer"].click()
    quiet(qtbot, at_board)
    dialog.reject()
    at_board.session.case_actions.hand_over(case_id)
    again = asked(qtbot, at_board, HandoffDialog)
    assert missing(again) == ("receiver_has_not_signed",)
    assert again.terms.pads["officer"].state() == "Signed 03:12"
    assert again.terms.pads["officer"].strokes() != ()
    assert again.terms.pads["receiver"].surface.isEnabled()
    again.reject()


def test_only_a_child_in_our_custody_is_handed_over(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, custody=False)
    view = page_of(qtbot, at_board, case_id)
    view.do("hand_over")
    quiet(qtbot, at_board)
    assert view.notice.title() == "Custody of this child has not begun."


def test_a_refusal_at_the_door_closes_the_attempt_and_leaves_the_child_ours(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    at_board.session.case_actions.hand_over(case_id)
    dialog = asked(qtbot, at_board, HandoffDialog)
    assert not dialog.stop.isVisible()
    propose(qtbot, at_board, dialog)
    check(qtbot, at_board, dialog)
    draw(dialog.terms.pads["officer"])
    dialog.terms.buttons["officer"].click()
    quiet(qtbot, at_board)
    dialog.stop.click()
    stop = asked(qtbot, at_board, AskedForm)
    assert stop.accessibleName() == "Not handed over"
    assert text_of(stop, "child_is_at") == "Area Central, report room"
    fill(stop, how="refused", by="receiver")
    stop.submit()
    assert stop.asked["reason"].error() == "Choose why."
    assert stop.asked["failure"].isHidden()
    fill(stop, reason="no_space", detail="The shelter is full tonight")
    save(qtbot, at_board, stop)
    case = case_of(at_board, case_id)
    first = case.handoff(1)
    assert case.custody is not None and case.open_handoff is None
    assert first is not None and first.state == "refused" and first.is_void
    said = "\n".join(label.text() for label in view._sections.findChildren(Label))
    said = said.replace("\u00a0", " ")
    assert "refused by the receiver: No space · The shelter is full tonight" in said
    assert "void" in said
    again = opened_again(qtbot, at_board, case_id)
    propose(qtbot, at_board, again)
    attempt = again.attempt()
    assert attempt is not None and attempt.number == 2
    again.reject()


def opened_again(qtbot: QtBot, at: Opened, case_id: UUID) -> HandoffDialog:
    at.session.case_actions.hand_over(case_id)
    return asked(qtbot, at, HandoffDialog)


def test_a_handoff_that_failed_has_no_refuser(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = opened_again(qtbot, at_board, case_id)
    propose(qtbot, at_board, dialog)
    dialog.stop.click()
    stop = asked(qtbot, at_board, AskedForm)
    fill(stop, how="failed", failure="receiver_did_not_come", detail="Waited an hour")
    save(qtbot, at_board, stop)
    attempt = case_of(at_board, case_id).handoff(1)
    assert attempt is not None and attempt.state == "failed"
    assert attempt.stopped is not None and attempt.stopped.by is None


def test_without_an_attempt_there_is_nothing_to_stop(qtbot: QtBot, at_board: Opened) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    view.do("not_handed_over")
    quiet(qtbot, at_board)
    assert view.notice.title() == "No handoff is under way."


def test_a_private_person_is_asked_where_it_lives_and_what_it_promised(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    dialog = opened_again(qtbot, at_board, case_id)
    propose(qtbot, at_board, dialog)
    step = dialog.check
    assert step.address.isHidden() and step.promise.isHidden()
    step.more.click()
    step.relation.set_text("Aunt, by the passports of both")
    step.address.set_text("1200 West Harrison Street")
    step.promise.set_text("to bring her to the hearing")
    check(qtbot, at_board, dialog)
    attempt = case_of(at_board, case_id).handoff(1)
    assert attempt is not None and attempt.check is not None
    told = attempt.check
    assert (told.address, told.promise) == (
        "1200 West Harrison Street",
        "to bring her to the hearing",
    )
    said = [label.text() for label in step.findChildren(Label)]
    assert "1200 West Harrison Street" in said and "to bring her to the hearing" in said
    dialog.reject()
