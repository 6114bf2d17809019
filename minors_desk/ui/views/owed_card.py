"""The card of one duty: its clock, its law on demand, and the one button that does it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from minors_desk.domain.duties import DutyClock
from minors_desk.domain.limits import LimitReason
from minors_desk.domain.rules import Rule
from minors_desk.domain.when import in_zone
from minors_desk.ui.acts.does import act_for
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.clock import CountdownClock, Ticker
from minors_desk.ui.kit.countdown import OVERDUE, UNVERIFIED_LATE, Span, presses
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.scroll import reveal
from minors_desk.ui.kit.section import Card
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

STATION_RULE = "station rule, not law"
NOT_VERIFIED = "not verified - ask counsel"
_ASK = "Say when"
_MOST_WHY = 120
_SHORT = {"check": "Log it", "consular_offer": "Log it", "tell_rights": "Log it"}
"""Words of a button where those of the act are longer than the card is wide."""


class OwedCard(Card):
    """One duty that is owed.

    `wanted` carries the name of the act that satisfies it; `start_asked` the entry whose time is
    known too inexactly for the clock to run; `why_wanted` the id of the rule, once it is late.
    `reasons` are those that were told already; each stretch that was missed has its own.
    """

    wanted = Signal(str)
    why_wanted = Signal(str)
    start_asked = Signal(object)

    def __init__(
        self,
        clock: DutyClock,
        ticker: Ticker,
        zone: str,
        reasons: Sequence[LimitReason] = (),
    ) -> None:
        rule, act = clock.rule, act_for(clock.rule)
        self.rule_id = rule.id
        self.action = "" if act is None else act.name
        words = "" if act is None else _SHORT.get(act.name, _capital(act.words))
        key = "" if act is None else act.key
        if not clock.start_known:
            words, key = _ASK, ""
        super().__init__(rule.title, _detail(rule), Tone.NEUTRAL, words, key)
        self._countdown = CountdownClock(ticker, _due(clock, zone))
        self._span, self._ticker = span_of(clock), ticker
        self._countdown.set_span(self._span)
        self._law = Label(law_words(rule), TextRole.SMALL, wrap=True)
        self._law.hide()
        self.law_button = Button("Law" if rule.is_law else "Rule", Kind.PLAIN)
        self.law_button.setCheckable(True)
        self.law_button.setAccessibleName(f"{self.law_button.text()}: {rule.title}")
        self.law_button.toggled.connect(self._show_law)
        self.body.insertWidget(1, self._countdown)
        if clock.earlier_missed:
            missed = f"{clock.earlier_missed} earlier not in time"
            self.body.addWidget(IconLine(missed, Tone.AMBER))
        # That a limit was prolonged is no reason for passing it after all.
        told = [one for one in reasons if not one.authority or (clock.due and one.at > clock.due)]
        self._unexplained = clock.earlier_missed - len(told)
        if reasons:
            self.body.addWidget(IconLine(why_words(reasons)))
        longer = prolonged_words(reasons, zone)
        if longer:
            self.body.addWidget(IconLine(f"prolonged {longer}"))
        self.why_button = why_button(rule)
        self.why_button.clicked.connect(lambda: self.why_wanted.emit(self.rule_id))
        self.body.addWidget(self.why_button)
        self.foot.insertWidget(1, self.law_button)
        self.body.addWidget(self._law)
        self._start: UUID | None = None if clock.start_known else clock.start_entry
        self.pressed.connect(self._press)
        self.refresh()

    def refresh(self) -> None:
        """Give the edge the tone of the clock; once it is late the reason is asked for."""
        self._countdown.refresh()
        self.set_tone(self.tone())
        self.why_button.setVisible(self._unexplained + self.is_late() > 0)

    def tone(self) -> Tone:
        """How pressing it is now."""
        reading = self._countdown.reading()
        return Tone.NEUTRAL if reading is None else reading.tone

    def presses(self) -> bool:
        """Whether nothing should stand above it."""
        return presses(self._span, self._ticker.now())

    def is_late(self) -> bool:
        """Whether its time has passed."""
        reading = self._countdown.reading()
        return reading is not None and reading.shape == OVERDUE

    def law(self) -> str:
        """The law as it is shown now, or an empty text."""
        return "" if self._law.isHidden() else self._law.text()

    def _show_law(self, shown: bool) -> None:
        self._law.setVisible(shown)
        if shown:
            reveal(self)

    def _press(self) -> None:
        if self._start is not None:
            self.start_asked.emit(self._start)
        else:
            self.wanted.emit(self.action)


def why_words(reasons: Sequence[LimitReason]) -> str:
    """The newest reason that was told for passing the limit; nothing when there is none."""
    return f"why: {capped(reasons[-1].reason, _MOST_WHY)}" if reasons else ""


def prolonged_words(reasons: Sequence[LimitReason], zone: str) -> str:
    """Until when a limit was prolonged, by whom and on what authority; nothing if it was not."""
    given = [one for one in reasons if one.authority or one.until is not None]
    if not given:
        return ""
    last = given[-1]
    until = "" if last.until is None else f"until {day_and_time(last.until, zone)}"
    return joined(until, f"by {last.approved_by}", last.authority)


def why_button(rule: Rule) -> Button:
    """The button that asks why a limit was passed."""
    button = Button("Say why it is late", Kind.PLAIN)
    button.setAccessibleName(f"Say why it is late: {rule.title}")
    return button


def span_of(clock: DutyClock) -> Span:
    """A duty as the kit's clocks run it."""
    rule = clock.rule
    span = Span(
        start=clock.start if clock.start_known else None,
        due=clock.due,
        target=clock.target_at,
        law=rule.may_be_red,
        done=clock.met_at,
    )
    return span if not rule.is_law else span.saying(UNVERIFIED_LATE)


def law_words(rule: Rule) -> str:
    """What stands behind a rule, beside its citation: its id, whom it concerns, who read it."""
    lines = [
        f"Rule {rule.id}",
        f"Owed to: {rule.owed_to}" if rule.owed_to else "",
        f"Proof: {rule.proof}" if rule.proof else "",
        checked_words(rule) if rule.is_law else "",
        rule.checked.note,
    ]
    return "\n".join(line for line in lines if line)


def checked_words(rule: Rule) -> str:
    """Who verified a rule of law where and when, or that nobody did."""
    checked = rule.checked
    if not checked.verified:
        return _capital(joined(NOT_VERIFIED, checked.source))
    on = "" if checked.on is None else f" {checked.on.isoformat()}"
    return f"Verified{on}: {checked.source}"


def _detail(rule: Rule) -> str:
    if not rule.is_law:
        return STATION_RULE
    return rule.citation if rule.checked.verified else joined(rule.citation, NOT_VERIFIED)


def _due(clock: DutyClock, zone: str) -> str:
    return "" if clock.due is None else f"due {in_zone(clock.due, zone):%a %H:%M}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
