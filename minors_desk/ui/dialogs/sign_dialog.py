"""Signs one line of a paper on screen: the page that is signed stands beside the pad."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QWidget

from minors_desk.errors import DeskError
from minors_desk.services.signing import DrawnNow, SignLine, ToSign
from minors_desk.ui.dialogs.form import needed
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField, first_wrong
from minors_desk.ui.kit.pad import SignaturePad
from minors_desk.ui.kit.spacing import ONE, TWO, clear, column, row
from minors_desk.ui.kit.tokens import GRID, scaled
from minors_desk.ui.views.page_stack import PageStack
from minors_desk.wording.phrases import joined

_LEAST_PAGES, _SIDE, _PAD_HEIGHT = 48 * GRID, 52 * GRID, 17 * GRID
_ROUND = 26 * GRID
"""What stands above and below the pages."""
VOID = "signed on an earlier text"


class SignDialog(Ask):
    """Answers a `DrawnNow`. `show_paper` gives it the paper, and again when that was changed: then
    the pad is empty and says why (CONTRACT 2.4).

    `officer` is (name, badge) of who is at the desk: one press writes them.
    """

    least_width = 162 * GRID
    flat_head = True

    def __init__(
        self,
        title: str,
        officer: tuple[str, str],
        parent: QWidget | None = None,
        elapsed: Callable[[], int] | None = None,
    ) -> None:
        super().__init__("Sign on screen", "Sign", title, parent)
        self._found: ToSign | None = None
        self._officer = officer
        self.pages = PageStack()
        self.pages.fit_width(True)
        self.line: ChoiceField | None = None
        self._lines = column()
        self.name = LineField("Who signs")
        self.badge = LineField("Badge")
        self.relation = LineField("Title, or relation to the child")
        self.me = Button(f"I sign: {officer[0]}", Kind.SEGMENT, icon="person")
        self.me.clicked.connect(self._write_me)
        self.pad = SignaturePad("Signature", elapsed)
        self.pad.surface.setFixedHeight(_PAD_HEIGHT)
        self._lay_out()
        self.name.setFocus()

    def show_paper(self, found: ToSign, pages: Sequence[QImage]) -> None:
        """Show the pages, and the lines at which nobody has signed what they say now."""
        chosen = None if self.line is None else self.line.value()
        self._found = found
        self.pages.show_pages(pages)
        clear(self._lines)
        roles = [one.role for one in found.waiting]
        self.line = ChoiceField("Line", [_choice(one) for one in found.waiting])
        self._lines.addWidget(self.line)
        if roles:
            self.line.set_value(chosen if chosen in roles else roles[0])
        self.line.changed.connect(self._another)
        self.pad.set_binding(bytes.fromhex(found.digest) if roles else b"")
        self._bring()

    def answer(self) -> DrawnNow | None:
        """Who signed where, or None when a field is wrong; DeskError while nothing is drawn."""
        line, found = self.line, self._found
        if line is None or found is None:
            return None
        wrong = first_wrong(
            [
                (line, lambda: needed(line, "Choose the line.")),
                (self.name, lambda: needed(self.name, "Write who signs.")),
            ]
        )
        if wrong is not None:
            return None
        if not self.pad.is_signed():
            raise DeskError("Nothing is drawn yet", "Sign with pen, finger or mouse")
        return DrawnNow(
            role=line.value() or "",
            name=self.name.text(),
            badge=self.badge.text(),
            title=self.relation.text(),
            strokes=self.pad.strokes(),
            device=self.pad.device(),
            digest=self.pad.binding().hex(),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Open with the page of the line in sight."""
        super().showEvent(event)
        self._bring()

    def _another(self) -> None:
        """Another line was chosen: what is drawn was meant for the one before."""
        if self.pad.strokes():
            self.pad.clear()
        self._bring()

    def _bring(self) -> None:
        """Bring the page of the line to sight, once the pages are laid out."""
        QTimer.singleShot(0, self, self._bring_now)

    def _bring_now(self) -> None:
        role = None if self.line is None else self.line.value()
        for one in () if self._found is None else self._found.lines:
            if one.role == role:
                self.pages.go_to(one.page)

    def _write_me(self) -> None:
        self.name.set_text(self._officer[0])
        self.badge.set_text(self._officer[1])

    def _lay_out(self) -> None:
        room = self.screen().availableSize().height()
        self.pages.setMinimumHeight(max(_LEAST_PAGES, room - _ROUND))
        side = QWidget()
        side.setFixedWidth(scaled(_SIDE))
        lines = column(side, gap=TWO)
        lines.addLayout(self._lines)
        who = row(gap=ONE)
        who.addWidget(self.me)
        who.addStretch(1)
        lines.addLayout(who)
        lines.addWidget(self.name)
        more = row(gap=TWO)
        more.addWidget(self.badge, 2)
        more.addWidget(self.relation, 3)
        lines.addLayout(more)
        lines.addWidget(self.pad)
        lines.addStretch(1)
        both = QWidget()
        halves = row(both, gap=TWO)
        halves.addWidget(self.pages, 1)
        halves.addWidget(side)
        self.add(both)


def _choice(line: SignLine) -> Choice:
    return Choice(line.role, joined(line.label, VOID if line.standing == "void" else ""))
