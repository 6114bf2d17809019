"""The named conditions of a case; what is not known yet counts the way that protects the child."""

import msgspec
import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.contacts import Party
from minors_desk.domain.custody import EndReason
from minors_desk.domain.encounter import AgeRange
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.facts import FactTold
from minors_desk.domain.handoff import HandoffProposed, ReceiverChecked, terms_digest
from minors_desk.domain.handoff_values import ReceiverKind
from minors_desk.domain.trafficking import TraffickingSign, TraffickingSignSeen
from minors_desk.domain.values import Country, LanguageLevel, LanguageValue, PartialDate
from tests.domain.samples import (
    ZONE,
    accepted,
    at,
    case_of,
    encountered,
    explained,
    handed_over,
    reached,
    signed,
)
from tests.domain.samples_custody import began, moved
from tests.domain.samples_protection import code, concern, questioned
from tests.domain.samples_who import fact


def aged(low: int, high: int) -> Body:
    return encountered(apparent_age=AgeRange(low_months=low * 12, high_months=high * 12))


BORN = FactTold(
    occurred_at=at(1),
    fact="birth_date",
    value=PartialDate(year=2015, month=3, day=2),
    source="said",
)


def speaks(language: str, level: LanguageLevel = "first_language") -> FactTold:
    value = LanguageValue(language=language, level=level, how="card")
    return FactTold(occurred_at=at(1), fact="language", value=value, source="said")


def sign(what: TraffickingSign) -> TraffickingSignSeen:
    return TraffickingSignSeen(occurred_at=at(1), what=(what,), how="seen")


MOTHER = reached(2, Party(name="Her mother"), purpose="parent_or_relative")


def over_to(kind: ReceiverKind | None, relation: str = "") -> tuple[Body, ...]:
    """A handoff to such a receiver, from its proposal to its acceptance."""
    first, check, *_signed = handed_over(9)
    assert isinstance(first, HandoffProposed) and isinstance(check, ReceiverChecked)
    receiver = msgspec.structs.replace(first.receiver, what=kind)
    told = msgspec.structs.replace(first, receiver=receiver)
    of_check = msgspec.structs.replace(check, relation=relation)
    (attempt,) = case_of(encountered(), began(), told, of_check).handoffs
    digest = terms_digest(attempt)
    return (
        told,
        of_check,
        signed(7, "officer", digest=digest),
        signed(8, "receiver", digest=digest),
        accepted(9, digest=digest),
    )


def ended(minutes: float, reason: EndReason) -> CustodyEnded:
    return CustodyEnded(occurred_at=at(minutes), reason=reason, detail="As told")


YEARS = range(10, 22)
YOUNG = {f"age_under_{years}" for years in YEARS} | {"age_unknown"}
UNKNOWN = YOUNG | {"met_alone", "legal_class:non_offender"}
TRAFFICKED = UNKNOWN | {"trafficking_suspected", "abuse_suspected"}
"""A sign of trafficking is a sign of abuse (42 U.S.C. 5106g(b))."""


def of_age(years: int) -> set[str]:
    """What holds of a child whose youngest plausible age is that, in place of what is unknown."""
    lines = {f"age_under_{one}" if years < one else f"age_{one}_or_over" for one in YEARS}
    return (UNKNOWN - YOUNG) | lines


HELD = UNKNOWN | {"taken_into_custody", "in_custody"}
LEFT = UNKNOWN | {"taken_into_custody", "missing"}
OVER = UNKNOWN | {"taken_into_custody", "handed_over"}
STORIES: list[tuple[str, tuple[Body, ...], set[str]]] = [
    ("nothing is known", (), UNKNOWN),
    ("met", (encountered(),), UNKNOWN),
    ("eleven", (aged(11, 11),), of_age(11)),
    ("ten to sixteen", (aged(10, 16),), of_age(10)),
    ("twelve to sixteen", (aged(12, 16),), of_age(12)),
    ("fifteen", (aged(15, 15),), of_age(15)),
    ("born eleven years ago, looks thirteen", (aged(13, 13), BORN), of_age(11)),
    ("speaks Mam", (encountered(), speaks("mam")), UNKNOWN | {"needs_interpreter"}),
    (
        "speaks Mam and some English",
        (encountered(), speaks("mam"), speaks("eng", "some")),
        UNKNOWN | {"needs_interpreter"},
    ),
    ("speaks both", (encountered(), speaks("mam"), speaks("eng", "fluent")), UNKNOWN),
    ("speaks English", (encountered(), speaks("eng")), UNKNOWN),
    ("is missing", (encountered(), began(), ended(5, "left_without_leave")), LEFT),
    ("held", (encountered(), began()), HELD),
    (
        "locked",
        (encountered(), began(), moved(3, secure=True)),
        HELD | {"locked_up_now", "has_been_locked_up"},
    ),
    (
        "unlocked",
        (encountered(), began(), moved(3, secure=True), moved(4)),
        HELD | {"has_been_locked_up"},
    ),
    ("handed over", (encountered(), began(), *handed_over(9)), OVER),
    (
        "handed over from a locked room",
        (encountered(), began(secure=True), *handed_over(9)),
        OVER | {"has_been_locked_up"},
    ),
    *(
        (
            kind,
            (encountered(legal_class=kind),),
            (UNKNOWN - {"legal_class:non_offender"}) | {f"legal_class:{kind}", "class_given"},
        )
        for kind in ("status_offender", "accused_delinquent")
    ),
    *(
        (f"is said to be {how}", (code(1, "accompanied", how),), (UNKNOWN | more) - less)
        for how, more, less in (
            ("alone", set(), set()),
            ("with_children_only", set(), set()),
            ("adult_not_verified", {"found_with_adult"}, {"met_alone"}),
            ("relative", {"found_with_adult"}, {"met_alone"}),
            ("parent_or_guardian", {"found_with_adult"}, {"met_alone"}),
        )
    ),
    (
        "one says alone, another with an aunt",
        (code(1, "accompanied", "alone"), code(2, "accompanied", "relative")),
        UNKNOWN | {"found_with_adult"},
    ),
    ("neglected", (concern(1, "neglected"),), UNKNOWN | {"abuse_suspected"}),
    ("no carer", (concern(1, "no_carer"),), UNKNOWN | {"abuse_suspected", "no_carer_known"}),
    (
        "exploited, nobody says for what",
        (concern(1, "exploited"),),
        UNKNOWN | {"abuse_suspected", "sexual_exploitation_suspected"},
    ),
    ("works off a debt", (sign("debt"),), TRAFFICKED),
    *(
        (what, (sign(what),), TRAFFICKED | {"sexual_exploitation_suspected"})
        for what in ("commercial_sex", "exploited_in_pictures")
    ),
    ("of a tribe", (code(1, "tribal_link", "yes"),), UNKNOWN | {"tribal_link_possible"}),
    ("may be of one", (code(1, "tribal_link", "possible"),), UNKNOWN | {"tribal_link_possible"}),
    ("of none", (code(1, "tribal_link", "no"),), UNKNOWN),
    ("deaf", (code(1, "disability", "deaf"),), UNKNOWN | {"has_disability"}),
    ("lives here", (code(1, "lives_in", "this_state"),), UNKNOWN),
    ("lives abroad", (code(1, "lives_in", "another_country"),), UNKNOWN),
    ("of Mexico", (fact(1, "nationality", Country(code="MX")),), UNKNOWN | {"nationality_told"}),
    (
        "asked of what country in vain",
        (fact(1, "nationality", None, no_value="refused"),),
        UNKNOWN | {"nationality_told"},
    ),
    ("ran far", (code(1, "lives_in", "another_state"),), UNKNOWN | {"from_another_state"}),
    ("in nobody's care", (code(1, "in_care_of", "nobody"),), UNKNOWN),
    *(
        (who, (code(1, "in_care_of", who),), UNKNOWN | {"in_state_care"})
        for who in ("state_care", "foster_family", "group_home")
    ),
    ("questioned", (questioned(1),), UNKNOWN | {"questioned"}),
    ("given up on", (explained(1, "parent_or_relative"),), UNKNOWN | {"parent_not_reached"}),
    (
        "given up on, then reached",
        (explained(1, "parent_or_relative"), MOTHER),
        UNKNOWN | {"parent_reached"},
    ),
    (
        "reached, then given up on",
        (MOTHER, explained(4, "parent_or_relative")),
        UNKNOWN | {"parent_reached"},
    ),
    *(
        (f"went to {kind}", (encountered(), began(), *over_to(kind)), OVER | {f"handed_to:{kind}"})
        for kind in ("child_protection", "parent", "private_person", "other_agency")
    ),
    (
        "an aunt took it, whose kind nobody chose",
        (encountered(), began(), *over_to(None, relation="Aunt, birth record seen")),
        OVER | {"handed_to:private_person"},
    ),
    (
        "a parent is to come",
        (encountered(), began(), over_to("parent")[0]),
        HELD,
    ),
]


@pytest.mark.parametrize(("_title", "told", "holding"), STORIES, ids=[one[0] for one in STORIES])
def test_what_holds(_title: str, told: tuple[Body, ...], holding: set[str]) -> None:
    case = case_of(*told)
    assert {name for name, holds in CONDITIONS.items() if holds(case, ZONE)} == holding
