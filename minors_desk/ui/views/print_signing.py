"""The signatures on the print page: each line of a paper, and the certificate for the PDF."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from minors_desk.services.sealing import Sealed
from minors_desk.services.signing import SignLine, ToSign
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.phrases import joined
from minors_desk.wording.signing import device_words, seal_words
from minors_desk.wording.times import day_and_time


class PrintSigning:
    """Shows who signed which line, and offers the pad and the certificate; it decides nothing."""

    def __init__(self) -> None:
        self.lines = Section("Signatures")
        self.sign_button = Button("Sign on screen", Kind.SECONDARY, "G", "signature")
        self.lines.body.addWidget(self.sign_button)
        self.lines.hide()
        self.seal_button = Button("Sign the PDF with a certificate", Kind.SEGMENT, icon="lock")
        self.seal_button.setCheckable(True)
        self._sealer = Label("", TextRole.SMALL, wrap=True)
        self._sealer.hide()
        self.sealed: Sealed | None = None
        """The signature of the PDF saved last, if it was signed."""
        self._waits = False

    def add_to(self, lines: QVBoxLayout) -> None:
        """Put what is about the certificate into that column; the lines stand further up."""
        lines.addWidget(self.seal_button, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._sealer)

    def forget(self) -> None:
        """Show no lines, until those of the next paper are known."""
        self.lines.hide()
        self._waits = False

    def show_lines(self, found: ToSign, zone: str) -> None:
        """Say of each line of the paper who signed it on screen, or that it waits."""
        self._waits = bool(found.waiting)
        self.lines.clear_rows()
        for one in found.lines:
            self.lines.add_row(one.label, _signed(one, zone))
        self.lines.setVisible(bool(found.lines))

    def say_sealer(self, subject: str) -> None:
        """Say whose certificate signs what is saved; with an empty text that none does."""
        self._sealer.setText(f"What is saved is signed as {subject}." if subject else "")
        self._sealer.setVisible(bool(subject))

    def done(self, hint: str) -> tuple[Tone, str]:
        """What is said of the copy that came out, with what holds of its signature."""
        found = None if self.sealed is None else self.sealed.status
        if found is None:
            return Tone.GREEN, hint
        words = seal_words(found.bottom_line, found.subject, found.issuer, found.problem)
        return (Tone.GREEN if found.bottom_line else Tone.RED), f"{words} {hint}"

    def set_free(self, free: bool, busy: bool) -> None:
        """While a copy is under way nothing can be pressed; signing waits for a preview too."""
        self.seal_button.setEnabled(not busy)
        self.sign_button.setEnabled(free and self._waits)


def _signed(line: SignLine, zone: str) -> str:
    """``A. Osei, badge 77 · 2026-11-24 03:20 CST · on screen with a pen``, or that it waits."""
    if line.at is None:
        return "waits: in ink after printing, or on screen"
    told = joined(line.by, day_and_time(line.at, zone), device_words(line.device))
    return f"waits again: signed on an earlier text by {told}" if line.standing == "void" else told
