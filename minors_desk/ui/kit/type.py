"""Labels by role: each text of the window is one of these, always plain text, never markup."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.text import MOST_SHOWN, breakable, capped, lines, one_line
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, scaled

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

_WIDEST_WORD = 20 * GRID


class Label(QLabel):
    """A text of a role that wraps or not; longer than 600 characters it ends in an ellipsis.

    The accessible name always holds the whole text. A name from the record that may be long
    belongs into `Elided` (one line) or `LongText` (all of it can be read).
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        tone: Tone | None = None,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        if tone is not None:
            self.setProperty("tone", tone.value)
        self.setWordWrap(wrap)
        # A name written from right to left stands where the eye looks for it: at its label.
        self.setAlignment(LEFT)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text literally; changes nothing when it is the same."""
        cut = capped(text)
        shown = breakable(lines(cut)) if self.wordWrap() else one_line(cut)
        self.setAccessibleName(text if shown != text else "")
        if shown != self.text():
            super().setText(shown)

    def minimumSizeHint(self) -> QSize:
        """Where it wraps it gives way, however long its longest word is."""
        hint = super().minimumSizeHint()
        return (
            QSize(min(hint.width(), scaled(_WIDEST_WORD)), hint.height())
            if self.wordWrap()
            else hint
        )

    def set_tone(self, tone: Tone) -> None:
        """Give the text another tone."""
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            repolish(self)


class Elided(Label):
    """One line that gives way: it ends in an ellipsis where the room ends."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the text, up to a line of the window."""
        hint = super().sizeHint()
        return QSize(min(hint.width() + 1, 100 * GRID), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        painter.drawText(
            room, self.alignment(), elided(self.fontMetrics(), self.text(), room.width())
        )


class PlainView(QPlainTextEdit):
    """A long text as it is, read-only, in a view that scrolls; Tab leaves it."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("quiet", True)
        self.setAccessibleName(name)
        self.setPlainText(lines(text))
        self.setMinimumHeight(scaled(96))


class LongText(QWidget):
    """A text from the record of any length: its beginning, and all of it on demand."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        most: int = MOST_SHOWN // 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most, self._whole = most, ""
        self._label = Label(role=role, wrap=True)
        self._button = Button("", Kind.PLAIN)
        self._view: PlainView | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._label)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._button.clicked.connect(self._toggle)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text, folded."""
        if self._view is not None:
            self._fold(self._view)
        self._whole = text
        self._label.setText(capped(text, self._most))
        self._label.setAccessibleName(text)
        self._button.setVisible(len(text) > self._most)
        self._name_button()

    def whole(self) -> str:
        """The whole text."""
        return self._whole

    def _toggle(self) -> None:
        if self._view is None:
            self._view = PlainView(self._whole, "Whole text")
            self._column.addWidget(self._view)
            self._label.hide()
        else:
            self._fold(self._view)
        self._name_button()

    def _fold(self, view: PlainView) -> None:
        view.deleteLater()
        self._view = None
        self._label.show()

    def _name_button(self) -> None:
        count = f"Show all {len(self._whole):,}"
        self._button.set_words(count if self._view is None else "Show less")
        if self._view is None:
            self._button.setAccessibleName(f"{count} characters")


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text on one line in a width; measures only what could fit, so length costs nothing."""
    could_fit = max(16, width // max(1, metrics.averageCharWidth() // 3))
    return metrics.elidedText(capped(one_line(text), could_fit), Qt.TextElideMode.ElideRight, width)


def repolish(widget: QWidget) -> None:
    """Let the stylesheet see a changed property; what was never shown is polished when it is."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def polishing(whole: QWidget) -> Iterator[None]:
    """Let the stylesheet see each part of what is not shown yet, one from `yield` to `yield`.

    Shown as it is, all its parts would be polished in one go, and nothing answered meanwhile. The
    innermost come first: a part that is polished has all within it polished at once.
    """
    for part in reversed(whole.findChildren(QWidget)):
        if isValid(part):
            part.ensurePolished()
        yield
