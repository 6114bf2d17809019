"""Pictures from the record: a file that claims to be one, and is none, harms nothing."""

import pytest
from PySide6.QtCore import QSize

from minors_desk.ui.pictures import decoded


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize("media_type", ["image/png", "image/jpeg", "application/pdf"])
def test_a_hostile_picture_is_no_picture(media_type: str) -> None:
    side = b"\x7f\xff\xff\xff"
    claims = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + 2 * side + b"\x08\x02\x00\x00\x00"
    for data in (b"", claims, claims[:20], b"\xff\xd8\xff" + bytes(50)):
        assert decoded(data, media_type, QSize(100, 100)) is None
