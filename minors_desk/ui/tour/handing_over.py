"""The second half of the walk: handed over to one checked receiver, receipt issued and proved."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from minors_desk.domain.readiness import HAND_ON
from minors_desk.ui.dialogs.handoff_count import AGREES
from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.dialogs.sign_dialog import SignDialog
from minors_desk.ui.dialogs.verify_dialog import VerifyDialog
from minors_desk.ui.tour.hands import CONTROL, TourStopped
from minors_desk.ui.tour.walk import Walk, question
from minors_desk.ui.views.packet_dialog import PacketDialog
from minors_desk.ui.views.print_view import PrintView

RECEIVER = ("DCFS", "Cook County North", "M. Ruiz", "Investigator", "1-800-252-2873", "Front desk")
AUTHORITY = "325 ILCS 5/5, temporary protective custody"
SIGNATURES = {
    "officer": (
        ((0.1, 0.7), (0.16, 0.2), (0.22, 0.7), (0.3, 0.45), (0.36, 0.65), (0.44, 0.4)),
        ((0.48, 0.65), (0.54, 0.4), (0.6, 0.65), (0.66, 0.42), (0.74, 0.62), (0.86, 0.5)),
    ),
    "receiver": (
        ((0.12, 0.3), (0.12, 0.75), (0.14, 0.3), (0.22, 0.35), (0.13, 0.5), (0.26, 0.75)),
        ((0.32, 0.5), (0.36, 0.7), (0.42, 0.5), (0.46, 0.7), (0.56, 0.45), (0.8, 0.68)),
    ),
    "witness": (
        ((0.12, 0.25), (0.12, 0.7), (0.13, 0.5), (0.22, 0.28), (0.14, 0.5), (0.24, 0.72)),
        ((0.36, 0.28), (0.36, 0.7), (0.48, 0.7), (0.54, 0.56), (0.6, 0.7), (0.78, 0.6)),
    ),
}
Key = Qt.Key


class HandingOver(Walk):
    """From *hand over* to the lock."""

    def go(self, folder: Path) -> Path:
        """Do all of it; returns where the receipt was saved."""
        self._propose()
        self._check()
        self._count()
        self._sign()
        receipt, code = self._receipt(folder)
        self._prove(code, receipt)
        self._home()
        return receipt

    def _propose(self) -> None:
        hands = self.hands
        self.clock.forward(11)
        with hands.action("Handoff proposed"):
            hands.press(Key.Key_H)
            self.asked(HandoffDialog)
            ask = question(HandoffDialog)
            step = ask.receiver
            fields = (step.agency, step.office, step.person, step.title, step.phone, step.place)
            for field, text in zip(fields, RECEIVER, strict=True):
                self.fill(field, text)
            self.fill(step.authority, AUTHORITY)
            hands.press(Key.Key_Return)
            hands.until("the proposal", lambda: ask.attempt() is not None)
            self.quiet()
        self.pictures.take("handoff-proposed")

    def _check(self) -> None:
        hands, ask = self.hands, question(HandoffDialog)
        with hands.action("Receiver checked"):
            hands.click(ask.check.how.button("badge_seen"))
            self.fill(ask.check.document, "DCFS card 1182")
            hands.click(ask.check.result.button("matches"))
            hands.click(ask.check.action)
            hands.until("the pads to open", lambda: ask.terms.pads["officer"].binding() != b"")
            self.quiet()

    def _count(self) -> None:
        """What is kept for her lies on the counter, and both count it."""
        hands, ask = self.hands, question(HandoffDialog)
        with hands.action("Belongings counted by both"):
            hands.click(ask.count.result.button(AGREES))
            hands.click(ask.count.action)
            hands.until("the count", lambda: self._counted(ask))
            self.quiet()
        self.pictures.take("handoff-counted")
        with hands.action("Belongings handed on: from the handoff and back"):
            hands.click(ask.ready.ways[HAND_ON])
            form = self.form("Belongings returned")
            self.choose(form, "what", "everything")
            self.choose(form, "to", "receiver")
            self.fill(form.asked["to_name"], RECEIVER[2])
            self.now(form)
            hands.press(Key.Key_Return, CONTROL)
            self.asked(HandoffDialog)

    def _sign(self) -> None:
        hands, ask = self.hands, question(HandoffDialog)
        self.clock.forward(2)
        with hands.action("Both signed"):
            for side, pad in ask.terms.pads.items():
                for stroke in SIGNATURES[side]:
                    hands.draw(pad.surface, stroke)
                hands.click(ask.terms.buttons[side])
                self._until_signed(ask, side)
        self.pictures.take("handoff-signed")
        with hands.action("Handed over"):
            hands.press(Key.Key_Return, CONTROL)
            hands.until("the handoff", lambda: self._accepted(ask))
            self.quiet()
        self.pictures.take("handed-over")

    def _until_signed(self, ask: HandoffDialog, side: str) -> None:
        def signed() -> bool:
            attempt = ask.attempt()
            return attempt is not None and f"{side}_has_not_signed" not in attempt.missing()

        self.hands.until("a signature", signed)
        self.quiet()

    @staticmethod
    def _counted(ask: HandoffDialog) -> bool:
        attempt = ask.attempt()
        return attempt is not None and attempt.count is not None

    @staticmethod
    def _accepted(ask: HandoffDialog) -> bool:
        attempt = ask.attempt()
        return attempt is not None and attempt.state == "accepted"

    def _receipt(self, folder: Path) -> tuple[Path, str]:
        """Preview, then issue and save; returns the file and its seal code, read off the screen."""
        hands = self.hands
        with hands.action("Receipt previewed"):
            hands.press(Key.Key_Return, CONTROL)
            self.asked(PrintView)
            view = question(PrintView)
            hands.until("the preview", view.panel.save_button.isEnabled)
            self.quiet()
        self.pictures.take("receipt-preview")
        small = view.panel.small
        with hands.action("Second page of the receipt looked at"):
            hands.press(Key.Key_PageDown)
            hands.until("the second page", lambda: small.marked() == 2)
        with hands.action("First page of the receipt looked at"):
            hands.press(Key.Key_PageUp)
            hands.until("the first page", lambda: small.marked() == 1)
        self._witness(view)
        target = folder / "receipt.pdf"
        with hands.action("Receipt issued and saved"):
            hands.press(Key.Key_S)
            hands.until(
                "the file question",
                lambda: isinstance(QApplication.activeModalWidget(), QFileDialog),
            )
            self._name_file(target)
            hands.until("the receipt", lambda: target.is_file() and not view.is_busy())
            self.quiet()
        self.pictures.take("receipt-issued")
        code = view.panel.seal_code
        self._packet(view, folder / "packet.pdf")
        with hands.action("Receipt closed"):
            hands.press(Key.Key_Escape)
            self.saved()
        return target, code

    def _witness(self, view: PrintView) -> None:
        """Who stood by signs the receipt on screen, beside the page that says what was seen."""
        hands = self.hands
        with hands.action("Receipt signed by the witness"):
            hands.press(Key.Key_G)
            self.asked(SignDialog)
            ask = question(SignDialog)
            self.fill(ask.name, "K. Lee")
            self.fill(ask.badge, "88")
            for stroke in SIGNATURES["witness"]:
                hands.draw(ask.pad.surface, stroke)
            self.pictures.take("receipt-witness")
            hands.press(Key.Key_Return, CONTROL)
            hands.until("the witness's signature", lambda: view.signing.dialog() is None)
            self.quiet()
            hands.in_front(view)
            hands.until("the preview", view.panel.save_button.isEnabled)

    def _packet(self, view: PrintView, target: Path) -> None:
        """All papers of the handoff at once, saved as one file."""
        hands = self.hands
        with hands.action("Packet issued and saved"):
            hands.press(Key.Key_K)
            dialog = view.findChild(PacketDialog)
            if dialog is None:
                raise TourStopped("The packet did not open", "Report it with the log.")
            hands.until("what is in the packet", dialog.action.isEnabled)
            self.quiet()
            self.pictures.take("packet")
            hands.press(Key.Key_Return, CONTROL)
            hands.until(
                "the file question",
                lambda: isinstance(QApplication.activeModalWidget(), QFileDialog),
            )
            self._name_file(target)
            hands.until("the packet", lambda: target.is_file() and not dialog.is_busy())
            self.quiet()
        self.pictures.take("packet-issued")
        hands.press(Key.Key_Escape)
        self.quiet()

    def _name_file(self, target: Path) -> None:
        """Type the whole name; the list of what is in the folder opens below it and is left."""
        name = question(QFileDialog).findChild(QLineEdit)
        if name is None:
            raise TourStopped("There is no field for the file", "Report it with the log.")
        self.hands.rest()
        self.hands.click(name)
        self.hands.press(Key.Key_A, CONTROL)
        self.hands.type(str(target))
        self.hands.leave_list()
        self.hands.rest()
        self.hands.press(Key.Key_Return)

    def _prove(self, code: str, receipt: Path) -> None:
        """By its code, then by its file."""
        hands = self.hands
        with hands.action("Paper proved by its seal code"):
            hands.press(Key.Key_2)
            self.asked(VerifyDialog)
            ask = question(VerifyDialog)
            hands.type(code.lower().replace("-", " "))
            hands.press(Key.Key_Return, CONTROL)
            hands.until("the answer", ask.told.isVisible)
            self.quiet()
        self.pictures.take("paper-agrees")
        with hands.action("Paper proved by its file"):
            hands.click(ask.file.control)
            hands.type(str(receipt))
            hands.press(Key.Key_Return, CONTROL)
            hands.until("the pages", ask.pages.isVisible)
            self.quiet()
        self.pictures.take("paper-by-file")
        hands.press(Key.Key_Escape)
        self.saved()

    def _home(self) -> None:
        hands = self.hands
        self.pictures.take("case-handed-over")
        with hands.action("Back to the board"):
            hands.press(Key.Key_Escape)
            self.quiet()
        self.pictures.take("board-afterwards")
        with hands.action("Locked"):
            hands.press(Key.Key_L, CONTROL)
        self.pictures.take("locked")
