"""What is owed for a child: each duty with its clock, its law on demand, and what does it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from minors_desk.domain.duties import DutyClock, is_open, status
from minors_desk.domain.rulepack import Rule
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.clock import CountdownClock, Ticker
from minors_desk.ui.kit.countdown import Span
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.section import Card
from minors_desk.ui.kit.spacing import ONE, clear, column
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time

DOES = {
    "welfare_checked": ("check", "Log it", "W"),
    "unsecured": ("move", "Move", "M"),
    "handed_over": ("hand_over", "Hand over", "H"),
}
"""What satisfies a rule: the action that does it, its words and key."""
STATION_RULE = "station rule, not law"


class OwedCard(Card):
    """One duty. `wanted` carries the name of the action that satisfies it."""

    wanted = Signal(str)

    def __init__(self, clock: DutyClock, ticker: Ticker, zone: str) -> None:
        action, words, key = _action(clock.rule)
        detail = clock.rule.citation if clock.rule.is_law else STATION_RULE
        super().__init__(clock.rule.title, detail, Tone.NEUTRAL, words, key)
        self._countdown = CountdownClock(ticker, _due(clock, zone))
        self._countdown.set_span(span_of(clock))
        self._law = Label(law_words(clock.rule), TextRole.SMALL, wrap=True)
        self._law.hide()
        self.law_button = Button("Law", Kind.PLAIN)
        self.law_button.setCheckable(True)
        self.law_button.setAccessibleName(f"Law: {clock.rule.title}")
        self.law_button.toggled.connect(self._law.setVisible)
        if not clock.rule.is_law:
            self.law_button.hide()
        self.body.insertWidget(1, self._countdown)
        if clock.earlier_missed:
            missed = f"{clock.earlier_missed} earlier not in time"
            self.body.addWidget(IconLine(missed, Tone.AMBER))
        self.foot.insertWidget(1, self.law_button)
        self.body.addWidget(self._law)
        self.pressed.connect(lambda: self.wanted.emit(action))
        ticker.ticked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Give the edge the tone of the clock."""
        reading = self._countdown.reading()
        if reading is not None:
            self.set_tone(reading.tone)

    def law(self) -> str:
        """The law as it is shown now, or an empty text."""
        return "" if self._law.isHidden() else self._law.text()


class OwedList(QWidget):
    """The cards of what is owed, most urgent first; below them what is done."""

    wanted = Signal(str)

    def __init__(self, ticker: Ticker, zone: str) -> None:
        super().__init__()
        self._ticker, self._zone = ticker, zone
        self.cards: list[OwedCard] = []
        lines = column(self, gap=ONE)
        self._title = Label("What is owed", TextRole.HEADING)
        lines.addWidget(self._title)
        self._lines = column(gap=ONE)
        lines.addLayout(self._lines)

    def show_clocks(self, clocks: Sequence[DutyClock], now: datetime) -> None:
        """Show other duties; `now` tells which of the done ones were done late."""
        clear(self._lines)
        self.cards = [
            OwedCard(clock, self._ticker, self._zone) for clock in clocks if is_open(clock)
        ]
        for card in self.cards:
            card.wanted.connect(self.wanted)
            self._lines.addWidget(card)
        if not self.cards:
            self._lines.addWidget(Label("Nothing is owed now.", tone=Tone.MUTED, wrap=True))
        for clock in clocks:
            if not is_open(clock):
                self._lines.addWidget(self._done(clock, now))
        self._title.setAccessibleName(f"What is owed: {len(self.cards)}")

    def _done(self, clock: DutyClock, now: datetime) -> IconLine:
        at = "" if clock.met_at is None else clock_time(clock.met_at, self._zone)
        late = status(clock, now).state == "met_late"
        missed = f"{clock.earlier_missed} not in time" if clock.earlier_missed else ""
        words = joined(clock.rule.title, f"done {at}", "late" if late else "", missed)
        return IconLine(words, Tone.AMBER if late or missed else Tone.GREEN)


def span_of(clock: DutyClock) -> Span:
    """A duty as the kit's clocks run it."""
    start = clock.start if clock.start_known else None
    return Span(
        start=start,
        due=clock.due,
        target=clock.target_at,
        law=clock.rule.may_be_red,
        done=clock.met_at,
    )


def law_words(rule: Rule) -> str:
    """The law behind a rule: its citation and who verified it where, or that nobody did."""
    if not rule.is_law:
        return f"{rule.title}. Station rule, not law."
    checked = rule.checked
    if not checked.verified:
        return joined(rule.citation, rule.id, "not verified yet")
    on = "" if checked.on is None else f", {checked.on.isoformat()}"
    return joined(rule.citation, rule.id, f"verified: {checked.source}{on}")


def _due(clock: DutyClock, zone: str) -> str:
    return "" if clock.due is None else f"due {clock_time(clock.due, zone)}"


def _action(rule: Rule) -> tuple[str, str, str]:
    for event in rule.satisfied_by:
        if event in DOES:
            return DOES[event]
    return "", "", ""
