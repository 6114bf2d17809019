"""Who may open a record: the key slots of its header, and the wrong tries that were counted."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from minors_desk.domain.chain import chain_id
from minors_desk.errors import BadInput, CannotOpen, WrongPassphrase
from minors_desk.storage import attempts, slots
from minors_desk.storage.attempts import WrongTry
from minors_desk.storage.head_mark import MarkFile
from minors_desk.storage.header import Header, Slot, read_header, write_header
from minors_desk.storage.keys import FLOOR, KdfCost, StoreKeys, passphrase_bytes
from minors_desk.storage.lock import WriterLock
from minors_desk.storage.slots import SlotRequest, Unlocked


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Credentials:
    """Who opens or makes a record: login and passphrase as typed."""

    login: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class Writer:
    """What only the one who writes holds."""

    lock: WriterLock
    mark: MarkFile | None

    def close(self) -> None:
        """Let go of the mark, then of the lock."""
        if self.mark is not None:
            self.mark.close()
        self.lock.close()


class Opened:
    """The header of an open record, and the keys that it gave."""

    def __init__(self, folder: Path, unlocked: Unlocked, writer: Writer | None) -> None:
        self.folder = folder
        self.slot = unlocked.slot
        self._unlocked = unlocked
        self._sealed = unlocked.sealed
        self._keys = unlocked.keys
        self._writer = writer

    @property
    def header(self) -> Header:
        """Who may open this record, and which record it is."""
        return self._sealed.header

    @property
    def record_id(self) -> UUID:
        """The id of this record."""
        return self.header.record

    @property
    def writes(self) -> bool:
        """Whether it was opened for writing."""
        return self._writer is not None

    @property
    def founder_key(self) -> bytes:
        """The public key that signed itself in; its fingerprint stands on the recovery sheet."""
        return bytes.fromhex(self.header.founder_key)

    @property
    def fingerprint(self) -> str:
        """The founder's key as people compare it: eight groups of four signs."""
        digits = chain_id(self.founder_key).hex()[:32].upper()
        return "-".join(digits[at : at + 4] for at in range(0, 32, 4))

    @property
    def head_key(self) -> bytearray:
        """The key of the head mark, for verify."""
        return self._keys.head

    def unlocked_again(self) -> Unlocked:
        """The same way in once more, for a copy of this record; it wipes its own keys."""
        keys = StoreKeys(self._keys.record, bytearray(self._keys.store))
        return replace(self._unlocked, sealed=self._sealed, keys=keys)

    def write_header_into(self, folder: Path) -> None:
        """Write both copies of the header as it is now into the folder of a copy."""
        write_header(folder, self.header, self._keys, self._sealed.raw)

    def mac(self, data: bytes) -> bytes:
        """The MAC by which a backup shows that nobody without the store key wrote it."""
        return self._keys.mac(data)

    def _may_write(self) -> None:
        if self._writer is None:
            raise CannotOpen("The record is open for reading only", "Open it again to write.")


class Access(Opened):
    """Who may open a record: its key slots, and the wrong tries at them."""

    def has_login(self, login: str) -> bool:
        """Whether a login has a key slot."""
        return self.header.person(login) is not None

    def new_slot(self, who: Credentials, cost: KdfCost = FLOOR, *, again: bool = False) -> Slot:
        """A key slot with a new signing key; nothing is written yet.

        Write the entry that introduces ``public_key`` first and then call ``keep_slot``: a person
        in the log without a way in is harmless, a way in that the log does not know is not.
        Raises BadInput when the login has a slot already, unless it is to be made ``again``.
        """
        if not again and self.has_login(who.login):
            raise BadInput("That login is taken", "Choose another login.", field="login")
        return self._made(who, cost)

    def changed_slot(
        self, who: Credentials, new: str, now: datetime, cost: KdfCost = FLOOR
    ) -> Slot:
        """The person's slot under a new passphrase, with the signing key it had.

        ``who`` holds the present passphrase; a wrong one is counted as at sign-in. Nothing of the
        slot is written yet. Raises WrongPassphrase or LockedOut.
        """
        self._may_write()
        tag = self.header.login_tag(who.login)
        attempts.delay(self.folder, tag, now)
        try:
            unlocked = slots.unlock(
                read_header(self.folder),
                lambda header: header.person(who.login),
                passphrase_bytes(who.passphrase),
            )
        except WrongPassphrase:
            attempts.failed(self.folder, tag, now, may_lock=True)
            raise
        attempts.succeeded(self.folder, tag, now)
        unlocked.keys.wipe()
        chosen = Credentials(login=who.login, passphrase=new)
        return self._made(chosen, cost, unlocked.signing_key)

    def keep_slot(self, slot: Slot) -> None:
        """Write a slot into both copies of the header, in place of one for the same login."""
        self._may_write()
        self._keep(slot.login_tag, slot)

    def drop_slot(self, login: str) -> None:
        """Take a login's way in out of both copies of the header."""
        self._may_write()
        self._keep(self.header.login_tag(login))

    def _made(
        self, who: Credentials, cost: KdfCost, signing: Ed25519PrivateKey | None = None
    ) -> Slot:
        request = SlotRequest(
            kind="person",
            tag=self.header.login_tag(who.login),
            secret=passphrase_bytes(who.passphrase),
            cost=cost,
        )
        record = bytes.fromhex(self.header.record_id)
        return slots.make_slot(request, self._keys.store, record, self.header.generation, signing)

    def _keep(self, tag: str, *new: Slot) -> None:
        """The slots without that login's, and the new ones."""
        kept = (*(one for one in self.header.slots if one.login_tag != tag), *new)
        revision = self.header.revision + 1
        header = msgspec.structs.replace(self.header, slots=kept, revision=revision)
        write_header(self.folder, header, self._keys, self._sealed.raw)
        self._sealed = read_header(self.folder).best

    def wrong_tries(self) -> tuple[tuple[WrongTry, bool], ...]:
        """Wrong tries that are no station entries yet, each with whether its login has a slot."""
        known = {slot.login_tag for slot in self.header.slots}
        return tuple((one, one.login_tag in known) for one in attempts.pending(self.folder))

    def wrong_tries_written(self, tries: tuple[WrongTry, ...]) -> None:
        """Forget them: they are in the log now."""
        self._may_write()
        attempts.written_down(self.folder, tries)

    def unlock_login(self, login: str, now: datetime) -> None:
        """Let a locked login try again; services ask first who does it."""
        self._may_write()
        attempts.unlock(self.folder, self.header.login_tag(login), now)

    def is_locked(self, login: str) -> bool:
        """Whether a login is locked after wrong tries."""
        book, _ = attempts.read(self.folder)
        tries = book.tries.get(self.header.login_tag(login))
        return tries is not None and tries.locked
