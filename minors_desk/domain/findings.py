"""What a supervisor must see of a case, the gravest first: pure functions over the case.

Gathered are what the law forbids and happened, duties missed or late, what does not fit together,
handoffs and papers that lack something, and how the record was kept. Codes and parameters only:
``wording.reviewing`` makes the sentences.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.duties import Breach, DutyClock, status
from minors_desk.domain.folding import Finding
from minors_desk.domain.printed import CONTACT_LOG, CUSTODY_LOG, RECEIPT
from minors_desk.domain.rule_waivers import RuleWaiver
from minors_desk.domain.rules import Rule
from minors_desk.domain.trafficking_standing import calls_for_screening, is_screened
from minors_desk.domain.unexplained import unexplained

Severity = Literal["law", "not_verified", "handoff", "does_not_fit", "paper", "station", "record"]
SEVERITIES: tuple[Severity, ...] = (
    "law",
    "not_verified",
    "handoff",
    "does_not_fit",
    "paper",
    "station",
    "record",
)
"""In the order in which a supervisor reads them."""
Code = Literal[
    "forbidden",
    "gate_shut",
    "duty_missed",
    "duty_late",
    "interval_missed",
    "reason_missing",
    "start_not_known",
    "later_than_target",
    "met_after_target",
    "rule_waived",
    "not_screened",
    "entry",
    "paper_missing",
    "paper_not_out",
    "late_entries",
    "corrected",
    "clock_moved",
    "expunged",
]
OF_HANDOFF = frozenset(
    {
        "handoff_not_proposed",
        "handoff_closed",
        "handoff_number_used",
        "copy_of_another_paper",
        "handed_over_outside_custody",
        "terms_differ",
        "receiver_not_checked",
        "receiver_does_not_match",
        "officer_has_not_signed",
        "receiver_has_not_signed",
    }
)
"""Findings of the fold about a handoff and what it lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFinding:
    """One thing to see: how grave, what, the entries it is about, the rule behind it.

    ``at`` (UTC) is when it came about, None where that is no instant. ``params`` fill the
    sentence that wording has for the code.
    """

    severity: Severity
    code: Code
    entries: tuple[UUID, ...] = ()
    rule: Rule | None = None
    at: datetime | None = None
    params: Mapping[str, str] = field(default_factory=dict)


def review_findings(
    case: Case,
    clocks: Iterable[DutyClock],
    breaches: Iterable[Breach],
    now: datetime,
    papers: Collection[str],
    also: Iterable[Finding] = (),
) -> tuple[ReviewFinding, ...]:
    """All findings of the case, the gravest first.

    ``clocks`` and ``breaches`` are those under the packs that the case is judged by; ``papers``
    the names of the papers that this program can issue: no other can be missing. ``also`` are
    findings of single entries that only the packs could tell.
    """
    owed = tuple(clocks)
    found = [
        *(_breach(one) for one in breaches),
        *(each for one in owed for each in _duty(one, now)),
        *(_no_reason(one) for one in unexplained(owed, case.limits, now)),
        *_entries(case, also),
        *_screening(case),
        *_papers(case, papers),
        *_record(case),
    ]
    last = datetime.max.replace(tzinfo=now.tzinfo)
    return tuple(
        sorted(
            found,
            key=lambda one: (SEVERITIES.index(one.severity), one.at or last, one.code, one.entries),
        )
    )


def rule_severity(rule: Rule) -> Severity:
    """Law that somebody verified, law that nobody did, or a rule of the station itself."""
    if not rule.is_law:
        return "station"
    return "law" if rule.checked.verified else "not_verified"


def missed_rules(clocks: Iterable[DutyClock], now: datetime) -> tuple[Rule, ...]:
    """The rules of duties that were done late or not at all by that instant, each once."""
    missed = ("duty_missed", "duty_late", "interval_missed")
    rules = (
        one.rule
        for clock in clocks
        for one in _duty(clock, now)
        if one.code in missed and one.rule is not None
    )
    return tuple({rule.id: rule for rule in rules}.values())


def _breach(breach: Breach) -> ReviewFinding:
    if breach.waiver is not None:
        return _waived(breach.rule, breach.waiver, breach.entry_id, breach.at)
    return ReviewFinding(
        severity=rule_severity(breach.rule),
        code="forbidden" if breach.rule.forbids else "gate_shut",
        entries=(breach.entry_id,),
        rule=breach.rule,
        at=breach.at,
    )


def _duty(clock: DutyClock, now: datetime) -> Iterator[ReviewFinding]:
    """What is wrong with one duty; nothing for one that was met in time or still may be."""
    state = status(clock, now).state
    grave = rule_severity(clock.rule)
    if clock.earlier_missed:
        times = str(clock.earlier_missed)
        yield _of_duty(clock, grave, "interval_missed", clock.start, {"times": times})
    if clock.waiver is not None:
        yield _waived(clock.rule, clock.waiver, clock.start_entry, clock.start)
        return
    if state == "running" and clock.due is not None and now > clock.due:
        yield _of_duty(clock, grave, "duty_missed", clock.due, _by(now - clock.due))
    elif state == "met_late" and clock.due is not None and clock.met_at is not None:
        yield _of_duty(clock, grave, "duty_late", clock.met_at, _by(clock.met_at - clock.due))
    elif state == "start_not_known":
        yield _of_duty(clock, "does_not_fit", "start_not_known", clock.start, {})
    elif state == "later_than_target" and clock.target_at is not None:
        # A missed target of the station is no law broken (CONTRACT 4.2).
        late = _by(now - clock.target_at)
        yield _of_duty(clock, "station", "later_than_target", clock.target_at, late)
    elif state == "met_after_target" and clock.target_at is not None and clock.met_at is not None:
        late = _by(clock.met_at - clock.target_at)
        yield _of_duty(clock, "station", "met_after_target", clock.met_at, late)


def _no_reason(clock: DutyClock) -> ReviewFinding:
    """A limit of the law was passed, and nobody said why."""
    return _of_duty(clock, "law", "reason_missing", clock.due or clock.start, {})


def _waived(rule: Rule, waiver: RuleWaiver, entry: UUID, at: datetime) -> ReviewFinding:
    """A reviewer sees each time that the agency did not go by a rule, and who said so."""
    return ReviewFinding(
        severity=rule_severity(rule),
        code="rule_waived",
        entries=(entry,),
        rule=rule,
        at=at,
        params={"by": waiver.by, "why": waiver.reason, "authority": waiver.authority},
    )


def _by(late: timedelta) -> dict[str, str]:
    return {"minutes": str(late // timedelta(minutes=1))}


def _of_duty(
    clock: DutyClock, severity: Severity, code: Code, at: datetime, params: Mapping[str, str]
) -> ReviewFinding:
    entries = (clock.start_entry,) if clock.met_by is None else (clock.start_entry, clock.met_by)
    return ReviewFinding(
        severity=severity, code=code, entries=entries, rule=clock.rule, at=at, params=params
    )


def _entries(case: Case, also: Iterable[Finding]) -> Iterator[ReviewFinding]:
    """What the fold found of single entries, and what was found under the packs."""
    times = _times(case)
    for one in (*case.findings, *also):
        yield ReviewFinding(
            severity="handoff" if one.code in OF_HANDOFF else "does_not_fit",
            code="entry",
            entries=(one.entry_id,),
            at=times.get(one.entry_id),
            params={"finding": one.code},
        )


def _screening(case: Case) -> Iterator[ReviewFinding]:
    """Something called for a screening for trafficking, and nobody looked."""
    reasons = () if is_screened(case) else calls_for_screening(case)
    if reasons:
        yield ReviewFinding(
            severity="does_not_fit",
            code="not_screened",
            entries=tuple(entry_id for _why, entry_id in reasons),
            params={"screen_for": ",".join(why for why, _entry in reasons)},
        )


def _papers(case: Case, known: Collection[str]) -> Iterator[ReviewFinding]:
    """Papers that must be there once custody began, calls were made, a child was handed over."""
    issued = {(one.paper, one.subject) for one in case.papers}
    by_name = {one.paper for one in case.papers}
    for number, entry_id, at in _receipts_owed(case):
        if RECEIPT in known and (RECEIPT, number) not in issued:
            params = {"paper": RECEIPT}
            yield ReviewFinding(
                severity="paper", code="paper_missing", entries=(entry_id,), at=at, params=params
            )
    for paper, owed in ((CUSTODY_LOG, case.episodes), (CONTACT_LOG, case.contacts)):
        if owed and paper in known and paper not in by_name:
            yield ReviewFinding(severity="paper", code="paper_missing", params={"paper": paper})
    for one in case.papers:
        if not any(outcome.startswith("printed") for outcome in one.outcomes):
            yield ReviewFinding(
                severity="paper",
                code="paper_not_out",
                entries=(one.entry_id,),
                at=one.at,
                params={"paper": one.paper, "number": one.number},
            )


def _receipts_owed(case: Case) -> Iterator[tuple[int, UUID, datetime]]:
    for one in case.handoffs:
        if one.accepted_at is not None and one.accepted_by is not None:
            yield one.number, one.accepted_by, one.accepted_at


def _record(case: Case) -> Iterator[ReviewFinding]:
    """How the record was kept: late and why, corrected, by a clock that was moved."""
    late: dict[str, list[UUID]] = defaultdict(list)
    corrected, moved = list[UUID](), list[UUID]()
    for line in case.log:
        entry, body = line.entry, line.entry.body
        if isinstance(body, Body) and body.late_because is not None:
            late[body.late_because].append(entry.id)
        if line.altered_by is not None and not isinstance(body, (Amended, Withdrawn)):
            corrected.append(entry.id)
        if entry.clock_flag:
            moved.append(entry.id)
    for reason, entries in sorted(late.items()):
        yield _kept("late_entries", entries, {"reason": reason})
    groups: tuple[tuple[Code, Sequence[UUID]], ...] = (
        ("corrected", corrected),
        ("clock_moved", moved),
    )
    for code, some in groups:
        if some:
            yield _kept(code, some, {})
    if case.expunged:
        yield _kept("expunged", (), {"count": str(case.expunged)})


def _kept(code: Code, entries: Sequence[UUID], params: Mapping[str, str]) -> ReviewFinding:
    counted = {"count": str(len(entries)), **params}
    return ReviewFinding(severity="record", code=code, entries=tuple(entries), params=counted)


def _times(case: Case) -> dict[UUID, datetime]:
    shown = ((line.entry, line.counts or line.entry.body) for line in case.log)
    return {
        entry.id: body.occurred_at if isinstance(body, Body) else entry.recorded_at
        for entry, body in shown
    }
