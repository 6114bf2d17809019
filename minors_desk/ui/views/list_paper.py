"""Prints a list as a table over as many pages as it takes, its head on the first."""

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from minors_desk.errors import DeskError


def print_list(
    printer: QPrinter, head: str, headings: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Print it across; raises DeskError when no paper came out.

    The queue of a printer is read by others: the job is named by nothing of a case.
    """
    printer.setDocName("Minors Desk")
    printer.setCreator("Minors Desk")
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    document = QTextDocument()
    document.setHtml(as_table(head, headings, rows))
    document.print_(printer)
    if printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        raise DeskError(
            "The printer took no paper", "Check that it is on and has paper, or export the list"
        )


def as_table(head: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The list as a table; what was typed stays text, never markup."""
    top = "".join(f"<th align='left'>{escape(one)}</th>" for one in headings)
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>" for cells in rows
    )
    return (
        f"<h3>{escape(head)}</h3><p>JUVENILE - CONFIDENTIAL</p>"
        f"<table cellpadding='3'><thead><tr>{top}</tr></thead>{lines}</table>"
    )
