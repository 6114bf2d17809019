"""A child of another country, and everything that can be told of its consulate, for the tests."""

from dataclasses import replace
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body
from minors_desk.domain.consulate import (
    ConsularNotice,
    ConsularOffer,
    CounselAnswered,
    CounselHold,
    GuardianNeeded,
)
from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.domain.disclosures import InformationAsked
from minors_desk.domain.people import PersonTold
from minors_desk.domain.station import StationFounded
from minors_desk.domain.values import Country, IdNumber, PartialDate, Place
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import Paper, PaperInput
from tests.papers.case_of_a_night import packs
from tests.papers.case_of_ana import STATION, bodies, minute, receipt
from tests.papers.facts_of_a_night import told

MOTHER = UUID(int=78)
TORONTO = msgspec.structs.replace(
    STATION,
    agency="Toronto Police Service",
    station="52 Division",
    code="TO",
    jurisdiction="CA-ON",
    zone="America/Toronto",
)
FEAR, REASON = "zzfearzz", "zzreasonzz"
"""Words that stand on no sheet."""


def of(code: str, *more: Body) -> list[Body]:
    """Return a night with a child said to be of that country."""
    return [*bodies(), told(7, "nationality", Country(code=code)), *more]


def facts() -> list[Body]:
    """Return what a consulate is told of the child, and numbers that it is not told."""
    passport = IdNumber(id_kind="passport", number="GTM 1180044", issuer="Guatemala", seen="seen")
    other = IdNumber(id_kind="birth_certificate", number="GT 2817-44", seen="seen")
    return [
        told(8, "birth_date", PartialDate(year=2018, month=3), "document"),
        told(8, "birth_place", Place(words="Huehuetenango", country="GT")),
        told(8, "identity_number", passport, "document"),
        told(8, "identity_number", other, "document"),
        PersonTold(
            occurred_at=minute(9),
            person_id=MOTHER,
            role="mother",
            alive="yes",
            where="Joliet, as the aunt says",
        ),
    ]


def offer(after: int, answer: str = "wants", *countries: str) -> ConsularOffer:
    """Return an offer to tell the consulate, and the answer."""
    return ConsularOffer(
        occurred_at=minute(after),
        countries=countries or ("GT",),
        said="may_be_told",
        words="Shall we tell the consulate of your country that you are here?",
        language="mam",
        interpreter="Operator 88",
        answer=answer,  # type: ignore[arg-type]
        answered_by="child",
    )


def notice(after: int, why: str = "asked") -> ConsularNotice:
    """Return a notice that was sent."""
    return ConsularNotice(
        occurred_at=minute(after),
        country="GT",
        post="Consulate of Guatemala, Chicago",
        why=why,  # type: ignore[arg-type]
        method="fax",
        number="+1 312 555 0170",
        spoke_with="Vice-consul Paz",
        reference="G-12",
        told=("name", "birth_date", "held_where", "contact"),
    )


def hold(after: int) -> CounselHold:
    """Return that counsel is asked before a consulate hears anything."""
    return CounselHold(
        occurred_at=minute(after), what=("consular_notice",), counsel="L. Park", reason=REASON
    )


def answered(after: int, answer: str = "go_ahead") -> CounselAnswered:
    """Return what counsel answered."""
    return CounselAnswered(
        occurred_at=minute(after),
        what=("consular_notice",),
        counsel="L. Park",
        answer=answer,  # type: ignore[arg-type]
        words=FEAR,
    )


def guardian(after: int) -> GuardianNeeded:
    """Return that a guardian may be needed."""
    return GuardianNeeded(
        occurred_at=minute(after),
        why=("parents_far_away", "parent_may_harm"),
        handled_by="Juvenile court of Cook County",
        worker="M. Ruiz",
        docket="26 JA 88",
        hearing_at=minute(2000),
        note=REASON,
    )


def whole() -> list[Body]:
    """Return a night in which all of it happened, and the sheet was sent after counsel."""
    return of(
        "GT",
        *facts(),
        hold(10),
        answered(12),
        offer(13),
        ContactTried(
            occurred_at=minute(15),
            party=Party(name="Consulate of Guatemala, Chicago", number="+1 312 555 0170"),
            purpose="consulate",
            method="telephone",
            outcome="after_hours_closed",
            next_try_at=minute(420),
        ),
        ContactTried(
            occurred_at=minute(16),
            party=Party(name="Embassy of Guatemala, duty officer", number="+1 202 555 0121"),
            purpose="consulate",
            method="telephone",
            outcome="reached",
            spoke_with="Duty officer Sol",
            reference="DO-3",
        ),
        guardian(17),
        notice(18),
        InformationAsked(
            occurred_at=minute(30),
            who="consulate",
            name="Vice-consul Paz",
            agency="Consulate of Guatemala",
            how="telephone",
            about=("location",),
            answer="refused",
            note=FEAR,
        ),
    )


def given(happened: list[Body], subject: int = 1, station: StationFounded = STATION) -> PaperInput:
    """Return what a sheet is composed of, under the packs of the place."""
    of_place = {station.jurisdiction, station.jurisdiction[:2]}
    here = tuple(one for one in packs() if one.id.upper() in of_place)
    return replace(receipt(happened, station), subject=subject, packs=here, as_of=minute(60))


def boxes(
    paper: Paper, happened: list[Body], subject: int = 1, station: StationFounded = STATION
) -> dict[str, str]:
    """Return the printed string of each box, over all sheets."""
    found: dict[str, str] = {}
    layout = lay_out(paper.compose(given(happened, subject, station)))
    for _, name, text in layout.printed():
        found[name] = found.get(name, "") + text
    return found
