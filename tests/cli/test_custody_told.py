"""What `case show` tells of custody: drives, locks, ends, absences, links, and void signatures."""

import json

from minors_desk.cli.telling import custody, handoff
from minors_desk.cli.telling.seen import SeenCase
from minors_desk.domain.bodies import Body
from minors_desk.domain.consular import Standing
from minors_desk.domain.custody import secure_time
from minors_desk.domain.links import CaseLinked
from tests.domain.moments import at, ident
from tests.domain.samples import (
    ZONE,
    case_of,
    encountered,
    proposed,
    receiver_checked,
    signed,
)
from tests.domain.samples_custody import (
    arrived,
    began,
    ended,
    failed,
    found,
    left,
    refused,
    secured,
)


def seen(*bodies: Body) -> SeenCase:
    case = case_of(encountered(), began(0), *bodies)
    return SeenCase(
        case=case,
        moment=at(100),
        zone=ZONE,
        breaches=(),
        secure=secure_time(case.spans, at(100)),
        consular=Standing(lines=(), others_told=(), holds=()),
        also=(),
        authors={},
        ordinals={},
    )


def test_locks_drives_ends_absences_and_links_are_told() -> None:
    link = CaseLinked(occurred_at=at(1), other=ident(700), why="relative")
    told = seen(
        link,
        secured(5, "cuffed_to_object"),
        left(10, odometer_tenths=100, same_sex_escort="no"),
        arrived(20, odometer_tenths=163),
        ended(30),
        found(90),
    )
    said = "\n".join(custody.lines(told))
    for words in (
        "cuffed to an object · Ran for the door",
        "on the way to County hospital, Car 12",
        "Rivera 1234, Okafor",
        "odometer 10.0 to 16.3, 6.3 driven",
        "Left without leave · Through the back door",
        "1 h 00 min",
        f"linked to case {ident(700)} · A relative",
    ):
        assert words in said
    document = custody.document(told)
    assert json.loads(json.dumps(document))["spans"][1]["held_by"] == ["cuffed_to_object"]
    assert document["transports"][0]["odometer_arrived"] == 163
    assert document["endings"][0]["reason"] == "left_without_leave"
    assert document["absences"][0]["end"] is not None
    assert document["links"][0]["other"] == str(ident(700))


def test_a_child_that_is_missing_still_is_said_to_be() -> None:
    assert any("still missing" in line for line in custody.lines(seen(ended(30))))


def test_a_refusal_says_by_whom_why_and_where_the_child_is() -> None:
    told = seen(proposed(5), receiver_checked(6), signed(7, "officer"), refused(8))
    said = "\n".join(handoff.lines(told))
    assert "refused by the receiver: No space" in said and "No bed tonight" in said
    assert "the child is at: Room 2" in said
    assert "void: this attempt was closed without a handoff" in said
    assert "missing" not in said
    (document,) = handoff.document(told)["handoffs"]
    assert document["void"] and document["stopped"]["reason"] == "no_space"


def test_a_failure_has_no_refuser() -> None:
    said = "\n".join(handoff.lines(seen(proposed(5), failed(8))))
    assert "failed: The receiver did not come" in said
