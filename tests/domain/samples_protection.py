"""Short ways to concerns, questionings and missing reports, and one body of each of their kinds."""

from minors_desk.domain.bodies import Body
from minors_desk.domain.fact_table import FactId
from minors_desk.domain.facts import FactTold
from minors_desk.domain.missing_reports import MissingReportReceived
from minors_desk.domain.protection import ProtectionConcern
from minors_desk.domain.questioning import QuestioningBegan
from minors_desk.domain.values import CodeValue
from tests.domain.moments import at


def concern(minutes: float, *what: str) -> ProtectionConcern:
    """Somebody suspected something."""
    return ProtectionConcern(occurred_at=at(minutes), what=what, how="seen")  # type: ignore[arg-type]


def questioned(minutes: float, **changed: object) -> QuestioningBegan:
    """The child is questioned, with a parent and without a lawyer."""
    told: dict[str, object] = {
        "by": "Det. Cho",
        "lawyer": "not_there",
        "adult": "parent_or_guardian",
        "rights_told": "yes",
        "recorded": "yes",
    }
    return QuestioningBegan(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def code(minutes: float, fact: FactId, code: str) -> FactTold:
    """A fact that has a list of codes was told."""
    value = CodeValue(code=code)
    return FactTold(occurred_at=at(minutes), fact=fact, value=value, source="said")


ONE_OF_EACH_OF_PROTECTION: tuple[Body, ...] = (
    ProtectionConcern(
        occurred_at=at(50), what=("hurt_by_somebody", "no_carer"), how="seen", note="old bruises"
    ),
    questioned(
        51,
        offence="A broken window",
        lawyer="on_the_telephone",
        adult_name="Rosa López",
        rights_language="Mam",
        note="stopped at once",
    ),
    MissingReportReceived(
        occurred_at=at(52),
        reported_by="Her grandmother",
        number="MP-26-88",
        category="endangered",
        note="since Sunday",
    ),
)
"""A body of every kind of these features; ``vectors/bodies_protection.json`` holds its bytes."""
