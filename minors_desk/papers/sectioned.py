"""Papers about a whole case whose numbered sections are the same for every case of a country."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from minors_desk.domain.case import Case
from minors_desk.papers.boxes import BoxSource
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.grids import DASH_NOTE, TableSource
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.parted import Part, PartedPaper, Titled
from minors_desk.papers.sheet import Row, SignatureBox

_NO_CASE = ("There is no such case", "Check its number.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """What stands under one title, and the small print below it.

    `only_in` names the country of whose stations it is; empty for all.
    """

    title: str
    parts: tuple[Part[CaseView], ...]
    note: str = ""
    only_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The lines for ink at the end of such a paper, and what stands below them."""

    lines: tuple[SignatureBox, ...]
    note: str


def sectioned(
    names: tuple[str, str],
    sources: Mapping[str, BoxSource[CaseView]],
    sections: tuple[Under, ...],
    signed: Signed,
    *,
    title_fr: str = "",
    pointer: Callable[[PaperInput], str] | None = None,
) -> PartedPaper[CaseView]:
    """The paper of that name and title, with the sections of the country of its station.

    Of `sources` it has the boxes that stand in any section; `title_fr` and `pointer` are as in
    every paper in parts.
    """
    parts = [part for one in sections for part in one.parts]
    shown = [name for part in parts if isinstance(part, tuple) for name in part[0]]
    ink: Titled[CaseView] = Titled(
        title="Signature",
        parts=(Row(signed.lines),),
        note=f"{signed.note} {DASH_NOTE}",
        together=True,
    )

    def of_country(view: CaseView) -> Sequence[Titled[CaseView]]:
        here = (one for one in sections if one.only_in in ("", view.given.country))
        return (*(Titled(title=one.title, parts=one.parts, note=one.note) for one in here), ink)

    name, title = names
    return PartedPaper(
        name=name,
        title=title,
        template_version=1,
        view=view_of,
        no_such=_NO_CASE,
        boxes={name: sources[name] for name in shown},
        tables=tuple(part for part in parts if isinstance(part, TableSource)),
        sections=of_country,
        title_fr=title_fr,
        pointer=pointer,
    )


def view_of(given: PaperInput, case: Case) -> CaseView:
    """The whole case as these papers read it."""
    return CaseView(case=case, given=given, lines=log_of(case))
