"""Handing over: propose, check the receiver, sign on the pad, accept."""

from uuid import UUID

from minors_desk.domain.changes import Changes
from minors_desk.domain.handoff import (
    CheckResult,
    Handoff,
    HandoffAccepted,
    HandoffProposed,
    HandoffSigned,
    HowChecked,
    Receiver,
    ReceiverChecked,
    Side,
    Strokes,
)
from minors_desk.services import cases
from minors_desk.services.desk import Desk


def propose(
    desk: Desk,
    case_id: UUID,
    receiver: Receiver,
    *,
    authority: str,
    place: str,
    form: str | None = None,
) -> Changes:
    """Opens the next attempt; one that is still open is overtaken by it (CONTRACT 2.3)."""
    numbers = [one.number for one in cases.read(desk, case_id).handoffs]
    body = HandoffProposed(
        occurred_at=desk.now(),
        handoff=max(numbers, default=0) + 1,
        receiver=receiver,
        authority=authority,
        place=place,
    )
    return cases.add(desk, case_id, body, form=form)


def check_receiver(
    desk: Desk, case_id: UUID, number: int, how: HowChecked, result: CheckResult, document: str
) -> Changes:
    """Says how we know that the person at the counter is the receiver."""
    body = ReceiverChecked(
        occurred_at=desk.now(), handoff=number, how=how, document=document, result=result
    )
    return cases.add(desk, case_id, body)


def sign(
    desk: Desk, case_id: UUID, attempt: Handoff, side: Side, strokes: Strokes, digest: str
) -> Changes:
    """Keeps a drawing with the digest of what was on screen while it was drawn (CONTRACT 2.4)."""
    officer = side == "officer"
    body = HandoffSigned(
        occurred_at=desk.now(),
        handoff=attempt.number,
        side=side,
        name=desk.person.name if officer else attempt.receiver.person,
        badge=desk.person.badge if officer else "",
        strokes=strokes,
        digest=digest,
    )
    return cases.add(desk, case_id, body)


def accept(desk: Desk, case_id: UUID, number: int) -> Changes:
    """Ours ends and the receiver's begins; Refused with all that is missing when it cannot be."""
    attempt = cases.read(desk, case_id).handoff(number)
    terms = "0" * 64 if attempt is None else attempt.terms
    return cases.add(
        desk, case_id, HandoffAccepted(occurred_at=desk.now(), handoff=number, digest=terms)
    )
