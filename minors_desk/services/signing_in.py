"""Coming to the desk: founding a record, signing in with a passphrase or the recovery key."""

import platform
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from os import urandom
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from minors_desk.domain.bodies import Body
from minors_desk.domain.entries import NewEntry
from minors_desk.domain.printed import Seen
from minors_desk.domain.station import (
    KeyIntroduced,
    Person,
    PersonAdded,
    SignedIn,
    Station,
    StationFounded,
    StationTelephoneSet,
    WrongTries,
)
from minors_desk.domain.stations import fold_station
from minors_desk.domain.when import Clock, uuid7
from minors_desk.errors import BadInput, CannotOpen
from minors_desk.services import packs, upgrading
from minors_desk.services.desk import Arrival, Desk, prepare
from minors_desk.storage import places, secrets, vault
from minors_desk.storage.journal import Journal
from minors_desk.storage.keys import KdfCost, calibrated_cost
from minors_desk.storage.signing import Chance
from minors_desk.storage.vault import Credentials, Vault

RECOVERY_LOGIN = "recovery-key"
SOMEBODY = "unknown login"
HOST_SHOWN = 100
_SYNCHRONISED = "The record lies in a folder that a cloud service copies: move it to another."


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a record is made of: the station, the law it is under, and its first person."""

    station: str
    jurisdiction: str
    zone: str
    login: str
    name: str
    badge: str
    code: str = ""
    agency: str = ""
    telephone: str = ""

    def station_code(self) -> str:
        """The code in case numbers: as given, or the initials of the station's name."""
        if self.code:
            return self.code.upper()
        words = re.findall(r"[A-Za-z0-9]+", self.station)
        return "".join(word[0] for word in words[:4]).upper() or "ST"


def check_founding(founding: Founding) -> None:
    """Raises BadInput naming the first field that cannot be so."""
    for field, value in (
        ("station", founding.station),
        ("user", founding.login),
        ("name", founding.name),
        ("badge", founding.badge),
    ):
        if not value.strip():
            raise BadInput(f"There is no {field}", "Give one.", field=field)
    check_place(founding.jurisdiction, founding.zone)
    if not re.fullmatch(r"[A-Z0-9]{1,8}", founding.station_code()):
        raise BadInput("That is no station code", "Give up to 8 letters and digits.", field="code")


def check_place(jurisdiction: str, zone: str) -> None:
    """Raises BadInput when one of the two cannot be so."""
    if not re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", jurisdiction):
        raise BadInput(
            "That is no jurisdiction", "Give one such as US-IL or CA-ON.", field="jurisdiction"
        )
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInput(
            "That is no time zone", "Give one such as America/Chicago.", field="zone"
        ) from None


def found(
    folder: Path, founding: Founding, passphrase: str, *, clock: Clock, cost: KdfCost | None = None
) -> tuple[Desk, str]:
    """Makes a record and signs its first person in; returns the desk and the recovery key.

    The first person is supervisor and administrator. The recovery key is shown once and kept
    nowhere. ``cost`` is calibrated on this computer when not given. Raises BadInput, CannotOpen.
    """
    opened, recovery = make_record(folder, founding, passphrase, now=clock(), cost=cost)
    return _at_desk(opened, clock), recovery


def make_record(
    folder: Path,
    founding: Founding,
    passphrase: str,
    *,
    now: datetime,
    cost: KdfCost | None = None,
    chance: Chance = urandom,
) -> tuple[Vault, str]:
    """As ``found``, but nobody has signed in yet; ``chance`` makes ids, salts and signing keys."""
    check_founding(founding)
    secrets.check_passphrase(passphrase, login=founding.login, station=founding.station)
    record_id = uuid7(now, chance(10))
    who = Credentials(login=founding.login, passphrase=passphrase)
    opened, recovery = vault.create(
        folder,
        record_id=record_id,
        person=who,
        now=now,
        cost=calibrated_cost() if cost is None else cost,
        chance=chance,
    )
    opened.journal.chance = chance
    bodies = _founding_entries(opened, founding, record_id, now)
    opened.journal.append(_station_items(opened, bodies, now), at=now)
    return opened, recovery


def sign_in(
    folder: Path,
    login: str,
    passphrase: str,
    *,
    clock: Clock,
    write: bool = True,
    at_once: bool = True,
) -> Desk:
    """Opens the record for that person; wrong tries so far become a station entry.

    That entry is written at once, or (``at_once=False``) with the first thing that is recorded:
    a single command that is refused then leaves no trace in the log.

    Raises WrongPassphrase, LockedOut, RecordBusy, NewerRecord, RecordDamaged or CannotOpen.
    """
    who = Credentials(login=login, passphrase=passphrase)
    opened = vault.open_vault(folder, who, now=clock(), write=write)
    return _at_desk(opened, clock, at_once=at_once)


def sign_in_with_recovery(folder: Path, key: str, *, clock: Clock) -> Desk:
    """Opens the record with the key of the recovery sheet, to release a locked login."""
    opened = vault.open_with_recovery(folder, key, now=clock(), write=True)
    return _at_desk(opened, clock)


def _founding_entries(
    opened: Vault, founding: Founding, record_id: UUID, now: datetime
) -> list[Body]:
    person_id, recovery_id = (uuid7(now, opened.journal.chance(10)) for _ in range(2))
    recovery_slot = opened.header.recovery()
    bodies: list[Body] = [
        StationFounded(
            occurred_at=now,
            record_id=record_id,
            station=founding.station,
            code=founding.station_code(),
            agency=founding.agency,
            jurisdiction=founding.jurisdiction,
            zone=founding.zone,
        ),
        PersonAdded(
            occurred_at=now,
            person_id=person_id,
            login=founding.login,
            name=founding.name,
            badge=founding.badge,
            roles=("supervisor", "administrator"),
        ),
        KeyIntroduced(
            occurred_at=now,
            person_id=person_id,
            public_key=opened.signer.public_key.hex(),
            reason="first",
        ),
    ]
    if recovery_slot is not None:
        bodies += [
            PersonAdded(
                occurred_at=now,
                person_id=recovery_id,
                login=RECOVERY_LOGIN,
                name="Recovery key",
                badge="",
                roles=("administrator",),
            ),
            KeyIntroduced(
                occurred_at=now,
                person_id=recovery_id,
                public_key=recovery_slot.public_key,
                reason="recovery",
            ),
        ]
    return [*bodies, *_set_at_first(founding, now)]


def _set_at_first(founding: Founding, now: datetime) -> Iterable[Body]:
    """What can be set otherwise later: the telephone, if one was given, and the rules in force."""
    number = founding.telephone.strip()
    if number:
        yield StationTelephoneSet(occurred_at=now, telephone=number)
    yield from (packs.adoption(name, now) for name in packs.shipped(founding.jurisdiction))


def _station_items(opened: Vault, bodies: Iterable[Body], now: datetime) -> list[NewEntry]:
    chance = opened.journal.chance
    return [NewEntry(id=uuid7(now, chance(10)), case_id=None, body=body) for body in bodies]


def _at_desk(opened: Vault, clock: Clock, *, at_once: bool = True) -> Desk:
    """Folds the station, finds who is at it, and (when writing) says that they signed in."""
    try:
        station = fold_station(opened.journal.what_made_station())
        person = _introduced(station, opened)
        in_force = packs.in_force(station)
        prepare(opened.journal, station, in_force)
        warnings = opened.damage
        if opened.missing_work is not None:
            warnings = (*warnings, opened.missing_work)
        if places.is_synchronised(opened.folder):
            warnings = (*warnings, _SYNCHRONISED)
        desk = Desk(
            vault=opened,
            person=person,
            station=station,
            packs=in_force,
            clock=clock,
            warnings=warnings,
            last_id=_last_id(opened.journal),
        )
        if opened.writes and opened.missing_work is None:
            backed_up, told = upgrading.bring_up(opened, clock())
            desk.warnings = (*desk.warnings, *told)
            opened.renew_index()
            opened.sweep_attachments()
            desk.arrival = _arrival(desk)
            if at_once or backed_up is not None:
                now = desk.clock()
                bodies = (desk.arrival.entry, backed_up)
                items = _station_items(opened, filter(None, bodies), now)
                opened.journal.append(items, at=now)
                desk.arrived()
    except BaseException:
        opened.close()
        raise
    return desk


def _last_id(journal: Journal) -> UUID | None:
    last = journal.log_head().ordinal
    return journal.entry(last).id if last else None


def _introduced(station: Station, opened: Vault) -> Person:
    person = station.author(opened.signer.chain)
    if person is None:
        raise CannotOpen(
            "This passphrase's signing key was never introduced in the record",
            "Run `minors-desk verify`, and ask a supervisor.",
        )
    # The header has no slot for such a key any more, unless somebody put an old copy back.
    if person.disabled or station.present_keys[person.id] != opened.signer.chain:
        raise CannotOpen("This login was disabled or reset", "Ask a supervisor to let you in.")
    return person


def _arrival(desk: Desk) -> Arrival:
    """The station entry whose signature binds everything that was there before."""
    pending = desk.vault.wrong_tries()
    tag_of, people = desk.vault.header.login_tag, desk.station.people.values()
    names = {tag_of(one.login): one.login for one in people}
    counted = Counter(names.get(one.login_tag, SOMEBODY) for one, _has_slot in pending)
    tries = tuple(WrongTries(login=login, count=count) for login, count in counted.items())
    body = SignedIn(
        occurred_at=desk.clock(),
        seen=seen(desk.journal),
        workstation=platform.node()[:HOST_SHOWN],
        wrong_tries=tries,
    )
    return Arrival(body, tuple(one for one, _has_slot in pending))


def seen(journal: Journal) -> Seen:
    """The head of the local log as an entry quotes it."""
    head = journal.log_head()
    return Seen(ordinal=head.ordinal, log_hash=head.log_hash.hex())
