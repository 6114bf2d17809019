"""Files of packs are checked: the shipped ones are green, each seeded fault is its one line."""

from pathlib import Path

import pytest

from minors_desk import assets
from minors_desk.services.packs import all_shipped
from tests.cli.conftest import Line
from tests.domain.test_rulepack import HEAD, rule

SEEDED = {
    "a title left out": ({"title": None}, "X-1", "title", "a text"),
    "no citation": ({"citation": '""'}, "X-1", "citation", "a text"),
    "a citation that is a number": ({"citation": "5"}, "X-1", "citation", "a text"),
    "nobody is bound": ({"binds": '"officer"'}, "X-1", "binds", "one of police"),
    "an unknown kind": ({"kind": '"limit"'}, "X-1", "kind", "one of deadline"),
    "a misspelt field": ({"aplies": "[]"}, "X-1", "aplies", "no field of that name"),
    "an unknown condition": ({"applies": '["age_under_99"]'}, "X-1", "applies", "a list out of"),
    "a condition that is no list": ({"unless": '"missing"'}, "X-1", "unless", "a list out of"),
    "an unknown event": ({"starts": '"arrested"'}, "X-1", "starts", "one of"),
    "a met by that never is": ({"satisfied_by": '["done"]'}, "X-1", "satisfied_by", "a list"),
    "hours in words": ({"within": '"six hours"'}, "X-1", "within", "a period such as PT6H"),
    "no time at all": ({"within": None}, "X-1", "within", "a period such as PT6H"),
    "two times": ({"without_delay": "true"}, "X-1", "within", "no period together"),
    "a flag in words": ({"once": '"yes"'}, "X-1", "once", "true or false"),
    "holidays nobody listed": ({"skips": '["holidays:X"]'}, "X-1", "skips", "a list out of"),
    "a date in words": ({"effective_from": '"2026"'}, "X-1", "effective_from", "a date"),
    "a longer time of nobody": ({"may_extend_to": '"PT9H"'}, "X-1", "extended_by", "who may"),
    "an end of no interval": ({"ends_with": '["died"]'}, "X-1", "ends_with", "no field of a dead"),
    "verified on no day": (
        {"checked": '{ status = "verified", source = "the code" }'},
        *("X-1", "on", "the date on which"),
    ),
    "verified perhaps": ({"checked": '{ status = "perhaps" }'}, "X-1", "checked", "a table"),
    "a law that tightens": ({"tightens": '"X-2"'}, "X-1", "tightens", "only in a pack of station"),
    "a gate before nothing": (
        {"kind": '"gate"', "starts": None, "within": None, "before": '"lunch"'},
        *("X-1", "before", "one of handoff"),
    ),
    "a record held nowhere": (
        {"kind": '"record"', "within": None, "satisfied_by": None, "held_in": "[]"},
        *("X-1", "held_in", "where it is written"),
    ),
}
LAXER = """[pack]
id = "agency"
title = "Agency"
kind = "station"
[[rule]]
id = "A-1"
title = "Out within a day"
binds = "police"
kind = "deadline"
tightens = "US-JJ-03"
applies = ["legal_class:accused_delinquent"]
starts = "secured"
within = "PT5H"
counts = "secure_time"
satisfied_by = ["unsecured", "handed_over", "custody_ended"]
checked = { status = "not_verified" }
"""


def test_there_are_twenty_seeds() -> None:
    assert len(SEEDED) >= 20


def test_the_shipped_packs_are_green(empty: Line) -> None:
    files = [assets.path("rules", f"{name}.toml") for name in all_shipped()]
    said = empty.plain("rules", "check", *files)
    assert (said.code, said.err) == (0, ""), said
    assert said.out == f"No fault in {len(files)} files.\n"


@pytest.mark.parametrize("name", SEEDED)
def test_a_seeded_fault_is_one_line(empty: Line, name: str) -> None:
    changed, where, field, expected = SEEDED[name]
    file = empty.folder / "pack.toml"
    file.write_text(HEAD + rule(id='"X-0"') + rule(**changed), encoding="utf-8")
    said = empty.plain("rules", "check", file)
    (line,) = said.out.splitlines()
    assert (said.code, said.err) == (1, "")
    assert line.startswith(f"{file}: {where}: {field}: expected is {expected}")
    (fault,) = empty.plain("rules", "check", file, "--json").document["faults"]
    assert (fault["file"], fault["rule"], fault["field"]) == (str(file), where, field)


def test_the_fault_of_each_rule_and_file_is_told(empty: Line) -> None:
    first, second, good = (empty.folder / name for name in ("a.toml", "b.toml", "c.toml"))
    first.write_text(HEAD + rule(title=None) + rule(id='"X-2"', binds=None), encoding="utf-8")
    second.write_text("= no toml", encoding="utf-8")
    good.write_text(HEAD + rule(), encoding="utf-8")
    said = empty.plain("rules", "check", first, second, good)
    assert said.code == 1
    assert [line.split(": expected")[0] for line in said.out.splitlines()] == [
        f"{first}: X-1: title",
        f"{first}: X-2: binds",
        f"{second}: the pack: text",
    ]


def test_a_station_rule_that_loosens_the_law_is_a_fault(empty: Line) -> None:
    file = empty.folder / "agency.toml"
    file.write_text(LAXER, encoding="utf-8")
    assert empty.plain("rules", "check", file).code == 0
    file.write_text(LAXER.replace("PT5H", "PT7H"), encoding="utf-8")
    said = empty.plain("rules", "check", file)
    assert said.code == 1
    assert said.out == f"{file}: A-1: within: expected is no longer time as US-JJ-03\n"


def test_a_station_is_held_against_the_law_given_with_it(empty: Line) -> None:
    draft, own = empty.folder / "draft.toml", empty.folder / "own.toml"
    draft.write_text(HEAD + rule(), encoding="utf-8")
    table = rule(id='"A-1"', tightens='"X-1"', within='"PT3H"')
    own.write_text(HEAD.replace('"x"', '"own"').replace('"law"', '"station"') + table)
    unknown = empty.plain("rules", "check", own)
    assert "A-1: tightens: expected is the id of a rule in force" in unknown.out
    held = empty.plain("rules", "check", draft, own)
    assert "A-1: within: expected is no longer time as X-1" in held.out


@pytest.mark.parametrize(
    ("content", "says"), [(b"\xff", "not UTF-8"), (b" " * 2_000_001, "larger than a pack")]
)
def test_what_is_no_text_is_wrong_input(empty: Line, content: bytes, says: str) -> None:
    file: Path = empty.folder / "pack.toml"
    file.write_bytes(content)
    said = empty.plain("rules", "check", file)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert says in said.err
