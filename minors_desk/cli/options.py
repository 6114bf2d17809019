"""What every command of the command line is made of: its parser, shared options, checked values."""

import argparse
import re
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from minors_desk.errors import BadInput

PROGRAM = "minors-desk"
LONGEST = 200
"""Characters of a name, badge or station given on the command line."""


class HelpWanted(Exception):
    """Not a failure: the person asked for help or the version, and this is it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Show(argparse.Action):
    """``--help`` and ``--version``: answered by whoever runs the command, not by argparse."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: Any) -> NoReturn:
        raise HelpWanted(self.const or parser.format_help())


class Parser(argparse.ArgumentParser):
    """Raises BadInput in place of printing, and never repeats a value that was given."""

    def __init__(self, **given: Any) -> None:
        self._more: str = given.pop("more", "")
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **given,
        )

    def error(self, message: str) -> NoReturn:
        raise argparse.ArgumentError(None, message)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does; the first parser to notice says what is wrong, and how it is called."""
        try:
            return super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            raise _wrong(error, self.prog) from None

    def format_help(self) -> str:
        text = super().format_help()
        if self._more:
            module, _, function = self._more.partition(":")
            text += "\n" + getattr(import_module(f"minors_desk.cli.{module}"), function)()
        return text


def _wrong(error: argparse.ArgumentError, prog: str) -> BadInput:
    """The sentence for argparse's complaint, without the value that it repeats."""
    name, message = error.argument_name, error.message
    if message.startswith("the following arguments are required: "):
        name = message.removeprefix("the following arguments are required: ")
        title = f"{name} must be given"
    elif message.startswith("expected"):
        title = f"{name} needs a value"
    elif message.startswith("ignored explicit"):
        title = f"{name} takes no value"
    elif message.startswith("not allowed with"):
        title = f"{name} is {message}"
    else:
        title = "There is no command of that name"
    return BadInput(title, f"Run `{prog} --help`.", field=name or "command")


def shared_options() -> argparse.ArgumentParser:
    """Options taken before and after the command; the later one counts."""
    shared = Parser(argument_default=argparse.SUPPRESS)
    every = shared.add_argument_group("on every command")
    every.add_argument("-h", "--help", action=Show, nargs=0, help="this text")
    every.add_argument("--record", type=a_path("--record"), metavar="DIR", help="the record folder")
    every.add_argument("--user", type=a_text("--user", 64), metavar="LOGIN", help="who signs in")
    every.add_argument(
        "--passphrase-file",
        type=a_path("--passphrase-file"),
        metavar="FILE",
        help="holds the passphrase; without it the terminal is asked",
    )
    every.add_argument("--json", action="store_true", help="answer in JSON")
    return shared


def add_group(commands: Any, name: str, help_text: str) -> Any:
    """Adds a command that only has commands below it; returns where these are added."""
    prog = f"{PROGRAM} {name}"
    group = commands.add_parser(
        name,
        prog=prog,
        help=help_text,
        description=_sentence(help_text),
        parents=[shared_options()],
    )
    group.set_defaults(prog=prog)
    return group.add_subparsers(dest=f"{name}_command", metavar="COMMAND", title="commands")


def add_leaf(commands: Any, name: str, call: str, help_text: str, more: str = "") -> Parser:
    """Adds a command: ``call`` is ``module:function`` in cli, ``more`` what its help ends with."""
    prog = f"{commands._prog_prefix} {name}"
    leaf: Parser = commands.add_parser(
        name,
        prog=prog,
        help=help_text,
        description=_sentence(help_text),
        parents=[shared_options()],
        more=more,
    )
    leaf.set_defaults(call=call, prog=prog)
    return leaf


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def add_reference(leaf: Parser) -> None:
    """Adds the argument that names a case."""
    leaf.add_argument("case", metavar="CASE", help="number, id, or a unique beginning of either")


def add_case_if_any(leaf: Parser) -> None:
    """Adds the argument that names a case, which what is of the whole station goes without."""
    leaf.add_argument(
        "case",
        metavar="CASE",
        nargs="?",
        help="number, id, or a unique beginning of either; none for a paper of the station",
    )


def a_path(name: str) -> Callable[[str], Path]:
    """Takes a path under that name; raises BadInput like the others below."""

    def checked(text: str) -> Path:
        if not text or "\0" in text:
            raise BadInput(f"{name} is empty", "Give a name.", field=name)
        return Path(text)

    return checked


def a_text(name: str, most: int = LONGEST) -> Callable[[str], str]:
    """Takes one line of printable text."""

    def checked(text: str) -> str:
        if not text.strip() or len(text) > most or not text.isprintable():
            raise BadInput(
                f"{name} cannot be that",
                f"Give 1 to {most} characters without line breaks or control characters.",
                field=name,
            )
        return text

    return checked


def a_number(name: str, most: int = 99_999, least: int = 1) -> Callable[[str], int]:
    """Takes a whole number between two."""

    def checked(text: str) -> int:
        digits = re.fullmatch(r"0|[1-9][0-9]{0,17}", text)
        if digits is None or not least <= int(text) <= most:
            raise BadInput(
                f"{name} is no such number",
                f"Give a whole number from {least} to {most}.",
                field=name,
            )
        return int(text)

    return checked


def an_instant(name: str) -> Callable[[str], datetime]:
    """Takes date, time and zone."""

    def checked(text: str) -> datetime:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None or not 1900 < moment.year < 9000:
            raise BadInput(
                f"{name} is no instant",
                "Give date, time and zone, such as 2026-11-24T03:12:00-06:00.",
                field=name,
            )
        return moment

    return checked
