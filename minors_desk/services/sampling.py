"""Makes a record of invented cases: to try the program with, to measure it, to teach with.

Ids, salts and signing keys come from the seed, so that the same seed gives the same log to the
byte. What locks the record comes from chance, as always.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from os import urandom
from pathlib import Path
from random import Random
from uuid import UUID

from minors_desk.domain.encounter import case_number
from minors_desk.domain.entries import NewEntry
from minors_desk.domain.stations import fold_station
from minors_desk.domain.story import Story
from minors_desk.domain.when import in_zone, uuid7
from minors_desk.services import packs
from minors_desk.services.desk import Desk, prepare
from minors_desk.services.inventing import Invented, Inventor
from minors_desk.services.retelling import began, brought_to, place_of, retold
from minors_desk.services.sample_data import sample_data
from minors_desk.services.signing_in import Founding, make_record
from minors_desk.storage.keys import FLOOR
from minors_desk.storage.record import Vault

LOGIN = "officer"
UNTIL = datetime(2026, 10, 31, 12, 0, tzinfo=UTC)
"""The last morning of the sample, unless another is asked for: a fixed one, so that it is equal."""
CASES_A_SAVE = 500
AFTER = timedelta(seconds=40)
"""So long after it happened an invented entry was written down."""
FOUNDING = Founding(
    station="Area Central (invented)",
    code="AC",
    jurisdiction="US-IL",
    zone="America/Chicago",
    login=LOGIN,
    name="S. Sample",
    badge="1000",
    agency="Invented police department",
)
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sampled:
    """How much was invented."""

    cases: int
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a record is made of: so many invented cases up to an instant (UTC), and stories."""

    cases: int = 0
    seed: int = 1
    until: datetime = UNTIL
    stories: tuple[Story, ...] = ()


@dataclass(slots=True)
class _Numbers:
    """The numbers that the journal will give: both count by year, in the order of encounters."""

    code: str
    zone: str
    last: dict[int, int] = field(default_factory=dict)

    def next(self, begins: datetime) -> str:
        """That of a case whose child was met at that instant."""
        year = in_zone(begins + AFTER, self.zone).year
        self.last[year] = self.last.get(year, 0) + 1
        return case_number(self.code, year, self.last[year])


def new_passphrase() -> str:
    """One that nobody can guess: the cases are invented, the habit is not."""
    signs = [_ALPHABET[one % len(_ALPHABET)] for one in urandom(25)]
    return "-".join("".join(signs[at : at + 5]) for at in range(0, 25, 5))


def make_sample(
    folder: Path,
    passphrase: str,
    *,
    cases: int,
    seed: int,
    until: datetime = UNTIL,
    progress: Progress | None = None,
) -> Sampled:
    """A record of so many cases in a new or empty folder; the login is ``officer``.

    Raises CannotOpen when there is something in the folder.
    """
    return make(folder, passphrase, Wish(cases=cases, seed=seed, until=until), progress)


def make(folder: Path, passphrase: str, wish: Wish, progress: Progress | None = None) -> Sampled:
    """A record of what is wished in a new or empty folder; the login is ``officer``.

    With stories it is of a station of their place, and each is a real case of it, told so late that
    its last look was just before ``until``; what is invented besides happened before them.
    Raises CannotOpen when there is something in the folder, BadInput for stories of several places.
    """
    founding, stories, until = FOUNDING, wish.stories, wish.until
    if stories:
        jurisdiction, zone = place_of(stories)
        founding = replace(FOUNDING, jurisdiction=jurisdiction, zone=zone)
        stories = tuple(brought_to(one, until) for one in stories)
        until = began(stories) - timedelta(minutes=1)
    # Two sources, so that the cases stay the same however many bytes their log takes.
    dice = Random(f"minors-desk cases {wish.seed}")  # noqa: S311 - it has to be the same each time
    chance = Random(f"minors-desk bytes {wish.seed}").randbytes  # noqa: S311 - likewise
    inventor = Inventor(dice, sample_data())
    moments = inventor.moments(wish.cases, until)
    begins = until - timedelta(days=731)
    vault, _recovery = make_record(
        folder, founding, passphrase, now=begins, cost=FLOOR, chance=chance
    )
    try:
        station = fold_station(vault.journal.what_made_station())
        prepare(vault.journal, station, packs.in_force(station))
        cases, numbers = wish.cases, _Numbers(founding.code, founding.zone)
        written = _write(vault, inventor, moments, until, progress, numbers)
        if stories:
            told = retold(stories, founding.code, chance, numbers.last)
            vault.journal.append(told.items, at=told.times[-1], times=told.times)
            vault.checkpoint()
            cases, written = cases + told.cases, written + len(told.items)
    finally:
        vault.close()
    return Sampled(cases, written)


def make_night(desk: Desk, *, cases: int, seed: int) -> Sampled:
    """Adds so many invented children to an open record without cases: the last two nights.

    Most are with us at the desk's present, some were handed over. For trying the window only.
    """
    until = desk.clock()
    dice = Random(f"minors-desk night {seed}")  # noqa: S311 - it has to be the same each time
    hours = (dice.choice((2, 5, 9, 30)) * dice.random() for _ in range(cases))
    moments = sorted(until - timedelta(hours=one, minutes=10) for one in hours)
    inventor = Inventor(dice, sample_data())
    numbers = _Numbers(desk.founded.code, desk.zone)
    written = _write(desk.vault, inventor, moments, until, None, numbers)
    return Sampled(cases, written)


def _write(
    vault: Vault,
    inventor: Inventor,
    moments: Sequence[datetime],
    until: datetime,
    progress: Progress | None,
    numbers: "_Numbers",
) -> int:
    """Saves them 500 cases at a time, each entry at its own time; how many entries."""
    written = 0
    for start in range(0, len(moments), CASES_A_SAVE):
        batch = [
            inventor.case(_id(vault, begins), begins, numbers.next(begins))
            for begins in moments[start : start + CASES_A_SAVE]
        ]
        told = sorted(_items(vault, batch, until), key=lambda one: one[0])
        items, times = [item for _at, item in told], [at for at, _item in told]
        vault.journal.append(items, at=times[-1], times=times)
        vault.checkpoint()
        written += len(items)
        if progress is not None:
            progress(start + len(batch), len(moments))
    return written


def _items(
    vault: Vault, batch: Sequence[Invented], until: datetime
) -> list[tuple[datetime, NewEntry]]:
    found = []
    for case in batch:
        for body in case.bodies:
            at = body.occurred_at + AFTER
            if at <= until:
                found.append((at, NewEntry(id=_id(vault, at), case_id=case.id, body=body)))
    return found


def _id(vault: Vault, at: datetime) -> UUID:
    return uuid7(at, vault.journal.chance(10))
