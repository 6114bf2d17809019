"""The points of the supervisor's review (paper 10, field 11), each answered from the record.

Each rests on the findings of the review sheet and on what the case holds. That nothing speaks
against a point is no judgement: the reviewer ticks it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.contact_log import attempts
from minors_desk.domain.contacts import Purpose
from minors_desk.domain.findings import OF_HANDOFF, ReviewFinding
from minors_desk.domain.readiness import RECORD_CHECK
from minors_desk.domain.trafficking_standing import calls_for_screening, discoveries, is_screened

PointCode = Literal[
    "class",
    "never_secure",
    "limits",
    "parents",
    "child_protection",
    "trafficking",
    "consulate",
    "missing_check",
    "interpreter",
    "medical",
    "receiver",
    "sharing",
    "property",
    "signatures",
]
PointState = Literal["nothing_against", "look", "nothing_recorded", "does_not_apply"]
"""``look``: a finding speaks against it; ``nothing_recorded``: no entry tells of it at all."""
_LATE = frozenset({"duty_missed", "duty_late", "interval_missed", "reason_missing"})
_EVENTS: dict[PointCode, tuple[str, ...]] = {
    "parents": ("parent_", "relative_reached"),
    "child_protection": ("child_protection",),
    "trafficking": ("trafficking",),
    "consulate": ("consul",),
    "missing_check": ("missing_",),
    "medical": ("medic", "screened"),
}
"""How the events begin by which the rules of a point are met."""
_FINDINGS: dict[PointCode, frozenset[str]] = {
    "consulate": frozenset({"mandatory_notice_not_given", "consulate_told_though_declined"}),
    "interpreter": frozenset({"interpreter_is_relative_or_child", "told_but_not_understood"}),
    "receiver": frozenset({"receiver_not_checked", "receiver_does_not_match"}),
    "signatures": OF_HANDOFF - {"receiver_not_checked", "receiver_does_not_match"},
}
"""Findings of single entries by the point that they speak against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPoint:
    """One point: how the record answers it, by which findings; ``entries`` are what it holds."""

    code: PointCode
    state: PointState
    findings: tuple[ReviewFinding, ...] = ()
    entries: tuple[UUID, ...] = ()


def review_points(case: Case, findings: Iterable[ReviewFinding]) -> tuple[ReviewPoint, ...]:
    """All of them in the order of the form; `findings` are those of the review sheet."""
    found = tuple(findings)
    return tuple(_points(case, found))


def late_items(findings: Iterable[ReviewFinding]) -> tuple[ReviewFinding, ...]:
    """What was done late or not at all, and limits of which nobody said why they were passed."""
    return tuple(one for one in findings if one.code in _LATE)


def _points(case: Case, found: Sequence[ReviewFinding]) -> Iterator[ReviewPoint]:
    yield _answer("class", found, _ids(case.classings) or _classed_when_met(case))
    yield _never_secure(case)
    yield _answer("limits", found, _ids(case.episodes))
    yield _answer("parents", found, _tried(case, "parent_or_relative") + _ids(case.not_reached))
    yield _answer("child_protection", found, _tried(case, "child_protection"))
    yield _trafficking(case, found)
    yield _answer("consulate", found, _ids(case.consular.offers) + _ids(case.consular.notices))
    checks = tuple(one.entry_id for one in case.events if one.name == RECORD_CHECK)
    yield _answer("missing_check", found, checks + _ids(case.missing_reports))
    yield _answer("interpreter", found, _ids(case.interpreters))
    yield _answer("medical", found, _ids(case.screenings))
    checked = tuple(one.entry_id for one in case.handoffs if one.check is not None)
    yield _answer("receiver", found, checked)
    requests = _ids(case.disclosing.requests)
    yield _answer("sharing", found, requests, empty="does_not_apply")
    yield _property(case, found)
    signed = tuple(one.entry_id for one in case.handoffs if one.signatures)
    yield _answer("signatures", found, signed)


def _answer(
    code: PointCode,
    found: Iterable[ReviewFinding],
    entries: tuple[UUID, ...],
    empty: PointState = "nothing_recorded",
) -> ReviewPoint:
    against = tuple(one for one in found if _speaks(code, one))
    state: PointState = "look" if against else "nothing_against" if entries else empty
    return ReviewPoint(code=code, state=state, findings=against, entries=entries)


def _speaks(code: PointCode, one: ReviewFinding) -> bool:
    """Whether a finding is about that point."""
    if one.params.get("finding", "") in _FINDINGS.get(code, ()):
        return True
    if code == "limits":
        return one.code in _LATE
    if code == "trafficking" and one.code == "not_screened":
        return True
    if one.rule is None:
        return False
    if code == "sharing":
        gate = one.rule.gate
        return gate is not None and gate.before == "disclosure"
    starts = _EVENTS.get(code, ())
    return bool(starts) and any(event.startswith(starts) for event in one.rule.satisfied_by)


def _never_secure(case: Case) -> ReviewPoint:
    """Asked of a child that was accused of nothing."""
    code: PointCode = "never_secure"
    if case.class_given not in (None, "non_offender"):
        return ReviewPoint(code=code, state="does_not_apply")
    locked = tuple(one.entry_id for one in case.spans if one.secure)
    if locked:
        return ReviewPoint(code=code, state="look", entries=locked)
    state: PointState = "nothing_against" if case.spans else "nothing_recorded"
    return ReviewPoint(code=code, state=state, entries=_ids(case.spans))


def _trafficking(case: Case, found: Sequence[ReviewFinding]) -> ReviewPoint:
    """Nothing is owed where nothing called for a screening and none was made."""
    asked = bool(calls_for_screening(case)) or bool(discoveries(case)) or is_screened(case)
    empty: PointState = "nothing_recorded" if asked else "does_not_apply"
    return _answer("trafficking", found, _ids(case.trafficking_screenings), empty)


def _property(case: Case, found: Sequence[ReviewFinding]) -> ReviewPoint:
    """What was counted at the counter, and what the child does not agree with."""
    code: PointCode = "property"
    point = _answer(code, found, _ids(case.belongings))
    counts = (one.count for one in case.handoffs if one.state == "accepted")
    differs = any(one is not None and not one.agrees for one in counts)
    if differs or case.disputes:
        return ReviewPoint(
            code=code, state="look", findings=point.findings, entries=_ids(case.disputes)
        )
    return point


def _classed_when_met(case: Case) -> tuple[UUID, ...]:
    met = case.encounter
    return (met.entry_id,) if met is not None and case.class_given is not None else ()


def _tried(case: Case, purpose: Purpose) -> tuple[UUID, ...]:
    return _ids(attempts(case, purpose))


def _ids(told: Iterable[object]) -> tuple[UUID, ...]:
    """The entries that told these."""
    return tuple(entry for one in told if isinstance(entry := getattr(one, "entry_id", None), UUID))
