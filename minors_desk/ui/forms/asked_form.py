"""A form built from its description: the fields of one entry, when it was, and who did it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.ui.dialogs.form import AtDesk, CaseForm, Checks
from minors_desk.ui.forms.asks import Ask, Pick, answer_of
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import Field, first_wrong

Said = dict[str, Any]
"""Answers by the name of the ask, with what every entry says (when, how exactly, by whom)."""


def _nothing(_case: Case, _at_desk: AtDesk) -> Mapping[str, Any]:
    return {}


def fields_of(body: Body) -> Mapping[str, Any]:
    """The fields of an entry by their names."""
    return {one.name: getattr(body, one.name) for one in msgspec.structs.fields(type(body))}


@dataclass(frozen=True, kw_only=True)
class FormSpec:
    """A form: its kind of entry, heading, and asks in order; the first takes the focus.

    ``make`` turns the answers into the entry: by default they are its fields. ``offered`` gives
    what stands in fields when the form opens. ``for_companions``: it can be logged for all who
    were found together with the child, in one step. ``shown`` gives the answers that an entry was
    made of, where they are not its fields; ``keeps`` names fields that no ask is for, which stay
    as they are when the entry is amended.
    """

    kind: type[Body]
    heading: str
    asks: tuple[Ask, ...]
    make: Callable[[Said, Case], Body] | None = None
    offered: Callable[[Case, AtDesk], Mapping[str, Any]] = field(default=_nothing)
    for_companions: bool = False
    shown: Callable[[Any], Mapping[str, Any]] = fields_of
    keeps: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The kind's name; a draft is kept under it."""
        return str(self.kind.__struct_config__.tag)

    def body(self, said: Said, case: Case) -> Body:
        """The entry that these answers make."""
        return self.kind(**said) if self.make is None else self.make(said, case)


class AskedForm(CaseForm):
    """The form of a `FormSpec`; answers its entry."""

    def __init__(
        self, spec: FormSpec, case: Case, at_desk: AtDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(spec.heading, "Save", case, at_desk, parent)
        self.spec, self.form = spec, spec.name
        self.asked = {ask.name: ask.field(at_desk) for ask in spec.asks}
        for one in (*self.asked.values(), self.when):
            self.add(one)
        self._offer(spec.offered(case, at_desk))
        for ask in spec.asks:
            if isinstance(ask, Pick) and ask.digits:
                self._digits(ask)
            if ask.only_if is not None:
                self.asked[ask.only_if[0]].changed.connect(self._look)
        self._look()
        next(iter(self.asked.values()), self.when.time).setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {**self.asked, **self.when.fields()}

    def answer(self) -> Body | None:
        """The entry, or None when a field is wrong."""
        asks = [ask for ask in self.spec.asks if self._is_shown(ask)]
        checks: Checks = [
            (self.asked[ask.name], lambda ask=ask: ask.wrong(self.asked[ask.name]))  # type: ignore[misc]
            for ask in asks
        ]
        if first_wrong([*checks, *self.when.checks()]) is not None:
            return None
        said = {ask.name: ask.read(self.asked[ask.name]) for ask in asks}
        return self.spec.body({**said, **self.when.said()}, self.case)

    def show_body(self, body: Body) -> None:
        """Fill the form from an entry that is to be amended."""
        self._offer(self.spec.shown(body))
        if body.precision in ("minute", "about"):
            self.when.time.set_value(body.occurred_at, body.precision)
        if body.done_by is not None:
            self.when.name.set_text(body.done_by.name)
            self.when.badge.set_text(body.done_by.badge)
            if body.done_by.how != "own_passphrase":
                self.when.how.set_value(body.done_by.how)

    def _offer(self, values: Mapping[str, Any]) -> None:
        for ask in self.spec.asks:
            if values.get(ask.name) is not None:
                ask.fill(self.asked[ask.name], values[ask.name])

    def _is_shown(self, ask: Ask) -> bool:
        if ask.only_if is None:
            return True
        name, answers = ask.only_if
        other = next(one for one in self.spec.asks if one.name == name)
        return self._is_shown(other) and bool(answer_of(self.asked[name]) & answers)

    def _look(self) -> None:
        grew = False
        for ask in self.spec.asks:
            shown, one = self._is_shown(ask), self.asked[ask.name]
            grew = grew or shown is one.isHidden()
            one.setVisible(shown)
        if grew:
            self.fit_again()

    def _digits(self, ask: Pick) -> None:
        field = self.asked[ask.name]
        assert isinstance(field, ChoiceField)  # noqa: S101 - what a Pick makes
        for place, choice in enumerate(ask.offered()[:9], start=1):
            shortcut = QShortcut(QKeySequence(str(place)), self)
            shortcut.activated.connect(lambda value=choice.value: self._press(field, value))

    def _press(self, field: ChoiceField, value: str) -> None:
        """What a digit does: choose, and write "now" for all to see if no time stands there."""
        field.set_value(value)
        if self.when.time.is_empty():
            self.when.time.write_now()
        field.button(value).setFocus()
