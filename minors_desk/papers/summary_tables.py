"""The tables of the handoff summary: timeline, limits, papers, disclosures, review."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from minors_desk.domain.contacts import SentReport
from minors_desk.domain.disclosures import Request
from minors_desk.domain.duties import DutyClock
from minors_desk.domain.findings import ReviewFinding
from minors_desk.domain.limits import reasons_for
from minors_desk.domain.printed import HANDOFF_SUMMARY, IssuedPaper
from minors_desk.domain.review_points import ReviewPoint
from minors_desk.domain.when import MINUTE
from minors_desk.papers.boxes import Absent
from minors_desk.papers.case_view import short_time
from minors_desk.papers.clock_tables import met_words, rule_words
from minors_desk.papers.custody_view import CustodyView
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.papers.summary_view import (
    Moment,
    Numbered,
    Owed,
    late,
    measured,
    minutes_since,
    numbered_key,
    owed,
    points,
    returned,
    timeline,
    used,
)
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.reviewing import finding_words, law_behind
from minors_desk.wording.telling.disclosures import law_words, pieces

_BY_HAND = "by hand: ____________________________________________________________"
_TICK = "yes [  ]   no [  ]"
_OUTCOMES = {
    "printed_printer": "Printed",
    "printed_file": "Saved as a file",
    "print_failed": "Did not come out",
}
"""What became of a copy, by the outcomes that its later entries tell."""

TIMELINE: TableSource[CustodyView, Moment] = TableSource(
    "timeline",
    timeline,
    {
        "at": CellSource(
            "When",
            "encountered.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            5,
        ),
        "what": CellSource("What", "contact_tried.outcome", lambda _, one: one.what, 14),
        "minutes": CellSource(
            "Min in custody",
            "custody_began.occurred_at",
            lambda view, one: minutes_since(view, one.at),
            3,
        ),
        "by": CellSource(
            "By", "encountered.done_by.name", lambda view, one: view.who(one.entry_id), 7
        ),
    },
    lambda one: (one.at, f"{one.entry_id}.{one.kind}"),
)


def _allowed(_: CustodyView, one: DutyClock) -> str:
    within = one.rule.within
    if one.rule.counts == "secure_time" and within is not None:
        return str(within.exact // MINUTE)
    return "" if one.due is None else str((one.due - one.start) // MINUTE)


MEASURED: TableSource[CustodyView, DutyClock] = TableSource(
    "measured",
    measured,
    {
        "rule": CellSource("Limit", "pack_adopted.content", lambda _, c: rule_words(c), 12),
        "start": CellSource(
            "From", "custody_began.occurred_at", lambda view, c: short_time(c.start, view.zone), 5
        ),
        "allowed": CellSource("Min allowed", "pack_adopted.content", _allowed, 3),
        "used": CellSource(
            "Min used",
            "custody_ended.occurred_at",
            lambda view, c: str(used(view, c) // MINUTE),
            3,
            strong=True,
        ),
        "met": CellSource(
            "Met", "custody_ended.occurred_at", lambda view, c: met_words(c, view.zone), 6
        ),
    },
    lambda clock: (clock.start, f"{clock.start_entry}.{clock.rule.id}"),
)


def _papers(view: CustodyView) -> tuple[IssuedPaper, ...]:
    """All but this one: it would else be another at each printing."""
    return tuple(one for one in view.case.papers if one.paper != HANDOFF_SUMMARY)


def _outcome(_: CustodyView, one: IssuedPaper) -> str:
    return "; ".join(dict.fromkeys(_OUTCOMES[each] for each in one.outcomes))


def _signed(view: CustodyView, one: IssuedPaper) -> str | Absent:
    """Of a receipt whether both signed; the others are signed in ink, which no entry tells."""
    handoff = view.case.handoff(one.subject) if one.paper == "transfer_receipt" else None
    if handoff is None:
        return Absent("none_recorded", "ink is not known to the record")
    there = [side for side in ("officer", "receiver") if handoff.signature(side) is not None]
    if len(there) == 2 and not handoff.is_void:
        return "Both signed"
    return Absent("not_signed", f"only {there[0]}" if there else "")


PAPERS_TABLE: TableSource[CustodyView, IssuedPaper] = TableSource(
    "papers",
    _papers,
    {
        "paper": CellSource(
            "Paper", "paper_issued.paper", lambda _, one: word("paper", one.paper), 8
        ),
        "number": CellSource("Number", "paper_issued.number", lambda _, one: one.number, 6),
        "version": CellSource(
            "Version, copy",
            "paper_issued.version",
            lambda _, one: f"{one.version}, {one.copy}",
            3,
        ),
        "out": CellSource("What came of it", "paper_printed.outlet", _outcome, 5, is_needed=True),
        "signed": CellSource("Signed", "handoff_signed.name", _signed, 6),
    },
)
Told = Request | SentReport


def _told(view: CustodyView) -> tuple[Told, ...]:
    requests = (one for one in view.case.disclosing.requests if one.told.given)
    return (*requests, *view.case.reports)


def _to(_: CustodyView, one: Told) -> str:
    if isinstance(one, SentReport):
        return one.to
    return joined(word("asker", one.told.who), one.told.agency, one.told.name)


def _what(_: CustodyView, one: Told) -> str:
    if isinstance(one, SentReport):
        return joined(word("report", one.report), one.part, one.reference)
    return pieces(one.told.given)


def _rule(view: CustodyView, one: Told) -> str | Absent:
    """The law as it was answered then; of a report, the duties that its sending met."""
    if isinstance(one, Request):
        return law_words(one.told) or Absent("none_recorded")
    met = (rule_words(clock) for clock in view.given.clocks if clock.met_by == one.entry_id)
    return "; ".join(dict.fromkeys(met)) or Absent("none_recorded")


SHARED: TableSource[CustodyView, Told] = TableSource(
    "shared",
    _told,
    {
        "at": CellSource(
            "When",
            "information_asked.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            5,
        ),
        "to": CellSource("To whom", "information_asked.who", _to, 7),
        "what": CellSource("What", "information_asked.given", _what, 7),
        "rule": CellSource("By which rule", "information_asked.law", _rule, 10),
    },
)


def _due_at(view: CustodyView, one: Owed) -> str:
    return "Without delay" if one.due is None else short_time(one.due, view.zone)


OPEN: TableSource[CustodyView, Owed] = TableSource(
    "open",
    owed,
    {
        "due": CellSource("Due", "pack_adopted.content", _due_at, 5, strong=True),
        "what": CellSource(
            "What is owed", "contact_tried.next_try_at", lambda _, one: one.what, 24
        ),
    },
    lambda one: (one.due or datetime.max.replace(tzinfo=one.at.tzinfo), one.key),
)


def _of_point(read: Callable[[ReviewPoint], str]) -> Callable[[CustodyView, Numbered], str]:
    return lambda _, one: "" if one.point is None else read(one.point)


def _rests_on(point: ReviewPoint) -> str:
    """How many findings speak against it, and how many entries tell of it."""
    against, told = len(point.findings), len(point.entries)
    return joined(
        f"{against} {'finding' if against == 1 else 'findings'}" if against else "",
        f"{told} {'entry' if told == 1 else 'entries'}" if told else "",
    )


def _findings(point: ReviewPoint) -> str:
    """What there is to see, each once, with the law behind it."""
    said = (joined(finding_words(one), law_behind(one.rule)) for one in point.findings)
    return "\n".join(dict.fromkeys(said))


POINTS: TableSource[CustodyView, Numbered] = TableSource(
    "points",
    points,
    {
        "point": CellSource(
            "Point", "case_approved.last", _of_point(lambda one: word("review_point", one.code)), 11
        ),
        "answer": CellSource(
            "What the record says",
            "case_approved.last",
            _of_point(lambda one: word("review_point_state", one.state)),
            8,
            strong=True,
        ),
        "on": CellSource("What that rests on", "case_approved.last", _of_point(_rests_on), 7),
        "tick": CellSource("In order", "case_approved.note", lambda *_: _TICK, 5),
        "found": CellSource(
            "Look at", "case_returned.reasons.finding", _of_point(_findings), wide=True
        ),
    },
    numbered_key,
)


def _of_late(read: Callable[[CustodyView, ReviewFinding], str | Absent]) -> Any:
    return lambda view, one: "" if one.late is None else read(view, one.late)


def _cause(view: CustodyView, one: ReviewFinding) -> str:
    """The reasons that were told for passing that limit."""
    if one.rule is None:
        return ""
    told = reasons_for(view.case.limits, one.rule.id, view.episode.start)
    return "; ".join(each.reason for each in told)


def _cause_or_missing(view: CustodyView, one: ReviewFinding) -> str | Absent:
    return _cause(view, one) or Absent("none_recorded")


LATE: TableSource[CustodyView, Numbered] = TableSource(
    "late",
    late,
    {
        "what": CellSource(
            "What was late",
            "pack_adopted.content",
            _of_late(lambda _, one: joined(finding_words(one), law_behind(one.rule))),
            17,
        ),
        "cause": CellSource(
            "Cause as told", "limit_explained.reason", _of_late(_cause_or_missing), 12
        ),
        "harm": CellSource("Harm", "case_returned.note", lambda *_: _BY_HAND, wide=True),
        "action": CellSource("Action", "case_returned.note", lambda *_: _BY_HAND, wide=True),
    },
    numbered_key,
)
RETURNED: TableSource[CustodyView, Numbered] = TableSource(
    "returned",
    returned,
    {
        "words": CellSource(
            "What is to be put right", "case_returned.reasons.words", lambda _, one: one.words, 24
        ),
    },
    numbered_key,
)
TABLES: tuple[TableSource[CustodyView, Any], ...] = (
    TIMELINE,
    MEASURED,
    PAPERS_TABLE,
    SHARED,
    OPEN,
    POINTS,
    LATE,
    RETURNED,
)
