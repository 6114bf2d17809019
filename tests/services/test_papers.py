"""Papers on a real record: composed as of their issue, by the template and the rules of then."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import codec, roles
from minors_desk.domain.handoff import HandoffProposed, Receiver
from minors_desk.domain.rulepack import content_hash
from minors_desk.domain.station import PackAdopted, StationTelephoneSet
from minors_desk.errors import NotFound, Refused
from minors_desk.papers import transfer_receipt
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.paper import Paper, PaperInput
from minors_desk.papers.sheet import Box, Column, Form, Section, Table
from minors_desk.services import cases, directory, handoff, offering, printing
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record
from minors_desk.wording.codes import word
from minors_desk.wording.times import day_and_time
from tests.services.conftest import SignIn, StoryClock

RUIZ = Receiver(agency="DCFS", person="M. Ruiz")
OLD = transfer_receipt.PAPER.templates
Catalog = Callable[..., None]


@pytest.fixture
def catalog(monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """Puts other papers into the catalogue, as an earlier or a later program has them."""

    def put(*papers: Paper) -> None:
        monkeypatch.setattr(printing, "PAPERS", {one.name: one for one in papers})

    return put


def clock_sheet(given: PaperInput) -> Form:
    """A paper of nothing but the clocks of a case, with who prepared it."""
    lines = tuple(
        (
            Box(f"clocks.{at}.rule", "", one.rule.title),
            Box(f"clocks.{at}.due", "", "" if one.due is None else day_and_time(one.due, "UTC")),
        )
        for at, one in enumerate(given.clocks, start=1)
    )
    table = Table("clocks", (Column("Rule", 3), Column("Due", 1)), lines)
    section = Section("Deadlines", (table,))
    return Form("clock_sheet", 1, "Clocks", given.head(), (section,), given.prepared())


CLOCKS = Paper(
    name="clock_sheet",
    number_prefix="CS",
    title="Clocks",
    templates={1: clock_sheet},
    subjects=lambda _: (0,),
    nothing_yet=("There are no clocks", "Wait."),
    prepared_in=lambda case, _: case.log[0].entry.id,
    boxes={},
    labels={"clocks.*.due": "Due"},
)


def adopt(desk: Desk, pack: str, **changed: str) -> None:
    """Adopt that pack again with changed words."""
    content = desk.station.packs[pack].content
    for old, new in changed.items():
        assert old in content
        content = content.replace(old, new)
    adopted = PackAdopted(
        occurred_at=desk.now(), pack=pack, content=content, content_hash=content_hash(content)
    )
    record(desk, roles.RELEASE_LOGINS, [(None, adopted)])
    desk.look_again()


def due_boxes(boxes: tuple[tuple[int, str, str], ...]) -> list[str]:
    return [text for _, name, text in boxes if name.endswith(".due")]


def test_clocks_on_a_paper_are_those_of_the_packs_of_then(
    desk: Desk, child: UUID, catalog: Catalog, clock: StoryClock
) -> None:
    catalog(CLOCKS)
    first = printing.issue_paper(desk, child, "clock_sheet", 0)
    assert first.number == f"CS-{cases.read(desk, child).number}"
    before = due_boxes(printing.verify_paper(desk, first.seal_code).boxes)
    assert before
    clock.forward(1)
    adopt(desk, "house", PT30M="PT20M")
    proved = printing.verify_paper(desk, first.seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert due_boxes(proved.boxes) == before
    assert proved.changed
    assert all(box.startswith("clocks.") for box in proved.changed)
    adopted = [one for one in desk.journal.station_entries() if isinstance(one.body, PackAdopted)]
    assert adopted[-1].ordinal in proved.later
    second = printing.issue_paper(desk, child, "clock_sheet", 0)
    assert (second.version, second.copy) == (2, 1)
    assert printing.verify_paper(desk, second.seal_code).verdict == "agrees"


def test_a_paper_keeps_the_statute_that_it_was_issued_with(
    desk: Desk, child: UUID, catalog: Catalog, clock: StoryClock
) -> None:
    catalog(CLOCKS)
    adopt(desk, "us-il", **{'confidential = "705 ILCS 405/1-7, 5-905"': ""})
    adopt(desk, "house", **{'confidential = ""': ""})
    of_before = printing.issue_paper(desk, child, "clock_sheet", 0)
    clock.forward(1)
    adopt(desk, "us-il", **{'kind = "law"': 'kind = "law"\nconfidential = "705 ILCS 405/1-7"'})
    proved = printing.verify_paper(desk, of_before.seal_code)
    assert (proved.verdict, proved.changed) == ("agreed_when_issued", ("head.statute",))
    assert (1, "head.statute", "under the law of US-IL") in proved.boxes
    now = printing.issue_paper(desk, child, "clock_sheet", 0)
    boxes = printing.verify_paper(desk, now.seal_code).boxes
    assert (1, "head.statute", "705 ILCS 405/1-7") in boxes


def test_a_receipt_prints_the_telephone_of_its_day(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    number = propose(desk, child)

    def phone(issued: printing.Issued) -> list[str]:
        proved = printing.verify_paper(desk, issued.seal_code)
        return [text for _, box, text in proved.boxes if box == "from.phone"]

    of_before = printing.issue_paper(desk, child, "transfer_receipt", number)
    assert phone(of_before) == ["— NONE RECORDED —"]
    clock.forward(1)
    body = StationTelephoneSet(occurred_at=desk.clock(), telephone="312 555 0144")
    set_by = directory.set_telephone(desk, body)
    assert set_by.station and desk.station.telephone == "312 555 0144"
    proved = printing.verify_paper(desk, of_before.seal_code)
    assert (proved.verdict, proved.changed) == ("agreed_when_issued", ("from.phone",))
    assert desk.journal.log_head().ordinal in proved.later
    now = printing.issue_paper(desk, child, "transfer_receipt", number)
    assert phone(now) == ["312 555 0144"] and phone(of_before) == ["— NONE RECORDED —"]
    assert now.version == 2
    assert printing.verify_paper(desk, now.seal_code).verdict == "agrees"


def test_a_paper_says_who_prepared_it_whoever_prints_it(
    sign_in: SignIn, desk: Desk, child: UUID, catalog: Catalog
) -> None:
    catalog(CLOCKS)
    first = printing.issue_paper(desk, child, "clock_sheet", 0)
    desk = sign_in("ames")
    copy = printing.issue_paper(desk, child, "clock_sheet", 0)
    assert (copy.version, copy.copy) == (1, 2)
    for issued in (first, copy):
        boxes = {
            name: text for _, name, text in printing.verify_paper(desk, issued.seal_code).boxes
        }
        assert boxes["foot.prepared_by"].startswith("D. Rivera, badge 4471")


def propose(desk: Desk, child: UUID) -> int:
    handoff.propose(desk, child, RUIZ, authority="325 ILCS 5/5", place="Front desk")
    return cases.read(desk, child).handoffs[-1].number


@pytest.mark.parametrize("template", [1, 2, 3, 4, 5, 6])
def test_a_receipt_of_an_earlier_template_still_verifies(
    desk: Desk, child: UUID, catalog: Catalog, template: int
) -> None:
    number = propose(desk, child)
    catalog(replace(transfer_receipt.PAPER, templates={template: OLD[template]}))
    old = printing.issue_paper(desk, child, "transfer_receipt", number)
    catalog(transfer_receipt.PAPER)
    assert cases.read(desk, child).papers[-1].template == template
    assert printing.verify_paper(desk, old.seal_code).verdict == "agrees"
    new = printing.issue_paper(desk, child, "transfer_receipt", number)
    assert (new.version, new.copy) == (2, 1)
    assert cases.read(desk, child).papers[-1].template == 7
    for issued in (old, new):
        assert printing.verify_paper(desk, issued.seal_code).verdict == "agrees"


@pytest.mark.parametrize("templates", [{1: OLD[1]}, None])
def test_a_paper_of_a_later_program_is_no_alarm(
    desk: Desk, child: UUID, catalog: Catalog, templates: dict[int, Any] | None
) -> None:
    issued = printing.issue_paper(desk, child, "transfer_receipt", propose(desk, child))
    if templates is None:
        catalog(CLOCKS)
    else:
        catalog(replace(transfer_receipt.PAPER, templates=templates))
    with pytest.raises(NotFound, match="later version of Minors Desk"):
        printing.verify_paper(desk, issued.seal_code)


def test_an_amended_value_is_struck_and_the_paper_proves_it(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    number = propose(desk, child)
    first = printing.issue_paper(desk, child, "transfer_receipt", number)
    proposal = cases.read(desk, child).handoffs[-1].entry_id
    (body,) = [
        one.entry.body
        for one in cases.read(desk, child).log
        if isinstance(one.entry.body, HandoffProposed)
    ]
    clock.forward(70)
    better = codec.plain(msgspec.structs.replace(body, place="Back door"))
    cases.amend(desk, child, proposal, better, "she left by the back")
    proved = printing.verify_paper(desk, first.seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert proved.changed == ("transfer.place", "transfer.place.was")
    issued = printing.issue_paper(desk, child, "transfer_receipt", number)
    proved = printing.verify_paper(desk, issued.seal_code)
    assert proved.verdict == "agrees"
    was = [text for _, name, text in proved.boxes if name == "transfer.place.was"]
    assert was == ["was Front desk, amended 04:10 D. Rivera: she left by the back"]


def test_a_paper_of_too_many_pages_is_refused_before_it_is_issued(
    desk: Desk, child: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = propose(desk, child)
    head = desk.journal.log_head()
    monkeypatch.setattr(printing, "MOST_PAGES", 0)
    with pytest.raises(Refused, match="more than 0 pages"):
        printing.issue_paper(desk, child, "transfer_receipt", number)
    assert desk.journal.log_head() == head


def test_what_a_paper_is_likeliest_wanted_about(desk: Desk, child: UUID) -> None:
    with pytest.raises(NotFound, match="no handoff to print"):
        printing.usual_subject(cases.read(desk, child), "transfer_receipt")
    propose(desk, child)
    second = propose(desk, child)
    assert printing.usual_subject(cases.read(desk, child), "transfer_receipt") == second
    with pytest.raises(NotFound, match="no paper of that name"):
        printing.usual_subject(cases.read(desk, child), "lost_paper")


def test_boxes_are_called_as_on_their_paper(catalog: Catalog) -> None:
    catalog(transfer_receipt.PAPER, CLOCKS)
    assert printing.box_label("child.name") == "Name as given"
    assert printing.box_label("child.name.was") == "Name as given, amended"
    assert printing.box_label("clocks.12.due") == "Due, line 12"
    assert printing.box_label("clocks.12.due.was") == "Due, line 12, amended"
    assert printing.box_label("head.agency") == ""


def test_every_paper_of_the_catalogue_has_its_words() -> None:
    prefixes = [paper.number_prefix for paper in PAPERS.values()]
    assert len(set(prefixes)) == len(prefixes)
    for name, paper in PAPERS.items():
        assert paper.name == name
        assert paper.title == word("paper", name)
        assert set(paper.templates) == set(range(1, paper.template_version + 1))


def test_the_custody_log_prints_the_clocks_of_the_packs_of_then(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    first = printing.issue_paper(desk, child, "custody_log", 1)
    before = printing.verify_paper(desk, first.seal_code)
    assert before.verdict == "agrees"
    assert any(name.startswith("clocks.") for _, name, _ in before.boxes)
    again = printing.issue_paper(desk, child, "custody_log", 1)
    assert (again.version, again.copy) == (1, 2)
    clock.forward(1)
    adopt(desk, "house", PT30M="PT20M")
    proved = printing.verify_paper(desk, first.seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert due_boxes(proved.boxes) == due_boxes(before.boxes)
    assert all(box.startswith("clocks.") for box in proved.changed)


def test_a_summary_is_proved_with_the_findings_of_then(desk: Desk, child: UUID) -> None:
    issued = printing.issue_paper(desk, child, "handoff_summary", 1)
    proved = printing.verify_paper(desk, issued.seal_code)
    assert proved.verdict == "agrees"
    points = {name: text for _, name, text in proved.boxes if name.startswith("points.")}
    assert points["points.10.answer"] == "NOTHING RECORDED"
    propose(desk, child)
    printing.issue_paper(desk, child, "contact_log", 0)
    later = printing.verify_paper(desk, issued.seal_code)
    assert later.verdict == "agreed_when_issued"
    assert "papers.1.number" in later.changed


def test_every_paper_of_a_case_is_offered_with_what_is_missing_and_its_copies(
    desk: Desk, child: UUID
) -> None:
    number = propose(desk, child)
    issued = printing.issue_paper(desk, child, "contact_log", 0)
    papers = offering.offered(desk, child)
    assert [(one.name, one.subject, one.about) for one in papers] == [
        ("transfer_receipt", number, f"attempt {number}"),
        ("custody_log", 1, "custody 1"),
        ("contact_log", 0, ""),
        ("welfare_referral", 0, ""),
        ("rights_notice", 0, ""),
        ("handoff_summary", 1, "custody 1"),
        ("child_receipt", number, f"attempt {number}"),
    ]
    receipt, custody, contacts, _referral, _rights, summary, _own = papers
    assert "Authority for the custody" in summary.missing
    assert {"Result", "Custody passed to the receiver"} <= set(receipt.missing)
    assert "Authority for the custody" in custody.missing
    assert [one.entry_id for one in contacts.issued] == [issued.entry_id]
    assert contacts.number == issued.number and not receipt.issued
