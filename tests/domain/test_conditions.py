"""The named conditions of a case; what is not known yet counts the way that protects the child."""

import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.custody import EndReason
from minors_desk.domain.encounter import AgeRange
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.facts import FactTold
from minors_desk.domain.values import LanguageLevel, LanguageValue, PartialDate
from tests.domain.samples import ZONE, at, case_of, encountered, handed_over
from tests.domain.samples_custody import began, moved


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


def ended(minutes: float, reason: EndReason) -> CustodyEnded:
    return CustodyEnded(occurred_at=at(minutes), reason=reason, detail="As told")


UNKNOWN = {"age_under_12", "age_under_15", "legal_class:non_offender"}
HELD = UNKNOWN | {"taken_into_custody", "in_custody"}
LEFT = UNKNOWN | {"taken_into_custody", "missing"}
OVER = UNKNOWN | {"taken_into_custody"}
STORIES: list[tuple[str, tuple[Body, ...], set[str]]] = [
    ("nothing is known", (), UNKNOWN),
    ("met", (encountered(),), UNKNOWN),
    ("eleven", (aged(11, 11),), UNKNOWN),
    ("ten to sixteen", (aged(10, 16),), UNKNOWN),
    ("twelve to sixteen", (aged(12, 16),), (UNKNOWN | {"age_12_or_over"}) - {"age_under_12"}),
    ("fifteen", (aged(15, 15),), {"age_12_or_over", "legal_class:non_offender"}),
    ("born eleven years ago, looks thirteen", (aged(13, 13), BORN), UNKNOWN),
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
]


@pytest.mark.parametrize(("_title", "told", "holding"), STORIES, ids=[one[0] for one in STORIES])
def test_what_holds(_title: str, told: tuple[Body, ...], holding: set[str]) -> None:
    case = case_of(*told)
    assert {name for name, holds in CONDITIONS.items() if holds(case, ZONE)} == holding
