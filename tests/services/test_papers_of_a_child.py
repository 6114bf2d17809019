"""Belongings, screening and the sheet for a consulate on a real record: issued and proved."""

from uuid import UUID

from minors_desk.domain.answers import Asked
from minors_desk.domain.belongings import PropertyLine, PropertyTaken
from minors_desk.domain.consulate import ConsularOffer, CounselHold
from minors_desk.domain.facts import FactTold
from minors_desk.domain.screening import Health, Injury, MedicallyScreened, Outcome, Signs
from minors_desk.domain.values import Country
from minors_desk.services import cases, offering, printing
from minors_desk.services.desk import Desk
from tests.services.conftest import StoryClock


def screening(desk: Desk, decision: str = "clinic") -> MedicallyScreened:
    return MedicallyScreened(
        occurred_at=desk.clock(),
        signs=Signs(injuries=(Injury(part="knee", side="left", injury="scrape"),)),
        health=Health(allergies=Asked(answer="refused")),
        outcome=Outcome(decision=decision),  # type: ignore[arg-type]
    )


def told(desk: Desk, child: UUID) -> None:
    """What the three papers are about."""
    doll = PropertyLine(line=1, description="Doll", category="safekeeping")
    now = desk.clock()
    cases.add(
        desk,
        child,
        PropertyTaken(occurred_at=now, lines=(doll,), storage="Locker 4"),
        screening(desk),
        FactTold(occurred_at=now, fact="nationality", value=Country(code="GT"), source="said"),
        ConsularOffer(
            occurred_at=now,
            countries=("GT",),
            said="may_be_told",
            answer="wants",
            answered_by="child",
        ),
    )


def boxes(desk: Desk, issued: printing.Issued) -> dict[str, str]:
    return {name: text for _, name, text in printing.verify_paper(desk, issued.seal_code).boxes}


def test_each_is_offered_once_there_is_something_to_print(desk: Desk, child: UUID) -> None:
    wanted = {"belongings", "screening_sheet", "consular_notice"}
    assert not wanted & {one.name for one in offering.offered(desk, child)}
    told(desk, child)
    offered = {one.name: one for one in offering.offered(desk, child)}
    assert wanted <= offered.keys() and "consular_guardian" not in offered
    assert "Takes medicines" in offered["screening_sheet"].missing


def test_each_agrees_with_the_record_until_it_is_amended(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    told(desk, child)
    issued = {
        name: printing.issue_paper(desk, child, name, subject)
        for name, subject in (("belongings", 0), ("screening_sheet", 1), ("consular_notice", 1))
    }
    for one in issued.values():
        assert printing.verify_paper(desk, one.seal_code).verdict == "agrees"
        assert one.pdf.startswith(b"%PDF")
    clock.forward(1)
    log = cases.read(desk, child).log
    (sheet,) = [line.entry for line in log if isinstance(line.entry.body, MedicallyScreened)]
    cases.withdraw(desk, child, sheet.id, "wrong child")
    proved = printing.verify_paper(desk, issued["screening_sheet"].seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert "screened.number" in proved.changed
    assert printing.verify_paper(desk, issued["belongings"].seal_code).verdict == "agrees"


def test_what_was_sent_still_verifies_when_counsel_is_asked_later(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    told(desk, child)
    sent = printing.issue_paper(desk, child, "consular_notice", 1)
    assert boxes(desk, sent)["consul.country"] == "Guatemala"
    clock.forward(1)
    cases.add(
        desk,
        child,
        CounselHold(occurred_at=desk.clock(), what=("consular_notice",), counsel="L. Park"),
    )
    proved = printing.verify_paper(desk, sent.seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert "consul.name" in proved.changed
    held = printing.issue_paper(desk, child, "consular_notice", 1)
    assert "consul.country" not in boxes(desk, held)
    assert boxes(desk, held)["sending.state"] == "HOLD FOR COUNSEL: nothing is sent"
