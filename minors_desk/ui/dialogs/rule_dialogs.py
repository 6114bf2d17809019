"""Questions to a supervisor about rules: one of the agency's own, a stricter law, a waiver."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from minors_desk.domain.periods import plain_words
from minors_desk.domain.rule_reading import TIME
from minors_desk.domain.rules import Rule
from minors_desk.domain.when import as_utc
from minors_desk.services.agency_rules import OwnRule
from minors_desk.ui.dialogs.form import Checks, beside, needed
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField, TextField, first_wrong
from minors_desk.ui.kit.pick_list import ListRow, PickList
from minors_desk.wording.rules import event_words

_DAY = "yyyy-mm-dd"
_MINUTE = timedelta(minutes=1)
MOST_MINUTES = 7 * 24 * 60
STARTS = ("encountered", "custody_began", "secured", "handed_over", "nationality_told")
"""From what an agency's own rule may count: what happens in every second case."""
MEETS = (
    "welfare_checked",
    "food_offered",
    "water_offered",
    "rest_offered",
    "reason_told",
    "rights_told",
    "call_offered",
    "parent_reached",
    "child_protection_reached",
    "consulate_reached",
    "lawyer_reached",
    "supervisor_told",
    "missing_child_check_done",
    "medically_screened",
    "interpreter_used",
    "unsecured",
    "handed_over",
)
"""What may meet it; each is one key away on the case page."""


@dataclass(frozen=True, slots=True)
class Waived:
    """What a supervisor says who waives a rule; ``until`` in UTC."""

    reason: str
    authority: str
    until: datetime | None


class WaiveRuleDialog(Ask):
    """Answers a `Waived`."""

    def __init__(self, rule: Rule, zone: str, parent: QWidget | None = None) -> None:
        super().__init__("Waive a rule", "Waive", rule.title, parent)
        self._zone = ZoneInfo(zone)
        self.reason = TextField("Why this agency does not go by it", "A judge may read it", rows=2)
        self.authority = LineField(
            "On what authority", "Statute, court order, consent decree, or the counsel who said so"
        )
        self.until = LineField("Until", "Empty: until it is put in force again", placeholder=_DAY)
        for field in (self.reason, self.authority, self.until):
            self.add(field)
        self.reason.setFocus()

    def answer(self) -> Waived | None:
        """What was said, or None while something lacks."""
        checks: Checks = [
            (self.reason, lambda: needed(self.reason, "Write why.")),
            (self.authority, lambda: needed(self.authority, "Name the authority.")),
            (self.until, partial(_no_day, self.until)),
        ]
        if first_wrong(checks) is not None:
            return None
        day = _day(self.until)
        until = None if day is None else datetime.combine(day, time.min, self._zone)
        return Waived(
            self.reason.text().strip(),
            self.authority.text().strip(),
            None if until is None else as_utc(until),
        )


class RestoreRuleDialog(Ask):
    """Answers why the rule is in force again."""

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__("Go by the rule again", "Put in force", rule.title, parent)
        self.reason = TextField("Why", "A judge may read it", rows=2)
        self.add(self.reason)
        self.reason.setFocus()

    def answer(self) -> str | None:
        """The reason, or None without one."""
        check = (self.reason, lambda: needed(self.reason, "Write why."))
        return None if first_wrong([check]) is not None else self.reason.text().strip()


class EndRuleDialog(Ask):
    """Answers the last day on which a rule of the agency is in force."""

    def __init__(self, rule: Rule, today: date, parent: QWidget | None = None) -> None:
        super().__init__("End a rule of this agency", "End", rule.title, parent)
        self.last = LineField("Last day in force", "What began by then goes on", placeholder=_DAY)
        self.last.set_text(today.isoformat())
        self.add(self.last)
        self.last.setFocus()

    def answer(self) -> date | None:
        """The day, or None while it is none."""

        def wrong() -> str | None:
            return needed(self.last, "Give the day.") or _no_day(self.last)

        return None if first_wrong([(self.last, wrong)]) is not None else _day(self.last)


class StricterDialog(Ask):
    """Answers an `OwnRule` that gives less time than a law does."""

    def __init__(self, rule: Rule, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Make it stricter here", "Set", rule.title, parent)
        self._rule = rule
        self.title = LineField("What it asks, in one sentence", most=75)
        self.title.set_text(rule.title)
        self.minutes = _minutes()
        self.since = _since(today)
        self.add(self.title)
        self.add(beside(self.minutes, self.since))
        self.minutes.setFocus()

    def answer(self) -> OwnRule | None:
        """The rule, or None while a field is wrong."""
        if first_wrong(_common(self.title, self.minutes, self.since)) is not None:
            return None
        title = self.title.text().strip()
        if self._rule.within is not None:
            # The law's own time in its words becomes ours.
            title = title.replace(plain_words(self._rule.within), TIME)
        return OwnRule(
            title=title,
            within=int(self.minutes.text()) * _MINUTE,
            since=_day(self.since) or date.min,
            tightens=self._rule.id,
        )


class OwnRuleDialog(Ask):
    """Answers an `OwnRule` of the agency's own."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            "A rule of this agency", "Add", "It is added to the law, never in its place.", parent
        )
        self.title = LineField("What it asks, in one sentence", most=75)
        self.kind = ChoiceField(
            "How often",
            (Choice("deadline", "Once, by a time"), Choice("interval", "Again and again")),
        )
        self.kind.set_value("deadline")
        self.minutes = _minutes()
        self.since = _since(today)
        self.starts = PickList("It counts from")
        self.meets = PickList("It is met by")
        self.starts.offer(_events(STARTS))
        self.meets.offer(_events(MEETS))
        for events in (self.starts, self.meets):
            events.set_value(None)
        self.citation = LineField("Order or policy it comes from", "May stay empty", most=200)
        self.add(self.title)
        self.add(beside(self.kind, self.minutes, self.since))
        self.add(beside(self.starts, self.meets))
        self.add(self.citation)
        self.title.setFocus()

    def answer(self) -> OwnRule | None:
        """The rule, or None while a field is wrong."""
        checks: Checks = [
            *_common(self.title, self.minutes, self.since),
            (self.starts, lambda: needed(self.starts, "Choose from what it counts.")),
            (self.meets, lambda: needed(self.meets, "Choose what meets it.")),
        ]
        if first_wrong(checks) is not None:
            return None
        again = self.kind.value() == "interval"
        return OwnRule(
            title=self.title.text().strip(),
            within=int(self.minutes.text()) * _MINUTE,
            since=_day(self.since) or date.min,
            kind="interval" if again else "deadline",
            starts=self.starts.value() or "",
            satisfied_by=(self.meets.value() or "",),
            ends_with=("handed_over", "custody_ended") if again else (),
            citation=self.citation.text().strip(),
        )


def _minutes() -> LineField:
    return LineField("Minutes", "A whole number", most=6)


def _since(today: date) -> LineField:
    field = LineField("In force from", placeholder=_DAY, most=len(_DAY))
    field.set_text(today.isoformat())
    return field


def _events(names: Sequence[str]) -> list[ListRow]:
    return [ListRow(value=one, title=event_words((one,))) for one in names]


def _common(title: LineField, minutes: LineField, since: LineField) -> Checks:
    return [
        (title, lambda: needed(title, "Write what it asks.")),
        (minutes, lambda: _no_minutes(minutes)),
        (since, lambda: needed(since, "Give the day.") or _no_day(since)),
    ]


def _no_minutes(field: LineField) -> str | None:
    text = field.text().strip()
    if text.isdecimal() and 1 <= int(text) <= MOST_MINUTES:
        return None
    return f"Write a whole number from 1 to {MOST_MINUTES}."


def _day(field: LineField) -> date | None:
    text = field.text().strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _no_day(field: LineField) -> str | None:
    if not field.text().strip() or _day(field) is not None:
        return None
    return "Write a day such as 2026-12-31."
