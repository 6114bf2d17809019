"""The desk's own icons: line drawings in `resources/icons`, coloured when they are drawn."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from minors_desk import assets

NAMES = (
    "board",
    "check",
    "clock",
    "cross",
    "eye",
    "handoff",
    "keyboard",
    "lock",
    "moon",
    "person",
    "plus",
    "print",
    "room",
    "search",
    "signature",
    "sun",
    "warning",
)


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon in a colour (`#RRGGBB`) and size, sharp at the screen's pixel ratio.

    Raises FileNotFoundError for a name that is not among `NAMES`: a mistake of ours.
    """
    # The first picture of the window shows no icon: the library is not waited for.
    from PySide6.QtSvg import QSvgRenderer

    drawing = _source(name).replace("currentColor", colour)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """The icon for an action or button of Qt's own, in a colour (`#RRGGBB`)."""
    made = QIcon(pixmap(name, colour, size))
    made.addPixmap(pixmap(name, colour, size, 2.0))
    return made


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return assets.read_text("icons", f"{name}.svg")
