"""Short ways to entries about custody and presence, and one body of each of their kinds."""

from minors_desk.domain.bodies import Body, SecondPerson
from minors_desk.domain.counter import HandoffCounted, SignedOnPaper
from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.ending import CustodyEnded, FoundAgain
from minors_desk.domain.handoff import HandoffFailed, HandoffRefused
from minors_desk.domain.limits import LimitExplained
from minors_desk.domain.links import CaseLinked
from minors_desk.domain.presence import Relieved, Secured, Unsecured
from minors_desk.domain.transport import TransportArrived, TransportLeft
from tests.domain.moments import at, ident


def began(minutes: float = 1, **changed: object) -> CustodyBegan:
    """Custody began, not locked."""
    told: dict[str, object] = {
        "place": "Area Central",
        "watched_by": "Rivera",
        "starts_from": "contact",
    }
    return CustodyBegan(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def moved(minutes: float, *, secure: bool = False, **changed: object) -> Moved:
    """Brought to another room."""
    told: dict[str, object] = {"place": "Area Central", "room": "2", "watched_by": "Rivera"}
    return Moved(occurred_at=at(minutes), secure=secure, **(told | changed))  # type: ignore[arg-type]


def secured(minutes: float, object: str = "locked_room", **changed: object) -> Secured:
    """Locked in or cuffed where it is."""
    told: dict[str, object] = {"object": object, "reason": "Ran for the door"}
    return Secured(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def unsecured(minutes: float, object: str | None = None, **changed: object) -> Unsecured:
    """Let loose where it is."""
    told: dict[str, object] = {"object": object}
    return Unsecured(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def relieved(minutes: float, watched_by: str = "Okafor", **changed: object) -> Relieved:
    """Another officer watches."""
    told: dict[str, object] = {"watched_by": watched_by}
    return Relieved(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def left(minutes: float, **changed: object) -> TransportLeft:
    """Driven to the hospital by two officers."""
    told: dict[str, object] = {
        "to_place": "County hospital",
        "vehicle": "Car 12",
        "escorts": (SecondPerson(name="Rivera", badge="1234"), SecondPerson(name="Okafor")),
        "purpose": "hospital",
    }
    return TransportLeft(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def arrived(minutes: float, **changed: object) -> TransportArrived:
    """Came to the hospital."""
    told: dict[str, object] = {"place": "County hospital", "room": "ER 4", "watched_by": "Rivera"}
    return TransportArrived(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def ended(minutes: float, reason: str = "left_without_leave", **changed: object) -> CustodyEnded:
    """Custody ended otherwise than by a handoff."""
    told: dict[str, object] = {"reason": reason, "detail": "Through the back door"}
    return CustodyEnded(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def found(minutes: float, **changed: object) -> FoundAgain:
    """A missing child was located."""
    told: dict[str, object] = {"where": "Union Station"}
    return FoundAgain(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def refused(minutes: float, number: int = 1, **changed: object) -> HandoffRefused:
    """The receiver said no at the door."""
    told: dict[str, object] = {
        "by": "receiver",
        "reason": "no_space",
        "detail": "No bed tonight",
        "child_is_at": "Room 2",
    }
    return HandoffRefused(occurred_at=at(minutes), handoff=number, **(told | changed))  # type: ignore[arg-type]


def counted(minutes: float, number: int = 1, differs: str = "") -> HandoffCounted:
    """Two lines of the list were counted with the receiver."""
    return HandoffCounted(
        occurred_at=at(minutes), handoff=number, agrees=not differs, lines=(1, 2), differs=differs
    )


COPY = ident(950)
"""The entry that issued the copy that is signed by hand."""


def by_hand(minutes: float, digest: str, number: int = 1) -> SignedOnPaper:
    """The receiver signed a printed copy."""
    return SignedOnPaper(
        occurred_at=at(minutes),
        handoff=number,
        side="receiver",
        name="M. Ruiz",
        issued=COPY,
        paper="TR-AC-26-0001-1, version 1, copy 1",
        digest=digest,
    )


def failed(minutes: float, number: int = 1, **changed: object) -> HandoffFailed:
    """Nobody came."""
    told: dict[str, object] = {
        "reason": "receiver_did_not_come",
        "detail": "Waited an hour",
        "child_is_at": "Room 2",
    }
    return HandoffFailed(occurred_at=at(minutes), handoff=number, **(told | changed))  # type: ignore[arg-type]


ONE_OF_EACH_OF_CUSTODY: tuple[Body, ...] = (
    secured(14, "cuffed_to_object", note="Left hand, bench"),
    unsecured(15, note="Calm again"),
    relieved(16, note="End of shift"),
    left(17, same_sex_escort="yes", odometer_tenths=123_456, secure=True, secure_reason="Cage"),
    arrived(18, odometer_tenths=123_520),
    ended(19, authority="705 ILCS 405/3-4"),
    found(20, condition="Cold, unhurt", note="Asleep on a bench"),
    refused(21),
    failed(22),
    counted(22, differs="Line 2, 20 dollars less"),
    by_hand(22, "ab" * 32),
    LimitExplained(
        occurred_at=at(24),
        rule="US-JJ-03",
        reason="No room at the shelter",
        approved_by="Sgt. Cole",
    ),
    CaseLinked(
        occurred_at=at(23), other=ident(700), why="same_child_another_night", note="Last week"
    ),
)
