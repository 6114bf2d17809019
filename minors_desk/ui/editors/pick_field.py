"""Choosing one of many: type a few letters of its code or name, or open the list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter

from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.field import LineField

_LEFT_BY = frozenset(
    (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.MouseFocusReason,
    )
)
"""Not by the list below it, which opens while letters are typed."""


class PickField(LineField):
    """One line with a list below it that narrows while typing; Down opens all of it."""

    def __init__(self, label: str, hint: str = "", placeholder: str = "") -> None:
        super().__init__(label, hint, placeholder, most=200)
        self._choices: tuple[Choice, ...] = ()
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(10)
        self._edit.setCompleter(self._completer)
        self._edit.installEventFilter(self)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; when there is but one it is written into the field for all to see.

        Each is shown as its value and its label behind it.
        """
        self._choices = tuple(choices)
        self._model.setStringList([shown(one) for one in self._choices])
        if len(self._choices) == 1:
            self.set_text(shown(self._choices[0]))

    def value(self) -> str | None:
        """The value of the choice that is typed or chosen; None when it is none of them."""
        typed = self.text().strip().casefold()
        if not typed:
            return None
        for one in self._choices:
            if typed in (one.value.casefold(), shown(one).casefold(), one.label.casefold()):
                return one.value
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the whole list when the empty field is entered by Tab or click."""
        if event.type() is QEvent.Type.FocusIn and self.is_empty() and 1 < len(self._choices) < 10:
            QTimer.singleShot(0, self, self._open_list)
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in _LEFT_BY:
            # What is longer than the field is read from its beginning.
            self._edit.home(False)
        return super().eventFilter(watched, event)

    def _open_list(self) -> None:
        if self._edit.hasFocus() and self.is_empty():
            self._completer.setCompletionPrefix("")
            self._completer.complete()


def shown(choice: Choice) -> str:
    """A choice on one line."""
    return f"{choice.value}  {choice.label}" if choice.label else choice.value
