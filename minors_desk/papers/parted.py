"""The frame of a paper in parts: boxes of its own, tables and rows made for it, under titles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from minors_desk.domain.case import Case
from minors_desk.domain.gates import About
from minors_desk.errors import NotFound
from minors_desk.papers.boxes import Abreast, Boxes, BoxSource, changes, row_of, with_struck
from minors_desk.papers.grids import TableSource, abouts_of, fields_of, labels_of
from minors_desk.papers.paper import FRAME_BOXES, POINTER_BOX, PaperInput
from minors_desk.papers.sheet import Form, Row, Section, Table

V = TypeVar("V")
Made = Callable[[V, Boxes], Row]
"""A row made from the view and all boxes of the paper."""
Part = Abreast | TableSource[V, Any] | Made[V] | Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled(Generic[V]):
    """One section: its title, its rows and tables, and the small print below them."""

    title: str
    parts: tuple[Part[V], ...]
    note: str = ""
    together: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartedPaper(Generic[V]):
    """What such a paper holds; `view` looks at a case, None where the subject is not in it.

    `no_such` says (what is so, what to do) when it is not. `sections` may depend on the view;
    `tables` are all that stand in any of them. `title_fr` and `pointer` are as in a form.
    """

    name: str
    title: str
    template_version: int
    view: Callable[[PaperInput, Case], V | None]
    no_such: tuple[str, str]
    boxes: Mapping[str, BoxSource[V]]
    tables: tuple[TableSource[V, Any], ...] = ()
    sections: Callable[[V], Sequence[Titled[V]]]
    title_fr: str = ""
    pointer: Callable[[PaperInput], str] | None = None

    def compose(self, given: PaperInput) -> Form:
        """Compose the paper. Raises NotFound if the case has no such subject."""
        view = self.view(given, given.case)
        if view is None:
            raise NotFound(*self.no_such)
        made = changes(given)
        boxes = with_struck(given, lambda case: self._boxes(given, case), made)

        def row(part: Part[V]) -> Row | Table:
            if isinstance(part, TableSource):
                return part.table(view, lambda case: self.view(given, case), made)
            if isinstance(part, Row):
                return part
            return row_of(boxes, part) if isinstance(part, tuple) else part(view, boxes)

        sections = tuple(
            Section(
                one.title,
                tuple(map(row, one.parts)),
                note=one.note,
                together=one.together,
                new_page=one.new_page,
            )
            for one in self.sections(view)
        )
        return Form(
            paper=self.name,
            template_version=self.template_version,
            title=self.title,
            head=given.head(),
            sections=sections,
            prepared_by=given.prepared(),
            reviewed_by=given.reviewed(),
            title_fr=self.title_fr,
            pointer="" if self.pointer is None else self.pointer(given),
        )

    @property
    def fields(self) -> Mapping[str, str]:
        """The entry field behind each box."""
        pointer = {} if self.pointer is None else POINTER_BOX
        return {**FRAME_BOXES, **pointer, **fields_of(self.boxes, self.tables)}

    @property
    def labels(self) -> Mapping[str, str]:
        """How each box of the body is called on the page."""
        return labels_of(self.boxes, self.tables)

    @property
    def about(self) -> Mapping[str, About]:
        """Which information each box tells, where a rule may keep that from an addressee."""
        return abouts_of(self.boxes, self.tables)

    def _boxes(self, given: PaperInput, case: Case) -> Boxes:
        view = self.view(given, case)
        if view is None:
            return {}
        return {name: one.box(name, view) for name, one in self.boxes.items()}
