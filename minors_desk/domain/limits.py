"""Why a limit of a rule was passed or prolonged: field 26 of the custody log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Instant, Line, Needed

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft


class LimitExplained(Body, frozen=True, kw_only=True, tag="limit_explained"):
    """The officer's reason; ``rule`` is the id of the rule, ``approved_by`` who prolonged it.

    ``authority`` is the law or order on which a limit was prolonged, ``until`` the new end of it.
    """

    added: ClassVar[frozenset[str]] = frozenset({"authority", "until"})

    rule: Needed
    reason: Needed
    approved_by: Line = ""
    authority: Line = ""
    until: Instant | None = None

    def misfit(self) -> tuple[str, str] | None:
        """A limit that was prolonged has somebody who did it."""
        if (self.authority or self.until is not None) and not self.approved_by:
            return "approved_by", "who prolonged the limit"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitReason:
    """A reason as it stands; ``at`` and ``until`` in UTC."""

    entry_id: UUID
    at: datetime
    rule: str
    reason: str
    approved_by: str
    authority: str = ""
    until: datetime | None = None


def reasons_for(
    limits: Sequence[LimitReason], rule_id: str, since: datetime
) -> tuple[LimitReason, ...]:
    """What was told for that rule since its clock began to run (UTC), the newest last."""
    return tuple(one for one in limits if one.rule == rule_id and one.at >= since)


def _explained(draft: "Draft", entry: "Entry", body: LimitExplained) -> None:
    draft.limits.append(
        LimitReason(
            entry_id=entry.id,
            at=body.occurred_at,
            rule=body.rule,
            reason=body.reason,
            approved_by=body.approved_by,
            authority=body.authority,
            until=body.until,
        )
    )


KINDS = (LimitExplained,)
HANDLERS: Handlers = {LimitExplained: _explained}
