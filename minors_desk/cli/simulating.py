"""The command that says what the rules make of an invented story; it needs and writes no record."""

from collections.abc import Iterable
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
from minors_desk.domain.gates import To
from minors_desk.domain.lawful import Lawful
from minors_desk.domain.looking import Difference, Given, Value
from minors_desk.domain.story import Look, Story
from minors_desk.services.seeing import Seen, seen
from minors_desk.wording.codes import word
from minors_desk.wording.disclosing import answer_words, wanted_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_KINDS = {
    "duties": "duty",
    "others": "duty of others",
    "gates": "gate",
    "breaches": "breach",
    "calls": "call",
    "not_called": "not to be rung",
    "federal": "federal call",
    "disclosures": "telling",
}


def simulated(call: Call) -> Answer:
    """What the rules give at each look of the story, whom to ring, and what is not as expected."""
    source = call.args.source
    folder = Path() if source == "-" else Path(source).parent
    story = story_in(read_json(source, call.around.stdin), folder)
    found = [(one, seen(story, one, case_in(story, one.child, one.at))) for one in story.looks]
    wrong = sum(len(given.differences) for _one, given in found)
    lines = [story.title] if story.title else []
    lines.append("packs: " + ", ".join(one.id for one in story.packs))
    for one, given in found:
        lines += ["", *_lines(story, one, given)]
    document: dict[str, Any] = {"packs": [one.id for one in story.packs]}
    if any(one.expect for one in story.looks):
        lines += ["", _verdict(wrong, sum(_count(one) for one in story.looks))]
        document["differences"] = wrong
    documents = [_document(story, one, given) for one, given in found]
    if len(documents) == 1:
        document |= documents[0]
    else:
        document |= {"title": story.title, "looks": documents}
    return Answer(document, lines, code=1 if wrong else 0)


def _document(story: Story, one: Look, found: Seen) -> dict[str, Any]:
    document = _given_document(one, found.given)
    if one.child:
        document["child"] = one.child
    if one.expect:
        document["differences"] = [
            {
                "kind": diff.kind,
                "how": diff.how,
                "what": diff.what,
                "field": diff.field,
                "expected": _plain(diff.expected),
                "given": _plain(diff.given),
            }
            for diff in found.differences
        ]
    document |= calls_document(found.calls, {})
    document["telling"] = [
        {"to": to, **answers_document((lawful,))[0]} for to, lawful in found.telling
    ]
    document["disclosures"] = [
        {"at": instant(at), "who": who, "answers": answers_document(answers)}
        for at, who, answers in asked_in(found.case, story.packs, story.zone)
    ]
    return document


def _given_document(one: Look, given: Given) -> dict[str, Any]:
    return {
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


def _plain(value: Value) -> object:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, tuple):
        return [list(one) if isinstance(one, tuple) else one for one in value]
    return value


def _lines(story: Story, one: Look, found: Seen) -> list[str]:
    zone = story.zone
    lines = [joined(f"as of {day_and_time(one.at, zone)}", one.child, one.why)]
    lines += _given_lines(found.given, zone)
    lines += ["", f"Calls: {len(found.calls.calls)}"]
    told = call_lines(found.calls, one.at, zone, {})
    lines += [f"  {line}" if line else "" for line in told]
    if found.telling:
        lines += ["", f"What the law says of telling: {len(found.telling)}"]
        lines += _telling_lines(found.telling)
    asked = asked_in(found.case, story.packs, zone)
    lines += ["", f"Asked of us: {len(asked)}"]
    for at, who, answers in asked:
        lines += [f"  {joined(day_and_time(at, zone), who)}"]
        lines += [f"  {line}" for line in answers_lines(answers)]
    if one.expect:
        lines += ["", f"Not as expected: {len(found.differences)}"]
        lines += [f"  {_difference(diff, zone)}" for diff in found.differences]
    return lines


def _telling_lines(telling: Iterable[tuple[To, Lawful]]) -> list[str]:
    """Each question with its answer; below, the rules that speak of it."""
    lines: list[str] = []
    for to, lawful in telling:
        answer = lawful.answer
        whom = f"to {word('told_to', to)}"
        said = answer_words(answer.word, answer.needs)
        lines.append(f"  {joined(wanted_words(lawful.wanted), whom, said)}")
        lines += answers_lines((lawful,))[1:]
    return lines


def _given_lines(given: Given, zone: str) -> list[str]:
    lines = ["", f"Duties: {len(given.duties)}"]
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
    return lines


def _difference(one: Difference, zone: str) -> str:
    what = f"{_KINDS[one.kind]} {one.what}"
    if one.how == "not_given":
        return f"{what}: expected, and not given"
    if one.how == "not_expected":
        return f"{what}: given, and not expected"
    if one.how == "not_in_order":
        return f"{what}: given, and not in this place"
    expected, given = _shown(one.expected, zone), _shown(one.given, zone)
    return f"{what}, {one.field}: expected {expected}, given {given}"


def _shown(value: Value, zone: str) -> str:
    if isinstance(value, datetime):
        return day_and_time(value, zone)
    if isinstance(value, tuple):
        each = (" ".join(one) if isinstance(one, tuple) else one for one in value)
        return "; ".join(each) or "nothing"
    return "nothing" if value is None else str(value)


def _count(one: Look) -> int:
    return sum(len(expected) for expected in one.expect.values())


def _verdict(wrong: int, count: int) -> str:
    if not wrong:
        told = "1 line, as expected" if count == 1 else f"{count} lines, all as expected"
        return f"{told}; nothing else is given."
    return f"{wrong} of what the rules give is not as expected."
