"""Seals a saved PDF with a certificate, and says what holds of the signatures in one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from minors_desk.domain import roles
from minors_desk.errors import BadInput
from minors_desk.papers import pdf_signature
from minors_desk.papers.cards import Card
from minors_desk.papers.pdf_signature import Sealer, SignatureStatus
from minors_desk.services.desk import Desk
from minors_desk.services.recording import require

__all__ = [
    "Card",
    "Sealed",
    "Sealer",
    "SignatureStatus",
    "Source",
    "opened",
    "read_certificate",
    "seal",
    "signature_status",
]

Source = Path | Card
"""Where a certificate and its key are: a PKCS#12 file, or a card."""
_MOST = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A PDF with its signature, and what holds of that, checked again from the finished bytes."""

    pdf: bytes
    status: SignatureStatus


def read_certificate(desk: Desk, source: Source, secret: str) -> Sealer:
    """Opens the file with its passphrase, or the card with its PIN; the caller closes it again.

    Done before a paper is issued, so that no number is used up for nothing. Neither key nor secret
    is kept anywhere. Raises BadInput, NotFound or DeskError with one sentence for what is wrong.
    """
    require(desk, roles.PRINT_PAPERS)
    if isinstance(source, Card):
        return pdf_signature.open_card(source, secret, desk.clock())
    return pdf_signature.open_file(_content(source), secret, desk.clock())


@contextmanager
def opened(desk: Desk, source: Source, secret: str) -> Iterator[Sealer]:
    """As `read_certificate`, for the length of a context."""
    sealer = read_certificate(desk, source, secret)
    try:
        yield sealer
    finally:
        sealer.close()


def seal(desk: Desk, sealer: Sealer, pdf: bytes) -> Sealed:
    """The PDF with the signature, and pyHanko's answer on it.

    It is traced to the certificates that lay beside its own: whether others trust those too, only
    they can say. Raises DeskError when a card does not sign.
    """
    now = desk.clock()
    made = sealer.seal(pdf, now)
    status = signature_status(made, sealer.trust, now)[-1]
    return Sealed(pdf=made, status=status)


def signature_status(
    pdf: bytes, trust: Sequence[bytes], now: datetime
) -> tuple[SignatureStatus, ...]:
    """What holds of each signature in a PDF at `now` (UTC); empty for a PDF without one.

    ``trust`` are certificates (PEM or DER) that a signer is traced to; nothing is fetched, and the
    computer's own list is not asked. Raises BadInput for what is no PDF or no certificate.
    """
    return pdf_signature.signatures_of(pdf, trust, now)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except (OSError, ValueError):
        raise _unreadable("There is no certificate file to read there") from None
    if len(content) > _MOST:
        raise _unreadable("The file is too large for a certificate")
    return content


def _unreadable(title: str) -> BadInput:
    return BadInput(title, "Choose the file (.p12, .pfx) again.", field="certificate")
