"""One page of an agency's form with its fields drawn over it: pointed at, a field is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from minors_desk.services.official_forms import Spot
from minors_desk.ui.kit.spacing import ONE
from minors_desk.ui.kit.tokens import LIGHT, Tone

_ALPHA = 70
_ZOOMS = (100, 125, 150, 200)


class FormPage(QScrollArea):
    """Shows one page. `picked` carries the name of the field that was pointed at.

    What is filled is tinted, a guess in another colour; the chosen field has a strong frame.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._zoom = _ZOOMS[0]
        self.page = _Page()
        self.page.picked.connect(self.picked)
        self.setWidget(self.page)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName("Page of the form")
        self.viewport().setAutoFillBackground(False)

    def show_page(self, picture: QImage, spots: Sequence[Spot], chosen: str) -> None:
        """Show a page with its fields."""
        is_other = picture is not self.page.picture
        self.page.show_picture(picture, spots, chosen)
        self._fit()
        if is_other:
            self.verticalScrollBar().setValue(0)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Bring the chosen field to sight."""
        place = self.page.place_of_chosen()
        if place is not None:
            middle = place.center()
            self.ensureVisible(round(middle.x()), round(middle.y()), 80, 80)

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by steps; 0 is as wide as the room."""
        place = _ZOOMS.index(self._zoom)
        self._zoom = _ZOOMS[min(len(_ZOOMS) - 1, max(0, place + steps))] if steps else _ZOOMS[0]
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self.page.set_width((self.width() - bar - 2 * ONE) * self._zoom // 100)


class _Page(QWidget):
    """The picture, scaled, and the rectangles of its fields."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.picture = QImage()
        self._spots: Sequence[Spot] = ()
        self._chosen = ""
        self._scaled = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_picture(self, picture: QImage, spots: Sequence[Spot], chosen: str) -> None:
        """Take another page, or other fields of it."""
        if picture is not self.picture:
            self.picture, self._scaled = picture, QImage()
        self._spots, self._chosen = spots, chosen
        self.update()

    def set_width(self, width: int) -> None:
        """Be so wide, and as high as the page is then."""
        if self.picture.isNull():
            return
        height = round(width * self.picture.height() / max(1, self.picture.width()))
        if self.size() != QSize(width, height):
            self._scaled = QImage()
            self.setFixedSize(max(1, width), max(1, height))

    def place_of_chosen(self) -> QRectF | None:
        """Where the chosen field stands on the widget."""
        found = (one for one in self._spots if one.field.name == self._chosen)
        spot = next(found, None)
        return None if spot is None else self._place(spot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the smallest field under the pointer."""
        at = event.position()
        under = [one for one in self._spots if self._place(one).contains(at)]
        if under:
            least = min(under, key=lambda one: self._place(one).width() * self._place(one).height())
            self.picked.emit(least.field.name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that a field may be chosen there."""
        over = any(self._place(one).contains(event.position()) for one in self._spots)
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, then its fields."""
        if self.picture.isNull():
            return
        if self._scaled.isNull():
            ratio = self.devicePixelRatioF()
            self._scaled = self.picture.scaled(
                self.size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawImage(0, 0, self._scaled)
        for spot in self._spots:
            self._draw(painter, spot)

    def _draw(self, painter: QPainter, spot: Spot) -> None:
        place, is_chosen = self._place(spot), spot.field.name == self._chosen
        tone = _tone(spot)
        # The page is white paper in dark colours too.
        line = QColor(LIGHT.ink(tone))
        if spot.fill is not None:
            ground = QColor(line)
            ground.setAlpha(_ALPHA)
            painter.fillRect(place, ground)
        painter.setPen(QPen(line, 3 if is_chosen else 1))
        painter.drawRect(place)
        if spot.fill is not None and place.height() >= 10 and place.width() >= 60:
            painter.setPen(QColor("black"))
            words = spot.words
            inside = place.adjusted(3, 0, -3, 0)
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, round(inside.width())
            )
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)

    def _place(self, spot: Spot) -> QRectF:
        left, top, right, bottom = spot.rect
        wide, high = self.width(), self.height()
        return QRectF(left * wide, top * high, (right - left) * wide, (bottom - top) * high)


def _tone(spot: Spot) -> Tone:
    if spot.fill is None:
        return Tone.MUTED
    return Tone.AMBER if spot.fill.to_check else Tone.ACCENT
