"""The third step of a handoff: the terms in words, and both sides sign for exactly these."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from minors_desk.domain.case import Case
from minors_desk.domain.handoff import Handoff, terms_digest
from minors_desk.domain.handoff_values import SIDES, Device, Side, Strokes
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.pad import SignaturePad
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import TWO, column, row
from minors_desk.ui.kit.tokens import GRID, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.codes import word
from minors_desk.wording.handoff import check_words, count_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import case_title
from minors_desk.wording.times import clock_time

_PAD_HEIGHT = 14 * GRID
"""At every text size: a hand writes no larger for it, and the drawing must look as it was drawn."""
CAPTIONS: dict[Side, str] = {"officer": "Handing over", "receiver": "Receiving"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What a pad answers: the side, its drawing, what drew it, and the digest of the terms."""

    side: Side
    strokes: Strokes
    digest: str
    device: Device | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningByHand:
    """A side signed the printed copy of these terms instead of the pad."""

    side: Side
    digest: str


class TermsStep(Section):
    """Shows what is signed, with a pad for each side. `signed` carries a `Signing`, or a
    `SigningByHand` where a side signs a printed copy.

    The pads are bound to the digest of the terms shown (CONTRACT 2.4): they are empty and closed
    until the receiver is checked, and empty again, saying why, when a value changes.
    """

    signed = Signal(object)

    def __init__(self, at_desk: AtDesk, zone: str, elapsed: Callable[[], int] | None) -> None:
        super().__init__("3  What both sign", dense=True)
        self._at_desk, self._zone = at_desk, zone
        self._waiting = Label(
            "The terms stand here once the receiver is checked.", tone=Tone.MUTED, wrap=True
        )
        self.add(self._waiting)
        self.pads: dict[Side, SignaturePad] = {}
        self.buttons: dict[Side, Button] = {}
        self.by_hand: dict[Side, Button] = {}
        sides = row(gap=TWO)
        for side in SIDES:
            lines = column(gap=0)
            lines.addWidget(self._side(side, elapsed))
            lines.addWidget(self._hand(side), 0, Qt.AlignmentFlag.AlignLeft)
            sides.addLayout(lines, 1)
        self.body.addLayout(sides)

    def show_terms(self, case: Case, attempt: Handoff | None, *, bound: bool) -> None:
        """Show the terms of an attempt; `bound`: they are checked and unchanged, so may be signed.

        A side that has signed these very terms shows its drawing, closed.
        """
        self.clear_rows()
        checked = attempt is not None and attempt.check is not None
        self._waiting.setVisible(not checked)
        if attempt is not None and checked:
            self._say(case, attempt)
        digest = bytes.fromhex(terms_digest(attempt)) if attempt is not None and bound else b""
        for side, pad in self.pads.items():
            signature = attempt.signature(side) if attempt is not None and digest else None
            if signature is not None:
                at = clock_time(signature.at, self._zone)
                how = f"Signed on paper {at}" if signature.paper else f"Signed {at}"
                pad.show_signed(digest, signature.strokes, how)
            else:
                pad.set_binding(digest)
            self.buttons[side].setVisible(signature is None)
            self.by_hand[side].setVisible(signature is None and bool(digest))
            self._look(side)

    def unbind(self) -> None:
        """A value was changed: take unsaved drawings away and close the pads."""
        for side, pad in self.pads.items():
            pad.set_binding(b"")
            self.buttons[side].show()
            self.by_hand[side].hide()

    def _say(self, case: Case, attempt: Handoff) -> None:
        who, check = attempt.receiver, attempt.check
        self.add_row("Child", joined(case_title(case, self._zone), case.number))
        self.add_row("From", joined(self._at_desk.officer, self._at_desk.station))
        self.add_row("To", joined(who.person, who.title, who.agency, who.office, who.phone))
        if who.what is not None:
            self.add_row("They are", word("receiver_kind", who.what))
        self.add_row("Authority", attempt.authority)
        self.add_row("Place", joined(attempt.place, f"handoff no. {attempt.number}"))
        if check is not None:
            self.add_row("Checked", check_words(check))
        if attempt.count is not None:
            self.add_row("Counted", count_words(attempt.count))

    def _side(self, side: Side, elapsed: Callable[[], int] | None) -> SignaturePad:
        pad = SignaturePad(CAPTIONS[side], elapsed)
        pad.surface.setFixedHeight(_PAD_HEIGHT)
        button = Button("Sign", Kind.SECONDARY, icon="signature")
        button.setAccessibleName(f"Sign: {CAPTIONS[side]}")
        button.setEnabled(False)
        self.pads[side], self.buttons[side] = pad, button
        pad.changed.connect(lambda: self._look(side))
        button.clicked.connect(lambda: self._sign(side))
        pad.add_to_foot(button)
        return pad

    def _hand(self, side: Side) -> Button:
        button = Button("Signed on paper", Kind.PLAIN)
        button.setAccessibleName(f"Signed on paper: {CAPTIONS[side]}")
        button.hide()
        self.by_hand[side] = button
        button.clicked.connect(
            lambda: self.signed.emit(
                SigningByHand(side=side, digest=self.pads[side].binding().hex())
            )
        )
        return button

    def _look(self, side: Side) -> None:
        pad = self.pads[side]
        self.buttons[side].setEnabled(pad.is_signed() and pad.surface.isEnabled())

    def _sign(self, side: Side) -> None:
        pad = self.pads[side]
        self.signed.emit(
            Signing(
                side=side,
                strokes=pad.strokes(),
                digest=pad.binding().hex(),
                device=pad.device(),
            )
        )
