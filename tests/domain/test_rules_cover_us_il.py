"""Every researched rule of the United States and Illinois: in a pack, or why it is no clock.

The ids are those of the research into the law (89 rows). A rule of a pack keeps its row's id; a
letter after it means that the row asks for several things.
"""

import re

import pytest

from minors_desk import assets
from minors_desk.domain.rulepack import read_pack

ROWS = {
    **{f"US-JJ-{n:02}": "US" for n in range(1, 20)},
    **{f"US-UC-{n:02}": "US" for n in range(1, 18)},
    **{f"US-TR-{n:02}": "US" for n in range(1, 9)},
    **{f"US-CN-{n:02}": "US" for n in range(1, 12)},
    **{f"US-MC-{n:02}": "US" for n in range(1, 10)},
    **{f"US-IS-{n:02}": "US" for n in range(1, 11)},
    "US-ICJ-01": "US",
    **{f"US-IL-{n:02}": "US-IL" for n in range(1, 15)},
}
"""Row id and jurisdiction."""

DEFINES = "says what a word means or who decides; no time runs and nothing is forbidden"
RECORD = "says what a log or a proof must hold; the papers do it"
GATE = "about sharing information; belongs to the disclosure gate, no clock"
PERIOD = "a reporting period of the agency, not of a case (CONTRACT 4.4)"
COURT_ORDER = "turns on a court's order or hearing, which no entry tells"
FEDERAL = "turns on what a federal agency or officer does, which no entry tells"
ADULTS = "no entry tells of adults within sight or sound"
QUESTIONED = "no entry tells of an interrogation"
FACT = "waits for a fact about the child that no entry tells yet"
MISSING_REPORT = "no entry tells of a missing-child report that was received or updated"
DETAINER = "no entry tells of a detainer or a warrant"

NO_CLOCK = {
    "US-JJ-04": COURT_ORDER,
    "US-JJ-05": ADULTS,
    "US-JJ-06": "off: a rural exception that would loosen US-JJ-03, never of a city",
    "US-JJ-07": COURT_ORDER,
    "US-JJ-08": COURT_ORDER,
    "US-JJ-09": COURT_ORDER,
    "US-JJ-10": DEFINES,
    "US-JJ-11": DEFINES,
    "US-JJ-12": DEFINES,
    "US-JJ-13": PERIOD,
    "US-JJ-14": RECORD,
    "US-JJ-15": FACT,
    "US-JJ-16": COURT_ORDER,
    "US-JJ-17": ADULTS,
    "US-JJ-18": FEDERAL,
    "US-JJ-19": QUESTIONED,
    "US-UC-01": DEFINES,
    "US-UC-02": FEDERAL,
    "US-UC-03": FEDERAL,
    "US-UC-04": FEDERAL,
    "US-UC-05": DEFINES,
    "US-UC-06": FEDERAL,
    "US-UC-07": FEDERAL,
    "US-UC-08": GATE,
    "US-UC-09": RECORD,
    "US-UC-10": DEFINES,
    "US-UC-11": FEDERAL,
    "US-UC-12": DEFINES,
    "US-UC-13": FEDERAL,
    "US-UC-14": DEFINES,
    "US-UC-15": DETAINER,
    "US-UC-16": DEFINES,
    "US-UC-17": GATE,
    "US-TR-03": "another channel for the notice of US-TR-01, no time of its own",
    "US-TR-04": FEDERAL,
    "US-TR-05": FEDERAL,
    "US-TR-06": DEFINES,
    "US-TR-08": "no entry tells of a request to certify",
    "US-CN-04": DEFINES,
    "US-CN-05": RECORD,
    "US-CN-07": GATE,
    "US-CN-08": DEFINES,
    "US-CN-11": "a directive that the agency keeps, not of a case",
    "US-MC-01": MISSING_REPORT,
    "US-MC-02": "a policy of the agency, not of a case",
    "US-MC-03": MISSING_REPORT,
    "US-MC-04": MISSING_REPORT,
    "US-MC-06": DEFINES,
    "US-MC-07": FACT,
    "US-MC-08": FACT,
    "US-MC-09": DEFINES,
    "US-IS-01": GATE,
    "US-IS-02": DETAINER,
    "US-IS-03": GATE,
    "US-IS-04": GATE,
    "US-IS-05": GATE,
    "US-IS-06": DEFINES,
    "US-IS-07": GATE,
    "US-IS-09": FACT,
    "US-IS-10": FACT,
    "US-ICJ-01": FACT,
    "US-IL-08": PERIOD,
    "US-IL-11": DETAINER,
    "US-IL-12": GATE,
    "US-IL-13": QUESTIONED,
    "US-IL-14": "a date of every year, not of a case (CONTRACT 4.4)",
}
"""Why a row is no rule of a pack."""


def row_of(rule_id: str) -> str:
    return re.sub(r"(?<=\d)[a-z]$", "", rule_id)


def packed(name: str) -> set[str]:
    pack = read_pack(assets.read_text("rules", f"{name}.toml"))
    return {row_of(one.id) for one in pack.rules}


def test_there_are_89_rows() -> None:
    assert len(ROWS) == 89


@pytest.mark.parametrize("jurisdiction", ["US", "US-IL"])
def test_every_row_is_in_its_pack_or_has_its_reason(jurisdiction: str) -> None:
    rows = {row for row, of in ROWS.items() if of == jurisdiction}
    told = {row for row in NO_CLOCK if ROWS[row] == jurisdiction}
    in_pack = packed(jurisdiction.lower())
    assert in_pack | told == rows
    assert not in_pack & told


@pytest.mark.parametrize("row", NO_CLOCK)
def test_a_reason_says_something(row: str) -> None:
    assert len(NO_CLOCK[row].split()) > 5
