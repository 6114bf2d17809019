"""The vocabulary: every kind of entry, gathered from its feature, and an entry as it is read."""

from dataclasses import dataclass
from datetime import datetime
from types import ModuleType
from uuid import UUID

from minors_desk.domain import (
    alter,
    attachments,
    belongings,
    care,
    classing,
    closing,
    companions,
    consulate,
    contacts,
    counter,
    custody,
    detainers,
    disclosures,
    downtime,
    encounter,
    ending,
    exporting,
    facts,
    federal_access,
    handoff,
    interpreting,
    labels,
    limits,
    links,
    missing_reports,
    packets,
    people,
    presence,
    printed,
    property_moves,
    protection,
    questioning,
    reviewing,
    rights,
    screening,
    searches,
    signing,
    station,
    trafficking,
    trafficking_screening,
    transport,
)
from minors_desk.domain.bodies import Body

CASE_FEATURES: tuple[ModuleType, ...] = (
    encounter,
    classing,
    facts,
    people,
    companions,
    interpreting,
    attachments,
    custody,
    presence,
    transport,
    care,
    screening,
    rights,
    searches,
    belongings,
    property_moves,
    questioning,
    contacts,
    consulate,
    missing_reports,
    protection,
    trafficking,
    trafficking_screening,
    disclosures,
    detainers,
    federal_access,
    handoff,
    counter,
    ending,
    closing,
    limits,
    links,
    printed,
    packets,
    labels,
    downtime,
    signing,
    reviewing,
    exporting,
)
"""Each has ``KINDS`` and the ``HANDLERS`` of the same kinds (CONTRACT 1.11)."""
CASE_KINDS: tuple[type[Body], ...] = (
    *(kind for feature in CASE_FEATURES for kind in feature.KINDS),
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
