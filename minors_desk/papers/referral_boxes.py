"""Boxes that papers to other agencies share: where the child is, its life, health, dangers."""

from collections.abc import Callable
from typing import Any, get_args

from minors_desk.domain.answers import Answer, NoAnswer
from minors_desk.domain.case import Case
from minors_desk.domain.gates import About
from minors_desk.domain.protection import Concerns
from minors_desk.domain.screening import Screening
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.case_view import CaseView, short_time
from minors_desk.papers.child_boxes import CHILD, any_of, no_contact, told
from minors_desk.papers.injury_table import screening_number
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, place_words
from minors_desk.wording.times import day_and_time

Reader = Callable[[CaseView], str | Absent]
Source = BoxSource[CaseView]
_NONE = frozenset(get_args(NoAnswer))


def asked(answer: str | None, words: str = "") -> str | Absent:
    """A question of yes or no as it prints; nobody came to it: not asked."""
    if answer is None:
        return Absent("not_asked")
    if answer in _NONE:
        return Absent(answer, words)  # type: ignore[arg-type]
    return joined(word("answer", answer), words)


def fact(fact_id: Any, label: str, field: str, about: About | None = None) -> Source:
    """A box of all that is told of one fact; not asked where no entry speaks of it."""
    read = told(fact_id)
    return BoxSource(label, field, lambda view: read(view) or Absent("not_asked"), about=about)


def last_screening(case: Case) -> Screening | None:
    """The last screening of the child."""
    return case.screenings[-1] if case.screenings else None


def screened(read: Callable[[Screening, CaseView], str | Absent]) -> Reader:
    """Read from the last screening; not asked where the child was not screened."""

    def reader(view: CaseView) -> str | Absent:
        one = last_screening(view.case)
        return Absent("not_asked", "not screened yet") if one is None else read(one, view)

    return reader


def _here(view: CaseView) -> str:
    """Where the child is, or to whom and where it was handed over."""
    here, handed = view.case.presence, view.case.accepted_handoff
    if here is not None:
        since = f"since {day_and_time(here.start, view.zone)}"
        return joined(place_words(here.place, here.room), since)
    if view.case.missing:
        return "Missing: the child left without leave"
    if handed is not None:
        one = handed.receiver
        return joined("Handed over", one.agency, one.office, one.phone)
    met = view.case.encounter
    return "" if met is None else joined(met.place, "where it was met")


def _custodian(view: CaseView) -> str:
    custody, station = view.case.custody, view.given.station
    if custody is not None:
        return joined(
            station.agency or station.station,
            custody.responsible,
            f"since {short_time(custody.start, view.zone)}",
            custody.authority,
        )
    handed = view.case.accepted_handoff
    if handed is not None:
        return joined(handed.receiver.agency, handed.receiver.person)
    return "Nobody: not in our custody"


def _met(view: CaseView) -> str:
    met = view.case.encounter
    if met is None:
        return ""
    return joined(view.when(met.at, met.entry_id), met.place, met.how_found)


def _injuries_seen(one: Screening, _: CaseView) -> str | Absent:
    seen = one.sheet.signs.injuries
    if seen is None:
        return Absent("not_asked")
    if isinstance(seen, str):
        return Absent(seen)
    return f"{len(seen)}, as listed" if seen else "Looked for, none seen"


def _sheet(one: Screening, view: CaseView) -> str:
    return joined(screening_number(view, one.entry_id), short_time(one.at, view.zone))


def _medical(one: Screening, view: CaseView) -> str:
    outcome = one.sheet.outcome
    consent = "" if outcome.consent_by is None else word("consent_by", outcome.consent_by)
    return joined(
        short_time(one.at, view.zone),
        word("decision", outcome.decision),
        outcome.provider,
        outcome.finding,
        f"consent: {consent}" if consent else "",
    )


def _signs(one: Screening, _: CaseView) -> str | Absent:
    words = []
    for codes, seen in (
        ("urgent_sign", one.sheet.signs.urgent),
        ("illness_sign", one.sheet.signs.illness),
    ):
        if isinstance(seen, tuple):
            words += [word(codes, sign) for sign in seen]
        elif seen is not None:
            return Absent(seen)
    asked_for = (one.sheet.signs.urgent, one.sheet.signs.illness)
    if all(seen is None for seen in asked_for):
        return Absent("not_asked")
    return ", ".join(words) or "Looked for, none seen"


def _last_concern(view: CaseView, read: Callable[[Concerns], Answer | None]) -> str | Absent:
    """What was answered last in any concern."""
    answers = [(read(one), one) for one in view.case.concerns if read(one) is not None]
    if not answers:
        return Absent("not_asked")
    answer, one = answers[-1]
    return asked(answer, short_time(one.at, view.zone))


def _photo(view: CaseView) -> str:
    made = [one for one in view.case.attachments if one.what == "photo_of_child"]
    return joined(day_and_time(made[-1].at, view.zone), made[-1].sha256[:16]) if made else ""


def _interpreter(view: CaseView) -> str:
    return "; ".join(
        joined(one.name, one.number, one.agency, short_time(one.at, view.zone))
        for one in view.case.interpreters
    )


_WORDS, _CODE = "fact_told.value.words", "fact_told.value.code"
SHARED: dict[str, Source] = {
    **CHILD,
    "life.photo": BoxSource(
        "Photograph, SHA-256",
        "attachment_added.sha256",
        _photo,
        "none_recorded",
        about="identity",
    ),
    "life.nationality": fact("nationality", "Nationality told", _CODE, "nationality"),
    "life.address": fact("address", "Addresses told", _WORDS, "address"),
    "life.last_residence": fact("last_residence", "Last residence", _WORDS, "address"),
    "life.phone": fact("phone", "Telephones told", "fact_told.value.as_told", "family"),
    "life.school": fact("school", "School", _WORDS, "school"),
    "life.lives_in": fact("lives_in", "Lives in", _CODE, "address"),
    "life.in_care_of": fact("in_care_of", "In whose care already", _CODE, "family"),
    "life.religion": fact("religion", "Religion", _WORDS),
    "life.disability": fact("disability", "Disability", _CODE, "health"),
    "life.tribal_link": fact(
        "tribal_link", "Indian tribe (ICWA, 25 U.S.C. 1903(4))", "fact_told.value.code"
    ),
    "life.indigenous": fact("ethnicity", "First Nations, Inuit or Métis identity, as told", _WORDS),
    "life.interpreter": BoxSource(
        "Interpreters used", "interpreter_used.name", _interpreter, "none_recorded"
    ),
    "life.alone": fact("accompanied", "Found alone or with whom", _CODE),
    "present.place": BoxSource(
        "Where the child is now", "moved.place", _here, strong=True, about="location"
    ),
    "present.custodian": BoxSource(
        "In whose custody", "custody_began.responsible", _custodian, about="location"
    ),
    "present.met": BoxSource("Met when, where, how", "encountered.how_found", _met),
    "body.injuries": BoxSource(
        "Visible injuries",
        "medically_screened.signs.injuries",
        screened(_injuries_seen),
        about="health",
    ),
    "body.sheet": BoxSource(
        "Screening sheet with the map of the body",
        "medically_screened.occurred_at",
        screened(_sheet),
        about="health",
    ),
    "body.signs": BoxSource(
        "Urgent signs and signs of illness",
        "medically_screened.signs.urgent",
        screened(_signs),
        about="health",
    ),
    "body.seen_by": BoxSource(
        "Last medical screening, provider, finding",
        "medically_screened.outcome.provider",
        screened(_medical),
        about="health",
    ),
    "body.conditions": BoxSource(
        "Conditions, medicines, allergies",
        _WORDS,
        lambda view: (
            any_of("medical_condition", "medicine_taken", "allergy")(view) or Absent("not_asked")
        ),
        about="health",
    ),
    "risk.now": BoxSource(
        "In danger now",
        "protection_concern.danger_now",
        lambda view: _last_concern(view, lambda one: one.danger_now),
        strong=True,
    ),
    "risk.runs": BoxSource(
        "May run away",
        "protection_concern.may_run_away",
        lambda view: _last_concern(view, lambda one: one.may_run_away),
        strong=True,
    ),
    "risk.feared": fact("danger_feared", "Whom the child fears", "fact_told.value.who"),
    "risk.no_contact": BoxSource(
        "Must NOT be told where the child is",
        "person_told.safe_to_contact",
        no_contact,
        "none_recorded",
        True,
        "family",
    ),
}
"""By the name that stands in the digest."""
