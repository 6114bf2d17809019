"""What a handoff still wants before the child goes: each line done, missing with a way, or said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from minors_desk.services.handoff import Ready
from minors_desk.services.offering import Offered
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import HALF, ONE, clear, column, row
from minors_desk.ui.kit.tokens import Tone
from minors_desk.wording.handoff import condition_words
from minors_desk.wording.phrases import joined, place_words
from minors_desk.wording.sentences import card_title

_TONES = {"missing": Tone.AMBER, "alarm": Tone.AMBER, "note": Tone.MUTED}
ORDER = ("alarm", "missing", "note")
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
        """Show how it stands: what is missing first, then what is to be said, then what is done."""
        clear(self._list)
        self.ways = {}
        open_ones = [one for one in ready.conditions if one.standing != "done"]
        for one in sorted(open_ones, key=lambda one: ORDER.index(one.standing)):
            words = condition_words(one, self._zone)
            act = COUNT if one.code == "not_counted" else one.act
            self._line(words, _TONES[one.standing], act, lambda a=act: self.act_wanted.emit(a))
        for card in ready.stay:
            words = f"Stays with us: {joined(card_title(card), place_words(card.place, card.room))}"
            self._line(words, Tone.MUTED)
        for paper in ready.papers:
            tone = Tone.AMBER if paper.missing else Tone.GREEN
            self._line(
                _paper_words(paper),
                tone,
                f"paper {paper.name}",
                lambda p=paper: self.paper_wanted.emit(p),
            )
        done = [
            condition_words(one, self._zone) for one in ready.conditions if one.standing == "done"
        ]
        if done:
            self._line(joined(*done), Tone.GREEN)
        self.show()

    def _line(self, words: str, tone: Tone, way: str = "", go: object = None) -> None:
        holder = QWidget()
        line = row(holder, gap=ONE)
        line.addWidget(IconLine(words, tone), 1)
        if way and callable(go):
            button = Button("Look" if way.startswith("paper") else "Do it", Kind.PLAIN)
            button.setAccessibleName(f"{button.text()}: {words}")
            button.clicked.connect(lambda _=False: go())
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.ways[way] = button
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
