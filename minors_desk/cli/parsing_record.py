"""The commands on the record as a whole: find, verify, rebuild, backup, restore, export, sample."""

from typing import Any

from minors_desk.cli.options import a_number, a_path, a_text, add_leaf, add_reference, an_instant

_FIND = """Each word has to begin a word of the case: of a name, a number or any text, in any order.
Accents and capitals make no difference; of a name written without spaces any part will do."""


_BACKUP = "The file holds all that is needed but a passphrase: keep it where the record is not."
_RESTORE = """Nothing is written over: the record is brought back into a folder of its own. The
passphrase is that of the time of the backup. With --record, what that record holds beyond the
backup is counted."""


_EXPORT = """The file holds every entry as it was signed, with the keys, and every paper that was
issued; who gets it checks it, and a printed PDF against it, with
resources/verifier/check_export.py. It is encrypted by a passphrase of its own, unless --plain.
Photographs, scans and recordings go along with an encrypted export, with a plain one if asked."""


_SAMPLE = """The children in it never lived: countries, months, ages and languages come as often as
in published figures, names are put together by chance. The same seed gives the same cases.
With a story the station is in its place, and its last look is within the day before now, unless
its dates matter; twelve stories lie in tests/stories."""


def add_commands(commands: Any) -> None:
    """Adds them to the tree of commands."""
    find = add_leaf(commands, "find", "finding:found", "find cases by a name, number or any text")
    find.add_argument("text", metavar="TEXT", type=a_text("TEXT"), nargs="+", help="what is known")
    find.epilog = _FIND
    verify = add_leaf(commands, "verify", "proof:verify", "check the whole record")
    verify.add_argument(
        "--signatures", action="store_true", help="each signature, not the last ones"
    )
    add_leaf(commands, "rebuild", "finding:rebuilt", "make lists and search again from the log")
    backup = add_leaf(commands, "backup", "keeping:backed_up", "back the record up into one file")
    backup.add_argument("file", metavar="FILE", type=a_path("FILE"), help="a new file")
    backup.epilog = _BACKUP
    restore = add_leaf(
        commands, "restore", "keeping:brought_back", "bring a record back from a backup"
    )
    restore.add_argument("file", metavar="FILE", type=a_path("FILE"), help="the backup")
    restore.add_argument("folder", metavar="DIR", type=a_path("DIR"), help="a new or empty folder")
    restore.epilog = _RESTORE
    _export(commands)
    _sample(commands)


def _export(commands: Any) -> None:
    export = add_leaf(commands, "export", "exporting:exported", "give a case out as a file")
    add_reference(export)
    export.add_argument(
        "--out", type=a_path("--out"), metavar="FILE", required=True, help="a new file"
    )
    for option, what in (
        ("--recipient", "who gets it; the log keeps that"),
        ("--purpose", "what for; the log keeps that"),
    ):
        export.add_argument(
            option, type=a_text(option), metavar=option[2:].upper(), required=True, help=what
        )
    export.add_argument(
        "--export-passphrase-file",
        type=a_path("--export-passphrase-file"),
        metavar="FILE",
        help="holds the passphrase of the export; without it the terminal is asked",
    )
    export.add_argument("--plain", action="store_true", help="do not encrypt it; needs --reason")
    export.add_argument("--reason", type=a_text("--reason"), help="why it is not encrypted")
    files = export.add_mutually_exclusive_group()
    for option, answer, what in (
        ("--with-files", True, "photographs and other files go along, though it is plain"),
        ("--without-files", False, "photographs and other files stay here"),
    ):
        files.add_argument(
            option, dest="with_files", action="store_const", const=answer, default=None, help=what
        )
    export.epilog = _EXPORT


def _sample(commands: Any) -> None:
    sample = add_leaf(commands, "sample", "sampling:sampled", "make a record of invented cases")
    sample.add_argument("folder", metavar="DIR", type=a_path("DIR"), help="a new or empty folder")
    sample.add_argument(
        "--cases",
        type=a_number("--cases", most=1_000_000, least=0),
        metavar="N",
        default=0,
        help="how many invented ones",
    )
    sample.add_argument(
        "--story",
        type=a_path("--story"),
        metavar="FILE",
        action="append",
        default=[],
        help="a story as a real case, as `rules simulate` reads it; may be given again",
    )
    sample.add_argument(
        "--seed",
        type=a_number("--seed", most=10**17, least=0),
        metavar="S",
        default=1,
        help="which ones",
    )
    sample.add_argument(
        "--until",
        type=an_instant("--until"),
        metavar="INSTANT",
        help="when the last night ends; else at a fixed instant, with a story now",
    )
    sample.epilog = _SAMPLE
