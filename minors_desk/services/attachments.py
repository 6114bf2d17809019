"""Photographs, scans and recordings: taken into the record encrypted, read back only in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.attachments import Attachment, AttachmentAdded, AttachmentWhat, MediaType
from minors_desk.domain.changes import Changes
from minors_desk.errors import BadInput, Refused
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require
from minors_desk.storage import attachments as files

MOST_MEGABYTES = 50
"""A phone's photograph is 5, a scan of ten pages 10; what is larger is a slip or an attack."""
_SNIFFED = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file to be taken in, and what is said of it; ``common`` is what every entry says.

    ``copy_of``: the entry that issued the copy whose scan it is.
    """

    path: Path
    what: AttachmentWhat
    purpose: str
    authority: str
    about: UUID | None
    common: dict[str, object]
    copy_of: UUID | None = None


def add(desk: Desk, case_id: UUID, file: NewFile, *, form: str | None = None) -> Changes:
    """Takes a file into a case. It is stored before its entry; no copy of it is made elsewhere.

    Raises BadInput (field ``file``) for a file that is not there, of a kind that is not taken, or
    too large. A file whose entry is refused is removed again.
    """
    require(desk, roles.WRITE_CASES)
    cases.must_exist(desk, case_id)
    if file.copy_of is not None:
        _issued_here(desk, case_id, file.copy_of)
    body = stored(desk, file)
    with kept_only_if_recorded(desk, body):
        return record(desk, roles.WRITE_CASES, [(case_id, body)], form=form)


def stored(desk: Desk, file: NewFile) -> AttachmentAdded:
    """Stores a file, and returns the entry that takes it into a case; raises BadInput as `add`.

    Whoever records that does so within `kept_only_if_recorded`.
    """
    media_type = _looked_at(file.path)
    if file.copy_of is not None and media_type.startswith("audio/"):
        raise BadInput(
            "A recording is no scan of a paper",
            "Give the scan or a photograph of it: PDF, JPEG or PNG.",
            field="file",
        )
    try:
        with file.path.open("rb") as source:
            made = files.store(desk.vault.folder, desk.new_id(), source)
    except OSError:
        raise _unreadable() from None
    return AttachmentAdded(
        file_id=made.file_id,
        sha256=made.sha256,
        size=made.size,
        media_type=media_type,
        key=made.key.hex(),
        what=file.what,
        purpose=file.purpose,
        authority=file.authority,
        about=file.about,
        copy_of=file.copy_of,
        **file.common,  # type: ignore[arg-type]
    )


@contextmanager
def kept_only_if_recorded(desk: Desk, body: AttachmentAdded | None) -> Iterator[None]:
    """Erases a stored file again whose entry is refused in this context; None: no file."""
    try:
        yield
    except Refused:
        if body is not None:
            files.erase(desk.vault.folder, body.file_id)
        raise


def read(desk: Desk, attachment: Attachment) -> bytes:
    """The plain bytes of a file of a case; RecordDamaged when it is missing or not as named."""
    require(desk, roles.READ_CASES)
    key = bytes.fromhex(attachment.key)
    return files.read(desk.vault.folder, attachment.file_id, key, attachment.sha256)


def media_type_of(beginning: bytes) -> MediaType | None:
    """What a file is by its first bytes, whatever it is called; None for what is not taken."""
    if beginning.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if beginning.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if beginning.startswith(b"%PDF-"):
        return "application/pdf"
    if beginning[:4] == b"RIFF" and beginning[8:12] == b"WAVE":
        return "audio/wav"
    return None


def _issued_here(desk: Desk, case_id: UUID, issued: UUID) -> None:
    """Raises BadInput when no copy of this case was issued by that entry."""
    if issued not in {one.entry_id for one in cases.read(desk, case_id).papers}:
        raise BadInput(
            "No copy of that issue is in this case",
            "Choose the copy that was signed.",
            field="copy_of",
        )


def _looked_at(path: Path) -> MediaType:
    """The kind of the file; BadInput for one that is not taken, before a byte of it is stored."""
    try:
        if not path.is_file():
            raise _unreadable()
        size = path.stat().st_size
        with path.open("rb") as source:
            found = media_type_of(source.read(_SNIFFED))
    except (OSError, ValueError):
        raise _unreadable() from None
    if size > MOST_MEGABYTES * 1024 * 1024:
        raise BadInput(
            f"The file is larger than {MOST_MEGABYTES} MB",
            "Give a smaller one, such as a scan of fewer pages.",
            field="file",
        )
    if found is None:
        raise BadInput(
            "Files of this kind are not taken",
            "Give a photograph (JPEG, PNG), a PDF or a WAV recording.",
            field="file",
        )
    return found


def _unreadable() -> BadInput:
    return BadInput("There is no file to read there", "Choose the file again.", field="file")
