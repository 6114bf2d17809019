"""Record health: when it was backed up and checked, how large it is; backed up, checked, renewed.

It holds nothing of a case, so that an administrator may see it.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from minors_desk.domain.changes import Changes
from minors_desk.domain.when import in_zone
from minors_desk.services import health, keeping, verifying
from minors_desk.services.health import Health
from minors_desk.services.keeping import Made
from minors_desk.services.verifying import Report
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import HALF, ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.kit.work_line import WorkLine
from minors_desk.ui.tasks import Lane, Progress, Stopped
from minors_desk.ui.views.page import Lanes, Page
from minors_desk.ui.views.record_sections import show_backup, show_check, show_record
from minors_desk.wording.phrases import joined
from minors_desk.wording.record import restore_command, size_words
from minors_desk.wording.telling.backups import verified_words

T = TypeVar("T")
MOST_TOLD = 12
_KEYS = (
    KeyHint("B", "back up now"),
    KeyHint("V", "verify now"),
    KeyHint("I", "make the index again"),
    KeyHint("Esc", "stop what runs"),
    KeyHint("F1", "keys"),
)
_RESTORE = (
    "A backup is brought back on the command line, into a folder of its own: nothing is written"
    " over. The passphrase is that of the time of the backup. With --record and the folder of this"
    " record it says what this one holds beyond the backup."
)


class RecordView(Page):
    """What is known of the record at the left, what can be done with it above, one at a time."""

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, "Record health")
        self.backup, self.check = Section("Backup"), Section("Verification")
        self.record, self.restoring = Section("Record"), Section("Bringing a backup back")
        self.backup_button = Button("Back up now", Kind.PRIMARY, "B")
        self.verify_button = Button("Verify now", Kind.SECONDARY, "V")
        self.index_button = Button("Make the index again", Kind.SECONDARY, "I")
        self.work = WorkLine()
        self.problems = Section("What was found wrong")
        self._below = Elided("", tone=Tone.MUTED)
        self._running: Progress | None = None
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.verify_button)
        self.problems.hide()

    def reload(self) -> None:
        """Read it again."""
        self.tasks.on_record(self, lambda: health.read(self.desk), self._show, self.tell)

    def showEvent(self, event: QShowEvent) -> None:
        """Read when the page comes to sight."""
        super().showEvent(event)
        self.reload()

    def choose_backup(self) -> None:
        """B: ask for the folder that the backup goes to; its name is made of the time."""
        if self._running is not None or self.current() is not None:
            return
        ask = QFileDialog(self, "Folder for the backup, best on another disk")
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setFileMode(QFileDialog.FileMode.Directory)
        ask.setOption(QFileDialog.Option.ShowDirsOnly)
        ask.fileSelected.connect(lambda path: self.back_up_to(Path(path)))
        self.show_over(ask)

    def back_up_to(self, folder: Path) -> None:
        """Make a backup in that folder; others go on saving meanwhile."""
        now = in_zone(self.desk.clock(), self.desk.zone)
        file = folder / f"minors-desk-{now:%Y%m%d-%H%M%S}.backup"

        def made(backup: Made) -> None:
            self.tasks.on_record(
                self,
                lambda: keeping.note_copy(self.desk, backup, file),
                partial(self._ended, "The backup was made and proved", file.name),
                self.tell,
            )

        self._run(
            "Making a backup and proving it",
            lambda progress: keeping.copy_to(self.desk, file, progress.at),
            made,
        )

    def verify(self) -> None:
        """V: check every entry, the files and the index; others go on saving meanwhile."""
        self._run(
            "Checking the whole record",
            lambda progress: verifying.verify_record(self.desk, progress=progress.at),
            self._checked,
        )

    def rebuild(self) -> None:
        """I: make lists and search again from the log; saving waits until it is done."""
        self._run(
            "Making the index again; what is saved meanwhile waits",
            lambda progress: verifying.rebuild_index(self.desk, progress.at),
            lambda count: self._ended("The index was made again", _cases(count), Changes()),
            lane=Lane.RECORD,
        )

    def stop(self) -> None:
        """Esc: stop what runs, at its next step."""
        if self._running is not None:
            self._running.cancel()
            self.work.stopping("It stops at its next step")

    def _run(
        self,
        words: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        lane: Lane = Lane.ASIDE,
    ) -> None:
        if self._running is not None:
            return
        self.notice.say_nothing()
        self.problems.hide()
        self.work.begin(words)
        self._offer(runs=True)

        def finished(result: T) -> None:
            self._rest()
            done(result)

        def failed(error: Exception) -> None:
            self._rest()
            if isinstance(error, Stopped):
                self.notice.show_words(Tone.AMBER, "It was stopped", "Nothing was changed by it")
            else:
                self.tell(error)

        self._running = self.tasks.long(self, work, finished, failed, self.work.step, lane=lane)

    def _rest(self) -> None:
        self._running = None
        self._offer(runs=False)  # while its button is still there to have the focus
        self.work.end()

    def _offer(self, *, runs: bool) -> None:
        buttons = (self.backup_button, self.verify_button, self.index_button)
        had = any(one.hasFocus() for one in buttons) or self.work.button.hasFocus()
        for one in buttons:
            one.setEnabled(not runs)
        if had:
            (self.work.button if runs else self.verify_button).setFocus()

    def _checked(self, report: Report) -> None:
        def noted(changes: Changes | None) -> None:
            if changes is not None:
                self.bus.publish(changes)
            self._tell_report(report, written=changes is not None)

        def not_noted(_: Exception) -> None:
            self._tell_report(report, written=False)

        self.tasks.on_record(
            self, lambda: verifying.note_verified(self.desk, report), noted, not_noted
        )

    def _tell_report(self, report: Report, *, written: bool) -> None:
        unsaid = "" if written else "This answer could not be written down in the log"
        if report.good:
            told = joined(f"{report.counts['entries']} entries", *report.notes, unsaid)
            self.notice.show_words(Tone.GREEN, "The record is whole and unchanged", told)
            return
        hint = "Keep a copy of the folder, write nothing more, and bring the last backup back"
        self.notice.show_words(
            Tone.RED, f"Not verified: {verified_words(len(report.problems))}", joined(hint, unsaid)
        )
        self.problems.clear_rows()
        for number, one in enumerate(report.problems[:MOST_TOLD], 1):
            self.problems.add_row(str(number), one.sentence)
        more = len(report.problems) - MOST_TOLD
        if more > 0:
            self.problems.add_row("", f"and {more} more: run `minors-desk verify`")
        self.problems.show()

    def _ended(self, title: str, hint: str, changes: Changes) -> None:
        self.bus.publish(changes)
        self.reload()
        self.notice.show_words(Tone.GREEN, title, hint)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.kinds & {"backup_made", "record_verified"}:
            self.reload()

    def _show(self, found: Health) -> None:
        counted = found.measures
        size, entries = size_words(counted.size + counted.attached), f"{counted.entries} entries"
        self._below.setText(joined(size, _cases(counted.cases), entries))
        show_backup(self.backup, found, self.desk.zone)
        show_check(self.check, found, self.desk.zone)
        show_record(self.record, found, self.desk.zone)

    def _connect(self) -> None:
        for key, button, act in (
            ("B", self.backup_button, self.choose_backup),
            ("V", self.verify_button, self.verify),
            ("I", self.index_button, self.rebuild),
        ):
            button.clicked.connect(lambda _=False, a=act: a())
            self.key(key, act)
        self.key("Esc", self.stop)
        self.work.stop_asked.connect(self.stop)

    def _lay_out(self) -> None:
        head = row(gap=ONE)
        head.addWidget(Label("Record health", TextRole.TITLE), 1)
        for button in (self.index_button, self.verify_button, self.backup_button):
            head.addWidget(button)
        top = column(gap=HALF)
        top.addLayout(head)
        top.addWidget(self._below)
        self.restoring.add(Label(_RESTORE, wrap=True))
        self.restoring.add(_command(restore_command(self.desk.person.login)))
        held = QWidget()
        both = row(held, gap=TWO)
        told = (self.problems, self.backup, self.check, self.restoring)
        for sections in (told, (self.record,)):
            side = column(gap=TWO)
            for section in sections:
                side.addWidget(section)
            side.addStretch(1)
            both.addLayout(side, 1)
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        lines.addLayout(top)
        lines.addWidget(self.notice)
        lines.addWidget(self.work)
        lines.addWidget(Scroll(held), 1)
        lines.addWidget(KeyHints(_KEYS))


def _command(words: str) -> Label:
    """A command that can be selected and copied."""
    label = Label(words, TextRole.STRONG, wrap=True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(f"Command: {words}")
    return label


def _cases(count: int) -> str:
    return "1 case" if count == 1 else f"{count} cases"
