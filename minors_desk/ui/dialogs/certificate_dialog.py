"""Asks which certificate signs a saved PDF: a file with its passphrase, or a card with its PIN."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from minors_desk.errors import BadInput
from minors_desk.services.sealing import Card, Source
from minors_desk.ui.dialogs.form import Checks, beside, needed
from minors_desk.ui.editors.file_field import FileField
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField, PassphraseField, first_wrong

_FILE, _CARD = "file", "card"
_KINDS = "Certificates (*.p12 *.pfx)"
_LIBRARIES = "Libraries (*.so *.dll *.dylib)"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateWanted:
    """Where certificate and key are, and the passphrase or PIN, which no representation shows."""

    source: Source
    secret: str = field(repr=False)


class CertificateDialog(Ask):
    """Answers a `CertificateWanted`. What is typed here is kept nowhere, and no draft is made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Sign the PDF with a certificate",
            "Use it",
            "The key stays in its file or on its card. Nothing is fetched: the signature says who "
            "signed, and this computer's clock says when.",
            parent,
        )
        self.where = ChoiceField("The certificate is", [Choice(_FILE, "In a file"), _on_a_card()])
        self.file = FileField("File", _KINDS, "PKCS#12: .p12 or .pfx")
        self.passphrase = PassphraseField("Its passphrase")
        self.library = FileField(
            "Library of the card's maker", _LIBRARIES, "PKCS#11, such as opensc-pkcs11.so"
        )
        self.token = LineField("Name of the card")
        self.label = LineField("Name of the certificate", "Only if the card holds several")
        self.pin = PassphraseField("PIN")
        self._names = beside(self.token, self.label)
        for widget in (self.where, self.file, self.passphrase, self.library, self._names, self.pin):
            self.add(widget)
        self.where.changed.connect(self._look)
        self.where.set_value(_FILE)
        self.file.setFocus()

    def answer(self) -> CertificateWanted | None:
        """Where it is and what opens it, or None when a field is wrong."""
        if first_wrong(self._checks()) is not None:
            return None
        if not self._is_card():
            source: Source = Path(self.file.text().strip())
            return CertificateWanted(source=source, secret=self.passphrase.text())
        card = Card(
            library=Path(self.library.text().strip()),
            token=self.token.text().strip(),
            label=self.label.text().strip(),
        )
        return CertificateWanted(source=card, secret=self.pin.text())

    def fail(self, error: Exception) -> None:
        """Say it at the field that is wrong, where one is."""
        at = error.field if isinstance(error, BadInput) else ""
        fields = {
            "passphrase": self.pin if self._is_card() else self.passphrase,
            "certificate": self.label if self._is_card() else self.file,
        }
        if at not in fields:
            super().fail(error)
            return
        self.set_busy(False)
        fields[at].set_error(str(error))
        fields[at].setFocus()

    def _is_card(self) -> bool:
        return self.where.value() == _CARD

    def _checks(self) -> Checks:
        if self._is_card():
            return [
                (self.library, lambda: needed(self.library, "Choose the library.")),
                (self.token, lambda: needed(self.token, "Write the name of the card.")),
                (self.pin, lambda: needed(self.pin, "Type the PIN.")),
            ]
        return [(self.file, lambda: needed(self.file, "Choose the file."))]

    def _look(self) -> None:
        card = self._is_card()
        for one in (self.file, self.passphrase):
            one.setVisible(not card)
        for other in (self.library, self._names, self.pin):
            other.setVisible(card)
        if self.isVisible():
            self._fit()


def _on_a_card() -> Choice:
    return Choice(_CARD, "On a card")
