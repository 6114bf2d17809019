"""A form beside which the law's answer stands at once, piece by piece, while it is filled in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec import structs
from PySide6.QtWidgets import QLayout, QWidget

from minors_desk.domain import lawful
from minors_desk.domain.disclosing import Voice
from minors_desk.domain.disclosing_values import Answered
from minors_desk.domain.gates import Word
from minors_desk.domain.lawful import Lawful, Wanted
from minors_desk.domain.rules import Pack
from minors_desk.ui.acts.act import Asking
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec, Made
from minors_desk.ui.forms.asks import Ask, answer_of
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import HALF, clear, column
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.disclosing import (
    answer_words,
    because,
    voice_words,
    wanted_words,
    whole_words,
)

TONES: Mapping[Word, Tone] = {
    "not_forbidden": Tone.NEUTRAL,
    "allowed": Tone.GREEN,
    "silent": Tone.NEUTRAL,
    "needs": Tone.AMBER,
    "forbidden": Tone.AMBER,
}
"""Never red: red is for a duty with a due instant (CONTRACT 4.2); the words say how grave it is."""
_WAITS = "Choose who asks and what for: the answer of the law stands here"


class LawPanel(Section):
    """The answer in one large word, then for each thing asked, then every rule that speaks."""

    def __init__(self) -> None:
        super().__init__("What the law says")
        self.word = Label("", TextRole.TITLE)
        self.head.addWidget(self.word)
        self._waits = Label(_WAITS, tone=Tone.MUTED, wrap=True)
        self.body.addWidget(self._waits)
        self._voices = column(gap=HALF)
        self.body.addLayout(self._voices)

    def show_answers(self, found: Sequence[Lawful]) -> None:
        """Show what the law answers now; says what to choose while nothing is asked."""
        self.clear_rows()
        clear(self._voices)
        self._waits.setVisible(not found)
        self.word.setText(whole_words(found) if found else "")
        self.word.set_tone(TONES[lawful.whole(found)])
        for names, one in _alike(found):
            self.add_widget_row(names, _answer(one))
        rest = [one for one in _voices(found) if one.place != "decides"]
        for voice in rest:
            words = f"{voice.rule.title}: {voice_words(voice)}"
            self._voices.addWidget(Label(words, TextRole.SMALL, Tone.MUTED, wrap=True))
        self.setAccessibleName(f"What the law says: {self.word.text()}")


def _alike(found: Sequence[Lawful]) -> list[tuple[str, Lawful]]:
    """Things asked that have one answer by the same rules stand together."""
    groups: dict[tuple[Any, ...], list[Lawful]] = {}
    for one in found:
        ids = tuple(rule.id for rule in one.answer.deciding)
        groups.setdefault((one.answer.word, one.answer.needs, ids), []).append(one)
    return [
        (", ".join(wanted_words(one.wanted) for one in group), group[0])
        for group in groups.values()
    ]


def _answer(one: Lawful) -> QWidget:
    """The answer, the titles of the rules that give it, and who checked them."""
    holder = QWidget()
    lines = column(holder, gap=HALF)
    answer = one.answer
    tone = TONES[answer.word]
    lines.addWidget(
        Label(answer_words(answer.word, answer.needs), TextRole.STRONG, tone, wrap=True)
    )
    for rule in answer.deciding:
        lines.addWidget(Label(rule.title, wrap=True))
    if answer.deciding:
        lines.addWidget(Label(because(answer), TextRole.SMALL, wrap=True))
    # Beside a label of several lines the answer begins where the label does.
    lines.addStretch(1)
    return holder


def _voices(found: Sequence[Lawful]) -> tuple[Voice, ...]:
    """Each rule once, as it decides where it does."""
    kept: dict[str, Voice] = {}
    for voice in (voice for one in found for voice in one.answer.voices):
        if voice.rule.id not in kept or voice.place == "decides":
            kept[voice.rule.id] = voice
    return tuple(kept.values())


@dataclass(frozen=True, kw_only=True)
class LawSpec:
    """Which of a form's answers are put to the law.

    ``asked`` turns them into what is wanted; ``watched`` are the asks that it looks at, and the
    panel stands below ``below``.
    """

    asked: Callable[[Mapping[str, Any]], tuple[Wanted, ...]]
    watched: tuple[str, ...]
    below: str


class LawForm(AskedForm):
    """Keeps in its entry what the law said as it stood; it never blocks (CONTRACT 2.5)."""

    def __init__(self, spec: FormSpec, law: LawSpec, asking: Asking) -> None:
        self.law = law
        self._packs: tuple[Pack, ...] = asking.known
        self._zone = asking.desk.zone
        self.panel = LawPanel()
        super().__init__(spec, asking.case, asking.at_desk, asking.parent)
        for name in law.watched:
            if name in self.asked:
                self.asked[name].changed.connect(self.look_at_law)
        self.when.time.changed.connect(self.look_at_law)
        self.look_at_law()

    def lay(self) -> None:
        """The panel stands right below what it answers."""
        super().lay()
        above = self.asked.get(self.law.below)
        place = 0 if above is None else 1 + self.body.indexOf(_line_of(above, self.body))
        self.body.insertWidget(place, self.panel)

    def answers(self) -> tuple[Lawful, ...]:
        """What the law answers to what stands in the form now."""
        said = {ask.name: self._said(ask) for ask in self.spec.asks if ask.name in self.law.watched}
        wanted = self.law.asked(said)
        return lawful.answered(self.case, self._packs, wanted, self._at(), self._zone)

    def look_at_law(self) -> None:
        """Show the answer again."""
        self.panel.show_answers(self.answers())
        self.fit_again()

    def answer(self) -> Made | None:
        """The entry with the law as it stood when it happened."""
        made = super().answer()
        if isinstance(made, Answered):
            return structs.replace(made, law=lawful.then(self.answers()))
        return made

    def _said(self, ask: Ask) -> Any:
        field = self.asked[ask.name]
        return None if ask.wrong(field) and not answer_of(field) else ask.read(field)

    def _at(self) -> datetime:
        typed = self.when.time.value()
        return self.at_desk.now() if typed is None else typed.instant


def _line_of(field: QWidget, body: QLayout) -> QWidget:
    """The field itself, or the line of several fields that it stands in."""
    holder = field.parentWidget()
    return field if holder is None or body.indexOf(field) >= 0 else holder
