"""A call: whom to ring and why; S starts it, E ends it, a digit says what it came to."""

from datetime import timedelta
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from minors_desk.domain.calling import Callee, duties_for
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import Contact, ContactTried, Method, Outcome
from minors_desk.domain.hours import NOT_KNOWN
from minors_desk.domain.retrying import RETRY_BY_OUTCOME, escalation, proposed_try
from minors_desk.services.calling import Guide
from minors_desk.ui.dialogs.call_party import PartyPanel
from minors_desk.ui.dialogs.call_say import SayPanel
from minors_desk.ui.dialogs.call_told import ToldFields
from minors_desk.ui.dialogs.call_whom import ELSE, by_key, key_of, rows_of
from minors_desk.ui.dialogs.form import AtDesk, CaseForm, Checks, as_choices, needed
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.countdown import duration_words
from minors_desk.ui.kit.field import Field, first_wrong
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.pick_list import PickList
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.time_field import TimeField
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.wording.codes import word
from minors_desk.wording.consular import held_words

_THREE_FROM = 1150
"""From this width on, at the usual text size, what came of it stands beside the call."""


class CallDialog(CaseForm):
    """Answers a `ContactTried`. What is typed while the telephone rings is kept as a draft.

    More than seven fields, because a call brings all of it at once; only those are shown that the
    outcome asks for. ``again`` is an attempt whose party is called once more.
    """

    form = "contact_tried"
    when_label = "When the call began"
    least_width = 156 * GRID
    flat_head = True

    def __init__(
        self,
        case: Case,
        at_desk: AtDesk,
        guide: Guide,
        again: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Call", "Save", case, at_desk, parent)
        self._guide = guide
        self._callees = by_key(guide.callees)
        zone = at_desk.zone.key
        hint = "Up and Down choose; F finds; S starts the call"
        self.whom = PickList("Whom to call", hint, "Name, number or what for")
        self.whom.offer(rows_of(guide, zone))
        self.party = PartyPanel(guide, zone, at_desk.jurisdiction)
        self.say = SayPanel(guide, zone)
        self.method = ChoiceField("How", as_choices("contact_method"))
        self.method.set_value("telephone")
        self.ended = TimeField("When it ended", at_desk.now, at_desk.zone, precision=False)
        self.outcome = ChoiceField("What it came to", _numbered())
        self.told = ToldFields(at_desk)
        self.running = Label("", TextRole.HEADING, Tone.ACCENT)
        self.held = Notice()
        self.start = Button("Start", Kind.PRIMARY, "S", "phone")
        self.end = Button("End", Kind.SECONDARY, "E")
        self._lay_out()
        self._connect(at_desk)
        self._ring_first()
        self._look()
        if again is not None:
            self._fill_again(again)
        self.whom.list.setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {
            "whom": self.whom,
            **self.party.fields(),
            "method": self.method,
            "ended": self.ended,
            "outcome": self.outcome,
            **self.told.fields(),
            **self.when.fields(),
        }

    def begin(self) -> None:
        """What S does: stamp the start for all to see; the next key is the outcome or E."""
        self.when.time.write_now()
        self._to_outcome()

    def finish(self) -> None:
        """What E does: stamp the end."""
        self.ended.write_now()
        self._to_outcome()

    def come_to(self, outcome: str) -> None:
        """What a digit does: choose the outcome, and go on with who answered."""
        self.outcome.set_value(outcome)
        if outcome == "reached":
            self.told.lines["spoke_with"].setFocus()
        else:
            self.outcome.button(outcome).setFocus()

    def answer(self) -> ContactTried | None:
        """The entry, or None when a field is wrong."""
        if self._is_stamped() and self.when.late.is_empty():
            # It was stamped as it happened: a long call is late only because it was one.
            self.when.late.set_value("on_the_phone")
        began, ended = self.when.time.value(), self.ended.value()
        until = ended or began
        checks: Checks = [
            (self.whom, lambda: needed(self.whom, "Choose whom you call.")),
            *self.party.checks(),
            (self.method, lambda: needed(self.method, "Choose how.")),
            *self.when.checks(),
            (self.ended, self._end_wrong),
            (self.outcome, lambda: needed(self.outcome, "Choose what it came to.")),
            *self.told.checks(None if until is None else until.instant),
        ]
        if first_wrong(checks) is not None:
            return None
        purpose, callee = self.party.purpose_chosen(), self.callee()
        person = None if callee is None else callee.person
        return ContactTried(
            party=self.party.party(),
            purpose=purpose,
            method=cast(Method, self.method.value()),
            outcome=cast(Outcome, self.outcome.value()),
            ended_at=None if ended is None else ended.instant,
            duties=tuple(one.rule.id for one in duties_for(purpose, self._guide.clocks, person)),
            **self.told.said(),
            **self.when.said(),
        )

    def callee(self) -> Callee | None:
        """Who of the list is chosen; None for somebody else."""
        return self._callees.get(self.whom.value() or ELSE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in three columns where there is room for the text, else in two."""
        super().resizeEvent(event)
        wide = self.width() >= scaled(_THREE_FROM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._call.setDirection(way)
        # What to say is read while it rings: beside the call, or right below its start.
        lines, place = self._came, 0
        if not wide:
            lines, place = self._middle, self._middle.indexOf(self.outcome)
        if lines.indexOf(self.say) < 0:
            lines.insertWidget(place, self.say)

    def _end_wrong(self) -> str | None:
        began, ended = self.when.time.value(), self.ended.value()
        if began is not None and ended is not None and ended.instant < began.instant:
            return "The call cannot end before it began."
        return self.ended.error() or None

    def _is_stamped(self) -> bool:
        """Whether the start was stamped as it happened; a draft that comes back knows it too."""
        return self.when.time.text().startswith("now ")

    def _to_outcome(self) -> None:
        chosen = self.outcome.value() or "reached"
        self.outcome.button(chosen).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ring_first(self) -> None:
        """Choose whom to ring now; where nobody is known for it, somebody else is to be written."""
        first = self._guide.calls.first
        if first is None:
            return
        if first.first is not None:
            self.whom.set_value(key_of(first.first.callee))
            return
        self.whom.set_value(ELSE)
        self.party.purpose.set_value(first.purpose)

    def _look(self) -> None:
        self.party.show_callee(self.callee())
        self._look_at_words()
        self._look_at_holds()

    def _look_at_words(self) -> None:
        callee = self.callee()
        chosen = callee is not None or not self.party.purpose.is_empty()
        purpose = self.party.purpose_chosen() if chosen else None
        self.say.show_for(callee, self.party.party(), purpose)

    def _look_at_holds(self) -> None:
        """Say it before a consulate is called: what is held for counsel is not stopped by us."""
        held = self.case.consular.held("consular_notice")
        if held and self.party.purpose_chosen() == "consulate":
            self.held.show_words(Tone.AMBER, *held_words(held), icon="warning")
        else:
            self.held.say_nothing()

    def _propose(self) -> None:
        """After a call in vain, write when to try again by the practice of this house, for all to
        see and change; and offer to pass it up once there were enough.
        """
        outcome, callee = cast(Outcome, self.outcome.value() or "reached"), self.callee()
        told = (self.when.time.value(), self.ended.value())
        base = max([self.at_desk.now(), *(one.instant for one in told if one is not None)])
        opening = NOT_KNOWN if callee is None else self._guide.opening_of(callee)
        self.told.propose(outcome, proposed_try(outcome, base, opening))
        call = None if callee is None else self._guide.call_of(callee)
        advice = None
        if outcome in RETRY_BY_OUTCOME and call is not None:
            advice = escalation(call.untold + 1, has_another=len(call.whom) > 1)
        self.told.lines["escalated_to"].set_hint(
            "" if advice is None else word("escalation", advice)
        )

    def _tick(self) -> None:
        began = self.when.time.value()
        words = ""
        if began is not None and self._is_stamped() and self.ended.is_empty():
            minutes = (self.at_desk.now() - began.instant) // timedelta(minutes=1)
            words = f"Under way {duration_words(minutes)}" if minutes > 0 else "Under way"
        self.running.setText(words)

    def _fill_again(self, again: UUID) -> None:
        """Choose the party of an attempt that was made, and the way."""
        contact = next((one for one in self.case.contacts if one.entry_id == again), None)
        if contact is None:
            return
        self.method.set_value(contact.told.method)
        found = next((one for one in self._callees.values() if _is(one, contact)), None)
        if found is not None:
            self.whom.set_value(key_of(found))

    def _connect(self, at_desk: AtDesk) -> None:
        ticker = Ticker(at_desk.now, self)
        ticker.ticked.connect(self._tick)
        ticker.start()
        self.whom.changed.connect(self._look)
        self.whom.taken.connect(self.start.setFocus)
        for typed in (self.party.name, self.party.number):
            typed.changed.connect(self._look_at_words)
        self.party.grew.connect(self.fit_again)
        self.told.grew.connect(self.fit_again)
        self.party.purpose.changed.connect(self._look)
        self.outcome.changed.connect(lambda: self.told.show_for(self.outcome.value() or ""))
        self.outcome.changed.connect(self._propose)
        self.when.time.changed.connect(self._tick)
        self.ended.changed.connect(self._tick)
        self.start.clicked.connect(self.begin)
        self.end.clicked.connect(self.finish)
        for key, act in (
            ("S", self.begin),
            ("E", self.finish),
            ("T", self.told.suggest),
            ("F", self.whom.search.setFocus),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        for place, choice in enumerate(as_choices("contact_outcome"), start=1):
            digit = QShortcut(QKeySequence(str(place)), self)
            digit.activated.connect(lambda code=choice.value: self.come_to(code))

    def _lay_out(self) -> None:
        middle, right = QWidget(), QWidget()
        lines = self._middle = column(middle, gap=TWO)
        buttons = row(gap=ONE)
        for part in (self.start, self.end, self.running):
            buttons.addWidget(part)
        buttons.addStretch(1)
        lines.addWidget(self.party)
        lines.addWidget(self.held)
        lines.addLayout(buttons)
        lines.addWidget(self.outcome)
        lines.addWidget(self.method)
        lines.addStretch(1)
        came = self._came = column(right, gap=TWO)
        for widget in (self.say, self.when, self.ended, self.told):
            came.addWidget(widget)
        came.addStretch(1)
        self._call = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._call.setSpacing(THREE)
        self._call.addWidget(middle, 1)
        self._call.addWidget(right, 1)
        holder = QWidget()
        columns = row(holder, gap=THREE)
        columns.addWidget(self.whom, 8)
        columns.addLayout(self._call, 21)
        self.add(holder)


def _numbered() -> list[Choice]:
    offered = as_choices("contact_outcome")
    return [Choice(one.value, f"{key}  {one.label}") for key, one in enumerate(offered, start=1)]


def _is(callee: Callee, contact: Contact) -> bool:
    return callee.party.is_same(contact.told.party)
