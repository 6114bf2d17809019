"""A value that may also be unknown, refused, not asked or not applying; each is an answer."""

from dataclasses import dataclass
from typing import Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.spacing import HALF, flowing, row
from minors_desk.ui.kit.tokens import TextRole
from minors_desk.ui.kit.type import Label

AnswerKind = Literal["given", "unknown", "refused", "not_asked", "does_not_apply"]
WORDS: dict[AnswerKind, str] = {
    "unknown": "Unknown",
    "refused": "Refused",
    "not_asked": "Not asked",
    "does_not_apply": "Does not apply",
}
_MEANING: dict[AnswerKind, str] = {
    "unknown": "Unknown - asked or looked for, nobody can say",
    "refused": "Refused - asked, no answer was wanted",
    "not_asked": "Not asked - on purpose, for now",
    "does_not_apply": "Does not apply to this child",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered; `text` only when a value was given."""

    kind: AnswerKind
    text: str = ""


class AnswerField(Field):
    """One line of text, or one of four answers that are no value; an empty field is no answer."""

    def __init__(self, label: str, hint: str = "", kinds: tuple[AnswerKind, ...] = ()) -> None:
        self._edit = QLineEdit()
        self._edit.setMaxLength(20_000)
        super().__init__(label, self._edit, hint)
        self._kind: AnswerKind | None = None
        self._band = QFrame()
        self._band.setObjectName("answered")
        band = row(self._band)
        band.setContentsMargins(12, HALF, HALF, HALF)
        self._said = Label("", TextRole.STRONG, wrap=True)
        self._back = Button("Write a value", Kind.PLAIN)
        band.addWidget(self._said, 1)
        band.addWidget(self._back)
        self._band.hide()
        self._offers, offers = flowing(HALF)
        self._buttons: dict[AnswerKind, Button] = {}
        for kind in kinds or tuple(k for k in get_args(AnswerKind) if k != "given"):
            button = Button(WORDS[kind], Kind.ASIDE)
            button.setAccessibleName(f"{label}: {WORDS[kind].lower()}")
            button.clicked.connect(lambda _=False, k=kind: self.set_answer(Answer(k)))
            offers.addWidget(button)
            self._buttons[kind] = button
        self.body.addWidget(self._band)
        self.body.addWidget(self._offers)
        self._edit.textChanged.connect(self._typed)
        self._back.clicked.connect(self._reopen)

    def answer(self) -> Answer | None:
        """What was answered; None while the field is empty."""
        if self._kind is not None:
            return Answer(self._kind)
        return None if not self._edit.text().strip() else Answer("given", self._edit.text())

    def set_answer(self, answer: Answer | None) -> None:
        """Show an answer. What was typed before stays behind it until the value is written anew."""
        if answer is None or answer.kind == "given":
            self._kind = None
            self._edit.setText("" if answer is None else answer.text)
        else:
            self._kind = answer.kind
            self._said.setText(f"— {_MEANING[answer.kind]}")
        self._arrange()
        if self._wrong:
            self.set_error(None)
        self.changed.emit()

    def offer(self, kind: AnswerKind) -> Button:
        """The button of one of the four answers."""
        return self._buttons[kind]

    def is_empty(self) -> bool:
        """Whether there is no answer at all."""
        return self.answer() is None

    def _arrange(self) -> None:
        answered = self._kind is not None
        self._band.setVisible(answered)
        self._edit.setVisible(not answered)
        self._offers.setVisible(not answered)
        if answered and self.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reopen(self) -> None:
        self._kind = None
        self._arrange()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _typed(self) -> None:
        if self._wrong:
            self.set_error(None)
        self.changed.emit()
