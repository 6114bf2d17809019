"""The commands on the record as a whole: find, verify, rebuild."""

from typing import Any

from minors_desk.cli.options import a_text, add_leaf

_FIND = """Each word has to begin a word of the case: of a name, a number or any text, in any order.
Accents and capitals make no difference; of a name written without spaces any part will do."""


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
