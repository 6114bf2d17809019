"""The register of copies: which copy of which paper went to whom and when, and where it is now."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.changes import Changes
from minors_desk.domain.printed import CopyAccounted, CopyFate, IssuedPaper, PaperIssued
from minors_desk.errors import BadInput, NotFound
from minors_desk.papers import seal
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """One line of a copy's history; `at` in UTC, `by` who wrote it down."""

    at: datetime
    what: str
    to: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy: what it is of, its seal code, and its history from the issue on."""

    entry_id: UUID
    paper: str
    number: str
    version: int
    copy: int
    seal_code: str
    issued_at: datetime
    issued_by: str
    given_to: str
    fate: str
    is_out: bool
    lines: tuple[CopyLine, ...]


def register(desk: Desk, case_id: UUID) -> tuple[Copy, ...]:
    """Every copy that was issued of a case, in order; NotFound for a case that is not here."""
    require(desk, roles.READ_CASES)
    return tuple(_copy(desk, one) for one in cases.read(desk, case_id).papers)


def account(
    desk: Desk, case_id: UUID, issued: UUID, what: CopyFate, *, to: str = "", reason: str = ""
) -> Changes:
    """Say what became of a copy.

    Raises BadInput where it is not said who has it, or why it is gone; Refused for a copy that was
    never issued.
    """
    body = CopyAccounted(occurred_at=desk.now(), issued=issued, what=what, to=to, reason=reason)
    misfit = body.misfit()
    if misfit is not None:
        field, expected = misfit
        raise BadInput("That does not account for the copy", f"Say {expected}.", field=field)
    return record(desk, roles.PRINT_PAPERS, [(case_id, body)])


def by_code(desk: Desk, code: str) -> tuple[UUID, UUID]:
    """The case and the copy of a seal code; raises BadInput for none, NotFound for one not here."""
    require(desk, roles.READ_CASES)
    ordinal, _chars = seal.parse_seal_code(code)
    missing = NotFound("This record has issued no such copy", "Check the code on its foot.")
    try:
        entry = desk.journal.entry(ordinal)
        proof = desk.journal.proof(entry.id)
    except NotFound as error:
        raise missing from error
    issued = isinstance(entry.body, PaperIssued) and entry.case_id is not None
    if not issued or entry.case_id is None or not seal.matches(code, ordinal, proof.hash):
        raise missing
    return entry.case_id, entry.id


def _copy(desk: Desk, issued: IssuedPaper) -> Copy:
    proof = desk.journal.proof(issued.entry_id)
    return Copy(
        entry_id=issued.entry_id,
        paper=issued.paper,
        number=issued.number,
        version=issued.version,
        copy=issued.copy,
        seal_code=seal.seal_code(proof.ordinal, proof.hash),
        issued_at=issued.at,
        issued_by=_name(desk, proof.chain),
        given_to=issued.given_to,
        fate=issued.fate,
        is_out=issued.is_out,
        lines=tuple(
            CopyLine(at=one.at, what=one.what, to=one.to, reason=one.reason, by=_name(desk, one.by))
            for one in issued.notes
        ),
    )


def _name(desk: Desk, chain: bytes) -> str:
    person = desk.author(chain)
    return "" if person is None else person.name
