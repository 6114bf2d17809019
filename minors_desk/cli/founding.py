"""The command that makes a record: its folder, its first person, and the recovery key."""

from pathlib import Path

from minors_desk.cli.desks import login_of, new_passphrase_of
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.reading import RECOVERY_LABEL
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import BadInput, DeskError
from minors_desk.services import signing_in
from minors_desk.services.desk import Desk
from minors_desk.services.signing_in import Founding


def init(call: Call) -> Answer:
    """Makes the record; the recovery key goes into a new file, or is answered this once."""
    args = call.args
    if args.record is not None:
        raise BadInput("init takes the folder by itself", "Leave --record out.", field="--record")
    founding = Founding(
        station=args.station,
        jurisdiction=args.jurisdiction,
        zone=args.zone,
        login=login_of(call),
        name=args.name,
        badge=args.badge,
        code=args.code or "",
        agency=args.agency or "",
        telephone=args.telephone or "",
    )
    signing_in.check_founding(founding)
    passphrase = new_passphrase_of(call, args.passphrase_file, "--passphrase-file")
    if args.recovery_file is None:
        desk, key = _found(call, founding, passphrase)
        return _answer(desk, call, key)
    _refuse_inside(args.recovery_file, args.folder)
    with NewFile(args.recovery_file, "--recovery-file") as file:
        desk, key = _found(call, founding, passphrase)
        try:
            file.write(_sheet(desk, key).encode("utf-8"))
        except DeskError:
            # The record stands, and this is the only time that its key can be told.
            return _answer(desk, call, key)
    return _answer(desk, call, None)


def _found(call: Call, founding: Founding, passphrase: str) -> tuple[Desk, str]:
    desk, key = signing_in.found(
        call.args.folder, founding, passphrase, clock=call.around.clock, cost=call.around.cost
    )
    desk.close()
    return desk, key


def _refuse_inside(file: Path, folder: Path) -> None:
    """A key beside the lock that it opens protects nothing."""
    if folder.resolve() in file.resolve().parents:
        raise BadInput(
            "The recovery file would lie in the record folder",
            "Give a place outside of it, best one that is not on this computer.",
            field="--recovery-file",
        )


def _fingerprint(desk: Desk) -> str:
    """Of the key that introduced itself: the one to compare on the recovery sheet."""
    found = (chain for chain, person in desk.station.keys.items() if person == desk.person.id)
    return next((chain.hex() for chain in found), "")


def _sheet(desk: Desk, key: str) -> str:
    founded = desk.founded
    return "\n".join(
        (
            "Minors Desk: recovery sheet",
            "Whoever holds this key can read everything. Print it, seal it, erase this file.",
            "",
            f"Station: {founded.station} ({founded.code})",
            f"Record: {founded.record_id}",
            f"First key: {_fingerprint(desk)}",
            f"{RECOVERY_LABEL} {key}",
            "",
        )
    )


def _answer(desk: Desk, call: Call, key: str | None) -> Answer:
    args, founded = call.args, desk.founded
    document = {
        "record": str(args.folder),
        "record_id": str(founded.record_id),
        "station": founded.station,
        "code": founded.code,
        "user": desk.person.login,
        "packs": [pack.id for pack in desk.packs],
        "first_key": _fingerprint(desk),
        "recovery_key": key,
        "recovery_file": str(args.recovery_file) if key is None else None,
    }
    lines = [
        f"The record of {founded.station} ({founded.code}) was made.",
        "Rule packs: " + ", ".join(f"{pack.title} ({pack.id})" for pack in desk.packs),
        f"First key: {_fingerprint(desk)}",
    ]
    if key is None:
        lines.append(
            "The recovery key is in the file you named: print it, seal it, erase the file."
        )
    else:
        lines += [
            f"{RECOVERY_LABEL} {key}",
            "Write the recovery key down now; it is shown this once and kept nowhere.",
        ]
    lines.append(f"Open it with: --record {args.folder} --user {desk.person.login}")
    failed = key is not None and args.recovery_file is not None
    notes = ("the recovery file could not be written; the key is shown here.",) if failed else ()
    return Answer(document, lines, notes=notes)
