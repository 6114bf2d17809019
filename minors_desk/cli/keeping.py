"""The commands that keep the record safe: a backup into one file, and bringing one back."""

from functools import partial
from typing import Any

from minors_desk.cli.desks import at_desk, login_of, passphrase_of
from minors_desk.cli.progress import Progress
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.when import as_utc
from minors_desk.services import keeping, signing_in
from minors_desk.services.keeping import Later


def backed_up(call: Call) -> Answer:
    """Backs the record up into a new file, which is proved before it is called one."""
    with at_desk(call, write=True) as desk:
        made, _changes = keeping.back_up(desk, call.args.file, Progress(call, "steps"))
        document = {
            "file": str(call.args.file),
            "sha256": made.sha256,
            "size": made.size,
            "entries": made.head.ordinal,
        }
        lines = [
            f"The backup was made and proved: entries 1 to {made.head.ordinal}.",
            f"{made.size} bytes, SHA-256: {made.sha256}",
        ]
        return Answer(document, lines, notes=desk.warnings)


def brought_back(call: Call) -> Answer:
    """Brings a record back from a backup, beside the one there is, which is left as it is."""
    args = call.args
    who = (login_of(call), passphrase_of(call))
    beside = None
    if args.record is not None:
        beside = partial(
            signing_in.sign_in, args.record, *who, clock=call.around.clock, write=False
        )
    back = keeping.restore(
        args.file,
        args.folder,
        who,
        clock=call.around.clock,
        beside=beside,
        progress=Progress(call, "files"),
    )
    made_at = as_utc(back.made_at).isoformat(timespec="seconds").replace("+00:00", "Z")
    document = {
        "record": str(args.folder),
        "made_at": made_at,
        "entries": back.entries,
        "left_behind": None if back.later is None else _later(back.later),
    }
    lines = [
        f"The record was brought back and proved: entries 1 to {back.entries}, as of {made_at}.",
        *(_said(back.later) if back.later is not None else ()),
        f"Open it with: --record {args.folder} --user {who[0]}",
    ]
    return Answer(document, lines)


def _later(later: Later) -> dict[str, Any]:
    last = None if later.last is None else as_utc(later.last)
    return {
        "same_record": later.same_record,
        "agrees": later.agrees,
        "entries": later.entries,
        "cases": later.cases,
        "last": None if last is None else last.isoformat().replace("+00:00", "Z"),
    }


def _said(later: Later) -> list[str]:
    if not later.same_record:
        return ["The record of --record is another one; there is nothing to compare."]
    if not later.agrees:
        return ["The log of --record is not the one that was backed up: verify both."]
    if not later.entries:
        return ["The record of --record holds nothing that the backup has not."]
    entries = "1 entry" if later.entries == 1 else f"{later.entries} entries"
    cases = "1 case" if later.cases == 1 else f"{later.cases} cases"
    return [f"Only in the record of --record: {entries} written later, of {cases}."]
