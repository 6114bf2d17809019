"""Every researched row of the law is in a pack, as what the research says; nothing else is."""

from collections.abc import Iterable

import pytest

from minors_desk.domain.coverage import (
    Placing,
    Row,
    placings,
    read_rows,
    row_of,
    strangers,
)
from minors_desk.domain.rule_text import period_text
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Outside, Rule
from minors_desk.services.packs import all_shipped, researched, shipped_pack
from tests.domain.test_rulepack import HEAD, rule

ROWS = {one.id: one for one in researched()}
PACKS = [shipped_pack(name) for name in all_shipped()]
PLACED = {one.row.id: one for one in placings(ROWS.values(), PACKS)}
PACK_OF = {"CA-federal": "ca"}
"""The pack of a place where it is not just its name."""

OTHER_LIMITS: dict[str, tuple[frozenset[str], str]] = {
    "US-IL-04": (frozenset({"PT48H"}), "how long a shelter keeps the child is of the same section"),
    "US-IL-09": (frozenset({"PT6H"}), "under 12 it is 6 hours, from 12 on 12"),
    "US-IL-10": (frozenset({"without delay"}), "the telephone report comes before the written one"),
    "US-IL-14": (frozenset({"prohibited"}), "until it is expunged the record is confidential"),
    "US-IS-07": (
        frozenset({"prohibited"}),
        "a release to an unauthorized person is forbidden, no time runs",
    ),
    "US-CA-07": (frozenset({"PT12H"}), "12 hours to look for warrants, 24 to find a parent"),
    "US-CA-13": (frozenset({"prohibited"}), "the parent is told, the foster address is not"),
    "US-CA-23": (
        frozenset({"without delay"}),
        "the report by telephone comes before the written one",
    ),
    "US-CA-29": (
        frozenset({"prohibited"}),
        "the row forbids a release besides its time for sealing",
    ),
    "US-TX-07": (frozenset({"PT48H"}), "48 hours until 2025-06-19, 24 from the next day on"),
    "US-TX-10": (frozenset({"prohibited"}), "the row bars locks and cuffs besides its 6 hours"),
    "US-NY-06": (frozenset({"P1D"}), "the petition of the agency is due on the next court day"),
    "US-AZ-03": (
        frozenset({"PT24H", "PT72H"}),
        "24 hours for a parent outside the state, 72 to the return",
    ),
    "US-AZ-04": (frozenset({"without delay"}), "the row asks for notices besides what it forbids"),
    "US-FL-06": (frozenset({"prohibited"}), "apart from adults, besides the 6 hours for prints"),
    "US-MA-04": (
        frozenset({"prohibited", "without delay"}),
        "under 14 no lockup, and notices without a fixed time",
    ),
    "US-CO-05": (
        frozenset({"PT72H", "without delay"}),
        "72 hours with the county; the officer's notices are prompt",
    ),
    "US-NJ-03": (
        frozenset({"prohibited", "without delay"}),
        "jails are barred and notices asked for besides the 6 hours",
    ),
    "US-NC-02": (frozenset({"without delay"}), "notices without a fixed time besides the 12 hours"),
    "US-PA-01": (
        frozenset({"without delay"}),
        "the report by telephone comes before the written one",
    ),
    "US-PA-02": (
        frozenset({"PT72H", "without delay"}),
        "notices at once, the hearing of the court by 72 hours",
    ),
    "US-OH-02": (
        frozenset({"PT6H", "prohibited"}),
        "6 hours for a felony; adults and cuffs are barred",
    ),
    "US-MN-01": (
        frozenset({"without delay"}),
        "notices and release as soon as possible, by 24 hours at the latest",
    ),
    "US-MD-01": (
        frozenset({"without delay"}),
        "the report by word of mouth comes before the written one",
    ),
    "CA-AB-02": (frozenset({"P2D"}), "the director has 2 days to apply to the court"),
}
"""By row: limits that its rules have and the research's column does not name, and why."""
UNTOLD_LIMITS = {"US-OH-02": "no entry tells of which act it is 3 hours, so that part is outside"}
"""By row: its limit is outside, though another of its limits is a rule; and why."""
OTHER_BINDS: dict[str, tuple[str, str]] = {
    "US-IS-10a": ("receiver", "the tribe's notice is of the party who goes to court"),
    "US-IL-04b": ("receiver", "how long a shelter keeps a child is its own limit"),
    "US-TX-16b": ("court", "the hearing is held by the court, the suit filed by police"),
    "US-NY-06d": ("receiver", "the petition is filed by the child protective agency"),
    "US-CO-05d": ("police", "the officer tells the parent, the court hears the case"),
    "US-CO-05e": ("police", "the officer tells the court, the court hears the case"),
    "US-CO-05f": ("police", "the row's note names a limit of police besides the hearing"),
    "US-PA-02f": ("court", "the informal hearing by 72 hours is held by the court"),
    "CA-F-18b": ("receiver", "keeping apart and destroying bind the receiver, say the notes"),
    "CA-AB-02b": ("receiver", "the application within 2 days is made by the director"),
}
"""By rule: whom it binds other than its row, and why."""
NO_LIMIT = ("gate", "record")
"""Kinds that no time runs under, whatever the column says: the step itself is the limit."""


def limit_of(one: Rule) -> str:
    """What the column ``deadline`` of the research would say of that rule."""
    if one.kind == "prohibition" or (one.gate is not None and one.gate.answer == "forbidden"):
        return "prohibited"
    if one.kind in NO_LIMIT:
        return ""
    if one.within is None:
        return "without delay"
    days = one.within.days
    return f"P{days}D" if days else period_text(one.within.exact)


def test_there_are_262_rows() -> None:
    assert len(ROWS) == 262


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_placed_once(row: str) -> None:
    placing = PLACED[row]
    assert not placing.nowhere
    assert not placing.contradicts


def test_no_law_is_of_no_row() -> None:
    assert strangers(ROWS.values(), PACKS) == ()


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_in_the_pack_of_its_place_and_binds_as_researched(row: str) -> None:
    placing = PLACED[row]
    place = placing.row.jurisdiction
    for one in (*placing.rules, *placing.outside):
        assert one.pack == PACK_OF.get(place, place.lower())
        assert one.binds == OTHER_BINDS.get(one.id, (placing.row.binds, ""))[0]


@pytest.mark.parametrize("row", ROWS)
def test_a_rule_gives_the_time_that_was_researched(row: str) -> None:
    placing = PLACED[row]
    limits = {limit_of(one) for one in placing.rules} - {""}
    others, _reason = OTHER_LIMITS.get(row, (frozenset(), ""))
    assert limits - others <= {placing.row.deadline}
    assert others <= limits
    if any(one.within is not None for one in placing.rules) and row not in UNTOLD_LIMITS:
        assert placing.row.deadline in limits


@pytest.mark.parametrize("row", ROWS)
def test_only_what_was_read_on_a_known_day_is_verified(row: str) -> None:
    placing = PLACED[row]
    for one in (*placing.rules, *placing.outside):
        if one.checked.verified:
            assert placing.row.is_verified
            assert one.checked.on == placing.row.checked


def test_an_exception_is_of_a_row_and_says_why() -> None:
    rules = {one.id for placing in PLACED.values() for one in (*placing.rules, *placing.outside)}
    assert OTHER_LIMITS.keys() <= ROWS.keys()
    assert OTHER_BINDS.keys() <= rules
    reasons = [why for _what, why in (*OTHER_LIMITS.values(), *OTHER_BINDS.values())]
    reasons += UNTOLD_LIMITS.values()
    assert all(len(why.split()) > 4 for why in reasons)


ROW = Row(
    id="X-1",
    jurisdiction="X",
    binds="police",
    deadline="PT1H",
    status="verified",
    checked=None,
    citation="1 X 2",
)


def outside(row: str) -> str:
    fields = {"id": row, "title": "T", "citation": "C", "binds": "court", "why": "defines"}
    lines = [f'{name} = "{value}"' for name, value in (fields | {"note": "N"}).items()]
    return "\n".join(["[[outside]]", *lines, 'checked = { status = "not_verified" }', ""])


def placed(*tables: str) -> Placing:
    (placing,) = placings([ROW], [read_pack(HEAD + "".join(tables))])
    return placing


def ids(found: Iterable[Rule | Outside]) -> list[str]:
    return [one.id for one in found]


@pytest.mark.parametrize(
    ("rule_id", "row"),
    [("X-1", "X-1"), ("X-1a", "X-1"), ("US-IL-09c", "US-IL-09"), ("US-ICJ-01", "US-ICJ-01")],
)
def test_a_letter_belongs_to_the_row(rule_id: str, row: str) -> None:
    assert row_of(rule_id) == row


def test_a_row_may_be_partly_outside_with_letters_only() -> None:
    parts = placed(rule(id='"X-1a"'), outside("X-1b"))
    assert (ids(parts.rules), ids(parts.outside)) == (["X-1a"], ["X-1b"])
    assert (parts.kinds, parts.contradicts) == (("deadline", "outside"), False)
    assert not placed(rule(), outside("X-1b")).contradicts
    assert placed(rule(id='"X-1a"'), outside("X-1")).contradicts


def test_what_is_in_no_pack_and_what_nobody_researched_is_said() -> None:
    assert placed(rule(id='"X-2"')).nowhere
    pack = read_pack(HEAD + rule() + rule(id='"X-2a"') + outside("X-3"))
    assert strangers([ROW], [pack]) == ("X-2a", "X-3")
    station = read_pack(HEAD.replace('"law"', '"station"') + rule())
    assert strangers([], [station]) == ()
    assert placings([ROW], [station])[0].nowhere


def test_only_the_file_that_is_shipped_is_read() -> None:
    with pytest.raises(ValueError, match="columns"):
        read_rows("id,binds\nX-1,police\n")


def test_a_day_of_reading_is_needed() -> None:
    assert not ROW.is_verified
    assert ROWS["US-JJ-01"].is_verified
    assert not ROWS["US-UC-06"].is_verified
