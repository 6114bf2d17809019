"""The pages of a paper in small beside it: where one is, and the way to another page."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import HALF, ONE, clear, column
from minors_desk.ui.kit.tokens import TextRole, current, font, metrics, scaled

_WIDE = 72
_EDGE = 3


class Thumbnails(Scroll):
    """One small picture for each page, the one in sight marked; `chosen` carries its number."""

    chosen = Signal(int)

    def __init__(self) -> None:
        holder = QWidget()
        super().__init__(holder)
        self._column = column(holder, gap=HALF)
        self._column.setContentsMargins(ONE, ONE, ONE, ONE)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._pages: list[_Small] = []
        self.setAccessibleName("Pages in small")
        self._fit()

    def show_pages(self, pictures: Sequence[QImage]) -> None:
        """Show other pages, the first marked."""
        for page in self._pages:
            self._group.removeButton(page)
        clear(self._column)
        self._pages = [_Small(one, at, len(pictures)) for at, one in enumerate(pictures, 1)]
        for number, page in enumerate(self._pages, 1):
            self._group.addButton(page)
            page.clicked.connect(lambda _=False, at=number: self.chosen.emit(at))
            self._column.addWidget(page, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._fit()
        self.mark(1)

    def mark(self, number: int) -> None:
        """Mark the page of that number, from 1, and bring it to sight."""
        if 1 <= number <= len(self._pages):
            page = self._pages[number - 1]
            page.setChecked(True)
            self.ensureWidgetVisible(page, 0, 0)

    def marked(self) -> int:
        """The number of the page that is marked; 0 without pages."""
        return next((at for at, page in enumerate(self._pages, 1) if page.isChecked()), 0)

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(scaled(_WIDE) + 2 * ONE + 2 * _EDGE + bar)


class _Small(QAbstractButton):
    """One page, scaled once it is in sight, with its number below."""

    def __init__(self, picture: QImage, number: int, of: int) -> None:
        super().__init__()
        self._picture, self._number = picture, number
        self._shown: QPixmap | None = None
        self.setCheckable(True)
        self.setAccessibleName(f"Go to page {number} of {of}")
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """The picture, its edge, and a line for the number."""
        wide = scaled(_WIDE)
        high = wide * self._picture.height() // max(1, self._picture.width())
        return QSize(wide + 2 * _EDGE, high + 2 * _EDGE + metrics(TextRole.SMALL).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, its edge in the colour of what is chosen, and its number."""
        tokens, painter = current(), QPainter(self)
        room = self.rect().adjusted(0, 0, 0, -metrics(TextRole.SMALL).height())
        page = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if self._shown is None:
            ratio = self.devicePixelRatioF()
            small = self._picture.scaled(
                page.size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            small.setDevicePixelRatio(ratio)
            self._shown = QPixmap.fromImage(small)
        painter.drawPixmap(page.topLeft(), self._shown)
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(tokens.accent if marked else tokens.line), 2 if marked else 1))
        painter.drawRect(page.adjusted(-1, -1, 0, 0))
        painter.setFont(font(TextRole.SMALL))
        painter.setPen(QColor(tokens.text if self.isChecked() else tokens.muted))
        below = QRect(0, room.bottom() + 1, self.width(), self.height() - room.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(self._number))
