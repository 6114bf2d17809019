"""The law behind the duties of a child, the most urgent first: what began it, what ends it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.duties import DutyClock
from minors_desk.services.station_rules import RuleInForce
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import GRID, TextRole, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.owed_card import prolonged_words
from minors_desk.ui.views.rule_detail import RuleDetail
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import case_title, heading
from minors_desk.wording.times import day_and_time

_WIDTH, _HEIGHT = 84 * GRID, 76 * GRID
Found = Sequence[tuple[DutyClock, RuleInForce]]


class LawDialog(QDialog):
    """One duty's law at a time; N shows that of the next duty."""

    def __init__(
        self, case: Case, found: Found, zone: str, first: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("Minors Desk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._case, self._found, self._zone = case, found, zone
        self.detail = RuleDetail(zone)
        self._place = next(
            (place for place, (clock, _) in enumerate(found) if clock.rule.id == first), 0
        )
        page = QWidget()
        lines = column(page)
        lines.addWidget(self.detail)
        lines.addStretch(1)
        self._count = Label()
        self.next = Button("Next duty", Kind.SECONDARY, "N")
        self.next.setVisible(len(found) > 1)
        self.next.clicked.connect(self.show_next)
        QShortcut(QKeySequence("N"), self).activated.connect(self.show_next)
        close = Button("Close", Kind.SECONDARY, "Esc")
        close.clicked.connect(self.reject)
        foot = row(gap=ONE)
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self.next)
        foot.addWidget(close)
        outer = column(self, gap=TWO)
        outer.setContentsMargins(THREE, THREE, THREE, TWO)
        outer.addWidget(Label("The law of what is owed", TextRole.TITLE))
        outer.addWidget(Label(joined(case_title(case, zone), case.number), wrap=True))
        outer.addWidget(Scroll(page), 1)
        outer.addLayout(foot)
        self.resize(scaled(_WIDTH), scaled(_HEIGHT))
        if parent is not None:
            self.resize(self.size().boundedTo(parent.window().size()))
        self._look()

    def rule_id(self) -> str:
        """Whose law is shown."""
        return self._found[self._place][0].rule.id

    def show_next(self) -> None:
        """Show the law of the next duty, after the last the first again."""
        self._place = (self._place + 1) % len(self._found)
        self._look()

    def _look(self) -> None:
        clock, shown = self._found[self._place]
        self.detail.show_rule(shown, self._of_this_child(clock))
        many = len(self._found) > 1
        self._count.setText(f"Duty {self._place + 1} of {len(self._found)}" if many else "")

    def _of_this_child(self, clock: DutyClock) -> tuple[tuple[str, str], ...]:
        line = next((one for one in self._case.log if one.entry.id == clock.start_entry), None)
        began = "" if line is None else heading(line.entry)
        since = day_and_time(clock.start, self._zone) if clock.start_known else "time not known"
        due = "without delay" if clock.due is None else day_and_time(clock.due, self._zone)
        reasons = [one for one in self._case.limits if one.rule == clock.rule.id]
        return (
            ("Began", joined(began, since)),
            ("Due", due),
            ("Prolonged", prolonged_words(reasons, self._zone)),
        )
