"""Times at append: nothing ahead of now, nothing late without its reason, nothing unreadable."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from minors_desk.domain.admission import Refusal, check_times
from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.codec import plain, read
from minors_desk.domain.links import CaseLinked
from tests.domain.samples import ONE_OF_EACH, at, checked, ident, name, proposed
from tests.domain.samples_custody import began

NOW = at(60)
MICROSECOND = timedelta(microseconds=1)


def refused(body: Body) -> str | None:
    try:
        check_times(body, NOW)
    except Refusal as refusal:
        return refusal.code
    return None


def at_instant(body: Body, offset: timedelta) -> Body:
    return replace(body, occurred_at=NOW + offset)


def test_two_minutes_ahead_is_the_limit() -> None:
    two = timedelta(minutes=2)
    assert refused(at_instant(checked(0), two)) is None
    assert refused(at_instant(checked(0), two + MICROSECOND)) == "in_the_future"
    with_reason = checked(0, late_because="told_later")
    assert refused(at_instant(with_reason, two + MICROSECOND)) == "in_the_future"


def test_fifteen_minutes_late_is_the_limit() -> None:
    quarter = -timedelta(minutes=15)
    assert refused(at_instant(checked(0), quarter)) is None
    assert refused(at_instant(checked(0), quarter - MICROSECOND)) == "late_without_reason"
    for reason in ("with_the_child", "on_the_phone", "system_was_down", "told_later"):
        late = checked(0, late_because=reason)
        assert refused(at_instant(late, quarter - MICROSECOND)) is None


def test_a_correction_may_reach_back_but_not_ahead() -> None:
    def correction(of: Body) -> Amended:
        return Amended(occurred_at=NOW, target=ident(1), replacement=plain(of), reason="mistyped")

    assert refused(correction(checked(0))) is None
    assert refused(correction(checked(62))) is None
    assert refused(correction(checked(62.01))) == "in_the_future"


@pytest.mark.parametrize("body", ONE_OF_EACH, ids=lambda body: type(body).__name__)
def test_every_kind_can_be_taken(body: Body) -> None:
    check_times(body, body.told_until())


def test_found_together_is_a_tie_and_no_link() -> None:
    told = {"other": ident(2), "note": "n"}
    old = CaseLinked(occurred_at=NOW, why="found_with", **told)  # type: ignore[arg-type]
    assert read(plain(old)) == old
    assert refused(old) == "found_with_is_a_tie"
    again = Amended(occurred_at=NOW, target=ident(1), replacement=plain(old), reason="note")
    assert refused(again) == "found_with_is_a_tie"
    assert refused(replace(old, why="relative")) is None


UNSTORABLE = [
    (began(60, watched_by=""), "watched_by"),
    (name(60, ""), "value.as_said"),
    (name(60, "x" * 20_001), "value.as_said"),
    (checked(60, note="\ud83d"), "the entry"),
    (proposed(60, 0), "handoff"),
    (Amended(occurred_at=NOW, target=ident(1), replacement={}, reason="r"), "replacement.kind"),
]


@pytest.mark.parametrize(("body", "field"), UNSTORABLE, ids=[field for _, field in UNSTORABLE])
def test_what_could_not_be_read_again_is_not_stored(body: Body, field: str) -> None:
    with pytest.raises(Refusal) as told:
        check_times(body, NOW)
    assert (told.value.code, told.value.params["field"]) == ("not_an_entry", field)
    assert told.value.params["expected"]
    assert told.value.missing == ()
