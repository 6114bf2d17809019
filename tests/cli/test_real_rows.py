"""Every row of a real list of children can be opened as a case, and comes out as it went in.

The list is not part of the program: its folder comes from ``MINORS_DESK_DATA``.
"""

import csv
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from minors_desk.domain.ages import known_ages
from minors_desk.domain.facts import answers
from minors_desk.lists import country_of
from minors_desk.services import cases, signing_in
from tests.cli.conftest import PASSPHRASES, Line

DATA = os.environ.get("MINORS_DESK_DATA", "")
ROWS = Path(DATA) / "cases" / "ice_i213_seattle_minors_2021_2026.csv"
SEX = {"F": "girl", "M": "boy"}
UNKNOWN = "XXX"
AT_ONCE = 300

pytestmark = pytest.mark.skipif(
    not (DATA and ROWS.is_file()), reason="MINORS_DESK_DATA names no folder with the real rows"
)


def rows() -> list[dict[str, str]]:
    """The rows as they stand in the file."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def encounter_of(row: dict[str, str], number: int) -> list[dict[str, Any]]:
    """A row as the JSON that ``case open`` takes: the month is all that is known of the time."""
    year, month = map(int, row["apprehension_month"].split("-"))
    met = datetime(year, month, 1, 12, tzinfo=UTC).isoformat()
    common = {
        "occurred_at": met,
        "precision": "month",
        "late_because": "written_on_paper_first",
    }
    age = int(row["age"])
    told = {"low_months": 12 * age, "high_months": 12 * age + 11}
    return [
        {
            "kind": "encountered",
            "encounter_id": f"019ab3f0-0000-7000-8000-{number:012x}",
            "place": row["port_of_entry"] or "not said",
            "how_found": row["apprehension_method"],
            "apparent_sex": SEX[row["gender"]],
            **common,
        },
        _fact("age", {"type": "age", **told}, common),
        _fact("nationality", _country(row["citizenship"]), common),
        _fact("birth_country", _country(row["birth_country"]), common),
    ]


def _country(words: str) -> dict[str, Any]:
    found = country_of(words)
    return {"type": "country", "code": UNKNOWN if found is None else found.code, "as_said": words}


def _fact(fact: str, value: dict[str, Any], common: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "fact_told", "fact": fact, "value": value, "source": "record", **common}


def test_every_row_is_a_case_and_comes_out_as_it_went_in(line: Line) -> None:
    given = rows()
    openings = [encounter_of(row, number) for number, row in enumerate(given, start=1)]
    for start in range(0, len(openings), AT_ONCE):
        said = line("case", "open", "-", given=openings[start : start + AT_ONCE])
        assert said.code == 0, said.err
    assert line("verify").code == 0
    desk = signing_in.sign_in(
        line.record, "rivera", PASSPHRASES["rivera"], clock=lambda: line.now, write=False
    )
    try:
        opened = [cases.read(desk, card.case_id) for card in cases.listed(desk)]
    finally:
        desk.close()
    assert Counter(map(_told, opened)) == Counter(map(_written, given))


def _told(case: Any) -> tuple[Any, ...]:
    """What the record says of a child: month, sex, age in months, both countries as written."""
    met = case.encounter
    assert met.precision == "month"
    (age,) = (one for one in known_ages(case, met.at.date()) if one.known_from == "age")
    countries = [answers(case, fact).leading for fact in ("nationality", "birth_country")]
    named = tuple((one.value.code, one.value.as_said) for one in countries)
    return f"{met.at:%Y-%m}", met.apparent_sex, age.low, age.high, *named


def _written(row: dict[str, str]) -> tuple[Any, ...]:
    """The same out of the row."""
    age, words = 12 * int(row["age"]), (row["citizenship"], row["birth_country"])
    codes = [_country(one)["code"] for one in words]
    named = zip(codes, words, strict=True)
    return row["apprehension_month"], SEX[row["gender"]], age, age + 11, *named
