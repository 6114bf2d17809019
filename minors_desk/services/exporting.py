"""Giving a case out as a file: encrypted unless there is a reason, and always with an entry."""

from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.changes import Changes
from minors_desk.domain.exporting import CaseExported
from minors_desk.domain.packets import PacketIssued
from minors_desk.domain.printed import PaperIssued
from minors_desk.errors import BadInput, NotFound
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from minors_desk.services.proving import Prover, recorded_files
from minors_desk.services.recording import record, require
from minors_desk.storage import attachments, export, secrets
from minors_desk.storage.keys import KdfCost, calibrated_cost


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTo:
    """Who gets the export and what for; ``passphrase`` None gives it out plain, for a reason.

    ``with_files`` says that photographs, scans and recordings go along.
    """

    recipient: str
    purpose: str
    passphrase: str | None
    plain_because: str = ""
    with_files: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The bytes of the export, how much is in it, and the digest that the log has of it.

    ``left_out`` counts the files of the case that do not go along.
    """

    content: bytes
    entries: int
    files: int
    left_out: int
    digest: str


def export_case(
    desk: Desk, case_id: UUID, to: GivenTo, *, cost: KdfCost | None = None
) -> tuple[Exported, Changes]:
    """Writes the entry first, then returns the file: what left is never more than the log says.

    ``cost`` is calibrated on this computer when not given. Raises Refused, NotFound, BadInput
    where recipient, purpose, passphrase or reason is missing, and RecordDamaged when a file that
    should go along is missing or damaged.
    """
    require(desk, roles.EXPORT_CASES)
    _refuse_incomplete(to)
    cases.must_exist(desk, case_id)
    named = _files_named(desk, case_id)
    enclosed = {one.file_id: _plain(desk, one) for one in named} if to.with_files else {}
    papers = _papers(desk, case_id)
    with desk.journal.reading() as connection:
        told = export.document(
            connection, case_id, desk.station, desk.journal.what_made_station(), enclosed, papers
        )
    content = export.written(told, enclosed, papers)
    body = CaseExported(
        occurred_at=desk.clock(),
        purpose=to.purpose,
        recipient=to.recipient,
        entries=len(desk.journal.entries_of(case_id)),
        digest=sha256(content).hexdigest(),
        plain=to.passphrase is None,
        plain_because=to.plain_because,
        files=len(enclosed),
    )
    data = content
    if to.passphrase is not None:
        data = export.sealed(content, to.passphrase, calibrated_cost() if cost is None else cost)
    changes = record(desk, roles.EXPORT_CASES, [(case_id, body)])
    made = Exported(
        content=data,
        entries=body.entries,
        files=len(enclosed),
        left_out=len(named) - len(enclosed),
        digest=body.digest,
    )
    return made, changes


def _papers(desk: Desk, case_id: UUID) -> tuple[export.Paper, ...]:
    """What was issued of the case, packets too, composed again; what cannot be any more stays out.

    Its bytes go along where they are the ones that the log says were given out: another version
    of this program may draw the same boxes otherwise.
    """
    entries = desk.journal.entries_of(case_id)
    prover, found = Prover(desk), []
    for entry in entries:
        if not isinstance(entry.body, (PaperIssued, PacketIssued)):
            continue
        try:
            proved, original = prover.of_entry(entry.id)
        except NotFound:
            continue
        if proved.verdict not in ("agrees", "agreed_when_issued"):
            continue
        given_out = recorded_files(entry, (one.body for one in entries))
        is_file = sha256(original.pdf).hexdigest() in given_out
        found.append(
            export.Paper(
                entry_id=entry.id,
                boxes=original.boxes,
                changed=proved.changed,
                later=proved.later,
                pdf=original.pdf if is_file else b"",
            )
        )
    return tuple(found)


def _files_named(desk: Desk, case_id: UUID) -> tuple[AttachmentAdded, ...]:
    """Every file that an entry of the case names, amended or withdrawn too: all entries go out."""
    bodies = (attachments.file_named(entry.body) for entry in desk.journal.entries_of(case_id))
    files = (one for one in bodies if isinstance(one, AttachmentAdded))
    return tuple({one.file_id: one for one in files}.values())


def _plain(desk: Desk, named: AttachmentAdded) -> bytes:
    key = bytes.fromhex(named.key)
    return attachments.read(desk.vault.folder, named.file_id, key, named.sha256)


def _refuse_incomplete(to: GivenTo) -> None:
    for field, value in (("recipient", to.recipient), ("purpose", to.purpose)):
        if not value.strip():
            raise BadInput(f"There is no {field}", "Say it; the log keeps it.", field=field)
    if to.passphrase is not None:
        secrets.check_passphrase(to.passphrase, login="", station="")
    elif not to.plain_because.strip():
        raise BadInput(
            "A plain export needs a reason", "Give one, or a passphrase.", field="reason"
        )
