"""An agency adopts a text of its own that tells children their rights, or prints it no more.

What is in such a text is read by `domain.notice_texts`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import msgspec

from minors_desk.domain.bodies import Body, Hex32, Line, Needed


class NoticeAdopted(Body, frozen=True, kw_only=True, tag="notice_adopted"):
    """A reviewed text of the agency's own is printed from now on; kept whole, in place of the one
    that was adopted before in that language for that place.
    """

    language: Needed
    jurisdiction: Needed
    content: Annotated[str, msgspec.Meta(min_length=1, max_length=200_000)]
    content_hash: Hex32


class NoticeWithdrawn(Body, frozen=True, kw_only=True, tag="notice_withdrawn"):
    """The text in that language for that place is not printed any more, and why."""

    language: Needed
    jurisdiction: Needed
    reason: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedNotice:
    """A text as the record keeps it; ``at`` in UTC, ``by`` is empty when nobody knows the key."""

    language: str
    jurisdiction: str
    content: str
    content_hash: str
    at: datetime
    by: str


KINDS = (NoticeAdopted, NoticeWithdrawn)
