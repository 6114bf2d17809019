"""The words of the command line: which commands and options there are, and what they take."""

import argparse
import re
from collections.abc import Sequence
from typing import Any

from minors_desk import __version__
from minors_desk.cli import (
    parsing_downtime,
    parsing_forms,
    parsing_many,
    parsing_notices,
    parsing_packets,
    parsing_proof,
    parsing_record,
    parsing_rules,
)
from minors_desk.cli.options import (
    PROGRAM,
    HelpWanted,
    Parser,
    Show,
    a_number,
    a_path,
    a_text,
    add_case_if_any,
    add_group,
    add_leaf,
    add_reference,
    an_instant,
    shared_options,
)
from minors_desk.errors import BadInput

__all__ = ["HelpWanted", "parse"]

_INTRO = """The case record of children in police care. Without a command the window opens.

Exit codes: 0 done, 1 refused, not found or not verified, 2 wrong usage,
3 the record does not open."""
_SIGNED = """The signature is PAdES B-B, added behind the pages. It says who signed, not since when:
no time stamp is fetched, nor anything else. The key stays in its file or on its card."""
_TRUST = """Without --trust no signer is trusted: neither the network is asked nor the list of this
computer, and whether a certificate was revoked is not asked. It exits 0 only if there is a
signature and every one of them holds."""

_CHECK_ENDS = """Exits with 1 where a box is missing; such a paper prints all the same, and says so.
A case and a paper are read, nothing is issued."""


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


def _tree() -> argparse.ArgumentParser:
    root = Parser(prog=PROGRAM, description=_INTRO, parents=[shared_options()])
    root.add_argument(
        "--version", action=Show, nargs=0, const=f"{PROGRAM} {__version__}", help="the version"
    )
    commands = root.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    tour = add_leaf(commands, "tour", "", "drive the real window through the main job")
    tour.add_argument(
        "--out", type=a_path("--out"), metavar="DIR", required=True, help="for its pictures"
    )
    tour.set_defaults(call="")
    _init(commands)
    _people(add_group(commands, "user", "people and their logins"))
    _cases(add_group(commands, "case", "open a case, add to it, show it, list all"))
    duties = add_leaf(commands, "duties", "duties:owed", "what is owed to a child, by when and why")
    add_reference(duties)
    duties.add_argument(
        "--at", type=an_instant("--at"), metavar="INSTANT", help="as of that instant"
    )
    add_leaf(commands, "board", "board:board", "every child with us, and what is still owed")
    findings = add_leaf(commands, "findings", "board:found", "what a supervisor must see of a case")
    add_reference(findings)
    add_leaf(commands, "schema", "cases:schema", "the JSON Schema of every kind of entry")
    parsing_record.add_commands(commands)
    parsing_rules.add_commands(commands)
    parsing_notices.add_commands(commands)
    parsing_forms.add_commands(commands)
    _papers(add_group(commands, "paper", "print papers and prove them"))
    return root


def _init(commands: Any) -> None:
    init = add_leaf(commands, "init", "founding:init", "make a record folder with its first person")
    init.add_argument("folder", metavar="DIR", type=a_path("DIR"), help="a new or an empty folder")
    for option, what in (
        ("--station", "name of the station"),
        ("--jurisdiction", "whose law: US-IL, CA-ON"),
        ("--zone", "time zone: America/Chicago"),
        ("--name", "name of the first person, who is supervisor and administrator"),
        ("--badge", "that person's badge number"),
    ):
        init.add_argument(
            option, type=a_text(option), metavar=option[2:].upper(), required=True, help=what
        )
    init.add_argument("--code", type=a_text("--code"), help="of the station, in case numbers")
    init.add_argument("--agency", type=a_text("--agency"), help="name of the agency")
    init.add_argument(
        "--telephone", type=a_text("--telephone"), help="of the station; receipts print it"
    )
    _recovery(init, "a new file for the recovery key; without it the key is printed once")


def _people(user: Any) -> None:
    add = add_leaf(user, "add", "people:add", "let a further person in; a supervisor signs for it")
    add.add_argument("login", metavar="LOGIN", type=a_text("LOGIN", 64), help="a new one")
    add.add_argument("--name", type=a_text("--name"), required=True, help="the person's name")
    add.add_argument("--badge", type=a_text("--badge"), required=True, help="the badge number")
    add.add_argument(
        "--role",
        action="append",
        type=a_text("--role"),
        required=True,
        help="officer, supervisor, administrator or auditor; may be given more than once",
    )
    add.add_argument(
        "--new-passphrase-file",
        type=a_path("--new-passphrase-file"),
        metavar="FILE",
        help="holds that person's first passphrase; without it the terminal is asked",
    )
    add_leaf(user, "list", "people:listed", "who may sign in, in which roles, and who is locked")
    disable = add_leaf(user, "disable", "people:disable", "take a person's way in away")
    disable.add_argument("login", metavar="LOGIN", type=a_text("LOGIN", 64), help="whose")
    disable.add_argument("--reason", type=a_text("--reason"), help="why")
    passphrase = add_leaf(
        user, "passphrase", "people:passphrase", "change your passphrase, or reset another's"
    )
    passphrase.add_argument(
        "login",
        metavar="LOGIN",
        nargs="?",
        type=a_text("LOGIN", 64),
        help="whose; a supervisor gives another a temporary one. Without it your own",
    )
    passphrase.add_argument(
        "--new-passphrase-file",
        type=a_path("--new-passphrase-file"),
        metavar="FILE",
        help="holds the new passphrase; without it the terminal is asked",
    )
    unlock = add_leaf(
        user, "unlock", "people:unlock", "let a login try again after wrong passphrases"
    )
    unlock.add_argument("login", metavar="LOGIN", type=a_text("LOGIN", 64), help="whose")
    _recovery(unlock, "sign in by the recovery key in that file, in place of --user")


def _recovery(leaf: Parser, help_text: str) -> None:
    leaf.add_argument(
        "--recovery-file", type=a_path("--recovery-file"), metavar="FILE", help=help_text
    )


def _cases(case: Any) -> None:
    kinds = "examples:all_kinds"
    opened = add_leaf(
        case, "open", "cases:opened", "open a case; the first entry is encountered", kinds
    )
    opened.add_argument(
        "source", metavar="FILE", help="JSON: an entry, or a list; - reads standard input"
    )
    add = add_leaf(case, "add", "cases:added", "add entries to a case, all or none", kinds)
    add_reference(add)
    add.add_argument(
        "source", metavar="FILE", help="JSON: an entry, or a list; - reads standard input"
    )
    shown = add_leaf(case, "show", "cases:shown", "show what the entries of a case come to")
    add_reference(shown)
    shown.add_argument(
        "--known-at",
        type=an_instant("--known-at"),
        metavar="INSTANT",
        help="from what was recorded by that instant",
    )
    add_leaf(case, "list", "cases:listed", "list the cases, most urgent first")
    calls = add_leaf(
        case, "next-calls", "next_calls:listed", "whom to ring now, why, and what to say"
    )
    add_reference(calls)
    calls.add_argument(
        "--at", type=an_instant("--at"), metavar="INSTANT", help="as of that instant"
    )


def _add_subject(command: Any) -> None:
    command.add_argument(
        "--subject",
        type=a_number("--subject"),
        metavar="N",
        help="what it is about, such as the number of the handoff; else the likeliest",
    )


def _papers(paper: Any) -> None:
    add_leaf(paper, "list", "papers:listed", "list the papers there are")
    printed = add_leaf(paper, "print", "papers:printed", "issue a paper and save it as a PDF")
    printed.add_argument("name", metavar="NAME", help="of the paper; see `minors-desk paper list`")
    add_case_if_any(printed)
    printed.add_argument(
        "--out", type=a_path("--out"), metavar="FILE", required=True, help="a new file"
    )
    _add_subject(printed)
    printed.add_argument(
        "--sheet",
        choices=("letter", "a4"),
        default="letter",
        help="the size of the paper; the same boxes stand on both (letter)",
    )
    parsing_many.add_commands(paper)
    checked = add_leaf(
        paper, "check", "paper_check:checked", "say how full a paper is, before it is printed"
    )
    checked.add_argument("name", metavar="NAME", help="of the paper; see `minors-desk paper list`")
    add_case_if_any(checked)
    _add_subject(checked)
    checked.epilog = _CHECK_ENDS
    _signatures(paper, printed)
    parsing_packets.add_packet(paper)
    parsing_packets.add_labels(paper)
    parsing_downtime.add_commands(paper)
    parsing_proof.add_commands(printed, paper)


def _signatures(paper: Any, printed: Any) -> None:
    """The signature of a PDF by a certificate: made while a paper is saved, and checked later."""
    printed.add_argument(
        "--sign-with",
        type=a_text("--sign-with", 4096),
        metavar="CERTIFICATE",
        help="sign the PDF: a .p12 file, or pkcs11:token=LABEL?module-path=LIBRARY",
    )
    printed.add_argument(
        "--sign-passphrase-file",
        type=a_path("--sign-passphrase-file"),
        metavar="FILE",
        help="holds its passphrase or PIN; without it the terminal is asked",
    )
    printed.epilog = _SIGNED
    checked = add_leaf(
        paper, "verify-signature", "certificates:checked", "check the signatures in a PDF"
    )
    checked.add_argument(
        "file", metavar="FILE", type=a_path("FILE"), help="the PDF as it was saved"
    )
    checked.add_argument(
        "--trust",
        type=a_path("--trust"),
        metavar="CERT",
        action="append",
        default=[],
        help="a certificate that signers are traced to, PEM or DER; may be given again",
    )
    checked.epilog = _TRUST
