"""The consular notification sheet (paper 4) and its variant on a guardian (VCCR art. 37(b)).

Page 1 is what the consulate gets, and is there only while it may be sent. What follows stays here.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import CONSULAR_GUARDIAN, CONSULAR_NOTICE
from minors_desk.papers.boxes import Abreast
from minors_desk.papers.consular_boxes import GUARDIAN_OURS, GUARDIAN_TOLD, OURS, TOLD
from minors_desk.papers.consular_tables import GUARDIANS, NOTICES, OFFERS, REQUESTS, TRIES
from minors_desk.papers.consular_view import ConsularView, Sending, consular_view, subjects
from minors_desk.papers.grids import DASH_NOTE, TableSource
from minors_desk.papers.paper import Paper, PaperInput
from minors_desk.papers.parted import PartedPaper, Titled
from minors_desk.papers.sheet import Box, Row, for_ink

TITLE = "Consular notification sheet"
GUARDIAN_TITLE = "Consular notice: a guardian may be needed"
_NO_CONSULATE = (
    "Of a stateless child no consulate is told, of a refugee none before counsel has said go ahead."
)
NOTHING_YET = (
    "There is no consulate that may be told of this child",
    f"Log its nationality with the key F. {_NO_CONSULATE}",
)
GUARDIAN_NOTHING_YET = (
    "Nobody has written that this child may need a guardian, or no consulate may be told",
    f"Log that a guardian may be needed, and the nationality. {_NO_CONSULATE}",
)
_POINTER = (
    "Worksheet for the fax sheet of the US Department of State, Consular Notification and Access "
    "manual, not an official form"
)
_TOLD_NOTE = (
    "This agency gives this notice under article {article} of the Vienna Convention on Consular "
    "Relations. It says who the child is, where it is and whom to ask, and no more."
)
_OURS_TITLE = "For this agency only: never sent to a consulate"
_OURS_NOTE = (
    "Only the sheet of what the consulate is told is sent. It is not printed while a notice is "
    "held for counsel, was declined, or was not asked for."
)
_VISIT = Row(
    (
        Box(
            "access.visit",
            "Visit of a consular officer, and whether the child wished it",
            "no entry of the record holds it; write it here by hand",
            "not_asked",
        ),
    )
)
_INK = Row(
    (
        for_ink("signature.child", "Initials of the child, to its answer"),
        for_ink("signature.officer", "Officer who sends it"),
    )
)
_WHO: tuple[Abreast, ...] = (
    (("consul.country", "consul.post"), (9, 15), 1),
    (("consul.number",), (24,), 1),
    (("consul.name",), (24,), 2),
    (("consul.birth_date", "consul.birth_place"), (9, 15), 1),
    (("consul.passport",), (24,), 1),
    (("consul.held_since", "consul.held_where"), (9, 15), 1),
    (("consul.contact",), (24,), 2),
)
_GUARDIAN: tuple[Abreast, ...] = (
    (("consul.handled_by", "consul.worker"), (14, 10), 1),
    (("consul.docket", "consul.hearing"), (14, 10), 1),
)
TABLES: tuple[TableSource[ConsularView, Any], ...] = (OFFERS, TRIES, NOTICES, REQUESTS)
GUARDIAN_TABLES: tuple[TableSource[ConsularView, Any], ...] = (GUARDIANS, TRIES, NOTICES)
_ASKING: Titled[ConsularView] = Titled(
    title="Access asked for by a consular officer", parts=(REQUESTS, _VISIT), note=DASH_NOTE
)
_SIGNED: Titled[ConsularView] = Titled(
    title="Signatures", parts=(_INK,), note="Signed by hand on this copy.", together=True
)


def _sections(view: ConsularView) -> tuple[Titled[ConsularView], ...]:
    ours: Titled[ConsularView] = Titled(
        title=_OURS_TITLE,
        parts=(
            (("sending.state",), (24,), 1),
            (("sending.holds",), (24,), 1),
            (("sending.nationality",), (24,), 2),
            (("sending.law",), (24,), 3),
        ),
        note=_OURS_NOTE,
    )
    rest: tuple[Titled[ConsularView], ...] = (
        Titled(title="Told to the child, and its answer", parts=(OFFERS,)),
        Titled(title="Attempts to reach a consulate", parts=(TRIES,)),
        Titled(title="Notices sent to this consulate", parts=(NOTICES,)),
        _ASKING,
        _SIGNED,
    )
    told: Titled[ConsularView] = Titled(
        title="What the consulate is told", parts=_WHO, note=_TOLD_NOTE.format(article="36")
    )
    return _parted(view.sending(), told, (ours, *rest))


def _guardian_sections(view: ConsularView) -> tuple[Titled[ConsularView], ...]:
    ours: Titled[ConsularView] = Titled(
        title=_OURS_TITLE,
        parts=(
            (("sending.state",), (24,), 1),
            (("sending.holds",), (24,), 1),
            (("sending.nationality",), (24,), 2),
            (("sending.guardian_law",), (24,), 2),
            (("sending.parents",), (24,), 2),
        ),
        note=_OURS_NOTE,
    )
    rest: tuple[Titled[ConsularView], ...] = (
        Titled(title="Why a guardian may be needed", parts=(GUARDIANS,)),
        Titled(title="Attempts to reach a consulate", parts=(TRIES,)),
        Titled(title="Notices sent to this consulate", parts=(NOTICES,), note=DASH_NOTE),
        replace(_SIGNED, parts=(Row((_INK.cells[1],)),)),
    )
    told: Titled[ConsularView] = Titled(
        title="What the consulate is told: a guardian may be needed for this minor",
        parts=(*_WHO, *_GUARDIAN),
        note=_TOLD_NOTE.format(article="37(b)"),
    )
    return _parted(view.sending_of_guardian(), told, (ours, *rest))


def _parted(
    sending: Sending,
    told: Titled[ConsularView],
    ours: tuple[Titled[ConsularView], ...],
) -> tuple[Titled[ConsularView], ...]:
    """The page for the consulate, if it may be sent, and on other pages what is not sent."""
    if sending != "send":
        return ours
    return told, replace(ours[0], new_page=True), *ours[1:]


def _pointer(given: PaperInput) -> str:
    """The form is of one country, so only there it is pointed to."""
    return _POINTER if given.country == "US" else ""


NOTICE_BODY: PartedPaper[ConsularView] = PartedPaper(
    name=CONSULAR_NOTICE,
    title=TITLE,
    template_version=1,
    view=consular_view,
    no_such=NOTHING_YET,
    boxes={**TOLD, **OURS},
    tables=TABLES,
    sections=_sections,
    title_fr="Avis au poste consulaire",
    pointer=_pointer,
)
GUARDIAN_BODY: PartedPaper[ConsularView] = PartedPaper(
    name=CONSULAR_GUARDIAN,
    title=GUARDIAN_TITLE,
    template_version=1,
    view=consular_view,
    no_such=GUARDIAN_NOTHING_YET,
    boxes={**GUARDIAN_TOLD, **GUARDIAN_OURS},
    tables=GUARDIAN_TABLES,
    sections=_guardian_sections,
    title_fr="Avis au poste consulaire : un tuteur peut être nécessaire",
    pointer=_pointer,
)


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who offered or sent it first; while nobody did, who met the child."""
    told = [one.entry_id for one in case.consular.offers]
    told += [one.entry_id for one in case.consular.notices]
    met = [] if case.encounter is None else [case.encounter.entry_id]
    return next(iter((*told, *met)), None)


def _guardian_prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who first wrote that a guardian may be needed."""
    return next((one.entry_id for one in case.consular.guardians), None)


def _guardian_subjects(case: Case) -> tuple[int, ...]:
    return subjects(case) if case.consular.guardians else ()


def _paper(
    body: PartedPaper[ConsularView],
    prefix: str,
    of: Callable[[Case], tuple[int, ...]],
    prepared_in: Callable[[Case, int], UUID | None],
) -> Paper:
    return Paper(
        name=body.name,
        number_prefix=prefix,
        title=body.title,
        templates={1: body.compose},
        subjects=of,
        nothing_yet=body.no_such,
        prepared_in=prepared_in,
        boxes=body.fields,
        labels=body.labels,
        subject_word="consulate",
        each_in_packet=True,
        to="consulate",
        about=body.about,
    )


NOTICE = _paper(NOTICE_BODY, "CN", subjects, _prepared_in)
GUARDIAN = _paper(GUARDIAN_BODY, "CG", _guardian_subjects, _guardian_prepared_in)
