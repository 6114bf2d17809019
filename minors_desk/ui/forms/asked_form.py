"""A form built from its description: the fields of one entry, when it was, and who did it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.rules import Rule
from minors_desk.services.desk import Desk
from minors_desk.ui.dialogs.form import PAIRED, AtDesk, CaseForm, Checks, beside
from minors_desk.ui.forms.asks import Ask, Pick, answer_of
from minors_desk.ui.forms.law_notice import LawNotice
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field, first_wrong
from minors_desk.ui.kit.several import SeveralField

_MOST_MORE = 48
Said = dict[str, Any]
"""Answers by the name of the ask, with what every entry says (when, how exactly, by whom)."""
Made = Body | tuple[Body, ...] | Callable[[Desk], Body]
"""An entry, several that are saved together, or what makes it on the record lane, when something
must be looked up for it."""
Offering = Callable[[str, Case, AtDesk], Mapping[str, Any]]
"""What an answer offers for other fields."""


def _nothing(*_: object) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, kw_only=True)
class FormSpec:
    """A form: its kind of entry, heading, and asks in order.

    ``make`` turns the answers into the entry, or into several that are saved together: by default
    they are its fields. ``show`` is its other way round, for an entry that is to be amended, and
    ``covers`` the fields of the entry that asks of other names answer.
    ``offered`` gives what stands in fields when the form opens, ``hints`` what stands below them;
    ``follows`` names an ask and what its answer offers for fields that are empty or hold what was
    offered before. ``focus`` is the ask that takes the focus, the first unless said. ``draft`` is
    the name of its draft. ``for_companions``: it can be logged for all who were found together
    with the child, in one step.
    """

    kind: type[Body]
    heading: str
    asks: tuple[Ask, ...]
    make: Callable[[Said, Case], Made] | None = None
    show: Callable[[Any], Mapping[str, Any]] | None = None
    covers: frozenset[str] = frozenset()
    offered: Callable[[Case, AtDesk], Mapping[str, Any]] = field(default=_nothing)
    hints: Callable[[Case], Mapping[str, str]] = field(default=_nothing)
    follows: tuple[str, Offering] | None = None
    focus: str = ""
    draft: str = ""
    for_companions: bool = False

    @property
    def name(self) -> str:
        """What a draft is kept under: the kind's name unless the description says another."""
        return self.draft or str(self.kind.__struct_config__.tag)

    def body(self, said: Said, case: Case) -> Made:
        """What these answers make: the entry, or several that are saved together."""
        return self.kind(**said) if self.make is None else self.make(said, case)

    def told(self, body: Body) -> Mapping[str, Any]:
        """What an entry says, by the names of the asks."""
        if self.show is not None:
            return self.show(body)
        return {one.name: getattr(body, one.name) for one in msgspec.structs.fields(type(body))}

    def at(self, jurisdiction: str) -> "FormSpec":
        """The same form as it is asked at a station there."""
        asks = tuple(one.at(jurisdiction) if isinstance(one, Pick) else one for one in self.asks)
        return self if asks == self.asks else replace(self, asks=asks)

    def lines(self) -> list[list[Ask]]:
        """The asks by line: those that stand beside the one before it share its line."""
        found: list[list[Ask]] = []
        for ask in self.asks:
            if ask.beside and found:
                found[-1].append(ask)
            else:
                found.append([ask])
        return found


class AskedForm(CaseForm):
    """The form of a `FormSpec`; answers its entry.

    ``forbidding`` are the rules against locking this child up, named where an answer breaks them.
    ``made`` are fields by the name of their ask, of a form so long that they were made before it.
    """

    only_what_fits = True
    """Whether choices of other countries are left out; an entry that stands may hold one."""

    def __init__(
        self,
        spec: FormSpec,
        case: Case,
        at_desk: AtDesk,
        parent: QWidget | None = None,
        *,
        forbidding: Sequence[Rule] = (),
        made: Mapping[str, Field] | None = None,
    ) -> None:
        super().__init__(spec.heading, "Save", case, at_desk, parent)
        if self.only_what_fits:
            spec = spec.at(at_desk.jurisdiction)
        self.spec, self.form = spec, spec.name
        ready = made or {}
        self.asked = {one.name: ready.get(one.name) or one.field(at_desk) for one in spec.asks}
        self.laws: dict[str, LawNotice] = {}
        self.also: SeveralField | None = None
        for ask in spec.asks:
            ask.know(self.asked[ask.name], case)
            if isinstance(ask, Pick) and ask.forbidden_when:
                self.laws[ask.name] = LawNotice(ask.laws(forbidding))
        self._lines: list[QWidget] = []
        self.more = Button("More", Kind.PLAIN, parent=self)
        self.more.setCheckable(True)
        self.lay()
        self._offer(spec.offered(case, at_desk))
        for name, hint in spec.hints(case).items():
            self.asked[name].set_hint(hint)
        self._listen()
        self._look()
        first = spec.focus or next(iter(self.asked), "")
        self.asked.get(first, self.when.time).setFocus()

    def lay(self) -> None:
        """Put the fields below each other; a form with steps does it otherwise."""
        for asks in self.spec.lines():
            fields = [self.asked[ask.name] for ask in asks]
            if len(fields) > 1:
                self._lines.append(beside(*fields))
                self.least_width = PAIRED
            self.add(self._lines[-1] if len(fields) > 1 else fields[0])
            for ask in asks:
                if ask.name in self.laws:
                    self.add(self.laws[ask.name])
        self.add(self.more)
        self.add(self.when)

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        also = {} if self.also is None else {"also": self.also}
        return {**self.asked, **self.when.fields(), **also}

    def offer_companions(self, count: int) -> None:
        """Offer to log it also for that many who were found together with the child."""
        words = f"Also for the other {count} children" if count > 1 else "Also for the other child"
        choice = Choice("also", f"C  {words}")
        self.also = SeveralField("Found together with this child", (choice,))
        self.also.button("also").setAccessibleName(words)
        self.body.insertWidget(self.body.indexOf(self.when), self.also)
        # Alone the letter is typed where a line has the focus; with Alt it is heard everywhere.
        for keys in ("C", "Alt+C"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self.also.button("also").toggle)

    def is_for_companions(self) -> bool:
        """Whether the person chose to log it for them too."""
        return self.also is not None and not self.also.is_empty()

    def answer(self) -> Made | None:
        """What the form's answers make, or None when a field is wrong."""
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
        self._offer(self.spec.told(body))
        if body.precision in ("minute", "about"):
            self.when.time.set_value(body.occurred_at, body.precision)
        if body.done_by is not None:
            self.when.name.set_text(body.done_by.name)
            self.when.badge.set_text(body.done_by.badge)
            if body.done_by.how != "own_passphrase":
                self.when.how.set_value(body.done_by.how)

    def _listen(self) -> None:
        for ask in self.spec.asks:
            if isinstance(ask, Pick):
                self._keys(ask)
        looked_at = {ask.only_if[0] for ask in self.spec.asks if ask.only_if is not None}
        looked_at |= {ask.name for ask in self.spec.asks if ask.more}
        self.more.toggled.connect(self._unfold)
        for name in looked_at | self.laws.keys():
            self.asked[name].changed.connect(self._look)
        if self.spec.follows is not None:
            self._offered: dict[str, str] = {}
            self.asked[self.spec.follows[0]].changed.connect(self._follow)

    def _offer(self, values: Mapping[str, Any]) -> None:
        for ask in self.spec.asks:
            if values.get(ask.name) is not None:
                ask.fill(self.asked[ask.name], values[ask.name])

    def _follow(self) -> None:
        """Offer what the answer suggests; what a person wrote stays."""
        assert self.spec.follows is not None  # noqa: S101 - only then it is connected
        name, offering = self.spec.follows
        asks = {ask.name: ask for ask in self.spec.asks}
        for answer in answer_of(self.asked[name]):
            for other, value in offering(answer, self.case, self.at_desk).items():
                field = self.asked[other]
                if field.is_empty() or asks[other].read(field) == self._offered.get(other):
                    asks[other].fill(field, value)
                    self._offered[other] = value

    def is_in_sight(self, ask: Ask) -> bool:
        """Whether its field is shown now."""
        return self._is_shown(ask) and (self.more.isChecked() or not ask.more)

    def _unfold(self) -> None:
        """Show more, and go to the first of it."""
        self._look()
        first = next((ask for ask in self.spec.asks if ask.more and self.is_in_sight(ask)), None)
        if first is not None:
            self.asked[first.name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_shown(self, ask: Ask) -> bool:
        if ask.only_if is None:
            return True
        name, answers = ask.only_if
        other = next(one for one in self.spec.asks if one.name == name)
        return self._is_shown(other) and bool(answer_of(self.asked[name]) & answers)

    def _look(self) -> None:
        self._look_for_more()
        grew = False
        for ask in self.spec.asks:
            shown, one = self.is_in_sight(ask), self.asked[ask.name]
            grew = grew or shown is one.isHidden()
            one.setVisible(shown)
            if ask.name in self.laws:
                grew = self._name_law(ask, shown=shown) or grew
        for line in self._lines:
            line.setVisible(any(not one.isHidden() for one in line.findChildren(Field)))
        if grew:
            self.fit_again()

    def _look_for_more(self) -> None:
        """Name what waits behind *More*; what says something already does not wait."""
        more = [ask for ask in self.spec.asks if ask.more and self._is_shown(ask)]
        filled = any(not self.asked[one.name].is_empty() for one in more)
        if filled:
            with QSignalBlocker(self.more):
                self.more.setChecked(True)
        self.more.setVisible(bool(more) and not filled)
        words = "Fewer fields" if self.more.isChecked() else more_words([one.label for one in more])
        self.more.set_words(words)

    def _name_law(self, ask: Ask, *, shown: bool) -> bool:
        """Name the law when the answer is one that it forbids; says whether that changed."""
        assert isinstance(ask, Pick)  # noqa: S101 - only these have a law
        law = self.laws[ask.name]
        before = law.title()
        answers = answer_of(self.asked[ask.name])
        law.look(forbidden=shown and bool(answers & ask.forbidden_when))
        return law.title() != before

    def _keys(self, ask: Pick) -> None:
        field = self.asked[ask.name]
        assert isinstance(field, ChoiceField)  # noqa: S101 - what a Pick makes
        for key, value in ask.keys().items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda chosen=value: self._press(field, chosen))

    def _press(self, field: ChoiceField, value: str) -> None:
        """What such a key does: choose, and write "now" for all to see if no time stands there."""
        field.set_value(value)
        if self.when.time.is_empty():
            self.when.time.write_now()
        field.button(value).setFocus()


def more_words(labels: Sequence[str]) -> str:
    """What waits behind *More*: whole names as far as they fit, then how many others."""
    told = [labels[0]] if labels else []
    while len(told) < len(labels) and len(", ".join((*told, labels[len(told)]))) <= _MOST_MORE:
        told.append(labels[len(told)])
    left = len(labels) - len(told)
    others = f" and {left} more" if left else ""
    return f"More: {', '.join(told)}{others}"
