"""The commands on papers: which there are, issuing one as a PDF."""

from minors_desk.cli.desks import at_desk
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import DeskError, NotFound
from minors_desk.services import cases, printing
from minors_desk.services.desk import Desk
from minors_desk.services.printing import Issued


def listed(_call: Call) -> Answer:
    """Every paper by the name that ``paper print`` takes."""
    papers = printing.catalog().items()
    return Answer(
        {"papers": [{"name": name, "title": title} for name, title in papers]},
        [f"{name}  {title}" for name, title in papers],
    )


def printed(call: Call) -> Answer:
    """Issues a copy and saves it; both are entries of the case."""
    args = call.args
    if args.name not in printing.catalog():
        raise NotFound("There is no paper of that name", "Run `minors-desk paper list`.")
    with NewFile(args.out, "--out") as file, at_desk(call, write=True) as desk:
        case_id = cases.find(desk, args.case)
        subject = args.subject
        if subject is None:
            subject = printing.usual_subject(cases.read(desk, case_id), args.name)
        issued = printing.issue_paper(desk, case_id, args.name, subject)
        try:
            file.write(issued.pdf)
        except DeskError as error:
            printing.print_failed(desk, issued, error.title)
            raise
        printing.paper_printed(desk, issued, "file", args.given_to or "")
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
