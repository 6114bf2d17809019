"""Signs the person of a command in, and closes the record behind them whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from minors_desk.cli.reading import secret_in
from minors_desk.cli.surroundings import Call
from minors_desk.errors import BadInput, RecordBusy
from minors_desk.services import cases, signing_in
from minors_desk.services.desk import Desk

UNLOGGED = "another desk is writing in this record, so this reading is not in the log"


@contextmanager
def at_desk(call: Call, *, write: bool, passphrase: str | None = None) -> Iterator[Desk]:
    """The record of ``--record``, with the person of ``--user`` at it; reads or writes.

    ``passphrase``: as it was given already, so that nobody is asked twice.
    """
    folder, login = record_of(call), login_of(call)
    given = passphrase_of(call) if passphrase is None else passphrase
    desk = _signed_in(call, (folder, login, given), write=write)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def reading_desk(call: Call) -> Iterator[tuple[Desk, UUID]]:
    """A desk for reading the case of ``CASE``; that it is read goes into the log.

    While another process writes, reading goes on without that entry, and a note says so
    (CONTRACT 5.5, 5.6).
    """
    who = record_of(call), login_of(call), passphrase_of(call)
    try:
        desk = _signed_in(call, who, write=True)
    except RecordBusy:
        desk = _signed_in(call, who, write=False)
        desk.warnings = (*desk.warnings, UNLOGGED)
    try:
        case_id = cases.find(desk, call.args.case)
        cases.note_read(desk, case_id)
        yield desk, case_id
    finally:
        desk.close()


def _signed_in(call: Call, who: tuple[Path, str, str], *, write: bool) -> Desk:
    """``who``: record folder, login, passphrase."""
    folder, login, passphrase = who
    return signing_in.sign_in(
        folder,
        login,
        passphrase,
        clock=call.around.clock,
        write=write,
        at_once=False,
    )


def record_of(call: Call) -> Path:
    """The folder of ``--record``; BadInput without it."""
    folder: Path | None = call.args.record
    if folder is None:
        raise BadInput("--record is missing", "Name the record folder with it.", field="--record")
    return folder


def login_of(call: Call) -> str:
    """The login of ``--user``; BadInput without it."""
    login: str | None = call.args.user
    if login is None:
        raise BadInput("--user is missing", "Say with it who signs in.", field="--user")
    return login


def passphrase_of(call: Call) -> str:
    """The passphrase of the file, or as typed at the terminal; BadInput where there is neither."""
    if call.args.passphrase_file is not None:
        return secret_in(call.args.passphrase_file, "--passphrase-file")
    return _asked(call, "Passphrase: ", "--passphrase-file")


def new_passphrase_of(call: Call, file: Path | None, option: str) -> str:
    """A new passphrase: from the file, or typed twice at the terminal."""
    if file is not None:
        return secret_in(file, option)
    first = _asked(call, "New passphrase: ", option)
    if first != _asked(call, "The same again: ", option):
        raise BadInput("The two passphrases are not equal", "Type it again.", field=option)
    return first


def _asked(call: Call, prompt: str, option: str) -> str:
    if call.around.ask is None:
        raise BadInput(
            f"{option} is missing, and there is no terminal to ask at",
            "Give a file that holds the passphrase.",
            field=option,
        )
    try:
        return call.around.ask(prompt)
    except EOFError:
        raise BadInput(
            "No passphrase was typed", f"Type it, or use {option}.", field=option
        ) from None
