"""One body of every kind, and short ways to entries and cases, for the tests of domain."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body, SecondPerson
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.case import Case, fold
from minors_desk.domain.closing import CaseClosed, DutyWaived
from minors_desk.domain.contacts import (
    ContactTried,
    NotReachedExplained,
    Party,
    ReferenceGiven,
    ReportSent,
)
from minors_desk.domain.encounter import AgeRange, Encountered
from minors_desk.domain.entries import Entry, Gone, Unread
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.handoff import (
    Handoff,
    HandoffAccepted,
    HandoffProposed,
    HandoffSigned,
    Receiver,
    ReceiverChecked,
    terms_digest,
)
from minors_desk.domain.handoff_values import ReceiverCheck, Side
from minors_desk.domain.printed import CopyAccounted, PaperIssued, PaperPrinted, PrintFailed, Seen
from minors_desk.domain.station import (
    ClockJumped,
    DirectoryLineSet,
    KeyIntroduced,
    LoginReleased,
    PackAdopted,
    PersonAdded,
    SignedIn,
    StationFounded,
    StationTelephoneSet,
    WrongTries,
)
from minors_desk.domain.trafficking import TraffickingSignSeen
from tests.domain.moments import CASE, T0, at, ident
from tests.domain.samples_care import ONE_OF_EACH_OF_CARE
from tests.domain.samples_consulate import ONE_OF_EACH_OF_CONSULATE
from tests.domain.samples_custody import ONE_OF_EACH_OF_CUSTODY, began, moved
from tests.domain.samples_disclosing import ONE_OF_EACH_OF_DISCLOSING
from tests.domain.samples_notices import NOTICES
from tests.domain.samples_protection import ONE_OF_EACH_OF_PROTECTION
from tests.domain.samples_record import ONE_OF_EACH_OF_THE_RECORD
from tests.domain.samples_review import REVIEWS
from tests.domain.samples_trafficking import ONE_OF_EACH_OF_TRAFFICKING
from tests.domain.samples_who import WHO

ZONE = "America/Chicago"
CHAIN = bytes(range(32))
STROKES = (((0, 0, 0), (10, 20, 16)), ((700, 5, 900),))


def entry(
    number: int, body: Body | Unread | Gone, recorded: datetime | None = None, flag: int = 0
) -> Entry:
    """An entry; recorded ten seconds after it happened unless said otherwise."""
    happened = body.occurred_at if isinstance(body, Body) else at(number)
    return Entry(
        id=ident(number),
        case_id=CASE,
        ordinal=number,
        chain=CHAIN,
        recorded_at=recorded or happened + timedelta(seconds=10),
        clock_flag=flag,
        body=body,
    )


def entries(bodies: Sequence[Body | Unread | Gone]) -> list[Entry]:
    """Entries of those bodies, numbered from one."""
    return [entry(number, body) for number, body in enumerate(bodies, start=1)]


def case_of(*bodies: Body | Unread | Gone) -> Case:
    """The case that those bodies tell, each as its own entry."""
    return fold(CASE, entries(bodies))


def encountered(minutes: float = 0, **changed: object) -> Encountered:
    """A child was met."""
    told: dict[str, object] = {"encounter_id": ident(900), "place": "Bus station"}
    return Encountered(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def checked(minutes: float, **changed: object) -> WelfareChecked:
    """Looked at in person."""
    told: dict[str, object] = {"condition": "calm"}
    return WelfareChecked(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def name(minutes: float, as_said: str, **changed: object) -> FactTold:
    """A name was told."""
    told: dict[str, object] = {"fact": "name", "source": "said"}
    value = PersonName(as_said=as_said)
    return FactTold(occurred_at=at(minutes), value=value, **(told | changed))  # type: ignore[arg-type]


HOTLINE = Party(name="DCFS hotline", number="800-252-2873", line_id="us-il-child-protection")


def tried(minutes: float, party: Party = HOTLINE, **changed: object) -> ContactTried:
    """Somebody was called who did not answer."""
    told: dict[str, object] = {
        "purpose": "child_protection",
        "method": "telephone",
        "outcome": "no_answer",
    }
    return ContactTried(occurred_at=at(minutes), party=party, **(told | changed))  # type: ignore[arg-type]


def reached(minutes: float, party: Party = HOTLINE, **changed: object) -> ContactTried:
    """Somebody was called who answered."""
    return tried(minutes, party, outcome="reached", **changed)


def explained(minutes: float, purpose: str = "child_protection") -> NotReachedExplained:
    """Why nobody was reached."""
    return NotReachedExplained(
        occurred_at=at(minutes),
        purpose=purpose,  # type: ignore[arg-type]
        reason="Nobody there until 08:00",
    )


RECEIVER = Receiver(agency="DCFS", person="M. Ruiz", office="Central", title="worker", phone="555")


def proposed(minutes: float, number: int = 1, **changed: object) -> HandoffProposed:
    """A receiver has come."""
    told: dict[str, object] = {
        "receiver": RECEIVER,
        "authority": "325 ILCS 5/5",
        "place": "Front desk",
    }
    return HandoffProposed(occurred_at=at(minutes), handoff=number, **(told | changed))  # type: ignore[arg-type]


def receiver_checked(minutes: float, number: int = 1, result: str = "matches") -> ReceiverChecked:
    """The receiver's badge was seen."""
    return ReceiverChecked(
        occurred_at=at(minutes),
        handoff=number,
        how="badge_seen",
        document="DCFS 4411",
        result=result,  # type: ignore[arg-type]
    )


def terms(number: int = 1, child: tuple[str, ...] = ("",), *, is_checked: bool = True) -> str:
    """The digest of what both sides sign in the attempts made here."""
    check = ReceiverCheck(
        entry_id=ident(0), at=T0, how="badge_seen", document="DCFS 4411", result="matches"
    )
    return terms_digest(
        Handoff(
            number=number,
            entry_id=ident(0),
            case_id=CASE,
            at=T0,
            child=child,
            receiver=RECEIVER,
            authority="325 ILCS 5/5",
            place="Front desk",
            check=check if is_checked else None,
        )
    )


def signed(minutes: float, side: Side, number: int = 1, digest: str | None = None) -> HandoffSigned:
    """A drawing on the pad, bound to the terms unless another digest is given."""
    return HandoffSigned(
        occurred_at=at(minutes),
        handoff=number,
        side=side,
        name="J. Rivera" if side == "officer" else "M. Ruiz",
        badge="1234",
        strokes=STROKES,
        digest=terms(number) if digest is None else digest,
    )


def accepted(minutes: float, number: int = 1, digest: str | None = None) -> HandoffAccepted:
    """Ours ends, theirs begins; on the terms that were signed unless another digest is given."""
    agreed = terms(number) if digest is None else digest
    return HandoffAccepted(occurred_at=at(minutes), handoff=number, digest=agreed)


def handed_over(minutes: float, number: int = 1) -> tuple[Body, ...]:
    """All entries of a handoff, a minute between them; the last one is the acceptance."""
    return (
        proposed(minutes - 4, number),
        receiver_checked(minutes - 3, number),
        signed(minutes - 2, "officer", number),
        signed(minutes - 1, "receiver", number),
        accepted(minutes, number),
    )


def issued(minutes: float) -> PaperIssued:
    """A receipt was issued."""
    return PaperIssued(
        occurred_at=at(minutes),
        paper="transfer_receipt",
        template=1,
        number="AC-26-0412-R1",
        version=1,
        copy=1,
        subject=1,
        digest="0a" * 32,
        seen=Seen(ordinal=7, log_hash="0b" * 32),
    )


ONE_OF_EACH: tuple[Body, ...] = (
    encountered(
        how_found="Alone, crying",
        number="AC-26-0412",
        apparent_age=AgeRange(low_months=84, high_months=108),
        apparent_sex="girl",
        done_by=SecondPerson(name="P. Ōno", badge="77", how="signed_on_paper"),
        late_because="with_the_child",
        precision="about",
    ),
    FactTold(
        occurred_at=at(2),
        fact="name",
        value=PersonName(as_said="Ana <b>María</b>", own_script="آنا मारिया 安娜 👧🏽"),
        source="said",
    ),
    began(reason="No guardian found"),
    moved(3, secure=True, secure_reason="Threw a chair"),
    checked(4, note='says "hungry"\n\tand tired \\'),
    reached(
        4.2,
        Party(name="Tía Rosa", number="+1 (312) 555-0188", person_id=ident(700)),
        purpose="parent_or_relative",
        ended_at=at(4.4),
        duties=("US-CA-08", "HOUSE-PARENT"),
        spoke_with="Rosa López",
        spoke_id="ID seen on video",
        call_back="312 555 0199",
        said="Ana is safe at Area Central",
        promised="Will come with the birth record",
        promised_by=at(60),
        reference="C-17",
        next_try_at=at(90),
        interpreter="Line 8841, K'iche'",
        escalated_to="Sgt. Cole",
    ),
    ReferenceGiven(
        occurred_at=at(4.5), system="rd_number", number="JK 412033", issued_by="Records", note="new"
    ),
    explained(4.6, "consulate"),
    ReportSent(
        occurred_at=at(4.7),
        report="child_protection_written",
        to="DCFS",
        method="fax",
        reference="CANTS 5",
        part="without the photographs",
    ),
    proposed(5),
    receiver_checked(6),
    signed(7, "receiver"),
    accepted(8),
    issued(9),
    PaperPrinted(occurred_at=at(10), issued=ident(10), outlet="printer", given_to="M. Ruiz"),
    PrintFailed(occurred_at=at(11), issued=ident(10), reason="Out of paper"),
    CopyAccounted(
        occurred_at=at(11.5), issued=ident(10), what="passed_on", to="Night desk", reason="shift"
    ),
    Amended(
        occurred_at=at(12),
        target=ident(5),
        replacement={"kind": "welfare_checked", "occurred_at": at(4), "condition": "asleep"},
        reason="mistyped",
    ),
    Withdrawn(occurred_at=at(13), target=ident(4), reason="another child"),
    *ONE_OF_EACH_OF_CARE,
    TraffickingSignSeen(
        occurred_at=at(20), what=("wages_taken", "documents_held"), how="child_said", note="at work"
    ),
    DutyWaived(occurred_at=at(21), rule_id="HOUSE-FOOD", reason="Slept all the time"),
    CaseClosed(occurred_at=at(22), note="Nothing more is owed"),
    StationFounded(
        occurred_at=T0,
        record_id=ident(800),
        station="Area Central",
        code="AC",
        agency="City Police",
        jurisdiction="US-IL",
        zone=ZONE,
    ),
    StationTelephoneSet(occurred_at=T0, telephone="312 555 0144"),
    PersonAdded(
        occurred_at=T0,
        person_id=ident(801),
        login="jrivera",
        name="J. Rivera",
        badge="1234",
        roles=("officer", "supervisor"),
    ),
    KeyIntroduced(occurred_at=T0, person_id=ident(801), public_key="0c" * 32, reason="first"),
    SignedIn(
        occurred_at=T0,
        seen=Seen(ordinal=3, log_hash="0d" * 32),
        workstation="desk 2",
        wrong_tries=(WrongTries(login="jrivera", count=2),),
    ),
    LoginReleased(occurred_at=T0, login="jrivera"),
    PackAdopted(occurred_at=T0, pack="house", content="# rules\n", content_hash="0e" * 32),
    ClockJumped(occurred_at=T0, seconds_back=3600),
    DirectoryLineSet(
        occurred_at=T0,
        line_id="us-il-child-protection",
        name="Illinois DCFS, our own desk",
        purpose="child_protection",
        number="312 555 0144",
        hours="24/7",
        note="Ask for the duty worker",
        jurisdiction="US-IL",
    ),
    *WHO,
    *ONE_OF_EACH_OF_CUSTODY,
    *REVIEWS,
    *ONE_OF_EACH_OF_THE_RECORD,
    *ONE_OF_EACH_OF_PROTECTION,
    *ONE_OF_EACH_OF_TRAFFICKING,
    *ONE_OF_EACH_OF_CONSULATE,
    *ONE_OF_EACH_OF_DISCLOSING,
    *NOTICES,
)
"""A body of every kind there is; ``vectors/bodies*.json`` hold how each is stored."""
