"""Keeps what is typed into a form: 400 ms after the last key, on focus change and on lock."""

from collections.abc import Mapping
from datetime import datetime
from typing import get_args
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from minors_desk.domain.when import in_zone
from minors_desk.errors import DeskError
from minors_desk.services import drafts
from minors_desk.services.desk import Desk
from minors_desk.ui import failure
from minors_desk.ui.kit.answer import Answer, AnswerField, AnswerKind
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import Field, KeptField, LineField, TextField
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.pick_list import PickList
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.kit.time_field import TimeField
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.tasks import Tasks

WAIT_MS = 400
"""After the last key (CONTRACT 5.2); so at most half a second of typing is ever lost."""
GO_ON, THROW_AWAY = "go_on", "throw_away"


class DraftKeeper(QObject):
    """Keeps the draft of a dialog, and puts back what was left there the last time.

    `fields` are the fields by the name they have in the draft; `form` names the dialog, and is
    what `cases.add(..., form=)` takes to delete the draft in the same transaction. Make it once
    the fields hold what they open with. Fields that nobody touched are filled from the draft at
    once; a notice above them says so, with *Go on* and *Throw away*. `saved` carries the instant.
    """

    saved = Signal(object)

    def __init__(
        self,
        ask: Ask,
        form: str,
        fields: Mapping[str, Field],
        desk: Desk,
        tasks: Tasks,
        case_id: UUID | None = None,
    ) -> None:
        super().__init__(ask)
        self._ask, self._form, self._fields = ask, form, dict(fields)
        self._desk, self._tasks, self._case_id = desk, tasks, case_id
        self._opened_with = self._typed()
        self._kept: dict[str, str] | None = None
        self._over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.flush)
        self.offer = Notice(ask)
        ask.body.insertWidget(0, self.offer)
        self.offer.missing_chosen.connect(self._chosen)
        for field in self._fields.values():
            field.changed.connect(self._changed)
        ask.answered.connect(self.flush)
        ask.accepted.connect(self._end)
        ask.rejected.connect(self.flush)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        tasks.on_record(self, self._read, self._found, self._failed)

    def flush(self, *_: object) -> None:
        """Keep what is typed now, if it is not kept yet; the lock calls this."""
        self._timer.stop()
        typed = self._typed()
        if self._over or typed == (self._opened_with if self._kept is None else self._kept):
            return
        self._kept = typed
        if typed == self._opened_with:
            self._tasks.on_record(self, self._forget, lambda _: None, self._failed)
        else:
            desk, case_id, form = self._desk, self._case_id, self._form
            self._tasks.on_record(
                self, lambda: drafts.keep(desk, case_id, form, typed), self._saved, self._failed
            )

    def _typed(self) -> dict[str, str]:
        return {name: written(field) for name, field in self._fields.items()}

    def _changed(self) -> None:
        if not self._over:
            self._timer.start()

    def _focus_moved(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if self._timer.isActive():
            self.flush()

    def _read(self) -> drafts.Kept | None:
        return drafts.kept(self._desk, self._case_id, self._form)

    def _found(self, kept: drafts.Kept | None) -> None:
        if kept is None:
            return
        now = self._typed()
        for name, text in kept.typed.items():
            if name in self._fields and now[name] == self._opened_with[name]:
                write(self._fields[name], text)
        self._kept = self._typed()
        self._timer.stop()
        at = self._clock(kept.saved_at)
        self.offer.show_words(
            Tone.AMBER,
            f"Draft of {at}",
            "This was typed and not saved to the case. Nothing of it was lost.",
            ((GO_ON, "Go on with it"), (THROW_AWAY, "Throw it away")),
        )
        self._ask.set_status(f"Draft saved {at}")

    def _chosen(self, code: str) -> None:
        self.offer.say_nothing()
        first = next(iter(self._fields.values()))
        if code == THROW_AWAY:
            for name, text in self._opened_with.items():
                write(self._fields[name], text)
            self._timer.stop()
            self._kept = None
            self._ask.set_status("")
            self._tasks.on_record(self, self._forget, lambda _: None, self._failed)
        first.setFocus()

    def _forget(self) -> None:
        drafts.forget(self._desk, self._case_id, self._form)

    def _saved(self, at: datetime) -> None:
        self._ask.set_status(f"Draft saved {self._clock(at)}")
        self.saved.emit(at)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._ask.set_status(f"Draft not saved. {error}")
        else:
            self._ask.set_status(f"Draft not saved. Code {failure.report(error)}")

    def _end(self) -> None:
        self._over = True
        self._timer.stop()

    def _clock(self, at: datetime) -> str:
        return f"{in_zone(at, self._desk.zone):%H:%M:%S}"


def written(field: Field) -> str:
    """What stands in a field, as a draft keeps it. Raises TypeError for a field of no such kind."""
    if isinstance(field, LineField | TextField | TimeField):
        return field.text()
    if isinstance(field, ChoiceField | PickList):
        return field.value() or ""
    if isinstance(field, SeveralField):
        return " ".join(field.values())
    if isinstance(field, AnswerField):
        answer = field.answer()
        return "" if answer is None else f"{answer.kind}:{answer.text}"
    if isinstance(field, KeptField):
        return field.kept()
    raise TypeError("a draft does not know this kind of field")


def write(field: Field, text: str) -> None:
    """Put back what `written` gave; a choice that is not offered any more stays open."""
    if isinstance(field, LineField | TextField | TimeField):
        field.set_text(text)
    elif isinstance(field, ChoiceField | PickList):
        _choose(field, text)
    elif isinstance(field, SeveralField):
        field.set_values(text.split())
    elif isinstance(field, AnswerField):
        kind, _, said = text.partition(":")
        found = next((one for one in get_args(AnswerKind) if one == kind), None)
        field.set_answer(None if found is None else Answer(found, said))
    elif isinstance(field, KeptField):
        field.restore(text)


def _choose(field: ChoiceField | PickList, value: str) -> None:
    try:
        field.set_value(value or None)
    except KeyError:
        field.set_value(None)


def flush_all(window: QWidget) -> None:
    """Keep every draft under this window; what was asked for stands in the record lane."""
    for keeper in window.findChildren(DraftKeeper):
        keeper.flush()
