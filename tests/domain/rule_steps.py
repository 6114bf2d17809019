"""How each event of ``EVENTS`` comes about: steps of real entries, in chains that exclude another.

A dimension is one thing that may be so or otherwise (whether the child is held, how old it is);
each of its values is a chain of steps, the first value the one that nobody has to tell. By hand,
not from the program's own tables: a test compares the two.
"""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from msgspec import structs

from minors_desk.domain.answers import NoAnswer
from minors_desk.domain.bodies import Body
from minors_desk.domain.contacts import Party, ReferenceGiven, ReportSent
from minors_desk.domain.facts import FactTold
from minors_desk.domain.handoff import HandoffProposed, terms_digest
from minors_desk.domain.handoff_values import ReceiverKind
from minors_desk.domain.missing_reports import MissingReportReceived
from minors_desk.domain.screening import Signs
from minors_desk.domain.trafficking import TraffickingSign, TraffickingSignSeen
from minors_desk.domain.trafficking_screening import IndicatorAnswer, TraffickingScreened
from minors_desk.domain.values import AgeTold, Country, LanguageLevel, LanguageValue
from tests.domain import samples_care as care
from tests.domain.moments import at, ident
from tests.domain.rule_tables import COUNTRIES
from tests.domain.samples import (
    accepted,
    case_of,
    checked,
    encountered,
    explained,
    proposed,
    receiver_checked,
    signed,
    tried,
)
from tests.domain.samples_consulate import guardian, offered
from tests.domain.samples_custody import (
    began,
    ended,
    found,
    moved,
    refused,
    secured,
    unsecured,
)
from tests.domain.samples_custody import failed as handoff_failed
from tests.domain.samples_disclosing import detainer, reply
from tests.domain.samples_protection import code, concern, questioned
from tests.domain.samples_trafficking import looked, screened_for_trafficking
from tests.domain.samples_who import classed, interpreted, person

MOTHER, AUNT = ident(700), ident(701)


@dataclass(frozen=True, slots=True)
class Step:
    """Entries that follow each other at once; the last of them tells of these events."""

    events: tuple[str, ...]
    bodies: tuple[Body, ...]


Chain = tuple[Step, ...]


def step(events: str, *bodies: Body) -> Step:
    """A step that tells of those events, and of no others."""
    return Step(tuple(events.split()), bodies)


@cache
def _handoff(kind: ReceiverKind | None) -> tuple[Body, ...]:
    """A handoff to such a receiver, signed on what stood on screen."""
    first = proposed(0)
    assert isinstance(first, HandoffProposed)
    told = structs.replace(first, receiver=structs.replace(first.receiver, what=kind))
    (attempt,) = case_of(encountered(), began(-1), told, receiver_checked(0)).handoffs
    digest = terms_digest(attempt)
    signatures = (signed(0, "officer", digest=digest), signed(0, "receiver", digest=digest))
    return told, receiver_checked(0), *signatures, accepted(0, digest=digest)


def _custody() -> dict[str, Chain]:
    """Where the child is: how it was held, and how that ended; named ``held`` or ``held/ended``."""
    held = step("custody_began", began(0))
    lock, loose = step("secured", secured(0)), step("unsecured", unsecured(0))
    cuff = step("secured cuffed_to_object", secured(0, "cuffed_to_object"))
    uncuff = step("unsecured uncuffed", unsecured(0))
    ways: dict[str, Chain] = {
        "held": (held,),
        "locked": (held, lock),
        "unlocked": (held, lock, loose),
        "adults": (held, step("held_with_adults", moved(0, kept_apart="no"))),
        "locked_adults": (
            held,
            lock,
            step("held_with_adults", moved(0, secure=True, kept_apart="no")),
        ),
        "cuffed": (held, cuff),
        "uncuffed": (held, cuff, uncuff),
    }
    left = step("custody_ended left_without_leave", ended(0))
    ends: dict[str, Chain] = {
        "": (),
        "refused": (step("handoff_refused", proposed(0), refused(0)),),
        "failed": (step("handoff_failed", proposed(0), handoff_failed(0)),),
        "handed": (step("handed_over", *_handoff(None)),),
        **{
            f"handed:{kind}": (step("handed_over", *_handoff(kind)),)
            for kind in get_args(ReceiverKind)
        },
        "ended": (step("custody_ended", ended(0, "court_order")),),
        "died": (step("custody_ended died", ended(0, "died")),),
        "left": (left,),
        "found": (left, step("found_again", found(0))),
        "back": (left, step("custody_began", began(0, starts_from="returned"))),
    }
    return {"never": ()} | {
        f"{how}/{end}" if end else how: chain + closing
        for end, closing in ends.items()
        for how, chain in ways.items()
    }


def _parent() -> dict[str, Chain]:
    mother, aunt = Party(name="Rosa", person_id=MOTHER), Party(name="Eva", person_id=AUNT)
    call = tried(0, mother, purpose="parent_or_relative")
    hers = tried(0, aunt, purpose="parent_or_relative", outcome="reached")
    is_aunt = person(0, person_id=AUNT, role="aunt_uncle")
    reached = step(
        "parent_tried parent_reached", person(0), structs.replace(call, outcome="reached")
    )
    relative = step("parent_tried relative_reached", is_aunt, hers)
    given_up = step("parent_not_reached", explained(0, "parent_or_relative"))
    return {
        "not_tried": (),
        "tried": (step("parent_tried", call),),
        "given_up": (given_up,),
        "reached": (reached,),
        "given_up_reached": (given_up, reached),
        "relative": (relative,),
        "given_up_relative": (given_up, relative),
    }


def _contacts() -> dict[str, dict[str, Chain]]:
    """By what the contact is for: nobody was called, somebody was tried, somebody was reached."""
    names = {
        "child_protection": "child_protection_tried child_protection_reached",
        "consulate": "consulate_tried consulate_reached",
        "missing_child_check": "missing_child_check_tried missing_child_check_done",
        "trafficking_notice": "trafficking_office_tried trafficking_office_reached",
        "medical": "medical_help_tried medical_help_reached",
        "lawyer": "lawyer_tried lawyer_reached lawyer_consulted",
        "receiver": "receiver_tried receiver_reached",
        "interpreter": "interpreter_tried interpreter_reached",
        "supervisor": "supervisor_tried supervisor_told",
        "federal_agency": "federal_agency_tried federal_agency_reached",
        "juvenile_authority": "juvenile_authority_tried juvenile_authority_reached",
        "interstate_office": "interstate_office_tried interstate_office_reached",
        "tribe": "tribe_tried tribe_reached",
    }
    return {
        f"contact:{purpose}": {
            "not_tried": (),
            "tried": (step(events.split()[0], tried(0, purpose=purpose)),),
            "reached": (step(events, tried(0, purpose=purpose, outcome="reached")),),
        }
        for purpose, events in names.items()
    }


def _codes(fact: str, event: str, *codes: str) -> dict[str, Chain]:
    """A fact of a list of codes: untold, asked in vain, or one of these."""
    why: NoAnswer = "unknown"
    untold = FactTold(occurred_at=at(0), fact=fact, no_value=why, source="said")  # type: ignore[arg-type]
    told: dict[str, Chain] = {"untold": (), "not_known": (step(event, untold),)}
    return told | {one: (step(event, code(0, fact, one)),) for one in codes}  # type: ignore[arg-type]


def _speaks(language: str, level: LanguageLevel) -> Step:
    value = LanguageValue(language=language, level=level, how="card")
    told = FactTold(occurred_at=at(0), fact="language", value=value, source="said")
    return step("language_told", told)


def _facts() -> dict[str, dict[str, Chain]]:
    countries = {
        one: FactTold(occurred_at=at(0), fact="nationality", value=Country(code=one), source="said")
        for one in COUNTRIES
    }
    ages = {
        str(years): AgeTold(low_months=years * 12, high_months=years * 12 + 11)
        for years in range(9, 22)
    }
    return {
        "age": {"unknown": ()}
        | {
            years: (step("", FactTold(occurred_at=at(0), fact="age", value=one, source="said")),)
            for years, one in ages.items()
        },
        "class": {"not_classed": ()}
        | {
            one: (step("classed", classed(0, one)),)
            for one in ("non_offender", "status_offender", "accused_delinquent")
        },
        "nationality": _codes("nationality", "nationality_told")
        | {one: (step("nationality_told", told),) for one, told in countries.items()},
        "language": _codes("language", "language_told")
        | {"mam": (_speaks("mam", "first_language"),), "eng": (_speaks("eng", "fluent"),)},
        "tribal_link": _codes("tribal_link", "tribal_link_told", "yes", "possible", "no"),
        "disability": _codes("disability", "disability_told", "deaf", "moving"),
        "lives_in": _codes("lives_in", "lives_in_told", "another_state", "this_state"),
        "in_care_of": _codes("in_care_of", "", "foster_family", "state_care", "nobody"),
        "accompanied": _codes(
            "accompanied",
            "",
            "alone",
            "with_children_only",
            "adult_not_verified",
            "relative",
            "parent_or_guardian",
        ),
    }


def _signs() -> dict[str, dict[str, Chain]]:
    def sign(what: TraffickingSign) -> Chain:
        body = TraffickingSignSeen(occurred_at=at(0), what=(what,), how="seen")
        return (step("trafficking_sign_seen abuse_suspected", body),)

    def screening(answer: IndicatorAnswer) -> TraffickingScreened:
        return screened_for_trafficking(0, looked("debt", answer))

    return {
        "concern": {
            "none": (),
            "neglected": (step("abuse_suspected", concern(0, "neglected")),),
            "no_carer": (step("abuse_suspected no_carer_known", concern(0, "no_carer")),),
            "exploited": (step("abuse_suspected", concern(0, "exploited")),),
        },
        "sign": {
            "none": (),
            "debt": sign("debt"),
            "commercial_sex": sign("commercial_sex"),
            "screened": (step("trafficking_screened", screening("not_seen")),),
            "screened_debt": (
                step(
                    "trafficking_screened trafficking_sign_seen abuse_suspected", screening("seen")
                ),
            ),
        },
    }


def _care() -> dict[str, dict[str, Chain]]:
    needs = "food water toilet rest warmth clothing washing blanket infant_care period_care"
    urgent = care.screened(0, "ems_called", Signs(urgent=("breathing",)))
    things = step("property_taken", care.taken(0, 1))
    return {
        f"care:{need}": {
            "no": (),
            "offered": (step(f"{need}_offered", care.given(0, need, "refused")),),
            "given": (step(f"{need}_offered {need}_given", care.given(0, need)),),
        }
        for need in (*needs.split(), "comfort", "exercise")
    } | {
        "screened": {
            "no": (),
            "fit": (step("medically_screened", care.screened(0)),),
            "urgent": (step("medically_screened urgent_sign_seen", urgent),),
        },
        "search": {
            "no": (),
            "bag": (step("searched", care.searched(0, "bag")),),
            "strip": (step("searched strip_searched", care.searched(0, "strip")),),
        },
        "property": {
            "no": (),
            "taken": (things,),
            "returned": (things, step("property_returned", care.returned(0, 1))),
        },
        "detainer": {
            "no": (),
            "came": (step("detainer_received", detainer(0)),),
            "copied": (
                step("detainer_received", detainer(0)),
                step("detainer_copy_given", reply(0, 99, copy_given_at=at(0))),
            ),
        },
        "lawyer_call": {
            "no": (),
            "refused": (
                step(
                    "call_offered lawyer_call_offered", care.call_offered(0, "lawyer", "no_answer")
                ),
            ),
            "made": (
                step(
                    "call_offered lawyer_call_offered lawyer_consulted",
                    care.call_offered(0, "lawyer"),
                ),
            ),
        },
    }


def _once() -> dict[str, Step]:
    """What happens or does not, and changes nothing else."""
    rights = {
        "reason_held": "reason_told",
        "consulate": "consulate_told",
        "rights": "rights_told",
        "lawyer": "lawyer_told",
        "may_call": "calls_told",
        "how_long": "length_told",
    }
    reports = {
        "child_protection_written": "child_protection_report_sent",
        "trafficking_notice": "trafficking_notice_sent",
        "consular_notification": "consular_notification_sent",
        "missing_person_entry": "missing_person_entered",
        "parent_notice": "parent_notice_sent",
        "receiver_report": "receiver_report_sent",
        "cross_report": "cross_report_sent",
    }
    return {
        **{event: step(event, care.told(0, what)) for what, event in rights.items()},
        **{
            event: step(
                event,
                ReportSent(occurred_at=at(0), report=report, to="The office", method="fax"),  # type: ignore[arg-type]
            )
            for report, event in reports.items()
        },
        **{
            f"{to}_call_offered": step(
                f"call_offered {to}_call_offered", care.call_offered(0, to, "refused")
            )
            for to in ("parent", "relative")
        },
        "welfare_checked": step("welfare_checked", checked(0)),
        "medicine_given": step("medicine_given", care.medicine(0)),
        "phone_searched": step("phone_searched", care.phone_searched(0)),
        "interpreter_used": step("interpreter_used", interpreted(0)),
        "questioning_began": step("questioning_began", questioned(0)),
        "receiver_check_done": step(
            "receiver_check_done",
            ReferenceGiven(occurred_at=at(0), system="receiver_check", number="R-7"),
        ),
        "missing_report_received": step(
            "missing_report_received",
            MissingReportReceived(occurred_at=at(0), reported_by="Her aunt", category="juvenile"),
        ),
    }


def _consular() -> dict[str, dict[str, Chain]]:
    wanted = offered(0, "MX", answer="wants")
    return {
        "consulate_wanted": {
            "no": (),
            "yes": (step("consulate_told consulate_wanted", wanted),),
        },
        "guardian_needed": {"no": (), "yes": (step("guardian_needed", guardian(0)),)},
    }


DIMENSIONS: dict[str, dict[str, Chain]] = {
    "encounter": {"met": (step("encountered", encountered(0)),), "not_met": ()},
    **_facts(),
    **_signs(),
    "parent": _parent(),
    **_contacts(),
    "custody": _custody(),
    **_care(),
    **_consular(),
    **{event: {"no": (), "yes": (one,)} for event, one in _once().items()},
}
"""Every dimension with its values, the one that is so by itself first (a child was met)."""
DIMENSIONS_OF: dict[str, tuple[str, ...]] = {
    event: tuple(
        dimension
        for dimension, values in DIMENSIONS.items()
        if any(event in one.events for chain in values.values() for one in chain)
    )
    for event in sorted(
        {
            event
            for values in DIMENSIONS.values()
            for chain in values.values()
            for one in chain
            for event in one.events
        }
    )
}
"""By its name, in which dimensions an event may come about."""
