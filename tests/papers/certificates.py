"""Certificates made for a test: an agency's root, and an officer's below it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SECRET = "quiet boats on the river"  # noqa: S105 - opens certificates of tests only


@dataclass(frozen=True)
class Made:
    """A key with its certificate."""

    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)


def made(
    name: str,
    by: Made | None = None,
    days: tuple[int, int] = (-1, 300),
    org: str = "",
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | None = None,
) -> Made:
    """A certificate valid between two days from now; without `by` it is a root."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    told = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if org:
        told.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, org))
    subject = x509.Name(told)
    issuer, signer = (subject, key) if by is None else (by.certificate.subject, by.key)
    root = by is None
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=root,
        crl_sign=root,
        encipher_only=False,
        decipher_only=False,
    )
    building = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days[0]))
        .not_valid_after(NOW + timedelta(days[1]))
        .add_extension(x509.BasicConstraints(ca=root, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return Made(key, building.sign(signer, hashes.SHA256()))


ROOT = made("Area Central root", days=(-400, 4000))
OFFICER = made("D. Rivera", ROOT, org="Area Central")


def file_of(one: Made | None = OFFICER, *beside: Made, secret: str = SECRET) -> bytes:
    """A PKCS#12 file of that key; None: only the certificates beside it."""
    return pkcs12.serialize_key_and_certificates(
        b"signing",
        None if one is None else one.key,
        None if one is None else one.certificate,
        [other.certificate for other in beside] or None,
        serialization.BestAvailableEncryption(secret.encode())
        if secret
        else serialization.NoEncryption(),
    )
