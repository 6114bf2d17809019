"""Mistakes are not edited: an entry amends or withdraws an earlier one (CONTRACT 3.5)."""

from typing import Any
from uuid import UUID

from minors_desk.domain.bodies import Body, Needed


class Amended(Body, frozen=True, kw_only=True, tag="amended"):
    """``replacement`` is a whole body of the same kind; it takes the target's place in the fold."""

    target: UUID
    replacement: dict[str, Any]
    reason: Needed


class Withdrawn(Body, frozen=True, kw_only=True, tag="withdrawn"):
    """The target counts no longer; it stays in the log, struck through."""

    target: UUID
    reason: Needed


KINDS = (Amended, Withdrawn)
