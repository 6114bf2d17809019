"""What can be done about calls and contacts: a call, a number, a report, why nobody was reached."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import (
    ContactTried,
    Intake,
    NotReachedExplained,
    Party,
    ReferenceGiven,
    Report,
    ReportSent,
)
from minors_desk.domain.reminders import is_call, reminders
from minors_desk.errors import DeskError
from minors_desk.services.calling import guide
from minors_desk.ui.acts.act import ALWAYS, Act, Asking, form, form_for
from minors_desk.ui.dialogs.call_dialog import CallDialog
from minors_desk.ui.forms.asked_form import FormSpec, Said
from minors_desk.ui.forms.asks import Ask, Line, Lines, Moment, Pick, Several, Whole

_SPOKEN = ("outcome", frozenset({"reached", "refused"}))
_REACHED = ("outcome", frozenset({"reached"}))


def _shown(body: ContactTried) -> Mapping[str, Any]:
    intake = {} if body.intake is None else msgspec.structs.asdict(body.intake)
    return {
        **msgspec.structs.asdict(body),
        **{f"intake.{name}": value for name, value in intake.items()},
        "party_name": body.party.name,
        "party_number": body.party.number,
    }


def _as_called(said: Said, case: Case) -> Body:
    """The attempt; who it was stays the person or line it was while name and number do."""
    name, number = said.pop("party_name"), said.pop("party_number")
    own = {one: said.pop(one) for one in list(said) if one.startswith("intake.")}
    intake = {one.partition(".")[2]: value for one, value in own.items() if value}
    if intake:
        said["intake"] = Intake(**intake)
    known = (one.told.party for one in reversed(case.contacts))
    same = (one for one in known if (one.name, one.number) == (name, number))
    return ContactTried(party=next(same, Party(name=name, number=number)), **said)


_OF_REPORT = ("purpose", frozenset({"child_protection"}))
INTAKE: tuple[Ask, ...] = (
    Pick(
        name="intake.answer",
        label="Their answer to the report",
        codes="intake_answer",
        only_if=_OF_REPORT,
    ),
    Line(name="intake.reason", label="Their reason", only_if=_OF_REPORT),
    Several(
        name="intake.asked_for",
        label="What we asked for",
        codes="asked_for",
        only_if=_OF_REPORT,
    ),
    Whole(name="intake.waited_minutes", label="Minutes in the queue", only_if=_OF_REPORT),
)
"""What a report to child protection came to at its intake."""
CALLED = FormSpec(
    kind=ContactTried,
    heading="Call",
    asks=(
        Line(name="party_name", label="Who", needed="Write who was called."),
        Line(name="party_number", label="Number"),
        Pick(name="purpose", label="What for", codes="contact_purpose", needed="Choose one."),
        Pick(name="method", label="How", codes="contact_method", needed="Choose how."),
        Pick(
            name="outcome",
            label="What it came to",
            codes="contact_outcome",
            needed="Choose what it came to.",
        ),
        Moment(name="ended_at", label="When it ended"),
        Line(name="spoke_with", label="Spoke with", only_if=_SPOKEN),
        Line(name="spoke_id", label="Their badge or id", only_if=_SPOKEN),
        Line(name="said", label="What was said", hint="The minimum necessary"),
        Line(name="promised", label="What was promised", only_if=_REACHED),
        Moment(
            name="promised_by",
            label="By when",
            future=True,
            only_if=("promised", frozenset({"given"})),
        ),
        Line(name="reference", label="Their reference number", only_if=_REACHED),
        Line(name="call_back", label="Call back on"),
        Moment(name="next_try_at", label="Next try", future=True),
        Line(name="interpreter", label="Interpreter", only_if=_REACHED),
        Line(name="escalated_to", label="Passed up to"),
        Line(name="proof", label="Proof of it", hint="A fax slip, a screen, and where it lies"),
        *INTAKE,
    ),
    covers=frozenset({"intake"}),
    make=_as_called,
    show=_shown,
)
"""What a call is amended with; more than seven fields, as each of them may be what is wrong."""
REFERENCE = FormSpec(
    kind=ReferenceGiven,
    heading="Reference number",
    asks=(
        Pick(
            name="system",
            label="Whose number",
            codes="reference_system",
            digits=True,
            needed="Choose whose number it is.",
        ),
        Line(name="number", label="The number", needed="Write the number."),
        Line(name="issued_by", label="Who gave it"),
        Line(name="note", label="Note"),
    ),
)
REPORT = FormSpec(
    kind=ReportSent,
    heading="Report sent",
    asks=(
        Pick(name="report", label="Which report", codes="report", needed="Choose which."),
        Line(name="to", label="To whom", needed="Write to whom it went."),
        Pick(name="method", label="How", codes="contact_method", needed="Choose how."),
        Line(name="reference", label="Their reference number"),
        Line(name="part", label="Which part", hint="Only when it was not all of it", beside=True),
    ),
)
NOT_REACHED = FormSpec(
    kind=NotReachedExplained,
    heading="Not reached",
    asks=(
        Pick(
            name="purpose",
            label="Who could not be reached",
            codes="contact_purpose",
            needed="Choose who.",
        ),
        Lines(
            name="reason",
            label="Why",
            hint="What was tried, and why it is given up",
            needed="Write why.",
        ),
    ),
)


def _of_one(spec: FormSpec, field: str, code: str, **more: Any) -> Act:
    """The same form with its first answer given: a duty that waits for it knows which."""
    given = replace(spec, offered=lambda *_: {field: code}, draft=f"{spec.name} {code}")
    return form_for(lambda _: given, when=ALWAYS, hint=False, **more)


def _call(asking: Asking, again: UUID | None = None) -> CallDialog:
    return CallDialog(asking.case, asking.at_desk, asking.known, again, asking.parent)


def _call_again(asking: Asking) -> CallDialog:
    """Call the party of that attempt again; without one, that of the most pressing reminder."""
    waiting = [one.entry_id for one in reminders(asking.case) if is_call(one)]
    tried = [one.entry_id for one in reversed(asking.case.contacts)]
    named = [asking.subject] if isinstance(asking.subject, UUID) else []
    again = next(iter((*named, *waiting, *tried)), None)
    if again is None:
        raise DeskError("Nobody was called for this child yet", "Press C to call.")
    return _call(asking, again)


OF_ONE_REPORT: dict[Report, str] = {
    "child_protection_written": "the written report to child protection went out",
    "trafficking_notice": "the trafficking notice went out",
    "missing_person_entry": "the child was entered as missing",
    "parent_notice": "the written notice to the parent went out",
    "receiver_report": "the written report to the receiver went out",
    "cross_report": "the report to welfare or the prosecutor went out",
}
"""What each report is that a duty can wait for; a consulate has a form of its own."""
ACTS = (
    Act(
        name="call",
        key="C",
        words="call",
        meaning="a call or another contact",
        when=ALWAYS,
        ask=_call,
        look=guide,
        amends=(CALLED,),
    ),
    Act(
        name="call_again",
        key="Shift+C",
        words="call again",
        meaning="the next planned call, or the last one once more",
        when=ALWAYS,
        hint=False,
        ask=_call_again,
        look=guide,
    ),
    form(
        REFERENCE,
        name="reference",
        key="K",
        hint=False,
        words="number",
        meaning="a reference number of another system",
        when=ALWAYS,
    ),
    form(
        REPORT,
        name="report_sent",
        words="report sent",
        meaning="a written report went out",
        when=ALWAYS,
    ),
    form(
        NOT_REACHED,
        name="not_reached",
        words="not reached",
        meaning="why somebody could not be reached",
        when=ALWAYS,
    ),
)
OF_DUTIES = (
    *(
        _of_one(
            REPORT,
            "report",
            code,
            name=f"report_{code}",
            words="report sent",
            meaning=meaning,
        )
        for code, meaning in OF_ONE_REPORT.items()
    ),
    _of_one(
        REFERENCE,
        "system",
        "receiver_check",
        name="receiver_check",
        words="number",
        meaning="records were searched on the receiver: the number",
    ),
)
"""What a duty waits for; in the palette they stand last, for each is one case of another act."""
