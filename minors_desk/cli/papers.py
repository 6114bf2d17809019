"""The commands on papers: which there are, issuing one as a PDF."""

from typing import Any
from uuid import UUID

from minors_desk.cli.certificates import certificate, sealed_document, sealed_lines
from minors_desk.cli.desks import at_desk
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import BadInput, DeskError
from minors_desk.services import cases, printing, sealing
from minors_desk.services.desk import Desk
from minors_desk.services.previewing import Sheet
from minors_desk.services.printing import Issued
from minors_desk.services.sealing import Sealed, Sealer


def listed(_call: Call) -> Answer:
    """Every paper of our own by the name that ``paper print`` takes."""
    papers = printing.catalog().items()
    return Answer(
        {"papers": [{"name": name, "title": title} for name, title in papers]},
        [f"{name}  {title}" for name, title in papers],
    )


def must_fit(args: Any) -> None:
    """Raises BadInput where a case is lacking or one too many."""
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
    with (
        NewFile(args.out, "--out") as file,
        at_desk(call, write=True) as desk,
        certificate(call, desk) as sealer,
    ):
        case_id = None if args.case is None else cases.find(desk, args.case)
        subject = args.subject
        if subject is None and case_id is not None:
            subject = printing.usual_subject(cases.read(desk, case_id), args.name)
        outlet = args.given_to or "", args.sheet
        return print_to(file, desk, (case_id, args.name, subject or 0), outlet, sealer)


def print_to(
    file: NewFile,
    desk: Desk,
    wanted: tuple[UUID | None, str, int],
    outlet: tuple[str, Sheet] = ("", "letter"),
    sealer: Sealer | None = None,
) -> Answer:
    """Issues a copy into that file, and records that it was saved or why not.

    `wanted`: the case, the name of the paper, its subject; `outlet`: to whom it is given, and the
    size of its sheets.
    """
    case_id, name, subject = wanted
    given_to, sheet = outlet
    issued = printing.issue_paper(desk, case_id, name, subject, sheet)
    try:
        sealed = _sealed(desk, sealer, issued)
        file.write(issued.pdf if sealed is None else sealed.pdf)
    except DeskError as error:
        printing.print_failed(desk, issued, error.title)
        raise
    by = "" if sealed is None else sealed.status.subject
    printing.paper_printed(desk, issued, "file", given_to, sealed_as=by)
    return _issued(desk, issued, sealed)


def _sealed(desk: Desk, sealer: Sealer | None, issued: Issued) -> Sealed | None:
    return None if sealer is None else sealing.seal(desk, sealer, issued.pdf)


def _issued(desk: Desk, issued: Issued, sealed: Sealed | None) -> Answer:
    document = {
        "number": issued.number,
        "version": issued.version,
        "copy": issued.copy,
        "seal_code": issued.seal_code,
        "pages": issued.pages,
        "entry": str(issued.entry_id),
        **sealed_document(sealed),
    }
    pages = "1 page" if issued.pages == 1 else f"{issued.pages} pages"
    lines = [
        f"{issued.number}, version {issued.version}, copy {issued.copy}: {pages} saved.",
        f"Seal code: {issued.seal_code}",
        *sealed_lines(sealed),
    ]
    return Answer(document, lines, notes=desk.warnings)
