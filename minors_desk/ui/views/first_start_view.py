"""First start in three steps: station and law, first supervisor, recovery sheet."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from minors_desk.errors import BadInput
from minors_desk.ui.dialogs.telephone_dialog import MOST
from minors_desk.ui.editors.pick_field import PickField
from minors_desk.ui.jurisdictions import CODE, all_jurisdictions, zones_of
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.field import Field, LineField, PassphraseField, first_wrong
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.spacing import ONE, TWO, column, flowing, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.kit.waiting_bar import WaitingBar
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.front import Front
from minors_desk.ui.views.new_folder import NewFolderField
from minors_desk.ui.views.practice_step import PracticeStep
from minors_desk.ui.views.recovery_step import RecoveryStep
from minors_desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from minors_desk.services.desk import Desk

RULE = "At least 15 characters. Four or more words that do not belong together are best."
FOLDER = "Minors Desk record"
_PRACTICE = 3
PROMISE = "Three steps, and the desk is open: your station, yourself, and the recovery sheet."


class FirstStartView(Front):
    """Makes a record. `done` carries its folder and the desk; `left` asks to sign in instead."""

    done = Signal(object, object)
    left = Signal()

    def __init__(self, place: Workplace, tasks: Tasks) -> None:
        super().__init__(PROMISE)
        self.setAccessibleName("First start")
        self._place, self._tasks = place, tasks
        self._desk: Desk | None = None
        self._steps = QStackedWidget()
        self.notice = Notice()
        self._progress = WaitingBar("The record is being made")
        self._make_station_fields()
        self._make_person_fields()
        self.recovery = RecoveryStep(tasks)
        self.practice = PracticeStep(place, tasks)
        self.go_on = Button("Go on", Kind.PRIMARY, "Enter")
        self.make = Button("Make the record", Kind.PRIMARY, "Enter")
        self._steps.addWidget(self._station_step())
        self._steps.addWidget(self._person_step())
        self._steps.addWidget(self.recovery)
        self._steps.addWidget(self.practice)
        self.body.addWidget(self.notice)
        self.body.addWidget(self._steps)
        self.go_on.clicked.connect(self._station_done)
        self.make.clicked.connect(self._person_done)
        self.recovery.confirmed.connect(lambda: self.done.emit(self.folder.folder(), self._desk))
        self.practice.made.connect(self.done)
        self.practice.left.connect(self.start)
        self.jurisdiction.changed.connect(self._offer_zones)
        self.zone.changed.connect(self._say_time)

    def start(self) -> None:
        """Show the first step and give its first field the focus."""
        self._steps.setCurrentIndex(0)
        self.station.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._steps.currentIndex()

    def desk(self) -> "Desk | None":
        """The desk of the record that was made, while it is not opened yet."""
        return self._desk or self.practice.desk()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.step() < 2:
                (self._station_done, self._person_done)[self.step()]()
            elif self.step() == _PRACTICE:
                self.practice.press()
            elif self.recovery.currentIndex() == 1:
                self.recovery.check()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()

    def _make_station_fields(self) -> None:
        self.station = LineField("Station", "Such as Area Central")
        self.agency = LineField("Agency", "May stay empty")
        self.telephone = LineField("Telephone", "Receipts print it; may stay empty", most=MOST)
        self.jurisdiction = PickField(
            "State or province", "Its law binds this desk", "US-IL or Illinois"
        )
        self.jurisdiction.offer([Choice(one.code, one.name) for one in all_jurisdictions()])
        self.zone = PickField("Time zone", "All clocks keep it", "America/Chicago")
        self.zone.offer([Choice(name, "") for name in zones_of("")])
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.folder = NewFolderField()
        self.folder.set_text(str(Path(QStandardPaths.writableLocation(documents)) / FOLDER))

    def _make_person_fields(self) -> None:
        self.login = LineField("Login", "Short, for you alone", most=64)
        self.name = LineField("Name", "As it stands on papers")
        self.badge = LineField("Badge number")
        self.passphrase = PassphraseField("Passphrase", RULE)
        self.again = PassphraseField("The same again")

    def _station_step(self) -> QWidget:
        step = QWidget()
        lines = column(step, gap=TWO)
        lines.addWidget(Label("1 of 3 · Station and law", TextRole.TITLE))
        lines.addWidget(self.station)
        lines.addLayout(side_by_side(self.agency, self.telephone))
        lines.addLayout(side_by_side(self.jurisdiction, self.zone))
        lines.addWidget(self.folder)
        choose = Button("Choose a folder…", Kind.SECONDARY)
        choose.clicked.connect(lambda: self.folder.choose(FOLDER))
        back = Button("Sign in to a record that is there…", Kind.PLAIN)
        back.clicked.connect(self.left)
        holder, buttons = flowing(ONE)
        self.practise = Button("Practice on an invented night…", Kind.PLAIN)
        self.practise.clicked.connect(self.begin_practice)
        for button in (self.go_on, choose, back, self.practise):
            buttons.addWidget(button)
        lines.addWidget(holder)
        lines.addStretch(1)
        return step

    def _person_step(self) -> QWidget:
        step = QWidget()
        lines = column(step, gap=TWO)
        lines.addWidget(Label("2 of 3 · First supervisor", TextRole.TITLE))
        lines.addWidget(Label("You can let in others later.", tone=Tone.MUTED, wrap=True))
        lines.addWidget(self.login)
        lines.addLayout(side_by_side(self.name, self.badge))
        lines.addWidget(self.passphrase)
        lines.addWidget(self.again)
        back = Button("Back", Kind.SECONDARY)
        back.clicked.connect(lambda: self._steps.setCurrentIndex(0))
        buttons = row(gap=ONE)
        buttons.addWidget(self.make)
        buttons.addWidget(back)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        lines.addWidget(self._progress)
        lines.addStretch(1)
        return step

    def begin_practice(self) -> None:
        """Make a record for practice in place of a real one."""
        self._steps.setCurrentIndex(_PRACTICE)
        self.practice.start(self.folder.folder())

    def _offer_zones(self) -> None:
        code = self.jurisdiction_code()
        if code is not None:
            zones = zones_of(code)
            if self.zone.value() not in zones:
                self.zone.set_text("")
            self.zone.offer([Choice(name, "") for name in zones])

    def jurisdiction_code(self) -> str | None:
        """The code that is meant: chosen, or typed as one that has no pack of its own yet."""
        typed = self.jurisdiction.text().strip().upper()
        return self.jurisdiction.value() or (typed if CODE.fullmatch(typed) else None)

    def _say_time(self) -> None:
        zone = self.zone.value()
        if zone is not None:
            local: datetime = self._place.clock().astimezone(ZoneInfo(zone))
            self.zone.set_hint(f"There it is now {local:%H:%M %Z}")

    def _station_done(self) -> None:
        wrong = first_wrong(
            [
                (self.station, lambda: _needed(self.station, "Write the station's name.")),
                (
                    self.jurisdiction,
                    lambda: None if self.jurisdiction_code() else "Choose one, or write US-IL.",
                ),
                (self.zone, lambda: None if self.zone.value() else "Choose one of the list."),
                (self.folder, self.folder.wrong),
            ]
        )
        if wrong is None:
            self.notice.say_nothing()
            self._steps.setCurrentIndex(1)
            self.login.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person_done(self) -> None:
        if not self._progress.isHidden():
            return
        wrong = first_wrong(
            [
                (self.login, lambda: _needed(self.login, "Write a login.")),
                (self.name, lambda: _needed(self.name, "Write your name.")),
                (self.badge, lambda: _needed(self.badge, "Write your badge number.")),
                (
                    self.passphrase,
                    lambda: None if len(self.passphrase.text()) >= 15 else RULE,
                ),
                (
                    self.again,
                    lambda: (
                        None
                        if self.again.text() == self.passphrase.text()
                        else "The two are not the same."
                    ),
                ),
            ]
        )
        if wrong is None:
            self._found()

    def _found(self) -> None:
        """Make the record in the other lane: the key of the first passphrase takes a while."""
        self._busy(True)
        self.notice.say_nothing()
        texts = {
            "station": self.station.text().strip(),
            "agency": self.agency.text().strip(),
            "telephone": self.telephone.text().strip(),
            "jurisdiction": self.jurisdiction_code() or "",
            "zone": self.zone.value() or "",
            "login": self.login.text().strip(),
            "name": self.name.text().strip(),
            "badge": self.badge.text().strip(),
        }
        folder, phrase = self.folder.folder(), self.passphrase.text()
        clock = self._place.clock

        def work() -> "tuple[Desk, str]":
            from minors_desk.services import signing_in

            return signing_in.found(folder, signing_in.Founding(**texts), phrase, clock=clock)

        self._tasks.aside(self, work, self._founded, self._failed)

    def _founded(self, made: "tuple[Desk, str]") -> None:
        self._busy(False)
        self._desk, key = made
        for field in (self.passphrase, self.again):
            field.set_text("")
        desk = self._desk
        self.recovery.show_key(key, lambda: sheet(desk, key, self._place.clock()))
        self._steps.setCurrentIndex(2)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, BadInput) and error.field == "passphrase":
            self.passphrase.set_error(str(error))
        else:
            self.notice.tell(error)

    def _busy(self, busy: bool) -> None:
        self.make.set_busy(busy, "Making the record…")
        self._progress.setVisible(busy)


def side_by_side(left: Field, right: Field) -> QHBoxLayout:
    """Two short fields on one line."""
    line = row(gap=TWO)
    for field in (left, right):
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return line


def sheet(desk: "Desk", key: str, now: datetime) -> str:
    """The text of the recovery sheet: how to use it, the key, the first key's fingerprint."""
    first = next(chain for chain, who in desk.station.keys.items() if who == desk.person.id)
    local = now.astimezone(ZoneInfo(desk.zone))
    groups = "\n".join(f"  {n}  {group}" for n, group in enumerate(key.split("-"), start=1))
    return (
        "MINORS DESK - RECOVERY SHEET\n"
        "Lock this away like evidence. Whoever holds it can open the record.\n\n"
        f"Station      {desk.founded.station}\n"
        f"Made         {local:%Y-%m-%d %H:%M %Z}\n"
        f"First key    {first.hex()}\n\n"
        f"Recovery key, eight groups:\n{groups}\n"
    )


def _needed(field: Field, sentence: str) -> str | None:
    return sentence if field.is_empty() else None
