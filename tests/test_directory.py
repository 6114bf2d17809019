"""The directory that ships: each line says where it is from and how sure; nothing is guessed."""

import csv
import re
from datetime import date
from io import StringIO
from typing import get_args

import pytest

from minors_desk import assets, directory, lists
from minors_desk.domain.contacts import Purpose
from minors_desk.domain.rulepack import read_pack

LINES = directory.all_lines()
JURISDICTIONS = [
    row["code"] for row in csv.DictReader(StringIO(assets.read_text("lists", "jurisdictions.csv")))
]


def test_every_line_names_its_source_and_sureness() -> None:
    for one in LINES:
        assert one.source
        assert one.name
        assert one.sureness in ("high", "medium", "low", "none")
        assert one.purpose in get_args(Purpose)
        assert one.for_country in ("", *(country.code for country in lists.countries()))
        assert one.jurisdiction in ("US", "CA", *JURISDICTIONS)


def test_ids_are_used_once_and_fit_a_record() -> None:
    assert len({one.id for one in LINES}) == len(LINES) == 101
    assert all(re.fullmatch("(us|ca)-[a-z-]+", one.id) for one in LINES)
    assert all(one.id[:2].upper() == one.jurisdiction[:2] for one in LINES)


def test_a_number_that_nobody_found_stays_blank() -> None:
    blank = {one.id for one in LINES if not one.number}
    assert blank == {one.id for one in LINES if one.sureness == "none"} | {"ca-nu-child-protection"}
    assert {"us-orr-intakes", "us-ice-lesc", "ca-mb-child-protection"} <= blank
    for one in LINES:
        assert one.number == one.number.strip()
        assert not one.number or re.search("[0-9]{3}", one.number)


def test_only_what_was_read_at_its_source_is_verified() -> None:
    for one in LINES:
        assert one.verified is (one.sureness == "high" and one.number != "")
    sure = {one.id: one.verified for one in LINES}
    assert sure["us-ncmec"]
    assert not sure["us-il-child-protection"]
    assert not sure["ca-nu-child-protection"]


def test_a_date_is_as_exact_as_its_source() -> None:
    for one in LINES:
        assert re.fullmatch(r"|[0-9]{4}(-[0-9]{2}){0,2}", one.dated)
        if len(one.dated) == 10:
            assert date.fromisoformat(one.dated).year > 2000


@pytest.mark.parametrize("code", [*JURISDICTIONS, "US", "CA"])
def test_the_lines_of_a_jurisdiction_come_before_those_of_the_country(code: str) -> None:
    found = directory.lines_for(code)
    own = [one for one in found if one.jurisdiction == code]
    assert found[: len(own)] == tuple(own)
    assert {one.jurisdiction for one in found[len(own) :]} <= {code[:2]}
    assert len(set(found)) == len(found)
    assert any(one.purpose == "missing_child_check" for one in found)


def test_every_state_and_province_has_a_line_of_child_protection() -> None:
    territories = {"US-AS", "US-GU", "US-MP", "US-PR", "US-VI"}
    without = {
        code
        for code in JURISDICTIONS
        if not any(
            one.purpose == "child_protection" and one.jurisdiction == code
            for one in directory.lines_for(code)
        )
    }
    assert without == territories & set(JURISDICTIONS)


def test_a_jurisdiction_that_no_line_names_has_none() -> None:
    assert directory.lines_for("MX-JAL") == ()
    assert directory.lines_for("") == ()


def test_a_referral_line_does_not_count_as_a_report() -> None:
    by_id = {one.id: one for one in LINES}
    referring = ("us-childhelp", "ca-trafficking-hotline")
    for name in (*referring, "us-state-consular-questions", "us-state-operations-center"):
        assert by_id[name].purpose == "other"
    assert by_id["us-hhs-otip"].purpose == "trafficking_notice"


def test_a_line_of_one_country_is_a_consulate_and_not_called_verified() -> None:
    """Two reports of others agree on the Mexican line; the ministry's own page was not read."""
    of_one = [one for one in LINES if one.for_country]
    assert {one.id for one in of_one} == {"us-mexico-ciam", "ca-mexico-ciam"}
    assert all(one.purpose == "consulate" and not one.verified for one in of_one)


def test_a_french_name_is_that_of_a_source_and_stands_beside_the_english_one() -> None:
    """The directors of Quebec have both, as the law and its commission name them; no line else."""
    french = {one.id: one for one in LINES if one.name_fr}
    assert french and all(one.jurisdiction == "CA-QC" for one in french.values())
    pack = read_pack(assets.read_text("rules", "ca-qc.toml"))
    (told,) = (one.owed_to for one in pack.rules if one.id == "CA-QC-01")
    english, in_french = told.split(" / ")
    for one in french.values():
        place, _, what = one.name.partition(": ")
        assert what == f"{english} (DPJ)"
        assert one.name_fr == f"{in_french} (DPJ), {place}"
