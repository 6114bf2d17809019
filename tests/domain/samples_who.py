"""One body of every kind that tells who the child is, a value of every fact, short ways to both."""

from uuid import UUID

from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body
from minors_desk.domain.classing import LegalClassed
from minors_desk.domain.companions import CompanionLinked, CompanionsKept, CompanionsParted
from minors_desk.domain.facts import FactTold
from minors_desk.domain.interpreting import AskedBefore, InterpreterUsed
from minors_desk.domain.people import PersonTold
from minors_desk.domain.values import (
    AgeTold,
    CodeValue,
    Country,
    Danger,
    IdNumber,
    LanguageValue,
    Measure,
    PartialDate,
    PersonName,
    Phone,
    Place,
    Quote,
    Separation,
    TextValue,
    Value,
)
from tests.domain.moments import at, ident

MOTHER = ident(700)
BROTHER = UUID("019ab3f0-0000-7000-8000-0000000b40be")

VALUES: tuple[tuple[str, Value], ...] = (
    ("name", PersonName(as_said="Ana")),
    ("birth_date", PartialDate(year=2018, month=2)),
    ("age", AgeTold(low_months=96, high_months=107)),
    ("sex_recorded", CodeValue(code="female")),
    ("sex_said", CodeValue(code="girl", as_said="niña")),
    ("nationality", Country(code="GT", as_said="Guatemala")),
    ("birth_place", Place(words="Nebaj", country="GT", as_written="Sta. María Nebaj")),
    ("birth_country", Country(code="XXX")),
    ("last_residence", Place(words="with the aunt in Chajul")),
    (
        "language",
        LanguageValue(
            language="ixl", variety="Nebaj", level="first_language", reads="no", how="card"
        ),
    ),
    ("ethnicity", TextValue(words="Maya Ixil")),
    ("religion", TextValue(words="not said")),
    (
        "identity_number",
        IdNumber(
            id_kind="birth_certificate",
            number="2981 44",
            issuer="RENAP",
            seen="copied",
            condition="creased",
        ),
    ),
    ("address", Place(words="12 Elm St", country="US")),
    ("phone", Phone(as_told="+502 \u0665\u0665 12-34")),
    ("height_cm", Measure(low=110, high=120)),
    ("weight_kg", Measure(low=20, high=20)),
    ("hair", CodeValue(code="black")),
    ("eyes", CodeValue(code="brown")),
    ("marks", TextValue(words="Scar over the left eye")),
    ("clothing", TextValue(words="Red jacket")),
    ("medical_condition", TextValue(words="Asthma")),
    ("allergy", TextValue(words="Peanuts")),
    ("medicine_taken", TextValue(words="Inhaler")),
    ("school", TextValue(words="Second grade")),
    ("accompanied", CodeValue(code="with_children_only")),
    ("reason_alone", CodeValue(code="left_behind")),
    (
        "separation",
        Separation(
            words="lost in the crowd",
            when=PartialDate(year=2026, month=11, day=20),
            where="Reynosa",
            from_whom="the aunt",
        ),
    ),
    ("wish", Quote(words="quiero ir con mi tía", language="spa", in_english="to my aunt")),
    ("danger_feared", Danger(words="he shouted", person_id=MOTHER, who="the uncle")),
    ("tribal_link", CodeValue(code="possible", as_said="my grandma is Ojibwe")),
    ("disability", CodeValue(code="hard_of_hearing")),
    ("lives_in", CodeValue(code="another_state")),
    ("in_care_of", CodeValue(code="foster_family")),
)
"""A value of every fact there is."""


def fact(minutes: float, told: str, value: Value | None, **changed: object) -> FactTold:
    """A fact was told, by the child unless said otherwise."""
    said: dict[str, object] = {"source": "said"}
    return FactTold(occurred_at=at(minutes), fact=told, value=value, **(said | changed))  # type: ignore[arg-type]


def person(minutes: float, **changed: object) -> PersonTold:
    """The mother was told of."""
    told: dict[str, object] = {"person_id": MOTHER, "role": "mother"}
    return PersonTold(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def linked(minutes: float, **changed: object) -> CompanionLinked:
    """The brother's case was linked."""
    told: dict[str, object] = {"other": BROTHER, "relation": "sibling"}
    return CompanionLinked(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def parted(minutes: float, **changed: object) -> CompanionsParted:
    """The two were parted."""
    told: dict[str, object] = {"other": BROTHER, "reason": "He needs a hospital"}
    return CompanionsParted(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def classed(minutes: float, legal_class: str = "accused_delinquent") -> LegalClassed:
    """The child was classed."""
    return LegalClassed(occurred_at=at(minutes), legal_class=legal_class)  # type: ignore[arg-type]


def interpreted(minutes: float, **changed: object) -> InterpreterUsed:
    """An interpreter was on the telephone."""
    told: dict[str, object] = {"language": "ixl", "mode": "telephone"}
    return InterpreterUsed(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def attached(minutes: float, **changed: object) -> AttachmentAdded:
    """A photograph was taken into the record."""
    told: dict[str, object] = {
        "file_id": ident(710),
        "sha256": "1a" * 32,
        "size": 123_456,
        "media_type": "image/jpeg",
        "key": "1b" * 32,
        "what": "photo_of_child",
        "purpose": "To know the child again",
    }
    return AttachmentAdded(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


WHO: tuple[Body, ...] = (
    LegalClassed(
        occurred_at=at(20),
        legal_class="accused_delinquent",
        offence="Retail theft",
        authority="705 ILCS 405/5-105",
        note="After the store's call",
    ),
    person(
        21,
        claimed_relation="says she is the mother",
        proof="none shown",
        safe_to_contact="ask_first",
        why="The child cried at her name",
        where="Nebaj",
        alive="yes",
        is_carer=False,
    ),
    linked(22),
    CompanionsKept(occurred_at=at(23), others=(BROTHER,), note="Room 2"),
    parted(24, decided_by="Sgt. Ōno", where_other="County hospital"),
    interpreted(
        25,
        name="A. López",
        number="IX-7",
        agency="Language line",
        phone="555",
        until=at(40),
        is_relative_or_child=True,
    ),
    AskedBefore(
        occurred_at=at(26),
        agency="Border Patrol",
        person="Agent Diaz",
        what="Name, route",
        reference="B-17",
        when=PartialDate(year=2026, month=11),
    ),
    attached(27, authority="325 ILCS 5/6", device="desk camera", about=MOTHER),
)
"""One of each, but the facts: those stand in ``VALUES``."""
