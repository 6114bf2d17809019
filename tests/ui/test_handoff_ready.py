"""What a handoff still wants, in its dialog: ways that lead there and back, the count, the ink."""

from uuid import UUID

from pytestqt.qtbot import QtBot

from minors_desk.domain.belongings import PropertyLine, PropertyTaken
from minors_desk.domain.facts import FactTold
from minors_desk.domain.readiness import HAND_ON
from minors_desk.domain.values import PersonName
from minors_desk.services import printing
from minors_desk.ui.acts import catalog
from minors_desk.ui.dialogs.handoff_count import AGREES, DIFFERS
from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.views.print_view import PrintView
from tests.ui.case_steps import (
    add,
    asked,
    case_of,
    check,
    child,
    fill,
    propose,
    quiet,
    sign_both,
)
from tests.ui.conftest import Opened


def opened(qtbot: QtBot, at: Opened, case_id: UUID) -> HandoffDialog:
    at.window.show()
    at.session.case_actions.hand_over(case_id)
    return asked(qtbot, at, HandoffDialog)


def with_a_necklace(at: Opened) -> UUID:
    case_id = child(at)
    line = PropertyLine(line=1, description="Necklace", category="safekeeping")
    add(at, case_id, PropertyTaken(occurred_at=at.desk.clock(), lines=(line,)))
    return case_id


def test_what_is_missing_is_done_in_its_form_and_leads_back(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = opened(qtbot, at_board, case_id)
    dialog.ready.ways["class_child"].click()
    form = asked(qtbot, at_board, AskedForm)
    fill(form, legal_class="non_offender")
    form.submit()
    again = asked(qtbot, at_board, HandoffDialog)
    assert case_of(at_board, case_id).class_given == "non_offender"
    assert "class_child" not in again.ready.ways
    again.reject()


def test_every_way_leads_to_something_that_can_be_done() -> None:
    ways = {"class_child", "tell_name", "reference", "screen", "attach_copy", HAND_ON}
    assert ways <= catalog.BY_NAME.keys()


def test_a_paper_with_gaps_is_looked_at_from_here(qtbot: QtBot, at_board: Opened) -> None:
    dialog = opened(qtbot, at_board, child(at_board))
    dialog.ready.ways["custody_log"].click()
    view = asked(qtbot, at_board, PrintView)
    qtbot.waitUntil(lambda: not view.is_busy(), timeout=30_000)
    view.reject()


def test_what_is_counted_is_signed_for_and_counted_anew_is_signed_anew(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = with_a_necklace(at_board)
    dialog = opened(qtbot, at_board, case_id)
    propose(qtbot, at_board, dialog)
    check(qtbot, at_board, dialog)
    dialog.count.submit()
    assert dialog.count.result.error() == "Choose whether it agrees."
    dialog.count.result.set_value(AGREES)
    dialog.count.submit()
    quiet(qtbot, at_board)
    sign_both(qtbot, at_board, dialog)
    assert dialog.action.isEnabled()
    dialog.count.reopen()
    dialog.count.result.button(DIFFERS).click()
    assert not dialog.action.isEnabled()
    dialog.count.submit()
    assert dialog.count.words.error() == "Write what does not agree."
    dialog.count.words.set_text("The clasp is broken")
    dialog.count.submit()
    quiet(qtbot, at_board)
    attempt = case_of(at_board, case_id).open_handoff
    assert attempt is not None and attempt.count is not None
    assert attempt.count.differs == "The clasp is broken"
    assert set(attempt.missing()) == {"officer_has_not_signed", "receiver_has_not_signed"}
    dialog.reject()


def test_a_printed_copy_signed_by_hand_is_as_good_as_the_pad(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    dialog = opened(qtbot, at_board, case_id)
    propose(qtbot, at_board, dialog)
    check(qtbot, at_board, dialog)
    dialog.terms.by_hand["receiver"].click()
    quiet(qtbot, at_board)
    assert "No receipt of these terms was printed" in dialog.notice.title()
    printing.issue_paper(at_board.desk, case_id, "transfer_receipt", 1)
    name = FactTold(
        occurred_at=at_board.desk.clock(),
        fact="name",
        value=PersonName(as_said="Ana"),
        source="said",
    )
    add(at_board, case_id, name)  # the copy bears no name: it is one of other terms now
    dialog.reject()
    dialog = opened(qtbot, at_board, case_id)
    dialog.terms.by_hand["receiver"].click()
    quiet(qtbot, at_board)
    assert "No receipt of these terms was printed" in dialog.notice.title()
    printing.issue_paper(at_board.desk, case_id, "transfer_receipt", 1)
    for side in ("officer", "receiver"):
        dialog.terms.by_hand[side].click()  # type: ignore[index]
        quiet(qtbot, at_board)
    assert dialog.terms.pads["receiver"].state().startswith("Signed on paper")
    assert "attach_copy" in dialog.ready.ways
    dialog.submit()
    quiet(qtbot, at_board)
    accepted = case_of(at_board, case_id).accepted_handoff
    assert accepted is not None
    signature = accepted.signature("receiver")
    assert signature is not None
    assert signature.paper == "TR-AC-26-0001-1, version 2, copy 1"
    dialog.reject()
