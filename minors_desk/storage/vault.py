"""A record folder as a whole: make one, open it with a passphrase or the recovery key, close it.

The folder holds ``record.header`` with its copy, the encrypted database, ``head.mark``,
``attempts.json`` and ``record.lock``; ``kept/`` only while work is missing.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec
import sqlalchemy as sa

from minors_desk.domain.chain import START
from minors_desk.errors import CannotOpen, RecordDamaged, WrongPassphrase
from minors_desk.storage import (
    attempts,
    files,
    head_mark,
    places,
    schema,
    secrets,
    slots,
    tables,
    wal,
)
from minors_desk.storage import engine as engines
from minors_desk.storage.access import Credentials, Writer
from minors_desk.storage.head_mark import Mark, MarkFile
from minors_desk.storage.header import (
    FORMAT,
    HEADER,
    Header,
    new_id,
    read_header,
    write_header,
)
from minors_desk.storage.keys import FLOOR, KdfCost, StoreKeys, new_store_key, passphrase_bytes
from minors_desk.storage.lock import WriterLock, acquire
from minors_desk.storage.record import Vault
from minors_desk.storage.signing import Chance
from minors_desk.storage.slots import SlotRequest, Unlocked

NOBODY = "unknown login"
RECOVERY = "recovery key"
Pause = Callable[[float], None]

__all__ = ["Credentials", "Vault", "create", "open_unlocked", "open_vault", "open_with_recovery"]


def create(
    folder: Path,
    *,
    record_id: UUID,
    person: Credentials,
    now: datetime,
    cost: KdfCost = FLOOR,
    chance: Chance = os.urandom,
) -> tuple[Vault, str]:
    """Make a record in a new or empty folder; returns it open for writing, and the recovery key.

    The first person's key signs itself in: services append the founding entries next. The header
    is written last, so a folder without one is no record. Passphrase rules are the caller's
    (``secrets.check_passphrase``). ``chance`` makes the signing keys, and nothing that keeps a
    secret: an invented record is signed alike each time, and locked differently.
    """
    places.refuse_network(folder)
    places.refuse_synchronised(folder)
    files.make_folder(folder)
    if any(folder.iterdir()):
        raise CannotOpen("The folder for the new record is not empty", "Choose an empty folder.")
    shown, recovery = secrets.new_recovery_key()
    keys = StoreKeys(record_id.bytes, new_store_key())
    header = _new_header(record_id, keys, _slots_for(person, recovery, cost, chance))
    held = acquire(folder, login=person.login, now=now)
    try:
        _create_database(folder, header, keys)
        attempts.create(folder)
        head_mark.create_mark(folder, keys.head, Mark(0, START))
        write_header(folder, header, keys, {})
    finally:
        keys.wipe()
        held.close()
    return open_vault(folder, person, now=now, write=True), shown


def open_vault(
    folder: Path, who: Credentials, *, now: datetime, write: bool, pause: Pause = time.sleep
) -> Vault:
    """Open a record with a login and its passphrase.

    Raises WrongPassphrase (counted), LockedOut, RecordBusy (another writes), NewerRecord,
    RecordDamaged or CannotOpen. After three wrong tries it waits before it tries again.
    """
    _refuse_no_record(folder)
    read = read_header(folder)
    slot = read.header.person(who.login)
    tag = NOBODY if slot is None else slot.login_tag
    pause(attempts.delay(folder, tag, now))
    try:
        unlocked = slots.unlock(
            read, lambda header: header.person(who.login), passphrase_bytes(who.passphrase)
        )
    except WrongPassphrase:
        attempts.failed(folder, tag, now, may_lock=slot is not None)
        raise
    attempts.succeeded(folder, tag, now)
    return open_unlocked(folder, unlocked, login=who.login, now=now, write=write)


def open_with_recovery(folder: Path, typed: str, *, now: datetime, write: bool) -> Vault:
    """Open a record with the recovery key from its sheet; it is never locked.

    Raises BadInput for a mistyped key, else as ``open_vault``.
    """
    secret = secrets.parse_recovery_key(typed)
    _refuse_no_record(folder)
    read = read_header(folder)
    try:
        unlocked = slots.unlock(read, lambda header: header.recovery(), secret)
    except WrongPassphrase:
        attempts.failed(folder, slots.RECOVERY_TAG, now, may_lock=False)
        raise WrongPassphrase(
            "That recovery key belongs to another record", "Look for the sheet of this one."
        ) from None
    return open_unlocked(folder, unlocked, login=RECOVERY, now=now, write=write)


def open_unlocked(
    folder: Path, unlocked: Unlocked, *, login: str, now: datetime, write: bool
) -> Vault:
    """Open the database of an unlocked header, and compare its log with the sealed head.

    The mark is read first: a writer elsewhere may go on meanwhile, and it never leads. A mark
    that leads, disagrees or is unreadable makes the vault refuse to append and say why.
    """
    held = acquire(folder, login=login, now=now) if write else None
    try:
        return _open(folder, unlocked, held)
    except BaseException:
        if held is not None:
            held.close()
        raise


def _open(folder: Path, unlocked: Unlocked, held: WriterLock | None) -> Vault:
    header, keys = unlocked.header, unlocked.keys
    database = folder / header.database
    engines.check_file(database)
    kept = None if held is None else wal.keep_copy(database)
    seal = _read_seal(folder, keys)
    engine = engines.open_engine(database, keys.database(header.generation), write=held is not None)
    mark = None
    try:
        with engines.in_sentences(), engine.connect() as connection:
            schema.check_schema(connection)
            _check_record(connection, header)
        mark = None if held is None else _mark_file(folder, keys, seal)
        writer = None if held is None else Writer(held, mark)
        vault = Vault(folder, unlocked, engine, writer)
        vault.damage = (*vault.damage, *seal.damage)
        vault.journal.missing_work = seal.trouble or _disagreement(vault, seal.mark)
        if held is not None:
            _tidy(vault, unlocked, kept)
    except BaseException:
        if mark is not None:
            mark.close()
        engine.dispose()
        raise
    return vault


@dataclass(frozen=True, slots=True)
class _Seal:
    """The sealed head as found: a mark, or the trouble with it."""

    mark: Mark
    read: head_mark.MarkRead | None
    damage: tuple[str, ...]
    trouble: str | None


def _read_seal(folder: Path, keys: StoreKeys) -> _Seal:
    try:
        read = head_mark.read_mark(folder, keys.head)
    except RecordDamaged as error:
        title = f"{error.title}."
        return _Seal(Mark(0, START), None, (title,), title)
    return _Seal(read.mark, read, read.damage, None)


def _mark_file(folder: Path, keys: StoreKeys, seal: _Seal) -> MarkFile | None:
    if seal.read is None:
        return None
    if seal.damage:
        head_mark.create_mark(folder, keys.head, seal.mark)
    return MarkFile(folder, keys.head, seal.read)


def _disagreement(vault: Vault, mark: Mark) -> str | None:
    """What the sealed head says against the log, in a sentence; None when they agree."""
    head = vault.journal.log_head()
    if mark.ordinal > head.ordinal:
        return (
            f"Saved work is missing: {mark.ordinal} entries were acknowledged, "
            f"the log ends at {head.ordinal}"
        )
    if mark.ordinal == 0:
        return None if mark.log_hash == START else "The sealed head belongs to another log"
    with vault.journal.reading() as connection:
        stored = connection.execute(
            sa.select(tables.entries.c.log_hash).where(tables.entries.c.ordinal == mark.ordinal)
        ).scalar()
    if stored == mark.log_hash:
        return None
    return f"The log was changed: entry {mark.ordinal} is not the one that was sealed"


def _tidy(vault: Vault, unlocked: Unlocked, kept: Path | None) -> None:
    """What the one who writes mends at opening, once all is proved."""
    if unlocked.damage:
        write_header(vault.folder, unlocked.header, unlocked.keys, unlocked.sealed.raw)
    if vault.missing_work is not None:
        vault.kept = kept
        return
    vault.journal.seal_head()
    if kept is not None:
        wal.drop_copy(kept)


def _check_record(connection: sa.Connection, header: Header) -> None:
    meta = tables.meta
    told = connection.execute(sa.select(meta.c.value).where(meta.c.name == "record_id")).scalar()
    if told != bytes.fromhex(header.record_id):
        raise RecordDamaged("The database belongs to another record", "Restore it from a backup.")


def _refuse_no_record(folder: Path) -> None:
    places.refuse_network(folder)
    if not folder.is_dir():
        raise CannotOpen("There is no record folder of that name", "Check the name after --record.")
    names = (HEADER, f"{HEADER}.bak")
    if not any((folder / name).exists() or (folder / name).is_symlink() for name in names):
        raise CannotOpen(
            "The folder holds no record", "Check the name, or make a record with `init`."
        )


def _create_database(folder: Path, header: Header, keys: StoreKeys) -> None:
    with engines.in_sentences():
        engine = engines.create_engine(folder / header.database, keys.database(header.generation))
        try:
            with engine.begin() as connection:
                schema.create_schema(connection)
                told = {"name": "record_id", "value": bytes.fromhex(header.record_id)}
                connection.execute(sa.insert(tables.meta), [told])
        finally:
            engine.dispose()


def _slots_for(
    person: Credentials, recovery: bytes, cost: KdfCost, chance: Chance
) -> Callable[[Header], tuple[SlotRequest, ...]]:
    """What the first two slots are made for, once there is a header whose tags they bear."""

    def requests(bare: Header) -> tuple[SlotRequest, ...]:
        first = SlotRequest(
            kind="person",
            tag=bare.login_tag(person.login),
            secret=passphrase_bytes(person.passphrase),
            cost=cost,
            chance=chance,
        )
        return first, replace(first, kind="recovery", tag=slots.RECOVERY_TAG, secret=recovery)

    return requests


def _new_header(
    record_id: UUID, keys: StoreKeys, requests: Callable[[Header], tuple[SlotRequest, ...]]
) -> Header:
    bare = Header(
        format=FORMAT,
        revision=1,
        record_id=record_id.hex,
        generation=1,
        database="data-1.db",
        salt=new_id() + new_id(),
        founder_key="",
        slots=(),
    )
    made = tuple(slots.make_slot(one, keys.store, record_id.bytes, 1) for one in requests(bare))
    return msgspec.structs.replace(bare, slots=made, founder_key=made[0].public_key)
