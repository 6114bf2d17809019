"""The boxes of the sheets for a consulate: what it is told, and what stays with this agency.

What is told is who the child is, where it is and whom to ask; never how or from whom we know it.
"""

from collections.abc import Callable

from minors_desk.domain.consulate import Hold
from minors_desk.domain.fact_table import FactId
from minors_desk.domain.facts import answers, ranked
from minors_desk.domain.people import PARENTS
from minors_desk.domain.values import IdNumber, PersonName
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.case_view import short_time
from minors_desk.papers.child_boxes import told
from minors_desk.papers.consular_view import ConsularView, Sending
from minors_desk.wording.codes import word
from minors_desk.wording.consular import TECRO, laws, what_applies
from minors_desk.wording.phrases import joined, place_words
from minors_desk.wording.times import day_and_time, exactly
from minors_desk.wording.values import country_name, value_words

Reader = Callable[[ConsularView], str | Absent]
SAYS: dict[Sending, str] = {
    "send": "SEND",
    "held": "HOLD FOR COUNSEL: nothing is sent",
    "declined": "DO NOT SEND: it was declined",
    "not_asked": "DO NOT SEND YET: nobody has said that it is wanted",
    "not_known": "DO NOT SEND: no country is known",
    "home": "DO NOT SEND: the country of this station",
}

_GOES_ON = "; the notice is mandatory and its time goes on: call counsel now"


def _only(fact: FactId) -> Reader:
    """The leading value of a fact without its source, or why there is none."""

    def read(view: ConsularView) -> str | Absent:
        known = answers(view.case, fact)
        if known.leading is not None and known.leading.value is not None:
            return value_words(fact, known.leading.value)
        return "" if known.no_value is None else Absent(known.no_value)

    return read


def _name(view: ConsularView) -> str | Absent:
    names = view.case.names
    if names:
        return joined(names[0].value.as_said, names[0].value.own_script)
    return _only("name")(view)


def _passport(view: ConsularView) -> str:
    """The passport only: other numbers are no business of a consulate's."""
    told_of = (one.value for one in ranked(view.case.facts, "identity_number"))
    passports = (one for one in told_of if isinstance(one, IdNumber) and one.id_kind == "passport")
    return "; ".join(joined(one.number, one.issuer) for one in passports)


def _post(view: ConsularView) -> str:
    """To whom it was sent; before that, whom we tried, where no other country can be meant."""
    if view.notices:
        return view.notices[-1].told.post
    return view.tried[-1].told.party.name if view.tried else ""


def _number(view: ConsularView) -> str:
    if view.notices:
        return view.notices[-1].told.number
    return view.tried[-1].told.party.number if view.tried else ""


def _whose(view: ConsularView) -> str:
    law = view.law
    code = law.told_to if law is not None and law.told_to else view.code
    return TECRO.get(code, country_name(code)) if code else ""


def _held_since(view: ConsularView) -> str:
    episodes = view.case.episodes
    if not episodes:
        return ""
    return exactly(episodes[-1].start, episodes[-1].precision, view.zone)


def _held_where(view: ConsularView) -> str | Absent:
    """Where the child is while it is with us; where it was brought since is for its receiver."""
    case = view.case
    if not case.episodes:
        return ""
    end = case.episodes[-1].end
    if end is not None:
        return Absent("does_not_apply", f"not held here since {day_and_time(end, view.zone)}")
    spans = case.spans
    return place_words(spans[-1].place, "") if spans else ""


def _contact(view: ConsularView) -> str:
    station = view.given.station
    return joined(station.agency, station.station, view.given.telephone)


def _sending(read: Callable[[ConsularView], Sending]) -> Reader:
    """The word for it; that a hold stops no clock stands beside it where a notice is owed."""

    def reader(view: ConsularView) -> str:
        found, law = read(view), view.law
        is_owed = law is not None and law.kind == "mandatory"
        return SAYS[found] + (_GOES_ON if found == "held" and is_owed else "")

    return reader


def _holds(view: ConsularView) -> str:
    """Each hold of the notice with what counsel said; never why, and not counsel's words."""
    return "; ".join(_hold(view, one) for one in view.case.consular.holds if _is_notice(one))


def _is_notice(one: Hold) -> bool:
    return one.what == "consular_notice"


def _hold(view: ConsularView, one: Hold) -> str:
    since = f"asked {short_time(one.at, view.zone)}"
    if one.answered is None:
        return joined(one.counsel, since, "not answered")
    said = word("counsel_says", one.answered.answer)
    at = short_time(one.answered.occurred_at, view.zone)
    return joined(one.counsel, since, f"{said}, {one.answered.counsel}, {at}")


def _applies(view: ConsularView) -> str | Absent:
    law = view.law
    if law is None:
        return Absent("does_not_apply", "no country is known") if not view.code else ""
    return joined(what_applies(law), laws(law.rules))


def _guardian_law(view: ConsularView) -> str:
    law = view.law
    return "" if law is None else laws(law.guardian)


def _of_guardian(name: str) -> Reader:
    def read(view: ConsularView) -> str:
        one = view.guardian
        return "" if one is None else str(getattr(one.told, name))

    return read


def _hearing(view: ConsularView) -> str:
    one = view.guardian
    if one is None or one.told.hearing_at is None:
        return ""
    return day_and_time(one.told.hearing_at, view.zone)


def _parents(view: ConsularView) -> str:
    """Each parent or guardian who was told of: who, alive or not, where."""
    people = []
    for one in view.case.people:
        if one.role not in PARENTS:
            continue
        names = ranked(view.case.facts, "name", one.person_id)
        name = next(
            (each.value.as_said for each in names if isinstance(each.value, PersonName)), ""
        )
        alive = {"no": "dead", "yes": "alive"}.get(one.alive or "", "not known whether alive")
        people.append(joined(word("person_role", one.role), name, alive, one.where))
    return "; ".join(people)


TOLD: dict[str, BoxSource[ConsularView]] = {
    "consul.country": BoxSource(
        "To the consulate of", "consular_notice.country", _whose, strong=True, about="nationality"
    ),
    "consul.post": BoxSource("Embassy or consulate, city", "consular_notice.post", _post),
    "consul.number": BoxSource("Its telephone, fax or e-mail", "consular_notice.number", _number),
    "consul.name": BoxSource(
        "Name of the child", "fact_told.value.as_said", _name, strong=True, about="identity"
    ),
    "consul.birth_date": BoxSource(
        "Date of birth",
        "fact_told.value.year",
        _only("birth_date"),
        "none_recorded",
        about="birth_date",
    ),
    "consul.birth_place": BoxSource(
        "Place of birth",
        "fact_told.value.words",
        _only("birth_place"),
        "none_recorded",
        about="birthplace",
    ),
    "consul.passport": BoxSource(
        "Passport: number, issued by",
        "fact_told.value.number",
        _passport,
        "none_recorded",
        about="identity",
    ),
    "consul.held_since": BoxSource(
        "Held since", "custody_began.occurred_at", _held_since, about="location"
    ),
    "consul.held_where": BoxSource(
        "Held where", "custody_began.place", _held_where, about="location"
    ),
    "consul.contact": BoxSource(
        "Whom to ask for access", "station_telephone_set.telephone", _contact
    ),
}
"""All that a consulate is told."""
GUARDIAN_TOLD: dict[str, BoxSource[ConsularView]] = {
    **TOLD,
    "consul.handled_by": BoxSource(
        "Authority that decides on a guardian",
        "guardian_needed.handled_by",
        _of_guardian("handled_by"),
    ),
    "consul.worker": BoxSource(
        "Its worker", "guardian_needed.worker", _of_guardian("worker"), "none_recorded"
    ),
    "consul.docket": BoxSource(
        "Docket or file no.", "guardian_needed.docket", _of_guardian("docket"), "none_recorded"
    ),
    "consul.hearing": BoxSource("Hearing", "guardian_needed.hearing_at", _hearing, "none_recorded"),
}
_OURS: dict[str, BoxSource[ConsularView]] = {
    "sending.nationality": BoxSource(
        "Nationality claimed, known how", "fact_told.value.code", told("nationality")
    ),
    "sending.holds": BoxSource(
        "Legal review: counsel asked, and what was answered",
        "counsel_hold.counsel",
        _holds,
        "none_recorded",
    ),
}
OURS: dict[str, BoxSource[ConsularView]] = {
    "sending.state": BoxSource(
        "Send, or hold for counsel",
        "counsel_answered.answer",
        _sending(ConsularView.sending),
        strong=True,
    ),
    **_OURS,
    "sending.law": BoxSource("What applies, by which rule", "pack_adopted.content", _applies),
}
"""What stays with this agency."""
GUARDIAN_OURS: dict[str, BoxSource[ConsularView]] = {
    "sending.state": BoxSource(
        "Send, or hold for counsel",
        "counsel_answered.answer",
        _sending(ConsularView.sending_of_guardian),
        strong=True,
    ),
    **_OURS,
    "sending.guardian_law": BoxSource(
        "Rule on telling a consulate of a guardian", "pack_adopted.content", _guardian_law
    ),
    "sending.parents": BoxSource(
        "Parents known, and where they are", "person_told.where", _parents, "none_recorded"
    ),
}
