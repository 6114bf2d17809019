"""What a form may ask: each ask makes its field, says what is wrong with it, and reads it.

An ask is named like the field of the entry that its answer becomes, so that the same description
fills a form from an entry that is to be amended.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from minors_desk.domain.case import Case
from minors_desk.domain.gates import Step
from minors_desk.domain.rules import Rule
from minors_desk.ui.dialogs.form import AtDesk, as_choices
from minors_desk.ui.editors.pick_field import PickField
from minors_desk.ui.editors.value_field import ValueField
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field, LineField, TextField
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.kit.time_field import TimeField


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One question of a form. ``needed`` is what to say when it is left empty; empty: it may be.

    ``only_if`` names another ask and the answers to it under which this one is shown at all.
    ``beside`` puts it on one line with the ask before it.
    """

    name: str
    label: str
    hint: str = ""
    needed: str = ""
    only_if: tuple[str, frozenset[str]] | None = None
    beside: bool = False
    """Whether it stands beside the question before it, in a wider form."""
    more: bool = False
    """Whether it waits behind *More* until it is wanted, or says something."""

    def field(self, at_desk: AtDesk) -> Field:
        """The field, made anew for each form."""
        raise NotImplementedError

    def know(self, field: Field, case: Case) -> None:
        """Let the field offer what is known of the case; nothing for most."""

    def wrong(self, field: Field) -> str | None:
        """The sentence that says what is wrong, or None."""
        if field.is_empty():
            return self.needed or None
        return field.error() or None

    def read(self, field: Field) -> Any:
        """The value for the entry; called only when nothing is wrong."""
        raise NotImplementedError

    def fill(self, field: Field, value: Any) -> None:
        """Show a value of an entry in the field."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Line(Ask):
    """One line of text, as typed."""

    def field(self, at_desk: AtDesk) -> LineField:
        """The line."""
        return LineField(self.label, self.hint)

    def read(self, field: Field) -> str:
        """The text."""
        return cast(LineField, field).text()

    def fill(self, field: Field, value: Any) -> None:
        """Show the text."""
        cast(LineField, field).set_text(value)


@dataclass(frozen=True, kw_only=True)
class Lines(Ask):
    """Several lines of text, as typed."""

    rows: int = 2

    def field(self, at_desk: AtDesk) -> TextField:
        """The lines."""
        return TextField(self.label, self.hint, rows=self.rows)

    def read(self, field: Field) -> str:
        """The text."""
        return cast(TextField, field).text()

    def fill(self, field: Field, value: Any) -> None:
        """Show the text."""
        cast(TextField, field).set_text(value)


@dataclass(frozen=True, kw_only=True)
class Pick(Ask):
    """One of a list of codes. ``digits``: the keys 1 to 9 choose, and write the time now.

    ``letters``: so do these keys, one for each choice. ``only`` narrows the list; ``truth`` turns
    the codes yes and no into true and false. ``forbidden_when`` are the answers under which the law
    against locking this child up is named in place, or with ``gate`` the law that wants something
    before that step. It does not block: what happened is recorded (CONTRACT 2.5).
    """

    codes: str
    meanings: str = ""
    only: tuple[str, ...] = ()
    digits: bool = False
    letters: str = ""
    truth: bool = False
    forbidden_when: frozenset[str] = frozenset()
    gate: Step | None = None

    def laws(self, forbidding: Sequence[Rule]) -> list[Rule]:
        """Those of the rules against this child's locking up, or of its shut gates, to be named."""
        return [one for one in forbidding if (one.gate and one.gate.before) == self.gate]

    def field(self, at_desk: AtDesk) -> ChoiceField:
        """The choice; its key stands before the words of each."""
        keys = {value: key for key, value in self.keys().items()}
        offered = [
            replace(one, label=f"{keys[one.value]}  {one.label}") if one.value in keys else one
            for one in self.offered()
        ]
        return ChoiceField(self.label, offered, self.hint)

    def at(self, jurisdiction: str) -> "Pick":
        """The same question with the choices that make sense at a station there."""
        here = [one.value for one in as_choices(self.codes, jurisdiction=jurisdiction)]
        kept = tuple(one.value for one in self.offered() if one.value in here)
        return self if len(kept) == len(self.offered()) else replace(self, only=kept)

    def keys(self) -> dict[str, str]:
        """The choices by the keys that choose them."""
        keys = "123456789" if self.digits else self.letters
        return {key: one.value for key, one in zip(keys, self.offered(), strict=False)}

    def offered(self) -> list[Choice]:
        """The choices in their order."""
        every = as_choices(self.codes, self.meanings)
        return [one for one in every if not self.only or one.value in self.only]

    def read(self, field: Field) -> Any:
        """The code, or None while nobody chose."""
        value = cast(ChoiceField, field).value()
        return value == "yes" if self.truth and value is not None else value

    def fill(self, field: Field, value: Any) -> None:
        """Choose the code."""
        if isinstance(value, bool):
            value = "yes" if value else "no"
        cast(ChoiceField, field).set_value(value)


@dataclass(frozen=True, kw_only=True)
class Several(Ask):
    """Any number of a list of codes."""

    codes: str

    def field(self, at_desk: AtDesk) -> SeveralField:
        """The buttons."""
        return SeveralField(self.label, as_choices(self.codes), self.hint)

    def read(self, field: Field) -> tuple[str, ...]:
        """The codes."""
        return cast(SeveralField, field).values()

    def fill(self, field: Field, value: Any) -> None:
        """Press these."""
        cast(SeveralField, field).set_values(value)


@dataclass(frozen=True, kw_only=True)
class OneOfMany(Ask):
    """One of a long list, found by typing; ``free``: what is not in the list stays as typed."""

    choices: Callable[[], Sequence[Choice]]
    free: bool = False

    def field(self, at_desk: AtDesk) -> PickField:
        """The line with its list."""
        field = PickField(self.label, self.hint)
        field.offer(self.choices())
        return field

    def wrong(self, field: Field) -> str | None:
        """Also what is typed and not in the list."""
        if not self.free and not field.is_empty() and cast(PickField, field).value() is None:
            return "Choose one of the list."
        return super().wrong(field)

    def read(self, field: Field) -> str | None:
        """The code; with ``free`` else the text; None for an empty field."""
        picked = cast(PickField, field)
        value = picked.value()
        return picked.text().strip() or None if value is None and self.free else value

    def fill(self, field: Field, value: Any) -> None:
        """Show the code."""
        cast(PickField, field).set_text(value or "")


@dataclass(frozen=True, kw_only=True)
class Whole(Ask):
    """A whole number between ``least`` and ``most``; ``factor`` turns it into the entry's unit."""

    least: int = 0
    most: int = 1_000_000
    factor: int = 1

    def field(self, at_desk: AtDesk) -> LineField:
        """The line."""
        return LineField(self.label, self.hint, most=12)

    def wrong(self, field: Field) -> str | None:
        """Anything but a number in those bounds."""
        text = cast(LineField, field).text().strip()
        if text and not (text.isdecimal() and self.least <= int(text) <= self.most):
            return f"Write a whole number from {self.least:,} to {self.most:,}."
        return super().wrong(field)

    def read(self, field: Field) -> int | None:
        """The number in the entry's unit, or None."""
        text = cast(LineField, field).text().strip()
        return int(text) * self.factor if text else None

    def fill(self, field: Field, value: Any) -> None:
        """Show the number."""
        cast(LineField, field).set_text("" if value is None else str(value // self.factor))


@dataclass(frozen=True, kw_only=True)
class Moment(Ask):
    """A second time of the same entry, such as the next try; ``future`` allows one to come."""

    future: bool = False

    def field(self, at_desk: AtDesk) -> TimeField:
        """The time field, exact to the minute."""
        return TimeField(self.label, at_desk.now, at_desk.zone, future=self.future, precision=False)

    def read(self, field: Field) -> datetime | None:
        """The instant in UTC, or None."""
        typed = cast(TimeField, field).value()
        return None if typed is None else typed.instant

    def fill(self, field: Field, value: Any) -> None:
        """Show the instant."""
        if value is not None:
            cast(TimeField, field).set_value(value)


def answer_of(field: Field) -> frozenset[str]:
    """What stands in a field, as ``only_if`` compares it."""
    if isinstance(field, ChoiceField):
        value = field.value()
        return frozenset() if value is None else frozenset({value})
    if isinstance(field, SeveralField):
        return frozenset(field.values())
    if isinstance(field, ValueField):
        return field.answers()
    return frozenset() if field.is_empty() else frozenset({"given"})
