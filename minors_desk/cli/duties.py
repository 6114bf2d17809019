"""The command that says what is owed to a child: by when, under which rule, met or not."""

from datetime import datetime, timedelta
from typing import Any

import msgspec

from minors_desk.cli.desks import reading_desk
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.duties import DutyClock, DutyStatus, status
from minors_desk.domain.rules import Rule
from minors_desk.domain.when import as_utc
from minors_desk.services import cases
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time, span


def owed(call: Call) -> Answer:
    """Every duty of the case with its clock; ``--at`` moves now and nothing else."""
    at = call.args.at
    with reading_desk(call) as (desk, case_id):
        case = cases.read(desk, case_id)
        now = desk.now() if at is None else as_utc(at)
        found = [(clock, status(clock, now)) for clock in cases.duty_clocks(desk, case)]
        lines = [f"{case.number}: what is owed, as of {day_and_time(now, desk.zone)}"]
        for clock, state in found:
            lines += ["", *duty_words(clock, state, desk.zone)]
        if not found:
            lines.append("No rule of the packs in force asks for anything.")
        document = {
            "case": str(case.id),
            "number": case.number,
            "at": msgspec.to_builtins(now),
            "duties": [duty_document(clock, state) for clock, state in found],
        }
        return Answer(document, lines, notes=desk.warnings)


def duty_document(clock: DutyClock, state: DutyStatus) -> dict[str, Any]:
    """The duty with its clock for ``--json``; instants in UTC."""
    rule = clock.rule
    return {
        "rule": rule.id,
        "title": rule.title,
        "pack": rule.pack,
        "law": rule.is_law,
        "binds": rule.binds,
        "kind": rule.kind,
        "citation": rule.citation,
        "owed_to": rule.owed_to,
        "proof": rule.proof,
        "checked": {
            "verified": rule.checked.verified,
            "source": rule.checked.source,
            "on": None if rule.checked.on is None else rule.checked.on.isoformat(),
            "note": rule.checked.note,
        },
        "start": msgspec.to_builtins(clock.start),
        "start_known": clock.start_known,
        "start_entry": str(clock.start_entry),
        "due": msgspec.to_builtins(clock.due),
        "target_at": msgspec.to_builtins(clock.target_at),
        "met_at": msgspec.to_builtins(clock.met_at),
        "met_by": msgspec.to_builtins(clock.met_by),
        "let_go": clock.let_go,
        "earlier_missed": clock.earlier_missed,
        "state": state.state,
        "tone": state.tone,
        "remaining_seconds": _seconds(state.remaining),
        "elapsed_seconds": _seconds(state.elapsed),
    }


def _seconds(length: timedelta | None) -> int | None:
    return None if length is None else length // timedelta(seconds=1)


def duty_words(clock: DutyClock, state: DutyStatus, zone: str) -> list[str]:
    """The duty in a few lines, its title first."""
    rule = clock.rule
    lines = [
        rule.title,
        f"  rule: {joined(rule.id, _whose(rule), f'binds {rule.binds}')}",
        f"  start: {_start(clock, zone)}",
        f"  due: {'no fixed time' if clock.due is None else day_and_time(clock.due, zone)}",
        f"  state: {_state(clock, state, zone)}",
    ]
    if rule.is_law:
        lines.insert(2, f"  law: {rule.citation}")
        lines.insert(3, f"  checked: {_checked(rule)}")
    if clock.earlier_missed:
        times = "once" if clock.earlier_missed == 1 else f"{clock.earlier_missed} times"
        lines.append(f"  before: missed {times}")
    return lines


def clock_words(clock: DutyClock, state: DutyStatus, zone: str) -> str:
    """The clock alone, in one line: start, due, state."""
    due = "no fixed time" if clock.due is None else day_and_time(clock.due, zone)
    return joined(f"start {_start(clock, zone)}", f"due {due}", _state(clock, state, zone))


def _whose(rule: Rule) -> str:
    return "law" if rule.is_law else "station rule, not law"


def _checked(rule: Rule) -> str:
    if not rule.checked.verified:
        return "not verified"
    on = rule.checked.on
    return f"verified{'' if on is None else f' on {on.isoformat()}'}: {rule.checked.source}"


def _start(clock: DutyClock, zone: str) -> str:
    return day_and_time(clock.start, zone) if clock.start_known else "not known exactly"


def _state(clock: DutyClock, state: DutyStatus, zone: str) -> str:
    if state.state == "start_not_known":
        return "start not known - ask"
    if state.state == "open_ended":
        return f"open for {span(state.elapsed)}"
    if state.state == "later_than_target":
        return joined(f"open for {span(state.elapsed)}", word("duty_state", state.state))
    if state.state == "standing_still":
        return joined(word("duty_state", state.state), f"{span(state.elapsed)} used")
    if clock.let_go is not None and clock.met_at is not None:
        return joined(word("let_go", clock.let_go), day_and_time(clock.met_at, zone))
    if clock.met_at is not None:
        late = _late(clock, clock.met_at) if state.state in ("met_late", "met_after_target") else ""
        return joined(f"met {day_and_time(clock.met_at, zone)}", late)
    if state.remaining is not None and state.remaining < timedelta(0):
        return f"not met, {_late(clock, clock.start + state.elapsed)}"
    return f"{span(state.remaining or timedelta(0))} left"


def _late(clock: DutyClock, moment: datetime) -> str:
    """How late in words; only verified law that binds us is called overdue (CONTRACT 4.2)."""
    if clock.due is None:
        return f"later than the station's target by {span(moment - (clock.target_at or moment))}"
    by = span(moment - clock.due)
    if clock.rule.may_be_red:
        return f"OVERDUE by {by}"
    if not clock.rule.is_law:
        return f"later than the station's target by {by}"
    return f"past the time of an unverified rule by {by}"
