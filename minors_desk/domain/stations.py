"""The station folded from its entries: its name, people, keys, rule packs and directory."""

from collections.abc import Callable, Iterable
from typing import Any

from minors_desk.domain.bodies import Body
from minors_desk.domain.chain import chain_id
from minors_desk.domain.entries import Entry, Unread
from minors_desk.domain.station import (
    AdoptedPack,
    AgencyLine,
    ClockJumped,
    DirectoryLineSet,
    KeyIntroduced,
    LoginReleased,
    PackAdopted,
    Person,
    PersonAdded,
    SignedIn,
    Station,
    StationFounded,
)


def fold_station(entries: Iterable[Entry], station: Station | None = None) -> Station:
    """The station that these entries tell, in local order; goes on from ``station`` if given."""
    told = Station() if station is None else station
    for entry in entries:
        if isinstance(entry.body, Unread):
            told.unread += 1
            continue
        if isinstance(entry.body, Body) and type(entry.body) in HANDLERS:
            HANDLERS[type(entry.body)](told, entry, entry.body)
    return told


def _founded(station: Station, _entry: Entry, body: StationFounded) -> None:
    if station.founded is None:
        station.founded = body


def _person(station: Station, _entry: Entry, body: PersonAdded) -> None:
    station.people[body.person_id] = Person(
        id=body.person_id,
        login=body.login,
        name=body.name,
        badge=body.badge,
        roles=frozenset(body.roles),
    )


def _key(station: Station, _entry: Entry, body: KeyIntroduced) -> None:
    station.keys[chain_id(bytes.fromhex(body.public_key))] = body.person_id


def _pack(station: Station, _entry: Entry, body: PackAdopted) -> None:
    station.packs[body.pack] = AdoptedPack(
        pack=body.pack, content=body.content, content_hash=body.content_hash
    )


def _line(station: Station, entry: Entry, body: DirectoryLineSet) -> None:
    founded = station.founded
    station.directory[body.line_id] = AgencyLine(
        id=body.line_id,
        jurisdiction=body.jurisdiction or ("" if founded is None else founded.jurisdiction),
        name=body.name,
        purpose=body.purpose,
        number=body.number,
        hours=body.hours,
        note=body.note,
        set_by=station.author(entry.chain),
        set_at=entry.recorded_at,
    )


def _nothing(station: Station, _entry: Entry, body: Body) -> None:
    """Told for the record only; the station is the same after it."""


HANDLERS: dict[type[Body], Callable[[Station, Entry, Any], None]] = {
    StationFounded: _founded,
    PersonAdded: _person,
    KeyIntroduced: _key,
    PackAdopted: _pack,
    SignedIn: _nothing,
    LoginReleased: _nothing,
    ClockJumped: _nothing,
    DirectoryLineSet: _line,
}
