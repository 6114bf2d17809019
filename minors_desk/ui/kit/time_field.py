"""When something happened: empty at first, the key N writes "now 03:12" for all to see."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.spacing import HALF, row
from minors_desk.ui.kit.typed_time import (
    EXAMPLES,
    TypedTime,
    Unreadable,
    meaning,
    now_words,
    parse,
    written,
)

_EMPTY = "N writes the time now; or " + EXAMPLES
_EMPTY_FUTURE = "03:12, tomorrow 08:00 or 2026-11-24 08:00"


class TimeField(Field):
    """A time in the station's zone; shows below which instant it takes the text for.

    `now` gives the present (aware), `zone` is the station's. With `future` it is for a time to
    come, and now is not offered. N works while the field is empty or already says "now"; Ctrl+.
    works always.
    """

    def __init__(
        self,
        label: str,
        now: Callable[[], datetime],
        zone: ZoneInfo,
        *,
        future: bool = False,
        precision: bool = True,
    ) -> None:
        self._now, self._zone, self._future = now, zone, future
        self._edit = QLineEdit()
        self._edit.setMaxLength(60)
        self._edit.setPlaceholderText("hh:mm")
        self._empty = _EMPTY_FUTURE if future else _EMPTY
        super().__init__(label, self._edit, self._empty)
        self._now_button = Button("Now", Kind.SEGMENT, "N", "clock")
        self._now_button.setAccessibleName(f"{label}: now")
        self._about = Button("About", Kind.SEGMENT)
        self._about.setCheckable(True)
        self._about.setAccessibleName(f"{label}: known only about, not to the minute")
        line = row(gap=HALF)
        self.body.removeWidget(self._edit)
        line.addWidget(self._edit, 1)
        line.addWidget(self._now_button)
        line.addWidget(self._about)
        self.body.addLayout(line)
        self._about.setVisible(precision)
        self._now_button.setVisible(not future)
        self._edit.installEventFilter(self)
        self._edit.textChanged.connect(self._typed)
        self._about.toggled.connect(self._typed)
        self._now_button.clicked.connect(self.write_now)

    def value(self) -> TypedTime | None:
        """The instant, or None while the field is empty or not readable."""
        if self.is_empty():
            return None
        try:
            typed = parse(self._edit.text(), self._now(), self._zone, future=self._future)
        except Unreadable:
            return None
        return TypedTime(typed.instant, "about") if self._about.isChecked() else typed

    def set_value(
        self, instant: datetime, precision: Literal["minute", "about"] = "minute"
    ) -> None:
        """Write an instant, such as an amended entry's."""
        self._about.setChecked(precision == "about")
        self._edit.setText(written(instant, self._zone))

    def text(self) -> str:
        """What stands in the field, for a draft."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Put back what stood in the field. A draft's "now" keeps the minute it was written."""
        self._edit.setText(text)

    def write_now(self) -> None:
        """What the key N does."""
        self._edit.setText(now_words(self._now(), self._zone))
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def button_about(self) -> Button:
        """The button that says the time is known only about."""
        return self._about

    def is_empty(self) -> bool:
        """Whether nothing stands there; nothing is dated silently."""
        return not self._edit.text().strip()

    def refresh(self) -> None:
        """Say again what the text means; for a ticker, so that "14 min ago" stays true."""
        self._explain()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take N and Ctrl+. as "now"; all else is typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
            text = self._edit.text()
            free = self.is_empty() or text.startswith("now ") or self._edit.selectedText() == text
            if event.key() == Qt.Key.Key_N and plain and free and not self._future:
                self.write_now()
                return True
            if event.key() == Qt.Key.Key_Period and not plain:
                self.write_now()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        if self.is_empty():
            self.set_error(None)
            self.set_hint(self._empty)
            return
        now = self._now()
        try:
            typed = parse(self._edit.text(), now, self._zone, future=self._future)
        except Unreadable as error:
            self.set_error(str(error))
            return
        if self._about.isChecked():
            typed = TypedTime(typed.instant, "about")
        self.set_error(None)
        self.set_hint(f"means {meaning(typed, now, self._zone)}")
