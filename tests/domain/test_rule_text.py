"""Periods of a pack changed in its text, and nothing else."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk import assets
from minors_desk.domain.periods import Period, read_period
from minors_desk.domain.rule_text import (
    period_text,
    table_of,
    with_end,
    with_periods,
    with_rule,
    with_targets,
)
from minors_desk.domain.rulepack import read_pack

HOUSE = assets.read_text("rules", "house.toml")
PACK = read_pack(HOUSE)
IDS = sorted({one.id for one in PACK.rules} | set(PACK.targets))
minutes = st.integers(1, 10_000).map(lambda n: timedelta(minutes=n))


@given(minutes)
def test_a_period_is_written_as_it_is_read(period: timedelta) -> None:
    assert read_period(period_text(period)) == Period(period)


@given(st.dictionaries(st.sampled_from(IDS), minutes))
def test_only_the_periods_asked_for_change(periods: dict[str, timedelta]) -> None:
    text = with_periods(HOUSE, periods)
    after = read_pack(text)
    for old, new in zip(PACK.rules, after.rules, strict=True):
        assert new.within == (Period(periods[old.id]) if old.id in periods else old.within)
        assert (new.id, new.starts) == (old.id, old.starts)
    assert after.targets == {id_: periods.get(id_, old) for id_, old in PACK.targets.items()}
    assert len(text.splitlines()) == len(HOUSE.splitlines())


def test_nothing_asked_for_is_the_same_text() -> None:
    assert with_periods(HOUSE, {}) == HOUSE
    assert with_periods(HOUSE, {"NO-SUCH": timedelta(hours=1)}) == HOUSE


@pytest.mark.parametrize("rule_id", [one.id for one in PACK.rules])
def test_a_rule_taken_out_of_a_text_is_the_same_rule(rule_id: str) -> None:
    text = '[pack]\nid = "house"\ntitle = "H"\nkind = "station"\n' + table_of(HOUSE, rule_id)
    assert read_pack(text).rules == tuple(one for one in PACK.rules if one.id == rule_id)


def test_a_rule_that_is_not_in_the_text() -> None:
    with pytest.raises(KeyError):
        table_of(HOUSE, "HOUSE-NONE")


@given(st.dictionaries(st.sampled_from(["X-1", "X-2"]), minutes))
def test_further_aims_stand_beside_those_there_are(aims: dict[str, timedelta]) -> None:
    for text in (HOUSE, HOUSE[: HOUSE.index("[targets]")]):
        before, after = read_pack(text), read_pack(with_targets(text, aims))
        assert after.targets == {**before.targets, **aims}
        assert after.rules == before.rules


@given(st.text(min_size=1, max_size=40).filter(lambda text: "{time}" not in text))
def test_any_title_is_read_as_it_was_written(title: str) -> None:
    fields = {
        "id": "AGENCY-01",
        "title": title,
        "binds": "police",
        "kind": "deadline",
        "starts": "custody_began",
        "within": "PT1H",
        "satisfied_by": ["lawyer_reached"],
        "effective_from": date(2026, 11, 24),
        "once": True,
    }
    text = with_end(with_rule(HOUSE, fields), "AGENCY-01", date(2026, 12, 1))
    added = read_pack(with_end(text, "AGENCY-01", date(2026, 12, 2))).rules[-1]
    assert (added.title, added.once) == (title, True)
    assert (added.effective_from, added.effective_until) == (date(2026, 11, 24), date(2026, 12, 2))
