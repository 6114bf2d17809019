"""The child-welfare referral (paper 5): what child protection was told, and is told in writing."""

from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import WELFARE_REFERRAL
from minors_desk.papers.boxes import Abreast
from minors_desk.papers.injury_table import INJURIES
from minors_desk.papers.paper import Paper
from minors_desk.papers.pointers import child_welfare
from minors_desk.papers.referral_tables import (
    ADULTS,
    AGENCIES,
    COMPANIONS,
    KIN,
    STATED,
    follow_ups,
    sent,
)
from minors_desk.papers.sectioned import Signed, Under, sectioned
from minors_desk.papers.sheet import for_ink
from minors_desk.papers.welfare_boxes import BOXES, CALLS, oral_report

NAME = WELFARE_REFERRAL
TITLE = "Child-welfare referral"
WRITTEN = follow_ups("written", "child_protection_report_sent")
SENT = sent("sent", "child_protection_written")
CHILD: tuple[Abreast, ...] = (
    (("child.name", "child.name_source"), (15, 9), 1),
    (("child.own_script", "child.other_names"), (11, 13), 1),
    (("child.temporary_id", "child.identity"), (8, 16), 1),
    (("child.birth_date", "child.age_told", "child.age"), (9, 9, 6), 1),
    (("child.sex", "child.sex_told", "life.nationality"), (5, 8, 11), 1),
)
_SECTIONS = (
    Under(
        title="1 Oral report",
        parts=(
            (("oral.office", "oral.at"), (13, 11), 1),
            (("oral.worker", "oral.call_id"), (13, 11), 1),
            (("oral.answer", "oral.waited", "oral.reason"), (8, 5, 11), 1),
            (("oral.said",), (24,), 2),
            CALLS,
        ),
    ),
    Under(title="2 Reporter", parts=((("reporter.who", "reporter.agency"), (11, 13), 1),)),
    Under(
        title="3 Child",
        parts=(
            *CHILD,
            (("life.address", "life.phone"), (15, 9), 1),
            (("life.school", "life.lives_in", "life.in_care_of"), (10, 7, 7), 1),
            (("life.photo",), (24,), 1),
        ),
    ),
    Under(
        title="4 Present place",
        parts=(
            (("present.place", "present.until"), (12, 12), 2),
            (("present.custodian",), (24,), 1),
            (("present.met",), (24,), 1),
        ),
    ),
    Under(
        title="5 Sisters, brothers and companions",
        parts=(COMPANIONS,),
        note="Another child is known here by the id of its own case, never by name.",
    ),
    Under(title="6 Parents, guardians, relatives", parts=(KIN,)),
    Under(
        title="7 Adult found with the child",
        parts=((("life.alone",), (24,), 1), ADULTS),
    ),
    Under(title="8 Concern", parts=((("concern.types",), (24,), 1),)),
    Under(title="9 Facts, with their source", parts=(STATED,)),
    Under(
        title="10 Injuries",
        parts=((("body.injuries", "body.sheet"), (12, 12), 1), INJURIES),
    ),
    Under(
        title="11 Medical",
        parts=(
            (("body.seen_by",), (24,), 1),
            (("body.signs", "body.conditions"), (10, 14), 1),
        ),
    ),
    Under(
        title="12 Danger",
        parts=(
            (("risk.now", "risk.runs"), (12, 12), 1),
            (("risk.feared",), (24,), 1),
            (("risk.no_contact",), (24,), 1),
        ),
    ),
    Under(
        title="13 Language, culture, disability",
        parts=(
            (("child.language",), (24,), 1),
            (("life.interpreter",), (24,), 1),
            (("child.ethnicity", "life.religion", "life.disability"), (9, 7, 8), 1),
        ),
    ),
    Under(
        title="13 Link to a tribe",
        parts=((("life.tribal_link",), (24,), 1),),
        only_in="US",
    ),
    Under(
        title="13 Indigenous identity",
        parts=((("life.indigenous",), (24,), 1),),
        only_in="CA",
    ),
    Under(
        title="14 Actions taken",
        parts=(
            (("actions.done",), (24,), 2),
            (("actions.parents",), (24,), 1),
            (("actions.numbers",), (24,), 1),
        ),
    ),
    Under(title="15 Other agencies told", parts=(AGENCIES,)),
    Under(
        title="16 and 17 Request and response",
        parts=((("wanted.asked", "wanted.promised"), (11, 13), 2),),
    ),
    Under(title="18 Written follow-up: due, and by which rule", parts=(WRITTEN, SENT)),
)
_BODY = sectioned(
    (NAME, TITLE),
    BOXES,
    _SECTIONS,
    Signed(
        lines=(for_ink("signature.reporter", "19 Who reports signs, by hand after printing"),),
        note="Reasons to suspect, as seen or as told; no finding of abuse and no verdict.",
    ),
    title_fr="Signalement à la protection de l'enfance",
    pointer=lambda given: child_welfare(given.station.jurisdiction),
)


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who made the oral report; while there is none, who met the child."""
    made = oral_report(case)
    if made is not None:
        return made.entry_id
    return None if case.encounter is None else case.encounter.entry_id


PAPER = Paper(
    name=NAME,
    number_prefix="WR",
    title=TITLE,
    templates={1: _BODY.compose},
    subjects=lambda _: (0,),
    nothing_yet=("There is nothing to report of this child", "Log a concern first."),
    prepared_in=_prepared_in,
    boxes=_BODY.fields,
    labels=_BODY.labels,
    to="child_protection",
    about=_BODY.about,
    goes_to=("agency", "station"),
)
