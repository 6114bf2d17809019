"""The desk's own icons: line drawings in `resources/icons`, coloured when they are drawn."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from minors_desk import assets

NAMES = (
    "board",
    "car",
    "check",
    "clock",
    "cross",
    "eye",
    "handoff",
    "keyboard",
    "law",
    "lock",
    "moon",
    "person",
    "phone",
    "plus",
    "print",
    "record",
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
    renderer = QSvgRenderer(drawing.encode())
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return assets.read_text("icons", f"{name}.svg")
