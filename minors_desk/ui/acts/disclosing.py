"""What can be told of requests for information, detainers, and officers who ask for access.

Whoever asks, the law's answer stands beside the form; what was done is recorded as it was done.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, get_args
from uuid import UUID

from minors_desk.domain import lawful, roles
from minors_desk.domain.board import State
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.detainers import DetainerAnswered, DetainerReceived
from minors_desk.domain.disclosing import Question, ruling
from minors_desk.domain.disclosures import FederalContactDecided, InformationAsked, StatusAsked
from minors_desk.domain.federal_access import FederalAccess
from minors_desk.domain.rules import Pack
from minors_desk.errors import DeskError
from minors_desk.services.desk import Desk
from minors_desk.ui.acts.act import Act, Asking
from minors_desk.ui.dialogs.form import CaseForm
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec, Said
from minors_desk.ui.forms.asks import Ask, Line, Lines, Moment, Pick, Several
from minors_desk.ui.forms.information_form import InformationForm
from minors_desk.ui.forms.law_form import LawForm, LawSpec
from minors_desk.ui.forms.value_asks import Chosen, date_ask
from minors_desk.ui.kit.choice import Choice
from minors_desk.wording.codes import word
from minors_desk.wording.disclosing import because
from minors_desk.wording.phrases import joined

EVERY = frozenset(get_args(State))
_GIVING = ("answer", frozenset({"given", "part_given"}))
_SHOWN = frozenset(
    {"administrative_warrant", "judicial_warrant", "court_order", "subpoena", "consent"}
    | {"statute", "other"}
)


def _authority() -> tuple[Ask, ...]:
    """What was shown, with its number and date."""
    shown = ("authority", _SHOWN)
    return (
        Pick(
            name="authority",
            label="Authority shown",
            codes="authority_shown",
            needed="Choose what was shown; None if nothing was.",
        ),
        Line(name="authority_number", label="Its number", only_if=shown),
        date_ask("authority_dated", "Its date", beside=True, only_if=shown),
    )


def _met(only_if: tuple[str, frozenset[str]] | None = None) -> tuple[Ask, ...]:
    """Which of the things that a law may need were there."""
    judge = ("met", frozenset({"judge_order", "judicial_warrant"}))
    return (
        Several(
            name="met",
            label="What of it was met",
            codes="need_met",
            only_if=only_if,
        ),
        Line(
            name="supervisor",
            label="Which supervisor",
            needed="Write who allowed it.",
            only_if=("met", frozenset({"supervisor"})),
        ),
        Line(name="court", label="Which court", only_if=judge),
        Line(name="order_number", beside=True, label="Number of the order", only_if=judge),
        date_ask("order_dated", "Date of the order", beside=True, only_if=judge),
    )


INFORMATION = FormSpec(
    kind=InformationAsked,
    heading="Asked for information",
    asks=(
        Pick(name="who", label="Who asks", codes="asker", needed="Choose who asks."),
        Several(
            name="about",
            label="What about",
            codes="told_piece",
            needed="Choose what they ask.",
        ),
        Line(name="agency", label="Agency or office"),
        Line(name="name", beside=True, label="Name"),
        Line(name="badge", beside=True, label="Badge or id"),
        Pick(name="how", label="How", codes="contact_method", needed="Choose how."),
        *_authority(),
        Pick(
            name="answer",
            label="What was done",
            codes="telling",
            digits=True,
            needed="Choose what was done.",
        ),
        Several(
            name="given",
            label="What was given",
            codes="told_piece",
            needed="Choose what was given.",
            only_if=_GIVING,
        ),
        *_met(_GIVING),
        Moment(
            name="until",
            label="Put off until",
            future=True,
            needed="Write until when.",
            only_if=("answer", frozenset({"put_off"})),
        ),
        Lines(name="given_words", label="In the words used", rows=1, more=True, only_if=_GIVING),
        Line(name="withheld", more=True, label="What was held back"),
        Pick(name="child_told", more=True, label="Was the child told?", codes="yes_no"),
        Lines(name="note", more=True, label="Note", rows=1),
    ),
    make=lambda said, _case: InformationAsked(**_without_none(said)),
)
_DETAINER_ASKS: tuple[Ask, ...] = (
    Several(name="asks", label="What it asks", codes="detainer_wish", needed="Choose what."),
    Pick(name="form", label="What it is", codes="detainer_form", needed="Choose what it is."),
    Line(name="agency", label="Agency", needed="Write which agency."),
    Line(name="officer", beside=True, label="Officer"),
    Line(name="badge", beside=True, label="Badge or id"),
    Pick(name="how", label="How it came", codes="contact_method", needed="Choose how."),
    Line(name="number", label="Its number"),
    date_ask("dated", "Its date", beside=True),
    Moment(
        name="until",
        label="It asks to hold until",
        future=True,
        only_if=("asks", frozenset({"hold"})),
    ),
    Moment(name="copy_given_at", label="When the child was given a copy"),
    Lines(name="note", more=True, label="Note", rows=1),
)
DETAINER = FormSpec(kind=DetainerReceived, heading="Detainer received", asks=_DETAINER_ASKS)
ACCESS = FormSpec(
    kind=FederalAccess,
    heading="A federal officer asks for access",
    asks=(
        Pick(name="who", label="Whose officer", codes="federal", needed="Choose whose."),
        Several(name="asks", label="Access to what", codes="access_asked", needed="Choose what."),
        Line(name="agency", label="Agency", needed="Write which agency."),
        Line(name="officer", beside=True, label="Officer"),
        Line(name="badge", beside=True, label="Badge or id"),
        *_authority(),
        Several(
            name="allowed", label="What was allowed", hint="Nothing: refused", codes="access_asked"
        ),
        Line(name="decided_by", label="Who decided", needed="Write who decided."),
        Line(name="office", beside=True, label="In what office"),
        Pick(
            name="consent_form",
            label="Consent form for the interview",
            codes="consent_form",
            only_if=("asks", frozenset({"child"})),
        ),
        Pick(
            name="lawyer",
            label="Lawyer",
            codes="lawyer_there",
            only_if=("asks", frozenset({"child"})),
        ),
        *_met(("allowed", frozenset({"building", "child", "record"}))),
        Lines(name="note", more=True, label="Note", rows=1),
    ),
    make=lambda said, _case: FederalAccess(**_without_none(said)),
)
CONTACT = FormSpec(
    kind=FederalContactDecided,
    heading="May we turn to a federal agency?",
    asks=(
        Pick(
            name="decision",
            label="Decision",
            codes="federal_decision",
            digits=True,
            needed="Choose one.",
        ),
        Pick(name="who", label="Whom", codes="federal", needed="Choose whom."),
        Line(name="agency", label="Agency or office", needed="Write which agency."),
        Lines(name="reason", label="Why", needed="Write why."),
        Line(name="authority", label="On what authority", hint="Such as the section, or counsel"),
    ),
)
STATUS = FormSpec(
    kind=StatusAsked,
    heading="Immigration status asked",
    asks=(
        Line(name="asked_by", label="Who asked", needed="Write who asked."),
        Line(name="authority", label="On what authority"),
        Pick(
            name="noted",
            label="Was the answer noted?",
            hint="The answer itself is not kept here",
            codes="yes_no",
            needed="Choose one.",
        ),
        Lines(name="note", more=True, label="Note", rows=1),
    ),
)
_INFORMATION_LAW = LawSpec(
    asked=lambda said: (
        lawful.of_information(said["about"], said["who"]) if said["who"] and said["about"] else ()
    ),
    watched=("who", "about"),
    below="about",
)
_DETAINER_LAW = LawSpec(
    asked=lambda said: lawful.of_detainer(said["asks"] or ()), watched=("asks",), below="asks"
)
_ACCESS_LAW = LawSpec(
    asked=lambda said: (
        lawful.of_access(said["asks"], said["who"]) if said["who"] and said["asks"] else ()
    ),
    watched=("who", "asks"),
    below="asks",
)


def _without_none(said: Said) -> Said:
    """The answers without those that nobody gave, so that each field says its own nothing."""
    return {name: value for name, value in said.items() if value is not None}


def reply_spec(case: Case, detainer: UUID | None) -> FormSpec:
    """The form of an answer, to that detainer unless there are several to choose from."""
    shown = tuple(Choice(str(one.entry_id), _named(one.told)) for one in case.disclosing.detainers)
    return FormSpec(
        kind=DetainerAnswered,
        heading="Answer to a detainer",
        asks=(
            Chosen(
                name="detainer",
                label="Which detainer",
                choices=shown,
                reads=UUID,
                needed="Choose which.",
            ),
            Pick(
                name="answer",
                label="What was done",
                codes="detainer_reply",
                digits=True,
                needed="Choose what was done.",
            ),
            Line(name="decided_by", label="Who decided", needed="Write who decided."),
            Line(name="office", beside=True, label="In what office"),
            Line(name="authority", label="On what authority", hint="The law or the order"),
            Line(
                name="told_to",
                beside=True,
                label="Told to whom",
                only_if=("answer", frozenset({"refused", "notice_given", "held"})),
            ),
            Moment(name="copy_given_at", label="When the child was given a copy"),
            *_met(("answer", frozenset({"notice_given", "held"}))),
            Lines(name="note", more=True, label="Note", rows=1),
        ),
        make=lambda said, _case: DetainerAnswered(**_without_none(said)),
        offered=lambda _case, _desk: {"detainer": detainer} if detainer else {},
        focus="answer" if detainer else "",
    )


def _named(told: DetainerReceived) -> str:
    return joined(told.agency, word("detainer_form", told.form), told.number)


def amended_by(case: Case, body: Body) -> FormSpec | None:
    """An answer may belong to another of the case's detainers."""
    return reply_spec(case, body.detainer) if isinstance(body, DetainerAnswered) else None


def _packs(desk: Desk, _case: Case) -> tuple[Pack, ...]:
    return desk.packs


def _reply(asking: Asking) -> CaseForm:
    """The answer to the detainer that was chosen, or to the oldest that waits for one."""
    known = {one.entry_id: one for one in asking.case.disclosing.detainers}
    if not known:
        raise DeskError("No detainer came for this child", "When one comes, log it first")
    waiting = [one.entry_id for one in known.values() if not one.is_answered]
    chosen = asking.subject if isinstance(asking.subject, UUID) else next(iter(waiting), None)
    chosen = next(iter(known)) if chosen is None and len(known) == 1 else chosen

    def asked(said: Mapping[str, Any]) -> tuple[lawful.Wanted, ...]:
        detainer = known.get(said["detainer"])
        return () if detainer is None else lawful.of_detainer(detainer.told.asks)

    law = LawSpec(asked=asked, watched=("detainer",), below="detainer")
    return LawForm(reply_spec(asking.case, chosen), law, asking)


def _decide(asking: Asking) -> CaseForm:
    """Only a supervisor decides that the station itself turns to a federal agency."""
    if not roles.may(asking.desk.person.roles, roles.DECIDE_FEDERAL):
        raise DeskError(
            "A supervisor decides whether we turn to a federal agency", "Ask a supervisor"
        )
    return AskedForm(CONTACT, asking.case, asking.at_desk, asking.parent)


def _status(asking: Asking) -> CaseForm:
    """Only where a law of the place allows the question; else the law that forbids it is named."""
    question = Question(step="status_question")
    found = ruling(
        asking.case, asking.known, question, asking.at_desk.now(), asking.desk.zone
    ).answers[0]
    if found.word != "allowed":
        title = next((one.title for one in found.deciding), "No law here allows the question")
        hint = because(found) or "Nothing about it is written down; ask a supervisor or counsel"
        raise DeskError(title, hint)
    return AskedForm(STATUS, asking.case, asking.at_desk, asking.parent)


_AMENDED = (INFORMATION, DETAINER, ACCESS, CONTACT, STATUS)
ACTS = (
    Act(
        name="information_asked",
        key="U",
        hint=False,
        words="asked for information",
        meaning="somebody asks for information about the child: what may be told",
        when=EVERY,
        ask=partial(InformationForm, INFORMATION, _INFORMATION_LAW),
        look=_packs,
        amends=(INFORMATION,),
    ),
    Act(
        name="detainer_received",
        words="detainer received",
        meaning="a federal agency asks to hold the child, or to be told when it is let go",
        when=EVERY,
        ask=partial(LawForm, DETAINER, _DETAINER_LAW),
        look=_packs,
        amends=(DETAINER,),
    ),
    Act(
        name="answer_detainer",
        words="answer a detainer",
        meaning="what was done about a detainer, and who decided",
        when=EVERY,
        ask=_reply,
        look=_packs,
    ),
    Act(
        name="federal_access",
        words="federal officer asks for access",
        meaning="an officer asks into the building, to the child or to the record",
        when=EVERY,
        ask=partial(LawForm, ACCESS, _ACCESS_LAW),
        look=_packs,
        amends=(ACCESS,),
    ),
    Act(
        name="federal_contact",
        words="contact with a federal agency",
        meaning="a supervisor decides whether we turn to a federal agency",
        when=EVERY,
        ask=_decide,
        amends=(CONTACT,),
    ),
    Act(
        name="status_asked",
        words="immigration status asked",
        meaning="the child was asked; offered only where a law allows it",
        when=EVERY,
        ask=_status,
        look=_packs,
        amends=(STATUS,),
    ),
)
