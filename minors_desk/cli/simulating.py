"""The command that says what the rules make of an invented story; it needs and writes no record."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from minors_desk.cli.duties import duty_document, duty_words
from minors_desk.cli.explaining import gate_document, gate_line, instant
from minors_desk.cli.may_tell import answers_document, answers_lines, asked_in
from minors_desk.cli.next_calls import call_lines, calls_document
from minors_desk.cli.reading import read_json
from minors_desk.cli.stories import case_in, story_in
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.case import Case
from minors_desk.domain.looking import Difference, Given, Value, differences, look, rows
from minors_desk.domain.next_call import NextCalls
from minors_desk.domain.story import Look, Story
from minors_desk.services.calling import calls_of_story
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_KINDS = {"duties": "duty", "others": "duty of others", "gates": "gate", "breaches": "breach"}


def simulated(call: Call) -> Answer:
    """What the rules give at each look of the story, whom to ring, and what is not as expected."""
    source = call.args.source
    folder = Path() if source == "-" else Path(source).parent
    story = story_in(read_json(source, call.around.stdin), folder)
    found = [_seen(story, one) for one in story.looks]
    wrong = sum(len(differ) for _case, _given, differ in found)
    lines = [story.title] if story.title else []
    lines.append("packs: " + ", ".join(one.id for one in story.packs))
    documents = []
    for one, (case, given, differ) in zip(story.looks, found, strict=True):
        calls = calls_of_story(case, story.packs, story.jurisdiction, one.at, story.zone)
        documents.append(_document(one, given, differ) | _told_document(story, case, calls))
        lines += ["", *_lines(story, one, given, differ), *_told_lines(story, one, case, calls)]
    document: dict[str, Any] = {"packs": [one.id for one in story.packs]}
    if any(one.expect for one in story.looks):
        lines += ["", _verdict(wrong, sum(_count(one) for one in story.looks))]
        document["differences"] = wrong
    if len(documents) == 1:
        document |= documents[0]
    else:
        document |= {"title": story.title, "looks": documents}
    return Answer(document, lines, code=1 if wrong else 0)


def _seen(story: Story, one: Look) -> tuple[Case, Given, tuple[Difference, ...]]:
    case = case_in(story, one.child, one.at)
    given = look(case, story.packs, one.at, story.zone)
    return case, given, differences(one.expect, rows(given))


def _told_document(story: Story, case: Case, calls: NextCalls) -> dict[str, Any]:
    """Whom to ring then, and what the law answered to whoever had asked."""
    return {
        **calls_document(calls, {}),
        "disclosures": [
            {"at": instant(at), "who": who, "answers": answers_document(found)}
            for at, who, found in asked_in(case, story.packs, story.zone)
        ],
    }


def _told_lines(story: Story, one: Look, case: Case, calls: NextCalls) -> list[str]:
    asked = asked_in(case, story.packs, story.zone)
    lines = ["", f"Calls: {len(calls.calls)}"]
    told = call_lines(calls, one.at, story.zone, {})
    lines += [f"  {line}" if line else "" for line in told]
    lines += ["", f"Asked of us: {len(asked)}"]
    for at, who, found in asked:
        lines += [f"  {joined(day_and_time(at, story.zone), who)}"]
        lines += [f"  {line}" for line in answers_lines(found)]
    return lines


def _document(one: Look, given: Given, differ: Sequence[Difference]) -> dict[str, Any]:
    document: dict[str, Any] = {
        "at": instant(one.at),
        "duties": [duty_document(clock, state) for clock, state in given.duties],
        "others": [
            {
                "rule": clock.rule.id,
                "binds": clock.rule.binds,
                "start": instant(clock.start),
                "due": None if clock.due is None else instant(clock.due),
            }
            for clock in given.others
        ],
        "gates": [gate_document(gate) for gate in given.gates],
        "breaches": [
            {"rule": breach.rule.id, "entry": str(breach.entry_id), "at": instant(breach.at)}
            for breach in given.breaches
        ],
    }
    if one.child:
        document["child"] = one.child
    if one.expect:
        document["differences"] = [
            {
                "kind": diff.kind,
                "how": diff.how,
                "rule": diff.rule,
                "field": diff.field,
                "expected": _plain(diff.expected),
                "given": _plain(diff.given),
            }
            for diff in differ
        ]
    return document


def _plain(value: Value) -> Value:
    return instant(value) if isinstance(value, datetime) else value


def _lines(story: Story, one: Look, given: Given, differ: Sequence[Difference]) -> list[str]:
    zone = story.zone
    lines = [joined(f"as of {day_and_time(one.at, zone)}", one.child, one.why)]
    lines += ["", f"Duties: {len(given.duties)}"]
    for clock, state in given.duties:
        lines += [f"  {line}" for line in duty_words(clock, state, zone)]
    lines += ["", f"Asked of others: {len(given.others)}"]
    for clock in given.others:
        due = "" if clock.due is None else f"due {day_and_time(clock.due, zone)}"
        lines.append(f"  {joined(clock.rule.id, f'binds {clock.rule.binds}', due)}")
        lines.append(f"    {clock.rule.title}")
    lines += ["", f"Gates: {len(given.gates)}"]
    for gate in given.gates:
        lines += [f"  {joined(gate.rule.id, gate.rule.title)}", f"    {gate_line(gate, zone)}"]
    lines += ["", f"Broken: {len(given.breaches)}"]
    lines += [
        f"  {joined(breach.rule.id, day_and_time(breach.at, zone), breach.rule.title)}"
        for breach in given.breaches
    ]
    if one.expect:
        lines += ["", f"Not as expected: {len(differ)}"]
        lines += [f"  {_difference(diff, zone)}" for diff in differ]
    return lines


def _difference(one: Difference, zone: str) -> str:
    what = f"{_KINDS[one.kind]} {one.rule}"
    if one.how == "not_given":
        return f"{what}: expected, and not given"
    if one.how == "not_expected":
        return f"{what}: given, and not expected"
    expected, given = _shown(one.expected, zone), _shown(one.given, zone)
    return f"{what}, {one.field}: expected {expected}, given {given}"


def _shown(value: Value, zone: str) -> str:
    if isinstance(value, datetime):
        return day_and_time(value, zone)
    return "nothing" if value is None else str(value)


def _count(one: Look) -> int:
    return sum(len(expected) for expected in one.expect.values())


def _verdict(wrong: int, count: int) -> str:
    if not wrong:
        told = "1 line, as expected" if count == 1 else f"{count} lines, all as expected"
        return f"{told}; nothing else is given."
    return f"{wrong} of what the rules give is not as expected."
