"""The process that writes a child's name wherever an officer can, and ends as a crash does.

    python -m tests.everything_told RECORD OUTSIDE PASSPHRASE-FILE NAME

What a person asked to have encrypted goes to OUTSIDE. It prints the kinds of entries that
hold the name, and those that do not.
"""

import json
import logging
import os
import sys
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from minors_desk import logs, settings
from minors_desk.domain import codec
from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.entries import CASE_KINDS, NewEntry, kind_of
from minors_desk.domain.packets import KINDS as OF_PACKETS
from minors_desk.domain.printed import KINDS as OF_PAPERS
from minors_desk.domain.station import ListExported
from minors_desk.services import (
    attachments,
    cases,
    copies,
    drafts,
    exporting,
    finding,
    keeping,
    packets,
    printing,
    signing_in,
)
from minors_desk.services.desk import Desk
from minors_desk.storage.keys import FLOOR
from tests.domain.samples import ONE_OF_EACH
from tests.domain.samples_who import VALUES, fact

Path_ = tuple[str | int, ...]
TOLD = (*(fact(0, name, value) for name, value in VALUES), *ONE_OF_EACH)
OF_THEIR_OWN = (Encountered, AttachmentAdded, *OF_PAPERS, *OF_PACKETS)
"""What is recorded as the desk does it: files and papers are checked against what they name."""
SECRET = "a passphrase for the court"  # noqa: S105 - nobody opens this export


def with_name(body: Body, name: str) -> Body:
    """The body with the name in each field that takes free text."""
    raw = codec.plain(body)
    for path in list(leaves(raw)):
        before = codec.encode(codec.read(raw))
        changed = replaced(json.loads(before), path, name)
        try:
            codec.read(changed)
        except codec.NotABody:
            continue
        raw = changed
    return codec.read(raw)


def leaves(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Where in a body text stands."""
    if isinstance(value, str) and path[-1] != "kind":
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*path, place))


def replaced(raw: Any, path: Path_, name: str) -> Any:
    inner = raw
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = name
    return raw


def tell_all(desk: Desk, name: str) -> UUID:
    """One case with every kind of entry, the name in each; nothing of it is refused here."""
    met = Encountered(
        occurred_at=desk.clock(), encounter_id=desk.new_id(), place=name, how_found=name
    )
    case_id, _changes = cases.open_case(desk, met)
    for body in TOLD:
        if isinstance(body, (*CASE_KINDS, ListExported)) and not isinstance(body, OF_THEIR_OWN):
            case = None if isinstance(body, ListExported) else case_id
            item = NewEntry(id=desk.new_id(), case_id=case, body=with_name(body, name))
            desk.journal.append([item], at=desk.clock())
    return case_id


def attach(desk: Desk, case_id: UUID, outside: Path, name: str) -> None:
    """A photograph with the name in its bytes and in all that is said of it."""
    photo = outside / "of the camera"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + name.encode() * 9000)
    file = attachments.NewFile(
        path=photo,
        what="photo_of_child",
        purpose=name,
        authority=name,
        about=None,
        common={"occurred_at": desk.clock(), "device": name},
    )
    attachments.add(desk, case_id, file)
    photo.unlink()


def give_out(desk: Desk, case_id: UUID, outside: Path, name: str) -> None:
    """A paper, a packet, an encrypted export with its files, a backup; no page goes anywhere."""
    issued = printing.issue_paper(desk, case_id, "contact_log", 0)
    printing.paper_printed(desk, issued, "file", name)
    printing.print_failed(desk, issued, name)
    packet = packets.issue_packet(desk, case_id, "station")
    packets.packet_printed(desk, packet, "file", name)
    copies.account(desk, case_id, issued.entry_id, "lost", to=name, reason=name)
    to = exporting.GivenTo(recipient=name, purpose=name, passphrase=SECRET, with_files=True)
    exported, _changes = exporting.export_case(desk, case_id, to, cost=FLOOR)
    assert exported.files == 1
    (outside / "export").write_bytes(exported.content)
    keeping.back_up(desk, outside / "backup")


def fail(name: str) -> None:
    """A failure that holds the name is logged, by the program and by a library."""
    log = logging.getLogger("minors_desk.services")
    try:
        int(name)
    except ValueError:
        log.exception("save failed")
    logging.getLogger("sqlalchemy.pool").error("row %s", name)


def main(record: str, outside: str, passphrase: str, name: str) -> None:
    """Do it all; never return."""
    folder = settings.default_folder(os.environ, sys.platform)
    settings.save(folder, settings.Settings(record_folder=Path(record)))
    assert logs.start(folder) == ""
    desk = signing_in.sign_in(
        Path(record), "rivera", Path(passphrase).read_text(), clock=lambda: datetime.now(UTC)
    )
    case_id = tell_all(desk, name)
    attach(desk, case_id, Path(outside), name)
    drafts.keep(desk, case_id, "fact_told", {"as_said": name, "note": name})
    drafts.keep(desk, None, "encountered", {"place": name})
    assert [hit.card.case_id for hit in finding.find(desk, name)] == [case_id]
    give_out(desk, case_id, Path(outside), name)
    fail(name)
    # What follows stands in the write-ahead log alone, as no one closes the record.
    tell_all(desk, name)
    drafts.keep(desk, case_id, "moved", {"note": name})
    entries = desk.journal.entries_of(case_id)
    held = {kind_of(one.body) for one in entries if name in repr(one.body)}
    others = {kind_of(one.body) for one in entries} - held
    sys.stdout.write(json.dumps([sorted(held), sorted(others)]))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    zoneinfo.reset_tzpath(to=())
    main(*sys.argv[1:])
