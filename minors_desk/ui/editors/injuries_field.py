"""Injuries as they are seen, pointed at on an outline of the body or named by key."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from minors_desk.domain.answers import NoAnswer
from minors_desk.domain.screening import BodyPart, BodySide, Injury, InjuryKind
from minors_desk.ui.dialogs.form import as_choices
from minors_desk.ui.editors.parts_field import PartsField
from minors_desk.ui.editors.pick_field import PickField
from minors_desk.ui.kit.body_map import BodyMap
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field, LineField, first_wrong
from minors_desk.ui.kit.spacing import ONE, TWO, column, row
from minors_desk.wording.codes import choices, word
from minors_desk.wording.things import injury_words

_NONE = "none"


class InjuriesField(PartsField):
    """The value is a tuple of `Injury`, the code of no answer, or None while nobody looked."""

    kind = Injury
    add_words = "Add this injury"
    unfinished = "Finish this injury, or empty it."

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        self._photos: tuple[UUID, ...] = ()
        self._parts = {words: code for code, words in choices("body_part")}
        self.map = BodyMap()
        self.none = ChoiceField(
            f"{label}: none", [Choice(_NONE, "None seen"), *as_choices("no_answer")]
        )
        self.none.bare()
        self.part = PickField("Part of the body", placeholder="Click it, or type")
        self.part.offer([Choice(words, "") for words in self._parts])
        self.side = ChoiceField("Side, as the child has it", as_choices("body_side"))
        self.injury = ChoiceField("What is seen", as_choices("injury"))
        self.note = LineField("In words", placeholder="Size, colour, how it came about as told")
        right, line = column(gap=ONE), row(gap=TWO)
        for field in (self.none, self.part, self.side, self.injury, self.note, self.add):
            right.addWidget(field)
        right.addStretch(1)
        line.addWidget(self.map)
        line.addLayout(right, 1)
        self.page.insertLayout(0, line)
        self.setFocusProxy(self.part)
        self.map.pointed.connect(self.point)
        for one in (self.part, self.side):
            one.changed.connect(self._ring)
        self.none.changed.connect(self.changed)
        self.changed.connect(self._look)
        self.listen()

    def point(self, part: str, side: str) -> None:
        """What a click on the outline does: name part and side; the next is what is seen."""
        self.part.set_text(word("body_part", part))
        self.side.set_value(side)
        self.injury.setFocus()

    def typed(self) -> Mapping[str, Field]:
        """The fields of an injury."""
        return {
            "part": self.part,
            "side": self.side,
            "injury": self.injury,
            "note": self.note,
        }

    def read_typed(self) -> Injury | None:
        """The injury, or None after saying what is wrong."""
        checks = [
            (self.part, lambda: None if self._part() else "Choose a part of the list."),
            (self.injury, lambda: "Choose what is seen." if self.injury.is_empty() else None),
        ]
        if first_wrong(checks) is not None:
            return None
        return Injury(
            part=cast(BodyPart, self._part()),
            side=cast(BodySide | None, self.side.value()),
            injury=cast(InjuryKind, self.injury.value()),
            words=self.note.text(),
            photos=self._photos,
        )

    def fill_typed(self, part: Injury) -> None:
        """Show an injury again, to be changed."""
        self.part.set_text(word("body_part", part.part))
        self.side.set_value(part.side)
        self.injury.set_value(part.injury)
        self.note.set_text(part.words)
        self._photos = part.photos

    def clear_typed(self) -> None:
        """Empty the fields for the next injury."""
        self._photos = ()
        super().clear_typed()

    def words(self, part: Injury, place: int) -> str:
        """``1.  Knee, left · Scrape · two fingers long``."""
        return f"{place}.  {injury_words(part)}"

    def value(self) -> tuple[Injury, ...] | NoAnswer | None:  # type: ignore[override]
        """What was seen; *none seen* is an empty list."""
        if self.parts:
            return tuple(self.parts)
        answer = self.none.value()
        return () if answer == _NONE else cast(NoAnswer | None, answer)

    def set_value(self, value: tuple[Injury, ...] | NoAnswer) -> None:  # type: ignore[override]
        """Show what an entry says."""
        if isinstance(value, str):
            self.none.set_value(value)
        else:
            self.none.set_value(None if value else _NONE)
            super().set_value(value)

    def is_empty(self) -> bool:
        """Whether nobody looked, and nothing is typed."""
        return super().is_empty() and self.none.is_empty()

    def kept(self) -> str:
        """The list of injuries, or that there is none."""
        return (self.none.value() or "") if super().is_empty() else super().kept()

    def restore(self, text: str) -> None:
        """Put it back."""
        none = {_NONE, *(one.value for one in as_choices("no_answer"))}
        self.none.set_value(text if text in none else None)
        super().restore("" if text in none else text)

    def _part(self) -> str | None:
        return self._parts.get(self.part.value() or "")

    def _ring(self) -> None:
        self.map.choose(self._part() or "", self.side.value() or "")

    def _look(self) -> None:
        self.map.set_marks([(one.part, one.side or "") for one in self.parts])
        self.none.setVisible(not self.parts)
