"""The commands that show what a supervisor looks at first: the board, and a case's findings."""

from minors_desk.cli.cards import card_document, card_line
from minors_desk.cli.desks import at_desk, reading_desk
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.cli.telling import findings
from minors_desk.cli.telling.seen import plain, seen_from
from minors_desk.services import cases, review
from minors_desk.wording.times import day_and_time

_PARTS = (
    ("missing", "Missing"),
    ("in_custody", "In our custody now"),
    ("met", "Met, not in custody"),
    ("still_owed", "Over, still owed"),
    ("handed_over", "Over lately"),
)


def board(call: Call) -> Answer:
    """The home screen: every child with us, the most urgent duty first, and what is still owed."""
    with at_desk(call, write=False) as desk:
        shown = cases.the_board(desk)
        lines = [f"as of {day_and_time(shown.as_of, desk.zone)}"]
        document = {"as_of": plain(shown.as_of)}
        for name, title in _PARTS:
            cards = getattr(shown, name)
            document[name] = [card_document(one) for one in cards]
            if cards:
                lines += ["", f"{title}: {len(cards)}"]
                lines += [f"  {card_line(one, desk.zone)}" for one in cards]
        if not shown.in_custody:
            lines += ["", "No child is in our custody."]
        return Answer(document, lines, notes=desk.warnings)


def found(call: Call) -> Answer:
    """What a supervisor must see of a case, the gravest first: the same as on the review sheet."""
    with reading_desk(call) as (desk, case_id):
        case = cases.read(desk, case_id)
        now = desk.now()
        found = review.findings_of(desk, case, now)
        seen = seen_from(desk, case, now)
        lines = [findings.for_review(seen, one) for one in found] or ["Nothing was found."]
        document = {
            "case": str(case.id),
            "number": case.number,
            "findings": [findings.document_for_review(seen, one) for one in found],
        }
        return Answer(document, [f"{case.number}: findings", *lines], notes=desk.warnings)
