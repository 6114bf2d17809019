"""Paints the rows of the board: who, where, how long, what is owed next - the clock loudest."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from minors_desk.ui.icons import pixmap
from minors_desk.ui.kit.chips import chip_size, paint_avatar, paint_chip
from minors_desk.ui.kit.clock import paint_row
from minors_desk.ui.kit.text import initials
from minors_desk.ui.kit.tokens import (
    GRID,
    TextRole,
    Tone,
    current,
    font,
    metrics,
    scaled,
)
from minors_desk.ui.kit.type import elided
from minors_desk.ui.models.board_model import ROW_ROLE, Heading, Mark, Part, Remark, Row

_AVATAR = 40
_EDGE = 4
_PLACE_SHARE, _TIME_WIDTH = 0.19, 96
_NAME_SHARE, _NAME_MOST = 0.28, 340
_NARROW, _NARROW_NAME_SHARE, _NARROW_PLACE_SHARE = 900, 0.335, 0.16
"""Below this width, at the usual text size, the clock takes two lines and the name gets more."""
_MARK = "warning"
_STACKED = 2


class BoardRow(QStyledItemDelegate):
    """Paints a `Heading` or a `Row` into the list of the board."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines of text with room around them; a heading takes one."""
        row = index.data(ROW_ROLE)
        if isinstance(row, Heading):
            height = metrics(TextRole.HEADING).height() + (2 if not row.title else 4) * GRID
        else:
            height = max(_two_lines(), _clock_lines(), scaled(_AVATAR)) + 2 * GRID
        return QSize(0, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        # The stubs of Qt leave out what every style option has.
        rect, state = QRect(option.rect), option.state
        painter.save()
        if isinstance(row, Heading):
            _paint_heading(painter, rect, row)
        elif isinstance(row, Row):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
            _paint_ground(painter, rect, row.tone, chosen=chosen, focused=focused)
            _paint_row(painter, rect.adjusted(_EDGE + 10, 0, -2 * GRID, 0), row, chosen=chosen)
        painter.restore()


def _two_lines() -> int:
    return metrics(TextRole.STRONG).height() + metrics(TextRole.SMALL).height() + GRID // 2


def _clock_lines() -> int:
    """A clock on two lines: at the usual size it does not need more than the avatar."""
    room = 14 - GRID + 2 * (scaled(GRID) - GRID)
    return metrics(TextRole.SMALL).height() + metrics(TextRole.BODY).height() + room


def _paint_heading(painter: QPainter, rect: QRect, row: Heading) -> None:
    tokens = current()
    line = rect.adjusted(0, 0, 0, -GRID)
    place = Qt.AlignmentFlag.AlignBottom if row.title else Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font(TextRole.HEADING))
    ink = tokens.amber if row.alarm else tokens.text
    if row.alarm:
        side = scaled(18)
        sign = pixmap(_MARK, ink, side, painter.device().devicePixelRatioF())
        lift = (painter.fontMetrics().height() - side) // 2
        painter.drawPixmap(line.x(), line.bottom() - side - lift, sign)
        line.setLeft(line.left() + side + GRID)
    painter.setPen(QColor(ink))
    painter.drawText(line, place, row.title)
    used = painter.fontMetrics().horizontalAdvance(row.title)
    painter.setFont(font(TextRole.BODY))
    painter.setPen(QColor(tokens.muted))
    painter.drawText(line.adjusted(used + (GRID if row.title else 0), 0, 0, 0), place, row.note)


def _paint_ground(
    painter: QPainter, rect: QRect, tone: Tone, *, chosen: bool, focused: bool
) -> None:
    tokens = current()
    painter.fillRect(rect, QColor(tokens.pale_accent if chosen else tokens.surface))
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
    if tone is not Tone.NEUTRAL:
        edge = QRect(rect.x(), rect.y(), _EDGE, rect.height())
        painter.fillRect(edge, QColor(tokens.ink(tone)))
    if focused:
        painter.setPen(QColor(tokens.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _paint_row(painter: QPainter, rect: QRect, row: Row, *, chosen: bool) -> None:
    side = scaled(_AVATAR)
    middle = rect.y() + (rect.height() - side) // 2
    letters = initials(row.card.name) if row.card.name else "?"
    paint_avatar(painter, QRect(rect.x(), middle, side, side), letters, on_accent=chosen)
    left = rect.x() + side + 12
    width = rect.right() - left
    narrow = width < scaled(_NARROW)
    share = _NARROW_NAME_SHARE if narrow else _NAME_SHARE
    name = min(round(width * share), scaled(_NAME_MOST))
    place = round(width * (_NARROW_PLACE_SHARE if narrow else _PLACE_SHARE))
    time = scaled(_TIME_WIDTH)
    top = rect.y() + (rect.height() - _two_lines()) // 2
    _two(painter, QRect(left, top, name, 0), row.name, TextRole.STRONG)
    left += name + 2 * GRID
    _two(painter, QRect(left, top, place, 0), row.place, TextRole.BODY, row.mark)
    left += place + 2 * GRID
    _two(painter, QRect(left, top, time, 0), row.time, TextRole.STRONG)
    left += time + 2 * GRID
    right = rect.right() - _paint_remarks(painter, rect, row, rect.right() - left)
    _paint_clock(painter, QRect(left, rect.y(), right - left, rect.height()), row)


def _paint_clock(painter: QPainter, rect: QRect, row: Row) -> None:
    """The next duty on one line over its bar, or on two where the text is large."""
    if row.reading is None:
        if row.part is not Part.MET:
            painter.setFont(font(TextRole.BODY))
            painter.setPen(QColor(current().muted))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, "nothing owed")
        return
    one_line = metrics(TextRole.BODY).height()
    wide = metrics(TextRole.BODY).horizontalAdvance(row.clock_title)
    wide += metrics(TextRole.STRONG).horizontalAdvance(row.reading.words) + scaled(5 * GRID)
    above = metrics(TextRole.SMALL).height() if wide > rect.width() else 0
    high = above + one_line + 14
    box = QRect(rect.x(), rect.y() + (rect.height() - high) // 2, rect.width(), high)
    if above:
        painter.setFont(font(TextRole.SMALL))
        painter.setPen(QColor(current().text))
        title = elided(painter.fontMetrics(), row.clock_title, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, title)
        box.setTop(box.top() + above)
    paint_row(painter, box, "" if above else row.clock_title, row.reading, row.more)


def _two(
    painter: QPainter,
    rect: QRect,
    words: tuple[str, str],
    role: TextRole,
    mark: Mark | None = None,
) -> None:
    """Two lines in a width: the first in its role, the second small, with its mark before it."""
    tokens = current()
    top = rect.y()
    for text, line, ink in (
        (words[0], role, tokens.text),
        (words[1], TextRole.SMALL, tokens.muted if mark is None else tokens.ink(mark.tone)),
    ):
        painter.setFont(font(line))
        painter.setPen(QColor(ink))
        measure = painter.fontMetrics()
        box = QRect(rect.x(), top, rect.width(), measure.height())
        if mark is not None and line is TextRole.SMALL:
            side = scaled(14)
            sign = pixmap(mark.icon, ink, side, painter.device().devicePixelRatioF())
            painter.drawPixmap(box.x(), box.y() + (box.height() - side) // 2, sign)
            box.setLeft(box.left() + side + GRID // 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided(measure, text, box.width()))
        top += measure.height() + GRID // 2


def _paint_remarks(painter: QPainter, rect: QRect, row: Row, room: int) -> int:
    """Paint the remarks at the right edge, two to a column; returns the width that they take.

    ``room`` is what they share with the clock: its words go before theirs.
    """
    if not row.remarks:
        return 0
    every = row.remarks
    pairs = [every[place : place + _STACKED] for place in range(0, len(every), _STACKED)]
    wide = sum(_widest([one.words for one in pair], pair) + GRID for pair in pairs)
    short = wide > rect.width() // 4 or wide + _least_clock(row) > room
    right = rect.right()
    for pair in pairs:
        words = [one.short if short else one.words for one in pair]
        width = _widest(words, pair)
        sizes = [chip_size(text, one.icon) for text, one in zip(words, pair, strict=True)]
        high = sum(size.height() for size in sizes) + GRID // 2 * (len(sizes) - 1)
        top = rect.y() + (rect.height() - high) // 2
        for text, mark, size in zip(words, pair, sizes, strict=True):
            box = QRect(right - width, top, size.width(), size.height())
            paint_chip(painter, box, text, mark.tone, mark.icon)
            top += size.height() + GRID // 2
        right -= width + GRID
    return rect.right() - right + GRID


def _least_clock(row: Row) -> int:
    """The width below which the words of the clock are cut."""
    if row.reading is None:
        return 0
    small = metrics(TextRole.SMALL)
    signs = small.horizontalAdvance(f"+{row.more}") if row.more else 0
    return small.horizontalAdvance(row.reading.words) + signs + scaled(4 * GRID)


def _widest(words: Sequence[str], marks: Sequence[Remark]) -> int:
    sizes = (chip_size(text, one.icon) for text, one in zip(words, marks, strict=True))
    return max(size.width() for size in sizes)
