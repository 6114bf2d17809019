"""The seal code and the QR code of an issued paper, and how both are read back.

Alone they prove nothing but which entry they belong to: only the record that holds the entry can
say whether the paper agrees with it.
"""

import base64
import re
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

import segno

from minors_desk.errors import BadInput

_DOMAIN = b"minors-desk seal 1\0"
# Crockford's base 32: no I, L, O or U, so that a code survives handwriting and the telephone.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")
_CODE_CHARS = 12  # of 5 bits: 60 bits

MOST_PAGES = 255
"""More pages a paper cannot have: the QR code of each has one byte for its number."""
_QR_PREFIX = "MD1"
_QR_LAYOUT = 1
_QR_CHARS, _QR_PADDING = 108, "===="  # of base 32, for 67 bytes
# The smallest QR code of level M for it has 37 modules a side: on a page a module is as wide as
# five dots of a 200-dpi fax.
_QR_MASK = 3


@dataclass(frozen=True, slots=True)
class QrPayload:
    """What the QR code of one page says; the digests are the first 16 bytes of the whole."""

    record_id: UUID
    paper_id: UUID
    page: int
    of: int
    digest: bytes
    entry_hash: bytes


def seal_code(ordinal: int, entry_hash: bytes) -> str:
    """Return the short code for the entry with that local number and hash: 17-XXXX-XXXX-XXXX."""
    bits = int.from_bytes(sha256(_DOMAIN + entry_hash).digest()[:8], "big") >> 4
    chars = "".join(_ALPHABET[bits >> shift & 31] for shift in range(5 * (_CODE_CHARS - 1), -1, -5))
    return "-".join((str(ordinal), chars[:4], chars[4:8], chars[8:]))


def parse_seal_code(text: str) -> tuple[int, str]:
    """Return the entry's local number and the twelve characters of a seal code as typed.

    Case, spaces and dashes do not matter once the number is told apart by one of them; O counts as
    0, I and L as 1. Raises BadInput for what cannot be a seal code.
    """
    found = re.fullmatch(r"\s*(\w+)[\s\-]+(\w[\w\s\-]*?)\s*", text, re.ASCII)
    if found is not None:
        number = found[1].upper().translate(_MISREAD)
        chars = re.sub(r"[\s\-]", "", found[2]).upper().translate(_MISREAD)
        if (
            re.fullmatch(r"[0-9]{1,18}", number)
            and len(chars) == _CODE_CHARS
            and set(chars) <= set(_ALPHABET)
        ):
            return int(number), chars
    raise BadInput(
        "This is not a seal code",
        "Type it as on the foot of the paper: a number and three groups of four, such as "
        "17-7GQ4-0XKP-93MD.",
        field="code",
    )


def matches(code: str, ordinal: int, entry_hash: bytes) -> bool:
    """Say whether a code as typed is that of an entry; raises BadInput as `parse_seal_code`."""
    return parse_seal_code(code) == parse_seal_code(seal_code(ordinal, entry_hash))


def qr_payload(
    record_id: UUID, paper_id: UUID, page: int, of: int, digest: bytes, entry_hash: bytes
) -> bytes:
    """Return the 67 bytes of a page's QR code; pages count from 1, to `MOST_PAGES`."""
    return b"".join(
        (
            bytes([_QR_LAYOUT]),
            record_id.bytes,
            paper_id.bytes,
            bytes([page, of]),
            digest[:16],
            entry_hash[:16],
        )
    )


def qr_text(payload: bytes) -> str:
    """Return what stands in the QR code: letters and digits only, which codes most densely."""
    return _QR_PREFIX + base64.b32encode(payload).decode("ascii").rstrip("=")


def qr_modules(payload: bytes) -> tuple[bytes, ...]:
    """Return the rows of the QR code without its quiet zone; 1 is a dark module.

    Mask and level are fixed, so that equal payloads look equal.
    """
    code = segno.make_qr(
        qr_text(payload), error="m", mode="alphanumeric", mask=_QR_MASK, boost_error=False
    )
    return tuple(bytes(row) for row in code.matrix)


def read_qr(scanned: bytes | str) -> QrPayload:
    """Return what a scanned QR code says. Raises BadInput if it is none of ours."""
    text = scanned.decode("ascii", "replace") if isinstance(scanned, bytes) else scanned
    found = re.fullmatch(rf"\s*{_QR_PREFIX}([A-Z2-7]{{{_QR_CHARS}}})\s*", text.upper())
    raw = b"" if found is None else base64.b32decode(found[1] + _QR_PADDING)
    if raw[:1] != bytes([_QR_LAYOUT]):
        raise BadInput(
            "This QR code is not that of a paper of this program",
            "Scan the square code on the foot of the page, or type the seal code beside it.",
            field="code",
        )
    return QrPayload(
        record_id=UUID(bytes=raw[1:17]),
        paper_id=UUID(bytes=raw[17:33]),
        page=raw[33],
        of=raw[34],
        digest=raw[35:51],
        entry_hash=raw[51:67],
    )
