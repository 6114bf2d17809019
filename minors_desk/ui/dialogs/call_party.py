"""Shows who is to be called: the number large, how sure it is, when it last answered, and why."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from minors_desk.domain.calling import Callee, CallLine, forbidden
from minors_desk.domain.contacts import Party, Purpose
from minors_desk.services.calling import Guide
from minors_desk.ui.dialogs.call_whom import first_asked
from minors_desk.ui.dialogs.form import Checks, as_choices, beside, needed
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import Field, LineField
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.spacing import HALF, ONE, column
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.calls import (
    federal_lines,
    history_words,
    not_now_words,
    opening_words,
    why_lines,
)
from minors_desk.wording.codes import word
from minors_desk.wording.directory import no_number, source_words, sureness_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time


class PartyPanel(QWidget):
    """One party; for somebody else, fields for name, number and purpose. Nothing here dials.

    `grew` tells that lines came to sight or went.
    """

    grew = Signal()

    def __init__(self, guide: Guide, zone: str, jurisdiction: str = "") -> None:
        super().__init__()
        self._guide, self._zone = guide, zone
        self._callee: Callee | None = None
        self._title = Label("", TextRole.HEADING, wrap=True)
        self.number_shown = Label("", TextRole.DISPLAY, wrap=True)
        self.sureness = IconLine()
        self._facts = Label("", TextRole.SMALL, wrap=True)
        self._last = Label("", wrap=True)
        self.history = IconLine("", icon="clock")
        self.why = Label("", tone=Tone.ACCENT, wrap=True)
        self.opening = IconLine()
        self.advice = IconLine("", Tone.AMBER)
        self.warning = IconLine("", Tone.AMBER)
        self.name = LineField("Who")
        self.number = LineField("Number")
        self.purpose = ChoiceField(
            "What for", as_choices("contact_purpose", jurisdiction=jurisdiction)
        )
        self._pair = beside(self.name, self.number)
        lines = column(self, gap=HALF)
        shown = (
            self._title,
            self.number_shown,
            self.opening,
            self.sureness,
            self._facts,
            self._last,
            self.history,
            self.why,
            self.advice,
        )
        for widget in (*shown, self._pair, self.warning, self.purpose):
            lines.addWidget(widget)
        lines.setSpacing(ONE - 2)
        self.name.changed.connect(self._warn)
        self.number.changed.connect(self._warn)
        self.show_callee(None)

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {"party": self.name, "number": self.number, "purpose": self.purpose}

    def show_callee(self, callee: Callee | None) -> None:
        """Show somebody of the list, or with None the fields for somebody else."""
        self._callee = callee
        for one in (self._title, self.number_shown, self._last):
            one.setVisible(callee is not None)
        self.name.setVisible(callee is None)
        self.purpose.setVisible(callee is None)
        self.number.setVisible(callee is None or not callee.party.number)
        self._tell(callee)
        self._warn()
        self.grew.emit()

    def checks(self) -> Checks:
        """What must be right before the call can be saved."""
        if self._callee is not None:
            return []
        return [
            (self.name, lambda: needed(self.name, "Write who was called.")),
            (self.purpose, lambda: needed(self.purpose, "Choose what the call was for.")),
        ]

    def party(self) -> Party:
        """Who is called; of the list, with the number that was found where none stood."""
        typed = self.number.text().strip()
        if self._callee is None:
            return Party(name=self.name.text(), number=typed)
        known = self._callee.party
        return Party(
            name=known.name,
            number=known.number or typed,
            person_id=known.person_id,
            line_id=known.line_id,
        )

    def purpose_chosen(self) -> Purpose:
        """What the call is for; call it only when the checks found nothing wrong."""
        if self._callee is not None:
            return self._callee.purpose
        return cast(Purpose, self.purpose.value() or "other")

    def _tell(self, callee: Callee | None) -> None:
        line = None if callee is None else callee.line
        for one in (self.sureness, self._facts, self.why, self.opening, self.advice, self.history):
            one.hide()
        if callee is None:
            return
        self._title.setText(joined(callee.party.name, _what(callee)))
        self.number_shown.setText(callee.party.number or no_number())
        self.number_shown.set_tone(Tone.NEUTRAL if callee.party.number else Tone.AMBER)
        self._last.setText(_last_words(callee, self._zone))
        self._guided(callee)
        if line is not None:
            said = joined(sureness_words(line), source_words(line, self._zone))
            tone = Tone.MUTED if line.verified or line.is_own else Tone.AMBER
            self.sureness.set(said, tone)
            self._facts.setText(_fact_words(line))
            self._facts.setVisible(bool(_fact_words(line)))
            self.sureness.show()
            self._show_history(line.id)

    def _show_history(self, line_id: str) -> None:
        """What the line did before, in all cases of this record."""
        told = self._guide.histories.get(line_id)
        if told is not None:
            words = history_words(told, self._guide.at, self._zone)
            self.history.set(f"In all cases: {words}", icon="clock")
            self.history.show()

    def _guided(self, callee: Callee) -> None:
        """Why to ring them now, or why not; and how their line stands at this hour."""
        guide, zone = self._guide, self._zone
        call, waits = guide.call_of(callee), guide.not_now_of(callee)
        lines = [] if call is None else why_lines(call, guide.at, zone)
        if callee.purpose == "federal_agency" or _is_orr(callee):
            lines = federal_lines(guide.calls.federal)
        self.why.setText("\n".join(lines))
        self.why.setVisible(bool(lines))
        if waits is not None:
            self.advice.set(not_now_words(waits, guide.at, zone), Tone.AMBER)
        elif call is not None and call.escalation is not None:
            self.advice.set(word("escalation", call.escalation), Tone.AMBER)
        self.advice.setVisible(waits is not None or bool(call and call.escalation))
        ready = guide.ready_of(callee)
        if ready is not None and callee.line is not None:
            tone = Tone.GREEN if ready.opening.state == "open" else Tone.MUTED
            self.opening.set(opening_words(ready.opening, guide.at, zone), tone)
            self.opening.show()

    def _warn(self) -> None:
        """Say at once when what is typed is somebody who must not be called."""
        found = None
        if self._callee is None and not (self.name.is_empty() and self.number.is_empty()):
            found = forbidden(self.party(), self._guide.callees)
        if found is not None and found.not_called is not None:
            why = "" if found.person is None else found.person.why
            self.warning.set(
                joined(found.party.name, word("not_called", found.not_called), why), Tone.AMBER
            )
        if self.warning.isHidden() is (found is not None):
            self.warning.setVisible(found is not None)
            self.grew.emit()


def _what(callee: Callee) -> str:
    if callee.person is None:
        return "" if callee.purpose == "other" else word("contact_purpose", callee.purpose)
    return joined(word("person_role", callee.person.role), first_asked(callee))


def _is_orr(callee: Callee) -> bool:
    """Whether somebody looked for ORR: then it is told who refers a child to it."""
    return callee.line is not None and callee.line.id.startswith("us-orr-")


def _fact_words(line: CallLine) -> str:
    hours = f"Hours: {line.hours}" if line.hours else ""
    other = f"Also: {line.other}" if line.other else ""
    return joined(line.name_fr, hours, other, line.note)


def _last_words(callee: Callee, zone: str) -> str:
    """When it last answered in this case, and how often it was tried since."""
    count = len(callee.tried)
    if not count:
        return "Not tried yet for this child"
    times = "tried once" if count == 1 else f"tried {count} times"
    last = callee.last_reached
    if last is not None:
        return f"Last answered {clock_time(last.at, zone)}, {times}"
    newest = callee.tried[-1]
    outcome = word("contact_outcome", newest.told.outcome)
    return f"Never answered: {times}, last {joined(clock_time(newest.at, zone), outcome)}"
