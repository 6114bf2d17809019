"""Concerns, questionings, missing reports, adults in custody, and what was added to older kinds."""

from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain import codec
from minors_desk.domain.bodies import Body
from minors_desk.domain.codec import NotABody
from minors_desk.domain.events import EVENTS
from minors_desk.domain.handoff import terms_digest
from minors_desk.domain.handoff_values import ReceiverKind
from minors_desk.domain.limits import LimitExplained
from minors_desk.domain.protection import Concern
from minors_desk.domain.questioning import AdultThere
from tests.domain.samples import RECEIVER, at, case_of, encountered, ident, proposed
from tests.domain.samples_custody import arrived, began, left, moved, relieved, secured
from tests.domain.samples_protection import (
    ONE_OF_EACH_OF_PROTECTION,
    code,
    concern,
    questioned,
)


def told(*bodies: Body) -> list[tuple[str, float]]:
    """The events after the encounter, each with its minute."""
    events = case_of(encountered(), *bodies).events[1:]
    return [(one.name, (one.at - at(0)).total_seconds() / 60) for one in events]


@given(what=st.lists(st.sampled_from(get_args(Concern)), min_size=1, unique=True))
def test_any_concern_starts_the_report_and_only_one_says_that_nobody_cares(
    what: list[str],
) -> None:
    case = case_of(encountered(), concern(3, *what))
    (kept,) = case.concerns
    assert (kept.entry_id, kept.at, list(kept.what), kept.how) == (ident(2), at(3), what, "seen")
    after = [("no_carer_known", 3)] if "no_carer" in what else []
    assert told(concern(3, *what)) == [("abuse_suspected", 3), *after]


def test_a_concern_names_something() -> None:
    raw = codec.plain(concern(1, "other")) | {"what": []}
    with pytest.raises(NotABody) as error:
        codec.read(raw)
    assert error.value.field == "what"


def test_each_questioning_and_each_report_is_kept_and_told_to_rules() -> None:
    case = case_of(encountered(), *ONE_OF_EACH_OF_PROTECTION, questioned(60, lawyer="present"))
    assert [one.told.lawyer for one in case.questionings] == ["on_the_telephone", "present"]
    (report,) = case.missing_reports
    assert (report.at, report.number, report.category) == (at(52), "MP-26-88", "endangered")
    assert [one.name for one in case.events[3:]] == [
        "questioning_began",
        "missing_report_received",
        "questioning_began",
    ]
    assert {one.name for one in case.events} <= EVENTS
    assert case.findings == ()


@given(
    adult=st.sampled_from(get_args(AdultThere)),
    name=st.sampled_from(["", "Rosa"]),
    rights=st.sampled_from(["yes", "no"]),
    language=st.sampled_from(["", "Mam"]),
)
def test_a_questioning_does_not_contradict_itself(
    adult: str, name: str, rights: str, language: str
) -> None:
    body = questioned(1, adult=adult, adult_name=name, rights_told=rights, rights_language=language)
    nobody = bool(name) and adult in ("nobody", "refused_by_child")
    untold = bool(language) and rights == "no"
    wrong = {"adult_name"} if nobody else set()
    wrong |= {"rights_language"} if untold else set()
    if not wrong:
        assert codec.decode(codec.encode(body)) == body
        return
    with pytest.raises(NotABody) as error:
        codec.read(codec.plain(body))
    assert error.value.field in wrong


def adults(*bodies: Body) -> list[float]:
    return [minute for name, minute in told(*bodies) if name == "held_with_adults"]


def test_a_child_comes_among_adults_once_however_often_it_is_locked_or_relieved() -> None:
    first = began(1, kept_apart="no")
    assert adults(first, relieved(2), secured(3), moved(4, kept_apart="no")) == [1]
    assert adults(began(1, kept_apart="yes"), moved(2)) == []
    apart = (first, moved(2, kept_apart="yes"), moved(3, kept_apart="no"))
    assert adults(*apart) == [1, 3]
    assert adults(first, left(2), arrived(3, kept_apart="no")) == [1, 3]


def test_facts_of_the_child_that_start_duties() -> None:
    assert told(code(1, "tribal_link", "possible")) == [("tribal_link_told", 1)]
    assert told(code(1, "disability", "deaf")) == [("disability_told", 1)]
    assert told(code(1, "lives_in", "nowhere")) == [("lives_in_told", 1)]
    assert told(code(1, "in_care_of", "nobody")) == []


def test_several_disabilities_are_no_rivals() -> None:
    with pytest.raises(NotABody, match="hard_of_hearing"):
        codec.read(codec.plain(code(1, "disability", "tall")))
    case = case_of(encountered(), code(1, "disability", "deaf"), code(2, "disability", "blind"))
    assert len(case.facts) == 2


def test_who_prolonged_a_limit_until_when() -> None:
    body = LimitExplained(
        occurred_at=at(24),
        rule="US-JJ-03",
        reason="No room",
        approved_by="Judge Hale",
        authority="Order 26-7",
        until=at(600),
    )
    (kept,) = case_of(encountered(), body).limits
    assert (kept.approved_by, kept.authority, kept.until) == ("Judge Hale", "Order 26-7", at(600))
    assert codec.decode(codec.encode(body)) == body
    alone = msgspec.structs.replace(body, approved_by="")
    for less in ({"until": None}, {"authority": ""}):
        with pytest.raises(NotABody) as error:
            codec.read(codec.plain(msgspec.structs.replace(alone, **less)))
        assert error.value.field == "approved_by"


def test_what_a_limit_and_a_receiver_were_given_later_is_stored_only_when_it_is_told() -> None:
    limit = LimitExplained(occurred_at=at(24), rule="US-JJ-03", reason="No room")
    assert not {"authority", "until"} & set(codec.plain(limit))
    assert "what" not in codec.plain(proposed(1))["receiver"]


def test_what_the_receiver_is_belongs_to_what_both_sign() -> None:
    kinds: list[ReceiverKind | None] = [None, *get_args(ReceiverKind)]
    digests = set()
    for kind in kinds:
        body = proposed(1, receiver=msgspec.structs.replace(RECEIVER, what=kind))
        (attempt,) = case_of(encountered(), began(), body).handoffs
        assert attempt.to == kind
        digests.add(terms_digest(attempt))
    assert len(digests) == len(kinds)
