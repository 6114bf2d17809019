"""Handing over: propose, check the receiver, count, sign on the pad or on paper, accept."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from minors_desk.domain.board import Card
from minors_desk.domain.bodies import SecondPerson
from minors_desk.domain.case import Case, fold
from minors_desk.domain.changes import Changes
from minors_desk.domain.counter import HandoffCounted, SignedOnPaper
from minors_desk.domain.gating import GateState, gates
from minors_desk.domain.handoff import (
    Handoff,
    HandoffAccepted,
    HandoffProposed,
    HandoffSigned,
    Receiver,
    ReceiverChecked,
    terms_digest,
)
from minors_desk.domain.handoff_values import CheckResult, Device, HowChecked, Side, Strokes
from minors_desk.domain.printed import RECEIPT, IssuedPaper
from minors_desk.domain.readiness import Condition, conditions, private_release
from minors_desk.errors import BadInput
from minors_desk.services import cases, companions, offering
from minors_desk.services.desk import Desk
from minors_desk.services.offering import Offered


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How we know that the person at the counter is the receiver; who saw it with us."""

    how: HowChecked
    result: CheckResult
    document: str = ""
    relation: str = ""
    called_back: str = ""
    witness: SecondPerson | None = None
    address: str = ""
    promise: str = ""


def check_receiver(desk: Desk, case_id: UUID, number: int, told: Checked) -> Changes:
    """Says how the receiver of that attempt was checked."""
    body = ReceiverChecked(
        occurred_at=desk.now(),
        handoff=number,
        how=told.how,
        document=told.document,
        result=told.result,
        relation=told.relation,
        called_back=told.called_back,
        witness=told.witness,
        address=told.address,
        promise=told.promise,
    )
    return cases.add(desk, case_id, body)


def count(desk: Desk, case_id: UUID, number: int, lines: Sequence[int], differs: str) -> Changes:
    """Says that belongings were counted with the receiver, and in words what does not agree."""
    body = HandoffCounted(
        occurred_at=desk.now(),
        handoff=number,
        agrees=not differs.strip(),
        lines=tuple(lines),
        differs=differs,
    )
    return cases.add(desk, case_id, body)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnOn:
    """What a pad gives: the strokes, what drew them, and the digest (hex) they are bound to."""

    strokes: Strokes
    digest: str
    device: Device | None = None


def sign(desk: Desk, case_id: UUID, attempt: Handoff, side: Side, drawn: DrawnOn) -> Changes:
    """Keeps a drawing with the digest of what was on screen while it was drawn (CONTRACT 2.4)."""
    officer = side == "officer"
    body = HandoffSigned(
        occurred_at=desk.now(),
        handoff=attempt.number,
        side=side,
        name=desk.person.name if officer else attempt.receiver.person,
        badge=desk.person.badge if officer else "",
        strokes=drawn.strokes,
        digest=drawn.digest,
        device=drawn.device,
    )
    return cases.add(desk, case_id, body)


def copy_to_sign(desk: Desk, case: Case, number: int, digest: str) -> IssuedPaper | None:
    """The last printed copy of the receipt that bears exactly these terms.

    What a copy bears is folded from the entries that its issue had seen, so that a name told or a
    thing counted since makes it a copy of other terms.
    """
    entries = desk.journal.entries_of(case.id)
    for copy in sorted(case.papers, key=lambda one: one.seen.ordinal, reverse=True):
        if (copy.paper, copy.subject) != (RECEIPT, number):
            continue
        then = fold(case.id, [one for one in entries if one.ordinal <= copy.seen.ordinal])
        attempt = then.handoff(number)
        if attempt is not None and terms_digest(attempt) == digest:
            return copy
    return None


def sign_on_paper(desk: Desk, case_id: UUID, attempt: Handoff, side: Side, digest: str) -> Changes:
    """Says that a side signed the last printed copy of the receipt by hand.

    Raises BadInput when there is no copy of these terms to sign.
    """
    copy = copy_to_sign(desk, cases.read(desk, case_id), attempt.number, digest)
    if copy is None:
        raise BadInput(
            "No receipt of these terms was printed to be signed",
            "Print it first, then sign it.",
            field="paper",
        )
    officer = side == "officer"
    body = SignedOnPaper(
        occurred_at=desk.now(),
        handoff=attempt.number,
        side=side,
        name=desk.person.name if officer else attempt.receiver.person,
        badge=desk.person.badge if officer else "",
        issued=copy.entry_id,
        paper=f"{copy.number}, version {copy.version}, copy {copy.copy}",
        digest=digest,
    )
    return cases.add(desk, case_id, body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What a handoff still wants: conditions, the children who stay, and papers with their gaps."""

    conditions: tuple[Condition, ...]
    stay: tuple[Card, ...]
    papers: tuple[Offered, ...]


def readiness(desk: Desk, case: Case) -> Ready:
    """What is to be seen to before this child goes; nothing of it blocks the handoff."""
    attempt = case.open_handoff or case.accepted_handoff
    number = 0 if attempt is None else attempt.number
    offered = offering.offered(desk, case.id)
    return Ready(
        conditions=conditions(case, cases.duty_clocks(desk, case), _gates(desk, case), desk.now()),
        stay=tuple(one for one in companions.cards(desk, case) if one.state == "in_custody"),
        papers=tuple(one for one in offered if one.name != RECEIPT or one.subject == number),
    )


def _gates(desk: Desk, case: Case) -> tuple[GateState, ...]:
    """Of any handoff, and of one to a private person where the receiver is one."""
    found = gates(case, desk.packs, "handoff", desk.now(), desk.zone)
    if private_release(case):
        found += gates(case, desk.packs, "private_release", desk.now(), desk.zone)
    return found


def accept(desk: Desk, case_id: UUID, number: int) -> Changes:
    """Ours ends and the receiver's begins; Refused with all that is missing when it cannot be."""
    attempt = cases.read(desk, case_id).handoff(number)
    terms = "0" * 64 if attempt is None else attempt.terms
    return cases.add(
        desk, case_id, HandoffAccepted(occurred_at=desk.now(), handoff=number, digest=terms)
    )
