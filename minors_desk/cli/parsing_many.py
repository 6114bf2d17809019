"""The words and options of the command that prints one paper of many cases."""

from typing import Any

from minors_desk.cli.options import a_path, add_leaf, an_instant

_ENDS = """Each file is a numbered copy of its own, and so it stands in the log; it is called by its
number, without a name. Exits with 1 where a paper could not be printed, and says which.
--from and --until take the cases of all handoffs that ended in that time."""


def add_commands(paper: Any) -> None:
    """Adds it below ``paper``."""
    many = add_leaf(
        paper, "print-many", "many_papers:printed", "issue a paper of many cases into a folder"
    )
    many.add_argument("name", metavar="NAME", help="of the paper; see `minors-desk paper list`")
    many.add_argument(
        "--cases", type=a_path("--cases"), metavar="FILE", help="names one case to a line"
    )
    many.add_argument(
        "--from", dest="since", type=an_instant("--from"), metavar="INSTANT", help="with its zone"
    )
    many.add_argument(
        "--until", type=an_instant("--until"), metavar="INSTANT", help="up to then, not with it"
    )
    many.add_argument(
        "--out-folder",
        type=a_path("--out-folder"),
        metavar="DIR",
        required=True,
        help="a folder that is there",
    )
    many.add_argument(
        "--sheet",
        choices=("letter", "a4"),
        default="letter",
        help="the size of the paper (letter)",
    )
    many.epilog = _ENDS
