"""Five ordinary nights in Chicago, walked minute by minute: every red that the desk shows.

What is owed to others or asked for without delay is never among them (CONTRACT 4.2).
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

import pytest

from minors_desk import assets
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import Party, ReferenceGiven, ReportSent
from minors_desk.domain.duties import DutyClock, clocks, clocks_of_others, status
from minors_desk.domain.encounter import AgeRange
from minors_desk.domain.rulepack import read_pack
from tests.domain.samples import (
    ZONE,
    at,
    case_of,
    checked,
    encountered,
    explained,
    handed_over,
    name,
    reached,
    tried,
)
from tests.domain.samples_care import given, told
from tests.domain.samples_custody import began, moved

PACKS = [read_pack(assets.read_text("rules", f"{one}.toml")) for one in ("us", "us-il", "house")]
STEP = 5
H = 60


@dataclass(frozen=True, kw_only=True)
class Night:
    """What was entered, until which minute it is watched, and the rules that turn red with the
    minute at which each fell due.
    """

    told: tuple[Body, ...]
    until: int
    reds: dict[str, int]


def aged(years: int) -> AgeRange:
    return AgeRange(low_months=years * 12, high_months=years * 12 + 11)


PARENT = {"party": Party(name="Marta Caal"), "purpose": "parent_or_relative"}


def written_to_dcfs(minutes: int) -> ReportSent:
    """CANTS 5 went out."""
    return ReportSent(
        occurred_at=at(minutes),
        report="child_protection_written",
        to="DCFS",
        method="fax",
        reference="CANTS 5",
    )


def checks(first: int, last: int, every: int = 25) -> tuple[Body, ...]:
    return tuple(checked(minute) for minute in range(first, last, every))


NIGHTS = {
    "a lost girl charged with nothing, handed to DCFS": Night(
        told=(
            encountered(apparent_age=aged(8), apparent_sex="girl", legal_class="non_offender"),
            began(20),
            name(35, "Ana"),
            *checks(45, 5 * H),
            given(47),
            reached(50),
            ReferenceGiven(occurred_at=at(55), system="ncic", number="NIC M123456789"),
            tried(2 * H, **PARENT),
            explained(3 * H, "parent_or_relative"),
            *handed_over(5 * H + 10),
            written_to_dcfs(20 * H),
        ),
        until=60 * H,
        reds={},
    ),
    "a runaway kept more than 6 hours from contact": Night(
        told=(
            encountered(apparent_age=aged(15), legal_class="status_offender"),
            began(40, starts_from="contact"),
            told(45, "reason_held"),
            *checks(60, 8 * H),
            reached(4 * H, **PARENT),
            *handed_over(8 * H),
        ),
        until=12 * H,
        reds={"US-IL-01": 6 * H},
    ),
    "a boy of 14 accused, locked for 5 hours in two stretches": Night(
        told=(
            encountered(apparent_age=aged(14), legal_class="accused_delinquent"),
            began(30, starts_from="arrival"),
            moved(40, secure=True),
            *checks(50, 3 * H, every=14),
            moved(3 * H + 40),
            moved(7 * H, secure=True),
            *checks(7 * H + 10, 9 * H, every=14),
            moved(9 * H),
            reached(90, **PARENT),
            *handed_over(10 * H),
        ),
        until=20 * H,
        reds={},
    ),
    "a boy of 16 accused, locked for more than 6 hours and kept for more than 12": Night(
        told=(
            encountered(apparent_age=aged(16), legal_class="accused_delinquent"),
            began(30, starts_from="arrival"),
            moved(40, secure=True),
            *checks(50, 9 * H, every=14),
            moved(9 * H),
            *handed_over(13 * H),
        ),
        until=20 * H,
        reds={"US-JJ-03": 40 + 6 * H, "US-IL-09b": 30 + 12 * H},
    ),
    "an abused child in protective custody, the written report late": Night(
        told=(
            encountered(apparent_age=aged(6)),
            began(15),
            *checks(30, 4 * H),
            reached(30),
            reached(2 * H),
            *handed_over(4 * H),
            written_to_dcfs(52 * H),
        ),
        until=60 * H,
        reds={"US-IL-10": 30 + 48 * H},
    ),
}


def as_of(night: Night, moment: datetime) -> Case:
    """The case as it stands at that instant."""
    return case_of(*(one for one in night.told if one.occurred_at <= moment))


def reds(night: Night) -> list[DutyClock]:
    """Every clock that is red at any time of the night."""
    found = []
    for moment in (at(minute) for minute in range(0, night.until, STEP)):
        case = as_of(night, moment)
        for clock in chain(clocks(case, PACKS, ZONE), clocks_of_others(case, PACKS, ZONE)):
            if status(clock, moment).tone == "red":
                found.append(clock)
    return found


@pytest.mark.parametrize("title", NIGHTS)
def test_every_red_of_the_night(title: str) -> None:
    night = NIGHTS[title]
    found = reds(night)
    assert {clock.rule.id: clock.due for clock in found} == {
        rule: at(minute) for rule, minute in night.reds.items()
    }
    for clock in found:
        rule = clock.rule
        assert (rule.is_law, rule.checked.verified, clock.due is not None) == (True, True, True)
        assert rule.binds in ("police", "anyone")
        assert rule.checked.source
        assert rule.checked.on is not None


@pytest.mark.parametrize("title", NIGHTS)
def test_red_ends_with_the_night(title: str) -> None:
    night = NIGHTS[title]
    end = at(night.until)
    case = as_of(night, end)
    after = [status(one, end) for one in clocks(case, PACKS, ZONE)]
    assert not [one for one in after if one.tone == "red"]
    late = {
        one.rule.id for one in clocks(case, PACKS, ZONE) if status(one, end).state == "met_late"
    }
    assert {rule for rule in late if rule.startswith("US-")} == set(night.reds)
