"""A concern, a questioning, a missing report, a prolonged limit, and what the receiver is."""

from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from minors_desk.domain.answers import YesNo
from minors_desk.domain.bodies import Body
from minors_desk.domain.questioning import QuestioningBegan
from minors_desk.ui.acts import limits
from minors_desk.ui.dialogs.handoff_steps import ReceiverStep
from minors_desk.ui.forms.amend_form import AmendForm
from tests.ui.case_steps import add, asked, case_of, child, save
from tests.ui.case_steps import form as form_of
from tests.ui.conftest import Opened
from tests.ui.forms_steps import fill, opened_form, saved


def test_a_concern_is_written_down_with_how_it_came_to_light(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "protection_concern", case_id)
    form.when.time.write_now()
    form.submit()
    assert form.asked["what"].error() == "Choose at least one."
    assert form.asked["how"].error() == "Choose how."
    fill(form, what=("neglected", "no_carer"), how="child_said", note="no food since Sunday")
    case = saved(qtbot, at_board, form, case_id)
    (kept,) = case.concerns
    assert (kept.what, kept.how) == (("neglected", "no_carer"), "child_said")
    assert {"abuse_suspected", "no_carer_known"} <= {one.name for one in case.events}


def test_a_questioning_asks_for_all_that_a_judge_will_ask(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "questioning", case_id)
    law = form.laws["lawyer"]
    assert law.title() == ""
    form.when.time.write_now()
    form.submit()
    empty = {name for name, one in form.asked.items() if one.error()}
    assert empty == {"by", "lawyer", "adult", "rights_told", "recorded"}
    fill(form, by="Det. Cho", lawyer="present", recorded="no", rights_told="no")
    assert law.title() == ""
    fill(form, lawyer="refused_by_child")
    gates = {one.title for pack in at_board.desk.packs for one in pack.rules if one.gate}
    assert law.title().rstrip(".") in gates
    assert form.asked["rights_language"].isHidden()
    fill(form, adult="nobody")
    assert form.asked["adult_name"].isHidden()
    fill(form, adult="other_adult", adult_name="Aunt Rosa", rights_told="yes")
    fill(form, rights_language="Mam", offence="A window")
    (kept,) = saved(qtbot, at_board, form, case_id).questionings
    told = kept.told
    assert (told.by, told.offence, told.lawyer) == ("Det. Cho", "A window", "refused_by_child")
    assert (told.adult, told.adult_name) == ("other_adult", "Aunt Rosa")
    assert (told.rights_told, told.rights_language, told.recorded) == ("yes", "Mam", "no")


@pytest.mark.parametrize("rights", ["yes", "no"])
def test_a_questioning_is_amended_by_its_form(
    qtbot: QtBot, at_board: Opened, rights: YesNo
) -> None:
    case_id = child(at_board)
    body = QuestioningBegan(
        occurred_at=at_board.desk.clock(),
        by="Det. Cho",
        lawyer="not_there",
        adult="nobody",
        rights_told=rights,
        rights_language="Mam" if rights == "yes" else "",
        recorded="yes",
    )
    form = amending(qtbot, at_board, case_id, body)
    fill(form, lawyer="present", rights_told="no")
    form.reason.set_text("Mistyped")
    save(qtbot, at_board, form)
    told = case_of(at_board, case_id).questionings[0].told
    assert (told.lawyer, told.rights_told, told.rights_language) == ("present", "no", "")


def amending(qtbot: QtBot, at: Opened, case_id: Any, body: Body) -> AmendForm:
    """The form that amends an entry which was just added."""
    add(at, case_id, body)
    at.window.show()
    at.session.case_actions.amend(case_id, case_of(at, case_id).log[-1].entry.id)
    return asked(qtbot, at, AmendForm)


def test_who_reported_the_child_missing(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "missing_report", case_id)
    form.when.time.write_now()
    form.submit()
    assert form.asked["reported_by"].error() == "Write who reported it."
    assert form.asked["category"].error() == "Choose the category."
    fill(form, reported_by="Grandmother", number="MP-1", category="endangered")
    (report,) = saved(qtbot, at_board, form, case_id).missing_reports
    assert (report.reported_by, report.number, report.category) == (
        "Grandmother",
        "MP-1",
        "endangered",
    )


def test_a_limit_that_was_prolonged_says_on_what_authority_and_until_when(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    form = form_of(qtbot, at_board, limits.NAME, case_id)
    assert form.asked["authority"].isHidden() and form.asked["until"].isHidden()
    until = at_board.desk.clock() + timedelta(hours=6)
    fill(form, rule="HOUSE-CHECK", reason="No bed", approved_by="Judge Hale")
    fill(form, authority="Order 26-7", until=until)
    save(qtbot, at_board, form)
    (kept,) = case_of(at_board, case_id).limits
    assert (kept.approved_by, kept.authority, kept.until) == ("Judge Hale", "Order 26-7", until)


def test_what_the_receiver_is_may_be_told_and_is_read_back(qtbot: QtBot) -> None:
    step = ReceiverStep()
    qtbot.addWidget(step)
    assert step.proposal().receiver.what is None
    step.what.set_value("parent")
    assert step.proposal().receiver.what == "parent"
    assert "what" in step.fields()
