"""Which papers there are, by the names that the commands take."""

from tests.cli.conftest import Line
from tests.cli.test_commands import good


def test_the_papers_there_are(empty: Line) -> None:
    papers = good(empty.plain("paper", "list", "--json")).document["papers"]
    assert {one["name"]: one["title"] for one in papers} == {
        "transfer_receipt": "Transfer-of-custody receipt",
        "custody_log": "Juvenile custody log",
        "belongings": "Property inventory and receipt",
        "consular_notice": "Consular notification sheet",
        "consular_guardian": "Consular notice: a guardian may be needed",
        "screening_sheet": "Medical and welfare screening",
        "contact_log": "Contact and notification log",
        "diligence": "Statement of diligence",
        "disclosure_register": "Disclosure register",
        "welfare_referral": "Child-welfare referral",
        "trafficking_notice": "Child-trafficking notification to HHS",
        "unaccompanied_summary": "Unaccompanied-child referral summary",
        "rights_notice": "Children's rights notice",
        "handoff_summary": "Handoff summary and supervisor review",
        "shift_brief": "Shift brief",
        "child_receipt": "For the child to keep",
    }
