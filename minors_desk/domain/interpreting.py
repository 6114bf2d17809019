"""Who interpreted for the child, and who had asked it the same before."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Instant, Line, Needed
from minors_desk.domain.values import LanguageCode, PartialDate

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

InterpreterMode = Literal["in_person", "telephone", "video"]


class InterpreterUsed(Body, frozen=True, kw_only=True, tag="interpreter_used"):
    """An interpreter spoke between us and the child, from ``occurred_at`` to ``until``.

    ``number`` is the interpreter's own. ``is_relative_or_child``: nobody independent was there.
    """

    name: Line = ""
    number: Line = ""
    language: LanguageCode
    mode: InterpreterMode
    agency: Line = ""
    phone: Line = ""
    until: Instant | None = None
    is_relative_or_child: bool = False


class AskedBefore(Body, frozen=True, kw_only=True, tag="asked_before"):
    """Another agency has asked the child already: ask once, and show who asked what before."""

    agency: Needed
    person: Line = ""
    what: Needed
    reference: Line = ""
    when: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreting:
    """One use of an interpreter; ``at`` and ``until`` in UTC."""

    entry_id: UUID
    at: datetime
    until: datetime | None
    name: str
    number: str
    language: str
    mode: InterpreterMode
    agency: str
    phone: str
    is_relative_or_child: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What another agency asked; ``at`` (UTC) is when we learnt of it."""

    entry_id: UUID
    at: datetime
    agency: str
    person: str
    what: str
    reference: str
    when: PartialDate | None


def _interpreted(draft: "Draft", entry: "Entry", body: InterpreterUsed) -> None:
    if body.is_relative_or_child:
        draft.find("interpreter_is_relative_or_child", entry)
    if body.until is not None and body.until < body.occurred_at:
        draft.find("interpreter_ended_before", entry)
    draft.interpreters.append(
        Interpreting(
            entry_id=entry.id,
            at=body.occurred_at,
            until=body.until,
            name=body.name,
            number=body.number,
            language=body.language,
            mode=body.mode,
            agency=body.agency,
            phone=body.phone,
            is_relative_or_child=body.is_relative_or_child,
        )
    )
    draft.event("interpreter_used", entry, body)


def _asked(draft: "Draft", entry: "Entry", body: AskedBefore) -> None:
    draft.asked.append(
        Asking(
            entry_id=entry.id,
            at=body.occurred_at,
            agency=body.agency,
            person=body.person,
            what=body.what,
            reference=body.reference,
            when=body.when,
        )
    )


KINDS = (InterpreterUsed, AskedBefore)
HANDLERS: Handlers = {InterpreterUsed: _interpreted, AskedBefore: _asked}
