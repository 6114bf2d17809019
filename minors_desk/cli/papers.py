"""The commands on papers: which there are, issuing one as a PDF."""

from uuid import UUID

from minors_desk.cli.certificates import certificate, sealed_document, sealed_lines
from minors_desk.cli.desks import at_desk
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import DeskError
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


def printed(call: Call) -> Answer:
    """Issues a copy and saves it; both are entries of the case."""
    args = call.args
    with (
        NewFile(args.out, "--out") as file,
        at_desk(call, write=True) as desk,
        certificate(call, desk) as sealer,
    ):
        case_id = cases.find(desk, args.case)
        subject = args.subject
        if subject is None:
            subject = printing.usual_subject(cases.read(desk, case_id), args.name)
        outlet = args.given_to or "", args.sheet
        return print_to(file, desk, (case_id, args.name, subject), outlet, sealer)


def print_to(
    file: NewFile,
    desk: Desk,
    wanted: tuple[UUID, str, int],
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
