"""The command that says of each rule in force why it applies to a case, or what keeps it out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from minors_desk.cli.desks import reading_desk
from minors_desk.cli.duties import clock_words, duty_document
from minors_desk.cli.rule_documents import outside_document, rule_document
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.duties import status
from minors_desk.domain.explaining import Explained, Explanation, of_rule
from minors_desk.domain.gating import GateState
from minors_desk.domain.when import as_utc
from minors_desk.errors import NotFound
from minors_desk.services import cases
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.rules import event_words, gate_words, held_words, hindrance_words
from minors_desk.wording.times import day_and_time

_Sorted = dict[str, list[Explanation]]


def explained(call: Call) -> Answer:
    """Every rule of the packs that the case is judged by; with ``--rule`` one of them."""
    with reading_desk(call) as (desk, case_id):
        case, now = cases.read(desk, case_id), desk.now()
        found = cases.explained(desk, case, now)
        rules = found.rules
        if call.args.rule is not None:
            rules = _one(rules, call.args.rule)
        document = {
            "case": str(case.id),
            "number": case.number,
            "at": instant(now),
            "rules": [explanation_document(one, now) for one in rules],
        }
        lines = [f"{case.number}: the rules, as of {day_and_time(now, desk.zone)}"]
        lines += explanation_lines(rules, now, desk.zone)
        if call.args.rule is None:
            document["outside"] = [outside_document(one) for one in found.outside]
            lines += _outside_lines(found)
        return Answer(document, lines, notes=desk.warnings)


def _one(rules: Sequence[Explanation], rule_id: str) -> tuple[Explanation, ...]:
    found = of_rule(rules, rule_id)
    if not found:
        raise NotFound(
            "No rule of that id is in force here",
            "See them all with `minors-desk rules explain CASE`.",
        )
    return found


def explanation_lines(rules: Sequence[Explanation], now: datetime, zone: str) -> list[str]:
    """The rules that apply first, then those not begun, then those that do not apply."""
    groups: _Sorted = {"Applies": [], "Not begun": [], "Does not apply": []}
    for one in rules:
        groups[_group(one)].append(one)
    lines: list[str] = []
    for title, those in groups.items():
        if those:
            lines += ["", f"{title}: {len(those)}"]
        for one in those:
            lines.append(f"  {joined(one.rule.id, _binds(one), one.rule.title)}")
            lines += [f"    {line}" for line in _lines(one, now, zone)]
    return lines


def _group(one: Explanation) -> str:
    if one.hindrances:
        return "Does not apply"
    return "Applies" if one.applies else "Not begun"


def _binds(one: Explanation) -> str:
    return "" if one.rule.is_ours else f"binds {word('binds', one.rule.binds)}"


def _lines(one: Explanation, now: datetime, zone: str) -> Iterator[str]:
    if one.waiver is not None:
        yield f"the agency does not go by it: {one.waiver.reason}"
    if one.hindrances:
        for hindrance in one.hindrances:
            yield from hindrance_words(one.rule, hindrance)
    elif not one.applies:
        yield f"starts when {event_words(one.rule.starts)}"
    elif one.gate is not None:
        yield gate_line(one.gate, zone)
        yield from (f"passed shut {day_and_time(each.at, zone)}" for each in one.breaches)
    elif one.rule.kind == "prohibition":
        yield from _prohibition_lines(one, zone)
    elif one.rule.kind == "record":
        yield from _record_lines(one)
    for clock in one.clocks:
        yield clock_words(clock, status(clock, now), zone)


def gate_line(gate: GateState, zone: str) -> str:
    """Before what, and whether it is open; or what the law answers by itself."""
    terms, state = gate.rule.gate, ""
    if terms is None:
        return ""
    if terms.answer is None and gate.opened_at is not None:
        state = f"open since {day_and_time(gate.opened_at, zone)}"
    elif terms.answer is None:
        state = f"shut until {event_words(gate.rule.satisfied_by)}"
    return joined(gate_words(terms), state)


def _prohibition_lines(one: Explanation, zone: str) -> Iterator[str]:
    for breach in one.breaches:
        yield f"broken {day_and_time(breach.at, zone)}"
    if not one.breaches and one.started and not one.rule.is_ours:
        yield "it is for others to keep"
    elif not one.breaches:
        yield f"not broken: never may it be that {event_words(one.rule.starts)}"


def _record_lines(one: Explanation) -> Iterator[str]:
    if one.held:
        yield f"written: {held_words(one.held)}"
    if one.missing:
        yield f"not written: {held_words(one.missing)}"


def _outside_lines(found: Explained) -> list[str]:
    count = len(found.outside)
    if not count:
        return []
    rows = "1 more row is" if count == 1 else f"{count} more rows are"
    return ["", f"{rows} outside: see `minors-desk rules list --kind outside`."]


def explanation_document(one: Explanation, now: datetime) -> dict[str, Any]:
    """The rule and all that bears on it, for ``--json``."""
    return {
        **rule_document(one.rule),
        "applies_here": one.applies,
        "started": one.started,
        "hindrances": [{"why": why.obstacle, "condition": why.condition} for why in one.hindrances],
        "clocks": [duty_document(clock, status(clock, now)) for clock in one.clocks],
        "gate": None if one.gate is None else gate_document(one.gate),
        "breaches": [
            {"entry": str(breach.entry_id), "at": instant(breach.at)} for breach in one.breaches
        ],
        "held": list(one.held),
        "missing": list(one.missing),
        "waived": one.waiver is not None,
    }


def gate_document(gate: GateState) -> dict[str, Any]:
    """The gate for ``--json``: open or shut, and by which entry it was opened."""
    terms = gate.rule.gate
    return {
        "rule": gate.rule.id,
        "before": None if terms is None else terms.before,
        "open": gate.is_open,
        "opened_by": None if gate.opened_by is None else str(gate.opened_by),
        "opened_at": None if gate.opened_at is None else instant(gate.opened_at),
    }


def instant(moment: datetime) -> str:
    """An instant as JSON has it, in UTC."""
    return as_utc(moment).isoformat().replace("+00:00", "Z")
