"""Who is at the desk: the open record, the person signed in, the clock, the rules in force."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from minors_desk.domain import board
from minors_desk.domain.ages import ADULT_MONTHS, adult_months
from minors_desk.domain.case import Case
from minors_desk.domain.rules import Pack
from minors_desk.domain.searching import WORDS_VERSION
from minors_desk.domain.station import Person, SignedIn, Station, StationFounded
from minors_desk.domain.stations import fold_station
from minors_desk.domain.when import Clock, uuid7
from minors_desk.errors import RecordDamaged
from minors_desk.services import packs
from minors_desk.storage.attempts import WrongTry
from minors_desk.storage.index import Summariser, Summary
from minors_desk.storage.journal import Journal
from minors_desk.storage.signing import NumberBy
from minors_desk.storage.vault import Vault

BEHIND = timedelta(seconds=120)
"""A clock this far behind the last entry was set back; it is said once (CONTRACT 1.8)."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """That somebody signed in, not written down yet; with the wrong tries it tells of."""

    entry: SignedIn
    tries: tuple[WrongTry, ...]


@dataclass(frozen=True, slots=True)
class Reads:
    """The cases whose reading by the person at the desk is in the log for one hour (UTC)."""

    hour: datetime
    cases: frozenset[UUID]


@dataclass(slots=True, kw_only=True)
class Desk:
    """An open record with a person at it; screens hold it and never look inside."""

    vault: Vault
    person: Person
    station: Station = field(repr=False)
    packs: tuple[Pack, ...] = field(repr=False)
    clock: Clock
    warnings: tuple[str, ...] = ()
    clock_told: bool = field(default=False)
    last_id: UUID | None = field(default=None)
    arrival: Arrival | None = field(default=None)
    reads: Reads | None = field(default=None)

    @property
    def journal(self) -> Journal:
        """The log of the open record."""
        return self.vault.journal

    @property
    def founded(self) -> StationFounded:
        """Name, code, jurisdiction and zone of the station."""
        if self.station.founded is None:
            raise RecordDamaged(
                "This record does not say which station it belongs to",
                "Run `minors-desk verify`, and restore a backup.",
            )
        return self.station.founded

    @property
    def zone(self) -> str:
        """The station's zone, e.g. ``America/Chicago``."""
        return self.founded.zone

    def now(self) -> datetime:
        """The instant duties are counted to: the clock, but never before the last entry (UTC)."""
        last = self.journal.last_recorded_at()
        present = self.clock()
        return present if last is None else max(present, last)

    def new_id(self) -> UUID:
        """A UUIDv7 made at this desk, greater than the one before it."""
        self.last_id = uuid7(self.clock(), self.journal.chance(10), after=self.last_id)
        return self.last_id

    @property
    def must_change(self) -> bool:
        """Whether the person's passphrase is a temporary one: nothing else is allowed before."""
        return self.person.id in self.station.temporary

    def author(self, chain: bytes) -> Person | None:
        """Who wrote with that key."""
        return self.station.author(chain)

    def arrived(self) -> None:
        """The entry of the arrival is in the log now, and the tries it tells of with it."""
        if self.arrival is not None and self.arrival.tries:
            self.vault.wrong_tries_written(self.arrival.tries)
        self.arrival = None

    def look_again(self) -> None:
        """Folds the station anew, after an entry about the station itself."""
        self.station = fold_station(self.journal.what_made_station())
        self.person = self.station.people.get(self.person.id, self.person)
        self.packs = packs.in_force(self.station)
        prepare(self.journal, self.station, self.packs)

    def settle(self) -> None:
        """Folds the write-ahead log into the database; screens ask for it when nobody types."""
        if self.vault.writes:
            self.vault.checkpoint()

    def close(self) -> None:
        """Closes the record: checkpoint, keys wiped, lock released."""
        self.vault.close()


def prepare(journal: Journal, station: Station, in_force: Sequence[Pack]) -> None:
    """Tells the journal what numbers a case and what its index row is made of."""
    founded = station.founded
    if founded is not None:
        journal.number_by = NumberBy(founded.code, founded.zone)
        adult = adult_months(founded.jurisdiction)
        journal.summariser = summariser(station, tuple(in_force), founded.zone, adult)


def summariser(
    station: Station, in_force: tuple[Pack, ...], zone: str, adult: int = ADULT_MONTHS
) -> Summariser:
    """Derives the index row of a case under its packs; the domain decides what is in it."""

    def summary(case: Case) -> Summary:
        judging = packs.judging(case, station, in_force)
        made = board.card(case, judging, zone, adult)
        return Summary(
            state=made.state,
            started_at=made.custody_start,
            ended_at=made.custody_end,
            sort_key=board.urgency(made),
            card=board.stored(made),
            on_board=board.is_on_board(made),
            waits=made.review_waits,
        )

    return Summariser(board.CARD_VERSION * 1000 + WORDS_VERSION, summary)
