"""Keys of a record: from a passphrase or the recovery key to the key that opens the database.

::

    passphrase --Argon2id--> secret --HKDF--> commitment (stored: right passphrase or not)
                                   \\-HKDF--> slot key --AES-256-GCM--> store key, signing key
    store key --HKDF--> "db|generation" database   "head" head mark   "hdr" header

A person's signing key is wrapped by that person's slot key, never by the store key: nobody else
who opens the record can sign as them.
"""

import os
import time
import unicodedata
from dataclasses import dataclass, field
from hmac import compare_digest
from hmac import digest as hmac_digest

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from minors_desk.errors import CannotOpen, RecordDamaged, WrongPassphrase

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + 16


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one try costs: memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def allowed(self) -> bool:
        """Within floor and caps: below is too cheap to guess, above would stop this computer."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= CAP.memory_kib
            and FLOOR.passes <= self.passes <= CAP.passes
            and FLOOR.lanes <= self.lanes <= CAP.lanes
        )


FLOOR = KdfCost(64 * 1024, 3, 4)
CAP = KdfCost(1024 * 1024, 16, 8)
AIM_SECONDS = 0.5
"""The least that one unlock should take on the computer that makes the record."""


def calibrated_cost() -> KdfCost:
    """The cost that takes between half a second and a second here; never under the floor."""
    started = time.perf_counter()
    _argon(b"how fast is this computer", bytes(SALT_BYTES), FLOOR)
    once = max(time.perf_counter() - started, 0.001)
    if once >= AIM_SECONDS:
        return FLOOR
    memory = FLOOR.memory_kib * (2 if once * 2 <= AIM_SECONDS * 1.5 else 1)
    spent = once * memory / FLOOR.memory_kib
    passes = FLOOR.passes
    while spent * passes / FLOOR.passes < AIM_SECONDS and passes < CAP.passes:
        passes += 1
    return KdfCost(memory, passes, FLOOR.lanes)


@dataclass(slots=True, repr=False)
class StoreKeys:
    """The store key and what is derived from it; ``wipe`` overwrites what can be overwritten."""

    record: bytes
    store: bytearray
    head: bytearray = field(init=False)
    header: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self.head = bytearray(self._derived("head"))
        self.header = bytearray(self._derived("hdr"))

    def database(self, generation: int) -> bytes:
        """The raw key of the database of a generation."""
        return self._derived(f"db|{generation}")

    def mac(self, data: bytes) -> bytes:
        """The MAC by which the header shows that nobody without the store key wrote it."""
        return hmac_digest(self.header, data, "sha256")

    def wipe(self) -> None:
        """Overwrite the keys; what Python copied elsewhere goes when the process ends."""
        for buffer in (self.store, self.head, self.header):
            buffer[:] = bytes(len(buffer))

    def _derived(self, label: str) -> bytes:
        return _hkdf(bytes(self.store), f"minors-desk {label}", self.record)


def new_store_key() -> bytearray:
    """32 random bytes."""
    return bytearray(os.urandom(KEY_BYTES))


@dataclass(frozen=True, slots=True)
class SlotBinding:
    """What a wrapped key is bound to, so that it opens in no other place."""

    record: bytes
    slot: str
    generation: int

    def aad(self, purpose: str) -> bytes:
        """Authenticated with a wrapped key: record, slot, generation and what the key is for."""
        bound = (self.record.hex(), self.slot, str(self.generation), purpose)
        return "|".join(("minors-desk slot 1", *bound)).encode()


@dataclass(frozen=True, slots=True, repr=False)
class SlotSecret:
    """The outcome of one Argon2id run: the slot key and the commitment to it."""

    key: bytes
    commitment: bytes

    @classmethod
    def derive(
        cls, secret: bytes, salt: bytes, cost: KdfCost, binding: SlotBinding
    ) -> "SlotSecret":
        """Run Argon2id once; CannotOpen when the cost is refused or memory is short."""
        out = _argon(secret, salt, cost)
        record = binding.record
        return cls(
            _hkdf(out, f"minors-desk kek|{binding.slot}", record),
            _hkdf(out, f"minors-desk commit|{binding.slot}", record),
        )

    def check(self, commitment: bytes) -> None:
        """Raise WrongPassphrase unless the slot was made with this secret.

        Compared before anything is unwrapped: afterwards a failure can only be damage.
        """
        if not compare_digest(self.commitment, commitment):
            raise WrongPassphrase(
                "That login and passphrase do not open this record",
                "Check Caps Lock and type both again.",
            )

    def wrap(self, plain: bytes, binding: SlotBinding, purpose: str) -> bytes:
        """Nonce, sealed key and tag in one."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + AESGCM(self.key).encrypt(nonce, plain, binding.aad(purpose))

    def unwrap(self, wrapped: bytes, binding: SlotBinding, purpose: str) -> bytearray:
        """The key; RecordDamaged when the slot was damaged or put in from elsewhere."""
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return bytearray(AESGCM(self.key).decrypt(nonce, sealed, binding.aad(purpose)))
        except InvalidTag:
            raise RecordDamaged(
                "The passphrase is right, but its key slot is damaged",
                "Restore record.header from a backup, or open with the recovery key.",
            ) from None


def key_of_passphrase(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """The key of an export: from a passphrase that is of that one file only."""
    return _hkdf(_argon(passphrase_bytes(passphrase), salt, cost), "minors-desk export", salt)


def passphrase_bytes(passphrase: str) -> bytes:
    """What is derived from: the same for every keyboard's way to write the same letters."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def folded_login(login: str) -> str:
    """A login as it is compared: NFKC, case folded, without outer spaces."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The 32 raw public bytes of a signing key."""
    return key.public_key().public_bytes_raw()


def _hkdf(secret: bytes, info: str, salt: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, info.encode()).derive(secret)


def _argon(secret: bytes, salt: bytes, cost: KdfCost) -> bytes:
    if not cost.allowed():
        raise RecordDamaged(
            "A key slot asks for a derivation outside the allowed limits",
            "Restore record.header from a backup.",
        )
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    try:
        return kdf.derive(secret)
    except MemoryError:
        raise CannotOpen(
            f"This computer has not the {cost.memory_kib // 1024} MB free that unlocking takes",
            "Close other programs and try again.",
        ) from None
