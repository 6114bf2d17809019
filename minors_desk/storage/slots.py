"""Key slots: makes one for a passphrase or the recovery key, and unlocks a record through one."""

import os
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from minors_desk.errors import DeskError, RecordDamaged, WrongPassphrase
from minors_desk.storage.header import Header, HeaderRead, Kdf, SealedHeader, Slot, new_id
from minors_desk.storage.keys import (
    KEY_BYTES,
    SALT_BYTES,
    KdfCost,
    SlotBinding,
    SlotSecret,
    StoreKeys,
    public_bytes,
)
from minors_desk.storage.signing import Chance

STORE_KEY, SIGNING_KEY = "store key", "signing key"
RECOVERY_TAG = "0" * 64
"""The recovery slot belongs to no login."""

Chooser = Callable[[Header], Slot | None]
"""Picks the slot to try; None when the header has none for who asks."""


@dataclass(frozen=True, slots=True, repr=False)
class Unlocked:
    """An opened header: the keys of the record and the signing key of the slot's owner."""

    sealed: SealedHeader
    slot: Slot
    keys: StoreKeys
    signing_key: Ed25519PrivateKey
    damage: tuple[str, ...]

    @property
    def header(self) -> Header:
        """The header that was opened."""
        return self.sealed.header


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SlotRequest:
    """What a new slot is made for; ``tag`` is the login's tag in this header."""

    kind: str
    tag: str
    secret: bytes
    cost: KdfCost
    chance: Chance = os.urandom


def make_slot(
    request: SlotRequest,
    store_key: bytes | bytearray,
    record: bytes,
    generation: int,
    signing: Ed25519PrivateKey | None = None,
) -> Slot:
    """A new slot, both its keys wrapped by the secret.

    The signing key is new, of the request's chance, unless one is given.
    """
    binding = SlotBinding(record, new_id(), generation)
    salt = os.urandom(SALT_BYTES)
    secret = SlotSecret.derive(request.secret, salt, request.cost, binding)
    signing = signing or Ed25519PrivateKey.from_private_bytes(request.chance(KEY_BYTES))
    return Slot(
        id=binding.slot,
        kind="recovery" if request.kind == "recovery" else "person",
        login_tag=request.tag,
        kdf=Kdf(
            memory_kib=request.cost.memory_kib,
            passes=request.cost.passes,
            lanes=request.cost.lanes,
        ),
        salt=salt.hex(),
        commitment=secret.commitment.hex(),
        wrapped_store_key=secret.wrap(bytes(store_key), binding, STORE_KEY).hex(),
        wrapped_signing_key=secret.wrap(signing.private_bytes_raw(), binding, SIGNING_KEY).hex(),
        public_key=public_bytes(signing).hex(),
    )


def unlock(read: HeaderRead, choose: Chooser, secret: bytes) -> Unlocked:
    """Open a header through one of its slots.

    Raises WrongPassphrase when the secret is not the slot's or there is no such slot, and
    RecordDamaged when the secret is right and the slot or the header is not. If the copy to use
    first is no good and the other differs from it, the other is tried.
    """
    try:
        return _unlock(read.best, choose, secret, read.damage)
    except (RecordDamaged, WrongPassphrase) as first:
        if read.other is None:
            raise
        note = f"record.header or its copy was set aside: {first.title}."
        try:
            return _unlock(read.other, choose, secret, (*read.damage, note))
        except DeskError:
            raise first from None


def _unlock(
    sealed: SealedHeader, choose: Chooser, secret: bytes, damage: tuple[str, ...]
) -> Unlocked:
    header = sealed.header
    slot = choose(header)
    # a login without a slot costs as long as one with a slot, and hears the same answer
    tried = slot or header.slots[0]
    binding = header.binding(tried.id)
    derived = SlotSecret.derive(secret, bytes.fromhex(tried.salt), tried.kdf.cost(), binding)
    derived.check(bytes.fromhex(tried.commitment) if slot is not None else b"")
    store_key = derived.unwrap(bytes.fromhex(tried.wrapped_store_key), binding, STORE_KEY)
    keys = StoreKeys(bytes.fromhex(header.record_id), store_key)
    sealed.verify_mac(keys)
    signing = derived.unwrap(bytes.fromhex(tried.wrapped_signing_key), binding, SIGNING_KEY)
    key = Ed25519PrivateKey.from_private_bytes(bytes(signing))
    if public_bytes(key).hex() != tried.public_key:
        raise RecordDamaged("The public key in a key slot is damaged", "Restore record.header.")
    return Unlocked(sealed, tried, keys, key, damage)
