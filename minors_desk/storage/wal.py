"""The write-ahead log between two openings: a copy is kept until nothing can be missing.

Opening a database lets SQLite drop whatever it cannot read of the log, for good. So whoever opens
to write first copies it into ``kept/`` - still encrypted - and throws the copy away only when the
sealed head agrees.
"""

import os
import shutil
from hashlib import file_digest
from pathlib import Path

from minors_desk.storage import files

KEPT = "kept"


def keep_copy(database: Path) -> Path | None:
    """Copy a write-ahead log that holds something; None when there is none.

    Call it with the writer's lock held and before the first connection of this process.
    """
    source = database.with_name(database.name + "-wal")
    files.refuse_links(source.parent, source.name, KEPT)
    try:
        if not source.exists() or source.stat().st_size == 0:
            return None
        with source.open("rb") as log:
            digest = file_digest(log, "sha256").hexdigest()
        folder = database.parent / KEPT
        files.make_folder(folder)
        copy = folder / f"{source.name}.{digest[:16]}"
        handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, files.FILE_MODE)
        with source.open("rb") as log, os.fdopen(handle, "wb") as out:
            shutil.copyfileobj(log, out)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise files.cannot("copy the write-ahead log", error) from None
    return copy


def drop_copy(copy: Path) -> None:
    """Nothing is missing: delete the copy, and its folder when it holds no other."""
    copy.unlink(missing_ok=True)
    if not any(copy.parent.iterdir()):
        copy.parent.rmdir()
