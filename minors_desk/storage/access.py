"""Who may open a record: the key slots of its header, and the wrong tries that were counted."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec

from minors_desk.domain.chain import chain_id
from minors_desk.errors import BadInput, CannotOpen
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


class Access:
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

    def has_login(self, login: str) -> bool:
        """Whether a login has a key slot."""
        return self.header.person(login) is not None

    def new_slot(self, who: Credentials, cost: KdfCost = FLOOR) -> Slot:
        """A key slot for a new person; nothing is written yet.

        Write the entry that introduces ``public_key`` first and then call ``keep_slot``: a person
        in the log without a way in is harmless, a way in that the log does not know is not.
        Raises BadInput when the login has a slot already.
        """
        if self.has_login(who.login):
            raise BadInput("That login is taken", "Choose another login.", field="login")
        request = SlotRequest(
            kind="person",
            tag=self.header.login_tag(who.login),
            secret=passphrase_bytes(who.passphrase),
            cost=cost,
        )
        record = bytes.fromhex(self.header.record_id)
        return slots.make_slot(request, self._keys.store, record, self.header.generation)

    def keep_slot(self, slot: Slot) -> None:
        """Write a new slot into both copies of the header."""
        self._may_write()
        header = msgspec.structs.replace(
            self.header, slots=(*self.header.slots, slot), revision=self.header.revision + 1
        )
        self._write(header)

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

    def _may_write(self) -> None:
        if self._writer is None:
            raise CannotOpen("The record is open for reading only", "Open it again to write.")

    def _write(self, header: Header) -> None:
        write_header(self.folder, header, self._keys, self._sealed.raw)
        self._sealed = read_header(self.folder).best
