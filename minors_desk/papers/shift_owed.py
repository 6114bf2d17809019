"""What is owed for a child, in the words of the brief of the shift: what, by when, by which law."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from minors_desk.domain.answers import Asked
from minors_desk.domain.board import Card, CardClock
from minors_desk.domain.case import Case
from minors_desk.papers.case_view import short_time
from minors_desk.wording.cards import finding_count, together
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.reminders import reminder_words

_ASKED = (
    ("allergies", "health", "allergies"),
    ("medicines", "health", "medicines"),
    ("thoughts of harming itself", "wellbeing", "self_harm"),
)


@dataclass(frozen=True, slots=True)
class Owed:
    """One duty or promise: `when` in words, `due` (UTC) if it has an instant; `late` by law."""

    what: str
    when: str
    due: datetime | None
    late: bool = False

    @property
    def line(self) -> str:
        """When, then what: as lines below each other are read."""
        return f"{self.when}: {self.what}"


def owed(card: Card, as_of: datetime, zone: str) -> tuple[Owed, ...]:
    """All that is owed, by its instant; what has none comes after, as it is owed without delay."""
    found = [_duty(one, as_of, zone) for one in card.open_clocks]
    found += [
        Owed(
            f"{reminder_words(one)} (asked for here, not law)",
            f"{'was due' if one.due < as_of else 'by'} {short_time(one.due, zone)}",
            one.due,
        )
        for one in card.reminders
    ]
    dated = sorted(
        ((one.due, place, one) for place, one in enumerate(found) if one.due is not None),
        key=lambda one: one[:2],
    )
    return (*(one for _due, _place, one in dated), *(one for one in found if one.due is None))


def _duty(clock: CardClock, as_of: datetime, zone: str) -> Owed:
    law = clock.citation if clock.is_law else "station rule, not law"
    what = f"{clock.title} ({law})" if law else clock.title
    if not clock.start_known:
        return Owed(what, "start not known, ask", None)
    if clock.due is None:
        since = f"without delay, since {short_time(clock.start, zone)}"
        target = clock.target_at
        missed = target is not None and target < as_of
        return Owed(what, f"{since}, later than station target" if missed else since, None)
    at = short_time(clock.due, zone)
    if clock.due >= as_of:
        return Owed(what, f"by {at}", clock.due)
    if clock.may_be_red:
        return Owed(what, f"OVERDUE since {at}", clock.due, late=True)
    return Owed(what, f"past since {at}{', not verified' if clock.is_law else ''}", clock.due)


def next_due(found: Sequence[Owed]) -> str:
    """When the first of it is due; empty where nothing is owed."""
    return found[0].when if found else ""


def alerts(card: Card, as_of: datetime) -> tuple[str, ...]:
    """What must be known before anything else, the gravest first, as the chips of the board say."""
    found = ["MISSING"] if card.state == "missing" else []
    if card.secure:
        found.append("LOCKED IN")
    if card.no_reason_by(as_of):
        found.append("late: say why")
    if card.do_not_contact:
        found.append("do not contact: see case")
    if card.findings:
        found.append(finding_count(card.findings))
    if card.age_disputed:
        found.append("age disputed")
    if not card.class_given:
        found.append("class not chosen")
    if card.companions:
        found.append(together(card))
    return tuple(found)


def health(case: Case, zone: str) -> str:
    """What the screenings of a child say of what the next watch must know.

    To each question the newest answer counts. Empty where the child was never screened.
    """
    if not case.screenings:
        return ""
    said = [f"{label}: {_answered(case, part, name)}" for label, part, name in _ASKED]
    at = max(one.at for one in case.screenings)
    return joined(f"screened {short_time(at, zone)}", *said)


def _answered(case: Case, part: str, name: str) -> str:
    told = [getattr(getattr(one.sheet, part), name) for one in case.screenings]
    newest = next((one for one in reversed(told) if isinstance(one, Asked)), None)
    if newest is None:
        return "NOT ASKED"
    words = word("answer", newest.answer)
    shown = words if newest.answer in ("yes", "no") else words.upper()
    return f"{shown}, {newest.words}" if newest.words else shown
