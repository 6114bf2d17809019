"""What tests of described forms do: open an act on a child, press keys, fill fields, save."""

from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minors_desk.domain.case import Case
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.field import Field
from tests.ui.case_steps import LONG, answered, asked, case_of
from tests.ui.conftest import Opened

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
F = TypeVar("F", bound=AskedForm)


def opened_form(
    qtbot: QtBot,
    at: Opened,
    name: str,
    case_id: UUID,
    kind: type[F] = AskedForm,  # type: ignore[assignment]  # what F is unless said otherwise
) -> F:
    """The form of an act, in front."""
    at.window.show()
    at.session.case_actions.do(name, case_id)
    form = asked(qtbot, at, kind)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=LONG)
    return form


def press(form: QWidget, *keys: Qt.Key) -> None:
    """Press keys one after the other where the focus is."""
    for key in keys:
        QTest.keyClick(form.focusWidget() or form, key)


def saved(qtbot: QtBot, at: Opened, form: AskedForm, case_id: UUID) -> Case:
    """Ctrl+Enter; the case once it is saved."""
    QTest.keyClick(form, Qt.Key.Key_Return, CONTROL)
    answered(qtbot, at)
    return case_of(at, case_id)


def fill(form: AskedForm, **values: Any) -> None:
    """Give the fields values of an entry, and write the time now."""
    for ask in form.spec.asks:
        if ask.name in values:
            ask.fill(form.asked[ask.name], values[ask.name])
    form.when.time.write_now()


def field(form: AskedForm, name: str, kind: type[Field]) -> Any:
    """A field of that kind."""
    found = form.asked[name]
    assert isinstance(found, kind)
    return found
