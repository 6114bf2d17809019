"""The commands that find cases, and that make what lists and search read again from the log."""

from minors_desk.cli.cards import card_document, card_line
from minors_desk.cli.desks import at_desk
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.services import finding
from minors_desk.services.finding import Hit
from minors_desk.services.verifying import rebuild_index
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined


def found(call: Call) -> Answer:
    """Cases by what is known of them; ends with 1 when there is none."""
    with at_desk(call, write=False) as desk:
        hits = finding.find(desk, " ".join(call.args.text))
        lines = [
            joined(card_line(hit.card, desk.zone), word("found_in", hit.where)) for hit in hits
        ]
        return Answer(
            {"cases": [_hit(hit) for hit in hits]},
            lines or ["There is no such case."],
            code=0 if hits else 1,
            notes=desk.warnings,
        )


def _hit(hit: Hit) -> dict[str, object]:
    return card_document(hit.card) | {"found_in": hit.where, "entry": str(hit.entry_id)}


def rebuilt(call: Call) -> Answer:
    """Makes the index again from the log."""
    with at_desk(call, write=True) as desk:
        count = rebuild_index(desk)
        cases = "1 case" if count == 1 else f"{count} cases"
        return Answer(
            {"cases": count}, [f"The index was made again: {cases}."], notes=desk.warnings
        )
