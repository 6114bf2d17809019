"""The boxes of the unaccompanied-child summary: the legal gate, observations, what is withheld."""

from collections.abc import Callable

from minors_desk.domain.answers import Asked
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import Contact
from minors_desk.domain.disclosing_values import Answered
from minors_desk.domain.federal_calls import FederalCall, federal_call, federal_rulings
from minors_desk.domain.gates import About
from minors_desk.domain.handoff import Handoff
from minors_desk.domain.people import PARENTS
from minors_desk.domain.screening import Screening
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.case_view import CaseView, short_time
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.referral_boxes import Reader, Source, asked, fact, screened
from minors_desk.papers.referral_tables import fact_of
from minors_desk.papers.trafficking_boxes import BOXES as OF_TRAFFICKING
from minors_desk.papers.welfare_boxes import BOXES as OF_WELFARE
from minors_desk.papers.withholding import withheld_by
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.rules import checked_words
from minors_desk.wording.times import day_and_time

TOLD: tuple[About, ...] = (
    "identity",
    "birth_date",
    "nationality",
    "address",
    "location",
    "family",
    "school",
    "health",
    "youth_record",
)
"""Every piece of information that a box of this paper tells."""


def standing(given: PaperInput, case: Case) -> FederalCall:
    """What the law in force answers to a call to a federal agency, and whether it is allowed."""
    if given.as_of is None:
        return FederalCall()
    decided = case.disclosing.federal_contact(given.as_of)
    yes = decided is not None and decided.told.decision == "allowed"
    return federal_call(federal_rulings(case, given.packs, given.as_of, given.zone), allowed=yes)


def rules_words(call: FederalCall) -> str:
    """The rules by which the answer is what it is: title, citation, id, whether verified."""
    return "; ".join(
        f"{one.title} ({one.citation}, {one.id}, {checked_words(one.checked)})"
        for one in call.rules
    )


def _gate(view: CaseView) -> str:
    call = standing(view.given, view.case)
    if call.answer not in ("allowed", "supervisor"):
        return ""
    return "; ".join(
        f"{one.citation} ({one.id}), {checked_words(one.checked)}" for one in call.rules
    )


def _approval(view: CaseView) -> str:
    at = view.given.as_of
    decided = None if at is None else view.case.disclosing.federal_contact(at)
    if decided is None or decided.told.decision != "allowed":
        return ""
    told = decided.told
    return joined(
        view.when(decided.at, decided.entry_id),
        view.who(decided.entry_id).replace("\n", "; "),
        told.agency,
        told.reason,
        told.authority,
    )


def _order(view: CaseView) -> str:
    disclosing = view.case.disclosing
    shown: list[Answered] = [one.told for one in disclosing.requests]
    shown += [one.told for one in disclosing.accesses]
    orders = (joined(one.court, one.order_number) for one in shown)
    return "; ".join(dict.fromkeys(one for one in orders if one))


def _call(read: Callable[[Contact, CaseView], str]) -> Reader:
    """Read from the last call to a federal agency; missing while there is none."""

    def reader(view: CaseView) -> str:
        made = [one for one in view.case.contacts if one.told.purpose == "federal_agency"]
        return read(made[-1], view) if made else ""

    return reader


def _answer(one: Contact, _: CaseView) -> str:
    return joined(word("contact_outcome", one.told.outcome), one.told.said, one.told.reference)


def _eta(one: Contact, view: CaseView) -> str:
    by = one.told.promised_by
    return joined(one.told.promised, "" if by is None else f"by {short_time(by, view.zone)}")


def _parents(view: CaseView) -> str | Absent:
    """Where each parent or guardian is, as it was told: an observation."""
    found = [
        joined(
            word("person_role", one.role),
            fact_of(view, "name", one.person_id),
            one.where,
            "" if one.alive is None else word("alive", one.alive),
        )
        for one in view.case.people
        if one.role in PARENTS
    ]
    return "; ".join(found) or Absent("not_asked")


def _of_screening(read: Callable[[Screening], Asked | None]) -> Reader:
    def reader(one: Screening, _: CaseView) -> str | Absent:
        told = read(one)
        return Absent("not_asked") if told is None else asked(told.answer, told.words)

    return screened(reader)


def _charge(view: CaseView) -> str | Absent:
    kind = view.case.class_given
    if kind is None:
        return Absent("none_recorded", "not classed, charged with nothing")
    offence = view.case.classings[-1].offence if view.case.classings else ""
    return joined(word("legal_class", kind), offence or "no charge")


def _things(view: CaseView) -> str:
    return "; ".join(one.listed.description for one in view.case.belongings if one.listed)


def _papers(view: CaseView) -> str:
    papers = [one.listed.paper for one in view.case.belongings if one.listed]
    return "; ".join(
        joined(word("identity_paper", one.paper), one.number, one.issuer) for one in papers if one
    )


def _court(view: CaseView) -> str:
    return "; ".join(
        joined(one.number, one.issued_by) for one in view.case.references if one.system == "court"
    )


def _withheld(view: CaseView) -> str | Absent:
    words = []
    for piece in TOLD:
        answer = view.given.may_be_told(piece, "immigration_authority")
        why = withheld_by(view.case, "immigration_authority", answer)
        words += [f"{word('told_piece', piece)}: {why}"] if why else []
    return "; ".join(words) or Absent("none_recorded", "no rule of this desk withholds any")


def _accepted(case: Case) -> Handoff | None:
    """The accepted handoff to an agency that is not child protection."""
    one = case.accepted_handoff
    return one if one is not None and one.to in (None, "other_agency") else None


def _accepts(view: CaseView) -> str:
    one = _accepted(view.case)
    if one is None or one.accepted_at is None:
        return ""
    document = "" if one.check is None else one.check.document
    return joined(
        one.receiver.agency,
        one.receiver.person,
        document,
        day_and_time(one.accepted_at, view.zone),
    )


def _receipt(view: CaseView) -> str:
    one = _accepted(view.case)
    return "" if one is None else f"TR-{view.case.number}-{one.number}"


_DECIDED = "federal_contact_decided"
BOXES: dict[str, Source] = {
    **OF_WELFARE,
    **OF_TRAFFICKING,
    "gate.rule": BoxSource("Rule that allows it", "pack_adopted.content", _gate, strong=True),
    "gate.approval": BoxSource(
        "Supervisor's decision: when, who, why", f"{_DECIDED}.reason", _approval, strong=True
    ),
    "gate.order": BoxSource(
        "Court order, number", "information_asked.order_number", _order, "none_recorded"
    ),
    "dhs.office": BoxSource(
        "DHS office, number",
        "contact_tried.party.name",
        _call(lambda one, _: joined(one.told.party.name, one.told.party.number)),
    ),
    "dhs.officer": BoxSource(
        "Officer, id",
        "contact_tried.spoke_with",
        _call(lambda one, _: joined(one.told.spoke_with, one.told.spoke_id)),
    ),
    "dhs.called": BoxSource(
        "Called at",
        "contact_tried.occurred_at",
        _call(lambda one, view: view.when(one.at, one.entry_id)),
    ),
    "dhs.answer": BoxSource("Answer", "contact_tried.outcome", _call(_answer)),
    "dhs.eta": BoxSource(
        "When they come", "contact_tried.promised_by", _call(_eta), "none_recorded"
    ),
    "observed.age": BoxSource(
        "Under 18: what is known of the age",
        "fact_told.value.low_months",
        lambda view: (
            joined(
                *(
                    str(one)
                    for one in (
                        OF_WELFARE[name].read(view)
                        for name in ("child.birth_date", "child.age_told", "child.age")
                    )
                    if isinstance(one, str)
                )
            )
            or Absent("not_asked")
        ),
        about="birth_date",
    ),
    "observed.parents": BoxSource(
        "Parent or guardian in this country who can care for it: what was told",
        "person_told.where",
        _parents,
        about="family",
    ),
    "observed.carer": BoxSource(
        "Who came with the child, or that nobody did",
        "fact_told.value.code",
        lambda view: OF_WELFARE["life.alone"].read(view),
    ),
    "body.pregnant": BoxSource(
        "Pregnancy (vaccination card: not asked here)",
        "medically_screened.health.pregnant",
        screened(lambda one, _: asked(one.sheet.health.pregnant)),
        about="health",
    ),
    "mind.self_harm": BoxSource(
        "Self-harm",
        "medically_screened.wellbeing.self_harm",
        _of_screening(lambda one: one.sheet.wellbeing.self_harm),
        about="health",
    ),
    "mind.exhaustion": BoxSource(
        "Exhaustion",
        "medically_screened.wellbeing.exhaustion",
        _of_screening(lambda one: one.sheet.wellbeing.exhaustion),
        about="health",
    ),
    "charge.offence": BoxSource(
        "Charge, or none", "classed.offence", _charge, about="youth_record"
    ),
    "faith.religion": fact("religion", "Religion (diet: not asked here)", "fact_told.value.words"),
    "things.list": BoxSource(
        "Property", "property_taken.lines.description", _things, "none_recorded"
    ),
    "things.papers": BoxSource(
        "Papers of identity",
        "property_taken.lines.paper.number",
        _papers,
        "none_recorded",
        about="identity",
    ),
    "court.numbers": BoxSource("Court, docket", "reference_given.number", _court, "none_recorded"),
    "withheld.list": BoxSource(
        "Kept from the addressee by law, piece by piece",
        "pack_adopted.content",
        _withheld,
        strong=True,
    ),
    "accepts.who": BoxSource(
        "Accepted in the record: agency, name, badge, when",
        "handoff_accepted.occurred_at",
        _accepts,
        "none_recorded",
    ),
    "accepts.receipt": BoxSource(
        "Receipt no.", "handoff_accepted.handoff", _receipt, "none_recorded"
    ),
}
"""Every box by the name that stands in the digest."""
