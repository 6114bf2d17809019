"""Photographs, scans and recordings of a case: what each is, its hash and the key it is under."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Hex32, Line, Needed

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

MediaType = Literal[
    "image/jpeg", "image/png", "application/pdf", "audio/wav", "audio/mpeg", "audio/mp4"
]
AttachmentWhat = Literal[
    "photo_of_child", "document", "signed_paper", "injury_photo", "recording", "other"
]
Bytes = Annotated[int, msgspec.Meta(ge=1, le=2**31)]


class AttachmentAdded(Body, frozen=True, kw_only=True, tag="attachment_added"):
    """A file was taken into the record; it lies there encrypted under ``key`` (CONTRACT 5.3).

    ``sha256`` is of the plain bytes, ``size`` their number; ``about`` a person of this case.
    ``copy_of`` is the entry that issued the copy whose scan this is, once it was signed by hand.
    """

    added: ClassVar[frozenset[str]] = frozenset({"copy_of"})

    file_id: UUID
    sha256: Hex32
    size: Bytes
    media_type: MediaType
    key: Hex32
    what: AttachmentWhat
    purpose: Needed
    authority: Line = ""
    device: Line = ""
    about: UUID | None = None
    copy_of: UUID | None = None

    def misfit(self) -> tuple[str, str] | None:
        """Only a signed paper is the scan of a copy."""
        if self.copy_of is not None and self.what != "signed_paper":
            return "copy_of", "nothing, unless the file is a signed paper"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of the case; ``at`` (UTC) is when it was made. Its key is in no representation."""

    entry_id: UUID
    at: datetime
    file_id: UUID
    sha256: str
    size: int
    media_type: MediaType
    key: str = field(repr=False)
    what: AttachmentWhat
    purpose: str
    authority: str
    device: str
    about: UUID | None
    copy_of: UUID | None = None


def _added(draft: "Draft", entry: "Entry", body: AttachmentAdded) -> None:
    if body.file_id in draft.attachments:
        draft.find("attachment_added_twice", entry)
        return
    draft.attachments[body.file_id] = Attachment(
        entry_id=entry.id,
        at=body.occurred_at,
        file_id=body.file_id,
        sha256=body.sha256,
        size=body.size,
        media_type=body.media_type,
        key=body.key,
        what=body.what,
        purpose=body.purpose,
        authority=body.authority,
        device=body.device,
        about=body.about,
        copy_of=body.copy_of,
    )
    if body.copy_of is not None and body.copy_of not in draft.papers:
        draft.find("paper_not_issued", entry)


KINDS = (AttachmentAdded,)
HANDLERS: Handlers = {AttachmentAdded: _added}
