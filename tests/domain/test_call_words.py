"""What may be said on a call: by its purpose a closed list, and nothing else whatever is known."""

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.call_words import MAY_SAY, Caller, Code, Say, call_words
from minors_desk.domain.case import Case, fold
from minors_desk.domain.contacts import Purpose
from minors_desk.domain.people import PersonTold
from minors_desk.domain.protection import ProtectionConcern
from minors_desk.domain.trafficking import TraffickingSignSeen
from minors_desk.domain.values import Danger, PersonName, Quote, Separation, TextValue
from minors_desk.wording.calls import say_words
from tests.domain.samples import ZONE, at, case_of, encountered, ident, name, tried
from tests.domain.samples_custody import began, ended
from tests.domain.samples_who import VALUES, classed, fact
from tests.domain.strategies import logs

CALLER = Caller(name="J. Rivera", station="Station 12", telephone="312 555 0100")
PLACE = (at(10), ZONE)
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
HUSHED = "Hushed word"
FREE: dict[Code, frozenset[str]] = {
    "we_are": frozenset({"name", "station"}),
    "child": frozenset({"name"}),
    "where": frozenset({"place"}),
    "met": frozenset({"place", "at"}),
    "call_back": frozenset({"number"}),
}
"""The sentences that hold text as somebody typed it; all others hold codes, counts, instants."""


def everything() -> Case:
    """A case that knows all there is, with a secret in every text that no call is about."""
    told = [fact(0, kind, value) for kind, value in VALUES]
    secrets: list[Any] = [
        fact(0, "danger_feared", Danger(who=HUSHED, words=HUSHED)),
        fact(0, "wish", Quote(words=HUSHED, language="spa")),
        fact(0, "separation", Separation(words=HUSHED)),
        *(fact(0, kind, TextValue(words=HUSHED)) for kind in ("religion", "school", "marks")),
        fact(0, "name", PersonName(as_said=HUSHED), about=ident(901)),
        PersonTold(occurred_at=at(0), person_id=ident(901), role="mother", why=HUSHED),
        ProtectionConcern(occurred_at=at(0), what=("neglected",), how="seen", note=HUSHED),
        TraffickingSignSeen(occurred_at=at(0), what=("commercial_sex",), how="seen", note=HUSHED),
        tried(1, purpose="parent_or_relative", said=HUSHED),
        classed(0),
    ]
    return case_of(encountered(-2, how_found=HUSHED), began(-1, room=HUSHED), *told, *secrets)


def codes(case: Case, purpose: Purpose, *, federal_open: bool = False) -> list[Code]:
    return [one.code for one in call_words(case, purpose, CALLER, PLACE, federal_open=federal_open)]


@pytest.mark.parametrize("purpose", PURPOSES)
def test_no_secret_comes_out_of_a_case_that_knows_everything(purpose: Purpose) -> None:
    said = call_words(everything(), purpose, CALLER, PLACE, federal_open=True)
    words = say_words(said, ZONE)
    assert HUSHED not in " ".join(words)
    assert len(words) >= 2


def test_a_consulate_hears_who_where_and_how_to_reach_us() -> None:
    case = everything()
    said = call_words(case, "consulate", CALLER, PLACE)
    assert [one.code for one in said] == [
        "we_are",
        "child",
        "age",
        "where",
        "call_back",
        "never_fear_or_status",
    ]
    assert say_words(said, ZONE)[1] == f"The child's name is {case.names[0].value.as_said}."


def test_a_parent_hears_that_it_is_with_us_and_not_after_it_left() -> None:
    case = case_of(encountered(-2), began(-1), name(0, "Ana"))
    assert codes(case, "parent_or_relative") == [
        "we_are",
        "ask_who_they_are",
        "never_where_before_who",
        "with_us",
        "where",
        "call_back",
    ]
    gone = case_of(encountered(-2), began(-1), ended(3))
    assert "is_missing" in codes(gone, "parent_or_relative")
    assert not {"with_us", "where"} & set(codes(gone, "parent_or_relative"))


def test_a_federal_agency_hears_nothing_before_the_gate_is_open() -> None:
    assert codes(everything(), "federal_agency") == ["nothing_yet"]
    assert "where" in codes(everything(), "federal_agency", federal_open=True)


def test_no_list_has_what_must_never_be_said() -> None:
    """Of these a list has at most the sentence that says never to speak of it."""
    spoken = {one for those in MAY_SAY.values() for one in those if not one.startswith("never")}
    never = ("fear", "danger", "asylum", "status", "religion", "ethnicity", "address", "birth")
    assert not [one for one in spoken for word in never if word in one]
    assert all(those[0] == "we_are" for those in MAY_SAY.values())
    assert set(MAY_SAY) == set(PURPOSES)


@given(log=logs(), purpose=st.sampled_from(PURPOSES))
def test_whatever_the_case_holds_nothing_outside_the_list_comes_out(
    log: Any, purpose: Purpose
) -> None:
    case = fold(ident(0), log)
    said = call_words(case, purpose, CALLER, PLACE, federal_open=True)
    assert {one.code for one in said} <= set(MAY_SAY[purpose])
    assert all(_is_plain(one) for one in said)
    assert len(say_words(said, ZONE)) == len(said)


def _is_plain(say: Say) -> bool:
    """Whether no sentence holds text as typed but those that are meant to."""
    free = FREE.get(say.code, frozenset())
    return all(_CODED.fullmatch(one) for key, one in say.params.items() if key not in free)


_CODED = re.compile(r"[a-z_]+|\d+|\d{4}-\d\d-\d\dT[\d:.+]+")
