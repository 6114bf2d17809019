"""Facts stand side by side: which rival leads, and that every fact of the table can be told."""

import re
from itertools import permutations
from types import NoneType
from typing import get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.fact_table import FACTS
from minors_desk.domain.facts import SOURCE_RANK, Fact, FactTold, Source, ranked
from minors_desk.domain.values import CodeValue, PersonName
from tests.domain.samples import at, case_of, encountered, ident, name


def fact(number: int, source: Source, recorded: float, preferred: bool = False) -> Fact:
    return Fact(
        entry_id=ident(number),
        fact="name",
        value=PersonName(as_said=f"name {number}"),
        source=source,
        certainty="likely",
        preferred=preferred,
        occurred_at=at(0),
        recorded_at=at(recorded),
    )


def order(*facts: Fact) -> list[int]:
    found = {
        tuple(one.entry_id.int - ident(0).int for one in ranked(arrived, "name"))
        for arrived in permutations(facts)
    }
    (only,) = found
    return list(only)


def test_a_document_leads_before_a_record_before_what_was_said_before_what_was_seen() -> None:
    told = (fact(1, "seen", 9), fact(2, "said", 8), fact(3, "record", 7), fact(4, "document", 6))
    assert order(*told) == [4, 3, 2, 1]


def test_of_one_source_the_newest_leads() -> None:
    assert order(fact(1, "said", 5), fact(2, "said", 9), fact(3, "said", 9)) == [3, 2, 1]


def test_the_latest_preferred_leads_all() -> None:
    told = (
        fact(1, "document", 9),
        fact(2, "seen", 3, preferred=True),
        fact(3, "seen", 4, preferred=True),
    )
    assert order(*told) == [3, 1, 2]


def test_only_facts_of_that_kind_are_rivals() -> None:
    assert ranked((fact(1, "said", 1),), "another") == ()


@given(
    st.lists(st.tuples(st.sampled_from(sorted(SOURCE_RANK)), st.booleans()), min_size=1, max_size=6)
)
def test_ranking_keeps_every_rival(told: list[tuple[Source, bool]]) -> None:
    facts = tuple(fact(n, source, n % 3, preferred) for n, (source, preferred) in enumerate(told))
    led = ranked(facts, "name")
    assert sorted(led, key=lambda one: one.entry_id) == list(facts)
    if any(one.preferred for one in facts):
        assert led[0].preferred


def test_the_case_leads_with_the_right_name() -> None:
    case = case_of(
        encountered(), name(1, "Anna"), name(2, "Ana María", source="document"), name(3, "Anita")
    )
    assert [one.value.as_said for one in case.names] == ["Ana María", "Anita", "Anna"]


def test_the_table_of_facts_and_what_may_be_told_agree() -> None:
    hints = get_type_hints(FactTold)
    assert set(get_args(hints["fact"])) == set(FACTS)
    assert {one.value for one in FACTS.values()} | {NoneType} == set(get_args(hints["value"]))
    assert {one.id for one in FACTS.values()} == set(FACTS)
    for kind in FACTS.values():
        assert bool(kind.codes) == (kind.value is CodeValue)
        assert all(re.fullmatch(r"([1-9]|10)\.[1-9][0-9]?", box) for box in kind.boxes)
    assert set(SOURCE_RANK) == set(get_args(Source))
