"""One thing that can be done to a case: known by its name, reached by its key or the palette."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from minors_desk.domain.board import Card, State, state_of
from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.rules import Rule
from minors_desk.errors import DeskError
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from minors_desk.ui.dialogs.form import AtDesk, CaseForm
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec, Made
from minors_desk.ui.forms.asks import Ask
from minors_desk.ui.kit.field import Field

MET: frozenset[State] = frozenset({"met"})
IN_CUSTODY: frozenset[State] = frozenset({"in_custody"})
MISSING: frozenset[State] = frozenset({"missing"})
WITH_US = MET | IN_CUSTODY
OVER: frozenset[State] = frozenset({"handed_over", "ended"})
"""Ours no longer: handed over, or ended otherwise; what is owed afterwards goes on."""
ALWAYS = WITH_US | MISSING | OVER


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What a form is made from; ``forbidding`` are the rules against locking this
    child up, and the shut gates before it is questioned.

    ``others`` are the cards of other children: those it can be logged for in one step, or who may
    be its companions.

    ``subject`` is the entry, or the id of the rule, that it is about, if any. ``known`` is what
    the act's ``look`` found. ``made`` are the fields that the act has made ahead, by name.
    """

    desk: Desk
    case: Case
    at_desk: AtDesk
    forbidding: tuple[Rule, ...]
    parent: QWidget
    others: tuple[Card, ...] = ()
    subject: UUID | str | None = None
    known: Any = None
    made: Mapping[str, Field] | None = None


Save = Callable[..., Changes]
"""What saves an answer: called on the record lane with desk, case, answer and ``form=``."""


def told(desk: Desk, case_id: UUID, answer: Made, *, form: str) -> Changes:
    """Add the entry, or the several, that a form answered or that is looked up for its answer."""
    if callable(answer):
        answer = answer(desk)
    bodies = answer if isinstance(answer, tuple) else (answer,)
    return cases.add(desk, case_id, *bodies, form=form)


@dataclass(frozen=True, kw_only=True)
class Act:
    """One thing to do. ``when`` are the states of a case in which it makes sense.

    ``ask`` makes its form; None for what is more than one form (handing over, printing), which
    `CaseActions` does by the act's name. ``save`` saves what the form answers. ``hint``: its key
    stands at the foot of a page too, not only under F1 and in the palette.
    """

    name: str
    words: str
    meaning: str
    when: frozenset[State]
    key: str = ""
    hint: bool = True
    """Whether the foot of a page shows the key; F1 and the palette always do."""
    ask: Callable[[Asking], CaseForm] | None = None
    amends: tuple[FormSpec, ...] = ()
    """The described forms by which entries of their kinds can be amended too."""
    needs_others: bool = False
    look: Callable[[Desk, Case], Any] | None = None
    """What the form shows besides the case; found on the record lane."""
    ahead: tuple[Ask, ...] = ()
    """Of a form of many fields, the asks whose fields are made before it, in turns."""
    save: Save = told
    writes: bool = True
    """False for what is only looked at: whoever may read may do it."""

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
    "missing": (
        "This child left without leave and is missing",
        "Press B when it is back with us; all else that can be done stands under Ctrl+K.",
    ),
    "handed_over": ("This child was handed over", "If it came back to us, press B."),
    "ended": ("Our custody of this child has ended", "If it came back to us, press B."),
    "closed": ("This case is closed", "Press Enter to open the case."),
}


def form(spec: FormSpec, name: str, **more: Any) -> Act:
    """An act that asks one described form, by which its entry can be amended too."""
    return form_for(lambda _: spec, name, amends=(spec,), **more)


def form_for(choose: Callable[[Case], FormSpec], name: str, **more: Any) -> Act:
    """An act whose described form depends on how the case stands."""
    return Act(name=name, ask=lambda asking: _asked(choose(asking.case), asking), **more)


def _asked(spec: FormSpec, asking: Asking) -> AskedForm:
    made = AskedForm(spec, asking.case, asking.at_desk, asking.parent, forbidding=asking.forbidding)
    if spec.for_companions and asking.others:
        made.offer_companions(len(asking.others))
    return made
