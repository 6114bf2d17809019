"""The medical and welfare screening sheet (paper 8): one screening, question by question."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from minors_desk.domain.care import Care
from minors_desk.domain.case import Case
from minors_desk.domain.printed import SCREENING_SHEET
from minors_desk.papers.boxes import Abreast
from minors_desk.papers.custody_tables import CARE as OF_CUSTODY
from minors_desk.papers.grids import DASH_NOTE, CellSource, TableSource
from minors_desk.papers.paper import Paper
from minors_desk.papers.parted import PartedPaper, Titled
from minors_desk.papers.screening_boxes import BOXES, injury_row
from minors_desk.papers.screening_view import ScreeningView, screening_view, written
from minors_desk.papers.sheet import Row, for_ink
from minors_desk.wording.codes import WORDS

NAME = SCREENING_SHEET
TITLE = "Medical and welfare screening"
_NOTHING_YET = ("This child was not screened", "Screen it with the key S, then print.")
_URGENT_NOTE = (
    "Any urgent sign means: call an ambulance now. This sheet is no medical finding and replaces "
    "none."
)
_SIGN_NOTE = "Signed by hand on this copy."


def _care(view: ScreeningView) -> list[Care]:
    """What the child was offered from this screening to the next."""
    until = view.until
    return [
        one for one in view.case.care if one.at >= view.at and (until is None or one.at < until)
    ]


CARE: TableSource[ScreeningView, Care] = TableSource(
    OF_CUSTODY.name,
    _care,
    cast("Mapping[str, CellSource[ScreeningView, Care]]", OF_CUSTODY.cells),
    OF_CUSTODY.key,
)


def _signs(part: str, codes: str, abreast: int) -> tuple[Abreast, ...]:
    """Rows of so many signs side by side."""
    names = [f"{part}.{sign}" for sign in WORDS[codes]]
    rows = (names[at : at + abreast] for at in range(0, len(names), abreast))
    return tuple((tuple(row), (24 // abreast,) * len(row), 1) for row in rows)


_INK = Row(
    (
        for_ink("signature.screener", "Who screened the child"),
        for_ink("signature.officer", "Officer of this agency"),
    )
)
_SECTIONS: tuple[Titled[ScreeningView], ...] = (
    Titled(
        title="Child",
        parts=(
            (("child.name", "child.own_script"), (14, 10), 1),
            (("child.age", "child.sex", "child.language"), (5, 5, 14), 1),
        ),
    ),
    Titled(
        title="Screening",
        parts=(
            (("screened.number", "screened.at", "screened.interpreter"), (6, 8, 10), 1),
            (("screened.by",), (24,), 1),
        ),
    ),
    Titled(title="Urgent signs", parts=_signs("urgent", "urgent_sign", 3), note=_URGENT_NOTE),
    Titled(
        title="Signs of illness, and pain",
        parts=(
            *_signs("illness", "illness_sign", 4),
            (("pain.level",), (24,), 1),
        ),
    ),
    Titled(title="Injuries", parts=(injury_row,)),
    Titled(
        title="Health",
        parts=(
            (("health.medicines", "health.last_dose"), (14, 10), 1),
            (("health.allergies_asked", "health.conditions_asked"), (12, 12), 1),
            (("health.private", "health.pregnant", "health.period"), (8, 8, 8), 1),
            (("health.substance", "health.aids", "health.infant"), (8, 8, 8), 1),
        ),
    ),
    Titled(
        title="How the child is",
        parts=(
            (("wellbeing.self_harm", "wellbeing.fear"), (12, 12), 1),
            (
                (
                    "wellbeing.exhaustion",
                    "wellbeing.meal",
                    "wellbeing.water",
                    "wellbeing.sleep",
                ),
                (6, 6, 6, 6),
                1,
            ),
            (("wellbeing.abuse", "wellbeing.exam"), (14, 10), 1),
        ),
    ),
    Titled(
        title="Decision",
        parts=(
            (("outcome.decision", "outcome.consent", "outcome.papers"), (8, 8, 8), 1),
            (("outcome.provider", "outcome.finding"), (8, 16), 1),
            (("outcome.given", "recheck.due", "recheck.done"), (8, 7, 9), 1),
        ),
    ),
    Titled(title="Given and offered from then on", parts=(CARE,), note=DASH_NOTE),
    Titled(title="Signatures", parts=(_INK,), note=_SIGN_NOTE, together=True),
)
BODY: PartedPaper[ScreeningView] = PartedPaper(
    name=NAME,
    title=TITLE,
    template_version=1,
    view=screening_view,
    no_such=_NOTHING_YET,
    boxes=BOXES,
    tables=(CARE,),
    sections=lambda _: _SECTIONS,
    title_fr="Examen de santé et de bien-être",
)


def _subjects(case: Case) -> tuple[int, ...]:
    """Those that count, the newest first; one that was withdrawn keeps its number."""
    lines = enumerate(written(case), start=1)
    return tuple(number for number, line in lines if line.counts is not None)[::-1]


def _prepared_in(case: Case, subject: int) -> UUID | None:
    lines = written(case)
    return lines[subject - 1].entry.id if 1 <= subject <= len(lines) else None


PAPER = Paper(
    name=NAME,
    number_prefix="MS",
    title=TITLE,
    templates={1: BODY.compose},
    subjects=_subjects,
    nothing_yet=_NOTHING_YET,
    prepared_in=_prepared_in,
    boxes=BODY.fields,
    labels=BODY.labels,
    subject_word="screening",
    goes_to=("agency", "station"),
    each_in_packet=True,
)
