"""A case with all that depends on who looks at it and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from minors_desk.domain.ages import ADULT_MONTHS, adult_months
from minors_desk.domain.case import Case
from minors_desk.domain.consular import Standing
from minors_desk.domain.custody import SecureTime, secure_time
from minors_desk.domain.duties import Breach
from minors_desk.domain.entries import Entry
from minors_desk.domain.folding import Finding
from minors_desk.domain.gating import wrongs
from minors_desk.services import consulates, found_by_packs, packs
from minors_desk.services.desk import Desk
from minors_desk.wording.times import day_and_time


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCase:
    """The case as it was at ``moment`` (UTC); ``zone`` is the station's.

    ``adult`` is the age in months from which the law there takes a person for an adult.
    """

    case: Case
    moment: datetime
    zone: str
    breaches: tuple[Breach, ...]
    secure: SecureTime
    consular: Standing
    also: tuple[Finding, ...]
    authors: Mapping[bytes, str]
    ordinals: Mapping[UUID, int]
    adult: int = ADULT_MONTHS

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a supervisor must see of single entries: by the fold, and under the packs."""
        return (*self.case.findings, *self.also)

    def author_of(self, entry: Entry) -> str | None:
        """Name and badge of who wrote the entry, None for a key that nobody introduced."""
        return self.authors.get(entry.chain)

    def time(self, moment: datetime) -> str:
        """Day and time of an instant (UTC) as the station writes it."""
        return day_and_time(moment, self.zone)


def seen_from(desk: Desk, case: Case, moment: datetime) -> SeenCase:
    """The case at that instant (UTC), with the names of the authors and the law that was broken."""
    entries = [line.entry for line in case.log]
    entries += [line.altered_by for line in case.log if line.altered_by is not None]
    people = {chain: desk.author(chain) for chain in {one.chain for one in entries}}
    consular = consulates.standing(desk, case, moment)
    return SeenCase(
        case=case,
        moment=moment,
        zone=desk.zone,
        adult=adult_months(desk.founded.jurisdiction),
        breaches=wrongs(case, packs.judging(case, desk.station, desk.packs), desk.zone),
        secure=secure_time(case.spans, moment),
        consular=consular,
        also=found_by_packs.found(desk, case, consular),
        authors={
            chain: f"{person.name}, {person.badge}" if person.badge else person.name
            for chain, person in people.items()
            if person is not None
        },
        ordinals={one.id: one.ordinal for one in entries},
    )


def plain(value: object) -> Any:
    """The value as JSON has it."""
    return msgspec.to_builtins(value)
