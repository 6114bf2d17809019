"""Drafts: what a person typed and has not saved; outside the log, seen by its owner only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from minors_desk.domain.chain import NO_CASE
from minors_desk.domain.when import from_micros, to_micros
from minors_desk.storage.tables import drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKey:
    """Whose draft, of which case (None: a new one), in which form."""

    person: UUID
    case_id: UUID | None
    form: str

    def values(self) -> dict[str, Any]:
        """As the key columns of the table."""
        case = NO_CASE if self.case_id is None else self.case_id.bytes
        return {"person": self.person.bytes, "case_id": case, "form": self.form}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as it was left; ``saved_at`` in UTC."""

    key: DraftKey
    body: bytes
    saved_at: datetime


_VALUES = insert(drafts)
_PUT = _VALUES.on_conflict_do_update(
    index_elements=list(drafts.primary_key),
    set_={"body": _VALUES.excluded.body, "saved_at": _VALUES.excluded.saved_at},
)


def keep(connection: sa.Connection, key: DraftKey, body: bytes, at: datetime) -> None:
    """Keep a draft in place of the one before it."""
    connection.execute(_PUT, key.values() | {"body": body, "saved_at": to_micros(at)})


def forget(connection: sa.Connection, key: DraftKey) -> None:
    """Delete a draft: its text was saved, or thrown away."""
    connection.execute(sa.delete(drafts).where(_is(key)))


def of_person(connection: sa.Connection, person: UUID) -> tuple[Draft, ...]:
    """All drafts of one person, the newest first."""
    read = sa.select(drafts).where(drafts.c.person == person.bytes)
    return tuple(_draft(row) for row in connection.execute(read.order_by(drafts.c.saved_at.desc())))


def find(connection: sa.Connection, key: DraftKey) -> Draft | None:
    """One draft, if it is there."""
    row = connection.execute(sa.select(drafts).where(_is(key))).first()
    return None if row is None else _draft(row)


def _is(key: DraftKey) -> sa.ColumnElement[bool]:
    return sa.and_(*(drafts.c[name] == value for name, value in key.values().items()))


def _draft(row: Any) -> Draft:
    case = None if row.case_id == NO_CASE else UUID(bytes=row.case_id)
    key = DraftKey(person=UUID(bytes=row.person), case_id=case, form=row.form)
    return Draft(key=key, body=row.body, saved_at=from_micros(row.saved_at))
