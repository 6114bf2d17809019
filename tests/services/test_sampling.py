"""Invented cases: the same seed gives the same log to the byte, and all of it holds."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from minors_desk.domain.facts import answers
from minors_desk.domain.handoff import HandoffAccepted
from minors_desk.services import cases, finding, sampling, signing_in
from minors_desk.services.desk import Desk
from minors_desk.services.sample_data import sample_data
from minors_desk.services.sampling import UNTIL, make_sample, new_passphrase
from minors_desk.storage.verify import verify

PASSPHRASE = "seven lamps along the harbour"  # noqa: S105 - opens test records only
CASES = 24


def opened(folder: Path) -> Desk:
    return signing_in.sign_in(
        folder, "officer", PASSPHRASE, clock=lambda: UNTIL + timedelta(days=1), write=False
    )


def log_of(folder: Path) -> list[tuple[object, ...]]:
    """Every byte of the log: entries, salts and bodies."""
    desk = opened(folder)
    with desk.journal.reading() as connection:
        found = [
            tuple(row)
            for table in ("entries", "payloads")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608
        ]
    desk.close()
    return found


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "record"
    make_sample(folder, PASSPHRASE, cases=CASES, seed=7)
    return folder


@pytest.fixture
def desk(sample: Path) -> Desk:
    return opened(sample)


def test_the_same_seed_gives_the_same_log(sample: Path, tmp_path: Path) -> None:
    make_sample(tmp_path / "again", PASSPHRASE, cases=CASES, seed=7)
    make_sample(tmp_path / "other", PASSPHRASE, cases=CASES, seed=8)
    assert log_of(tmp_path / "again") == log_of(sample)
    assert log_of(tmp_path / "other") != log_of(sample)
    headers = {(folder / "record.header").read_bytes() for folder in (sample, tmp_path / "again")}
    assert len(headers) == 2


def test_saves_of_any_size_come_to_the_same_cases(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sampling, "CASES_A_SAVE", 5)
    told: list[tuple[int, int]] = []
    made = make_sample(
        tmp_path / "again",
        PASSPHRASE,
        cases=CASES,
        seed=7,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(done, CASES) for done in (5, 10, 15, 20, 24)]
    desk, other = opened(tmp_path / "again"), opened(sample)
    assert verify(desk.vault, signatures=True).problems == ()
    assert made.entries == sum(len(cases.read(desk, one.case_id).log) for one in cases.listed(desk))
    numbers = {one.number: one.name for one in cases.listed(desk)}
    assert numbers == {one.number: one.name for one in cases.listed(other)}


def test_it_is_a_whole_record_of_ordinary_cases(desk: Desk) -> None:
    assert verify(desk.vault, signatures=True).problems == ()
    cards = cases.listed(desk)
    assert len(cards) == len({one.number for one in cards}) == CASES
    for card in cards:
        case = cases.read(desk, card.case_id)
        assert not case.unread
        assert [one.code for one in case.findings] == []
        assert case.number == card.number
        accepted = any(isinstance(line.counts, HandoffAccepted) for line in case.log)
        assert (card.state in ("handed_over", "closed")) == accepted
        assert all(line.entry.recorded_at <= UNTIL for line in case.log)
        if case.names:
            assert answers(case, "nationality").leading is not None
            assert finding.find(desk, case.names[0].value.as_said)


def test_children_are_as_the_figures_have_them(tmp_path: Path) -> None:
    make_sample(tmp_path / "many", PASSPHRASE, cases=300, seed=1)
    desk = opened(tmp_path / "many")
    countries: Counter[str] = Counter()
    sexes: Counter[str] = Counter()
    for card in cases.listed(desk):
        told = answers(cases.read(desk, card.case_id), "nationality").leading
        sexes[card.sex] += 1
        if told is not None:
            countries[told.value.code] += 1  # type: ignore[union-attr]
    first, *others = [code for code, _ in countries.most_common(3)]
    assert (first, set(others)) == ("GT", {"HN", "MX"})
    assert sexes["boy"] > sexes["girl"] > 70
    desk.close()


def test_every_share_and_name_is_there() -> None:
    data = sample_data()
    assert set(data.shares) == {"country", "month", "age", "sex"}
    assert set(data.shares["country"][0]) == set(data.languages)
    spoken = {names for told, _ in data.languages.values() for _language, names in told}
    for names in spoken:
        for kind in ("girl", "boy", "surname"):
            assert len(data.names[names, kind]) >= 10


def test_the_last_nights_are_still_open(tmp_path: Path) -> None:
    make_sample(tmp_path / "r", PASSPHRASE, cases=40, seed=3, until=UNTIL)
    desk = opened(tmp_path / "r")
    last = max(cases.listed(desk), key=lambda one: one.met_at or UNTIL)
    assert last.met_at is not None
    assert last.met_at < UNTIL
    desk.close()


def test_passphrases_are_never_the_same() -> None:
    made = {new_passphrase() for _ in range(20)}
    assert len(made) == 20
    assert all(len(one) == 29 for one in made)


def test_what_is_over_long_ago_is_closed_and_off_the_board(tmp_path: Path) -> None:
    make_sample(tmp_path / "r", PASSPHRASE, cases=120, seed=4)
    desk = opened(tmp_path / "r")
    long_ago = UNTIL - timedelta(days=10)
    old = [one for one in cases.listed(desk) if one.met_at is not None and one.met_at < long_ago]
    assert len(old) > 100
    assert {(one.state, one.open_clocks) for one in old} == {("closed", ())}
    shown = cases.the_board(desk)
    on_board = {*shown.missing, *shown.in_custody, *shown.met, *shown.still_owed}
    assert not on_board & set(old)
    assert any(one.missed for one in old)
    desk.close()
