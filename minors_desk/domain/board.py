"""The board's card of a case: what the index keeps, so that the board ticks without reading.

A card holds instants, never durations: an open clock is arithmetic on it (CONTRACT 4.5).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from minors_desk.domain.case import Case
from minors_desk.domain.duties import DutyClock, breaches, clocks, is_open
from minors_desk.domain.reminders import Reminder, reminders
from minors_desk.domain.rulepack import Pack
from minors_desk.domain.when import to_micros

CARD_VERSION = 2
"""Another version in the index means that it is derived again at open (CONTRACT 5.1)."""
NOTHING_DUE = 2**62
ON_CARD = 200
"""Characters of a text that a card keeps; the case page shows all of it."""

State = Literal["met", "in_custody", "missing", "handed_over", "ended"]
"""``met``: encountered, no custody begun; ``ended``: otherwise than by a handoff."""


class CardClock(msgspec.Struct, frozen=True, kw_only=True):
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


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the board; ``name`` is None for a child nobody has named.

    ``sex`` as seen is empty while nobody wrote it down.
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


def state_of(case: Case) -> State:
    """Whether the child is with us, missing, handed over, otherwise gone, or only met so far."""
    if case.custody is not None:
        return "in_custody"
    if case.missing:
        return "missing"
    if not case.episodes:
        return "met"
    return "handed_over" if case.episodes[-1].ended_how == "handed_over" else "ended"


def card(case: Case, packs: Sequence[Pack], zone: str) -> Card:
    """The card of that case under those packs; ``zone`` is the station's."""
    names, seen, presence = case.names, case.encounter, case.presence
    state, absence = state_of(case), case.absence
    age = None if seen is None else seen.apparent_age
    last = case.episodes[-1] if case.episodes else None
    accepted = case.accepted_handoff if state == "handed_over" else None
    return Card(
        case_id=case.id,
        number=case.number,
        state=state,
        name=names[0].value.as_said[:ON_CARD] if names else None,
        sex="" if seen is None else seen.apparent_sex or "",
        age_low=None if age is None else age.low_months,
        age_high=None if age is None else age.high_months,
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
        open_clocks=tuple(_short(one) for one in clocks(case, packs, zone) if is_open(one)),
        reminders=tuple(_cut(one) for one in reminders(case)),
        findings=len(case.findings) + len(breaches(case, packs, zone)),
    )


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


def _short(clock: DutyClock) -> CardClock:
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
    )


def stored(made: Card) -> bytes:
    """The card as the index keeps it."""
    return msgspec.json.encode(made)


def urgency(made: Card) -> int:
    """What the board is sorted by, smallest first: the earliest due instant, microseconds UTC."""
    due = [one.due for one in made.open_clocks if one.due is not None]
    return to_micros(min(due)) if due else NOTHING_DUE


def read_card(kept: bytes) -> Card:
    """The card back from the index."""
    return msgspec.json.decode(kept, type=Card)


def card_clock_tone(clock: CardClock, now: datetime, soon: float = 600) -> str:
    """Tone of an open clock at that instant: ``red``, ``amber`` or ``green``."""
    if not clock.start_known:
        return "amber"
    if clock.due is None:
        return "amber" if clock.target_at is not None and now > clock.target_at else "green"
    left = (clock.due - now).total_seconds()
    if left < 0:
        return "red" if clock.may_be_red else "amber"
    return "amber" if left <= soon else "green"
