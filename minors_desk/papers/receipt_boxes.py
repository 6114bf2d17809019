"""The boxes of the transfer receipt: label, the entry field behind each, how it is read.

The values are those at the time of the handoff: what follows an accepted one, such as the custody
of a child who came back, does not change its receipt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from minors_desk.domain.case import Case
from minors_desk.domain.classing import class_given
from minors_desk.domain.custody import Episode, Span, secure_time
from minors_desk.domain.encounter import Encounter
from minors_desk.domain.facts import Fact
from minors_desk.domain.handoff import Handoff
from minors_desk.domain.station import StationFounded
from minors_desk.domain.values import PersonName
from minors_desk.papers.boxes import BoxSource
from minors_desk.wording.codes import word
from minors_desk.wording.handoff import why_stopped
from minors_desk.wording.phrases import joined, lock_words, place_words
from minors_desk.wording.times import age, day_and_time, exactly


@dataclass(frozen=True, slots=True)
class View:
    """The case looked at from one of its handoffs."""

    case: Case
    handoff: Handoff
    station: StationFounded

    @property
    def name(self) -> Fact[PersonName] | None:
        """The leading name, if one was told."""
        return self.case.names[0] if self.case.names else None

    @property
    def zone(self) -> str:
        """The station's zone."""
        return self.station.zone

    @property
    def until(self) -> datetime | None:
        """When this attempt was over (UTC): nothing later belongs on it. None: under way."""
        if self.handoff.state == "overtaken":
            return self.handoff.at
        if self.handoff.stopped is not None:
            return self.handoff.stopped.at
        return self.handoff.accepted_at

    @property
    def episode(self) -> Episode | None:
        """Our custody that this handoff is to end."""
        begun = [one for one in self.case.episodes if self.in_time(one.start)]
        return begun[-1] if begun else None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the child was during that custody."""
        episode = self.episode
        if episode is None:
            return ()
        return tuple(
            one for one in self.case.spans if one.start >= episode.start and self.in_time(one.start)
        )

    def in_time(self, at: datetime) -> bool:
        """Say whether that instant (UTC) is not after the end of the attempt."""
        return self.until is None or at <= self.until


def _name_source(view: View) -> str:
    fact = view.name
    if fact is None:
        return ""
    return _sentence(f"{word('source', fact.source)}, {word('certainty', fact.certainty)}")


def _sentence(words: str) -> str:
    """Begin with a capital: in its own box a word stands as a sentence."""
    return words[:1].upper() + words[1:]


def _other_names(view: View) -> str:
    return joined(*(fact.value.as_said for fact in view.case.names[1:]))


def _met(read: Callable[[Encounter, str], str]) -> Callable[[View], str]:
    """Read from the encounter, given the zone; nothing where there is none."""

    def reader(view: View) -> str:
        met = view.case.encounter
        return "" if met is None else read(met, view.zone)

    return reader


def _age(met: Encounter, _: str) -> str:
    known = age(met.apparent_age)
    return f"About {known}" if known else ""


def _legal_class(view: View) -> str:
    """The class given by then, on the encounter or after it."""
    given = class_given(view.case.encounter, view.case.classings, view.until)
    return "" if given is None else word("legal_class", given)


def _officer(view: View) -> str:
    signature = view.handoff.signature("officer")
    return "" if signature is None else signature.name


def _sex(met: Encounter, _: str) -> str:
    return "" if met.apparent_sex is None else word("sex", met.apparent_sex)


def _badge(view: View) -> str:
    signature = view.handoff.signature("officer")
    return "" if signature is None else signature.badge


def _custody_began(view: View) -> str:
    begun = view.episode
    return "" if begun is None else exactly(begun.start, begun.precision, view.zone)


def _counted_from(view: View) -> str:
    begun = view.episode
    return "" if begun is None else word("starts_from", begun.starts_from)


def _last_place(view: View) -> str:
    if not view.spans:
        return ""
    last = view.spans[-1]
    return joined(place_words(last.place, last.room), lock_words(last.secure))


def _locked(view: View) -> str:
    """Minutes behind a lock until the handing over; while under way, until it was proposed."""
    if not view.spans:
        return ""
    time = secure_time(view.spans, view.until or view.handoff.at)
    return f"{time.total} min, longest {time.longest} min" if time.total else "Never"


def _condition(view: View) -> str:
    seen = [one for one in view.case.checks if view.in_time(one.at)]
    if not seen:
        return ""
    last = seen[-1]
    return joined(day_and_time(last.at, view.zone), word("condition", last.condition), last.note)


def _how_checked(view: View) -> str:
    check = view.handoff.check
    return "" if check is None else word("how_checked", check.how)


def _document(view: View) -> str:
    check = view.handoff.check
    return "" if check is None else check.document


def _check_result(view: View) -> str:
    check = view.handoff.check
    return "" if check is None else word("check_result", check.result)


def _checked_at(view: View) -> str:
    check = view.handoff.check
    return "" if check is None else day_and_time(check.at, view.zone)


def _outcome(view: View) -> str:
    """How the attempt ended; of one that came to nothing, by whom and why."""
    attempt = view.handoff
    if attempt.stopped is None:
        return _sentence(word("handoff_state", attempt.state))
    return joined(_sentence(why_stopped(attempt.stopped)), attempt.stopped.detail)


def _accepted_at(view: View) -> str:
    attempt = view.handoff
    if attempt.stopped is not None:
        at = day_and_time(attempt.stopped.at, view.zone)
        return joined("It did not", at, f"the child is at: {attempt.stopped.child_is_at}")
    return "" if attempt.accepted_at is None else day_and_time(attempt.accepted_at, view.zone)


BOXES: dict[str, BoxSource[View]] = {
    "child.name": BoxSource(
        "Name as given",
        "fact_told.value.as_said",
        lambda view: view.name.value.as_said if view.name else "",
        "unknown",
        strong=True,
    ),
    "child.own_script": BoxSource(
        "Name in own script",
        "fact_told.value.own_script",
        lambda view: view.name.value.own_script if view.name else "",
        "none_recorded",
        strong=True,
    ),
    "child.name_source": BoxSource(
        "Name known how", "fact_told.source", _name_source, "none_recorded"
    ),
    "child.other_names": BoxSource(
        "Other names told", "fact_told.value.as_said", _other_names, "none_recorded"
    ),
    "child.age": BoxSource("Age as seen", "encountered.apparent_age", _met(_age), "none_recorded"),
    "child.sex": BoxSource(
        "Sex as seen",
        "encountered.apparent_sex",
        _met(_sex),
        "none_recorded",
    ),
    "child.legal_class": BoxSource("Legal class", "encountered.legal_class", _legal_class),
    "child.met_at": BoxSource(
        "Encounter",
        "encountered.occurred_at",
        _met(lambda met, zone: exactly(met.at, met.precision, zone)),
    ),
    "child.met_place": BoxSource(
        "Where and how found",
        "encountered.place",
        _met(lambda met, _: joined(met.place, met.how_found)),
    ),
    "from.officer": BoxSource("Officer", "handoff_signed.name", _officer, "not_signed"),
    "from.badge": BoxSource("Badge", "handoff_signed.badge", _badge, "none_recorded"),
    "from.custody_began": BoxSource(
        "In our custody since", "custody_began.occurred_at", _custody_began
    ),
    "from.counted_from": BoxSource("Counted from", "custody_began.starts_from", _counted_from),
    "from.last_place": BoxSource("Last held at", "custody_began.place", _last_place),
    "from.locked": BoxSource("Behind a lock", "custody_began.secure", _locked),
    "from.condition": BoxSource(
        "Condition at the last welfare check", "welfare_checked.condition", _condition
    ),
    "to.agency": BoxSource(
        "Agency",
        "handoff_proposed.receiver.agency",
        lambda view: view.handoff.receiver.agency,
        strong=True,
    ),
    "to.office": BoxSource(
        "Office",
        "handoff_proposed.receiver.office",
        lambda view: view.handoff.receiver.office,
        "none_recorded",
    ),
    "to.person": BoxSource(
        "Person",
        "handoff_proposed.receiver.person",
        lambda view: view.handoff.receiver.person,
        strong=True,
    ),
    "to.title": BoxSource(
        "Title",
        "handoff_proposed.receiver.title",
        lambda view: view.handoff.receiver.title,
        "none_recorded",
    ),
    "to.phone": BoxSource(
        "Telephone, day and night",
        "handoff_proposed.receiver.phone",
        lambda view: view.handoff.receiver.phone,
        "none_recorded",
    ),
    "to.how_checked": BoxSource("Checked how", "receiver_checked.how", _how_checked),
    "to.document": BoxSource(
        "Card or document", "receiver_checked.document", _document, "none_recorded"
    ),
    "to.check_result": BoxSource("Result", "receiver_checked.result", _check_result),
    "to.checked_at": BoxSource("Checked at", "receiver_checked.occurred_at", _checked_at),
    "transfer.authority": BoxSource(
        "Authority for the transfer",
        "handoff_proposed.authority",
        lambda view: view.handoff.authority,
    ),
    "transfer.place": BoxSource(
        "Place of handing over", "handoff_proposed.place", lambda view: view.handoff.place
    ),
    "transfer.number": BoxSource(
        "Attempt", "handoff_proposed.handoff", lambda view: str(view.handoff.number)
    ),
    "transfer.proposed_at": BoxSource(
        "Proposed",
        "handoff_proposed.occurred_at",
        lambda view: day_and_time(view.handoff.at, view.zone),
    ),
    "transfer.outcome": BoxSource(
        "Outcome",
        "handoff_accepted.handoff",
        _outcome,
        strong=True,
    ),
    "transfer.accepted_at": BoxSource(
        "Custody passed to the receiver",
        "handoff_accepted.occurred_at",
        _accepted_at,
        strong=True,
    ),
}
"""Every box of the paper by the name that stands in its digest."""

SIGNATURE_BOXES = {
    "signature.officer": "handoff_signed.strokes",
    "signature.officer.caption": "handoff_signed.name",
    "signature.receiver": "handoff_signed.strokes",
    "signature.receiver.caption": "handoff_signed.name",
}
"""What the signatures print, by box name: the entry field."""
