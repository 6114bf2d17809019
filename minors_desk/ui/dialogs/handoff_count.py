"""The step between check and signature: belongings, money and medicine are counted by both."""

from dataclasses import dataclass

from minors_desk.domain.belongings import Belonging, goes_along
from minors_desk.domain.case import Case
from minors_desk.domain.handoff_values import Count
from minors_desk.ui.dialogs.form import needed
from minors_desk.ui.dialogs.handoff_steps import Step
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import LineField, first_wrong
from minors_desk.ui.kit.type import Label
from minors_desk.wording.handoff import count_words
from minors_desk.wording.things import thing_words

AGREES, DIFFERS = "agrees", "differs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What was counted: the lines that lay on the counter; ``differs`` is empty when all agrees."""

    lines: tuple[int, ...]
    differs: str


class CountStep(Step):
    """Shown while something is kept for the child; answers a `Counting`."""

    def __init__(self) -> None:
        super().__init__("Counted with the receiver", "Counted", "Count again")
        self._lines: tuple[int, ...] = ()
        self.listed = Label(wrap=True)
        self.result = ChoiceField(
            "On the counter",
            [Choice(AGREES, "All of it is there"), Choice(DIFFERS, "It does not agree")],
        )
        self.words = LineField("What does not agree", "Such as: line 3, 20 dollars less")
        self.words.hide()
        for part in (self.listed, self.result, self.words):
            self.lines.addWidget(part)
        self.listen(self.result, self.words)
        self.result.changed.connect(lambda: self.words.setVisible(self.result.value() == DIFFERS))

    def first(self) -> ChoiceField:
        """The field to begin with."""
        return self.result

    def show_case(self, case: Case, count: Count | None) -> None:
        """Show what is to be counted, or what was; nothing is kept: the step is not there."""
        kept = goes_along(case)
        self._lines = tuple(one.line for one in kept)
        self.setVisible(bool(kept) or count is not None)
        self.listed.setText("\n".join(_line(one) for one in kept))
        self.clear_rows()
        if count is None:
            self.result.set_value(None)
            self.words.set_text("")
        else:
            self.result.set_value(AGREES if count.agrees else DIFFERS)
            self.words.set_text(count.differs)
            self.add_row("Counted", count_words(count))
        self.words.setVisible(self.result.value() == DIFFERS)
        self.fold(count is not None)

    def counting(self) -> Counting:
        """What stands in the fields."""
        differs = self.words.text() if self.result.value() == DIFFERS else ""
        return Counting(lines=self._lines, differs=differs)

    def differs(self, count: Count | None) -> bool:
        """Whether what stands on screen is no longer what was recorded."""
        if count is None:
            return not self.result.is_empty()
        shown = (self.result.value() == AGREES, self.counting().differs)
        return self.result.is_empty() or shown != (count.agrees, count.differs)

    def submit(self) -> None:
        """Answer a `Counting`."""
        wrong = first_wrong(
            [
                (self.result, lambda: needed(self.result, "Choose whether it agrees.")),
                (self.words, self._say_what),
            ]
        )
        if wrong is None:
            self.answered.emit(self.counting())

    def _say_what(self) -> str | None:
        if self.result.value() != DIFFERS:
            return None
        return needed(self.words, "Write what does not agree.")


def _line(one: Belonging) -> str:
    return f"{one.line}.  {thing_words(one)}"
