"""One invented night in which everything happened that the referrals to other agencies tell of."""

from dataclasses import replace
from uuid import UUID

import msgspec

from minors_desk.domain.answers import Asked
from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body
from minors_desk.domain.companions import CompanionLinked, CompanionsParted
from minors_desk.domain.contacts import ContactTried, Intake, Party, ReferenceGiven, ReportSent
from minors_desk.domain.disclosures import FederalContactDecided
from minors_desk.domain.duties import clocks
from minors_desk.domain.handoff import HandoffProposed, ReceiverChecked
from minors_desk.domain.people import PersonTold
from minors_desk.domain.protection import ProtectionConcern
from minors_desk.domain.rules import Pack
from minors_desk.domain.screening import (
    Health,
    Injury,
    MedicallyScreened,
    Outcome,
    Signs,
    Wellbeing,
)
from minors_desk.domain.station import StationFounded
from minors_desk.domain.trafficking import TraffickingSignSeen
from minors_desk.domain.trafficking_screening import Looked, TraffickingScreened
from minors_desk.domain.values import CodeValue, Country, PersonName, Phone, Place, Quote, TextValue
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import Paper, PaperInput
from tests.domain.samples_disclosing import ONE_OF_EACH_OF_DISCLOSING
from tests.papers import samples
from tests.papers.case_of_a_night import night, packs, ruled
from tests.papers.case_of_ana import STATION, minute
from tests.papers.contacts_of_a_night import hotline
from tests.papers.facts_of_a_night import told

MOTHER, MAN, LAWYER = UUID(int=81), UUID(int=82), UUID(int=83)
OTHER_CHILD = UUID(int=4242)
ISSUED = minute(300)
INTAKE = Intake(
    waited_minutes=7,
    answer="accepted",
    reason="no caretaker",
    asked_for=("take_custody", "interview"),
)


def referred() -> list[Body]:
    """Return the night with all that child protection, HHS or DHS would ask."""
    return [*_night(), *people(), *found(), *of_its_life(), *other_things(), *federal()]


def _night() -> list[Body]:
    """The night with the intake of its report, and taken over by an agency, not by DCFS."""
    changed: list[Body] = []
    for body in night():
        if body == hotline():
            body = msgspec.structs.replace(body, intake=INTAKE)
        if isinstance(body, HandoffProposed):
            receiver = msgspec.structs.replace(body.receiver, what="other_agency")
            body = msgspec.structs.replace(body, receiver=receiver)
        if isinstance(body, ReceiverChecked):
            body = msgspec.structs.replace(body, relation="")
        changed.append(body)
    return changed


def people() -> list[Body]:
    """Return the mother abroad, the man found with the child, a lawyer, and facts of them."""

    def of(person: UUID, fact: str, value: object) -> Body:
        body = told(9, fact, value)  # type: ignore[arg-type]
        return msgspec.structs.replace(body, about=person)

    return [
        PersonTold(
            occurred_at=minute(9),
            person_id=MOTHER,
            role="mother",
            claimed_relation="her mother",
            where="Huehuetenango",
            safe_to_contact="yes",
        ),
        of(MOTHER, "name", PersonName(as_said="María Pérez")),
        of(MOTHER, "phone", Phone(as_told="+502 5555 0199")),
        of(MOTHER, "nationality", Country(code="GT")),
        of(MOTHER, "address", Place(words="Todos Santos", country="GT")),
        PersonTold(
            occurred_at=minute(9),
            person_id=MAN,
            role="adult_found_with",
            claimed_relation="says uncle",
            proof="none",
            where="left by bus",
            safe_to_contact="no",
            why="she hid from him",
        ),
        of(MAN, "name", PersonName(as_said="Juan Tzoc")),
        PersonTold(occurred_at=minute(9), person_id=LAWYER, role="lawyer"),
        of(LAWYER, "name", PersonName(as_said="L. Okafor")),
    ]


def found() -> list[Body]:
    """Return concern, signs and screenings."""
    return [
        ProtectionConcern(
            occurred_at=minute(33),
            what=("no_carer", "hurt_by_somebody"),
            how="child_said",
            note="he pulled my arm " + samples.ETHIOPIC,
            danger_now="yes",
            may_run_away="yes",
        ),
        TraffickingSignSeen(
            occurred_at=minute(34), what=("debt", "deceived"), how="child_said", note="we owe"
        ),
        TraffickingScreened(
            occurred_at=minute(36),
            looked=(
                Looked(indicator="debt", answer="child_said", words="owes 40 000"),
                Looked(indicator="documents_held", answer="seen", words="he has the paper"),
                Looked(indicator="forced_to_work", answer="child_said", words="sold sweets"),
                Looked(indicator="taken_from_place_to_place", answer="seen", words="three buses"),
                Looked(indicator="threatened", answer="child_said", words="he said my brother"),
                Looked(indicator="escort_is_recruiter", answer="child_said", words="the man"),
                Looked(indicator="exploiter_near", answer="seen", words="waited outside"),
                Looked(indicator="still_there", answer="not_seen"),
                Looked(indicator="others_there", answer="other_person_said", words="two girls"),
                Looked(indicator="commercial_sex", answer="not_asked"),
            ),
            account="I sell and he keeps it " + samples.THAI,
            outcome="indicators_found",
            when_where="Since August, market in Tapachula",
            services=("safe_place", "lawyer"),
            may_call="yes",
        ),
        looked_at(),
    ]


def looked_at() -> MedicallyScreened:
    """Return a second screening, with a bruise that was photographed."""
    return MedicallyScreened(
        occurred_at=minute(38),
        signs=Signs(
            urgent=(),
            illness=("cough",),
            injuries=(
                Injury(
                    part="forearm",
                    side="right",
                    injury="bruise",
                    words="finger marks",
                    photos=(UUID(int=52),),
                ),
            ),
        ),
        health=Health(pregnant="no"),
        wellbeing=Wellbeing(
            self_harm=Asked(answer="no"), exhaustion=Asked(answer="yes", words="fell asleep")
        ),
        outcome=Outcome(decision="clinic", provider="Clinic West", finding="bruise"),
    )


def of_its_life() -> list[Body]:
    """Return the facts of the child that only referrals print."""
    return [
        told(9, "nationality", Country(code="GT")),
        told(9, "address", Place(words="12 Calle Real", country="GT")),
        told(9, "phone", Phone(as_told="+502 5555 0100")),
        told(9, "school", TextValue(words="Escuela Todos Santos")),
        told(9, "lives_in", CodeValue(code="another_country")),
        told(9, "in_care_of", CodeValue(code="nobody")),
        told(9, "religion", TextValue(words="Catholic")),
        told(9, "disability", CodeValue(code="hard_of_hearing")),
        told(9, "tribal_link", CodeValue(code="no")),
        told(9, "accompanied", CodeValue(code="adult_not_verified")),
        told(9, "last_residence", Place(words="Todos Santos", country="GT")),
        told(9, "wish", Quote(words="Chi nu nan", language="mam", in_english="To my mother")),
    ]


def other_things() -> list[Body]:
    """Return a photograph of an injury, a sister, the court's number and the notice to HHS."""
    return [
        AttachmentAdded(
            occurred_at=minute(39),
            file_id=UUID(int=52),
            sha256="1b" * 32,
            size=900,
            media_type="image/png",
            key="cd" * 32,
            what="document",
            purpose="bruise",
        ),
        CompanionLinked(occurred_at=minute(10), other=OTHER_CHILD, relation="sibling"),
        CompanionsParted(
            occurred_at=minute(41), other=OTHER_CHILD, reason="to hospital", decided_by="DCFS"
        ),
        ReferenceGiven(
            occurred_at=minute(42), system="court", number="JV-26-9", issued_by="Juvenile court"
        ),
        ContactTried(
            occurred_at=minute(42),
            party=Party(name="María Pérez", number="+502 5555 0199", person_id=MOTHER),
            purpose="parent_or_relative",
            method="telephone",
            outcome="reached",
            said="she is safe",
        ),
        ContactTried(
            occurred_at=minute(43),
            party=Party(name="OTIP", number="+1 202 555 0133"),
            purpose="trafficking_notice",
            method="telephone",
            outcome="reached",
            said="notice announced",
            reference="OT-1",
        ),
        ReportSent(
            occurred_at=minute(46),
            report="trafficking_notice",
            to="HHS OTIP",
            method="web_form",
            reference="SH-77",
            part="Part A",
        ),
    ]


def federal() -> list[Body]:
    """Return the supervisor's decision, the call to DHS, and an order shown with a request."""
    asked_of_us = msgspec.structs.replace(
        ONE_OF_EACH_OF_DISCLOSING[0], occurred_at=minute(47), until=None
    )
    return [
        FederalContactDecided(
            occurred_at=minute(48),
            who="immigration_authority",
            agency="CBP",
            decision="allowed",
            reason="no agency of the state takes the child",
            authority="General order 9",
        ),
        ContactTried(
            occurred_at=minute(49),
            party=Party(name="CBP juvenile coordinator", number="+1 305 555 0177"),
            purpose="federal_agency",
            method="telephone",
            outcome="reached",
            spoke_with="Officer Hale",
            spoke_id="771",
            said="will come",
            promised="a car",
            promised_by=minute(110),
        ),
        asked_of_us,
    ]


def at(station: str, bodies: list[Body], *more: Pack) -> PaperInput:
    """Return what a paper is composed of at a station there, under the packs of that place."""
    country = station.partition("-")[0]
    kept = tuple(one for one in packs() if one.id in ("house", country.lower(), station.lower()))
    given = ruled(bodies, 0)
    where: StationFounded = msgspec.structs.replace(STATION, jurisdiction=station)
    every = (*kept, *more)
    return replace(
        given,
        station=where,
        packs=every,
        as_of=ISSUED,
        clocks=clocks(given.case, every, given.zone),
    )


def boxes_of(paper: Paper, given: PaperInput) -> dict[str, str]:
    """Return the printed string of each box."""
    shown: dict[str, str] = {}
    for _, name, text in lay_out(paper.compose(given)).printed():
        shown[name] = shown.get(name, "") + text
    return shown
