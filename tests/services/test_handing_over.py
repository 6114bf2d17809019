"""The walk's end: propose, check, sign, accept, print, prove; and every way it must not go."""

from uuid import UUID

import msgspec
import pytest

from minors_desk.domain.case import Case
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.handoff import Handoff, Receiver, terms_digest
from minors_desk.errors import BadInput, NotFound, Refused
from minors_desk.services import cases, handoff, printing
from minors_desk.services.desk import Desk
from tests.services.conftest import SignIn, StoryClock, encounter

RUIZ = Receiver(agency="DCFS", person="M. Ruiz", title="Investigator", phone="1-800-252-2873")
STROKES = (((100, 100, 0), (900, 700, 40), (1500, 120, 90)),)


def propose(desk: Desk, child: UUID, receiver: Receiver = RUIZ) -> Handoff:
    handoff.propose(desk, child, receiver, authority="325 ILCS 5/5", place="Front desk")
    attempt = cases.read(desk, child).open_handoff
    assert attempt is not None
    return attempt


def again(desk: Desk, child: UUID, number: int) -> Handoff:
    attempt = cases.read(desk, child).handoff(number)
    assert attempt is not None
    return attempt


def drawn(attempt: Handoff) -> handoff.DrawnOn:
    """A drawing under the terms of that attempt as they stand."""
    return handoff.DrawnOn(strokes=STROKES, digest=terms_digest(attempt), device="finger")


def signed(desk: Desk, child: UUID) -> Handoff:
    """An attempt on which only the acceptance is missing."""
    number = propose(desk, child).number
    handoff.check_receiver(
        desk,
        child,
        number,
        handoff.Checked(how="badge_seen", result="matches", document="DCFS 1182"),
    )
    for side in ("officer", "receiver"):
        attempt = again(desk, child, number)
        handoff.sign(desk, child, attempt, side, drawn(attempt))  # type: ignore[arg-type]
    return again(desk, child, number)


def handed_over(desk: Desk, child: UUID) -> Case:
    handoff.accept(desk, child, signed(desk, child).number)
    return cases.read(desk, child)


def test_acceptance_ends_ours_and_meets_the_clocks(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    attempt = signed(desk, child)
    clock.forward(5)
    handoff.accept(desk, child, attempt.number)
    case = cases.read(desk, child)
    accepted = case.accepted_handoff
    assert accepted is not None
    assert case.custody is None
    assert case.episodes[-1].end == accepted.accepted_at == clock.moment
    assert case.spans[-1].end == clock.moment
    assert case.findings == ()
    board = cases.the_board(desk)
    assert board.in_custody == ()
    (over,) = board.still_owed
    assert over.receiver == "DCFS"
    owed = {one.rule_id for one in over.open_clocks}
    assert "US-IL-05b" in owed
    assert not owed & {"HOUSE-CHECK", "HOUSE-FOOD"}


def test_acceptance_names_everything_that_is_missing(desk: Desk, child: UUID) -> None:
    attempt = propose(desk, child)
    with pytest.raises(Refused) as refused:
        handoff.accept(desk, child, attempt.number)
    assert refused.value.missing == (
        "receiver_not_checked",
        "officer_has_not_signed",
        "receiver_has_not_signed",
    )
    assert cases.read(desk, child).custody is not None


def test_a_receiver_who_does_not_match_cannot_take_the_child(desk: Desk, child: UUID) -> None:
    attempt = signed(desk, child)
    handoff.check_receiver(
        desk,
        child,
        attempt.number,
        handoff.Checked(how="called_back", result="does_not_match", document=""),
    )
    with pytest.raises(Refused) as refused:
        handoff.accept(desk, child, attempt.number)
    assert "receiver_does_not_match" in refused.value.missing
    assert "officer_has_not_signed" in refused.value.missing


def test_a_drawing_bound_to_other_terms_does_not_count(desk: Desk, child: UUID) -> None:
    number = propose(desk, child).number
    before_check = again(desk, child, number)
    for side in ("officer", "receiver"):
        handoff.sign(desk, child, before_check, side, drawn(before_check))  # type: ignore[arg-type]
    handoff.check_receiver(
        desk,
        child,
        number,
        handoff.Checked(how="badge_seen", result="matches", document="DCFS 1182"),
    )
    assert again(desk, child, number).missing() == (
        "officer_has_not_signed",
        "receiver_has_not_signed",
    )
    with pytest.raises(Refused):
        handoff.accept(desk, child, number)
    assert len(again(desk, child, number).signatures) == 2


def test_a_second_handoff_and_a_closed_attempt_are_refused(desk: Desk, child: UUID) -> None:
    first = signed(desk, child)
    second = propose(desk, child, Receiver(agency="Aunt", person="L. Caal"))
    assert again(desk, child, first.number).state == "overtaken"
    with pytest.raises(Refused) as closed:
        handoff.accept(desk, child, first.number)
    assert closed.value.code == "handoff_closed"
    assert second.number == first.number + 1
    case = handed_over(desk, child)
    assert case.accepted_handoff is not None
    with pytest.raises(Refused) as twice:
        handoff.accept(desk, child, signed(desk, child).number)
    assert twice.value.code == "handed_over_outside_custody"
    assert sum(one.state == "accepted" for one in cases.read(desk, child).handoffs) == 1


def test_a_receipt_is_issued_before_it_is_drawn_and_proved_by_its_code(
    desk: Desk, child: UUID
) -> None:
    handed_over(desk, child)
    issued = printing.issue_paper(desk, child, "transfer_receipt", 1)
    assert issued.pdf.startswith(b"%PDF")
    assert (issued.number, issued.version, issued.copy) == ("TR-AC-26-0001-1", 1, 1)
    proved = printing.verify_paper(desk, issued.seal_code)
    assert proved.verdict == "agrees"
    assert proved.issued_by == "D. Rivera"
    printing.paper_printed(desk, issued, "file", "M. Ruiz")
    printing.print_failed(desk, issued, "no toner")
    paper = cases.read(desk, child).papers[-1]
    assert paper.outcomes == ("printed_file", "print_failed")
    assert printing.verify_paper(desk, issued.seal_code.lower()).verdict == "agrees"


def test_a_further_copy_keeps_the_version_and_a_changed_box_raises_it(
    sign_in: SignIn, clock: StoryClock
) -> None:
    desk = sign_in("rivera")
    child, _changes = cases.open_case(desk, encounter(desk))
    number = propose(desk, child).number
    first = printing.issue_paper(desk, child, "transfer_receipt", number)
    desk = sign_in("ames")
    copy = printing.issue_paper(desk, child, "transfer_receipt", number)
    assert (copy.version, copy.copy) == (1, 2)
    handoff.check_receiver(
        desk,
        child,
        number,
        handoff.Checked(how="badge_seen", result="matches", document="DCFS 1182"),
    )
    changed = printing.issue_paper(desk, child, "transfer_receipt", number)
    assert (changed.version, changed.copy) == (2, 1)
    proved = printing.verify_paper(desk, first.seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert "to.how_checked" in proved.changed
    assert len(proved.later) == 4
    assert printing.verify_paper(desk, changed.seal_code).verdict == "agrees"


def test_false_codes_get_the_other_two_answers(desk: Desk, child: UUID) -> None:
    handed_over(desk, child)
    issued = printing.issue_paper(desk, child, "transfer_receipt", 1)
    wrong = issued.seal_code[:-1] + ("0" if issued.seal_code[-1] != "0" else "1")
    assert printing.verify_paper(desk, wrong).verdict == "does_not_agree"
    number, rest = issued.seal_code.split("-", 1)
    for other in ("1", str(int(number) + 1), "999999"):
        assert printing.verify_paper(desk, f"{other}-{rest}").verdict == "no_such_paper"
    with pytest.raises(BadInput):
        printing.verify_paper(desk, "hello")


def test_a_preview_records_nothing_and_unknown_papers_are_not_found(
    desk: Desk, child: UUID
) -> None:
    propose(desk, child)
    head = desk.journal.log_head()
    assert printing.preview(desk, child, "transfer_receipt", 1).startswith(b"%PDF")
    for name, number in (("transfer_receipt", 7), ("custody_log", 2), ("lost_paper", 1)):
        with pytest.raises(NotFound):
            printing.issue_paper(desk, child, name, number)
    assert desk.journal.log_head() == head


def test_a_name_told_between_signing_and_acceptance_unbinds_the_drawings(
    desk: Desk, child: UUID
) -> None:
    attempt = signed(desk, child)
    told = FactTold(
        occurred_at=desk.clock(), fact="name", value=PersonName(as_said="Ana"), source="said"
    )
    cases.add(desk, child, told)
    with pytest.raises(Refused) as refused:
        handoff.accept(desk, child, attempt.number)
    assert refused.value.missing == ("officer_has_not_signed", "receiver_has_not_signed")
    case = handed_over(desk, child)
    document = msgspec.structs.replace(told, source="document", value=PersonName(as_said="Anna"))
    cases.add(desk, child, document)
    accepted = cases.read(desk, child).accepted_handoff
    assert accepted is not None
    assert accepted.signature("receiver") is not None
    assert case.findings == ()
