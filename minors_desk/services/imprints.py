"""What an issued copy carries besides its boxes: number, seal code, and the QR of each page."""

from datetime import datetime
from uuid import UUID

from minors_desk.domain.entries import Entry
from minors_desk.domain.printed import IssuedPaper
from minors_desk.domain.station import Person
from minors_desk.domain.stations import fold_station
from minors_desk.papers.drawing import Imprint
from minors_desk.papers.seal import qr_payload, seal_code
from minors_desk.services.desk import Desk
from minors_desk.wording.times import day_and_time


def imprint_of(desk: Desk, issued: IssuedPaper, pages: int, by: str) -> Imprint:
    """What the issued copy carries besides its boxes: number, seal code, QR of each page.

    ``by`` is who printed it, as ``printed_by`` says of an entry.
    """
    return imprinted(
        desk,
        issued.entry_id,
        (issued.number, issued.version, issued.copy),
        bytes.fromhex(issued.digest),
        (pages, issued.at, by),
    )


def imprinted(
    desk: Desk,
    entry_id: UUID,
    named: tuple[str, int, int],
    made: bytes,
    printed: tuple[int, datetime, str],
) -> Imprint:
    """The imprint of what that entry issued.

    ``named``: number, version, copy; ``made``: the digest; ``printed``: how many pages, when and by
    whom.
    """
    proof, record_id = desk.journal.proof(entry_id), desk.vault.record_id
    number, version, copy = named
    pages, at, by = printed
    return Imprint(
        paper_number=number,
        version=version,
        copy=copy,
        printed_at=day_and_time(at, desk.zone),
        printed_by=by,
        seal_code=seal_code(proof.ordinal, proof.hash),
        qr=tuple(
            qr_payload(record_id, entry_id, page, pages, made, proof.hash)
            for page in range(1, pages + 1)
        ),
        key_id=proof.chain.hex(),
        signature=proof.sig.hex(),
        entry_hash=proof.hash.hex(),
    )


def printed_by(desk: Desk, entry: Entry) -> str:
    """Who issued a paper, as the station knew that person then."""
    made = (one for one in desk.journal.what_made_station() if one.ordinal <= entry.ordinal)
    person = fold_station(made).author(entry.chain)
    return "" if person is None else who(person)


def who(person: Person) -> str:
    """A person by name and badge, as a paper says who printed it."""
    return f"{person.name}, {person.badge}" if person.badge else person.name
