"""The process that is killed: appends until it dies, and tells each save once acknowledged."""

import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from minors_desk.domain.entries import NewEntry
from minors_desk.storage import vault
from tests.storage.scratch import NIGHT, RIVERA, checked


def main(folder: str, case_id: str, start: str) -> None:
    """Save without end; one line for each save, written after ``append`` returned."""
    opened = vault.open_vault(Path(folder), RIVERA, now=NIGHT, write=True)
    number = int(start)
    while True:
        body = checked(f"save {number}")
        item = NewEntry(id=uuid4(), case_id=UUID(case_id), body=body)
        (entry,) = opened.journal.append([item], at=NIGHT + timedelta(seconds=number))
        sys.stdout.write(f"{entry.ordinal} {number}\n")
        sys.stdout.flush()
        number += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
