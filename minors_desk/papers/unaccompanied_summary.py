"""The summary for a referral of an unaccompanied child (paper 7), where law and supervisor allow.

It is addressed to DHS: ORR takes referrals of federal agencies only (45 CFR 410.1101(a)).
"""

from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.federal_calls import WHO_REFERS
from minors_desk.domain.printed import UNACCOMPANIED_SUMMARY
from minors_desk.papers.paper import Paper, PaperInput
from minors_desk.papers.referral_tables import ADULTS, COMPANIONS, KIN
from minors_desk.papers.sectioned import Signed, Under, sectioned
from minors_desk.papers.sheet import for_ink
from minors_desk.papers.trafficking_boxes import SIGNS
from minors_desk.papers.unaccompanied_boxes import BOXES, rules_words, standing

NAME = UNACCOMPANIED_SUMMARY
TITLE = "Unaccompanied-child referral summary"
_SECTIONS = (
    Under(
        title="1 Legal gate",
        parts=(
            (("gate.rule",), (24,), 2),
            (("gate.approval",), (24,), 2),
            (("gate.order",), (24,), 1),
        ),
    ),
    Under(
        title="2 Addressed to the Department of Homeland Security (DHS)",
        parts=(
            (("dhs.office", "dhs.officer"), (13, 11), 1),
            (("dhs.called", "dhs.answer", "dhs.eta"), (6, 9, 9), 1),
        ),
        note=f"ORR takes referrals of federal agencies only ({WHO_REFERS}).",
    ),
    Under(
        title="3 Identity, and how it is known",
        parts=(
            (("child.name", "child.name_source"), (15, 9), 1),
            (("child.own_script", "child.other_names"), (11, 13), 1),
            (("child.temporary_id", "child.identity"), (8, 16), 1),
            (("child.sex", "life.nationality", "life.photo"), (5, 8, 11), 1),
            (("life.last_residence",), (24,), 1),
        ),
    ),
    Under(
        title="4 Age, and how it is known",
        parts=((("child.birth_date", "child.age_told", "child.age"), (9, 9, 6), 1),),
    ),
    Under(
        title="5 Observations for the test of 6 U.S.C. 279(g)(2): no conclusion",
        parts=(
            (("observed.age",), (24,), 1),
            (("observed.parents",), (24,), 1),
            (("observed.carer",), (24,), 1),
        ),
        note="Only a federal agency decides whether the child is an unaccompanied one. Its third "
        "part is nothing that police observe: it has no box here.",
    ),
    Under(
        title="6 Found when, where, with whom",
        parts=((("present.met",), (24,), 1), (("present.place",), (24,), 1), ADULTS),
    ),
    Under(title="7 Relatives, telephones, who may be told", parts=(KIN,)),
    Under(
        title="8 Health",
        parts=(
            (("body.seen_by",), (24,), 1),
            (("body.signs", "body.conditions"), (10, 14), 1),
            (("body.injuries", "body.pregnant"), (10, 14), 1),
        ),
    ),
    Under(title="9 State of mind", parts=((("mind.self_harm", "mind.exhaustion"), (12, 12), 1),)),
    Under(
        title="10 Danger, charge",
        parts=(
            (("charge.offence", "risk.runs"), (15, 9), 1),
            (("risk.no_contact",), (24,), 1),
        ),
    ),
    Under(title="11 Signs of trafficking", parts=(SIGNS,)),
    Under(
        title="12 Language",
        parts=((("child.language",), (24,), 1), (("life.interpreter",), (24,), 1)),
    ),
    Under(
        title="13 Disability, religion, diet",
        parts=((("life.disability", "faith.religion"), (12, 12), 1),),
    ),
    Under(
        title="14 Sisters, brothers, companions: keep together",
        parts=(COMPANIONS,),
        note="Another child is known here by the id of its own case, never by name.",
    ),
    Under(
        title="15 Property and papers",
        parts=((("things.list",), (24,), 2), (("things.papers",), (24,), 1)),
    ),
    Under(title="16 Attorney", parts=((("counsel.who",), (24,), 1),)),
    Under(
        title="17 Child protection, court",
        parts=(
            (("oral.office", "oral.call_id", "oral.answer"), (11, 6, 7), 1),
            (("court.numbers",), (24,), 1),
        ),
    ),
    Under(title="18 Fields withheld by law", parts=((("withheld.list",), (24,), 3),)),
    Under(
        title="19 and 20 Custody accepted, receipt",
        parts=((("accepts.who", "accepts.receipt"), (16, 8), 1),),
    ),
)
_BODY = sectioned(
    (NAME, TITLE),
    BOXES,
    _SECTIONS,
    Signed(
        lines=(
            for_ink("signature.supervisor", "Supervisor who allowed it"),
            for_ink("signature.dhs", "19 DHS accepts custody (their 72 hours begin)"),
        ),
        note="Signed by hand after printing.",
    ),
)
_INSTEAD = "Turn to child protection; ask counsel before anything is told to a federal agency."


def allowed(given: PaperInput) -> tuple[str, str] | None:
    """None where the rules of this place allow the call and a supervisor did; else what is not."""
    if given.country != "US":
        return "There is no such referral in this country", "Turn to child protection."
    call = standing(given, given.case)
    if call.answer == "allowed":
        return None
    if call.answer == "supervisor":
        return (
            f"No supervisor has allowed it; the rule that allows it: {rules_words(call)}",
            "Have a supervisor enter the decision on contact with a federal agency, then print.",
        )
    if call.answer == "not_said":
        return "No rule of this place allows police to refer the child to DHS", _INSTEAD
    verb = "forbids it" if call.answer == "forbidden" else "wants something first"
    return f"The law here {verb}: {rules_words(call)}", _INSTEAD


def _subjects(case: Case) -> tuple[int, ...]:
    """Only where a supervisor decided on contact with a federal agency, whatever was decided."""
    return (0,) if case.disclosing.federal_contacts else ()


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who met the child."""
    return None if case.encounter is None else case.encounter.entry_id


PAPER = Paper(
    name=NAME,
    number_prefix="UC",
    title=TITLE,
    templates={1: _BODY.compose},
    subjects=_subjects,
    nothing_yet=(
        "No supervisor has decided on contact with a federal agency for this child",
        "Have a supervisor decide it; where the law does not allow it, no such paper is printed.",
    ),
    prepared_in=_prepared_in,
    boxes=_BODY.fields,
    labels=_BODY.labels,
    to="immigration_authority",
    about=_BODY.about,
    allowed=allowed,
)
