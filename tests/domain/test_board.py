"""The board's card: what it keeps of a case, that it comes back whole, and what it is sorted by."""

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from minors_desk import assets
from minors_desk.domain import board
from minors_desk.domain.board import Card, CardClock, card, card_clock_tone, read_card, stored
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import Party
from minors_desk.domain.encounter import AgeRange
from minors_desk.domain.reminders import reminders
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.when import to_micros
from tests.domain.samples import CASE, ZONE, at, case_of, encountered, handed_over, name, tried
from tests.domain.samples_custody import began, ended, found, left, moved

FEW = ("US-JJ-01", "US-JJ-03", "HOUSE-CHECK", "HOUSE-CHECK-LOCKED")
SHIPPED = [read_pack(assets.read_text("rules", f"{one}.toml")) for one in ("us", "house")]
PACKS = [replace(one, rules=tuple(r for r in one.rules if r.id in FEW)) for one in SHIPPED]
SEEN = encountered(
    number="AC-26-0412",
    apparent_age=AgeRange(low_months=84, high_months=108),
    apparent_sex="girl",
    legal_class="status_offender",
)


def made(*bodies: Body) -> tuple[Case, Card]:
    case = case_of(*bodies)
    return case, card(case, PACKS, ZONE)


def test_a_child_who_was_only_met() -> None:
    _, one = made(SEEN)
    assert (one.case_id, one.number, one.state, one.name) == (CASE, "AC-26-0412", "met", None)
    assert (one.sex, one.age_low, one.age_high) == ("girl", 84, 108)
    assert (one.legal_class, one.class_given) == ("status_offender", True)
    assert (one.met_at, one.place, one.room) == (at(0), "Bus station", "")
    assert (one.custody_start, one.custody_end, one.receiver) == (None, None, "")
    assert (one.open_clocks, one.findings) == ((), 0)
    assert board.urgency(one) == board.NOTHING_DUE


def test_a_child_in_custody() -> None:
    _, one = made(SEEN, began(1), moved(3, secure=True), name(4, "Ana"))
    assert (one.state, one.name) == ("in_custody", "Ana")
    assert (one.place, one.room, one.secure, one.watched_by) == (
        "Area Central",
        "2",
        True,
        "Rivera",
    )
    assert (one.custody_start, one.custody_end) == (at(1), None)
    (clock,) = one.open_clocks
    assert (clock.rule_id, clock.due, clock.is_law, clock.may_be_red) == (
        "HOUSE-CHECK-LOCKED",
        at(18),
        False,
        False,
    )
    assert board.urgency(one) == to_micros(at(18))


def test_what_a_card_reminds_of() -> None:
    long = Party(name="Tía Rosa" * 100)
    case, one = made(encountered(), tried(1, long, next_try_at=at(30)))
    assert len(reminders(case)[0].params["party"]) == 800
    (reminder,) = one.reminders
    assert (reminder.code, reminder.due) == ("next_try", at(30))
    assert reminder.params["party"] == long.name[: board.ON_CARD]
    assert read_card(stored(one)) == one
    assert board.urgency(one) == board.NOTHING_DUE


def test_a_child_handed_over() -> None:
    handoff = handed_over(10)
    case, one = made(encountered(), began(1), *handoff)
    assert case.findings == ()
    assert (one.state, one.receiver, one.custody_end) == ("handed_over", "DCFS", at(10))
    assert (one.place, one.watched_by, one.open_clocks) == ("Bus station", "", ())
    assert (one.legal_class, one.class_given) == ("non_offender", False)


def test_a_child_on_the_way() -> None:
    _, one = made(SEEN, began(1), left(5))
    assert (one.state, one.in_transit, one.place, one.room) == (
        "in_custody",
        True,
        "County hospital",
        "Car 12",
    )


def test_a_missing_child() -> None:
    _, one = made(SEEN, began(1), *handed_over(10), began(20), ended(30))
    assert (one.state, one.end_reason, one.missing_since) == (
        "missing",
        "left_without_leave",
        at(30),
    )
    assert (one.place, one.custody_end, one.receiver) == ("Area Central", at(30), "")
    _, back = made(SEEN, began(1), ended(30), found(50))
    assert (back.state, back.end_reason, back.missing_since) == (
        "ended",
        "left_without_leave",
        None,
    )
    _, again = made(SEEN, began(1), ended(30), began(50))
    assert (again.state, again.end_reason, again.missing_since) == ("in_custody", "", None)


def test_a_custody_that_ended_otherwise() -> None:
    _, one = made(SEEN, began(1), ended(30, "court_order"))
    assert (one.state, one.end_reason, one.custody_end) == ("ended", "court_order", at(30))
    assert (one.receiver, one.missing_since) == ("", None)


def test_a_case_without_an_encounter_has_a_card() -> None:
    _, one = made()
    assert (one.number, one.state, one.met_at, one.place, one.sex) == (
        "",
        "met",
        None,
        "",
        "",
    )


def test_a_card_comes_back_whole() -> None:
    for bodies in ((), (SEEN,), (SEEN, began(1), name(2, "آنا 👧🏽"))):
        _, one = made(*bodies)
        assert read_card(stored(one)) == one


def test_a_card_fits_the_page_of_its_row() -> None:
    """Beyond 980 bytes SQLite would put it on a page of its own: one more to write at each save."""
    _, one = made(SEEN, began(1, room="x" * 60), name(2, "Xochitl Ñandú Canario"))
    full = structs.replace(one, open_clocks=one.open_clocks * 3, missed=(CLOCK.title,) * 3)
    assert len(one.open_clocks) and len(stored(full)) < 850


def test_a_name_of_ten_thousand_characters_is_cut_on_the_card_only() -> None:
    long = "آنا安娜" * 2000
    case, one = made(encountered(), name(1, long))
    assert one.name == long[: board.ON_CARD]
    assert len(stored(one)) < 5_000
    assert case.names[0].value.as_said == long


CLOCK = CardClock(
    rule_id="X",
    title="X",
    citation="",
    is_law=True,
    verified=True,
    may_be_red=True,
    start=at(0),
    start_known=True,
    due=at(60),
)


@pytest.mark.parametrize(
    ("minutes", "tone"),
    [(0, "green"), (29.9, "green"), (30, "amber"), (60, "amber"), (60.1, "red")],
)
def test_the_tone_of_an_open_clock(minutes: float, tone: str) -> None:
    assert card_clock_tone(CLOCK, at(minutes)) == tone


def test_a_clock_that_may_not_be_red_is_amber() -> None:
    house = replace_clock(may_be_red=False)
    assert card_clock_tone(house, at(999)) == "amber"
    assert card_clock_tone(replace_clock(start_known=False, due=None), at(999)) == "amber"
    assert card_clock_tone(replace_clock(due=None), at(999)) == "green"
    aimed = replace_clock(due=None, target_at=at(30))
    assert card_clock_tone(aimed, at(30)) == "green"
    assert card_clock_tone(aimed, at(30.1)) == "amber"


def replace_clock(**changed: object) -> CardClock:
    return structs.replace(CLOCK, **changed)


def test_findings_are_counted_with_what_a_rule_forbids() -> None:
    case, one = made(encountered(), encountered(1), began(2, secure=True))
    assert len(case.findings) == 1
    assert one.findings == 2
    shifted = replace(PACKS[0].rules[0], effective_until=at(-1e6).date() - timedelta(days=1))
    unforced = replace(PACKS[0], rules=(shifted,))
    assert card(case, [unforced], ZONE).findings == 1
