"""The words of the command line: which commands and options there are, and what they take."""

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from minors_desk import __version__
from minors_desk.errors import BadInput

PROGRAM = "minors-desk"
LONGEST = 200
"""Characters of a name, badge or station given on the command line."""
_INTRO = """The case record of children in police care. Without a command the window opens.

Exit codes: 0 done, 1 refused, not found or not verified, 2 wrong usage,
3 the record does not open."""
_CODE_ALONE = """Without the record a code proves only that this agency signed this digest; with it,
the page is composed again from the entries and compared."""


class HelpWanted(Exception):
    """Not a failure: the person asked for help or the version, and this is it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class _Show(argparse.Action):
    """``--help`` and ``--version``: answered by whoever runs the command, not by argparse."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: Any) -> NoReturn:
        raise HelpWanted(self.const or parser.format_help())


class _Parser(argparse.ArgumentParser):
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


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The command with its options; raises BadInput for wrong usage, HelpWanted for --help."""
    given = argparse.Namespace(
        record=None, user=None, passphrase_file=None, json=False, command=None, prog=PROGRAM
    )
    args, rest = _tree().parse_known_args(list(argv), given)
    if rest:
        option = re.match(r"--?[A-Za-z][A-Za-z-]{0,40}(?==|$)", rest[0])
        what = f"There is no option {option[0]} here" if option else "That is a word too many"
        raise BadInput(what, f"Run `{args.prog} --help`.", field="command")
    if args.command is not None and not hasattr(args, "call"):
        raise BadInput(
            f"`{args.prog}` is not a whole command", f"Run `{args.prog} --help`.", field="command"
        )
    return args


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


def _tree() -> argparse.ArgumentParser:
    root = _Parser(prog=PROGRAM, description=_INTRO, parents=[_shared()])
    root.add_argument(
        "--version", action=_Show, nargs=0, const=f"{PROGRAM} {__version__}", help="the version"
    )
    commands = root.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    tour = _leaf(commands, "tour", "", "drive the real window through the main job")
    tour.add_argument(
        "--out", type=_path("--out"), metavar="DIR", required=True, help="for its pictures"
    )
    tour.set_defaults(call="")
    _init(commands)
    _people(_group(commands, "user", "people and their logins"))
    _cases(_group(commands, "case", "open a case, add to it, show it, list all"))
    duties = _leaf(commands, "duties", "duties:owed", "what is owed to a child, by when and why")
    duties.add_argument("case", metavar="CASE", help="number, id, or a unique beginning of either")
    duties.add_argument("--at", type=_instant("--at"), metavar="INSTANT", help="as of that instant")
    _leaf(commands, "schema", "cases:schema", "the JSON Schema of every kind of entry")
    verify = _leaf(commands, "verify", "proof:verify", "check the whole record")
    verify.add_argument(
        "--signatures", action="store_true", help="each signature, not the last ones"
    )
    _papers(_group(commands, "paper", "print papers and prove them"))
    return root


def _shared() -> argparse.ArgumentParser:
    """Options taken before and after the command; the later one counts."""
    shared = _Parser(argument_default=argparse.SUPPRESS)
    every = shared.add_argument_group("on every command")
    every.add_argument("-h", "--help", action=_Show, nargs=0, help="this text")
    every.add_argument("--record", type=_path("--record"), metavar="DIR", help="the record folder")
    every.add_argument("--user", type=_text("--user", 64), metavar="LOGIN", help="who signs in")
    every.add_argument(
        "--passphrase-file",
        type=_path("--passphrase-file"),
        metavar="FILE",
        help="holds the passphrase; without it the terminal is asked",
    )
    every.add_argument("--json", action="store_true", help="answer in JSON")
    return shared


def _group(commands: Any, name: str, help_text: str) -> Any:
    prog = f"{PROGRAM} {name}"
    group = commands.add_parser(
        name, prog=prog, help=help_text, description=_sentence(help_text), parents=[_shared()]
    )
    group.set_defaults(prog=prog)
    return group.add_subparsers(dest=f"{name}_command", metavar="COMMAND", title="commands")


def _leaf(commands: Any, name: str, call: str, help_text: str, more: str = "") -> _Parser:
    prog = f"{commands._prog_prefix} {name}"
    leaf: _Parser = commands.add_parser(
        name,
        prog=prog,
        help=help_text,
        description=_sentence(help_text),
        parents=[_shared()],
        more=more,
    )
    leaf.set_defaults(call=call, prog=prog)
    return leaf


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _init(commands: Any) -> None:
    init = _leaf(commands, "init", "founding:init", "make a record folder with its first person")
    init.add_argument("folder", metavar="DIR", type=_path("DIR"), help="a new or an empty folder")
    for option, what in (
        ("--station", "name of the station"),
        ("--jurisdiction", "whose law: US-IL, CA-ON"),
        ("--zone", "time zone: America/Chicago"),
        ("--name", "name of the first person, who is supervisor and administrator"),
        ("--badge", "that person's badge number"),
    ):
        init.add_argument(
            option, type=_text(option), metavar=option[2:].upper(), required=True, help=what
        )
    init.add_argument("--code", type=_text("--code"), help="of the station, in case numbers")
    init.add_argument("--agency", type=_text("--agency"), help="name of the agency")
    _recovery(init, "a new file for the recovery key; without it the key is printed once")


def _people(user: Any) -> None:
    add = _leaf(user, "add", "people:add", "let a further person in; a supervisor signs for it")
    add.add_argument("login", metavar="LOGIN", type=_text("LOGIN", 64), help="a new one")
    add.add_argument("--name", type=_text("--name"), required=True, help="the person's name")
    add.add_argument("--badge", type=_text("--badge"), required=True, help="the badge number")
    add.add_argument(
        "--role",
        action="append",
        type=_text("--role"),
        required=True,
        help="officer, supervisor, administrator or auditor; may be given more than once",
    )
    add.add_argument(
        "--new-passphrase-file",
        type=_path("--new-passphrase-file"),
        metavar="FILE",
        help="holds that person's first passphrase; without it the terminal is asked",
    )
    _leaf(user, "list", "people:listed", "who may sign in, in which roles, and who is locked")
    disable = _leaf(user, "disable", "people:disable", "take a person's way in away")
    disable.add_argument("login", metavar="LOGIN", type=_text("LOGIN", 64), help="whose")
    disable.add_argument("--reason", type=_text("--reason"), help="why")
    passphrase = _leaf(
        user, "passphrase", "people:passphrase", "change your passphrase, or reset another's"
    )
    passphrase.add_argument(
        "login",
        metavar="LOGIN",
        nargs="?",
        type=_text("LOGIN", 64),
        help="whose; a supervisor gives another a temporary one. Without it your own",
    )
    passphrase.add_argument(
        "--new-passphrase-file",
        type=_path("--new-passphrase-file"),
        metavar="FILE",
        help="holds the new passphrase; without it the terminal is asked",
    )
    unlock = _leaf(user, "unlock", "people:unlock", "let a login try again after wrong passphrases")
    unlock.add_argument("login", metavar="LOGIN", type=_text("LOGIN", 64), help="whose")
    _recovery(unlock, "sign in by the recovery key in that file, in place of --user")


def _recovery(leaf: _Parser, help_text: str) -> None:
    leaf.add_argument(
        "--recovery-file", type=_path("--recovery-file"), metavar="FILE", help=help_text
    )


def _cases(case: Any) -> None:
    kinds = "examples:all_kinds"
    opened = _leaf(
        case, "open", "cases:opened", "open a case; the first entry is encountered", kinds
    )
    opened.add_argument(
        "source", metavar="FILE", help="JSON: an entry, or a list; - reads standard input"
    )
    add = _leaf(case, "add", "cases:added", "add entries to a case, all or none", kinds)
    _reference(add)
    add.add_argument(
        "source", metavar="FILE", help="JSON: an entry, or a list; - reads standard input"
    )
    shown = _leaf(case, "show", "cases:shown", "show what the entries of a case come to")
    _reference(shown)
    shown.add_argument(
        "--known-at",
        type=_instant("--known-at"),
        metavar="INSTANT",
        help="from what was recorded by that instant",
    )
    _leaf(case, "list", "cases:listed", "list the cases, most urgent first")


def _papers(paper: Any) -> None:
    _leaf(paper, "list", "papers:listed", "list the papers there are")
    printed = _leaf(paper, "print", "papers:printed", "issue a paper and save it as a PDF")
    printed.add_argument("name", metavar="NAME", help="of the paper; see `minors-desk paper list`")
    _reference(printed)
    printed.add_argument(
        "--out", type=_path("--out"), metavar="FILE", required=True, help="a new file"
    )
    printed.add_argument(
        "--handoff", type=_number("--handoff"), metavar="N", help="the attempt; else the last one"
    )
    proved = _leaf(paper, "verify", "papers:proved", "compare a printed paper with the record")
    proved.add_argument("code", metavar="CODE", help="the seal code on the foot of the page")
    proved.epilog = _CODE_ALONE


def _reference(leaf: _Parser) -> None:
    leaf.add_argument("case", metavar="CASE", help="number, id, or a unique beginning of either")


def _path(name: str) -> Callable[[str], Path]:
    def checked(text: str) -> Path:
        if not text or "\0" in text:
            raise BadInput(f"{name} is empty", "Give a name.", field=name)
        return Path(text)

    return checked


def _text(name: str, most: int = LONGEST) -> Callable[[str], str]:
    def checked(text: str) -> str:
        if not text.strip() or len(text) > most or not text.isprintable():
            raise BadInput(
                f"{name} cannot be that",
                f"Give 1 to {most} characters without line breaks or control characters.",
                field=name,
            )
        return text

    return checked


def _number(name: str) -> Callable[[str], int]:
    def checked(text: str) -> int:
        if not re.fullmatch(r"[1-9][0-9]{0,4}", text):
            raise BadInput(f"{name} is no number", "Give a number such as 1.", field=name)
        return int(text)

    return checked


def _instant(name: str) -> Callable[[str], datetime]:
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
