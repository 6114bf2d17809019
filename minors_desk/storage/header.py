"""The header of a record: who may open it, in two copies that mend each other.

A copy is ``{"body":{"header":{...},"mac":"..."},"sha256":"..."}``. The digest shows accidents and
is compared before anything is parsed; the MAC, made with the store key, shows malice and is
compared after unlocking. Login names stand in it only as keyed tags.
"""

import os
from dataclasses import dataclass
from hmac import compare_digest
from hmac import digest as hmac_digest
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

from minors_desk.errors import DeskError, NewerRecord, NotFound, RecordDamaged
from minors_desk.storage import files
from minors_desk.storage.keys import KdfCost, SlotBinding, StoreKeys, folded_login

HEADER = "record.header"
SPARE = "record.header.bak"
FORMAT = 1
MOST_SLOTS = 1000

_Hex16 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
_Hex32 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Wrapped = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{120}\Z")]
_Count = Annotated[int, msgspec.Meta(ge=1, le=2**53)]


class Kdf(msgspec.Struct, frozen=True, kw_only=True):
    """How the secret of a slot is derived."""

    name: Literal["argon2id"] = "argon2id"
    memory_kib: _Count
    passes: _Count
    lanes: _Count

    def cost(self) -> KdfCost:
        """As the derivation takes it; its limits are checked there."""
        return KdfCost(self.memory_kib, self.passes, self.lanes)


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One way in: a person's passphrase or the recovery key. Bytes stand as hex."""

    id: _Hex16
    kind: Literal["person", "recovery"]
    login_tag: _Hex32
    kdf: Kdf
    salt: _Hex16
    commitment: _Hex32
    wrapped_store_key: _Wrapped
    wrapped_signing_key: _Wrapped
    public_key: _Hex32


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What both copies hold. ``revision`` rises with every change, so that the newer copy is known.

    ``founder_key`` is the public signing key that signed itself in; its fingerprint stands on the
    recovery sheet. ``database`` is always the name of that file in the folder.
    """

    format: _Count
    revision: _Count
    record_id: _Hex16
    generation: _Count
    database: Annotated[str, msgspec.Meta(pattern=r"^data-[1-9][0-9]{0,8}\.db\Z")]
    salt: _Hex32
    founder_key: _Hex32
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1, max_length=MOST_SLOTS)]

    @property
    def record(self) -> UUID:
        """The id of this record."""
        return UUID(hex=self.record_id)

    def login_tag(self, login: str) -> str:
        """The keyed tag under which a login's slot stands."""
        return hmac_digest(bytes.fromhex(self.salt), folded_login(login).encode(), "sha256").hex()

    def person(self, login: str) -> Slot | None:
        """The slot of a login, if it has one."""
        tag = self.login_tag(login)
        return next((s for s in self.slots if s.kind == "person" and s.login_tag == tag), None)

    def recovery(self) -> Slot:
        """The slot of the recovery key; NotFound when the record has none."""
        for slot in self.slots:
            if slot.kind == "recovery":
                return slot
        raise NotFound("This record has no recovery key", "Open it with a passphrase.")

    def binding(self, slot_id: str) -> SlotBinding:
        """What the keys in a slot are bound to."""
        return SlotBinding(bytes.fromhex(self.record_id), slot_id, self.generation)


@dataclass(frozen=True, slots=True)
class SealedHeader:
    """A header as it was read: with its MAC, and with fields that only a later program knows."""

    header: Header
    raw: dict[str, Any]
    mac: bytes

    def verify_mac(self, keys: StoreKeys) -> None:
        """RecordDamaged when somebody without the store key wrote this copy."""
        if not compare_digest(keys.mac(files.canonical(self.raw)), self.mac):
            raise RecordDamaged(
                "The header was changed by someone who does not hold the key of this record",
                "Restore record.header from a backup and tell your supervisor.",
            )


@dataclass(frozen=True, slots=True)
class HeaderRead:
    """The copy to use first, the other when it is whole but differs, and what was wrong."""

    best: SealedHeader
    other: SealedHeader | None
    damage: tuple[str, ...]

    @property
    def header(self) -> Header:
        """The header to use."""
        return self.best.header


def read_header(folder: Path) -> HeaderRead:
    """Read both copies and choose; RecordDamaged when neither is whole.

    Raises NewerRecord, naming the version, for a format that this program does not know.
    """
    found: list[SealedHeader] = []
    damage: list[str] = []
    newer: NewerRecord | None = None
    for name in (HEADER, SPARE):
        try:
            found.append(_parsed(name, files.read_bytes(folder / name)))
        except NewerRecord as error:
            newer = error
        except DeskError as error:
            damage.append(f"{error.title}.")
    if newer is not None:
        raise newer
    if not found:
        raise RecordDamaged(
            "Both copies of the record's header are missing or damaged",
            "Restore record.header from a backup; without it no passphrase opens the record.",
        )
    found.sort(key=lambda copy: -copy.header.revision)
    other = found[1] if len(found) == 2 and found[1] != found[0] else None
    if other is not None:
        damage.append("The two copies of the header differ; the newer one is used.")
    return HeaderRead(found[0], other, tuple(damage))


def write_header(folder: Path, header: Header, keys: StoreKeys, raw: dict[str, Any]) -> None:
    """Write both copies, the first one first; unknown fields of ``raw`` are kept."""
    body = merged(raw, header)
    data = files.sealed({"header": body, "mac": keys.mac(files.canonical(body)).hex()})
    for name in (HEADER, SPARE):
        files.write_atomic(folder / name, data)


def merged(raw: dict[str, Any], header: Header) -> dict[str, Any]:
    """The header as JSON values over what was read, slot by slot, losing no unknown field."""
    body = {**raw, **msgspec.to_builtins(header)}
    before = {slot["id"]: slot for slot in raw.get("slots", ())}
    body["slots"] = [
        {**before.get(slot.id, {}), **msgspec.to_builtins(slot)} for slot in header.slots
    ]
    return body


def new_id() -> str:
    """Sixteen random bytes, as hex."""
    return os.urandom(16).hex()


def _parsed(name: str, data: bytes) -> SealedHeader:
    try:
        body = files.unsealed(data)
    except ValueError:
        raise RecordDamaged(f"{name} is damaged", "The other copy is used.") from None
    raw, mac = _halves(name, body)
    _refuse_newer(raw)
    try:
        header = msgspec.convert(raw, Header)
        sealed_mac = bytes.fromhex(mac)
    except (msgspec.ValidationError, ValueError):
        raise RecordDamaged(f"{name} holds what no Minors Desk writes", "Restore it.") from None
    return SealedHeader(header, raw, sealed_mac)


def _halves(name: str, body: Any) -> tuple[dict[str, Any], str]:
    if isinstance(body, dict):
        raw, mac = body.get("header"), body.get("mac")
        if isinstance(raw, dict) and isinstance(mac, str):
            return raw, mac
    raise RecordDamaged(f"{name} holds what no Minors Desk writes", "Restore it from a backup.")


def _refuse_newer(raw: dict[str, Any]) -> None:
    version = raw.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise NewerRecord(
            f"This record was written by a newer Minors Desk (record format {version})",
            f"Update Minors Desk on this computer; it reads up to format {FORMAT}.",
        )
