"""A PDF signed as somebody else's program signs it: an update behind the untouched bytes."""

from functools import cache
from io import BytesIO

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

from tests.papers.case_of_ana import minute


@cache
def _signer() -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Area Central")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(minute(0))
        .not_valid_after(minute(60 * 24 * 400))
        .sign(key, hashes.SHA256())
    )
    held = pkcs12.serialize_key_and_certificates(
        b"officer", key, certificate, None, BestAvailableEncryption(b"x")
    )
    signer = signers.SimpleSigner.load_pkcs12_data(held, other_certs=[], passphrase=b"x")
    assert signer is not None
    return signer


@cache
def signed(pdf: bytes) -> bytes:
    """The PDF with a signature that shows nothing."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    meta = signers.PdfSignatureMetadata(field_name="Officer", md_algorithm="sha256")
    out = signers.PdfSigner(meta, _signer()).sign_pdf(writer)
    made = out.getvalue()
    assert made.startswith(pdf)
    return bytes(made)
