"""What tests of the case page and its questions do before they begin: a child, a page, a dialog."""

from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import AgeRange, Encountered, LegalClass
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.services import cases
from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import LineField, TextField
from minors_desk.ui.kit.pad import SignaturePad
from minors_desk.ui.views.case_view import CaseView
from tests.ui.conftest import Opened

LONG = 30_000
D = TypeVar("D", bound=QDialog)


def child(
    at: Opened, *, name: str = "", custody: bool = True, legal: LegalClass | None = None
) -> UUID:
    """A girl met now, in custody in a room that is not locked."""
    now = at.desk.clock()
    more: list[Body] = []
    if name:
        value = PersonName(as_said=name)
        more.append(FactTold(occurred_at=now, fact="name", value=value, source="said"))
    if custody:
        began = CustodyBegan(
            occurred_at=now,
            starts_from="arrival",
            place="Area Central",
            room="report room",
            watched_by="Ofc. Ames",
        )
        more.append(began)
    met = Encountered(
        occurred_at=now,
        encounter_id=at.desk.new_id(),
        place="Store, 630 W Harrison",
        apparent_age=AgeRange(low_months=180, high_months=191),
        apparent_sex="girl",
        legal_class=legal,
    )
    case_id, changes = cases.open_case(at.desk, met, *more)
    at.session.bus.publish(changes)
    return case_id


def add(at: Opened, case_id: UUID, *bodies: Body) -> None:
    """Add entries as another part of the program would, and tell the bus."""
    at.session.bus.publish(cases.add(at.desk, case_id, *bodies))


def quiet(qtbot: QtBot, at: Opened) -> None:
    """Wait until no work is under way."""
    qtbot.waitUntil(lambda: not at.window.tasks.busy(), timeout=LONG)


def page_of(qtbot: QtBot, at: Opened, case_id: UUID) -> CaseView:
    """The case page, read."""
    at.window.show()
    view = at.session.case
    with qtbot.waitSignal(view.shown, timeout=LONG):
        at.session.open_case(case_id)
    quiet(qtbot, at)
    return view


def asked(qtbot: QtBot, at: Opened, kind: type[D]) -> D:
    """The dialog of that kind, once it is open and its draft was looked for."""
    qtbot.waitUntil(lambda: isinstance(at.session.case_actions.current(), kind), timeout=LONG)
    quiet(qtbot, at)
    found = at.session.case_actions.current()
    assert isinstance(found, kind)
    return found


def form(qtbot: QtBot, at: Opened, act: str, case_id: UUID) -> AskedForm:
    """The described form of that act, open."""
    at.window.show()
    at.session.case_actions.do(act, case_id)
    return asked(qtbot, at, AskedForm)


def fill(dialog: AskedForm, **answers: str) -> None:
    """Answer these asks, and write the time now."""
    for name, value in answers.items():
        field = dialog.asked[name]
        if isinstance(field, ChoiceField):
            field.set_value(value)
        else:
            assert isinstance(field, LineField | TextField)
            field.set_text(value)
    if dialog.when.time.is_empty():
        dialog.when.time.write_now()


def text_of(dialog: AskedForm, name: str) -> str:
    """What stands in the line of that ask."""
    field = dialog.asked[name]
    assert isinstance(field, LineField | TextField)
    return field.text()


def value_of(dialog: AskedForm, name: str) -> str | None:
    """What is chosen at that ask."""
    field = dialog.asked[name]
    assert isinstance(field, ChoiceField)
    return field.value()


def save(qtbot: QtBot, at: Opened, dialog: AskedForm) -> None:
    """Save what the form answers."""
    dialog.submit()
    answered(qtbot, at)


def put(dialog: AskedForm, name: str, value: Any) -> None:
    """Write or choose a value of any type in a field that is in sight."""
    ask = next(one for one in dialog.spec.asks if one.name == name)
    if ask.more:
        dialog.more.setChecked(True)
    assert not dialog.asked[name].isHidden()
    ask.fill(dialog.asked[name], value)


def answered(qtbot: QtBot, at: Opened) -> None:
    """Wait until the dialog closed because what it answered is saved."""
    qtbot.waitUntil(lambda: at.session.case_actions.current() is None, timeout=LONG)
    quiet(qtbot, at)


def case_of(at: Opened, case_id: UUID) -> Case:
    """The case as it stands in the record."""
    return cases.read(at.desk, case_id)


def draw(pad: SignaturePad) -> None:
    """Draw a line on a pad with the mouse."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pad.surface, left, pos=QPoint(20, 40))
    for x, y in ((60, 70), (100, 30), (140, 70)):
        QTest.mouseMove(pad.surface, QPoint(x, y))
    QTest.mouseRelease(pad.surface, left, pos=QPoint(140, 70))


def propose(qtbot: QtBot, at: Opened, dialog: HandoffDialog, person: str = "M. Ruiz") -> None:
    """Fill step one and propose."""
    step = dialog.receiver
    step.agency.set_text("DCFS")
    step.person.set_text(person)
    step.place.set_text("Front desk")
    step.authority.set_text("325 ILCS 5/5")
    step.action.click()
    quiet(qtbot, at)


def check(qtbot: QtBot, at: Opened, dialog: HandoffDialog, result: str = "matches") -> None:
    """Fill step two and save it."""
    dialog.check.how.set_value("badge_seen")
    dialog.check.document.set_text("DCFS card 1182")
    dialog.check.result.set_value(result)
    dialog.check.action.click()
    quiet(qtbot, at)


def sign_both(qtbot: QtBot, at: Opened, dialog: HandoffDialog) -> None:
    """Both sides draw and save their drawing."""
    for side, pad in dialog.terms.pads.items():
        draw(pad)
        dialog.terms.buttons[side].click()
        quiet(qtbot, at)


def hand_over(qtbot: QtBot, at: Opened, case_id: UUID) -> HandoffDialog:
    """The whole handoff, up to the dialog that says it is done."""
    at.session.case_actions.hand_over(case_id)
    dialog = asked(qtbot, at, HandoffDialog)
    propose(qtbot, at, dialog)
    check(qtbot, at, dialog)
    sign_both(qtbot, at, dialog)
    dialog.submit()
    quiet(qtbot, at)
    return dialog
