"""The photograph of a child: which one stands beside its name, read as a picture."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from minors_desk.domain.attachments import Attachment
from minors_desk.domain.case import Case
from minors_desk.services import attachments
from minors_desk.services.desk import Desk
from minors_desk.ui.pictures import FORMATS, decoded

_LARGEST = QSize(512, 512)


def photo_of(case: Case) -> Attachment | None:
    """The newest photograph of the child, if any was taken in."""
    photos = (
        one
        for one in reversed(case.attachments)
        if one.what == "photo_of_child" and one.about is None and one.media_type in FORMATS
    )
    return next(photos, None)


def picture_of(desk: Desk, file: Attachment) -> QImage | None:
    """The picture of a file of the record, small enough for a page; None when it is no picture."""
    return decoded(attachments.read(desk, file), file.media_type, _LARGEST)
