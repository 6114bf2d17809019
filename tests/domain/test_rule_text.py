"""Periods of a pack changed in its text, and nothing else."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from minors_desk import assets
from minors_desk.domain.periods import Period, read_period
from minors_desk.domain.rule_text import period_text, with_periods
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
