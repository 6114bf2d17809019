"""A long sheet in steps: one group of questions at a time, all of them one entry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from minors_desk.domain.case import Case
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec, Made
from minors_desk.ui.forms.asks import Ask
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, row


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the sheet: its title, and the asks that it holds by name."""

    title: str
    asks: tuple[str, ...]

    @classmethod
    def of(cls, title: str, asks: Iterable[Ask]) -> "Step":
        """A step of these asks."""
        return cls(title, tuple(ask.name for ask in asks))


class SteppedForm(AskedForm):
    """Answers the entry of its spec from any step; a wrong field brings its step to sight.

    The time and who did it stand in the first step. PgDn and PgUp walk. A sheet with more than
    its asks lays it out in `lay`, and puts keys and signals to it in `furnish`.
    """

    def __init__(
        self,
        spec: FormSpec,
        steps: tuple[Step, ...],
        case: Case,
        at_desk: AtDesk,
        parent: QWidget | None = None,
        *,
        made: Mapping[str, Field] | None = None,
    ) -> None:
        self._steps, self._tallest = steps, 0
        numbered = enumerate((step.title for step in steps), start=1)
        self.steps = ChoiceField("Step", [Choice(str(n), f"{n}  {title}") for n, title in numbered])
        self.steps.bare()
        self.steps.set_value("1")
        super().__init__(spec, case, at_desk, parent, made=made)
        self.steps.changed.connect(self._walked)
        for key, by in (("PgDown", 1), ("PgUp", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=by: self.walk(by))
        self.furnish()

    def lay(self) -> None:
        """The bar of steps, which never scrolls; all fields, of which one step is in sight."""
        bar = QFrame()
        bar.setObjectName("askpart")
        line = row(bar, gap=TWO)
        line.setContentsMargins(THREE, 0, THREE, ONE)
        line.addWidget(self.steps, 1)
        self._next = Button("Next step", Kind.SECONDARY, "PgDn")
        self._next.clicked.connect(lambda: self.walk(1))
        line.addWidget(self._next, 0, Qt.AlignmentFlag.AlignTop)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(1, bar)
        for one in (*self.asked.values(), self.when):
            self.add(one)
        self.body.addStretch(1)

    def furnish(self) -> None:
        """What a sheet does of its own, once all stands; nothing for most."""

    def note_time(self) -> None:
        """Write the time now where none stands, for all to see; the focus stays where it is."""
        if self.when.time.is_empty():
            held = self.focusWidget()
            self.when.time.write_now()
            if held is not None:
                held.setFocus()

    def step(self) -> int:
        """The step in sight, from 0."""
        return int(self.steps.value() or "1") - 1

    def go_to(self, step: int) -> None:
        """Bring a step to sight."""
        self.steps.set_value(str(step + 1))

    def walk(self, by: int) -> None:
        """What PgDn and PgUp do."""
        self.go_to(min(max(self.step() + by, 0), len(self._steps) - 1))

    def answer(self) -> Made | None:
        """The entry, or None with the first wrong field in sight."""
        found = super().answer()
        if found is None:
            name = next((name for name, field in self.asked.items() if field.error()), None)
            self.go_to(0 if name is None else self._step_of(name))
            wrong = self._first_wrong()
            if wrong is not None:
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def is_in_sight(self, ask: Ask) -> bool:
        """Whether it is asked, and in this step."""
        return super().is_in_sight(ask) and ask.name in self._steps[self.step()].asks

    def _first_wrong(self) -> Field | None:
        fields = (*self.asked.values(), *self.when.fields().values())
        return next((field for field in fields if field.error()), None)

    def _step_of(self, name: str) -> int:
        return next(place for place, step in enumerate(self._steps) if name in step.asks)

    def _walked(self) -> None:
        self._look()
        self.when.setVisible(self.step() == 0)
        self._next.setEnabled(self.step() + 1 < len(self._steps))
        first = next((ask for ask in self.spec.asks if self.is_in_sight(ask)), None)
        if first is not None:
            self.asked[first.name].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit_again()

    def _fit(self) -> None:
        """Never smaller than it was: what stays in place is found again."""
        super()._fit()
        self._tallest = min(max(self._tallest, self.height()), self.maximumHeight())
        self.resize(self.width(), self._tallest)
