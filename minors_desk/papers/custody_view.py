"""One custody of a child, as its log on paper reads it: what of the case belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.custody import Episode, Span
from minors_desk.domain.duties import Breach, DutyClock
from minors_desk.domain.handoff import Handoff
from minors_desk.domain.signing import OF_PAPERS
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.paper import PaperInput


class At(Protocol):
    """What was at an instant (UTC)."""

    @property
    def at(self) -> datetime: ...


A = TypeVar("A", bound=At)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of presence or of being cuffed; `end` None: it goes on. Instants in UTC."""

    entry_id: UUID
    start: datetime
    end: datetime | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyView(CaseView):
    """The case looked at from one of its custodies, counted from 1."""

    number: int

    @property
    def episode(self) -> Episode:
        """That custody."""
        return self.case.episodes[self.number - 1]

    @property
    def counted_to(self) -> datetime:
        """Until when minutes are counted (UTC): its end, or the last that the record knows of it.

        Not the present: composed again later, the page must say the same.
        """
        if self.episode.end is not None:
            return self.episode.end
        told = [
            max(line.entry.recorded_at, line.counts.occurred_at)
            for line in self.case.log
            if line.counts is not None and not isinstance(line.counts, OF_PAPERS)
        ]
        return max([self.episode.start, *told])

    def during(self, at: datetime) -> bool:
        """Whether an instant belongs to this custody: nothing of the case is in none of the logs.

        What was before the first belongs to the first, what came after one and before the next
        to the one before.
        """
        episodes = self.case.episodes
        following = episodes[self.number].start if self.number < len(episodes) else None
        return (self.number == 1 or self.episode.start <= at) and (
            following is None or at < following
        )

    def ours(self, lines: Iterable[A]) -> tuple[A, ...]:
        """Those that belong to this custody."""
        return tuple(one for one in lines if self.during(one.at))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the child was during this custody."""
        return tuple(one for one in self.case.spans if self.during(one.start))

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every stretch of presence."""
        return tuple(Stretch(one.entry_id, one.start, one.end, one) for one in self.spans)

    @property
    def cuffed(self) -> tuple[Stretch, ...]:
        """Every stretch in which the child was cuffed to an object, moves under it as one."""
        runs: list[Stretch] = []
        for one in self.spans:
            if "cuffed_to_object" not in one.held_by:
                continue
            if runs and runs[-1].end == one.start:
                runs[-1] = replace(runs[-1], end=one.end)
            else:
                runs.append(Stretch(one.entry_id, one.start, one.end, one))
        return tuple(runs)

    @property
    def clocks(self) -> tuple[DutyClock, ...]:
        """The duties that began during this custody."""
        return tuple(one for one in self.given.clocks if self.during(one.start))

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """What happened in it that a rule forbids."""
        return self.ours(self.given.breaches)

    @property
    def passed(self) -> tuple[Breach, ...]:
        """The steps taken in it before what a rule wants first."""
        return self.ours(self.given.passed)

    @property
    def handoff(self) -> Handoff | None:
        """The handoff that ended it."""
        ended_by = self.episode.ended_by
        return next(
            (
                one
                for one in self.case.handoffs
                if ended_by is not None and one.accepted_by == ended_by
            ),
            None,
        )


def custody_view(given: PaperInput, case: Case) -> CustodyView | None:
    """That custody of the case; None where the case has none of that number."""
    if not 1 <= given.subject <= len(case.episodes):
        return None
    return CustodyView(case=case, given=given, lines=log_of(case), number=given.subject)


def start_key(line: Stretch) -> tuple[datetime, str]:
    """When a stretch began, and the entry that began it."""
    return line.start, str(line.entry_id)
