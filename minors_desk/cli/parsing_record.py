"""The commands on the record as a whole: find, verify, rebuild, backup, restore."""

from typing import Any

from minors_desk.cli.options import a_path, a_text, add_leaf

_FIND = """Each word has to begin a word of the case: of a name, a number or any text, in any order.
Accents and capitals make no difference; of a name written without spaces any part will do."""


_BACKUP = "The file holds all that is needed but a passphrase: keep it where the record is not."
_RESTORE = """Nothing is written over: the record is brought back into a folder of its own. The
passphrase is that of the time of the backup. With --record, what that record holds beyond the
backup is counted."""


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
