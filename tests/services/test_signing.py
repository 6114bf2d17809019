"""Papers signed on screen on a real record; what was signed is what stood there."""

from uuid import UUID

import pytest

from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.custody import CustodyBegan
from minors_desk.errors import BadInput, NotFound, Refused
from minors_desk.services import cases, printing, review, signing
from minors_desk.services.desk import Desk
from minors_desk.services.signing import DrawnNow, ToSign
from tests.services.conftest import SignIn, StoryClock, encounter

LOG, LINE = "custody_log", "signature.supervisor"
STROKES = (((0, 0, 0), (900, 400, 350)),)


def by_osei(found: ToSign, **changed: str) -> DrawnNow:
    told = {"role": LINE, "name": "A. Osei", "badge": "77", "digest": found.digest}
    return DrawnNow(strokes=STROKES, device="mouse", **(told | changed))  # type: ignore[arg-type]


def sign(desk: Desk, child: UUID, **changed: str) -> None:
    found = signing.to_sign(desk, child, LOG, 1)
    signing.sign_paper(desk, child, LOG, 1, by_osei(found, **changed))


def standing(desk: Desk, child: UUID) -> str:
    (line,) = signing.to_sign(desk, child, LOG, 1).lines
    return line.standing


def check(desk: Desk, child: UUID, clock: StoryClock) -> None:
    clock.forward(3)
    cases.add(desk, child, WelfareChecked(occurred_at=desk.clock(), condition="calm"))


def test_a_line_waits_is_signed_and_waits_again(desk: Desk, child: UUID, clock: StoryClock) -> None:
    (line,) = signing.to_sign(desk, child, LOG, 1).lines
    assert (line.role, line.label, line.standing, line.by) == (
        LINE,
        "Supervisor signs off",
        "open",
        "",
    )
    sign(desk, child)
    found = signing.to_sign(desk, child, LOG, 1)
    (line,) = found.lines
    assert (line.standing, line.by, line.device) == ("signed", "A. Osei, badge 77", "mouse")
    assert found.waiting == ()
    check(desk, child, clock)
    assert standing(desk, child) == "void"
    sign(desk, child)
    assert standing(desk, child) == "signed"
    assert len(cases.read(desk, child).signatures) == 2


def test_what_was_changed_while_it_was_signed_is_not_signed(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    before = signing.to_sign(desk, child, LOG, 1)
    check(desk, child, clock)
    with pytest.raises(Refused, match="changed while it was being signed"):
        signing.sign_paper(desk, child, LOG, 1, by_osei(before))
    assert cases.read(desk, child).signatures == ()


def test_a_line_that_is_not_there_and_nobody_who_signs(desk: Desk, child: UUID) -> None:
    found = signing.to_sign(desk, child, LOG, 1)
    for changed, field in (({"role": "signature.nobody"}, "role"), ({"name": " "}, "name")):
        with pytest.raises(BadInput) as error:
            signing.sign_paper(desk, child, LOG, 1, by_osei(found, **changed))
        assert error.value.field == field
    with pytest.raises(NotFound, match="no paper of that name"):
        signing.to_sign(desk, child, "no paper", 1)
    with pytest.raises(NotFound, match="no custody number 7"):
        signing.to_sign(desk, child, LOG, 7)


def test_a_copy_printed_before_agrees_and_says_what_came_since(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    blank = printing.issue_paper(desk, child, LOG, 1)
    sign(desk, child)
    proved = printing.verify_paper(desk, blank.seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert set(proved.changed) == {LINE, f"{LINE}.caption"}
    with_ink = printing.issue_paper(desk, child, LOG, 1)
    assert (with_ink.version, with_ink.copy) == (2, 1)
    assert printing.verify_paper(desk, with_ink.seal_code).verdict == "agrees"
    check(desk, child, clock)
    later = printing.verify_paper(desk, with_ink.seal_code)
    assert later.verdict == "agreed_when_issued" and f"{LINE}.void" in later.changed


def test_signing_neither_undoes_an_approval_nor_is_undone_by_it(
    sign_in: SignIn, clock: StoryClock
) -> None:
    ames = sign_in("ames")
    began = CustodyBegan(
        occurred_at=ames.clock(), starts_from="arrival", place="Area Central", watched_by="Ames"
    )
    case_id, _ = cases.open_case(ames, encounter(ames), began)
    sign(ames, case_id)
    supervisor = sign_in("rivera")
    review.approve(supervisor, case_id, review.sheet(supervisor, case_id).last)
    assert standing(supervisor, case_id) == "signed"
    ames = sign_in("ames")
    sign(ames, case_id)
    assert cases.read(ames, case_id).review.state == "approved"
