"""What to say on a call: the minimum necessary for what it is for, and what never to say."""

from PySide6.QtWidgets import QWidget

from minors_desk.domain.calling import Callee
from minors_desk.domain.contacts import Party, Purpose
from minors_desk.services.calling import Guide
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.spacing import HALF, column
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.calls import say_words


class SayPanel(QWidget):
    """The sentences of a call for one purpose; what never to say stands apart, in amber."""

    def __init__(self, guide: Guide, zone: str) -> None:
        super().__init__()
        self._guide, self._zone = guide, zone
        self._title = Label("What to say, and no more", TextRole.STRONG)
        self.words = Label("", wrap=True)
        self.never = IconLine("", Tone.AMBER)
        lines = column(self, gap=HALF)
        for widget in (self._title, self.words, self.never):
            lines.addWidget(widget)

    def show_for(self, callee: Callee | None, party: Party, purpose: Purpose | None) -> None:
        """Show what is said to them on a call for that purpose; nothing while it is not known."""
        said = () if purpose is None else self._guide.words_for(callee, party, purpose)
        spoken = [one for one in said if not one.code.startswith(("never", "nothing"))]
        never = [one for one in said if one not in spoken]
        self.words.setText(" ".join(say_words(spoken, self._zone)))
        self.words.setVisible(bool(spoken))
        self.never.set(" ".join(say_words(never, self._zone)), Tone.AMBER)
        self.never.setVisible(bool(never))
        self.setVisible(bool(said))
