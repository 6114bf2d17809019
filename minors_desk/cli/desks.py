"""Signs the person of a command in, and closes the record behind them whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minors_desk.cli.reading import secret_in
from minors_desk.cli.surroundings import Call
from minors_desk.errors import BadInput
from minors_desk.services import signing_in
from minors_desk.services.desk import Desk


@contextmanager
def at_desk(call: Call, *, write: bool) -> Iterator[Desk]:
    """The record of ``--record``, with the person of ``--user`` at it; reads or writes."""
    folder, login = record_of(call), login_of(call)
    desk = signing_in.sign_in(
        folder,
        login,
        passphrase_of(call),
        clock=call.around.clock,
        write=write,
        at_once=False,
    )
    try:
        yield desk
    finally:
        desk.close()


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
