"""Copies of the record: that one was made and proved, that the record was brought back from one."""

from typing import Annotated, Literal

import msgspec

from minors_desk.domain.bodies import Body, Hex32
from minors_desk.domain.printed import Seen

BackupReason = Literal["asked", "before_upgrade"]
Count = Annotated[int, msgspec.Meta(ge=0)]


class BackupMade(Body, frozen=True, kw_only=True, tag="backup_made"):
    """A proved copy of the record as it was up to ``seen``; ``size`` in bytes, hash of its file."""

    sha256: Hex32
    size: Count
    seen: Seen
    reason: BackupReason = "asked"


class Restored(Body, frozen=True, kw_only=True, tag="restored"):
    """This record was brought back from a backup that ends with ``seen``.

    ``left_behind``: entries that another copy of the record had after that, where one was
    compared.
    """

    sha256: Hex32
    seen: Seen
    left_behind: Count | None = None


KINDS = (BackupMade, Restored)
