"""The head of the case page: who the child is, who has it since when, the next clocks."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from minors_desk.domain.ages import adult_months, age_is_disputed, known_ages
from minors_desk.domain.board import state_of
from minors_desk.domain.case import Case
from minors_desk.domain.custody import secure_since
from minors_desk.domain.duties import is_open
from minors_desk.domain.facts import ranked
from minors_desk.domain.people import not_to_contact
from minors_desk.domain.values import LanguageValue
from minors_desk.domain.when import in_zone
from minors_desk.services.cases import CasePage
from minors_desk.ui.kit.chips import Avatar, Chip
from minors_desk.ui.kit.clock import CountdownClock, Ticker
from minors_desk.ui.kit.countdown import elapsed_words
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, clear, column, flowing, row
from minors_desk.ui.kit.tokens import TextRole, Tone, scaled
from minors_desk.ui.kit.type import Elided
from minors_desk.ui.views.owed_list import span_of
from minors_desk.ui.views.ticking import TickingLine, Words
from minors_desk.wording.codes import word
from minors_desk.wording.custody import held_words, watched
from minors_desk.wording.phrases import joined, place_words
from minors_desk.wording.sentences import case_title
from minors_desk.wording.times import age_words, clock_time, day_and_time
from minors_desk.wording.values import language_name

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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._ticker, self._zone = ticker, zone
        self._avatar = Avatar(size=56)
        self._title = Elided("", TextRole.TITLE)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._chips, self._flow = flowing(ONE)
        self._lines = (TickingLine(ticker, Tone.MUTED), TickingLine(ticker, Tone.MUTED))
        self._clocks = QWidget()
        # Clocks of another text size must not widen the window before it is seen which fit.
        self._clocks.setMinimumWidth(1)
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
        title = case_title(case, self._zone)
        self._avatar.set_name(title if case.names else "")
        self._title.setText(title)
        clear(self._flow)
        for chip in _chips(page, self._zone, self._ticker.now()):
            self._flow.addWidget(chip)
        self._lines[0].say(_where(case, self._zone))
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

    def show_photo(self, photo: QImage | None) -> None:
        """Show the child's photograph beside its name; None: the initials."""
        self._avatar.set_photo(photo)

    def has_photo(self) -> bool:
        """Whether a photograph stands beside the name."""
        return self._avatar.has_photo()

    def title(self) -> str:
        """The child's title as far as it is laid out."""
        return self._title.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The clocks stand below where there is no room beside."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A clock whose words grew asks for room: look again which of them have it."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self._live:
            self._fit()
        return done

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


def _chips(page: CasePage, zone: str, now: datetime) -> list[Chip]:
    case = page.case
    found = [Chip("missing", Tone.AMBER, "warning")] if case.missing else []
    if not_to_contact(case.people):
        found.append(Chip("do not contact", Tone.AMBER, "warning"))
    found += _age_chips(case, in_zone(now, zone).date(), adult_months(page.jurisdiction))
    if case.class_given is None:
        found.append(Chip("class not chosen: never locked", Tone.AMBER, "warning"))
    else:
        found.append(Chip(*CLASS_CHIPS.get(case.legal_class, (case.legal_class, Tone.NEUTRAL))))
    found += [*_held(case), *_who_chips(case)]
    count = len(page.breaches) + len(case.findings) + len(page.also)
    if count:
        words = f"{count} finding{'s' if count > 1 else ''}"
        found.append(Chip(words, Tone.AMBER, "warning"))
    return found


def _age_chips(case: Case, today: date, adult: int) -> list[Chip]:
    """The leading age with where it is from, and that another makes an adult of the child."""
    found, ages = [], known_ages(case, today)
    if ages:
        lead = ages[0]
        about = "" if lead.known_from == "birth_date" else "about "
        words = f"{about}{age_words(lead.low, lead.high)}, {word('known_from', lead.known_from)}"
        found.append(Chip(words))
    if age_is_disputed(case, today, adult):
        found.append(Chip("age disputed: a child", Tone.AMBER, "warning"))
    return found


def _who_chips(case: Case) -> list[Chip]:
    """Language with interpreter, and how many were found together."""
    spoken = [one.value for one in ranked(case.facts, "language")]
    names = [language_name(one.language) for one in spoken if isinstance(one, LanguageValue)]
    used = "interpreter" if case.interpreters else ""
    words = ", ".join(part for part in (*dict.fromkeys(names), used) if part)
    found = [Chip(words if names else "language not established")]
    if case.companions:
        found.append(Chip(f"found with {len(case.companions)}"))
    return found


def _held(case: Case) -> list[Chip]:
    """What holds the child now, and that it is on the way."""
    here = case.presence
    if here is None:
        return []
    found = [Chip("on the way", Tone.ACCENT, "car")] if here.in_transit else []
    if here.held_by:
        found.append(Chip(f"{held_words(here.held_by)} now", Tone.AMBER, "lock"))
    return found


def _where(case: Case, zone: str) -> Words:
    """Where it is with us and who watches; a lock with since when."""
    number, here = f"Case {case.number}", case.presence
    if here is None:
        last = case.spans[-1] if case.missing and case.spans else None
        met = "" if case.encounter is None else case.encounter.place
        place = met if last is None else f"last at {place_words(last.place, last.room)}"
        words = joined(number, place)
        return lambda _: words
    place = place_words(here.place, here.room)
    if here.in_transit:
        place = joined(f"to {here.place}", here.room)
    since = secure_since(case.spans)
    lock = held_words(here.held_by) + ("" if since is None else f" since {clock_time(since, zone)}")
    words = joined(number, place, lock, watched(here.watched_by))
    return lambda _: words


def _since(case: Case, zone: str) -> Words:
    """Who has the child, since when, and how long that is at each second."""
    held, absence = case.custody, case.absence
    if held is not None:
        start = held.start
        words = f"in our custody since {clock_time(start, zone)}"
        return lambda now: joined(words, elapsed_words(start, now))
    if absence is not None:
        left = absence.start
        gone = f"left without leave {day_and_time(left, zone)}"
        return lambda now: joined(gone, f"missing for {elapsed_words(left, now)}")
    told = _not_ours(case, zone)
    return lambda _: told


def _not_ours(case: Case, zone: str) -> str:
    """Who has the child when it is not with us and not missing."""
    accepted = case.accepted_handoff
    if state_of(case) == "ended":
        last = case.endings[-1]
        why = word("end_reason", last.reason)
        return joined(f"custody ended {day_and_time(last.at, zone)}", why, _found_since(case, zone))
    if accepted is not None and accepted.accepted_at is not None:
        at = clock_time(accepted.accepted_at, zone)
        return joined(f"handed over at {at}", accepted.receiver.agency, accepted.receiver.person)
    if case.encounter is not None:
        return f"met {clock_time(case.encounter.at, zone)}, not in our custody"
    return "not in our custody"


def _found_since(case: Case, zone: str) -> str:
    """When a child that had left was found, by somebody else than us."""
    found = case.absences[-1].end if case.absences else None
    return "" if found is None else f"found again {day_and_time(found, zone)}"
