"""What a handoff still wants before the child goes: each line done, missing with a way, or said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from minors_desk.domain.printed import RECEIPT
from minors_desk.domain.readiness import Condition
from minors_desk.services.handoff import Ready
from minors_desk.services.offering import Offered
from minors_desk.ui.acts.does import act_for
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import HALF, ONE, clear, column, row
from minors_desk.ui.kit.tokens import Tone
from minors_desk.wording.handoff import condition_words
from minors_desk.wording.phrases import joined, place_words
from minors_desk.wording.sentences import card_title

COUNT = "count"
"""The way of what is counted on this very screen."""
MOST_MISSING = 3


class ReadyPanel(Section):
    """The list. `act_wanted` carries the name of the act that mends a line, `paper_wanted` an
    `Offered` to be looked at; what cannot be mended is said all the same.
    """

    act_wanted = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, zone: str) -> None:
        super().__init__("Before the child goes", dense=True)
        self._zone = zone
        self._list = column(gap=HALF)
        self.body.addLayout(self._list)
        self.ways: dict[str, Button] = {}
        self.hide()

    def show_ready(self, ready: Ready) -> None:
        """Show how it stands: what is missing, who stays, what goes on; then what is done."""
        clear(self._list)
        self.ways = {}
        for standing in ("alarm", "missing"):
            self._say(ready, standing)
        for paper in ready.papers:
            # The receipt may have to be printed first, to be signed by hand.
            if paper.missing or paper.name == RECEIPT:
                self._line(_paper_words(paper), Tone.AMBER if paper.missing else Tone.GREEN, paper)
        for card in ready.stay:
            words = joined(card_title(card), place_words(card.place, card.room))
            self._line(f"Stays with us: {words}", Tone.ACCENT)
        self._say(ready, "note")
        full = [
            _paper_words(one) for one in ready.papers if not one.missing and one.name != RECEIPT
        ]
        done = [one for one in ready.conditions if one.standing == "done"]
        for one in done:
            # What the law wants and was done stands by itself, with its number and its time.
            if one.rule is not None:
                self._line(condition_words(one, self._zone), Tone.GREEN)
        done = [one for one in done if one.rule is None]
        words = joined(*(condition_words(one, self._zone) for one in done), *full)
        if words:
            self._line(words, Tone.GREEN)
        self.show()

    def _say(self, ready: Ready, standing: str) -> None:
        tone = Tone.MUTED if standing == "note" else Tone.AMBER
        for one in ready.conditions:
            if one.standing == standing:
                self._line(condition_words(one, self._zone), tone, _way(one))

    def _line(self, words: str, tone: Tone, way: str | Offered = "") -> None:
        """A line, and where it can be mended the button that leads there."""
        holder = QWidget()
        line = row(holder, gap=ONE)
        line.addWidget(IconLine(words, tone), 1, Qt.AlignmentFlag.AlignVCenter)
        if way:
            button = Button("Do it" if isinstance(way, str) else "Look", Kind.PLAIN)
            button.setAccessibleName(f"{button.text()}: {words}")
            wanted = self.act_wanted if isinstance(way, str) else self.paper_wanted
            button.clicked.connect(lambda _=False: wanted.emit(way))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.ways[way if isinstance(way, str) else way.name] = button
        self._list.addWidget(holder)


def _paper_words(paper: Offered) -> str:
    """``Juvenile custody log: 2 boxes are empty: photograph, fingerprints``."""
    name = joined(paper.title, paper.about)
    if not paper.missing:
        return f"{name}: nothing missing"
    shown = ", ".join(paper.missing[:MOST_MISSING])
    more = len(paper.missing) - MOST_MISSING
    rest = f" and {more} more" if more > 0 else ""
    return f"{name}: {len(paper.missing)} missing: {shown}{rest}"


def _way(condition: Condition) -> str:
    """What mends a line: its act, or the act by which a gate of the law is opened."""
    if condition.code == "not_counted":
        return COUNT
    act = None if condition.rule is None else act_for(condition.rule)
    return condition.act if act is None else act.name
