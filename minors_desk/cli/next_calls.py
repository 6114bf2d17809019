"""The command that says whom to ring now for a child and why, and who is not to be rung now."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from minors_desk.cli.desks import reading_desk
from minors_desk.cli.explaining import instant
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain import next_call
from minors_desk.domain.call_words import Say
from minors_desk.domain.contacts import Purpose
from minors_desk.domain.next_call import NextCalls
from minors_desk.domain.reaching import NotNow, Ready
from minors_desk.domain.when import as_utc
from minors_desk.services import calling, cases
from minors_desk.wording.calls import (
    federal_lines,
    not_now_words,
    opening_words,
    safety_words,
    say_words,
    why_lines,
)
from minors_desk.wording.codes import word
from minors_desk.wording.directory import no_number, sureness_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

Words = Mapping[Purpose, tuple[Say, ...]]
"""What to say on the calls, by what each is for."""


def listed(call: Call) -> Answer:
    """The calls to make, in order, with what to say; ``--at`` moves now and nothing else."""
    with reading_desk(call) as (desk, case_id):
        case = cases.read(desk, case_id)
        now = desk.now() if call.args.at is None else as_utc(call.args.at)
        found = calling.next_calls(desk, case, now)
        opened = found.federal.is_open
        said = {
            one.purpose: calling.said(desk, case, one.purpose, now, federal_open=opened)
            for one in found.calls
        }
        lines = [f"{case.number}: whom to ring, as of {day_and_time(now, desk.zone)}"]
        lines += call_lines(found, now, desk.zone, said)
        document = {
            "case": str(case.id),
            "number": case.number,
            "at": instant(now),
            **calls_document(found, said),
        }
        return Answer(document, lines, notes=desk.warnings)


def call_lines(found: NextCalls, at: datetime, zone: str, said: Words) -> list[str]:
    """Each call with its why, whom to ring and what to say; then who is not to be rung now."""
    lines: list[str] = [] if found.calls else ["Nobody is to be rung now."]
    for number, one in enumerate(found.calls, start=1):
        lines.append(f"{number}. {word('contact_purpose', one.purpose)}")
        lines += [f"   why: {words}" for words in why_lines(one, at, zone)]
        lines += [f"   ring: {_ready_words(each, at, zone)}" for each in one.whom]
        if one.missing is not None:
            lines.append(f"   {word('call_missing', one.missing)}")
        if one.escalation is not None:
            lines.append(f"   {word('escalation', one.escalation)}")
        told = said.get(one.purpose, ()) if one.whom else ()
        lines += [f"   say: {words}" for words in say_words(told, zone)]
    left = [one for one in found.not_now if one.reason != "federal"]
    lines += ["", f"Not to be rung now: {len(left)}"] if left else []
    lines += [f"  {_who(one)}: {not_now_words(one, at, zone)}" for one in left]
    if any(one.callee.purpose == "federal_agency" for one in found.not_now) or found.federal.rules:
        lines += ["", "Federal agencies:", *(f"  {one}" for one in federal_lines(found.federal))]
    return lines


def _who(one: NotNow) -> str:
    return joined(one.callee.party.name, one.callee.party.number)


def _ready_words(ready: Ready, at: datetime, zone: str) -> str:
    callee = ready.callee
    line = callee.line
    return joined(
        callee.party.name,
        callee.party.number or no_number(),
        safety_words(callee),
        "" if line is None else opening_words(ready.opening, at, zone),
        "" if line is None else sureness_words(line),
    )


def calls_document(found: NextCalls, said: Words) -> dict[str, Any]:
    """The calls for ``--json``; instants in UTC."""
    return {
        "calls": [_call_document(one, said) for one in found.calls],
        "not_now": [
            {
                "name": one.callee.party.name,
                "purpose": one.callee.purpose,
                "why": one.reason,
                "until": None if one.until is None else instant(one.until),
            }
            for one in found.not_now
        ],
        "federal": {
            "answer": found.federal.answer,
            "rules": [one.id for one in found.federal.rules],
        },
    }


def _call_document(one: next_call.Call, said: Words) -> dict[str, Any]:
    return {
        "purpose": one.purpose,
        "presses": one.presses,
        "practice": one.is_practice,
        "tries": one.tries,
        "escalation": one.escalation,
        "missing": one.missing,
        "due": None if one.due is None else instant(one.due),
        "duties": [
            {
                "rule": clock.rule.id,
                "citation": clock.rule.citation,
                "verified": clock.rule.checked.verified,
                "due": None if clock.due is None else instant(clock.due),
            }
            for clock in one.duties
        ],
        "whom": [
            {
                "name": each.callee.party.name,
                "number": each.callee.party.number,
                "line": each.callee.party.line_id,
                "opening": each.opening.state,
                "until": None if each.opening.until is None else instant(each.opening.until),
                "verified": each.callee.line is None or each.callee.line.verified,
            }
            for each in one.whom
        ],
        "say": [
            {"code": each.code, **each.params}
            for each in (said.get(one.purpose, ()) if one.whom else ())
        ],
    }
