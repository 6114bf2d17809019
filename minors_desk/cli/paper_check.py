"""The command that says how full a paper is, and what its receiver may not see."""

from typing import Any

from minors_desk.cli.desks import at_desk, reading_desk
from minors_desk.cli.papers import must_fit
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import NotFound
from minors_desk.services import offering, printing
from minors_desk.services.desk import Desk
from minors_desk.services.offering import Offered
from minors_desk.wording.codes import word
from minors_desk.wording.disclosing import answer_words, because
from minors_desk.wording.papers import counts_words, lines_words
from minors_desk.wording.phrases import joined


def checked(call: Call) -> Answer:
    """What of the paper is filled, short, answered otherwise or withheld; 1 where it is short."""
    args = call.args
    must_fit(args)
    if args.case is None:
        with at_desk(call, write=False) as desk:
            return _answer(offering.checked_of_station(desk, args.name), desk)
    with at_desk(call, write=False) as desk:
        if printing.known(desk, args.name) is None:
            raise NotFound("There is no paper of that name", "Run `minors-desk paper list`.")
    with reading_desk(call) as (desk, case_id):
        return _answer(offering.checked(desk, case_id, args.name, args.subject), desk)


def _answer(found: Offered, desk: Desk) -> Answer:
    code = 1 if found.fullness.missing else 0
    return Answer(_document(found), _lines(found), code=code, notes=desk.warnings)


def _lines(found: Offered) -> list[str]:
    full = found.fullness
    counts = counts_words(
        len(full.of("filled")),
        len(full.missing),
        len(full.of("answered")),
        len(full.of("none_recorded")),
        len(full.withheld),
    )
    lines = [f"{joined(found.title, found.about)}, {found.number}", counts]
    for one in full.missing:
        lines.append(f"  short: {one.section}: {one.label}")
    for one in full.withheld:
        lines.append(f"  withheld: {one.section}: {one.label}: {one.reason}")
    signed = lines_words(full.signed, full.open_lines, full.void)
    if signed:
        lines.append(signed)
    if found.to is not None and found.told:
        lines.append(f"May be told to: {word('told_to', found.to)}")
        for answer in found.told:
            said = joined(answer_words(answer.word, answer.needs), because(answer))
            lines.append(f"  {word('told_piece', answer.about or '')}: {said}")
    return lines


def _document(found: Offered) -> dict[str, Any]:
    full = found.fullness
    return {
        "name": found.name,
        "number": found.number,
        "subject": found.subject,
        "percent": full.percent,
        "boxes": [
            {
                "box": one.name,
                "section": one.section,
                "label": one.label,
                "state": one.state,
                "reason": one.reason,
            }
            for one in full.boxes
        ],
        "signatures": {
            "signed": list(full.signed),
            "open": list(full.open_lines),
            "void": list(full.void),
        },
        "to": found.to,
        "told": [
            {
                "about": one.about,
                "answer": one.word,
                "needs": list(one.needs),
                "rules": [rule.id for rule in one.deciding],
            }
            for one in found.told
        ],
    }
