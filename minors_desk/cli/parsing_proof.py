"""The commands that prove papers and account for their copies: what they take."""

from typing import Any

from minors_desk.cli.options import Parser, a_text, add_leaf, add_reference
from minors_desk.errors import BadInput

_PROVES = """By code or PDF the page is composed again from the entries and compared, box by box. A
scan or photograph (PNG, JPEG, TIFF) proves only the square code of each page, not its letters:
compare the page. Without the record a code proves only that this agency signed this digest."""
_FATES = ("passed-on", "returned", "destroyed", "lost")


def add_commands(printed: Parser, paper: Any) -> None:
    """Adds them to the group of papers, and to the command that prints whom its copy is for."""
    printed.add_argument(
        "--given-to", type=a_text("--given-to"), metavar="WHO", help="who gets it; the log keeps it"
    )
    proved = add_leaf(
        paper, "verify", "paper_proof:proved", "compare a printed paper with the record"
    )
    proved.add_argument(
        "what",
        metavar="CODE|FILE",
        nargs="+",
        help="the seal code on the foot of the page, a PDF, or a scan of the paper",
    )
    proved.epilog = _PROVES
    copies = add_leaf(
        paper, "copies", "copies:registered", "list every copy of a case's papers, and who has it"
    )
    add_reference(copies)
    account = add_leaf(
        paper, "account", "copies:accounted", "write down what became of a copy that was given out"
    )
    account.add_argument("code", metavar="CODE", help="the seal code on the foot of the copy")
    account.add_argument("what", metavar="WHAT", type=_a_fate, help=f"one of {', '.join(_FATES)}")
    account.add_argument("--to", type=a_text("--to"), metavar="WHO", help="who has it now")
    account.add_argument("--reason", type=a_text("--reason"), help="how or why it came to that")


def _a_fate(text: str) -> str:
    """One of the ways in which a copy ends; raises BadInput for another word."""
    if text not in _FATES:
        raise BadInput("WHAT is no such fate", f"Give one of {', '.join(_FATES)}.", field="WHAT")
    return text
