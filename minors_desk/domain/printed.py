"""Papers as the log knows them: issued before drawn, then printed or failed (CONTRACT 6)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Hex32, Line, Needed, Part

if TYPE_CHECKING:
    from minors_desk.domain.attachments import Attachment
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

RECEIPT, CUSTODY_LOG, CONTACT_LOG = "transfer_receipt", "custody_log", "contact_log"
DILIGENCE, DISCLOSURES = "diligence", "disclosure_register"
BELONGINGS, SCREENING_SHEET = "belongings", "screening_sheet"
CONSULAR_NOTICE, CONSULAR_GUARDIAN = "consular_notice", "consular_guardian"
WELFARE_REFERRAL, TRAFFICKING_NOTICE = "welfare_referral", "trafficking_notice"
UNACCOMPANIED_SUMMARY = "unaccompanied_summary"
HANDOFF_SUMMARY = "handoff_summary"
RIGHTS_NOTICE = "rights_notice"
SHIFT_BRIEF = "shift_brief"
"""The papers by the names that stand in the log."""
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
Ordinal = Annotated[int, msgspec.Meta(ge=0)]
Outlet = Literal["printer", "file"]
CopyFate = Literal["passed_on", "returned", "destroyed", "lost"]
"""What became of a copy after it was given out."""


class Seen(Part, frozen=True, kw_only=True):
    """The head of the local log when an entry was written: signed with it, it binds all before."""

    ordinal: Ordinal
    log_hash: Hex32


class PaperIssued(Body, frozen=True, kw_only=True, tag="paper_issued"):
    """A paper was composed from the entries up to ``seen.ordinal``; ``digest`` binds its boxes.

    With no case it is a paper of the station, over the cases that were open then.
    ``subject`` is what of the case the paper is about, e.g. the number of the handoff.
    """

    paper: Needed
    template: Count
    number: Needed
    version: Count
    copy: Count
    subject: Ordinal = 0
    digest: Hex32
    seen: Seen


class PaperPrinted(Body, frozen=True, kw_only=True, tag="paper_printed"):
    """The copy left the program: by a printer, or saved as a file; to whom it was given.

    ``sealed_as`` names the certificate by which the file was signed, as its subject reads.
    ``pdf_sha256`` is the digest of its bytes, before such a signature was added behind them:
    whoever holds the entry can prove the file by it, without this program and whatever a later one
    draws otherwise. Of a copy in a packet it is that of the packet's file.
    """

    added: ClassVar[frozenset[str]] = frozenset({"sealed_as", "pdf_sha256"})

    issued: UUID
    outlet: Outlet
    copies: Count = 1
    given_to: Line = ""
    sealed_as: Line = ""
    pdf_sha256: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")] = ""


class PrintFailed(Body, frozen=True, kw_only=True, tag="print_failed"):
    """The copy was issued, but no paper came out."""

    issued: UUID
    reason: Line = ""


class CopyAccounted(Body, frozen=True, kw_only=True, tag="copy_accounted"):
    """What became of a copy that was given out; ``to`` is who has it now, or took it back."""

    issued: UUID
    what: CopyFate
    to: Line = ""
    reason: Line = ""

    def misfit(self) -> tuple[str, str] | None:
        """Who has it now, or why it is gone, is the whole point of the entry."""
        if self.what == "passed_on" and not self.to.strip():
            return "to", "who has the copy now"
        if self.what in ("destroyed", "lost") and not self.reason.strip():
            return "reason", "how or why it came to that"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyNote:
    """One line of the register of a copy, as it stands; ``at`` in UTC, ``by`` the chain."""

    entry_id: UUID
    at: datetime
    by: bytes
    what: str
    to: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """One issued copy as it stands; ``at`` in UTC; ``outcomes`` are the kinds of later entries.

    ``notes`` are the lines of its register: out by a printer or as a file, nothing came out, and
    what became of it since.
    """

    entry_id: UUID
    at: datetime
    paper: str
    template: int
    number: str
    version: int
    copy: int
    subject: int
    digest: str
    seen: Seen
    outcomes: tuple[str, ...] = field(default=())
    notes: tuple[CopyNote, ...] = field(default=())

    @property
    def given_to(self) -> str:
        """Who has the copy, as last said; empty where nobody was named."""
        return next((one.to for one in reversed(self.notes) if one.to), "")

    @property
    def fate(self) -> str:
        """The last line of its register; empty for a copy of which nothing was said yet."""
        return self.notes[-1].what if self.notes else ""

    @property
    def is_out(self) -> bool:
        """Whether it left the station's hands and nothing was said of its end."""
        gone = ("returned", "destroyed", "lost", "print_failed", "")
        return self.fate not in gone

    @property
    def may_be_out(self) -> bool:
        """Whether there may be a sheet or a file of it: unless all that is known is a failure."""
        return not self.outcomes or any(one != "print_failed" for one in self.outcomes)


def waiting_for_scan(
    papers: Iterable[IssuedPaper], attachments: Iterable["Attachment"]
) -> tuple[IssuedPaper, ...]:
    """The copies that may be in hands, and of which no signed copy was scanned back in."""
    scanned = {one.copy_of for one in attachments}
    return tuple(one for one in papers if one.may_be_out and one.entry_id not in scanned)


def next_issue(
    papers: tuple[IssuedPaper, ...], paper: str, subject: int, digest: str
) -> tuple[int, int]:
    """Version and copy of the next issue; the version rises when the digest differs."""
    earlier = [one for one in papers if one.paper == paper and one.subject == subject]
    if not earlier:
        return 1, 1
    last = max(earlier, key=lambda one: (one.version, one.copy))
    if last.digest != digest:
        return last.version + 1, 1
    return last.version, last.copy + 1


def issued_by(entry: "Entry", body: PaperIssued) -> IssuedPaper:
    """The copy that an entry issued, nothing known yet of what came of it."""
    return IssuedPaper(
        entry_id=entry.id,
        at=body.occurred_at,
        paper=body.paper,
        template=body.template,
        number=body.number,
        version=body.version,
        copy=body.copy,
        subject=body.subject,
        digest=body.digest,
        seen=body.seen,
    )


def with_outcome(
    issued: IssuedPaper, entry: "Entry", body: PaperPrinted | PrintFailed | CopyAccounted
) -> IssuedPaper:
    """The copy with what that entry tells of it: it came out, did not, or where it is."""
    kind, to, reason, outcomes = "", "", "", issued.outcomes
    if isinstance(body, CopyAccounted):
        kind, to, reason = body.what, body.to, body.reason
    else:
        if isinstance(body, PrintFailed):
            kind, reason = "print_failed", body.reason
        else:
            kind, to = f"printed_{body.outlet}", body.given_to
        outcomes = (*outcomes, kind)
    note = CopyNote(
        entry_id=entry.id,
        at=body.occurred_at,
        by=entry.chain,
        what=kind,
        to=to,
        reason=reason,
    )
    return replace(issued, outcomes=outcomes, notes=(*issued.notes, note))


def _issued(draft: "Draft", entry: "Entry", body: PaperIssued) -> None:
    draft.papers[entry.id] = issued_by(entry, body)


def _outcome(
    draft: "Draft", entry: "Entry", body: PaperPrinted | PrintFailed | CopyAccounted
) -> None:
    issued = draft.papers.get(body.issued)
    if issued is None:
        draft.find("paper_not_issued", entry)
        return
    draft.papers[body.issued] = with_outcome(issued, entry, body)


KINDS = (PaperIssued, PaperPrinted, PrintFailed, CopyAccounted)
HANDLERS: Handlers = {
    PaperIssued: _issued,
    PaperPrinted: _outcome,
    PrintFailed: _outcome,
    CopyAccounted: _outcome,
}
