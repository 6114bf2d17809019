"""What later templates added: each watch, apart from adults, what a private receiver promised."""

import re

import msgspec
import pytest

from minors_desk.domain.classing import LegalClassed
from minors_desk.domain.consulate import ConsularOffer
from minors_desk.papers import contact_log, custody_log, transfer_receipt
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import Paper
from minors_desk.papers.sheet import Form, Words
from minors_desk.wording.codes import WORDS
from minors_desk.wording.places import word_in
from minors_desk.wording.sentences import sentence
from tests.papers.case_of_a_night import night, printed, proved, ruled
from tests.papers.case_of_ana import STATION, bodies, minute, receipt, signed
from tests.papers.cases import shortest

TORONTO = msgspec.structs.replace(STATION, jurisdiction="CA-ON", zone="America/Toronto")
US_TERMS = ("offender", "elinquent")


def test_each_watch_has_a_line_with_its_minutes_and_who_wrote_it() -> None:
    log = printed(custody_log.PAPER, signed(night()))
    watches = {log[f"watches.{at}.officer"]: log[f"watches.{at}.minutes"] for at in (1, 2, 3)}
    assert watches == {"M. Rivera": "10", "T. Ode": "30", "T. Ode, M. Rivera": "8"}
    assert log["watches.2.by"].startswith("T. Ode, 3310 (signed on paper)")


def test_minutes_apart_from_adults_are_told_by_answer() -> None:
    log = printed(custody_log.PAPER, signed(night()))
    assert log["custody.apart"] == "Not recorded: 25 min; Yes: 33 min"


def test_the_receipt_says_where_a_private_receiver_lives_and_what_it_promised() -> None:
    found = printed(transfer_receipt.PAPER, signed([*night(), *proved()]))
    assert found["to.address"] == "1200 West Harrison Street, Chicago"
    assert found["to.promise"].startswith("to bring her to the hearing")
    assert found["receiver_checks.1.number"] == "RC-2026-118"
    assert found["property.receipt"] == "BI-AC-26-0412"
    assert found["signature.copy"] == "— TO BE SIGNED BY HAND —"


def test_what_proves_a_call_stands_in_words_before_the_files() -> None:
    log = printed(contact_log.PAPER, [*night(), *proved()], 0)
    proofs = [text for name, text in log.items() if name.endswith(".proof")]
    assert "fax slip, red folder" in proofs
    assert any(text.startswith("screen of the hotline's answer (SHA-256 ") for text in proofs)


@pytest.mark.parametrize("code", WORDS["legal_class"])
@pytest.mark.parametrize("paper", [custody_log.PAPER, transfer_receipt.PAPER])
def test_in_canada_a_class_is_called_as_it_is_there(paper: Paper, code: str) -> None:
    classed = LegalClassed(occurred_at=minute(5), legal_class=code)  # type: ignore[arg-type]
    told = signed([*bodies(), classed])
    there = lay_out(paper.compose(receipt(told, TORONTO)))
    texts = [text for _, _, text in there.printed()]
    assert word_in("legal_class", code, "CA-ON") in texts
    assert not [text for text in texts if any(term in text for term in US_TERMS)]
    here = [text for _, _, text in lay_out(paper.compose(receipt(told))).printed()]
    assert WORDS["legal_class"][code] in here


def test_a_language_typed_as_a_code_is_told_by_its_name() -> None:
    offer = ConsularOffer(
        occurred_at=minute(5), said="may_be_told", answer="declines", language="mam"
    )
    assert "Mam" in sentence(offer) and " mam" not in sentence(offer)


def test_an_unsigned_receipt_needs_no_continuation_and_its_ink_is_not_alone() -> None:
    """The badge that nobody wrote down is NONE RECORDED, and has room for it."""
    for told in (bodies(), signed(bodies()), signed(night())):
        layout = lay_out(transfer_receipt.PAPER.compose(ruled(told)))
        titles = [
            [mark.text for mark in page.marks if isinstance(mark, Words)] for page in layout.pages
        ]
        assert not [text for page in titles for text in page if "continuation sheet" in text]
        (ink,) = [
            page
            for page in layout.pages
            if ("signature.witness", "— TO BE SIGNED BY HAND —") in page.printed
        ]
        names = {name.split(".")[0] for name, _ in ink.printed} - {"head", "foot", "signature"}
        assert names


def broken(form: Form) -> set[str]:
    """The boxes whose answer is none, in so many words, and goes on on another sheet."""
    parts: dict[str, list[str]] = {}
    for _, box, text in lay_out(form).printed():
        parts.setdefault(box, []).append(text)
    return {
        box
        for box, texts in parts.items()
        if len(texts) > 1 and re.fullmatch("— [A-Z ]+ —", " ".join(texts).strip())
    }


@pytest.mark.parametrize("name", PAPERS)
def test_where_little_is_recorded_no_answer_needs_a_continuation_sheet(name: str) -> None:
    """What is none, unknown or missing says so in its own box, on every paper; only a reason, or
    the rule by which something is withheld, may go on elsewhere."""
    assert broken(shortest(name)) == set()
    assert broken(transfer_receipt.PAPER.compose(ruled(bodies()), 6)) == {"from.badge"}
