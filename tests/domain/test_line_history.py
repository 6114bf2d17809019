"""What a line did before: when it last answered, and how often at an hour like this one."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.contacts import Party
from minors_desk.domain.line_history import LOOKED_AT, LineTry, history, tries_of
from minors_desk.wording.calls import history_words
from tests.domain.samples import ZONE, case_of, encountered, reached, tried

NIGHT = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
"""03:12 in Chicago."""


def one(hours_before: int, outcome: str = "no_answer") -> LineTry:
    moment = datetime.fromtimestamp(NIGHT.timestamp() - hours_before * 3600, tz=UTC)
    return LineTry(ordinal=hours_before, line_id="x", at=moment, outcome=outcome)  # type: ignore[arg-type]


def test_what_the_panel_says() -> None:
    tries = [one(1), one(25, "reached"), one(49, "reached"), one(14, "reached")]
    found = history(tries, NIGHT, ZONE)
    assert found is not None
    words = history_words(found, NIGHT, ZONE)
    assert words == "last answered 13:12 on 23 Nov · 2 of the last 3 tries at night answered"
    found = history([one(1)], NIGHT, ZONE)
    assert found is not None
    assert history_words(found, NIGHT, ZONE) == (
        "never answered · 0 of the last 1 try at night answered"
    )


def test_a_line_never_tried_says_nothing() -> None:
    assert history([], NIGHT, ZONE) is None
    assert history([one(-1, "reached")], NIGHT, ZONE) is None, "nothing is known of the future"


def test_only_lines_of_the_directory_and_known_times_are_counted() -> None:
    mother = Party(name="Marta")
    case = case_of(
        encountered(-2), tried(1), reached(5, mother), tried(7, precision="day"), reached(9)
    )
    assert [(row.ordinal, row.outcome) for row in tries_of(case)] == [
        (2, "no_answer"),
        (5, "reached"),
    ]


@given(st.lists(st.tuples(st.integers(-48, 500), st.booleans()), max_size=30, unique=True))
def test_counts_never_exceed_what_was_tried(told: list[tuple[int, bool]]) -> None:
    tries = [one(hours, "reached" if answered else "busy") for hours, answered in told]
    found = history(tries, NIGHT, ZONE)
    past = [each for each in tries if each.at < NIGHT]
    assert (found is None) is (not past)
    if found is not None:
        assert 0 <= found.answered <= found.tried <= min(LOOKED_AT, len(past))
        assert (found.last_answered is None) is (not any(each.answered for each in past))
        assert found.by_night
