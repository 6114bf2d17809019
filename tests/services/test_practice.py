"""A record for practice: stories are its real cases, as late as now, under ids of their own."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from minors_desk.domain.duties import status
from minors_desk.domain.looking import Row, look, rows
from minors_desk.domain.story import case_of
from minors_desk.errors import BadInput
from minors_desk.services import cases
from minors_desk.services.retelling import brought_to
from minors_desk.services.sampling import LOGIN, Wish, make
from minors_desk.services.signing_in import sign_in
from minors_desk.storage.verify import verify
from tests.stories.nights import NAMES, story

PASSPHRASE = "four words that do not belong"  # noqa: S105
NOW = datetime(2027, 4, 6, 16, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def kept(row: Row, later: timedelta) -> dict[str, Any]:
    """The row so much later."""
    return {name: one + later if isinstance(one, datetime) else one for name, one in row.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_story_told_of_another_night_keeps_every_length_of_time(name: str) -> None:
    old = story(name)
    new = brought_to(old, NOW)
    later = new.looks[-1].at - old.looks[-1].at
    assert later % DAY == timedelta(0)
    assert old.dated == (later == timedelta(0))
    assert old.dated or NOW - DAY < new.looks[-1].at <= NOW
    for before, after in zip(old.looks, new.looks, strict=True):
        first = case_of(old.child(before.child), before.at)
        second = case_of(new.child(after.child), after.at)
        assert [one.at + later for one in first.events] == [one.at for one in second.events]
        assert [one.code for one in first.findings] == [one.code for one in second.findings]


def test_a_practice_record_shows_what_the_story_names(tmp_path: Path) -> None:
    told = story("chicago-bus-station")
    made = make(tmp_path / "r", PASSPHRASE, Wish(cases=3, seed=2, until=NOW, stories=(told, told)))
    assert made.cases == 5
    desk = sign_in(tmp_path / "r", LOGIN, PASSPHRASE, clock=lambda: NOW)
    try:
        assert verify(desk.vault, signatures=True).problems == ()
        new = brought_to(told, NOW)
        last, at = told.looks[-1], new.looks[-1].at
        named = rows(look(case_of(told.child(""), last.at), told.packs, last.at, told.zone))
        wanted = [kept(row, at - last.at) for row in named["duties"]]
        ours = [one for one in cases.listed(desk) if one.name == "Yesenia Tzoc"]
        assert len({one.number for one in ours}) == len({one.case_id for one in ours}) == 2
        for card in ours:
            case = cases.read(desk, card.case_id)
            assert case.accepted_handoff is not None
            assert "terms_differ" not in {one.code for one in case.findings}
            owed = [(one, status(one, at)) for one in cases.duty_clocks(desk, case)]
            assert [(one.rule.id, one.due, state.state) for one, state in owed] == [
                (row["rule"], row["due"], row["state"]) for row in wanted
            ]
    finally:
        desk.close()


def test_siblings_name_each_other_by_their_new_cases(tmp_path: Path) -> None:
    make(tmp_path / "r", PASSPHRASE, Wish(until=NOW, stories=(story("el-paso-siblings"),)))
    desk = sign_in(tmp_path / "r", LOGIN, PASSPHRASE, clock=lambda: NOW)
    try:
        assert (desk.founded.jurisdiction, desk.zone) == ("US-TX", "America/Denver")
        found = [cases.read(desk, one.case_id) for one in cases.listed(desk)]
        one, other = found
        assert [tie.other for tie in one.companions] == [other.id]
        assert [tie.other for tie in other.companions] == [one.id]
        told = story("el-paso-siblings").children
        assert {one.id, other.id}.isdisjoint(child.case_id for child in told)
        assert one.encounter is not None and other.encounter is not None
        assert one.encounter.encounter_id == other.encounter.encounter_id
        assert one.encounter.at.year == 2025
    finally:
        desk.close()


def test_a_desk_is_in_one_place_and_no_story_is_still_to_come(tmp_path: Path) -> None:
    two = (story("chicago-bus-station"), story("houston-escort-debt"))
    with pytest.raises(BadInput, match="several places"):
        make(tmp_path / "r", PASSPHRASE, Wish(until=NOW, stories=two))
    early = datetime(2025, 6, 1, tzinfo=UTC)
    with pytest.raises(BadInput, match="still to come"):
        make(tmp_path / "r", PASSPHRASE, Wish(until=early, stories=(story("el-paso-siblings"),)))
    assert not (tmp_path / "r").exists()
