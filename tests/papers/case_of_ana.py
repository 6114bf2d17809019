"""One invented case, from encounter to accepted handoff, for the tests of its receipt."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from minors_desk.domain.bodies import Body
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.case import Case, fold
from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.encounter import AgeRange, Encountered
from minors_desk.domain.entries import Entry
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.handoff import (
    HandoffAccepted,
    HandoffProposed,
    HandoffSigned,
    Receiver,
    ReceiverChecked,
    terms_digest,
)
from minors_desk.domain.handoff_values import Strokes
from minors_desk.domain.station import Person, StationFounded
from minors_desk.papers.paper import PaperInput

CASE_ID = UUID(int=1)
CHAIN = b"c" * 32
BEGAN = datetime(2026, 11, 24, 7, 2, tzinfo=UTC)
STATION = StationFounded(
    occurred_at=BEGAN,
    record_id=UUID(int=9),
    station="Area Central Juvenile Desk",
    code="AC",
    agency="Chicago Police Department",
    jurisdiction="US-IL",
    zone="America/Chicago",
)
OFFICER = Person(
    id=UUID(int=3), login="mrivera", name="M. Rivera", badge="2217", roles=frozenset({"officer"})
)


def minute(after: int) -> datetime:
    """The instant so many minutes after the encounter."""
    return BEGAN + timedelta(minutes=after)


def scrawl(turn: int) -> Strokes:
    """A drawing as the pad gives it: three strokes, zigzag."""
    return tuple(
        tuple(
            (200 + 40 * at + 300 * stroke, 700 + (at * at * 37 + turn * 53) % 260, at * 8)
            for at in range(9)
        )
        for stroke in range(3)
    )


def bodies() -> list[Body]:
    """Return everything that happened up to the signatures, in order."""
    return [*found(), *held(), *proposed()]


def found() -> list[Body]:
    """Return the encounter and the names that were told."""
    return [
        Encountered(
            occurred_at=minute(0),
            encounter_id=UUID(int=2),
            place="Bus station, Harrison Street",
            how_found="alone on a bench, flagged down by a driver",
            number="AC-26-0412",
            apparent_age=AgeRange(low_months=84, high_months=108),
            apparent_sex="girl",
            legal_class="non_offender",
        ),
        FactTold(
            occurred_at=minute(6),
            fact="name",
            value=PersonName(as_said="Ana Lucía Xicay Pérez", own_script="Ana Xicay"),
            source="said",
        ),
        FactTold(
            occurred_at=minute(3),
            fact="name",
            value=PersonName(as_said="Anita", name_kind="nickname"),
            source="seen",
        ),
    ]


def held() -> list[Body]:
    """Return what happened while the child was in custody."""
    return [
        CustodyBegan(
            occurred_at=minute(10),
            place="Area Central",
            room="lobby",
            watched_by="M. Rivera",
            starts_from="arrival",
        ),
        Moved(
            occurred_at=minute(14),
            place="Area Central",
            room="interview room 2",
            watched_by="M. Rivera",
        ),
        WelfareChecked(
            occurred_at=minute(40), condition="calm", note="ate a sandwich, graze on left knee"
        ),
    ]


def proposed() -> list[Body]:
    """Return the proposal of the handoff and the check of the receiver."""
    return [
        HandoffProposed(
            occurred_at=minute(60),
            handoff=1,
            receiver=Receiver(
                agency="Department of Children and Family Services",
                person="Karen Ruiz",
                office="Cook County intake",
                title="Child welfare specialist",
                phone="+1 312 555 0142",
            ),
            authority="325 ILCS 5/5, protective custody",
            place="Area Central, front counter",
        ),
        ReceiverChecked(
            occurred_at=minute(64),
            handoff=1,
            how="badge_seen",
            document="DCFS 88123",
            result="matches",
        ),
    ]


def folded(told: list[Body]) -> Case:
    """Fold bodies into their case; each was recorded when it happened."""
    return fold(
        CASE_ID,
        [
            Entry(
                id=UUID(int=100 + at),
                case_id=CASE_ID,
                ordinal=at + 1,
                chain=CHAIN,
                recorded_at=body.occurred_at,
                clock_flag=0,
                body=body,
            )
            for at, body in enumerate(told)
        ],
    )


def signed(told: list[Body], *, accepted: bool = True) -> list[Body]:
    """Return bodies with both signatures, bound to the terms as told, and the acceptance."""
    attempt = folded(told).handoff(1)
    assert attempt is not None
    digest = terms_digest(attempt)
    more: list[Body] = [
        HandoffSigned(
            occurred_at=minute(66),
            handoff=1,
            side="officer",
            name="M. Rivera",
            badge="2217",
            strokes=scrawl(1),
            digest=digest,
        ),
        HandoffSigned(
            occurred_at=minute(67),
            handoff=1,
            side="receiver",
            name="Karen Ruiz",
            strokes=scrawl(2),
            digest=digest,
        ),
    ]
    if accepted:
        more.append(HandoffAccepted(occurred_at=minute(68), handoff=1, digest=digest))
    return [*told, *more]


def receipt(told: list[Body], station: StationFounded = STATION) -> PaperInput:
    """Return what the receipt of the first attempt is composed of."""
    return PaperInput(
        case=folded(told),
        subject=1,
        station=station,
        prepared_by=OFFICER,
        prepared_at=minute(60),
        authors={CHAIN: OFFICER},
        telephone="312 555 0144",
    )
