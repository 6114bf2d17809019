"""Calls and contacts of the invented night, with the files, numbers and reports they led to."""

from uuid import UUID

from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body, SecondPerson
from minors_desk.domain.contacts import (
    ContactTried,
    NotReachedExplained,
    Party,
    ReferenceGiven,
    ReportSent,
)
from tests.papers import samples
from tests.papers.case_of_ana import minute

ODE = SecondPerson(name="T. Ode", badge="3310", how="signed_on_paper")
DCFS = Party(name="Child protection hotline", number="+1 312 555 0100")


def contacts() -> list[Body]:
    """Return all of them."""
    return [*tries(), hotline(), *files(), *papers()]


def tries() -> list[Body]:
    """Return attempts to reach the aunt, at first in vain, and the supervisor."""
    aunt = Party(name="Rosa Xicay, aunt", number="+502 5555 0101")
    return [
        ContactTried(
            occurred_at=minute(13),
            party=aunt,
            purpose="parent_or_relative",
            method="telephone",
            outcome="no_answer",
            next_try_at=minute(43),
        ),
        NotReachedExplained(
            occurred_at=minute(44), purpose="parent_or_relative", reason="number out of service"
        ),
        ContactTried(
            occurred_at=minute(45),
            party=aunt,
            purpose="parent_or_relative",
            method="telephone",
            outcome="reached",
            spoke_with="Rosa Xicay",
        ),
        ContactTried(
            occurred_at=minute(15),
            party=Party(name="Sgt. Lane"),
            purpose="supervisor",
            method="radio",
            outcome="reached",
        ),
    ]


def hotline() -> ContactTried:
    """Return an attempt with every field that there is."""
    return ContactTried(
        occurred_at=minute(14),
        ended_at=minute(24),
        party=DCFS,
        purpose="child_protection",
        method="telephone",
        outcome="reached",
        duties=("US-IL-03",),
        spoke_with="Karen Ruiz",
        spoke_id="88123",
        call_back="+1 312 555 0142",
        said="Child of about eight, alone, no caretaker known. " + samples.DEVANAGARI,
        promised="a worker at Area Central",
        promised_by=minute(60),
        reference="H-2217",
        next_try_at=minute(55),
        interpreter="Operator 88",
        escalated_to="Duty supervisor Lee",
        done_by=ODE,
    )


def files() -> list[Body]:
    """Return the proof of a call, and the child's photograph."""
    return [
        AttachmentAdded(
            occurred_at=minute(20),
            file_id=UUID(int=50),
            sha256="ab" * 32,
            size=1200,
            media_type="image/png",
            key="cd" * 32,
            what="document",
            purpose="screen of the hotline's answer",
        ),
        AttachmentAdded(
            occurred_at=minute(9),
            file_id=UUID(int=51),
            sha256="ef" * 32,
            size=1200,
            media_type="image/png",
            key="cd" * 32,
            what="photo_of_child",
            purpose="identity",
        ),
    ]


def papers() -> list[Body]:
    """Return a number of another system, and a written report."""
    return [
        ReferenceGiven(
            occurred_at=minute(22),
            system="ncic",
            number="N-2026-778",
            issued_by="LEADS desk",
            note="no hit",
        ),
        ReportSent(
            occurred_at=minute(47),
            report="child_protection_written",
            to="DCFS",
            method="fax",
            reference="F-9",
            part="first page",
        ),
    ]
