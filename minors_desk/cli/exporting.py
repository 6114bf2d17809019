"""The command that gives a case out as a file."""

from argparse import Namespace

from minors_desk.cli.desks import at_desk, new_passphrase_of
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import BadInput
from minors_desk.services import cases, exporting
from minors_desk.services.exporting import Exported, GivenTo

_OPTION = "--export-passphrase-file"


def exported(call: Call) -> Answer:
    """Exports all entries of a case; an entry of the case says to whom and what for."""
    args = call.args
    to = GivenTo(
        recipient=args.recipient,
        purpose=args.purpose,
        passphrase=_passphrase(call),
        plain_because=args.reason or "",
        with_files=_with_files(args),
    )
    with NewFile(args.out, "--out") as file, at_desk(call, write=True) as desk:
        case_id = cases.find(desk, args.case)
        made, _changes = exporting.export_case(desk, case_id, to, cost=call.around.cost)
        file.write(made.content)
        document = {
            "file": str(args.out),
            "entries": made.entries,
            "files": made.files,
            "files_left_out": made.left_out,
            "sha256": made.digest,
            "encrypted": to.passphrase is not None,
        }
        how = "encrypted" if to.passphrase is not None else "not encrypted"
        return Answer(
            document,
            [
                f"{made.entries} entries were exported, {how}.",
                _files_told(made),
                f"SHA-256 inside: {made.digest}",
            ],
            notes=desk.warnings,
        )


def _with_files(args: Namespace) -> bool:
    """Photographs leave encrypted unless somebody says no, and plain only if somebody asks."""
    return not args.plain if args.with_files is None else bool(args.with_files)


def _files_told(made: Exported) -> str:
    if made.left_out:
        return f"Files left out: {made.left_out}; --with-files takes them along."
    return f"Files that went along: {made.files}."


def _passphrase(call: Call) -> str | None:
    """The passphrase of the export; None for a plain one, for which there has to be a reason."""
    args = call.args
    if not args.plain:
        if args.reason is not None:
            raise BadInput(
                "--reason is for a plain export", "Give --plain with it.", field="--reason"
            )
        return new_passphrase_of(call, args.export_passphrase_file, _OPTION)
    if args.export_passphrase_file is not None:
        raise BadInput(
            f"--plain and {_OPTION} are both given", "Give one of them.", field="--plain"
        )
    if args.reason is None:
        raise BadInput(
            "A plain export needs --reason", "Say why it is not encrypted.", field="--reason"
        )
    return None
