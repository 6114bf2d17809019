"""The commands on cases: open, add, show, list; and the schema of what they take."""

from typing import Any
from uuid import UUID

from minors_desk.cli.bodies import bodies_in, openings_in
from minors_desk.cli.case_document import document_of, seen_from
from minors_desk.cli.case_words import found_about, words_of
from minors_desk.cli.desks import at_desk
from minors_desk.cli.reading import read_json
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain import codec
from minors_desk.domain.board import Card
from minors_desk.domain.entries import kind_of
from minors_desk.domain.when import as_utc
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, lock_words, place_words
from minors_desk.wording.sentences import card_title
from minors_desk.wording.times import day_and_time


def opened(call: Call) -> Answer:
    """Opens a case from JSON: an encounter, and what else is known; or several in one go."""
    openings = openings_in(read_json(call.args.source, call.around.stdin))
    with at_desk(call, write=True) as desk:
        ids, _changes = cases.open_cases(desk, openings)
        saved = [_saved(desk, case_id, 0) for case_id in ids]
    if len(saved) == 1:
        return saved[0]
    lines = [line for one in saved for line in one.lines]
    return Answer({"cases": [one.document for one in saved]}, lines, notes=saved[0].notes)


def added(call: Call) -> Answer:
    """Adds entries from JSON to a case, all or none."""
    bodies = bodies_in(read_json(call.args.source, call.around.stdin))
    with at_desk(call, write=True) as desk:
        case_id = cases.find(desk, call.args.case)
        before = max(line.entry.ordinal for line in cases.read(desk, case_id).log)
        cases.add(desk, case_id, *bodies)
        return _saved(desk, case_id, before)


def shown(call: Call) -> Answer:
    """The derived case, as it stands or as it was known at an instant."""
    known = call.args.known_at
    known = None if known is None else as_utc(known)
    with at_desk(call, write=False) as desk:
        case = cases.read(desk, cases.find(desk, call.args.case), known=known)
        seen = seen_from(desk, case, desk.now() if known is None else known)
        return Answer(document_of(seen), words_of(seen), notes=desk.warnings)


def listed(call: Call) -> Answer:
    """All cases, most urgent first."""
    with at_desk(call, write=False) as desk:
        cards = cases.listed(desk)
        lines = [_card_line(card, desk.zone) for card in cards] or ["There are no cases yet."]
        return Answer({"cases": [_card(card) for card in cards]}, lines, notes=desk.warnings)


def schema(_call: Call) -> Answer:
    """The JSON Schema of every kind of entry; the same with and without ``--json``."""
    from minors_desk.cli.output import as_json

    document = codec.schema()
    return Answer(document, as_json(document).splitlines())


def _saved(desk: Desk, case_id: UUID, before: int) -> Answer:
    case = cases.read(desk, case_id)
    new = sorted(
        (line.entry for line in case.log if line.entry.ordinal > before),
        key=lambda entry: entry.ordinal,
    )
    told = [
        {"ordinal": entry.ordinal, "id": str(entry.id), "kind": kind_of(entry.body)}
        for entry in new
    ]
    count = "1 entry" if len(new) == 1 else f"{len(new)} entries"
    found = found_about(seen_from(desk, case, desk.now()), {entry.id for entry in new})
    return Answer(
        {"case": str(case_id), "number": case.number, "entries": told, "findings": found},
        [f"{case.number}: {count} saved.", *found],
        notes=desk.warnings,
    )


def _card(card: Card) -> dict[str, Any]:
    return {
        "id": str(card.case_id),
        "number": card.number,
        "state": card.state,
        "title": card_title(card),
        "name": card.name,
        "place": card.place,
        "room": card.room,
        "secure": card.secure,
        "met_at": _instant(card.met_at),
        "custody_start": _instant(card.custody_start),
        "custody_end": _instant(card.custody_end),
        "receiver": card.receiver,
        "findings": card.findings,
        "duties": [
            {"rule": one.rule_id, "title": one.title, "due": _instant(one.due)}
            for one in card.open_clocks
        ],
    }


def _instant(moment: Any) -> str | None:
    return None if moment is None else as_utc(moment).isoformat().replace("+00:00", "Z")


def _card_line(card: Card, zone: str) -> str:
    due = next((one for one in card.open_clocks if one.due is not None), None)
    where = ""
    if card.state == "in_custody":
        where = joined(place_words(card.place, card.room), lock_words(card.secure))
    return joined(
        card.number,
        card_title(card),
        word("state", card.state),
        where,
        card.receiver,
        "" if due is None or due.due is None else f"{due.title}: {day_and_time(due.due, zone)}",
    )
