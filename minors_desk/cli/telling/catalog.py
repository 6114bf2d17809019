"""Every feature of a case in the order in which `case show` tells it."""

from typing import Any

from minors_desk.cli.telling import (
    belongings,
    care,
    consulate,
    contacts,
    custody,
    disclosing,
    family,
    findings,
    handoff,
    identity,
    log,
    papers,
    trafficking,
)
from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.board import state_of
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import case_title

SECTIONS = (
    ("Identity", identity.lines),
    ("Family and companions", family.lines),
    ("Custody", custody.lines),
    ("Welfare checks", care.lines),
    ("Care", care.given),
    ("Screenings", care.screenings),
    ("Trafficking", trafficking.lines),
    ("Told, offered, searched", care.told),
    ("Calls and contacts", contacts.lines),
    ("Consulate", consulate.lines),
    ("Belongings", belongings.lines),
    ("What was told to whom", disclosing.lines),
    ("Handoffs", handoff.lines),
    ("Papers", papers.lines),
    ("Files", family.files),
    ("Findings", findings.lines),
    ("Log", log.lines),
)
DOCUMENTS = (
    identity.document,
    family.document,
    custody.document,
    care.document,
    belongings.document,
    contacts.document,
    trafficking.document,
    consulate.document,
    disclosing.document,
    handoff.document,
    papers.document,
    findings.document,
    log.document,
)


def words_of(seen: SeenCase) -> list[str]:
    """The lines of the whole case; what has nothing to say is left out."""
    case = seen.case
    lines = [
        joined(case.number, case_title(case, seen.zone), word("state", state_of(case))),
        f"as of {seen.time(seen.moment)}; all times of the station ({seen.zone})",
    ]
    for title, section in SECTIONS:
        told = list(section(seen))
        if told:
            lines += ["", title, *(f"  {line}" for line in told)]
    return lines


def document_of(seen: SeenCase) -> dict[str, Any]:
    """The whole case; instants are UTC, minutes are whole."""
    case = seen.case
    made: dict[str, Any] = {
        "id": str(case.id),
        "number": case.number,
        "title": case_title(case, seen.zone),
        "state": state_of(case),
        "as_of": plain(seen.moment),
        "zone": seen.zone,
    }
    for part in DOCUMENTS:
        made |= part(seen)
    return made
