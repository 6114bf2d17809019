"""New encounter: where, when and how a child was met; a clock runs within seconds of it."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from minors_desk.domain.bodies import Body
from minors_desk.domain.companions import Relation
from minors_desk.domain.encounter import Encountered, LegalClass, SexAsSeen
from minors_desk.domain.facts import FactTold
from minors_desk.domain.links import CaseLinked
from minors_desk.domain.values import PersonName
from minors_desk.services.companions import SeenChild
from minors_desk.ui.dialogs.form import AtDesk, Checks, WhenAndWho, as_choices, needed
from minors_desk.ui.editors import typed_children
from minors_desk.ui.editors.earlier_field import EarlierField
from minors_desk.ui.editors.typed_age import EXAMPLES, NoAge, parse_age
from minors_desk.ui.editors.typed_children import NoChild, meaning, parse_children
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import Field, LineField, first_wrong
from minors_desk.ui.kit.spacing import THREE, TWO, column, row
from minors_desk.ui.kit.tokens import GRID

_WIDE = 110 * GRID


class EncounterDialog(Ask):
    """Answers an `Encountered`. `new_id` makes the id that ties children met together.

    More than seven fields, because all of them are seen in one look and only two are asked for:
    where and when. Everything else can come later. Children met together are typed on one line:
    `others` are those beside the one that is answered, `relation` what they are to each other.
    What is typed as a name is looked for meanwhile; `earlier` shows what was found, and holds up
    nothing. `more` is what is known besides the encounter.
    """

    form = "encountered"
    least_width = _WIDE

    def __init__(
        self, at_desk: AtDesk, new_id: Callable[[], UUID], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "New encounter",
            "Save encounter",
            "Where and when are enough to begin. The child may stay unnamed for now.",
            parent,
        )
        self._new_id = new_id
        self.name = LineField(
            "Name, as the child says it",
            "May stay open. Finds earlier records while you type.",
        )
        self.earlier = EarlierField()
        self.earlier.hide()
        self.place = LineField("Where", "Address or place, as you would say it on the radio")
        self.how_found = LineField("How the child was found", "Such as: alone in a store")
        self.when = WhenAndWho(at_desk.now, at_desk.zone)
        self.together = LineField("Found together with", typed_children.EXAMPLES)
        self.tie = ChoiceField("They are to each other", as_choices("companion_relation"))
        self.tie.hide()
        self.age = LineField("Looks how old", EXAMPLES, most=20)
        self.sex = ChoiceField("Sex as seen", as_choices("sex"))
        self.legal_class = ChoiceField(
            "Legal class",
            as_choices("legal_class", "legal_class_meaning"),
            "Left open, the child counts as non-offender: never locked up.",
        )
        self._lay_out()
        self.when.grew.connect(self._grow)
        self.together.changed.connect(self._look)
        self.earlier.filled.connect(self._show_earlier)
        self.earlier.walked_from(self.name.control)
        QShortcut(QKeySequence("N"), self).activated.connect(self.when.time.write_now)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {
            "name": self.name,
            "earlier": self.earlier,
            "place": self.place,
            "how_found": self.how_found,
            "together": self.together,
            "tie": self.tie,
            "age": self.age,
            "sex": self.sex,
            "legal_class": self.legal_class,
            **self.when.fields(),
        }

    def answer(self) -> Encountered | None:
        """The entry, or None when a field is wrong."""
        checks: Checks = [
            (self.name, self._name_wrong),
            (self.place, lambda: needed(self.place, "Write where the child was met.")),
            *self.when.checks(),
            (self.together, self._together_wrong),
            (self.age, self._age_wrong),
        ]
        if first_wrong(checks) is not None:
            return None
        return Encountered(
            encounter_id=self._new_id(),
            place=self.place.text(),
            how_found=self.how_found.text(),
            apparent_age=parse_age(self.age.text()),
            apparent_sex=cast(SexAsSeen | None, self.sex.value()),
            legal_class=cast(LegalClass | None, self.legal_class.value()),
            **self.when.said(),
        )

    def more(self) -> tuple[Body, ...]:
        """The name that was said, and the earlier case of this child; only when answered."""
        said, known = self.when.said(), list[Body]()
        if not self.name.is_empty():
            value = PersonName(as_said=self.name.text())
            known.append(FactTold(fact="name", value=value, source="said", **said))
        other = self.earlier.tied()
        if other is not None:
            known.append(CaseLinked(other=other, why="same_child_another_night", **said))
        return tuple(known)

    def others(self) -> tuple[SeenChild, ...]:
        """The children met together with this one; call it only when the form was answered."""
        return parse_children(self.together.text())

    def relation(self) -> Relation:
        """What the children are to each other; not known until somebody chose."""
        return cast(Relation, self.tie.value() or "not_known")

    def _lay_out(self) -> None:
        """What happened at the left, who was seen at the right; Tab goes down, then across."""
        holder = QWidget()
        both = row(holder, gap=THREE)
        for fields in (
            (self.name, self.place, self.how_found, self.when, self.together, self.tie),
            (self.earlier, self.age, self.sex, self.legal_class),
        ):
            side = column(gap=TWO)
            for field in fields:
                side.addWidget(field)
            side.addStretch(1)
            both.addLayout(side, 1)
        self.add(holder)

    def _grow(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _show_earlier(self, some: bool) -> None:
        if some is self.earlier.isHidden():
            self.earlier.setVisible(some)
            self._grow()

    def _name_wrong(self) -> str | None:
        if any(sign.isdigit() for sign in self.name.text()):
            return "A name has no digits. Empty this line, or write the name only."
        return None

    def _look(self) -> None:
        """Say which children are meant, and ask what they are to each other."""
        told = () if self._together_wrong() else self.others()
        self.together.set_hint(meaning(told) if told else typed_children.EXAMPLES)
        if bool(told) is self.tie.isHidden():
            self.tie.setVisible(bool(told))
            self._grow()

    def _together_wrong(self) -> str | None:
        try:
            parse_children(self.together.text())
        except NoChild as error:
            return str(error)
        return None

    def _age_wrong(self) -> str | None:
        try:
            parse_age(self.age.text())
        except NoAge as error:
            return str(error)
        return None
