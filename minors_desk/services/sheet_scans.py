"""Which blank sheets a scan shows, by the code of each page, and whether it is the record's."""

from collections.abc import Mapping
from pathlib import Path

from minors_desk.domain.downtime import DowntimeReserved, Sheet, numbers_of
from minors_desk.errors import BadInput, DeskError, NotFound
from minors_desk.papers import comparing, scans, seal
from minors_desk.papers.seal import QrPayload
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


def shown(desk: Desk, read: Mapping[int, QrPayload]) -> tuple[str, tuple[int, ...]] | None:
    """The seal code of the blank sheets whose codes were read, and the pages with a wrong one.

    None unless all pages are said to be of one reservation of this record.
    """
    ids = {one.paper_id for one in read.values()}
    if len(ids) != 1 or any(one.record_id != desk.vault.record_id for one in read.values()):
        return None
    (entry_id,) = ids
    try:
        body, proof = desk.journal.entry_by_id(entry_id).body, desk.journal.proof(entry_id)
    except NotFound:
        return None
    if not isinstance(body, DowntimeReserved):
        return None
    count, made = len(body.sheets), bytes.fromhex(body.digest)
    wrong = tuple(
        at
        for at, one in read.items()
        if (one.of, one.digest, one.entry_hash) != (count, made[:16], proof.hash[:16])
        or not 1 <= one.page <= count
    )
    return seal.seal_code(proof.ordinal, proof.hash), wrong


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
