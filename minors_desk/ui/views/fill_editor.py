"""What the chosen field of a form is filled with: a fact out of a list, and its format."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from minors_desk.services import official_forms
from minors_desk.services.official_forms import Fill, FormField, KnownFact
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.pick_list import ListRow, PickList
from minors_desk.ui.kit.spacing import ONE, column, flowing
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.phrases import joined

FIXED = "="
"""In the list of facts: the same text for every case."""
_WHOLE = "whole"
_PARTS = (
    Choice(_WHOLE, "As told"),
    Choice("given", "Given"),
    Choice("family", "Family"),
    Choice("second_family", "2nd family"),
    Choice("family_given", "Family, given"),
)
_DAY, _TIME = "MM/DD/YYYY", "MM/DD/YYYY HH:mm"
_PAIRS = "girl = F, boy = M"


class FillEditor(QWidget):
    """Edits one fill. `filled` carries (name of the field, the fill or None for left empty)."""

    filled = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._field: FormField | None = None
        self._facts = {one.name: one for one in official_forms.facts()}
        self.title = Label("", TextRole.STRONG, wrap=True)
        self.detail = Label("", TextRole.SMALL, tone=Tone.MUTED, wrap=True)
        self.facts = PickList("Filled with", "", "Find a fact: name, birth, mother")
        self.facts.offer(self._rows())
        self.text = LineField("The text", "The same for every case")
        self.date = LineField("Order", "YYYY YY MM MMM DD HH mm, or hh mm ap")
        self.part = ChoiceField("Which part of the name", _PARTS)
        self.when = LineField("Tick it when it is", "")
        self.state = LineField("Its state", "")
        self.pairs = LineField("Which choice for which value", "", placeholder=_PAIRS)
        self.take = Button("Fill with it", Kind.PRIMARY, "Enter")
        self.leave = Button("Leave empty", Kind.SECONDARY, "Del")
        lines = column(self, gap=ONE)
        for widget in (self.title, self.detail):
            lines.addWidget(widget)
        lines.addWidget(self.facts, 1)
        self._extras = (self.text, self.date, self.part, self.when, self.state, self.pairs)
        for extra in self._extras:
            lines.addWidget(extra)
        buttons, flow = flowing(ONE)
        flow.addWidget(self.take)
        flow.addWidget(self.leave)
        lines.addWidget(buttons)
        self.facts.changed.connect(self._look)
        self.facts.taken.connect(self.fill_it)
        self.take.clicked.connect(self.fill_it)
        self.leave.clicked.connect(self.leave_it)
        self.show_field(None, None)

    def show_field(self, field: FormField | None, fill: Fill | None) -> None:
        """Show what that field is filled with; None: no field is chosen."""
        self._field = field
        self.setEnabled(field is not None)
        self.title.setText("Point at a field" if field is None else official_forms.label_of(field))
        self.detail.setText("" if field is None else _detail(field))
        given = fill or Fill()
        self.facts.search.clear()
        self.facts.set_value((FIXED if given.text else given.fact) or None)
        self.text.set_text(given.text)
        self.date.set_text(given.date)
        self.part.set_value(given.part or _WHOLE)
        self.when.set_text(", ".join(given.when))
        self.state.set_text(given.state)
        self.pairs.set_text(", ".join(f"{key} = {one}" for key, one in given.choose.items()))
        self._look()

    def fill_it(self) -> None:
        """Fill the field with what is chosen, or say in place what is wrong with that."""
        field = self._field
        if field is None:
            return
        fill = self.said()
        wrong = official_forms.wrong_with(field, fill)
        self._tell(wrong)
        if wrong is None:
            self.filled.emit(field.name, fill)

    def leave_it(self) -> None:
        """Leave the field to whoever completes the form."""
        if self._field is not None:
            self._tell(None)
            self.filled.emit(self._field.name, None)

    def said(self) -> Fill:
        """The fill as it is chosen and typed, right or wrong."""
        value = self.facts.value() or ""
        if value == FIXED:
            return Fill(text=self.text.text().strip())
        shown: dict[str, Any] = {}
        if not self.date.isHidden():
            shown["date"] = self.date.text().strip()
        part = self.part.value()
        if not self.part.isHidden() and part != _WHOLE:
            shown["part"] = part
        if not self.when.isHidden():
            shown["when"] = tuple(_listed(self.when.text()))
            shown["state"] = self.state.text().strip()
        if not self.pairs.isHidden():
            shown["choose"] = _paired(self.pairs.text())
        return Fill(fact=value, **shown)

    def fact(self) -> KnownFact | None:
        """The fact that is chosen."""
        return self._facts.get(self.facts.value() or "")

    def _look(self) -> None:
        """Show only what the field and the fact ask for."""
        fact, field = self.fact(), self._field
        kind = "" if field is None else field.kind
        is_box = kind in ("checkbox", "radio")
        self.text.setVisible(self.facts.value() == FIXED)
        self.date.setVisible(fact is not None and fact.kind in ("day", "time") and not is_box)
        self.part.setVisible(fact is not None and fact.kind == "name" and not is_box)
        self.when.setVisible(fact is not None and kind == "checkbox")
        states = () if field is None else field.states
        self.state.setVisible(not self.when.isHidden() and len(states) > 1)
        needs_pairs = kind == "radio" or (fact is not None and bool(fact.codes) and not is_box)
        self.pairs.setVisible(fact is not None and needs_pairs)
        if fact is not None and not self.date.isHidden() and self.date.is_empty():
            self.date.set_text(_DAY if fact.kind == "day" else _TIME)
        codes = "" if fact is None else ", ".join(fact.codes)
        self.when.set_hint(f"One or more of: {codes}" if codes else "The words of the fact")
        self.state.set_hint(f"One of: {', '.join(states)}")
        self.pairs.set_hint(_pairs_hint(field, codes))
        # What is chosen comes to sight once the fields below have taken their room.
        QTimer.singleShot(0, self, self._show_chosen)

    def _show_chosen(self) -> None:
        made = self.facts.list.currentItem()
        if made is not None:
            self.facts.list.scrollToItem(made, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _tell(self, wrong: str | None) -> None:
        self.facts.set_error(wrong)

    def _rows(self) -> list[ListRow]:
        fixed = ListRow(value=FIXED, title="A fixed text", detail="the same for every case")
        return [
            fixed,
            *(
                ListRow(
                    value=one.name, title=one.label, detail=joined(one.name, ", ".join(one.codes))
                )
                for one in self._facts.values()
            ),
        ]


def _detail(field: FormField) -> str:
    """What the form says of the field, in one line."""
    kinds = {
        "text": "text",
        "checkbox": "box to tick",
        "radio": "one of several boxes",
        "choice": "list to choose from",
    }
    return joined(
        f"page {field.page}",
        kinds.get(field.kind, field.kind),
        f"at most {field.max_len} characters" if field.max_len else "",
        "one in each cell" if field.is_comb else "",
        "must be filled" if field.is_required else "",
        field.name.rpartition(".")[2],
    )


def _pairs_hint(field: FormField | None, codes: str) -> str:
    if field is None:
        return ""
    offered: Sequence[str] = field.states or [value for value, _shown in field.choices]
    shown = ", ".join(offered[:12])
    return joined(f"Values: {codes}" if codes else "", f"choices: {shown}" if shown else "")


def _listed(text: str) -> list[str]:
    return [one for one in (part.strip() for part in text.split(",")) if one]


def _paired(text: str) -> dict[str, str]:
    """``girl = F, boy = M`` as pairs; what has no sign stands for nothing."""
    pairs = (part.partition("=") for part in _listed(text))
    return cast("dict[str, str]", {key.strip(): one.strip() for key, _sign, one in pairs})
