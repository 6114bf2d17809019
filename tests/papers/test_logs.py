"""The two logs on paper: nothing is lost, withdrawn lines stay readable, pages stay the same."""

from dataclasses import replace
from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.facts import FactTold
from minors_desk.domain.printed import PaperIssued, Seen
from minors_desk.domain.questioning import QuestioningBegan
from minors_desk.errors import NotFound
from minors_desk.papers import contact_log, custody_log, diligence
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import Paper
from minors_desk.papers.sheet import Words, digest
from tests.papers import samples
from tests.papers.case_of_a_night import night, printed, ruled
from tests.papers.case_of_ana import OFFICER, bodies, found, minute, receipt, signed
from tests.papers.contacts_of_a_night import hotline
from tests.papers.forms import imprint
from tests.papers.pictures import text_of

CUSTODY, CONTACT = custody_log.PAPER, contact_log.PAPER
STATEMENT = diligence.PAPER


def place(told: list[Body], kind: type[Body], nth: int = 0) -> int:
    """Return the place of an entry of that kind."""
    return [at for at, body in enumerate(told) if isinstance(body, kind)][nth]


def entry_id(at: int) -> UUID:
    """Return the id that `folded` gives to the entry at that place."""
    return UUID(int=100 + at)


def withdrawn(told: list[Body], at: int) -> list[Body]:
    """Return the entries with the one at that place withdrawn."""
    return [
        *told,
        Withdrawn(occurred_at=minute(188), target=entry_id(at), reason="wrong child"),
    ]


def test_a_withdrawn_line_stays_where_it_was_struck_once_with_who_and_why() -> None:
    told = night()
    before = printed(CUSTODY, told)
    assert before["checks.1.note"] == "drawing"
    after = printed(CUSTODY, withdrawn(told, place(told, WelfareChecked)))
    assert after["checks.1.withdrawn"] == (
        "was 24 Nov 01:27 CST · Awake, calm · drawing · M. Rivera, 2217, "
        "withdrawn 04:10 M. Rivera: wrong child"
    )
    assert "checks.1.note" not in after
    assert after["checks.2.note"] == before["checks.2.note"]


def test_one_stroke_runs_through_all_that_a_withdrawn_line_said() -> None:
    told = night()
    given = ruled(withdrawn(told, place(told, ContactTried, 3)), 0)
    layout = lay_out(CONTACT.compose(given))
    marks = [mark for page in layout.pages for mark in page.marks]
    struck = "".join(
        mark.text[slice(*mark.struck)] for mark in marks if isinstance(mark, Words) and mark.struck
    )
    assert struck.startswith("24 Nov 01:16 CST")
    assert samples.DEVANAGARI.replace(" ", "") in struck.replace(" ", "")
    assert "wrong child" not in struck


def test_an_amended_line_tells_what_it_was_in_its_cell() -> None:
    told = night()
    at = place(told, WelfareChecked)
    body = codec.plain(msgspec.structs.replace(told[at], condition="upset"))
    change = Amended(
        occurred_at=minute(188), target=entry_id(at), replacement=body, reason="misread"
    )
    after = printed(CUSTODY, [*told, change])
    assert after["checks.1.condition"] == "Upset or crying"
    assert after["checks.1.condition.was"] == ("was Awake, calm, amended 04:10 M. Rivera: misread")


def again() -> list[Body]:
    """Return a case in which the child left, was found and came back."""
    told = [*bodies()]
    return [
        *told,
        CustodyEnded(occurred_at=minute(80), reason="left_without_leave", detail="by the window"),
        WelfareChecked(occurred_at=minute(85), condition="upset", note="seen on the street"),
        CustodyBegan(
            occurred_at=minute(90),
            place="Area Central",
            watched_by="T. Ode",
            starts_from="returned",
            secure=True,
            secure_reason="ran off",
        ),
        WelfareChecked(occurred_at=minute(95), condition="calm", note="back"),
    ]


def test_every_line_of_the_case_is_in_the_log_of_one_custody() -> None:
    told = again()
    notes = [
        [text for name, text in printed(CUSTODY, told, subject).items() if name.endswith(".note")]
        for subject in (1, 2)
    ]
    assert notes == [["ate a sandwich, graze on left knee", "seen on the street"], ["back"]]
    first = printed(CUSTODY, told, 1)
    assert first["exit.how"] == "Left without leave"
    assert first["exit.to"] == "by the window"
    assert first["exit.receipt"] == "— DOES NOT APPLY — no handoff"


def test_the_newest_custody_is_the_likeliest() -> None:
    given = ruled(again())
    assert CUSTODY.subjects(given.case) == (2, 1)
    assert CUSTODY.number(given.case, 2) == "CU-AC-26-0412-2"
    assert CONTACT.subjects(given.case) == (0,)
    assert CONTACT.number(given.case, 0) == "CL-AC-26-0412"


def test_there_is_no_log_of_a_custody_that_never_was() -> None:
    assert CUSTODY.subjects(ruled(found()).case) == ()
    assert CUSTODY.prepared_in(ruled(found()).case, 1) is None
    with pytest.raises(NotFound, match="no custody number 1"):
        CUSTODY.compose(ruled(found()))


def test_minutes_of_custody_that_goes_on_are_counted_to_the_last_that_is_known() -> None:
    told = again()
    log = printed(CUSTODY, told, 2)
    assert log["presence.1.to"] == "goes on"
    assert log["secure.total"] == "5 min"
    assert log["secure.counted_to"] == "2026-11-24 02:37 CST, not ended"
    assert log["exit.at"] == "— NONE RECORDED — not ended"


def test_issuing_the_log_does_not_change_it() -> None:
    told = again()
    issued = PaperIssued(
        occurred_at=minute(120),
        paper=CUSTODY.name,
        template=1,
        number="CU-AC-26-0412-2",
        version=1,
        copy=1,
        subject=2,
        digest="00" * 32,
        seen=Seen(ordinal=20, log_hash="00" * 32),
    )
    first, second = (
        lay_out(CUSTODY.compose(ruled(entries, 2))) for entries in (told, [*told, issued])
    )
    assert digest(CUSTODY.name, 1, first) == digest(CUSTODY.name, 1, second)


def test_an_open_clock_prints_when_it_is_due_and_not_how_long_is_left() -> None:
    log = printed(CUSTODY, bodies())
    rules = {name.split(".")[1]: text for name, text in log.items() if name.endswith(".rule")}
    (check,) = [line for line, text in rules.items() if text.startswith("HOUSE-CHECK:")]
    assert log[f"clocks.{check}.due"] == "24 Nov 02:12 CST"
    assert log[f"clocks.{check}.met"] == "Open"
    assert log[f"clocks.{check}.checked"] == "Station rule"
    assert any(text == "NOT VERIFIED" for name, text in log.items() if name.endswith(".checked"))


def test_the_four_answers_that_are_none_print_as_such() -> None:
    wanted = {"ethnicity": "refused", "birth_date": "unknown", "identity_number": "not_asked"}
    told = [
        *bodies(),
        *(
            FactTold(occurred_at=minute(20), fact=fact, no_value=state, source="said")
            for fact, state in {**wanted, "language": "does_not_apply"}.items()
        ),
    ]
    log = printed(CUSTODY, told)
    assert log["child.ethnicity"] == "— REFUSED —"
    assert log["child.birth_date"] == "— UNKNOWN —"
    assert log["child.identity"] == "— NOT ASKED —"
    assert log["child.language"] == "— DOES NOT APPLY —"


def test_who_did_it_and_who_wrote_it_late_are_told_apart() -> None:
    log = printed(CUSTODY, night())
    assert log["checks.2.by"].split("\n") == [
        "T. Ode, 3310 (signed on paper)",
        "written by M. Rivera, 2217 24 Nov 01:42 CST, late: Was with the child",
    ]


def test_the_contact_log_says_of_each_purpose_what_came_of_it() -> None:
    log = printed(CONTACT, night(), 0)
    assert log["duties.1.purpose"] == "Parent or relative"
    assert log["duties.1.attempts"] == "2"
    assert log["duties.1.first_success"] == "24 Nov 01:47 CST · Rosa Xicay"
    assert log["duties.1.reason"].startswith("number out of service")
    assert log["contacts.2.promised"] == "a worker at Area Central · by 24 Nov 02:02 CST"


def test_a_duty_that_a_contact_serves_says_when_it_is_due() -> None:
    told = msgspec.structs.replace(hotline(), duties=("US-IL-05b",))
    log = printed(CONTACT, [*bodies(), told], 0)
    assert log["contacts.1.duty"] == "Child protection\nUS-IL-05b, due Without delay"


def overfull() -> list[Body]:
    """Return a night with more of everything than a page holds, in every script."""
    texts = list(samples.ALL.values())
    checks = [
        WelfareChecked(occurred_at=minute(70 + at), condition="calm", note=texts[at % len(texts)])
        for at in range(120)
    ]
    tries = [
        ContactTried(
            occurred_at=minute(70 + at),
            party=Party(name=texts[at % len(texts)], number="+1 312 555 0100"),
            purpose="consulate",
            method="telephone",
            outcome="voicemail",
            said=f"{at} " + texts[at % len(texts)] * 12,
        )
        for at in range(60)
    ]
    name = FactTold(
        occurred_at=minute(71),
        fact="name",
        value=msgspec.structs.replace(night()[2].value, as_said=samples.name_of(3_000)),
        source="document",
    )
    return [*night(), *checks, *tries, name]


@pytest.mark.parametrize(("paper", "subject"), [(CUSTODY, 1), (CONTACT, 0)])
def test_nothing_of_an_overfull_case_is_lost(paper: Paper, subject: int) -> None:
    log = printed(paper, overfull(), subject)
    kinds = ("checks.", "contacts.")
    lines = [name for name in log if name.startswith(kinds) and name.endswith(".no")]
    assert len(lines) >= 60
    whole = log["child.name"].replace(" ", "")
    assert whole == samples.name_of(3_000).replace(" ", "")


def test_the_pages_of_an_overfull_log_can_be_drawn_and_read() -> None:
    layout = lay_out(CONTACT.compose(ruled(overfull(), 0)))
    pdf = draw(layout, imprint(layout))
    assert len(layout.pages) > 8
    text = text_of(pdf, 3).replace("\r\n", " ")
    assert "Attempts, continued" in text and "Voicemail" in text


def test_a_signed_night_names_the_receipt_of_its_exit() -> None:
    log = printed(CUSTODY, signed(night()))
    assert log["exit.receipt"] == "TR-AC-26-0412-1"
    assert log["exit.at"] == "2026-11-24 02:10 CST"
    assert log["secure.total"] == log["secure.cuffed"] == "4 min"


def test_a_step_through_a_shut_gate_is_printed_with_what_the_law_wanted_first() -> None:
    asked = QuestioningBegan(
        occurred_at=minute(55),
        by="Det. K. Lee",
        lawyer="not_there",
        adult="nobody",
        rights_told="no",
        recorded="yes",
    )
    log = printed(CUSTODY, [*night(), asked])
    rows = {name: text for name, text in log.items() if name.startswith("passed.")}
    rules = "\n".join(text for name, text in rows.items() if name.endswith(".rule"))
    assert "US-JJ-19a: Rights are told in a child's words" in rules
    assert "questioning" in {text for name, text in rows.items() if name.endswith(".step")}
    assert "NOT VERIFIED" in {text for name, text in rows.items() if name.endswith(".checked")}
    quiet = {name: text for name, text in printed(CUSTODY, night()).items() if ".rule" in name}
    assert not [text for text in quiet.values() if text.startswith("US-JJ-19a")]


FROZEN = {
    ("custody_log", 1, "night"): "f2fdcc6337dd2315469546c221f0f1bc5d37992ba97c122466a509862f95b569",
    ("custody_log", 1, "open"): "e5a9dc60700e0f7c7152c8a8534f740f71526d70f44d8e25566ded71e1803626",
    ("custody_log", 2, "night"): "b7495198359e5bce202544ba9cf41d572223797b4a3db3b5dca6b4cdf95bf5b9",
    ("custody_log", 2, "open"): "9ae4601569b9e1502c1b887eefb8ac8b097f429cebf290ac4072bfb3f77d1ecc",
    ("custody_log", 3, "night"): "3fb60adbff7ee32234b9e0730d263e6f1501fac945b5e62fb7f9e7659e079906",
    ("custody_log", 3, "open"): "738c25356f4a52801381049b7d9137f8588fca8e45c8800a07bbcae3f68d5a1b",
    ("custody_log", 4, "night"): "ddd512b16bc976eec7d2ce12897f3e35aca9812e92d29e999890dfa65349b695",
    ("custody_log", 4, "open"): "a0c1fd60fa345447fb93087656977f28e6f4a244b0e4ba2eb27de2c4522c28ad",
    ("contact_log", 1, "night"): "5294e84acfe3b0bd1601797ad1c9ab5f582b512460153e23f38ffa42be4386be",
    ("contact_log", 1, "open"): "196b0b928746bd78b384460f33d9aea9fbe0f0d393d0d1cd9534328c37529615",
    ("contact_log", 2, "night"): "2c9c6216fff31b031586b8c592cebda57dd86d436ecfddc1f35d43d490c086f3",
    ("contact_log", 2, "open"): "b9bfa2a8984800b0d886fd5725d9349f593a0a040a8dceeac7f2aa30a4ef411a",
    ("diligence", 1, "night"): "6ca6fe4809d9ba6ccdd5aea557f2e0ddc0582e356900568dc2956bc962216362",
    ("diligence", 1, "open"): "f08a978fd7c1e890f8f114ce8201eff21195eb3e75dbdc80dc708dd61aa7a931",
}
"""Digests of earlier templates of the logs as they were when first issued."""


@pytest.mark.parametrize(("name", "template", "case"), FROZEN)
def test_a_log_of_an_earlier_template_composes_as_it_was_issued(
    name: str, template: int, case: str
) -> None:
    paper = PAPERS[name]
    given = receipt(signed(night()) if case == "night" else bodies())
    subject = 1 if paper is CUSTODY else 0
    made = lay_out(paper.compose(replace(given, subject=subject), template))
    assert digest(name, template, made).hex() == FROZEN[name, template, case]


@pytest.mark.parametrize("paper", [CUSTODY, CONTACT, STATEMENT], ids=lambda paper: paper.name)
def test_each_earlier_template_is_frozen(paper: Paper) -> None:
    assert {at for name, at, _ in FROZEN if name == paper.name} == set(paper.templates) - {
        paper.template_version
    }


def test_a_supervisor_signs_off_in_the_record_or_in_ink() -> None:
    log = printed(CUSTODY, signed(night()))
    assert log["signature.approval"] == "— NONE RECORDED —"
    assert log["signature.supervisor"] == "— TO BE SIGNED BY HAND —"
    given = replace(ruled(signed(night())), reviewed_by=OFFICER, reviewed_at=minute(90))
    boxes = {name: text for _, name, text in lay_out(CUSTODY.compose(given)).printed()}
    assert boxes["signature.approval"] == "M. Rivera, badge 2217 · 2026-11-24 02:32 CST"


def test_the_statement_of_diligence_equals_the_log() -> None:
    """Every cell of both tables, word for word, after amendments and withdrawals too."""
    told = withdrawn(night(), place(night(), ContactTried, 3))
    log, statement = printed(CONTACT, told, 0), printed(STATEMENT, told, 0)
    tables = ("contacts.", "duties.")
    assert {name: text for name, text in statement.items() if name.startswith(tables)} == {
        name: text for name, text in log.items() if name.startswith(tables)
    }
    assert any(name.endswith(".withdrawn") for name in statement)
    assert statement["signature.statement"] == "— TO BE SIGNED BY HAND —"


def test_a_statement_says_that_the_reason_is_missing() -> None:
    told = [*bodies(), hotline()]
    vain = msgspec.structs.replace(hotline(), outcome="no_answer", spoke_with="", spoke_id="")
    assert printed(STATEMENT, told, 0)["duties.1.reason"] == "— DOES NOT APPLY —"
    assert printed(STATEMENT, [*bodies(), vain], 0)["duties.1.reason"] == "— MISSING —"
    assert printed(CONTACT, [*bodies(), vain], 0)["duties.1.reason"] == "—"
    nobody = ruled([*bodies()]).case
    assert STATEMENT.subjects(nobody) == ()
    assert STATEMENT.prepared_in(nobody, 0) is None
