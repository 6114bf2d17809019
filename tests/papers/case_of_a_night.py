"""One invented night with every kind of line that the logs on paper have, for their tests."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import UUID

import msgspec

from minors_desk.domain.belongings import (
    BagSealed,
    CashCounted,
    IdentityPaper,
    PropertyLine,
    PropertyTaken,
)
from minors_desk.domain.bodies import Body, SecondPerson
from minors_desk.domain.care import CareGiven, MedicineGiven, WelfareChecked
from minors_desk.domain.classing import LegalClassed
from minors_desk.domain.contacts import ReferenceGiven
from minors_desk.domain.counter import HandoffCounted
from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.duties import breaches, clocks
from minors_desk.domain.encounter import AgeRange, Encountered
from minors_desk.domain.findings import review_findings
from minors_desk.domain.gating import passed_shut, wrongs
from minors_desk.domain.handoff import ReceiverChecked
from minors_desk.domain.interpreting import InterpreterUsed
from minors_desk.domain.limits import LimitExplained
from minors_desk.domain.money import CashAmount
from minors_desk.domain.presence import Relieved, Secured, Unsecured
from minors_desk.domain.printed import PaperIssued, Seen
from minors_desk.domain.property_moves import PropertyReturned
from minors_desk.domain.rights import CallOffered, RightsTold
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Pack
from minors_desk.domain.screening import Injury, MedicallyScreened, Outcome, Signs
from minors_desk.domain.searches import ChildSearched
from minors_desk.domain.transport import TransportArrived, TransportLeft
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import Paper, PaperInput
from tests.papers.case_of_ana import minute, proposed, receipt
from tests.papers.contacts_of_a_night import ODE, contacts, hotline
from tests.papers.facts_of_a_night import facts

RULES = Path(__file__).resolve().parents[2] / "resources" / "rules"


def night() -> list[Body]:
    """Return a whole night, up to the proposal of the handoff, in order."""
    parts = (met(), facts(), held(), spoken_to(), looked_after(), contacts(), things())
    return [*(body for part in parts for body in part), *map(_privately, proposed()), counted()]


def _privately(body: Body) -> Body:
    """The check of the receiver as it is of a private person."""
    if not isinstance(body, ReceiverChecked):
        return body
    return msgspec.structs.replace(
        body,
        relation="Aunt, by the passports of both",
        called_back="Consulate, 312 555 0134",
        witness=SecondPerson(name="K. Lee", badge="88", how="signed_on_paper"),
        address="1200 West Harrison Street, Chicago",
        promise="to bring her to the hearing on 2 December and to call when she moves",
    )


def proved() -> list[Body]:
    """Return what later templates print besides: a search of records, the proof of a call."""
    return [
        ReferenceGiven(
            occurred_at=minute(62),
            system="receiver_check",
            number="RC-2026-118",
            issued_by="LEADS desk",
            note="nothing found",
        ),
        msgspec.structs.replace(
            hotline(),
            occurred_at=minute(36),
            ended_at=minute(37),
            next_try_at=None,
            proof="fax slip, red folder",
        ),
        issued("belongings", "BI-AC-26-0412"),
    ]


def issued(paper: str, number: str) -> PaperIssued:
    """Return that such a paper was issued before the child was handed over."""
    return PaperIssued(
        occurred_at=minute(63),
        paper=paper,
        template=1,
        number=number,
        version=2,
        copy=1,
        digest="00" * 32,
        seen=Seen(ordinal=20, log_hash="00" * 32),
    )


def counted() -> HandoffCounted:
    """What lay on the counter was counted by both."""
    return HandoffCounted(occurred_at=minute(65), handoff=1, agrees=True, lines=(1, 2))


@cache
def packs() -> tuple[Pack, ...]:
    """Return the packs that a station in Chicago adopts."""
    return tuple(read_pack(file.read_text("utf-8")) for file in sorted(RULES.glob("*.toml")))


def ruled(told: list[Body], subject: int = 1) -> PaperInput:
    """Return what a paper about a subject is composed of, with the clocks of the rules."""
    given = replace(receipt(told), subject=subject)
    zone = given.zone
    return replace(
        given,
        clocks=clocks(given.case, packs(), zone),
        breaches=breaches(given.case, packs(), zone),
        passed=passed_shut(given.case, packs(), zone),
        packs=packs(),
        as_of=minute(200),
        find=lambda now: review_findings(
            given.case,
            clocks(given.case, packs(), zone),
            wrongs(given.case, packs(), zone),
            now,
            frozenset({"transfer_receipt", "custody_log", "contact_log"}),
        ),
    )


def printed(paper: Paper, told: list[Body], subject: int = 1) -> dict[str, str]:
    """Return the printed string of each box of a paper, over all its sheets."""
    found: dict[str, str] = {}
    for _, name, text in lay_out(paper.compose(ruled(told, subject))).printed():
        found[name] = found.get(name, "") + text
    return found


def met() -> list[Body]:
    """Return the encounter, by another officer than the one who wrote it down."""
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
            done_by=ODE,
        ),
        LegalClassed(
            occurred_at=minute(5),
            legal_class="status_offender",
            offence="Curfew, Chicago Municipal Code 8-16-020",
            authority="705 ILCS 405/2-3",
            note="out after hours",
        ),
    ]


def held() -> list[Body]:
    """Return custody with a lock, cuffs, a relief and a drive."""
    return [
        CustodyBegan(
            occurred_at=minute(10),
            place="Area Central",
            room="lobby",
            watched_by="M. Rivera",
            starts_from="arrival",
            responsible="M. Rivera",
            authority="705 ILCS 405/3-4, limited custody",
        ),
        Secured(occurred_at=minute(12), object="cuffed_to_object", reason="ran for the door"),
        Unsecured(occurred_at=minute(16)),
        Moved(
            occurred_at=minute(17),
            place="Area Central",
            room="interview room 2",
            watched_by="M. Rivera",
            kept_apart="yes",
        ),
        LimitExplained(
            occurred_at=minute(48),
            rule="US-IL-03a",
            reason="no interpreter for Mam until then",
            approved_by="Sgt. Lane",
        ),
        Relieved(occurred_at=minute(20), watched_by="T. Ode", done_by=ODE),
        TransportLeft(
            occurred_at=minute(50),
            to_place="DCFS, Cook County intake",
            vehicle="Car 4412",
            escorts=(ODE, SecondPerson(name="M. Rivera", badge="2217")),
            same_sex_escort="yes",
            odometer_tenths=412_003,
            purpose="handoff",
        ),
        TransportArrived(
            occurred_at=minute(58),
            place="DCFS, Cook County intake",
            room="front desk",
            watched_by="T. Ode",
            odometer_tenths=412_075,
        ),
    ]


def spoken_to() -> list[Body]:
    """Return interpreter, rights and calls offered."""
    return [
        InterpreterUsed(
            occurred_at=minute(18),
            language="mam",
            mode="telephone",
            name="Operator 88",
            number="55120",
            agency="Language line",
            phone="+1 800 555 0199",
            until=minute(35),
        ),
        RightsTold(
            occurred_at=minute(19),
            what=("reason_held", "may_call"),
            language="mam",
            interpreter="Operator 88",
            words="You are here because it is late and you are alone.",
            answer="She wants her aunt.",
            understood="yes",
        ),
        RightsTold(
            occurred_at=minute(49),
            what=("where_going", "who_will_come"),
            language="mam",
            words="A worker takes you to a house for children.",
            answer="Is my doll coming too?",
            understood="not_clear",
        ),
        CallOffered(
            occurred_at=minute(21),
            to="relative",
            to_whom="Aunt Rosa",
            answer="no_answer",
            note="rang ten times",
        ),
    ]


def looked_after() -> list[Body]:
    """Return checks, care, medicine, screening and a search."""
    return [
        WelfareChecked(occurred_at=minute(25), condition="calm", note="drawing"),
        WelfareChecked(
            occurred_at=minute(40),
            condition="asleep",
            note="covered with a blanket",
            done_by=ODE,
            late_because="with_the_child",
        ),
        CareGiven(
            occurred_at=minute(26),
            what="food",
            answer="accepted",
            what_given="two sandwiches",
            note="ate one",
        ),
        MedicineGiven(
            occurred_at=minute(30),
            medicine="Salbutamol inhaler",
            dose="2 puffs",
            answer="accepted",
            given_by="EMT Kowalski",
            authority="Dr. Shah, by telephone",
            last_dose_at=minute(-300),
            next_due_at=minute(270),
            note="own inhaler",
        ),
        MedicallyScreened(
            occurred_at=minute(28),
            screener="EMT Kowalski",
            signs=Signs(injuries=(Injury(part="knee", side="left", injury="scrape"),)),
            outcome=Outcome(
                decision="fit_to_stay", provider="Ambulance 12", finding="scrape, dressed"
            ),
        ),
        ChildSearched(
            occurred_at=minute(11),
            extent="pat_down",
            by="T. Ode",
            same_sex="yes",
            reason="before the cell area",
            witness=SecondPerson(name="L. Park"),
            authority="General order 6-4",
            approved_by="Sgt. Lane",
            found="nothing",
            guardian_told="not_asked",
        ),
    ]


def things() -> list[Body]:
    """Return belongings: a doll that it keeps, a paper, cash in a bag, handed on but the knife."""
    return [
        PropertyTaken(
            occurred_at=minute(29),
            lines=(
                PropertyLine(line=1, description="Doll", category="kept_by_child"),
                PropertyLine(
                    line=2,
                    description="Birth certificate, original",
                    category="safekeeping",
                    paper=IdentityPaper(paper="birth_record", number="GT 2817-44"),
                ),
                PropertyLine(line=3, description="Inhaler", category="medicine", quantity=2),
                PropertyLine(line=4, description="Knife", category="evidence"),
            ),
        ),
        CashCounted(
            occurred_at=minute(31),
            line=5,
            amounts=(CashAmount(currency="USD", denomination_cents=2000, count=3),),
            second_counter=ODE,
        ),
        BagSealed(occurred_at=minute(32), bag="B-7", seal="99120", lines=(2, 5)),
        PropertyReturned(
            occurred_at=minute(59), lines=(), everything=True, to="receiver", to_name="Karen Ruiz"
        ),
    ]
