"""A case as a file that somebody without this program can check: stored bytes, hashes, signatures.

The bodies stand in it as they were signed, to the byte. What the file holds of one case proves each
entry; how they stand in the whole log only the record can prove. The content is one line of JSON,
then the bytes of each attached file that goes along, as its ``files`` list them, then those of each
paper that was issued, as its ``papers`` list them with what stands in every box. Encrypted, it is::

    MDEXPORT1 | length of the header, 4 bytes | header: JSON of how the key is derived | chunks
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from minors_desk.domain.chain import chain_id
from minors_desk.domain.entries import Entry
from minors_desk.domain.station import KeyIntroduced, Station
from minors_desk.storage import files, rows
from minors_desk.storage.header import Kdf
from minors_desk.storage.keys import SALT_BYTES, KdfCost, key_of_passphrase
from minors_desk.storage.sealing import opened_chunks, sealed_chunks
from minors_desk.storage.tables import entries

MAGIC = b"MDEXPORT1"
FORMAT = "minors-desk export 3"
_LENGTH = 4
_CHECKED_BY = "resources/verifier/check_export.py of Minors Desk; it needs Python and cryptography"

Document = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An issued paper as it goes along: what each box says, its bytes, and what changed since.

    ``boxes`` are (page, box, text), as the digest of its entry binds them; ``later`` the ordinals
    of the entries since. Without ``pdf`` its bytes could not be made again.
    """

    entry_id: UUID
    boxes: tuple[tuple[int, str, str], ...]
    changed: tuple[str, ...]
    later: tuple[int, ...]
    pdf: bytes


class _Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """The header of an encrypted export."""

    kdf: Kdf
    salt: str


def document(
    connection: sa.Connection,
    case_id: UUID,
    station: Station,
    introduced: Iterable[Entry],
    enclosed: Mapping[UUID, bytes],
    papers: Sequence[Paper] = (),
) -> Document:
    """The entries of a case as stored, and the keys that they were signed with.

    ``introduced`` are the station's entries, by which a key belongs to a person; ``enclosed`` the
    plain bytes of the files that go along, by their ids; ``papers`` what was issued.
    """
    read = connection.execute(
        rows.WHOLE.where(entries.c.case_id == case_id.bytes).order_by(entries.c.ordinal)
    ).all()
    chains = {row.chain for row in read}
    founded = station.founded
    return {
        "format": FORMAT,
        "checked_by": _CHECKED_BY,
        "record": "" if founded is None else str(founded.record_id),
        "station": "" if founded is None else founded.station,
        "case": str(case_id),
        "keys": [
            key for entry in introduced if (key := _key(entry, station))["chain"] in _hex(chains)
        ],
        "entries": [_entry(row) for row in read],
        "files": [{"id": str(name), "size": len(data)} for name, data in enclosed.items()],
        "papers": [_paper(one) for one in papers],
    }


def written(told: Document, enclosed: Mapping[UUID, bytes], papers: Sequence[Paper] = ()) -> bytes:
    """The document, its files and papers as the bytes of the export; the same give the same."""
    pdfs = (one.pdf for one in papers)
    return b"".join((files.canonical(told), b"\n", *enclosed.values(), *pdfs))


def sealed(content: bytes, passphrase: str, cost: KdfCost) -> bytes:
    """The bytes of the encrypted file; the passphrase goes to the recipient by another way."""
    salt = os.urandom(SALT_BYTES)
    kdf = Kdf(memory_kib=cost.memory_kib, passes=cost.passes, lanes=cost.lanes)
    header = msgspec.json.encode(_Sealed(kdf=kdf, salt=salt.hex()))
    key = key_of_passphrase(passphrase, salt, cost)
    start = MAGIC + len(header).to_bytes(_LENGTH, "big") + header
    return start + b"".join(sealed_chunks([content], key, header))


def unsealed(data: bytes, passphrase: str) -> bytes:
    """What ``sealed`` was given; RecordDamaged for another passphrase or changed bytes."""
    start = len(MAGIC) + _LENGTH
    length = int.from_bytes(data[len(MAGIC) : start], "big")
    header = data[start : start + length]
    told = msgspec.json.decode(header, type=_Sealed)
    key = key_of_passphrase(passphrase, bytes.fromhex(told.salt), told.kdf.cost())
    return b"".join(opened_chunks([data[start + length :]], key, header))


def _paper(paper: Paper) -> dict[str, object]:
    return {
        "entry": paper.entry_id.hex,
        "boxes": [list(one) for one in paper.boxes],
        "changed": list(paper.changed),
        "later": list(paper.later),
        "size": len(paper.pdf),
    }


def _hex(chains: Iterable[bytes]) -> set[str]:
    return {one.hex() for one in chains}


def _key(entry: Entry, station: Station) -> dict[str, str]:
    body = entry.body
    if not isinstance(body, KeyIntroduced):
        return {"chain": ""}
    public = bytes.fromhex(body.public_key)
    person = station.people.get(body.person_id)
    return {
        "chain": chain_id(public).hex(),
        "public_key": body.public_key,
        "name": "" if person is None else person.name,
        "badge": "" if person is None else person.badge,
    }


def _entry(row: Any) -> dict[str, object]:
    told: dict[str, object] = {
        "ordinal": row.ordinal,
        "id": row.id.hex(),
        "case_id": row.case_id.hex(),
        "chain": row.chain.hex(),
        "chain_seq": row.chain_seq,
        "recorded_at": row.recorded_at,
        "clock_flag": row.clock_flag,
        "commitment": row.commitment.hex(),
        "prev": row.prev.hex(),
        "hash": row.hash.hex(),
        "sig": row.sig.hex(),
    }
    if row.body is not None:  # else it was expunged; the hash stands without it
        told |= {"salt": row.salt.hex(), "body": row.body.decode()}
    return told
