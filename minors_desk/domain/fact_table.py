"""The table of facts: what may be told, of whom, as which type of value, for which paper."""

from dataclasses import dataclass
from typing import Literal

from minors_desk.domain.bodies import Part
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
)

FactId = Literal[
    "name",
    "birth_date",
    "age",
    "sex_recorded",
    "sex_said",
    "nationality",
    "birth_place",
    "birth_country",
    "last_residence",
    "language",
    "ethnicity",
    "religion",
    "identity_number",
    "address",
    "phone",
    "height_cm",
    "weight_kg",
    "hair",
    "eyes",
    "marks",
    "clothing",
    "medical_condition",
    "allergy",
    "medicine_taken",
    "school",
    "accompanied",
    "reason_alone",
    "separation",
    "wish",
    "danger_feared",
    "tribal_link",
    "disability",
    "lives_in",
    "in_care_of",
]
About = Literal["minor", "either"]
"""Whether it is told of the child only, or also of other persons of the case."""


@dataclass(frozen=True, slots=True)
class FactKind:
    """What may be told: its id, the type of its value, and for a code the list it is of.

    ``many``: several values may be true at once, they are no rivals. ``boxes``: where it prints,
    as paper and box of the list of papers, such as ``1.3``.
    """

    id: FactId
    about: About
    value: type[Part]
    many: bool = False
    codes: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()


SEX_RECORDED = ("female", "male", "x")
"""As documents and receiving forms have it."""
SEX_SAID = ("girl", "boy", "other")
HAIR = ("black", "brown", "blond", "red", "sandy", "grey", "white", "bald", "dyed")
EYES = ("black", "brown", "blue", "green", "grey", "hazel", "two_colours")
ACCOMPANIED = (
    "alone",
    "with_children_only",
    "adult_not_verified",
    "relative",
    "parent_or_guardian",
)
REASON_ALONE = (
    "lost",
    "left_behind",
    "ran_away",
    "sent_ahead",
    "travelled_alone",
    "carer_arrested",
    "carer_ill",
    "carer_died",
    "carer_missing",
    "violence_at_home",
    "neglect_at_home",
    "taken_by_somebody",
    "war_or_disaster",
    "other",
)
TRIBAL_LINK = ("yes", "possible", "no")
"""Whether the child belongs to an Indian tribe, or may (25 U.S.C. 1903(4))."""
DISABILITY = (
    "deaf",
    "hard_of_hearing",
    "blind",
    "cannot_speak",
    "learning",
    "moving",
    "other",
)
LIVES_IN = ("this_state", "another_state", "another_country", "nowhere")
IN_CARE_OF = ("state_care", "foster_family", "group_home", "nobody")

_ROWS = (
    FactKind("name", "either", PersonName, boxes=("1.1", "2.1", "5.3", "5.6", "7.3")),
    FactKind("birth_date", "either", PartialDate, boxes=("1.3", "2.1", "5.3", "7.4")),
    FactKind("age", "either", AgeTold, boxes=("1.3", "2.1", "7.4")),
    FactKind("sex_recorded", "either", CodeValue, codes=SEX_RECORDED, boxes=("1.4", "5.3")),
    FactKind("sex_said", "minor", CodeValue, codes=SEX_SAID, boxes=("1.4",)),
    FactKind("nationality", "either", Country, many=True, boxes=("4.1", "6.3")),
    FactKind("birth_place", "either", Place, boxes=("4.9",)),
    FactKind("birth_country", "either", Country, boxes=("4.9",)),
    FactKind("last_residence", "minor", Place, boxes=("7.3",)),
    FactKind("language", "either", LanguageValue, many=True, boxes=("1.6", "2.11", "5.13", "7.12")),
    FactKind("ethnicity", "minor", TextValue, many=True, boxes=("1.5", "5.13")),
    FactKind("religion", "minor", TextValue, boxes=("7.13",)),
    FactKind("identity_number", "either", IdNumber, many=True, boxes=("2.1", "4.9", "7.3")),
    FactKind("address", "either", Place, many=True, boxes=("2.16", "5.6")),
    FactKind("phone", "either", Phone, many=True, boxes=("5.6", "7.7")),
    FactKind("height_cm", "either", Measure),
    FactKind("weight_kg", "either", Measure),
    FactKind("hair", "either", CodeValue, codes=HAIR),
    FactKind("eyes", "either", CodeValue, codes=EYES),
    FactKind("marks", "either", TextValue, many=True),
    FactKind("clothing", "either", TextValue, boxes=("2.8",)),
    FactKind("medical_condition", "minor", TextValue, many=True, boxes=("7.8", "8.6")),
    FactKind("allergy", "minor", TextValue, many=True, boxes=("2.10", "8.6")),
    FactKind("medicine_taken", "minor", TextValue, many=True, boxes=("2.9", "8.6")),
    FactKind("school", "minor", TextValue, boxes=("5.3",)),
    FactKind("accompanied", "minor", CodeValue, codes=ACCOMPANIED, boxes=("7.5",)),
    FactKind("reason_alone", "minor", CodeValue, codes=REASON_ALONE, boxes=("5.8", "7.5")),
    FactKind("separation", "minor", Separation, boxes=("5.6", "7.5")),
    FactKind("wish", "minor", Quote, many=True, boxes=("2.17",)),
    FactKind("danger_feared", "minor", Danger, many=True, boxes=("2.15", "5.12", "10.8")),
    FactKind("tribal_link", "minor", CodeValue, codes=TRIBAL_LINK),
    FactKind("disability", "minor", CodeValue, many=True, codes=DISABILITY),
    FactKind("lives_in", "minor", CodeValue, codes=LIVES_IN),
    FactKind("in_care_of", "minor", CodeValue, codes=IN_CARE_OF),
)
FACTS: dict[str, FactKind] = {kind.id: kind for kind in _ROWS}
"""Every fact there is, by id; the photograph is an attachment, not a fact."""
