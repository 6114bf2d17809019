"""The lines of a sheet of paper days, in the sheet's own order: rounds, calls."""

from collections.abc import Mapping
from typing import cast

from minors_desk.domain.care import Condition
from minors_desk.domain.contacts import Outcome, Purpose
from minors_desk.domain.downtime_lines import CallLine, RoundLine
from minors_desk.ui.dialogs.form import AtDesk, Checks, as_choices, beside, needed
from minors_desk.ui.editors.parts_field import PartsField
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import Field, LineField, first_wrong
from minors_desk.ui.kit.time_field import TimeField
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_BY = "By whom, if not you"


class RoundLines(PartsField):
    """The value is a tuple of `RoundLine`: time, condition, what was seen, by whom."""

    kind = RoundLine
    add_words = "Next line"
    unfinished = "Finish this line of the sheet, or empty it."

    def __init__(self, at_desk: AtDesk) -> None:
        super().__init__("Rounds, as they stand on the sheet")
        self._zone = at_desk.zone.key
        self.at = TimeField("Date, time", at_desk.now, at_desk.zone)
        self.condition = ChoiceField("Condition", as_choices("condition"))
        self.note = LineField("What was seen")
        self.by = LineField(_BY, most=200)
        for one in (self.at, self.condition, beside(self.note, self.by), self.add):
            self.page.addWidget(one)
        self.setFocusProxy(self.at)
        self.listen()

    def typed(self) -> Mapping[str, Field]:
        """The fields of a line."""
        return {"at": self.at, "condition": self.condition, "note": self.note, "by": self.by}

    def read_typed(self) -> RoundLine | None:
        """The line, or None after saying at its fields what is wrong."""
        checks: Checks = [
            (self.at, lambda: _time_wrong(self.at)),
            (self.condition, lambda: needed(self.condition, "Choose the condition.")),
        ]
        typed = None if first_wrong(checks) is not None else self.at.value()
        if typed is None:
            return None
        return RoundLine(
            at=typed.instant,
            precision=typed.precision,
            condition=cast(Condition, self.condition.value()),
            note=self.note.text(),
            by=self.by.text(),
        )

    def fill_typed(self, part: RoundLine) -> None:
        """Show a line again, to be changed."""
        self.at.set_value(part.at, part.precision)
        self.condition.set_value(part.condition)
        self.note.set_text(part.note)
        self.by.set_text(part.by)

    def words(self, part: RoundLine, place: int) -> str:
        """``1.  2026-11-24 03:12 · Asleep · K. Lee``."""
        when = day_and_time(part.at, self._zone)
        return joined(f"{place}.  {when}", word("condition", part.condition), part.note, part.by)


class CallLines(PartsField):
    """The value is a tuple of `CallLine`: time, whom, what for, number, outcome, by whom."""

    kind = CallLine
    add_words = "Next line"
    unfinished = "Finish this line of the sheet, or empty it."

    def __init__(self, at_desk: AtDesk) -> None:
        super().__init__("Calls, as they stand on the sheet")
        self._zone = at_desk.zone.key
        self.at = TimeField("Date, time", at_desk.now, at_desk.zone)
        self.whom = LineField("Whom", most=500)
        purposes = as_choices("contact_purpose", jurisdiction=at_desk.jurisdiction)
        self.purpose = ChoiceField("What for", purposes)
        self.number = LineField("Number called", most=100)
        self.outcome = ChoiceField("What it came to", as_choices("contact_outcome"))
        self.said = LineField("Said, promised, reference")
        self.by = LineField(_BY, most=200)
        rows = (
            self.at,
            beside(self.whom, self.number),
            self.purpose,
            self.outcome,
            beside(self.said, self.by),
            self.add,
        )
        for one in rows:
            self.page.addWidget(one)
        self.setFocusProxy(self.at)
        self.listen()

    def typed(self) -> Mapping[str, Field]:
        """The fields of a line."""
        return {
            "at": self.at,
            "whom": self.whom,
            "purpose": self.purpose,
            "number": self.number,
            "outcome": self.outcome,
            "said": self.said,
            "by": self.by,
        }

    def read_typed(self) -> CallLine | None:
        """The line, or None after saying at its fields what is wrong."""
        checks: Checks = [
            (self.at, lambda: _time_wrong(self.at)),
            (self.whom, lambda: needed(self.whom, "Write who was called.")),
            (self.purpose, lambda: needed(self.purpose, "Choose what for.")),
            (self.outcome, lambda: needed(self.outcome, "Choose what it came to.")),
        ]
        typed = None if first_wrong(checks) is not None else self.at.value()
        if typed is None:
            return None
        return CallLine(
            at=typed.instant,
            precision=typed.precision,
            whom=self.whom.text(),
            purpose=cast(Purpose, self.purpose.value()),
            number=self.number.text(),
            outcome=cast(Outcome, self.outcome.value()),
            said=self.said.text(),
            by=self.by.text(),
        )

    def fill_typed(self, part: CallLine) -> None:
        """Show a line again, to be changed."""
        self.at.set_value(part.at, part.precision)
        self.purpose.set_value(part.purpose)
        self.outcome.set_value(part.outcome)
        for field, text in (
            (self.whom, part.whom),
            (self.number, part.number),
            (self.said, part.said),
            (self.by, part.by),
        ):
            field.set_text(text)

    def words(self, part: CallLine, place: int) -> str:
        """``1.  2026-11-24 03:12 · DCFS · 312 555 0170 · No answer``."""
        when = day_and_time(part.at, self._zone)
        outcome = word("contact_outcome", part.outcome)
        return joined(f"{place}.  {when}", part.whom, part.number, outcome, part.said, part.by)


def _time_wrong(field: TimeField) -> str | None:
    if field.value() is None:
        return "Write the time as it stands on the paper, such as 03:12."
    return None
