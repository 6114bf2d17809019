"""What a command stands on and what it answers: handed in, so that a test may hand in its own."""

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, TextIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The world around a command; ``clock`` gives the present instant (aware, UTC).

    ``ask`` asks for a passphrase at the terminal without showing it, None where there is no
    terminal. ``cost`` is what one try of a new passphrase costs; None leaves it to services,
    which measure this computer. ``log`` keeps the code of a fault of the program.
    """

    open_window: Callable[[Path | None], int]
    run_tour: Callable[[Path], int]
    clock: Callable[[], datetime]
    out: TextIO
    err: TextIO
    stdin: BinaryIO | None = None
    ask: Callable[[str], str] | None = None
    cost: Any = None
    log: Callable[[str], None] | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One command as it was given."""

    args: argparse.Namespace
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: ``document`` with ``--json``, else ``lines``.

    ``code`` is what the command line ends with; ``notes`` are sentences for standard error.
    """

    document: object = None
    lines: Iterable[str] = ()
    code: int = 0
    notes: tuple[str, ...] = ()


Command = Callable[[Call], Answer]
