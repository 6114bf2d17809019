"""The same place, but a lock or a watcher changed: secured, unsecured, relieved (CONTRACT 2.1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from minors_desk.domain.bodies import Body, Handlers, Line, Needed
from minors_desk.domain.custody import HeldBy, Span, enter, is_secure, present

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft


class Secured(Body, frozen=True, kw_only=True, tag="secured"):
    """The child was locked in or cuffed where it is; ``object`` is what holds it since."""

    object: HeldBy
    reason: Needed
    note: Line = ""


class Unsecured(Body, frozen=True, kw_only=True, tag="unsecured"):
    """The child was let loose where it is; ``object`` when only one of several was taken off."""

    object: HeldBy | None = None
    note: Line = ""


class Relieved(Body, frozen=True, kw_only=True, tag="relieved"):
    """Another officer took over watching the child; it stays where it is."""

    watched_by: Needed
    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Who watched from when until when (None: still does), UTC; box 16 of the custody log."""

    watched_by: str
    start: datetime
    end: datetime | None


def watches(spans: Sequence[Span]) -> tuple[Watch, ...]:
    """Every watch over these stretches: moves under one officer are one, each relief a new one."""
    told: list[Watch] = []
    for span in spans:
        last = told[-1] if told else None
        if last is not None and (last.watched_by, last.end) == (span.watched_by, span.start):
            told[-1] = replace(last, end=span.end)
        else:
            told.append(Watch(watched_by=span.watched_by, start=span.start, end=span.end))
    return tuple(told)


def _secured(draft: "Draft", entry: "Entry", body: Secured) -> None:
    span = present(draft)
    if span is None:
        draft.find("secured_outside_custody", entry)
    elif body.object in span.held_by:
        draft.find("already_secured", entry)
    else:
        held_by = (*span.held_by, body.object)
        _change(draft, entry, body, replace(span, held_by=held_by, secure_reason=body.reason))


def _unsecured(draft: "Draft", entry: "Entry", body: Unsecured) -> None:
    span = present(draft)
    if span is None:
        draft.find("unsecured_outside_custody", entry)
    elif not span.held_by or body.object not in (None, *span.held_by):
        draft.find("not_secured", entry)
    else:
        left = [one for one in span.held_by if one != body.object]
        held_by = () if body.object is None else tuple(left)
        reason = span.secure_reason if held_by else ""
        _change(draft, entry, body, replace(span, held_by=held_by, secure_reason=reason))


def _relieved(draft: "Draft", entry: "Entry", body: Relieved) -> None:
    span = present(draft)
    if span is None:
        draft.find("relieved_outside_custody", entry)
    else:
        _change(draft, entry, body, replace(span, watched_by=body.watched_by))


def _change(draft: "Draft", entry: "Entry", body: Body, span: Span) -> None:
    """Goes on in the same place, as ``span`` says, from this entry."""
    following = replace(
        span,
        entry_id=entry.id,
        start=body.occurred_at,
        end=None,
        secure=is_secure(span.held_by),
    )
    enter(draft, entry, body, following)


KINDS = (Secured, Unsecured, Relieved)
HANDLERS: Handlers = {Secured: _secured, Unsecured: _unsecured, Relieved: _relieved}
