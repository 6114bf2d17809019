"""The boxes of the custody log that stand alone: encounter, class, custody, parents, exit."""

from collections.abc import Callable

from minors_desk.domain.contact_log import attempts, first_success, reason_not_reached
from minors_desk.domain.contacts import Contact, Purpose
from minors_desk.domain.custody import secure_time
from minors_desk.domain.encounter import Encounter
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.child_boxes import CHILD
from minors_desk.papers.custody_view import CustodyView
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time, exactly

Reader = Callable[[CustodyView], str | Absent]


def _met(read: Callable[[Encounter, CustodyView], str]) -> Reader:
    """Read from the encounter; nothing where there is none."""

    def reader(view: CustodyView) -> str:
        met = view.case.encounter
        return "" if met is None else read(met, view)

    return reader


def _class(view: CustodyView) -> str:
    given = view.case.class_given
    return "" if given is None else word("legal_class", given)


def _class_authority(view: CustodyView) -> str:
    return view.case.classings[-1].authority if view.case.classings else ""


def _offence(view: CustodyView) -> str | Absent:
    if view.case.class_given == "non_offender":
        return Absent("does_not_apply", "accused of nothing")
    if view.case.class_given is None:
        return Absent("none_recorded", "not classed yet")
    return view.case.classings[-1].offence if view.case.classings else ""


def _began(view: CustodyView) -> str:
    return exactly(view.episode.start, view.episode.precision, view.zone)


def _minutes(read: Callable[[CustodyView], int]) -> Reader:
    return lambda view: f"{read(view)} min"


def _counted_to(view: CustodyView) -> str:
    at = day_and_time(view.counted_to, view.zone)
    return at if view.episode.end is not None else f"{at}, not ended"


def _cuffed(view: CustodyView) -> int:
    return secure_time(view.spans, view.counted_to, "cuffed_to_object").total


def _contact(view: CustodyView, found: Contact) -> str:
    told = found.told
    return joined(
        view.when(found.at, found.entry_id),
        told.spoke_with or told.party.name,
        word("contact_method", told.method),
    )


def _tries(purpose: Purpose) -> Reader:
    def read(view: CustodyView) -> str:
        made = view.ours(attempts(view.case, purpose))
        if not made:
            return ""
        first = view.when(made[0].at, made[0].entry_id)
        return f"{len(made)}, the first {first}"

    return read


def _reached(purpose: Purpose) -> Reader:
    def read(view: CustodyView) -> str:
        found = first_success(view.case, purpose)
        return "" if found is None or not view.during(found.at) else _contact(view, found)

    return read


def _why_not(purpose: Purpose) -> Reader:
    def read(view: CustodyView) -> str | Absent:
        why = reason_not_reached(view.case, purpose)
        if why is not None:
            return joined(why.reason, view.when(why.at, why.entry_id), view.who(why.entry_id))
        if first_success(view.case, purpose) is not None:
            return Absent("does_not_apply", "reached")
        return ""

    return read


def _exit_at(view: CustodyView) -> str | Absent:
    end = view.episode.end
    return Absent("none_recorded", "not ended") if end is None else day_and_time(end, view.zone)


def _exit_how(view: CustodyView) -> str:
    how = view.episode.ended_how
    if how is None:
        return ""
    return "Handed over" if how == "handed_over" else word("end_reason", how)


def _released_to(view: CustodyView) -> str:
    """The receiver; of custody that ended otherwise, what is told of how."""
    handoff = view.handoff
    if handoff is not None:
        one = handoff.receiver
        return joined(one.person, one.title, one.agency, one.office, one.phone)
    ended_by = view.episode.ended_by
    return next(
        (
            joined(one.detail, one.authority)
            for one in view.case.endings
            if one.entry_id == ended_by
        ),
        "",
    )


def _receipt(view: CustodyView) -> str | Absent:
    if view.handoff is not None:
        return f"TR-{view.case.number}-{view.handoff.number}"
    if view.episode.end is not None:
        return Absent("does_not_apply", "no handoff")
    return ""


BOXES: dict[str, BoxSource[CustodyView]] = {
    **CHILD,
    "met.at": BoxSource(
        "Encounter",
        "encountered.occurred_at",
        _met(lambda met, view: exactly(met.at, met.precision, view.zone)),
    ),
    "met.officer": BoxSource(
        "Officer who met the child",
        "encountered.done_by.name",
        _met(lambda met, view: view.who(met.entry_id).replace("\n", "; ")),
    ),
    "met.place": BoxSource("Where", "encountered.place", _met(lambda met, _: met.place)),
    "met.how": BoxSource(
        "How found", "encountered.how_found", _met(lambda met, _: met.how_found), "none_recorded"
    ),
    "class.legal_class": BoxSource("Legal class", "classed.legal_class", _class, strong=True),
    "class.authority": BoxSource(
        "Under which law classed", "classed.authority", _class_authority, "none_recorded"
    ),
    "class.offence": BoxSource("Offence", "classed.offence", _offence),
    "custody.began": BoxSource("Custody began", "custody_began.occurred_at", _began, strong=True),
    "custody.counted_from": BoxSource(
        "Counted from",
        "custody_began.starts_from",
        lambda view: word("starts_from", view.episode.starts_from),
    ),
    "custody.responsible": BoxSource(
        "Officer responsible",
        "custody_began.responsible",
        lambda view: view.episode.responsible,
        "none_recorded",
    ),
    "custody.authority": BoxSource(
        "Authority for the custody",
        "custody_began.authority",
        lambda view: view.episode.authority,
    ),
    "secure.total": BoxSource(
        "Behind a lock or cuffed to an object",
        "secured.object",
        _minutes(lambda view: secure_time(view.spans, view.counted_to).total),
        strong=True,
    ),
    "secure.longest": BoxSource(
        "Longest unbroken",
        "secured.object",
        _minutes(lambda view: secure_time(view.spans, view.counted_to).longest),
    ),
    "secure.cuffed": BoxSource("Of it cuffed", "secured.object", _minutes(_cuffed)),
    "secure.counted_to": BoxSource("Counted up to", "unsecured.occurred_at", _counted_to),
    "parent.tries": BoxSource(
        "Attempts to reach a parent or relative",
        "contact_tried.purpose",
        _tries("parent_or_relative"),
        "none_recorded",
    ),
    "parent.reached": BoxSource(
        "Parent or relative reached",
        "contact_tried.outcome",
        _reached("parent_or_relative"),
        "none_recorded",
    ),
    "parent.why_not": BoxSource(
        "Why not reached",
        "not_reached.reason",
        _why_not("parent_or_relative"),
        "none_recorded",
    ),
    "supervisor.told": BoxSource(
        "Supervisor told", "contact_tried.outcome", _reached("supervisor"), "none_recorded"
    ),
    "exit.at": BoxSource("Custody ended", "handoff_accepted.occurred_at", _exit_at, strong=True),
    "exit.how": BoxSource("How", "custody_ended.reason", _exit_how, "none_recorded"),
    "exit.to": BoxSource(
        "Released to, or how it ended",
        "handoff_proposed.receiver.person",
        _released_to,
        "none_recorded",
        strong=True,
    ),
    "exit.receipt": BoxSource("Receipt no.", "handoff_accepted.handoff", _receipt, "none_recorded"),
}
"""Every box that is not of a table, by the name that stands in the digest."""
