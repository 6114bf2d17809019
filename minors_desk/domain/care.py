"""Looking after the child: what was seen at each welfare check."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Line

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Condition = Literal["calm", "asleep", "upset", "unwell"]


class WelfareChecked(Body, frozen=True, kw_only=True, tag="welfare_checked"):
    """An officer looked at the child in person; ``condition`` is what was seen."""

    condition: Condition
    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A welfare check as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    condition: Condition
    note: str


def _checked(draft: "Draft", entry: "Entry", body: WelfareChecked) -> None:
    draft.checks.append(
        Check(entry_id=entry.id, at=body.occurred_at, condition=body.condition, note=body.note)
    )
    draft.event("welfare_checked", entry, body)


KINDS = (WelfareChecked,)
HANDLERS: Handlers = {WelfareChecked: _checked}
