"""Hands a child over on one screen turned to the receiver: who, checked, signed, accepted."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.handoff import Handoff
from minors_desk.domain.handoff_values import SIDES
from minors_desk.domain.packets import PACKET
from minors_desk.services.handoff import Ready
from minors_desk.ui.dialogs.form import TITLE_SHOWN, AtDesk
from minors_desk.ui.dialogs.handoff_check import CheckStep
from minors_desk.ui.dialogs.handoff_count import CountStep
from minors_desk.ui.dialogs.handoff_ready import COUNT, ReadyPanel
from minors_desk.ui.dialogs.handoff_steps import Proposal, ReceiverStep
from minors_desk.ui.dialogs.handoff_terms import TermsStep
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.spacing import TWO, column
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.tokens import Tone, scaled
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import case_title
from minors_desk.wording.times import clock_time

TWO_COLUMNS = 820
CHANGED = "A value was changed, so no signature holds any more"


@dataclass(frozen=True, slots=True)
class Accept:
    """The last answer: custody becomes the receiver's, by the attempt of that number."""

    number: int


@dataclass(frozen=True, slots=True)
class ReceiptWanted:
    """After the handoff: print the receipt of that attempt."""

    number: int


@dataclass(frozen=True, slots=True)
class PacketWanted:
    """After the handoff: print all its papers; it names the packet as a paper is named."""

    subject: int
    name: str = PACKET


class HandoffDialog(Ask):
    """Goes through one attempt, step by step; each step is saved before the next opens.

    `stepped` carries a `Proposal`, a `Checked`, a `Counting`, a `Signing` or a `SigningByHand`;
    `answered` an `Accept`, and after it a `ReceiptWanted`; `stop_wanted` tells that the attempt
    came to nothing; `act_wanted` and `paper_wanted` lead to what is missing. Its opener saves and
    gives back the case with `show_case`. It knows no rule: what is missing is what the domain says.
    """

    form = "handoff_proposed"
    flat_head = True
    stepped = Signal(object)
    stop_wanted = Signal()
    act_wanted = Signal(str)
    paper_wanted = Signal(object)

    def __init__(
        self,
        case: Case,
        ready: Ready,
        at_desk: AtDesk,
        zone: str,
        parent: QWidget | None = None,
        elapsed: Callable[[], int] | None = None,
    ) -> None:
        who = joined(capped(case_title(case, zone), TITLE_SHOWN), case.number)
        super().__init__("Hand over", "Accept", who, parent)
        self._case, self._zone = case, zone
        self._number: int | None = None
        self._showing = False
        self.receiver, self.check, self.count = ReceiverStep(), CheckStep(), CountStep()
        self.terms = TermsStep(at_desk, zone, elapsed)
        self.lacking = Notice()
        self.ready = ReadyPanel(zone)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(TWO)
        left, right = column(gap=TWO), column(gap=TWO)
        left.addWidget(self.receiver)
        left.addWidget(self.check)
        left.addWidget(self.count)
        left.addWidget(self.ready)
        left.addStretch(1)
        right.addWidget(self.terms)
        right.addWidget(self.lacking)
        right.addStretch(1)
        self._columns.addLayout(left, 5)
        self._columns.addLayout(right, 6)
        self.body.addLayout(self._columns, 1)
        self.stop = Button("Not handed over", Kind.SECONDARY)
        self.stop.clicked.connect(self.stop_wanted)
        self.add_to_foot(self.stop)
        self.packet = Button("Print the packet…", Kind.SECONDARY)
        self.packet.clicked.connect(lambda: self.paper_wanted.emit(PacketWanted(self._number or 0)))
        self.packet.hide()
        self.add_to_foot(self.packet)
        for step in (self.receiver, self.check, self.count):
            step.answered.connect(self._step)
            step.edited.connect(self._edited)
        self.terms.signed.connect(self._step)
        self.lacking.missing_chosen.connect(self._go_to)
        self.ready.act_wanted.connect(self._mend)
        self.ready.paper_wanted.connect(self.paper_wanted)
        self.show_case(case, ready)

    def fields(self) -> dict[str, Field]:
        """The fields for a draft: those of the first step."""
        return self.receiver.fields()

    def case_id(self) -> UUID:
        """The case of the child."""
        return self._case.id

    def attempt(self) -> Handoff | None:
        """The attempt under way, or the one that was accepted here."""
        if self._number is not None:
            mine = self._case.handoff(self._number)
            if mine is not None and mine.state == "accepted":
                return mine
        return self._case.open_handoff

    def show_case(self, case: Case, ready: Ready) -> None:
        """Show the case as it stands after a step, and lead to the next one."""
        before, self._case = self.attempt(), case
        self._ready = ready
        self.ready.show_ready(ready)
        attempt = self.attempt()
        self._number = None if attempt is None else attempt.number
        self.set_busy(False)
        self.set_status("")
        self.notice.say_nothing()
        if attempt is not None:
            self._showing = True
            self.receiver.show_attempt(attempt)
            if attempt.check is not None:
                self.check.show_check(attempt.check)
            elif before is None or before.number != attempt.number:
                self.check.ask()
            self.count.show_case(case, attempt.count)
            self._showing = False
        else:
            self.count.hide()
        self._look()
        self._lead()

    def answer(self) -> Accept | ReceiptWanted | None:
        """Accept, or when that is done, the wish for the receipt."""
        attempt = self.attempt()
        if attempt is None:
            return None
        if attempt.state == "accepted":
            return ReceiptWanted(attempt.number)
        return Accept(attempt.number)

    def missing_words(self, code: str) -> str:
        """The words of what stands between this attempt and acceptance."""
        return word("finding", code)

    def set_busy(self, busy: bool) -> None:
        """While a step is saved nothing can be changed; afterwards accept only when it may be."""
        super().set_busy(busy)
        if not busy:
            self.action.setEnabled(self._may_accept())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room, else one below the other."""
        super().resizeEvent(event)
        wide = self.width() >= scaled(TWO_COLUMNS)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction is not self._columns.direction():
            self._columns.setDirection(direction)
            self._page.updateGeometry()

    def _fit(self) -> None:
        """As large as the window it stands in: it is turned to the receiver."""
        parent = self.parentWidget()
        room = self.screen().availableSize() if parent is None else parent.window().size()
        self.resize(room.width() - 2 * TWO, room.height() - 2 * TWO)

    def _bound(self) -> bool:
        """Whether what is on screen is what was proposed and checked, and the receiver matches."""
        attempt = self.attempt()
        if attempt is None or attempt.check is None or attempt.check.result != "matches":
            return False
        return not (
            self.receiver.differs(attempt)
            or self.check.differs(attempt.check)
            or self.count.differs(attempt.count)
        )

    def _may_accept(self) -> bool:
        attempt = self.attempt()
        if attempt is None:
            return False
        return attempt.state == "accepted" or (self._bound() and not attempt.missing())

    def _look(self) -> None:
        """Show terms, pads and what is missing for what is on screen now."""
        attempt = self.attempt()
        self.stop.setVisible(attempt is not None and attempt.state == "open")
        if attempt is not None and attempt.state == "accepted":
            self._show_accepted(attempt)
            return
        if attempt is None:
            self.check.wait("Asked once the handoff is proposed.")
        self.terms.show_terms(self._case, attempt, bound=self._bound())
        missing = ("handoff_not_proposed",) if attempt is None else attempt.missing()
        named = [(code, _missing_words(code)) for code in missing]
        if named:
            self.lacking.show_words(Tone.AMBER, "Before it can be accepted:", "", named)
        else:
            self.lacking.say_nothing()
        self.action.setEnabled(self._may_accept())

    def _show_accepted(self, attempt: Handoff) -> None:
        self.lacking.say_nothing()
        self.terms.show_terms(self._case, attempt, bound=True)
        self.receiver.close_step()
        self.check.close_step()
        self.count.close_step()
        at = "" if attempt.accepted_at is None else clock_time(attempt.accepted_at, self._zone)
        self.notice.show_words(
            Tone.GREEN,
            f"Handed over at {at}: custody is the receiver's",
            "Print the receipt, or the packet with all papers; both sides keep a copy",
        )
        self.action.set_words("Receipt")
        self.packet.show()
        self.action.setEnabled(True)
        self.action.setFocus()

    def _step(self, answer: object) -> None:
        self.notice.say_nothing()
        attempt = self.attempt()
        if isinstance(answer, Proposal) and attempt and not self.receiver.differs(attempt):
            # Nothing was changed: another attempt would void what is signed for no reason.
            self.show_case(self._case, self._ready)
            return
        self.set_busy(True)
        self.stepped.emit(answer)

    def _edited(self) -> None:
        """A value that is signed for was changed on screen: no drawing may stay beside it."""
        attempt = self.attempt()
        if self._showing or attempt is None or attempt.check is None:
            return
        if self._bound():
            self.notice.say_nothing()
            self.terms.show_terms(self._case, attempt, bound=True)
        else:
            self.terms.unbind()
            self.notice.show_words(
                Tone.AMBER, CHANGED, "Propose, check or count again, then both sign again"
            )
        self.action.setEnabled(self._may_accept())

    def _lead(self) -> None:
        """Put the focus where the next thing is to be done."""
        attempt = self.attempt()
        if attempt is None:
            self.receiver.first().setFocus()
        elif attempt.check is None:
            self.check.first().setFocus()
        elif self._may_accept():
            self.action.setFocus()
        else:
            self._lead_to_pad(attempt)

    def _lead_to_pad(self, attempt: Handoff) -> None:
        """Bring the first pad that waits into sight, with the button below it."""
        open_sides = (side for side in SIDES if attempt.signature(side) is None)
        side = next(open_sides, None)
        if self._bound() and side is not None:
            self.terms.pads[side].surface.setFocus()
            self._scroll.ensureWidgetVisible(self.terms.buttons[side])

    def _mend(self, act: str) -> None:
        """What is counted is counted here; anything else is done in a form of its own."""
        if act != COUNT:
            self.act_wanted.emit(act)
        elif self.count.isVisible():
            self.count.reopen()
        else:
            self.receiver.first().setFocus()

    def _go_to(self, code: str) -> None:
        if code == "handoff_not_proposed":
            self.receiver.first().setFocus()
        elif code.startswith("receiver_") and code != "receiver_has_not_signed":
            self.check.reopen()
        else:
            side = self.terms.pads["officer" if code.startswith("officer") else "receiver"]
            side.surface.setFocus()


def _missing_words(code: str) -> str:
    if code == "handoff_not_proposed":
        return "The handoff was not proposed"
    return word("finding", code)
