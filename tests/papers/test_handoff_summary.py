"""The handoff summary: limits in minutes, what is owed, the reviewer's points, what came back."""

from dataclasses import replace
from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.limits import LimitExplained
from minors_desk.domain.printed import PaperIssued, PaperPrinted, Seen
from minors_desk.domain.review_points import review_points
from minors_desk.domain.reviewing import CaseApproved, CaseReturned, LastEntry, ReturnReason
from minors_desk.domain.station import StationFounded
from minors_desk.errors import NotFound
from minors_desk.papers import handoff_summary
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import digest
from tests.papers import samples
from tests.papers.case_of_a_night import night, printed, ruled
from tests.papers.case_of_ana import found, minute, signed
from tests.papers.pictures import text_of

SUMMARY = handoff_summary.PAPER


def entry_id(at: int) -> UUID:
    """The id that `folded` gives to the entry at that place."""
    return UUID(int=100 + at)


def issued(at: int, paper: str, number: str) -> list[Body]:
    """A paper that was issued at that place of the entries, and printed."""
    seen = Seen(ordinal=at, log_hash="0c" * 32)
    return [
        PaperIssued(
            occurred_at=minute(68),
            paper=paper,
            template=6,
            number=number,
            version=1,
            copy=1,
            subject=1,
            digest="0d" * 32,
            seen=seen,
        ),
        PaperPrinted(occurred_at=minute(68), issued=entry_id(at), outlet="printer"),
    ]


def lone() -> list[Body]:
    """The shortest: met, accused of nothing, locked for two hours, and nothing else is told."""
    return [
        Encountered(
            occurred_at=minute(0),
            encounter_id=UUID(int=2),
            place="Bus station",
            number="AC-26-0412",
            legal_class="non_offender",
        ),
        CustodyBegan(
            occurred_at=minute(10),
            place="Area Central",
            room="cell 1",
            watched_by="M. Rivera",
            starts_from="arrival",
            secure=True,
            secure_reason="no other room",
        ),
        Moved(
            occurred_at=minute(130),
            place="Area Central",
            room="lobby",
            watched_by="M. Rivera",
        ),
    ]


def sent_back() -> list[Body]:
    """A night handed over with its receipt printed, late in one thing, and sent back."""
    told = signed(night())
    told += issued(len(told), "transfer_receipt", "TR-AC-26-0412-1")
    back = CaseReturned(
        occurred_at=minute(200),
        last=LastEntry(entry_id=entry_id(len(told)), hash="0b" * 32),
        reasons=(ReturnReason(words="Say who called the aunt"), ReturnReason(words="Scan it")),
        note="before noon",
        due_at=minute(800),
    )
    return [*told, back]


def test_minutes_used_stand_beside_minutes_allowed() -> None:
    boxes = printed(SUMMARY, signed(night()))
    line = next(
        name.removesuffix(".rule")
        for name, text in boxes.items()
        if name.endswith(".rule") and text.startswith("US-IL-01:")
    )
    assert boxes[f"{line}.allowed"] == "360"
    assert boxes[f"{line}.used"] == "68"
    assert boxes["secure.total"] == "4 min"
    assert boxes["timeline.2.minutes"] == "0"


def test_what_is_owed_says_when_and_under_which_law() -> None:
    boxes = printed(SUMMARY, lone())
    owed = [(boxes[f"open.{n}.due"], boxes[f"open.{n}.what"]) for n in range(1, 14)]
    assert owed[0] == (
        "24 Nov 01:42 CST",
        "Welfare check every 30 minutes (station rule, not law)",
    )
    assert owed[3][0] == "24 Nov 07:12 CST"
    assert owed[-1][0] == "Without delay"


def explained() -> list[Body]:
    """The same child, with the reason why nobody looked in."""
    why = LimitExplained(occurred_at=minute(125), rule="US-CA-06", reason="alone on the desk")
    return [*lone(), why]


def test_what_was_late_stands_with_its_cause_and_room_for_harm_and_action() -> None:
    boxes = printed(SUMMARY, explained())
    assert boxes["late.1.what"].startswith("Not in time, once: A child in a locked room")
    assert boxes["late.1.cause"] == "alone on the desk"
    assert boxes["late.2.cause"] == "— NONE RECORDED —"
    assert boxes["late.1.harm"].startswith("by hand: ___")
    assert boxes["points.3.answer"] == "LOOK AT THIS"


def test_a_child_accused_of_nothing_behind_a_lock_is_shown_to_the_reviewer() -> None:
    boxes = printed(SUMMARY, lone())
    assert boxes["points.2.point"] == "Never locked up, if accused of nothing"
    assert boxes["points.2.answer"] == "LOOK AT THIS"
    assert boxes["points.10.answer"] == "NOTHING RECORDED"
    assert boxes["now.where"] == "Area Central, lobby · not locked · watched by M. Rivera"
    assert boxes["now.custody"] == "We have"


def test_the_points_rest_on_the_findings_of_the_review_sheet() -> None:
    given = ruled(lone())
    findings = given.find(minute(4000))
    points = {one.code: one for one in review_points(given.case, findings)}
    late = {one.code for one in findings} & {"duty_missed", "duty_late", "reason_missing"}
    assert late
    assert {one.code for one in points["limits"].findings} >= late
    assert all(one in findings for one in points["child_protection"].findings)
    assert points["child_protection"].state == "look"
    assert points["sharing"].state == "does_not_apply"


def test_what_was_sent_back_stands_with_its_reasons_and_when_it_is_due() -> None:
    boxes = printed(SUMMARY, sent_back())
    assert boxes["review.decision"].startswith("Returned for correction")
    assert boxes["returned.1.words"] == "Say who called the aunt"
    assert boxes["returned.2.words"] == "Scan it"
    assert boxes["review.due"] == "2026-11-24 14:22 CST"
    assert boxes["papers.1.number"] == "TR-AC-26-0412-1"
    assert boxes["papers.1.out"] == "Printed"
    assert boxes["papers.1.signed"] == "Both signed"


def test_what_an_amendment_changed_is_struck() -> None:
    told = signed(night())
    began = next(at for at, one in enumerate(told) if isinstance(one, CustodyBegan))
    late = codec.plain(
        CustodyBegan(
            occurred_at=minute(10),
            place="Area Central",
            room="lobby",
            watched_by="M. Rivera",
            starts_from="arrival",
            responsible="M. Rivera",
            authority="705 ILCS 405/3-4, limited custody",
            secure=True,
        )
    )
    change = Amended(
        occurred_at=minute(180), target=entry_id(began), replacement=late, reason="was a cell"
    )
    boxes = printed(SUMMARY, [*told, change])
    assert boxes["secure.total"] == "6 min"
    assert boxes["secure.total.was"] == "was 4 min, amended 04:02 M. Rivera: was a cell"
    assert "now.as_of.was" not in boxes


def test_an_approval_is_told_with_its_reviewer() -> None:
    told = signed(night())
    last = LastEntry(entry_id=entry_id(len(told) - 1), hash="0b" * 32)
    told.append(CaseApproved(occurred_at=minute(200), last=last, note="well kept"))
    boxes = printed(SUMMARY, told)
    assert boxes["review.decision"] == "Approved · well kept"
    assert boxes["review.reviewer"].startswith("M. Rivera, 2217")
    assert boxes["review.due"] == "— DOES NOT APPLY —"


def test_printing_it_again_is_a_copy_and_no_other_version() -> None:
    told = signed(night())
    first = lay_out(SUMMARY.compose(ruled(told)))
    again = ruled([*told, *issued(len(told), "handoff_summary", "HS-AC-26-0412-1")])
    second = lay_out(SUMMARY.compose(again))
    assert digest("handoff_summary", 1, first) == digest("handoff_summary", 1, second)


def test_no_signature_stands_alone_on_a_page() -> None:
    for told in (lone(), signed(night()), sent_back()):
        for page in lay_out(SUMMARY.compose(ruled(told))).pages:
            names = {name for name, _ in page.printed}
            if any(name.startswith("signature.") for name in names):
                assert names & {"property.reconciled", "review.decision"}


def test_the_text_can_be_read_back_in_every_script() -> None:
    given = ruled(signed(night()))
    pdf = draw(lay_out(SUMMARY.compose(given)), None)
    assert "Ana Lucía Xicay Pérez" in text_of(pdf)
    assert "Minutes against each limit" in text_of(pdf, 1)
    for name, words in (samples.LEFT_TO_RIGHT | samples.RIGHT_TO_LEFT).items():
        body = lone()
        body[1] = CustodyBegan(
            occurred_at=minute(10), place=words, watched_by="M. Rivera", starts_from="arrival"
        )
        shown = printed(SUMMARY, body[:2])["now.where"]
        assert shown.replace(" ", "").startswith(words.replace(" ", "")), name


def test_the_longest_night_loses_no_line_and_keeps_its_signatures_company() -> None:
    told = lone()
    told += [
        Moved(
            occurred_at=minute(140 + 2 * at),
            place=samples.name_of(180),
            room=f"room {at}",
            watched_by=samples.ARABIC,
            secure=at % 2 == 0,
            secure_reason="ran off" if at % 2 == 0 else "",
        )
        for at in range(40)
    ]
    layout = lay_out(SUMMARY.compose(ruled(told)))
    boxes = printed(SUMMARY, told)
    locks = [name for name, text in boxes.items() if text.startswith("Secure: ")]
    assert len(locks) == 21
    assert len(layout.pages) > 6
    for page in layout.pages:
        names = {name for name, _ in page.printed}
        if any(name.startswith("signature.") for name in names):
            assert names & {"property.reconciled", "review.decision"}


def test_in_canada_it_speaks_of_no_agency_and_no_form_of_the_united_states() -> None:
    given = ruled(lone())
    here = replace(
        given,
        station=in_ontario(given.station),
        clocks=tuple(one for one in given.clocks if one.rule.id.startswith("CA-F")),
        breaches=(),
        passed=(),
        find=lambda _now: (),
    )
    pdf = draw(lay_out(SUMMARY.compose(here)), None)
    text = " ".join(text_of(pdf, page) for page in range(len(lay_out(SUMMARY.compose(here)).pages)))
    for word in ("ICE", "DHS", "ORR", "HHS", "NCIC", "CPS", "ILCS", "U.S.C."):
        assert f" {word} " not in text, word


def in_ontario(station: StationFounded) -> StationFounded:
    """The station, in Ontario."""
    return msgspec.structs.replace(station, jurisdiction="CA-ON", zone="America/Toronto")


def test_there_is_none_of_a_custody_that_never_was() -> None:
    assert SUMMARY.subjects(ruled(found()).case) == ()
    with pytest.raises(NotFound, match="no custody number 1"):
        SUMMARY.compose(ruled(found()))
    assert SUMMARY.number(ruled(lone()).case, 1) == "HS-AC-26-0412-1"
