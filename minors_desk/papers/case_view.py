"""A case as the logs on paper read it: when things were, to which precision, and who wrote them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, LogLine
from minors_desk.domain.when import in_zone
from minors_desk.papers.paper import PaperInput
from minors_desk.wording.codes import word


class OfCase(Protocol):
    """Whatever looks at one case."""

    @property
    def case(self) -> Case: ...

    @property
    def zone(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with what a paper was given besides; `lines` is its log by entry."""

    case: Case
    given: PaperInput
    lines: Mapping[UUID, LogLine]

    @property
    def zone(self) -> str:
        """The station's zone."""
        return self.given.zone

    def when(self, at: datetime, entry_id: UUID) -> str:
        """When an entry happened, only as exactly as it is known: ``24 Nov 03:12 CST``."""
        body = self.body(entry_id)
        precision = "minute" if body is None else body.precision
        local = in_zone(at, self.zone)
        if precision in ("minute", "about"):
            words = short_time(at, self.zone)
            return words if precision == "minute" else f"about {words}"
        if precision == "day":
            return f"{local.day} {local:%b}"
        return f"{local:%b %Y}" if precision == "month" else "time not known"

    def who(self, entry_id: UUID) -> str:
        """Who did it and, where that was another, who wrote it down; when and why if late."""
        line, body = self.lines.get(entry_id), self.body(entry_id)
        if line is None or body is None:
            return ""
        author = self._author(line)
        written = short_time(line.entry.recorded_at, self.zone)
        late = f"{written}, late: {word('late', body.late_because)}" if body.late_because else ""
        done_by = body.done_by
        if done_by is None:
            return f"{author}\nwritten {late}" if late else author
        how = f"{_with_badge(done_by.name, done_by.badge)} ({word('how_second', done_by.how)})"
        return f"{how}\nwritten by {author}" + (f" {late}" if late else "")

    def _author(self, line: LogLine) -> str:
        author = self.given.authors.get(line.entry.chain)
        return "an unknown author" if author is None else _with_badge(author.name, author.badge)

    def body(self, entry_id: UUID) -> Body | None:
        """What counts of that entry now."""
        line = self.lines.get(entry_id)
        return None if line is None else line.counts


def log_of(case: Case) -> dict[UUID, LogLine]:
    """The log by entry."""
    return {line.entry.id: line for line in case.log}


def short_time(moment: datetime, zone: str) -> str:
    """``24 Nov 03:12 CST``: for the lines of a table, whose paper names the year."""
    local = in_zone(moment, zone)
    return f"{local.day} {local:%b %H:%M %Z}"


def until_time(start: datetime, end: datetime, zone: str) -> str:
    """The end of a stretch beside its start: without the day where that is the same."""
    first, last = in_zone(start, zone), in_zone(end, zone)
    return f"{last:%H:%M %Z}" if first.date() == last.date() else short_time(end, zone)


def _with_badge(name: str, badge: str) -> str:
    return f"{name}, {badge}" if badge else name
