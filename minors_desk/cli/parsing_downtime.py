"""The words of the commands for paper days: blank sheets ahead, entered or struck afterwards."""

from typing import Any

from minors_desk.cli.options import a_number, a_path, a_text, add_leaf

_PRINT = """One set is an intake, a round sheet, a call log and a receipt, a page each. Their
numbers are reserved in the record before they are drawn, and never given again. Print them ahead,
while the system is up; one sheet is for one child."""
_ENTER = """FILE is JSON as `case add` takes it: an entry, or a list, a line of the sheet each.
CASE is the number of a case, or `new` for an intake that opens one. Times stay those of the paper;
each line is marked as late because the system was down, and whoever did it as signed on paper. A
round sheet has welfare_checked, care_given, medicine_given and moved; a call log contact_tried,
report_sent, reference_given and not_reached."""


def add_commands(paper: Any) -> None:
    """Adds ``paper downtime``, ``downtime-open``, ``downtime-enter`` and ``downtime-strike``."""
    made = add_leaf(
        paper, "downtime", "downtime:printed", "print numbered blank sheets for a power cut"
    )
    made.add_argument(
        "--count",
        type=a_number("--count", most=60),
        metavar="N",
        required=True,
        help="how many sets of four sheets",
    )
    made.add_argument(
        "--out", type=a_path("--out"), metavar="FILE", required=True, help="a new file"
    )
    made.epilog = _PRINT
    add_leaf(
        paper,
        "downtime-open",
        "downtime:listed",
        "list the blank sheets that are still out",
    )
    enter = add_leaf(
        paper, "downtime-enter", "downtime:entered", "enter what one sheet says, all or none"
    )
    _number(enter)
    enter.add_argument(
        "case", metavar="CASE", type=a_text("CASE"), help="the number of the case, or new"
    )
    enter.add_argument(
        "source", metavar="FILE", help="JSON: an entry, or a list; - reads standard input"
    )
    enter.add_argument(
        "--scan", type=a_path("--scan"), metavar="FILE", help="the scanned sheet: PDF, JPEG or PNG"
    )
    enter.epilog = _ENTER
    strike = add_leaf(
        paper, "downtime-strike", "downtime:struck", "strike a spoiled or lost sheet, for good"
    )
    _number(strike)
    strike.add_argument(
        "--reason", type=a_text("--reason"), required=True, help="why; the log keeps that"
    )


def _number(leaf: Any) -> None:
    leaf.add_argument(
        "number", metavar="NUMBER", type=a_text("NUMBER", 40), help="as it stands on the sheet"
    )
