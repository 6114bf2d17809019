"""Keeping the record: that a copy was made and proved or brought back, that it was checked."""

from typing import Annotated, ClassVar, Literal

import msgspec

from minors_desk.domain.bodies import Body, Hex32, Line
from minors_desk.domain.printed import Seen

BackupReason = Literal["asked", "before_upgrade"]
Count = Annotated[int, msgspec.Meta(ge=0)]


class BackupMade(Body, frozen=True, kw_only=True, tag="backup_made"):
    """A proved copy of the record as it was up to ``seen``; ``size`` in bytes, hash of its file.

    ``place`` is where the file was written to, which says nothing of where it is now.
    """

    added: ClassVar[frozenset[str]] = frozenset({"place"})

    sha256: Hex32
    size: Count
    seen: Seen
    reason: BackupReason = "asked"
    place: Line = ""


class Restored(Body, frozen=True, kw_only=True, tag="restored"):
    """This record was brought back from a backup that ends with ``seen``.

    ``left_behind``: entries that another copy of the record had after that, where one was
    compared.
    """

    sha256: Hex32
    seen: Seen
    left_behind: Count | None = None


class RecordVerified(Body, frozen=True, kw_only=True, tag="record_verified"):
    """The whole record was checked, up to ``seen``; ``problems`` is how many faults were found."""

    seen: Seen
    problems: Count


KINDS = (BackupMade, Restored, RecordVerified)
