"""The commands on papers: which there are, issuing one as a PDF, proving one by its seal code."""

from typing import Any

import msgspec

from minors_desk.cli.desks import at_desk
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import BadInput, DeskError, NotFound
from minors_desk.services import cases, printing
from minors_desk.services.desk import Desk
from minors_desk.services.printing import Issued, Proved
from minors_desk.wording.times import day_and_time

_VERDICTS = {
    "agrees": "The paper agrees with the record.",
    "agreed_when_issued": "The paper agreed when it was issued; the record has changed since.",
    "does_not_agree": "The paper does not agree with the record.",
    "no_such_paper": "This record has no such paper.",
}
_REASONS = {
    "code_differs": "The code is not the one of the entry whose number it begins with.",
    "boxes_differ": "The page composed again from the entries is not the one that was signed.",
}
_GOOD = frozenset({"agrees", "agreed_when_issued"})


def listed(_call: Call) -> Answer:
    """Every paper by the name that ``paper print`` takes."""
    papers = printing.catalog().items()
    return Answer(
        {"papers": [{"name": name, "title": title} for name, title in papers]},
        [f"{name}  {title}" for name, title in papers],
    )


def must_fit(args: Any) -> None:
    """Raises NotFound for no paper of ours, BadInput where a case is lacking or one too many."""
    if args.name not in printing.catalog():
        raise NotFound("There is no paper of that name", "Run `minors-desk paper list`.")
    of_station = printing.is_of_station(args.name)
    if of_station and args.case is not None:
        raise BadInput(
            "This paper is of the whole station, and of no one case",
            "Leave the case out.",
            field="case",
        )
    if of_station and args.subject is not None:
        raise BadInput(
            "This paper is of the whole station, and has no subject",
            "Leave --subject out.",
            field="--subject",
        )
    if not of_station and args.case is None:
        raise BadInput(
            "This paper is of one case, and none is named", "Give its number.", field="case"
        )


def printed(call: Call) -> Answer:
    """Issues a copy and saves it; both are entries of the case, or of the station."""
    args = call.args
    must_fit(args)
    with NewFile(args.out, "--out") as file, at_desk(call, write=True) as desk:
        case_id = None if args.case is None else cases.find(desk, args.case)
        subject = args.subject
        if subject is None and case_id is not None:
            subject = printing.usual_subject(cases.read(desk, case_id), args.name)
        issued = printing.issue_paper(desk, case_id, args.name, subject or 0)
        try:
            file.write(issued.pdf)
        except DeskError as error:
            printing.print_failed(desk, issued, error.title)
            raise
        printing.paper_printed(desk, issued, "file")
        return _issued(desk, issued)


def _issued(desk: Desk, issued: Issued) -> Answer:
    document = {
        "number": issued.number,
        "version": issued.version,
        "copy": issued.copy,
        "seal_code": issued.seal_code,
        "pages": issued.pages,
        "entry": str(issued.entry_id),
    }
    pages = "1 page" if issued.pages == 1 else f"{issued.pages} pages"
    lines = [
        f"{issued.number}, version {issued.version}, copy {issued.copy}: {pages} saved.",
        f"Seal code: {issued.seal_code}",
    ]
    return Answer(document, lines, notes=desk.warnings)


def proved(call: Call) -> Answer:
    """One of the four answers; that the record changed since is not an alarm (CONTRACT 6.3)."""
    with at_desk(call, write=False) as desk:
        found = printing.verify_paper(desk, call.args.code)
        code = 0 if found.verdict in _GOOD else 1
        lines = [_VERDICTS[found.verdict], *_about(found, desk.zone)]
        return Answer(_document(found), lines, code=code, notes=desk.warnings)


def _document(found: Proved) -> dict[str, Any]:
    return {
        "verdict": found.verdict,
        "reason": found.reason,
        "case": msgspec.to_builtins(found.case_id),
        "number": found.number,
        "version": found.version,
        "copy": found.copy,
        "issued_at": msgspec.to_builtins(found.issued_at),
        "issued_by": found.issued_by,
        "boxes": [{"page": page, "box": box, "text": text} for page, box, text in found.boxes],
        "changed": list(found.changed),
        "later": list(found.later),
    }


def _about(found: Proved, zone: str) -> list[str]:
    lines = []
    if found.reason:
        lines.append(_REASONS.get(found.reason, found.reason))
    if found.issued_at is not None:
        at = day_and_time(found.issued_at, zone)
        lines.append(
            f"{found.number}, version {found.version}, copy {found.copy}: "
            f"issued {at} by {found.issued_by}"
        )
    if found.changed:
        lines.append(f"Boxes that read otherwise today: {', '.join(found.changed)}")
        lines.append(f"Entries since then: {', '.join(map(str, found.later))}")
    return lines
