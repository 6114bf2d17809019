"""Chips: a word or two on a pale ground, with an icon where the colour means something."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from minors_desk.ui.icons import pixmap
from minors_desk.ui.kit.text import initials, one_line
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, current, font, scaled
from minors_desk.ui.kit.type import elided

_ICONS = {Tone.RED: "warning", Tone.AMBER: "clock", Tone.GREEN: "check"}
_WIDEST = 40 * GRID


class Chip(QWidget):
    """A chip; red, amber and green carry an icon of their own unless another is given."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._tone, self._icon = "", tone, icon
        self.set(text, tone, icon)

    def set(self, text: str, tone: Tone = Tone.NEUTRAL, icon: str | None = None) -> None:
        """Show other words in another tone."""
        self._text, self._tone = one_line(text), tone
        self._icon = _ICONS.get(tone) if icon is None else icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words."""
        return self._text

    def tone(self) -> Tone:
        """The tone."""
        return self._tone

    def sizeHint(self) -> QSize:
        """The words and their padding."""
        return chip_size(self._text, self._icon)

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._text, self._tone, self._icon)


class Avatar(QWidget):
    """The round sign beside a name: its initials, or `?` while nobody knows it."""

    def __init__(self, name: str = "", size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = size
        self._letters = "?"
        self._photo: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Take the initials from another name; an empty one is not known."""
        self._letters = initials(name)
        self.update()

    def set_photo(self, photo: QImage | None) -> None:
        """Show a photograph in place of the initials, or with None the initials again."""
        self._photo = None if photo is None else QPixmap.fromImage(photo)
        self.update()

    def has_photo(self) -> bool:
        """Whether a photograph stands there."""
        return self._photo is not None

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = scaled(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and letters, or the photograph in the circle."""
        if self._photo is None:
            paint_avatar(QPainter(self), self.rect(), self._letters)
        else:
            paint_photo(QPainter(self), self.rect(), self._photo)


def chip_size(text: str, icon: str | None) -> QSize:
    """What a chip measures, for lists that paint their own."""
    bold = font(TextRole.SMALL)
    bold.setBold(True)
    measure = QFontMetrics(bold)
    width = min(measure.horizontalAdvance(text[:200]), _WIDEST)
    extra = scaled(14) + GRID // 2 if icon else 0
    return QSize(width + extra + 3 * GRID + 2, measure.height() + GRID // 2)


def paint_chip(painter: QPainter, rect: QRect, text: str, tone: Tone, icon: str | None) -> None:
    """Paint a chip into a rectangle; also used by the delegates of lists."""
    tokens = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.ground(tone)))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    inner = rect.adjusted(12, 0, -12, 0)
    ink = tokens.ink(tone)
    if icon:
        side = scaled(14)
        top = rect.y() + (rect.height() - side) // 2
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(inner.x(), top, pixmap(icon, ink, side, ratio))
        inner.setLeft(inner.x() + side + GRID // 2)
    bold = font(TextRole.SMALL)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor(ink))
    words = elided(painter.fontMetrics(), text, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()


def paint_photo(painter: QPainter, rect: QRect, photo: QPixmap) -> None:
    """Paint the middle of a photograph into a circle."""
    side = min(photo.width(), photo.height())
    middle = QRect((photo.width() - side) // 2, (photo.height() - side) // 2, side, side)
    round_edge = QPainterPath()
    round_edge.addEllipse(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(round_edge)
    painter.drawPixmap(rect, photo, middle)
    painter.restore()


def paint_avatar(painter: QPainter, rect: QRect, letters: str, *, on_accent: bool = False) -> None:
    """Paint the round sign into a square; on a chosen row of a list it stands on the surface."""
    tokens = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.surface if on_accent else tokens.pale_accent))
    painter.drawEllipse(rect)
    face = font(TextRole.STRONG)
    face.setPixelSize(max(10, round(rect.height() * 0.38)))
    painter.setFont(face)
    painter.setPen(QColor(tokens.accent))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()
