"""Gets an issued paper out of the window: pictures onto a printer, or its bytes into a file."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from minors_desk.errors import DeskError

PRINT_DPI = 300
_POINTS = 72
PrinterMaker = Callable[[str], QPrinter]
"""Gives the printer of a name; a test hands in one that writes a file."""


def printer_names() -> list[str]:
    """The printers of this computer, its default first."""
    names = list(QPrinterInfo.availablePrinterNames())
    first = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: (name != first, name))


def system_printer(name: str) -> QPrinter:
    """The computer's printer of that name. Whoever asks keeps it: Qt holds no reference."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    return printer


def put_on_paper(printer: QPrinter, pages: Sequence[QImage], dpi: int = PRINT_DPI) -> None:
    """Print pages that were drawn at a resolution; raises DeskError when none came out."""
    size = pages[0].size()
    points = QSizeF(size.width() * _POINTS / dpi, size.height() * _POINTS / dpi)
    printer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    printer.setFullPage(True)
    # The queue of a printer is read by others: the job is named by nothing of the case.
    printer.setDocName("Minors Desk")
    printer.setCreator("Minors Desk")
    painter = QPainter()
    if not painter.begin(printer):
        raise _no_paper()
    try:
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                raise _no_paper()
            whole = printer.pageLayout().fullRectPixels(printer.resolution())
            painter.drawImage(QRect(QPoint(0, 0), whole.size()), page)
    finally:
        ended = painter.end()
    bad = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
    if not ended or printer.printerState() in bad:
        raise _no_paper()


def write_file(path: Path, pdf: bytes) -> None:
    """Write the PDF for its owner only, through to the disk; raises DeskError when it cannot."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise DeskError(
            "The file could not be written", "Choose another folder, or free some space"
        ) from error


def _no_paper() -> DeskError:
    return DeskError(
        "The printer took no paper", "Check that it is on and has paper, or save a PDF instead"
    )
