"""Composes a paper from the record: as it stands, or as it stood when a copy was issued."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from minors_desk.domain.case import Case, fold
from minors_desk.domain.duties import breaches, clocks
from minors_desk.domain.entries import Entry
from minors_desk.domain.gating import passed_shut
from minors_desk.domain.printed import PaperIssued
from minors_desk.domain.rules import Pack
from minors_desk.domain.station import Station
from minors_desk.domain.stations import fold_station
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import Paper, PaperInput, always
from minors_desk.papers.sheet import Form, Layout
from minors_desk.services import cases, notices, packs, review
from minors_desk.services.desk import Desk
from minors_desk.wording.rules import confidential_words


def as_it_stands(
    desk: Desk,
    paper: Paper,
    case: Case,
    subject: int,
    template: int | None = None,
    at: datetime | None = None,
) -> Layout:
    """The paper from the case and the rules in force now, by an earlier template if asked to.

    What may be told to whom is answered as of `at` (UTC), without it as of now.
    """
    return lay_out(form_as_it_stands(desk, paper, case, subject, template, at))


def form_as_it_stands(
    desk: Desk,
    paper: Paper,
    case: Case,
    subject: int,
    template: int | None = None,
    at: datetime | None = None,
) -> Form:
    """The same before it is laid out: its boxes by section, with the state of each."""
    return paper.compose(given_now(desk, paper, case, subject, at), template)


def given_now(
    desk: Desk, paper: Paper, case: Case, subject: int, at: datetime | None = None
) -> PaperInput:
    """What such a paper may print of the case, under the rules in force now."""
    given = _given(desk, (desk.station, desk.packs, at or desk.now()), case)
    return about(given, paper, subject, desk.station)


def as_issued(
    desk: Desk, paper: Paper, issued: PaperIssued, case_id: UUID, entries: Sequence[Entry]
) -> Layout:
    """The paper from the entries of its case that its issue had seen.

    People, telephone and rule packs too are those of then: its clocks were computed under packs
    that may have been replaced since (CONTRACT 4.3).
    """
    seen = issued.seen.ordinal
    case = fold(case_id, [one for one in entries if one.ordinal <= seen])
    under = (*_station_at(desk, seen), issued.occurred_at)
    return lay_out(_composed(desk, under, (paper, issued.template), case, issued.subject))


def may_not_be_issued(
    desk: Desk, paper: Paper, case: Case, subject: int, at: datetime | None = None
) -> tuple[str, str] | None:
    """Why such a paper may not be issued at all, and what to do; None where it may.

    By the rules in force now, as of `at` (UTC), without it as of now.
    """
    if paper.allowed is always:
        return None
    return paper.allowed(given_now(desk, paper, case, subject, at))


def input_as_it_stands(desk: Desk, case: Case, at: datetime) -> PaperInput:
    """What any paper of that case is composed of now, not yet about a subject.

    Clocks and findings are made once: a packet has ten papers of one case. What may be told to whom
    is answered as of ``at`` (UTC).
    """
    return _given(desk, (desk.station, desk.packs, at), case)


def input_as_of(desk: Desk, case_id: UUID, ordinal: int, at: datetime) -> PaperInput:
    """The same from what was in the log up to that ordinal, under the packs of then."""
    entries = desk.journal.entries_of(case_id)
    case = fold(case_id, [one for one in entries if one.ordinal <= ordinal])
    return _given(desk, (*_station_at(desk, ordinal), at), case)


def about(given: PaperInput, paper: Paper, subject: int, station: Station) -> PaperInput:
    """That input for one paper: about which subject, and who prepared it."""
    entry = _entry(given.case, paper.prepared_in(given.case, subject))
    return replace(
        given,
        subject=subject,
        prepared_by=None if entry is None else station.author(entry.chain),
        prepared_at=None if entry is None else entry.recorded_at,
    )


def _station_at(desk: Desk, ordinal: int) -> tuple[Station, Sequence[Pack]]:
    station = fold_station(
        one for one in desk.journal.what_made_station() if one.ordinal <= ordinal
    )
    return station, packs.in_force(station)


def _composed(
    desk: Desk,
    under: tuple[Station, Sequence[Pack], datetime],
    by: tuple[Paper, int | None],
    case: Case,
    subject: int,
) -> Form:
    paper, template = by
    given = about(_given(desk, under, case), paper, subject, under[0])
    return paper.compose(given, template)


def _given(desk: Desk, under: tuple[Station, Sequence[Pack], datetime], case: Case) -> PaperInput:
    station, in_force, at = under
    approval = _approval(case)
    return PaperInput(
        case=case,
        subject=0,
        station=desk.founded,
        telephone=station.telephone,
        reviewed_by=None if approval is None else station.author(approval.chain),
        reviewed_at=None if approval is None else approval.recorded_at,
        clocks=clocks(case, in_force, desk.zone),
        breaches=breaches(case, in_force, desk.zone),
        passed=passed_shut(case, in_force, desk.zone),
        authors=cases.authors(station, case),
        statute=confidential_words(in_force, desk.founded.jurisdiction),
        packs=tuple(in_force),
        as_of=at,
        notices=notices.adopted(station),
        find=lambda now: review.findings_under(desk, case, (station, in_force), now),
    )


def _approval(case: Case) -> Entry | None:
    """The entry that approved the case as it stands; None once something was entered after it."""
    standing = case.review
    if standing.state != "approved" or standing.last is None:
        return None
    return _entry(case, standing.last.entry_id)


def _entry(case: Case, entry_id: UUID | None) -> Entry | None:
    return next((one.entry for one in case.log if one.entry.id == entry_id), None)
