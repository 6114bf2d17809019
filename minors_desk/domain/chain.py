"""What binds the log: commitment, entry hash and log hash over fixed-width bytes (CONTRACT 1.1).

Nothing here decodes a body: what is signed is a hash over the stored bytes, so no later program
can read them another way. The layout below is frozen; ``tests/domain/vectors`` holds its vectors.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from minors_desk.domain.when import to_micros

PAYLOAD_TAG = b"minors-desk payload 1\0"
ENTRY_TAG = b"minors-desk entry 1\0"
SALT_BYTES = 16
START = bytes(32)
"""What stands before the first entry, in a chain and in the log alike."""
NO_CASE = bytes(16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What the hash of one entry covers; the body is in it by its commitment only."""

    id: UUID
    case_id: UUID | None
    chain: bytes
    chain_seq: int
    recorded_at: datetime
    clock_flag: int
    commitment: bytes
    prev: bytes


def chain_id(public_key: bytes) -> bytes:
    """The id of the chain that a signing key writes: SHA-256 of its 32 raw public bytes."""
    if len(public_key) != 32:
        raise ValueError("an Ed25519 public key has 32 bytes")
    return sha256(public_key).digest()


def commitment(salt: bytes, body: bytes) -> bytes:
    """Binds a body without showing it; erase salt and body, and nothing can be guessed back."""
    if len(salt) != SALT_BYTES:
        raise ValueError("a payload's salt has 16 bytes")
    return sha256(PAYLOAD_TAG + salt + body).digest()


def entry_hash(link: Link) -> bytes:
    """SHA-256 over the fixed-width fields of an entry, in this order and no other."""
    case = NO_CASE if link.case_id is None else link.case_id.bytes
    if {len(link.chain), len(link.commitment), len(link.prev)} != {32}:
        raise ValueError("chain, commitment and prev have 32 bytes each")
    if case == NO_CASE and link.case_id is not None:
        raise ValueError("the zero id stands for no case")
    return sha256(
        ENTRY_TAG
        + link.id.bytes
        + case
        + link.chain
        + link.chain_seq.to_bytes(8, "big")
        + to_micros(link.recorded_at).to_bytes(8, "big", signed=True)
        + link.clock_flag.to_bytes(1, "big")
        + link.commitment
        + link.prev
    ).digest()


def log_hash(previous: bytes, entry: bytes) -> bytes:
    """The local order of one record: every entry's hash folded into what came before it."""
    return sha256(previous + entry).digest()
