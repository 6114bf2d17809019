"""Makes a picture of bytes from a record, in memory only and never larger than it will be shown."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

FORMATS = {"image/jpeg": b"jpeg", "image/png": b"png"}
MOST_PIXELS = 120_000_000
"""A good camera makes 60 million; a file of few bytes that claims more wants to fill the memory."""


def decoded(data: bytes, media_type: str, most: QSize) -> QImage | None:
    """The picture, at most that large; None for what is none, damaged, or too large to open.

    May run in any thread. Only the format that the bytes began with is tried.
    """
    form = FORMATS.get(media_type)
    if form is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    fitting = size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
    if fitting.width() < size.width():
        reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
    picture = reader.read()
    return None if picture.isNull() else picture
