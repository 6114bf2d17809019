"""What came of proving a paper: one of the four answers, and which boxes read otherwise today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from minors_desk.papers.sheet import Layout

Verdict = Literal["agrees", "agreed_when_issued", "does_not_agree", "no_such_paper"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """One of the four answers about a paper, and what it rests on.

    ``changed`` names the boxes that read otherwise today; ``later`` the ordinals of the entries
    and what the station set since; ``reason`` is a code for a paper that does not agree.
    """

    verdict: Verdict
    case_id: UUID | None = None
    number: str = ""
    version: int = 0
    copy: int = 0
    issued_at: datetime | None = None
    issued_by: str = ""
    boxes: tuple[tuple[int, str, str], ...] = ()
    changed: tuple[str, ...] = ()
    later: tuple[int, ...] = ()
    reason: str = ""


def changed_boxes(before: Layout, after: Layout) -> tuple[str, ...]:
    """The names of the boxes that do not read the same on both, in the order of the pages."""
    old, new = _by_box(before.printed()), _by_box(after.printed())
    return tuple(box for box in dict.fromkeys((*old, *new)) if old.get(box) != new.get(box))


def _by_box(printed: Sequence[tuple[int, str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for _page, box, text in printed:
        found.setdefault(box, []).append(text)
    return found
