"""What the transfer receipt tells since its fourth template: health, safety, route, property.

As on the rest of the receipt nothing counts that came after the attempt was over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from minors_desk.domain.belongings import Belonging
from minors_desk.domain.care import Dose
from minors_desk.domain.classing import class_given
from minors_desk.domain.duties import DutyClock
from minors_desk.domain.money import totals
from minors_desk.domain.rights import Told
from minors_desk.domain.screening import Injury, Screening
from minors_desk.domain.transport import Transport
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.case_view import CaseView, log_of, short_time
from minors_desk.papers.child_boxes import CHILD, no_contact, told
from minors_desk.papers.clock_tables import due_words, rule_words
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.receipt_boxes import BOXES as BEFORE
from minors_desk.papers.receipt_boxes import View
from minors_desk.papers.receipt_counter import COUNTER
from minors_desk.wording.codes import word
from minors_desk.wording.money import money
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time
from minors_desk.wording.values import spoken


@dataclass(frozen=True, slots=True)
class WholeView(View):
    """The case looked at from one of its handoffs, with all that the paper was given."""

    given: PaperInput

    def who(self, entry_id: Any) -> str:
        """Who did or wrote that entry, in one line."""
        view = CaseView(case=self.case, given=self.given, lines=log_of(self.case))
        return view.who(entry_id).replace("\n", "; ")

    @property
    def screening(self) -> Screening | None:
        """The last screening before the attempt was over."""
        done = [one for one in self.case.screenings if self.in_time(one.at)]
        return done[-1] if done else None

    @property
    def drive(self) -> Transport | None:
        """The last drive of the custody that the handoff is to end."""
        begun = self.episode
        drives = [
            one
            for one in self.case.transports
            if begun is not None and one.left_at >= begun.start and self.in_time(one.left_at)
        ]
        return drives[-1] if drives else None

    @property
    def where_told(self) -> Told | None:
        """When the child was last told where it is going."""
        told = [one for one in self.case.told if "where_going" in one.what and self.in_time(one.at)]
        return told[-1] if told else None


Reader = Callable[[WholeView], str | Absent]


def _class(view: WholeView) -> str:
    given = class_given(view.case.encounter, view.case.classings, view.until)
    return "" if given is None else word("legal_class", given)


def _photo(view: WholeView) -> str:
    made = [
        one
        for one in view.case.attachments
        if one.what == "photo_of_child" and view.in_time(one.at)
    ]
    if not made:
        return ""
    return f"{day_and_time(made[-1].at, view.zone)}, SHA-256 {made[-1].sha256[:16]}"


def _injury(one: Injury) -> str:
    side = "" if one.side is None else word("body_side", one.side)
    part = word("body_part", one.part).lower()
    where = f"{side} {part}" if side in ("left", "right") else joined(part, side)
    return joined(f"{word('injury', one.injury)}, {where}", one.words)


def _injuries(view: WholeView) -> str | Absent:
    screening = view.screening
    seen = None if screening is None else screening.sheet.signs.injuries
    if seen is None:
        return ""
    if isinstance(seen, str):
        return Absent(seen)
    return "; ".join(map(_injury, seen)) or "None seen"


def _screened(view: WholeView) -> str:
    one = view.screening
    if one is None:
        return ""
    outcome = one.sheet.outcome
    at, decision = short_time(one.at, view.zone), word("decision", outcome.decision)
    return joined(at, decision, outcome.provider, outcome.finding)


def _allergies(view: WholeView) -> str | Absent:
    """The facts told; else the answer to the question of the screening."""
    known = told("allergy")(view)
    screening = view.screening
    asked = None if screening is None else screening.sheet.health.allergies
    if known or asked is None:
        return known
    if asked.answer == "yes" or asked.answer == "no":
        return joined(word("answer", asked.answer), asked.words)
    return Absent(asked.answer, asked.words)


def _drive(read: Callable[[Transport, WholeView], str], why: str = "") -> Reader:
    """Read from the drive to the receiver; a child that was not driven has none, and `why`."""

    def reader(view: WholeView) -> str | Absent:
        drive = view.drive
        if drive is None:
            return Absent("does_not_apply", why) if view.until is not None else ""
        return read(drive, view)

    return reader


def _left(drive: Transport, view: WholeView) -> str:
    return joined(day_and_time(drive.left_at, view.zone), drive.to_place)


def _arrived(drive: Transport, view: WholeView) -> str:
    if drive.arrived_at is None:
        return ""
    return joined(day_and_time(drive.arrived_at, view.zone), drive.arrived_place)


def _escorts(drive: Transport, _: WholeView) -> str:
    return "; ".join(f"{one.name}, {one.badge}" if one.badge else one.name for one in drive.escorts)


def _same_sex(drive: Transport, _: WholeView) -> str:
    known = drive.same_sex_escort
    return "" if known is None else word("yes_no", known)


def _odometer(drive: Transport, _: WholeView) -> str:
    read = (drive.odometer_left, drive.odometer_arrived)
    return " to ".join("not read" if one is None else f"{one / 10:.1f}" for one in read) * any(read)


def _where(view: WholeView) -> str:
    one = view.where_told
    if one is None:
        return ""
    understood = "" if one.understood is None else word("understood", one.understood)
    said = f'"{one.words}"' if one.words else ""
    return joined(short_time(one.at, view.zone), spoken(one.language), understood, said)


def _reply(view: WholeView) -> str:
    return "" if view.where_told is None else view.where_told.answer


def _checked_by(view: WholeView) -> str:
    check = view.handoff.check
    return "" if check is None else view.who(check.entry_id)


def _outcome(view: WholeView) -> str:
    words = word("handoff_state", view.handoff.state)
    return words[:1].upper() + words[1:]


def _accepted_at(view: WholeView) -> str | Absent:
    if view.handoff.is_void:
        return Absent("does_not_apply")
    at = view.handoff.accepted_at
    return "" if at is None else day_and_time(at, view.zone)


def _refusal(view: WholeView) -> str | Absent:
    stopped = view.handoff.stopped
    if stopped is None:
        return Absent("does_not_apply") if view.handoff.state == "accepted" else ""
    refused = stopped.by is not None
    by = f"by {word('refused_by', stopped.by)}" if stopped.by is not None else ""
    reason = word("refusal_reason" if refused else "failure_reason", stopped.reason)
    at = short_time(stopped.at, view.zone)
    where = f"the child is at: {stopped.child_is_at}"
    return joined(at, by, reason, stopped.detail, where)


_OF_CHILD = ("child.identity", "child.birth_date", "child.age_told", "child.language")
BOXES: dict[str, BoxSource[WholeView]] = {
    **BEFORE,
    **COUNTER,
    **{name: CHILD[name] for name in _OF_CHILD},
    "from.phone": BoxSource(
        "Telephone of the station",
        "station_telephone_set.telephone",
        lambda view: view.given.telephone,
        "none_recorded",
    ),
    "child.legal_class": BoxSource("Legal class", "classed.legal_class", _class),
    "child.photo": BoxSource("Photograph", "attachment_added.sha256", _photo, "none_recorded"),
    "health.injuries": BoxSource(
        "Visible injuries, as screened",
        "medically_screened.signs.injuries",
        _injuries,
        "none_recorded",
    ),
    "health.clothing": BoxSource(
        "Clothing", "fact_told.value.words", told("clothing"), "none_recorded"
    ),
    "health.screening": BoxSource(
        "Last medical screening",
        "medically_screened.outcome.decision",
        _screened,
        "none_recorded",
    ),
    "health.allergies": BoxSource(
        "Allergies", "medically_screened.health.allergies", _allergies, "none_recorded", True
    ),
    "health.conditions": BoxSource(
        "Medical conditions", "fact_told.value.words", told("medical_condition"), "none_recorded"
    ),
    "safety.no_contact": BoxSource(
        "Must NOT be told where the child is",
        "person_told.safe_to_contact",
        no_contact,
        "none_recorded",
        True,
    ),
    "safety.danger": BoxSource(
        "Whom the child is afraid of", "fact_told.value.who", told("danger_feared"), "none_recorded"
    ),
    "to.checked_by": BoxSource("Checked by", "receiver_checked.done_by.name", _checked_by),
    "transfer.outcome": BoxSource("Outcome", "handoff_accepted.handoff", _outcome, strong=True),
    "transfer.accepted_at": BoxSource(
        "Custody passed to the receiver",
        "handoff_accepted.occurred_at",
        _accepted_at,
        strong=True,
    ),
    "transfer.refusal": BoxSource(
        "Refused or failed: by whom, why, where the child is",
        "handoff_refused.reason",
        _refusal,
        "none_recorded",
    ),
    "route.left": BoxSource(
        "Left", "transport_left.occurred_at", _drive(_left, "not driven"), "none_recorded"
    ),
    "route.arrived": BoxSource(
        "Arrived", "transport_arrived.occurred_at", _drive(_arrived), "none_recorded"
    ),
    "route.vehicle": BoxSource(
        "Vehicle",
        "transport_left.vehicle",
        _drive(lambda drive, _: drive.vehicle),
        "none_recorded",
    ),
    "route.odometer": BoxSource(
        "Odometer", "transport_left.odometer_tenths", _drive(_odometer), "none_recorded"
    ),
    "route.escorts": BoxSource(
        "Escorts", "transport_left.escorts", _drive(_escorts), "none_recorded"
    ),
    "route.same_sex": BoxSource(
        "One of the child's sex",
        "transport_left.same_sex_escort",
        _drive(_same_sex),
        "none_recorded",
    ),
    "going.told": BoxSource(
        "Child told where it is going", "rights_told.words", _where, "none_recorded"
    ),
    "going.reply": BoxSource(
        "What the child replied", "rights_told.answer", _reply, "none_recorded"
    ),
}
"""Every box since the fourth template by the name that stands in its digest."""


def _thing(_: WholeView, one: Belonging) -> str:
    if one.listed is None:
        return "Cash: " + ", ".join(money(code, cents) for code, cents in totals(one.cash).items())
    listed = one.listed
    count = f"{listed.quantity} x " if listed.quantity > 1 else ""
    paper = listed.paper
    number = "" if paper is None else joined(paper.number, paper.issuer)
    return joined(f"{count}{listed.description}", number, listed.marks)


def _bag(_: WholeView, one: Belonging) -> str:
    return f"{one.bag}, seal {one.seal}" if one.bag else ""


def _became(view: WholeView, one: Belonging) -> str:
    """Where it went by the end of the attempt; what happened later is on other papers."""
    if one.category == "kept_by_child":
        return "With the child"
    gone = one.returned
    if gone is None or not view.in_time(gone.at):
        return "With this agency"
    words = joined(word("returned_to", gone.to), gone.to_name)
    return f"{words}\n{short_time(gone.at, view.zone)}"


PROPERTY: TableSource[WholeView, Belonging] = TableSource(
    "property",
    lambda view: (one for one in view.case.belongings if view.in_time(one.at)),
    {
        "what": CellSource(
            "Property, papers, medicine", "property_taken.lines.description", _thing, 10, True
        ),
        "category": CellSource(
            "Kept as",
            "property_taken.lines.category",
            lambda _, one: word("property_category", one.category),
            5,
        ),
        "bag": CellSource("Sealed bag", "bag_sealed.bag", _bag, 6),
        "became": CellSource("Handed over", "property_returned.to", _became, 9),
    },
    lambda one: (one.at, f"{one.entry_id}.{one.line:05}"),
)


def _due(name: str) -> Callable[[WholeView, Dose], str]:
    def read(view: WholeView, one: Dose) -> str:
        at = getattr(one, name)
        return "" if at is None else short_time(at, view.zone)

    return read


DOSES: TableSource[WholeView, Dose] = TableSource(
    "doses",
    lambda view: (one for one in view.case.doses if view.in_time(one.at)),
    {
        "medicine": CellSource(
            "Medicine given here",
            "medicine_given.medicine",
            lambda _, one: joined(one.medicine, one.dose, one.note),
            12,
        ),
        "answer": CellSource(
            "Answer", "medicine_given.answer", lambda _, one: word("taken", one.answer), 5
        ),
        "at": CellSource("Last given", "medicine_given.occurred_at", _due("at"), 6),
        "next": CellSource("Next dose due", "medicine_given.next_due_at", _due("next_due_at"), 6),
    },
)


def _still_owed(view: WholeView) -> tuple[DutyClock, ...]:
    """What was owed when the attempt was over, whatever was done of it since."""
    until = view.until
    return tuple(
        one
        for one in view.given.clocks
        if one.rule.kind == "deadline"
        and view.in_time(one.start)
        and (one.met_at is None or (until is not None and one.met_at > until))
    )


OWED: TableSource[WholeView, DutyClock] = TableSource(
    "owed",
    _still_owed,
    {
        "rule": CellSource(
            "Notice or duty", "pack_adopted.content", lambda _, c: rule_words(c), 17
        ),
        "due": CellSource(
            "Due", "pack_adopted.content", lambda view, c: due_words(c, view.zone), 6
        ),
        "by": CellSource(
            "Owed by", "station_founded.station", lambda view, _: view.station.station, 7
        ),
    },
    lambda one: (one.start, f"{one.start_entry}.{one.rule.id}"),
)
TABLES: tuple[TableSource[WholeView, Any], ...] = (DOSES, PROPERTY, OWED)
