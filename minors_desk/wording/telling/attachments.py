"""Attachments, in one line each; the key of a file is never told."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "attachment_added": N_("File added"),
}


def _added(body: AttachmentAdded) -> str:
    return joined(
        word("attachment_what", body.what),
        _("scan of a copy that was issued") if body.copy_of else "",
        word("media_type", body.media_type),
        body.purpose,
        body.authority,
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    AttachmentAdded: _added,
}
