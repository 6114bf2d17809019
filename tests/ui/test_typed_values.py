"""Dates, children and measures as they are typed: read as far as known, else told in a sentence."""

import pytest

from minors_desk.domain.values import PartialDate
from minors_desk.ui.editors.typed_children import NoChild, parse_children
from minors_desk.ui.editors.typed_date import NoDate, parse_date
from minors_desk.ui.forms.value_asks import parse_measure


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2014", PartialDate(year=2014)),
        ("2014-03", PartialDate(year=2014, month=3)),
        ("2014-3-5", PartialDate(year=2014, month=3, day=5)),
        ("5 March 2014", PartialDate(year=2014, month=3, day=5)),
        ("Mar 5, 2014", PartialDate(year=2014, month=3, day=5)),
        ("march 2014", PartialDate(year=2014, month=3)),
        ("", None),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(typed: str, date: PartialDate | None) -> None:
    assert parse_date(typed) == date


@pytest.mark.parametrize(
    "typed",
    [
        "3/5/2014",
        "2014-13",
        "2014-02-30",
        "30 Feb 2014",
        "2014-02-00",
        "1492",
        "soon",
        "5 foo 2014",
    ],
)
def test_what_is_no_date_is_told(typed: str) -> None:
    with pytest.raises(NoDate):
        parse_date(typed)


@pytest.mark.parametrize("typed", ["dog 5", "boy 200", "5 5", "girl 8 years"])
def test_what_is_no_child_is_told(typed: str) -> None:
    with pytest.raises(NoChild):
        parse_children(typed)


@pytest.mark.parametrize("typed", ["-", "1-2-3", "x", "9-8", "4000"])
def test_what_is_no_measure_is_told(typed: str) -> None:
    with pytest.raises(ValueError, match="number"):
        parse_measure(typed)
