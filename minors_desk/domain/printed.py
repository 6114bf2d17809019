"""Papers as the log knows them: issued before drawn, then printed or failed (CONTRACT 6)."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Hex32, Line, Needed, Part

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

RECEIPT, CUSTODY_LOG, CONTACT_LOG = "transfer_receipt", "custody_log", "contact_log"
DILIGENCE, DISCLOSURES = "diligence", "disclosure_register"
BELONGINGS, SCREENING_SHEET = "belongings", "screening_sheet"
CONSULAR_NOTICE, CONSULAR_GUARDIAN = "consular_notice", "consular_guardian"
WELFARE_REFERRAL, TRAFFICKING_NOTICE = "welfare_referral", "trafficking_notice"
UNACCOMPANIED_SUMMARY = "unaccompanied_summary"
HANDOFF_SUMMARY = "handoff_summary"
SHIFT_BRIEF = "shift_brief"
"""The papers by the names that stand in the log."""
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
Ordinal = Annotated[int, msgspec.Meta(ge=0)]
Outlet = Literal["printer", "file"]


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
    """The copy left the program: by a printer, or saved as a file; to whom it was given."""

    issued: UUID
    outlet: Outlet
    copies: Count = 1
    given_to: Line = ""


class PrintFailed(Body, frozen=True, kw_only=True, tag="print_failed"):
    """The copy was issued, but no paper came out."""

    issued: UUID
    reason: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """One issued copy as it stands; ``at`` in UTC; ``outcomes`` are the kinds of later entries."""

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


def with_outcome(issued: IssuedPaper, body: PaperPrinted | PrintFailed) -> IssuedPaper:
    """The copy, and that it came out, or did not."""
    kind = "print_failed" if isinstance(body, PrintFailed) else f"printed_{body.outlet}"
    return replace(issued, outcomes=(*issued.outcomes, kind))


def _issued(draft: "Draft", entry: "Entry", body: PaperIssued) -> None:
    draft.papers[entry.id] = issued_by(entry, body)


def _outcome(draft: "Draft", entry: "Entry", body: PaperPrinted | PrintFailed) -> None:
    issued = draft.papers.get(body.issued)
    if issued is None:
        draft.find("paper_not_issued", entry)
        return
    draft.papers[body.issued] = with_outcome(issued, body)


KINDS = (PaperIssued, PaperPrinted, PrintFailed)
HANDLERS: Handlers = {PaperIssued: _issued, PaperPrinted: _outcome, PrintFailed: _outcome}
