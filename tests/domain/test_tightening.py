"""A station's rule makes a law stricter or is refused; each way of loosening is named."""

import pytest

from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Pack
from minors_desk.domain.tightening import loosened

LAW = read_pack("""
[pack]
id = "x"
title = "X"
kind = "law"
[holidays]
X = [2026-12-25]
[[rule]]
id = "X-1"
title = "Out within 6 hours"
citation = "1 X 1"
binds = "police"
kind = "deadline"
applies = ["in_custody", "class_given"]
unless = ["missing"]
starts = "custody_began"
within = "PT6H"
may_extend_to = "PT8H"
extended_by = "Watch commander, 1 X 2"
satisfied_by = ["handed_over", "custody_ended"]
checked = { status = "not_verified" }
[[rule]]
id = "X-2"
title = "Told at once"
citation = "1 X 3"
binds = "police"
kind = "deadline"
starts = "custody_began"
without_delay = true
satisfied_by = ["reason_told"]
checked = { status = "not_verified" }
""")
OWN = {
    "id": '"A-1"',
    "title": '"Out within 4 hours"',
    "binds": '"police"',
    "kind": '"deadline"',
    "applies": '["in_custody"]',
    "unless": "[]",
    "starts": '"custody_began"',
    "within": '"PT4H"',
    "satisfied_by": '["handed_over"]',
    "tightens": '"X-1"',
    "checked": '{ status = "not_verified", source = "station rule, not law" }',
}


def own(**changed: str | None) -> Pack:
    fields = {name: value for name, value in (OWN | changed).items() if value is not None}
    head = '[pack]\nid = "agency"\ntitle = "A"\nkind = "station"\n[holidays]\nX = [2026-12-25]\n'
    return read_pack(head + "[[rule]]\n" + "".join(f"{n} = {v}\n" for n, v in fields.items()))


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"within": '"PT6H"'},
        {"applies": '["in_custody", "class_given"]', "unless": '["missing"]'},
        {"starts": '["encountered", "custody_began"]'},
        {"may_extend_to": '"PT8H"', "extended_by": '"Nobody more"'},
        {"tightens": '"X-2"', "applies": "[]", "satisfied_by": '["reason_told"]'},
        {"tightens": None, "within": '"P30D"'},
        {"effective_until": "2027-01-01"},
    ],
    ids=str,
)
def test_what_is_as_strict_or_stricter_is_taken(changed: dict[str, str | None]) -> None:
    assert loosened(own(**changed), [LAW]) == ()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"id": '"X-1"'}, "id"),
        ({"tightens": '"X-9"'}, "tightens"),
        ({"kind": '"interval"'}, "kind"),
        ({"binds": '"court"'}, "binds"),
        ({"applies": '["in_custody", "age_under_12"]'}, "applies"),
        ({"unless": '["parent_reached"]'}, "unless"),
        ({"starts": '"handed_over"'}, "starts"),
        ({"once": "true"}, "once"),
        ({"within": '"PT7H"'}, "within"),
        ({"within": '"P1D"'}, "within"),
        ({"within": None, "without_delay": "true"}, "within"),
        ({"may_extend_to": '"PT9H"', "extended_by": '"Anybody"'}, "may_extend_to"),
        (
            {
                "may_extend_to": '"PT8H"',
                "extended_by": '"By itself"',
                "longer_on": '["weekends"]',
            },
            "longer_on",
        ),
        ({"starts": '["custody_began"]', "skips": '["weekends"]'}, "skips"),
        ({"skips": '["holidays:X"]'}, "skips"),
        ({"satisfied_by": '["handed_over", "encountered"]'}, "satisfied_by"),
    ],
    ids=str,
)
def test_what_is_laxer_is_named(changed: dict[str, str | None], field: str) -> None:
    (fault,) = loosened(own(**changed), [LAW])
    assert fault.field == field
    assert fault.expected


def test_law_is_not_held_against_law() -> None:
    assert loosened(LAW, [LAW]) == ()
