"""The vocabulary: every kind of entry, gathered from its feature, and an entry as it is read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain import (
    alter,
    attachments,
    belongings,
    care,
    classing,
    closing,
    companions,
    contacts,
    counter,
    custody,
    encounter,
    ending,
    exporting,
    facts,
    handoff,
    interpreting,
    limits,
    links,
    people,
    presence,
    printed,
    property_moves,
    reviewing,
    rights,
    screening,
    searches,
    station,
    trafficking,
    transport,
)
from minors_desk.domain.bodies import Body

CASE_KINDS: tuple[type[Body], ...] = (
    *encounter.KINDS,
    *classing.KINDS,
    *facts.KINDS,
    *people.KINDS,
    *companions.KINDS,
    *interpreting.KINDS,
    *attachments.KINDS,
    *custody.KINDS,
    *presence.KINDS,
    *transport.KINDS,
    *care.KINDS,
    *screening.KINDS,
    *rights.KINDS,
    *searches.KINDS,
    *belongings.KINDS,
    *property_moves.KINDS,
    *contacts.KINDS,
    *trafficking.KINDS,
    *handoff.KINDS,
    *counter.KINDS,
    *ending.KINDS,
    *closing.KINDS,
    *limits.KINDS,
    *links.KINDS,
    *printed.KINDS,
    *reviewing.KINDS,
    *exporting.KINDS,
    *alter.KINDS,
)
STATION_KINDS: tuple[type[Body], ...] = station.KINDS


@dataclass(frozen=True, slots=True)
class Unread:
    """A body that this program cannot read: of a later version, or not the JSON it should be."""

    kind: str
    v: int


@dataclass(frozen=True, slots=True)
class Gone:
    """A body that was expunged: the chain still holds, the words are no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as read back; times UTC. ``chain`` is the author's key, ``ordinal`` is local."""

    id: UUID
    case_id: UUID | None
    ordinal: int
    chain: bytes
    recorded_at: datetime
    clock_flag: int
    body: Body | Unread | Gone


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry on its way into the log; number, chain, hash and signature come with the append."""

    id: UUID
    case_id: UUID | None
    body: Body


def kind_of(body: Body | Unread | Gone) -> str:
    """The kind's name as it stands in the body, e.g. ``custody_began``."""
    if isinstance(body, Unread):
        return body.kind
    if isinstance(body, Gone):
        return "expunged"
    return str(body.__struct_config__.tag)
