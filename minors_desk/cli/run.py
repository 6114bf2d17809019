"""Runs one command of the command line: parse, do, answer; every failure is one line and a code."""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from getpass import getpass
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import TextIO, cast

from minors_desk import logs, settings
from minors_desk.cli.output import complain, show
from minors_desk.cli.parsing import HelpWanted, parse
from minors_desk.cli.surroundings import Answer, Call, Command, Surroundings
from minors_desk.errors import DeskError

STOPPED = 130
"""What a shell gives for a command that Ctrl+C ended."""
_log = logging.getLogger(__name__)


def main(
    argv: Sequence[str],
    *,
    open_window: Callable[[Path | None], int],
    run_tour: Callable[[Path], int],
    clock: Callable[[], datetime],
    out: TextIO,
    err: TextIO,
) -> int:
    """Runs the command of ``argv`` (without the program's name); returns the exit code.

    0 done, 1 refused or not found or not verified, 2 wrong usage, 3 the record does not open.
    ``open_window`` gets the record folder, or None for the one last used; ``run_tour`` the folder
    for its pictures.
    """
    terminal = sys.stdin is not None and sys.stdin.isatty()
    around = Surroundings(
        open_window=open_window,
        run_tour=run_tour,
        clock=clock,
        # A process started with a closed stream has None there.
        out=out or StringIO(),
        err=err or StringIO(),
        stdin=None if sys.stdin is None else sys.stdin.buffer,
        ask=getpass if terminal else None,
        log=_keep,
    )
    return run(argv, around)


def run(argv: Sequence[str], around: Surroundings) -> int:
    """Runs the command in the surroundings given; never raises."""
    try:
        return _run(argv, around)
    except DeskError as error:
        complain(str(error), around.err)
        return error.exit_code
    except KeyboardInterrupt:
        complain("Stopped. Look at what was done before you run it again.", around.err)
        return STOPPED
    except Exception as error:  # noqa: BLE001 - a person gets a line, never a traceback
        code = logs.failure_code(error)
        if around.log is not None:
            around.log(code)
        complain(f"A fault of the program stopped it. Report this code: {code}.", around.err)
        return 1


def _keep(code: str) -> None:
    """Writes the code of a fault into the log file of this user; the window's log is the same."""
    folder = settings.default_folder(os.environ, sys.platform)
    kept, _ = settings.load(folder)
    logs.start(kept.log_folder or folder)
    _log.error("command failed: %s", code)
    logs.stop()


def _run(argv: Sequence[str], around: Surroundings) -> int:
    try:
        args = parse(argv)
    except HelpWanted as wanted:
        show(Answer(lines=wanted.text.splitlines()), around.out, json_wanted=False)
        return 0
    if args.command is None:
        return around.open_window(args.record)
    if args.command == "tour":
        return around.run_tour(args.out)
    answer = _command(args.call)(Call(args, around))
    try:
        show(answer, around.out, json_wanted=args.json)
    except OSError:
        raise DeskError(
            "The command was done, but its answer could not be written",
            "Look at the record before you run it again.",
        ) from None
    for note in answer.notes:
        complain(f"note: {note}", around.err)
    return answer.code


def _command(name: str) -> Command:
    """The function behind a command, imported only now: ``--help`` has to be quick."""
    module, _, function = name.partition(":")
    return cast(Command, getattr(import_module(f"minors_desk.cli.{module}"), function))
