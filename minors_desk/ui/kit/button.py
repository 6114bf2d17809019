"""Buttons: one primary to a place, secondary beside it, plain in a row; each shows its key."""

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
    QWidget,
)

from minors_desk.ui.icons import pixmap
from minors_desk.ui.kit.tokens import GRID, scaled

_ICON = 18


class Kind(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    PLAIN = "plain"
    SEGMENT = "segment"
    ASIDE = "aside"
    """A choice that is no value: unknown, refused, not asked, does not apply."""


class Button(QPushButton):
    """A button with its key beside the words, such as `New encounter  Ctrl+N`.

    `key` is shown only; with `shortcut=True` it also works while the button can be seen. Where an
    action of the window owns the key, leave it False: two owners of one key cancel each other.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        key: str = "",
        icon: str = "",
        *,
        shortcut: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._icon, self._words = key, icon, text
        self._bare = False
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(text)
        if key and shortcut:
            self.setShortcut(key)

    def set_words(self, text: str) -> None:
        """Change what the button says."""
        self._words = text
        # "&" would become a mnemonic and vanish from a text that was meant literally.
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        if self._key:
            self.setAccessibleDescription(f"Key {self._key}")

    def set_busy(self, busy: bool, words: str = "Saving…") -> None:
        """While busy the button cannot be pressed and says so in its place."""
        shown = words if busy else self._words
        self.setText(shown.replace("&", "&&"))
        self.setEnabled(not busy)

    def sizeHint(self) -> QSize:
        """Words, key, icon and the padding of the sheet."""
        hint = super().sizeHint()
        extra = self._key_width() + self._icon_width()
        return QSize(hint.width() + extra, max(hint.height(), self._least_height()))

    def minimumSizeHint(self) -> QSize:
        """A button is never cut."""
        return self.sizeHint()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Without its words while the ground is painted: they are drawn with key and icon."""
        super().initStyleOption(option)
        if self._bare:
            option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground by the sheet, then icon, words and key."""
        words = self.text().replace("&&", "&")
        self._bare = True
        super().paintEvent(event)
        self._bare = False
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.ButtonText)
        painter.setPen(ink)
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(words) + self._key_width() + self._icon_width()
        left = max(GRID // 2, (self.width() - width) // 2)
        if self._icon:
            size = scaled(_ICON)
            picture = pixmap(self._icon, ink.name(), size, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - size) // 2, picture)
            left += self._icon_width()
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), flags, words)
        if self._key:
            left += metrics.horizontalAdvance(words) + GRID
            painter.setFont(self._key_font())
            painter.drawText(QRect(left, 0, self.width() - left, self.height()), flags, self._key)

    def _least_height(self) -> int:
        return scaled(3 * GRID if self.property("kind") == Kind.PLAIN.value else 4 * GRID)

    def _key_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(False)
        return font

    def _key_width(self) -> int:
        if not self._key:
            return 0
        return self.fontMetrics().horizontalAdvance(self._key) + GRID

    def _icon_width(self) -> int:
        return scaled(_ICON) + GRID if self._icon else 0
