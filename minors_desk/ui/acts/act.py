"""One thing that can be done to a case: known by its name, reached by its key or the palette."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from minors_desk.domain.board import State, state_of
from minors_desk.domain.case import Case
from minors_desk.domain.rulepack import Rule
from minors_desk.errors import DeskError
from minors_desk.services.desk import Desk
from minors_desk.ui.dialogs.form import AtDesk, CaseForm
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec

MET: frozenset[State] = frozenset({"met"})
IN_CUSTODY: frozenset[State] = frozenset({"in_custody"})
WITH_US = MET | IN_CUSTODY
OVER: frozenset[State] = frozenset({"handed_over"})
ALWAYS = WITH_US | OVER


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What a form is made from; ``forbidding`` are the rules against locking this child up."""

    desk: Desk
    case: Case
    at_desk: AtDesk
    forbidding: tuple[Rule, ...]
    parent: QWidget


@dataclass(frozen=True, kw_only=True)
class Act:
    """One thing to do. ``when`` are the states of a case in which it makes sense.

    ``ask`` makes its form; None for what is more than one form (handing over, printing), which
    `CaseActions` does by the act's name.
    """

    name: str
    words: str
    meaning: str
    when: frozenset[State]
    key: str = ""
    ask: Callable[[Asking], CaseForm] | None = None
    spec: FormSpec | None = None
    """The described form, by which an entry of its kind can be amended too."""

    def refuse(self, case: Case) -> None:
        """Raises DeskError, saying why not and what to do, when it makes no sense now."""
        why = self.why_not(state_of(case))
        if why is not None:
            raise DeskError(*why)

    def why_not(self, state: State) -> tuple[str, str] | None:
        """What is the matter and what to do, or None when it can be done in that state."""
        return None if state in self.when else _WHY_NOT[state]


_WHY_NOT: dict[State, tuple[str, str]] = {
    "met": ("Custody of this child has not begun", "Press B when it began."),
    "in_custody": (
        "This child is in our custody already",
        "To say where the child is now, press M; to hand over, press H.",
    ),
    "missing": ("This child left without leave and is missing", "Press Enter to open the case."),
    "handed_over": ("This child was handed over", "Press Enter to open the case."),
    "ended": ("Our custody of this child has ended", "Press Enter to open the case."),
    "closed": ("This case is closed", "Press Enter to open the case."),
}


def form(spec: FormSpec, name: str, **more: Any) -> Act:
    """An act that asks one described form."""
    return Act(
        name=name,
        spec=spec,
        ask=lambda asking: AskedForm(spec, asking.case, asking.at_desk, asking.parent),
        **more,
    )
