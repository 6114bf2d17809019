"""The handoff: proposed, receiver checked, both signed; accepted, refused or failed; numbered.

A refusal leaves custody and every clock untouched (CONTRACT 2.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Hex32, Line, Needed, Part, SecondPerson
from minors_desk.domain.custody import end_episode, present
from minors_desk.domain.facts import AnyFact, names_of
from minors_desk.domain.handoff_values import (
    SIDES,
    AttemptNumber,
    CheckResult,
    Count,
    Device,
    FailureReason,
    HowChecked,
    ReceiverCheck,
    ReceiverKind,
    RefusalReason,
    RefusedBy,
    Side,
    Signature,
    State,
    Stopped,
    Strokes,
)

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft


class Receiver(Part, frozen=True, kw_only=True):
    """Who is to take the child over: an agency and the person who came for it."""

    added: ClassVar[frozenset[str]] = frozenset({"what"})

    agency: Needed
    person: Needed
    office: Line = ""
    title: Line = ""
    phone: Line = ""
    what: ReceiverKind | None = None


class HandoffProposed(Body, frozen=True, kw_only=True, tag="handoff_proposed"):
    """A receiver has come, or is expected; opens attempt ``handoff`` and overtakes an open one."""

    handoff: AttemptNumber
    receiver: Receiver
    authority: Needed
    place: Needed


class ReceiverChecked(Body, frozen=True, kw_only=True, tag="receiver_checked"):
    """How we know that the person at the counter is the receiver, and who saw it with us.

    ``relation`` is what a private person is to the child and how that was shown; ``called_back``
    who confirmed it and at which number of our own; ``address`` where that person lives,
    ``promise`` what it undertook in writing (forms, paper 2).
    """

    added: ClassVar[frozenset[str]] = frozenset(
        {"relation", "called_back", "witness", "address", "promise"}
    )

    handoff: AttemptNumber
    how: HowChecked
    document: Line = ""
    result: CheckResult
    relation: Line = ""
    called_back: Line = ""
    witness: SecondPerson | None = None
    address: Line = ""
    promise: Line = ""


class HandoffSigned(Body, frozen=True, kw_only=True, tag="handoff_signed"):
    """A drawing on the pad, bound to the digest of what was on screen while it was drawn."""

    added: ClassVar[frozenset[str]] = frozenset({"device"})

    handoff: AttemptNumber
    side: Side
    name: Needed
    badge: Line = ""
    strokes: Strokes
    digest: Hex32
    device: Device | None = None


class HandoffAccepted(Body, frozen=True, kw_only=True, tag="handoff_accepted"):
    """Ours ends and the receiver's begins, at one instant, by this one entry.

    ``digest`` is of the terms accepted: what is amended or told late afterwards does not unbind
    the drawings, it is a finding.
    """

    handoff: AttemptNumber
    digest: Hex32


class HandoffRefused(Body, frozen=True, kw_only=True, tag="handoff_refused"):
    """One side said no at the door: the child stays ours, and where it is now is told."""

    handoff: AttemptNumber
    by: RefusedBy
    reason: RefusalReason
    detail: Needed
    child_is_at: Needed


class HandoffFailed(Body, frozen=True, kw_only=True, tag="handoff_failed"):
    """The attempt came to nothing, and nobody refused: the child stays ours."""

    handoff: AttemptNumber
    reason: FailureReason
    detail: Needed
    child_is_at: Needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Handoff:
    """One attempt as it stands; ``signatures`` keeps all, ``signature`` picks what still binds."""

    number: int
    entry_id: UUID
    case_id: UUID
    at: datetime
    child: tuple[str, ...] = field(default=())
    """Number and leading name of the child: as they stood when the attempt was closed, else now."""
    receiver: Receiver
    authority: str
    place: str
    state: State = "open"
    check: ReceiverCheck | None = None
    count: Count | None = None
    signatures: tuple[Signature, ...] = field(default=())
    accepted_at: datetime | None = None
    accepted_by: UUID | None = None
    accepted_terms: str | None = None
    stopped: Stopped | None = None

    @property
    def is_void(self) -> bool:
        """Closed without a handoff: its drawings stay readable and print as void."""
        return self.state not in ("open", "accepted")

    @property
    def terms(self) -> str:
        """The digest that drawings must be bound to: of the terms accepted, else as they stand."""
        return self.accepted_terms or terms_digest(self)

    def signature(self, side: Side) -> Signature | None:
        """The last drawing of that side which is bound to the terms."""
        digest = self.terms
        bound = [one for one in self.signatures if one.side == side and one.digest == digest]
        return bound[-1] if bound else None

    @property
    def to(self) -> ReceiverKind | None:
        """What the receiver is; a relation to the child is asked of a private person only."""
        told_of = self.check is not None and bool(self.check.relation.strip())
        return self.receiver.what or ("private_person" if told_of else None)

    def missing(self) -> tuple[str, ...]:
        """Codes of what stands between this attempt and acceptance; empty when nothing does."""
        lacking = []
        if self.check is None:
            lacking.append("receiver_not_checked")
        elif self.check.result != "matches":
            lacking.append("receiver_does_not_match")
        lacking += [f"{side}_has_not_signed" for side in SIDES if self.signature(side) is None]
        return tuple(lacking)


def child_terms(number: str, facts: Sequence[AnyFact]) -> tuple[str, ...]:
    """What of the child's identity stands on screen while the pads are open."""
    names = names_of(facts)
    return (number, names[0].value.as_said, names[0].value.own_script) if names else (number,)


def terms_digest(handoff: Handoff) -> str:
    """SHA-256 (hex) over what both sides sign: child, attempt, receiver, authority, place, check,
    and what was counted.

    Change one of these values and every drawing made before is no longer bound (CONTRACT 2.4).
    What was told of none of the handoffs signed earlier is in the digest only once it is told.
    """
    check = handoff.check
    receiver = msgspec.to_builtins(handoff.receiver)
    if handoff.receiver.what is None:
        del receiver["what"]
    terms: dict[str, Any] = {
        "case": str(handoff.case_id),
        "child": handoff.child,
        "handoff": handoff.number,
        "receiver": receiver,
        "authority": handoff.authority,
        "place": handoff.place,
        "check": None if check is None else [check.how, check.document, check.result],
    }
    if check is not None:
        later = (check.relation, check.called_back, msgspec.to_builtins(check.witness))
        terms |= {"check, further": later} if any(later) else {}
    if handoff.count is not None:
        terms["count"] = [handoff.count.agrees, handoff.count.lines, handoff.count.differs]
    return sha256(msgspec.json.encode(terms, order="sorted")).hexdigest()


def attempt_at(draft: "Draft", entry: "Entry", number: int) -> Handoff | None:
    """The attempt, if there is one that may still be accepted; a finding unless it is open.

    An attempt closed otherwise goes on taking entries, with a finding each: only a line entered
    late can have closed it under them, and such a line must not undo a handoff that took place.
    """
    attempt = draft.handoffs.get(number)
    if attempt is None:
        draft.find("handoff_not_proposed", entry)
        return None
    if attempt.state != "open":
        draft.find("handoff_closed", entry)
    return None if attempt.state == "accepted" else attempt


def close_open(draft: "Draft", state: State) -> None:
    """At most one attempt is under way: what was open until now is in that state from here on."""
    child = child_terms(draft.number, draft.facts)
    for number, older in draft.handoffs.items():
        if older.state == "open":
            draft.handoffs[number] = replace(older, state=state, child=child)


def _proposed(draft: "Draft", entry: "Entry", body: HandoffProposed) -> None:
    if body.handoff in draft.handoffs:
        draft.find("handoff_number_used", entry)
        return
    close_open(draft, "overtaken")
    draft.handoffs[body.handoff] = Handoff(
        number=body.handoff,
        entry_id=entry.id,
        case_id=draft.id,
        at=body.occurred_at,
        receiver=body.receiver,
        authority=body.authority,
        place=body.place,
    )


def _checked(draft: "Draft", entry: "Entry", body: ReceiverChecked) -> None:
    attempt = attempt_at(draft, entry, body.handoff)
    if attempt is not None:
        draft.handoffs[body.handoff] = replace(
            attempt,
            check=ReceiverCheck(
                entry_id=entry.id,
                at=body.occurred_at,
                how=body.how,
                document=body.document,
                result=body.result,
                relation=body.relation,
                called_back=body.called_back,
                witness=body.witness,
                address=body.address,
                promise=body.promise,
            ),
        )


def _signed(draft: "Draft", entry: "Entry", body: HandoffSigned) -> None:
    attempt = attempt_at(draft, entry, body.handoff)
    if attempt is not None:
        signature = Signature(
            entry_id=entry.id,
            at=body.occurred_at,
            side=body.side,
            name=body.name,
            badge=body.badge,
            strokes=body.strokes,
            digest=body.digest,
            device=body.device,
        )
        draft.handoffs[body.handoff] = replace(attempt, signatures=(*attempt.signatures, signature))


def _accepted(draft: "Draft", entry: "Entry", body: HandoffAccepted) -> None:
    attempt = attempt_at(draft, entry, body.handoff)
    if attempt is None:
        return
    attempt = replace(attempt, child=child_terms(draft.number, draft.facts))
    differ = terms_digest(attempt) != body.digest
    attempt = replace(attempt, accepted_terms=body.digest)
    missing = attempt.missing()
    for code in missing:
        draft.find(code, entry)
    if differ and not missing:
        draft.find("terms_differ", entry)
    span = present(draft)
    if not end_episode(draft, entry, body.occurred_at, "handed_over"):
        draft.find("handed_over_outside_custody", entry)
        return
    if span is not None and span.in_transit:
        draft.find("arrival_not_told", entry)
    close_open(draft, "overtaken")
    draft.handoffs[body.handoff] = replace(
        attempt,
        state="accepted",
        accepted_at=body.occurred_at,
        accepted_by=entry.id,
        stopped=None,
    )
    draft.event("handed_over", entry, body)


def _refused(draft: "Draft", entry: "Entry", body: HandoffRefused) -> None:
    if _stop(draft, entry, body, body.by):
        draft.event("handoff_refused", entry, body)


def _failed(draft: "Draft", entry: "Entry", body: HandoffFailed) -> None:
    if _stop(draft, entry, body, None):
        draft.event("handoff_failed", entry, body)


def _stop(
    draft: "Draft", entry: "Entry", body: HandoffRefused | HandoffFailed, by: RefusedBy | None
) -> bool:
    """Closes the attempt without a handoff; False when it is none, or is closed already."""
    attempt = attempt_at(draft, entry, body.handoff)
    if attempt is None or attempt.state != "open":
        return False
    draft.handoffs[body.handoff] = replace(
        attempt,
        state="failed" if by is None else "refused",
        child=child_terms(draft.number, draft.facts),
        stopped=Stopped(
            entry_id=entry.id,
            at=body.occurred_at,
            by=by,
            reason=body.reason,
            detail=body.detail,
            child_is_at=body.child_is_at,
        ),
    )
    return True


KINDS = (
    HandoffProposed,
    ReceiverChecked,
    HandoffSigned,
    HandoffAccepted,
    HandoffRefused,
    HandoffFailed,
)
HANDLERS: Handlers = {
    HandoffProposed: _proposed,
    ReceiverChecked: _checked,
    HandoffSigned: _signed,
    HandoffAccepted: _accepted,
    HandoffRefused: _refused,
    HandoffFailed: _failed,
}
