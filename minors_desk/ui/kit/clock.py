"""Clocks: the loudest thing in the window; one timer a window moves all of them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from minors_desk.ui.icons import pixmap
from minors_desk.ui.kit.countdown import (
    DONE,
    NOT_STARTED,
    OVERDUE,
    SOON,
    Reading,
    Span,
    elapsed_words,
    read,
)
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, current, font, metrics
from minors_desk.ui.kit.type import Label, elided

_BAR = 6


class Ticker(QObject):
    """The heartbeat of a window: once a second all its clocks look again."""

    ticked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.ticked)

    def start(self) -> None:
        """Begin to tick."""
        self._timer.start()

    def stop(self) -> None:
        """Stop ticking; a hidden or locked window needs no clock."""
        self._timer.stop()


class CountdownClock(QWidget):
    """One duty's clock: title, then shape and words, then a bar of the time gone.

    As a row (`stacked=False`) title and words share a line, as on the board; stacked, the words
    are large under the title, as in the head of the case page.
    """

    def __init__(
        self,
        ticker: Ticker,
        title: str = "",
        *,
        stacked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ticker, self._title, self._stacked = ticker, title, stacked
        self._span: Span | None = None
        self._reading: Reading | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ticker.ticked.connect(self.refresh)

    def set_span(self, span: Span | None, title: str | None = None) -> None:
        """Run between other instants; None shows no clock."""
        self._span = span
        self._title = self._title if title is None else title
        self._reading = None
        self.refresh()

    def reading(self) -> Reading | None:
        """What is shown now."""
        return self._reading

    def refresh(self) -> None:
        """Look at the time again; paints only when something changed."""
        found = read(self._span, self._ticker.now()) if self._span else None
        if found != self._reading:
            self._reading = found
            if self._stacked:
                self.updateGeometry()
            self.setAccessibleName(f"{self._title}: {found.words}" if found else self._title)
            self.update()

    def sizeHint(self) -> QSize:
        """Text and bar; stacked, as wide as its title or words, whichever is longer."""
        if self._stacked:
            small, large = metrics(TextRole.SMALL), metrics(TextRole.HEADING)
            words = "" if self._reading is None else self._reading.words
            sign = _shape_side(TextRole.HEADING) + GRID // 2
            width = max(small.horizontalAdvance(self._title), sign + large.horizontalAdvance(words))
            return QSize(width + 1, small.height() + large.height() + 12 + _BAR)
        return QSize(40 * GRID, metrics(TextRole.BODY).height() + GRID + _BAR)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the clock."""
        if self._reading is None:
            return
        painter = QPainter(self)
        if self._stacked:
            paint_stacked(painter, self.rect(), self._title, self._reading)
        else:
            paint_row(painter, self.rect(), self._title, self._reading)


class ElapsedClock(Label):
    """Time since an instant, counting up: `3 h 12 min`; empty while there is none."""

    def __init__(
        self,
        ticker: Ticker,
        since: datetime | None = None,
        role: TextRole = TextRole.STRONG,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", role, parent=parent)
        self._ticker, self._since = ticker, since
        ticker.ticked.connect(self.refresh)
        self.refresh()

    def set_since(self, since: datetime | None) -> None:
        """Count from another instant."""
        self._since = since
        self.refresh()

    def refresh(self) -> None:
        """Look at the time again."""
        self.setText(elapsed_words(self._since, self._ticker.now()) if self._since else "")


def paint_row(painter: QPainter, rect: QRect, title: str, reading: Reading, more: int = 0) -> None:
    """Title left, words right, `+more` small behind them, bar below; also for list delegates."""
    tokens = current()
    painter.save()
    line = QRect(rect.x(), rect.y(), rect.width(), metrics(TextRole.BODY).height())
    right = line.right() + 1
    others = _others(reading, more, line.width())
    if others:
        right -= _draw_right(painter, line, others, TextRole.SMALL, tokens.muted) + GRID
    line.setRight(right - 1)
    ink = tokens.ink(reading.tone)
    side = _shape_side(TextRole.STRONG)
    room = line.adjusted(side + GRID // 2, 0, 0, 0)
    told = _words_for(reading, TextRole.STRONG, room.width(), title)
    taken = _draw_right(painter, room, told, TextRole.STRONG, ink)
    left = line.right() + 1 - taken - GRID // 2 - side
    paint_shape(painter, _middle(left, line, side), reading.shape, ink)
    line.setRight(left - GRID)
    _draw_left(painter, line, title, TextRole.BODY, tokens.text)
    bar = QRect(rect.x(), rect.bottom() + 1 - _BAR, rect.width(), _BAR)
    paint_bar(painter, bar, reading.fraction, reading.tone)
    painter.restore()


def paint_stacked(painter: QPainter, rect: QRect, title: str, reading: Reading) -> None:
    """Title small, words large under it, bar below."""
    tokens = current()
    painter.save()
    small, large = metrics(TextRole.SMALL).height(), metrics(TextRole.HEADING).height()
    line = QRect(rect.x(), rect.y(), rect.width(), small)
    _draw_left(painter, line, title, TextRole.SMALL, tokens.muted)
    words = QRect(rect.x(), rect.y() + small + GRID // 2, rect.width(), large)
    ink, side = tokens.ink(reading.tone), _shape_side(TextRole.HEADING)
    paint_shape(painter, _middle(words.x(), words, side), reading.shape, ink)
    words.setLeft(words.x() + side + GRID // 2)
    told = _words_for(reading, TextRole.HEADING, words.width())
    _draw_left(painter, words, told, TextRole.HEADING, ink)
    bar = QRect(rect.x(), rect.bottom() + 1 - _BAR, rect.width(), _BAR)
    paint_bar(painter, bar, reading.fraction, reading.tone)
    painter.restore()


def paint_bar(painter: QPainter, rect: QRect, fraction: float, tone: Tone) -> None:
    """A bar of the time gone; never quite empty, so that it is seen to be one."""
    tokens = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(QColor(tokens.pale_neutral))
    painter.drawRoundedRect(rect, radius, radius)
    done = QRect(rect)
    done.setWidth(max(rect.height(), round(rect.width() * fraction)))
    painter.setBrush(QColor(tokens.ink(tone)))
    painter.drawRoundedRect(done, radius, radius)
    painter.restore()


def paint_shape(painter: QPainter, rect: QRect, shape: str, ink: str) -> None:
    """Draw the shape of a reading into a square: the fonts at hand need not have the sign."""
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    middle, points = box.center(), QPolygonF()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    if shape == OVERDUE:
        points.append([box.bottomLeft(), QPointF(middle.x(), box.top()), box.bottomRight()])
        painter.drawPolygon(points)
    elif shape == SOON:
        points.append([QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y())])
        points.append([QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())])
        painter.drawPolygon(points)
    elif shape == NOT_STARTED:
        painter.setPen(QPen(QColor(ink), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    elif shape == DONE:
        size = rect.width()
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), pixmap("check", ink, size, ratio))
    else:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _others(reading: Reading, more: int, room: int) -> str:
    """``+3`` behind the words; nothing where how long could not be read whole beside it."""
    others = f"+{more}" if more > 0 else ""
    words = _shape_side(TextRole.STRONG) + GRID // 2
    words += metrics(TextRole.STRONG).horizontalAdvance(reading.short)
    behind = GRID + metrics(TextRole.SMALL).horizontalAdvance(others)
    return others if words + behind <= room else ""


def _words_for(reading: Reading, role: TextRole, room: int, beside: str = "") -> str:
    """The words that fit: how long is never cut, past what may be, before a title beside is."""
    whole, short = (metrics(role).horizontalAdvance(one) for one in (reading.words, reading.short))
    title = metrics(TextRole.BODY).horizontalAdvance(beside) + GRID if beside else 0
    if whole + title <= room or (whole <= room < short + title):
        return reading.words
    return reading.short


def _shape_side(role: TextRole) -> int:
    return round(metrics(role).height() * 0.58)


def _middle(left: int, line: QRect, side: int) -> QRect:
    return QRect(left, line.y() + (line.height() - side) // 2, side, side)


def _draw_left(painter: QPainter, rect: QRect, text: str, role: TextRole, ink: str) -> None:
    painter.setFont(font(role))
    painter.setPen(QColor(ink))
    words = elided(painter.fontMetrics(), text, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)


def _draw_right(painter: QPainter, rect: QRect, text: str, role: TextRole, ink: str) -> int:
    """Draw at the right edge; returns the width taken."""
    painter.setFont(font(role))
    painter.setPen(QColor(ink))
    # A width is told in whole pixels; what is half a pixel wider is not cut for that.
    words = elided(painter.fontMetrics(), text, rect.width() + 1)
    place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(rect, place, words)
    return painter.fontMetrics().horizontalAdvance(words)
