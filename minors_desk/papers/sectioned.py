"""The frame of a paper about a whole case whose sections hold boxes and tables of their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from minors_desk.domain.case import Case
from minors_desk.domain.gates import About
from minors_desk.papers.boxes import Abreast, Boxes, BoxSource, changes, row_of, with_struck
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.grids import DASH_NOTE, TableSource, abouts_of, fields_of, labels_of
from minors_desk.papers.paper import FRAME_BOXES, PaperInput
from minors_desk.papers.sheet import Form, Row, Section, SignatureBox, Table

Sources = Mapping[str, BoxSource[CaseView]]
_POINTER = "head.pointer"
PartOf = Abreast | TableSource[CaseView, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """What stands under one title, and the small print below it.

    `only_in` names the country of whose stations it is; empty for all.
    """

    title: str
    parts: tuple[PartOf, ...]
    note: str = ""
    only_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionedPaper:
    """What such a paper holds; `sign` are the lines for ink, `sign_note` stands below them.

    `pointer` names the official form that it is a worksheet for, as it is at that station.
    """

    name: str
    title: str
    template_version: int
    sources: Sources
    sections: tuple[Under, ...]
    sign: tuple[SignatureBox, ...]
    sign_note: str
    title_fr: str = ""
    pointer: Callable[[PaperInput], str] | None = None

    def compose(self, given: PaperInput) -> Form:
        """Compose the paper from the whole case."""
        made = changes(given)
        boxes = with_struck(given, lambda case: self._boxes(given, case), made)
        view = view_of(given, given.case)

        def row(part: PartOf) -> Row | Table:
            if isinstance(part, TableSource):
                return part.table(view, lambda case: view_of(given, case), made)
            return row_of(boxes, part)

        sections = [
            Section(one.title, tuple(map(row, one.parts)), note=one.note)
            for one in self.sections
            if one.only_in in ("", given.country)
        ]
        ink = Section(
            "Signature", (Row(self.sign),), note=f"{self.sign_note} {DASH_NOTE}", together=True
        )
        return Form(
            paper=self.name,
            template_version=self.template_version,
            title=self.title,
            head=given.head(),
            sections=(*sections, ink),
            prepared_by=given.prepared(),
            reviewed_by=given.reviewed(),
            title_fr=self.title_fr,
            pointer="" if self.pointer is None else self.pointer(given),
        )

    @property
    def boxes(self) -> Mapping[str, str]:
        """The entry field behind each box."""
        named = {} if self.pointer is None else {_POINTER: "station_founded.jurisdiction"}
        return {**FRAME_BOXES, **named, **fields_of(self._shown(), self._tables())}

    @property
    def labels(self) -> Mapping[str, str]:
        """How each box of the body is called on the page."""
        return labels_of(self._shown(), self._tables())

    @property
    def about(self) -> Mapping[str, About]:
        """Which information each box tells, where a rule may keep that from an addressee."""
        named = ABOUT_CHILD.items()
        return {
            **{name: one for name, one in named if name in self._shown()},
            **abouts_of(self._shown(), self._tables()),
        }

    def _parts(self) -> list[PartOf]:
        return [part for one in self.sections for part in one.parts]

    def _shown(self) -> dict[str, BoxSource[CaseView]]:
        rows = [part for part in self._parts() if isinstance(part, tuple)]
        return {name: self.sources[name] for names, _weights, _lines in rows for name in names}

    def _tables(self) -> list[TableSource[CaseView, Any]]:
        return [part for part in self._parts() if isinstance(part, TableSource)]

    def _boxes(self, given: PaperInput, case: Case) -> Boxes:
        view = view_of(given, case)
        return {name: one.box(name, view) for name, one in self._shown().items()}


ABOUT_CHILD: Mapping[str, About] = {
    "child.name": "identity",
    "child.name_source": "identity",
    "child.own_script": "identity",
    "child.other_names": "identity",
    "child.identity": "identity",
    "child.birth_date": "birth_date",
    "child.age_told": "birth_date",
}
"""What the boxes of the child tell; its age and sex as seen, its language and its number here are
nothing that the law gives a name to."""


def view_of(given: PaperInput, case: Case) -> CaseView:
    """The whole case as these papers read it."""
    return CaseView(case=case, given=given, lines=log_of(case))
