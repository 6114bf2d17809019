"""Signs a finished PDF with a certificate from a file or a card, and says of one what holds.

PAdES baseline B-B as an incremental update: no byte of the pages is touched, and nothing is drawn.
Nothing is fetched: no time stamp, no revocation list, no certificate. The time in it is this
computer's. pyHanko is imported only once somebody signs or asks: it is slow to start.
"""

import logging
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any, Literal

from minors_desk.errors import BadInput
from minors_desk.papers import cards
from minors_desk.papers.cards import Card

Covers = Literal["whole_file", "whole_revision", "part"]
"""How much of the file the signature is over: `whole_revision` leaves an addition behind it."""
Problem = Literal["", "changed", "added_to", "not_trusted", "expired", "not_readable"]
_SECRET = "passphrase"  # noqa: S105 - the name of a field
_FIELD = "Seal"
_LOGGERS = ("pyhanko", "pyhanko_certvalidator")
_OF_A_SPOILT_FILE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    OSError,
    struct.error,
    zlib.error,
)
"""What pyHanko's reader stumbles over where bytes of a file are not what they should be."""
_USAGES = {"non_repudiation", "digital_signature"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureStatus:
    """What holds of one signature of a PDF; `bottom_line` is pyHanko's answer on all of it.

    `signed_at` is the time that the signer's computer claimed. `problem` is why the bottom line is
    not good, the worst first.
    """

    bottom_line: bool
    intact: bool
    valid: bool
    trusted: bool
    covers: Covers
    subject: str
    issuer: str
    signed_at: datetime | None
    problem: Problem


@dataclass(slots=True, kw_only=True)
class Sealer:
    """An opened certificate with its private key: in memory, or still on its card.

    `subject` is whom it names. `trust` are the certificates (DER) that its own output is checked
    against: its roots as they lay beside it, and without any the certificate itself.
    """

    subject: str
    issuer: str
    trust: tuple[bytes, ...] = field(repr=False)
    _signer: Any = field(repr=False)
    _close: Callable[[], None] = field(repr=False, default=lambda: None)

    def seal(self, pdf: bytes, now: datetime) -> bytes:
        """The PDF with the signature added to its end; its pages stay as they are, byte for byte.

        `now` is the time that stands in the signature. Raises DeskError when the card was taken
        out meanwhile, or does not sign.
        """
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import PdfSignatureMetadata, PdfSigner
        from pyhanko.sign.fields import SigSeedSubFilter

        class AtThisTime(PdfSigner):
            """Signs at the desk's time, where pyHanko would look at a clock of its own."""

            def init_signing_session(self, *given: Any, **named: Any) -> Any:
                session = super().init_signing_session(*given, **named)
                session.system_time = now
                return session

        with cards.answers():
            writer = IncrementalPdfFileWriter(BytesIO(pdf))
            before = len(writer.prev.embedded_signatures)
            about = PdfSignatureMetadata(
                field_name=_FIELD if not before else f"{_FIELD}{before + 1}",
                md_algorithm="sha256",
                subfilter=SigSeedSubFilter.PADES,
            )
            out = AtThisTime(about, signer=self._signer).sign_pdf(writer)
        signed: bytes = out.getvalue()
        return signed

    def close(self) -> None:
        """Forget the key; a card is logged out of."""
        self._signer = None
        self._close()


def open_file(content: bytes, passphrase: str, now: datetime) -> Sealer:
    """Open a PKCS#12 file (.p12, .pfx).

    Raises BadInput (field ``certificate`` or ``passphrase``) for what is no such file, for another
    passphrase than its own, without a private key, or out of its time at `now` (UTC).
    """
    from asn1crypto.pkcs12 import Pfx
    from pyhanko.sign import SimpleSigner

    try:
        Pfx.load(content, strict=True)["auth_safe"].native  # noqa: B018 - read to see if it can be
    except (ValueError, TypeError, KeyError):
        raise _no_certificate("The file is no PKCS#12 file (.p12, .pfx)") from None
    try:
        signer = SimpleSigner.load_pkcs12_data(content, [], passphrase.encode("utf-8"))
    except ValueError:
        raise _wrong("The passphrase does not open the certificate", "Type it again.") from None
    except (AttributeError, TypeError):
        # What is not in the file is None, and cannot be translated.
        raise _no_certificate("The file holds no private key with its certificate") from None
    return _sealer(signer, now)


def open_card(card: Card, pin: str, now: datetime) -> Sealer:
    """Log in to a card and take its certificate; the key stays on it.

    Raises NotFound without such a card or key, BadInput for a wrong PIN or a certificate out of
    its time at `now` (UTC), DeskError for whatever else the card answers.
    """
    with cards.answers():
        session = cards.logged_in(card, pin)
        try:
            return _sealer(cards.signer_of(session, card), now, session.close)
        except BaseException:
            session.close()
            raise


def signatures_of(pdf: bytes, trust: Iterable[bytes], now: datetime) -> tuple[SignatureStatus, ...]:
    """What holds of each signature in a PDF at `now` (UTC), the first one first; empty for none.

    `trust` are certificates (PEM or DER) that signers are traced to; without one no signer is
    trusted. Raises BadInput (field ``FILE`` or ``--trust``) for what is no PDF or no certificate.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    for name in _LOGGERS:
        # All that they complain of is in the status; as a log it would name who signed.
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    roots = [one for content in trust for one in _certificates(content)]
    try:
        found = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures
        return tuple(_status(one, roots, now) for one in found)
    except (PdfError, *_OF_A_SPOILT_FILE):
        raise BadInput(
            "The file is no PDF that can be read", "Give the PDF as it was saved.", field="FILE"
        ) from None


def _status(embedded: Any, roots: Sequence[Any], now: datetime) -> SignatureStatus:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    # Without a root nobody is trusted: the list of the system is asked no more than the network.
    context = ValidationContext(trust_roots=list(roots), allow_fetching=False, moment=now)
    usage = KeyUsageConstraints(key_usage=_USAGES, match_all_key_usages=False)
    try:
        status = validate_pdf_signature(embedded, context, key_usage_settings=usage)
    except SignatureValidationError:
        return _unreadable(embedded)
    covers = _covers(status.coverage)
    whole = bool(status.intact and status.valid and covers != "part")
    added = not _is_update_allowed(status, covers)
    good = bool(status.bottom_line) and whole and not added
    certificate = status.signing_cert
    return SignatureStatus(
        bottom_line=good,
        intact=bool(status.intact),
        valid=bool(status.valid),
        trusted=bool(status.trusted),
        covers=covers,
        subject=_named(certificate.subject),
        issuer=_named(certificate.issuer),
        signed_at=status.signer_reported_dt,
        problem="" if good else _problem(certificate, now, whole=whole, added=added),
    )


def _is_update_allowed(status: Any, covers: Covers) -> bool:
    """Whether what lies behind the signature, if anything, is such as a second signature.

    Bytes that are no update of the document change nothing for a reader, and were still added by
    somebody: they are told as an addition too.
    """
    from pyhanko.sign.diff_analysis import ModificationLevel

    if covers == "whole_file" or status.modification_level is None:
        return True
    return bool(status.docmdp_ok) and status.modification_level is not ModificationLevel.NONE


def _problem(certificate: Any, now: datetime, *, whole: bool, added: bool) -> Problem:
    if not whole:
        return "changed"
    if added:
        return "added_to"
    return "not_trusted" if _in_time(certificate, now) else "expired"


def _unreadable(embedded: Any) -> SignatureStatus:
    certificate = embedded.signer_cert
    return SignatureStatus(
        bottom_line=False,
        intact=False,
        valid=False,
        trusted=False,
        covers="part",
        subject=_named(certificate.subject),
        issuer=_named(certificate.issuer),
        signed_at=None,
        problem="not_readable",
    )


def _covers(level: Any) -> Covers:
    from pyhanko.sign.validation.status import SignatureCoverageLevel as Level

    if level is Level.ENTIRE_FILE:
        return "whole_file"
    return "whole_revision" if level is Level.ENTIRE_REVISION else "part"


def _named(name: Any) -> str:
    """``D. Rivera (Area Central)``: whom a certificate names, in the fewest words."""
    told = name.native
    common, of = told.get("common_name", ""), told.get("organization_name", "")
    if not isinstance(common, str) or not isinstance(of, str) or not common:
        return str(name.human_friendly)
    return f"{common} ({of})" if of else common


def _certificates(content: bytes) -> list[Any]:
    from pyhanko.keys import load_certs_from_pemder_data

    try:
        found = list(load_certs_from_pemder_data(content))
        for one in found:
            one.subject.human_friendly  # noqa: B018 - read to see whether it is one
    except (ValueError, TypeError, KeyError):
        found = []
    if not found:
        raise BadInput(
            "The file of --trust holds no certificate", "Give it as PEM or DER.", field="--trust"
        )
    return found


def _sealer(signer: Any, now: datetime, close: Callable[[], None] = lambda: None) -> Sealer:
    certificate = signer.signing_cert
    _must_be_in_time(certificate, now)
    roots = [one for one in signer.cert_registry if one.self_issued == "yes" or one.ca]
    return Sealer(
        subject=_named(certificate.subject),
        issuer=_named(certificate.issuer),
        trust=tuple(one.dump() for one in roots) or (certificate.dump(),),
        _signer=signer,
        _close=close,
    )


def _in_time(certificate: Any, now: datetime) -> bool:
    first, last = certificate.not_valid_before, certificate.not_valid_after
    return bool(first <= now <= last)


def _must_be_in_time(certificate: Any, now: datetime) -> None:
    if _in_time(certificate, now):
        return
    early = now < certificate.not_valid_before
    day = certificate.not_valid_before if early else certificate.not_valid_after
    says = "is not valid before" if early else "was valid only until"
    raise BadInput(
        f"The certificate {says} {day:%Y-%m-%d}",
        "Use one that is valid today, or save without a signature.",
        field="certificate",
    )


def _wrong(title: str, hint: str) -> BadInput:
    return BadInput(title, hint, field=_SECRET)


def _no_certificate(title: str) -> BadInput:
    return BadInput(title, "Choose the file with the officer's certificate.", field="certificate")
