"""The frame of a paper about a whole case: who the child is, and below that tables of the case."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from minors_desk.domain.case import Case
from minors_desk.domain.gates import About
from minors_desk.papers.boxes import Abreast, Boxes, BoxSource, changes, row_of, with_struck
from minors_desk.papers.case_view import CaseView, OfCase, log_of
from minors_desk.papers.child_boxes import CHILD
from minors_desk.papers.grids import DASH_NOTE, TableSource, abouts_of, fields_of, labels_of
from minors_desk.papers.paper import FRAME_BOXES, POINTER_BOX, PaperInput
from minors_desk.papers.sheet import Form, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePaper:
    """What such a paper holds: rows of the child's boxes, and tables, each with its title.

    `child_note` stands below the child, `note` below the last table. `only_filled` leaves out the
    tables of what never was. `after` are sections that come last, and are read from nothing.
    `title_fr` and `pointer` are as in a form.
    """

    name: str
    title: str
    template_version: int
    child: tuple[Abreast, ...]
    tables: tuple[tuple[str, TableSource[CaseView, Any]], ...]
    child_note: str = ""
    note: str = DASH_NOTE
    only_filled: bool = False
    after: tuple[Section, ...] = ()
    title_fr: str = ""
    pointer: str = ""

    def compose(self, given: PaperInput) -> Form:
        """Compose the paper over all custodies of the case."""
        made = changes(given)
        boxes = with_struck(given, lambda case: self._boxes(given, case), made)
        rows = tuple(row_of(boxes, row) for row in self.child)
        view = _view(given, given.case)
        filled = [
            (title, source.table(view, lambda case: _view(given, case), made))
            for title, source in self.tables
        ]
        sections = [
            Section(title, (table,))
            for title, table in filled
            if table.lines or not self.only_filled
        ]
        if sections:
            sections[-1] = replace(sections[-1], note=self.note)
        return Form(
            paper=self.name,
            template_version=self.template_version,
            title=self.title,
            head=given.head(),
            sections=(Section("Child", rows, note=self.child_note), *sections, *self.after),
            prepared_by=given.prepared(),
            reviewed_by=given.reviewed(),
            title_fr=self.title_fr,
            pointer=self.pointer,
        )

    @property
    def boxes(self) -> Mapping[str, str]:
        """The entry field behind each box."""
        pointer = POINTER_BOX if self.pointer else {}
        return {**FRAME_BOXES, **pointer, **fields_of(self._sources(), self._tables())}

    @property
    def labels(self) -> Mapping[str, str]:
        """How each box of the body is called on the page."""
        return labels_of(self._sources(), self._tables())

    @property
    def about(self) -> Mapping[str, About]:
        """Which information each box tells, where a rule may keep that from an addressee."""
        return abouts_of(self._sources(), self._tables())

    def _sources(self) -> dict[str, BoxSource[OfCase]]:
        return {name: CHILD[name] for names, _weights, _lines in self.child for name in names}

    def _tables(self) -> list[TableSource[CaseView, Any]]:
        return [source for _title, source in self.tables]

    def _boxes(self, given: PaperInput, case: Case) -> Boxes:
        view = _view(given, case)
        return {name: one.box(name, view) for name, one in self._sources().items()}


def _view(given: PaperInput, case: Case) -> CaseView:
    return CaseView(case=case, given=given, lines=log_of(case))
