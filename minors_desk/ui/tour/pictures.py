"""The pictures of the tour: each screen in light and dark, at usual and at large text."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from minors_desk.ui import theme
from minors_desk.ui.views.pdf_pages import render

Look = tuple[str, int]
LOOKS: tuple[Look, ...] = (("light", 100), ("dark", 100), ("light", 150), ("dark", 150))
"""Colours and size of text in percent; the first is how the tour goes on."""
PAGE_DPI = 100
_SETTLE_MS = 20
_MOST_LOOKS = 10
"""So often a screen is looked at; what still moves then is a cursor."""
_SHADE = QColor(0, 0, 0, 90)


class Pictures:
    """Numbers the pictures and leaves them in a folder. `quiet` says that nothing is loading."""

    def __init__(
        self,
        out: Path,
        app: QApplication,
        window: QWidget,
        until: Callable[[], None],
        still: Callable[[], AbstractContextManager[None]],
        looks: Sequence[Look] = LOOKS,
    ) -> None:
        self.looks = tuple(looks)
        self._out, self._app, self._until, self._still = out, app, until, still
        self.window = window
        self.count = 0

    def take(self, name: str) -> None:
        """Take the screen as it is in every look; afterwards it looks as before."""
        if not self.looks:
            return
        self.count += 1
        with self._still():
            self._in_every_look(name)

    def _in_every_look(self, name: str) -> None:
        for mode, percent in self.looks:
            theme.apply(self._app, mode, percent)
            large = "" if percent == 100 else f"-{percent}"
            file = self._out / f"{self.count:03d}-{name}-{mode}{large}.png"
            self._settled().save(str(file))
        theme.apply(self._app, *self.looks[0])
        QTest.qWait(_SETTLE_MS)
        self._until()

    def _settled(self) -> QPixmap:
        """The screen once it looks the same twice: another size of text is laid out in turns."""
        before = None
        for _ in range(_MOST_LOOKS):
            QTest.qWait(_SETTLE_MS)
            self._until()
            screen = self._screen()
            image = screen.toImage()
            if image == before:
                break
            before = image
        return screen

    def unseen(self) -> "Pictures":
        """The same that takes none, for what was pictured before."""
        return _Unseen(self._out, self._app, self.window, self._until, self._still)

    def stopped(self) -> None:
        """Leave what stands on the screen where the walk stopped."""
        self._screen().save(str(self._out / "stopped.png"))

    def pages(self, pdf: bytes, name: str) -> int:
        """Leave the pages of a paper as pictures; returns how many."""
        with self._still():
            pages = render(pdf, PAGE_DPI)
            for number, page in enumerate(pages, start=1):
                page.save(str(self._out / f"{name}-page-{number}.png"))
        return len(pages)

    def _screen(self) -> QPixmap:
        """The window with the question that stands over it, as a screen would show them."""
        picture = self.window.grab()
        over = QApplication.activeModalWidget()
        if over is None or over is self.window:
            return picture
        painter = QPainter(picture)
        painter.fillRect(self.window.rect(), _SHADE)
        size = self.window.size() - over.size()
        at = QPoint(max(0, size.width() // 2), max(0, size.height() // 2))
        painter.drawPixmap(at, over.grab())
        painter.setPen(Qt.GlobalColor.gray)
        painter.drawRect(over.rect().translated(at))
        painter.end()
        return picture


class _Unseen(Pictures):
    def take(self, name: str) -> None:
        """Take no picture."""
