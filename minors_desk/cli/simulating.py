"""The command that says what the rules make of an invented story; it needs and writes no record."""

from pathlib import Path
from typing import Any

from minors_desk.cli.duties import duty_document, duty_words
from minors_desk.cli.explaining import gate_document, gate_line, instant
from minors_desk.cli.may_tell import answers_document, answers_lines, asked_in
from minors_desk.cli.next_calls import call_lines, calls_document
from minors_desk.cli.reading import read_json
from minors_desk.cli.stories import Story, story_in
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.case import Case
from minors_desk.domain.duties import clocks, status
from minors_desk.domain.gates import STEPS
from minors_desk.domain.gating import gates, wrongs
from minors_desk.domain.story import Implausible, case_of
from minors_desk.errors import BadInput
from minors_desk.services.calling import calls_of_story
from minors_desk.wording.codes import refusal
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time


def simulated(call: Call) -> Answer:
    """The duties, gates, breaches and calls of the story as of its instant."""
    source = call.args.source
    folder = Path() if source == "-" else Path(source).parent
    story = story_in(read_json(source, call.around.stdin), folder)
    case = _case(story)
    duties = [(one, status(one, story.at)) for one in clocks(case, story.packs, story.zone)]
    before = [one for step in STEPS for one in gates(case, story.packs, step, story.at, story.zone)]
    broken = wrongs(case, story.packs, story.zone)
    calls = calls_of_story(case, story.packs, story.jurisdiction, story.at, story.zone)
    asked = asked_in(case, story.packs, story.zone)
    document: dict[str, Any] = {
        "at": instant(story.at),
        "packs": [one.id for one in story.packs],
        "duties": [duty_document(clock, state) for clock, state in duties],
        "gates": [gate_document(one) for one in before],
        "breaches": [
            {"rule": one.rule.id, "entry": str(one.entry_id), "at": instant(one.at)}
            for one in broken
        ],
        **calls_document(calls, {}),
        "disclosures": [
            {"at": instant(at), "who": who, "answers": answers_document(found)}
            for at, who, found in asked
        ],
    }
    lines = [
        f"as of {day_and_time(story.at, story.zone)}",
        "packs: " + ", ".join(one.id for one in story.packs),
        "",
        f"Duties: {len(duties)}",
    ]
    for clock, state in duties:
        lines += [f"  {line}" for line in duty_words(clock, state, story.zone)]
    lines += ["", f"Gates: {len(before)}"]
    for gate in before:
        lines += [
            f"  {joined(gate.rule.id, gate.rule.title)}",
            f"    {gate_line(gate, story.zone)}",
        ]
    lines += ["", f"Broken: {len(broken)}"]
    lines += [
        f"  {joined(one.rule.id, day_and_time(one.at, story.zone), one.rule.title)}"
        for one in broken
    ]
    lines += ["", f"Calls: {len(calls.calls)}"]
    lines += [f"  {line}" for line in call_lines(calls, story.at, story.zone, {})]
    lines += ["", f"Asked of us: {len(asked)}"]
    for at, who, found in asked:
        lines += [f"  {joined(day_and_time(at, story.zone), who)}"]
        lines += [f"  {line}" for line in answers_lines(found)]
    return Answer(document, lines)


def _case(story: Story) -> Case:
    try:
        return case_of(story.entries, story.at)
    except Implausible as error:
        where = "The story" if error.place is None else f"entries[{error.place}]"
        title, hint = refusal(error.refusal)
        raise BadInput(f"{where}: {title}", hint, field=where) from None
