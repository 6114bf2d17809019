"""The inventory and receipt of a child's belongings (paper 3): each thing until somebody has it."""

from typing import Any
from uuid import UUID

from minors_desk.domain.belongings import CashCounted, PropertyTaken
from minors_desk.domain.case import Case
from minors_desk.domain.printed import BELONGINGS
from minors_desk.papers.belonging_papers import BOXES, LOOKS, PAPERS_OF_IDENTITY, PHONES
from minors_desk.papers.belonging_tables import BAGS, CASH, CHAIN, DISPUTES, TAKINGS, THINGS
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.grids import DASH_NOTE, TableSource
from minors_desk.papers.paper import Paper, PaperInput
from minors_desk.papers.parted import PartedPaper, Titled
from minors_desk.papers.sheet import Row, for_ink

NAME = BELONGINGS
TITLE = "Property inventory and receipt"
_NOTHING_YET = (
    "Nothing of this child's belongings is listed",
    "List them with the key V, then print.",
)
_PHONE_NOTE = (
    "A phone is not searched without authority. Every look into one is a line of its own, with "
    "the authority or the consent that was told of it; where neither was told it says MISSING."
)
_CASH_NOTE = "Currencies are not converted and not added up."
_SIGN_NOTE = (
    "Signed by hand on this copy. Whoever signs as the child was told, in a language it "
    "understands, what stands on the list."
)
_SIGNED = (
    Row(
        (
            for_ink("signature.child", "The child"),
            for_ink("signature.officer", "Officer who lists or releases"),
        )
    ),
    Row(
        (
            for_ink("signature.witness", "Witness"),
            for_ink("signature.receiver", "Who receives the things"),
        )
    ),
)
TABLES: tuple[TableSource[CaseView, Any], ...] = (
    TAKINGS,
    THINGS,
    PAPERS_OF_IDENTITY,
    CASH,
    PHONES,
    LOOKS,
    BAGS,
    CHAIN,
    DISPUTES,
)
_SECTIONS: tuple[Titled[CaseView], ...] = (
    Titled(
        title="Child",
        parts=(
            (("child.name", "child.own_script"), (14, 10), 1),
            (("child.temporary_id", "child.age"), (14, 10), 1),
        ),
    ),
    Titled(
        title="How it stands",
        parts=(
            (("belongings.in_full", "belongings.due"), (14, 10), 2),
            (("belongings.missing", "belongings.agrees"), (14, 10), 2),
        ),
    ),
    Titled(title="Taken into keeping", parts=(TAKINGS,)),
    Titled(title="Things, line by line", parts=(THINGS,)),
    Titled(title="Papers of identity", parts=(PAPERS_OF_IDENTITY,)),
    Titled(
        title="Cash, counted by two",
        parts=((("belongings.cash",), (24,), 1), CASH),
        note=_CASH_NOTE,
    ),
    Titled(title="Phones", parts=(PHONES,)),
    Titled(title="Looks into a phone", parts=(LOOKS,), note=_PHONE_NOTE),
    Titled(title="Sealed bags", parts=(BAGS,)),
    Titled(title="Moved, returned, handed on", parts=(CHAIN,)),
    Titled(title="What the child does not agree with", parts=(DISPUTES,), note=DASH_NOTE),
    Titled(title="Signatures", parts=_SIGNED, note=_SIGN_NOTE, together=True),
)


def _view(given: PaperInput, case: Case) -> CaseView:
    return CaseView(case=case, given=given, lines=log_of(case))


BODY: PartedPaper[CaseView] = PartedPaper(
    name=NAME,
    title=TITLE,
    template_version=1,
    view=_view,
    no_such=_NOTHING_YET,
    boxes=BOXES,
    tables=TABLES,
    sections=lambda _: _SECTIONS,
    title_fr="Inventaire et reçu des effets personnels",
)


def _told(case: Case) -> list[UUID]:
    """The entries that listed or counted something, those too that were withdrawn since."""
    return [
        line.entry.id
        for line in case.log
        if isinstance(line.entry.body, PropertyTaken | CashCounted)
    ]


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who listed the first thing opened the inventory."""
    return next(iter(_told(case)), None)


PAPER = Paper(
    name=NAME,
    number_prefix="BI",
    title=TITLE,
    templates={1: BODY.compose},
    subjects=lambda case: (0,) if _told(case) else (),
    nothing_yet=_NOTHING_YET,
    prepared_in=_prepared_in,
    boxes=BODY.fields,
    labels=BODY.labels,
    goes_to=("receiver", "station"),
)
