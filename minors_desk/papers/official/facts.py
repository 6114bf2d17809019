"""What a field of an official form may be filled with: the facts of a case, by the name of a box.

The names are those of the boxes of our own papers where a paper has such a box. A fact that is a
name, a day, an instant or a code keeps its parts here, so that a form can have them as it asks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Literal

from minors_desk.domain.case import Case
from minors_desk.domain.fact_table import EYES, HAIR, SEX_RECORDED, SEX_SAID, FactId
from minors_desk.domain.facts import AnyFact, answers
from minors_desk.domain.gates import About
from minors_desk.domain.people import Person, PersonRole
from minors_desk.domain.values import (
    CodeValue,
    IdNumber,
    LanguageValue,
    PartialDate,
    PersonName,
    Phone,
)
from minors_desk.papers import custody_boxes, receipt_boxes, transfer_receipt
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.child_boxes import CHILD, known_how
from minors_desk.papers.custody_view import CustodyView, custody_view
from minors_desk.papers.paper import PaperInput, person_words
from minors_desk.wording.codes import word
from minors_desk.wording.times import age_words, exactly
from minors_desk.wording.values import language_name, value_words

FactKind = Literal["text", "name", "day", "time", "code", "phone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact as the record has it: in words, and in its parts where it has any.

    `known` says who told it and how sure it is. `at` (UTC) comes with its `precision`.
    """

    words: str
    known: str = ""
    name: PersonName | None = None
    day: PartialDate | None = None
    at: datetime | None = None
    precision: str = "minute"
    code: str = ""
    digits: str = ""


@dataclass(frozen=True, slots=True)
class FormView:
    """The case as an official form looks at it: its last custody, its likeliest handoff."""

    given: PaperInput

    @property
    def case(self) -> Case:
        """The case."""
        return self.given.case

    @property
    def zone(self) -> str:
        """The station's zone."""
        return self.given.zone

    @property
    def custody(self) -> CustodyView | None:
        """The last custody of the case."""
        episodes = len(self.case.episodes)
        return custody_view(replace(self.given, subject=episodes), self.case) if episodes else None

    @property
    def handoff(self) -> receipt_boxes.View | None:
        """The accepted handoff, or the newest attempt."""
        numbers = transfer_receipt.PAPER.subjects(self.case)
        attempt = self.case.handoff(numbers[0]) if numbers else None
        if attempt is None:
            return None
        return receipt_boxes.View(self.case, attempt, self.given.station)


@dataclass(frozen=True, slots=True)
class FactSource:
    """One fact: what it is called, of which kind, the entry field behind it, how it is read.

    `codes` are all codes that it may have. `read` gives None where the record says nothing.
    `about` is the information that it tells, where a rule may keep that from who gets the form.
    """

    label: str
    kind: FactKind
    field: str
    read: Callable[[FormView], Told | Absent | None]
    codes: tuple[str, ...] = ()
    about: About | None = None


def _told(value: object, fact: FactId, one: AnyFact) -> Told:
    words = value_words(fact, one.value) if one.value is not None else ""
    known = known_how(one)
    if isinstance(value, PersonName):
        return Told(words=value.as_said, known=known, name=value)
    if isinstance(value, PartialDate):
        return Told(words=words, known=known, day=value)
    if isinstance(value, CodeValue):
        return Told(words=word(fact, value.code), known=known, code=value.code)
    if isinstance(value, Phone):
        return Told(words=value.as_told, known=known, digits=value.digits)
    if isinstance(value, LanguageValue):
        return Told(words=language_name(value.language), known=known)
    if isinstance(value, IdNumber):
        return Told(words=value.number, known=known)
    return Told(words=words, known=known)


def _fact(fact: FactId) -> Callable[[FormView], Told | Absent | None]:
    """The leading value of a fact of the child, or why there is none."""

    def read(view: FormView) -> Told | Absent | None:
        known = answers(view.case, fact)
        if known.leading is not None:
            return _told(known.leading.value, fact, known.leading)
        return None if known.no_value is None else Absent(known.no_value)

    return read


def _age(view: FormView) -> Told | Absent | None:
    """The age as told; else as seen."""
    known = answers(view.case, "age")
    if known.leading is not None:
        return _told(known.leading.value, "age", known.leading)
    met = view.case.encounter
    if met is None or met.apparent_age is None:
        return None if known.no_value is None else Absent(known.no_value)
    seen = met.apparent_age
    return Told(words=age_words(seen.low_months, seen.high_months), known=word("source", "seen"))


def _sex(view: FormView) -> Told | None:
    met = view.case.encounter
    if met is None or met.apparent_sex is None:
        return None
    code = met.apparent_sex
    return Told(words=word("sex", code), known=word("source", "seen"), code=code)


def _of(roles: tuple[PersonRole, ...], fact: FactId) -> Callable[[FormView], Told | Absent | None]:
    """That fact of the first person of the case who is this to the child."""

    def read(view: FormView) -> Told | Absent | None:
        who = _first(view.case, roles)
        if who is None:
            return None
        known = answers(view.case, fact, who.person_id)
        if known.leading is not None:
            return _told(known.leading.value, fact, known.leading)
        return None if known.no_value is None else Absent(known.no_value)

    return read


def _first(case: Case, roles: tuple[PersonRole, ...]) -> Person | None:
    return next((one for role in roles for one in case.people if one.role == role), None)


def _met_at(view: FormView) -> Told | None:
    met = view.case.encounter
    if met is None:
        return None
    return _instant(met.at, met.precision, view.zone)


def _instant(at: datetime, precision: str, zone: str) -> Told:
    return Told(words=exactly(at, precision, zone), at=at, precision=precision)


def _began(view: FormView) -> Told | None:
    custody = view.custody
    if custody is None:
        return None
    return _instant(custody.episode.start, custody.episode.precision, view.zone)


def _ended(view: FormView) -> Told | Absent | None:
    custody = view.custody
    if custody is None:
        return None
    end = custody.episode.end
    return Absent("none_recorded") if end is None else _instant(end, "minute", view.zone)


def _accepted(view: FormView) -> Told | None:
    handoff = view.handoff
    at = None if handoff is None else handoff.handoff.accepted_at
    return None if at is None else _instant(at, "minute", view.zone)


def _class(view: FormView) -> Told | None:
    given = view.case.class_given
    return None if given is None else Told(words=word("legal_class", given), code=given)


def _words(text: str) -> Told | None:
    return Told(words=text) if text.strip() else None


def _custody_box(source: BoxSource[CustodyView]) -> Callable[[FormView], Told | Absent | None]:
    return lambda view: None if view.custody is None else _box(source.read(view.custody), source)


def _handoff_box(
    source: BoxSource[receipt_boxes.View],
) -> Callable[[FormView], Told | Absent | None]:
    return lambda view: None if view.handoff is None else _box(source.read(view.handoff), source)


def _box(
    value: str | Absent, source: BoxSource[CustodyView] | BoxSource[receipt_boxes.View]
) -> Told | Absent | None:
    """What a box of our papers says; empty, what its paper prints for that."""
    if isinstance(value, Absent) or value.strip():
        return Told(words=value) if isinstance(value, str) else value
    return None if source.absent == "missing" else Absent(source.absent)


_OF_CHILD: tuple[tuple[str, str, FactKind, FactId, tuple[str, ...]], ...] = (
    ("child.name", "Name of the child", "name", "name", ()),
    ("child.birth_date", "Date of birth", "day", "birth_date", ()),
    ("child.sex_recorded", "Sex as recorded", "code", "sex_recorded", SEX_RECORDED),
    ("child.sex_said", "Sex or gender as said", "code", "sex_said", SEX_SAID),
    ("child.nationality", "Nationality", "text", "nationality", ()),
    ("child.birth_place", "Place of birth", "text", "birth_place", ()),
    ("child.birth_country", "Country of birth", "text", "birth_country", ()),
    ("child.last_residence", "Last residence", "text", "last_residence", ()),
    ("child.language", "Language", "text", "language", ()),
    ("child.ethnicity", "Race and ethnicity", "text", "ethnicity", ()),
    ("child.identity", "Number of identity", "text", "identity_number", ()),
    ("child.address", "Address", "text", "address", ()),
    ("child.phone", "Telephone", "phone", "phone", ()),
    ("child.school", "School", "text", "school", ()),
    ("child.hair", "Hair", "code", "hair", HAIR),
    ("child.eyes", "Eyes", "code", "eyes", EYES),
    ("child.height_cm", "Height in cm", "text", "height_cm", ()),
    ("child.weight_kg", "Weight in kg", "text", "weight_kg", ()),
    ("child.marks", "Marks", "text", "marks", ()),
    ("child.clothing", "Clothing", "text", "clothing", ()),
    ("child.medical_condition", "Medical condition", "text", "medical_condition", ()),
    ("child.allergy", "Allergies", "text", "allergy", ()),
    ("child.medicine", "Medicine taken", "text", "medicine_taken", ()),
)
_OF_PEOPLE: tuple[tuple[str, str, tuple[PersonRole, ...]], ...] = (
    ("mother", "the mother", ("mother",)),
    ("father", "the father", ("father",)),
    ("guardian", "the guardian, or else a parent", ("guardian", "mother", "father")),
    ("found_with", "the adult found with the child", ("adult_found_with",)),
)
_TOLD_OF_PEOPLE: tuple[tuple[str, str, FactKind, FactId], ...] = (
    ("name", "Name of {who}", "name", "name"),
    ("birth_date", "Date of birth of {who}", "day", "birth_date"),
    ("address", "Address of {who}", "text", "address"),
    ("phone", "Telephone of {who}", "phone", "phone"),
    ("language", "Language of {who}", "text", "language"),
)
_TIMES: dict[str, FactSource] = {
    "met.at": FactSource("Encounter", "time", "encountered.occurred_at", _met_at),
    "custody.began": FactSource("Custody began", "time", "custody_began.occurred_at", _began),
    "exit.at": FactSource("Custody ended", "time", "handoff_accepted.occurred_at", _ended),
    "transfer.accepted_at": FactSource(
        "Custody passed to the receiver", "time", "handoff_accepted.occurred_at", _accepted
    ),
}
_FRAME: dict[str, FactSource] = {
    "case.number": FactSource(
        "Case number", "text", "encountered.number", lambda view: _words(view.case.number)
    ),
    "station.agency": FactSource(
        "Our agency",
        "text",
        "station_founded.agency",
        lambda view: _words(view.given.station.agency or view.given.station.station),
    ),
    "station.unit": FactSource(
        "Our station",
        "text",
        "station_founded.station",
        lambda view: _words(view.given.station.station),
    ),
    "station.telephone": FactSource(
        "Our telephone",
        "phone",
        "station_telephone_set.number",
        lambda view: _words(view.given.telephone),
    ),
    "officer.met": FactSource(
        "Officer who opened the case",
        "text",
        "person_added.name",
        lambda view: _words(person_words(view.given.prepared_by)),
    ),
    "form.filled_at": FactSource(
        "When the form is filled",
        "time",
        "paper_issued.occurred_at",
        lambda view: _instant(view.given.as_of, "minute", view.zone) if view.given.as_of else None,
    ),
    "child.age": FactSource("Age as told, or as seen", "text", "fact_told.value.low_months", _age),
    "child.sex": FactSource(
        "Sex as seen",
        "code",
        "encountered.apparent_sex",
        _sex,
        ("girl", "boy", "not_clear"),
    ),
    "class.legal_class": FactSource(
        "Legal class",
        "code",
        "classed.legal_class",
        _class,
        ("non_offender", "status_offender", "accused_delinquent"),
    ),
}


_ABOUT: dict[str, About] = {
    "name": "identity",
    "own_script": "identity",
    "other_names": "identity",
    "identity": "identity",
    "birth_date": "birth_date",
    "age": "birth_date",
    "birth_place": "birthplace",
    "birth_country": "birthplace",
    "nationality": "nationality",
    "address": "address",
    "last_residence": "address",
    "phone": "address",
    "school": "school",
    "medical_condition": "health",
    "allergy": "health",
    "medicine": "health",
}
"""Which information a fact of the child tells, by its name without ``child.``"""


def _about(name: str) -> About | None:
    """The information behind a fact; what is known of relatives is about the family."""
    who, _, part = name.partition(".")
    if who == "child":
        return _ABOUT.get(part)
    if who in ("mother", "father", "guardian", "found_with", "parent"):
        return "family"
    if who == "class":
        return "youth_record"
    return "location" if name in ("from.last_place", "transfer.place", "exit.to") else None


def _all() -> Mapping[str, FactSource]:
    """Every fact by its name; a typed one stands before the box of a paper of the same name."""
    found: dict[str, FactSource] = dict(_FRAME)
    for name, label, kind, fact, codes in _OF_CHILD:
        found[name] = FactSource(label, kind, f"fact_told.{fact}", _fact(fact), codes)
    for who, words, roles in _OF_PEOPLE:
        for part, label, kind, fact in _TOLD_OF_PEOPLE:
            found[f"{who}.{part}"] = FactSource(
                label.format(who=words), kind, f"fact_told.{fact}", _of(roles, fact)
            )
    found |= _TIMES
    for name, box in custody_boxes.BOXES.items():
        if name not in CHILD or name in ("child.own_script", "child.other_names"):
            found.setdefault(name, FactSource(box.label, "text", box.field, _custody_box(box)))
    for name, receipt_box in receipt_boxes.BOXES.items():
        if not name.startswith("child."):
            found.setdefault(
                name,
                FactSource(receipt_box.label, "text", receipt_box.field, _handoff_box(receipt_box)),
            )
    return MappingProxyType({name: replace(one, about=_about(name)) for name, one in found.items()})


FACTS: Mapping[str, FactSource] = _all()
"""Every fact that a form may be filled with, by the name that a mapping says."""
