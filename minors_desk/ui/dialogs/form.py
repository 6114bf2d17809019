"""What forms about a child share: whose form it is, when it happened, why so late, and who."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast, get_args
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from minors_desk.domain.admission import LATE
from minors_desk.domain.answers import NoAnswer
from minors_desk.domain.bodies import How, LateReason, SecondPerson
from minors_desk.domain.case import Case
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import Field, LineField
from minors_desk.ui.kit.spacing import ONE, TWO, column, row
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.time_field import TimeField
from minors_desk.ui.kit.tokens import GRID
from minors_desk.wording.codes import choices, word
from minors_desk.wording.phrases import joined
from minors_desk.wording.places import is_offered
from minors_desk.wording.sentences import case_title

Checks = list[tuple[Field, Callable[[], str | None]]]
"""Fields with what says whether they are wrong, in the order of the form."""
TITLE_SHOWN = 80
_WITH_NO_ANSWER = frozenset({"answer", "no_answer", "consent_by", "indicator_answer"})
PAIRED = 96 * GRID
"""The width of a form whose fields stand in pairs, so that it needs no scrolling in large text."""


@dataclass(frozen=True, slots=True)
class AtDesk:
    """Who asks and where: the present instant (UTC), the station's zone, officer and station.

    ``new_id`` makes an id for what has none yet, such as a person who is told of. What makes no
    sense in its ``jurisdiction`` is not offered.
    """

    now: Callable[[], datetime]
    zone: ZoneInfo
    officer: str
    station: str
    new_id: Callable[[], UUID]
    jurisdiction: str = ""


class CaseForm(Ask):
    """A form about one child, whose title and number stand under the heading.

    `form` names its draft; `fields` are what a draft keeps. N writes the time now wherever no
    text is being typed.
    """

    form = ""
    when_label = "When it happened"

    def __init__(
        self, heading: str, action: str, case: Case, at_desk: AtDesk, parent: QWidget | None
    ) -> None:
        who = joined(capped(case_title(case, at_desk.zone.key), TITLE_SHOWN), case.number)
        super().__init__(heading, action, who, parent)
        self.case, self.at_desk = case, at_desk
        self.when = WhenAndWho(at_desk.now, at_desk.zone, self.when_label)
        self.when.grew.connect(self.fit_again)
        QShortcut(QKeySequence("N"), self).activated.connect(self.when.time.write_now)

    def fields(self) -> dict[str, Field]:
        """The fields of the form by the name under which a draft keeps them."""
        raise NotImplementedError

    def fit_again(self) -> None:
        """Grow with fields that came to sight, once they are laid out."""
        QTimer.singleShot(0, self, self._fit)


class WhenAndWho(QWidget):
    """When it happened, the reason when that is long ago, and who did it if not the author.

    `grew` tells that fields came to sight or went.
    """

    grew = Signal()

    def __init__(
        self, now: Callable[[], datetime], zone: ZoneInfo, label: str = CaseForm.when_label
    ) -> None:
        super().__init__()
        self._now = now
        self.time = TimeField(label, now, zone)
        self.late = ChoiceField("Why it is written down late", as_choices("late"))
        self.name = LineField("Who did it")
        self.badge = LineField("Their badge")
        ways = [one for one in as_choices("how_second") if one.value != "own_passphrase"]
        self.how = ChoiceField("How they stand behind it", ways)
        self._other = Button("Somebody else did it", Kind.SEGMENT, icon="person")
        self._other.setCheckable(True)
        self._second = QWidget()
        second = column(self._second, gap=ONE)
        person = row(gap=TWO)
        person.addWidget(self.name, 2)
        person.addWidget(self.badge, 1)
        second.addLayout(person)
        second.addWidget(self.how)
        lines = column(self, gap=TWO)
        for widget in (self.time, self.late, self._other, self._second):
            lines.addWidget(widget)
        self._may_be_late = True
        self.late.hide()
        self._second.hide()
        self.time.changed.connect(self._look)
        self._other.toggled.connect(self._show_second)
        self.name.changed.connect(self._named)

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {
            "when": self.time,
            "late": self.late,
            "by": self.name,
            "by_badge": self.badge,
            "by_how": self.how,
        }

    def checks(self) -> Checks:
        """What must be right before the form can be answered."""
        found: Checks = [(self.time, self._time_wrong)]
        if self._is_late():
            self._look()
            found.append((self.late, lambda: needed(self.late, "Choose why.")))
        if self._other.isChecked():
            found.append((self.name, lambda: needed(self.name, "Write who did it.")))
            found.append((self.how, lambda: needed(self.how, "Choose one.")))
        return found

    def said(self) -> dict[str, Any]:
        """The common fields of a body; call it only when the checks found nothing wrong."""
        typed = self.time.value()
        if typed is None:
            raise ValueError("the time was not checked")
        late = cast(LateReason | None, self.late.value()) if self._is_late() else None
        person = None
        if self._other.isChecked():
            how = cast(How, self.how.value() or "named_only")
            person = SecondPerson(name=self.name.text(), badge=self.badge.text(), how=how)
        return {
            "occurred_at": typed.instant,
            "precision": typed.precision,
            "late_because": late,
            "done_by": person,
        }

    def never_late(self) -> None:
        """Ask no reason for writing late: for a correction, whose own time is now."""
        self._may_be_late = False
        self._look()

    def _is_late(self) -> bool:
        typed = self.time.value()
        return self._may_be_late and typed is not None and self._now() - typed.instant > LATE

    def _look(self) -> None:
        late = self._is_late()
        if late is self.late.isHidden():
            self.late.setVisible(late)
            self.grew.emit()

    def _time_wrong(self) -> str | None:
        if self.time.is_empty():
            return "Write when it was; the key N writes the time now."
        return self.time.error() or None

    def _show_second(self, shown: bool) -> None:
        self._second.setVisible(shown)
        if shown:
            self.name.setFocus()
        self.grew.emit()

    def _named(self) -> None:
        if not self.name.is_empty():
            self._other.setChecked(True)


def beside(*fields: QWidget) -> QWidget:
    """Fields side by side, their labels on one line."""
    holder = QWidget()
    line = row(holder, gap=TWO)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return holder


def as_choices(codes: str, meanings: str = "", jurisdiction: str = "") -> list[Choice]:
    """The choices of a list of codes in its order, with what each means from another list.

    In a list of answers the four that are no value stand aside. On a button a word begins with a
    capital, though the log writes it in the middle of a sentence. Of a ``jurisdiction`` only what
    makes sense there is offered.
    """
    aside = frozenset(get_args(NoAnswer)) if codes in _WITH_NO_ANSWER else frozenset()
    return [
        Choice(
            code,
            words[:1].upper() + words[1:],
            word(meanings, code) if meanings else "",
            aside=code in aside,
        )
        for code, words in choices(codes)
        if is_offered(codes, code, jurisdiction)
    ]


def needed(field: Field, sentence: str) -> str | None:
    """The sentence when nothing stands in the field."""
    return sentence if field.is_empty() else None
