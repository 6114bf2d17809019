"""The notification of child trafficking to HHS (paper 6): owed within 24 hours of the discovery."""

from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import TRAFFICKING_NOTICE
from minors_desk.domain.trafficking_standing import discoveries
from minors_desk.papers.contact_table import REFERENCES
from minors_desk.papers.paper import Paper, PaperInput
from minors_desk.papers.pointers import TRAFFICKING
from minors_desk.papers.referral_tables import ADULTS, COMPANIONS, follow_ups, sent
from minors_desk.papers.sectioned import Signed, Under, sectioned
from minors_desk.papers.sheet import for_ink
from minors_desk.papers.trafficking_boxes import BOXES, FOLLOW_UPS, INDICATORS, SIGNS

NAME = TRAFFICKING_NOTICE
TITLE = "Child-trafficking notification to HHS"
OWED = follow_ups("notice_owed", "trafficking_notice_sent")
SENT = sent("notice_sent", "trafficking_notice")
_SECTIONS = (
    Under(
        title="1 Discovery",
        parts=(
            (("discovery.at", "discovery.what"), (11, 13), 2),
            SIGNS,
            OWED,
        ),
        note="The 24 hours count from the first facts, not from certainty.",
    ),
    Under(
        title="2 Requester",
        parts=(
            (("notifier.who", "notifier.phone"), (14, 10), 1),
            (("notifier.agency",), (24,), 1),
        ),
    ),
    Under(
        title="3 Child",
        parts=(
            (("child.name", "child.own_script"), (14, 10), 1),
            (("child.other_names", "child.temporary_id"), (15, 9), 1),
            (("child.birth_date", "child.age_told", "child.age"), (9, 9, 6), 1),
            (("child.sex", "child.sex_told", "life.nationality"), (5, 8, 11), 1),
            (("child.identity",), (24,), 1),
            (("child.language",), (24,), 1),
        ),
    ),
    Under(
        title="4 Present location and custodian",
        parts=((("present.place", "present.custodian"), (12, 12), 2),),
    ),
    Under(
        title="5 Immediate safety",
        parts=(
            (("risk.now", "near.exploiter", "near.still_there"), (8, 8, 8), 1),
            (("risk.no_contact",), (24,), 1),
        ),
    ),
    Under(title="6 Sector", parts=((("sector.kind",), (24,), 1),)),
    Under(
        title="7 Indicators, with the facts",
        parts=(INDICATORS,),
        note="Indicators, not a verdict. Not asked says nothing either way; not seen was looked "
        "for and not found.",
    ),
    Under(
        title="8 Recruiter, transporter, employer, debts, documents, threats",
        parts=(
            (("exploiter.recruiter", "exploiter.transport"), (12, 12), 1),
            (("exploiter.employer", "exploiter.debt"), (12, 12), 1),
            (("exploiter.documents", "exploiter.threats"), (12, 12), 1),
            (("exploiter.account",), (24,), 2),
            ADULTS,
        ),
    ),
    Under(title="9 Dates and places", parts=((("dates.when_where",), (24,), 1),)),
    Under(
        title="10 Minors also affected",
        parts=((("affected.others",), (24,), 1), COMPANIONS),
    ),
    Under(
        title="11 Investigation",
        parts=((("inquiry.agency", "inquiry.case", "inquiry.may_call"), (12, 7, 5), 1),),
    ),
    Under(title="12 Numbers of child protection, NCMEC, hotline", parts=(REFERENCES,)),
    Under(title="13 Attorney or advocate", parts=((("counsel.who",), (24,), 1),)),
    Under(title="14 Services needed", parts=((("services.needed",), (24,), 1),)),
    Under(title="15 Sent", parts=(SENT,)),
    Under(title="16 Part B", parts=((("part_b.state",), (24,), 1),)),
    Under(title="17 Follow-up", parts=(FOLLOW_UPS,)),
)
_BODY = sectioned(
    (NAME, TITLE),
    BOXES,
    _SECTIONS,
    Signed(
        lines=(for_ink("signature.notifier", "Who notifies signs, by hand after printing"),),
        note=(
            "What the law of this place keeps from a federal agency is withheld here, with the "
            "rule; whether the notice of 22 U.S.C. 7105(b)(1)(H) goes before it is a question for "
            "counsel."
        ),
    ),
    pointer=lambda _: TRAFFICKING,
)


def allowed(given: PaperInput) -> tuple[str, str] | None:
    """None in the United States; elsewhere there is no such notice."""
    if given.country == "US":
        return None
    return (
        "There is no such notice in this country",
        "Tell child protection, and print the child-welfare referral.",
    )


def _subjects(case: Case) -> tuple[int, ...]:
    return (0,) if discoveries(case) else ()


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who told of the first facts."""
    found = discoveries(case)
    return found[0].entry_id if found else None


PAPER = Paper(
    name=NAME,
    number_prefix="TN",
    title=TITLE,
    templates={1: _BODY.compose},
    subjects=_subjects,
    nothing_yet=(
        "Nothing of trafficking was discovered about this child",
        "Log what was seen or said first, then print.",
    ),
    prepared_in=_prepared_in,
    boxes=_BODY.fields,
    labels=_BODY.labels,
    to="federal_agency",
    about=_BODY.about,
    allowed=allowed,
    goes_to=("agency", "station"),
)
