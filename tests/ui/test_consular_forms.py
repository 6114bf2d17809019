"""What the child is told of its consulate, by the law of its country; and what counsel holds."""

from pytestqt.qtbot import QtBot

from minors_desk.domain.bodies import Body
from minors_desk.domain.consulate import ConsularOffer, CounselHold
from minors_desk.domain.facts import FactTold
from minors_desk.domain.values import Country
from minors_desk.ui.dialogs.call_dialog import CallDialog
from minors_desk.ui.dialogs.call_whom import ELSE
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.consular_form import ConsularForm
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.type import Label
from minors_desk.wording.consular import OUR_WORDS
from tests.ui.case_steps import add, asked, case_of, child, page_of, quiet, save, text_of, value_of
from tests.ui.conftest import Opened
from tests.ui.forms_steps import fill, opened_form, saved


def national(at: Opened, *codes: str) -> tuple[Body, ...]:
    return tuple(
        FactTold(
            occurred_at=at.desk.clock(),
            fact="nationality",
            value=Country(code=code),
            source="said",
        )
        for code in codes
    )


def held(at: Opened) -> CounselHold:
    return CounselHold(
        occurred_at=at.desk.clock(),
        what=("consular_notice",),
        counsel="L. Park",
        reason="Afraid of the police there",
    )


def shown(qtbot: QtBot, at: Opened, case_id: object) -> str:
    """All that the section of the case page says."""
    view = page_of(qtbot, at, case_id)  # type: ignore[arg-type]
    # Those of the page before are hidden, until Qt deletes them in its own time.
    sections = [one for one in view.findChildren(Section) if one.isVisibleTo(view)]
    (section,) = (one for one in sections if one.accessibleName() == "Consulate")
    return "\n".join(one.text() for one in section.findChildren(Label))


def test_the_form_names_the_law_of_the_chosen_country_and_offers_what_to_say(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    add(at_board, case_id, *national(at_board, "CN", "GT"))
    form = opened_form(qtbot, at_board, "consular_offer", case_id, ConsularForm)
    assert form.law.title() == "" and form.hold.title() == ""
    fill(form, countries=("GT",))
    assert form.law.title().startswith("Guatemala: Told only on request")
    assert value_of(form, "said") == "may_be_told"
    assert text_of(form, "words") == OUR_WORDS["may_be_told"]
    fill(form, countries=("CN", "GT"))
    assert form.law.title().startswith("China: Must be told")
    assert "US-CN-02" in form.law.accessibleName()
    assert "not verified - ask counsel" in form.law.accessibleName()
    assert value_of(form, "said") == "will_be_told"
    assert text_of(form, "words") == OUR_WORDS["will_be_told"]
    fill(form, words="In our own words", said="may_be_told")
    fill(form, countries=("GT",))
    assert text_of(form, "words") == "In our own words"
    ask = next(one for one in form.spec.asks if one.name == "language")
    assert ask.read(form.asked["language"]) is None
    form.submit()
    assert form.asked["answer"].error() == "Choose what was answered."
    fill(form, answer="could_not_be_asked")
    assert form.asked["answered_by"].isHidden()
    fill(form, answer="wants", answered_by="parent", answered_name="Rosa", language="Mam")
    (offer,) = saved(qtbot, at_board, form, case_id).consular.offers
    told = offer.told
    assert (told.countries, told.said, told.answer) == (("GT",), "may_be_told", "wants")
    assert (told.answered_by, told.answered_name, told.language) == ("parent", "Rosa", "Mam")
    words = shown(qtbot, at_board, case_id)
    assert "Wants it told" in words and "Must be told" in words and "not told yet" in words


def test_whoever_would_turn_to_a_consulate_is_told_of_the_hold_first(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    add(at_board, case_id, *national(at_board, "CN"), held(at_board))
    words = shown(qtbot, at_board, case_id)
    assert "call L. Park now" in words
    assert "Afraid" not in words
    at_board.session.case_actions.do("call", case_id)
    call = asked(qtbot, at_board, CallDialog)
    assert call.held.title() == ""
    call.whom.set_value(ELSE)
    call.party.purpose.set_value("consulate")
    assert call.held.title() == "Held for counsel: ask L. Park first."
    call.party.purpose.set_value("lawyer")
    assert call.held.title() == ""
    call.reject()
    quiet(qtbot, at_board)
    form = opened_form(qtbot, at_board, "consular_notice", case_id, ConsularForm)
    assert form.hold.title() == "Held for counsel: call L. Park now."
    assert value_of(form, "why") == "mandatory"
    fill(form, post="Consulate general, Chicago", told=("name", "contact"), method="fax")
    case = saved(qtbot, at_board, form, case_id)
    assert [one.told.country for one in case.consular.notices] == ["CN"]
    assert [one.code for one in case.findings] == ["consulate_contacted_under_hold"]
    form = opened_form(qtbot, at_board, "counsel_answered", case_id, ConsularForm)
    fill(form, answer="go_ahead")
    (hold,) = saved(qtbot, at_board, form, case_id).consular.holds
    assert not hold.stands


def test_an_offer_is_amended_with_the_countries_that_it_named(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    told = ConsularOffer(
        occurred_at=at_board.desk.clock(),
        countries=("MX",),
        said="may_be_told",
        answer="declines",
        answered_by="child",
    )
    add(at_board, case_id, *national(at_board, "GT"), told)
    at_board.window.show()
    at_board.session.case_actions.amend(case_id, case_of(at_board, case_id).log[-1].entry.id)
    form = asked(qtbot, at_board, AmendForm)
    fill(form, countries=("GT", "MX"))
    form.reason.set_text("Both were named")
    save(qtbot, at_board, form)
    (offer,) = case_of(at_board, case_id).consular.offers
    assert (offer.told.countries, offer.told.answer) == (("GT", "MX"), "declines")
