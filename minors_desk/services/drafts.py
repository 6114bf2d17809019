"""Drafts: what was typed and not yet saved survives lock, crash and power cut; its owner's only."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from minors_desk.services.desk import Desk
from minors_desk.storage import drafts
from minors_desk.storage.drafts import DraftKey

Typed = dict[str, str]
"""What stood in the fields of a form, by field name, exactly as typed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft and when it was saved (UTC)."""

    typed: Typed
    saved_at: datetime


def keep(desk: Desk, case_id: UUID | None, form: str, typed: Typed) -> datetime:
    """Keeps what is typed so far; returns when, for "saved 03:12:07"."""
    at = desk.clock()
    with desk.journal.changing() as connection:
        drafts.keep(connection, _key(desk, case_id, form), msgspec.json.encode(typed), at)
    return at


def kept(desk: Desk, case_id: UUID | None, form: str) -> Kept | None:
    """The draft of that form, if the person at the desk left one."""
    with desk.journal.reading() as connection:
        draft = drafts.find(connection, _key(desk, case_id, form))
    if draft is None:
        return None
    return Kept(msgspec.json.decode(draft.body, type=Typed), draft.saved_at)


def forget(desk: Desk, case_id: UUID | None, form: str) -> None:
    """Drops the draft: the person said so."""
    with desk.journal.changing() as connection:
        drafts.forget(connection, _key(desk, case_id, form))


def _key(desk: Desk, case_id: UUID | None, form: str) -> DraftKey:
    return DraftKey(person=desk.person.id, case_id=case_id, form=form)
