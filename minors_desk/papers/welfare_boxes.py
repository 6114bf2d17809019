"""Boxes that only the child-welfare referral has: the oral report, its request, what was done."""

from collections.abc import Callable

from minors_desk.domain.case import Case
from minors_desk.domain.contact_log import attempts, first_success, reason_not_reached
from minors_desk.domain.contacts import Contact, Intake
from minors_desk.domain.trafficking_standing import discoveries
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.case_view import CaseView, short_time
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.papers.referral_boxes import SHARED, Reader, Source
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_NOT_MADE = Absent("missing", "no oral report is recorded")


def oral_report(case: Case) -> Contact | None:
    """The last contact that reached child protection: the oral report as it stands."""
    made = [one for one in attempts(case, "child_protection") if one.reached]
    return made[-1] if made else None


def _oral(read: Callable[[Contact, CaseView], str | Absent]) -> Reader:
    """Read from the oral report; missing where there is none."""

    def reader(view: CaseView) -> str | Absent:
        one = oral_report(view.case)
        return _NOT_MADE if one is None else read(one, view)

    return reader


def _intake(read: Callable[[Intake], str | Absent]) -> Reader:
    """Read from its intake; not asked where nothing of that was entered."""

    def reader(one: Contact, _: CaseView) -> str | Absent:
        intake = one.told.intake
        if intake is None:
            return Absent("not_asked")
        return read(intake) or Absent("not_asked")

    return _oral(reader)


def _worker(one: Contact, _: CaseView) -> str:
    number = f"id {one.told.spoke_id}" if one.told.spoke_id else ""
    return joined(one.told.spoke_with, number, one.told.call_back)


def _at(one: Contact, view: CaseView) -> str:
    end = one.told.ended_at
    began = view.when(one.at, one.entry_id)
    return began if end is None else f"{began} to {short_time(end, view.zone)}"


def _waited(one: Intake) -> str | Absent:
    waited = one.waited_minutes
    return Absent("not_asked") if waited is None else f"{waited} min"


def _asked_for(one: Intake) -> str:
    return ", ".join(word("asked_for", each) for each in one.asked_for)


def _promised(one: Contact, view: CaseView) -> str | Absent:
    by = one.told.promised_by
    words = joined(one.told.promised, "" if by is None else f"by {day_and_time(by, view.zone)}")
    return words or Absent("none_recorded", "no time was promised")


def _reporter(view: CaseView) -> str:
    one = oral_report(view.case)
    words = "" if one is None else view.who(one.entry_id).replace("\n", "; ")
    prepared = view.given.prepared_by
    return words or ("" if prepared is None else joined(prepared.name, prepared.badge))


def _reporter_of(view: CaseView) -> str:
    station = view.given.station
    return joined(station.agency, station.station, view.given.telephone)


def _until(view: CaseView) -> str | Absent:
    """Until child protection comes, as it promised; no entry tells anything else."""
    one = oral_report(view.case)
    by = None if one is None else one.told.promised_by
    if by is None:
        return Absent("unknown", "nobody said until when")
    return f"until child protection comes, promised by {day_and_time(by, view.zone)}"


def _types(view: CaseView) -> str | Absent:
    named = dict.fromkeys(word("concern", each) for one in view.case.concerns for each in one.what)
    found = discoveries(view.case)
    signs = {f"{one.codes}:{each}" for one in found for each in one.signs}
    labour = ("forced_to_work", "wages_taken", "work_at_home_unpaid", "debt")
    if signs:
        named["Trafficking suspected"] = None
    if any(one.endswith(f":{each}") for one in signs for each in labour):
        named["Exploited for work"] = None
    return ", ".join(named)


def _actions(view: CaseView) -> str:
    """What this agency did, counted from the record."""
    case = view.case
    done = (
        ("taken into custody", len(case.episodes)),
        ("welfare checks", len(case.checks)),
        ("food, water, rest offered", len(case.care)),
        ("medical screenings", len(case.screenings)),
        ("trafficking screenings", len(case.trafficking_screenings)),
        ("rights or reasons told", len(case.told)),
        ("calls offered to the child", len(case.call_offers)),
        ("interpreters used", len(case.interpreters)),
    )
    return "; ".join(f"{words}: {count}" for words, count in done if count)


def _parents(view: CaseView) -> str:
    tries = attempts(view.case, "parent_or_relative")
    reached = first_success(view.case, "parent_or_relative")
    why = reason_not_reached(view.case, "parent_or_relative")
    return joined(
        f"{len(tries)} tries" if tries else "",
        ""
        if reached is None
        else f"reached {view.when(reached.at, reached.entry_id)}: "
        f"{reached.told.spoke_with or reached.told.party.name}",
        "" if why is None or reached is not None else f"not reached: {why.reason}",
    )


def _numbers(view: CaseView) -> str:
    return "; ".join(
        f"{word('reference_system', one.system)} {one.number}" for one in view.case.references
    )


BOXES: dict[str, Source] = {
    **SHARED,
    "oral.office": BoxSource(
        "Hotline or office, number",
        "contact_tried.party.name",
        _oral(lambda one, _: joined(one.told.party.name, one.told.party.number)),
        strong=True,
    ),
    "oral.at": BoxSource("Made at", "contact_tried.occurred_at", _oral(_at), strong=True),
    "oral.worker": BoxSource("Worker, id, call back", "contact_tried.spoke_with", _oral(_worker)),
    "oral.call_id": BoxSource(
        "Call or report number",
        "contact_tried.reference",
        _oral(lambda one, _: one.told.reference),
        strong=True,
    ),
    "oral.waited": BoxSource(
        "Time in the queue", "contact_tried.intake.waited_minutes", _intake(_waited)
    ),
    "oral.answer": BoxSource(
        "Accepted or screened out",
        "contact_tried.intake.answer",
        _intake(lambda one: "" if one.answer is None else word("intake_answer", one.answer)),
        strong=True,
    ),
    "oral.reason": BoxSource(
        "Reason of that",
        "contact_tried.intake.reason",
        _intake(lambda one: one.reason),
    ),
    "oral.said": BoxSource(
        "What was reported", "contact_tried.said", _oral(lambda one, _: one.told.said)
    ),
    "reporter.who": BoxSource("Who reports", "contact_tried.done_by.name", _reporter),
    "reporter.agency": BoxSource("Agency, unit, telephone", "station_founded.agency", _reporter_of),
    "present.until": BoxSource("Until when", "contact_tried.promised_by", _until),
    "concern.types": BoxSource(
        "Kinds of concern: reasons to suspect, no verdict",
        "protection_concern.what",
        _types,
        strong=True,
    ),
    "actions.done": BoxSource(
        "What this agency did", "welfare_checked.occurred_at", _actions, "none_recorded"
    ),
    "actions.parents": BoxSource(
        "Parents and relatives",
        "contact_tried.purpose",
        _parents,
        "none_recorded",
        about="family",
    ),
    "actions.numbers": BoxSource(
        "Numbers of other systems", "reference_given.number", _numbers, "none_recorded"
    ),
    "wanted.asked": BoxSource(
        "Child protection is asked to",
        "contact_tried.intake.asked_for",
        _intake(_asked_for),
        strong=True,
    ),
    "wanted.promised": BoxSource(
        "Response promised, by when", "contact_tried.promised", _oral(_promised)
    ),
}
"""Every box that stands alone, by the name that stands in the digest."""
CALLS: TableSource[CaseView, Contact] = TableSource(
    "reported",
    lambda view: attempts(view.case, "child_protection"),
    {
        "at": CellSource(
            "When",
            "contact_tried.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            6,
        ),
        "who": CellSource(
            "Office, number",
            "contact_tried.party.name",
            lambda _, one: joined(one.told.party.name, one.told.party.number),
            10,
        ),
        "result": CellSource(
            "Result",
            "contact_tried.outcome",
            lambda _, one: word("contact_outcome", one.told.outcome),
            5,
        ),
        "number": CellSource(
            "Call number", "contact_tried.reference", lambda _, one: one.told.reference, 5
        ),
        "by": CellSource(
            "By", "contact_tried.done_by.name", lambda view, one: view.who(one.entry_id), 7
        ),
    },
)
