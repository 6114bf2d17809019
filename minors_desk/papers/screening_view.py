"""One screening of a child as its paper reads it: the sheet as it counts, and how answers print."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from minors_desk.domain.answers import Asked, LastTime, NoAnswer
from minors_desk.domain.case import Case, LogLine
from minors_desk.domain.screening import MedicallyScreened
from minors_desk.papers.boxes import Absent
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.paper import PaperInput
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_NONE = frozenset(get_args(NoAnswer))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningView(CaseView):
    """The case looked at from one of its screenings, counted from 1 as they were written down."""

    number: int
    line: LogLine

    @property
    def sheet(self) -> MedicallyScreened:
        """The sheet that counts; of one that was withdrawn, what it said."""
        body = self.line.entry.body if self.line.counts is None else self.line.counts
        assert isinstance(body, MedicallyScreened)  # noqa: S101 - an amendment keeps the kind
        return body

    @property
    def at(self) -> datetime:
        """When the child was screened (UTC)."""
        return self.sheet.occurred_at

    @property
    def until(self) -> datetime | None:
        """When it was screened again (UTC); None while it was not."""
        later = [one.at for one in self.case.screenings if one.at > self.at]
        return min(later, default=None)


def written(case: Case) -> tuple[LogLine, ...]:
    """Every screening in the order in which it was written down: so each keeps its number."""
    lines = (one for one in case.log if isinstance(one.entry.body, MedicallyScreened))
    return tuple(sorted(lines, key=lambda one: one.entry.ordinal))


def screening_view(given: PaperInput, case: Case) -> ScreeningView | None:
    """That screening of the case; None where it has none of that number."""
    lines = written(case)
    if not 1 <= given.subject <= len(lines):
        return None
    line = lines[given.subject - 1]
    return ScreeningView(
        case=case, given=given, lines=log_of(case), number=given.subject, line=line
    )


Reader = Callable[[ScreeningView], str | Absent]


def answer(value: Any, view: ScreeningView) -> str | Absent:
    """A question of the sheet as it prints: what was said, or which of the four answers it was.

    Empty where nobody has come to it.
    """
    if value is None:
        return ""
    if isinstance(value, Asked):
        if value.answer in _NONE:
            return Absent(value.answer, value.words)  # type: ignore[arg-type]
        return joined(word("answer", value.answer), value.words)
    if isinstance(value, LastTime):
        at = "" if value.at is None else day_and_time(value.at, view.zone)
        return joined(at, value.words)
    if value in _NONE:
        return Absent(value)
    return word("answer", value)


def question(part: str, name: str) -> Reader:
    """The answer to that question of that part of the sheet."""
    return lambda view: answer(getattr(getattr(view.sheet, part), name), view)


def only_if(read: Reader, applies: Callable[[ScreeningView], bool], why: str) -> Reader:
    """An answer that is wanted only there; elsewhere an empty one does not apply, and why."""

    def reader(view: ScreeningView) -> str | Absent:
        found = read(view)
        return Absent("does_not_apply", why) if not found and not applies(view) else found

    return reader
