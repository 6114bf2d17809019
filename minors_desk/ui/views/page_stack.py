"""Pages of a paper below each other: whole, as wide as the room, or as large as asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from minors_desk.ui.kit.spacing import TWO, clear, column
from minors_desk.ui.kit.tokens import current

ZOOMS = (50, 67, 80, 100, 125, 150, 200, 300)
"""Percent of the fitting size."""
_FIT = 100


class PageStack(QScrollArea):
    """Shows pictures of pages. Arrows and Page Down scroll.

    At 100 percent a page is whole in the room, so that nothing of it is out of sight; with
    `fit_width` it is as wide as the room, for reading. `moved` carries the number of the page that
    came into sight.
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._zoom = _FIT
        self._wide = False
        self._pages: list[_Page] = []
        self._holder = QWidget()
        self._holder.setObjectName("scrolled")
        self._column = column(self._holder, gap=TWO)
        self._column.setContentsMargins(TWO, TWO, TWO, TWO)
        self.setWidget(self._holder)
        self.setWidgetResizable(True)
        self.setAccessibleName("Pages of the paper")
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit(self.in_sight()))

    def show_pages(self, pictures: Sequence[QImage]) -> None:
        """Show other pages from the first one on."""
        clear(self._column)
        self._pages = [
            _Page(picture, number, len(pictures)) for number, picture in enumerate(pictures, 1)
        ]
        for page in self._pages:
            self._column.addWidget(page, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def go_to(self, number: int) -> None:
        """Bring a page, counted from 1, to the top of the room; nothing for one that is not."""
        if 1 <= number <= len(self._pages):
            self.verticalScrollBar().setValue(self._pages[number - 1].y() - TWO)

    def go_by(self, pages: int) -> None:
        """Go on (positive) or back by so many pages."""
        self.go_to(self.in_sight() + pages)

    def in_sight(self) -> int:
        """The number of the page that takes the middle of the room; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        begun = [at for at, page in enumerate(self._pages, 1) if page.y() <= middle]
        return begun[-1] if begun else min(1, len(self._pages))

    def count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def zoom(self) -> int:
        """Percent of the fitting size."""
        return self._zoom

    def zoom_by(self, steps: int) -> None:
        """Larger (positive) or smaller by steps; 0 fits again."""
        place = ZOOMS.index(self._zoom)
        last = len(ZOOMS) - 1
        self._zoom = ZOOMS[min(last, max(0, place + steps))] if steps else _FIT
        self._fit()

    def fit_width(self, wide: bool) -> None:
        """Fit the width of the room, or the whole page; either at 100 percent."""
        self._wide, self._zoom = wide, _FIT
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 2 * TWO - 2
        high = self.height() - 2 * TWO - 2
        for page in self._pages:
            fitting = room if self._wide else min(room, page.width_for(high))
            page.set_width(max(1, fitting * self._zoom // 100))


class _Page(QWidget):
    """One page, drawn from a copy scaled once for its size."""

    def __init__(self, picture: QImage, number: int, of: int) -> None:
        super().__init__()
        self._picture = picture
        self._shown: QPixmap | None = None
        self.setAccessibleName(f"Page {number} of {of}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def width_for(self, height: int) -> int:
        """How wide the page is when it is so high."""
        return height * self._picture.width() // max(1, self._picture.height())

    def set_width(self, width: int) -> None:
        """Be so wide, and as high as the page is then."""
        height = round(width * self._picture.height() / max(1, self._picture.width()))
        if self.size() == QSize(width, height):
            return
        self._shown = None
        self.setFixedSize(width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page with a thin edge; it is scaled once it is in sight."""
        if self._shown is None:
            self._shown = self._scaled()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._shown)
        painter.setPen(QPen(QColor(current().line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _scaled(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        sharp = self._picture.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        sharp.setDevicePixelRatio(ratio)
        return QPixmap.fromImage(sharp)
