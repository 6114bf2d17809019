"""How it stands with the consulates of a child, under the packs that its case is judged by."""

from datetime import datetime

from minors_desk import lists
from minors_desk.domain import consular
from minors_desk.domain.case import Case
from minors_desk.domain.consular import Nationality, Place, Standing
from minors_desk.services import packs
from minors_desk.services.desk import Desk


def place(desk: Desk) -> Place:
    """Our country, by the station's jurisdiction, and the list of mandatory notification."""
    country = desk.founded.jurisdiction.split("-", maxsplit=1)[0]
    return Place(country=country, listed=lists.consular_mandatory())


def standing(desk: Desk, case: Case, at: datetime | None = None) -> Standing:
    """What applies to each nationality and how it stands, now or at that instant (UTC)."""
    judging = packs.judging(case, desk.station, desk.packs)
    return consular.standing(case, judging, at or desk.clock(), desk.zone, place(desk))


def applies_to(desk: Desk, code: str) -> Nationality:
    """What applies to a nationality by itself, under the packs that are in force now."""
    return consular.applies_to(code, desk.packs, desk.clock(), desk.zone, place(desk))
