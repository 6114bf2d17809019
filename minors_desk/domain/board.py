"""The board's card of a case: what the index keeps, so that the board ticks without reading.

A card holds instants, never durations: an open clock is arithmetic on it (CONTRACT 4.5).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Literal
from uuid import UUID

import msgspec

from minors_desk.domain.ages import ADULT_MONTHS, age_is_disputed, known_ages
from minors_desk.domain.case import Case
from minors_desk.domain.disclosing_wrongs import without_rule
from minors_desk.domain.duties import DutyClock, clocks, is_half_gone, is_open
from minors_desk.domain.facts import ranked
from minors_desk.domain.findings import missed_rules
from minors_desk.domain.gating import wrongs
from minors_desk.domain.limits import LimitReason
from minors_desk.domain.people import not_to_contact
from minors_desk.domain.reminders import Reminder, reminders
from minors_desk.domain.reviewing import ReviewState
from minors_desk.domain.rules import Pack
from minors_desk.domain.unexplained import owed_reasons, unexplained
from minors_desk.domain.values import LanguageValue
from minors_desk.domain.when import EPOCH, in_zone, to_micros

CARD_VERSION = 6
"""Another version in the index means that it is derived again at open (CONTRACT 5.1)."""
NOTHING_DUE = 2**62
MOST_LANGUAGES = 3
SIBLINGS = frozenset({"sibling", "half_sibling"})
ON_CARD = 200
"""Characters of a text that a card keeps; the case page shows all of it."""

State = Literal["met", "in_custody", "missing", "handed_over", "ended", "closed"]
"""``met``: encountered, no custody begun; ``ended``: otherwise than by a handoff."""


OVER: frozenset[State] = frozenset({"handed_over", "ended", "closed"})
"""Ours no longer."""


class CardClock(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An open duty as the board needs it; instants UTC."""

    rule_id: str
    title: str
    citation: str
    is_law: bool
    verified: bool
    may_be_red: bool
    start: datetime
    start_known: bool
    due: datetime | None
    target_at: datetime | None = None
    explained: bool = False
    """Whether a reason was told already for its being late."""


class CardHandoff(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One attempt to hand over as the handoff log shows it; ``at`` (UTC) is when it ended.

    ``by`` is the key (hex) of who wrote the entry that ended it: who that is, the station knows.
    """

    number: int
    at: datetime
    state: str
    agency: str
    person: str
    by: str


class Card(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One row of the board; ``name`` is None for a child nobody has named.

    ``sex`` as seen is empty while nobody wrote it down. The age is of the leading source, as it was
    on the day of the last entry; ``age_from`` says which, and ``age_disputed`` that another source
    makes an adult of the child. ``languages`` are ISO 639-3 codes, the leading one first.
    """

    case_id: UUID
    number: str
    state: State
    name: str | None
    sex: str
    age_low: int | None
    age_high: int | None
    legal_class: str
    class_given: bool
    met_at: datetime | None
    place: str
    room: str
    secure: bool
    watched_by: str
    in_transit: bool
    custody_start: datetime | None
    custody_end: datetime | None
    end_reason: str
    missing_since: datetime | None
    receiver: str
    open_clocks: tuple[CardClock, ...]
    reminders: tuple[Reminder, ...] = ()
    findings: int
    age_from: str = ""
    age_disputed: bool = False
    languages: tuple[str, ...] = ()
    interpreted: bool = False
    companions: int = 0
    siblings: int = 0
    do_not_contact: bool = False
    handoffs: tuple[CardHandoff, ...] = ()
    missed: tuple[str, ...] = ()
    """Titles of the rules missed for good: met late, or an interval too long before."""
    no_reason: tuple[str, ...] = ()
    """Of limits of the law that were passed for good: those for which nobody said why."""
    review: ReviewState = "not_reviewed"
    review_waits: bool = False
    """Whether a supervisor has to look: what is over and was not reviewed as it now stands."""

    def missed_by(self, now: datetime) -> tuple[str, ...]:
        """Titles of the rules whose duties were late or are overdue at that instant (UTC)."""
        open_ones = (one.title for one in self.open_clocks if one.due is not None and one.due < now)
        return tuple(dict.fromkeys((*self.missed, *open_ones)))

    def no_reason_by(self, now: datetime) -> tuple[str, ...]:
        """Titles of the rules of law whose limits were passed by that instant, nobody said why."""
        late = (
            one.title
            for one in self.open_clocks
            if one.may_be_red and not one.explained and one.due is not None and one.due < now
        )
        return tuple(dict.fromkeys((*self.no_reason, *late)))


def state_of(case: Case) -> State:
    """Whether the child is with us, missing, handed over, otherwise gone, or only met so far;
    or whether nothing was owed any more and the case was closed.
    """
    if case.is_closed:
        return "closed"
    if case.custody is not None:
        return "in_custody"
    if case.missing:
        return "missing"
    if not case.episodes:
        return "met"
    return "handed_over" if case.episodes[-1].ended_how == "handed_over" else "ended"


def is_on_board(card: Card) -> bool:
    """Whether the board shows the child whatever the hour: it is ours, or something is owed."""
    return card.state not in OVER or bool(card.open_clocks)


def card(case: Case, packs: Sequence[Pack], zone: str, adult: int = ADULT_MONTHS) -> Card:
    """The card of that case under those packs; ``zone`` is the station's, ``adult`` the age in
    months from which its law takes a person for an adult.
    """
    names, seen, presence = case.names, case.encounter, case.presence
    state, absence, day = state_of(case), case.absence, last_day(case, zone)
    age = next(iter(known_ages(case, day)), None)
    last = case.episodes[-1] if case.episodes else None
    accepted = case.accepted_handoff if state == "handed_over" else None
    all_clocks, review = clocks(case, packs, zone), case.review
    return Card(
        case_id=case.id,
        number=case.number,
        state=state,
        name=names[0].value.as_said[:ON_CARD] if names else None,
        sex="" if seen is None else seen.apparent_sex or "",
        age_low=None if age is None else age.low,
        age_high=None if age is None else age.high,
        legal_class=case.legal_class,
        class_given=case.class_given is not None,
        met_at=None if seen is None else seen.at,
        place=_place(case)[:ON_CARD],
        room="" if presence is None else presence.room[:ON_CARD],
        secure=presence is not None and presence.secure,
        watched_by="" if presence is None else presence.watched_by[:ON_CARD],
        in_transit=presence is not None and presence.in_transit,
        custody_start=None if last is None else last.start,
        custody_end=None if last is None else last.end,
        end_reason=case.endings[-1].reason if state in ("missing", "ended") else "",
        missing_since=None if absence is None else absence.start,
        receiver="" if accepted is None else accepted.receiver.agency[:ON_CARD],
        open_clocks=tuple(_short(one, case.limits) for one in all_clocks if is_open(one)),
        reminders=tuple(_cut(one) for one in reminders(case)),
        findings=len(case.findings)
        + len(wrongs(case, packs, zone))
        + len(without_rule(case, packs, zone)),
        age_from="" if age is None else age.known_from,
        age_disputed=age_is_disputed(case, day, adult),
        languages=_languages(case),
        interpreted=bool(case.interpreters),
        companions=len(case.companions),
        siblings=sum(one.relation in SIBLINGS for one in case.companions),
        do_not_contact=bool(not_to_contact(case.people)),
        handoffs=_handoffs(case),
        missed=tuple(one.title for one in missed_rules(all_clocks, EPOCH)),
        no_reason=_titles(unexplained(all_clocks, case.limits, EPOCH)),
        review=review.state,
        review_waits=state in ("handed_over", "ended") and review.waits,
    )


def _handoffs(case: Case) -> tuple[CardHandoff, ...]:
    """The attempts that ended, with whose hand: accepted, refused or failed."""
    if not case.handoffs:
        return ()
    chains = {line.entry.id: line.entry.chain for line in case.log}
    ended = (
        (one, one.accepted_at, one.accepted_by)
        if one.stopped is None
        else (one, one.stopped.at, one.stopped.entry_id)
        for one in case.handoffs
    )
    return tuple(
        CardHandoff(
            number=one.number,
            at=at,
            state=one.state,
            agency=one.receiver.agency[:ON_CARD],
            person=one.receiver.person[:ON_CARD],
            by=chains[by].hex() if by in chains else "",
        )
        for one, at, by in ended
        if at is not None and by is not None
    )


def last_day(case: Case, zone: str) -> date:
    """The day at the station when the case was last written to: what ages on a card are as of."""
    written = max((line.entry.recorded_at for line in case.log), default=None)
    return date.min if written is None else in_zone(written, zone).date()


def _languages(case: Case) -> tuple[str, ...]:
    told = (one.value for one in ranked(case.facts, "language"))
    spoken = [
        one.language for one in told if isinstance(one, LanguageValue) and one.level != "none"
    ]
    return tuple(dict.fromkeys(spoken))[:MOST_LANGUAGES]


def _place(case: Case) -> str:
    """Where the child is with us, or was last when it is missing, else where it was met."""
    if case.presence is not None:
        return case.presence.place
    if case.missing:
        return case.spans[-1].place
    return "" if case.encounter is None else case.encounter.place


def _cut(reminder: Reminder) -> Reminder:
    params = {name: text[:ON_CARD] for name, text in reminder.params.items()}
    return replace(reminder, params=params)


def _titles(found: Iterable[DutyClock]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.rule.title for one in found))


def _short(clock: DutyClock, limits: Sequence[LimitReason]) -> CardClock:
    last = datetime.max.replace(tzinfo=UTC)
    return CardClock(
        rule_id=clock.rule.id,
        title=clock.rule.title,
        citation=clock.rule.citation,
        is_law=clock.rule.is_law,
        verified=clock.rule.checked.verified,
        may_be_red=clock.rule.may_be_red,
        start=clock.start,
        start_known=clock.start_known,
        due=clock.due,
        target_at=clock.target_at,
        explained=clock.due is not None and owed_reasons(clock, limits, last) <= 0,
    )


def stored(made: Card) -> bytes:
    """The card as the index keeps it."""
    return msgspec.msgpack.encode(made)


def urgency(made: Card) -> int:
    """What the board is sorted by, smallest first: the earliest due instant, microseconds UTC."""
    due = [one.due for one in made.open_clocks if one.due is not None]
    return to_micros(min(due)) if due else NOTHING_DUE


def read_card(kept: bytes) -> Card:
    """The card back from the index."""
    return msgspec.msgpack.decode(kept, type=Card)


def card_clock_tone(clock: CardClock, now: datetime) -> str:
    """Tone of an open clock at that instant: ``red``, ``amber`` or ``green``."""
    if not clock.start_known:
        return "amber"
    if clock.due is None:
        return "amber" if clock.target_at is not None and now > clock.target_at else "green"
    if clock.due < now:
        return "red" if clock.may_be_red else "amber"
    return "amber" if is_half_gone(clock.start, clock.due, now) else "green"
