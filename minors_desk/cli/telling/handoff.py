"""The handoffs of a case, as `case show` tells them."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.handoff import Handoff, terms_digest
from minors_desk.domain.handoff_values import SIDES
from minors_desk.wording.codes import word
from minors_desk.wording.handoff import why_stopped
from minors_desk.wording.phrases import joined


def lines(seen: SeenCase) -> Iterator[str]:
    """Each attempt with its receiver, check and signatures."""
    for attempt in seen.case.handoffs:
        yield joined(f"no. {attempt.number}", word("handoff_state", attempt.state))
        yield from (f"  {line}" for line in _attempt_words(seen, attempt))


def _attempt_words(seen: SeenCase, attempt: Handoff) -> Iterator[str]:
    who = attempt.receiver
    yield joined(who.agency, who.office, who.person, who.title, who.phone)
    yield joined(seen.time(attempt.at), attempt.authority, attempt.place)
    check = attempt.check
    if check is not None:
        yield joined(
            f"checked {seen.time(check.at)}",
            word("how_checked", check.how),
            check.document,
            word("check_result", check.result),
        )
    bound = [attempt.signature(one.side) for one in attempt.signatures]
    for one in attempt.signatures:
        void = "" if one in bound else "void: the terms were changed since, or it was drawn again"
        if attempt.is_void:
            void = "void: this attempt was closed without a handoff"
        yield joined(
            f"signed {seen.time(one.at)}", word("side", one.side), one.name, one.badge, void
        )
    stopped = attempt.stopped
    if stopped is not None:
        yield joined(why_stopped(stopped), seen.time(stopped.at), stopped.detail)
        yield f"the child is at: {stopped.child_is_at}"
    if attempt.accepted_at is not None:
        yield f"accepted {seen.time(attempt.accepted_at)}"
    elif attempt.state == "open" and attempt.missing():
        yield "missing: " + "; ".join(word("finding", code) for code in attempt.missing())


def document(seen: SeenCase) -> dict[str, Any]:
    """Each attempt."""
    return {"handoffs": [_attempt(one) for one in seen.case.handoffs]}


def _attempt(attempt: Handoff) -> dict[str, Any]:
    """An attempt; ``terms_digest`` is what a signature on it has to be bound to."""
    digest = terms_digest(attempt)
    made: dict[str, Any] = {
        name: plain(getattr(attempt, name))
        for name in ("number", "state", "at", "receiver", "authority", "place", "check")
    }
    return made | {
        "accepted_at": plain(attempt.accepted_at),
        "stopped": plain(attempt.stopped),
        "void": attempt.is_void,
        "missing": [] if attempt.state == "accepted" else list(attempt.missing()),
        "terms_digest": digest,
        "signed": {side: attempt.signature(side) is not None for side in SIDES},
        "signatures": [
            {
                "entry": str(one.entry_id),
                "at": plain(one.at),
                "side": one.side,
                "name": one.name,
                "badge": one.badge,
                "strokes": len(one.strokes),
                "bound": one.digest == digest,
            }
            for one in attempt.signatures
        ],
    }
