"""The commands on cases: open, add, show, list; and the schema of what they take."""

from uuid import UUID

from minors_desk.cli.bodies import bodies_in, openings_in
from minors_desk.cli.cards import card_document, card_line
from minors_desk.cli.desks import at_desk, reading_desk
from minors_desk.cli.reading import read_json
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.cli.telling.catalog import document_of, words_of
from minors_desk.cli.telling.findings import found_about
from minors_desk.cli.telling.seen import seen_from
from minors_desk.domain import codec
from minors_desk.domain.entries import kind_of
from minors_desk.domain.when import as_utc
from minors_desk.services import cases
from minors_desk.services.desk import Desk


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
    with reading_desk(call) as (desk, case_id):
        case = cases.read(desk, case_id, known=known)
        seen = seen_from(desk, case, desk.now() if known is None else known)
        return Answer(document_of(seen), words_of(seen), notes=desk.warnings)


def listed(call: Call) -> Answer:
    """All cases, most urgent first."""
    with at_desk(call, write=False) as desk:
        cards = cases.listed(desk)
        lines = [card_line(card, desk.zone) for card in cards] or ["There are no cases yet."]
        return Answer(
            {"cases": [card_document(card) for card in cards]}, lines, notes=desk.warnings
        )


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
