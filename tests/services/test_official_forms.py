"""Forms of agencies on a real record: adopted, filled as a paper, proved, refused when wrong."""

from dataclasses import replace
from io import BytesIO
from uuid import UUID

import pikepdf
import pytest

from minors_desk.domain.facts import FactTold
from minors_desk.domain.values import PersonName
from minors_desk.errors import NotFound, Refused
from minors_desk.papers.official import mapping_file
from minors_desk.papers.official.filling import written_value
from minors_desk.papers.official.mapping import Fill, blank_mapping
from minors_desk.papers.official.reading import read_form
from minors_desk.services import cases, official_forms, printing, verifying
from minors_desk.services.desk import Desk
from minors_desk.wording.sentences import sentence
from tests.papers.official_forms import blank, of_all_kinds, text
from tests.papers.pictures import text_of
from tests.services.conftest import SignIn, StoryClock
from tests.services.test_attachments import a_case, kept

PAPER = "official:court-form"
FORM = of_all_kinds()


def mapping(form: bytes = FORM, **fills: Fill) -> str:
    """The text of a mapping of that form under the name of these tests."""
    made = replace(blank_mapping(read_form(form), "court-form"), title="Court form", number="T 1")
    for name, one in (fills or {"name": Fill(fact="child.name")}).items():
        made = made.with_fill(name, one)
    return mapping_file.written(made)


def named(desk: Desk, name: str) -> UUID:
    """A case of a child of that name."""
    case_id = a_case(desk)
    told = FactTold(
        occurred_at=desk.clock(), fact="name", value=PersonName(as_said=name), source="said"
    )
    cases.add(desk, case_id, told)
    return case_id


def value_in(pdf: bytes, field: str) -> str:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return written_value(opened, field)


def test_an_adopted_form_is_kept_encrypted_and_had_again(desk: Desk) -> None:
    official_forms.adopt(desk, FORM, mapping())
    (form,) = official_forms.adopted(desk)
    assert (form.form, form.version, form.title) == ("court-form", 1, "Court form")
    assert official_forms.blank_of(desk, form) == FORM and form.key not in repr(form)
    (stored,) = kept(desk)
    assert b"%PDF" not in stored.read_bytes()
    assert printing.offered(desk)[PAPER] == "Court form"
    official_forms.adopt(desk, FORM, mapping(docket=Fill(fact="case.number")))
    assert official_forms.named(desk, PAPER).version == 2 and len(kept(desk)) == 2


def test_only_a_supervisor_adopts(sign_in: SignIn) -> None:
    officer = sign_in("ames")
    with pytest.raises(Refused):
        official_forms.adopt(officer, FORM, mapping())
    assert kept(officer) == [] and official_forms.adopted(officer) == ()


def test_what_may_not_be_adopted_leaves_nothing(desk: Desk) -> None:
    other = blank(text("name", (60, 700, 300, 718), MaxLen=5))
    guess = mapping(name=Fill(fact="child.name", to_check=True))
    nothing = mapping_file.written(blank_mapping(read_form(FORM), "court-form"))
    for form, told, code in (
        (other, mapping(), "form_changed"),
        (FORM, guess, "form_unchecked"),
        (FORM, nothing, "form_unmapped"),
    ):
        with pytest.raises(Refused) as caught:
            official_forms.adopt(desk, form, told)
        assert caught.value.code == code
    assert kept(desk) == [] and official_forms.adopted(desk) == ()


def test_a_filled_form_is_issued_with_our_sheet_behind_it_and_proved(desk: Desk) -> None:
    official_forms.adopt(desk, FORM, mapping())
    case_id = named(desk, "Ana Lucía Xicay")
    issued = printing.issue_paper(desk, case_id, PAPER, 0)
    assert (issued.version, issued.copy, issued.pages) == (1, 1, 2)
    assert issued.number == printing.paper_number(cases.read(desk, case_id), PAPER, 0)
    assert issued.number.startswith("OF-COURT-FORM-")
    assert value_in(issued.pdf, "name") == "Ana Lucía Xicay"
    assert issued.seal_code in text_of(issued.pdf, 1)
    with pikepdf.open(BytesIO(issued.pdf)) as pdf:
        assert str(pdf.docinfo["/Title"]) == issued.number
        assert issued.seal_code in str(pdf.docinfo["/Keywords"])
        assert pdf.check_pdf_syntax() == []
    proved = printing.verify_paper(desk, issued.seal_code)
    assert proved.verdict == "agrees"
    assert "Ana Lucía Xicay" in [told for _page, _box, told in proved.boxes]
    assert printing.issue_paper(desk, case_id, PAPER, 0).copy == 2


def test_what_changes_later_is_told_and_the_old_copy_is_still_proved(
    desk: Desk, clock: StoryClock
) -> None:
    official_forms.adopt(desk, FORM, mapping())
    case_id = named(desk, "Ana")
    issued = printing.issue_paper(desk, case_id, PAPER, 0)
    official_forms.adopt(desk, FORM, mapping(docket=Fill(fact="case.number")))
    assert printing.verify_paper(desk, issued.seal_code).verdict == "agrees"
    clock.forward(5)
    told = FactTold(
        occurred_at=clock(), fact="name", value=PersonName(as_said="Anna"), source="document"
    )
    cases.add(desk, case_id, told)
    proved = printing.verify_paper(desk, issued.seal_code)
    assert proved.verdict == "agreed_when_issued" and "form.written.1.text" in proved.changed
    assert printing.issue_paper(desk, case_id, PAPER, 0).version == 2


def test_a_preview_says_so_on_every_page_and_records_nothing(desk: Desk) -> None:
    official_forms.adopt(desk, FORM, mapping())
    case_id = named(desk, "Ana")
    pdf = printing.preview(desk, case_id, PAPER, 0)
    assert "PREVIEW" in text_of(pdf, 0) and "PREVIEW" in text_of(pdf, 1)
    assert cases.read(desk, case_id).papers == ()


def test_a_form_that_does_not_read_back_is_not_issued(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    official_forms.adopt(desk, FORM, mapping())
    case_id = named(desk, "Ana")
    real = official_forms.fill
    monkeypatch.setattr(
        official_forms, "fill", lambda data, values: real(data, dict.fromkeys(values, "Eve"))
    )
    with pytest.raises(Refused, match="does not read back"):
        printing.issue_paper(desk, case_id, PAPER, 0)
    assert cases.read(desk, case_id).papers == ()


def test_the_blank_outlives_a_new_index_and_the_next_opening(sign_in: SignIn) -> None:
    desk = sign_in("rivera")
    official_forms.adopt(desk, FORM, mapping())
    desk.vault.rebuild_index()
    assert verifying.verify_record(desk).problems == ()
    again = sign_in("rivera")
    assert official_forms.blank_of(again, official_forms.named(again, "court-form")) == FORM
    assert verifying.verify_record(again).problems == ()


def test_the_blank_is_checked_with_the_record_and_its_loss_is_told(desk: Desk) -> None:
    official_forms.adopt(desk, FORM, mapping())
    (stored,) = kept(desk)
    stored.unlink()
    problems = [one.sentence for one in verifying.verify_record(desk).problems]
    assert problems == ["A file that the log names is missing."]
    with pytest.raises(NotFound):
        official_forms.named(desk, "another")


def test_the_log_tells_of_it_in_words(desk: Desk) -> None:
    official_forms.adopt(desk, FORM, mapping())
    case_id = named(desk, "Ana")
    printing.issue_paper(desk, case_id, PAPER, 0)
    last = desk.journal.entries_of(case_id)[-1]
    assert sentence(last.body).startswith("Form court-form")
