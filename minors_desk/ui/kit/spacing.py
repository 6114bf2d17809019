"""Distances on the 8-pixel grid, columns and rows that keep to it, a row that breaks in lines."""

from typing import overload

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from minors_desk.ui.kit.tokens import GRID

HALF = GRID // 2
ONE = GRID
TWO = 2 * GRID
THREE = 3 * GRID
NONE = QMargins(0, 0, 0, 0)
PAGE = QMargins(THREE, THREE, THREE, TWO)
CARD = QMargins(TWO, 12, TWO, TWO)


def column(parent: QWidget | None = None, gap: int = ONE, margins: QMargins = NONE) -> QVBoxLayout:
    """A column of widgets; of `parent` when one is given."""
    return _set(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), gap, margins)


def row(parent: QWidget | None = None, gap: int = ONE, margins: QMargins = NONE) -> QHBoxLayout:
    """A row of widgets; of `parent` when one is given."""
    return _set(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), gap, margins)


def hairline(parent: QWidget | None = None) -> QFrame:
    """A line of one pixel between things that space alone does not separate."""
    line = QFrame(parent)
    line.setObjectName("line")
    line.setFixedHeight(1)
    return line


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout and delete them."""
    while (taken := layout.takeAt(0)) is not None:
        widget, inner = taken.widget(), taken.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def take_out(layout: QLayout, widget: QWidget) -> None:
    """Take one widget out of a layout and delete it."""
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


class Flow(QLayout):
    """A row that goes on in the next line where the room ends, as words do.

    Qt asks for its height many times in one laying out, in one width after another: what was
    measured is kept until Qt says by `invalidate` that something changed.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = ONE) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._shown: list[tuple[QLayoutItem, int, int]] | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(NONE)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; called by `addWidget`."""
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None when there is none: Qt asks until then."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Measure again: an item came, went or changed its size."""
        self._forget()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(s.width() for s in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:
        """One item to a line."""
        sizes = [item.minimumSize() for item in self._items]
        width = max((s.width() for s in sizes), default=0)
        return QSize(width, max((s.height() for s in sizes), default=0))

    def _forget(self) -> None:
        self._shown = None
        self._heights.clear()

    def _measured(self) -> list[tuple[QLayoutItem, int, int]]:
        """The items in sight, each with its width and height."""
        if self._shown is None:
            sizes = [(item, item.sizeHint()) for item in self._items if not _is_hidden(item)]
            self._shown = [(item, size.width(), size.height()) for item, size in sizes]
        return self._shown

    def _place(self, rect: QRect, *, move: bool) -> int:
        left, end, gap = rect.x(), rect.right() + 1, self.spacing()
        x, y, tallest = left, rect.y(), 0
        for item, width, height in self._measured():
            if x + width > end and x > left:
                x, y, tallest = left, y + tallest + gap, 0
            if move:
                item.setGeometry(QRect(x, y, width, height))
            x += width + gap
            tallest = max(tallest, height)
        return y + tallest - rect.y()


def _is_hidden(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.isHidden()


def flowing(gap: int = ONE) -> tuple[QWidget, Flow]:
    """A widget whose children flow, and its layout."""
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder, Flow(holder, gap)


@overload
def _set(layout: QVBoxLayout, gap: int, margins: QMargins) -> QVBoxLayout: ...
@overload
def _set(layout: QHBoxLayout, gap: int, margins: QMargins) -> QHBoxLayout: ...
def _set(
    layout: QVBoxLayout | QHBoxLayout, gap: int, margins: QMargins
) -> QVBoxLayout | QHBoxLayout:
    layout.setSpacing(gap)
    layout.setContentsMargins(margins)
    return layout
