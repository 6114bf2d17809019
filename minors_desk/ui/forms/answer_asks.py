"""Questions of a sheet, whose answer may be that there is none: unknown, refused, not asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast, get_args
from zoneinfo import ZoneInfo

from minors_desk.domain.answers import LastTime, NoAnswer
from minors_desk.domain.case import Case
from minors_desk.ui.dialogs.form import AtDesk, as_choices
from minors_desk.ui.editors.value_field import ValueField
from minors_desk.ui.forms.asks import Ask, Pick
from minors_desk.ui.kit.answer import Answer, AnswerField
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.kit.typed_time import Unreadable, meaning, parse, written

NONE_SEEN = "none"
_NO_ANSWERS = frozenset(get_args(NoAnswer))


@dataclass(frozen=True, kw_only=True)
class Own(Ask):
    """A question with a field of its own kind; ``made`` makes it from the label and the hint."""

    made: Callable[[str, str], ValueField]

    def field(self, at_desk: AtDesk) -> ValueField:
        """The field."""
        return self.made(self.label, self.hint)

    def know(self, field: Field, case: Case) -> None:
        """Tell the field of the case."""
        cast(ValueField, field).know(case)

    def wrong(self, field: Field) -> str | None:
        """Also what the field itself finds wrong."""
        return cast(ValueField, field).wrong() or super().wrong(field)

    def read(self, field: Field) -> Any:
        """The value."""
        return cast(ValueField, field).value()

    def fill(self, field: Field, value: Any) -> None:
        """Show the value."""
        cast(ValueField, field).set_value(value)


@dataclass(frozen=True, kw_only=True)
class Beside(Pick):
    """A choice whose label stands left of it, as the other questions of a sheet do."""

    def field(self, at_desk: AtDesk) -> ChoiceField:
        """The choice."""
        field = super().field(at_desk)
        field.label_beside()
        return field


@dataclass(frozen=True, kw_only=True)
class Signs(Ask):
    """Which of a list were seen: some, none of them, or one of the four ways of no answer."""

    codes: str
    digits: bool = False

    def field(self, at_desk: AtDesk) -> SeveralField:
        """The buttons; with ``digits`` each says its key, and *none seen* the key 0."""
        seen = as_choices(self.codes)
        if self.digits:
            seen = [
                Choice(one.value, f"{key}  {one.label}") for key, one in enumerate(seen, start=1)
            ]
        none = Choice(NONE_SEEN, "0  None seen" if self.digits else "None seen")
        alone = frozenset({NONE_SEEN}) | _NO_ANSWERS
        return SeveralField(self.label, [*seen, none, *as_choices("no_answer")], self.hint, alone)

    def read(self, field: Field) -> tuple[str, ...] | str | None:
        """The codes seen, no codes when none was, the code of no answer, or None."""
        values = cast(SeveralField, field).values()
        if not values:
            return None
        if values[0] in _NO_ANSWERS:
            return values[0]
        return tuple(one for one in values if one != NONE_SEEN)

    def fill(self, field: Field, value: Any) -> None:
        """Show what was seen."""
        chosen = (value,) if isinstance(value, str) else value or (NONE_SEEN,)
        cast(SeveralField, field).set_values(chosen)


@dataclass(frozen=True, kw_only=True)
class Graded(Ask):
    """A number from 0 to ``most``, or one of the four ways of no answer."""

    most: int = 10

    def field(self, at_desk: AtDesk) -> ChoiceField:
        """A button for each number."""
        numbers = [Choice(str(one), str(one)) for one in range(self.most + 1)]
        return ChoiceField(self.label, [*numbers, *as_choices("no_answer")], self.hint)

    def read(self, field: Field) -> int | str | None:
        """The number, the code of no answer, or None."""
        value = cast(ChoiceField, field).value()
        return int(value) if value is not None and value.isdecimal() else value

    def fill(self, field: Field, value: Any) -> None:
        """Show it."""
        cast(ChoiceField, field).set_value(str(value))


class LastTimeField(AnswerField):
    """Says below what a typed time means; what is no time is kept in words."""

    def __init__(self, label: str, now: Callable[[], datetime], zone: ZoneInfo) -> None:
        super().__init__(label)
        self._now, self._zone = now, zone
        self._shown: tuple[str, LastTime] | None = None
        self._edit.setPlaceholderText("A time as 18:30, or words")
        self.changed.connect(self._explain)
        self.label_beside()

    def last(self) -> LastTime | NoAnswer | None:
        """The instant with the words as typed, the words alone, the code of no answer, or None."""
        answer = self.answer()
        if answer is None:
            return None
        if answer.kind != "given":
            return answer.kind
        if self._shown is not None and self._shown[0] == answer.text:
            return self._shown[1]
        try:
            instant = parse(answer.text, self._now(), self._zone).instant
        except Unreadable:
            return LastTime(words=answer.text)
        return LastTime(at=instant)

    def show_last(self, last: LastTime | NoAnswer) -> None:
        """Show what an entry says; it stays so, with its words, until something else is typed."""
        if isinstance(last, str):
            self.set_answer(Answer(last))
        else:
            text = last.words if last.at is None else written(last.at, self._zone)
            self._shown = (text, last)
            self.set_answer(Answer("given", text))

    def _explain(self) -> None:
        answer, words = self.answer(), ""
        if answer is not None and answer.kind == "given":
            try:
                typed = parse(answer.text, self._now(), self._zone)
                words = f"means {meaning(typed, self._now(), self._zone)}"
            except Unreadable:
                words = "kept in words"
        self.set_hint(words)


@dataclass(frozen=True, kw_only=True)
class Last(Ask):
    """When something last happened: a time, words, or one of the four ways of no answer."""

    def field(self, at_desk: AtDesk) -> LastTimeField:
        """The line with its four buttons."""
        return LastTimeField(self.label, at_desk.now, at_desk.zone)

    def read(self, field: Field) -> LastTime | NoAnswer | None:
        """The last time."""
        return cast(LastTimeField, field).last()

    def fill(self, field: Field, value: Any) -> None:
        """Show it."""
        cast(LastTimeField, field).show_last(value)
