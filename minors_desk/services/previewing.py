"""What stands beside the preview of a paper: how full it is, and the page of each of its boxes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.drawing import Sheet
from minors_desk.papers.fullness import Checked, Fullness
from minors_desk.papers.layout import lay_out
from minors_desk.papers.withholding import generic
from minors_desk.services import cases, offering
from minors_desk.services.composing import form_as_it_stands
from minors_desk.services.desk import Desk
from minors_desk.services.offering import Offered

__all__ = ["Checked", "Fullness", "Looked", "Sheet", "looked_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A paper with what is known of its boxes, each by its name.

    `pages` has the page, from 1, on which a box begins; `fields` the field of an entry (kind.field)
    that it prints. Boxes of forms that are not our own stand in neither.
    """

    paper: Offered
    pages: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)


def looked_at(desk: Desk, case_id: UUID | None, name: str, subject: int) -> Looked:
    """How full that paper is as it stands, and where its boxes are; nothing is recorded.

    Raises as `offering.checked` does.
    """
    found = offering.checked(desk, case_id, name, subject)
    paper = PAPERS.get(name)
    if paper is None or case_id is None:
        return Looked(paper=found)
    form = form_as_it_stands(desk, paper, cases.read(desk, case_id), subject)
    pages: dict[str, int] = {}
    for page, box, _text in lay_out(form).printed():
        pages.setdefault(box, page)
    boxes = (one.name for one in found.fullness.boxes)
    fields = {box: paper.boxes[generic(box)] for box in boxes if generic(box) in paper.boxes}
    return Looked(paper=found, pages=pages, fields=fields)
