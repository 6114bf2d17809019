"""A paper as it was issued, and beside it what was given: both scroll together."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollBar, QWidget

from minors_desk.services.proving import Shown
from minors_desk.ui.kit.spacing import HALF, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.page_stack import PageStack

_HIGH = 400


class VerifyPages(QWidget):
    """Hidden until there are pages. The left ones are of the record, the right ones were given."""

    def __init__(self) -> None:
        super().__init__()
        self.record, self.given = PageStack(), PageStack()
        self._follows = False
        line = row(self, gap=TWO)
        for stack, words in ((self.record, "As the record has it"), (self.given, "What was given")):
            side = column(gap=HALF)
            side.addWidget(Label(words, TextRole.STRONG))
            side.addWidget(stack, 1)
            stack.setAccessibleName(words)
            stack.setMinimumHeight(scaled(_HIGH))
            stack.fit_width(True)
            line.addLayout(side, 1)
        self._couple(self.record.verticalScrollBar(), self.given.verticalScrollBar())
        self._couple(self.given.verticalScrollBar(), self.record.verticalScrollBar())
        self.hide()

    def show_pages(self, record: Sequence[Shown], given: Sequence[Shown]) -> None:
        """Show both, from their first pages."""
        self.record.show_pages([_picture(one) for one in record])
        self.given.show_pages([_picture(one) for one in given])
        self.show()

    def _couple(self, leading: QScrollBar, led: QScrollBar) -> None:
        leading.valueChanged.connect(partial(self._follow, leading, led))

    def _follow(self, leading: QScrollBar, led: QScrollBar, value: int) -> None:
        if self._follows:
            return
        self._follows = True
        led.setValue(value * led.maximum() // max(1, leading.maximum()))
        self._follows = False


def _picture(shown: Shown) -> QImage:
    form = QImage.Format.Format_Grayscale8
    # The picture only points at the bytes; a copy owns them.
    return QImage(shown.dots, shown.width, shown.height, shown.width, form).copy()
