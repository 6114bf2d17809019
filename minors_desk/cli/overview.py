"""The commands that look over what is there: the board, and what a supervisor must see to."""

from minors_desk.cli.cards import card_document, card_line
from minors_desk.cli.desks import at_desk
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.cli.telling import findings
from minors_desk.cli.telling.seen import plain, seen_from
from minors_desk.services import cases

_SECTIONS = (
    ("missing", "Missing"),
    ("in_custody", "In custody"),
    ("met", "Met"),
    ("still_owed", "Handed over, still owed"),
    ("handed_over", "Handed over"),
)


def board(call: Call) -> Answer:
    """The home screen: the children who are ours, and what is still owed to those who were."""
    with at_desk(call, write=False) as desk:
        told = cases.the_board(desk)
        document: dict[str, object] = {"as_of": plain(told.as_of)}
        lines: list[str] = []
        for name, title in _SECTIONS:
            cards = getattr(told, name)
            document[name] = [card_document(card) for card in cards]
            if cards:
                lines += [title, *(f"  {card_line(card, desk.zone)}" for card in cards)]
        return Answer(document, lines or ["There is no child on the board."], notes=desk.warnings)


def found_in_case(call: Call) -> Answer:
    """What a supervisor must see of a case: what the law forbids first; ends with 0 either way."""
    with at_desk(call, write=False) as desk:
        case = cases.read(desk, cases.find(desk, call.args.case))
        seen = seen_from(desk, case, desk.now())
        document = {"case": str(case.id), "number": case.number, **findings.document(seen)}
        lines = list(findings.lines(seen)) or [f"{case.number}: nothing to see to."]
        return Answer(document, lines, notes=desk.warnings)
