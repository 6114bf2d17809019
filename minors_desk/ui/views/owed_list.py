"""What is owed for a child: a card for each duty, the most urgent first; below what is done, and
what the law asks of others.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from minors_desk.domain.duties import DutyClock, is_open, status
from minors_desk.domain.limits import LimitReason, reasons_for
from minors_desk.domain.rules import Rule
from minors_desk.domain.unexplained import unexplained
from minors_desk.services.cases import CasePage
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.scroll import reveal
from minors_desk.ui.kit.spacing import HALF, ONE, clear, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.owed_card import OwedCard, span_of, why_button, why_words
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time, span

__all__ = ["OwedCard", "OwedList", "span_of"]
_NO_REASON, _SAY_WHY = "A limit of the law was passed", "Say why it is late"
_ASKED_FIRST = "Why is said before the case is closed or approved"
MANY = 5
"""From so many cards on they stand in groups."""


class OwedList(QWidget):
    """The cards of what is owed.

    `wanted` carries the name of the act that satisfies a duty, `start_asked` the id of an entry
    whose time must be said more exactly, `why_wanted` the id of the rule whose limit was passed.
    """

    wanted = Signal(str)
    why_wanted = Signal(str)
    start_asked = Signal(object)

    def __init__(self, ticker: Ticker, zone: str) -> None:
        super().__init__()
        self._ticker, self._zone = ticker, zone
        self.cards: list[OwedCard] = []
        lines = column(self, gap=ONE)
        self._title = Label("What is owed", TextRole.HEADING)
        self.late = Chip("", Tone.RED, "warning")
        self.late.hide()
        head = row()
        head.addWidget(self._title)
        head.addWidget(self.late)
        head.addStretch(1)
        lines.addLayout(head)
        self.unexplained = Notice()
        self.unexplained.missing_chosen.connect(lambda _: self.why_wanted.emit(self._asked[0]))
        lines.addWidget(self.unexplained)
        self._page: CasePage | None = None
        self._asked: tuple[str, ...] = ()
        self._lines = column(gap=ONE)
        lines.addLayout(self._lines)
        self.others = OthersList(zone)
        lines.addWidget(self.others)
        ticker.ticked.connect(self.refresh)

    def show_page(self, page: CasePage, now: datetime) -> Iterator[None]:
        """Show the duties of a case; `now` tells which of the done ones were done late.

        Each line is made from `yield` to `yield`; what stood before stays until all are there.
        """
        made: list[QWidget] = []
        try:
            for line in self._made(page.clocks, page.case.limits, now):
                made.append(line)
                yield
        except GeneratorExit:
            # Another page was asked for first: what was made stands nowhere, and would tick on.
            for line in made:
                line.deleteLater()
            raise
        clear(self._lines)
        for line in made:
            self._lines.addWidget(line)
        self.cards = [line for line in made if isinstance(line, OwedCard)]
        self._title.setAccessibleName(f"What is owed: {len(self.cards)}")
        self._page = page
        self.others.show_clocks(page.others)
        self.refresh()

    def rule_in_focus(self) -> str | None:
        """The id of the rule whose card holds the focus."""
        held = self.window().focusWidget()
        return next((one.rule_id for one in self.cards if held and one.isAncestorOf(held)), None)

    def presses(self) -> bool:
        """Whether something is late, or due so soon that nothing should stand above it."""
        return any(card.presses() for card in self.cards)

    def refresh(self) -> None:
        """Look at the time again; say beside the title how much is late, for not all of it may be
        in sight.
        """
        for card in self.cards:
            card.refresh()
        late = [card for card in self.cards if card.is_late()]
        red = any(card.tone() is Tone.RED for card in late)
        self.late.set(f"{len(late)} late", Tone.RED if red else Tone.AMBER, "warning")
        self.late.setVisible(bool(late))
        self._ask_why()

    def _ask_why(self) -> None:
        """Say which limits of the law were passed without a reason; each line leads to its form."""
        page = self._page
        if page is None:
            return
        missed = unexplained(page.clocks, page.case.limits, self._ticker.now())
        titles = {one.rule.id: one.rule.title for one in missed}
        if tuple(titles) == self._asked:
            return
        self._asked = tuple(titles)
        if titles:
            # A link does not wrap: the limit is named in the words, the link says what to do.
            first, *more = titles.values()
            words = f"{first}. {_ASKED_FIRST}" + (f" ({len(more)} more)" if more else "")
            self.unexplained.show_words(Tone.RED, _NO_REASON, words, [("why", _SAY_WHY)])
        else:
            self.unexplained.say_nothing()

    def _made(
        self, clocks: Sequence[DutyClock], limits: Sequence[LimitReason], now: datetime
    ) -> Iterator[QWidget]:
        owed = [one for one in clocks if is_open(one)]
        for title, group in _groups(owed):
            if title:
                yield Label(title, TextRole.SMALL, tone=Tone.MUTED)
            for clock in group:
                yield self._card(clock, _reasons(clock, limits))
        if not owed:
            yield Label("Nothing is owed now.", tone=Tone.MUTED, wrap=True)
        for clock in clocks:
            if not is_open(clock):
                yield self._done(clock, now, _reasons(clock, limits))

    def _card(self, clock: DutyClock, reasons: tuple[LimitReason, ...]) -> OwedCard:
        card = OwedCard(clock, self._ticker, self._zone, reasons)
        card.why_wanted.connect(self.why_wanted)
        card.wanted.connect(self.wanted)
        card.start_asked.connect(self.start_asked)
        return card

    def _done(self, clock: DutyClock, now: datetime, reasons: tuple[LimitReason, ...]) -> QWidget:
        found = status(clock, now)
        missed = f"{clock.earlier_missed} not in time" if clock.earlier_missed else ""
        at = "" if clock.met_at is None else day_and_time(clock.met_at, self._zone)
        if clock.let_go is not None:
            return IconLine(joined(clock.rule.title, word("let_go", clock.let_go), at), Tone.MUTED)
        if found.state == "standing_still":
            used = f"{span(found.elapsed)} used"
            return IconLine(joined(clock.rule.title, word("duty_state", found.state), used))
        late = {"met_late": "late", "met_after_target": "later than station target"}
        done = (f"done {at}", late.get(found.state, ""), missed)
        words = joined(clock.rule.title, *done, why_words(reasons))
        told = IconLine(words, Tone.AMBER if found.state in late or missed else Tone.GREEN)
        count = max(clock.earlier_missed, int(found.state == "met_late"))
        if len(reasons) >= count:
            return told
        return self._asking_why(clock.rule, told)

    def _asking_why(self, rule: Rule, told: IconLine) -> QWidget:
        """What was done late, with the button that asks for the reason."""
        holder = QWidget()
        line = row(holder)
        line.addWidget(told, 1)
        button = why_button(rule)
        button.clicked.connect(partial(self.why_wanted.emit, rule.id))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder


class OthersList(QWidget):
    """What the law asks of others about this child; quiet, and folded away until asked for."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.button = Button("", Kind.PLAIN)
        self.button.setCheckable(True)
        self._held = QWidget()
        self._lines = column(self._held, gap=HALF)
        self._held.hide()
        lines = column(self, gap=HALF)
        lines.addWidget(self.button)
        lines.addWidget(self._held)
        self.button.toggled.connect(self._show)
        self.hide()

    def show_clocks(self, clocks: Sequence[DutyClock]) -> None:
        """Show other information; none hides the whole list."""
        clear(self._lines)
        owed = [one for one in clocks if is_open(one)]
        for clock in owed:
            self._lines.addWidget(Label(self._words(clock), TextRole.SMALL, wrap=True))
        self.button.setText(f"What others owe ({len(owed)})")
        self.button.setAccessibleName(self.button.text())
        self.setVisible(bool(owed))

    def _show(self, shown: bool) -> None:
        self._held.setVisible(shown)
        if shown:
            reveal(self)

    def _words(self, clock: DutyClock) -> str:
        rule = clock.rule
        due = "without delay" if clock.due is None else f"by {day_and_time(clock.due, self._zone)}"
        verified = "" if rule.checked.verified else "not verified"
        return joined(rule.title, rule.owed_to, due, rule.citation, verified)


def _reasons(clock: DutyClock, limits: Sequence[LimitReason]) -> tuple[LimitReason, ...]:
    return reasons_for(limits, clock.rule.id, clock.began or clock.start)


def _groups(owed: Sequence[DutyClock]) -> Iterator[tuple[str, Sequence[DutyClock]]]:
    """All in one while they are few; else those with a time, without one, and to be asked about."""
    if len(owed) < MANY:
        yield "", owed
        return
    for title, group in (
        ("By a fixed time", [one for one in owed if one.due is not None]),
        ("Without delay", [one for one in owed if one.due is None and one.start_known]),
        ("Start not known", [one for one in owed if not one.start_known]),
    ):
        if group:
            yield title, group
