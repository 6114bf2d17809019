"""Short ways to a screening for trafficking, and the body whose bytes are frozen."""

from minors_desk.domain.bodies import Body
from minors_desk.domain.trafficking_screening import (
    Indicator,
    IndicatorAnswer,
    Looked,
    Setting,
    TraffickingScreened,
)
from tests.domain.moments import at


def looked(indicator: Indicator, answer: IndicatorAnswer, words: str = "") -> Looked:
    """One indicator as it was answered."""
    return Looked(indicator=indicator, answer=answer, words=words)


def screened_for_trafficking(
    minutes: float, *items: Looked, **changed: object
) -> TraffickingScreened:
    """A screening with these indicators, not finished unless it is said."""
    told: dict[str, object] = {"outcome": "not_finished", "looked": items, **changed}
    return TraffickingScreened(occurred_at=at(minutes), **told)  # type: ignore[arg-type]


ONE_OF_EACH_OF_TRAFFICKING: tuple[Body, ...] = (
    screened_for_trafficking(
        53,
        looked("debt", "child_said", "owes 40 000"),
        looked("documents_held", "seen"),
        looked("commercial_sex", "not_asked"),
        looked("forced_crime", "not_seen"),
        setting=Setting(
            screener="Det. Cho",
            trained="yes",
            in_private="yes",
            escort="out_of_the_room",
            interpreter="badge 9",
            interpreted_by="independent",
        ),
        account="I work and they keep the money",
        not_pressed="yes",
        outcome="indicators_found",
        note="tired",
        look_again_at=at(600),
    ),
)
"""A body of every kind of this feature; ``vectors/bodies_trafficking.json`` holds its bytes."""
