"""Whether a scan is of the blank sheet that it is said to be of: the code of each page says so."""

from pathlib import Path

from minors_desk.domain.downtime import DowntimeReserved, Sheet, numbers_of
from minors_desk.errors import BadInput, DeskError, NotFound
from minors_desk.papers import comparing, scans, seal
from minors_desk.services.attachments import MOST_MEGABYTES
from minors_desk.services.desk import Desk


def must_be_of(desk: Desk, sheet: Sheet, path: Path) -> None:
    """Refuses the scan of another numbered sheet: it may tell of another child.

    Raises BadInput (field ``file``). A page without a code that can be read is taken as it is: a
    photograph may have cut it off.
    """
    for number in _numbers(desk, _codes(path)):
        if number != sheet.number:
            raise BadInput(
                f"This is the scan of {number or 'another paper'}, not of {sheet.number}",
                "Choose the scan of this sheet: another may tell of another child.",
                field="file",
            )


def _codes(path: Path) -> list[str]:
    """The codes of our papers on its pages; none for a file that shows none, or cannot be drawn."""
    try:
        if path.stat().st_size > MOST_MEGABYTES * 1024 * 1024:
            return []
        data = path.read_bytes()
    except (OSError, ValueError):
        return []  # taking it in says what is wrong with the file
    try:
        if data.startswith(b"%PDF-"):
            return [one for one in comparing.codes_of(data) if one]
        return [one.code for one in scans.read(data) if one.code]
    except DeskError:
        return []


def _numbers(desk: Desk, codes: list[str]) -> list[str]:
    """The number of each sheet whose code it is; empty for another paper, or of another record."""
    found = []
    for code in codes:
        read = seal.read_qr(code)
        try:
            body = desk.journal.entry_by_id(read.paper_id).body
        except NotFound:
            body = None
        numbers = numbers_of(body, desk.founded.code) if isinstance(body, DowntimeReserved) else ()
        found.append(numbers[read.page - 1] if 0 < read.page <= len(numbers) else "")
    return found
