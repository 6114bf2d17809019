"""The next call of a child at the top of what is owed: whom, the number large, and why."""

from collections.abc import Sequence
from datetime import datetime

from minors_desk.domain.next_call import Call, NextCalls, next_calls
from minors_desk.domain.reaching import WAITS, NotNow
from minors_desk.services.cases import CasePage
from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.section import Card
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.calls import not_now_words, opening_words, safety_words, why_lines
from minors_desk.wording.codes import word
from minors_desk.wording.directory import no_number
from minors_desk.wording.phrases import joined

ACT = "call"
_MOST = 160


class NextCallCard(Card):
    """The next call; hidden while nobody is to be rung and nobody waits. `pressed` rings.

    It looks again at each minute: a line opens, a try comes due.
    """

    def __init__(self, ticker: Ticker, zone: str) -> None:
        super().__init__("Next call", "", Tone.NEUTRAL, "Call", "C")
        self._ticker, self._zone = ticker, zone
        self._page: CasePage | None = None
        self._minute: datetime | None = None
        self.party = Label("", TextRole.STRONG, wrap=True)
        self.number = Label("", TextRole.DISPLAY, wrap=True)
        self.opening = IconLine()
        self.why = Label("", TextRole.SMALL, wrap=True)
        self.advice = IconLine("", Tone.AMBER)
        self.waiting = Label("", TextRole.SMALL, tone=Tone.MUTED, wrap=True)
        shown = (self.party, self.number, self.opening, self.why, self.advice, self.waiting)
        for place, widget in enumerate(shown, start=1):
            self.body.insertWidget(place, widget)
        ticker.ticked.connect(self._tick)
        self.hide()

    def show_page(self, page: CasePage) -> None:
        """Show the next call of a case."""
        self._page = page
        self._look(self._ticker.now())

    def _tick(self) -> None:
        now = self._ticker.now()
        if self._page is not None and now.replace(second=0, microsecond=0) != self._minute:
            self._look(now)

    def _look(self, now: datetime) -> None:
        if self._page is None:
            return
        self._minute = now.replace(second=0, microsecond=0)
        found = next_calls(self._page.case, self._page.known, now, self._zone)
        waits = _first_waiting(found)
        self.setVisible(found.first is not None or waits is not None)
        if found.first is not None:
            self._show_call(found.first, now)
        words = ""
        if waits is not None:
            words = joined(waits.callee.party.name, not_now_words(waits, now, self._zone))
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))
        for widget in (self.party, self.number, self.why):
            widget.setVisible(found.first is not None)
        if found.first is None:
            self.opening.hide()
            self.advice.hide()
            self.set_tone(Tone.NEUTRAL)

    def _show_call(self, call: Call, now: datetime) -> None:
        first, purpose = call.first, word("contact_purpose", call.purpose)
        name = "" if first is None else first.callee.party.name
        number = "" if first is None else first.callee.party.number
        self.party.setText(joined(name, purpose) if name else purpose)
        self.number.setText(number or no_number())
        self.number.set_tone(Tone.NEUTRAL if number else Tone.AMBER)
        self.why.setText("\n".join(_few(why_lines(call, now, self._zone))))
        line = None if first is None else first.callee.line
        # That nobody knows the hours stands in the form: here it would push what is owed down.
        known = first is not None and line is not None and first.opening.state != "not_known"
        self.opening.setVisible(known)
        if first is not None and known:
            tone = Tone.GREEN if first.opening.state == "open" else Tone.MUTED
            self.opening.set(opening_words(first.opening, now, self._zone), tone)
        safety = "" if first is None else safety_words(first.callee)
        if safety:
            self.opening.set(safety, Tone.AMBER)
            self.opening.show()
        advice = "" if call.missing is None else word("call_missing", call.missing)
        if call.escalation is not None:
            advice = word("escalation", call.escalation)
        self.advice.set(advice, Tone.AMBER)
        self.advice.setVisible(bool(advice))
        self.set_tone(Tone.AMBER if call.presses else Tone.ACCENT)


def _few(reasons: Sequence[str]) -> list[str]:
    """The first reason and the last, which says how often it was tried; the form shows them all."""
    shown = [capped(one, _MOST) for one in dict.fromkeys((*reasons[:1], *reasons[-1:]))]
    more = len(reasons) - len(shown)
    return [*shown[:1], *([f"and {more} more"] if more else []), *shown[1:]]


def _first_waiting(found: NextCalls) -> NotNow | None:
    """Who can be rung soonest of those whom time alone keeps."""
    waits = [one for one in found.not_now if one.reason in WAITS and one.until is not None]
    return min(waits, key=lambda one: (one.until is None, one.until), default=None)
