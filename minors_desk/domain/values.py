"""The types of value that a fact may have: names, dates, ages, places, numbers - no bare string."""

import calendar
from datetime import date
from typing import Annotated, ClassVar, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.answers import YesNo
from minors_desk.domain.bodies import Line, Needed, Part
from minors_desk.domain.encounter import AgeRange

NameKind = Literal["usual", "on_document", "nickname"]
LanguageLevel = Literal["none", "some", "fluent", "first_language"]
LanguageKnownHow = Literal["child_said", "card", "interpreter", "recording", "officer_guess"]
IdKind = Literal[
    "passport",
    "national_id",
    "birth_certificate",
    "consular_card",
    "school_card",
    "medical_card",
    "travel_document",
    "unhcr_number",
    "red_cross_number",
    "other",
]
NumberSeen = Literal["seen", "claimed", "copied"]

LanguageCode = Annotated[str, msgspec.Meta(pattern="^[a-z]{3}$")]
"""ISO 639-3, such as ``mam`` for Mam."""
SomeLanguage = Annotated[str, msgspec.Meta(pattern="^([a-z]{3})?$")]
"""The same, or empty where it was not noted."""
SomeScript = Annotated[str, msgspec.Meta(pattern="^([A-Z][a-z]{3})?$")]
"""ISO 15924, such as ``Arab``, or empty."""
SomeCountry = Annotated[str, msgspec.Meta(pattern="^([A-Z]{2})?$")]
"""ISO 3166 of two letters, or empty."""
CountryCode = Annotated[str, msgspec.Meta(pattern="^([A-Z]{2}|XX[ABCX])$")]
"""ISO 3166 of two letters, or one of ``NO_COUNTRY``."""
NO_COUNTRY = ("XXA", "XXB", "XXC", "XXX")
"""What stands in a passport in place of a nationality: stateless, refugee, other refugee, not known
(ICAO Doc 9303-3, section 5).
"""
Code = Annotated[str, msgspec.Meta(pattern="^[a-z0-9_]{1,40}$")]
Year = Annotated[int, msgspec.Meta(ge=1850, le=2999)]
Month = Annotated[int, msgspec.Meta(ge=1, le=12)]
Day = Annotated[int, msgspec.Meta(ge=1, le=31)]
Measured = Annotated[int, msgspec.Meta(ge=0, le=1000)]


class PersonName(Part, frozen=True, kw_only=True, tag_field="type", tag="person_name"):
    """A name as it was said, and in the child's own script where it was written; both in full.

    The parts are what the child or a document calls them: two surnames are two, none is no fault.
    """

    added: ClassVar[frozenset[str]] = frozenset(
        {"as_written", "given", "first_surname", "second_surname", "script"}
    )

    as_said: Needed
    own_script: Line = ""
    name_kind: NameKind = "usual"
    as_written: Line = ""
    given: Line = ""
    first_surname: Line = ""
    second_surname: Line = ""
    script: SomeScript = ""


class PartialDate(Part, frozen=True, kw_only=True, tag_field="type", tag="date"):
    """A day, or only its month, or only its year, as far as it is known."""

    year: Year
    month: Month | None = None
    day: Day | None = None

    def __post_init__(self) -> None:
        if self.day is None:
            return
        if self.month is None:
            raise ValueError("a month beside the day")
        if self.day > calendar.monthrange(self.year, self.month)[1]:
            raise ValueError("a day that this month has")

    @property
    def earliest(self) -> date:
        """The first day that it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


class AgeTold(AgeRange, frozen=True, kw_only=True, tag_field="type", tag="age"):
    """An age in months on the day it was told; eight years are 96 up to 107."""


class Phone(Part, frozen=True, kw_only=True, tag_field="type", tag="phone"):
    """A telephone number as it was told; whose it is says the person that the fact is about."""

    as_told: Needed
    note: Line = ""

    @property
    def digits(self) -> str:
        """Its digits alone, 0 to 9 whatever script they were written in, with a leading plus."""
        digits = "".join(str(int(sign)) for sign in self.as_told if sign.isdecimal())
        return f"+{digits}" if self.as_told.lstrip().startswith("+") else digits


class Place(Part, frozen=True, kw_only=True, tag_field="type", tag="place"):
    """A place in words, its country if known, and as a document or the child wrote it."""

    words: Needed
    country: SomeCountry = ""
    as_written: Line = ""


class Country(Part, frozen=True, kw_only=True, tag_field="type", tag="country"):
    """A country, or what stands for none; ``as_said`` keeps the word that was used for it."""

    code: CountryCode
    as_said: Line = ""


class CodeValue(Part, frozen=True, kw_only=True, tag_field="type", tag="code"):
    """One code of the list that the fact names, and what was said for it."""

    code: Code
    as_said: Line = ""


class LanguageValue(Part, frozen=True, kw_only=True, tag_field="type", tag="language"):
    """A language and how well it is spoken; ``variety`` is the dialect or the town it is from."""

    language: LanguageCode
    variety: Line = ""
    level: LanguageLevel
    reads: YesNo | None = None
    how: LanguageKnownHow


class TextValue(Part, frozen=True, kw_only=True, tag_field="type", tag="text"):
    """What can only be told in words."""

    words: Needed


class Measure(Part, frozen=True, kw_only=True, tag_field="type", tag="measure"):
    """A whole number or a range of them, in the unit that the fact's name ends with."""

    low: Measured
    high: Measured

    def __post_init__(self) -> None:
        if self.high < self.low:
            raise ValueError("a range from low up to high")


class IdNumber(Part, frozen=True, kw_only=True, tag_field="type", tag="id_number"):
    """A number that somebody issued to a person; ``condition`` is of the document that was seen."""

    id_kind: IdKind
    number: Needed
    issuer: Line = ""
    seen: NumberSeen
    condition: Line = ""


class Separation(Part, frozen=True, kw_only=True, tag_field="type", tag="separation"):
    """How the child came to be parted from those who cared for it, before we met it."""

    words: Needed
    when: PartialDate | None = None
    where: Line = ""
    from_whom: Line = ""


class Quote(Part, frozen=True, kw_only=True, tag_field="type", tag="quote"):
    """The child's own words, in the language they were said in, and what they mean in English."""

    words: Needed
    language: SomeLanguage = ""
    in_english: Line = ""


class Danger(Part, frozen=True, kw_only=True, tag_field="type", tag="danger"):
    """Whom the child is afraid of and why: somebody told of in this case, or in words only."""

    words: Needed
    person_id: UUID | None = None
    who: Line = ""


Value = (
    PersonName
    | PartialDate
    | AgeTold
    | Phone
    | Place
    | Country
    | CodeValue
    | LanguageValue
    | TextValue
    | Measure
    | IdNumber
    | Separation
    | Quote
    | Danger
)
