"""Driving the child elsewhere: left, arrived; custody and every clock run on (CONTRACT 2.6)."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.answers import YesNo
from minors_desk.domain.bodies import Body, Handlers, Line, Needed, SecondPerson
from minors_desk.domain.custody import Presence, Span, enter, present, stretch

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

TransportPurpose = Literal["handoff", "hospital", "court", "other_station", "other"]
Tenths = Annotated[int, msgspec.Meta(ge=0, le=100_000_000)]
"""What the odometer shows, in tenths of its own unit: miles or kilometres."""
Escorts = Annotated[tuple[SecondPerson, ...], msgspec.Meta(min_length=1, max_length=6)]


class TransportLeft(Body, frozen=True, kw_only=True, tag="transport_left"):
    """The child was driven away from where it was; boxes 6 and 7 of the transfer receipt.

    ``same_sex_escort``: whether one of the escorts is of the child's sex.
    """

    to_place: Needed
    vehicle: Line = ""
    escorts: Escorts
    same_sex_escort: YesNo | None = None
    odometer_tenths: Tenths | None = None
    purpose: TransportPurpose
    secure: bool = False
    secure_reason: Line = ""


class TransportArrived(Presence, frozen=True, kw_only=True, tag="transport_arrived"):
    """The child came to where it was driven; it is still ours."""

    odometer_tenths: Tenths | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transport:
    """One drive as it stands; instants in UTC, ``arrived_at`` None when no arrival was told."""

    entry_id: UUID
    left_at: datetime
    to_place: str
    vehicle: str
    escorts: tuple[SecondPerson, ...]
    same_sex_escort: YesNo | None
    purpose: TransportPurpose
    odometer_left: int | None
    arrived_at: datetime | None = None
    arrived_by: UUID | None = None
    arrived_place: str = ""
    odometer_arrived: int | None = None

    @property
    def driven_tenths(self) -> int | None:
        """How far it was by the odometer, in tenths of its unit; None when it was not read twice.

        Less than nothing when it was read wrongly, which is a finding.
        """
        if self.odometer_left is None or self.odometer_arrived is None:
            return None
        return self.odometer_arrived - self.odometer_left


def _left(draft: "Draft", entry: "Entry", body: TransportLeft) -> None:
    before = present(draft)
    if before is None:
        draft.find("transport_outside_custody", entry)
        return
    if before.in_transit:
        draft.find("left_twice", entry)
    draft.transports.append(
        Transport(
            entry_id=entry.id,
            left_at=body.occurred_at,
            to_place=body.to_place,
            vehicle=body.vehicle,
            escorts=body.escorts,
            same_sex_escort=body.same_sex_escort,
            purpose=body.purpose,
            odometer_left=body.odometer_tenths,
        )
    )
    enter(draft, entry, body, _on_the_way(entry, body))


def _on_the_way(entry: "Entry", body: TransportLeft) -> Span:
    return Span(
        entry_id=entry.id,
        start=body.occurred_at,
        end=None,
        place=body.to_place,
        room=body.vehicle,
        secure=body.secure,
        watched_by=", ".join(one.name for one in body.escorts),
        held_by=("other",) if body.secure else (),
        secure_reason=body.secure_reason,
        in_transit=True,
    )


def _arrived(draft: "Draft", entry: "Entry", body: TransportArrived) -> None:
    before = present(draft)
    if before is None:
        draft.find("transport_outside_custody", entry)
        return
    if before.in_transit:
        arrived = replace(
            draft.transports[-1],
            arrived_at=body.occurred_at,
            arrived_by=entry.id,
            arrived_place=body.place,
            odometer_arrived=body.odometer_tenths,
        )
        draft.transports[-1] = arrived
        if (arrived.driven_tenths or 0) < 0:
            draft.find("odometer_went_back", entry)
    else:
        draft.find("arrived_without_leaving", entry)
    enter(draft, entry, body, stretch(entry, body))


KINDS = (TransportLeft, TransportArrived)
HANDLERS: Handlers = {TransportLeft: _left, TransportArrived: _arrived}
