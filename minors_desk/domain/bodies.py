"""What every entry says besides its own fields: when, how exactly, and who saw or did it."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal

import msgspec

Instant = Annotated[datetime, msgspec.Meta(tz=True)]
"""An aware instant; msgspec would take a naive time without this."""
Line = Annotated[str, msgspec.Meta(max_length=20_000)]
"""Text exactly as typed; search normalises, the record does not."""
Needed = Annotated[str, msgspec.Meta(min_length=1, max_length=20_000)]
Hex32 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Minutes = Annotated[int, msgspec.Meta(ge=0, le=10_000_000)]

Precision = Literal["minute", "about", "day", "month", "unknown"]
"""How exactly ``occurred_at`` is known. A clock never starts from less than ``about``."""
LateReason = Literal[
    "with_the_child", "on_the_phone", "system_was_down", "told_later", "written_on_paper_first"
]
"""Why something is written down more than 15 minutes after it happened (CONTRACT 1.8)."""
How = Literal["own_passphrase", "signed_on_paper", "named_only"]
"""How a second person stands behind an entry; paper prints which (CONTRACT 1.10)."""


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value inside a body."""

    added: ClassVar[frozenset[str]] = frozenset()
    """Fields that a value was given later, as ``Body.added``."""


class SecondPerson(Part, frozen=True, kw_only=True):
    """Who did or saw it, when that was not the author at the keyboard."""

    name: Needed
    badge: Line = ""
    how: How = "named_only"


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What is stored sealed of an entry: kind, times, persons and all text live only here."""

    added: ClassVar[frozenset[str]] = frozenset()
    """Fields that a kind was given later: they stay out of the stored bytes while they are empty,
    so that what says nothing new is stored as ever, and is read by a program of before."""
    occurred_at: Instant
    v: int = 1
    precision: Precision = "minute"
    done_by: SecondPerson | None = None
    late_because: LateReason | None = None

    def misfit(self) -> tuple[str, str] | None:
        """The field that cannot stand beside the others and what is expected there, or None."""
        return None

    def told_until(self) -> datetime:
        """The last instant it tells of as past: it may not lie ahead."""
        return self.occurred_at


Handlers = dict[type[Body], Callable[[Any, Any, Any], None]]
"""For each kind of a feature: what it does to (draft of the case, entry, body)."""

CLOCK_PRECISIONS: frozenset[str] = frozenset({"minute", "about"})
