"""What stands beside a preview: boxes missing and how to mend them, withheld, answered."""

from collections.abc import Callable, Iterator
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from minors_desk.services.offering import Offered
from minors_desk.services.previewing import Checked, Fullness, Looked
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.clock import paint_bar
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import HALF, clear, column, row
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.wording.codes import word
from minors_desk.wording.disclosing import answer_words, because
from minors_desk.wording.papers import counts_words
from minors_desk.wording.phrases import joined

Mends = Callable[[str], tuple[str, str] | None]
"""Of a field of an entry (kind.field): the name of the act that fills it, and its words."""
_MOST = 40
_DASHES = " \u2014"


class FullnessPanel(Section):
    """By section what is missing, with its page and its act; what is withheld, with the rule; what
    was answered otherwise; the lines to be signed; what the receiver may be told.

    `page_wanted` carries the number of a page, `act_wanted` the name of an act.
    """

    page_wanted = Signal(int)
    act_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("How full it is", dense=True)
        self.counts = Label("", wrap=True)
        self._bar = _Bar()
        self._list = column(gap=HALF)
        self.body.addWidget(self._bar)
        self.body.addWidget(self.counts)
        self.body.addLayout(self._list)
        self.ways: dict[str, Button] = {}
        """The buttons of the missing boxes that an act fills, by the name of the box."""
        self.places: dict[str, Button] = {}
        """The buttons that lead to the page of a missing box, likewise."""
        self.wait()

    def wait(self) -> None:
        """Say that it is being counted."""
        clear(self._list)
        self.ways, self.places = {}, {}
        self.counts.setText("It is being counted")
        self._bar.hide()

    def show_steps(self, looked: Looked, mends: Mends) -> Iterator[None]:
        """Show it, from `yield` to `yield`: a long paper has many boxes."""
        full = looked.paper.fullness
        clear(self._list)
        self.ways, self.places = {}, {}
        self.counts.setText(_counts(full))
        self._bar.show_full(full)
        yield
        yield from self._missing(looked, mends)
        yield from self._by_reason("Withheld by law", full.withheld, Tone.ACCENT)
        yield from self._by_reason("Answered otherwise", full.of("answered"), Tone.MUTED)
        for title, names, tone in (
            ("Signed", full.signed, Tone.GREEN),
            ("To be signed", full.open_lines, Tone.AMBER),
            ("Signatures that are void", full.void, Tone.RED),
        ):
            if names:
                self._heading(title)
                self._list.addWidget(IconLine("; ".join(names), tone))
        yield
        self._told(looked.paper)
        yield

    def _missing(self, looked: Looked, mends: Mends) -> Iterator[None]:
        boxes = looked.paper.fullness.missing
        for section, here in groupby(boxes[:_MOST], lambda box: box.section):
            self._heading(f"Missing \u00b7 {section}" if section else "Missing")
            for box in here:
                page = looked.pages.get(box.name)
                self._box(box, page, mends(looked.fields.get(box.name, "")))
            yield
        more = len(boxes) - _MOST
        if more > 0:
            self._list.addWidget(IconLine(f"and {more} more, marked on the pages", Tone.AMBER))

    def _box(self, box: Checked, page: int | None, act: tuple[str, str] | None) -> None:
        holder = QWidget()
        line = row(holder, gap=HALF)
        line.addWidget(IconLine(box.label, Tone.AMBER), 1, Qt.AlignmentFlag.AlignVCenter)
        top = Qt.AlignmentFlag.AlignTop
        if act is not None:
            name, words = act
            button = Button("Do it", Kind.PLAIN)
            button.setAccessibleName(f"{words}: {box.label}")
            button.setToolTip(words)
            button.clicked.connect(lambda _=False: self.act_wanted.emit(name))
            line.addWidget(button, 0, top)
            self.ways[box.name] = button
        if page is not None:
            button = Button(f"p. {page}", Kind.PLAIN)
            button.setAccessibleName(f"Show on page {page}: {box.label}")
            button.clicked.connect(lambda _=False: self.page_wanted.emit(page))
            line.addWidget(button, 0, top)
            self.places[box.name] = button
        self._list.addWidget(holder)

    def _by_reason(self, title: str, boxes: tuple[Checked, ...], tone: Tone) -> Iterator[None]:
        """The boxes that say the same for the same reason stand together."""
        if not boxes:
            return
        self._heading(title)
        reasons = dict.fromkeys(box.reason for box in boxes)
        for reason in reasons:
            names = dict.fromkeys(box.label for box in boxes if box.reason == reason)
            words = f"{_plain(reason)}: {'; '.join(names)}"
            self._list.addWidget(IconLine(words, tone, "lock" if tone is Tone.ACCENT else None))
            yield

    def _told(self, paper: Offered) -> None:
        if paper.to is None or not paper.told:
            return
        self._heading(f"May be told to: {word('told_to', paper.to)}")
        for answer in paper.told:
            said = joined(answer_words(answer.word, answer.needs), because(answer))
            self._list.addWidget(
                IconLine(f"{word('told_piece', answer.about or '')}: {said}", Tone.MUTED)
            )

    def _heading(self, words: str) -> None:
        heading = Label(words, TextRole.STRONG, wrap=True)
        heading.setContentsMargins(0, HALF, 0, 0)
        self._list.addWidget(heading)


class _Bar(QWidget):
    """How many of 100 boxes that should hold something do, as a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._percent, self._tone = 0, Tone.GREEN
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_full(self, full: Fullness) -> None:
        """Show how full that is; amber where a box is missing."""
        self._percent = full.percent
        self._tone = Tone.AMBER if full.missing else Tone.GREEN
        self.setAccessibleName(f"{full.percent} percent full")
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        """A flat line."""
        return QSize(20 * GRID, scaled(GRID))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        paint_bar(QPainter(self), self.rect(), self._percent / 100, self._tone)


def _counts(full: Fullness) -> str:
    counts = counts_words(
        len(full.of("filled")),
        len(full.missing),
        len(full.of("answered")),
        len(full.of("none_recorded")),
        len(full.withheld),
    )
    return joined(f"{full.percent} %", counts)


def _plain(reason: str) -> str:
    """``UNKNOWN`` instead of the dashes that it stands between on the page."""
    return reason.strip(_DASHES).replace(" \u2014 ", ": ").replace(" \u2014", ":")
