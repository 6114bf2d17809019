"""Labels for wristband and bags: an entry first, so that each code is found, then the PDF."""

from dataclasses import dataclass
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.changes import Changes
from minors_desk.domain.labels import Label, LabelKind, LabelsPrinted, labels_of
from minors_desk.errors import NotFound, Refused
from minors_desk.papers.label_formats import FORMATS, LabelFormat
from minors_desk.papers.labels import draw_labels
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which labels, how: ``start`` is the first free label of a sheet, ``copies`` of each."""

    what: LabelKind
    format: str
    with_name: bool = False
    start: int = 1
    copies: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLabels:
    """The PDF of labels, with the code of each."""

    codes: tuple[str, ...]
    count: int
    pdf: bytes
    changes: Changes


def formats() -> dict[str, str]:
    """The title of every format by its name."""
    return {name: one.title for name, one in FORMATS.items()}


def labels(desk: Desk, case_id: UUID, wanted: Wanted) -> tuple[Label, ...]:
    """The labels that would be printed now; nothing is recorded."""
    require(desk, roles.PRINT_PAPERS)
    case, station = cases.read(desk, case_id), desk.founded.station
    return labels_of(case, wanted.what, station, with_name=wanted.with_name)


def make_labels(desk: Desk, case_id: UUID, wanted: Wanted) -> MadeLabels:
    """Records that they are printed, then draws them.

    Raises NotFound for a format or a place on its sheet that there is not, Refused where the case
    has no bag.
    """
    form = _format(wanted)
    made = labels(desk, case_id, wanted)
    if not made:
        raise Refused(
            "No sealed bag is with us", "Seal the belongings in a bag first.", code="no_bag"
        )
    codes = tuple(one.code for one in made)
    body = LabelsPrinted(
        occurred_at=desk.now(),
        what=wanted.what,
        format=wanted.format,
        copies=wanted.copies,
        with_name=any(one.name for one in made),
        codes=codes,
    )
    changes = record(desk, roles.PRINT_PAPERS, [(case_id, body)])
    each = [one for one in made for _ in range(wanted.copies)]
    return MadeLabels(
        codes=codes,
        count=len(each),
        pdf=draw_labels(form, each, wanted.start),
        changes=changes,
    )


def _format(wanted: Wanted) -> LabelFormat:
    form = FORMATS.get(wanted.format)
    if form is None:
        raise NotFound(
            "There is no label format of that name", f"Choose one of {', '.join(FORMATS)}."
        )
    if not 1 <= wanted.start <= form.on_page:
        raise NotFound(
            "The sheet has no such label", f"Its labels are 1 to {form.on_page}, row by row."
        )
    return form
