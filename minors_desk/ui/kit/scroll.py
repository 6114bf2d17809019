"""A page that scrolls when the window is small or the text large, and follows the focus."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.tokens import GRID


class Scroll(QScrollArea):
    """Holds one widget; never scrolls sideways; what has the focus is always in sight."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Qt's own viewport paints a ground; a plain one shows the page or card behind it.
        self.setViewport(QWidget())
        content.setObjectName(content.objectName() or "scrolled")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        content = self.widget()
        if new is not None and content is not None and content.isAncestorOf(new):
            field = new.parentWidget()
            while field is not None and field is not content and not isinstance(field, Field):
                field = field.parentWidget()
            whole = field if isinstance(field, Field) else new
            if whole.height() + 2 * GRID <= self.viewport().height():
                # Its label and what it understood of the answer belong to what is typed.
                self.ensureWidgetVisible(whole, GRID, GRID)
            self.ensureWidgetVisible(new, GRID, 3 * GRID)


def reveal(widget: QWidget) -> None:
    """Scroll the page around a widget so that it is in sight, once it is laid out."""

    def bring() -> None:
        page = widget.parentWidget()
        while page is not None and not isinstance(page, Scroll):
            page = page.parentWidget()
        if isinstance(page, Scroll):
            page.ensureWidgetVisible(widget, 0, 2 * GRID)

    QTimer.singleShot(0, widget, bring)
