"""A small founded record to try storage on: made once, copied for each test, opened without KDF."""

import random
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from minors_desk.domain.bodies import Body
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.entries import Entry, NewEntry
from minors_desk.domain.printed import PaperIssued, Seen
from minors_desk.domain.station import (
    KeyIntroduced,
    KeyReason,
    PersonAdded,
    Role,
    SignedIn,
    StationFounded,
)
from minors_desk.storage import slots, vault
from minors_desk.storage.header import read_header
from minors_desk.storage.keys import StoreKeys, passphrase_bytes
from minors_desk.storage.record import Vault
from minors_desk.storage.signing import NumberBy
from minors_desk.storage.slots import Unlocked
from minors_desk.storage.vault import Credentials

NIGHT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
RECORD = UUID("01933c1e-7a00-7000-8000-000000000001")
RIVERA = Credentials(login="rivera", passphrase="three lamps over the harbour")  # noqa: S106
OKAFOR = Credentials(login="okafor", passphrase="slow trains leave before dawn")  # noqa: S106
CANARY = "Xochitl-Canario Ñandú"
MINUTE = timedelta(minutes=1)
ZERO = bytes(32).hex()


@dataclass(frozen=True)
class Template:
    """The founded record and what opens it."""

    folder: Path
    recovery_key: str
    rivera: Unlocked
    okafor: Unlocked
    case_id: UUID

    def copy(self, to: Path) -> Path:
        """A record of one's own to spoil."""
        shutil.copytree(self.folder, to)
        return to

    def open(self, folder: Path, *, write: bool = True, who: str = "rivera") -> Vault:
        """Open a copy without deriving a key; as the database and files are, header unread."""
        unlocked = self.rivera if who == "rivera" else self.okafor
        keys = StoreKeys(unlocked.keys.record, bytearray(unlocked.keys.store))
        opened = vault.open_unlocked(
            folder, replace(unlocked, keys=keys), login=who, now=NIGHT, write=write
        )
        opened.journal.number_by = NumberBy("AC", "America/Chicago")
        return opened


def dice(seed: str | int) -> random.Random:
    """Chance that falls the same way each time."""
    return random.Random(seed)  # noqa: S311 - no secret is made of it


def add(opened: Vault, *bodies: Body, case_id: UUID | None = None, minutes: int = 0) -> list[Entry]:
    """Append bodies as one save, recorded so many minutes into the night."""
    items = [NewEntry(id=uuid4(), case_id=case_id, body=body) for body in bodies]
    return list(opened.journal.append(items, at=NIGHT + minutes * MINUTE))


def met() -> Encountered:
    """A child was met."""
    return Encountered(occurred_at=NIGHT, encounter_id=uuid4(), place="bus station")


def checked(note: str = "") -> WelfareChecked:
    """A welfare check."""
    return WelfareChecked(occurred_at=NIGHT, condition="calm", note=note)


def signed_in(opened: Vault) -> SignedIn:
    """The entry by which a person's signature binds all that was there before."""
    return SignedIn(occurred_at=NIGHT, seen=seen(opened))


def seen(opened: Vault) -> Seen:
    """The head of the log as entries quote it."""
    head = opened.journal.log_head()
    return Seen(ordinal=head.ordinal, log_hash=head.log_hash.hex())


def issued(opened: Vault) -> PaperIssued:
    """A paper was issued."""
    return PaperIssued(
        occurred_at=NIGHT,
        paper="transfer_receipt",
        template=1,
        number="TR-1",
        version=1,
        copy=1,
        digest=ZERO,
        seen=seen(opened),
    )


def unlocked(folder: Path, who: Credentials) -> Unlocked:
    """Derive the keys of a person once."""
    return slots.unlock(
        read_header(folder),
        lambda header: header.person(who.login),
        passphrase_bytes(who.passphrase),
    )


def make(folder: Path) -> Template:
    """Found a station with a supervisor and an officer, and one case of a few entries."""
    opened, recovery_key = vault.create(folder, record_id=RECORD, person=RIVERA, now=NIGHT)
    opened.journal.number_by = NumberBy("AC", "America/Chicago")
    rivera, recovery, okafor = uuid4(), uuid4(), uuid4()
    add(opened, _founded(), _person(rivera, "rivera", "supervisor", "administrator"))
    add(opened, _key(rivera, opened.signer.public_key.hex(), "first"))
    add(opened, _person(recovery, "recovery-key", "administrator"))
    add(opened, _key(recovery, opened.header.recovery().public_key, "recovery"))
    slot = opened.new_slot(OKAFOR)
    add(opened, _person(okafor, "okafor", "officer"), _key(okafor, slot.public_key, "added"))
    opened.keep_slot(slot)
    case_id = uuid4()
    began = CustodyBegan(
        occurred_at=NIGHT, starts_from="contact", place="station", room="2", watched_by="Okafor"
    )
    add(opened, met(), began, case_id=case_id)
    for minute in range(1, 6):
        add(opened, checked(CANARY), case_id=case_id, minutes=minute)
    opened.close()
    keys = [unlocked(folder, who) for who in (RIVERA, OKAFOR)]
    return Template(folder, recovery_key, keys[0], keys[1], case_id)


def _founded() -> StationFounded:
    return StationFounded(
        occurred_at=NIGHT,
        record_id=RECORD,
        station="Area Central",
        code="AC",
        jurisdiction="US-IL",
        zone="America/Chicago",
    )


def _person(person_id: UUID, login: str, *roles: Role) -> PersonAdded:
    return PersonAdded(
        occurred_at=NIGHT, person_id=person_id, login=login, name=login, badge="1", roles=roles
    )


def _key(person_id: UUID, public_key: str, reason: KeyReason) -> KeyIntroduced:
    return KeyIntroduced(
        occurred_at=NIGHT, person_id=person_id, public_key=public_key, reason=reason
    )
