"""Short ways to requests, detainers and federal access, and one body of each of their kinds."""

from minors_desk.domain.bodies import Body
from minors_desk.domain.detainers import DetainerAnswered, DetainerReceived
from minors_desk.domain.disclosing_values import AnswerThen
from minors_desk.domain.disclosures import FederalContactDecided, InformationAsked, StatusAsked
from minors_desk.domain.federal_access import FederalAccess
from minors_desk.domain.values import PartialDate
from tests.domain.moments import at, ident

DAY = PartialDate(year=2026, month=11, day=24)


def asked(minutes: float, **changed: object) -> InformationAsked:
    """Immigration asks for the address by telephone, and is refused."""
    told: dict[str, object] = {
        "who": "immigration_authority",
        "how": "telephone",
        "about": ("address",),
        "answer": "refused",
    }
    return InformationAsked(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def detainer(minutes: float, **changed: object) -> DetainerReceived:
    """A civil detainer that asks to hold the child, of which it has no copy."""
    told: dict[str, object] = {
        "agency": "ICE",
        "how": "fax",
        "form": "civil_detainer",
        "asks": ("hold", "notify_of_release"),
    }
    return DetainerReceived(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def reply(minutes: float, to: int, **changed: object) -> DetainerAnswered:
    """The detainer of the entry of that number is refused by a supervisor."""
    told: dict[str, object] = {
        "detainer": ident(to),
        "answer": "refused",
        "decided_by": "Osei",
        "office": "sergeant",
    }
    return DetainerAnswered(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def access(minutes: float, **changed: object) -> FederalAccess:
    """An officer of immigration asks for the child and is refused."""
    told: dict[str, object] = {
        "who": "immigration_authority",
        "agency": "ICE",
        "asks": ("building", "child"),
        "decided_by": "Osei",
    }
    return FederalAccess(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


ONE_OF_EACH_OF_DISCLOSING: tuple[Body, ...] = (
    asked(
        60,
        name="A. Vance",
        agency="ICE",
        badge="88",
        about=("address", "immigration_status"),
        authority="administrative_warrant",
        authority_number="I-200 7",
        authority_dated=DAY,
        answer="part_given",
        given=("immigration_status",),
        given_words="not known to us",
        withheld="the address",
        law=(
            AnswerThen(about="address", word="forbidden", rules=("US-CA-24d",)),
            AnswerThen(
                about="immigration_status",
                word="needs",
                needs=("judge_order",),
                rules=("US-CA-26",),
            ),
        ),
        met=("judge_order", "supervisor"),
        supervisor="Osei",
        court="Juvenile court",
        order_number="JV-570 12",
        order_dated=DAY,
        child_told="yes",
        note="called back",
    ),
    FederalContactDecided(
        occurred_at=at(61),
        who="immigration_authority",
        agency="ERO juvenile coordinator",
        decision="refused",
        reason="State law",
        authority="Counsel",
    ),
    StatusAsked(
        occurred_at=at(62), asked_by="Det. Cho", authority="752.053", noted="no", note="once"
    ),
    detainer(
        63,
        officer="A. Vance",
        badge="88",
        number="I-247A 9",
        dated=DAY,
        until=at(63 + 48 * 60),
        copy_given_at=at(70),
        note="by fax twice",
    ),
    reply(
        72,
        63,
        authority="5 ILCS 805/15",
        told_to="A. Vance",
        law=(AnswerThen(step="immigration_hold", word="forbidden", rules=("US-IL-11a",)),),
        met=("copy_to_child",),
        copy_given_at=at(71),
        note="in writing",
    ),
    access(
        74,
        officer="A. Vance",
        badge="88",
        authority="judicial_warrant",
        authority_number="26-7",
        authority_dated=DAY,
        allowed=("building",),
        office="sergeant",
        consent_form="refused_by_child",
        lawyer="present",
        law=(AnswerThen(step="federal_interview", word="silent", needs=("supervisor",)),),
        met=("supervisor",),
        supervisor="Osei",
        note="left at once",
    ),
)
"""A body of every kind of these features; ``vectors/bodies_disclosing.json`` holds its bytes."""
