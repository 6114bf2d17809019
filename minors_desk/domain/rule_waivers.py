"""A rule that the agency lawfully does not go by: who said so, why, on what authority, until when.

It is no edit of the law: the rule stays in its pack, each duty under it shows as waived, and every
reviewer sees it.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain.bodies import Body, Instant, Needed


class RuleWaived(Body, frozen=True, kw_only=True, tag="rule_waived"):
    """The agency does not go by a rule from now on; ``authority``: the statute, order or consent
    decree that lets it, or the counsel who said so. ``until`` is when it ends by itself (UTC).
    """

    rule: Needed
    reason: Needed
    authority: Needed
    until: Instant | None = None

    def misfit(self) -> tuple[str, str] | None:
        """An end that lies before its beginning."""
        if self.until is not None and self.until <= self.occurred_at:
            return "until", "an instant after occurred_at"
        return None


class RuleRestored(Body, frozen=True, kw_only=True, tag="rule_restored"):
    """The agency goes by the rule again from now on."""

    rule: Needed
    reason: Needed


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWaiver:
    """A waiver as it stands: from ``since`` up to ``until`` (UTC), None while it has no end.

    ``by`` is the name of who signed it, empty when nobody knows the key.
    """

    entry_id: UUID
    rule: str
    since: datetime
    until: datetime | None
    reason: str
    authority: str
    by: str

    def covers(self, moment: datetime) -> bool:
        """Whether the rule was waived at that instant (UTC)."""
        return self.since <= moment and (self.until is None or moment < self.until)


KINDS = (RuleWaived, RuleRestored)
