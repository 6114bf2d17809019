"""Everything that a pack may name has words: events, conditions, steps, needs, and why outside."""

from collections.abc import Iterable
from typing import get_args

import pytest

from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.events import EVENTS
from minors_desk.domain.gates import ABOUT, ANSWERS, NEEDS, STEPS, TO
from minors_desk.domain.rules import BINDS, Kind, Why
from minors_desk.wording.codes import WORDS


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        ("rule_event", EVENTS),
        ("rule_condition", CONDITIONS),
        ("step", STEPS),
        ("gate_answer", ANSWERS),
        ("gate_need", NEEDS),
        ("told_about", ABOUT),
        ("told_to", TO),
        ("binds", BINDS),
        ("rule_kind", get_args(Kind)),
        ("outside_why", get_args(Why)),
    ],
)
def test_every_name_has_words(codes: str, names: Iterable[str]) -> None:
    assert set(WORDS[codes]) == set(names)
