"""The command that prints one paper of many cases into a folder."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from minors_desk.cli.desks import at_desk
from minors_desk.cli.progress import Progress
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.when import as_utc
from minors_desk.errors import BadInput, NotFound
from minors_desk.services import cases, many_papers, printing
from minors_desk.services.desk import Desk
from minors_desk.services.many_papers import Tally

_MOST_BYTES = 4_000_000


def printed(call: Call) -> Answer:
    """Issues the paper of each case and saves it; what failed is told at the end, with 1."""
    args = call.args
    if args.name not in printing.catalog():
        raise NotFound("There is no paper of that name", "Run `minors-desk paper list`.")
    references = None if args.cases is None else _references(args.cases)
    if references is None and args.since is None and args.until is None:
        raise BadInput(
            "Nothing says which cases", "Give --cases FILE, or --from and --until.", field="--cases"
        )
    many_papers.check_folder(args.out_folder)
    with at_desk(call, write=True) as desk:
        wanted = _wanted(desk, references, args.since, args.until)
        tally = many_papers.print_many(
            desk, wanted, args.name, args.out_folder, args.sheet, Progress(call, "papers")
        )
        return Answer(
            _document(tally),
            _lines(tally),
            code=1 if tally.failed or tally.not_tried else 0,
            notes=desk.warnings,
        )


def _references(file: Path) -> list[str]:
    """The lines of the file that say something."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise BadInput("The file of --cases is too large", "Split it.", field="--cases")
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        raise BadInput(
            "The file of --cases cannot be read as text", "Name another.", field="--cases"
        ) from None
    found = [line.strip() for line in text.splitlines() if line.strip()]
    if not found:
        raise BadInput("The file of --cases names no case", "Write one to a line.", field="--cases")
    return found


def _wanted(
    desk: Desk, references: list[str] | None, since: datetime | None, until: datetime | None
) -> tuple[UUID, ...]:
    """The cases of the file, or of the handoffs that ended in that time; each once."""
    if references is not None:
        return tuple(dict.fromkeys(cases.find(desk, one) for one in references))
    begins, ends = (None if one is None else as_utc(one) for one in (since, until))
    return many_papers.of_handoffs(desk, begins, ends)


def _document(tally: Tally) -> dict[str, object]:
    return {
        "asked": tally.asked,
        "printed": [
            {"case": one.case, "file": one.file, "pages": one.pages} for one in tally.printed
        ],
        "failed": [
            {"case": one.case, "why": one.title, "what_to_do": one.what_to_do}
            for one in tally.failed
        ],
        "not_tried": tally.not_tried,
    }


def _lines(tally: Tally) -> list[str]:
    lines = [f"{len(tally.printed)} of {tally.asked} papers saved."]
    lines.extend(f"  {one.case}: {one.title}. {one.what_to_do}" for one in tally.failed)
    if tally.not_tried:
        lines.append(f"{tally.not_tried} were not tried.")
    return lines
