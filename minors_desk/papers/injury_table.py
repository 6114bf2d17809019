"""The table of injuries as the screenings saw them, each with its place on the map of the body."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain.screening import Injury, MedicallyScreened, injuries
from minors_desk.papers.case_view import CaseView
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An injury of a screening, with the number of the sheet that has the map of the body."""

    at: datetime
    entry_id: UUID
    number: int
    sheet: str
    injury: Injury


def screening_number(view: CaseView, entry_id: UUID) -> str:
    """The number that the sheet of that screening carries: they count as they were written."""
    told = [one.entry for one in view.case.log if isinstance(one.entry.body, MedicallyScreened)]
    order = [one.id for one in sorted(told, key=lambda one: one.ordinal)]
    return f"MS-{view.case.number}-{order.index(entry_id) + 1}"


def _injuries(view: CaseView) -> Iterator[Seen]:
    for one in view.case.screenings:
        sheet = screening_number(view, one.entry_id)
        for number, injury in enumerate(injuries(one.sheet), start=1):
            yield Seen(at=one.at, entry_id=one.entry_id, number=number, sheet=sheet, injury=injury)


def _where(_: CaseView, one: Seen) -> str:
    side = "" if one.injury.side is None else word("body_side", one.injury.side)
    return joined(word("body_part", one.injury.part), side)


def _photos(view: CaseView, one: Seen) -> str:
    named = set(one.injury.photos)
    files = (each for each in view.case.attachments if named & {each.entry_id, each.file_id})
    hashes = ", ".join(each.sha256[:16] for each in files)
    return joined(str(len(one.injury.photos)), hashes) if one.injury.photos else ""


INJURIES: TableSource[CaseView, Seen] = TableSource(
    "injured",
    _injuries,
    {
        "at": CellSource(
            "Seen",
            "medically_screened.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            5,
            about="health",
        ),
        "where": CellSource(
            "Where on the body",
            "medically_screened.signs.injuries.part",
            _where,
            6,
            about="health",
        ),
        "injury": CellSource(
            "What",
            "medically_screened.signs.injuries.injury",
            lambda _, one: joined(word("injury", one.injury.injury), one.injury.words),
            9,
            about="health",
        ),
        "photos": CellSource(
            "Photographs",
            "medically_screened.signs.injuries.photos",
            _photos,
            5,
            about="health",
        ),
        "map": CellSource(
            "Map of the body: sheet, no.",
            "medically_screened.signs.injuries.part",
            lambda _, one: joined(one.sheet, f"no. {one.number}"),
            8,
            about="health",
        ),
    },
    lambda one: (one.at, f"{one.entry_id}.{one.number:04}"),
)
