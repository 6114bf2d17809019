"""Requests, detainers, federal officers: the law stands beside at once, and is kept as it stood."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from minors_desk.domain.consulate import CounselHold
from minors_desk.domain.disclosing_values import AnswerThen
from minors_desk.domain.gating import wrongs
from minors_desk.errors import DeskError
from minors_desk.services import cases
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.forms.information_form import InformationForm
from minors_desk.ui.forms.law_form import LawForm
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.type import Label
from tests.ui.case_steps import LONG, asked, case_of, child, page_of, put, save
from tests.ui.conftest import Opened
from tests.ui.forms_steps import fill, opened_form, saved


def law_form(form: AskedForm) -> LawForm:
    assert isinstance(form, LawForm)
    return form


def said_by(form: LawForm) -> str:
    return "\n".join(one.text() for one in form.panel.findChildren(Label) if one.text())


def shown(view: QWidget) -> set[str]:
    """What labels and chips of a page say."""
    words = {one.text() for one in view.findChildren(QLabel)}
    return words | {one.text() for one in view.findChildren(Chip)}


def test_the_law_answers_while_it_is_asked_and_is_kept(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = law_form(opened_form(qtbot, at_board, "information_asked", case_id))
    assert form.panel.word.text() == "" and "Choose who asks" in said_by(form)
    form.submit()
    assert form.asked["who"].error() == "Choose who asks."
    fill(form, who="immigration_authority", about=("immigration_status", "address"))
    assert form.panel.word.text() == "No rule for part of it"
    assert "5 ILCS 805/5 (US-IL-12), not verified - ask counsel" in said_by(form)
    assert "No rule known: not verified - ask a supervisor or counsel" in said_by(form)
    fill(form, who="public", about=("address",))
    assert form.panel.word.text() == "Forbidden"
    assert "8 CFR 236.6 (US-UC-17), verified on 2026-11-24" in said_by(form)
    assert form.asked["given"].isHidden() and form.asked["supervisor"].isHidden()
    fill(form, how="telephone", authority="none", answer="given", name="A paper")
    # All that was asked is offered as what was given.
    case = saved(qtbot, at_board, form, case_id)
    (kept,) = case.disclosing.requests
    assert (kept.told.given, kept.told.name, kept.told.authority) == (
        ("address",),
        "A paper",
        "none",
    )
    assert kept.told.law == (AnswerThen(about="address", word="forbidden", rules=("US-UC-17",)),)
    broken = wrongs(case, at_board.desk.packs, at_board.desk.zone)
    assert [one.rule.id for one in broken] == ["US-UC-17"]


def test_what_is_held_for_counsel_is_said_before_the_law(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    now = at_board.desk.clock()
    hold = CounselHold(occurred_at=now, what=("disclosure_abroad",), counsel="L. Park")
    cases.add(at_board.desk, case_id, hold)
    form = opened_form(qtbot, at_board, "information_asked", case_id)
    assert isinstance(form, InformationForm)
    fill(form, who="school")
    assert form.held.title() == ""
    fill(form, who="consulate")
    assert form.held.title() == "Held for counsel: ask L. Park first."


def test_a_detainer_waits_on_the_page_until_it_is_answered(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = law_form(opened_form(qtbot, at_board, "detainer_received", case_id))
    put(form, "form", "civil_detainer")
    fill(form, asks=("hold", "transfer"), agency="ICE", how="fax")
    assert form.panel.word.text() == "Forbidden in part"
    assert "No child is held for a detainer or a civil immigration warrant" in said_by(form)
    assert "Give the child over" in said_by(form)
    saved(qtbot, at_board, form, case_id)
    view = page_of(qtbot, at_board, case_id)
    assert "1 to answer" in shown(view)
    assert any(one.startswith("Detainer of ICE") for one in shown(view))
    reply = law_form(opened_form(qtbot, at_board, "answer_detainer", case_id))
    assert reply.panel.word.text() == "Forbidden in part"
    fill(reply, answer="refused", decided_by="Osei", office="sergeant")
    save(qtbot, at_board, reply)
    (kept,) = case_of(at_board, case_id).disclosing.detainers
    assert kept.is_answered
    law = kept.answers[0].told.law
    assert {one.word for one in law} == {"forbidden"}
    # What the law said then stays what it was when the answer is amended.
    at_board.session.case_actions.amend(case_id, kept.answers[0].entry_id)
    again = asked(qtbot, at_board, AmendForm)
    fill(again, answer="to_counsel")
    again.reason.set_text("Mistyped")
    save(qtbot, at_board, again)
    (kept,) = case_of(at_board, case_id).disclosing.detainers
    assert [(one.told.answer, one.told.law) for one in kept.answers] == [("to_counsel", law)]
    reply = law_form(opened_form(qtbot, at_board, "answer_detainer", case_id))
    fill(reply, answer="refused", decided_by="Osei")
    save(qtbot, at_board, reply)
    qtbot.waitUntil(lambda: "1 to answer" not in shown(view), timeout=LONG)


def test_who_let_an_officer_in_is_kept_with_the_law(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = law_form(opened_form(qtbot, at_board, "federal_access", case_id))
    fill(form, who="immigration_authority", asks=("building", "child"), agency="ICE")
    assert form.panel.word.text() == "No rule known"
    fill(form, authority="administrative_warrant", authority_number="I-200", decided_by="Osei")
    fill(form, consent_form="not_offered", lawyer="not_there")
    (kept,) = saved(qtbot, at_board, form, case_id).disclosing.accesses
    assert (kept.told.allowed, kept.told.authority_number) == ((), "I-200")
    assert [one.step for one in kept.told.law] == ["federal_interview"]


def test_where_the_law_forbids_the_question_nothing_is_offered(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    actions = at_board.session.case_actions
    at_board.window.show()
    with qtbot.waitSignal(actions.failed, timeout=30_000) as told:
        actions.do("status_asked", case_id)
    (error,) = told.args or ()
    assert isinstance(error, DeskError)
    assert error.title == "Nobody is asked for immigration status or place of birth"
    assert "5 ILCS 805/15(e) (US-IL-11b)" in error.hint
    assert actions.current() is None


@pytest.mark.parametrize("decision", ["allowed", "refused"])
def test_a_supervisor_decides_on_turning_to_a_federal_agency(
    qtbot: QtBot, at_board: Opened, decision: str
) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "federal_contact", case_id)
    fill(form, decision=decision, who="immigration_authority", agency="ERO", reason="Asked for")
    (kept,) = saved(qtbot, at_board, form, case_id).disclosing.federal_contacts
    assert (kept.told.decision, kept.told.agency) == (decision, "ERO")
