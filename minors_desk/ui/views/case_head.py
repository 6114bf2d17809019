"""The head of the case page: who the child is, who has it since when, the next clocks."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.duties import is_open
from minors_desk.services.cases import CasePage
from minors_desk.ui.kit.chips import Avatar, Chip
from minors_desk.ui.kit.clock import CountdownClock, Ticker
from minors_desk.ui.kit.countdown import elapsed_words
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, clear, column, flowing, row
from minors_desk.ui.kit.tokens import TextRole, Tone, scaled
from minors_desk.ui.kit.type import Elided
from minors_desk.ui.views.owed_list import span_of
from minors_desk.ui.views.ticking import TickingLine, Words
from minors_desk.wording.phrases import joined, lock_words, place_words
from minors_desk.wording.sentences import case_title
from minors_desk.wording.times import age, clock_time

CLOCKS = 3
_LEAST_CLOCK, _LEAST_WHO = 160, 440
CLASS_CHIPS = {
    "non_offender": ("non-offender: never locked", Tone.GREEN),
    "status_offender": ("status offender", Tone.NEUTRAL),
    "accused_delinquent": ("accused delinquent", Tone.NEUTRAL),
}


class CaseHead(QFrame):
    """Name, chips and two lines at the left, up to three clocks at the right or below.

    A clock is as wide as its words. Where not all fit on one line the most urgent stand there; the
    list of what is owed has them all.
    """

    def __init__(self, ticker: Ticker, zone: str) -> None:
        super().__init__()
        self.setObjectName("head")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._ticker, self._zone = ticker, zone
        self._avatar = Avatar(size=56)
        self._title = Elided("", TextRole.TITLE)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._chips, self._flow = flowing(ONE)
        self._lines = (TickingLine(ticker, Tone.MUTED), TickingLine(ticker, Tone.MUTED))
        self._clocks = QWidget()
        self._clock_row = row(self._clocks, gap=THREE)
        self._live: list[CountdownClock] = []
        who = column(gap=2)
        who.addWidget(self._title)
        who.addWidget(self._chips)
        for line in self._lines:
            who.addWidget(line)
        left = row(gap=TWO)
        left.addWidget(self._avatar)
        left.addLayout(who, 1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(THREE, 12, THREE, 12)
        self._box.setSpacing(TWO)
        self._box.addLayout(left, 1)
        self._box.addWidget(self._clocks)

    def show_page(self, page: CasePage) -> None:
        """Show another state of the case."""
        case = page.case
        title = case_title(case)
        self._avatar.set_name(title if case.names else "")
        self._title.setText(title)
        clear(self._flow)
        for chip in _chips(page):
            self._flow.addWidget(chip)
        self._lines[0].say(_where(case))
        self._lines[1].say(_since(case, self._zone))
        clear(self._clock_row)
        self._live = []
        for clock in [one for one in page.clocks if is_open(one)][:CLOCKS]:
            shown = CountdownClock(self._ticker, clock.rule.title, stacked=True)
            shown.set_span(span_of(clock))
            shown.setMinimumWidth(scaled(_LEAST_CLOCK))
            shown.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._clock_row.addWidget(shown)
            self._live.append(shown)
        self._clock_row.addStretch(1)
        self._fit()

    def title(self) -> str:
        """The child's title as far as it is laid out."""
        return self._title.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The clocks stand below where there is no room beside."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * THREE
        widths = [max(one.sizeHint().width(), scaled(_LEAST_CLOCK)) for one in self._live]
        lines = max(line.sizeHint().width() for line in self._lines)
        who = max(self._avatar.sizeHint().width() + TWO + lines, scaled(_LEAST_WHO))
        beside = room >= sum(widths) + THREE * len(widths) + who
        used = 0
        for place, (clock, width) in enumerate(zip(self._live, widths, strict=True)):
            used += width + (THREE if place else 0)
            clock.setMinimumWidth(scaled(_LEAST_CLOCK))
            clock.setVisible(place == 0 or used <= room)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if beside else ways.TopToBottom
        if way is not self._box.direction():
            self._box.setDirection(way)
            # Turned round, the head has another height; Qt would keep the one measured before.
            QTimer.singleShot(0, self, self.updateGeometry)


def _chips(page: CasePage) -> list[Chip]:
    case = page.case
    found = []
    met = case.encounter
    told = "" if met is None else age(met.apparent_age)
    if told:
        found.append(Chip(f"about {told}, as seen"))
    if met is not None and met.legal_class is None:
        found.append(Chip("class not chosen: never locked", Tone.AMBER, "warning"))
    else:
        found.append(Chip(*CLASS_CHIPS.get(case.legal_class, (case.legal_class, Tone.NEUTRAL))))
    if case.presence is not None and case.presence.secure:
        found.append(Chip("locked now", Tone.AMBER, "lock"))
    count = len(page.breaches) + len(case.findings)
    if count:
        words = f"{count} finding{'s' if count > 1 else ''}"
        found.append(Chip(words, Tone.AMBER, "warning"))
    return found


def _where(case: Case) -> Words:
    here = case.presence
    if here is not None:
        place = place_words(here.place, here.room)
        words = joined(
            f"Case {case.number}", place, lock_words(here.secure), f"watched by {here.watched_by}"
        )
    else:
        words = joined(
            f"Case {case.number}", "" if case.encounter is None else case.encounter.place
        )
    return lambda _: words


def _since(case: Case, zone: str) -> Words:
    """Who has the child, since when, and how long that is at each second."""
    held = case.custody
    if held is not None:
        start = held.start
        words = f"in our custody since {clock_time(start, zone)}"
        return lambda now: joined(words, elapsed_words(start, now))
    accepted = case.accepted_handoff
    if accepted is not None and accepted.accepted_at is not None:
        at = clock_time(accepted.accepted_at, zone)
        told = joined(f"handed over at {at}", accepted.receiver.agency, accepted.receiver.person)
    elif case.encounter is not None:
        told = f"met {clock_time(case.encounter.at, zone)}, not in our custody"
    else:
        told = "not in our custody"
    return lambda _: told
