"""The commands on copies of papers: the register of a case, and what became of one copy."""

from typing import Any

import msgspec

from minors_desk.cli.desks import at_desk
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.printed import CopyFate
from minors_desk.services import cases, copies
from minors_desk.services.copies import Copy
from minors_desk.wording.codes import word
from minors_desk.wording.copies import line_words, standing_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

FATES: dict[str, CopyFate] = {
    "passed-on": "passed_on",
    "returned": "returned",
    "destroyed": "destroyed",
    "lost": "lost",
}


def registered(call: Call) -> Answer:
    """Every copy that was issued of a case, to whom it went, and where it is now."""
    with at_desk(call, write=False) as desk:
        found = copies.register(desk, cases.find(desk, call.args.case))
        lines = [line for one in found for line in _lines(one, desk.zone)]
        return Answer(
            {"copies": [_document(one) for one in found]},
            lines or ["No paper of this case was issued yet."],
            notes=desk.warnings,
        )


def accounted(call: Call) -> Answer:
    """Writes down what became of the copy with that seal code."""
    args = call.args
    with at_desk(call, write=True) as desk:
        case_id, issued = copies.by_code(desk, args.code)
        copies.account(
            desk, case_id, issued, FATES[args.what], to=args.to or "", reason=args.reason or ""
        )
        (found,) = (one for one in copies.register(desk, case_id) if one.entry_id == issued)
        return Answer(_document(found), _lines(found, desk.zone), notes=desk.warnings)


def _lines(copy: Copy, zone: str) -> list[str]:
    which = f"version {copy.version}, copy {copy.copy}"
    issued = f"issued {day_and_time(copy.issued_at, zone)} by {copy.issued_by}"
    head = joined(copy.number, word("paper", copy.paper), which, issued, standing_words(copy))
    return [head, *(f"  {line_words(one, zone, one.by)}" for one in copy.lines)]


def _document(copy: Copy) -> dict[str, Any]:
    made: dict[str, Any] = msgspec.to_builtins(copy)
    return made
