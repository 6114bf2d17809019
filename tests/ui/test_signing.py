"""A paper signed on screen from its preview: the pad, who signs, and what was changed meanwhile."""

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.care import WelfareChecked
from minors_desk.services import printing
from minors_desk.services import signing as services
from minors_desk.ui.dialogs.sign_dialog import SignDialog
from minors_desk.ui.dialogs.verify_dialog import VerifyDialog
from minors_desk.ui.kit.pad import CHANGED, SignaturePad, Surface
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.print_view import PrintView
from tests.ui.case_steps import LONG, add, asked, case_of, child, hand_over, quiet
from tests.ui.conftest import Opened

LINE = "signature.supervisor"


def previewed(qtbot: QtBot, at: Opened, case_id: UUID) -> PrintView:
    at.session.case_actions.print_paper(case_id, ("custody_log", 1))
    view = asked(qtbot, at, PrintView)
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    return view


def signing(qtbot: QtBot, at: Opened, view: PrintView) -> SignDialog:
    QTest.keyClick(view, Qt.Key.Key_G)
    quiet(qtbot, at)
    dialog = view.signing.dialog()
    assert dialog is not None
    return dialog


def draw(surface: Surface) -> None:
    """A stroke across the ground, by mouse."""
    points = [QPoint(20 + 30 * step, 30 + 40 * (step % 2)) for step in range(6)]
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(surface, point)
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=points[-1])


@pytest.fixture
def case_id(at_board: Opened) -> UUID:
    return child(at_board, name="Ana Caal")


def test_the_line_is_signed_under_what_stands_beside_it(
    qtbot: QtBot, at_board: Opened, case_id: UUID
) -> None:
    view = previewed(qtbot, at_board, case_id)
    dialog = signing(qtbot, at_board, view)
    assert dialog.pages.count() == view.panel.pages.count()
    assert dialog.line is not None and dialog.line.value() == LINE
    dialog.me.click()
    assert (dialog.name.text(), dialog.badge.text()) == ("D. Rivera", "4471")
    draw(dialog.pad.surface)
    dialog.submit()
    quiet(qtbot, at_board)
    (found,) = case_of(at_board, case_id).signatures
    assert (found.role, found.name, found.badge, found.device) == (
        LINE,
        "D. Rivera",
        "4471",
        "mouse",
    )
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    assert not view.panel.signing.sign_button.isEnabled()
    assert view.panel.state.text() == "PREVIEW"
    view.reject()


def test_nothing_is_saved_without_a_name_or_a_drawing(
    qtbot: QtBot, at_board: Opened, case_id: UUID
) -> None:
    view = previewed(qtbot, at_board, case_id)
    dialog = signing(qtbot, at_board, view)
    dialog.submit()
    assert dialog.name.error() == "Write who signs."
    dialog.name.set_text("A. Osei")
    dialog.submit()
    assert dialog.notice.title() == "Nothing is drawn yet."
    quiet(qtbot, at_board)
    assert case_of(at_board, case_id).signatures == ()
    dialog.reject()
    view.reject()


def test_what_changes_meanwhile_empties_the_pad_and_shows_the_new_page(
    qtbot: QtBot, at_board: Opened, case_id: UUID
) -> None:
    view = previewed(qtbot, at_board, case_id)
    dialog = signing(qtbot, at_board, view)
    dialog.name.set_text("A. Osei")
    draw(dialog.pad.surface)
    before = dialog.pad.binding()
    add(at_board, case_id, WelfareChecked(occurred_at=at_board.desk.clock(), condition="calm"))
    # Saved at this desk before the page heard of it: refused, and the page read again.
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.pad.binding() != before, timeout=LONG)
    quiet(qtbot, at_board)
    assert dialog.pad.strokes() == () and dialog.pad.state() == CHANGED
    assert dialog.name.text() == "A. Osei"
    assert case_of(at_board, case_id).signatures == ()
    draw(dialog.pad.surface)
    dialog.submit()
    quiet(qtbot, at_board)
    assert len(case_of(at_board, case_id).signatures) == 1
    view.reject()


def test_a_paper_without_a_line_offers_no_pad(
    qtbot: QtBot, at_board: Opened, case_id: UUID
) -> None:
    view = previewed(qtbot, at_board, case_id)
    assert view.panel.signing.lines.isVisible()
    at = [one.name for one in view.panel._offered].index("contact_log")
    view.panel.choose_nth(at)
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    assert (
        not view.panel.signing.lines.isVisible() and not view.panel.signing.sign_button.isEnabled()
    )
    QTest.keyClick(view, Qt.Key.Key_G)
    quiet(qtbot, at_board)
    assert view.signing.dialog() is None
    view.reject()


def test_a_paper_checked_by_its_code_tells_of_the_drawing_in_words(
    qtbot: QtBot, at_board: Opened, case_id: UUID
) -> None:
    desk = at_board.desk
    found = services.to_sign(desk, case_id, "custody_log", 1)
    drawn = services.DrawnNow(
        role=LINE,
        name="A. Osei",
        badge="77",
        strokes=(((0, 0, 0), (900, 400, 350)),),
        device="pen",
        digest=found.digest,
    )
    services.sign_paper(desk, case_id, "custody_log", 1, drawn)
    issued = printing.issue_paper(desk, case_id, "custody_log", 1)
    at_board.session.case_actions.verify_paper()
    dialog = asked(qtbot, at_board, VerifyDialog)
    dialog.code.set_text(issued.seal_code)
    dialog.submit()
    quiet(qtbot, at_board)
    said = [label.text() for part in dialog.parts() for label in part.findChildren(Label)]
    assert "Supervisor" in said and not any("sha256" in text for text in said)
    (drawing,) = (text for text in said if "Osei" in text)
    assert drawing.startswith("Drawn") and drawing.endswith("on screen with a pen")
    dialog.reject()


def test_the_pads_of_a_handoff_say_what_drew(qtbot: QtBot, at_board: Opened, case_id: UUID) -> None:
    hand_over(qtbot, at_board, case_id).accept()
    (attempt,) = case_of(at_board, case_id).handoffs
    assert [one.device for one in attempt.signatures] == ["mouse", "mouse"]


KINDS = {
    "pen": QPointingDevice.PointerType.Pen,
    "finger": QPointingDevice.PointerType.Finger,
    "mouse": QPointingDevice.PointerType.Generic,
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_pad_knows_what_draws(qtbot: QtBot, kind: str) -> None:
    pad = bound(qtbot)
    stroke(pad.surface, pointer(kind), 8)
    assert pad.device() == kind
    pad.clear()
    assert pad.device() is None


def test_what_drew_the_most_counts(qtbot: QtBot) -> None:
    """A palm that touches the glass before the pen makes no signature by finger."""
    pad = bound(qtbot)
    stroke(pad.surface, pointer("finger"), 2)
    stroke(pad.surface, pointer("pen"), 9)
    assert pad.device() == "pen" and len(pad.strokes()) == 2
    pad.show_signed(b"1" * 32, pad.strokes(), "Signed")
    assert pad.device() is None


def bound(qtbot: QtBot) -> SignaturePad:
    pad = SignaturePad("Signature")
    qtbot.addWidget(pad)
    pad.resize(500, 260)
    pad.set_binding(b"1" * 32)
    return pad


def pointer(kind: str) -> QPointingDevice:
    types = {
        "pen": QInputDevice.DeviceType.Stylus,
        "finger": QInputDevice.DeviceType.TouchScreen,
        "mouse": QInputDevice.DeviceType.Mouse,
    }
    nothing = QInputDevice.Capability.Position
    return QPointingDevice(kind, 7, types[kind], KINDS[kind], nothing, 1, 1)


def stroke(surface: Surface, device: QPointingDevice, length: int) -> None:
    """A stroke by that device: what Qt hands on when it moves the mouse for it."""
    button = Qt.MouseButton.LeftButton
    for step, kind in enumerate((QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * length)):
        at = QPointF(20.0 + 25 * step, 40.0)
        if device.pointerType() is KINDS["pen"]:
            pen = (QEvent.Type.TabletMove, QEvent.Type.TabletPress)[step == 0]
            no_keys = Qt.KeyboardModifier.NoModifier
            event = QTabletEvent(pen, device, at, at, 1.0, 0, 0, 0, 0, 0, no_keys, button, button)
            surface.tabletEvent(event)
            continue
        mouse = QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier, device)
        (surface.mousePressEvent if step == 0 else surface.mouseMoveEvent)(mouse)
    end = QPointF(20.0, 40.0)
    surface.mouseReleaseEvent(
        QMouseEvent(
            QEvent.Type.MouseButtonRelease,
            end,
            end,
            button,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            device,
        )
    )
