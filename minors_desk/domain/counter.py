"""At the counter of a handoff, besides the pad: things are counted, a copy is signed by hand."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from minors_desk.domain.belongings import LineNumber, known_lines
from minors_desk.domain.bodies import Body, Handlers, Hex32, Line, Needed
from minors_desk.domain.handoff import attempt_at
from minors_desk.domain.handoff_values import AttemptNumber, Count, Side, Signature
from minors_desk.domain.printed import RECEIPT

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft


class HandoffCounted(Body, frozen=True, kw_only=True, tag="handoff_counted"):
    """Belongings, money and medicine were counted with the receiver (forms, paper 2).

    ``lines`` are those of the property list that lay on the counter. It stands in the terms, so
    that both sides sign for it; counted anew, both sign anew.
    """

    handoff: AttemptNumber
    agrees: bool
    lines: tuple[LineNumber, ...] = ()
    differs: Line = ""

    def misfit(self) -> tuple[str, str] | None:
        """What does not agree is said in words."""
        if not self.agrees and not self.differs.strip():
            return "differs", "what does not agree"
        return None


class SignedOnPaper(Body, frozen=True, kw_only=True, tag="signed_on_paper"):
    """A side signed a printed copy by hand, in the officer's sight, instead of the pad.

    ``issued`` is the entry that issued that copy, ``paper`` its number as it stands on the sheet.
    The ink is the proof: its scan is a file of the case.
    """

    handoff: AttemptNumber
    side: Side
    name: Needed
    badge: Line = ""
    issued: UUID
    paper: Needed
    digest: Hex32


def _counted(draft: "Draft", entry: "Entry", body: HandoffCounted) -> None:
    attempt = attempt_at(draft, entry, body.handoff)
    if attempt is None:
        return
    known_lines(draft, entry, body.lines)
    count = Count(
        entry_id=entry.id,
        at=body.occurred_at,
        agrees=body.agrees,
        lines=body.lines,
        differs=body.differs,
    )
    draft.handoffs[body.handoff] = replace(attempt, count=count)


def _signed_on_paper(draft: "Draft", entry: "Entry", body: SignedOnPaper) -> None:
    attempt = attempt_at(draft, entry, body.handoff)
    if attempt is None:
        return
    copy = draft.papers.get(body.issued)
    if copy is None or (copy.paper, copy.subject) != (RECEIPT, body.handoff):
        draft.find("copy_of_another_paper", entry)
        return
    signature = Signature(
        entry_id=entry.id,
        at=body.occurred_at,
        side=body.side,
        name=body.name,
        badge=body.badge,
        strokes=(),
        digest=body.digest,
        paper=body.paper,
        issued=body.issued,
    )
    draft.handoffs[body.handoff] = replace(attempt, signatures=(*attempt.signatures, signature))


KINDS = (HandoffCounted, SignedOnPaper)
HANDLERS: Handlers = {HandoffCounted: _counted, SignedOnPaper: _signed_on_paper}
